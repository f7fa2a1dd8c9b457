"""Small texts of `cases/`, each with the claims and findings that must or must not come of it, and denials beside what they deny."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from case_files import CASES, KEYS, PROFILES, Case, fits, read, told

from aoud_cli.analysis import pipeline
from aoud_cli.analysis.pipeline import Analysis
from aoud_cli.claims.codec import claim_record
from aoud_cli.claims.extract import extract_all
from aoud_cli.model import AGREEMENTS, Finding


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


def test_no_case_is_right_because_its_article_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every case, but those about other subjects, with every article read whatever it is about: in one test, for it says one thing."""
    monkeypatch.setattr(pipeline, "extract_kept", lambda _, show, watched, jobs: extract_all(list(watched), show, any_subject=True))
    wrong = []
    for place, case in enumerate(case for case in all_cases() if "fails" not in case and case["kind"] != "work/off-topic"):
        (tmp_path / str(place)).mkdir()
        wrong += [(label(case), fault) for fault in faults(case, tmp_path / str(place))]
    assert wrong == []


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
