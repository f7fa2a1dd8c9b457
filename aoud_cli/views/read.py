"""`aoud read`: how a sentence is seen, for whoever adds a word and wonders why nothing came of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Optional, TypedDict

from aoud_cli.analysis.sentences import Seen
from aoud_cli.claims.codec import ClaimRecord, claim_record
from aoud_cli.ground.safe import visible
from aoud_cli.output.columns import table
from aoud_cli.output.records import Envelope, Key
from aoud_cli.output.style import Style
from aoud_cli.output.words import hedged_words, value_words
from aoud_cli.spans.kinds import TOLD
from aoud_cli.views.view import Row, View


class SpanSeenRecord(TypedDict):
    """Words that were taken for something."""

    kind: str
    text: str


class ClauseRecord(TypedDict):
    """A clause, and its subject where that stands in another one."""

    text: str
    subject: Optional[str]


class WordRecord(TypedDict):
    """Words of the lexicon, how they take their arguments, what they say, and where they are filed."""

    text: str
    takes: str
    predicate: Key
    term: str
    where: str


class ReadingRecord(TypedDict):
    """Of whom a construction reads what."""

    construction: str
    who: str | None
    predicate: Key
    term: str


class LostRecord(TypedDict):
    """A claim that was nearly made, and what came in its way."""

    predicate: Key
    stage: str
    detail: str


class SeenRecord(TypedDict):
    """How one sentence is seen."""

    text: str
    spans: list[SpanSeenRecord]
    clauses: list[ClauseRecord]
    words: list[WordRecord]
    readings: list[ReadingRecord]
    claims: list[ClaimRecord]
    lost: list[LostRecord]


class ReadOutput(Envelope):
    """What `aoud read --json` prints."""

    read: list[SeenRecord]


class ReadView(View):
    """Sentences as they are seen."""

    kind, output, line = "read", ReadOutput, SeenRecord
    columns = ("sentence", "what", "words")

    def records(self) -> Iterator[SeenRecord]:
        """One sentence an object."""
        return map(seen_record, self.items)

    def rows(self) -> Iterator[Row]:
        """A row a thing that is seen."""
        return ([str(number), *row] for number, seen in enumerate(self.items, 1) for row in _rows(seen))

    def layout(self, style: Style) -> Iterator[str]:
        """A block a sentence."""
        for seen in self.items:
            yield style.paint(visible(seen.line.masked.sentence.text), "bold")
            yield from table([[visible(cell) for cell in row] for row in _rows(seen)], style.width, "  ")
            yield ""

    def counts(self) -> str:
        """Nothing: what was asked for is there."""
        return ""


def seen_record(seen: Seen) -> SeenRecord:
    """How one sentence is seen."""
    text = seen.line.masked.sentence.text
    return {
        "text": text,
        "spans": [{"kind": TOLD[span.kind], "text": text[span.start : span.end]} for span in seen.line.masked.spans if span.kind in TOLD],
        "clauses": [{"text": _words(seen, one.tokens), "subject": _words(seen, one.subject) or None} for one in seen.clauses],
        "words": [
            {"text": words, "takes": entry.kind, "predicate": entry.key, "term": entry.term, "where": entry.where}
            for words, entry in seen.words
        ],
        "readings": [
            {
                "construction": one.construction,
                "who": None if one.who is None else seen.words_of(one.who.text),
                "predicate": one.entry.key,
                "term": one.entry.term,
            }
            for one in seen.readings
        ],
        "claims": [claim_record(claim) for claim in seen.claims],
        "lost": [{"predicate": one.key, "stage": one.stage, "detail": one.detail} for one in seen.lost],
    }


def _words(seen: Seen, tokens: tuple[object, ...]) -> str:
    return seen.words_of(" ".join(getattr(token, "text", "") for token in tokens))


def _rows(seen: Seen) -> Iterator[Row]:
    record = seen_record(seen)
    yield from ([span["kind"], span["text"]] for span in record["spans"])
    for clause in record["clauses"]:
        yield ["clause", clause["text"] + (f" (subject: {clause['subject']})" if clause["subject"] else "")]
    for word in record["words"]:
        yield ["word", f"“{seen.words_of(word['text'])}”: {word['predicate']} = {word['term']}, {word['takes']} ({word['where']})"]
    for one in record["readings"]:
        yield ["reading", f"{one['construction']}: {one['predicate']} = {one['term']} of {one['who']}"]
    for claim in seen.claims:
        yield ["claim", f"{claim.key}: {claim.subject.name}: {hedged_words(claim, value_words(claim.value))} (by {claim.rule})"]
    for lost in record["lost"]:
        yield ["lost", f"{lost['predicate']}: {lost['stage']}{', ' + lost['detail'] if lost['detail'] else ''}"]
    if not seen.claims:
        yield ["no claim", _why(seen)]


def _why(seen: Seen) -> str:
    """Why nothing came of a sentence, as far as that shows."""
    if seen.lost:
        return "something came in the way of what was nearly read"
    if seen.readings:
        return "a screen, a doubt or another sentence refuses what a construction reads"
    return (
        "no construction binds a word of the lexicon to somebody" if seen.words else "no rule matches, and no word of the lexicon is in it"
    )
