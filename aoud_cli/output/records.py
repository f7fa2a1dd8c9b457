"""The JSON objects that several commands print: their shapes, and how each is made."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Optional, TypedDict

from aoud_cli import __version__
from aoud_cli.claims.codec import (
    AssertedRecord,
    EntityRecord,
    Polarity,
    Predicate,
    Topic,
    ValueRecord,
    asserted_record,
    day_text,
    entity_record,
    value_record,
)
from aoud_cli.findings.voices import independent, voices
from aoud_cli.ground.safe import dumps
from aoud_cli.ground.shapes import Count, Day, Id, Number, Part, Season, Sha256
from aoud_cli.model import Acceptance, Article, Certainty, Finding, PassedOver, Severity, Side, Skipped, Verdict
from aoud_cli.output.words import About
from aoud_cli.predicates import FACTS

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

Some = {"minItems": 1}
CertaintyName = Annotated[str, Certainty]
SeverityName = Annotated[str, Severity]
Key = Annotated[str, tuple(FACTS)]
MaybeVerdict = Annotated[Optional[str], Verdict]
VerdictName = Annotated[str, Verdict]


class _Article(TypedDict):
    document: str
    path: str
    sha256: Sha256
    title: str
    asserted: AssertedRecord
    claims: Count
    outlet: Annotated[Optional[str], "The paper or site that it is of, null where its file doesn't say."]
    url: Annotated[Optional[str], "Its address on the web, null where its file doesn't say."]
    copy_of: Annotated[Optional[str], "The earliest other article of nearly the same words."]


class ArticleRecord(_Article, total=False):
    """An article that was read, with the number of its claims."""

    path_bytes: Annotated[str, "The file's name in base 64, where it is no UTF-8 and path only shows it."]
    other_subject: Annotated[str, "Why the article makes no claim: it is about something else."]
    other_language: Annotated[
        str, "Why the article makes no claim: the code of the language it is in (ISO 639-1), 'und' where that can't be told."
    ]


class LeftOutRecord(TypedDict):
    """An article that was written after the day of --as-of."""

    document: str
    asserted: AssertedRecord


class _SkippedFile(TypedDict):
    path: str
    reason: str


class SkippedRecord(_SkippedFile, total=False):
    """A file that could not be read."""

    path_bytes: Annotated[str, "The file's name in base 64, where it is no UTF-8 and path only shows it."]


class Envelope(TypedDict):
    """What every output begins with: what was read, and what was not."""

    schema: str
    aoud: str
    as_of: Day
    profile: str
    articles: list[ArticleRecord]
    left_out: list[LeftOutRecord]
    skipped: list[SkippedRecord]
    notes: list[str]


class QuoteRecord(TypedDict):
    """The words of a claim."""

    claim: Id
    document: str
    quote: str


class VoiceRecord(TypedDict):
    """Articles that tell it in the same words, and the first of them."""

    first: str
    documents: Annotated[list[str], Some]


class SideRecord(TypedDict):
    """Claims that agree with one another; value, certainty and asserted are those of the first."""

    topic: Topic
    predicate: Predicate
    subject: EntityRecord
    value: ValueRecord
    certainty: CertaintyName
    polarity: Polarity
    documents: Annotated[list[str], Some]
    independent: Annotated[Number, "How many of the documents speak for themselves."]
    voices: Annotated[list[VoiceRecord], Some]
    claims: Annotated[list[Id], Some]
    quotes: Annotated[list[QuoteRecord], Some]
    asserted: AssertedRecord


class AcceptedRecord(TypedDict):
    """Why somebody lets a finding stand, and the last day of it."""

    reason: str
    until: Day


class AboutRecord(TypedDict):
    """The fact that something is about."""

    topic: Topic
    predicate: Predicate
    subject: EntityRecord
    season: Season
    part: Part


class FindingRecord(AboutRecord):
    """A verdict on one fact, with all its sides."""

    id: Id
    verdict: VerdictName
    severity: SeverityName
    reason: str
    independent: Annotated[Number, "How many of all the articles in it speak for themselves."]
    uncorroborated: Annotated[list[str], "Of what one article alone says: the articles whose later lists leave it out."]
    still: Annotated[list[str], "Of what changed: the articles that still tell a value which one before them had dropped."]
    accepted: Annotated[Optional[AcceptedRecord], "Why the finding was accepted with --accept, null where it wasn't."]
    sides: Annotated[list[SideRecord], Some]


def about_record(about: About) -> AboutRecord:
    """The fact that something is about."""
    topic, _, predicate = about.key.partition(".")
    subject = entity_record(about.subject)
    return {"topic": topic, "predicate": predicate, "subject": subject, "season": about.season, "part": about.part}


def side_record(side: Side) -> SideRecord:
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


def accepted_record(accepted: Acceptance | None) -> AcceptedRecord | None:
    """Why something was accepted; None where it wasn't."""
    return None if accepted is None else {"reason": accepted.reason, "until": day_text(accepted.until)}


