"""Dates from a reference on, and what is no date."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.model import DateRange
from aoud_cli.spans.dates.find import edtf, find_dates, parse_date

WRITTEN = date(2026, 2, 18)  # a Wednesday


def admits(text: str, reference: date | None = None) -> str | None:
    found = parse_date(text, reference)
    return None if found is None else edtf(found.when)


RELATIVE = [
    ("later this year", "2026-02-18/2026-12-31"),
    ("later in the year", "2026-02-18/2026-12-31"),
    ("earlier this year", "2026-01-01/2026-02-18"),
    ("later this month", "2026-02-18/2026-02-28"),
    ("next month", "2026-03"),
    ("last month", "2026-01"),
    ("this month", "2026-02"),
    ("this year", "2026"),
    ("next year", "2027"),
    ("early next year", "2027-01/2027-04"),
    ("late this year or early next year", "2026-09/2027-04"),
    ("the end of the year", "2026-10/2026-12"),
    ("by the end of the year", "../2026-12"),
    ("year's end", "2026-10/2026-12"),
    ("the second half of next year", "2027-07/2027-12"),
    ("June of next year", "2027-06"),
    ("last June", "2025-06"),
    ("next June", "2026-06"),
    ("this fall", "2026-09/2026-11"),
    ("last summer", "2025-06/2025-08"),
    ("three months ago", "2025-11"),
    ("two years ago", "2024"),
    ("a year ago", "2025"),
    ("two weeks ago", "2026-02-02/2026-02-08"),
    ("five days ago", "2026-02-13"),
    ("two years from now", "2028"),
    ("last week", "2026-02-09/2026-02-15"),
    ("this week", "2026-02-16/2026-02-22"),
    ("next week", "2026-02-23/2026-03-01"),
    ("on Monday night", "2026-02-16"),
    ("Wednesday", "2026-02-18"),
    ("last Wednesday", "2026-02-11"),
    ("next Monday", "2026-02-23"),
    ("today", "2026-02-18"),
    ("yesterday", "2026-02-17"),
    ("on June 6", "2026-06-06"),
    ("in May", "2026-05"),
    ("mid-December", "2025-12-10/2025-12-20"),
    ("the 28th of last month", "2026-01-28"),
    ("on the 18th", "2026-02-18"),
    ("on the 11th, the agency said", "2026-02-11"),
    ("on the 24th", "2026-01-24"),
    ("on the 31st at", "2026-01-31"),
    ("the 6th of this month", "2026-02-06"),
    ("July of this year", "2026-07"),
    ("March next year", "2027-03"),
    ("May last year", "2025-05"),
    ("this coming January", "2027-01"),
    ("the closing weeks of the year", "2026-11-16/2026-12-31"),
    ("the turn of the year", "2025-12-15/2026-01-15"),
    ("before the year is out", "../2026-12"),
    ("before the year ends", "../2026-12"),
    ("before the summer is out", "../2026-08"),
    ("before the spring ends", "../2026-05"),
    ("before next year is over", "../2027-12"),
    ("by the time the year is out", "../2026-12"),
    ("before the month is out", "../2026-02"),
    ("within the year", "2026-02-18/2027-02-18"),
    ("within the next twelve months", "2026-02-18/2027-02-18"),
    ("in the next two years", "2026-02-18/2028-02-18"),
    ("within the next 10 days", "2026-02-18/2026-02-28"),
    ("in two years' time", "2028"),
    ("in a year's time", "2027"),
    ("in three months' time", "2026-05"),
    ("a year from today", "2027"),
    ("six months from now", "2026-08"),
    ("a couple of months ago", "2025-11/2025-12"),
    ("the year before last", "2024"),
    ("the month after next", "2026-04"),
    ("the week before last", "2026-02-02/2026-02-08"),
    ("the Friday before last", "2026-02-06"),
    ("last Friday", "2026-02-13"),
    ("Tuesday last", "2026-02-17"),
    ("Thursday of last week", "2026-02-12"),
    ("Thursday last week", "2026-02-12"),
    ("Tuesday next week", "2026-02-24"),
    ("last autumn", "2025-09/2025-11"),
    ("last winter", "2024-12/2025-02"),
    ("this winter", "2025-12/2026-02"),
    ("this past spring", "2025-03/2025-05"),
    ("the coming winter", "2026-12/2027-02"),
    ("early this spring", "2026-03"),
    ("late last summer", "2025-08"),
    ("in the summer", "2026-06/2026-08"),
    ("in spring", "2026-03/2026-05"),
    ("come spring", "2026-03/2026-05"),
    ("by the spring", "../2026-05"),
    ("in the spring or summer", "2026-03/2026-08"),
    ("in late spring", "2026-05"),
    ("before fall", "../2025-08"),
    ("over the holidays", "2025-11-01/2026-01-06"),
    ("this holiday season", "2026-11-01/2027-01-06"),
    ("by Christmas", "../2025-12-25"),
    ("over Chuseok", "2025-09-07/2025-10-08"),
    ("as early as May", "2026-05/.."),
    ("as late as next month", "2026-03"),
    ("some point next year", "2027"),
    ("Wednesday 18 February", "2026-02-18"),
    ("the week of May 4", "2026-05-04/2026-05-10"),
    ("the March quarter", "2026-01/2026-03"),
    ("June three years ago", "2023-06"),
    ("on May 4 a year ago", "2025-05-04"),
]


@pytest.mark.parametrize(("text", "expected"), RELATIVE)
def test_relative_dates_need_a_reference(text: str, expected: str) -> None:
    found = parse_date(text, WRITTEN)
    assert found is not None
    assert (edtf(found.when), found.relative, found.unresolved) == (expected, True, False)
    bare = parse_date(text)
    assert bare is not None
    assert (bare.earliest, bare.latest, bare.unresolved) == (None, None, True)


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (None, "2024"),
        (date(2024, 4, 9), "2024-04-09/2024-12-31"),
        (date(2023, 4, 9), "2024"),
        (date(2025, 1, 1), "2024"),
    ],
)
def test_later_in_a_year(reference: date | None, expected: str) -> None:
    assert admits("later in 2024", reference) == expected


NO_DATE = [
    "", "may", "It may return", "march on", "They march on the school", "Season 2", "winter is coming", "February 30",
    "2026-13-01", "13/13/2026", "June 31", "fall of the school",
    "in the fall", "spring into action", "second half of the season", "May Lee", "April O'Neil", "Q3", "1" * 5000, "0000", "12026",
    "0000-01-01", "9999-12-31", "January 28, 9999", "January 28, 12026", "2025 people", "2,025", "2024 hours", "$2024", "2026-piece",
    "Blade Runner 2049", "Class 2", "soon", "in the coming months", "two years after", "over four months later", "nearly four years after",
    "in 30 days", "within its initial 30 days", "in 28 days", "summer", "the 2026\u201327 season", "Wednesday Addams", "Black Friday",
    "the last year of school", "a 2022-set drama", "2024%", "2020s", "over 2000 zombies", "\u0662\u0660\u0662\u0662", "1080p",
    "Friday the 13th", "her last year", "no. 2024", "first or second half of the season",
]  # fmt: skip


# What looks like the shapes above.
NO_DATE_BESIDE = [
    "spring to mind", "a spring in her step", "fall from the roof", "hurt in the fall.", "after the fall", "in the fall from the roof",
    "in the spring of her career", "in the autumn of his life", "in spring training", "in summer camp", "in winter's grip", "by Summer",
    "with Winter of", "in spring-loaded traps", "in the summer house", "before the winter soldiers came", "early this season",
    "the first month of filming", "in its first month", "the first weeks of the outbreak", "the last days of school",
    "the closing weeks of the shoot", "the turn of the century", "her turn of phrase", "the tail of the monster", "the back end of the bus",
    "midway through the season", "halfway through episode 6", "early on in the show", "the middle part of the season",
    "the new year brings", "the New Year special", "a New Year's resolution", "on holiday", "over the summer holidays",
    "home for the Holidays", "the holiday special", "Lunar New Year gift", "the coming Christmas special", "the coming storm",
    "2Q", "Q5", "H1N1", "2HD", "3H25", "2Q24GB", "Q2 FY24", "FY24", "FY2024", "fiscal 2024", "the fiscal year 2024", "fiscal Q2 2025",
    "its second fiscal quarter of 2025", "the second quarter of fiscal 2025", "the 2025-26 fiscal year", "the January quarter of 2025",
    "the '26", "in '26", "a '22 Honda", "June '22 Jump Street'", "summer '69", "summer '26s", "quarter-final", "first-quarter drop",
    "before the year is out of reach", "the year is out", "by the time the show is out", "before the season is over",
    "within the year of the outbreak", "within a year", "within weeks", "within the next few months", "within the next year or two",
    "in the next two episodes", "in the next season", "over the next two years", "in the next year", "in three months", "in two years",
    "hit 500 million hours in three months", "later this decade", "a couple of months later", "two years' worth", "a year's time",
    "on the 3rd floor", "the 11th", "on the 5th season", "on the 40th", "the 2nd, on the whole", "on the 18",
    "the year before last season", "the episode before last", "the scene after next", "the Sun 18 times", "Mon and the others", "Sun-hee",
    "Jan Kowalski", "Jan or the others", "Mar-a-Lago", "6/6", "24/7", "1/2/3", "9/10/10/10", "part 6/6/22", "http://x.com/6/6/22", "0/0/22",
    "1/13/99", "13/13/22", "6/6/22/4", "v6/6/22", "the week of the outbreak", "the weekend of terror", "the 28th of the class",
    "the 6th of this series", "until at least episode 3", "at least 2027 zombies", "some point in episode 3", "as early as possible",
    "20260218",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATE + NO_DATE_BESIDE)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None
    assert find_dates(text) == []


@pytest.mark.parametrize("text", ["in 28 days", "April O'Neil", "It may return", "in the fall", "February 30", "Black Friday"])
def test_no_date_with_a_reference_either(text: str) -> None:
    assert find_dates(text, WRITTEN) == []


@pytest.mark.parametrize("text", NO_DATE_BESIDE)
def test_no_date_beside_with_a_reference_either(text: str) -> None:
    assert find_dates(f"They say {text}, do they?", WRITTEN) == []


@pytest.mark.parametrize(
    ("text", "reference", "expected"),
    [
        ("early in the new year", date(2026, 11, 18), "2027-01/2027-04"),
        ("in the new year", date(2026, 11, 18), "2027"),
        ("before the new year", date(2026, 11, 18), "../2026-12"),
        ("in the new year", date(2026, 2, 18), "../.."),
        ("last winter", date(2026, 4, 1), "2025-12/2026-02"),
        ("last winter", date(2026, 12, 5), "2025-12/2026-02"),
        ("this winter", date(2026, 11, 18), "2026-12/2027-02"),
        ("the turn of the year", date(2026, 11, 18), "2026-12-15/2027-01-15"),
        ("within the next 6 months", date(2025, 8, 31), "2025-08-31/2026-02-28"),
        ("the 31st of next month", date(2026, 2, 18), "2026-03-31"),
        ("in the next 150 years", date(2026, 2, 18), "2026-02-18/2100-12-31"),
    ],
)
def test_what_hangs_on_the_time_of_year(text: str, reference: date, expected: str) -> None:
    found = parse_date(text, reference)
    assert found is not None and edtf(found.when) == expected


def test_a_day_that_its_month_does_not_have_is_none() -> None:
    assert find_dates("on the 30th of this month", WRITTEN) == []


DAYS_THAT_ARE_NONE = ("February 30, 2024", "February 29, 2023", "30 February 2024", "2024-02-30", "31/04/2026", "April 31, 2026")


def test_a_day_that_reads_two_ways_or_that_its_month_lacks_is_kept_without_ends() -> None:
    for text in ("02/03/2026", "2/3/26", *DAYS_THAT_ARE_NONE):
        found = parse_date(text, WRITTEN)
        assert found is not None
        assert (found.when, found.unresolved) == (DateRange(None, None), True)
