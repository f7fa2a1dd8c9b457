"""Parts of a year, a season or a month: `mid-2024`, `the final two months of 2023`, `Q3 2026`, `late summer 2026`."""

from __future__ import annotations

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Portion
from aoud_cli.spans.dates.days import DayReader
from aoud_cli.spans.dates.relative import Found
from aoud_cli.spans.dates.words import (
    ALWAYS_UNITS,
    BEFORE_HOLIDAY,
    BEFORE_SEASON,
    DAY_SUFFIXES,
    FISCAL,
    HOLIDAYS,
    LOWER_HOLIDAYS,
    MONTHS,
    NUMBER_WORDS,
    ORDINALS,
    PEOPLE_TOO,
    UNITS,
)
from aoud_cli.spans.dates.years import Part

PORTIONS: dict[tuple[str, ...], Portion] = {
    ("early",): calendar.EARLY, ("mid",): calendar.MIDDLE, ("late",): calendar.LATE, ("middle",): calendar.MIDDLE,
    ("towards", "the", "end"): calendar.END, ("toward", "the", "end"): calendar.END, ("tail", "end"): calendar.END,
    ("end",): calendar.END, ("close",): calendar.END, ("beginning",): calendar.START, ("start",): calendar.START,
    ("latter", "part"): calendar.LATE, ("later", "part"): calendar.LATE, ("early", "part"): calendar.EARLY,
    ("final", "months"): calendar.END, ("last", "months"): calendar.END, ("closing", "months"): calendar.END,
    ("opening", "months"): calendar.EARLY, ("first", "months"): calendar.EARLY, ("early", "months"): calendar.EARLY,
    ("latter", "months"): calendar.LATE, ("middle", "months"): calendar.MIDDLE, ("middle", "part"): calendar.MIDDLE,
    ("tail",): calendar.END, ("back", "end"): calendar.LATE, ("front", "end"): calendar.EARLY, ("early", "on"): calendar.EARLY,
    ("halfway", "through"): calendar.MIDDLE, ("midway", "through"): calendar.MIDDLE, ("mid", "-", "year"): calendar.MIDDLE,
    ("mid", "year"): calendar.MIDDLE, ("midyear",): calendar.MIDDLE, ("turn",): calendar.TURN,
    **{(word, "days"): calendar.FIRST_DAYS for word in ("first", "opening", "early")},
    **{(word, "days"): calendar.LAST_DAYS for word in ("last", "final", "closing", "dying")},
    **{(word, "weeks"): calendar.FIRST_WEEKS for word in ("first", "opening", "early")},
    **{(word, "weeks"): calendar.LAST_WEEKS for word in ("last", "final", "closing", "dying")},
}  # fmt: skip
_NEEDS_OF = frozenset({"close", "beginning", "start", "middle", "part", "months", "weeks", "days", "tail", "turn", "on"})
_VERBS_TOO = frozenset({"start", "end", "close"})  # "to start in March" begins, it is no start of March
_PORTION_STARTS = frozenset(words[0] for words in PORTIONS)
_NEEDS_OF_TOO = frozenset({("back", "end"), ("front", "end")})
_FIGURES = (*calendar.QUARTERS, *calendar.HALVES)


HOLIDAY_PORTIONS = frozenset(Portion(days) for days in HOLIDAYS.values())


