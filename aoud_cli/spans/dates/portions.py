"""Parts of a year, a season or a month: `mid-2024`, `the final two months of 2023`, `Q3 2026`, `late summer 2026`."""

from __future__ import annotations

from aoud_cli.english import numbers, words
from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Portion
from aoud_cli.spans.dates.days import dated, month_name, year_behind
from aoud_cli.spans.dates.parts import ALWAYS_UNITS, FISCAL, MONTHS, Found, Part, counts_something, is_glued_on, is_named
from aoud_cli.spans.dates.relative import (
    BEFORE_SEASON,
    HOLIDAYS,
    NUMBER_WORDS,
    PEOPLE_TOO,
    SEASONS,
    holiday,
    new_year,
    read_unit,
    this_unit,
)
from aoud_cli.spans.dates.tokens import UNITS, Tokens, phrases

PORTIONS = [(named, calendar.NAMED[name]) for named, name in phrases("portions")]
LOWER_HOLIDAYS = frozenset({"holiday", "holidays"})  # the others are names
_ORDINALS = numbers("portion_ordinals")
_NEEDS_OF = frozenset(words("portions_with_of"))
_BEFORE_HOLIDAY = frozenset(words("before_holiday"))
_VERBS_TOO = frozenset({"start", "end", "close"})  # "to start in March" begins, it is no start of March
_PORTION_STARTS = frozenset(named[0] for named, _ in PORTIONS)
_FIGURES = (*calendar.QUARTERS, *calendar.HALVES)
_HOLIDAY_PORTIONS = frozenset(portion for _, portion in HOLIDAYS)


def read_qualified(t: Tokens, i: int) -> Found:
    """A qualifier, or a season, and the year or month that it is a part of."""
    start = t.skip(i, "the", "very")
    ended = _year_end(t, i)
    if ended:
        return ended
    found = read_portion(t, start)
    if found is None:
        return _fiscal_ordinal(t, start)
    portion, j, needs_of = found
    fiscal = _fiscal(t, start, j) if portion in _FIGURES else None
    if fiscal:
        return fiscal
    joined = t.skip(t.skip(j, '"'), "of", "in", "-", ",", "/")
    target = _target(t, t.skip(joined, "the"), portion) or (None if joined == j else _target(t, j, portion))
    if target and (not needs_of or _is_joined(t, i, start, j) or _stands_before_year(t, j, portion)):
        return target
    return _without_target(t, i, portion, j, joined)


def _is_joined(t: Tokens, i: int, start: int, j: int) -> bool:
    """Whether "of" makes a part of what follows; "in" does behind an article or a word that is no verb: `the start in March`."""
    return t.low(j) == "of" or (t.low(j) == "in" and (start > i or t.low(j - 1) not in _VERBS_TOO))


def _stands_before_year(t: Tokens, j: int, portion: Portion) -> bool:
    """Whether a half or quarter stands right before its year: `the first half 2026`."""
    return portion in _FIGURES and t.year(j) is not None and not counts_something(t, j)


def _without_target(t: Tokens, i: int, portion: Portion, j: int, joined: int) -> Found:
    """A part that no year or month follows: a season or holiday by the words around it, or weak, a date only beside another."""
    season = SEASONS.get(t.low(joined))
    inner = calendar.part_of_season(season, portion) if season else None
    if inner:
        portion, j = inner, joined + 1
    if portion in calendar.QUARTERS and t.low(j - 1).isdigit() and t.low(j - 2) == "q" and t.reference:
        if t.low(j) in ("and", "or", "to", "-", "/") and read_portion(t, j + 1):
            return Part(portion, weak=True), j  # "Q1 and Q2 of 2025": its year stands behind the other
        is_year = t.number(j, 2) is not None and not t.opens_clause(j)  # "Q4 26" is of that year, perhaps
        return (Part(portion, weak=True) if is_year else Part(portion, year=t.reference.year, relative=True)), j
    return Part(portion, weak=not _is_alone(t, i, portion, j)), j


def _is_alone(t: Tokens, i: int, portion: Portion, j: int) -> bool:
    """Whether a season or holiday without a year is one: `in the autumn`, `by Christmas`, `over the holidays`."""
    before, word, end = t.low(i - 1), t.at(j - 1), t.opens_clause(j)
    if portion.is_season:
        is_accident = word.low == "fall" and t.low(i) == "the"  # "hurt in the fall"
        return before in BEFORE_SEASON and word.text.islower() and end and not is_accident
    if before in ("before", "after") and t.low(i - 2) in ("day", "week", "weekend", "month"):
        return False  # "in the week before Christmas" is another one
    is_common = word.low in ("holidays", "season")
    return portion in _HOLIDAY_PORTIONS and before in _BEFORE_HOLIDAY and end and is_common == (t.low(i) == "the")


