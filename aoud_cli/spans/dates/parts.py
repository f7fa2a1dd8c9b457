"""One date as its own words tell it, the year that its neighbours or the reference lend it, and dates in figures."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple, Optional

from aoud_cli.english import numbers, words
from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Interval, Portion
from aoud_cli.spans.dates.tokens import UNITS, Tokens

MONTHS = numbers("month_names")
SHORT_MONTHS = numbers("short_months")
FISCAL = frozenset(words("fiscal"))
COUNTED = frozenset(words("counted"))
ALWAYS_UNITS = frozenset(words("always_units"))
_BEHIND_HYPHEN = frozenset(words("behind_hyphen"))
_BEFORE_UNITS = frozenset(words("year_before_units"))
_PREPOSITIONS = frozenset(words("year_prepositions"))
_NAMES_A_NUMBER = frozenset(words("names_a_number"))
_CAPITAL_YEARS = range(1990, 2041)  # "Geeked Week 2022" is dated, "Blade Runner 2049" and "Cyberpunk 2077" are titles


class Part(NamedTuple):
    """One date as its own words tell it, before its neighbours lend it a year or month.

    `days` are the first and last day of `month`; `clip` is `later` or `earlier` than the reference; `fixed` is already resolved.
    """

    portion: Portion | None = None
    month: int | None = None
    days: tuple[int, int] | None = None
    year: int | None = None
    last_year: int | None = None
    fixed: Interval | None = None
    week: str = ""  # the week, or weekend, about the day: see `week_of`
    clip: str = ""
    relative: bool = False
    weekday: int | None = None  # a day of the week alone, 0 for Monday: its week is that of the verb
    monthday: int | None = None  # a day alone, "on the 11th": its month is that of the verb
    falls_on: int | None = None  # the weekday that stands beside the day and its month: it tells the year
    unresolved: bool = False  # it needs a reference and has none, or reads two ways
    weak: bool = False  # a date only beside another one: a lone month name, "the middle or"
    dead: bool = False  # it looks like a date and is none: February 30

    @property
    def is_bare(self) -> bool:
        """Whether it is a part of a year or month that isn't named: the "early" of "early or mid July"."""
        return self.portion is not None and self.month is None and self.year is None and not self.unresolved

    @property
    def is_lone_season(self) -> bool:
        """Whether it is a season whose year isn't named: "in spring or summer"."""
        return self.is_bare and self.portion is not None and self.portion.is_season

    @property
    def known_year(self) -> int | None:
        """The year that it can lend to a neighbour."""
        return self.fixed[0].year if self.fixed else self.year

    def interval(self, reference: date | None) -> Interval | None:
        """The days that it admits, None where it has no year or no such day exists."""
        if self.fixed is not None or self.year is None:
            return self.fixed
        whole = self._whole(self.year)
        if whole is not None and self.week:
            whole = calendar.week_of(whole[0], self.week)
        if whole is None or reference is None or not whole[0] <= reference <= whole[1]:
            return whole
        if self.clip:
            return (reference, whole[1]) if self.clip == "later" else (whole[0], reference)
        return whole

    def _whole(self, year: int) -> Interval | None:
        if self.month is None:
            return calendar.year_interval(year, self.portion, self.last_year)
        if self.days is not None:
            return calendar.between_days((year, self.month, self.days[0]), (year, self.month, self.days[1]))
        return calendar.month_interval(year, self.month, self.portion)


LONGEST_MONTH: Final = 31  # days
MONTHS_OF_YEAR: Final = 12


def share_years(parts: list[Part]) -> list[Part]:
    """Each part with the year (and a bare part of a month with the month) that the part behind it, else the one before, tells."""
    out = list(parts)
    for index in range(len(out) - 2, -1, -1):
        out[index] = _borrow(out[index], out[index + 1])
    for index in range(1, len(out)):
        out[index] = _follow(out[index], out[index - 1])
    return out


def _borrow(part: Part, behind: Part) -> Part:
    if part.fixed or part.year is not None or part.unresolved:
        return part
    if part.is_bare and behind.month and part.portion is not None and part.portion.of_month:
        part = part._replace(month=behind.month)
    return _in_order(part._replace(year=behind.known_year), behind)


def _in_order(part: Part, behind: Part) -> Part:
    """The part, a year earlier where "July to February 2026" would else run backwards."""
    mine, other = part.interval(None), behind.interval(None)
    if part.year is not None and mine and other and mine[0] > other[1]:
        return part._replace(year=part.year - 1)
    return part


def _follow(part: Part, before: Part) -> Part:
    if part.fixed or part.year is not None or part.unresolved or before.known_year is None:
        return part
    same = part._replace(year=before.known_year)
    mine, other = same.interval(None), before.interval(None)
    return same._replace(year=before.known_year + 1) if mine and other and mine[1] < other[0] else same


