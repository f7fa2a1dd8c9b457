"""The pronouns of a sentence that can stand for somebody named before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aoud_cli.english import pattern
from aoud_cli.spans.mask import Pronoun, Span

_PRONOUN_RE = pattern(
    r"(?P<played>\b{play_verbs} )?(?P<beside>\b(?:with|alongside) )?\b(?P<word>{pronouns})\b(?P<plays> (?:plays"
    r"|played|portrays|portrayed)\b)?",
    re.I,
)


def find_pronouns(text: str, pronoun: Pronoun, first_name: int) -> Iterator[Span]:
    """The first pronoun that comes before any name; behind a name only one that its verb explains: `who played him`, `the boy she plays`,
    `directed with him`."""
    if pronoun == Pronoun(None, None, None):
        return
    is_open = True
    for match in _PRONOUN_RE.finditer(text):
        if match.group("played") and pronoun.character is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(None, pronoun.character, None))
        elif match.group("plays") and pronoun.performer is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(pronoun.performer, None, None))
        elif match.group("beside") and pronoun.person is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(None, None, pronoun.person))
        elif is_open and match.start() < first_name:
            yield Span(match.start("word"), match.end("word"), "p", pronoun)
            is_open = False
