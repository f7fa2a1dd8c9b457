"""Arithmetic on days: what a part of a year or month covers, weeks, months ago, and intervals in EDTF. No text, no clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from aoud_cli.model import DateRange

FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2100, 12, 31)
MOST_UNITS_AGO = {"year": 150, "month": 1_200, "week": 5_000, "day": 36_500}  # more is a number gone wrong, and would overflow

Interval = tuple[date, date]


class Portion(NamedTuple):
    """A part of a year (first month and day, last month and day) and of a month (first and last day), where it means one.

    Day 0 is the last day of its month, a negative one counts back from there; month 13 is the next year's January, 0 the last December.
    """

    of_year: tuple[int, int, int, int] | None = None
    of_month: tuple[int, int] | None = None
    is_season: bool = False


def _months(first: int, last: int, of_month: tuple[int, int] | None = None, is_season: bool = False) -> Portion:
    return Portion((first, 1, last, 0), of_month, is_season)


EARLY = _months(1, 4, (1, 10))
MIDDLE = _months(5, 8, (10, 20))
LATE = _months(9, 12, (20, 0))
START = _months(1, 3, (1, 10))
END = _months(10, 12, (20, 0))
FIRST_DAYS = Portion((1, 1, 1, 10), (1, 10))
LAST_DAYS = Portion((12, 20, 12, 0), (20, 0))
FIRST_WEEKS = Portion((1, 1, 2, 15), (1, 15))
LAST_WEEKS = Portion((11, 16, 12, 0), (16, 0))
TURN = Portion((0, 15, 1, 15))  # the turn of 2027 begins in December 2026
NEW_YEAR = Portion((1, 1, 1, 1))
HALVES = (_months(1, 6, (1, 15)), _months(7, 12, (16, 0)))
QUARTERS = tuple(_months(first, first + 2) for first in (1, 4, 7, 10))
NAMED = {
    "early": EARLY, "middle": MIDDLE, "late": LATE, "start": START, "end": END, "turn": TURN, "first_days": FIRST_DAYS,
    "last_days": LAST_DAYS, "first_weeks": FIRST_WEEKS, "last_weeks": LAST_WEEKS,
}  # fmt: skip


def season_from(month: int) -> Portion:
    """The season of a year that begins with that month."""
    return _months(month, month + 2, is_season=True)


def read_portion(days: str) -> Portion:
    """A part of a year by its first and last month and day: `12.24-12.26`."""
    first, last = (tuple(map(int, day.split("."))) for day in days.split("-"))
    return Portion((*first, *last))  # type: ignore[arg-type]


def first_months(count: int) -> Portion:
    """The first `count` (1 to 12) months of a year."""
    return _months(1, count)


def last_months(count: int) -> Portion:
    """The last `count` (1 to 12) months of a year."""
    return _months(13 - count, 12)


def single_month(number: int) -> Portion:
    """The first (1) to fourth (4) month of a year; 0 is the last."""
    return _months(number or 12, number or 12)


def week_portion(number: int) -> Portion:
    """The first (1) to fourth (4) seven days of a month or year; 0 is the last seven days."""
    if number == 0:
        return Portion((12, -6, 12, 0), (-6, 0))
    first = 7 * number - 6
    return Portion((1, first, 1, first + 6), (first, first + 6))


def part_of_season(season: Portion, part: Portion) -> Portion | None:
    """Early, middle or late in a season is its first, second or third month; other parts of a season are not told."""
    offset = {EARLY: 0, START: 0, MIDDLE: 1, LATE: 2, END: 2}.get(part)
    if offset is None or season.of_year is None:
        return None
    month = season.of_year[0] + offset
    return Portion((month, 1, month, 0), None, True)


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where there is no such day; day 0 is the month's last, -6 the sixth before that."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if not 1800 <= year <= 2200:  # far outside of what is read, far inside of what `date` can hold
        return None
    if day > 0:
        try:
            return date(year, month, day)
        except ValueError:
            return None
    after = date(year + month // 12, month % 12 + 1, 1)
    return after + timedelta(days=day - 1)


def between_days(first: tuple[int, int, int], last: tuple[int, int, int]) -> Interval | None:
    """From one (year, month, day) to the other, None where either is no day or they stand the wrong way round."""
    start, end = make_day(*first), make_day(*last)
    return (start, end) if start is not None and end is not None and start <= end else None


def year_interval(year: int, portion: Portion | None = None, last_year: int | None = None) -> Interval | None:
    """A year, a part of one, or the years up to `last_year`."""
    if portion is None:
        return between_days((year, 1, 1), (last_year or year, 12, 31))
    if portion.of_year is None:
        return None
    month, day, last_month, last_day = portion.of_year
    return between_days((year, month, day), (year, last_month, last_day))


def month_interval(year: int, month: int, portion: Portion | None = None) -> Interval | None:
    """A month, or a part of one."""
    if portion is None:
        return between_days((year, month, 1), (year, month, 0))
    if portion.of_month is None:
        return None
    return between_days((year, month, portion.of_month[0]), (year, month, portion.of_month[1]))


def week_interval(day: date, weeks: int = 0) -> Interval:
    """Monday to Sunday of the week of `day`, or of a week that many weeks later."""
    monday = day - timedelta(days=day.weekday() - 7 * weeks)
    return monday, monday + timedelta(days=6)


def week_of(day: date, kind: str) -> Interval:
    """What "the week of" a day can mean, by the word that stands there: `of`, `beginning`, `ending`, or `weekend`.

    With Sunday some begin a week and others end one: then it is either.
    """
    monday, sunday = week_interval(day)
    if kind == "weekend":
        return min(day, sunday - timedelta(days=1)), sunday
    if kind == "beginning":
        return day, day + timedelta(days=6)
    if kind == "ending":
        return day - timedelta(days=6), day
    return monday, sunday + timedelta(days=6 if day == sunday else 0)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last of that month where it has no such day."""
    count = day.year * 12 + day.month - 1 + months
    return make_day(count // 12, count % 12 + 1, day.day) or make_day(count // 12, count % 12 + 1, 0) or LAST_DAY


def unit_later(day: date, unit: str, count: int) -> date | None:
    """The day that lies so many of a unit after another (before, if negative), None where the count is beyond what is read."""
    if abs(count) > MOST_UNITS_AGO[unit]:
        return None
    if unit in ("year", "month"):
        return months_later(day, count * (12 if unit == "year" else 1))
    return day + timedelta(days=count * (7 if unit == "week" else 1))


def unit_away(reference: date, unit: str, count: int) -> Interval | None:
    """The whole `year`, `month`, `week` or the `day` that lies `count` of these after the reference (before, if negative)."""
    if abs(count) > MOST_UNITS_AGO[unit]:
        return None
    if unit == "year":
        return year_interval(reference.year + count)
    if unit == "month":
        return month_interval(reference.year, reference.month + count)
    if unit == "week":
        return week_interval(reference, count)
    day = reference + timedelta(days=count)
    return day, day


def weekday_near(reference: date, weekday: int, which: str) -> date:
    """The `last` such weekday before the reference, the `next` after it, `this` not before it, or the `latest` not after it."""
    back = (reference.weekday() - weekday) % 7
    if which == "last":
        return reference - timedelta(days=back or 7)
    if which == "latest":
        return reference - timedelta(days=back)
    ahead = (weekday - reference.weekday()) % 7
    return reference + timedelta(days=ahead or (7 if which == "next" else 0))


def monthday_near(reference: date, monthday: int, which: str) -> date | None:
    """The `latest` such day of a month that is not after the reference, else the first not before it, in the months that have it."""
    step = -1 if which == "latest" else 1
    months = (12 * reference.year + reference.month - 1 + step * away for away in range(3))
    days = (make_day(month // 12, month % 12 + 1, monthday) for month in months)
    return next((day for day in days if day is not None and (day - reference).days * step >= 0), None)


def days_apart(interval: Interval, day: date) -> int:
    """How many days lie between the day and the interval, 0 where it is inside."""
    return max((interval[0] - day).days, (day - interval[1]).days, 0)


def clamp(day: date) -> date:
    """The day, kept within the years that are read."""
    return min(max(day, FIRST_DAY), LAST_DAY)


def next_day(day: date) -> date:
    """The day after; the last day that is read has itself."""
    return day + timedelta(days=1) if day < LAST_DAY else LAST_DAY


def day_before(day: date) -> date:
    """The day before; the first day that is read has itself."""
    return day - timedelta(days=1) if day > FIRST_DAY else FIRST_DAY


def _starts_month(day: date | None) -> bool:
    return day is None or day.day == 1


def _ends_month(day: date | None) -> bool:
    return day is None or day == date.max or (day + timedelta(days=1)).day == 1


def edtf(when: DateRange) -> str:
    """The interval in EDTF (ISO 8601-2), as coarse as its ends allow: `2025-07`, `2026-09/2027-04`, `../2026-02-20`."""
    start, end = when.earliest, when.latest
    if start is not None and start == end:
        return start.isoformat()
    months = _starts_month(start) and _ends_month(end)
    if start is not None and end is not None and months:
        if (start.month, end.month) == (1, 12):
            return f"{start.year:04}" if start.year == end.year else f"{start.year:04}/{end.year:04}"
        if (start.year, start.month) == (end.year, end.month):
            return start.isoformat()[:7]
    return f"{_end_text(start, months)}/{_end_text(end, months)}"


def _end_text(day: date | None, as_month: bool) -> str:
    if day is None:
        return ".."
    return day.isoformat()[:7] if as_month else day.isoformat()
