"""Dates in figures, and years: `2025-07-23`, `13/02/2026`, `2026-27`, `2025`, and the figures that are none."""

from __future__ import annotations

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.relative import Found, RelativeReader
from aoud_cli.spans.dates.words import ALWAYS_UNITS, COUNTED, FISCAL, MONTHS, NOT_BEFORE_YEAR, SHORT_MONTHS, UNITS, YEAR_PREPOSITIONS
from aoud_cli.spans.dates.years import Part

_HYPHEN_WORDS = frozenset({"to", "or", "early", "mid", "late", "end", "and", "middle"}) | MONTHS.keys() | SHORT_MONTHS.keys()
_CAPITAL_YEARS = range(1990, 2041)  # "Geeked Week 2022" is dated, "Blade Runner 2049" and "Cyberpunk 2077" are titles


class NumberReader(RelativeReader):
    """Reads figures; every `read_` gives None where there is none of its shape."""

    def read_numeric(self, i: int) -> Found:
        """`2025-07-23`, `2025/07/23`, `2025-07`, `2026-27`, `13/02/2026`, `1/28/22`."""
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
        return Part(year=year, last_year=year + 1, dead=self.low(end) in ("season", "seasons", *FISCAL)), end

    def _three_numbers(self, texts: list[str], mark: str, i: int) -> Found:
        before, end = self.at(i - 1), i + 5
        if self._is_glued_on(end) and self.low(end) != "t" or any(len(text) > 4 for text in texts):
            return Part(dead=True), end
        if self._is_short_date(texts, mark, i):
            texts = [*texts[:2], "20" + texts[2]]
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

    def _is_short_date(self, texts: list[str], mark: str, i: int) -> bool:
        """Whether `6/6/22` tells a day: of numbers with dots, or more than three of them, nobody knows."""
        lengths = [len(text) for text in texts]
        if mark != "/" or not max(lengths) == 2 == lengths[2] or int(texts[2]) >= 50 or self.low(i - 1) in COUNTED:
            return False
        more = self.at(i + 5).glued and self.at(i + 5).text in ("/", "-")
        return not more and (not self.at(i).glued or self.at(i - 1).text in ("(", "[", '"') or self.at(i - 1).text.isspace())

    def _whole_date(self, year: int, month: int, day: int) -> Part:
        exists = 1900 <= year <= 2100 and day > 0 and 1 <= month <= 12 and calendar.make_day(year, month, day)
        return Part(year=year, month=month, days=(day, day)) if exists else Part(dead=True)

    def read_year(self, i: int, in_chain: bool = False) -> Found:
        """A year alone, where the words about it don't make it a count or a part of a title."""
        decade = self._decade(i)
        if decade:
            return decade
        year = self.year(i)
        if year is None or self._counts_something(i) or self._is_titled(i) or self._is_named(i, year, in_chain):
            return None
        return Part(year=year), i + 1

    def _decade(self, i: int) -> Found:
        """`the 2010s`: ten years."""
        token, behind = self.at(i), self.at(i + 1)
        is_decade = behind.glued and behind.low == "s" and len(token.text) == 4 and token.text[:2] in ("19", "20") and token.text[3] == "0"
        if not is_decade or self.low(i - 1) != "the" or not token.text.isdigit():
            return None
        return Part(year=int(token.text), last_year=int(token.text) + 9), i + 2

    def _is_titled(self, i: int) -> bool:
        """Whether a year is a title, or a part of one: *1917*, "Class of 1984", 2001: A Space Odyssey."""
        before, behind = self.at(i - 1), self.at(i + 1)
        if before.text in ('"', "*", "_", "'") and behind.text[:1] in ('"', "*", "_", "'") and before.text:
            return True
        if before.low == "of" and self.at(i - 2).text == "Class":
            return True
        inside = before.text[:1].isalpha() and before.text not in ("\n", "\r\n")
        return inside and behind.text == ":" and behind.glued and self.at(i + 2).text[:1].isupper()

    def _counts_something(self, i: int) -> bool:
        behind, last = self.at(i + 1), self.at(i + 2)
        if behind.glued and behind.text == "-" and last.glued and last.text.isalpha() and last.low not in _HYPHEN_WORDS:
            return True
        if behind.low in ALWAYS_UNITS or behind.text in ("%", "+"):
            return True
        if behind.glued and behind.text == "/" and last.text.isdigit() and self.year(i + 2) is None:
            return True
        if behind.low in FISCAL:
            return True
        return behind.low in UNITS and self.low(i - 1) not in ("in", "since", "of", "during", "until", "by", "early", "late", "mid")

    def _is_named(self, i: int, year: int, in_chain: bool) -> bool:
        token, before = self.at(i), self.at(i - 1)
        if token.glued and not in_chain and (before.text in ("/", "\\") or before.text == "-" and self.at(i - 1).glued):
            return True
        until = before.low == "least" and (self.eat(i - 3, "until", "at") or self.eat(i - 3, "till", "at"))
        is_fiscal = before.low in FISCAL or before.low == "year" and self.low(i - 2) in FISCAL
        if is_fiscal or before.low in NOT_BEFORE_YEAR and not until or before.text in ("$", "#", "\u20ac", "\u00a3", "\u20a9"):
            return True
        if before.text == "." and self.at(i - 2).text == "no" and before.glued:
            return True
        known = before.low in YEAR_PREPOSITIONS or before.low in MONTHS or before.low in SHORT_MONTHS
        if before.text[:1].isupper() and not known:
            return year not in _CAPITAL_YEARS
        return before.text.isdigit() and self.at(i - 2).low not in COUNTED