def hull(parts: list[Part], reference: date | None) -> Interval | None:
    """From the first day that any of them admits to the last, None where one of them is no date."""
    found = [part.interval(reference) for part in parts]
    known = [interval for interval in found if interval is not None]
    if len(known) < len(found):
        return None
    return min(start for start, _ in known), max(end for _, end in known)


def _occurrences(parts: list[Part], year: int, years: int) -> list[Interval]:
    """What parts without a year can mean within so many years of `year`."""
    readings = (share_years([parts[0]._replace(year=year + shift), *parts[1:]]) for shift in range(-years, years + 1))
    return [interval for interval in (hull(parts, None) for parts in readings) if interval is not None]


def _on_its_weekday(part: Part, found: list[Interval], reference: date) -> list[Interval]:
    """Of the last and the next such day the one on the weekday told, whatever the verb: "with the finale on Sunday, February 8"."""
    if part.falls_on is None:
        return []
    behind = [interval for interval in found if interval[0] <= reference]
    ahead = [interval for interval in found if interval[0] > reference]
    return [interval for interval in behind[-1:] + ahead[:1] if interval[0].weekday() == part.falls_on]


def nearest_year(parts: list[Part], reference: date, prefer: str) -> Interval | None:
    """What parts without a year mean: the occurrence `nearest` to the reference, the last begun (`past`) or next (`future`)."""
    found = _occurrences(parts, reference.year, 2) or _occurrences(parts, reference.year, 8)  # February 29 may be eight years away
    found = _on_its_weekday(parts[0], found, reference) or found
    if prefer == "past":
        return max((i for i in found if i[0] <= reference), default=None)
    if prefer == "future":
        return min((i for i in found if i[1] >= reference), default=None)
    return min(found, key=lambda i: (calendar.days_apart(i, reference), i), default=None)


# In figures ------------------------------------------------------------------------------------------------------------

Found = Optional[tuple[Part, int]]  # the part and the index of the first token behind it


def read_numeric(t: Tokens, i: int) -> Found:
    """`2025-07-23`, `2025/07/23`, `2025-07`, `2026-27`, `13/02/2026`, `1/28/22`."""
    mark, second = t.at(i + 1), t.at(i + 2)
    if mark.text not in ("-", "/", ".", "\u2014") or not _figure_behind(t, i + 1, mark.text):
        return None
    if _figure_behind(t, i + 3, mark.text):
        return _three_numbers(t, [t.at(i).text, second.text, t.at(i + 4).text], mark.text, i)
    year = t.year(i)
    if year is None or len(second.text) != 2 or mark.text == "." or is_glued_on(t, i + 3):
        return None
    month = int(second.text)
    is_month = mark.text == "-" and 1 <= month <= 12
    return (Part(year=year, month=month), i + 3) if is_month else _two_years(t, year, month, i + 3)


def _figure_behind(t: Tokens, i: int, mark: str) -> bool:
    """Whether the mark stands at `i` between two figures, without blanks."""
    return t.at(i).text == mark and t.at(i).glued and t.at(i + 1).glued and t.at(i + 1).text.isdigit()


def is_glued_on(t: Tokens, i: int) -> bool:
    return t.at(i).glued and (t.at(i).text[0].isalnum() or t.at(i).text in ("%", "_"))


def _two_years(t: Tokens, year: int, short: int, end: int) -> Found:
    if (year + 1) % 100 != short:
        return Part(dead=True), end
    return Part(year=year, last_year=year + 1, dead=t.low(end) in ("season", "seasons", *FISCAL)), end


def _three_numbers(t: Tokens, texts: list[str], mark: str, i: int) -> Found:
    end = i + 5
    if (is_glued_on(t, end) and t.low(end) != "t") or any(len(text) > 4 for text in texts):
        return Part(dead=True), end
    if _is_short_date(t, texts, mark, i):
        texts = [*texts[:2], "20" + texts[2]]
    if (t.at(i).glued and t.at(i - 1).text.isdigit()) or max(map(len, texts)) != 4 or mark == "\u2014":
        return None
    if len(texts[0]) == 4:
        year, month, day = map(int, texts)
        return _whole_date(year, month, day), end
    return _day_and_month(*map(int, texts)), end


def _day_and_month(first: int, second: int, year: int) -> Part:
    """The date of two numbers of which one can be no month; 02/03/2026 is February in one country, March in the next."""
    if first > 12 or first == second:
        return _whole_date(year, second, first)
    if second > 12:
        return _whole_date(year, first, second)
    known = 1900 <= year <= 2100 and min(first, second) > 0
    return Part(unresolved=known, dead=not known)


