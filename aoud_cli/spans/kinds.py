"""The kinds of span, one table: the letter of each in a masked sentence (`<a0>`), its name, and what it counts or who it is.

Data name kinds: `{:season}` is one span of that kind, present and not captured, `{:title|season}` one of either, `{:any}` any; the
slots of rules (`{performer}`) are kinds, too. No letter is written out in data.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from aoud_cli.model import Unit

Role = Literal["performer", "character", "crew"]


class Kind(NamedTuple):
    """One kind of span: `role` is who somebody is, `unit` what a figure counts; `told` what a reader calls it, where that isn't it."""

    letter: str
    name: str
    told: str = ""
    role: Role | None = None
    unit: Unit | None = None


KINDS = (
    Kind("a", "performer", role="performer"),
    Kind("c", "character", role="character"),
    Kind("k", "crew", role="crew"),
    Kind("n", "new", "somebody new"),
    Kind("p", "pronoun"),
    Kind("d", "date"),
    Kind("h", "hours", unit="hour"),
    Kind("v", "views", unit="view"),
    Kind("u", "viewers", unit="viewer"),
    Kind("o", "households", unit="household"),
    Kind("z", "window", unit="day"),
    Kind("y", "countries", unit="country"),
    Kind("r", "rank", unit="rank"),
    Kind("e", "episodes", unit="episode"),
    Kind("m", "minutes", unit="minute"),
    Kind("s", "season"),
    Kind("t", "title"),
    Kind("w", "other", "other work"),
    Kind("f", "platform"),
    Kind("b", "network", "another network"),
    Kind("l", "place"),
)
LETTERS = {kind.name: kind.letter for kind in KINDS}
TOLD = {kind.letter: kind.told or kind.name for kind in KINDS}  # letter -> what a reader calls the kind
UNITS = {kind.name: kind.unit for kind in KINDS if kind.unit is not None}
ROLES: dict[str, str] = {kind.role: kind.letter for kind in KINDS if kind.role is not None}
FIGURES = frozenset(kind.letter for kind in KINDS if kind.unit is not None)
# A slot of a rule -> the letters of the kinds that can fill it.
SLOTS = {
    **{name: LETTERS[name] for name in (*UNITS, "date", "season", "title", "place")},
    "platform": LETTERS["platform"] + LETTERS["network"],
    "performer": "anp", "character": "cnp", "person": "knp", "name": "acnp", "role": "c", "solo": "anp", "said_date": "d", "another": "w",
}  # fmt: skip
_NAMED_RE = re.compile(r"\{:([a-z]+(?:\|[a-z]+)*)\}")
_RAW_RE = re.compile(r"(?<!\(\?<=)(?<!\(\?P)<\[?[a-z]")  # a look-behind needs its width, and may count digits


def spell(source: str) -> str:
    """A pattern with `{:season}` as the token of a span, `<s\\d+>`. Raises KeyError for a kind that isn't there."""
    return _NAMED_RE.sub(lambda match: _token(match[1].split("|")), source)


def _token(names: list[str]) -> str:
    if names == ["any"]:
        return r"<[a-z]\d+>"
    letters = [*(LETTERS[name] for name in names), *(LETTERS["network"] for name in names if name == "platform")]
    return rf"<{letters[0]}\d+>" if len(letters) == 1 else rf"<[{''.join(letters)}]\d+>"


def is_raw(source: str) -> bool:
    """Whether a pattern spells the letter of a kind out."""
    return _RAW_RE.search(source) is not None
