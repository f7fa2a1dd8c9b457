"""A date that answers a question: `When does it start?` and, behind it, `Sunday, 9 October, at 9pm.`"""

from __future__ import annotations

from collections.abc import Iterator

from aoud_cli.claims.context import Line
from aoud_cli.claims.event_words import DATE_RE, PREMIERE, Attached
from aoud_cli.english import pattern

_ASKED_RE = pattern(r"\bwhen(?:'s| is| does| do| will| can| did| are| might|,)[^|?]*?(?:\b(?:{premiere.base}|{premiere.nouns}|out|on)\b|(?<=when, though))[^|?]*\? ?\|? ?$")
_OTHERS_RE = pattern(r"\b(?:{foreign}|{shoot}|{finale.nouns})\b")
# What may stand before the date that answers.
_OPENS_RE = pattern(r"[^a-z<]*(?:{answer_openers} ?)*")


def answers(line: Line) -> Iterator[Attached]:
    """The date that a sentence opens with right behind a question or a heading that asks when the show comes out."""
    asked = line.before or line.over
    date = DATE_RE.search(line.masked.text)
    if date is None or not _ASKED_RE.search(asked) or _OTHERS_RE.search(asked.rpartition(" | ")[2]):
        return
    if _OPENS_RE.fullmatch(line.masked.text, 0, date.start()):
        yield Attached(date.group(), PREMIERE, date.start(), date.end(), "", ahead=True)
