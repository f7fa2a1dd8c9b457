"""Folded text cut into blocks and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from aoud_cli.english import pattern
from aoud_cli.ground.text import fold, lower


class Sentence(NamedTuple):
    """A stretch of the folded text, the block (line or paragraph) that it stands in, and the heading over it."""

    start: int
    end: int
    text: str
    block: int
    heading: str | None
    is_heading: bool

    @property
    def lower(self) -> str:
        """The sentence in lower case, offset for offset."""
        return lower(self.text)


_BLOCK_RE = pattern(r"[^\r\n]+")
# A run of stops is looked at from its beginning alone: a line of dots would take the square of its length.
_SENTENCE_END_RE = pattern(
    r"(?<![.!?\u2026])[.!?\u2026]+[\"')\]]*(?:\[\d{1,3}\])*(?=\s+[\"'(\[\u2014-]?\s?[A-Z0-9<])|(?<![!?])[!?]+[\"')\]]*(?=\s)"
)
_CAPITAL_RE = pattern(r"[A-Z][a-z]")
_SMALL_SENTENCE_END_RE = pattern(r"(?<![.!?\u2026])[.!?\u2026]+[\"')\]]*(?=\s)")  # where nobody writes a capital
_ABBREVIATION_RE = pattern(r"(?:\b{abbreviations}|\b[A-Z]|\be\.g|\bi\.e)\.$")
_HOUR_RE = pattern(r"[0-9]\s?[ap]\.m\.$", re.IGNORECASE)
_ZONE_RE = pattern(r"\s+{clock_zones}\b")
_BULLET_RE = pattern(r"\s*(?:\||[-*+\u2022\u2023\u25aa\u2014]|\(?\d{1,2}[.)])\s")
_NUMBERED_QUESTION_RE = pattern(r"\(?\d{1,2}[.)] [^.?!]{3,100}\?")
_NUMBERING_RE = pattern(r"\s*\(?\d{1,2}[.)]")
_OF_YEAR_RE = pattern(r"^\w[^|]{0,60} \((?:19|20)\d\d(?:-(?:19|20)?\d\d)?\)$")  # "Season 1 (2024)"
HEADING_WORDS = 16  # a longer line without a final stop is a caption or a broken sentence, not a heading
SENTENCE_CHARS = 2_000  # a longer one is cut: no prose reaches it, and every rule stays linear


def sentences(folded: str) -> Iterator[Sentence]:
    """The sentences of folded text in their order; a line that ends without a stop is one, and may head those under it."""
    heading: str | None = None
    for number, block in enumerate(_BLOCK_RE.finditer(folded)):
        line = block.group()
        if not line.strip():
            continue
        is_heading = _is_heading(line)
        for start, end in _cut(line):
            yield Sentence(block.start() + start, block.start() + end, line[start:end], number, heading, is_heading)
        if is_heading:
            heading = line.strip().strip("#* ")


def _is_heading(line: str) -> bool:
    text = line.strip()
    if text.startswith("#"):
        return True
    if _NUMBERED_QUESTION_RE.fullmatch(text):
        return True
    if text.count("|") > 1:
        return False  # a row of a table
    if _BULLET_RE.match(line) or len(text.split()) > HEADING_WORDS or not re.search(r"[A-Za-z]", text):
        return False
    if text.endswith("?") or text.endswith("!"):
        return not re.search(r"[.!?]\s", text)
    ends = text[-1] not in ".,;\"')" or _OF_YEAR_RE.search(text) is not None
    return ends and not re.search(r"[.!?]\s", text)


def _cut(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in (_SENTENCE_END_RE if _CAPITAL_RE.search(line) else _SMALL_SENTENCE_END_RE).finditer(line):
        if match.group() == "." and _is_no_stop(line, match.end()):
            continue
        yield from _pieces(line, start, match.end())
        start = match.end()
    yield from _pieces(line, start, len(line))


def _is_no_stop(line: str, end: int) -> bool:
    """Whether the dot before `end` belongs to an abbreviation, to the number of an item or to an hour: `at 9 p.m. ET on HBO`."""
    if _NUMBERING_RE.fullmatch(line, 0, end) or _ABBREVIATION_RE.search(line, max(0, end - 8), end):
        return True
    return bool(_HOUR_RE.search(line, max(0, end - 8), end) and _ZONE_RE.match(line, end))


def cut_sentences(text: str) -> int:
    """How many sentences of a text are longer than `SENTENCE_CHARS` code points, so that they are read in pieces."""
    if len(text) <= SENTENCE_CHARS or all(len(block.group()) <= SENTENCE_CHARS for block in _BLOCK_RE.finditer(text)):
        return 0
    found = list(sentences(fold(text).text))
    goes_on = [one.end == other.start and one.end - one.start == SENTENCE_CHARS for one, other in pairwise(found)]
    return sum(cut and not before for before, cut in pairwise([False, *goes_on]))


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    for piece in range(start, end, SENTENCE_CHARS):
        yield piece, min(end, piece + SENTENCE_CHARS)
