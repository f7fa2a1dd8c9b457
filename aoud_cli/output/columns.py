"""Text in columns of a terminal: how wide it is there, wrapping, and tables that fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from aoud_cli.ground.safe import visible
from aoud_cli.output.style import Style

GAP = "  "
LAST_COLUMN = 24  # a narrower last column is a ladder of words; it goes under its row instead


def text_width(text: str) -> int:
    """Terminal cells: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, width: int) -> str:
    """The text with blanks behind it up to `width` cells."""
    return text + " " * (width - text_width(text))


def wrap(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at blanks; a longer word is cut, after a slash where it has one. At least one line."""
    lines: list[str] = []
    line = ""
    for word in _words(text, width):
        if line and text_width(line) + 1 + text_width(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def _words(text: str, width: int) -> Iterator[str]:
    for word in text.split(" "):
        rest = word
        while text_width(rest) > width:
            end = _fitting(rest, width)
            end = rest.rfind("/", 0, end) + 1 or end  # between the ends of a range
            yield rest[:end]
            rest = rest[end:]
        if rest:
            yield rest


def _fitting(word: str, width: int) -> int:
    """How many characters fit; at least one, so that every call gets on."""
    used = 0
    for index, char in enumerate(word):
        used += text_width(char)
        if used > width:
            return max(1, index)
    return len(word)


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
    return [_row_lines(row, widths, rest if rest >= needed else None, room, indent) for row in rows]


def _row_lines(row: Sequence[str], widths: Sequence[int], rest: int | None, room: int, indent: str) -> list[str]:
    """A row with its last cell beside the others in `rest` cells, else under them."""
    cells = [wrap(cell, size) for cell, size in zip(row, widths, strict=False)]
    if rest is not None:
        return _beside([*cells, wrap(row[-1], rest)], [*widths, rest], indent)
    return [*_beside(cells, widths, indent), *(f"{indent}    {line}" for line in wrap(row[-1], room - 4) if line)]


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


def _beside(cells: Sequence[Sequence[str]], widths: Sequence[int], indent: str) -> list[str]:
    lines = []
    for number in range(max((len(cell) for cell in cells), default=0)):
        parts = [pad(cell[number] if number < len(cell) else "", size) for cell, size in zip(cells, widths, strict=True)]
        lines.append((indent + GAP.join(parts)).rstrip())
    return lines


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
