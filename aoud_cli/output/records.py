"""The records of the floors below as the plain objects that JSON prints: their keys, in their order, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from aoud_cli import __version__
from aoud_cli.findings.voices import independent, voices
from aoud_cli.ground.safe import dumps
from aoud_cli.model import (
    Article,
    Asserted,
    Claim,
    DateRange,
    DateValue,
    Entity,
    EntityValue,
    Finding,
    PassedOver,
    QuantityValue,
    RelationValue,
    Side,
    Skipped,
    Source,
    TermValue,
    Value,
)

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.analysis.timeline import Event, FactHistory, Step

Kind = Literal[
    "claims", "conflicts", "agreements", "timeline", "events", "articles", "coverage", "names", "score", "check", "diff", "explain"
]
Record = dict[str, Any]

# What one line of JSON Lines is called.
LINE_SCHEMAS: dict[Kind, str] = {
    "claims": "aoud.claim/1",
    "conflicts": "aoud.finding/1",
    "agreements": "aoud.finding/1",
    "timeline": "aoud.fact/1",
    "events": "aoud.event/1",
    "articles": "aoud.article/1",
    "coverage": "aoud.unread/1",
    "names": "aoud.name/1",
    "score": "aoud.judgement/1",
    "check": "aoud.checked/1",
    "diff": "aoud.difference/1",
    "explain": "aoud.explanation/1",
}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def when_record(when: DateRange) -> Record:
    """An interval with its EDTF; an open end is null, and so is the EDTF of what could not be resolved."""
    from aoud_cli.spans.dates.find import edtf

    unresolved = when.earliest is None and when.latest is None
    return {"earliest": _day(when.earliest), "latest": _day(when.latest), "edtf": None if unresolved else edtf(when)}


def asserted_record(asserted: Asserted) -> Record:
    """When an article was written, and how that is known."""
    return {"earliest": _day(asserted.earliest), "latest": _day(asserted.latest), "basis": asserted.basis, "reason": asserted.reason}


def entity_record(entity: Entity) -> Record:
    """Who or what something is about."""
    return {"id": entity.id, "name": entity.name, "kind": entity.kind}


def value_record(value: Value) -> Record:
    """What is said, by its kind, always with the words that it was read from."""
    if isinstance(value, EntityValue):
        return {"kind": "entity", "id": value.id, "name": value.name, "text": value.text}
    if isinstance(value, DateValue):
        where = {} if value.where is None else {"where": value.where}
        return {"kind": "date", **when_record(value.when), **where, "text": value.text}
    if isinstance(value, QuantityValue):
        return _quantity_record(value)
    if isinstance(value, TermValue):
        return {"kind": "term", "term": value.term, "text": value.text}
    if isinstance(value, RelationValue):
        return {"kind": "relation", "relation": value.relation, "to": {"id": value.to.id, "name": value.to.name}, "text": value.text}
    return {"kind": "text", "text": value.text}


def _quantity_record(value: QuantityValue) -> Record:
    record: Record = {"kind": "quantity", "number": value.number, "unit": value.unit, "bound": value.bound}
    told = {key: getattr(value, key) for key in ("window_days", "per", "chart", "territory", "period")}
    return {**record, **{key: part for key, part in told.items() if part is not None}, "text": value.text}


def source_record(source: Source) -> Record:
    """Where the words stand."""
    return {
        "document": source.document,
        "path": source.path,
        "line": source.line,
        "column": source.column,
        "start": source.start,
        "end": source.end,
        "quote": source.quote,
    }


def claim_record(claim: Claim) -> Record:
    """One claim, as the documentation describes it."""
    return {
        "id": claim.id,
        "topic": claim.topic,
        "predicate": claim.predicate,
        "subject": entity_record(claim.subject),
        "value": value_record(claim.value),
        "season": claim.season,
        "part": claim.part,
        "season_by": claim.season_by or None,
        "certainty": claim.certainty.value,
        "polarity": claim.polarity,
        "condition": claim.condition,
        "attribution": claim.attribution,
        "asserted": asserted_record(claim.asserted),
        "source": source_record(claim.source),
        "rule": claim.rule,
        "repeats": claim.voice or None,
    }


def side_record(side: Side) -> Record:
    """One side of a finding, told by its first claim."""
    first = side.first
    return {
        "topic": first.topic,
        "predicate": first.predicate,
        "subject": entity_record(first.subject),
        "value": value_record(first.value),
        "certainty": first.certainty.value,
        "polarity": first.polarity,
        "documents": list(side.documents),
        "independent": independent(side.claims),
        "voices": [{"first": first, "documents": list(documents)} for first, documents in voices(side.claims).items()],
        "claims": [claim.id for claim in side.claims],
        "quotes": [{"claim": claim.id, "document": claim.source.document, "quote": claim.source.quote} for claim in side.claims],
        "asserted": asserted_record(first.asserted),
    }


def finding_record(finding: Finding) -> Record:
    """One finding with all its sides."""
    return {
        "id": finding.id,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "topic": finding.topic,
        "predicate": finding.predicate,
        "subject": entity_record(finding.subject),
        "season": finding.season,
        "part": finding.part,
        "reason": finding.reason,
        "independent": independent(claim for side in finding.sides for claim in side.claims),
        "uncorroborated": list(finding.uncorroborated),
        "still": list(finding.still),
        "accepted": finding.accepted and {"reason": finding.accepted.reason, "until": _day(finding.accepted.until)},
        "sides": [side_record(side) for side in finding.sides],
    }


def article_record(article: Article, claims: int, analysis: Analysis, passed: PassedOver | None = None) -> Record:
    """One article that was read, with the number of its claims, why it makes none, and the one of which it is nearly a copy.

    `passed` is for an article that is none of the corpus: a draft.
    """
    passed = passed or analysis.passed.get(article.document)
    return {
        "document": article.document,
        "path": article.path,
        "sha256": article.sha256,
        "title": article.title,
        "asserted": asserted_record(article.asserted),
        "claims": claims,
        **({passed.why: passed.reason} if passed else {}),
        "copy_of": analysis.copies.get(article.document),
    }


def step_record(step: Step) -> Record:
    """What one article adds to the history of a fact."""
    claim = step.claim
    return {
        "claim": claim.id,
        "document": claim.source.document,
        "asserted": asserted_record(claim.asserted),
        "value": value_record(claim.value),
        "certainty": claim.certainty.value,
        "quote": claim.source.quote,
        "change": step.change,
        "order_open": step.order_open,
        "expired": step.expired,
    }


def fact_record(fact: FactHistory) -> Record:
    """A fact and what was said of it, in the order in which it was said."""
    return {
        "topic": fact.topic,
        "predicate": fact.predicate,
        "subject": entity_record(fact.subject),
        "season": fact.season,
        "part": fact.part,
        "steps": [step_record(step) for step in fact.steps],
    }


def event_record(event: Event) -> Record:
    """An event at its best-supported date, with the other dates that are told."""
    return {
        "topic": event.topic,
        "predicate": event.predicate,
        "subject": entity_record(event.subject),
        "season": event.season,
        "part": event.part,
        **dated_record(event),
        "others": [dated_record(other) for other in event.others],
    }


def dated_record(dated: Event) -> Record:
    """One date of an event, and who tells it."""
    return {
        "when": when_record(dated.when),
        "certainty": dated.certainty.value,
        "claims": [claim.id for claim in dated.claims],
        "documents": list(dated.documents),
        "independent": independent(dated.claims),
        "happened": dated.happened,
        "expired": dated.expired,
    }


def skipped_record(skipped: Skipped) -> Record:
    """A file that could not be read."""
    return {"path": skipped.path, "reason": skipped.reason}


def claim_counts(analysis: Analysis) -> Counter[str]:
    """Document -> the number of its claims."""
    return Counter(claim.source.document for claim in analysis.claims)


def to_records(kind: Kind, items: Sequence[Any], analysis: Analysis) -> list[Record]:
    """The items of one kind of output as plain objects, in their order."""
    if kind == "articles":
        counts = claim_counts(analysis)
        return [article_record(item, counts[item.document], analysis) for item in items]
    make: dict[str, Callable[[Any], Record]] = {
        "claims": claim_record,
        "conflicts": finding_record,
        "agreements": finding_record,
        "timeline": fact_record,
        "events": event_record,
    }
    return [make[kind](item) for item in items]


def envelope(kind: Kind, items: Sequence[Any], analysis: Analysis, notes: Sequence[str] = ()) -> Record:
    """The one object that `--json` prints: what was read, what was not, and the records under the kind's own name."""
    counts = claim_counts(analysis)
    return {
        "schema": f"aoud.{kind}/1",
        "aoud": __version__,
        "as_of": _day(analysis.as_of),
        "profile": analysis.profile.id,
        "articles": [article_record(article, counts[article.document], analysis) for article in analysis.articles],
        "left_out": [{"document": article.document, "asserted": asserted_record(article.asserted)} for article in analysis.left_out],
        "skipped": [skipped_record(item) for item in analysis.corpus.skipped],
        "notes": [*analysis.corpus.notes, *notes],
        kind: to_records(kind, items, analysis),
    }


def render_json(kind: Kind, items: Sequence[Any], analysis: Analysis, notes: Sequence[str] = ()) -> str:
    """The envelope as indented JSON."""
    return json_text(envelope(kind, items, analysis, notes))


def render_jsonl(kind: Kind, items: Sequence[Any], analysis: Analysis) -> str:
    """The records alone, one a line, each with the name of its schema."""
    return jsonl_text(kind, to_records(kind, items, analysis))


def json_text(record: Record) -> str:
    """One object as indented JSON."""
    return dumps(record, indent=2) + "\n"


def jsonl_text(kind: Kind, records: Iterable[Record]) -> str:
    """Records of one kind, one a line, each with the name of its schema."""
    return "".join(dumps({"schema": LINE_SCHEMAS[kind], **record}) + "\n" for record in records)
