"""Claims as JSON objects, and back: one form for what is printed, what is saved and what the cache keeps."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, Optional, TypedDict, Union, cast

from aoud_cli.ground.shapes import Count, Day, Id, Number, Part, Season
from aoud_cli.model import (
    Asserted,
    Basis,
    Bound,
    Certainty,
    Claim,
    DateRange,
    DateValue,
    Entity,
    EntityKind,
    EntityValue,
    Per,
    QuantityValue,
    RelationValue,
    Source,
    TermValue,
    TextValue,
    Unit,
    Value,
)
from aoud_cli.predicates import FACTS, TOPICS

Edtf = Optional[str]
Topic = Annotated[str, tuple(TOPICS)]
Predicate = Annotated[str, tuple(dict.fromkeys(key.split(".")[1] for key in FACTS))]
Polarity = Literal["positive", "negative"]


class WhenRecord(TypedDict):
    """All days that a date's words admit; edtf is the interval in EDTF (ISO 8601-2), null where unresolved."""

    earliest: Day
    latest: Day
    edtf: Edtf


class AssertedRecord(TypedDict):
    """When the article was written, and how that is known."""

    earliest: Day
    latest: Day
    basis: Basis
    reason: str


class EntityRecord(TypedDict):
    """Who or what something is about."""

    id: str
    name: str
    kind: EntityKind


class NamedRecord(TypedDict):
    """Somebody by name."""

    id: str
    name: str


class EntityValueRecord(TypedDict):
    """Somebody or something by name. Here as in every value text is the words that it was read from."""

    kind: Literal["entity"]
    id: str
    name: str
    text: str


class _Date(TypedDict):
    kind: Literal["date"]
    earliest: Day
    latest: Day
    edtf: Edtf
    text: str


class DateValueRecord(_Date, total=False):
    """A date, as exact as its words."""

    where: Annotated[str, "The network, country or local time that the words name with the date."]


class _Quantity(TypedDict):
    kind: Literal["quantity"]
    number: int
    unit: Unit
    bound: Bound
    text: str


class QuantityValueRecord(_Quantity, total=False):
    """A figure, with what it counts."""

    window_days: Count
    per: Per
    chart: str
    territory: Annotated[str, "Of a rank: the country of its chart, or global."]
    period: Literal["daily", "weekly", "all time"]


class TermValueRecord(TypedDict):
    """A state, by the one word that stands for all wordings of it."""

    kind: Literal["term"]
    term: str
    text: str


class RelationValueRecord(TypedDict):
    """The claim's subject is that of `to`: its father."""

    kind: Literal["relation"]
    relation: str
    to: NamedRecord
    text: str


class TextValueRecord(TypedDict):
    """What is told in words that have no fixed form."""

    kind: Literal["text"]
    text: str


ValueRecord = Union[EntityValueRecord, DateValueRecord, QuantityValueRecord, TermValueRecord, RelationValueRecord, TextValueRecord]


class SourceRecord(TypedDict):
    """Where the words stand: offsets in Unicode code points of the decoded text; line and column from 1."""

    document: str
    path: str
    line: Number
    column: Number
    start: Count
    end: Count
    quote: str


class ClaimRecord(TypedDict):
    """One atomic statement of one article, with its words."""

    id: Id
    topic: Topic
    predicate: Predicate
    subject: EntityRecord
    value: ValueRecord
    season: Season
    part: Part
    season_by: Annotated[
        Optional[str],
        "What gave the season: its clause, its sentence, the sentence before, the heading, the show's own debut, a known date, or time; "
        "null without one.",
        ("clause", "sentence", "before", "heading", "debut", "date", "time"),
    ]
    certainty: Annotated[str, Certainty]
    polarity: Polarity
    condition: Optional[str]
    attribution: Optional[str]
    asserted: AssertedRecord
    source: SourceRecord
    rule: str
    repeats: Annotated[Optional[str], "The article that told these words first, if it is another."]
    spelling: Annotated[Optional[str], "That a name in it is written with a slip; null where none is.", ("misspelt",)]


# Keys that a file of an earlier version may lack, and what stands for them.
LATER_KEYS = dict.fromkeys(("part", "season_by", "repeats", "spelling"))


def day_text(day: date | None) -> str | None:
    """A day as ISO 8601 writes it."""
    return None if day is None else day.isoformat()


