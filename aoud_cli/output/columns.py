"""Text in columns of a terminal, by rich: how wide it is there, wrapping, and tables that fit.

rich is loaded when something is laid out, for a pipe gets no layout. What it is given is text that `visible` made harmless, as `Text`,
which reads no markup in it.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from aoud_cli.ground.safe import visible
from aoud_cli.output.style import Style, plain_console

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

GAP = "  "
LAST_COLUMN = 24  # a narrower last column is a ladder of words; it goes under its row instead


def text_width(text: str) -> int:
    """Terminal cells: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def pad(text: str, width: int) -> str:
    """The text with blanks behind it up to `width` cells."""
    return text + " " * (width - text_width(text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at blanks; a longer word is cut. At least one line."""
    if text_width(text) <= width:
        return [text]
    from rich.text import Text

    return [line.plain.rstrip() for line in Text(text).wrap(_console(width), width, overflow="fold")] or [""]


@lru_cache(maxsize=4)
def _console(width: int) -> Console:
    """What lays text out in so many cells, and writes nothing."""
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        return plain_console(nowhere, is_terminal=False, width=width)


def pack(entries: Iterable[str], width: int) -> list[str]:
    """Short entries one after the other, as many on a line as fit."""
    lines: list[str] = []
    for entry in entries:
        if lines and text_width(lines[-1]) + 3 + text_width(entry) <= width:
            lines[-1] += f"   {entry}"
        else:
            lines += wrap(entry, width)
    return lines


def table(rows: Sequence[Sequence[str]], width: int, indent: str = "", last: int = LAST_COLUMN) -> list[str]:
    """Rows as aligned columns within `width`; the last column takes what is left, or stands under its row where that is less than
    `last` and than it needs."""
    return [line for lines in table_rows(rows, width, indent, last) for line in lines]


def table_rows(rows: Sequence[Sequence[str]], width: int, indent: str = "", last: int = LAST_COLUMN) -> list[list[str]]:
    """The lines of a table, those of each row together."""
    if not rows:
        return []
    room = width - len(indent)
    needed = min(last, max(text_width(row[-1]) for row in rows))
    widths = _column_widths(rows, room, needed)
    rest = room - sum(widths) - len(GAP) * len(widths)
    if rest >= needed:
        return _drawn(rows, [*widths, rest], indent)
    beside = _drawn([row[:-1] for row in rows], widths, indent)
    under = [[f"{indent}    {line}" for line in wrap(row[-1], room - 4) if line] for row in rows]
    return [[*one, *other] for one, other in zip(beside, under, strict=True)]


def _drawn(rows: Sequence[Sequence[str]], widths: Sequence[int], indent: str) -> list[list[str]]:
    """The lines of each row, its cells in columns of these widths."""
    if not widths:
        return [[] for _ in rows]
    from rich.text import Text

    grid = _grid(widths)
    for row in rows:
        grid.add_row(*(Text(cell) for cell in row))
    room = sum(widths) + len(GAP) * (len(widths) - 1)
    lines = ["".join(piece.text for piece in line) for line in _console(room).render_lines(grid)]
    shown = iter(f"{indent}{line}".rstrip() for line in lines)
    return [[next(shown) for _ in range(max(len(wrap(cell, size)) for cell, size in zip(row, widths, strict=True)))] for row in rows]


def _grid(widths: Sequence[int]) -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, len(GAP), 0, 0), pad_edge=False)
    for size in widths:
        grid.add_column(width=size, overflow="fold")
    return grid


def _column_widths(rows: Sequence[Sequence[str]], room: int, needed: int) -> list[int]:
    """Each column but the last as wide as its widest cell where the last has what it needs then, else none wider than its share."""
    natural = [max(text_width(cell) for cell in column) for column in list(zip(*rows, strict=True))[:-1]]
    gaps = len(GAP) * len(natural)
    if sum(natural) + gaps + needed <= room:
        return natural
    share = max(8, room // 3)
    capped = [min(size, share) for size in natural]
    if sum(capped) + gaps + needed > room and sum(natural) + gaps <= room:
        return natural  # the last goes under its row in either case
    while capped and sum(capped) + gaps > room and max(capped) > 4:
        capped[capped.index(max(capped))] -= 1
    return capped


def under_headings(groups: Mapping[str, Sequence[Sequence[str]]], style: Style, last: int = LAST_COLUMN) -> Iterator[str]:
    """A table under each heading, a blank line after each."""
    for heading, rows in groups.items():
        yield style.paint(heading, "bold")
        yield from table([[visible(cell) for cell in row] for row in rows], style.width, "  ", last)
        yield ""


def underlined(text: str, start: int, end: int, width: int, indent: str = "") -> list[str]:
    """The text in lines of at most `width` cells, and under each line marks below what `text[start:end]` holds of it."""
    shown = [(visible(char), start <= place < end) for place, char in enumerate(text)]
    words: list[list[tuple[str, bool]]] = [[]]
    for char, marked in shown:
        if char == " ":
            words.append([])
        words[-1].append((char, marked))
    lines: list[list[tuple[str, bool]]] = [[]]
    room = width - len(indent)
    pieces = (word[at : at + room] for word in words for at in range(0, len(word), room))
    for word in pieces:
        if lines[-1] and _cells(lines[-1]) + _cells(word) > room:
            lines.append(word[1:] if word[0][0] == " " else word)
        else:
            lines[-1] += word
    return [f"{indent}{row}" for line in lines for row in _with_marks(line)]


def _cells(chars: Sequence[tuple[str, bool]]) -> int:
    return sum(text_width(char) for char, _ in chars)


def _with_marks(line: Sequence[tuple[str, bool]]) -> Iterator[str]:
    yield "".join(char for char, _ in line)
    marks = "".join(("^" if marked else " ") * text_width(char) for char, marked in line).rstrip()
    if marks:
        yield marks
