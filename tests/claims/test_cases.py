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
from places import TESTS

from aoud_cli.analysis import pipeline
from aoud_cli.analysis.pipeline import Analysis, analyse_corpus
from aoud_cli.articles.read import read_corpus
from aoud_cli.claims.codec import claim_record
from aoud_cli.claims.extract import extract_all
from aoud_cli.model import AGREEMENTS, Finding
from aoud_cli.names.profile import Profile, load_profile

CASES = TESTS / "cases"
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


def test_no_case_is_right_because_its_article_is_passed_over(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every case, but those about other subjects, with every article read whatever it is about: in one test, for it says one thing."""
    monkeypatch.setattr(pipeline, "extract_kept", lambda _, show, watched: extract_all(list(watched), show, any_subject=True))
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


# Denials and what they deny ----------------------------------------------------------------------------------------------

NOTHING = ""


def twin(denying: str, denied: str, affirming: str, affirmed: str, fails: str = "") -> Any:
    """Two sentences that say opposite things, each with what must be read in it; `fails` says why that isn't so today."""
    marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
    return pytest.param(denying, denied, affirming, affirmed, id=denying.rstrip("."), marks=marks)


def readings(text: str, folder: Path) -> set[str]:
    """All strings for all claims of a sentence of January 2026, denied ones (`= not …`) among them."""
    case = {"profile": "aoud", "text": f" date 2026-01-20 All of Us Are Dead\n\n{text}"}
    return {string for claim in read(case, folder).claims for string in told(claim_record(claim))}


NO_DATE, NOT_STARTED = "release.premiere season-2 = unannounced", "production.status season-2 = not_started"
UNDERWAY, WRAPPED, DELAYED = (f"production.status season-2 = {term}" for term in ("underway", "wrapped", "delayed"))
MARCH = "release.premiere season-2 = 2026-03-05..2026-03-05"
TWINS = [
    # release.premiere
    twin("Netflix has not announced a release date for season 2.", NO_DATE, "Netflix has announced a release date for season 2.", NOTHING),
    twin("There is no word on when season 2 will premiere.", NO_DATE, "Now we know when season 2 will premiere: on March 5, 2026.", MARCH),
    twin("The premiere date of season 2 is still unknown.", NO_DATE, "The premiere date of season 2 is March 5, 2026.", MARCH),
    twin("Season 2 still has no release date.", NO_DATE, "Season 2 has a release date at last: March 5, 2026.", MARCH),
    twin(
        "Season 2 will not premiere in 2026.",
        "release.premiere season-2 = not 2026-01-01..2026-12-31",
        "Season 2 will premiere in 2026.",
        "release.premiere season-2 = 2026-01-01..2026-12-31",
    ),
    twin(
        "Season 1 didn't premiere on January 29, 2022.",
        "release.premiere season-1 = not 2022-01-29..2022-01-29",
        "Season 1 premiered on January 29, 2022.",
        "release.premiere season-1 = 2022-01-29..2022-01-29",
    ),
    # release.schedule
    twin(
        "Episodes of season 2 will not be released weekly.",
        "release.schedule season-2 = not weekly",
        "Episodes of season 2 will be released weekly.",
        "release.schedule season-2 = weekly",
    ),
    # production.status
    twin("The cameras have yet to roll on season 2.", NOT_STARTED, "The cameras are rolling on season 2.", UNDERWAY),
    twin("Season 2 has not started shooting.", NOT_STARTED, "Season 2 has started shooting.", UNDERWAY),
    twin(
        "Filming for season 2 has not begun.",
        NOT_STARTED,
        "Filming for season 2 has begun.",
        UNDERWAY,
    ),
    twin(
        "Production of season 2 isn't underway yet.",
        NOT_STARTED,
        "Production of season 2 is well underway.",
        UNDERWAY,
    ),
    twin(
        "Season 2 is not yet in production.",
        NOT_STARTED,
        "Season 2 is now in production.",
        UNDERWAY,
    ),
    twin("Season 2 hasn't finished filming yet.", "production.status season-2 = not wrapped", "Season 2 has finished filming.", WRAPPED),
    twin("Filming for season 2 has not wrapped.", NOTHING, "Filming for season 2 has wrapped.", WRAPPED),
    twin(
        "Production of season 2 has not been delayed.",
        "production.status season-2 = not delayed",
        "Production of season 2 has been delayed.",
        DELAYED,
    ),
    twin("Filming of season 2 was never put on hold.", NOTHING, "Filming of season 2 was put on hold.", DELAYED),
    # production.filming_start, production.filming_end, production.location
    twin(
        "Filming for season 2 did not begin in July 2025.",
        "production.filming_start season-2 = not 2025-07-01..2025-07-31",
        "Filming for season 2 began in July 2025.",
        "production.filming_start season-2 = 2025-07-01..2025-07-31",
    ),
    twin(
        "Shooting of the second season didn't start on July 23, 2025.",
        "production.filming_start season-2 = not 2025-07-23..2025-07-23",
        "Shooting of the second season started on July 23, 2025.",
        "production.filming_start season-2 = 2025-07-23..2025-07-23",
    ),
    twin(
        "Filming for season 2 did not end in December 2025.",
        "production.filming_end season-2 = not 2025-12-01..2025-12-31",
        "Filming for season 2 ended in December 2025.",
        "production.filming_end season-2 = 2025-12-01..2025-12-31",
    ),
    twin(
        "Season 2 won't wrap filming in March 2026.",
        "production.filming_end season-2 = not 2026-03-01..2026-03-31",
        "Season 2 will wrap filming in March 2026.",
        "production.filming_end season-2 = 2026-03-01..2026-03-31",
    ),
    twin(
        "Season 2 was not filmed in Busan.",
        "production.location season-2 = not Busan",
        "Season 2 was filmed in Busan.",
        "production.location season-2 = Busan",
    ),
    twin(
        "Season 2 isn't being shot in Jeju.",
        "production.location season-2 = not Jeju",
        "Season 2 is being shot in Jeju.",
        "production.location season-2 = Jeju",
    ),
    # renewal.announced
    twin(
        "Netflix has not renewed All of Us Are Dead for season 2.",
        "renewal.announced season-2 = not announced",
        "Netflix has renewed All of Us Are Dead for season 2.",
        "renewal.announced season-2 = announced",
    ),
    twin(
        "The show was never renewed for a third season.",
        "renewal.announced season-3 = not announced",
        "The show was renewed for a third season.",
        "renewal.announced season-3 = announced",
    ),
    twin("Netflix has not confirmed a second season.", NOTHING, "Netflix has confirmed a second season.", "renewal.announced season-2 = *"),
    # cast.status
    twin(
        "Lee Yoo-mi will not return for season 2.",
        "cast.status Lee Yoo-mi = out @2",
        "Lee Yoo-mi will return for season 2.",
        "cast.status Lee Yoo-mi = returning @2",
    ),
    twin(
        "Park Ji-hu isn't coming back for the second season.",
        "cast.status Park Ji-hu = out @2",
        "Park Ji-hu is coming back for the second season.",
        "cast.status Park Ji-hu = returning @2",
    ),
    twin(
        "Lomon won't reprise his role in season 2.",
        "cast.status Lomon = out @2",
        "Lomon will reprise his role in season 2.",
        "cast.status Lomon = returning @2",
    ),
    twin(
        "Lee Min-jae has not joined the cast of season 2.",
        "cast.status Lee Min-jae = out @2",
        "Lee Min-jae has joined the cast of season 2.",
        "cast.status Lee Min-jae = new @2",
    ),
    twin(
        "Kim Si-eun will not be joining season 2.",
        "cast.status Kim Si-eun = out @2",
        "Kim Si-eun will be joining season 2.",
        "cast.status Kim Si-eun = new @2",
    ),
    twin(
        "Yoo In-soo has not left the cast.",
        NOTHING,
        "Yoo In-soo has left the cast.",
        "cast.status Yoo In-soo = out",
    ),
    # cast.plays
    twin("Lomon does not play Nam On-jo.", "cast.plays Lomon = not Nam On-jo", "Lomon plays Nam On-jo.", "cast.plays Lomon = Nam On-jo"),
    twin(
        "Park Ji-hu never played Lee Na-yeon.",
        "cast.plays Park Ji-hu = not Lee Na-yeon",
        "Park Ji-hu played Lee Na-yeon.",
        "cast.plays Park Ji-hu = Lee Na-yeon",
    ),
    # character.fate
    twin("Nam So-ju was not killed.", "character.fate Nam So-ju = alive", "Nam So-ju was killed.", "character.fate Nam So-ju = dead"),
    twin(
        "Yoon Gwi-nam did not die in season 1.",
        "character.fate Yoon Gwi-nam = alive",
        "Yoon Gwi-nam died in season 1.",
        "character.fate Yoon Gwi-nam = dead",
    ),
    twin(
        "Lee Cheong-san did not survive season 1.",
        "character.fate Lee Cheong-san = dead",
        "Lee Cheong-san survived season 1.",
        "character.fate Lee Cheong-san = alive",
    ),
    # episodes.count
    twin(
        "Season 2 does not have 12 episodes.",
        "episodes.count season-2 = not 12",
        "Season 2 has 12 episodes.",
        "episodes.count season-2 = 12",
    ),
    twin(
        "The second season will not consist of eight episodes.",
        "episodes.count season-2 = not 8",
        "The second season will consist of eight episodes.",
        "episodes.count season-2 = 8",
    ),
    # trailer.available
    twin(
        "There is no trailer for season 2 yet.",
        "trailer.available season-2 = no",
        "Netflix has released a trailer for season 2.",
        "trailer.available season-2 = yes",
    ),
    twin(
        "No trailer for season 2 has been released.",
        "trailer.available season-2 = no",
        "A trailer for season 2 has been released.",
        "trailer.available season-2 = yes",
    ),
    # source, crew, setting
    twin(
        "The series is not based on a novel.",
        "source.based_on show = not novel",
        "The series is based on a novel.",
        "source.based_on show = novel",
    ),
    twin(
        "All of Us Are Dead isn't based on a webtoon.",
        "source.based_on show = not webtoon",
        "All of Us Are Dead is based on a webtoon.",
        "source.based_on show = webtoon",
    ),
    twin(
        "All of Us Are Dead was not directed by Kim Nam-su.",
        "crew.director show = not Kim Nam-su",
        "All of Us Are Dead was directed by Kim Nam-su.",
        "crew.director show = Kim Nam-su",
    ),
    twin(
        "Season 2 is not set in Seoul.", "setting.place season-2 = not Seoul", "Season 2 is set in Seoul.", "setting.place season-2 = Seoul"
    ),
    twin(
        "The second season does not take place in Busan.",
        NOTHING,
        "The second season takes place in Busan.",
        "setting.place season-2 = Busan",
    ),
    # viewership
    twin(
        "Season 1 did not reach 600 million hours in its first 28 days.",
        "viewership.hours season-1 = not 600000000/28",
        "Season 1 reached 600 million hours in its first 28 days.",
        "viewership.hours season-1 = 600000000/28",
    ),
    twin(
        "The show was not watched for 500 million hours in its first 28 days.",
        "viewership.hours season-1 = not 500000000/28",
        "The show was watched for 500 million hours in its first 28 days.",
        "viewership.hours season-1 = 500000000/28",
    ),
    twin("Season 1 never ranked No. 1.", "viewership.rank season-1 = not 1", "Season 1 ranked No. 1.", "viewership.rank season-1 = 1"),
]


@pytest.mark.parametrize(("denying", "denied", "affirming", "affirmed"), TWINS)
def test_a_denial_and_what_it_denies_are_read_as_opposites(
    denying: str, denied: str, affirming: str, affirmed: str, tmp_path: Path
) -> None:
    """Each gives its own reading and not the other's; one of the two may give none."""
    seen = {sentence: readings(sentence, tmp_path) for sentence in (denying, affirming)}
    for sentence, own, other in ((denying, denied, affirmed), (affirming, affirmed, denied)):
        assert own == NOTHING or fits(own, seen[sentence])
        assert other == NOTHING or not fits(other, seen[sentence])
