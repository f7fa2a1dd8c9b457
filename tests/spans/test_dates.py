"""Dates: what the words admit, what is no date, and what holds for any text."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from aoud_cli.ground.text import fold
from aoud_cli.model import DateRange
from aoud_cli.spans.dates.find import edtf, find_dates, find_in_folded, parse_date, settle

WRITTEN = date(2026, 2, 18)  # a Wednesday


def admits(text: str, reference: date | None = None) -> str | None:
    found = parse_date(text, reference)
    return None if found is None else edtf(found.when)


# The table of the documentation, row by row, then what is like each row.
CONTRACT = [
    ("mid-2024", "2024-05/2024-08"),
    ("middle of 2024", "2024-05/2024-08"),
    ("early 2027", "2027-01/2027-04"),
    ("late 2026", "2026-09/2026-12"),
    ("end of 2024", "2024-10/2024-12"),
    ("first half of 2026", "2026-01/2026-06"),
    ("H1 2026", "2026-01/2026-06"),
    ("Q3 2026", "2026-07/2026-09"),
    ("spring 2025", "2025-03/2025-05"),
    ("summer 2025", "2025-06/2025-08"),
    ("fall 2025", "2025-09/2025-11"),
    ("autumn 2025", "2025-09/2025-11"),
    ("winter 2025", "2025-12/2026-02"),
    ("mid-February 2026", "2026-02-10/2026-02-20"),
    ("early February 2026", "2026-02-01/2026-02-10"),
    ("late February 2026", "2026-02-20/2026-02-28"),
    ("July 2025", "2025-07"),
    ("2025", "2025"),
    ("late 2026 or early 2027", "2026-09/2027-04"),
    ("between late 2026 and early 2027", "2026-09/2027-04"),
    ("by mid-February 2026", "../2026-02-20"),
    ("not before 2027", "2027-01/.."),
    ("2027 at the earliest", "2027-01/.."),
    ("end of July 2025", "2025-07-20/2025-07-31"),
    ("January 28, 2022", "2022-01-28"),
]

ABSOLUTE = [
    ("2025-07-23", "2025-07-23"),
    ("2025/07/23", "2025-07-23"),
    ("2025-07-23T10:00:00Z", "2025-07-23"),
    ("2025-07", "2025-07"),
    ("13/02/2026", "2026-02-13"),
    ("02/13/2026", "2026-02-13"),
    ("Jan. 28, 2022", "2022-01-28"),
    ("28 January 2022", "2022-01-28"),
    ("28th of January 2022", "2022-01-28"),
    ("Monday, June 6, 2022", "2022-06-06"),
    ("JULY 23, 2025", "2025-07-23"),
    ("January 28-30, 2022", "2022-01-28/2022-01-30"),
    ("28 Jan \u2013 3 Feb 2022", "2022-01-28/2022-02-03"),
    ("July to September 2026", "2026-07/2026-09"),
    ("July\u2013September 2026", "2026-07/2026-09"),
    ("July 2025 to February 2026", "2025-07/2026-02"),
    ("from July 2025 through February 2026", "2025-07/2026-02"),
    ("July to February 2026", "2025-07/2026-02"),
    ("December or January 2027", "2026-12/2027-01"),
    ("May and June 2026", "2026-05/2026-06"),
    ("2026-27", "2026/2027"),
    ("2026/2027", "2026/2027"),
    ("2026\u20132027", "2026/2027"),
    ("mid 2024", "2024-05/2024-08"),
    ("the middle or towards the end of 2024", "2024-05/2024-12"),
    ("sometime in the middle or towards the end of 2024", "2024-05/2024-12"),
    ("mid-to-late 2026", "2026-05/2026-12"),
    ("mid- to late 2026", "2026-05/2026-12"),
    ("early-to-mid 2027", "2027-01/2027-08"),
    ("late 2026 or 2027", "2026-09/2027-12"),
    ("late 2026/early 2027", "2026-09/2027-04"),
    ("late 2026 into early 2027", "2026-09/2027-04"),
    ("either late 2026 or early 2027", "2026-09/2027-04"),
    ("late 2026, early 2027 or mid-2027", "2026-09/2027-08"),
    ("late July or early August 2026", "2026-07-20/2026-08-10"),
    ("early or mid July 2025", "2025-07-01/2025-07-20"),
    ("the back half of 2026", "2026-07/2026-12"),
    ("1H 2026", "2026-01/2026-06"),
    ("the first quarter of 2026", "2026-01/2026-03"),
    ("the last quarter of 2026", "2026-10/2026-12"),
    ("the first or second quarter of 2026", "2026-01/2026-06"),
    ("the final two months of 2023", "2023-11/2023-12"),
    ("the first three months of 2026", "2026-01/2026-03"),
    ("the last week of July 2025", "2025-07-25/2025-07-31"),
    ("first week of March 2026", "2026-03-01/2026-03-07"),
    ("the beginning of 2026", "2026-01/2026-03"),
    ("fall of 2026", "2026-09/2026-11"),
    ("late summer 2026", "2026-08"),
    ("late in July 2025", "2025-07-20/2025-07-31"),
    ("Christmas 2026", "2026-12-25"),
    ("around mid-2024", "2024-05/2024-08"),
    ("as early as 2027", "2027-01/.."),
    ("by the end of 2026", "../2026-12"),
    ("before the end of 2026", "../2026-12"),
    ("before 2027", "../2026-12"),
    ("no earlier than January 2027", "2027-01/.."),
    ("2027 or later", "2027-01/.."),
    ("after January 28, 2022", "2022-01-29/.."),
    ("until 2025", "2025"),
    ("since 2022", "2022"),
    ("no later than mid-2026", "../2026-08"),
    ("February 29, 2024", "2024-02-29"),
    ("winter 2100", "2100-12"),
]

PARTS_OF_YEARS = [
    ("the first month of 2022", "2022-01"),
    ("the last month of 2026", "2026-12"),
    ("the opening weeks of 2027", "2027-01-01/2027-02-15"),
    ("the last weeks of 2026", "2026-11-16/2026-12-31"),
    ("the final weeks of March 2026", "2026-03-16/2026-03-31"),
    ("the first days of July 2025", "2025-07-01/2025-07-10"),
    ("the closing days of 2026", "2026-12-20/2026-12-31"),
    ("the tail of 2026", "2026-10/2026-12"),
    ("the back end of 2026", "2026-09/2026-12"),
    ("the front end of 2027", "2027-01/2027-04"),
    ("the front half of 2027", "2027-01/2027-06"),
    ("the early part of 2027", "2027-01/2027-04"),
    ("the middle months of 2026", "2026-05/2026-08"),
    ("the summer months of 2026", "2026-06/2026-08"),
    ("early on in 2026", "2026-01/2026-04"),
    ("midway through 2026", "2026-05/2026-08"),
    ("mid-year 2026", "2026-05/2026-08"),
    ("end-2026", "2026-10/2026-12"),
    ("year-end 2026", "2026-10/2026-12"),
    ("the end of year 2026", "2026-10/2026-12"),
    ("the turn of 2027", "2026-12-15/2027-01-15"),
    ("late spring or early summer of 2026", "2026-05/2026-06"),
    ("winter 2025-26", "2025-12/2026-02"),
    ("winter 2025/26", "2025-12/2026-02"),
    ("the winter of 2025-2026", "2025-12/2026-02"),
    ("2024's third quarter", "2024-07/2024-09"),
    ("2026's second half", "2026-07/2026-12"),
    ("the first half 2026", "2026-01/2026-06"),
    ("third-quarter 2026", "2026-07/2026-09"),
    ("before 2026 is out", "../2026-12"),
    ("by the time 2026 ends", "../2026-12"),
    ("until at least 2027", "2027-01/.."),
    ("the end of 2026, or else early 2027", "2026-10/2027-04"),
    ("at some point in 2027", "2027"),
    ("New Year 2027", "2027-01-01"),
    ("Lunar New Year 2027", "2027-01-21/2027-02-20"),
    ("Seollal 2027", "2027-01-21/2027-02-20"),
    ("Chuseok 2026", "2026-09-07/2026-10-08"),
    ("the Chuseok holidays 2026", "2026-09-07/2026-10-08"),
    ("Christmas of 2026", "2026-12-25"),
    ("the holiday season 2026", "2026-11-01/2027-01-06"),
    ("2026 holiday season", "2026-11-01/2027-01-06"),
]

# As analysts and listings write.
SHORT = [
    ("2Q24", "2024-04/2024-06"),
    ("4Q2024", "2024-10/2024-12"),
    ("4Q 2024", "2024-10/2024-12"),
    ("2H25", "2025-07/2025-12"),
    ("1H26", "2026-01/2026-06"),
    ("H2'25", "2025-07/2025-12"),
    ("H2 '25", "2025-07/2025-12"),
    ("Q4 of 2026", "2026-10/2026-12"),
    ("Q4 '26", "2026-10/2026-12"),
    ("Q1/2026", "2026-01/2026-03"),
    ("2026 Q1", "2026-01/2026-03"),
    ("2026Q1", "2026-01/2026-03"),
    ("2026-H1", "2026-01/2026-06"),
    ("Q1 and Q2 of 2025", "2025-01/2025-06"),
    ("Q3/Q4 2025", "2025-07/2025-12"),
    ("H1 or H2 2027", "2027"),
    ("December quarter of 2025", "2025-10/2025-12"),
    ("March 2026 quarter", "2026-01/2026-03"),
    ("summer '26", "2026-06/2026-08"),
    ("the summer of '26", "2026-06/2026-08"),
    ("June '22", "2022-06"),
    ("Jan/Feb 2026", "2026-01/2026-02"),
    ("Jan-Feb 2026", "2026-01/2026-02"),
    ("Jan.\u2013Feb. 2026", "2026-01/2026-02"),
    ("Feb. 18th, 2026", "2026-02-18"),
    ("Wed 18 Feb 2026", "2026-02-18"),
    ("Wed., Feb. 18, 2026", "2026-02-18"),
    ("Wednesday 18 February 2026", "2026-02-18"),
    ("the 18th of February 2026", "2026-02-18"),
    ("2025.07.24", "2025-07-24"),
    ("24.07.2025", "2025-07-24"),
    ("6/6/22", "2022-06-06"),
    ("1/28/22", "2022-01-28"),
    ("28/1/22", "2022-01-28"),
    ("June 6 & 7, 2022", "2022-06-06/2022-06-07"),
    ("June 6, 7 and 8, 2022", "2022-06-06/2022-06-08"),
    ("6 and 7 June 2022", "2022-06-06/2022-06-07"),
    ("the week of May 4, 2026", "2026-05-04/2026-05-10"),
    ("the week of Wednesday, May 6, 2026", "2026-05-04/2026-05-10"),
    ("the week of May 3, 2026", "2026-04-27/2026-05-09"),  # a Sunday: which week?
    ("the week beginning 6 May 2026", "2026-05-06/2026-05-12"),
    ("the week ending May 10, 2026", "2026-05-04/2026-05-10"),
    ("the week of May 4-10, 2026", "2026-05-04/2026-05-10"),
    ("the weekend of March 6, 2026", "2026-03-06/2026-03-08"),
    ("the weekend of 7-8 March 2026", "2026-03-07/2026-03-08"),
]


@pytest.mark.parametrize(("text", "expected"), CONTRACT + ABSOLUTE + PARTS_OF_YEARS + SHORT)
def test_what_the_words_admit(text: str, expected: str) -> None:
    assert admits(text) == expected
    assert admits(text, WRITTEN) == expected
    found = find_dates(f"It may return, {text}.")
    assert [edtf(one.when) for one in found] == [expected]


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
    ("the 6th of this month", "2026-02-06"),
    ("July of this year", "2026-07"),
    ("March next year", "2027-03"),
    ("May last year", "2025-05"),
    ("this coming January", "2027-01"),
    ("the closing weeks of the year", "2026-11-16/2026-12-31"),
    ("the turn of the year", "2025-12-15/2026-01-15"),
    ("before the year is out", "../2026-12"),
    ("before the year ends", "../2026-12"),
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
    "February 30, 2024", "February 29, 2023", "2024-02-30", "2026-13-01", "13/13/2026", "31/04/2026", "June 31", "fall of the school",
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


def test_a_day_that_reads_two_ways_is_kept_without_ends() -> None:
    for text in ("02/03/2026", "2/3/26"):
        found = parse_date(text, WRITTEN)
        assert found is not None
        assert (found.when, found.unresolved) == (DateRange(None, None), True)


YEAR_QUALIFIERS = [
    "early ", "mid-", "mid ", "middle of ", "late ", "late in ", "end of ", "towards the end of ", "the beginning of ", "the start of ",
    "the back half of ", "the latter half of ", "first half of ", "second half of ", "H1 ", "H2 ", "1H ", "Q1 ", "Q2 ", "Q3 ", "Q4 ",
    "first quarter of ", "the fourth quarter of ", "spring ", "summer ", "fall of ", "autumn ", "the first week of ", "the last week of ",
    "the final two months of ", "sometime in ", "around ", "the latter part of ", "early in ", "late summer ", "mid-to-late ",
    "the first month of ", "the opening weeks of ", "the closing weeks of ", "the first days of ", "the last days of ", "the tail of ",
    "the back end of ", "midway through ", "year-end ", "the summer months of ", "third-quarter ", "the December quarter of ",
]  # fmt: skip
MONTH_QUALIFIERS = [
    "early ", "mid-", "mid ", "middle of ", "late ", "late in ", "end of ", "the beginning of ", "first half of ", "the second half of ",
    "the first week of ", "last week of ", "towards the end of ", "early or mid-",
    "the opening weeks of ", "the final weeks of ", "the first days of ", "the last days of ",
]  # fmt: skip


@pytest.mark.parametrize("qualifier", YEAR_QUALIFIERS)
@pytest.mark.parametrize("year", [1900, 2024, 2026, 2100])
def test_a_part_of_a_year_lies_in_it(qualifier: str, year: int) -> None:
    found = parse_date(f"{qualifier}{year}")
    assert found is not None
    assert found.text == f"{qualifier}{year}"
    assert found.earliest is not None and found.latest is not None
    assert date(year, 1, 1) <= found.earliest <= found.latest <= date(year, 12, 31)


@pytest.mark.parametrize("qualifier", MONTH_QUALIFIERS)
@pytest.mark.parametrize("month", "January February March April May June July August September October November December".split())
def test_a_part_of_a_month_lies_in_it(qualifier: str, month: str) -> None:
    found, whole = parse_date(f"{qualifier}{month} 2024"), parse_date(f"{month} 2024")
    assert found is not None and whole is not None
    assert found.text == f"{qualifier}{month} 2024"
    assert found.earliest is not None and found.latest is not None and whole.earliest is not None and whole.latest is not None
    assert whole.earliest <= found.earliest <= found.latest <= whole.latest


FINDS = [
    ("June 6, 2022, and January 28, 2022", ["June 6, 2022", "January 28, 2022"]),
    ("In 2022 viewers saw it; on June 6, 2022, it was renewed", ["2022", "June 6, 2022"]),
    ("in 2022 \u2014 June 6, 2022, to be exact", ["2022", "June 6, 2022"]),
    ("moved from July 2025 to February 2026", ["July 2025", "February 2026"]),
    ("postponed until 2025 or may be later", ["2025"]),
    ("early 2026, late 2026", ["early 2026", "late 2026"]),
    ("Netflix Geeked Week 2022 (2022)", ["2022", "2022"]),
    ("Season 2 January 2026", ["January 2026"]),
    ("nearly four years after January 2022", ["January 2022"]),
    ("is expected to wrap by mid-February 2026, toward late 2026 or early 2027", ["by mid-February 2026", "late 2026 or early 2027"]),
    ("\u201cAll\u201d\u00a0of Us, mid\u20112024\u2014not 2025", ["mid\u20112024", "2025"]),
    ("it came\u200b on Jan\u200buary 28, \uff12\uff10\uff12\uff12.", ["Jan\u200buary 28, \uff12\uff10\uff12\uff12"]),
    ("in June 10 million viewers", ["June"]),
    ("it aired on Wed 18 Feb 2026 in Seoul", ["Wed 18 Feb 2026"]),
    ("(6/6/22)", ["6/6/22"]),
    ("June 6 and 7 others", ["June 6"]),
    ("June 6, 7 and 8 zombies", ["June 6"]),
    ("2024's hit, 2026's first half of the season", ["2024", "2026"]),
    ("the first half, 2000 people", []),
    ("returns come spring, or in the autumn of 2027", ["spring, or in the autumn of 2027"]),
    ("the summer holidays 2026", ["2026"]),
    ("anywhere between late 2026 and mid 2027", ["between late 2026 and mid 2027"]),
    ("the week of May", ["May"]),
    ("2022 or else he dies", ["2022"]),
    ("in the year before last year's finale", ["last year"]),
]


@pytest.mark.parametrize(("text", "expected"), FINDS)
def test_what_is_found_where(text: str, expected: list[str]) -> None:
    found = find_dates(text)
    assert [one.text for one in found] == expected
    assert [text[one.start : one.end] for one in found] == expected


def test_a_line_end_ends_a_date() -> None:
    assert [one.text for one in find_dates("on January 28\n2022 was")] == ["January 28", "2022"]


@pytest.mark.parametrize(
    ("text", "reference", "past", "expected"),
    [
        ("in June", date(2026, 2, 18), True, "2025-06"),
        ("in June", date(2025, 9, 1), False, "2026-06"),
        ("on June 6", date(2026, 6, 6), True, "2026-06-06"),
        ("on February 29", date(2026, 6, 6), True, "2024-02-29"),
        ("by mid-January", date(2026, 2, 1), False, "../2027-01-20"),
        ("between November and January", date(2026, 9, 1), False, "2026-11/2027-01"),
        ("in 2022", date(2026, 9, 1), False, "2022"),
    ],
)
def test_the_tense_settles_a_year(text: str, reference: date, past: bool, expected: str) -> None:
    found = parse_date(text, reference)
    assert found is not None
    assert edtf(settle(found, reference, past).when) == expected


def test_a_reference_of_several_days_admits_what_any_of_them_would() -> None:
    weeks = DateRange(date(2025, 12, 20), date(2026, 1, 10))
    assert [edtf(one.when) for one in find_in_folded("next year", weeks)] == ["2026/2027"]
    assert [edtf(one.when) for one in find_in_folded("next month", weeks)] == ["2026-01/2026-02"]
    assert [one.unresolved for one in find_in_folded("next year", DateRange(None, date(2026, 1, 10)))] == [True]


@pytest.mark.parametrize(
    ("earliest", "latest", "expected"),
    [
        (None, None, "../.."),
        (date(2026, 2, 10), date(2026, 2, 20), "2026-02-10/2026-02-20"),
        (date(2026, 1, 1), date(2026, 12, 30), "2026-01-01/2026-12-30"),
        (None, date(2026, 2, 20), "../2026-02-20"),
        (date(2027, 1, 2), None, "2027-01-02/.."),
        (date(2024, 2, 1), date(2024, 2, 28), "2024-02-01/2024-02-28"),
        (date(9999, 12, 1), date.max, "9999-12"),
    ],
)
def test_edtf(earliest: date | None, latest: date | None, expected: str) -> None:
    assert edtf(DateRange(earliest, latest)) == expected


@pytest.mark.xfail(strict=True, reason="known: only the words about a number tell a title's from a year")
@pytest.mark.parametrize("text", ["Death Race 2000", "They saw 2012 again"])
def test_years_in_titles(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.xfail(strict=True, reason="known: a month that is a first name, behind a preposition")
def test_a_name_behind_in() -> None:
    assert find_dates("in April O'Neil's van") == []


WORDS = st.lists(
    st.sampled_from(
        "by before after not between and or to the end of early mid late - \u2014 / , . ' s year month week day last next this ago two "
        "28 2026 2027 1999 January May june Feb. 30 12 Monday summer quarter half first Q3 H1 later in at earliest from now 13 \n "
        "today spring the, week new holidays Christmas Wed '26 fiscal time is out Jan 6/6/22 month's 2Q24 & within next two".split(" ")
    ),
    max_size=14,
).map(" ".join)
REFERENCES = st.none() | st.dates()


def check(text: str, reference: date | None) -> None:
    found = find_dates(text, reference)
    end = 0
    for one in found:
        assert end <= one.start < one.end
        assert one.text == text[one.start : one.end]
        assert one.unresolved == (one.when == DateRange(None, None))
        if one.earliest and one.latest:
            assert one.earliest <= one.latest
        for day in (one.earliest, one.latest):
            assert day is None or 1900 <= day.year <= 2100
        edtf(one.when)
        settle(one, reference, True)
        end = one.end
    parse_date(text, reference)


@given(st.text(), REFERENCES)
def test_any_text(text: str, reference: date | None) -> None:
    check(text, reference)


@given(WORDS, REFERENCES)
def test_any_heap_of_the_words_of_dates(text: str, reference: date | None) -> None:
    check(text, reference)
    check(text.replace(" ", ""), reference)


@given(WORDS)
def test_twice_the_text_has_twice_the_dates(text: str) -> None:
    once = [one.text for one in find_dates(text)]
    apart = "\n" + "nothing. " * 40 + "\n"
    assert [one.text for one in find_dates(text + apart + text)] == once * 2
    assert [one.text for one in find_dates(text + "\n" + text)] == once * 2


@given(WORDS, REFERENCES)
def test_folded_text_gives_the_same(text: str, reference: date | None) -> None:
    found = find_in_folded(fold(text).text, reference)
    assert [one.when for one in found] == [one.when for one in find_dates(text, reference)]


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_a_day_is_read_as_itself(day: date) -> None:
    month = "January February March April May June July August September October November December".split()[day.month - 1]
    for text in (day.isoformat(), f"{month} {day.day}, {day.year}", f"{day.day} {month} {day.year}", f"{month[:3]} {day.day}, {day.year}"):
        found = parse_date(text)
        assert found is not None
        assert (found.earliest, found.latest, found.text) == (day, day, text)
    assert edtf(DateRange(day, day)) == day.isoformat()


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_a_weekday_is_the_latest_not_after_the_reference(day: date, name: str) -> None:
    found = parse_date(f"on {name}", day)
    assert found is not None and found.earliest is not None
    assert day - timedelta(days=6) <= found.earliest <= day
    assert found.earliest.strftime("%w") == str(("Sunday Monday Tuesday Wednesday Thursday Friday Saturday").split().index(name))


@pytest.mark.parametrize(
    "unit",
    ["2026, ", "2026 or ", "2026", "1", "early ", "late or ", "June, ", "between 2026 and ", "Monday, ", "12/", "1 January-", "end of "]
    + [
        "in spring or ",
        "June 6, 7, ",
        "Jan-",
        "6/6/22 ",
        "Wed ",
        "the week of ",
        "Q1 and ",
        "2026's ",
        "before the year ",
        "the new year ",
    ],
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    started = time.perf_counter()
    find_dates(unit * 5_000, WRITTEN)
    assert time.perf_counter() - started < 10  # a quadratic reader takes minutes
