"""Spans of time that the stated dates don't give: "nearly four years after" a premiere of two years ago."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from aoud_cli.findings.build import make_finding, make_side
from aoud_cli.findings.facts import Fact
from aoud_cli.findings.moments import date_of, has_happened
from aoud_cli.findings.words import say_range
from aoud_cli.model import Certainty, Claim, DateRange, Finding, QuantityValue, Severity, Verdict

ELAPSED: Final = "interval.elapsed"
START: Final = "release.premiere"
# Where a span may end: the words seldom say which, so only one that fits none of them is told.
ENDS: Final = ("renewal.announced", "production.filming_start", "production.filming_end", "release.premiere")
DAYS: Final = {"year": 365.25, "month": 30.44, "week": 7.0, "day": 1.0}
UNIT_RE: Final = re.compile(r"\b(year|month|week|day)", re.IGNORECASE)
NEARLY_RE: Final = re.compile(r"\b(?:nearly|almost|close to|just under|not quite)\b", re.IGNORECASE)
NEARLY_SHORT: Final = 0.25  # "nearly four years" is 3.75 to 4 years
ABOUT_EITHER_WAY: Final = 0.5
# 3 years and 6 months told as "nearly four years" is over-rounding and a note; 2 and a half years is an error.
ROUNDING: Final = 0.75


class Span(NamedTuple):
    """A stretch of time that the corpus dates, in days, with the claims that date its ends (the article's own day has none)."""

    low: float
    high: float
    claims: tuple[Claim, ...]
    words: str
    inferred: bool


def find_miscounts(facts: Sequence[Fact]) -> list[Finding]:
    """One finding a stated span that no two dated events give; silent where the dates decide nothing."""
    findings = []
    for fact in facts:
        starts = _dated(facts, (START,), fact.season, first=True) if fact.key == ELAPSED else []
        for claim in (telling.claim for telling in fact.tellings if starts):
            spans = _spans(claim, starts, facts)
            finding = _judge(fact, claim, spans)
            findings += [finding] if finding else []
    return findings


def admitted_days(value: QuantityValue) -> tuple[float, float]:
    """The days that a stated span's words admit: "over four months" is four up to five, "nearly four years" 3.75 to 4."""
    unit, number = _unit(value), float(value.number)
    if NEARLY_RE.search(value.text):
        return number - NEARLY_SHORT * unit, number
    if value.bound in ("over", "at_least"):
        return number, number + unit
    if value.bound in ("under", "at_most"):
        return number - unit, number
    return number - ABOUT_EITHER_WAY * unit, number + ABOUT_EITHER_WAY * unit


def _unit(value: QuantityValue) -> float:
    """The days in the unit that the words count in; without one, in the largest that the number holds."""
    found = UNIT_RE.search(value.text)
    if found:
        return DAYS[found.group(1).casefold()]
    return next(days for days in DAYS.values() if value.number >= days or days == 1.0)


def _dated(facts: Sequence[Fact], keys: Sequence[str], season: int | None, *, first: bool) -> list[tuple[DateRange, Claim]]:
    """The events that the corpus dates as past: those of a season, or where it names none the earliest told one."""
    found = [
        (when, telling.claim)
        for fact in facts
        if fact.key in keys and (season is None or fact.season == season)
        for telling in fact.tellings
        if telling.claim.certainty is Certainty.CERTAIN and has_happened(telling.claim)
        for when in [date_of(telling.claim)]
        if when and when.earliest and when.latest
    ]
    narrow = sorted(found, key=lambda item: (_length(item[0]), item[0], item[1].id))
    return narrow[:1] if first and season is not None else _earliest(narrow) if first else narrow


def _earliest(found: list[tuple[DateRange, Claim]]) -> list[tuple[DateRange, Claim]]:
    """The narrowest date of the earliest season: a show's years are counted from its first premiere."""
    seasons = [claim.season for _, claim in found if claim.season is not None]
    return [item for item in found if item[1].season == min(seasons)][:1] if seasons else found[:1]


def _length(when: DateRange) -> int:
    return (when.latest - when.earliest).days if when.latest and when.earliest else 0


def _spans(claim: Claim, starts: Sequence[tuple[DateRange, Claim]], facts: Sequence[Fact]) -> list[Span]:
    """Every span from the premiere to the article's own day or to another event; the article's own day first."""
    begin, start = starts[0]
    own = DateRange(claim.asserted.earliest, claim.asserted.latest)
    spans = _measure(begin, own, (start,), "the article's day", inferred=claim.asserted.basis == "inferred")
    for when, end in _dated(facts, ENDS, None, first=False):
        if end.id != start.id:
            spans += _measure(begin, when, (start, end), f"{end.predicate.replace('_', ' ')} {say_range(when)}", inferred=False)
    return spans


def _measure(begin: DateRange, end: DateRange, claims: tuple[Claim, ...], words: str, *, inferred: bool) -> list[Span]:
    if begin.earliest is None or begin.latest is None or end.earliest is None or end.latest is None or end.latest <= begin.earliest:
        return []
    low, high = (end.earliest - begin.latest).days, (end.latest - begin.earliest).days
    return [Span(low, high, claims, f"{say_range(begin)} to {words}", inferred)]


def _judge(fact: Fact, claim: Claim, spans: Sequence[Span]) -> Finding | None:
    """The finding on a span, measured by the dates that come nearest; none where one fits, or the article's day is unknown."""
    dated = claim.asserted.earliest is not None and claim.asserted.latest is not None
    if not isinstance(claim.value, QuantityValue) or claim.value.unit != "day" or not dated:
        return None
    low, high = admitted_days(claim.value)
    gaps = [(max(span.low - high, low - span.high, 0.0), place) for place, span in enumerate(spans)]
    gap, place = min(gaps, default=(0.0, 0))
    return _make(fact, claim, spans[place], gap / _unit(claim.value)) if gap > 0 else None


def _make(fact: Fact, claim: Claim, span: Span, units: float) -> Finding:
    sides = [make_side([claim]), *(make_side([other]) for other in span.claims)]
    severity = Severity.NOTE if units < ROUNDING else None
    if severity is None and span.inferred:
        severity = Severity.WARNING
    days = f"{math.floor(span.low)} days" if span.low == span.high else f"{math.floor(span.low)} to {math.floor(span.high)} days"
    reason = f"{claim.value.text!r} ({claim.source.document}): {span.words} is {days}"
    return make_finding(Verdict.ARITHMETIC, claim.topic, claim.predicate, fact.subject, fact.season, reason, sides, severity)
