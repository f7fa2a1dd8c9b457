"""Spans of time that the stated dates don't give: "nearly four years after" a premiere of two years ago."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from aoud_cli.english import pattern
from aoud_cli.findings.build import make_finding, make_side
from aoud_cli.findings.dates import say_range
from aoud_cli.findings.facts import Fact
from aoud_cli.findings.moments import date_of, has_happened
from aoud_cli.model import Article, Certainty, Claim, DateRange, Finding, QuantityValue, Reason, Severity, Verdict
from aoud_cli.predicates import MILESTONES
from aoud_cli.spans.lengths import admitted_days, read_span, unit_days
from aoud_cli.spans.seasons import find_seasons

ELAPSED: Final = "interval.elapsed"
START: Final = "release.premiere"
# Where a span may end: the words seldom say which, so only one that fits none of them is told.
ENDS: Final = MILESTONES
# 3 years and 6 months told as "nearly four years" is over-rounding and a note; 2 and a half years is an error.
ROUNDING: Final = 0.75
LOOK_BACK: Final = 200  # code points before a span in which its sentence may say that it is still to run
AHEAD_RE: Final = pattern(r"\b{span_ahead}\b", re.IGNORECASE)


# A span counts from the event that its words name: of a renewal, a shoot or a meeting nothing is measured.
PREMIERED_RE: Final = pattern(r"(?i)\b{premiered}\b")


PART_RE: Final = pattern(
    r"(?i)\b{part_ordinals} (?:[a-z]+ )?{part_counted}\b|\b{part_nouns} [1-9]\b"
)  # of one part of a season, no premiere


class Stretch(NamedTuple):
    """A stretch of time that the corpus dates, in days, with the claims that date its ends (the article's own day has none)."""

    low: float
    high: float
    claims: tuple[Claim, ...]
    words: str
    inferred: bool


def find_misspans(facts: Sequence[Fact], articles: Sequence[Article] = ()) -> list[Finding]:
    """One finding a stated span that no two dated events give; silent where the dates decide nothing.

    `articles` give the words before a span: of one that is still to run ("will come four years after") nothing is said.
    """
    texts = {article.document: article.text for article in articles}
    found: dict[str, Finding] = {}
    for fact in facts:
        for claim in (telling.claim for telling in fact.tellings if fact.key == ELAPSED):
            is_measured = PREMIERED_RE.search(_words(claim)) and not PART_RE.search(_words(claim)) and not _is_of_a_day(claim, texts)
            starts = _dated(facts, (START,), _season_of(claim), first=True) if is_measured else []
            finding = None if not starts or _is_ahead(claim, texts) else _judge(fact, claim, _stretches(claim, starts, facts))
            if finding is not None:
                found[finding.id] = _joined(found[finding.id], finding) if finding.id in found else finding
    return list(found.values())


def _season_of(claim: Claim) -> int | None:
    """The season that the words of a span name; a show's years count from its first."""
    named = (season for _, _, season in find_seasons(_words(claim).lower(), ("\0",)) if isinstance(season, int))
    return next(named, claim.season)


def _joined(one: Finding, other: Finding) -> Finding:
    """Two findings on the same words and dates as one: a copy of an article is no second mistake."""
    first = make_side([*one.sides[0].claims, *other.sides[0].claims])
    return one._replace(sides=(first, *one.sides[1:]))


def _is_ahead(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether the span ends with what is still to come."""
    before = texts.get(claim.source.document, "")[max(0, claim.source.start - LOOK_BACK) : claim.source.start]
    sentence = re.split(r"[.!?]\s|\n", before)[-1]
    return claim.certainty is not Certainty.CERTAIN or bool(AHEAD_RE.search(f"{sentence} {claim.source.quote}"))


DAY_RE: Final = pattern(r"(?i)(?:\d{1,2}|\d{4}|{month_names})(?:st|nd|rd|th)?,? (?:{roughly} )?$")


def _is_of_a_day(claim: Claim, texts: Mapping[str, str]) -> bool:
    """Whether the span ends on a day that stands right before it: `ordered on July 10, eight weeks after the premiere`."""
    before = texts.get(claim.source.document, "")[max(0, claim.source.start - LOOK_BACK) : claim.source.start]
    return DAY_RE.search(before) is not None


def _dated(facts: Sequence[Fact], keys: Sequence[str], season: int | None, *, first: bool) -> list[tuple[DateRange, Claim]]:
    """The events that the corpus dates as past: those of a season, or where it names none the earliest told one."""
    told = (t.claim for fact in facts if fact.key in keys and season in (None, fact.season) for t in fact.tellings)
    found = [(when, claim) for claim in told if (when := _past_date(claim))]
    narrow = sorted(found, key=lambda item: (_length(item[0]), item[0], item[1].id))
    if not first:
        return narrow
    return _earliest(narrow) if season is None else narrow[:1]


def _past_date(claim: Claim) -> DateRange | None:
    """The date, both of its ends known, of an event that is surely told as past."""
    when = date_of(claim) if claim.certainty is Certainty.CERTAIN and has_happened(claim) else None
    return None if when is None or None in when else when


def _earliest(found: list[tuple[DateRange, Claim]]) -> list[tuple[DateRange, Claim]]:
    """The narrowest date of the earliest season: a show's years are counted from its first premiere."""
    seasons = [claim.season for _, claim in found if claim.season is not None]
    return [item for item in found if item[1].season == min(seasons)][:1] if seasons else found[:1]


def _length(when: DateRange) -> int:
    return (when.latest - when.earliest).days if when.latest and when.earliest else 0


def _stretches(claim: Claim, starts: Sequence[tuple[DateRange, Claim]], facts: Sequence[Fact]) -> list[Stretch]:
    """Every span from the premiere to the article's own day or to another event; the article's own day first."""
    begin, start = starts[0]
    own = DateRange(claim.asserted.earliest, claim.asserted.latest)
    spans = _measure(begin, own, (start,), "the article's day", inferred=claim.asserted.basis == "inferred")
    for when, end in _dated(facts, ENDS, None, first=False):
        if (end.key, end.season) != (START, start.season):  # the premiere itself, whoever else tells it, ends no span
            spans += _measure(begin, when, (start, end), f"{end.predicate.replace('_', ' ')} {say_range(when)}", inferred=False)
    return spans


def _measure(begin: DateRange, end: DateRange, claims: tuple[Claim, ...], words: str, *, inferred: bool) -> list[Stretch]:
    if begin.earliest is None or begin.latest is None or end.earliest is None or end.latest is None or end.latest <= begin.earliest:
        return []
    low, high = (end.earliest - begin.latest).days, (end.latest - begin.earliest).days
    return [Stretch(low, high, claims, f"{say_range(begin)} to {words}", inferred)]


def _stated(claim: Claim) -> QuantityValue | None:
    """The span that a claim states, with the words that say how exactly; None where they give no number of days."""
    value, words = claim.value, _words(claim)
    if isinstance(value, QuantityValue):
        return value._replace(text=words) if value.unit == "day" else None
    return read_span(words)


def _words(claim: Claim) -> str:
    """The words of the span and those around it."""
    return claim.source.quote if claim.value.text in claim.source.quote else claim.value.text


def _judge(fact: Fact, claim: Claim, spans: Sequence[Stretch]) -> Finding | None:
    """The finding on a span; none where one of the measured spans fits, or the article's day is unknown.

    It is measured up to the article's own day where no other event comes much nearer.
    """
    stated = _stated(claim)
    if stated is None or claim.asserted.earliest is None or claim.asserted.latest is None or not spans:
        return None
    low, high = admitted_days(stated)
    off = [max(span.low - high, low - span.high, 0.0) / unit_days(stated) for span in spans]
    if min(off) == 0:
        return None
    place = min(range(len(spans)), key=lambda i: (off[i] >= ROUNDING, len(spans[i].claims) > 1, off[i], i))
    return _misspan(fact, claim, spans[place], off[place], _say_days(low, high))


def _say_days(low: float, high: float) -> str:
    first, last = math.floor(low), math.floor(high)
    return f"{first:,} days" if first == last else f"{first:,} to {last:,} days"


def _misspan(fact: Fact, claim: Claim, span: Stretch, units: float, admitted: str) -> Finding:
    sides = [make_side([claim]), *(make_side([other]) for other in span.claims)]
    severity = Severity.NOTE if units < ROUNDING else None
    if severity is None and span.inferred:
        severity = Severity.WARNING
    because = Reason.of(
        "arithmetic.span", words=_words(claim), document=claim.source.document, span=span.words,
        days=_say_days(span.low, span.high), admitted=admitted,
    )  # fmt: skip
    return make_finding(Verdict.ARITHMETIC, claim.key, fact.subject, fact.season, fact.part, because, sides, severity)
