"""The year of a date that leaves it out, from what the other articles tell of the same event."""

from __future__ import annotations

import pytest
from gold_claims import dates, make_claim, when

from aoud_cli.findings.years import with_years
from aoud_cli.model import Claim, DateRange, DateValue

PREMIERE, FINALE = "release.premiere", "release.finale"


def told(when_told: str, key: str = PREMIERE, season: int = 1) -> Claim:
    return make_claim("b", key, f"season-{season}", dates(when_told))


def yearless(words: str, key: str = PREMIERE, season: int = 1) -> Claim:
    return make_claim("a", key, f"season-{season}", DateValue(DateRange(None, None), words))


# A date without a year, what else is told, and the days that it is taken for.
ROWS: list[tuple[str, Claim, list[Claim], str]] = [
    ("one year is told", yearless("October 14"), [told("2022-10-14")], "2022-10-14"),
    ("twice the same year", yearless("October 14"), [told("2022-10-14"), told("2022-10-14")], "2022-10-14"),
    ("two years are told", yearless("October 14"), [told("2022-10-14"), told("2023-10-14")], ".."),
    ("another day is told", yearless("October 14"), [told("2022-10-15")], ".."),
    ("the month is told", yearless("October 14"), [told("2022-10-01..2022-10-31")], ".."),
    ("nothing is told", yearless("October 14"), [], ".."),
    ("of another event", yearless("October 14"), [told("2022-10-14", FINALE)], ".."),
    ("of another season", yearless("October 14"), [told("2022-10-14", season=2)], ".."),
    ("a month, by a day of it", yearless("October"), [told("2022-10-14")], "2022-10-01..2022-10-31"),
    ("a month, by itself", yearless("October"), [told("2022-10-01..2022-10-31")], "2022-10-01..2022-10-31"),
    ("a month, by another", yearless("October"), [told("2022-11-14")], ".."),
    ("a month of 28 days", yearless("February"), [told("2022-02-14")], "2022-02-01..2022-02-28"),
    ("the first of a month", yearless("October 1"), [told("2022-10-01")], "2022-10-01"),
    ("an open beginning is told", yearless("October 14"), [told("..2022-10-14")], ".."),
    ("an open end is told", yearless("October 14"), [told("2022-10-14..")], ".."),
    ("days of two months are told", yearless("October 14"), [told("2022-10-14..2022-11-14")], ".."),
    ("until a day", yearless("by October 14"), [told("2022-10-14")], ".."),
    ("no day of a year", yearless("some day"), [told("2022-10-14")], ".."),
]


@pytest.mark.parametrize(("claim", "others", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_the_year_that_fits(claim: Claim, others: list[Claim], wanted: str) -> None:
    found = with_years([claim, *others])
    assert found[1:] == others
    assert isinstance(found[0].value, DateValue)
    assert found[0].value.when == when(wanted)
    assert found[0]._replace(value=claim.value) == claim
