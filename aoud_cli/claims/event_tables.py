"""The dates in the row of a season: `| Season | Episodes | First released | Last released |`."""

from __future__ import annotations

from collections.abc import Iterator

from aoud_cli.claims.context import Line
from aoud_cli.claims.event_words import DATE_RE, FINALE, PREMIERE, Attached, Owner
from aoud_cli.english import pattern
from aoud_cli.spans.tables import row_cells

_FIRST_RE, _LAST_RE = pattern(r"{first_columns}s?\W*(?:date)?\W*$"), pattern(r"{last_columns}\W*(?:date)?\W*$")


def dates_in_row(line: Line) -> Iterator[Attached]:
    """The premiere and the finale that the row of a season tells, by the heads of its columns, or its first and its last episode."""
    text = line.masked.text
    if line.episode:
        aired: Owner | None = PREMIERE if line.episode == "first" else FINALE if line.episode == "last" else None
        dates = list(DATE_RE.finditer(text)) if aired else []
        if len(dates) == 1 and aired:
            yield Attached(dates[0].group(), aired, *dates[0].span(), "")
        return
    for (start, end), head in zip(row_cells(text) if line.columns else (), line.columns, strict=False):
        owner: Owner | None = PREMIERE if _FIRST_RE.match(head) else FINALE if _LAST_RE.match(head) else None
        date = DATE_RE.search(text, start, end) if owner else None
        if date and owner:
            yield Attached(date.group(), owner, date.start(), date.end(), "")
