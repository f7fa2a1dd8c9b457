"""Tables: each cell is read with the label of its row, as a sentence of its own; a column may have its season."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from aoud_cli.spans.seasons import Season, find_seasons
from aoud_cli.spans.sentences import Sentence

_CELL_RE = re.compile(r"[^|]+(?=\|)")
_FEWEST = 2  # columns of seasons


class Cell(NamedTuple):
    """A sentence; of a cell it reaches from its row's label to the cell, what stands between (from, to) is not read, and its column
    has a season."""

    sentence: Sentence
    hidden: tuple[int, int] | None = None
    season: Season | None = None


def by_column(prose: Iterable[Sentence], titles: tuple[str, ...]) -> Iterator[Cell]:
    """The sentences in their order; of a row in a table its cells, too, and only they where the columns are seasons."""
    columns: list[Season | None] = []
    in_table = False
    for sentence in prose:
        is_row = sentence.text.startswith("|") and sentence.text.endswith("|")
        cells = list(_CELL_RE.finditer(sentence.text)) if is_row else []
        if is_row and not in_table:
            columns = [_season(cell.group(), titles) for cell in cells]
        in_header, in_table = not in_table, is_row
        seasons = sum(season is not None for season in columns)
        is_body = is_row and not in_header and len(cells) == len(columns) and columns[0] is None
        if not (is_body and seasons >= _FEWEST):
            yield Cell(sentence)
        if is_body:
            first = 1 if seasons >= _FEWEST else 2  # a cell right behind the label is read with the row
            yield from _cells(sentence, cells, columns, first)


def _season(text: str, titles: tuple[str, ...]) -> Season | None:
    """The season that the head of a column names, where it is one."""
    found = [season for _, _, season in find_seasons(text.lower(), titles)]
    return found[0] if len(found) == 1 else None


def _cells(row: Sentence, cells: list[re.Match[str]], columns: list[Season | None], first: int) -> Iterator[Cell]:
    label = cells[0]
    for cell, season in zip(cells[first:], columns[first:], strict=True):
        if re.search(r"\w", cell.group()):
            end = cell.end() + 1
            yield Cell(row._replace(end=row.start + end, text=row.text[:end]), (label.end() + 1, cell.start()), season)
