"""Small texts of `cases/`, each with the claims and findings that must or must not come of it, and denials beside what they deny."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from aoud_cli.analysis.pipeline import Analysis, analyse_corpus
from aoud_cli.model import AGREEMENTS, Finding
from aoud_cli.output.records import claim_record
from aoud_cli.profile import Profile, load_profile
from aoud_cli.reading.articles import read_corpus

CASES = Path(__file__).parent / "cases"
PROFILES = {"nh": CASES / "night-harbour.yaml", "sl": CASES / "salt-lantern.yaml", "aoud": None}
KEYS = {"kind", "profile", "text", "texts", "claims", "never", "findings", "no_findings", "attribution", "fails"}
Case = dict[str, Any]


@cache
def profile(name: str) -> Profile:
    """The profile that a case names."""
    path = PROFILES[name]
    return load_profile(str(path) if path else None)


def read(case: Case, folder: Path) -> Analysis:
    """What the program makes of the case's texts, each an article of its own."""
    for name, text in zip("abcdefgh", case.get("texts") or [case["text"]], strict=False):
        (folder / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    return analyse_corpus(read_corpus([str(folder)]), profile(case["profile"]))


# A claim as the strings that a pattern may match -------------------------------------------------------------------------


def spellings(value: dict[str, Any]) -> list[str]:
    """The ways in which a case may write a value."""
    if value["kind"] == "date":
        return [f"{value['earliest'] or '-'}..{value['latest'] or '-'}"]
    if value["kind"] == "quantity":
        window = value.get("window_days")
        return [str(value["number"]), *([f"{value['number']}/{window}"] if window else [])]
    if value["kind"] == "relation":
        return [f"{value['relation']} {value['to']['name']}"]
    return [value[key] for key in ("term", "name", "text") if value.get(key)]


def told(claim: dict[str, Any]) -> set[str]:
    """The strings for one claim: with nothing behind the value, its part, its season, or its certainty."""
    subject = claim["subject"]["id" if claim["subject"]["kind"] in ("season", "show") else "name"]
    tails = ["", f" [{claim['certainty']}]"]
    tails += [f" {{part {claim['part']}}}"] if claim["part"] else []
    tails += [f" @{claim['season']}"] if claim["season"] else []
    key, denied = f"{claim['topic']}.{claim['predicate']}", "not " if claim["polarity"] == "negative" else ""
    return {f"{key} {subject} = {denied}{value}{tail}".casefold() for value in spellings(claim["value"]) for tail in tails}


def fits(pattern: str, strings: Iterable[str]) -> bool:
    """Whether one of the strings is as the pattern has it."""
    pattern = re.sub(r"([\[\]])", r"[\1]", pattern.casefold())
    pattern = f"*.{pattern}" if pattern.startswith("* ") else pattern
    return any(fnmatch.fnmatchcase(string, pattern) for string in strings)


# What is wrong -----------------------------------------------------------------------------------------------------------


def wrong_claims(case: Case, analysis: Analysis) -> Iterator[str]:
    """The claims that are missing, and those that must not be; a denied one counts for neither."""
    records = [claim_record(claim) for claim in analysis.claims]
    strings = [told(record) for record in records if record["polarity"] == "positive"]
    yield from (f"missing: {want}" for want in case.get("claims", []) if not any(fits(want, one) for one in strings))
    yield from (f"must not be: {bad} ({min(one, key=len)})" for bad in case.get("never", []) for one in strings if fits(bad, one))
    if "attribution" in case:
        yield from (f"attribution: {r['attribution']}" for r in records if r["attribution"] not in case["attribution"])


def names(finding: Finding) -> set[str]:
    """The strings for one finding: by its verdict, and by its severity."""
    return {f"{finding.verdict.value} {finding.key}", f"{finding.severity.value} {finding.key}"}


def wrong_findings(case: Case, analysis: Analysis) -> Iterator[str]:
    """The findings that are missing, and those that must not be; `*` stands for every verdict but an agreement."""
    found = analysis.findings
    yield from (f"no finding: {want}" for want in case.get("findings", []) if not any(fnmatch.filter(names(f), want) for f in found))
    for bad in case.get("no_findings", []):
        weighed = [f for f in found if not (bad.startswith("* ") and f.verdict in AGREEMENTS)]
        yield from (f"false finding: {bad} ({f.verdict.value} {f.key})" for f in weighed if fnmatch.filter(names(f), bad))


def faults(case: Case, folder: Path) -> list[str]:
    """All that is wrong with what the program makes of a case."""
    analysis = read(case, folder)
    return [*wrong_claims(case, analysis), *wrong_findings(case, analysis)]


# The cases ---------------------------------------------------------------------------------------------------------------


def all_cases() -> list[Case]:
    """The cases of all files, by the files' names."""
    files = sorted(set(CASES.glob("*.yaml")) - set(PROFILES.values()))
    return [case for file in files for case in yaml.safe_load(file.read_text("utf-8"))]


def label(case: Case) -> str:
    """The case's kind and the first words of its last paragraph."""
    text = str((case.get("texts") or [case["text"]])[-1]).split("\n")[-1]
    return f"{case['kind']}: {' '.join(text.split()[:7])}"


def parameter(case: Case) -> Any:
    """The case as a parameter of a test, marked where it is known to fail."""
    marks = [pytest.mark.xfail(strict=True, reason=case["fails"])] if "fails" in case else []
    return pytest.param(case, id=label(case).encode("ascii", "replace").decode(), marks=marks)


@pytest.mark.parametrize("case", [parameter(case) for case in all_cases()])
def test_case(case: Case, tmp_path: Path) -> None:
    assert faults(case, tmp_path) == []


def test_every_case_asks_for_something_and_is_written_once() -> None:
    cases = all_cases()
    assert all(set(case) <= KEYS and case["profile"] in PROFILES and ("text" in case) != ("texts" in case) for case in cases)
    assert all({"claims", "never", "findings", "no_findings", "attribution"} & set(case) for case in cases)
    assert len({(case["profile"], *(case.get("texts") or [case["text"]])) for case in cases}) == len(cases)


WRONG = {"profile": "aoud", "text": " date 2025-08-01 All of Us Are Dead\n\nSeason 1 premiered on January 28, 2022, Netflix said."}


@pytest.mark.parametrize(
    ("expected", "fault"),
    [
        ({"claims": ["release.premiere season-1 = 2022-01-29..2022-01-29"]}, "missing: release.premiere season-1 = 2022-01-29..2022-01-29"),
        ({"claims": ["release.premiere season-1 = 2022-01-28..2022-01-28 @2"]}, "missing: release.premiere season-1 ="),
        ({"never": ["release.premiere season-1 = 2022*"]}, "must not be: release.premiere season-1 = 2022* (release.premiere season-1 ="),
        ({"never": ["* * = *"]}, "must not be: * * = * (release."),
        ({"attribution": [None]}, "attribution: Netflix"),
        ({"findings": ["contradicts release.premiere"]}, "no finding: contradicts release.premiere"),
    ],
)
def test_a_wrong_case_is_told(expected: Case, fault: str, tmp_path: Path) -> None:
    assert any(line.startswith(fault) for line in faults({**WRONG, **expected}, tmp_path))


def test_a_wrong_finding_is_told(tmp_path: Path) -> None:
    texts = [
        " date 2025-08-01 a\n\nAll of Us Are Dead premiered on January 28, 2022.",
        " date 2025-09-01 b\n\nAll of Us Are Dead premiered in 2021.",
    ]
    found = faults({"profile": "aoud", "texts": texts, "no_findings": ["* release.premiere", "error *"]}, tmp_path)
    assert [line.split(" (")[0] for line in found] == ["false finding: * release.premiere", "false finding: error *"]


def test_what_is_asked_of_a_text_that_tells_nothing_is_missing(tmp_path: Path) -> None:
    case = {"profile": "aoud", "text": "Nothing at all.", "claims": ["* * = *"], "findings": ["* *"], "never": ["* * = *"]}
    assert faults(case, tmp_path) == ["missing: * * = *", "no finding: * *"]