class PortionReader(DayReader):
    """Reads a part and what it is a part of."""

    def read_half_figure(self, i: int) -> Found:
        """`1H 2026`, `3Q 2026`, `first` in figures: `1st half of 2026`."""
        return self.read_qualified(i) if self.at(i + 1).glued and self.low(i + 1) in ("h", "q", *DAY_SUFFIXES) else None

    def read_qualified(self, i: int) -> Found:
        """A qualifier, or a season, and the year or month that it is a part of."""
        start = self.skip(i, "the", "very")
        ended = self._year_end(i)
        if ended:
            return ended
        found = self.read_portion(start)
        if found is None:
            return self._fiscal_ordinal(start)
        portion, j, needs_of = found
        fiscal = self._fiscal(start, j) if portion in _FIGURES else None
        if fiscal:
            return fiscal
        joined = self.skip(self.skip(j, '"'), "of", "in", "-", ",", "/")
        target = self._target(self.skip(joined, "the"), portion) or (None if joined == j else self._target(j, portion))
        named = portion in _FIGURES and self.year(j) is not None and not self._counts_something(j)  # "the first half 2026"
        if target and (
            named or not needs_of or self.low(j) == "of" or (self.low(j) == "in" and (start > i or self.low(j - 1) not in _VERBS_TOO))
        ):
            return target
        return self._without_target(i, portion, j, joined)

    def _without_target(self, i: int, portion: Portion, j: int, joined: int) -> Found:
        """A part that no year or month follows: a season or holiday by the words around it, or weak, a date only beside another."""
        season = calendar.SEASONS.get(self.low(joined))
        inner = calendar.part_of_season(season, portion) if season else None
        if inner:
            portion, j = inner, joined + 1
        if portion in calendar.QUARTERS and self.low(j - 1).isdigit() and self.low(j - 2) == "q" and self.reference:
            if self.low(j) in ("and", "or", "to", "-", "/") and self.read_portion(j + 1):
                return Part(portion, weak=True), j  # "Q1 and Q2 of 2025": its year stands behind the other
            is_year = self.number(j, 2) is not None and not self.opens_clause(j)  # "Q4 26" is of that year, perhaps
            return (Part(portion, weak=True) if is_year else Part(portion, year=self.reference.year, relative=True)), j
        return Part(portion, weak=not self._is_alone(i, portion, j)), j

    def _is_alone(self, i: int, portion: Portion, j: int) -> bool:
        """Whether a season or holiday without a year is one: `in the autumn`, `by Christmas`, `over the holidays`."""
        before, word, end = self.low(i - 1), self.at(j - 1), self.opens_clause(j)
        if portion.is_season:
            is_accident = word.low == "fall" and self.low(i) == "the"  # "hurt in the fall"
            return before in BEFORE_SEASON and word.text.islower() and end and not is_accident
        is_common = word.low in ("holidays", "season")
        return portion in HOLIDAY_PORTIONS and before in BEFORE_HOLIDAY and end and is_common == (self.low(i) == "the")

    def _fiscal(self, i: int, end: int) -> Found:
        """`Q2 FY24`, `the second quarter of fiscal 2025`, `fiscal Q2 2025`: a quarter that only the company can date, and no date."""
        j = self.skip(self.skip(end, "of", "in"), "the", "its")
        if self.low(j) in FISCAL:
            return Part(dead=True), self._fiscal_end(self.skip(j + 1, "year"))
        return (Part(dead=True), self._fiscal_end(end)) if self.low(i - 1) in FISCAL else None

    def _fiscal_ordinal(self, i: int) -> Found:
        ordinal = self._ordinal(i)
        if ordinal is None or self.low(ordinal[1]) not in FISCAL or self.low(ordinal[1] + 1) not in ("quarter", "half"):
            return None
        return Part(dead=True), self._fiscal_end(ordinal[1] + 2)

    def _fiscal_end(self, i: int) -> int:
        j = self.skip(self.skip(i, "of", "in"), "'")
        return j + 1 if self.at(j).text.isdigit() else i

    def _year_end(self, i: int) -> Found:
        j = self.skip(i, "the")
        end = self.eat(j, "year", "'", "s", "end") or self.eat(j, "year", "-", "end") or self.eat(j, "end", "of", "year")
        year = self.year(end) if end else None
        if year is not None:
            return Part(calendar.END, year=year), end + 1
        return (self.now(0, portion=calendar.END), end) if end else None

    def read_behind_year(self, i: int) -> Found:
        """`2024's third quarter`, `2026 Q1`, `2026H1`, `the 2026 holiday season`."""
        year = self.number(i, 4)
        if year is None or not 1900 <= year <= 2100 or self._is_named(i, year, False):
            return None
        owns = self.eat(i + 1, "'", "s")
        j = owns or (self.skip(i + 1, "-") if self.at(i + 1).glued else i + 1)
        found = self.read_portion(j)
        if found is None or self.low(found[1]) == "of" or self.year(found[1]) is not None:
            return None
        portion, end, needs_of = found
        figure = portion in _FIGURES and self.at(j + 1).glued and not self._is_glued_on(end)
        of_year = needs_of or portion is calendar.END
        fits = figure or (of_year if owns else self.low(j) in LOWER_HOLIDAYS)
        return (Part(portion, year=year), end) if fits and portion.of_year else None

    def read_portion(self, i: int) -> tuple[Portion, int, bool] | None:
        """A part of a year or month, the index behind its words, and whether it needs an "of" to be one."""
        for count in (3, 2, 1) if self.low(i) in _PORTION_STARTS else ():
            words = tuple(self.low(i + n) for n in range(count))
            if words in PORTIONS:
                bare_end = words == ("end",) and self.low(i + 1) != "-" and self.year(i + 1) is None
                needs_of = bare_end or words[-1] in _NEEDS_OF or words in _NEEDS_OF_TOO
                return PORTIONS[words], i + count, needs_of
        season = calendar.SEASONS.get(self.low(i))
        if season:
            return season, i + 2 if self.low(i + 1) == "months" else i + 1, False
        return self.holiday(i) or self._quarter_figure(i) or self._ordinal_portion(i)

    def _quarter_figure(self, i: int) -> tuple[Portion, int, bool] | None:
        for letter, digit in ((i, i + 1), (i + 1, i)):
            number = self.at(digit).text
            kind = {"q": calendar.QUARTERS, "h": calendar.HALVES}.get(self.low(letter))
            if kind and self.at(i + 1).glued and number in tuple("1234")[: len(kind)] and not self._is_glued_figure(i + 2):
                return kind[int(number) - 1], i + 2, False
        return None

    def _is_glued_figure(self, i: int) -> bool:
        """Whether what is glued on is no year: "H1N1", but "2Q24" and "2Q2024"."""
        return self._is_glued_on(i) and self.glued_year(i) is None

    def glued_year(self, i: int) -> tuple[int, int] | None:
        """The `24` of "2Q24", the `2024` of "2Q2024", and the index behind it."""
        digits = self.at(i).text
        if not self.at(i).glued or not digits.isdigit() or not digits.isascii() or self._is_glued_on(i + 1):
            return None
        year = 2000 + int(digits) if len(digits) == 2 else int(digits) if len(digits) == 4 else 0
        return (year, i + 1) if 2000 <= year < 2050 else None

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
        if self.low(j) == "-" and self.low(j + 1) in ("half", "quarter"):
            j += 1  # "the second-half 2026 slate"
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
        if word == "month":
            return calendar.single_month(number), unit + 1, True
        count = NUMBER_WORDS.get(word) or self.number(unit, 2) or 0
        if self.low(unit + 1) == "months" and 2 <= count <= 12 and number <= 1:
            return (calendar.first_months(count) if number else calendar.last_months(count)), unit + 2, True
        return None

    def _target(self, i: int, portion: Portion) -> Found:
        """What the portion is a part of: a season, a month, a year, `the year`."""
        season = calendar.SEASONS.get(self.low(i))
        if season:
            inner = calendar.part_of_season(season, portion)
            found = self._target_year(self.skip(self.skip(self.skip(i + 1, '"'), "of", ","), "the"), portion) if inner else None
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
        dated = self._short_target(i, portion) or self._winter(i, portion)
        if dated is None and year is not None and not (self._counts_something(i) and self.low(i + 1) not in UNITS - ALWAYS_UNITS):
            dated = Part(portion, year=year), i + 1
        if dated is None and self.low(i - 1) == "the":
            dated = self._the_year(i, portion)
        if dated:
            return dated
        found = self.read_unit(i)
        if found is None or found[0].fixed or found[0].month and portion.of_month is None:
            return None
        of = found[0].portion  # "late this summer"
        inner = calendar.part_of_season(of, portion) if of else portion
        return (found[0]._replace(portion=inner), found[1]) if inner else None

    def _the_year(self, i: int, portion: Portion) -> Found:
        """`year`, `month`, `new year` behind "the"."""
        if self.eat(i, "new", "year") and self.opens_clause(i + 2):
            return self.new_year(portion), i + 2
        is_month = self.low(i) == "month"
        if self.low(i) not in ("year", "month") or self.low(i + 1) in ("of", "'") or is_month and portion.of_month is None:
            return None
        if portion is calendar.TURN:
            return Part(portion), i + 1  # the nearest, not that of the reference's year
        return self.now(0, is_month, portion), i + 1

    def _short_target(self, i: int, portion: Portion) -> Found:
        """`summer '26`, `Q4 '26`, `2Q24`."""
        if portion in _FIGURES or portion.is_season:
            short = self.short_year(i) or (self.glued_year(i) if portion in _FIGURES and self.low(i - 1) != "-" else None)
            return (Part(portion, year=short[0]), short[1]) if short else None
        return None

    def _winter(self, i: int, portion: Portion) -> Found:
        """`winter 2025-26`, `the winter of 2025/2026`: one winter."""
        year, last = self.year(i), self.at(i + 2)
        if year is None or not portion.is_season or portion.of_year is None or portion.of_year[2] <= 12:
            return None
        if self.at(i + 1).text not in ("-", "/") or last.text not in (str(year + 1), str(year + 1)[2:]) or self._is_glued_on(i + 3):
            return None
        return Part(portion, year=year), i + 3
