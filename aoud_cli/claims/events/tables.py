"""The dates in the row of a season: `| Season | First released | Last released |`, `| Season | Filming began | Filming ended |`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aoud_cli.claims.context import Line
from aoud_cli.claims.events.words import DATE_RE, END, FINALE, PREMIERE, START, Attached, Owner
from aoud_cli.english import pattern, values
from aoud_cli.spans.tables import row_cells

_NOTE = r"\W*(?:date)?(?: ?\([^()]*\))?\W*$"  # "First aired (ITV1)"
_WHERE = r"(?:original |(?:{place.countries}|{place.networks}) )?"
_COLUMNS: tuple[tuple[re.Pattern[str], Owner], ...] = (
    (pattern(rf"{_WHERE}{{first_columns}}s?{_NOTE}", re.I), PREMIERE),
    (pattern(rf"{_WHERE}{{last_columns}}{_NOTE}", re.I), FINALE),
    (pattern(rf"\W*{{shot_from_columns}}{_NOTE}", re.I), START),
    (pattern(rf"\W*{{shot_to_columns}}{_NOTE}", re.I), END),
)
_NAMED_RE = pattern(r"(?<![\w-]){place.networks}(?![\w+])", re.IGNORECASE)
_NETWORKS = {written.casefold(): written for written in values("place.networks")}
_COUNTRY_RE = pattern(r"(?<![\w-]){place.countries}(?![\w+])", re.IGNORECASE)  # "US premiere"
_COUNTRIES = {written.casefold(): country for written, country in values("place.countries").items()}
_PARTS_RE, _PART_RE = pattern(r"\W*{part_nouns}\W*$"), re.compile(r"(?:part )?([1-9])")
_NOTE_RE = pattern(r" ?\((?:(?P<part>part [1-9])\)|(?P<last>last|final)\b)")
_NETWORK_RE = pattern(r"\W*{place.networks}\W*$", re.IGNORECASE)  # a column of its own: when it came out there


def part_of_row(line: Line) -> int | None:
    """The part of its season that a row of an overview is about, by a column of its own: `| Season | Part | Episodes |`."""
    text = line.masked.text
    for (start, end), head in zip(row_cells(text) if line.columns else (), line.columns, strict=False):
        number = _PART_RE.fullmatch(text[start:end].strip()) if _PARTS_RE.match(head) else None
        if number:
            return int(number[1])
    return None


def _event_of(head: str) -> Owner | None:
    """What happened on the dates of a column, by its head."""
    if _NETWORK_RE.match(head):
        return PREMIERE
    return next((owner for columns, owner in _COLUMNS if columns.match(head)), None)


def dates_in_row(line: Line) -> Iterator[Attached]:
    """What the row of a season tells of its dates, by the heads of its columns, or its first and its last episode."""
    text = line.masked.text
    if line.episode:
        aired: Owner | None = PREMIERE if line.episode == "first" else FINALE if line.episode == "last" else None
        dates = list(DATE_RE.finditer(text)) if aired else []
        if len(dates) == 1 and aired:
            yield Attached(dates[0].group(), aired, *dates[0].span(), "")
        return
    part = part_of_row(line)
    label = text[slice(*next(iter(row_cells(text)), (0, 0)))]
    for (start, end), head in zip(row_cells(text) if line.columns else (), line.columns, strict=False):
        owner = _event_of(head)
        named = _NAMED_RE.search(head) if owner else None
        network = _NETWORKS.get(named.group().casefold(), "") if named else ""
        home = _COUNTRY_RE.search(head) if owner and not named else None
        country = _COUNTRIES.get(home.group().casefold(), "") if home else ""
        for date in DATE_RE.finditer(text, start, end) if owner else ():
            note = _NOTE_RE.match(text, date.end())  # "January 17 (part 1), February 14 (part 2)", "March 6 (last released)"
            told = note["part"] if note and note["part"] else label
            event: Owner = FINALE if note and note["last"] else owner or PREMIERE
            yield Attached(date.group(), event, *date.span(), told, part=part, network=network, country=country)
