"""Months and days by their names: `28 January`, `January 28-30, 2022`, `June`, `the 28th of last month`."""

from __future__ import annotations

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.numbers import NumberReader
from aoud_cli.spans.dates.relative import Found
from aoud_cli.spans.dates.words import (
    COUNTED,
    DASHES,
    MONTHS,
    PEOPLE_TOO,
    SHORT_MONTHS,
    STRONG_BEFORE_MONTH,
    UNITS,
    WEAK_BEFORE_MONTH,
    WEEKDAYS,
)
from aoud_cli.spans.dates.years import Part

MOST_DAYS = 6  # in a row: "June 6, 7 and 8, 2022"


class DayReader(NumberReader):
    """Reads a month, and the days and the year beside it."""

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
        short = self.short_year(self.skip(i, "of"))
        if short:
            return Part(year=short[0]), short[1]
        found = self.read_unit(self.skip(j, "of", "in")) or self._years_ago(j)
        return found if found and found[0].month is None and self.low(found[1] - 1) in ("year", "ago") else None

    def _years_ago(self, i: int) -> Found:
        """The `three years ago` of "June three years ago"."""
        found = self.read_ago(i)
        if found is None or self.low(found[1] - 1) != "ago" or self.low(found[1] - 2) not in ("year", "years"):
            return None
        span = found[0].fixed
        if span is None:
            return found
        return (Part(year=span[0].year, relative=True), found[1]) if span[0].year == span[1].year else None

    def read_month(self, i: int) -> Found:
        """`January 28, 2022`, `January 28-30`, `July 2025`, `June`."""
        name = self.month_name(i)
        if name is None:
            return None
        month, j, _ = name
        quarter = self._quarter_ended(month, j)
        if quarter:
            return quarter
        days = self._days(j, month)
        behind = self.year_behind(days[1] if days else j)
        if days and behind is None and self._strange_year(days[1]):
            return Part(dead=True), days[1] + 2
        part = Part(month=month, days=days[0] if days else None)
        if behind:
            return self._dated(part, *behind)
        return self._without_year(i, part, days[1] if days else j)

    def _quarter_ended(self, month: int, i: int) -> Found:
        """`quarter of 2025` behind its last month, `2025 quarter`; one that ends in another month is a company's own."""
        first = self.year(i)
        j = i if first is None else i + 1
        if self.low(j) != "quarter" or self.low(j - 1) == "." or self.at(j + 1).text == "-":
            return None
        behind = self.year_behind(j + 1) if first is None else (Part(year=first), j + 1)
        if month % 3:
            return Part(dead=True), behind[1] if behind else j + 1
        part = Part(calendar.QUARTERS[month // 3 - 1])
        return self._dated(part, *behind) if behind else (part, j + 1)

    def _dated(self, part: Part, year: Part, end: int) -> Found:
        part = part._replace(year=year.year, relative=year.relative, unresolved=year.unresolved)
        return part._replace(dead=part.year is not None and part.interval(None) is None), end

    def _strange_year(self, i: int) -> bool:
        """Whether `, 9999` follows: a year that isn't read makes the whole date one that isn't."""
        number = self.at(i + 1)
        is_long = self.at(i).text == "," and len(number.text) >= 4 and "0" <= number.text[0] <= "9"
        return is_long and self.year(i + 1) is None and self.low(i + 2) not in UNITS

    def _days(self, i: int, month: int) -> tuple[tuple[int, int], int] | None:
        """The days behind a month's name, `28`, `the 28th`, `28-30`, `28 to 30`, `6, 7 and 8`."""
        j = self.skip(i, "the", "-")
        first = self.day(j)
        if first is None:
            return None
        number, end = first[0], self._listed_days(first)
        link = self.low(end)
        last = self.day(end + 1) if link in (*DASHES, "to", "through", "or", "and", "&") else None
        if last and number < last[0] <= 31 and (link in DASHES or link in ("to", "through") or self.year_behind(last[1])):
            return (number, last[0]), last[1]
        return (number, number), first[1]

    def _listed_days(self, day: tuple[int, int]) -> int:
        """The index behind `6, 7,` in "6, 7, and 8"."""
        end = day[1]
        for _ in range(MOST_DAYS):
            more = self.day(end + 1) if self.low(end) == "," else None
            if more is None or not day[0] < more[0] <= 31:
                break
            day, end = more, more[1]
            if self.low(end) == "," and self.low(end + 1) in ("and", "or", "&"):
                return end + 1
        return end

    def _without_year(self, i: int, part: Part, end: int) -> Found:
        token = self.at(i)
        if part.days:
            exists = calendar.between_days((2024, part.month or 1, part.days[0]), (2024, part.month or 1, part.days[1]))
            if token.text.islower() and (token.low in PEOPLE_TOO or token.low not in MONTHS):
                return None
            return part._replace(dead=exists is None), end
        if token.low not in MONTHS and self.at(end - 1).text == "." and not self._month_linked(end):
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
        as_early = before == "as" and self.low(i - 2) in ("early", "late", "soon")
        linked = token.low not in MONTHS and self._month_linked(end)
        if not linked and (as_early or before in STRONG_BEFORE_MONTH or before in WEAK_BEFORE_MONTH and not is_named):
            return True
        if linked:
            return False
        if is_named or token.low not in MONTHS or behind.text == "'" and self.low(end + 1) != "s":
            return None
        return before in ("a", "an", "its") and behind.text[:1].islower() and token.low != "may" or token.low not in PEOPLE_TOO

    def _month_linked(self, i: int) -> bool:
        """Whether another month follows: "Jan-Feb", "Jan. or Feb."."""
        return self.low(i) in (*DASHES, "/", "to", "or", "and") and self.month_name(i + 1) is not None

    def read_day_month(self, i: int) -> Found:
        """`28 January 2022`, `28th of January 2022`, `28-30 January`, `28-Jan-2022`."""
        first = self.day(i)
        if first is None or self.low(i - 1) in COUNTED:
            return None
        number, j = first
        last = self.day(j + 1) if self.low(j) in (*DASHES, "to", "or", "and", "&") else None
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
        """`the 28th of January`, `the 28th of last month`, `the December quarter`."""
        if self.low(i) != "the":
            return None
        name = self.month_name(i + 1)
        if name:
            return self._quarter_ended(name[0], name[1])
        if not self.at(i + 1).text.isdigit():
            return None
        return self.read_day_month(i + 1) or self._day_of_month(i + 1)

    def _day_of_month(self, i: int) -> Found:
        day = self.day(i)
        found = self.read_unit(day[1] + 1) if day and self.low(day[1]) == "of" else None
        if day is None or found is None or self.low(found[1] - 1) != "month" or day[1] == i + 1:
            return None
        if found[0].unresolved:
            return found
        part = found[0]._replace(days=(day[0], day[0]))
        return part._replace(dead=part.interval(None) is None), found[1]
