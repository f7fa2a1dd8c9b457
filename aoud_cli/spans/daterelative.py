"""Dates that hang on the day they were written: `last June`, `next month`, `three months ago`."""

from __future__ import annotations

from datetime import timedelta
from typing import Optional

from aoud_cli.spans import calendar
from aoud_cli.spans.calendar import Portion
from aoud_cli.spans.datetokens import TokenReader
from aoud_cli.spans.datewords import DASHES, DAYTIMES, HOLIDAYS, MONTHS, NUMBER_WORDS, PEOPLE_TOO, PLAIN_DAYS, SHIFTS, WEEKDAYS
from aoud_cli.spans.dateyears import Part

Found = Optional[tuple[Part, int]]  # the part and the index of the first token behind it


class RelativeReader(TokenReader):
    """Reads what needs a reference; without one the part is there, unresolved."""

    def read_relative(self, i: int) -> Found:
        """`yesterday`, `last night`, `this morning`, `next month`, `last June`, `this fall`."""
        low = self.low(i)
        if low in PLAIN_DAYS:
            return self._days_away(PLAIN_DAYS[low]), i + 1
        if low in ("last", "this") and self.low(i + 1) in DAYTIMES:
            return self._days_away(SHIFTS[low]), i + 2
        if self.low(i - 1) in ("the", "his", "her", "its", "their", "my", "our", "your", "s"):
            return None  # "over the last year", "her last year of school"
        return self.read_unit(i)

    def _days_away(self, days: int) -> Part:
        if self.reference is None:
            return Part(relative=True, unresolved=True)
        day = self.reference + timedelta(days=days)
        return Part(fixed=(day, day), relative=True)

    def read_unit(self, i: int) -> Found:
        """`last`, `this` or `next` with a year, month, week, season, month's name, weekday or holiday."""
        shift = SHIFTS.get(self.low(i))
        if shift is None:
            return None
        j = i + 1
        if shift == 0 and self.low(j) in ("past", "coming"):
            shift, j = (-1 if self.low(j) == "past" else 1), j + 1
        low, end = self.low(j), j + 1
        if self.low(end) == "of" and low in ("year", "month", "week"):
            return None  # "last week of school": what is the last week of a month was read before
        if low in ("year", "month"):
            return self.now(shift, low == "month"), end
        if low == "week" or low == "weekend":
            return self._week(shift, low == "weekend"), end
        return self._named(shift, j)

    def _week(self, shift: int, weekend: bool) -> Part:
        if self.reference is None:
            return Part(relative=True, unresolved=True)
        monday, sunday = calendar.week_interval(self.reference, shift)
        return Part(fixed=(monday + timedelta(days=5) if weekend else monday, sunday), relative=True)

    def _named(self, shift: int, j: int) -> Found:
        """The season, month, weekday or holiday at `j`: the last before the reference, the next after it, or this year's."""
        token = self.at(j)
        is_name = not token.text.islower()
        if token.low in WEEKDAYS and is_name:
            return self.weekday(token.low, {-1: "last", 0: "this", 1: "next"}[shift]), j + 1
        if token.low in MONTHS and (is_name or token.low not in PEOPLE_TOO):
            if self.year(j + 1) is not None or self.day(j + 1):
                return None
            return self._occurrence(shift, Part(month=MONTHS[token.low])), j + 1
        season = calendar.SEASONS.get(token.low)
        if season and self.year(j + 1) is None:
            return self._occurrence(shift, Part(season)), j + 1
        holiday = self.holiday(j)
        return (self._occurrence(shift, Part(holiday[0])), holiday[1]) if holiday and self.year(holiday[1]) is None else None

    def _occurrence(self, shift: int, part: Part) -> Part:
        if self.reference is None:
            return part._replace(relative=True, unresolved=True)
        now = self.reference
        spans = [(year, part._replace(year=year).interval(None)) for year in range(now.year - 2, now.year + 3)]
        known = [(year, span) for year, span in spans if span]
        if shift < 0:
            year = max(year for year, span in known if span[1] < now)
        elif shift > 0:
            year = min(year for year, span in known if span[0] > now)
        else:
            inside = [year for year, span in known if span[0] <= now <= span[1]]
            year = inside[0] if inside else now.year
        return part._replace(year=year, relative=True)

    def weekday(self, name: str, which: str) -> Part:
        if self.reference is None:
            return Part(relative=True, unresolved=True)
        day = calendar.weekday_near(self.reference, WEEKDAYS[name], which)
        return Part(fixed=(day, day), relative=True)

    def read_ago(self, i: int) -> Found:
        """`three months ago`, `a year ago`, `two years from now`: the whole month or year, the week, or the day."""
        count = NUMBER_WORDS.get(self.low(i)) or self.number(i, 3)
        unit = self.low(i + 1).rstrip("s")
        if not count or unit not in calendar.MOST_UNITS_AGO or self.at(i).glued and self.at(i - 1).text in DASHES:
            return None
        ago, ahead = self.eat(i + 2, "ago"), self.eat(i + 2, "from", "now")
        if not ago and not ahead:
            return None
        if self.reference is None:
            return Part(relative=True, unresolved=True), ago or ahead
        found = calendar.unit_away(self.reference, unit, -count if ago else count)
        return (Part(fixed=found, relative=True), ago or ahead) if found else None

    def now(self, shift: int, month: bool = False, portion: Portion | None = None) -> Part:
        """The reference's year or month, or one before or after it."""
        if self.reference is None:
            return Part(portion, relative=True, unresolved=True)
        if not month:
            return Part(portion, year=self.reference.year + shift, relative=True)
        months = self.reference.year * 12 + self.reference.month - 1 + shift
        return Part(portion, months % 12 + 1, year=months // 12, relative=True)

    def holiday(self, i: int) -> tuple[Portion, int, bool] | None:
        for words, (month, day) in HOLIDAYS.items():
            if self.eat(i, *words):
                return Portion((month, day, month, day)), i + len(words), False
        return None
