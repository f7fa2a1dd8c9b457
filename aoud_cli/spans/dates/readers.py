"""One date by its readers: each is tried at a token, in their order."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from aoud_cli.english import words
from aoud_cli.spans.dates.days import (
    SHORT_WEEKDAYS,
    read_day_month,
    read_month,
    read_short_weekday,
    read_the_day,
    read_week_of,
    read_weekday,
)
from aoud_cli.spans.dates.parts import MONTHS, SHORT_MONTHS, Found, Part, read_numeric, read_year
from aoud_cli.spans.dates.portions import PORTIONS, read_behind_year, read_qualified
from aoud_cli.spans.dates.relative import (
    HOLIDAYS,
    NUMBER_WORDS,
    PLAIN_DAYS,
    SEASONS,
    SHIFTS,
    WEEKDAYS,
    read_ago,
    read_new_year,
    read_relative,
    read_unit,
    this_unit,
)
from aoud_cli.spans.dates.tokens import DAY_ENDINGS, Tokens

# The words that a part can begin with: nothing else is looked at twice.
BEGINNERS = frozenset(words("date_openers_too")).union(
    MONTHS, SHORT_MONTHS, WEEKDAYS, SHORT_WEEKDAYS, NUMBER_WORDS, words("portion_ordinals"), PLAIN_DAYS, SHIFTS, SEASONS
) | {named[0] for table in (PORTIONS, HOLIDAYS) for named, _ in table}


def read_part(t: Tokens, i: int, in_chain: bool = False) -> Found:
    """The date that begins at token `i`; `in_chain` where another one and an "or" or "to" stand before it."""
    first = t.low(i)
    if "0" <= first[:1] <= "9":
        return _first(_FIGURE_READERS, t, i) or read_year(t, i, in_chain)
    return _first(_WORD_READERS, t, i) if first in BEGINNERS else None


def _first(readers: Sequence[Callable[[Tokens, int], Found]], t: Tokens, i: int) -> Found:
    """What the first reader finds that finds anything."""
    return next((found for reader in readers if (found := reader(t, i))), None)


def _read_half_figure(t: Tokens, i: int) -> Found:
    """`1H 2026`, `3Q 2026`, `first` in figures: `1st half of 2026`."""
    return read_qualified(t, i) if t.at(i + 1).glued and t.low(i + 1) in ("h", "q", *DAY_ENDINGS) else None


def _read_clipped(t: Tokens, i: int) -> Found:
    """`later this year`, `later in 2024`, `earlier this month`: the side of the reference that the words mean."""
    clip = t.low(i)
    if clip not in ("later", "earlier") and not t.eat(i, "rest", "of"):
        return None
    j = t.skip(t.skip(i + 1, "of"), "in", "on")
    if t.low(j) in PLAIN_DAYS:
        return read_relative(t, j)
    found = _clippable(t, i, j)
    if found is None or found[0].days or found[0].dead:
        return None
    return _clip(t, found[0], "later" if clip == "rest" else clip), found[1]


def _clippable(t: Tokens, i: int, j: int) -> Found:
    if t.low(j) == "the" and t.low(j + 1) in ("year", "month"):
        return this_unit(t, 0, t.low(j + 1) == "month"), j + 2
    return read_unit(t, j) or (read_month(t, j) or read_year(t, j) if j > i + 1 else None)


def _clip(t: Tokens, part: Part, clip: str) -> Part:
    clipped = part._replace(clip=clip, weak=False)
    if part.fixed and t.reference:
        start, end = part.fixed
        inside = start <= t.reference <= end
        return part._replace(fixed=(t.reference, end) if clip == "later" else (start, t.reference)) if inside else part
    return clipped._replace(relative=part.relative or clipped.interval(t.reference) != part.interval(None))


# What is tried at a figure and at a word, in this order.
_FIGURE_READERS = (read_numeric, read_day_month, read_ago, _read_half_figure, read_behind_year)
_WORD_READERS = (
    _read_clipped, read_relative, read_qualified, read_weekday, read_short_weekday, read_week_of, read_new_year, read_month, read_ago,
    read_the_day,
)  # fmt: skip