def _fiscal(t: Tokens, i: int, end: int) -> Found:
    """`Q2 FY24`, `the second quarter of fiscal 2025`, `fiscal Q2 2025`: a quarter that only the company can date, and no date."""
    j = t.skip(t.skip(end, "of", "in"), "the", "its")
    if t.low(j) in FISCAL:
        return Part(dead=True), _fiscal_end(t, t.skip(j + 1, "year"))
    return (Part(dead=True), _fiscal_end(t, end)) if t.low(i - 1) in FISCAL else None


def _fiscal_ordinal(t: Tokens, i: int) -> Found:
    ordinal = _ordinal(t, i)
    if ordinal is None or t.low(ordinal[1]) not in FISCAL or t.low(ordinal[1] + 1) not in ("quarter", "half"):
        return None
    return Part(dead=True), _fiscal_end(t, ordinal[1] + 2)


def _fiscal_end(t: Tokens, i: int) -> int:
    j = t.skip(t.skip(i, "of", "in"), "'")
    return j + 1 if t.at(j).text.isdigit() else i


def _year_end(t: Tokens, i: int) -> Found:
    j = t.skip(i, "the")
    end = t.eat(j, "year", "'", "s", "end") or t.eat(j, "year", "-", "end") or t.eat(j, "end", "of", "year")
    year = t.year(end) if end else None
    if year is not None:
        return Part(calendar.END, year=year), end + 1
    return (this_unit(t, 0, portion=calendar.END), end) if end else None


def read_behind_year(t: Tokens, i: int) -> Found:
    """`2024's third quarter`, `2026 Q1`, `2026H1`, `the 2026 holiday season`."""
    year = _any_year(t, i)
    return None if year is None or is_named(t, i, year, False) else _portion_of(t, i, year)


def _portion_of(t: Tokens, i: int, year: int) -> Found:
    owns = t.eat(i + 1, "'", "s")
    j = owns or (t.skip(i + 1, "-") if t.at(i + 1).glued else i + 1)
    portion, end, needs_of = read_portion(t, j) or (None, j, False)
    if portion is None or not portion.of_year or t.low(end) == "of" or t.year(end) is not None:
        return None
    if not _is_figure(t, j, portion, end) and not (needs_of or portion is calendar.END if owns else t.low(j) in LOWER_HOLIDAYS):
        return None
    return Part(portion, year=year), end


def _is_figure(t: Tokens, j: int, portion: Portion, end: int) -> bool:
    """`Q1`, `H2`: a letter and a figure without a blank."""
    return portion in _FIGURES and t.at(j + 1).glued and not is_glued_on(t, end)


def _any_year(t: Tokens, i: int) -> int | None:
    year = t.number(i, 4)
    return year if year is not None and 1900 <= year <= 2100 else None


def read_portion(t: Tokens, i: int) -> tuple[Portion, int, bool] | None:
    """A part of a year or month, the index behind its words, and whether it needs an "of" to be one."""
    if t.low(i) in _PORTION_STARTS:
        for named, portion in PORTIONS:
            if t.eat(i, *named):
                return portion, i + len(named), _needs_of(t, i, named)
    season = SEASONS.get(t.low(i))
    if season:
        return season, i + 2 if t.low(i + 1) == "months" else i + 1, False
    return holiday(t, i) or _quarter_figure(t, i) or _ordinal_portion(t, i)


def _needs_of(t: Tokens, i: int, named: tuple[str, ...]) -> bool:
    """Whether the words are a part of a year only before "of": `the start of`, but `end-2026` and `end 2026`."""
    if named == ("end",):
        return t.low(i + 1) != "-" and t.year(i + 1) is None
    return named[-1] in _NEEDS_OF or named in (("back", "end"), ("front", "end"))


def _quarter_figure(t: Tokens, i: int) -> tuple[Portion, int, bool] | None:
    for letter, digit in ((i, i + 1), (i + 1, i)):
        number = t.at(digit).text
        kind = {"q": calendar.QUARTERS, "h": calendar.HALVES}.get(t.low(letter))
        if kind and t.at(i + 1).glued and number in tuple("1234")[: len(kind)] and not _is_glued_figure(t, i + 2):
            return kind[int(number) - 1], i + 2, False
    return None


def _is_glued_figure(t: Tokens, i: int) -> bool:
    """Whether what is glued on is no year: "H1N1", but "2Q24" and "2Q2024"."""
    return is_glued_on(t, i) and glued_year(t, i) is None


def glued_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """The `24` of "2Q24", the `2024` of "2Q2024", and the index behind it."""
    digits = t.at(i).text
    if not t.at(i).glued or not digits.isdigit() or not digits.isascii() or is_glued_on(t, i + 1):
        return None
    year = 2000 + int(digits) if len(digits) == 2 else int(digits) if len(digits) == 4 else 0
    return (year, i + 1) if 2000 <= year < 2050 else None


def _ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """`first` or `1st` (1), `last` (0), and the index behind it."""
    if t.low(i) in _ORDINALS:
        return _ORDINALS[t.low(i)], i + 1
    joined = t.low(i) + t.low(i + 1)
    return (_ORDINALS[joined], i + 2) if joined in _ORDINALS and t.at(i + 1).glued else None


