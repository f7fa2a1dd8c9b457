"""Audiences that no noun counts: in the columns of a table of seasons, and in rows of ratings.

`| Season | Premiere (millions) |`, `Season 2 finale (July 21, 2024): 519,000 overnight, 803,000 consolidated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aoud_cli.english import pattern
from aoud_cli.spans.quantities import Quantity
from aoud_cli.spans.tables import Cell, row_cells

_AUDIENCE_RE = pattern(r"\b{audience_columns}\b")
# What a column of audiences is called, and no more: "Viewers (millions)", "Finale, overnight"; not "Viewer votes".
_PIECE = "(?:{audience_columns}|{beside_audiences}|{rated_episodes})"
_HEAD_RE = pattern(rf"[\W\d]*{_PIECE}(?:[\W\d]+{_PIECE}\b)*\W*")
# What stands behind a figure of a row, up to the next: how it was counted, and no more; not "519,000 tweets", "30 million, budget".
_BEHIND_RE = pattern(r"(?:[ (+-]+(?:{audience_columns}|[0-9]{1,2}|days?|live|total))*[ )]*(?=[,;|.]|$)")
_FIGURE_RE = re.compile(
    r"(?<![\w.$\u00a3\u20ac/-])(?P<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}\.[0-9]{1,3}|[0-9]{1,3}(?= ?m(?:illion)?\b))"
    r"(?: ?(?P<scale>m|million)\b)?(?![\w%/-]|[.,][0-9])"
)
_MILLIONS_RE, _THOUSANDS_RE = pattern(r"\bmillions?\b|\(m(?:n|ln)?\.?\)"), pattern(r"\b(?:thousands?|000s?)\b")
_SEASON = r"(?:(?:season|series) (?:[0-9]{1,2}|{cardinals})|(?:first|{ordinals}) (?:season|series))"
_LABEL_RE = pattern(
    rf"\W*(?:the )?{_SEASON}(?:'s)?,? (?P<what>{{rated_episodes}})(?:(?: ?\([^()]{{3,40}}\))[ :|\u2014\u2013-]*|\s*[:|]\s*)"
)
SMALLEST = 10_000  # viewers: less than that is a count of something else


def audiences_in(cell: Cell, above: Sequence[str]) -> Iterator[Quantity]:
    """The audiences that a row tells, each with the words that say how it was counted; `above` stands over the row, in lower case."""
    if cell.place:
        yield from _of_episode(cell)
    if cell.season is not None and cell.columns:
        yield from _in_columns(cell)
    else:
        yield from _in_row(cell.sentence.lower, above)


_VIEWERS_RE, _EPISODES_RE = pattern(r"\bviewers\b.*\bmillions?\b"), pattern(r"\W*([0-9]{1,3}\.[0-9]{1,3})\b")


def _of_episode(cell: Cell) -> Iterator[Quantity]:
    """How many watched the first or the last episode of a season, by the row of it in a table of episodes."""
    told = cell.place in ("first", "last")
    for (start, end), head in zip(row_cells(cell.sentence.text) if told else (), cell.columns, strict=False):
        number = _EPISODES_RE.match(cell.sentence.text, start, end) if _VIEWERS_RE.search(head) else None
        if number:
            yield Quantity(*number.span(1), "viewers", round(float(number[1]) * 1_000_000), "exactly")


def _in_columns(cell: Cell) -> Iterator[Quantity]:
    for (start, end), head in zip(row_cells(cell.sentence.text), cell.columns, strict=False):
        if _AUDIENCE_RE.search(head) and _HEAD_RE.fullmatch(head):
            match = _FIGURE_RE.search(cell.sentence.lower, start, end)
            found = match and _quantity(match, head, head)
            if found:
                yield found


def _in_row(low: str, lines: Sequence[str]) -> Iterator[Quantity]:
    label = _LABEL_RE.match(low)
    if label is None:
        return
    at, above = label.end(), " ".join(lines)
    if not (_AUDIENCE_RE.search(low, at) or _AUDIENCE_RE.search(above)):
        return
    while (match := _FIGURE_RE.match(low, at)) and (behind := _BEHIND_RE.match(low, match.end())):
        told = behind.group() if _COUNTED_RE.search(behind.group()) else above
        found = _quantity(match, f"{label['what']} {told}", told)
        if found:
            yield found
        at = behind.end() + len(", ")


_COUNTED_RE = pattern(r"\b(?:{audience_columns}|live)\b")


def _quantity(match: re.Match[str], counted: str, head: str) -> Quantity | None:
    scale = 1_000_000 if match["scale"] or _MILLIONS_RE.search(head) else 1_000 if _THOUSANDS_RE.search(head) else 1
    number = round(float(match["number"].replace(",", "")) * scale)
    return Quantity(*match.span(), "viewers", number, "exactly", counted) if number >= SMALLEST else None
