"""`aoud diff`: what two corpora say differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional, TypedDict

from aoud_cli.analysis.difference import Change, Difference
from aoud_cli.ground.safe import visible
from aoud_cli.model import Side
from aoud_cli.output.columns import table
from aoud_cli.output.records import (
    AboutRecord,
    ArticleRecord,
    Envelope,
    FindingRecord,
    SideRecord,
    SkippedRecord,
    about_record,
    article_records,
    finding_record,
    side_record,
    skipped_records,
)
from aoud_cli.output.style import Color, Style
from aoud_cli.output.words import count_words, document_labels, fact_words, join_words, labelled, side_words
from aoud_cli.views.view import Row, View

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

CHANGES: tuple[Change, ...] = ("gained", "lost", "changed", "appeared", "went")
_MARKS: dict[Change, tuple[str, Color]] = {
    "gained": ("+", "green"),
    "appeared": ("+", "green"),
    "lost": ("-", "red"),
    "went": ("-", "red"),
    "changed": ("~", "yellow"),
}


class DifferenceRecord(AboutRecord):
    """One value or finding that is not in both corpora."""

    what: Literal["claim", "finding"]
    change: Change
    old: Annotated[Optional[SideRecord], "Of a claim: who told it, or what its place has been taken of; null where nobody did."]
    new: Annotated[Optional[SideRecord], "Of a claim: who tells it, or what took its place; null where nobody does."]
    before: Annotated[Optional[FindingRecord], "Of a finding: as it was; null where it was not there."]
    finding: Annotated[Optional[FindingRecord], "Of a finding: as it is; null where it went."]


class OldRecord(TypedDict):
    """What was read of the old corpus."""

    articles: list[ArticleRecord]
    skipped: list[SkippedRecord]


class DiffOutput(Envelope):
    """What `aoud diff --json` prints; `articles` and `skipped` are the new corpus's."""

    old: OldRecord
    diff: list[DifferenceRecord]


class DiffView(View):
    """The differences between an old corpus and a new one."""

    kind, output, line = "diff", DiffOutput, DifferenceRecord
    columns = ("what", "change", "fact", "old", "new", "documents", "quote", "id")

    def __init__(self, old: Analysis, new: Analysis, items: Sequence[Difference], notes: Sequence[str]) -> None:
        super().__init__(new, items, notes)
        self.old = old

    def records(self) -> Iterator[DifferenceRecord]:
        """One difference an object."""
        return map(difference_record, self.items)

    def told(self) -> dict[str, Any]:
        """What was read of both, and the differences."""
        old = {"articles": article_records(self.old), "skipped": skipped_records(self.old.corpus.skipped)}
        return {**super().told(), "old": old}

    def rows(self) -> Iterator[Row]:
        """A row a difference; of a finding `old` and `new` are its reasons."""
        return map(_row, self.items)

    def layout(self, style: Style) -> Iterator[str]:
        """Claims and then findings, a mark before each."""
        labels = document_labels(sorted({article.document for side in (self.old, self.analysis) for article in side.articles}))
        for heading, is_finding in (("claims", False), ("findings", True)):
            found = [item for item in self.items if item.is_finding is is_finding]
            if found:
                yield style.paint(heading, "bold")
                yield from _lines(found, labels, style)
                yield ""

    def tally(self) -> str:
        """`2 claims gained, 1 finding went`."""
        counts = Counter((item.is_finding, item.change) for item in self.items)
        wanted = [(what, change) for what in (False, True) for change in CHANGES if counts[what, change]]
        parts = [f"{count_words(counts[what, change], 'finding' if what else 'claim')} {change}" for what, change in wanted]
        return ", ".join(parts) or "no difference"

    def counts(self) -> str:
        """The sizes of both."""
        sides = (self.old, self.analysis)
        sizes = (f"{count_words(len(side.claims), 'claim')} in {count_words(len(side.articles), 'article')}" for side in sides)
        return f"compared {' with '.join(sizes)}"


def difference_record(item: Difference) -> DifferenceRecord:
    """One value or finding that isn't in both."""
    return {
        "what": "finding" if item.is_finding else "claim",
        "change": item.change,
        **about_record(item),
        "old": None if item.old is None else side_record(item.old),
        "new": None if item.new is None else side_record(item.new),
        "before": None if item.before is None else finding_record(item.before),
        "finding": None if item.finding is None else finding_record(item.finding),
    }


def _row(item: Difference) -> Row:
    finding, side = item.finding or item.before, item.new or item.old
    if finding is not None:
        documents = sorted({name for one in finding.sides for name in one.documents})
        return ["finding", item.change, fact_words(item), *_both(item), ",".join(documents), "", finding.id]
    sources = [(",".join(side.documents), side.first.source.quote, side.first.id)] if side is not None else []
    return ["claim", item.change, fact_words(item), *_both(item), *(cell for cells in sources for cell in cells)]


def _both(item: Difference) -> tuple[str, str]:
    """What was said, and what is."""
    if item.is_finding:
        return item.before.reason if item.before else "", item.finding.reason if item.finding else ""
    return _said(item.old), _said(item.new)


def _said(side: Side | None) -> str:
    """As its surest claim puts it."""
    return "" if side is None else side_words(max(side.claims, key=lambda claim: claim.certainty.rank), side.first.subject)


def _lines(items: Sequence[Difference], labels: dict[str, str], style: Style) -> Iterator[str]:
    rows = [[_MARKS[item.change][0], *(visible(labelled(cell, labels)) for cell in _cells(item, labels))] for item in items]
    yield from table(rows, style.width)


def _cells(item: Difference, labels: dict[str, str]) -> list[str]:
    """The fact, what is said of it, and by whom."""
    before, after = _both(item)
    if item.is_finding:
        finding = item.finding or item.before
        return [fact_words(item), f"{finding.verdict.value if finding else ''}: {after or before}"]
    side = item.new or item.old
    names = join_words([labels.get(name, name) for name in side.documents]) if side else ""
    said = f"{before} → {after}" if before and after else before or after
    return [fact_words(item), f"{said} ({names})"]
