"""One date at one place: which reader is tried at a token, and in which order."""

from __future__ import annotations

from datetime import timedelta

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.portions import PORTIONS, PortionReader
from aoud_cli.spans.dates.relative import Found
from aoud_cli.spans.dates.words import (
    DAYTIMES,
    HOLIDAYS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    PLAIN_DAYS,
    SHIFTS,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAYS,
)
from aoud_cli.spans.dates.years import Part

# The words that a part can begin with: nothing else is looked at twice.
BEGINNERS = frozenset({"the", "very", "year", "rest", "later", "earlier", "q", "h", "week", "weekend"}).union(
    MONTHS, SHORT_MONTHS, WEEKDAYS, SHORT_WEEKDAYS, NUMBER_WORDS, ORDINALS, PLAIN_DAYS, SHIFTS, calendar.SEASONS
) | {words[0] for table in (PORTIONS, HOLIDAYS) for words in table}


_WEEK_KINDS = {"of": "of", "beginning": "beginning", "starting": "beginning", "commencing": "beginning", "ending": "ending"}


class PartReader(PortionReader):
    """Reads the part that begins at a token; every `read_` gives None where there is none of its shape."""

    def read_part(self, i: int, in_chain: bool = False) -> Found:
        """The date that begins at token `i`; `in_chain` where another one and an "or" or "to" stand before it."""
        first = self.at(i).low
        if "0" <= first[:1] <= "9":
            exact = self.read_numeric(i) or self.read_day_month(i)
            return exact or self.read_ago(i) or self.read_half_figure(i) or self.read_behind_year(i) or self.read_year(i, in_chain)
        if first not in BEGINNERS:
            return None
        return (
            self.read_clipped(i)
            or self.read_relative(i)
            or self.read_qualified(i)
            or self.read_weekday(i)
            or self.read_short_weekday(i)
            or self.read_week_of(i)
            or self.read_new_year(i)
            or self.read_month(i)
            or self.read_ago(i)
            or self.read_the_day(i)
        )

    def read_clipped(self, i: int) -> Found:
        """`later this year`, `later in 2024`, `earlier this month`: the side of the reference that the words mean."""
        clip = self.low(i)
        if clip not in ("later", "earlier") and not self.eat(i, "rest", "of"):
            return None
        j = self.skip(self.skip(i + 1, "of"), "in", "on")
        if self.low(j) in PLAIN_DAYS:
            return self.read_relative(j)
        if self.low(j) == "the" and self.low(j + 1) in ("year", "month"):
            found: Found = (self.now(0, self.low(j + 1) == "month"), j + 2)
        else:
            found = self.read_unit(j) or (self.read_month(j) or self.read_year(j) if j > i + 1 else None)
        if found is None or found[0].days or found[0].dead:
            return None
        return self._clip(found[0], "later" if clip == "rest" else clip), found[1]

    def _clip(self, part: Part, clip: str) -> Part:
        clipped = part._replace(clip=clip, weak=False)
        if part.fixed and self.reference:
            start, end = part.fixed
            inside = start <= self.reference <= end
            return part._replace(fixed=(self.reference, end) if clip == "later" else (start, self.reference)) if inside else part
        return clipped._replace(relative=part.relative or clipped.interval(self.reference) != part.interval(None))

    def read_weekday(self, i: int) -> Found:
        """`Monday`, `Monday night`, `Monday, June 6, 2022`; a weekday in a name ("Wednesday Addams", "Black Friday") is none."""
        token, before, behind = self.at(i), self.at(i - 1), self.at(i + 1)
        if token.low not in WEEKDAYS or token.text.islower():
            return None
        dated = self._day_behind(i + 1) or self._in_week(i) or self._weekday_last(i)
        if dated:
            return dated
        end = i + 2 if behind.low in DAYTIMES and behind.text.islower() else i + 1
        if before.low not in ("on", "by", "until", "since", "before", "after", "from") and end == i + 1:
            in_name = behind.text[:1].isupper() or behind.low in ("season", "the", '"', "seasons") or behind.text == "'"
            after_name = before.text[:1].isupper() and before.low not in ("early", "late")
            if in_name or after_name or before.text in ('"', "'", "*", "_") or before.low in ("every", "each"):
                return None
        if before.low in ("on", "by") and behind.text[:1].isupper() and behind.text == "Addams":
            return None
        return self.weekday(token.low, "latest"), end

    def _day_behind(self, i: int) -> Found:
        """The day that a weekday's name stands before: `, June 6, 2022`, ` 18 February`, `, the 18th of February`."""
        j = self.skip(i, ",")
        dated = self.read_month(j) or self.read_the_day(j) or self.read_day_month(j) or (self.read_numeric(j) if j > i else None)
        return dated if dated and (dated[0].days or dated[0].dead) else None

    def _in_week(self, i: int) -> Found:
        """`Thursday of last week`, `Tuesday next week`."""
        j = self.skip(self.skip(i + 1, *DAYTIMES), "of")
        shift = SHIFTS.get(self.low(j))
        if shift is None or self.low(j + 1) != "week":
            return None
        if self.reference is None:
            return Part(relative=True, unresolved=True), j + 2
        day = calendar.week_interval(self.reference, shift)[0] + timedelta(days=WEEKDAYS[self.low(i)])
        return Part(fixed=(day, day), relative=True), j + 2

    def _weekday_last(self, i: int) -> Found:
        """`Tuesday last`, `Monday next`."""
        which = self.low(i + 1)
        return (self.weekday(self.low(i), which), i + 2) if which in ("last", "next") and self.opens_clause(i + 2) else None

    def read_short_weekday(self, i: int) -> Found:
        """`Wed 18 Feb 2026`, `Sun., Feb. 22`; without a day behind it none is read."""
        token = self.at(i)
        if token.low not in SHORT_WEEKDAYS or token.text.islower() or self.low(i - 1) == "the":
            return None
        return self._day_behind(self.skip(i + 1, "."))

    def read_week_of(self, i: int) -> Found:
        """`the week of May 4`, `the weekend of March 7, 2026`, `the week ending 10 May`."""
        j = self.skip(i, "the")
        kind = "weekend" if self.low(j) == "weekend" else _WEEK_KINDS.get(self.low(j + 1), "")
        if self.low(j) not in ("week", "weekend") or self.low(j + 1) not in _WEEK_KINDS:
            return None
        k = j + 2
        found = self.read_weekday(k) or self.read_month(k) or self.read_the_day(k) or self.read_day_month(k) or self.read_numeric(k)
        if found is None or not found[0].days or found[0].dead:
            return None
        is_day = found[0].days[0] == found[0].days[1]
        return (found[0]._replace(week=kind) if is_day else found[0]), found[1]
