"""Parts of a year, a season or a month: `mid-2024`, `the final two months of 2023`, `Q3 2026`, `late summer 2026`."""

from __future__ import annotations

from aoud_cli.spans import calendar
from aoud_cli.spans.calendar import Portion
from aoud_cli.spans.datedays import DayReader
from aoud_cli.spans.daterelative import Found
from aoud_cli.spans.datewords import ALWAYS_UNITS, DAY_SUFFIXES, MONTHS, NUMBER_WORDS, ORDINALS, PEOPLE_TOO, UNITS
from aoud_cli.spans.dateyears import Part

PORTIONS = {
    ("early",): calendar.EARLY, ("mid",): calendar.MIDDLE, ("late",): calendar.LATE, ("middle",): calendar.MIDDLE,
    ("towards", "the", "end"): calendar.END, ("toward", "the", "end"): calendar.END, ("tail", "end"): calendar.END,
    ("end",): calendar.END, ("close",): calendar.END, ("beginning",): calendar.START, ("start",): calendar.START,
    ("latter", "part"): calendar.LATE, ("later", "part"): calendar.LATE, ("early", "part"): calendar.EARLY,
    ("final", "months"): calendar.END, ("last", "months"): calendar.END, ("closing", "months"): calendar.END,
    ("opening", "months"): calendar.EARLY, ("first", "months"): calendar.EARLY, ("early", "months"): calendar.EARLY,
    ("latter", "months"): calendar.LATE,
}  # fmt: skip
_NEEDS_OF = frozenset({"close", "beginning", "start", "middle", "part", "months"})


class PortionReader(DayReader):
    """Reads a part and what it is a part of."""

    def read_half_figure(self, i: int) -> Found:
        """`1H 2026`, `3Q 2026`, `first` in figures: `1st half of 2026`."""
        return self.read_qualified(i) if self.at(i + 1).glued and self.low(i + 1) in ("h", "q", *DAY_SUFFIXES) else None

    def read_qualified(self, i: int) -> Found:
        """A qualifier, or a season, and the year or month that it is a part of."""
        ended = self._year_end(i)
        if ended:
            return ended
        found = self.read_portion(self.skip(i, "the", "very"))
        if found is None:
            return None
        portion, j, needs_of = found
        joined = self.skip(j, "of", "in", "-", ",")
        target = self._target(self.skip(joined, "the"), portion) or (None if joined == j else self._target(j, portion))
        if target and not (needs_of and self.low(j) not in ("of", "in")):
            return target
        if portion in calendar.QUARTERS and self.low(j - 1).isdigit() and self.low(j - 2) == "q" and self.reference:
            return Part(portion, year=self.reference.year, relative=True), j
        return Part(portion, weak=True), j

    def _year_end(self, i: int) -> Found:
        j = self.skip(i, "the")
        end = self.eat(j, "year", "'", "s", "end") or self.eat(j, "year", "-", "end") or self.eat(j, "end", "of", "year")
        return (self.now(0, portion=calendar.END), end) if end else None

    def read_portion(self, i: int) -> tuple[Portion, int, bool] | None:
        """A part of a year or month, the index behind its words, and whether it needs an "of" to be one."""
        for count in (3, 2, 1):
            words = tuple(self.low(i + n) for n in range(count))
            if words in PORTIONS:
                needs_of = words[-1] in _NEEDS_OF or words == ("end",) and self.low(i + 1) != "-" and self.year(i + 1) is None
                return PORTIONS[words], i + count, needs_of
        season = calendar.SEASONS.get(self.low(i))
        if season:
            return season, i + 1, False
        return self.holiday(i) or self._quarter_figure(i) or self._ordinal_portion(i)

    def _quarter_figure(self, i: int) -> tuple[Portion, int, bool] | None:
        for letter, digit in ((i, i + 1), (i + 1, i)):
            number = self.at(digit).text
            kind = {"q": calendar.QUARTERS, "h": calendar.HALVES}.get(self.low(letter))
            if kind and self.at(i + 1).glued and number in tuple("1234")[: len(kind)] and not self._is_glued_on(i + 2):
                return kind[int(number) - 1], i + 2, False
        return None

    def _ordinal(self, i: int) -> tuple[int, int] | None:
        """`first` or `1st` (1), `last` (0), and the index behind it."""
        if self.low(i) in ORDINALS:
            return ORDINALS[self.low(i)], i + 1
        joined = self.low(i) + self.low(i + 1)
        return (ORDINALS[joined], i + 2) if joined in ORDINALS and self.at(i + 1).glued else None

    def _ordinal_portion(self, i: int) -> tuple[Portion, int, bool] | None:
        first = self._ordinal(i)
        if first is None:
            return None
        number, j = first
        second = self._ordinal(j + 1) if self.low(j) in ("or", "and", "to", "-") else None
        if second:
            one, other = self._counted(number, j, second[1]), self._counted(second[0], second[1], second[1])
            if one and other and one[0].of_year and other[0].of_year:
                return Portion((*one[0].of_year[:2], *other[0].of_year[2:])), other[1], True
        return self._counted(number, j, j)

    def _counted(self, number: int, j: int, unit: int) -> tuple[Portion, int, bool] | None:
        """The `number`-th half, quarter or week (0 the last), or its first or last so many months."""
        word = self.low(unit)
        if word == "half" and number <= 2:
            return calendar.HALVES[number - 1], unit + 1, True
        if word == "quarter":
            return calendar.QUARTERS[number - 1], unit + 1, True
        if word == "week":
            return calendar.week_portion(number), unit + 1, True
        count = NUMBER_WORDS.get(word) or self.number(unit, 2) or 0
        if self.low(unit + 1) == "months" and 2 <= count <= 12 and number <= 1:
            return (calendar.first_months(count) if number else calendar.last_months(count)), unit + 2, True
        return None

    def _target(self, i: int, portion: Portion) -> Found:
        """What the portion is a part of: a season, a month, a year, `the year`."""
        season = calendar.SEASONS.get(self.low(i))
        if season:
            inner = calendar.part_of_season(season, portion)
            found = self._target_year(self.skip(self.skip(i + 1, "of", ","), "the"), portion._replace()) if inner else None
            return (found[0]._replace(portion=inner), found[1]) if found else None
        name = self.month_name(i)
        if name and portion.of_month:
            behind = self.year_behind(name[1])
            if behind:
                return self._dated(Part(portion, name[0]), *behind)
            usable = not self.at(i).text.islower() or self.low(i) in MONTHS and self.low(i) not in PEOPLE_TOO
            return (Part(portion, name[0]), name[1]) if usable else None
        return self._target_year(i, portion)

    def _target_year(self, i: int, portion: Portion) -> Found:
        year = self.year(i)
        if year is not None and not (self._counts_something(i) and self.low(i + 1) not in UNITS - ALWAYS_UNITS):
            return Part(portion, year=year), i + 1
        if self.low(i - 1) == "the" and self.low(i) in ("year", "month") and self.low(i + 1) not in ("of", "'"):
            is_month = self.low(i) == "month"
            if is_month and portion.of_month is None:
                return None
            return self.now(0, is_month, portion), i + 1
        found = self.read_unit(i)
        if found is None or found[0].fixed or found[0].month and portion.of_month is None:
            return None
        return found[0]._replace(portion=portion), found[1]
