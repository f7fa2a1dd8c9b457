"""Dates that only a few words apart tell from others, read against a Wednesday of February 2026."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.spans.dates.find import edtf, find_dates, parse_date, settle
from aoud_cli.spans.dates.tokens import windows

WRITTEN = date(2026, 2, 18)

ALONE = [
    ("within the next two weeks", "2026-02-18/2026-03-04"),
    ("within the next five days", "2026-02-18/2026-02-23"),
    ("within the next two months", "2026-02-18/2026-04-18"),
    ("within the next two years", "2026-02-18/2028-02-18"),
    ("less than two years ago", "2024-01-01/2026-02-18"),
    ("under two years ago", "2024-01-01/2026-02-18"),
    ("more than two years ago", "../2024-12"),
    ("over two years ago", "../2024-12"),
    ("the first days of 2026", "2026-01-01/2026-01-10"),
    ("the first days of March 2026", "2026-03-01/2026-03-10"),
    ("the last days of 2026", "2026-12-20/2026-12-31"),
    ("the third month of the year", "2026-03"),
    ("the first month of next year", "2027-01"),
    ("1H 2026", "2026-01/2026-06"),
    ("3Q 2026", "2026-07/2026-09"),
    ("1st half of 2026", "2026-01/2026-06"),
    ("Tuesday the 17th of February", "2026-02-17"),
    ("Monday, the 16th of February", "2026-02-16"),
    ("later next year", "2027"),
    ("earlier last year", "2025"),
    ("later in the month", "2026-02-18/2026-02-28"),
    ("June", "2026-06"),
    ("Sept", "2025-09"),
    ("in Sept", "2025-09"),
    ("May", None),
    ("March", None),
    ("June 31", None),
    ("the 31st of June", None),
]


@pytest.mark.parametrize(("words", "wanted"), ALONE)
def test_a_date_alone(words: str, wanted: str | None) -> None:
    found = parse_date(words, WRITTEN)
    assert (found and edtf(found.when)) == wanted


FOUND = [
    ("It ran in 2025 and May 2026.", ["2025", "May 2026"]),
    ("It ran in March 2025 and May 2026.", ["March 2025", "May 2026"]),
    ("It ran in May and June 2026.", ["May and June 2026"]),
    ("It ran on May 6 and in June 2026.", ["May 6", "June 2026"]),
    ("It was over by Jan, she says.", ["by Jan"]),
    ("Jan told us so.", []),
    ("It came in the first quarter of March 2026.", ["March 2026"]),
    ("It took 2022,000 hours.", []),
    ("It fell into 2022,5 parts.", ["2022"]),
    ("It rose by 2022% on May 6.", ["May 6"]),
    ("Sales rose in May 6% and more.", ["May"]),
    ("In its first month 2026 saw nothing.", ["2026"]),
    ("In the first month of 2026 nothing came.", ["the first month of 2026"]),
    ("It came in winter 2025-26.", ["winter 2025-26"]),
    ("It came in winter 2025-28.", ["winter 2025"]),
    ("It came in 1H 2026.", ["1H 2026"]),
    ("It came in 1 H 2026.", ["2026"]),
    ("Earlier on May 6 it rained.", ["May 6"]),
    ("Later in May 2026 it rained.", ["Later in May 2026"]),
    ("It rained later on May 6, 2026.", ["May 6, 2026"]),
    ("He met Dec on May 4.", ["May 4"]),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_dates_in_a_sentence(text: str, wanted: list[str]) -> None:
    assert [one.text for one in find_dates(text, WRITTEN)] == wanted


def test_the_stretches_around_two_dates_lie_apart_where_a_blank_parts_them() -> None:
    text = f"in June 2025 {'so it goes ' * 40}in May 2026"
    (first, second) = windows(text)
    assert first[0] == 0 and first[1] < second[0] and second[1] == len(text)
    assert text[: first[1]].endswith(" so it goes so") and text[second[0] :].startswith("goes so ")
    assert all(text[place] == " " for place in (first[1], second[0] - 1))
    unbroken = f"in June 2025 {'x' * 440} in May 2026"
    assert list(windows(unbroken)) == [(0, len(unbroken))]


@pytest.mark.parametrize(
    ("text", "reference", "day"),
    [
        ("the finale on Sunday, February 8", date(2025, 12, 30), date(2026, 2, 8)),
        ("on Friday, March 3", date(2024, 1, 1), date(2023, 3, 3)),  # the next one is a Sunday
        ("on Wed. June 3", date(2026, 1, 1), date(2026, 6, 3)),
        ("on Friday, March 3, 2028", date(2024, 1, 1), date(2028, 3, 3)),
    ],
)
@pytest.mark.parametrize("past", [True, False])
def test_a_weekday_tells_the_year_whatever_the_verb(text: str, reference: date, day: date, past: bool) -> None:
    (found,) = find_dates(text, reference)
    assert settle(found, reference, past).earliest == day


def test_a_weekday_that_fits_no_year_near_leaves_it_to_the_verb() -> None:
    day = date(2024, 6, 20)
    (found,) = find_dates("on Monday, February 8", day)  # a Thursday before it, a Saturday behind it
    assert [settle(found, day, past).earliest for past in (True, False)] == [date(2024, 2, 8), date(2025, 2, 8)]
