"""What two corpora say differently, as JSON, as a table and as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aoud_cli.analysis.difference import Change, Difference
from aoud_cli.ground.safe import visible
from aoud_cli.model import Side
from aoud_cli.output.columns import table
from aoud_cli.output.records import (
    Record,
    article_record,
    claim_counts,
    entity_record,
    envelope,
    finding_record,
    json_text,
    jsonl_text,
    side_record,
    skipped_record,
)
from aoud_cli.output.style import Color, Style
from aoud_cli.output.words import count_words, document_labels, fact_words, join_words, labelled, side_words

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

COLUMNS = ("what", "change", "fact", "old", "new", "documents", "quote", "id")
CHANGES: tuple[Change, ...] = ("gained", "lost", "changed", "appeared", "went")
_MARKS: dict[Change, tuple[str, Color]] = {
    "gained": ("+", "green"),
    "appeared": ("+", "green"),
    "lost": ("-", "red"),
    "went": ("-", "red"),
    "changed": ("~", "yellow"),
}


def difference_record(item: Difference) -> Record:
    """One value or finding that isn't in both."""
    sides = {name: None if side is None else side_record(side) for name, side in (("old", item.old), ("new", item.new))}
    findings = (("before", item.before), ("finding", item.finding))
    return {
        "what": "finding" if item.is_finding else "claim",
        "change": item.change,
        "topic": item.topic,
        "predicate": item.predicate,
        "subject": entity_record(item.subject),
        "season": item.season,
        "part": item.part,
        **sides,
        **{name: None if finding is None else finding_record(finding) for name, finding in findings},
    }


def render_json(items: Sequence[Difference], old: Analysis, new: Analysis, notes: Sequence[str]) -> str:
    """One indented object; `articles` and `skipped` are the new corpus's, those of the old one stand under `old`."""
    counts = claim_counts(old)
    told: Record = {
        **envelope("diff", (), new, notes),
        "old": {
            "articles": [article_record(article, counts[article.document], old) for article in old.articles],
            "skipped": [skipped_record(skip) for skip in old.corpus.skipped],
        },
        "diff": [difference_record(item) for item in items],
    }
    return json_text(told)


def render_jsonl(items: Sequence[Difference]) -> str:
    """One difference a line."""
    return jsonl_text("diff", map(difference_record, items))


def table_of(items: Sequence[Difference]) -> tuple[Sequence[str], list[list[str]]]:
    """A row a difference; of a finding `old` and `new` are its reasons."""
    return COLUMNS, [_row(item) for item in items]


def _row(item: Difference) -> list[str]:
    finding, side = item.finding or item.before, item.new or item.old
    if finding is not None:
        documents = sorted({name for one in finding.sides for name in one.documents})
        return ["finding", item.change, _fact(item), *_both(item), ",".join(documents), "", finding.id]
    sources = [(",".join(side.documents), side.first.source.quote, side.first.id)] if side is not None else []
    return ["claim", item.change, _fact(item), *_both(item), *(cell for cells in sources for cell in cells)]


def _fact(item: Difference) -> str:
    return fact_words(item)


def _both(item: Difference) -> tuple[str, str]:
    """What was said, and what is."""
    if item.is_finding:
        return item.before.reason if item.before else "", item.finding.reason if item.finding else ""
    return _said(item.old), _said(item.new)


def _said(side: Side | None) -> str:
    """As its surest claim puts it."""
    return "" if side is None else side_words(max(side.claims, key=lambda claim: claim.certainty.rank), side.first.subject)


def render_text(items: Sequence[Difference], old: Analysis, new: Analysis, style: Style) -> str:
    """Claims and then findings, a mark before each, on a terminal; tab-separated lines elsewhere."""
    lines = _layout(items, old, new, style) if style.terminal else ("\t".join(map(visible, _row(item))) for item in items)
    return "".join(f"{line}\n" for line in lines)


def tally(items: Sequence[Difference]) -> str:
    """The closing line."""
    counts = Counter((item.is_finding, item.change) for item in items)
    wanted = [(what, change) for what in (False, True) for change in CHANGES if counts[what, change]]
    parts = [f"{count_words(counts[what, change], 'finding' if what else 'claim')} {change}" for what, change in wanted]
    return ", ".join(parts) or "no difference"


def _layout(items: Sequence[Difference], old: Analysis, new: Analysis, style: Style) -> Iterator[str]:
    labels = document_labels(sorted({article.document for side in (old, new) for article in side.articles}))
    for heading, is_finding in (("claims", False), ("findings", True)):
        found = [item for item in items if item.is_finding is is_finding]
        if found:
            yield style.paint(heading, "bold")
            yield from _lines(found, labels, style)
            yield ""


def _lines(items: Sequence[Difference], labels: dict[str, str], style: Style) -> Iterator[str]:
    rows = [[_MARKS[item.change][0], *(visible(labelled(cell, labels)) for cell in _cells(item, labels))] for item in items]
    yield from table(rows, style.width)


def _cells(item: Difference, labels: dict[str, str]) -> list[str]:
    """The fact, what is said of it, and by whom."""
    before, after = _both(item)
    if item.is_finding:
        finding = item.finding or item.before
        return [_fact(item), f"{finding.verdict.value if finding else ''}: {after or before}"]
    side = item.new or item.old
    names = join_words([labels.get(name, name) for name in side.documents]) if side else ""
    said = f"{before} → {after}" if before and after else before or after
    return [_fact(item), f"{said} ({names})"]
