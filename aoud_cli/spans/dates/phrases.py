"""Phrases of dates: parts, the words that link them, and the words before and behind that open an end."""

from __future__ import annotations

from typing import NamedTuple

from aoud_cli.english import words
from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.parts import Part, read_year, share_years
from aoud_cli.spans.dates.portions import read_qualified
from aoud_cli.spans.dates.readers import BEGINNERS, read_part
from aoud_cli.spans.dates.relative import (
    DASHES,
    read_unit,
    this_unit,
)
from aoud_cli.spans.dates.tokens import Tokens, phrases

MOVED_REACH = 10  # tokens between "pushed back" and "from A to B"
MOST_ALTERNATIVES = 6  # more dates in a row are a list or a table, and every one of them would look at all behind it

_PREFIXES = phrases("date_prefixes")
_SUFFIXES = phrases("date_suffixes")
_WRAPPERS = phrases("date_wrappers")
_RUNS_OUT = phrases("year_runs_out")
_LIKELIER = [("or", *comma, *named, *comma) for named, _ in phrases("likelier") for comma in ((",",), ())]
_SMALL_WORDS = frozenset(words("small_date_words"))
_BEFORE_SMALL = frozenset(words("before_small_words"))
_LINKS = frozenset({*words("date_links"), *DASHES})
_POSTPONED = frozenset(words("postponed"))
_LENGTHS = frozenset(words("lengths"))
_OPENERS = frozenset(named[0] for table in (_PREFIXES, _WRAPPERS) for named, _ in table)


class Phrase(NamedTuple):
    """Parts that are one date together, from token to token, and how the words about them open it."""

    start: int
    end: int
    parts: list[Part]
    mode: str


def read_phrase(t: Tokens, i: int) -> Phrase | None:
    """The longest phrase that begins with token `i`, as its parts (one dead part for what is no date)."""
    first = t.low(i)
    if first not in _OPENERS and first not in BEGINNERS and not "0" <= first[:1] <= "9":
        return None
    runs_out = _read_run_out(t, i) if first in ("before", "by") else None
    if runs_out:
        return runs_out
    mode, j = _prefix(t, i)
    k = _inner(t, _wrapper(t, j))
    if mode in ("from", "between", "either"):
        return _span(t, i, k, mode)
    parts, end = _chain(t, k, "or")
    if not parts and k > j and t.low(k) != "the":
        parts, end = _chain(t, j, "or")
    return _led_in(t, i, k, end, parts, mode) if parts else None


def _led_in(t: Tokens, i: int, k: int, end: int, parts: list[Part], mode: str) -> Phrase:
    """The phrase with the words before it, where they change what it means."""
    if mode in ("before", "after") and t.low(i - 1) in _LENGTHS:
        return Phrase(k, end, parts, "")  # "four years after January 2022" counts from that date
    if mode == "before" and parts[0].portion is calendar.END:
        mode = "by"  # "before the end of 2026": not before October
    if mode == "just_before" and parts[0].portion is calendar.END:
        mode = ""  # "just before the end of the year": at its end
    return _finish(t, i, end, parts, mode)


def _read_run_out(t: Tokens, i: int) -> Phrase | None:
    """`before the year is out`, `before the summer is over`, `by the time 2026 ends`: until its last day."""
    j = t.eat(i, "before") or t.eat(i, "by", "the", "time")
    if not j:
        return None
    found = read_unit(t, j) or read_year(t, j) or read_qualified(t, j) or _the_unit(t, j)
    if found is None:
        return None
    stop = next((stop for named, _ in _RUNS_OUT if (stop := t.eat(found[1], *named))), 0)
    return Phrase(i, stop, [found[0]], "by") if stop and t.low(stop) != "of" else None


def _the_unit(t: Tokens, j: int) -> tuple[Part, int] | None:
    if t.low(j) == "the" and t.low(j + 1) not in ("year", "month"):
        return None
    return this_unit(t, 0, t.low(j + 1) == "month"), j + 2


def _finish(t: Tokens, i: int, end: int, parts: list[Part], mode: str) -> Phrase:
    if mode in ("by", "before") and t.low(end) == "'" and t.low(end + 1) == "s":
        mode = ""  # "pushed by last year's strike"
    for named, suffix in _SUFFIXES:
        stop = t.eat(end, *named)
        if stop:
            return Phrase(i, stop, parts, mode or suffix)
    if not mode and t.low(end - 1) == "ago":
        mode = _ago_mode(t, i)
    return Phrase(i, end, parts, mode)


def _ago_mode(t: Tokens, i: int) -> str:
    before = t.low(i - 1)
    if before == "over" or t.eat(i - 2, "more", "than"):
        return "end"
    return "under" if before == "under" or t.eat(i - 2, "less", "than") else ""


def _span(t: Tokens, i: int, k: int, mode: str) -> Phrase | None:
    """`from A to B`, `between A and B`, `either A or B`; with one date alone the word before it changes nothing."""
    moved = mode == "from" and _is_moved(t, i)
    parts, end = _chain(t, k, "moved" if moved else mode)
    if not parts:
        return None
    if len(parts) > 1:
        return Phrase(i, end, parts, "")
    return _finish(t, k, end, parts, "")


def _is_moved(t: Tokens, i: int) -> bool:
    """Whether the words of the sentence before `from A to B` say that A was put off to B."""
    for n in range(1, MOVED_REACH):
        if t.low(i - n) in _POSTPONED or t.low(i - n) in (".", ";", "!", "?"):
            return t.low(i - n) in _POSTPONED
    return False


