"""What was left unread, as JSON and as text: the sentences, and the articles against the topics."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from aoud_cli.claims.unread import Cell, Coverage, Unread
from aoud_cli.ground.safe import visible
from aoud_cli.output.columns import pad, wrap
from aoud_cli.output.records import Record, envelope, json_text, jsonl_text, source_record
from aoud_cli.output.style import Style
from aoud_cli.output.words import count_words, document_labels, shorten_middle

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

LEGEND = "a number: claims · ?: none, but sentences that look like it · .: silent"
LABEL_WIDTH = 12
CELL_WIDTHS = (4, 11)  # 12 topics beside a label of 12 fit 60 columns; a wider cell than the longest topic says no more


def unread_record(item: Unread, topic: str | None) -> Record:
    """One sentence: where it stands, what is in it, which cue of which predicate, and of what it gave claims."""
    return {
        "source": source_record(item.source),
        "spans": [{"kind": span.kind, "text": span.text} for span in item.spans],
        "cues": [{"predicate": key, "words": list(words)} for key, words in item.misses(topic).items()],
        "told": sorted(item.told),
    }


def render_json(coverage: Coverage, topic: str | None, analysis: Analysis) -> str:
    """The sentences and the matrix as one indented JSON object."""
    told = {
        **envelope("coverage", (), analysis),
        "topic": topic,
        "coverage": [unread_record(item, topic) for item in coverage.about(topic)],
        "matrix": [
            {"document": cell.document, "topic": cell.topic, "state": cell.state, "claims": cell.claims, "unread": cell.unread}
            for cell in coverage.matrix(topic)
        ],
    }
    return json_text(told)


def render_jsonl(coverage: Coverage, topic: str | None) -> str:
    """One sentence a line."""
    return jsonl_text("coverage", (unread_record(item, topic) for item in coverage.about(topic)))


def render_text(coverage: Coverage, topic: str | None, style: Style) -> str:
    """Sentences by article and then the matrix on a terminal; tab-separated lines elsewhere."""
    lines = _layout(coverage, topic, style) if style.terminal else ["\t".join(map(visible, row)) for row in _rows(coverage, topic)]
    return "".join(f"{line}\n" for line in lines)


def tally(coverage: Coverage, topic: str | None) -> str:
    """The closing line."""
    count = count_words(len(coverage.about(topic)), "sentence")
    return f"{count} with a cue of {topic} and no claim of it" if topic else f"{count} with a cue and no claim"


COLUMNS = ("document", "place", "predicates", "cues", "spans", "quote")


def table_of(coverage: Coverage, topic: str | None) -> tuple[Sequence[str], list[list[str]]]:
    """The sentences as a table: its columns and its rows."""
    return COLUMNS, [_sentence_row(item, topic) for item in coverage.about(topic)]


def _sentence_row(item: Unread, topic: str | None) -> list[str]:
    source, missed = item.source, item.misses(topic)
    return [source.document, source.place, ",".join(missed), ", ".join(_cue_words(missed)), ", ".join(_span_words(item)), source.quote]


def _rows(coverage: Coverage, topic: str | None) -> Iterator[list[str]]:
    for item in coverage.about(topic):
        yield ["sentence", *_sentence_row(item, topic)]
    for cell in coverage.matrix(topic):
        yield ["matrix", cell.document, cell.topic, cell.state, str(cell.claims), str(cell.unread)]


def _cue_words(missed: dict[str, tuple[str, ...]]) -> list[str]:
    return list(dict.fromkeys(word for words in missed.values() for word in words))


def _span_words(item: Unread) -> list[str]:
    return [f"{span.kind} {span.text}" for span in item.spans]


def _layout(coverage: Coverage, topic: str | None, style: Style) -> Iterator[str]:
    labels = document_labels(coverage.documents)
    for document, items in groupby(coverage.about(topic), key=lambda item: item.source.document):
        yield style.paint(visible(labels[document]), "bold")
        for item in items:
            yield from _sentence(item, topic, style)
        yield ""
    yield from _matrix(coverage.matrix(topic), labels, style)


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
