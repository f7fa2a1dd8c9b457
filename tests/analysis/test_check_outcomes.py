"""Every outcome of a check, claim against claims."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gold_claims import dates, hours, make_claim, name, term
from harbour import ORDER, SPRING, WINTER

from aoud_cli.analysis.check import Checked, check_claims
from aoud_cli.analysis.drafts import Check
from aoud_cli.analysis.outcomes import Outcome
from aoud_cli.cli.main import main
from aoud_cli.model import Certainty, Claim, QuantityValue, Severity, TextValue, Value, Verdict
from aoud_cli.verdicts.find import find


def outcomes(check: Check) -> list[tuple[str, str, str]]:
    return [(item.claim.source.quote, item.outcome.value, item.reason) for item in check.checked]


def told(document: str, when: str | None, value: Value, **more: object) -> tuple[str, str | None, Value, dict[str, object]]:
    return document, when, value, more


def count(number: int) -> QuantityValue:
    return QuantityValue(number, "episode", "exactly", str(number))


STATUS, START, PREMIERE, HOURS, EPISODES = (
    "production.status",
    "production.filming_start",
    "release.premiere",
    "viewership.hours",
    "episodes.count",
)


UNDERWAY, NOT_STARTED, WRAPPED, DELAYED = (term(one) for one in ("underway", "not_started", "wrapped", "delayed"))


EARLY, LATE, OPEN = "2024-01-01", "2025-01-01", "disputed"


CASES = {
    "two say so": (EPISODES, count(10), [told("a", EARLY, count(10)), told("b", LATE, count(10))], "supported"),
    "nobody": (EPISODES, count(10), [], "new"),
    "another number": (EPISODES, count(10), [told("a", EARLY, count(12))], "contradicted"),
    "the corpus disagrees": (EPISODES, count(10), [told("a", EARLY, count(12)), told("b", LATE, count(10))], "disputed"),
    "another number, of which only the headline gives the season": (
        EPISODES,
        count(10),
        [told("a", EARLY, count(12), season_by="heading")],
        "differs",
    ),
    "only a guess": (EPISODES, count(10), [told("a", EARLY, count(12), certainty="possible")], "differs"),
    "a guess that is right": (EPISODES, count(10), [told("a", EARLY, count(10), certainty="possible")], "supported"),
    "a guess that others exclude": (
        EPISODES,
        count(10),
        [told("a", EARLY, count(10), certainty="possible"), told("b", LATE, count(8))],
        "contradicted",
    ),
    "a guess that others exclude by a guess": (
        EPISODES,
        count(10),
        [told("a", EARLY, count(10), certainty="possible"), told("b", LATE, count(8), certainty="probable")],
        "disputed",
    ),
    "less exact": (PREMIERE, dates("2025-01-01..2025-12-31"), [told("a", EARLY, dates("2025-03-01"))], "supported"),
    "more exact than anybody": (PREMIERE, dates("2025-03-01"), [told("a", EARLY, dates("2025-01-01..2025-12-31"))], "newer"),
    "a smaller total": (HOURS, hours(250, 28), [told("a", EARLY, hours(310, 28))], "contradicted"),
    "a total of a longer time": (HOURS, hours(400, 90), [told("a", EARLY, hours(310, 28))], "new"),
    "the last word": (STATUS, WRAPPED, [told("a", EARLY, UNDERWAY), told("b", LATE, WRAPPED)], "supported"),
    "an old word": (STATUS, UNDERWAY, [told("a", EARLY, UNDERWAY), told("b", LATE, WRAPPED)], "outdated"),
    "an old word told again": (
        STATUS,
        UNDERWAY,
        [told("a", EARLY, UNDERWAY), told("b", LATE, WRAPPED), told("c", LATE, UNDERWAY)],
        "disputed",
    ),
    "against the last word": (STATUS, NOT_STARTED, [told("a", LATE, UNDERWAY)], "contradicted"),
    "against an undated word": (STATUS, NOT_STARTED, [told("a", None, UNDERWAY)], "contradicted"),
    "against one within bounds": (STATUS, NOT_STARTED, [told("a", f"{EARLY}..{LATE}", UNDERWAY)], "contradicted"),
    "another director": ("crew.director", name("Gil Tae-oh"), [told("a", EARLY, name("Ma Do-jin"))], "differs"),
    "a date at last": (PREMIERE, dates("2027-03-05"), [told("a", LATE, term("unannounced"))], "newer"),
    "a date other than foretold": (
        PREMIERE,
        dates("2027-03-05"),
        [told("a", LATE, dates("2026-01-01..2026-12-31"), certainty="probable")],
        "newer",
    ),
    "a date other than settled": (PREMIERE, dates("2027-03-05"), [told("a", LATE, dates("2027-01-15"))], "contradicted"),
    "a wrap": (STATUS, WRAPPED, [told("a", LATE, UNDERWAY)], "newer"),
    "a step back": (STATUS, UNDERWAY, [told("a", LATE, WRAPPED)], "contradicted"),
    "an answer": ("cast.status", term("returning"), [told("a", LATE, term("uncertain"))], "newer"),
    "what excludes nothing": (STATUS, DELAYED, [told("a", LATE, UNDERWAY)], "new"),
    "another plan": (
        PREMIERE,
        dates("2027-01-01..2027-12-31"),
        [told("a", LATE, dates("2026-03-01"), certainty="probable")],
        "contradicted",
    ),
    "no date yet": (PREMIERE, term("unannounced"), [told("a", LATE, dates("2026-01-01..2026-12-31"), certainty="probable")], "new"),
}


TWO_DAYS = [told("a", LATE, dates("2022-10-14")), told("b", LATE, dates("2022-10-13"))]
CASES |= {
    "within which the corpus disagrees": (PREMIERE, dates("2022-10-01..2022-10-31"), TWO_DAYS, "supported"),
    "on which the corpus disagrees": (PREMIERE, dates("2022-10-14"), TWO_DAYS, "disputed"),
    "a calling told less exactly": (
        "character.occupation", TextValue("a student"), [told("a", LATE, TextValue("university student"))], "supported",
    ),
    "another calling": ("character.occupation", TextValue("a nurse"), [told("a", LATE, TextValue("university student"))], "differs"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("season", "certainty", "outcome"), [(4, "certain", "differs"), (2, "certain", "supported"), (4, "possible", "new")]
)
def test_another_season_is_the_last(season: int, certainty: str, outcome: str) -> None:
    corpus = [make_claim("a", "renewal.final", f"season-{season}", term("final"), certainty=certainty)]
    draft = make_claim("draft", "renewal.final", "season-2", term("final"))
    assert check_claims([draft], corpus, find(corpus, (), ORDER), ORDER)[0].outcome.value == outcome


@pytest.mark.parametrize(
    ("told", "season", "draft", "outcome"),
    [
        ("dead", 1, "alive", "differs"),
        ("dead", 3, "alive", "new"),  # a death to come leaves them alive before it
        ("alive", 3, "dead", "differs"),
        ("alive", 1, "dead", "new"),
        ("uncertain", 1, "alive", "new"),
    ],
)
def test_a_fate_in_another_season(told: str, season: int, draft: str, outcome: str) -> None:
    corpus = [make_claim("a", "character.fate", "Ahn Seo-rin", term(told), season=season)]
    claim = make_claim("draft", "character.fate", "Ahn Seo-rin", term(draft), season=2)
    assert check_claims([claim], corpus, find(corpus, (), ORDER), ORDER)[0].outcome.value == outcome


def judge(key: str, value: Value, corpus: list[tuple[str, str | None, Value, dict[str, object]]], **draft: object) -> Checked:
    claims = [make_claim(document, key, "season-2", other, asserted=when, **more) for document, when, other, more in corpus]
    claim = make_claim("draft", key, "season-2", value, **draft)
    return check_claims([claim], claims, find(claims, (), ORDER), ORDER)[0]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_outcomes(case: str) -> None:
    key, value, corpus, outcome = CASES[case]
    assert judge(key, value, corpus).outcome.value == outcome


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("when", ["2023-01-01", "2026-11-11"])
def test_the_day_of_a_draft_hides_no_fault(case: str, when: str) -> None:
    """Of a draft that is older, what replaced it counts; a younger one is measured by the last word all the same."""
    key, value, corpus, outcome = CASES[case]
    if case == "another plan" and when > LATE:
        outcome = "new"  # by then the corpus's own forecast had passed
    found = judge(key, value, corpus, asserted=when).outcome.value
    older = {"outdated", "contradicted", "new", "differs"} if outcome == "newer" else {"outdated"}
    assert found in {outcome, *(older if when < EARLY else ())}


@pytest.mark.parametrize("when", [None, "2024-02-01"])
def test_a_forecast_whose_day_has_passed(when: str | None) -> None:
    corpus = [told("a", LATE, term("unannounced"))]
    found = judge(PREMIERE, dates("2024-05-01..2024-08-31"), corpus, certainty="probable", asserted=when)
    assert (found.outcome, found.verdict) == (Outcome.OUTDATED, Verdict.EXPIRED)
    assert judge(PREMIERE, dates("2025-05-01..2025-08-31"), corpus, certainty="probable").outcome is Outcome.NEW


SEVERITIES = {
    "both certain": (count(10), [told("a", EARLY, count(12))], {}, "error"),
    "the corpus hedges": (count(10), [told("a", EARLY, count(12), certainty="probable")], {}, "warning"),
    "the draft hedges": (count(10), [told("a", EARLY, count(12))], {"certainty": "probable"}, "warning"),
    "supported": (count(10), [told("a", EARLY, count(10))], {}, "note"),
    "surer than the corpus": (count(10), [told("a", EARLY, count(10), certainty="probable")], {}, "warning"),
    "as sure as the corpus": (count(10), [told("a", EARLY, count(10), certainty="probable")], {"certainty": "probable"}, "note"),
    "new": (count(10), [], {}, "note"),
}


@pytest.mark.parametrize("case", SEVERITIES, ids=str)
def test_severities(case: str) -> None:
    value, corpus, draft, severity = SEVERITIES[case]
    assert judge(EPISODES, value, corpus, **draft).severity is Severity(severity)


def test_a_younger_draft_on_what_moves_is_a_warning() -> None:
    corpus = [told("a", EARLY, UNDERWAY)]
    assert judge(STATUS, NOT_STARTED, corpus).severity is Severity.ERROR
    assert judge(STATUS, NOT_STARTED, corpus, asserted=LATE).severity is Severity.WARNING


def test_the_other_performer_is_named() -> None:
    corpus: list[Claim] = [make_claim("a", "cast.plays", "Moon Ha-eun", name("Ahn Seo-rin"))]
    draft = make_claim("draft", "cast.plays", "Seo Ji-an", name("Ahn Seo-rin"))
    found = check_claims([draft], corpus, find(corpus))[0]
    assert (found.outcome, found.reason) == (Outcome.CONTRADICTED, "the corpus says Moon Ha-eun (a)")


def test_a_wrong_part_in_the_draft_moves_no_status_of_the_corpus() -> None:
    """A character's status is its performer's, as the corpus has it."""
    corpus = [
        make_claim("a", "cast.plays", "Moon Ha-eun", name("Ahn Seo-rin")),
        make_claim("a", "cast.status", "Ahn Seo-rin", term("returning"), kind="character", season=2, place=9),
    ]
    draft = [
        make_claim("draft", "cast.plays", "Seo Ji-an", name("Ahn Seo-rin")),
        make_claim("draft", "cast.status", "Moon Ha-eun", term("out"), season=2, place=9),
    ]
    assert [item.outcome.value for item in check_claims(draft, corpus, find(corpus))] == ["contradicted", "contradicted"]


def test_claims_come_in_the_order_of_the_text() -> None:
    draft = [make_claim("draft", EPISODES, "season-2", count(10), place=place) for place in (50, 10, 30)]
    assert [item.claim.source.start for item in check_claims(draft, [], [])] == [10, 30, 50]
    assert all(item.claim.certainty is Certainty.CERTAIN for item in check_claims(draft, [], []))


def test_copies_are_one_source(check: Callable[..., Check], place: Path) -> None:
    (place / "corpus" / "copied.txt").write_text(WINTER, encoding="utf-8")
    found = check("Seo Ji-an plays Pyo Do-yun.\n").checked[0]
    assert (found.documents, found.independent) == (("copied", "spring", "winter"), 2)
    assert found.reason.startswith("2 independent sources: ")


def test_what_could_be_known_on_a_day(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (place / "draft.md").write_text("The second season of Night Harbour is expected to premiere in mid-2025.\n", encoding="utf-8")
    call = ["check", str(place / "draft.md"), "--corpus", str(place / "corpus"), "--profile", str(place / "profile.yaml")]
    assert main(call) == 1
    assert "outdated" in capfd.readouterr().out
    assert main([*call, "--as-of", "2024-12-31"]) == 0
    assert "supported" in capfd.readouterr().out


def test_a_span_of_time_is_measured(check: Callable[..., Check], place: Path) -> None:
    (place / "corpus" / "spring.txt").write_text(SPRING + "Season 1 premiered on January 28, 2022.\n", encoding="utf-8")
    text = (
        "Published: February 1, 2026\n\nNearly {} years after the first season of Night Harbour premiered, filming of season 2 goes on.\n"
    )
    outcomes = [[i.outcome.value for i in check(text.format(n)).checked if i.claim.predicate == "elapsed"] for n in ("four", "nine")]
    assert outcomes[1] == ["contradicted"] and "contradicted" not in outcomes[0]


FORECAST = [("a", LATE, count(12), {"certainty": "probable"})]


@pytest.mark.parametrize(
    ("value", "draft", "corpus", "outcome"),
    [
        (10, {"asserted": "2026-11-11"}, FORECAST, "newer"),
        (10, {"asserted": EARLY}, FORECAST, "outdated"),
        (10, {}, FORECAST, "contradicted"),
        (10, {"asserted": "2026-11-11", "certainty": "probable"}, FORECAST, "differs"),
        (10, {"asserted": "2026-11-11"}, [*FORECAST, told("b", LATE, count(12))], "contradicted"),
    ],
)
def test_a_figure_that_was_only_forecast_is_settled_later(
    value: int, draft: dict[str, object], corpus: list[tuple[str, str | None, Value, dict[str, object]]], outcome: str
) -> None:
    assert judge(EPISODES, count(value), corpus, **draft).outcome.value == outcome
