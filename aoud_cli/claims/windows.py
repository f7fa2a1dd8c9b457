"""How audiences are counted where another sentence says so: `That is an overnight figure`, `All figures are Live+Same Day`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from aoud_cli.claims.context import Line
from aoud_cli.claims.statement import Statement
from aoud_cli.claims.values import counted_days
from aoud_cli.english import pattern
from aoud_cli.model import QuantityValue

_HOW = r"(?P<how>{counted.live}|{counted.three_days}|{counted.seven_days}|{counted.month})\b"
_ALL_RE = pattern(r"\W*(?:all )?{counted_figures}(?: {figures_given})*(?:: | (?:is|are) )(?:[^.;|]{0,30}, )?(?:all )?" + _HOW)
# "These are Live+Same Day figures unless we say otherwise"; without that they may be those of the sentence before
_UNLESS_RE = pattern(r"\W*(?:these|all(?: of)? these) are (?:the )?" + _HOW + r" {counted_figures}\b(?=[^.;|]*\bunless\b)")
_THAT_RE = pattern(r"\W*(?:and )?(?:that|this|it)(?: is|'s| was) (?:only |just )?an? " + _HOW + r" {counted_figures}\b")
VIEWERS = "viewership.viewers"


def with_windows(statements: list[Statement], lines: Sequence[Line]) -> list[Statement]:
    """The statements, of audiences that leave it out with the days that another one beside them, the sentence behind, or the whole article,
    counts."""
    if not any(statement.make.key == VIEWERS for statement in statements):
        return statements
    behind = {line.place: _days(_THAT_RE, then) for line, then in pairwise(lines)}
    everywhere = {days for line in lines for words in (_ALL_RE, _UNLESS_RE) if (days := _days(words, line)) is not None}
    of_all = everywhere.pop() if len(everywhere) == 1 else None
    told = {**_alike(statements), **{place: days for place, days in behind.items() if days is not None}}
    return list(_counted(statements, told, of_all))


_ALIKE_RE = pattern(r"\b{counted_alike}\b")


def _alike(statements: Iterable[Statement]) -> dict[int, int]:
    """How the sentences count that set figures beside each other: `5.9 million in the overnights, which compares with 5.2 million`."""
    told: dict[int, set[int]] = {}
    for statement in statements:
        value, line = statement.value, statement.line
        if statement.make.key != VIEWERS or not isinstance(value, QuantityValue) or value.window_days is None:
            continue
        if _ALIKE_RE.search(line.masked.text):
            told.setdefault(line.place, set()).add(value.window_days)
    return {place: days.pop() for place, days in told.items() if len(days) == 1}


def _counted(statements: Iterable[Statement], behind: dict[int, int], of_all: int | None) -> Iterator[Statement]:
    for statement in statements:
        value, days = statement.value, behind.get(statement.line.place)
        days = of_all if days is None else days
        if statement.make.key == VIEWERS and isinstance(value, QuantityValue) and value.window_days is None and days is not None:
            yield replace(statement, value=value._replace(window_days=days))
        else:
            yield statement


def _days(words: re.Pattern[str], line: Line) -> int | None:
    told = words.match(line.masked.text)
    return None if told is None else counted_days(told["how"], None)
