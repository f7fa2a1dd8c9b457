"""Years, months and days in figures and names: `2025-07-23`, `28 January`, `January 28-30, 2022`, `June`, `2025`."""

from __future__ import annotations

from aoud_cli.spans import calendar
from aoud_cli.spans.daterelative import Found, RelativeReader
from aoud_cli.spans.datewords import (
    ALWAYS_UNITS,
    COUNTED,
    DASHES,
    MONTHS,
    NOT_BEFORE_YEAR,
    PEOPLE_TOO,
    SHORT_MONTHS,
    STRONG_BEFORE_MONTH,
    UNITS,
    WEAK_BEFORE_MONTH,
    WEEKDAYS,
    YEAR_PREPOSITIONS,
)
from aoud_cli.spans.dateyears import Part

_HYPHEN_WORDS = frozenset({"to", "or", "early", "mid", "late", "end", "and", "middle"}) | MONTHS.keys() | SHORT_MONTHS.keys()
_CAPITAL_YEARS = range(1990, 2041)  # "Geeked Week 2022" is dated, "Blade Runner 2049" and "Cyberpunk 2077" are titles


class DayReader(RelativeReader):
    """Reads dates that stand in a calendar by themselves; every `read_` gives None where there is none of its shape."""

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