def _ordinal_portion(t: Tokens, i: int) -> tuple[Portion, int, bool] | None:
    first = _ordinal(t, i)
    if first is None:
        return None
    number, j = first
    if t.low(j) == "-" and t.low(j + 1) in ("half", "quarter"):
        j += 1  # "the second-half 2026 slate"
    second = _ordinal(t, j + 1) if t.low(j) in ("or", "and", "to", "-") else None
    if second:
        one, other = _counted(t, number, j, second[1]), _counted(t, second[0], second[1], second[1])
        if one and other and one[0].of_year and other[0].of_year:
            return Portion((*one[0].of_year[:2], *other[0].of_year[2:])), other[1], True
    return _counted(t, number, j, j)


def _counted(t: Tokens, number: int, j: int, unit: int) -> tuple[Portion, int, bool] | None:
    """The `number`-th half, quarter or week (0 the last), or its first or last so many months."""
    word = t.low(unit)
    if word == "half" and number <= 2:
        return calendar.HALVES[number - 1], unit + 1, True
    if word == "quarter":
        return calendar.QUARTERS[number - 1], unit + 1, True
    if word == "week":
        return calendar.week_portion(number), unit + 1, True
    if word == "month":
        return calendar.single_month(number), unit + 1, True
    count = NUMBER_WORDS.get(word) or t.number(unit, 2) or 0
    if t.low(unit + 1) == "months" and 2 <= count <= 12 and number <= 1:
        return (calendar.first_months(count) if number else calendar.last_months(count)), unit + 2, True
    return None


def _target(t: Tokens, i: int, portion: Portion) -> Found:
    """What the portion is a part of: a season, a month, a year, `the year`."""
    season = SEASONS.get(t.low(i))
    if season:
        inner = calendar.part_of_season(season, portion)
        found = _target_year(t, t.skip(t.skip(t.skip(i + 1, '"'), "of", ","), "the"), portion) if inner else None
        return (found[0]._replace(portion=inner), found[1]) if found else None
    name = month_name(t, i)
    if name and portion.of_month:
        behind = year_behind(t, name[1])
        if behind:
            return dated(Part(portion, name[0]), *behind)
        usable = not t.at(i).text.islower() or t.low(i) in MONTHS and t.low(i) not in PEOPLE_TOO
        return (Part(portion, name[0]), name[1]) if usable else None
    return _target_year(t, i, portion)


def _target_year(t: Tokens, i: int, portion: Portion) -> Found:
    year = t.year(i)
    told = _short_target(t, i, portion) or _winter(t, i, portion)
    if told is None and year is not None and (not counts_something(t, i) or t.low(i + 1) in UNITS - ALWAYS_UNITS):
        told = Part(portion, year=year), i + 1
    if told is None and t.low(i - 1) == "the":
        told = _the_year(t, i, portion)
    return told or _unit_target(t, i, portion)


def _unit_target(t: Tokens, i: int, portion: Portion) -> Found:
    """`next year`, `this month`, `this summer` of which something is a part: "late this summer"."""
    found = read_unit(t, i)
    if found is None or found[0].fixed or (found[0].month and portion.of_month is None):
        return None
    of = found[0].portion
    inner = calendar.part_of_season(of, portion) if of else portion
    return (found[0]._replace(portion=inner), found[1]) if inner else None


def _the_year(t: Tokens, i: int, portion: Portion) -> Found:
    """`year`, `month`, `new year` behind "the"."""
    if t.eat(i, "new", "year") and t.opens_clause(i + 2):
        return new_year(t, portion), i + 2
    is_month = t.low(i) == "month"
    if t.low(i) not in ("year", "month") or t.low(i + 1) in ("of", "'") or is_month and portion.of_month is None:
        return None
    if portion is calendar.TURN:
        return Part(portion), i + 1  # the nearest, not that of the reference's year
    return this_unit(t, 0, is_month, portion), i + 1


def _short_target(t: Tokens, i: int, portion: Portion) -> Found:
    """`summer '26`, `Q4 '26`, `2Q24`."""
    if portion in _FIGURES or portion.is_season:
        short = t.short_year(i) or (glued_year(t, i) if portion in _FIGURES and t.low(i - 1) != "-" else None)
        return (Part(portion, year=short[0]), short[1]) if short else None
    return None


def _winter(t: Tokens, i: int, portion: Portion) -> Found:
    """`winter 2025-26`, `the winter of 2025/2026`: one winter."""
    year, last = t.year(i), t.at(i + 2)
    if year is None or not portion.is_season or portion.of_year is None or portion.of_year[2] <= 12:
        return None
    if t.at(i + 1).text not in ("-", "/") or last.text not in (str(year + 1), str(year + 1)[2:]) or is_glued_on(t, i + 3):
        return None
    return Part(portion, year=year), i + 3
