"""Dates in a text as intervals: all days that their words admit, and no more. A clock is never read.

A part is one date ("late 2026"), read by `dateparts`; here parts become phrases ("by late 2026 or early 2027"), which lend each
other their years, and phrases become what is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aoud_cli.model import DateRange
from aoud_cli.spans import calendar
from aoud_cli.spans.calendar import Interval, Part, edtf
from aoud_cli.spans.dateparts import BEGINNERS, PartReader
from aoud_cli.spans.datewords import DASHES, DURATIONS, POSTPONED, Token, tokenise, windows
from aoud_cli.text import fold

__all__ = ["FoundDate", "edtf", "find_dates", "find_in_folded", "parse_date", "settle"]

MOST_ALTERNATIVES = 6  # more dates in a row are a list or a table, and every one of them would look at all behind it

# The words before a date that open one of its ends, the longest first.
_PREFIXES = (
    (("no", "later", "than"), "by"), (("not", "later", "than"), "by"), (("on", "or", "before"), "by"), (("by",), "by"),
    (("no", "earlier", "than"), "start"), (("not", "earlier", "than"), "start"), (("no", "sooner", "than"), "start"),
    (("not", "sooner", "than"), "start"), (("not", "before"), "start"), (("not", "until"), "start"),
    (("on", "or", "after"), "start"), (("at", "the", "earliest"), "start"), (("prior", "to"), "before"), (("before",), "before"),
    (("after",), "after"), (("between",), "between"), (("from",), "from"), (("either",), "either"),
)  # fmt: skip
_SUFFIXES = (
    (("at", "the", "very", "earliest"), "start"), (("at", "the", "earliest"), "start"), (("at", "earliest"), "start"),
    (("at", "the", "latest"), "by"), (("or", "later"), "start"), (("or", "beyond"), "start"), (("or", "after"), "start"),
    (("or", "earlier"), "by"), (("or", "sooner"), "by"), (("onwards",), "start"), (("onward",), "start"),
)  # fmt: skip
_WRAPPERS = (
    ("as", "early", "as"), ("as", "soon", "as"), ("as", "late", "as"), ("some", "time"), ("sometime",), ("around",), ("circa",),
    ("roughly",), ("approximately",),
)  # fmt: skip
_INNER = frozenset({"in", "on", "at", "around", "about", "during", "sometime", "roughly", "possibly", "maybe", "perhaps", "even", "circa"})
_LINKS = frozenset({"or", "to", "through", "thru", "into", "/", *DASHES})
_OPENERS = frozenset(words[0] for words, _ in _PREFIXES) | {words[0] for words in _WRAPPERS}


class FoundDate(NamedTuple):
    """A date in a text: `text` is its `[start:end]`, in code points; both ends are None where it can't be resolved."""

    start: int
    end: int
    text: str
    earliest: date | None
    latest: date | None
    relative: bool = False  # read against the reference
    unresolved: bool = False  # it needs a reference and there is none, or it reads two ways
    yearless: bool = False  # its year is the reference's guess: see `settle`

    @property
    def when(self) -> DateRange:
        """The interval, an open end None."""
        return DateRange(self.earliest, self.latest)


class _Phrase(NamedTuple):
    start: int  # tokens
    end: int
    parts: list[Part]
    mode: str


def find_dates(text: str, reference: date | None = None) -> list[FoundDate]:
    """The dates in any text, in order and apart from each other; relative ones are read against the reference, if given."""
    folded = fold(text)
    out = []
    for found in find_in_folded(folded.text, reference):
        start, end = folded.raw_span(found.start, found.end)
        out.append(found._replace(start=start, end=end, text=text[start:end]))
    return out


def find_in_folded(folded: str, reference: DateRange | date | None = None) -> list[FoundDate]:
    """The dates in text that `fold` made; against a reference of several days a date admits what any of them would make of it."""
    first, last = _ends(reference)
    found = [date_ for tokens in _token_lists(folded) for date_ in _scan(folded, tokens, first)]
    if first == last:
        return found
    others = {(o.start, o.end): o for tokens in _token_lists(folded) for o in _scan(folded, tokens, last)}
    return [_join(one, others.get((one.start, one.end), one)) for one in found]


def parse_date(text: str, reference: date | None = None) -> FoundDate | None:
    """The one date that the words hold, whatever words stand around it; None where they hold none, or several."""
    folded = fold(text)
    found = _scan(folded.text, tokenise(folded.text, 0, len(folded.text)), _ends(reference)[0], alone=True)
    if len(found) != 1:
        return None
    start, end = folded.raw_span(found[0].start, found[0].end)
    return found[0]._replace(start=start, end=end, text=text[start:end])


