"""Records as tab-separated lines, for pipes: one a record and article, nothing cut off, the same on every machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from aoud_cli.ground.safe import visible
from aoud_cli.model import Article, Claim, Finding, PassedOver
from aoud_cli.output.marks import mark_of
from aoud_cli.output.records import Kind, claim_counts
from aoud_cli.output.style import Style
from aoud_cli.output.words import accepted_words, asserted_span, fact_words, first_of_each, range_words, said_words, side_words

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.analysis.timeline import Event, FactHistory

Row = list[str]

# What the cells of a line hold: the heads of the same rows as a table.
COLUMNS: dict[Kind, tuple[str, ...]] = {
    "claims": ("predicate", "subject", "said", "season", "certainty", "document", "asserted", "place", "quote", "id"),
    "conflicts": ("verdict", "severity", "id", "fact", "said", "document", "asserted", "place", "quote", "reason"),
    "agreements": ("verdict", "severity", "id", "fact", "said", "document", "asserted", "place", "quote", "reason"),
    "timeline": ("fact", "change", "said", "document", "asserted", "order", "fate", "quote"),
    "events": ("when", "fact", "rank", "certainty", "documents", "told"),
    "articles": ("document", "asserted", "basis", "reason", "claims", "path", "title", "sha256", "passed_over"),
}


def rows_of(kind: Kind, items: Sequence[Any], analysis: Analysis) -> list[Row]:
    """The cells of each line, as they are: whoever prints them makes them safe."""
    return [row for row, _ in _rows(kind, items, analysis, Style())]


def lines_of(kind: Kind, items: Sequence[Any], analysis: Analysis, style: Style) -> list[str]:
    """The items of one kind, a line each or several."""
    return ["\t".join(visible(cell) if cell != mark else cell for cell in row) for row, mark in _rows(kind, items, analysis, style)]


def _rows(kind: Kind, items: Sequence[Any], analysis: Analysis, style: Style) -> Iterator[tuple[Row, str | None]]:
    """Each line's cells, and the one of them that holds our own colour codes."""
    if kind in ("conflicts", "agreements"):
        for finding in items:
            yield from _finding_rows(finding, style)
        return
    if kind == "articles":
        counts = claim_counts(analysis)
        yield from ((_article_row(item, counts[item.document], analysis.passed.get(item.document)), None) for item in items)
        return
    make: dict[str, Callable[[Any], Iterable[Row]]] = {"claims": _claim_rows, "timeline": _step_rows, "events": _event_rows}
    yield from ((row, None) for item in items for row in make[kind](item))


def _finding_rows(finding: Finding, style: Style) -> Iterator[tuple[Row, str | None]]:
    """A line for each document of each side; the reason stands last on every one, so that one grepped line tells all."""
    verdict = style.paint(finding.verdict.value, mark_of(finding)[1])
    fact = fact_words(finding)
    reason = finding.reason if finding.accepted is None else f"{finding.reason} [{accepted_words(finding)}]"
    for side in finding.sides:
        for claim in first_of_each(side):
            said = said_words(claim, finding)
            when = asserted_span(claim.asserted)
            source = claim.source
            cells = [finding.severity.value, finding.id, fact, said, source.document, when, source.place, source.quote, reason]
            yield [verdict, *cells], verdict


def _claim_rows(claim: Claim) -> Iterator[Row]:
    source = claim.source
    yield [
        claim.key,
        claim.subject.name,
        side_words(claim, claim.subject),
        "" if claim.season is None else str(claim.season),
        claim.certainty.value,
        source.document,
        asserted_span(claim.asserted),
        source.place,
        source.quote,
        claim.id,
    ]


def _step_rows(fact: FactHistory) -> Iterator[Row]:
    for step in fact.steps:
        claim = step.claim
        words = fact_words(fact)
        order, fate = "order open" if step.order_open else "", "expired" if step.expired else ""
        when = asserted_span(claim.asserted)
        yield [words, step.change, side_words(claim, fact.subject), claim.source.document, when, order, fate, claim.source.quote]


def _event_rows(event: Event) -> Iterator[Row]:
    for said in (event, *event.others):
        rank = "expired" if said.expired else "best" if said is event else "other"
        fact = fact_words(event)
        told = "happened" if said.happened else "foretold"
        yield [range_words(said.when), fact, rank, said.certainty.value, ",".join(said.documents), told]


def _article_row(article: Article, claims: int, passed: PassedOver | None) -> Row:
    asserted = article.asserted
    when = [asserted_span(asserted), asserted.basis, asserted.reason]
    return [article.document, *when, str(claims), article.path, article.title, article.sha256, passed.words if passed else ""]
