"""A finding explained: how its sides stand to each other, what was weighed, and why it is no other verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from aoud_cli.findings.compare import judge, relate_tellings
from aoud_cli.findings.dates import say_asserted
from aoud_cli.findings.facts import PLAYS, Telling
from aoud_cli.findings.figures import Relation
from aoud_cli.findings.moments import are_ordered, date_of, in_same_article, is_before, is_forecast, on_same_day
from aoud_cli.findings.voices import voices
from aoud_cli.findings.words import say_claim, say_count
from aoud_cli.model import Certainty, Claim, EntityValue, Finding, Severity, Side, Verdict
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.expired import is_against

KINDS_OF_FACT: Final[Mapping[str, str]] = {
    "fixed": "a fact that has one true value and doesn't change",
    "plan": "a plan: it may move until it happens, and is fixed then",
    "state": "a state: it may change with time",
    "total": "a running total: it never falls as its window grows",
    "many": "a fact that may have several values at once",
    "interval": "a span of time, which the dates of the events must give",
}
SAID: Final[Mapping[Relation, str]] = {
    Relation.EQUAL: "they say the same",
    Relation.WITHIN: "the first lies inside the second",
    Relation.CONTAINS: "the first holds the second",
    Relation.OVERLAPS: "they overlap: both can be true",
    Relation.DISJOINT: "they exclude each other",
    Relation.UNKNOWN: "nothing in them excludes the other",
}
OF_SEVERAL_FACTS: Final[Mapping[Verdict, str]] = {
    Verdict.ORDER: "it needs two events in the wrong order",
    Verdict.ARITHMETIC: "it needs a stated span or a counted list",
}
NOTES: Final[Mapping[Verdict, str]] = {
    Verdict.DIFFERS: "note: which of them is wrong, if any, can't be told from the articles",
    Verdict.CHANGED: "note: what was true then may be told differently now",
}
SUPPORT: Final[Mapping[Verdict, str]] = {
    Verdict.AGREES: "two values that say the same",
    Verdict.REFINES: "one value inside the other",
}


class Pair(NamedTuple):
    """Two claims of a finding, one of each of two sides, and how they stand to each other; None where they tell of two facts."""

    first: Claim
    second: Claim
    relation: Relation | None
    order: str
    verdict: Verdict | None


class FindingExplained(NamedTuple):
    """Why a finding is what it is; `why_not` gives for each other verdict what it would need."""

    finding: Finding
    fact: str
    pairs: tuple[Pair, ...]
    severity: str
    sources: str
    why_not: Mapping[Verdict, str]


def explain_finding(finding: Finding) -> FindingExplained:
    """The explanation of a finding, from the functions that reached it."""
    kind = FACTS.get(finding.key, "many")
    pairs = tuple(_pairs(finding))
    return FindingExplained(
        finding, KINDS_OF_FACT[kind], pairs, _why_severe(finding), _say_sources(finding), _why_not(finding, pairs, kind)
    )


def _pairs(finding: Finding) -> Iterator[Pair]:
    """The first side with each other; of two sides the claims that got the finding's verdict, where they are of one fact."""
    sides = finding.sides
    for other in sides[1:]:
        yield _pair(finding, sides[0], other)


def _pair(finding: Finding, one: Side, other: Side) -> Pair:
    between = [_weigh(finding, a, b) for a in one.claims for b in other.claims]
    return next((pair for pair in between if pair.verdict is finding.verdict), between[0])


def _weigh(finding: Finding, a: Claim, b: Claim) -> Pair:
    key = finding.key
    order = _say_order(a, b)
    if finding.verdict is Verdict.EXPIRED:
        relation = relate_tellings(key, Telling(a, a.value), Telling(b, b.value)) if a.key == b.key else None
        return Pair(a, b, relation, order, Verdict.EXPIRED if is_against(a, b) else None)
    if a.key != key or b.key != key:
        return Pair(a, b, None, order, finding.verdict)
    first, second = _telling(finding, a), _telling(finding, b)
    return Pair(a, b, relate_tellings(key, first, second), order, judge(key, first, second))


def _telling(finding: Finding, claim: Claim) -> Telling:
    """The claim with the value that was compared: of a part and its performers, the performer."""
    if claim.key == PLAYS and claim.subject.id != finding.subject.id:
        return Telling(claim, EntityValue(claim.subject.id, claim.subject.name, claim.subject.name))
    return Telling(claim, claim.value)


def _say_order(a: Claim, b: Claim) -> str:
    if in_same_article(a, b):
        return "both stand in one article"
    if on_same_day(a, b):
        return f"both were written on {a.asserted.known_day}"
    if not are_ordered(a, b):
        return f"which was written first is not known: {say_asserted(a.asserted)}, and {say_asserted(b.asserted)}"
    first, second = (a, b) if is_before(a.asserted, b.asserted) else (b, a)
    name, other = first.source.document, second.source.document
    return f"{name} was written first ({say_asserted(first.asserted)}), {other} later ({say_asserted(second.asserted)})"


