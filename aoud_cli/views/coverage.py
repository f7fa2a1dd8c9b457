"""`aoud coverage`: what was left unread: the sentences, and the articles against the topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional, TypedDict

from aoud_cli.claims.codec import SourceRecord, source_record
from aoud_cli.claims.unread import Cell, Unread, cover
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Count
from aoud_cli.output.columns import pad, wrap
from aoud_cli.output.records import Envelope, Key, Some
from aoud_cli.output.style import Style
from aoud_cli.output.words import count_words, document_labels, shorten_middle
from aoud_cli.views.view import Row, View

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

LEGEND = "a number: claims · ?: none, but sentences that look like it · .: silent"
LABEL_WIDTH = 12
CELL_WIDTHS = (4, 11)  # 12 topics beside a label of 12 fit 60 columns; a wider cell than the longest topic says no more


class SpanRecord(TypedDict):
    """Words of a sentence that were taken for something."""

    kind: str
    text: str


class CueRecord(TypedDict):
    """Words that rules of a predicate look for."""

    predicate: Key
    words: Annotated[list[str], Some]


class UnreadRecord(TypedDict):
    """A sentence that holds a date, a figure or a name beside words that rules look for (cues), and gave no claim of theirs; told: of
    which predicates it gave claims.
    """

    source: SourceRecord
    spans: list[SpanRecord]
    cues: Annotated[list[CueRecord], Some]
    told: list[Key]


class CellRecord(TypedDict):
    """What an article has on a topic (or on the predicate that was asked for): its claims, and its sentences that look as if they told of
    it.
    """

    document: str
    topic: str
    state: Literal["says", "unread", "silent"]
    claims: Count
    unread: Count


class CoverageOutput(Envelope):
    """What `aoud coverage --json` prints."""

    topic: Optional[str]
    coverage: list[UnreadRecord]
    matrix: list[CellRecord]


class CoverageView(View):
    """What the corpus holds beside the claims that were read from it, of one topic or of all."""

    kind, output, line = "coverage", CoverageOutput, UnreadRecord
    columns = ("document", "place", "predicates", "cues", "spans", "quote")

    def __init__(self, analysis: Analysis, topic: str | None) -> None:
        self.coverage, self.topic = cover(analysis.articles, analysis.claims, analysis.profile), topic
        super().__init__(analysis, self.coverage.about(topic))

    def records(self) -> Iterator[UnreadRecord]:
        """One sentence an object."""
        return (unread_record(item, self.topic) for item in self.items)

    def told(self) -> dict[str, Any]:
        """The sentences and the matrix."""
        matrix = [
            {"document": cell.document, "topic": cell.topic, "state": cell.state, "claims": cell.claims, "unread": cell.unread}
            for cell in self.coverage.matrix(self.topic)
        ]
        return {**super().told(), "topic": self.topic, "matrix": matrix}

    def rows(self) -> Iterator[Row]:
        """A row a sentence."""
        return (_sentence_row(item, self.topic) for item in self.items)

    def lines(self, style: Style) -> Iterator[str]:
        """The sentences, then the matrix."""
        rows = [["sentence", *row] for row in self.rows()]
        cells = self.coverage.matrix(self.topic)
        rows += [["matrix", cell.document, cell.topic, cell.state, str(cell.claims), str(cell.unread)] for cell in cells]
        return ("\t".join(map(visible, row)) for row in rows)

    def layout(self, style: Style) -> Iterator[str]:
        """The sentences by article, then the matrix."""
        labels = document_labels(self.coverage.documents)
        for document, items in groupby(self.items, key=lambda item: item.source.document):
            yield style.paint(visible(labels[document]), "bold")
            for item in items:
                yield from _sentence(item, self.topic, style)
            yield ""
        yield from _matrix(self.coverage.matrix(self.topic), labels, style)

    def tally(self) -> str:
        """How many sentences there are."""
        count = count_words(len(self.items), "sentence")
        return f"{count} with a cue of {self.topic} and no claim of it" if self.topic else f"{count} with a cue and no claim"


def unread_record(item: Unread, topic: str | None) -> UnreadRecord:
    """One sentence: where it stands, what is in it, which cue of which predicate, and of what it gave claims."""
    return {
        "source": source_record(item.source),
        "spans": [{"kind": span.kind, "text": span.text} for span in item.spans],
        "cues": [{"predicate": key, "words": list(words)} for key, words in item.misses(topic).items()],
        "told": sorted(item.told),
    }


def _sentence_row(item: Unread, topic: str | None) -> list[str]:
    source, missed = item.source, item.misses(topic)
    return [source.document, source.place, ",".join(missed), ", ".join(_cue_words(missed)), ", ".join(_span_words(item)), source.quote]


def _cue_words(missed: dict[str, tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(word for words in missed.values() for word in words))


def _span_words(item: Unread) -> list[str]:
    return [f"{span.kind} {span.text}" for span in item.spans]


def _sentence(item: Unread, topic: str | None, style: Style) -> Iterator[str]:
    """The words behind their line number, and under them what was seen in them."""
    missed = item.misses(topic)
    number, indent = f"{item.source.line:>5}  ", " " * 7
    room = style.width - len(indent)
    for place, line in enumerate(wrap(visible(item.source.quote), room)):
        yield (indent if place else number) + line
    cues = ", ".join(f"“{word}”" for word in _cue_words(missed))
    for text in (f"{', '.join(missed)}: {cues}", ", ".join(_span_words(item))):
        yield from (indent + style.paint(line, "dim") for line in wrap(visible(text), room))


def _matrix(cells: Sequence[Cell], labels: dict[str, str], style: Style) -> Iterator[str]:
    """A row an article, a column a topic; the names of both are cut to what fits."""
    topics = list(dict.fromkeys(cell.topic for cell in cells))
    least, most = CELL_WIDTHS
    width = max(least, min(max([most, *map(len, topics)]) + 1, (style.width - LABEL_WIDTH) // max(1, len(topics))))
    yield " " * LABEL_WIDTH + "".join(f" {topic[: width - 1]:>{width - 1}}" for topic in topics)
    for document, row in groupby(cells, key=lambda cell: cell.document):
        label = visible(shorten_middle(labels[document], LABEL_WIDTH))
        yield pad(label[:LABEL_WIDTH], LABEL_WIDTH) + "".join(f"{_mark(cell):>{width}}" for cell in row)
    yield from (style.paint(line, "dim") for line in wrap(LEGEND, style.width))


def _mark(cell: Cell) -> str:
    return {"says": str(cell.claims), "unread": "?", "silent": "."}[cell.state]
