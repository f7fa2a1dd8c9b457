"""Dates: what the words admit, what is no date, and what holds for any text."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.spans.dates.find import edtf, find_dates, parse_date

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
    ("just before Christmas 2025", "2025-12-10/2025-12-24"),
    ("shortly after June 5, 2026", "2026-06-06/2026-06-20"),
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
