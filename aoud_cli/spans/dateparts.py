"""One date at one place: which reader is tried at a token, and in which order."""

from __future__ import annotations

from aoud_cli.spans import calendar
from aoud_cli.spans.dateportions import PORTIONS, PortionReader
from aoud_cli.spans.daterelative import Found
from aoud_cli.spans.datewords import DAYTIMES, HOLIDAYS, MONTHS, NUMBER_WORDS, ORDINALS, PLAIN_DAYS, SHIFTS, SHORT_MONTHS, WEEKDAYS
from aoud_cli.spans.dateyears import Part

# The words that a part can begin with: nothing else is looked at twice.
BEGINNERS = frozenset({"the", "very", "year", "rest", "later", "earlier", "q", "h"}).union(
    MONTHS, SHORT_MONTHS, WEEKDAYS, NUMBER_WORDS, ORDINALS, PLAIN_DAYS, SHIFTS, calendar.SEASONS
) | {words[0] for table in (PORTIONS, HOLIDAYS) for words in table}


class PartReader(PortionReader):
    """Reads the part that begins at a token; every `read_` gives None where there is none of its shape."""

    def read_part(self, i: int, in_chain: bool = False) -> Found:
        """The date that begins at token `i`; `in_chain` where another one and an "or" or "to" stand before it."""
        first = self.at(i).low
        if "0" <= first[:1] <= "9":
            exact = self.read_numeric(i) or self.read_day_month(i)
            return exact or self.read_ago(i) or self.read_half_figure(i) or self.read_year(i, in_chain)
        if first not in BEGINNERS:
            return None
        return (
            self.read_clipped(i)
            or self.read_relative(i)
            or self.read_qualified(i)
            or self.read_weekday(i)
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
        j = self.skip(i + 1, ",")
        dated = self.read_month(j) or self.read_the_day(j) or (self.read_numeric(j) or self.read_day_month(j) if j > i + 1 else None)
        if dated and (dated[0].days or dated[0].dead):
            return dated
        end = i + 2 if behind.low in DAYTIMES and behind.text.islower() else i + 1
        if before.low not in ("on", "by", "until", "since", "before", "after", "from") and end == i + 1:
            in_name = behind.text[:1].isupper() or behind.low in ("season", "the", '"', "seasons") or behind.text == "'"
            after_name = before.text[:1].isupper() and before.low not in ("early", "late")
            if in_name or after_name or before.text in ('"', "'") or before.low in ("every", "each"):
                return None
        if before.low in ("on", "by") and behind.text[:1].isupper() and behind.text == "Addams":
            return None
        return self.weekday(token.low, "latest"), end
