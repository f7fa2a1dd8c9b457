"""Dates for people, and how each form is written: in a sentence (`say_`), in a column (`_words`), for scripts (`_span`)."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from aoud_cli.model import Asserted, DateRange


def say_range(when: DateRange) -> str:
    """`2022-01-28`, `2025-07`, `2025`, `2026-09-01 to 2027-04-30`, `until 2026-02-20`, `from 2027-01-01`."""
    low, high = when.earliest, when.latest
    if low is None:
        return "no day" if high is None else f"until {high}"
    if high is None:
        return f"from {low}"
    return _say_unit(low, high) or f"{low} to {high}"


def _say_unit(low: date, high: date) -> str | None:
    """A whole year, a whole month or a day as ISO 8601 writes it."""
    if low == high:
        return low.isoformat()
    if (low.month, low.day, high.month, high.day) == (1, 1, 12, 31) and low.year == high.year:
        return f"{low.year:04}"
    whole_month = low.day == 1 and high - low == timedelta(days=monthrange(low.year, low.month)[1] - 1)
    return f"{low.year:04}-{low.month:02}" if whole_month else None


def say_asserted(asserted: Asserted) -> str:
    """`on 2025-07-23`, `between 2022-06-06 and 2023-12-31`, `at an unknown time`."""
    low, high = asserted.earliest, asserted.latest
    if low is None and high is None:
        return "at an unknown time"
    if low is None or high is None:
        return f"by {high}" if low is None else f"on {low} or later"
    return f"on {low}" if low == high else f"between {low} and {high}"


def range_words(when: DateRange) -> str:
    """An interval in EDTF; nothing where both ends are unknown."""
    from aoud_cli.spans.dates.find import edtf

    return "" if when.earliest is None and when.latest is None else edtf(when)


def when_words(when: DateRange) -> str:
    """The EDTF of an interval; an open end in words."""
    if when.earliest is None and when.latest is not None:
        return f"by {range_words(DateRange(when.latest, when.latest))}"
    if when.latest is None and when.earliest is not None:
        return f"from {range_words(DateRange(when.earliest, when.earliest))}"
    return range_words(when)


def stands_words(other: DateRange, best: DateRange) -> str:
    """How another date of an event stands to the best-supported one."""
    low, high = _ends(best)
    other_low, other_high = _ends(other)
    if other_low <= low and high <= other_high:
        return "less exactly"
    if low <= other_low and other_high <= high:
        return "more exactly"
    return "otherwise" if other_high < low or high < other_low else "or"


def _ends(when: DateRange) -> tuple[str, str]:
    """Both ends as text that sorts like days, an open end before or after all."""
    return when.earliest.isoformat() if when.earliest else "", when.latest.isoformat() if when.latest else "~"


def asserted_words(asserted: Asserted) -> str:
    """The day, or '2022-06 … 2023-10' for bounds, 'after 2022-06', 'undated'."""
    first, last = asserted.earliest, asserted.latest
    if first is None and last is None:
        return "undated"
    if first is not None and first == last:
        return first.isoformat()
    if last is None:
        return f"after {_month(first)}"
    return f"before {_month(last)}" if first is None else f"{_month(first)} … {_month(last)}"


def _month(day: date | None) -> str:
    return "" if day is None else day.isoformat()[:7]


def asserted_span(asserted: Asserted) -> str:
    """For scripts: '2025-07-23', '2022-06-06/2023-10-31', '2022-06-06/..', and nothing where nothing is known."""
    first, last = asserted.earliest, asserted.latest
    if first is None and last is None:
        return ""
    ends = [".." if day is None else day.isoformat() for day in (first, last)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)
