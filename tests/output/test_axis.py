"""The axis of years: where days fall, what its ruler shows, and bars under it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from aoud_cli.model import Asserted, Certainty, DateRange
from aoud_cli.output.axis import ASCII, BLOCKS, Axis, years_of
from aoud_cli.output.columns import pack
from aoud_cli.output.style import has_blocks

SURE, LIKELY, GUESS = Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE
UNDATED = Asserted()
DAYS = st.dates()
AXES = st.builds(lambda a, b, width, pens: Axis(min(a, b), max(a, b), width, pens), *[st.integers(1, 9999)] * 2, st.integers(1, 200),
                 st.sampled_from([BLOCKS, ASCII]))  # fmt: skip
RANGES = st.builds(
    lambda a, b, low, high: DateRange(min(a, b) if low else None, max(a, b) if high else None), DAYS, DAYS, st.booleans(), st.booleans()
)


@pytest.mark.parametrize(
    ("axis", "names", "ruler"),
    [
        (Axis(2024, 2025, 16, ASCII), "2024    2025    ", "|___'___|___'___"),
        (Axis(2024, 2025, 10, ASCII), "2024 2025 ", "|____|____"),
        (Axis(2024, 2025, 32, ASCII), "2024            2025            ", "|___'___'___'___|___'___'___'___"),
        (Axis(2024, 2024, 36, ASCII), "2024" + " " * 32, "|" + "__'" * 11 + "__"),
        (Axis(2023, 2026, 16, ASCII), "    2024    2026", "____|_______|___"),  # too narrow for each year
        (Axis(2024, 2024, 3, ASCII), "   ", "|__"),  # no room for a name at all
        (Axis(2024, 2025, 16), "2024    2025    ", "┼───┴───┼───┴───"),
    ],
)
def test_ruler(axis: Axis, names: str, ruler: str) -> None:
    assert axis.header() == [names, ruler]


TWO_YEARS = Axis(2024, 2025, 24, ASCII)  # a month a cell


@pytest.mark.parametrize(
    ("when", "certainty", "asserted", "bar"),
    [
        (DateRange(date(2024, 3, 1), date(2024, 5, 31)), SURE, UNDATED, "  ###                   "),
        (DateRange(date(2024, 3, 9), date(2024, 3, 9)), LIKELY, UNDATED, "  =                     "),
        (DateRange(date(2025, 1, 1), date(2025, 12, 31)), GUESS, UNDATED, "            ------------"),
        (DateRange(None, date(2024, 3, 31)), SURE, UNDATED, "<##                     "),
        (DateRange(date(2025, 11, 1), None), SURE, UNDATED, "                      #>"),
        (DateRange(date(2023, 1, 1), date(2024, 2, 1)), SURE, UNDATED, "##                      "),  # off the axis: to its edge
        (None, SURE, Asserted(date(2024, 2, 1), date(2024, 2, 1)), " .                      "),
        (None, SURE, UNDATED, "                        "),
        (DateRange(None, None), SURE, UNDATED, "                        "),
        (None, SURE, Asserted(date(2024, 2, 1), None), "                        "),  # "after 2024-02": no bounds to draw
        (
            DateRange(date(2024, 6, 1), date(2024, 8, 1)),
            GUESS,
            Asserted(date(2024, 3, 1), date(2024, 6, 30)),
            "  ...---                ",  # what is told covers when it was told
        ),
    ],
)
def test_bars(when: DateRange | None, certainty: Certainty, asserted: Asserted, bar: str) -> None:
    assert TWO_YEARS.bar(when, certainty, asserted) == bar


@given(AXES, RANGES, st.sampled_from(Certainty), RANGES)
def test_every_line_has_the_common_width(axis: Axis, when: DateRange, certainty: Certainty, written: DateRange) -> None:
    bar = axis.bar(when, certainty, Asserted(written.earliest, written.latest))
    assert {len(bar), *map(len, axis.header())} == {axis.width}


@given(AXES, DAYS, DAYS)
def test_a_later_day_never_starts_left_of_an_earlier_one(axis: Axis, a: date, b: date) -> None:
    early, late = sorted((a, b))
    assert 0 <= axis.column(early) <= axis.column(late) < axis.width


@given(AXES, RANGES)
def test_a_date_is_seen(axis: Axis, when: DateRange) -> None:
    drawn = axis.bar(when, SURE, UNDATED).strip()
    assert bool(drawn) is (when != DateRange(None, None))


@given(st.lists(RANGES, max_size=5), st.integers(1, 100))
def test_an_axis_over_ranges_holds_them(ranges: list[DateRange], width: int) -> None:
    years = years_of(ranges)
    ends = [day for when in ranges for day in (when.earliest, when.latest) if day]
    assert (years is None) is (not ends)
    assert all(years is not None and years[0] <= day.year <= years[1] for day in ends)


@pytest.mark.parametrize(
    ("environment", "blocks"),
    [
        ({}, True),
        ({"LANG": "en_US.UTF-8"}, True),
        ({"LANG": "ko_KR.utf8"}, True),
        ({"LANG": "C"}, False),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "en_US.ISO-8859-1"}, False),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, True),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, True),
        ({"LANG": "en_US.UTF-8", "PYTHONIOENCODING": "ascii:replace"}, False),
        ({"LANG": "en_US.UTF-8", "TERM": "dumb"}, False),
        ({"LANG": "", "LC_ALL": ""}, True),
    ],
)
def test_where_blocks_can_be_shown(environment: dict[str, str], blocks: bool) -> None:
    assert has_blocks(environment) is blocks


def test_packed_entries() -> None:
    assert pack(["a b", "c", "d e f g"], 8) == ["a b   c", "d e f g"]
    assert pack([], 8) == []
