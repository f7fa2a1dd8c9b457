"""The value of a claim: what the span in a rule's slot says."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import cast

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.constructions.figures import WINDOW_RE
from aoud_cli.claims.events.words import DATE_RE
from aoud_cli.claims.grammar import filled, is_phrase, items, span_of
from aoud_cli.claims.rules import Make
from aoud_cli.claims.where import chart_of, where_of
from aoud_cli.english import pattern, values
from aoud_cli.model import (
    Bound,
    DateRange,
    DateValue,
    Entity,
    EntityValue,
    Per,
    QuantityValue,
    RelationValue,
    TermValue,
    TextValue,
    Value,
)
from aoud_cli.names.profile import Profile
from aoud_cli.predicates import PREDICATES
from aoud_cli.spans.dates.find import FoundDate, find_dates
from aoud_cli.spans.kinds import LETTERS, UNITS
from aoud_cli.spans.lengths import read_span
from aoud_cli.spans.mask import Masked, Pronoun, Span
from aoud_cli.spans.quantities import AUDIENCE, Quantity, bound_before, read_number

_CHART_RES = (
    ("number one", pattern(r"<r\d+>|\b(?:top spot|topped|first place)\b")),
    ("non-english top 10", pattern(r"non-english top (?:10|ten)")),
    ("top 10", pattern(r"top[ -](?:10|ten)|ten favourites")),
)


def value_of(make: Make, masked: Masked, match: re.Match[str], token: str, profile: Profile) -> Value | None:
    """The value that the token (or the captured words) in the rule's value slot stands for; None where it can't be one."""
    if make.term is not None:
        return TermValue(make.term, source_text(masked, *match.span()))
    if make.key == "character.relation":
        tokens = items(make.part or "", filled(match, make.part or ""))
        return relation_of(filled(match, make.slot or ""), masked, tokens[0], match) if tokens else None
    if is_phrase(make.slot or ""):
        return _phrase(masked, match, make)
    span = masked.span(token)
    if make.part == "from" and isinstance(span.what, FoundDate):
        return DateValue(DateRange(span.what.earliest, None), masked.sentence.text[span.start : span.end])
    if make.part is not None:
        return _end_of_range(masked.sentence.text[span.start : span.end], make.part, span.what)
    return _of_span(span, masked.sentence.text[span.start : span.end], masked, match, make, profile)


def _of_span(span: Span, text: str, masked: Masked, match: re.Match[str], make: Make, profile: Profile) -> Value | None:
    what = span.what
    if isinstance(what, Pronoun):  # as a value it stands for one of the crew, or for a part: "who played him"
        meant = what.person if (make.slot or "").startswith("person") else what.character
        return EntityValue(meant.id, meant.name, text) if meant is not None else None
    if isinstance(what, Entity):
        return EntityValue(what.id, what.name, text.strip("\"'"))
    if isinstance(what, Quantity):
        return _quantity(span, what, masked, match)
    if isinstance(what, str):
        return EntityValue(what.lower(), what, text) if span.kind in "fb" else TextValue(text)
    return _date(what, text, masked, span, make, profile) if isinstance(what, FoundDate) else None


def _date(what: FoundDate, text: str, masked: Masked, span: Span, make: Make, profile: Profile) -> DateValue | None:
    """A date as its words bound it: open at its end behind `not until`, with the place that a premiere's words name."""
    if is_not_until(masked, span):
        return DateValue(DateRange(what.earliest, None), text)
    if is_not_before(masked, span):
        return _from_then_on(what, text)
    where = where_of(masked.sentence.text, span.start, span.end, profile) if make.key in ("release.premiere", "release.finale") else None
    runs = make.key == "release.premiere" and lasts(masked, span)
    runs = runs or (make.key == "production.filming_start" and text.lower().startswith("from "))  # "rolled from October 6 to April 17"
    first = _end_of_range(text, "start", what) if runs else None
    return DateValue(DateRange(what.earliest, what.latest), text, where) if first is None else first._replace(where=where)


_LASTS_RE = pattern(
    r"\b{season_lasts}(?: (?:on|in) <[fbl]\d+>(?:(?:,| and) <[fbl]\d+>)*| [a-z]+ly)? (?:from |between )?<d\d+>|\b{run_labels} ?[:|] ?<d\d+>"
)
_RAN_RE = pattern(r"\b{was_shown_between}\b")


