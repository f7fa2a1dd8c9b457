"""When something was said, and whether what was said lay ahead."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import dates, make_claim, term

from aoud_cli.findings.moments import are_ordered, asserted_key, date_of, has_happened, is_before, is_forecast, is_planned, on_same_day
from aoud_cli.findings.reasons import WORDS, say_point, say_reason
from aoud_cli.model import Claim, DateRange, Reason

PREMIERE, S2 = "release.premiere", "season-2"


def told(when: str, asserted: str | None, certainty: str = "certain", **how: Any) -> Claim:
    return make_claim("a", PREMIERE, S2, dates(when), asserted=asserted, certainty=certainty, **how)


# A date and when it was told: whether it was planned, had happened, was foretold.
ROWS: list[tuple[str, Claim, tuple[bool, bool, bool]]] = [
    ("ahead", told("2026-03-01", "2025-07-23"), (True, False, True)),
    ("on the day", told("2025-07-23", "2025-07-23"), (False, True, False)),
    ("past", told("2025-03-01", "2025-07-23"), (False, True, False)),
    ("ahead, and told by some day", told("2026-03-01", "..2025-07-23"), (True, False, True)),
    ("past, and told by some day", told("2025-03-01", "..2025-07-23"), (False, True, False)),
    ("ahead, and told some day later", told("2026-03-01", "2025-07-23.."), (True, False, False)),
    ("ahead by its words, told at no known day", told("2026-03-01", None, quote="it will come"), (True, False, False)),
    ("not ahead by its words, told at no known day", told("2026-03-01", None, quote="it came"), (False, True, False)),
    ("until a day ahead", told("..2026-03-01", "2025-07-23"), (True, False, True)),
    ("until the day", told("..2025-07-23", "2025-07-23"), (False, True, False)),
    ("until a day that is ahead of the first but not of the last", told("..2025-08-01", "2025-07-23..2025-09-01"), (False, True, False)),
    ("from a day ahead", told("2026-03-01..", "2025-07-23"), (True, False, False)),
    ("hedged and ahead", told("2026-03-01", "2025-07-23", "probable"), (False, False, True)),
    ("hedged and going on", told("2025-01-01..2025-12-31", "2025-07-23", "probable"), (False, False, True)),
    ("hedged, on its last day", told("2025-01-01..2025-07-23", "2025-07-23", "probable"), (False, False, True)),
    ("hedged and over", told("2025-01-01..2025-07-22", "2025-07-23", "probable"), (False, True, False)),
    ("hedged and perhaps over", told("2025-01-01..2025-12-31", "2025-07-23..2026-07-23", "probable"), (False, False, False)),
    ("denied", told("2026-03-01", "2025-07-23", polarity="negative"), (False, False, False)),
    ("without a date", told("..", "2025-07-23"), (False, False, False)),
    ("no date", make_claim("a", PREMIERE, S2, term("unannounced"), asserted="2025-07-23"), (False, False, False)),
]


@pytest.mark.parametrize(("claim", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_whether_a_date_lay_ahead(claim: Claim, wanted: tuple[bool, bool, bool]) -> None:
    assert (is_planned(claim), has_happened(claim), is_forecast(claim)) == wanted


def test_dates_of_claims() -> None:
    assert date_of(told("2026-03-01..", None)) == DateRange(dates("2026-03-01").when.earliest, None)
    assert date_of(told("..", None)) is date_of(told("2026-03-01", None, polarity="negative")) is None


def test_claims_in_the_order_in_which_they_were_made() -> None:
    days = ["..2025-07-31", "2025-08-01", "2025-08-01..2025-09-01", "2025-08-01..", "2025-08-02", None]
    claims = [told("2026-03-01", day, place=place) for place, day in enumerate(days)]
    assert sorted(reversed(claims), key=asserted_key) == claims


ORDERS = [
    ("2025-07-23", "2025-07-24", (True, True, False)),
    ("2025-07-24", "2025-07-23", (False, True, False)),
    ("2025-07-23", "2025-07-23", (False, False, True)),
    ("2025-07-23", None, (False, False, False)),
    (None, None, (False, False, False)),
    ("2025-07-01..2025-07-31", "2025-07-01..2025-07-31", (False, False, False)),
    ("..2025-07-23", "2025-07-24..", (True, True, False)),
    ("2025-07-23..", "..2025-07-24", (False, False, False)),
]


@pytest.mark.parametrize(("one", "other", "wanted"), ORDERS)
def test_which_was_made_first(one: str | None, other: str | None, wanted: tuple[bool, bool, bool]) -> None:
    a, b = told("2026-03-01", one), told("2026-03-01", other)
    assert (is_before(a.asserted, b.asserted), are_ordered(a, b), on_same_day(a, b)) == wanted
    assert (are_ordered(b, a), on_same_day(b, a)) == wanted[1:]


def test_a_reason_as_a_whole_and_without_its_sides() -> None:
    reason = Reason.of("changed", fact="F", sides="1, then 2", again="")
    assert say_reason(reason) == "F: 1, then 2: a later article tells it differently"
    assert say_point(reason) == "a later article tells it differently"
    assert all(point for _, point in WORDS.values())
