"""Records as text: laid out on a terminal, one tab-separated line a record when piped. Both hold the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from aoud_cli.model import Article, Claim, Finding, Severity, Side, Verdict
from aoud_cli.output.columns import GAP, table, text_width, wrap
from aoud_cli.output.history import layout_histories
from aoud_cli.output.records import Kind, claim_counts
from aoud_cli.output.style import Color, Style
from aoud_cli.output.words import LABELS, asserted_span, asserted_words, count_words, document_labels, fact_words, range_words, side_words
from aoud_cli.safe import visible

if TYPE_CHECKING:
    from aoud_cli.findings.timeline import Event, FactHistory
    from aoud_cli.pipeline import Analysis

Labels = dict[str, str]
Row = list[str]

_MARKS: dict[Severity, tuple[str, Color]] = {
    Severity.ERROR: ("✗", "red"),
    Severity.WARNING: ("!", "yellow"),
    Severity.NOTE: ("·", "cyan"),
}


def render(kind: Kind, items: Sequence[Any], analysis: Analysis, style: Style) -> str:
    """The items of one kind as text in the style, each line ended."""
    if style.terminal:
        labels = document_labels([article.document for article in analysis.articles])
        lines = _layout(kind, items, analysis, labels, style)
    else:
        lines = ["\t".join(visible(cell) if cell != mark else cell for cell in row) for row, mark in _rows(kind, items, analysis, style)]
    return "".join(f"{line}\n" for line in lines)


def tally(kind: Kind, items: Sequence[Any], more: bool) -> str:
    """The closing line: how many of what, and what else could be asked."""
    if kind != "conflicts":
        return ""
    counts = [(severity, sum(item.severity is severity for item in items)) for severity in Severity]
    said = ", ".join(count_words(count, severity.value) for severity, count in counts if count)
    hint = "; aoud conflicts --all also lists what changed" if more else ""
    return (said or "no conflicts") + hint


# One line a record -----------------------------------------------------------------------------------------------------


def _rows(kind: Kind, items: Sequence[Any], analysis: Analysis, style: Style) -> Iterator[tuple[Row, str | None]]:
    """Each line's cells, and the one of them that holds our own colour codes."""
    if kind in ("conflicts", "agreements"):
        for finding in items:
            yield from _finding_rows(finding, style)
        return
    if kind == "articles":
        counts = claim_counts(analysis)
        yield from ((_article_row(item, counts[item.document]), None) for item in items)
        return
    make: dict[str, Callable[[Any], Iterable[Row]]] = {"claims": _claim_rows, "timeline": _step_rows, "events": _event_rows}
    yield from ((row, None) for item in items for row in make[kind](item))


def _finding_rows(finding: Finding, style: Style) -> Iterator[tuple[Row, str | None]]:
    """A line for each document of each side; the reason stands last on every one, so that one grepped line tells all."""
    verdict = style.paint(finding.verdict.value, _mark(finding)[1])
    fact = fact_words(finding.subject, finding.topic, finding.predicate, finding.season)
    for side in finding.sides:
        for claim in _first_of_each(side):
            place = f"{claim.source.path}:{claim.source.line}:{claim.source.column}"
            said = _said(claim, finding)
            when = asserted_span(claim.asserted)
            cells = [finding.severity.value, finding.id, fact, said, claim.source.document, when, place, claim.source.quote, finding.reason]
            yield [verdict, *cells], verdict


def _claim_rows(claim: Claim) -> Iterator[Row]:
    source = claim.source
    yield [
        f"{claim.topic}.{claim.predicate}",
        claim.subject.name,
        side_words(claim, claim.subject),
        "" if claim.season is None else str(claim.season),
        claim.certainty.value,
        source.document,
        asserted_span(claim.asserted),
        f"{source.path}:{source.line}:{source.column}",
        source.quote,
        claim.id,
    ]


def _step_rows(fact: FactHistory) -> Iterator[Row]:
    for step in fact.steps:
        claim = step.claim
        words = fact_words(fact.subject, fact.topic, fact.predicate, fact.season)
        order, fate = "order open" if step.order_open else "", "expired" if step.expired else ""
        when = asserted_span(claim.asserted)
        yield [words, step.change, side_words(claim, fact.subject), claim.source.document, when, order, fate, claim.source.quote]


def _event_rows(event: Event) -> Iterator[Row]:
    for said in (event, *event.others):
        rank = "best" if said is event else "other"
        fact = fact_words(event.subject, event.topic, event.predicate, event.season)
        yield [range_words(said.when), fact, rank, said.certainty.value, ",".join(said.documents)]


def _article_row(article: Article, claims: int) -> Row:
    asserted = article.asserted
    when = [asserted_span(asserted), asserted.basis, asserted.reason]
    return [article.document, *when, str(claims), article.path, article.title, article.sha256]


def _first_of_each(side: Side) -> Iterator[Claim]:
    """The first claim of each document of a side."""
    seen: set[str] = set()
    for claim in side.claims:
        if claim.source.document not in seen:
            seen.add(claim.source.document)
            yield claim


def _said(claim: Claim, finding: Finding) -> str:
    """What a side says; where it is another fact than the finding's (`order`), which."""
    said = side_words(claim, finding.subject)
    if (claim.topic, claim.predicate) == (finding.topic, finding.predicate):
        return said
    return f"{LABELS.get(f'{claim.topic}.{claim.predicate}', claim.predicate)}: {said}"