def lasts(masked: Masked, span: Span) -> bool:
    """Whether a date is how long something was shown: `aired from February 15 to May 23`, not `premieres between February and April`."""
    if masked.sentence.lower.startswith("between ", span.start) and not _RAN_RE.search(masked.text):
        return _goes_on_from_another(span, masked)  # "will air between May and June": on some day of them
    lasting = (match.group().rpartition(" ")[2] for match in _LASTS_RE.finditer(masked.text))
    return any(masked.span(token) is span for token in lasting) or _goes_on_from_another(span, masked)


_AND_ANOTHER_RE = pattern(r"(?:,| and|,? while)(?: the)? <s\d+> $")


def _goes_on_from_another(span: Span, masked: Masked) -> bool:
    """Whether a range is how long a further season was shown: `season 1 was shown from ..., and the second from 9 March to 7 April`."""
    is_range = masked.sentence.lower.startswith("from ", span.start)
    return is_range and _AND_ANOTHER_RE.search(masked.text, 0, masked.place(span)[0]) is not None


def relation_of(kin: str, masked: Masked, token: str, match: re.Match[str]) -> Value | None:
    """What somebody is, in words of kin, to whoever the token stands for; None where that is nobody of the story."""
    meant = masked.span(token).what
    what = meant.character if isinstance(meant, Pronoun) else meant
    if not isinstance(what, Entity):
        return None
    return RelationValue(plain_kin(kin), what, source_text(masked, *match.span()))


def plain_kin(kin: str) -> str:
    """Words of kin as they are printed: `mother` for `mum`, `older sister` for `big sister`."""
    return " ".join(values("kin_words").get(word, word) for word in kin.split())


_LOOSE_END_RE = pattern("(?: (?:in|for) (?:the |this |it)?(?:[a-z-]+ )?{loose_works}?)$|(?: {loose_prepositions})+$", re.I)


def _phrase(masked: Masked, match: re.Match[str], make: Make) -> Value | None:
    """The words of a slot that holds words: as they stand, or as the count or the figure that they are."""
    start, end = span_of(match, make.slot or "")
    text = source_text(masked, start, end).strip(" ,\"'")
    text = _LOOSE_END_RE.sub("", text)
    if make.slot == "number":
        number = read_number(text.lower(), None)
        return QuantityValue(number, PREDICATES[make.key].unit or "episode", bound_before(masked.text[:start]), text) if number else None
    if make.slot == "millions":
        digits, scale = re.match(r"([0-9.]+) ?([a-z]+)", text.lower()).groups()  # type: ignore[union-attr]
        number, window = read_number(digits, scale), _window(masked, match)
        days = window.what.number if window is not None and isinstance(window.what, Quantity) else None
        return QuantityValue(number, "hour", bound_before(masked.text[:start]), text, days) if number else None
    if make.key == "interval.elapsed":
        if pattern(r"{window_prepositions}\b", re.IGNORECASE).match(text):
            return None  # "in just 28 days after its release" is a figure's window
        return read_span(source_text(masked, match.start(), end))
    return TextValue(text) if text else None


def source_text(masked: Masked, start: int, end: int) -> str:
    """The words of the article behind some code points of the masked sentence."""
    first, last = masked.origin(start, end)
    return masked.sentence.text[first:last]


DENIAL_REACH = 60  # code points between "don't expect" and "before the summer"
_BEFORE_RE = pattern(r"before\b", re.I)
_HARD_RE = pattern(r"\b{hard_words}\b")
_UNTIL_RE = pattern(r"\b(?:until|till)(?: (?:at least|the|some ?time in))? ?$|^.*\b(?:until|till) ")


_DID_NOT_RE = pattern(r"\b{did_not} (?!(?:[a-z]+ly |now |even |been )?{thinking}\b)(?!.*\b(?:{future}|would)\b)")


def is_not_before(masked: Masked, span: Span) -> bool:
    """Whether the words deny a date `before` something ("we don't expect it before the summer"): they give the first day that can be."""
    return _BEFORE_RE.match(masked.sentence.text, span.start) is not None and _is_denied(_words_before(masked, span))


def is_not_until(masked: Masked, span: Span) -> bool:
    """Whether the words deny that it comes `until` a date ("won't premiere until 2027"): that gives the first day that can be.

    "Filming didn't begin until March 2025" tells of what was: that it began then.
    """
    before = masked.sentence.lower[max(0, span.start - 12) : span.start + 7]
    if _UNTIL_RE.search(before) is None:
        return False
    words = _words_before(masked, span)
    return _is_denied(words) and _DID_NOT_RE.search(words) is None


def _is_denied(before: str) -> bool:
    return _HARD_RE.search(before) is not None or cues.denies(before)


