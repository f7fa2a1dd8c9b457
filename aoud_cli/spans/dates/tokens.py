"""Tokens, where in a text a date can stand at all, and a reader that looks at tokens by their index."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aoud_cli.spans.dates.words import DAY_SUFFIXES, FUNCTION_WORDS, MONTH_NAMES, UNITS, WEEKDAYS

_TOKEN_RE = re.compile(r"[^\W\d_]+|[0-9]+|\r\n|[^\S ]|[^ ]")


class Token(NamedTuple):
    """A word, a run of digits, a line end or one other character; `glued` where no blank stands before it."""

    text: str
    low: str
    start: int
    end: int
    glued: bool


NO_TOKEN = Token("", "", 0, 0, False)


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]` with their offsets in `text`."""
    tokens: list[Token] = []
    before = -1
    for match in _TOKEN_RE.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        tokens.append(Token(word, word.lower(), first, last, first == before))
        before = last
    return tokens


# Measured: one search for the capitals and digits, and one `str.find` a lower-case cue, are faster than any one pattern for
# all of them, since nearly every letter begins a lower-case cue.
_CAPITAL_ANCHOR_RE = re.compile(
    "19[0-9][0-9]|20[0-9][0-9]|2100|"
    + "|".join([name[:3].title() for name in MONTH_NAMES] + [name[:3].upper() for name in MONTH_NAMES])
    + "|"
    + "|".join(name.title() for name in WEEKDAYS)
    + "|Q[0-9]|H[0-9]|Q '|H '|Today|Yesterday|Tonight|Tomorrow|Summer|Spring|Autumn|Fall|Winter|Year|Month|Week"
    + "|Christmas|Halloween|Valentine|Chuseok|Seollal"
)
_LOW_ANCHORS = (
    *(name for name in MONTH_NAMES if name not in ("march", "may", "august")),
    " ago", "year", "month", "week", "today", "yesterday", "tonight", "tomorrow", "summer", "spring", "autumn", " fall", "winter",
    "holiday", " from now", " night", " morning", " afternoon", " evening",
)  # fmt: skip
_SHORT_DATE_RE = re.compile("/[0-9]{1,2}/[0-9]{2}(?![0-9])")
WINDOW_CHARS = 72  # how far a date's words reach to either side of its anchor: "between the middle and towards the end of"


def _anchors(text: str) -> list[int]:
    found = [match.start() for match in _CAPITAL_ANCHOR_RE.finditer(text)]
    found += [match.start() for match in _SHORT_DATE_RE.finditer(text)]
    for word in _LOW_ANCHORS:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + len(word))
    return sorted(found)


def windows(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which a date can stand, in order, apart from each other, cut only at blanks."""
    near: list[tuple[int, int]] = []
    for anchor in _anchors(text):
        start, end = max(0, anchor - WINDOW_CHARS), min(len(text), anchor + WINDOW_CHARS)
        if near and (start <= near[-1][1] or text.find(" ", near[-1][1], start) < 0):
            near[-1] = (near[-1][0], end)
        else:
            near.append((start, end))
    stop = 0
    for index, (first, end) in enumerate(near):
        start = text.rfind(" ", stop, first) + 1 or stop
        stop = text.find(" ", end, near[index + 1][0] if index + 1 < len(near) else len(text))
        stop = len(text) if stop < 0 else stop
        yield start, stop


class TokenReader:
    """Looks at tokens by their index; there is an empty one on either side of them."""

    def __init__(self, tokens: list[Token], reference: date | None, alone: bool = False) -> None:
        self.tokens = tokens
        self.reference = reference
        self.alone = alone  # the text is nothing but a date: a month name needs no preposition

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else NO_TOKEN

    def low(self, i: int) -> str:
        return self.at(i).low

    def eat(self, i: int, *words: str) -> int:
        """The index behind these words, or 0 where they don't stand at `i`."""
        for behind, word in enumerate(words, i):
            if self.low(behind) != word:
                return 0
        return i + len(words)

    def skip(self, i: int, *options: str) -> int:
        """The index behind any one of the options, or `i`."""
        return i + 1 if self.low(i) in options else i

    def number(self, i: int, digits: int) -> int | None:
        """The number at `i` if it has at most so many digits and is no part of a longer figure."""
        token = self.at(i)
        if not (0 < len(token.text) <= digits and "0" <= token.text[0] <= "9"):
            return None
        before, behind, last = self.at(i - 1), self.at(i + 1), self.at(i + 2)
        if token.glued and (before.text in "$\u20ac\u00a3\u20a9#_=@&.%+:" or before.text == "," and self.at(i - 2).text.isdigit()):
            return None
        if behind.glued and behind.text == "%" or behind.glued and behind.text in ".:" and last.glued and last.text.isdigit():
            return None
        if behind.glued and behind.text == "," and last.glued and last.text.isdigit() and len(last.text) == 3:
            return None
        return int(token.text)

    def year(self, i: int) -> int | None:
        """The year at `i`, by its digits alone."""
        number = self.number(i, 4)
        token, behind = self.at(i), self.at(i + 1)
        if number is None or len(token.text) != 4 or not 1900 <= number <= 2100:
            return None
        return None if behind.glued and (behind.text[0].isalpha() or behind.text == "_") else number

    def short_year(self, i: int) -> tuple[int, int] | None:
        """`'26`, the year and the index behind it; only behind a month, a season or a quarter is it one."""
        digits, behind = self.at(i + 1), self.at(i + 2)
        if self.at(i).text != "'" or len(digits.text) != 2 or not digits.glued or not digits.text.isdigit() or int(digits.text) >= 50:
            return None
        if behind.glued and (behind.text[0].isalnum() or behind.text in ("'", "%")) or behind.text[:1].isupper():
            return None  # '22s, '22%, "the June '22 Jump Street' screening"
        return 2000 + int(digits.text), i + 2

    def opens_clause(self, i: int) -> bool:
        """Whether something new begins at `i`, so that the word before it is no adjective of what follows."""
        token = self.at(i)
        if not token.text or token.low in FUNCTION_WORDS:
            return True
        return not token.text[0].isalnum() and token.text != "'" and not (token.glued and token.text == "-")

    def day(self, i: int) -> tuple[int, int] | None:
        """A day's number and the index behind it, `28` or `28th`; a number that can be no day is given too."""
        number = self.number(i, 2)
        behind = self.at(i + 1)
        if number is None:
            return None
        if behind.glued and behind.low in DAY_SUFFIXES:
            return number, i + 2
        if behind.glued and behind.text[0].isalpha() or behind.low in UNITS:
            return None
        return number, i + 1
