"""The text as it is matched, with the way back to the text as it stands: folding, lines, blocks and sentences."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from aoud_cli.english import pattern

# One code point to one: these keep every offset. Dashes of every length, quotes of every shape, blanks of every width.
_FOLD = {ord(c): "-" for c in "\u2010\u2011\u2012\u2212\ufe63\uff0d"}
_FOLD |= {ord(c): "\u2014" for c in "\u2013\u2014\u2015\u2500"}
_FOLD |= {ord(c): "'" for c in "\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\uff07"}
_FOLD |= {ord(c): '"' for c in "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02"}
_FOLD |= {ord(c): " " for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"}
_FOLD |= {ord(c): "\n" for c in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
_INVISIBLE_RE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f]")
_NOT_ASCII_RE = pattern(r"[^\x00-\x7f]")


class Folded(NamedTuple):
    """Text for matching; `raw_span` gives the place in the text that it was made from."""

    text: str
    offsets: tuple[int, ...] | None  # folded index -> raw index, with one entry past the end; None where they are equal

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the raw text that `text[start:end]` was made from."""
        if self.offsets is None:
            return start, end
        return self.offsets[start], self.offsets[end - 1] + 1 if end > start else self.offsets[start]

    def index_of(self, raw: int) -> int:
        """The first place in `text` that was made from the code point `raw` or one behind it."""
        return raw if self.offsets is None else bisect_left(self.offsets, raw)


def fold(text: str) -> Folded:
    """Quotes, dashes and blanks made plain, invisible characters left out, the rest in NFKC, in time linear in the text."""
    plain = text.translate(_FOLD)
    if not _NOT_ASCII_RE.search(plain.replace("\u2014", "-")):
        return Folded(plain, None)
    if not _INVISIBLE_RE.search(plain) and unicodedata.is_normalized("NFKC", plain):
        return Folded(plain, None)
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in re.finditer(_CLUSTER, plain):
        start, end = match.span()
        piece = unicodedata.normalize("NFKC", _INVISIBLE_RE.sub("", match.group())).translate(_FOLD)
        out += (plain[at:start], piece)
        offsets.extend(range(at, start))
        offsets.extend([start] * (len(piece) - 1) + [end - 1] if piece else [])
        at = end
    out.append(plain[at:])
    offsets.extend(range(at, len(text) + 1))
    return Folded("".join(out), tuple(offsets))


# What NFKC can change: a character beyond ASCII, with the base before it where it is a combining mark or a conjoining jamo.
_MARKS = "\u0300-\u036f\u1160-\u11ff\u3099\u309a"
_CLUSTER = rf"[^\x00-\x7f][{_MARKS}]*|[\x00-\x7f][{_MARKS}]+"


def lower(text: str) -> str:
    """Lower case of the same length: a capital dotted I, which has two code points in lower case, stays."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


_LINE_END_RE = pattern(r"\r\n|\r|\n")


class Lines:
    """Line and column, both from 1, of an offset; a line ends at CR LF, CR or LF and nowhere else."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END_RE.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column, in code points, of an offset into the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1


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
_SENTENCE_END_RE = pattern(r"[.!?\u2026]+[\"')\]]*(?:\[\d{1,3}\])*(?=\s+[\"'(\[\u2014-]?\s?[A-Z0-9<])|[!?]+[\"')\]]*(?=\s)")
_CAPITAL_RE = pattern(r"[A-Z][a-z]")
_SMALL_SENTENCE_END_RE = pattern(r"[.!?\u2026]+[\"')\]]*(?=\s)")  # where nobody writes a capital
_ABBREVIATION_RE = pattern(r"(?:\b{abbreviations}|\b[A-Z]|\be\.g|\bi\.e)\.$")
_BULLET_RE = pattern(r"\s*(?:\||[-*+\u2022\u2023\u25aa\u2014]|\(?\d{1,2}[.)])\s")
_NUMBERED_QUESTION_RE = pattern(r"\(?\d{1,2}[.)] [^.?!]{3,100}\?")
_NUMBERING_RE = pattern(r"\s*\(?\d{1,2}[.)]")
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
    if _BULLET_RE.match(line) or len(text.split()) > HEADING_WORDS or not re.search(r"[A-Za-z]", text):
        return False
    if text.endswith("?") or text.endswith("!"):
        return not re.search(r"[.!?]\s", text)
    return text[-1] not in ".,;\"')" and not re.search(r"[.!?]\s", text)


def _cut(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in (_SENTENCE_END_RE if _CAPITAL_RE.search(line) else _SMALL_SENTENCE_END_RE).finditer(line):
        if match.group() == "." and _is_no_stop(line, match.end()):
            continue
        yield from _pieces(line, start, match.end())
        start = match.end()
    yield from _pieces(line, start, len(line))


def _is_no_stop(line: str, end: int) -> bool:
    """Whether the dot before `end` belongs to an abbreviation or to the number of an item."""
    return bool(_NUMBERING_RE.fullmatch(line, 0, end) or _ABBREVIATION_RE.search(line, max(0, end - 8), end))


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and line[start].isspace():
        start += 1
    while end > start and line[end - 1].isspace():
        end -= 1
    for piece in range(start, end, SENTENCE_CHARS):
        yield piece, min(end, piece + SENTENCE_CHARS)
