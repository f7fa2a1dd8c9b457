"""Where dates are found in a text, and what holds for any text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from growth import growth
from hypothesis import given, strategies as st

from aoud_cli.ground.text import fold
from aoud_cli.model import DateRange
from aoud_cli.spans.dates.find import edtf, find_dates, find_in_folded, parse_date, settle

WRITTEN = date(2026, 2, 18)  # a Wednesday


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
    ("1 8 October 5, 2023", ["October 5, 2023"]),
    ("in October of the year before last", ["October of the year before last"]),
    ("on Monday and every Saturday and Sunday", ["Monday"]),
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


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on April 10 and May 15, 2025", ["2025-04-10", "2025-05-15"]),
        ("on 26 December and on 9 January 2026", ["2025-12-26", "2026-01-09"]),
        ("on April 10, and May 15, 2025", ["2025-04-10", "2025-05-15"]),
        ("on April 10 and in May 2025", ["2026-04-10", "2025-05"]),
    ],
)
def test_a_day_takes_the_year_of_the_one_behind_and(text: str, days: list[str]) -> None:
    assert [edtf(one.when) for one in find_dates(text, date(2026, 3, 1))] == days


def test_two_days_stay_two_whatever_the_tense() -> None:
    found = find_dates("between April 21 and 27", date(2025, 5, 5))[0]
    assert edtf(settle(found, date(2025, 5, 5), True).when) == "2025-04-21/2025-04-27"


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
    assert growth(lambda size: find_dates(unit * size, WRITTEN), 250) < 10