def settle(found: FoundDate, reference: DateRange | date | None, past: bool) -> FoundDate:
    """A date without a year, read as the latest that had begun by the reference (`past`), or the earliest not over by then."""
    first, last = _ends(reference)
    if not found.yearless or first is None or last is None:
        return found
    text = fold(found.text).text
    read = [_scan(text, tokenise(text, 0, len(text)), day, "past" if past else "future", alone=True) for day in (first, last)]
    if not all(len(one) == 1 and one[0].yearless for one in read):
        return found
    joined = _join(read[0][0], read[1][0])
    return found._replace(earliest=joined.earliest, latest=joined.latest, unresolved=joined.unresolved, relative=True)


def _ends(reference: DateRange | date | None) -> tuple[date | None, date | None]:
    """The first and last day that the reference can be; a reference that is open to one side, or out of range, is none."""
    if isinstance(reference, DateRange):
        first, last = reference.earliest, reference.latest
    else:
        first = last = reference
    if first is None or last is None or not calendar.FIRST_DAY <= first <= last <= calendar.LAST_DAY:
        return None, None
    return first, last


def _join(one: FoundDate, other: FoundDate) -> FoundDate:
    if one.unresolved or other.unresolved:
        return one if one.unresolved else other
    starts, ends = (one.earliest, other.earliest), (one.latest, other.latest)
    earliest = None if None in starts else min(day for day in starts if day)
    latest = None if None in ends else max(day for day in ends if day)
    return one._replace(earliest=earliest, latest=latest, relative=one.relative or other.relative)


def _token_lists(folded: str) -> Iterator[list[Token]]:
    for start, end in windows(folded):
        yield tokenise(folded, start, end)


def _scan(text: str, tokens: list[Token], reference: date | None, prefer: str = "nearest", alone: bool = False) -> list[FoundDate]:
    """Every date among the tokens, from left to right, the longest at each place."""
    reader = PhraseReader(tokens, reference, alone)
    found: list[FoundDate] = []
    i = 0
    while i < len(tokens):
        phrase = reader.read_phrase(i)
        if phrase is None:
            i += 1
            continue
        i = phrase.end
        if not phrase.parts[0].dead:
            one = _resolve(phrase, text, tokens, reference, prefer)
            if one is not None:
                found.append(one)
    return found


def _resolve(phrase: _Phrase, text: str, tokens: list[Token], reference: date | None, prefer: str) -> FoundDate | None:
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    parts = share_or_keep(phrase.parts)
    yearless = any(part.known_year is None and not part.unresolved for part in parts)
    relative = yearless or any(part.relative for part in parts)
    blank = FoundDate(start, end, text[start:end], None, None, relative, True, yearless)
    if any(part.unresolved for part in parts) or yearless and reference is None:
        return blank
    if yearless and reference is not None:
        interval = calendar.nearest_year(parts, reference, prefer)
    else:
        interval = calendar.hull(parts, reference)
    if interval is None:
        return None
    earliest, latest = _open(interval, phrase.mode, reference)
    return blank._replace(earliest=earliest, latest=latest, unresolved=False)


def share_or_keep(parts: list[Part]) -> list[Part]:
    """Several parts with each other's years, one as it is."""
    return calendar.share_years(parts) if len(parts) > 1 else parts


def _open(interval: Interval, mode: str, reference: date | None) -> tuple[date | None, date | None]:
    """The ends of the interval as the words before or behind it leave them."""
    start, end = calendar.clamp(interval[0]), calendar.clamp(interval[1])
    if mode in ("by", "end"):
        return None, end
    if mode == "before":
        return None, calendar.day_before(start)
    if mode == "start":
        return start, None
    if mode == "after":
        return calendar.next_day(end), None
    return (start, reference) if mode == "under" and reference else (start, end)