def finding_record(finding: Finding) -> FindingRecord:
    """One finding with all its sides."""
    return {
        "id": finding.id,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        **about_record(finding),
        "reason": finding.reason,
        "independent": independent(claim for side in finding.sides for claim in side.claims),
        "uncorroborated": list(finding.uncorroborated),
        "still": list(finding.still),
        "accepted": accepted_record(finding.accepted),
        "sides": [side_record(side) for side in finding.sides],
    }


def article_record(article: Article, claims: int, copy_of: str | None, passed: PassedOver | None) -> ArticleRecord:
    """One article that was read, with the number of its claims, the one of which it is nearly a copy, and why it makes none."""
    record: ArticleRecord = {
        "document": article.document,
        "path": article.path,
        "sha256": article.sha256,
        "title": article.title,
        "asserted": asserted_record(article.asserted),
        "claims": claims,
        "outlet": article.outlet or None,
        "url": article.url or None,
    }  # type: ignore[typeddict-item]
    if article.path_bytes:
        record["path_bytes"] = b64encode(article.path_bytes).decode("ascii")
    if passed:
        record[passed.why] = passed.reason
    record["copy_of"] = copy_of
    return record


def article_records(analysis: Analysis) -> list[ArticleRecord]:
    """The articles that were read, in their order."""
    counts, copies, passed = claim_counts(analysis), analysis.copies, analysis.passed
    return [article_record(one, counts[one.document], copies.get(one.document), passed.get(one.document)) for one in analysis.articles]


def skipped_records(skipped: Iterable[Skipped]) -> list[SkippedRecord]:
    """The files that could not be read."""
    return [_skipped_record(item) for item in skipped]


def _skipped_record(item: Skipped) -> SkippedRecord:
    record: SkippedRecord = {"path": item.path, "reason": item.reason}
    if item.path_bytes:
        record["path_bytes"] = b64encode(item.path_bytes).decode("ascii")
    return record


def claim_counts(analysis: Analysis) -> Counter[str]:
    """Document -> the number of its claims."""
    return Counter(claim.source.document for claim in analysis.claims)


def envelope(kind: str, analysis: Analysis, notes: Sequence[str] = ()) -> Envelope:
    """What every output begins with: what was read, and what was not."""
    return {
        "schema": f"aoud.{kind}/1",
        "aoud": __version__,
        "as_of": day_text(analysis.as_of),
        "profile": analysis.profile.id,
        "articles": article_records(analysis),
        "left_out": [{"document": article.document, "asserted": asserted_record(article.asserted)} for article in analysis.left_out],
        "skipped": skipped_records(analysis.corpus.skipped),
        "notes": [*analysis.corpus.notes, *notes],
    }


def json_text(record: Mapping[str, Any]) -> str:
    """One object as indented JSON."""
    return dumps(record, indent=2) + "\n"


def jsonl_text(schema: str, records: Iterable[Mapping[str, Any]]) -> str:
    """Records, one a line, each with the name of its schema."""
    return "".join(dumps({"schema": schema, **record}) + "\n" for record in records)