def _words_before(masked: Masked, span: Span) -> str:
    """The words of a date's clause that stand before it, as far as a denial reaches."""
    at, _ = masked.place(span)
    left, _ = cues.clause(masked.text, at, at)
    return masked.text[max(left, at - DENIAL_REACH) : at]


def _from_then_on(found: FoundDate, text: str) -> DateValue | None:
    """From the first day behind `before X` on."""
    if found.latest is None:
        return None
    return DateValue(DateRange(found.latest + timedelta(days=1), None), text)


_RANGE_RE = pattern(r"\s+{range_links}\s+|\s*\u2014\s*")


_THE_YEAR_RE = pattern(r",? (?:of )?(?:last|this|next|that) year$")  # "between April and August last year": the whole knows which


def _end_of_range(text: str, part: str, whole: object) -> DateValue | None:
    """The first or the last date of `from July 2025 to February 2026`; None where that end has no date of its own.

    `first` is the start, or the date itself where it is no range.
    """
    from aoud_cli.spans.dates.find import parse_date

    pieces = _RANGE_RE.split(re.sub(r"^(?:from|between)\s+", "", text))
    if len(pieces) < 2 and part != "first":
        return None
    piece = pieces[-1 if part == "end" else 0]
    piece = _THE_YEAR_RE.sub("", piece) if isinstance(whole, FoundDate) and whole.latest else piece
    found = parse_date(piece)
    if (found is None or found.yearless) and isinstance(whole, FoundDate):  # "between 15 April and 26 July 2024", "from May to June 2024"
        day = whole.latest if part == "end" else whole.earliest
        found = parse_date(f"{piece} {day.year}") if day else found
    return DateValue(DateRange(found.earliest, found.latest), found.text) if found is not None else None


def _quantity(span: Span, what: Quantity, masked: Masked, match: re.Match[str]) -> QuantityValue:
    window = _window(masked, match)
    if window is None and what.what == "countries":
        window = _window_before(masked, match)
    start, end = span.start, span.end
    if window is not None and what.what in AUDIENCE:
        start, end = min(start, window.start), max(end, window.end)
    days = window.what.number if window is not None and isinstance(window.what, Quantity) else _dated_days(masked, match)
    bound: Bound = what.bound
    text, left = masked.sentence.text[start:end], cues.clause(masked.text, *match.span())
    value = QuantityValue(what.number, UNITS[what.what], bound, text, days if what.what in (*AUDIENCE, "countries") else None)
    if what.what == "countries":
        return value._replace(chart=_chart(masked, match))
    if what.what == "rank":
        chart = chart_of(masked.text[slice(*left)], masked.cased[slice(*left)])
        return value._replace(territory=chart.territory, chart=chart.list, period=chart.period)
    if what.what == "viewers":
        own = counted_days(what.counted or masked.sentence.lower[span.start : span.end], None)  # "1.05 million live viewers"
        near = next((days for words in _beside(masked, span, match) if (days := counted_days(words, None)) is not None), None)
        value = value._replace(window_days=next((days for days in (own, value.window_days, near) if days is not None), None))
    at, _ = masked.place(span)
    said = what.counted or masked.text[slice(*left)]
    before = masked.text[left[0] : at] if what.what == "viewers" and not what.counted else ""  # views and homes have no night
    antecedent = _ANTECEDENT_RE.search(masked.text, max(0, left[0] - _ANTECEDENT), left[0])
    shown = _PER_RE.search(antecedent["what"]) if antecedent and _DREW_RE.match(said) else None
    if shown is not None:  # "the season one finale, which drew 1.27 million"
        said = f"{shown.group()} {said}"
    return value._replace(per=_per(said, before)) if what.what in ("views", "viewers", "households") else value


_ANTECEDENT = 48  # code points before `which`
_DREW_RE = pattern(r" (?:has |had )?{drew_audiences}\b")
_ANTECEDENT_RE = pattern(r"(?P<what>[^,]*),? (?:which|that)$")
_VIEWERS_RE = pattern(rf"<{LETTERS['viewers']}\d+>|\b[0-9][0-9.,]* ?(?:million|m)\b")
_COMPARED_RE = pattern(r"\b(?:up|down) from (?:the |its |a )?$")
_NEXT_RE = pattern(r"(?:[,;]| {next_figure_links})(?: [a-z-]+){0,5} ?$")  # what leads up to the next figure


