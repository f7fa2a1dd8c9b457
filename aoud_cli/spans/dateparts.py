"""One date at one place: a reader for each shape that a date takes, from `2025-07-23` to `the final two months of 2023`."""

from __future__ import annotations

from aoud_cli.spans import calendar
from aoud_cli.spans.calendar import Part, Portion
from aoud_cli.spans.daterelative import Found, RelativeReader
from aoud_cli.spans.datewords import (
    ALWAYS_UNITS,
    COUNTED,
    DASHES,
    DAY_SUFFIXES,
    DAYTIMES,
    HOLIDAYS,
    MONTHS,
    NOT_BEFORE_YEAR,
    NUMBER_WORDS,
    ORDINALS,
    PEOPLE_TOO,
    PLAIN_DAYS,
    SHIFTS,
    SHORT_MONTHS,
    STRONG_BEFORE_MONTH,
    UNITS,
    WEAK_BEFORE_MONTH,
    WEEKDAYS,
    YEAR_PREPOSITIONS,
)

_HYPHEN_WORDS = frozenset({"to", "or", "early", "mid", "late", "end", "and", "middle"}) | MONTHS.keys() | SHORT_MONTHS.keys()
_CAPITAL_YEARS = range(1990, 2041)  # "Geeked Week 2022" is dated, "Blade Runner 2049" and "Cyberpunk 2077" are titles
_ADJECTIVES = {
    ("early",): calendar.EARLY, ("mid",): calendar.MIDDLE, ("late",): calendar.LATE, ("middle",): calendar.MIDDLE,
    ("towards", "the", "end"): calendar.END, ("toward", "the", "end"): calendar.END, ("tail", "end"): calendar.END,
    ("end",): calendar.END, ("close",): calendar.END, ("beginning",): calendar.START, ("start",): calendar.START,
    ("latter", "part"): calendar.LATE, ("later", "part"): calendar.LATE, ("early", "part"): calendar.EARLY,
    ("final", "months"): calendar.END, ("last", "months"): calendar.END, ("closing", "months"): calendar.END,
    ("opening", "months"): calendar.EARLY, ("first", "months"): calendar.EARLY, ("early", "months"): calendar.EARLY,
    ("latter", "months"): calendar.LATE,
}  # fmt: skip
_NEEDS_OF = frozenset({"close", "beginning", "start", "middle", "part", "months"})

# The words that a part can begin with: nothing else is looked at twice.
BEGINNERS = frozenset({"the", "very", "year", "rest", "later", "earlier", "q", "h"}).union(
    MONTHS, SHORT_MONTHS, WEEKDAYS, NUMBER_WORDS, ORDINALS, PLAIN_DAYS, SHIFTS, calendar.SEASONS
) | {words[0] for table in (_ADJECTIVES, HOLIDAYS) for words in table}


