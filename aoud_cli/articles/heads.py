"""The day of a page that no shape of line tells: the only full date among the names over its story.

Beside it stand a desk, a town that news come from, or who wrote or talked, and names; an event, a network or a label tells of the show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aoud_cli.articles import stampwords as words
from aoud_cli.articles.mastheads import is_chronicle
from aoud_cli.articles.stamps import PROSE_CHARS, Cut, Stamp, StampLine, dated
from aoud_cli.articles.stampwords import LINE_CHARS, TIME
from aoud_cli.english import pattern

_STORY_END = r"[.!?][\"\u201d\u2019')]*\s*$"
_TELLS = r"\b{tells_of}\s*$"  # "from Sunday 23 March 2025": of what the page tells
_LABEL = r"(?<![Dd]esk):\s"
_NETWORK = r"{place.networks}"
_CREDIT = r"(?i)\b(?:{bylined} by|{bylined}:|by)\s"
_WEEKDAY = r"(?i)\s*{weekday_names},?\s"
_WRITER = rf"\s+{words.BREAK}\s+(?:by\s)?[A-Z][\w'\u2019.-]+(?:\s[A-Z][\w'\u2019.-]+){{1,2}}\s*"
_TOWN = r"(?i){press_towns}(?: (?:and|&) {press_towns})*"


def head_day(lines: Sequence[StampLine], text: str) -> Stamp | None:
    """The day on which the first dates of the lines over the story agree, if any stands there, and the line that tells it."""
    found = [at for line in _head(lines) for at in [dated(line)] if at is not None and at.is_day]
    if len({at.when for at in found}) != 1 or not _is_bare(found[0]) or is_chronicle(text):
        return None
    return found[0].stamp("date line", len(found[0].after), said=found[0].line.text)


def _head(lines: Sequence[StampLine]) -> Iterator[StampLine]:
    """The lines before the first paragraph of the story."""
    for line in lines:
        if len(line.text) > LINE_CHARS or (len(line.text) > PROSE_CHARS and pattern(_STORY_END).search(line.text)):
            return
        yield line


def _is_bare(at: Cut) -> bool:
    """Whether nothing but names and words about the page stands beside a day."""
    if pattern(_TELLS, re.IGNORECASE).search(at.before):
        return False
    if not at.before.strip() and _opens_page(at):
        return True
    around, credits = pattern(_CREDIT).subn("by ", pattern(TIME).sub(" ", f"{at.before} | {at.after}"))
    pieces = [piece for part in re.split(r"\.\s", around) for piece in words.pieces(part) if piece.strip("-")]
    if pattern(_LABEL).search(around) or not all(map(_may_be_of_the_page, pieces)):
        return False
    return credits > 0 or any(words.names_a_desk(piece) or pattern(_TOWN).fullmatch(piece) for piece in pieces)


def _opens_page(at: Cut) -> bool:
    """Whether a line begins with a day of the week and its date, or with a date and the writer: `October 24, 2024 - Hana Berg`."""
    if pattern(words.EVENT, re.IGNORECASE).search(at.after) or pattern(rf"\b{_NETWORK}(?!\w)").search(at.after):
        return False
    alone = pattern(_WEEKDAY).match(at.line.text) and pattern(r"\s*(?:[|\u2022\u00b7]|$)").match(at.after)
    return (alone or pattern(_WRITER).fullmatch(at.after)) is not None


def _may_be_of_the_page(piece: str) -> bool:
    if words.is_kind_of_piece(piece):
        return True
    if pattern(_NETWORK).fullmatch(piece) or pattern(words.EVENT, re.IGNORECASE).search(words.without_release(piece)):
        return False
    return words.is_about_the_article(piece) or words.is_outlet(piece)
