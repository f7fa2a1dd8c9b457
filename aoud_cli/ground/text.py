"""The text as it is matched, with the way back to the text as it stands: folding and lines."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from typing import NamedTuple

# One code point to one: these keep every offset. Dashes of every length, quotes of every shape, blanks of every width.
_FOLD = {ord(c): "-" for c in "\u2010\u2011\u2012\u2212\ufe63\uff0d"}
_FOLD |= {ord(c): "\u2014" for c in "\u2013\u2014\u2015\u2500"}
_FOLD |= {ord(c): "'" for c in "\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4\uff07"}
_FOLD |= {ord(c): '"' for c in "\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02"}
_FOLD |= {ord(c): " " for c in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"}
_FOLD |= {ord(c): "\n" for c in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}
# What can't be seen, and the raised and lowered digits of footnotes: "56\u00b2 million" is 56 million with a note, not 562.
_LEFT_OUT_RE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f\u00b2\u00b3\u00b9\u2070-\u209c]")
_NAME_DASH_RE = re.compile(r"\b([A-Z][a-z]{1,6})\u2013(?=[a-z]{1,7}\b)")  # "Ji\u2013hu", as word processors write it
_NOT_ASCII_RE = re.compile(r"[^\x00-\x7f]")


def _barred(line: str) -> str:
    """A line with bars for the tabs within it: a row of a table, as a page copied from a browser has it."""
    body = line.strip()
    return line.replace(body, body.replace("\t", "|"), 1) if "\t" in body else line


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
    """Quotes, dashes and blanks made plain, a table's tabs made bars, invisible characters and footnote marks left out, the rest in NFKC;
    linear in the text."""
    barred = "\n".join(map(_barred, text.split("\n"))) if "\t" in text else text
    plain = (_NAME_DASH_RE.sub(r"\1-", barred) if "\u2013" in barred else barred).translate(_FOLD)
    if not _NOT_ASCII_RE.search(plain.replace("\u2014", "-")):
        return Folded(plain, None)
    if not _LEFT_OUT_RE.search(plain) and unicodedata.is_normalized("NFKC", plain):
        return Folded(plain, None)
    out: list[str] = []
    offsets: list[int] = []
    at = 0
    for match in re.finditer(_CLUSTER, plain):
        start, end = match.span()
        piece = unicodedata.normalize("NFKC", _LEFT_OUT_RE.sub("", match.group())).translate(_FOLD)
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


LINE_END_RE = re.compile(r"\r\n|\r|\n")


class Lines:
    """Line and column, both from 1, of an offset; a line ends at CR LF, CR or LF and nowhere else."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in LINE_END_RE.finditer(text))]

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column, in code points, of an offset into the text."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
