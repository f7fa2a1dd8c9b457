"""Findings put together: sides in order, severity, id. Every verdict is built here, whoever reached it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from aoud_cli.findings.moments import asserted_key
from aoud_cli.findings.reasons import say_reason
from aoud_cli.model import (
    Certainty,
    Claim,
    DateValue,
    Entity,
    EntityValue,
    Finding,
    QuantityValue,
    Reason,
    RelationValue,
    Severity,
    Side,
    TermValue,
    Value,
    Verdict,
)

ID_LENGTH = 12
NOTES = frozenset({Verdict.AGREES, Verdict.REFINES, Verdict.CHANGED, Verdict.DIFFERS})
RESTS_ON_ORDER = frozenset({Verdict.EXPIRED})  # `order` compares the events' own days, not when they were told


def value_key(value: Value) -> str:
    """What makes two values the same side: the meaning, never the article's spelling."""
    if isinstance(value, EntityValue):
        return f"entity {value.id}"
    if isinstance(value, DateValue):
        return f"date {value.when.earliest} {value.when.latest}" + ("" if value.where is None else f" {value.where.casefold()}")
    if isinstance(value, QuantityValue):
        charts = " ".join((told or "").casefold() for told in (value.chart, value.territory, value.period, value.per) if told)
        return f"quantity {value.number} {value.unit} {value.bound} {value.window_days} {charts}"
    if isinstance(value, TermValue):
        return f"term {value.term}"
    if isinstance(value, RelationValue):
        return f"relation {value.relation.casefold()} {value.to.id}"
    return f"text {' '.join(value.text.casefold().split())}"


def make_side(claims: Iterable[Claim]) -> Side:
    """A side of claims, the surest first and of those the earliest asserted: a side is as certain as its surest claim."""
    return Side(tuple(sorted(claims, key=lambda claim: (-claim.certainty.rank, asserted_key(claim)))))


def make_told_side(claims: Iterable[Claim]) -> Side:
    """A side of claims, the earliest asserted first, for verdicts that tell how things moved and weigh no certainty."""
    return Side(tuple(sorted(claims, key=asserted_key)))


def sort_sides(sides: Iterable[Side]) -> tuple[Side, ...]:
    """Sides with the earliest asserted first."""
    return tuple(sorted(sides, key=lambda side: asserted_key(side.first)))


def make_finding(
    verdict: Verdict,
    key: str,
    subject: Entity,
    season: int | None,
    part: int | None,
    because: Reason,
    sides: Sequence[Side],
    severity: Severity | None = None,
) -> Finding:
    """A finding with its id; its severity is the one given, else the one that its verdict and its sides' certainty make.

    `key` is the predicate with its topic: `cast.plays`.
    """
    told = tuple(sides)
    weight = severity or _weigh(verdict, told)
    identity = _identify(verdict, key, subject, season, part, told)
    topic, predicate = key.split(".")
    return Finding(identity, verdict, weight, topic, predicate, subject, season, part, say_reason(because), told, because=because)


def finding_key(finding: Finding) -> tuple[str, ...]:
    """A total order of findings of one verdict and fact."""
    return (
        finding.topic,
        finding.predicate,
        finding.subject.id,
        f"{finding.season or 0:06}",
        f"{finding.part or 0:06}",
        finding.verdict.value,
        finding.id,
    )


def _weigh(verdict: Verdict, sides: Sequence[Side]) -> Severity:
    if verdict in NOTES:
        return Severity.NOTE
    certain = all(side.first.certainty is Certainty.CERTAIN for side in sides)
    inferred = verdict in RESTS_ON_ORDER and any(claim.asserted.basis == "inferred" for side in sides for claim in side.claims)
    return Severity.ERROR if certain and not inferred else Severity.WARNING


def _identify(verdict: Verdict, key: str, subject: Entity, season: int | None, part: int | None, sides: Sequence[Side]) -> str:
    """A hash of what was found, never of who says so: an accepted finding stays accepted when one more article repeats it."""
    values = sorted({_told(claim, subject) for side in sides for claim in side.claims})
    whole = "\n".join([verdict.value, key, subject.id, str(season), *([] if part is None else [f"part {part}"]), *values])
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:ID_LENGTH]


def _told(claim: Claim, subject: Entity) -> str:
    """What a claim tells, with its own subject where it isn't the finding's: the performers of one character."""
    own = "" if claim.subject.id == subject.id else f"{claim.subject.id} "
    return f"{claim.key} {own}{claim.polarity} {value_key(claim.value)}"
