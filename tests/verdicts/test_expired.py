"""Which forecasts failed, by what, and which came true after all."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import ORDER, dates, make_claim, term

from aoud_cli.model import Claim, Finding, Verdict
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.expired import foretold_in_vain, is_against, shows_expired
from aoud_cli.verdicts.find import find

S2 = "season-2"
PREMIERE, START, END, STATUS = "release.premiere", "production.filming_start", "production.filming_end", "production.status"


def told(document: str, key: str, when: str, asserted: str, certainty: str = "certain", **how: Any) -> Claim:
    return make_claim(document, key, S2, dates(when), asserted=asserted, certainty=certainty, **how)


def state(document: str, word: str, asserted: str, key: str = STATUS) -> Claim:
    return make_claim(document, key, S2, term(word), asserted=asserted)


def expired(*claims: Claim) -> list[Finding]:
    return [finding for finding in find(claims, (), ORDER) if finding.verdict is Verdict.EXPIRED]


SUMMER = told("a", PREMIERE, "2024-05-01..2024-08-31", "2023-06-01", "probable")
BY_AUGUST = told("a", PREMIERE, "..2024-08-31", "2023-06-01", "probable")
NO_DATE = state("b", "unannounced", "2025-07-23", PREMIERE)
HERE = told("b", PREMIERE, "2025-03-01", "2025-07-23")
ROWS: list[tuple[str, list[Claim], bool]] = [
    ("it came much later", [SUMMER, HERE], True),
    ("it came later in another country", [SUMMER, HERE._replace(value=HERE.value._replace(where="United States"))], False),
    ("it came in March, of which no year is told", [SUMMER, HERE._replace(value=HERE.value._replace(text="March 1"))], False),
    ("it came last March", [SUMMER, HERE._replace(value=HERE.value._replace(text="last March"))], True),
    ("no date yet", [SUMMER, NO_DATE], True),
    ("no date yet on the last day", [SUMMER, state("b", "unannounced", "2024-08-31", PREMIERE)], False),
    ("no date yet on the next day", [SUMMER, state("b", "unannounced", "2024-09-01", PREMIERE)], True),
    ("it came", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-06-28", "2025-07-23")], False),
    ("it came on the first day", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-05-01", "2025-07-23")], False),
    ("it came on the last day", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-08-31", "2025-07-23")], False),
    ("it came too early", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-04-30", "2025-07-23")], True),
    ("it came too late", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-09-01", "2025-07-23")], True),
    ("it came by some day", [SUMMER, NO_DATE, told("c", PREMIERE, "..2024-06-28", "2025-07-23")], True),
    ("it came after some day", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-06-28..", "2025-07-23")], True),
    ("it came, perhaps", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-06-28", "2025-07-23", "probable")], True),
    ("it was still to come", [SUMMER, NO_DATE, told("c", PREMIERE, "2024-06-28", "2024-01-01")], True),
    ("another event came", [SUMMER, NO_DATE, told("c", END, "2024-06-28", "2025-07-23")], True),
    ("of a forecast without a first day", [BY_AUGUST, NO_DATE, told("c", PREMIERE, "2023-12-01", "2025-07-23")], False),
    ("filming", [SUMMER, state("b", "underway", "2025-07-23")], True),
    ("no filming", [SUMMER, state("b", "underway", "2025-07-23")._replace(polarity="negative")], False),
    ("an end of filming that is only possible", [SUMMER, told("b", END, "2025-12-01", "2025-07-23", "possible")], True),
    (
        "an end of filming behind the premiere, told before it was foretold",
        [told("a", PREMIERE, "2026-03-01..2026-03-31", "2025-12-01", "probable"), told("b", END, "2026-06-01", "2025-06-01", "probable")],
        False,
    ),
    (
        "an end of filming behind the premiere, told after it was foretold",
        [told("a", PREMIERE, "2026-03-01..2026-03-31", "2025-06-01", "probable"), told("b", END, "2026-06-01", "2025-12-01", "probable")],
        True,
    ),
    (
        "an end of filming on the last day of the premiere",
        [told("a", PREMIERE, "2026-03-01..2026-03-31", "2025-06-01", "probable"), told("b", END, "2026-03-31", "2025-12-01", "probable")],
        False,
    ),
]


@pytest.mark.parametrize(("claims", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_shows_that_a_forecast_failed(claims: list[Claim], wanted: bool) -> None:
    assert bool(expired(*claims)) is wanted


@pytest.mark.parametrize(
    "key", sorted(key for key, kind in FACTS.items() if kind == "plan" and key != "release.schedule")
)  # that has no date
@pytest.mark.parametrize("word", ["not_started", "scheduled", "underway", "paused", "wrapped"])
def test_every_plan_is_judged_by_what_is_told_of_the_shoot(key: str, word: str) -> None:
    forecast = told("a", key, "2024-05-01..2024-05-31", "2023-06-01", "probable")
    unfinished = {"not_started", "scheduled"} if key == START else {"not_started", "scheduled", "underway"}
    assert bool(expired(forecast, state("b", word, "2025-07-23"))) is (word in unfinished)


UNDERWAY = state("b", "underway", "2025-07-23")
SHOOTS: list[tuple[str, list[Claim], list[str]]] = [
    ("an article that tells its end", [UNDERWAY, told("b", END, "2025-06-01", "2025-07-23")], [END]),
    ("an article of its last day", [UNDERWAY, told("b", END, "2025-07-23", "2025-07-23")], [END]),
    ("an article that tells its end for later", [UNDERWAY, told("b", END, "2025-08-01", "2025-07-23")], [END, STATUS]),
    ("an article that says it is done", [UNDERWAY, state("b", "wrapped", "2025-07-23"), told("c", END, "2025-06-01", "2025-07-23")], [END]),
    ("another article tells its end", [UNDERWAY, told("c", END, "2025-06-01", "2025-07-23")], [END, STATUS]),
    ("an article that tells its beginning", [UNDERWAY, told("b", START, "2025-06-01", "2025-07-23")], [START, STATUS]),
]


@pytest.mark.parametrize(("claims", "keys"), [row[1:] for row in SHOOTS], ids=[row[0] for row in SHOOTS])
def test_what_an_article_says_of_a_shoot_whose_end_it_tells_is_of_another_day(claims: list[Claim], keys: list[str]) -> None:
    (found,) = expired(SUMMER, *claims)
    assert sorted(side.first.key for side in found.sides[1:]) == keys


def test_all_forecasts_failed_that_the_last_article_overtook() -> None:
    said = [told(d, PREMIERE, "2026-03-01..2026-03-31", day, "probable") for d, day in (("a", "2025-01-01"), ("c", "2025-09-01"))]
    ends = [told(d, END, "2026-06-01", day, "probable") for d, day in (("b", "2025-06-01"), ("d", "2025-12-01"))]
    (found,) = expired(*said, *ends)
    assert [side.documents for side in found.sides] == [("a", "c"), ("b", "d")]
    (found,) = expired(*said, ends[0])
    assert [side.documents for side in found.sides] == [("a",), ("b",)]


@pytest.mark.parametrize(
    ("proof", "reason"),
    [
        (
            NO_DATE,
            "season-2 premiere: foretold for 2024-05-01 to 2024-08-31 (probable; a; on 2023-06-01), then unannounced (b; on 2025-07-23)",
        ),
        (
            state("b", "not_started", "2025-07-23"),
            "season-2 premiere: foretold for 2024-05-01 to 2024-08-31 (probable; a; on 2023-06-01), "
            "then production status not started (b; on 2025-07-23)",
        ),
        (
            told("b", END, "2026-02-10..2026-02-20", "2025-07-23", "probable"),
            "season-2 premiere: foretold for 2024-05-01 to 2024-08-31 (probable; a; on 2023-06-01), "
            "then production filming end 2026-02-10 to 2026-02-20 (probable; b; on 2025-07-23)",
        ),
    ],
)
def test_the_reason_names_the_forecast_and_what_is_told_against_it(proof: Claim, reason: str) -> None:
    (found,) = expired(SUMMER, proof)
    assert found.reason == reason


RENEWAL = told("a", "renewal.announced", "2024-05-01..2024-08-31", "2023-06-01", "probable")
AGAINST: list[tuple[str, Claim, Claim, bool]] = [
    ("its last day has gone by", SUMMER, NO_DATE, True),
    ("a wrap behind it", SUMMER, told("b", END, "2024-10-01", "2024-01-01", "probable"), True),
    ("a wrap before it", SUMMER, told("b", END, "2024-02-01", "2024-01-01", "probable"), False),
    ("a wrap behind it, told before", SUMMER, told("b", END, "2024-10-01", "2023-01-01", "probable"), False),
    ("what tells no date", NO_DATE, SUMMER, False),
    ("an order that is no part of the shoot", RENEWAL, told("b", START, "2024-10-01", "2024-01-01", "probable"), False),
]


@pytest.mark.parametrize(("forecast", "claim", "wanted"), [row[1:] for row in AGAINST], ids=[row[0] for row in AGAINST])
def test_one_claim_against_one_forecast(forecast: Claim, claim: Claim, wanted: bool) -> None:
    assert is_against(forecast, claim) is wanted
    assert shows_expired(forecast, claim) is (wanted and claim is NO_DATE)


def test_only_what_expired_was_foretold_in_vain() -> None:
    agreed = [told(document, START, "2025-07-01", "2025-07-23") for document in "ab"]
    found = find([SUMMER, NO_DATE, *agreed], (), ORDER)
    assert {finding.verdict for finding in found} >= {Verdict.EXPIRED, Verdict.AGREES}
    assert foretold_in_vain(found) == {SUMMER.id}


def test_what_was_no_forecast_does_not_expire() -> None:
    """A premiere told as past on its day, and an article years later that knows of no date: of the next season, perhaps."""
    past = told("a", PREMIERE, "2024-05-01", "2024-05-01")
    assert not shows_expired(past, NO_DATE)
    assert shows_expired(SUMMER, NO_DATE)
