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
        return self.line.masked.text.find(self.value_at, self.match.start()) if self.value_at.startswith("<") else -1
