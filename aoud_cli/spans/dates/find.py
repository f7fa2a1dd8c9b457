"""Dates in a text as intervals: all days that their words admit, and no more. A clock is never read.

A part is one date ("late 2026"), read by `phrases.read_part`; parts become phrases ("by late 2026 or early 2027"), which lend each
other their years, and phrases become what is found.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from aoud_cli.ground.text import fold
from aoud_cli.model import DateRange
from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Interval, edtf
from aoud_cli.spans.dates.parts import Part, hull, nearest_year, share_years
from aoud_cli.spans.dates.phrases import Phrase, read_phrase
from aoud_cli.spans.dates.tokens import Token, Tokens, tokenise, windows

__all__ = ["FoundDate", "edtf", "find_dates", "find_in_folded", "parse_date", "settle"]


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
    weekday: int | None = None  # a day of the week alone (0 for Monday), read as the latest not after the reference: see `settle`
    monthday: int | None = None  # a day of the month alone, read in the same way

    @property
    def is_recurring(self) -> bool:
        """Whether it comes round each week or month, so that the verb says which is meant."""
        return self.weekday is not None or self.monthday is not None

    @property
    def when(self) -> DateRange:
        """The interval, an open end None."""
        return DateRange(self.earliest, self.latest)


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
    """A date without a year, or a weekday: the latest that had begun by the reference (`past`), or the earliest not over by then."""
    first, last = _ends(reference)
    if first is None or last is None:
        return found
    if found.is_recurring:
        near = [_day_near(found, day, "latest" if past else "this") for day in (first, last)]
        return found._replace(earliest=min(near), latest=max(near))
    if not found.yearless:
        return found
    opener = "between" if " and " in found.text else "in"  # so that a season, or two days, which are none alone, are read again
    text = f"{opener} {fold(found.text).text}"
    read = [_scan(text, tokenise(text, 0, len(text)), day, "past" if past else "future", alone=True) for day in (first, last)]
    if not all(len(one) == 1 and one[0].yearless for one in read):
        return found
    joined = _join(read[0][0], read[1][0])
    return found._replace(earliest=joined.earliest, latest=joined.latest, unresolved=joined.unresolved, relative=True)


def _day_near(found: FoundDate, reference: date, which: str) -> date:
    if found.weekday is not None:
        return calendar.weekday_near(reference, found.weekday, which)
    return calendar.monthday_near(reference, found.monthday or 1, which) or reference


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
    looked_at = Tokens(tokens, reference, alone)
    found: list[FoundDate] = []
    i = 0
    while i < len(tokens):
        phrase = read_phrase(looked_at, i)
        if phrase is None:
            i += 1
            continue
        i = phrase.end
        if not phrase.parts[0].dead:
            one = _resolve(_with_the_next_year(looked_at, phrase), text, tokens, reference, prefer)
            if one is not None:
                found.append(one)
    return found


def _with_the_next_year(t: Tokens, phrase: Phrase) -> Phrase:
    """A day without a year before "and" and one with its own takes that: "on April 10 and May 15, 2025"."""
    part = phrase.parts[0]
    if len(phrase.parts) > 1 or phrase.mode or not part.days or not part.month or not _lacks_year(part):
        return phrase
    j = t.skip(t.skip(phrase.end, ","), "and", "&", "then")
    following = read_phrase(t, t.skip(j, "on", "then")) if j > phrase.end and t.low(j - 1) != "," else None
    if following is None or len(following.parts) > 1 or following.mode or not following.parts[0].days:
        return phrase
    return phrase._replace(parts=share_years([part, following.parts[0]])[:1])


def _resolve(phrase: Phrase, text: str, tokens: list[Token], reference: date | None, prefer: str) -> FoundDate | None:
    start, end = tokens[phrase.start].start, tokens[phrase.end - 1].end
    parts = share_years(phrase.parts) if len(phrase.parts) > 1 else phrase.parts
    yearless = any(map(_lacks_year, parts))
    relative = yearless or any(part.relative for part in parts)
    is_plain = len(parts) == 1 and not phrase.mode
    weekday, monthday = (parts[0].weekday, parts[0].monthday) if is_plain else (None, None)
    blank = FoundDate(start, end, text[start:end], None, None, relative, True, yearless, weekday, monthday)
    if any(part.unresolved for part in parts):
        return blank
    if not yearless:
        return _with_days(blank, hull(parts, reference), phrase.mode, reference)
    return _with_days(blank, nearest_year(parts, reference, prefer), phrase.mode, reference) if reference else blank


def _with_days(found: FoundDate, interval: Interval | None, mode: str, reference: date | None) -> FoundDate | None:
    if interval is None:
        return None
    earliest, latest = _open(interval, mode, reference)
    return found._replace(earliest=earliest, latest=latest, unresolved=False)


def _lacks_year(part: Part) -> bool:
    return part.known_year is None and not part.unresolved


JUST = timedelta(days=15)  # "just before Christmas"


def _open(interval: Interval, mode: str, reference: date | None) -> tuple[date | None, date | None]:
    """The ends of the interval as the words before or behind it leave them."""
    start, end = calendar.clamp(interval[0]), calendar.clamp(interval[1])
    before, after = calendar.day_before(start), calendar.next_day(end)
    found: tuple[date | None, date | None] = (start, end)
    match mode:
        case "by" | "end":
            found = None, end
        case "before":
            found = None, before
        case "just_before":
            found = calendar.clamp(start - JUST), before
        case "start":
            found = start, None
        case "after":
            found = after, None
        case "just_after":
            found = after, calendar.clamp(end + JUST)
        case "under":
            found = start, reference or end
    return found