def _beside(masked: Masked, span: Span, match: re.Match[str]) -> tuple[str, ...]:
    """The words that may tell how an audience is counted, the nearest first: behind its figure, before it; all around it, if it stands
    alone: `5.2 million overnight and 7.4 million with seven days of catch-up`."""
    text, (at, end) = masked.text, masked.place(span)
    left, right = cues.stretch(text, *match.span())
    others = [found.span() for found in _VIEWERS_RE.finditer(text, left, right) if found.start() != at]
    last, first = max((z for a, z in others if z <= at), default=left), min((a for a, z in others if a >= end), default=right)
    if not others or _COMPARED_RE.search(text, left, at):
        return (text[left:right],)  # "the overnights are in: 5.9 million, up from the 5.4 million"
    behind = text[end:first]
    joined = _NEXT_RE.search(text, last, at) if last > left else None
    return (_NEXT_RE.sub("", behind) if first < right else behind, text[joined.start() if joined else last : at])


_WINDOW_WORDS = (
    (pattern(r"\b{counted.live}\b|\blive\b(?! ?\+)(?!-plus)"), 0),
    (pattern(r"\b{counted.three_days}\b"), 3),
    (pattern(r"\b{counted.seven_days}\b"), 7),
    (pattern(r"\b{counted.month}\b"), 28),
)


def counted_days(clause: str, told: int | None) -> int | None:
    """The days of catching up that a broadcast's viewers are counted with, by the trade's own words."""
    return told if told is not None else next((days for words, days in _WINDOW_WORDS if words.search(clause)), None)


_PER_RE = pattern(
    r"\b(?:(?P<premiere>{premiere_words}|{first_ones})|(?P<finale>{finale_words}|{last_ones_watched})|(?P<episode>episode))\b"
)
# "started on 5 February with 5.6 million and signed off with 6.1 million": by the verb that leads up to the figure.
_LED_RE = pattern(
    r"\b(?:(?P<premiere>{leads_to_the_first})|(?P<finale>{leads_to_the_last}))\b"
    r"(?:(?! and |[;.]).){0,50} (?:to|with|at|by) (?:[a-z]+ ){0,4}$"
)


def _per(clause: str, before: str = "") -> Per | None:
    """What of a season was watched: its premiere, its finale, one episode, or all of it; `before` are the words of the clause up to the
    figure."""
    found = _LED_RE.search(before) or _PER_RE.search(clause)
    return cast("Per", found.lastgroup) if found else "season" if pattern(r"<[ts]\d+>|\b{season_words}\b").search(clause) else None


WEEKS = range(2, 36)  # days of a stretch of dates that a figure is counted in


def _dated_days(masked: Masked, match: re.Match[str]) -> int | None:
    """The days of the stretch of dates within the words ("from 7 to 13 February")."""
    for token in DATE_RE.findall(match.group()) if _is_constructed(match) else ():
        what = masked.span(token).what
        when = _of_any_year(what) if isinstance(what, FoundDate) and (what.unresolved or what.yearless) else what
        if isinstance(when, FoundDate) and when.earliest and when.latest and (days := (when.latest - when.earliest).days + 1) in WEEKS:
            return days if days < MONTH else None
    return None


def _of_any_year(found: FoundDate) -> FoundDate | None:
    """A date without a year as it were in some year: "between Jan. 31 and Feb. 6" is a week in each."""
    return next(iter(find_dates(found.text, _SOME_DAY)), None) if found.yearless else None  # not in a leap year: "Feb. 27 to March 5"


_SOME_DAY = date(2001, 7, 1)


MONTH = 28  # days: a month that is named is no window


def _is_constructed(match: re.Match[str]) -> bool:
    """Whether the words are those that a construction found, all of them, and not what a rule matched, with its slots."""
    return match.re.groups == 0


def _window(masked: Masked, match: re.Match[str]) -> Span | None:
    captured = next(iter(WINDOW_RE.findall(match.group())), "") if _is_constructed(match) else filled(match, "window")
    span = masked.span(captured) if captured else None
    # "extending its stay on the chart to nine weeks" is no window of the figure before it
    return None if span is None or masked.sentence.lower[span.start : span.end].startswith(("to ", "of ")) else span


def _window_before(masked: Masked, match: re.Match[str]) -> Span | None:
    """The window that the clause opens with: `In its first four weeks, season 1 reached the top 10 in 88 countries`."""
    left, _ = cues.clause(masked.text, *match.span())
    opening = pattern(r"\W*(?:[a-z]+ )?(?P<window><z\d+>),").match(masked.text, left, match.start())
    return masked.span(opening["window"]) if opening else None


def _chart(masked: Masked, match: re.Match[str]) -> str | None:
    """The chart that the words themselves name, else their clause: `the top 10 in 93 countries, and topped it in 41`."""
    clause = masked.text[slice(*cues.clause(masked.text, *match.span()))]
    return next((name for text in (match.group(), clause) for name, words in _CHART_RES if words.search(text)), None)