def _prefix(t: Tokens, i: int) -> tuple[str, int]:
    if t.low(i) in _OPENERS:
        for named, mode in _PREFIXES:
            j = t.eat(i, *named)
            if j:
                return mode, j
    return "", i


def _wrapper(t: Tokens, i: int) -> int:
    if t.low(i) in _OPENERS:
        for named, _ in _WRAPPERS:
            j = t.eat(i, *named)
            if j:
                return j
    return i


def _inner(t: Tokens, i: int) -> int:
    """Behind the small words that may follow a prefix or a wrapper: "by around", "sometime in"."""
    if i and (t.low(i - 1) in _OPENERS or t.low(i - 1) in _BEFORE_SMALL):
        for _ in range(2):
            i += t.low(i) in _SMALL_WORDS
    return i


def _chain(t: Tokens, i: int, kind: str) -> tuple[list[Part], int]:
    """The parts from token `i` on that words like "or" and "to" join, and the index behind them; none for no date."""
    found = read_part(t, i)
    if found is None:
        return [], i
    parts, end = [found[0]], found[1]
    good = 1 if not found[0].weak else 0  # how many of the parts make a phrase, and where it then ends
    stop = end
    while not parts[-1].dead and len(parts) < MOST_ALTERNATIVES:
        more = _next_part(t, parts, end, kind)
        if more is None:
            break
        parts.append(more[0])
        end = more[1]
        if (not more[0].is_bare or parts[0].is_lone_season and more[0].is_lone_season) and _is_firm(t, parts, end):
            good, stop = len(parts), end
    return parts[:good], stop


def _is_firm(t: Tokens, parts: list[Part], end: int) -> bool:
    """Whether the parts are a date together: one stands for itself, or they are months from one to another."""
    linked = any(t.low(end - n) in ("to", "through", *DASHES) for n in (2, 3, 4))
    return any(not part.weak for part in parts) or linked and all(part.month for part in parts)


def _next_part(t: Tokens, parts: list[Part], end: int, kind: str) -> tuple[Part, int] | None:
    """The part behind a link, where link and part go with those before."""
    link, j = _link(t, end, kind)
    if not link:
        return None
    for _ in range(3):
        j += t.low(j) in _SMALL_WORDS or t.low(j) == "the" and t.low(j + 1) in _SMALL_WORDS
    j = _wrapper(t, j)
    found = read_part(t, j, in_chain=True)
    if found is None or found[0].dead or not _fits(parts[-1], found[0], link, kind):
        return None
    if link == "," and not _list_goes_on(t, found[1]):
        return None
    return found


def _link(t: Tokens, i: int, kind: str) -> tuple[str, int]:
    """The link at `i` and the index behind it; an empty one where none is."""
    hedged = _hedged_or(t, i)
    if hedged:
        return "or", hedged
    j = t.skip(i, "-") if t.low(i + 1) in ("to", "or") else i
    low = t.low(j)
    if low == "," and t.low(j + 1) in ("or", "and", "through", *(("to", *_ENDS_RANGE) if kind == "from" else ())):
        j, low = j + 1, t.low(j + 1)  # "from September 9, 2024, to March 28, 2025"
    if (low == "to" and kind in ("", "moved") and t.low(j - 1) != "-") or (low == "into" and kind == "moved"):
        return "", i
    if low in ("to", "or"):
        return low, t.skip(j + 1, "-", "else")
    joins = low in _JOINS or (kind == "from" and low in _ENDS_RANGE)
    return (low, j + 1) if joins else ("", i)


_JOINS = frozenset({*_LINKS, ",", "and"})
_ENDS_RANGE = ("until", "till")


def _hedged_or(t: Tokens, i: int) -> int:
    """The index behind `, if not` ("late 2026, if not early 2027") or `or, more likely,`; 0 where neither stands there."""
    j = t.skip(i, "-") if t.low(i + 1) in ("to", "or") else i
    if_not = t.eat(t.skip(j, ","), "if", "not")
    return if_not or next((end for words_ in _LIKELIER if (end := t.eat(j, *words_))), 0)


def _list_goes_on(t: Tokens, i: int) -> bool:
    """Whether `, B` or `or B` follows: "A, B or C" is one phrase, "A, B" is two dates."""
    for _ in range(MOST_ALTERNATIVES):
        link, j = _link(t, i, "or")
        if link == "or":
            return read_part(t, j, in_chain=True) is not None
        found = read_part(t, j, in_chain=True) if link == "," else None
        if found is None:
            return False
        i = found[1]
    return False


def _fits(before: Part, part: Part, link: str, kind: str) -> bool:
    """Whether the link makes one date of the two."""
    if link == "or":
        return True
    if link == "and":
        return kind == "between" or (part.days is None and _is_unfinished(before))
    if link == ",":
        return part.days is None
    one, other = (part_.interval(None) for part_ in share_years([before, part]))
    return one is None or other is None or (one[0] <= other[0] and one[1] < other[1])  # "in 2022 - June 6, 2022" is two dates


def _is_unfinished(part: Part) -> bool:
    """Whether a part waits for its year, and is no day: the "May" of "May and June 2026"."""
    return part.year is None and part.days is None and part.fixed is None and not part.unresolved
