"""Tokens of a text: where in it a date can stand at all, and what stands at an index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aoud_cli.english import pattern, values, words

UNITS, ALWAYS_UNITS = (frozenset(words(name)) for name in ("units", "always_units"))
DAY_ENDINGS = frozenset(words("day_endings"))
_CLAUSE_OPENERS = frozenset(words("clause_openers"))
_TOKEN_RE = pattern(r"[^\W\d_]+|[0-9]+|\r\n|[^\S ]|[^ ]")


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
_CAPITAL_ANCHOR_RE = pattern("{capital_anchors}")
_SMALL_ANCHORS = words("small_anchors")
_FIGURE_ANCHOR_RES = (pattern("/[0-9]{1,2}/[0-9]{2}(?![0-9])"), pattern("\\b{before_day_alone} the [0-9]{1,2}{day_endings}"))
WINDOW_CHARS = 72  # how far a date's words reach to either side of its anchor: "between the middle and towards the end of"


def _anchors(text: str) -> list[int]:
    found = [match.start() for match in _CAPITAL_ANCHOR_RE.finditer(text)]
    found += [match.start() for anchor_re in _FIGURE_ANCHOR_RES for match in anchor_re.finditer(text)]
    for word in _SMALL_ANCHORS:
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


MARGIN = 32  # tokens that a reader may look back before the first


class Tokens:
    """The tokens of a stretch of text by their index, with an empty one on either side, and the day against which they are read."""

    def __init__(self, tokens: list[Token], reference: date | None, alone: bool = False) -> None:
        self.tokens = tokens
        # Asked for ten times as often as all else; what lies before the first and behind the last is empty.
        self._lows = [token.low for token in tokens] + [""] * MARGIN
        self.reference = reference
        self.alone = alone  # the text is nothing but a date: a month name needs no preposition

    def at(self, i: int) -> Token:
        return self.tokens[i] if 0 <= i < len(self.tokens) else NO_TOKEN

    def low(self, i: int) -> str:
        return self._lows[i] if i < len(self._lows) else ""

    def eat(self, i: int, *words: str) -> int:
        """The index behind these words, or 0 where they don't stand at `i`."""
        if self.low(i) != words[0]:
            return 0
        for behind, word in enumerate(words[1:], i + 1):
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
        return None if self._goes_on_before(i) or self._goes_on_behind(i) else int(token.text)

    def _goes_on_before(self, i: int) -> bool:
        """Whether a sign or a group of digits is glued on before: `$2025`, `#2025`, `1,202`."""
        if not self.at(i).glued:
            return False
        before = self.at(i - 1).text
        return before in "$\u20ac\u00a3\u20a9#_=@&.%+:" or (before == "," and self.at(i - 2).text.isdigit())

    def _goes_on_behind(self, i: int) -> bool:
        """Whether a fraction, a clock, a group of digits or a per cent is glued on behind."""
        behind, last = self.at(i + 1), self.at(i + 2)
        if not behind.glued or behind.text == "%":
            return behind.glued
        is_figure = last.glued and last.text.isdigit()
        return is_figure and (behind.text in ".:" or (behind.text == "," and len(last.text) == 3))

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
        if not token.text or token.low in _CLAUSE_OPENERS:
            return True
        return not token.text[0].isalnum() and token.text != "'" and not (token.glued and token.text == "-")

    def day(self, i: int, units: frozenset[str] = UNITS) -> tuple[int, int] | None:
        """A day's number and the index behind it, `28` or `28th`, but for one before a unit; a number that can be no day is given too."""
        number = self.number(i, 2)
        behind = self.at(i + 1)
        if number is None:
            return None
        if behind.glued and behind.low in DAY_ENDINGS:
            return number, i + 2
        if behind.glued and behind.text[0].isalpha() or behind.low in units:
            return None
        return number, i + 1


def phrases(name: str) -> list[tuple[tuple[str, ...], str]]:
    """Each expression of a word class as its tokens, with what it stands for; the longest first."""
    found = [(tuple(token.low for token in tokenise(text, 0, len(text))), value) for text, value in values(name).items()]
    return sorted(found, key=lambda item: (-len(item[0]), item[0]))
