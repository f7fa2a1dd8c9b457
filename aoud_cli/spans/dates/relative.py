"""Dates that hang on the day they were written: `last June`, `next month`, `three months ago`."""

from __future__ import annotations

from datetime import timedelta
from typing import Optional

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Portion
from aoud_cli.spans.dates.tokens import TokenReader
from aoud_cli.spans.dates.words import (
    BEFORE_HOLIDAY_SEASON,
    BEFORE_SEASON,
    DASHES,
    DAYTIMES,
    HOLIDAYS,
    MONTHS,
    NUMBER_WORDS,
    PEOPLE_TOO,
    PLAIN_DAYS,
    SHIFTS,
    WEEKDAYS,
)
from aoud_cli.spans.dates.years import Part

Found = Optional[tuple[Part, int]]  # the part and the index of the first token behind it

LATE_MONTH = 9  # "the new year", said in September or later, is the next; said in March, nobody knows
_HOLIDAY_STARTS = frozenset(words[0] for words in HOLIDAYS)


class RelativeReader(TokenReader):
    """Reads what needs a reference; without one the part is there, unresolved."""

    def read_relative(self, i: int) -> Found:
        """`yesterday`, `last night`, `this morning`, `next month`, `last June`, `this fall`, `the coming winter`."""
        low = self.low(i)
        if low == "the":
            return self._read_coming(i) or self._read_before_last(i) or self._read_within(i)
        if low in PLAIN_DAYS:
            return self._days_away(PLAIN_DAYS[low]), i + 1
        if low in ("last", "this") and self.low(i + 1) in DAYTIMES:
            return self._days_away(SHIFTS[low]), i + 2
        if self.eat(i, "this", "time") and self.low(i + 2) in ("last", "next") and self.low(i + 3) == "year":
            shift = SHIFTS[self.low(i + 2)]
            return (self.now(shift)._replace(month=self.reference.month) if self.reference else self.now(shift)), i + 4
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

    def _read_coming(self, i: int) -> Found:
        shift = {"coming": 1, "upcoming": 1, "past": -1}.get(self.low(i + 1))
        found = self._named(shift, i + 2) if shift else None
        return found if found and self.opens_clause(found[1]) else None  # not "the upcoming Christmas special"

    def _read_before_last(self, i: int) -> Found:
        """`the year before last`, `the week after next`, `the Friday before last`."""
        shift, end = (-1, self.eat(i + 2, "before", "last")) if self.low(i + 2) == "before" else (1, self.eat(i + 2, "after", "next"))
        if not end or not self.opens_clause(end):
            return None
        if self.low(i + 1) in ("year", "month"):
            return self.now(2 * shift, self.low(i + 1) == "month"), end
        if self.low(i + 1) == "week":
            return self._week(2 * shift, False), end
        found = self._named(shift, i + 1)
        if found is None or found[1] != i + 2:
            return None
        part = found[0]
        if part.fixed:
            part = part._replace(fixed=(part.fixed[0] + timedelta(days=7 * shift), part.fixed[1] + timedelta(days=7 * shift)))
        return part._replace(year=None if part.year is None else part.year + shift), end

    def _read_within(self, i: int) -> Found:
        """`within the next twelve months`, `in the next two years`, `within the year`: from the reference on."""
        before = self.low(i - 1)
        j = i + 2 if self.low(i + 1) in ("next", "coming") else i + 1
        count = NUMBER_WORDS.get(self.low(j)) or self.number(j, 3)
        unit = self.low(j + 1 if count else j).rstrip("s")
        end = j + 2 if count else j + 1
        whole_year = j == i + 1 and unit == "year" and not count
        if before not in ("in", "within") or before == "in" and not count or j == i + 1 and not whole_year:
            return None
        if unit not in calendar.MOST_UNITS_AGO or self.low(end) in ("of", "or", "'") or not self.opens_clause(end):
            return None
        if self.reference is None:
            return Part(relative=True, unresolved=True), end
        last = calendar.unit_later(self.reference, unit, count or 1)
        return (Part(fixed=(self.reference, last), relative=True), end) if last else None

    def read_new_year(self, i: int) -> Found:
        """`in the new year`, its first day where something is to be before or by it."""
        if not self.eat(i, "the", "new", "year") or not self.opens_clause(i + 3):
            return None
        whole = self.low(i - 1) in ("in", "into", "during")
        if not whole and self.low(i - 1) not in BEFORE_SEASON:
            return None
        return self.new_year(None if whole else calendar.NEW_YEAR), i + 3

    def new_year(self, portion: Portion | None) -> Part:
        """The year after the reference's, known only where that is late in its own."""
        if self.reference is None or self.reference.month < LATE_MONTH:
            return Part(relative=True, unresolved=True)
        return Part(portion, year=self.reference.year + 1, relative=True)

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
        return Part(fixed=(day, day), weekday=WEEKDAYS[name] if which == "latest" else None, relative=True)

    def read_ago(self, i: int) -> Found:
        """`three months ago`, `a year ago`, `two years from now`: the whole month or year, the week, or the day."""
        couple = self.eat(i, "a", "couple", "of")
        unit_at = couple or i + 1
        count = 2 if couple else NUMBER_WORDS.get(self.low(i)) or self.number(i, 3)
        unit = self.low(unit_at).rstrip("s")
        if not count or unit not in calendar.MOST_UNITS_AGO or self.at(i).glued and self.at(i - 1).text in DASHES:
            return None
        ago, ahead = self.eat(unit_at + 1, "ago"), self._ahead(unit_at + 1, self.low(i - 1))
        if not ago and not ahead:
            return None
        if self.reference is None:
            return Part(relative=True, unresolved=True), ago or ahead
        sign = -1 if ago else 1
        near = calendar.unit_away(self.reference, unit, sign * count)
        far = calendar.unit_away(self.reference, unit, sign * (count + 1 if couple else count))  # a couple is two, or three
        if near is None or far is None:
            return None
        return Part(fixed=(min(near[0], far[0]), max(near[1], far[1])), relative=True), ago or ahead

    def _ahead(self, i: int, before: str) -> int:
        """The index behind `from now`, `from today`, and behind `in`, `' time` ("in two years' time")."""
        in_time = (self.eat(i, "'", "time") or self.eat(i, "'", "s", "time")) if before == "in" else 0
        return self.eat(i, "from", "now") or self.eat(i, "from", "today") or in_time

    def now(self, shift: int, month: bool = False, portion: Portion | None = None) -> Part:
        """The reference's year or month, or one before or after it."""
        if self.reference is None:
            return Part(portion, relative=True, unresolved=True)
        if not month:
            return Part(portion, year=self.reference.year + shift, relative=True)
        months = self.reference.year * 12 + self.reference.month - 1 + shift
        return Part(portion, months % 12 + 1, year=months // 12, relative=True)

    def holiday(self, i: int) -> tuple[Portion, int, bool] | None:
        """A holiday, the index behind its name, and False: it needs no "of" to be a part of a year."""
        if self.low(i) not in _HOLIDAY_STARTS or self.at(i).text.islower() and not self._is_common_holiday(i):
            return None
        for words, days in HOLIDAYS.items():
            if self.eat(i, *words):
                return Portion(days), self.skip(i + len(words), "holiday", "holidays"), False
        return None

    def _is_common_holiday(self, i: int) -> bool:
        """Whether `holidays` or `holiday season` has nothing before it that makes it another one: "the summer holidays"."""
        before = self.at(i - 1)
        if self.low(i) == "holidays":
            return before.low == "the" or before.text.isdigit()
        return self.low(i) == "holiday" and (before.low in BEFORE_HOLIDAY_SEASON or not before.text.isalpha())
