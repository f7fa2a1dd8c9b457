"""Tables: each cell is read with the label of its row, as a sentence of its own; a column, or a row, may have its season."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from aoud_cli.english import pattern
from aoud_cli.spans.quantities import read_number
from aoud_cli.spans.seasons import Season, find_seasons
from aoud_cli.spans.sentences import Sentence

_CELL_RE = pattern(r"[^|]+(?=\|)")
_FEWEST = 2  # columns of seasons


Place = Literal["first", "inner", "last", ""]


class Cell(NamedTuple):
    """A sentence; of a cell it reaches from its row's label to the cell, what stands between (from, to) is not read, and its column
    has a season."""

    sentence: Sentence
    hidden: tuple[int, int] | None = None
    season: Season | None = None
    columns: tuple[str, ...] = ()  # the heads of the columns, of a row that is a season's, or an episode's
    place: Place = ""  # of an episode's row: where it stands among those of its season


_OVERVIEW_RE = pattern(r"\W*(?:season|series)\W*$")
_EPISODES_RE, _COUNT_RE = pattern(r"\W*(?:no\.? of |number of )?(?:episodes|eps)\W*$"), pattern(r"\W*([1-9][0-9]{0,2})\b")
_NUMBER_RE = pattern(r"\W*([1-9][0-9]?|{one_to_ten})(?: ?\(?(?:part|volume) [1-9]\)?)?\W*$", re.IGNORECASE)
_MADE_RE = pattern(r"\W*{episode_columns}\b")


def row_cells(text: str) -> list[tuple[int, int]]:
    """Where the cells of a row lie, with or without a bar at its ends; nothing where it is no row."""
    if text.count("|") < _FEWEST:
        return []
    first, last = (1 if text.startswith("|") else 0), (len(text) - 1 if text.endswith("|") else len(text))
    bars = [first - 1, *(i for i in range(first, last) if text[i] == "|"), last]
    return [(start + 1, end) for start, end in zip(bars, bars[1:], strict=False)]


def by_season(prose: Iterable[Cell]) -> Iterator[Cell]:
    """The same, each row of an overview (`| Season | Episodes | Premiere |`) with its season and the heads of its columns, and each of a
    table of episodes with their heads and its place in its season's."""
    heads: tuple[str, ...] = ()
    held: list[Cell] = []  # an episode's row, and what was cut from it, till it is known whether another follows
    for cell in prose:
        cells = [cell.sentence.text[start:end] for start, end in row_cells(cell.sentence.text)]
        if cell.hidden is not None and held:
            held.append(cell)
            continue
        is_row = bool(cells) and len(cells) == len(heads) and cell.hidden is None and _NUMBER_RE.match(cells[0]) is not None
        is_episode = is_row and not _OVERVIEW_RE.match(heads[0])
        yield from _released(held, is_last=not is_episode)
        place: Place = "" if not is_episode else "inner" if held else "first"
        held = [cell._replace(columns=heads, place=place)] if is_episode else []
        of_season = (
            cell._replace(season=read_number(_NUMBER_RE.sub(r"\1", cells[0]).lower(), None), columns=heads)
            if is_row and not is_episode
            else cell
        )
        heads = _heads(cells) or (heads if cells or cell.sentence.is_heading and not _OVERVIEW_RE.match((*heads, "")[0]) else ())
        if not is_episode:
            yield of_season
    yield from _released(held, is_last=True)


def _released(held: list[Cell], *, is_last: bool) -> Iterator[Cell]:
    for cell in held:
        yield cell._replace(place="last") if is_last and cell.place == "inner" else cell


def _heads(cells: Sequence[str]) -> tuple[str, ...]:
    """The heads of an overview's columns, or of those of a table of episodes; none where these cells are no heads."""
    told = tuple(cell.strip().lower() for cell in cells)
    of_episodes = len(told) > _FEWEST and any(map(_MADE_RE.match, told)) and not _NUMBER_RE.match(told[0])
    return told if told and (_OVERVIEW_RE.match(told[0]) or of_episodes) else ()


def counts_in(cell: Cell) -> Iterator[tuple[int, int, int]]:
    """Where the count of episodes stands in the row of a season, and how many they are."""
    for (start, end), head in zip(row_cells(cell.sentence.text) if cell.season else (), cell.columns, strict=False):
        number = _COUNT_RE.match(cell.sentence.text, start, end) if _EPISODES_RE.match(head) else None
        if number:
            yield *number.span(1), int(number[1])


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
        is_body = is_row and not in_header and 0 < len(cells) == len(columns) and columns[0] is None
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
