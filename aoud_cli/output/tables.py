"""Rows under named columns as CSV and as Markdown, with nothing in them that a spreadsheet runs or a renderer obeys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError

# What makes a spreadsheet read a cell as a formula (OWASP, CSV injection), the full-width forms too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_TO_QUOTE_RE = re.compile(r'[",\r\n]')
_LINE_END_RE = re.compile(r"\r?\n")
# What begins a construct inside a line of Markdown; an underscore between letters begins none. `|` would end the cell.
_MARKDOWN_RE = re.compile(r"[\\`*\[\]<>|~&$]|(?<![^\W_])_|_(?![^\W_])")
# What GitHub makes a mention or a link to an issue of, though no Markdown says so: an empty comment behind the mark keeps it text.
_MENTION_RE = re.compile(r"(?i)(?<!\w)@(?=\w)|#(?=[0-9])|\bGH-(?=[0-9])")
_BARE_LINK_RE = re.compile(r"(?i)\b(www)\.|\b(https?|ftp|mailto|xmpp):")


@dataclass(frozen=True)
class Table:
    """Rows of text under the names of their columns."""

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]

    def only(self, columns: Sequence[str] | None) -> Table:
        """These columns in this order, all where None. Raises AoudError for a name that isn't there."""
        if columns is None:
            return self
        strange = [name for name in columns if name not in self.columns]
        if strange or not columns:
            wrong = f"no field '{strange[0]}'" if strange else "no field is named"
            raise AoudError(f"--fields: {wrong}; the fields are {', '.join(self.columns)}")
        places = [list(self.columns).index(name) for name in columns]
        return Table(list(columns), [[row[place] for place in places] for row in self.rows])


def to_csv(table: Table, *, raw: bool = False) -> str:
    """The table as CSV with a header line; without `raw`, cells that begin like a formula get a `'` in front.

    Line ends stay in their cell, other controls are shown as `\\x1b`; with `raw` every cell is as it was.
    """
    rows = [table.columns, *([cell if raw else csv_cell(cell) for cell in row] for row in table.rows)]
    return "".join(_csv_line(row) + "\n" for row in rows)


def _csv_line(cells: Sequence[str]) -> str:
    """RFC 4180; the csv module leaves a lone carriage return unquoted, which then ends the row for its own reader."""
    if list(cells) == [""]:
        return '""'
    return ",".join('"' + cell.replace('"', '""') + '"' if _TO_QUOTE_RE.search(cell) else cell for cell in cells)


def csv_cell(text: str) -> str:
    """A cell that no spreadsheet runs."""
    shown = "\n".join(visible(line) for line in _LINE_END_RE.split(text))
    return f"'{shown}" if text.startswith(_FORMULA) else shown


def to_markdown(table: Table) -> str:
    """The table as GitHub's Markdown writes one: each cell on one line, its text as text."""
    lines = [table.columns, ["---"] * len(table.columns), *([markdown_cell(cell) for cell in row] for row in table.rows)]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def markdown_cell(text: str) -> str:
    """Text that renders as itself: no markup, no HTML, no link, no mention, no line end."""
    escaped = _MARKDOWN_RE.sub(r"\\\g<0>", visible(" ".join(_LINE_END_RE.split(text))))
    return _BARE_LINK_RE.sub(_unlink, _MENTION_RE.sub(r"\g<0><!-- -->", escaped))


def _unlink(match: re.Match[str]) -> str:
    """What a renderer would make a link of, with one character as an entity."""
    return f"{match[1]}&#46;" if match[1] else f"{match[2]}&#58;"