class PhraseReader(PartReader):
    """Reads parts, what links them, and the words before and behind that change what they mean."""

    def read_phrase(self, i: int) -> _Phrase | None:
        """The longest phrase that begins with token `i`, as its parts (one dead part for what is no date)."""
        first = self.low(i)
        if first not in _OPENERS and first not in BEGINNERS and not "0" <= first[:1] <= "9":
            return None
        mode, j = self._prefix(i)
        k = self._inner(self._wrapper(j))
        if mode in ("from", "between", "either"):
            return self._span(i, k, mode)
        parts, end = self._chain(k, "or")
        if not parts and k > j and self.low(k) != "the":
            parts, end = self._chain(j, "or")
        if not parts:
            return None
        if mode in ("before", "after") and self.low(i - 1) in DURATIONS:
            return _Phrase(k, end, parts, "")  # "four years after January 2022" counts from that date
        if mode == "before" and parts[0].portion is calendar.END:
            mode = "by"  # "before the end of 2026": not before October
        return self._finish(i, end, parts, mode)

    def _finish(self, i: int, end: int, parts: list[Part], mode: str) -> _Phrase:
        for words, suffix in _SUFFIXES:
            stop = self.eat(end, *words)
            if stop:
                return _Phrase(i, stop, parts, mode or suffix)
        if not mode and self.low(end - 1) == "ago":
            mode = self._ago_mode(i)
        return _Phrase(i, end, parts, mode)

    def _ago_mode(self, i: int) -> str:
        before = self.low(i - 1)
        if before == "over" or self.eat(i - 2, "more", "than"):
            return "end"
        return "under" if before == "under" or self.eat(i - 2, "less", "than") else ""

    def _span(self, i: int, k: int, mode: str) -> _Phrase | None:
        """`from A to B`, `between A and B`, `either A or B`; with one date alone the word before it changes nothing."""
        moved = mode == "from" and any(self.low(i - n) in POSTPONED for n in (1, 2, 3))
        parts, end = self._chain(k, "" if moved else mode)
        if not parts:
            return None
        if len(parts) > 1:
            return _Phrase(i, end, parts, "")
        return self._finish(k, end, parts, "")

    def _prefix(self, i: int) -> tuple[str, int]:
        if self.low(i) in _OPENERS:
            for words, mode in _PREFIXES:
                j = self.eat(i, *words)
                if j:
                    return mode, j
        return "", i

    def _wrapper(self, i: int) -> int:
        if self.low(i) in _OPENERS:
            for words in _WRAPPERS:
                j = self.eat(i, *words)
                if j:
                    return j
        return i

    def _inner(self, i: int) -> int:
        """Behind the small words that may follow a prefix or a wrapper: "by around", "sometime in"."""
        if i and (self.low(i - 1) in _OPENERS or self.low(i - 1) in ("as", "than", "time", "earliest", "until", "to")):
            for _ in range(2):
                i += self.low(i) in _INNER
        return i

    def _chain(self, i: int, kind: str) -> tuple[list[Part], int]:
        """The parts from token `i` on that words like "or" and "to" join, and the index behind them; none for no date."""
        found = self.read_part(i)
        if found is None:
            return [], i
        parts, end = [found[0]], found[1]
        good = 1 if not found[0].weak else 0  # how many of the parts make a phrase, and where it then ends
        stop = end
        while not parts[-1].dead and len(parts) < MOST_ALTERNATIVES:
            more = self._next_part(parts, end, kind)
            if more is None:
                break
            parts.append(more[0])
            end = more[1]
            if not more[0].is_bare and self._is_firm(parts, end):
                good, stop = len(parts), end
        return parts[:good], stop

    def _is_firm(self, parts: list[Part], end: int) -> bool:
        """Whether the parts are a date together: one stands for itself, or they are months from one to another."""
        linked = any(self.low(end - n) in ("to", "through", *DASHES) for n in (2, 3, 4))
        return any(not part.weak for part in parts) or linked and all(part.month for part in parts)

    def _next_part(self, parts: list[Part], end: int, kind: str) -> tuple[Part, int] | None:
        """The part behind a link, where link and part go with those before."""
        link, j = self._link(end, kind)
        if not link:
            return None
        for _ in range(3):
            j += self.low(j) in _INNER or self.low(j) == "the" and self.low(j + 1) in _INNER
        found = self.read_part(j, in_chain=True)
        if found is None or found[0].dead or not _fits(parts[-1], found[0], link, kind):
            return None
        if link == "," and not self._list_goes_on(found[1]):
            return None
        return found

    def _link(self, i: int, kind: str) -> tuple[str, int]:
        j = self.skip(i, "-") if self.low(i + 1) in ("to", "or") else i
        low = self.low(j)
        if low == "," and self.low(j + 1) in ("or", "and"):
            j, low = j + 1, self.low(j + 1)
        if low == "to" and kind == "" and self.low(j - 1) != "-":
            return "", i
        if low in ("to", "or") and j > i or low in ("to", "or"):
            return low, self.skip(j + 1, "-")
        if low in _LINKS or low == "," or low == "and" or low in ("until", "till") and kind == "from":
            return low, j + 1
        return "", i

    def _list_goes_on(self, i: int) -> bool:
        """Whether `, B` or `or B` follows: "A, B or C" is one phrase, "A, B" is two dates."""
        for _ in range(MOST_ALTERNATIVES):
            link, j = self._link(i, "or")
            if link == "or":
                return self.read_part(j, in_chain=True) is not None
            found = self.read_part(j, in_chain=True) if link == "," else None
            if found is None:
                return False
            i = found[1]
        return False


def _fits(before: Part, part: Part, link: str, kind: str) -> bool:
    """Whether the link makes one date of the two."""
    if link == "or":
        return True
    if link == "and":
        is_open = before.year is None and before.days is None and before.fixed is None and not before.unresolved
        return kind == "between" or is_open and part.days is None
    if link == ",":
        return part.days is None
    one, other = (part_.interval(None) for part_ in calendar.share_years([before, part]))
    return one is None or other is None or one[0] <= other[0] and one[1] < other[1]  # "in 2022 - June 6, 2022" is two dates