def _is_short_date(t: Tokens, texts: list[str], mark: str, i: int) -> bool:
    """Whether `6/6/22` tells a day: of numbers with dots, or more than three of them, nobody knows."""
    lengths = [len(text) for text in texts]
    if mark != "/" or not max(lengths) == 2 == lengths[2] or int(texts[2]) >= 50 or t.low(i - 1) in COUNTED:
        return False
    more = t.at(i + 5).glued and t.at(i + 5).text in ("/", "-")
    return not more and (not t.at(i).glued or t.at(i - 1).text in ("(", "[", '"') or t.at(i - 1).text.isspace())


def _whole_date(year: int, month: int, day: int) -> Part:
    """A date of three numbers; a day that its month lacks (2024-02-30) is one that nobody can resolve."""
    if not (1900 <= year <= 2100 and 0 < day <= LONGEST_MONTH and 1 <= month <= MONTHS_OF_YEAR):
        return Part(dead=True)
    exists = calendar.make_day(year, month, day) is not None
    return Part(year=year, month=month, days=(day, day)) if exists else Part(unresolved=True)


def read_year(t: Tokens, i: int, in_chain: bool = False) -> Found:
    """A year alone, where the words about it don't make it a count or a part of a title."""
    decade = _decade(t, i)
    if decade:
        return decade
    year = t.year(i)
    if year is None or counts_something(t, i) or _is_titled(t, i) or is_named(t, i, year, in_chain):
        return None
    return Part(year=year), i + 1


def _decade(t: Tokens, i: int) -> Found:
    """`the 2010s`: ten years."""
    token, behind = t.at(i), t.at(i + 1)
    is_decade = behind.glued and behind.low == "s" and len(token.text) == 4 and token.text[:2] in ("19", "20") and token.text[3] == "0"
    if not is_decade or t.low(i - 1) != "the" or not token.text.isdigit():
        return None
    return Part(year=int(token.text), last_year=int(token.text) + 9), i + 2


def _is_titled(t: Tokens, i: int) -> bool:
    """Whether a year is a title, or a part of one: *1917*, "Class of 1984", 2001: A Space Odyssey."""
    before, behind = t.at(i - 1), t.at(i + 1)
    if before.text in ('"', "*", "_", "'") and behind.text[:1] in ('"', "*", "_", "'") and before.text:
        return True
    if before.low == "of" and t.at(i - 2).text == "Class":
        return True
    inside = before.text[:1].isalpha() and before.text not in ("\n", "\r\n")
    return inside and behind.text == ":" and behind.glued and t.at(i + 2).text[:1].isupper()


def counts_something(t: Tokens, i: int) -> bool:
    """Whether the words behind a number make it a count or a part of a word: `2025 people`, `2024-born`, `2024/x`."""
    behind, last = t.at(i + 1), t.at(i + 2)
    if behind.low in ALWAYS_UNITS or behind.text in ("%", "+") or behind.low in FISCAL:
        return True
    if behind.glued and behind.text == "-":
        return last.glued and last.text.isalpha() and last.low not in _BEHIND_HYPHEN
    if behind.glued and behind.text == "/":
        return last.text.isdigit() and t.year(i + 2) is None
    return behind.low in UNITS and t.low(i - 1) not in _BEFORE_UNITS


_IN_DATES = frozenset({*_PREPOSITIONS, *MONTHS, *SHORT_MONTHS})


def is_named(t: Tokens, i: int, year: int, in_chain: bool) -> bool:
    """Whether the words before a number make it a name's, or a figure that is no year: `room 2024`, `fiscal 2025`, `Cyberpunk 2077`."""
    before = t.at(i - 1)
    if _is_glued_to_a_name(t, i, in_chain) or _is_fiscal(t, i) or before.text in ("$", "#", "\u20ac", "\u00a3", "\u20a9"):
        return True
    at_least = before.low == "least" and (t.eat(i - 3, "until", "at") or t.eat(i - 3, "till", "at"))
    if before.low in _NAMES_A_NUMBER and not at_least:
        return True
    if before.text[:1].isupper() and before.low not in _IN_DATES:
        return year not in _CAPITAL_YEARS
    return before.text.isdigit() and t.at(i - 2).low not in COUNTED


def _is_glued_to_a_name(t: Tokens, i: int, in_chain: bool) -> bool:
    """Whether a number is the end of a path or a word, or behind "no."."""
    before = t.at(i - 1)
    if t.at(i).glued and not in_chain and (before.text in ("/", "\\") or (before.text == "-" and before.glued)):
        return True
    return before.text == "." and t.at(i - 2).text == "no" and before.glued


def _is_fiscal(t: Tokens, i: int) -> bool:
    return t.low(i - 1) in FISCAL or (t.low(i - 1) == "year" and t.low(i - 2) in FISCAL)
