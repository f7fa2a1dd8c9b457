"""A date that tells two days: the first and the last of a shoot or a run, the days of both parts of a season."""

from __future__ import annotations

import re

from aoud_cli.claims.context import Line
from aoud_cli.claims.events.words import FINALE, PREMIERE, Attached
from aoud_cli.claims.rules import Make
from aoud_cli.claims.values import lasts, source_text, value_of
from aoud_cli.english import pattern
from aoud_cli.model import Value
from aoud_cli.names.profile import Profile
from aoud_cli.spans.mask import Masked

_LETTER_RE = pattern(r"\d([abc])(?!\w)")


def lettered(masked: Masked) -> int | None:
    """The part that a letter behind a season's number names ("season 3B" is the second of season 3), where only one season is named."""
    named = [span for span in masked.spans if span.kind == "s"]
    letter = _LETTER_RE.search(masked.sentence.lower, named[0].start, named[0].end + 1) if len(named) == 1 else None
    return None if letter is None else "abc".index(letter[1]) + 1


def ends(
    line: Line, key: str, match: re.Match[str], one: Attached, profile: Profile, part: int | None
) -> list[tuple[str, Value, int | None]]:
    """Of a season in two parts the first day of each, of a shoot or a run from one day to another its start and its end; nothing where
    the date has no two ends."""
    pair: tuple[tuple[str, str, int | None], ...]
    if key == PREMIERE and is_of_halves(line, one.token):
        pair = ((PREMIERE, "start", 1), (PREMIERE, "end", 2))
    elif key == PREMIERE and lasts(line.masked, line.masked.span(one.token)):
        pair = ((PREMIERE, "start", part), (FINALE, "end", part))
    elif key.startswith("production.filming"):
        pair = (("production.filming_start", "start", part), ("production.filming_end", "end", part))
    else:
        return []
    made = [(name, value_of(Make(name, "season", "date", None, end), line.masked, match, one.token, profile), of) for name, end, of in pair]
    return [(name, value, of) for name, value, of in made if value is not None]


_IN_HALVES_RE = pattern(r"\bin (?:two|2) (?:[a-z-]+ )?{pace_parts}\b(?! of)[^;.]*$")


def is_of_halves(line: Line, token: str) -> bool:
    """Whether a date gives the days of both parts of a season: `arrived in two parts in September and October 2024`."""
    at = line.masked.text.find(token)
    told = source_text(line.masked, at, at + len(token)).lower()
    is_pair = " and " in told and not told.startswith(("between ", "from "))
    return is_pair and _IN_HALVES_RE.search(line.masked.text, 0, at) is not None
