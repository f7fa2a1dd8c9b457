"""Conflicts on a terminal: a block a finding, the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from aoud_cli.findings.dates import asserted_words
from aoud_cli.findings.moments import asserted_key
from aoud_cli.findings.reasons import say_point
from aoud_cli.ground.safe import visible
from aoud_cli.model import DateValue, Finding, Side, Verdict
from aoud_cli.output.columns import GAP, table, text_width, wrap
from aoud_cli.output.style import Style, mark_of
from aoud_cli.output.words import Labels, accepted_words, fact_words, first_of_each, join_words, labelled, said_words

Row = list[str]

EVIDENCE_SHOWN = 3  # sides against expired forecasts: one is enough to believe it, seven hide the next finding
# Of these the sides are in the rows already; the reason tells only what makes it a finding.
SAID_IN_ROWS = frozenset({Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS})


def layout_conflicts(findings: Sequence[Finding], labels: Labels, style: Style) -> list[str]:
    """The blocks, a blank line after each; forecasts of one fact that expired share a block, for they share what overtook them."""
    return [line for block in blocks_of(findings) for line in [*_block(block, labels, style), ""]]


def blocks_of(findings: Sequence[Finding]) -> list[list[Finding]]:
    """The findings that are shown together, the gravest first: expired forecasts of one fact in one block, all else alone."""
    gravest_first = sorted(findings, key=lambda finding: -finding.severity.rank)
    blocks: list[list[Finding]] = []
    for (_, verdict, *_), group in groupby(gravest_first, key=_block_key):
        found = list(group)
        earliest_first = sorted(found, key=lambda finding: asserted_key(finding.sides[0].first))
        blocks += [earliest_first] if verdict is Verdict.EXPIRED else [[finding] for finding in found]
    return blocks


def _block_key(finding: Finding) -> tuple[object, ...]:
    return finding.severity, finding.verdict, finding.topic, finding.predicate, finding.subject.id, finding.season, finding.accepted


def _block(findings: Sequence[Finding], labels: Labels, style: Style) -> list[str]:
    """The fact and the verdict; who says what, and in which words; why both can't be; and how to ask for more."""
    rows = list(_expired_rows(findings, labels) if findings[0].verdict is Verdict.EXPIRED else _rows(findings[0], labels))
    shown = table([[visible(cell) for cell in row] for row in rows], style.width, "    ")
    reason = wrap(visible(reason_words(findings, labels)), style.width - 2)
    looked_at = wrap(visible(accepted_words(findings[0].accepted)), style.width - 2) if findings[0].accepted else []
    ids = wrap(f"aoud explain {' '.join(finding.id for finding in findings)}", style.width - 2)
    return [
        *_headline(findings, style),
        *shown,
        *(f"  {line}" for line in [*reason, *looked_at]),
        *(style.paint(f"  {line}", "dim") for line in ids),
    ]


def _rows(finding: Finding, labels: Labels) -> Iterator[Row]:
    for side in finding.sides:
        yield from _side_rows(side, finding, labels)


def _expired_rows(findings: Sequence[Finding], labels: Labels) -> Iterator[Row]:
    """All forecasts, then what is told against them, each side once however many forecasts it overtakes."""
    for finding in findings:
        yield from _side_rows(finding.sides[0], finding, labels)
    evidence = evidence_against(findings)
    for number, side in enumerate(evidence[:EVIDENCE_SHOWN]):
        yield from _side_rows(side, findings[0], labels, "" if number else "but later, ")
    if len(evidence) > EVIDENCE_SHOWN:
        yield ["", "", f"and {len(evidence) - EVIDENCE_SHOWN} more like it (--json has all)"]


def evidence_against(forecasts: Sequence[Finding]) -> list[Side]:
    """What is told against expired forecasts, each side once however many of them it overtakes; not what is one of them itself."""
    shown = {claim.id for finding in forecasts for claim in finding.sides[0].claims}
    against = {side.claims: side for finding in forecasts for side in finding.sides[1:]}
    return [side for claims, side in against.items() if any(claim.id not in shown for claim in claims)]


def _side_rows(side: Side, finding: Finding, labels: Labels, link: str = "") -> Iterator[Row]:
    """Each article of a side: what it says, and under it in which words, or whose they are."""
    told: set[str] = set()
    for claim in first_of_each(side):
        document, quote = claim.source.document, claim.source.quote
        yield [labels.get(document, document), asserted_words(claim.asserted), link + said_words(claim, finding)]
        yield ["", "", f"in the words of {labels.get(claim.voice, claim.voice)}" if claim.voice and quote in told else f"“{quote}”"]
        told.add(quote)
        link = ""


def reason_words(findings: Sequence[Finding], labels: Labels) -> str:
    """Why a block is a finding, as a sentence, in words that don't repeat what its sides say."""
    return _sentence(_reason(findings, labels))


def _reason(findings: Sequence[Finding], labels: Labels) -> str:
    if findings[0].verdict is Verdict.EXPIRED:
        return _passed(findings, labels)
    because = findings[0].because
    return labelled(say_point(because) if because and findings[0].verdict in SAID_IN_ROWS else findings[0].reason, labels)


def _passed(findings: Sequence[Finding], labels: Labels) -> str:
    """'the last day, 2023-12-31, had passed when 002 was written'."""
    forecasts = [claim.value.when.latest for finding in findings for claim in finding.sides[0].claims if isinstance(claim.value, DateValue)]
    days = sorted({day.isoformat() for day in forecasts if day is not None})
    names = sorted({labels.get(name, name) for finding in findings for side in finding.sides[1:] for name in side.documents})
    were = "was" if len(names) == 1 else "were"
    last = "the last day" if len(days) == 1 else "the last days"
    return f"{last}, {join_words(days)}, had passed when {join_words(names)} {were} written"


def _headline(findings: Sequence[Finding], style: Style) -> list[str]:
    """The mark, the fact, and the verdict at the right edge, or under the fact where they don't fit on one line."""
    finding = findings[0]
    mark, color = mark_of(finding)
    verdict = finding.verdict.value if len(findings) == 1 else f"{len(findings)} {finding.verdict.value}"
    verdict += ", accepted" if finding.accepted else ""
    fact = wrap(visible(fact_words(finding)), style.width - 2)
    blanks = style.width - 2 - text_width(fact[-1]) - text_width(verdict)
    lines = [f"{style.paint(mark, color)} {fact[0]}", *(f"  {line}" for line in fact[1:])]
    if blanks < len(GAP):
        return [*lines, f"  {style.paint(verdict, color)}"]
    return [*lines[:-1], lines[-1] + " " * blanks + style.paint(verdict, color)]


def _sentence(reason: str) -> str:
    """A reason as a sentence: a capital first, a stop last."""
    said = reason[:1].upper() + reason[1:]
    return said if said.endswith((".", "!", "?")) or not said else f"{said}."
