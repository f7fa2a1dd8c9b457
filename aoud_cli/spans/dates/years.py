"""One date as its own words tell it, and the year that its neighbours or the reference lend it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Interval, Portion


class Part(NamedTuple):
    """One date as its own words tell it, before its neighbours lend it a year or month.

    `days` are the first and last day of `month`; `clip` is `later` or `earlier` than the reference; `fixed` is already resolved.
    """

    portion: Portion | None = None
    month: int | None = None
    days: tuple[int, int] | None = None
    year: int | None = None
    last_year: int | None = None
    fixed: Interval | None = None
    week: str = ""  # the week, or weekend, about the day: see `week_of`
    clip: str = ""
    relative: bool = False
    weekday: int | None = None  # a day of the week alone, 0 for Monday: its week is that of the verb
    unresolved: bool = False  # it needs a reference and has none, or reads two ways
    weak: bool = False  # a date only beside another one: a lone month name, "the middle or"
    dead: bool = False  # it looks like a date and is none: February 30

    @property
    def is_bare(self) -> bool:
        """Whether it is a part of a year or month that isn't named: the "early" of "early or mid July"."""
        return self.portion is not None and self.month is None and self.year is None and not self.unresolved

    @property
    def is_lone_season(self) -> bool:
        """Whether it is a season whose year isn't named: "in spring or summer"."""
        return self.is_bare and self.portion is not None and self.portion.is_season

    @property
    def known_year(self) -> int | None:
        """The year that it can lend to a neighbour."""
        return self.fixed[0].year if self.fixed else self.year

    def interval(self, reference: date | None) -> Interval | None:
        """The days that it admits, None where it has no year or no such day exists."""
        if self.fixed is not None or self.year is None:
            return self.fixed
        whole = self._whole(self.year)
        if whole is not None and self.week:
            whole = calendar.week_of(whole[0], self.week)
        if whole is None or reference is None or not whole[0] <= reference <= whole[1]:
            return whole
        if self.clip:
            return (reference, whole[1]) if self.clip == "later" else (whole[0], reference)
        return whole

    def _whole(self, year: int) -> Interval | None:
        if self.month is None:
            return calendar.year_interval(year, self.portion, self.last_year)
        if self.days is not None:
            return calendar.between_days((year, self.month, self.days[0]), (year, self.month, self.days[1]))
        return calendar.month_interval(year, self.month, self.portion)


def share_years(parts: list[Part]) -> list[Part]:
    """Each part with the year (and a bare part of a month with the month) that the part behind it, else the one before, tells."""
    out = list(parts)
    for index in range(len(out) - 2, -1, -1):
        out[index] = _borrow(out[index], out[index + 1])
    for index in range(1, len(out)):
        out[index] = _follow(out[index], out[index - 1])
    return out


def _borrow(part: Part, behind: Part) -> Part:
    if part.fixed or part.year is not None or part.unresolved:
        return part
    if part.is_bare and behind.month and part.portion is not None and part.portion.of_month:
        part = part._replace(month=behind.month)
    return _in_order(part._replace(year=behind.known_year), behind)


def _in_order(part: Part, behind: Part) -> Part:
    """The part, a year earlier where "July to February 2026" would else run backwards."""
    mine, other = part.interval(None), behind.interval(None)
    if part.year is not None and mine and other and mine[0] > other[1]:
        return part._replace(year=part.year - 1)
    return part


def _follow(part: Part, before: Part) -> Part:
    if part.fixed or part.year is not None or part.unresolved or before.known_year is None:
        return part
    same = part._replace(year=before.known_year)
    mine, other = same.interval(None), before.interval(None)
    return same._replace(year=before.known_year + 1) if mine and other and mine[1] < other[0] else same


def hull(parts: list[Part], reference: date | None) -> Interval | None:
    """From the first day that any of them admits to the last, None where one of them is no date."""
    found = [part.interval(reference) for part in parts]
    known = [interval for interval in found if interval is not None]
    if len(known) < len(found):
        return None
    return min(start for start, _ in known), max(end for _, end in known)


def _occurrences(parts: list[Part], year: int, years: int) -> list[Interval]:
    """What parts without a year can mean within so many years of `year`."""
    readings = (share_years([parts[0]._replace(year=year + shift), *parts[1:]]) for shift in range(-years, years + 1))
    return [interval for interval in (hull(parts, None) for parts in readings) if interval is not None]


def nearest_year(parts: list[Part], reference: date, prefer: str) -> Interval | None:
    """What parts without a year mean: the occurrence `nearest` to the reference, the last begun (`past`) or next (`future`)."""
    found = _occurrences(parts, reference.year, 2) or _occurrences(parts, reference.year, 8)  # February 29 may be eight years away
    if prefer == "past":
        return max((i for i in found if i[0] <= reference), default=None)
    if prefer == "future":
        return min((i for i in found if i[1] >= reference), default=None)
    return min(found, key=lambda i: (calendar.days_apart(i, reference), i), default=None)
