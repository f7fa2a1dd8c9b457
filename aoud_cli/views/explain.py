"""`aoud explain`: how claims were read and what was weighed for findings; a claim's words are underlined in its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Optional, TypedDict, Union

from aoud_cli.analysis.explain import READ_HOW, ClaimExplained, Explained, say_read
from aoud_cli.analysis.explain_finding import SAID, FindingExplained, Pair
from aoud_cli.claims.certainty import Cue
from aoud_cli.claims.codec import ClaimRecord, claim_record
from aoud_cli.claims.trace import How, Slot
from aoud_cli.findings.dates import asserted_words
from aoud_cli.findings.relate import Relation
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Count, Id
from aoud_cli.output.columns import table, underlined
from aoud_cli.output.records import Envelope, FindingRecord, MaybeVerdict, VerdictName, finding_record
from aoud_cli.output.style import Style
from aoud_cli.output.words import accepted_words, fact_words, hedged_words, said_words, value_words
from aoud_cli.views.view import View

Row = tuple[str, str]
INDENT = "  "
MOST_PLAIN = 3  # claims that tell plainly what another hints at


class SentenceRecord(TypedDict):
    """The sentence, where it starts in the article, and where in it the claim's words stand."""

    text: str
    start: Count
    mark: Annotated[list[Count], {"minItems": 2, "maxItems": 2}]


class SlotRecord(TypedDict):
    """Some words, what they were taken for and why; others are what else they could have been."""

    kind: str
    text: str
    start: Count
    end: Count
    read_as: str
    how: How
    others: list[str]


class TraceCueRecord(TypedDict):
    """Words that hedge or deny, and of which kind they are."""

    kind: str
    words: str


class TraceRecord(TypedDict):
    """What extraction did: what read the claim, by which word and pattern (at which line of which file), how its words were resolved, the
    words that name the season, that hedge and that deny, and the screens that it passed.
    """

    by: Literal["rule", "construction"]
    name: str
    word: str
    where: str
    pattern: str
    slots: list[SlotRecord]
    season_words: Optional[str]
    cue: Optional[TraceCueRecord]
    denial: Optional[TraceCueRecord]
    screens: list[str]


class FindingOfRecord(TypedDict):
    """A finding that the claim is part of."""

    id: Id
    verdict: VerdictName


class ClaimExplainedRecord(TypedDict):
    """How a claim was read."""

    explains: Literal["claim"]
    id: Id
    claim: ClaimRecord
    sentence: SentenceRecord
    trace: TraceRecord
    certainty: str
    season: str
    asserted: str
    beside: Annotated[list[Id], "The claims read from the same sentence."]
    plainly: Annotated[list[Id], "Of a claim that its words only hint at: those that tell it plainly."]
    findings: list[FindingOfRecord]


class PairRecord(TypedDict):
    """The first side against another: null where they tell of two facts."""

    claims: Annotated[list[Id], {"minItems": 2, "maxItems": 2}]
    relation: Annotated[Optional[str], Relation]
    order: str
    verdict: MaybeVerdict


class FindingExplainedRecord(TypedDict):
    """What was weighed for a finding."""

    explains: Literal["finding"]
    id: Id
    finding: FindingRecord
    fact: str
    pairs: list[PairRecord]
    severity: str
    sources: str
    why_not: Annotated[dict[VerdictName, str], "For each other verdict what it would need."]


ExplanationRecord = Union[ClaimExplainedRecord, FindingExplainedRecord]


class ExplainOutput(Envelope):
    """What `aoud explain --json` prints."""

    explain: list[ExplanationRecord]


class ExplainView(View):
    """What is to say of some claims and findings, in the order in which they were asked for."""

    kind, output, line, line_name = "explain", ExplainOutput, ExplanationRecord, "explanation"

    def records(self) -> Iterator[ExplanationRecord]:
        """One explanation an object."""
        return map(explained_record, self.items)

    def lines(self, style: Style) -> Iterator[str]:
        """Lines of id, label and words."""
        rows = ((_id_of(item), *row) for item in self.items for row in _rows(item))
        return ("\t".join(map(visible, row)) for row in rows)

    def layout(self, style: Style) -> Iterator[str]:
        """A block an explanation."""
        return (line for item in self.items for line in _block(item, style))

    def counts(self) -> str:
        """Nothing: what was asked for is there."""
        return ""


def explained_record(item: Explained) -> ExplanationRecord:
    """One explanation."""
    return _finding_record(item) if isinstance(item, FindingExplained) else _claim_record(item)