def _why_severe(finding: Finding) -> str:
    """Why it is an error, a warning or a note."""
    if finding.severity is Severity.NOTE:
        if finding.verdict is Verdict.ARITHMETIC:
            return "note: a rounding explains it"
        return NOTES.get(finding.verdict, "note: it is no fault")
    hedged = [side.first for side in finding.sides if side.first.certainty is not Certainty.CERTAIN]
    if hedged:
        return f"warning: a side is told as {hedged[0].certainty.value} ({hedged[0].source.document})"
    if finding.severity is Severity.ERROR:
        return "error: every side is told as certain, and no inferred date is needed"
    return "warning: it rests on a date that was inferred for an article"


def _say_sources(finding: Finding) -> str:
    """`4 articles, 2 independent: 003 repeats 000`."""
    claims = [claim for side in finding.sides for claim in side.claims]
    told = [
        f"{', '.join(name for name in names if name != first)} in the words of {first}"
        for first, names in voices(claims).items()
        if set(names) != {first}
    ]
    return say_count(claims) + (f": {'; '.join(told)}" if told else "")


def _why_not(finding: Finding, pairs: tuple[Pair, ...], kind: str) -> dict[Verdict, str]:
    """For each verdict that it is not, what is missing for it, judged by the first pair."""
    pair = pairs[0] if pairs else None
    return {verdict: _missing(verdict, finding, pair, kind) for verdict in Verdict if verdict is not finding.verdict}


def _missing(verdict: Verdict, finding: Finding, pair: Pair | None, kind: str) -> str:
    if verdict in OF_SEVERAL_FACTS:
        return OF_SEVERAL_FACTS[verdict]
    if finding.verdict in OF_SEVERAL_FACTS:
        return "its sides tell of several facts, or are counted; no two values of one fact are compared"
    if pair is None:
        return "all its claims say the same; two values are needed"
    if verdict is Verdict.EXPIRED:
        return _missing_for_expired(pair, kind)
    if pair.relation is None:
        return "its sides tell of two facts; this verdict needs two values of one"
    return _missing_for(verdict, finding, pair, kind)


def _missing_for(verdict: Verdict, finding: Finding, pair: Pair, kind: str) -> str:
    """What the first pair lacks for a verdict on two values of one fact."""
    stands = SAID[pair.relation or Relation.UNKNOWN]
    if verdict in SUPPORT:
        return f"it needs {SUPPORT[verdict]}; {stands}"
    if pair.relation is not Relation.DISJOINT and finding.verdict is not Verdict.CHANGED:
        return f"it needs values that exclude each other; {stands}"
    if verdict is Verdict.CONTRADICTS:
        return _missing_for_contradicts(pair, kind)
    if verdict is Verdict.CHANGED:
        return _missing_for_changed(finding, pair, kind)
    if finding.verdict is Verdict.CONTRADICTS:
        return f"it needs two hedged sides, or a state told at a time that isn't known: {_say_values(pair)}"
    return f"it needs two hedged sides, or an order that isn't known: {_say_values(pair)}; {pair.order}"


def _missing_for_contradicts(pair: Pair, kind: str) -> str:
    if Certainty.POSSIBLE in (pair.first.certainty, pair.second.certainty):
        return f"what is told as possible never contradicts: {_say_values(pair)}"
    if kind in ("state", "plan"):
        return f"it needs one day on which both are told, or a date that has passed; {pair.order}"
    return f"it needs one side that is certain and another that is certain or probable: {_say_values(pair)}"


def _missing_for_changed(finding: Finding, pair: Pair, kind: str) -> str:
    if finding.verdict is Verdict.EXPIRED:
        return "a later article does tell it differently, but that the forecast failed says more"
    if kind in ("fixed", "total", "many"):
        return "such a fact doesn't change: one of the two is wrong"
    return f"it needs a later article that tells it differently, neither as a mere possibility; {pair.order}"


def _say_values(pair: Pair) -> str:
    return f"{say_claim(pair.first)} and {say_claim(pair.second)}"


def _missing_for_expired(pair: Pair, kind: str) -> str:
    """Why neither is a forecast that the other shows to have failed."""
    if kind != "plan":
        return "it needs the forecast of a date"
    for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
        when = date_of(one)
        if is_forecast(one) and when is not None and when.latest is not None:
            written = say_asserted(other.asserted)
            late = other.asserted.earliest is not None and other.asserted.earliest > when.latest
            return f"the forecast's last day is {when.latest}; the other was written {written}" + (
                ", and doesn't say that it failed" if late else ", when it may still have been open"
            )
    return "neither side is a forecast that was open when it was made"