def day_of(text: str | None) -> date | None:
    """The day that ISO 8601 writes so. Raises ValueError."""
    return None if text is None else date.fromisoformat(text)


def when_record(when: DateRange) -> WhenRecord:
    """An interval with its EDTF; an open end is null, and so is the EDTF of what could not be resolved."""
    from aoud_cli.spans.dates.find import edtf

    unresolved = when.earliest is None and when.latest is None
    return {"earliest": day_text(when.earliest), "latest": day_text(when.latest), "edtf": None if unresolved else edtf(when)}


def asserted_record(asserted: Asserted) -> AssertedRecord:
    """When an article was written, and how that is known."""
    first, last = day_text(asserted.earliest), day_text(asserted.latest)
    return {"earliest": first, "latest": last, "basis": asserted.basis, "reason": asserted.reason}


def asserted_of(record: AssertedRecord) -> Asserted:
    """The same, back. Raises ValueError where a day is none."""
    return Asserted(day_of(record["earliest"]), day_of(record["latest"]), record["basis"], record["reason"])


def entity_record(entity: Entity) -> EntityRecord:
    """Who or what something is about."""
    return {"id": entity.id, "name": entity.name, "kind": entity.kind}


def source_record(source: Source) -> SourceRecord:
    """Where the words stand."""
    return cast(SourceRecord, source._asdict())


def value_record(value: Value) -> ValueRecord:
    """What is said, by its kind, always with the words that it was read from; what a figure does not tell is left out."""
    if isinstance(value, EntityValue):
        return {"kind": "entity", "id": value.id, "name": value.name, "text": value.text}
    if isinstance(value, DateValue):
        where = {} if value.where is None else {"where": value.where}
        return cast(DateValueRecord, {"kind": "date", **when_record(value.when), **where, "text": value.text})
    if isinstance(value, QuantityValue):
        told = {key: getattr(value, key) for key in _OF_FIGURES if getattr(value, key) is not None}
        head = {"kind": "quantity", "number": value.number, "unit": value.unit, "bound": value.bound}
        return cast(QuantityValueRecord, {**head, **told, "text": value.text})
    if isinstance(value, TermValue):
        return {"kind": "term", "term": value.term, "text": value.text}
    if isinstance(value, RelationValue):
        return {"kind": "relation", "relation": value.relation, "to": {"id": value.to.id, "name": value.to.name}, "text": value.text}
    return {"kind": "text", "text": value.text}


_OF_FIGURES = ("window_days", "per", "chart", "territory", "period")


def value_of(record: ValueRecord) -> Value:
    """The same, back. Raises ValueError where a day is none."""
    if record["kind"] == "entity":
        return EntityValue(record["id"], record["name"], record["text"])
    if record["kind"] == "date":
        when = DateRange(day_of(record["earliest"]), day_of(record["latest"]))
        return DateValue(when, record["text"], record.get("where"))
    if record["kind"] == "quantity":
        rest: dict[str, Any] = {key: record.get(key) for key in _OF_FIGURES}
        return QuantityValue(record["number"], record["unit"], record["bound"], record["text"], **rest)
    if record["kind"] == "term":
        return TermValue(record["term"], record["text"])
    if record["kind"] == "relation":
        return RelationValue(record["relation"], Entity(record["to"]["id"], record["to"]["name"], "character"), record["text"])
    return TextValue(record["text"])


def claim_record(claim: Claim) -> ClaimRecord:
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
        "spelling": claim.spelling or None,
    }


def claim_of(record: ClaimRecord) -> Claim:
    """The claim that `claim_record` made such an object of. Raises KeyError, TypeError or ValueError for what it never makes."""
    if f"{record['topic']}.{record['predicate']}" not in FACTS:
        raise ValueError(record["predicate"])
    return Claim(
        id=record["id"],
        topic=record["topic"],
        predicate=record["predicate"],
        subject=Entity(**record["subject"]),
        value=value_of(record["value"]),
        season=record["season"],
        part=record["part"],
        certainty=Certainty(record["certainty"]),
        polarity=record["polarity"],
        condition=record["condition"],
        attribution=record["attribution"],
        asserted=asserted_of(record["asserted"]),
        source=Source(**record["source"]),
        rule=record["rule"],
        season_by=record["season_by"] or "",
        voice=record["repeats"] or "",
        spelling="misspelt" if record["spelling"] else "",
    )