class PartReader(RelativeReader):
    """Reads the part that begins at a token; every `read_` gives None where there is none of its shape."""

    # One part

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

    def read_numeric(self, i: int) -> Found:
        """`2025-07-23`, `2025/07/23`, `2025-07`, `2026-27`, `13/02/2026`."""
        first, mark, second = self.at(i), self.at(i + 1), self.at(i + 2)
        if not (mark.glued and second.glued and second.text.isdigit() and mark.text in ("-", "/", ".", "\u2014")):
            return None
        if self.at(i + 3).text == mark.text and self.at(i + 4).text.isdigit() and self.at(i + 4).glued and self.at(i + 3).glued:
            return self._three_numbers([first.text, second.text, self.at(i + 4).text], mark.text, i)
        year = self.year(i)
        if year is None or len(second.text) != 2 or mark.text == "." or self._is_glued_on(i + 3):
            return None
        month = int(second.text)
        if mark.text == "-" and 1 <= month <= 12:
            return Part(year=year, month=month), i + 3
        return self._two_years(year, month, i + 3)

    def _is_glued_on(self, i: int) -> bool:
        return self.at(i).glued and (self.at(i).text[0].isalnum() or self.at(i).text in ("%", "_"))

    def _two_years(self, year: int, short: int, end: int) -> Found:
        if (year + 1) % 100 != short:
            return Part(dead=True), end
        return Part(year=year, last_year=year + 1, dead=self.low(end) in ("season", "seasons")), end

    def _three_numbers(self, texts: list[str], mark: str, i: int) -> Found:
        before, end = self.at(i - 1), i + 5
        if self._is_glued_on(end) and self.low(end) != "t" or any(len(text) > 4 for text in texts):
            return Part(dead=True), end
        if self.at(i).glued and before.text.isdigit() or sorted(map(len, texts))[-1] != 4 or mark == "\u2014":
            return None
        if len(texts[0]) == 4:
            year, month, day = map(int, texts)
            return self._whole_date(year, month, day), end
        first, second, year = map(int, texts)
        if first > 12 or first == second:
            return self._whole_date(year, second, first), end
        if second > 12:
            return self._whole_date(year, first, second), end
        known = 1900 <= year <= 2100 and min(first, second) > 0
        return Part(unresolved=known, dead=not known), end  # 02/03/2026 is February in one country, March in the next

    def _whole_date(self, year: int, month: int, day: int) -> Part:
        exists = 1900 <= year <= 2100 and day > 0 and 1 <= month <= 12 and calendar.make_day(year, month, day)
        return Part(year=year, month=month, days=(day, day)) if exists else Part(dead=True)

    def read_year(self, i: int, in_chain: bool = False) -> Found:
        """A year alone, where the words about it don't make it a count or a part of a title."""
        year = self.year(i)
        if year is None or self._counts_something(i) or self._is_named(i, year, in_chain):
            return None
        return Part(year=year), i + 1

    def _counts_something(self, i: int) -> bool:
        behind, last = self.at(i + 1), self.at(i + 2)
        if behind.glued and behind.text == "-" and last.glued and last.text.isalpha() and last.low not in _HYPHEN_WORDS:
            return True
        if behind.low in ALWAYS_UNITS or behind.text in ("%", "+"):
            return True
        if behind.glued and behind.text == "/" and last.text.isdigit() and self.year(i + 2) is None:
            return True
        return behind.low in UNITS and self.low(i - 1) not in ("in", "since", "of", "during", "until", "by", "early", "late", "mid")

    def _is_named(self, i: int, year: int, in_chain: bool) -> bool:
        token, before = self.at(i), self.at(i - 1)
        if token.glued and not in_chain and (before.text in ("/", "\\") or before.text == "-" and self.at(i - 1).glued):
            return True
        if before.low in NOT_BEFORE_YEAR or before.text in ("$", "#", "\u20ac", "\u00a3", "\u20a9"):
            return True
        if before.text == "." and self.at(i - 2).text == "no" and before.glued:
            return True
        known = before.low in YEAR_PREPOSITIONS or before.low in MONTHS or before.low in SHORT_MONTHS
        if before.text[:1].isupper() and not known:
            return year not in _CAPITAL_YEARS
        return before.text.isdigit() and self.at(i - 2).low not in COUNTED

    # Months

    def month_name(self, i: int) -> tuple[int, int, bool] | None:
        """The month's number, the index behind it and its full stop, and whether the name is written in full."""
        low = self.low(i)
        if low in MONTHS:
            return MONTHS[low], i + 1, True
        if low not in SHORT_MONTHS:
            return None
        dotted = self.at(i + 1).text == "." and self.at(i + 1).glued
        return SHORT_MONTHS[low], i + 1 + dotted, False

    def year_behind(self, i: int) -> tuple[Part, int] | None:
        """`, 2025`, `of 2025`, `2025`, `this year`, `of next year`: the year that stands behind a month or a day."""
        j = self.skip(i, ",")
        j = self.skip(j, "of", "in", "-" if self.at(j).glued else "of")
        year = self.year(j)
        if year is not None and (j == i or not self._counts_something(j)):
            return Part(year=year), j + 1
        found = self.read_unit(self.skip(j, "of", "in"))
        return found if found and found[0].month is None and self.low(found[1] - 1) == "year" else None

    def read_month(self, i: int) -> Found:
        """`January 28, 2022`, `January 28-30`, `July 2025`, `June`."""
        name = self.month_name(i)
        if name is None:
            return None
        month, j, _ = name
        days = self._days(j, month)
        behind = self.year_behind(days[1] if days else j)
        if days and behind is None and self._strange_year(days[1]):
            return Part(dead=True), days[1] + 2
        part = Part(month=month, days=days[0] if days else None)
        if behind:
            return self._dated(part, *behind)
        return self._without_year(i, part, days[1] if days else j)

    def _dated(self, part: Part, year: Part, end: int) -> Found:
        part = part._replace(year=year.year, relative=year.relative, unresolved=year.unresolved)
        return part._replace(dead=part.year is not None and part.interval(None) is None), end

    def _strange_year(self, i: int) -> bool:
        """Whether `, 9999` follows: a year that isn't read makes the whole date one that isn't."""
        number = self.at(i + 1)
        is_long = self.at(i).text == "," and len(number.text) >= 4 and "0" <= number.text[0] <= "9"
        return is_long and self.year(i + 1) is None and self.low(i + 2) not in UNITS

    def _days(self, i: int, month: int) -> tuple[tuple[int, int], int] | None:
        """The days behind a month's name, `28`, `the 28th`, `28-30`, `28 to 30`."""
        j = self.skip(i, "the", "-")
        first = self.day(j)
        if first is None:
            return None
        number, end = first
        link = self.low(end)
        last = self.day(end + 1) if link in (*DASHES, "to", "through", "or", "and") else None
        if last and number < last[0] <= 31 and (link in DASHES or link in ("to", "through") or self.year_behind(last[1])):
            return (number, last[0]), last[1]
        return (number, number), end

    def _without_year(self, i: int, part: Part, end: int) -> Found:
        token = self.at(i)
        if part.days:
            exists = calendar.between_days((2024, part.month or 1, part.days[0]), (2024, part.month or 1, part.days[1]))
            if token.text.islower() and (token.low in PEOPLE_TOO or token.low not in MONTHS):
                return None
            return part._replace(dead=exists is None), end
        if token.low not in MONTHS and self.at(end - 1).text == ".":
            end -= 1  # the full stop of "in Jan." may be the sentence's
        strength = self._month_alone(i, end)
        return None if strength is None else (part._replace(weak=not strength), end)

    def _month_alone(self, i: int, end: int) -> bool | None:
        """True for a month by its context, False for one only beside another date, None for a name or a verb."""
        token, before, behind = self.at(i), self.low(i - 1), self.at(end)
        is_named = behind.text[:1].isupper() and behind.low not in MONTHS and behind.low not in WEEKDAYS
        if token.text.islower():
            usual = token.low in MONTHS and token.low not in PEOPLE_TOO
            return True if usual and before in STRONG_BEFORE_MONTH else None
        if self.alone and len(self.tokens) == 1 and token.low not in ("may", "march"):
            return True
        if before in STRONG_BEFORE_MONTH or before in WEAK_BEFORE_MONTH and not is_named:
            return True
        if is_named or token.low not in MONTHS or behind.text == "'" and self.low(end + 1) != "s":
            return None
        return before in ("a", "an", "its") and behind.text[:1].islower() and token.low != "may" or token.low not in PEOPLE_TOO

    def read_day_month(self, i: int) -> Found:
        """`28 January 2022`, `28th of January 2022`, `28-30 January`, `28-Jan-2022`."""
        first = self.day(i)
        if first is None or self.low(i - 1) in COUNTED:
            return None
        number, j = first
        last = self.day(j + 1) if self.low(j) in (*DASHES, "to", "or", "and") else None
        if last and last[0] > number:
            j = last[1]
        j = self.skip(j, "of", "-")
        name = self.month_name(j)
        if name is None or not 1 <= number <= 31 or j > i + 1 and self.low(j - 1) == "-" and not self.at(j).glued:
            return None
        part = Part(month=name[0], days=(number, last[0] if last and last[0] > number else number))
        behind = self.year_behind(name[1])
        if behind:
            return self._dated(part, *behind)
        if self.at(j).text.islower() or self.low(j) in PEOPLE_TOO and self.at(name[1]).text[:1].isupper():
            return None
        return self._without_year(j, part, name[1])

    def read_the_day(self, i: int) -> Found:
        """`the 28th of January`."""
        if self.low(i) == "the" and self.at(i + 1).text.isdigit():
            return self.read_day_month(i + 1)
        return None

    # Parts of a year or month

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
            if words in _ADJECTIVES:
                needs_of = words[-1] in _NEEDS_OF or words == ("end",) and self.low(i + 1) != "-" and self.year(i + 1) is None
                return _ADJECTIVES[words], i + count, needs_of
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

    # Against the reference

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