def _claim_record(item: ClaimExplained) -> ClaimExplainedRecord:
    source, trace = item.claim.source, item.trace
    return {
        "explains": "claim",
        "id": item.claim.id,
        "claim": claim_record(item.claim),
        "sentence": {"text": item.sentence, "start": item.start, "mark": [source.start - item.start, source.end - item.start]},
        "trace": {
            "by": trace.by,
            "name": trace.name,
            "word": trace.word,
            "where": trace.where,
            "pattern": trace.pattern,
            "slots": [_slot_record(slot) for slot in trace.slots],
            "season_words": trace.season_words or None,
            "cue": _cue_record(trace.cue),
            "denial": _cue_record(trace.denial),
            "screens": list(trace.screens),
        },
        "certainty": item.certainty,
        "season": item.season,
        "asserted": item.asserted,
        "beside": [claim.id for claim in item.beside],
        "plainly": [claim.id for claim in item.plainly],
        "findings": [{"id": finding.id, "verdict": finding.verdict.value} for finding in item.findings],
    }


def _cue_record(cue: Cue | None) -> TraceCueRecord | None:
    return None if cue is None else {"kind": cue.kind, "words": cue.words}


def _slot_record(slot: Slot) -> SlotRecord:
    return {
        "kind": slot.kind,
        "text": slot.text,
        "start": slot.start,
        "end": slot.end,
        "read_as": say_read(slot),
        "how": slot.how,
        "others": list(slot.others),
    }


def _finding_record(item: FindingExplained) -> FindingExplainedRecord:
    return {
        "explains": "finding",
        "id": item.finding.id,
        "finding": finding_record(item.finding),
        "fact": item.fact,
        "pairs": [_pair_record(pair) for pair in item.pairs],
        "severity": item.severity,
        "sources": item.sources,
        "why_not": {verdict.value: why for verdict, why in item.why_not.items()},
    }


def _pair_record(pair: Pair) -> PairRecord:
    return {
        "claims": [pair.first.id, pair.second.id],
        "relation": None if pair.relation is None else pair.relation.value,
        "order": pair.order,
        "verdict": None if pair.verdict is None else pair.verdict.value,
    }


def _id_of(item: Explained) -> str:
    return item.finding.id if isinstance(item, FindingExplained) else item.claim.id


def _rows(item: Explained) -> list[Row]:
    return list(_finding_rows(item) if isinstance(item, FindingExplained) else _claim_rows(item))


def _block(item: Explained, style: Style) -> Iterator[str]:
    head = "Finding" if isinstance(item, FindingExplained) else "Claim"
    yield style.paint(f"{head} {_id_of(item)}", "bold")
    if isinstance(item, ClaimExplained):
        source = item.claim.source
        yield from underlined(item.sentence, source.start - item.start, source.end - item.start, style.width, INDENT)
        yield ""
    shown = [[visible(cell) for cell in row] for row in _rows(item) if row[0] != "sentence"]
    yield from table(shown, style.width, INDENT)
    yield ""


def _claim_rows(item: ClaimExplained) -> Iterator[Row]:
    claim, trace = item.claim, item.trace
    source = claim.source
    yield "claim", f"{claim.key}: {claim.subject.name}: {hedged_words(claim, value_words(claim.value))}"
    yield "place", source.place
    yield "sentence", item.sentence
    yield "words", source.quote
    yield trace.by, f"{trace.name} ({trace.where})"
    for slot in trace.slots:
        others = f"; it could be {' or '.join(slot.others)}" if slot.others else ""
        yield slot.kind, f"“{slot.text}” is {say_read(slot)}: {READ_HOW[slot.how]}{others}"
    yield "certainty", item.certainty
    if trace.denial is not None:
        yield "denied", f"by “{trace.denial.words}”"
    yield "season", item.season
    yield "said", item.asserted
    yield "screens", ", ".join(f"not {name}" for name in trace.screens)
    for other in item.beside:
        yield "beside", f"{other.id} {other.key}: {other.subject.name}: {hedged_words(other, value_words(other.value))}"
    for other in item.plainly[:MOST_PLAIN]:
        yield "told plainly", f"{other.id} {other.source.document}: {other.source.quote}"
    for finding in item.findings:
        yield "in", f"{finding.id} {finding.verdict.value}: {finding.reason}"


def _finding_rows(item: FindingExplained) -> Iterator[Row]:
    finding = item.finding
    yield "finding", f"{finding.verdict.value}: {fact_words(finding)}"
    yield "because", finding.reason
    for number, side in enumerate(finding.sides, 1):
        for claim in side.claims:
            said = said_words(claim, finding)
            when = f"{claim.source.document}, {asserted_words(claim.asserted)}"
            yield f"side {number}", f"{said} ({when}; {claim.id}): “{claim.source.quote}”"
    yield "fact", item.fact
    for number, pair in enumerate(item.pairs, 2):
        stands = "they tell of two facts" if pair.relation is None else SAID[pair.relation]
        yield f"1 and {number}", f"{stands}; {pair.order}"
    yield "weight", item.severity
    yield "sources", item.sources
    if finding.accepted is not None:
        yield "accepted", accepted_words(finding.accepted)
    for verdict, why in item.why_not.items():
        yield f"not {verdict.value}", why
