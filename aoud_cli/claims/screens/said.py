"""What a screen looks at: words that a rule matched, and what it makes of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.english import pattern

VERB_REACH = 16  # code points from the words to a verb beside them
FOR_SEASON_RE = pattern(r"\b(?:for|in|of|to)(?: the)? <s\d+>")  # what is told in or for a season is told of the show


class Said(NamedTuple):
    """The words that a rule matched in a sentence, and what it makes of them.

    `doubtful`: another title nearby would put it in doubt; `value_at` is the token of the value.
    """

    line: Line
    rule: Rule
    match: re.Match[str]
    make: Make
    doubtful: bool = False
    value_at: str = ""

    def value_place(self) -> int:
        """Where the value's token stands in the words that a rule matched, in code points; -1 where the value is no token."""
        place = self.value_in_line()
        return place if place >= self.match.start() else -1

    def value_in_line(self) -> int:
        """Where the value's token stands in the whole sentence, in code points; -1 where the value is no token."""
        return self.line.masked.text.find(self.value_at) if self.value_at.startswith("<") else -1

    def overlaps(self, words: re.Pattern[str], left: int = 0, right: int | None = None) -> bool:
        """Whether an expression matches words of a stretch of the sentence, in code points, that share some with those that the rule
        matched."""
        text, (start, end) = self.line.masked.text, self.match.span()
        matches = words.finditer(text, left, len(text) if right is None else right)
        return any(found.end() > start and found.start() < end for found in matches)
