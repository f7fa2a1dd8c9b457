"""A date and the event that it belongs to, and what the parts of that reading share."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from aoud_cli.english import numbers, pattern

REACH = 120  # code points between an event and its date
SPAN = r"<[a-z]\d+>"
DATE_RE = pattern(r"<d\d+>")

Owner = Literal[
    "release.premiere",
    "release.finale",
    "production.filming_start",
    "production.filming_end",
    "renewal.announced",
    "elsewhere",
    "another",
]
RENEWAL: Final = "renewal.announced"
PREMIERE: Final = "release.premiere"
FINALE: Final = "release.finale"
START: Final = "production.filming_start"
END: Final = "production.filming_end"


class Attached(NamedTuple):
    """A date's token and the event that it belongs to; `start` and `end` bound both in the masked text.

    `subject` is what is said to happen.
    """

    token: str
    owner: Owner
    start: int
    end: int
    subject: str
    ahead: bool = False  # in a form that tells what is to come
    part: int | None = None  # the part of a season whose date it is, where its place among the dates tells it


_PART_RE = pattern(
    r"\b{part_nouns} (?P<n>[1-9]|one|two|three|four)\b|\b(?P<nth>{part_ordinals}) (?:[a-z]+ )?(?P<noun>"
    r"{part_counted})\b(?! (?:of|in) (?:the )?{part_of_time})"
)
_NUMBERS = {**numbers("one_to_ten"), **numbers("part_ordinals")}


def part_in(words: str) -> int | None:
    """The part of a season that masked words name ("the second half"); the last of a number that they don't tell is the second."""
    found = next(reversed(list(_PART_RE.finditer(words))), None)
    if found is None:
        return None
    return int(found["n"]) if found["n"] and found["n"].isdigit() else _NUMBERS[found["n"] or found["nth"]]


def is_cut(between: str) -> bool:
    """Whether a new clause or another date's words stand between an event and a date."""
    clause = pattern(r", {comma_cuts}\b|\b{cut_links} (?!(?:the |its )?<d)|\bthan\b|\) ").search(between)
    if clause and not re.fullmatch(r"[^a-z<]*(?:on|in|at) <f\d+>.*", between):
        return True
    return re.search(r"<[acknw]\d+>", between) is not None and not re.search(r"<f\d+>[^<]*$", between)