EVIDENCE_SHOWN = 3  # sides against an expired forecast: one is enough to believe it, seven hide the next finding


# Laid out --------------------------------------------------------------------------------------------------------------


def _layout(kind: Kind, items: Sequence[Any], analysis: Analysis, labels: Labels, style: Style) -> list[str]:
    if kind == "conflicts":
        gravest_first = sorted(items, key=lambda finding: -finding.severity.rank)
        return [line for finding in gravest_first for line in [*_block(finding, labels, style), ""]]
    if kind == "agreements":
        return table(_safe(_agreement_rows(items, labels)), style.width)
    if kind == "timeline":
        return layout_histories(items, labels, style)
    if kind == "events":
        return table(_safe(_calendar_rows(items, labels)), style.width)
    if kind == "articles":
        counts = claim_counts(analysis)
        return table(_safe(_reading_rows(items, counts)), style.width)
    return _claims_by_topic(items, labels, style)


def _safe(rows: Iterable[Row]) -> list[Row]:
    return [[visible(cell) for cell in row] for row in rows]


def _mark(finding: Finding) -> tuple[str, Color]:
    if finding.verdict in (Verdict.AGREES, Verdict.REFINES):
        return "✓", "green"
    return _MARKS[finding.severity]


def _block(finding: Finding, labels: Labels, style: Style) -> list[str]:
    """A finding: its fact and verdict, a row for each side and document, and the reason."""
    rows = []
    shown = finding.sides[: 1 + EVIDENCE_SHOWN] if finding.verdict is Verdict.EXPIRED else finding.sides
    for side in shown:
        for number, claim in enumerate(_first_of_each(side)):
            said = _said(claim, finding) if number == 0 else ""
            document = claim.source.document
            rows.append([said, labels.get(document, document), asserted_words(claim.asserted), f"“{claim.source.quote}”"])
    if more := len(finding.sides) - len(shown):
        rows.append([f"and {more} more against it (--json has all)", "", "", ""])
    reason = [f"  {line}" for line in wrap(visible(_sentence(_labelled(finding.reason, labels))), style.width - 2)]
    return [*_headline(finding, style), *table(_safe(rows), style.width, "    "), *reason]


def _labelled(reason: str, labels: Labels) -> str:
    """The reason with each article under the short name that the rows above call it by."""
    for document in sorted(labels, key=lambda name: (-len(name), name)):
        reason = reason.replace(document, labels[document])
    return reason


def _headline(finding: Finding, style: Style) -> list[str]:
    """The mark, the fact, and the verdict at the right edge, or under the fact where they don't fit on one line."""
    mark, color = _mark(finding)
    verdict = finding.verdict.value
    fact = wrap(visible(fact_words(finding.subject, finding.topic, finding.predicate, finding.season)), style.width - 2)
    blanks = style.width - 2 - text_width(fact[-1]) - text_width(verdict)
    lines = [f"{style.paint(mark, color)} {fact[0]}", *(f"  {line}" for line in fact[1:])]
    if blanks < len(GAP):
        return [*lines, f"  {style.paint(verdict, color)}"]
    return [*lines[:-1], lines[-1] + " " * blanks + style.paint(verdict, color)]


def _sentence(reason: str) -> str:
    """A reason as a sentence: a capital first, a stop last."""
    said = reason[:1].upper() + reason[1:]
    return said if said.endswith((".", "!", "?")) or not said else f"{said}."


def _agreement_rows(findings: Sequence[Finding], labels: Labels) -> Iterator[Row]:
    for finding in findings:
        for number, side in enumerate(finding.sides):
            fact = fact_words(finding.subject, finding.topic, finding.predicate, finding.season) if number == 0 else ""
            yield [fact, _said(side.first, finding), ", ".join(labels.get(name, name) for name in side.documents)]


def _calendar_rows(events: Sequence[Event], labels: Labels) -> Iterator[Row]:
    for event in events:
        fact = fact_words(event.subject, event.topic, event.predicate, event.season)
        for said in (event, *event.others):
            best = said is event
            when, documents = range_words(said.when), ", ".join(labels.get(name, name) for name in said.documents)
            yield [when if best else f"or {when}", fact if best else "", said.certainty.value, documents]


def _reading_rows(articles: Sequence[Article], counts: dict[str, int]) -> Iterator[Row]:
    for article in articles:
        asserted = article.asserted
        when = asserted_words(asserted) if asserted.basis == "unknown" else f"{asserted_words(asserted)} ({asserted.basis})"
        yield [article.document, when, count_words(counts[article.document], "claim"), article.title]


def _claims_by_topic(claims: Sequence[Claim], labels: Labels, style: Style) -> list[str]:
    """A heading for each predicate, and under it who, what, where and the words; the claims keep their order."""
    groups: dict[str, list[Row]] = {}
    for claim in claims:
        place = f"{labels.get(claim.source.document, claim.source.document)}:{claim.source.line}"
        who, _, label = fact_words(claim.subject, claim.topic, claim.predicate, claim.season).partition(" · ")
        said = side_words(claim, claim.subject)
        groups.setdefault(f"{claim.topic} · {label.partition(', season')[0]}", []).append([who, said, place, f"“{claim.source.quote}”"])
    lines: list[str] = []
    for heading, rows in groups.items():
        lines += [style.paint(heading, "bold"), *table(_safe(rows), style.width, "  "), ""]
    return lines
