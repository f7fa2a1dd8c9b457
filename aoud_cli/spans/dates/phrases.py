"""Phrases of dates: parts, the words that link them, and the words before and behind that open an end."""

from __future__ import annotations

from typing import NamedTuple

from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.parts import BEGINNERS, PartReader
from aoud_cli.spans.dates.words import DASHES, DURATIONS, POSTPONED, YEAR_RUNS_OUT
from aoud_cli.spans.dates.years import Part, share_years

MOVED_REACH = 10  # tokens between "pushed back" and "from A to B"
MOST_ALTERNATIVES = 6  # more dates in a row are a list or a table, and every one of them would look at all behind it

# The words before a date that open one of its ends, the longest first.
_PREFIXES = (
    (("no", "later", "than"), "by"), (("not", "later", "than"), "by"), (("on", "or", "before"), "by"), (("by",), "by"),
    (("until", "at", "least"), "start"), (("till", "at", "least"), "start"), (("at", "least", "until"), "start"),
    (("no", "earlier", "than"), "start"), (("not", "earlier", "than"), "start"), (("no", "sooner", "than"), "start"),
    (("not", "sooner", "than"), "start"), (("not", "before"), "start"), (("not", "until"), "start"),
    (("on", "or", "after"), "start"), (("at", "the", "earliest"), "start"), (("prior", "to"), "before"), (("before",), "before"),
    (("as", "early", "as"), "start"), (("as", "soon", "as"), "start"), (("after",), "after"), (("between",), "between"),
    (("from",), "from"), (("either",), "either"),
)  # fmt: skip
_SUFFIXES = (
    (("at", "the", "very", "earliest"), "start"), (("at", "the", "earliest"), "start"), (("at", "earliest"), "start"),
    (("at", "the", "latest"), "by"), (("or", "later"), "start"), (("or", "beyond"), "start"), (("or", "after"), "start"),
    (("or", "earlier"), "by"), (("or", "sooner"), "by"), (("onwards",), "start"), (("onward",), "start"),
)  # fmt: skip
_WRAPPERS = (
    ("as", "late", "as"), ("as", "far", "off", "as"), ("some", "time"), ("sometime",), ("around",), ("circa",),
    ("roughly",), ("approximately",), ("at", "some", "point"), ("some", "point"),
)  # fmt: skip
# "late 2026 or, more likely, early 2027"
_LIKELIER = tuple(
    ("or", *comma, *words, *comma)
    for words in (("more", "likely"), ("more", "probably"), ("even",), ("at", "worst"), ("failing", "that"))
    for comma in ((",",), ())
)
_INNER = frozenset({"in", "on", "at", "around", "about", "during", "sometime", "roughly", "possibly", "maybe", "perhaps", "even", "circa"})
_LINKS = frozenset({"or", "to", "through", "thru", "into", "/", *DASHES})
_OPENERS = frozenset(words[0] for words, _ in _PREFIXES) | {words[0] for words in _WRAPPERS}


class Phrase(NamedTuple):
    start: int  # tokens
    end: int
    parts: list[Part]
    mode: str


class PhraseReader(PartReader):
    """Reads parts, what links them, and the words before and behind that change what they mean."""

    def read_phrase(self, i: int) -> Phrase | None:
        """The longest phrase that begins with token `i`, as its parts (one dead part for what is no date)."""
        first = self.low(i)
        if first not in _OPENERS and first not in BEGINNERS and not "0" <= first[:1] <= "9":
            return None
        runs_out = self._read_run_out(i) if first in ("before", "by") else None
        if runs_out:
            return runs_out
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
            return Phrase(k, end, parts, "")  # "four years after January 2022" counts from that date
        if mode == "before" and parts[0].portion is calendar.END:
            mode = "by"  # "before the end of 2026": not before October
        return self._finish(i, end, parts, mode)

    def _read_run_out(self, i: int) -> Phrase | None:
        """`before the year is out`, `by the time 2026 ends`: until its last day."""
        j = self.eat(i, "before") or self.eat(i, "by", "the", "time")
        if not j:
            return None
        part, end = self.read_unit(j) or self.read_year(j) or (self.now(0, self.low(j + 1) == "month"), j + 2)
        named = end > j + 2 or self.low(j) != "the" or self.low(j + 1) in ("year", "month")
        stop = next((stop for stop in (self.eat(end, *words) for words in YEAR_RUNS_OUT) if stop), 0)
        return Phrase(i, stop, [part], "by") if stop and named and self.low(stop) != "of" else None

    def _finish(self, i: int, end: int, parts: list[Part], mode: str) -> Phrase:
        for words, suffix in _SUFFIXES:
            stop = self.eat(end, *words)
            if stop:
                return Phrase(i, stop, parts, mode or suffix)
        if not mode and self.low(end - 1) == "ago":
            mode = self._ago_mode(i)
        return Phrase(i, end, parts, mode)

    def _ago_mode(self, i: int) -> str:
        before = self.low(i - 1)
        if before == "over" or self.eat(i - 2, "more", "than"):
            return "end"
        return "under" if before == "under" or self.eat(i - 2, "less", "than") else ""

    def _span(self, i: int, k: int, mode: str) -> Phrase | None:
        """`from A to B`, `between A and B`, `either A or B`; with one date alone the word before it changes nothing."""
        moved = mode == "from" and self._is_moved(i)
        parts, end = self._chain(k, "" if moved else mode)
        if not parts:
            return None
        if len(parts) > 1:
            return Phrase(i, end, parts, "")
        return self._finish(k, end, parts, "")

    def _is_moved(self, i: int) -> bool:
        """Whether the words of the sentence before `from A to B` say that A was put off to B."""
        for n in range(1, MOVED_REACH):
            if self.low(i - n) in POSTPONED or self.low(i - n) in (".", ";", "!", "?"):
                return self.low(i - n) in POSTPONED
        return False

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
        if i and (self.low(i - 1) in _OPENERS or self.low(i - 1) in ("as", "than", "time", "point", "least", "earliest", "until", "to")):
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
            if (not more[0].is_bare or parts[0].is_lone_season and more[0].is_lone_season) and self._is_firm(parts, end):
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
        j = self._wrapper(j)
        found = self.read_part(j, in_chain=True)
        if found is None or found[0].dead or not _fits(parts[-1], found[0], link, kind):
            return None
        if link == "," and not self._list_goes_on(found[1]):
            return None
        return found

    def _link(self, i: int, kind: str) -> tuple[str, int]:
        j = self.skip(i, "-") if self.low(i + 1) in ("to", "or") else i
        low = self.low(j)
        hedged = self.eat(self.skip(j, ","), "if", "not")
        if hedged:  # "late 2026, if not early 2027"
            return "or", hedged
        likely = next((end for words in _LIKELIER if (end := self.eat(j, *words))), 0)
        if likely:
            return "or", likely
        if low == "," and self.low(j + 1) in ("or", "and"):
            j, low = j + 1, self.low(j + 1)
        if low == "to" and kind == "" and self.low(j - 1) != "-":
            return "", i
        if low in ("to", "or") and j > i or low in ("to", "or"):
            return low, self.skip(j + 1, "-", "else")
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
    one, other = (part_.interval(None) for part_ in share_years([before, part]))
    return one is None or other is None or one[0] <= other[0] and one[1] < other[1]  # "in 2022 - June 6, 2022" is two dates
