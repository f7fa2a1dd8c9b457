"""Lengths of time in words: `nearly four years`, in days, and what they admit."""

from __future__ import annotations

import re
from typing import Final

from aoud_cli.english import numbers, pattern, values
from aoud_cli.model import Bound, QuantityValue

DAYS: Final = {unit: float(days) for unit, days in values("span_units").items()}
UNIT_RE: Final = pattern(r"\b({span_units})", re.IGNORECASE)
_NUMBERS: Final = {**numbers("cardinals"), "zero": 0}
_SPAN_RE: Final = pattern(
    r"\b(?P<number>{cardinals}|zero|an?|[0-9]{1,4})[ -](?P<half>and a half )?(?P<unit>{span_units})s?\b(?P<after> and a half)?",
    re.IGNORECASE,
)
NEARLY_RE: Final = pattern(r"\b{nearly}\b", re.IGNORECASE)
_BOUND_RES: Final[tuple[tuple[Bound, re.Pattern[str]], ...]] = (
    ("at_least", pattern(r"\b(?:at least|no less than)\b", re.IGNORECASE)),
    ("over", pattern(r"\b(?:over|more than|well over|in excess of)\b", re.IGNORECASE)),
    ("under", pattern(r"\b(?:less than|under|within)\b", re.IGNORECASE)),
)
NEARLY_SHORT: Final = 0.25  # "nearly four years" is 3.75 to 4 years
ABOUT_EITHER_WAY: Final = 0.5


def read_span(words: str) -> QuantityValue | None:
    """The first span of time in the words, in days, with all of the words as its text; None where they give no number."""
    found = _SPAN_RE.search(words)
    if found is None:
        return None
    word = found["number"].lower()
    number = 1 if word in ("a", "an") else _NUMBERS[word] if word in _NUMBERS else int(word)
    whole = number + (0.5 if found["half"] or found["after"] else 0.0)
    before = words[: found.start()]
    bound: Bound = next((bound for bound, shape in _BOUND_RES if shape.search(before)), "exactly")
    return QuantityValue(round(whole * DAYS[found["unit"].lower()]), "day", bound, words)


def unit_days(value: QuantityValue) -> float:
    """The days in the unit that the words count in; without one, in the largest that the number holds."""
    found = UNIT_RE.search(value.text)
    if found:
        return DAYS[found.group(1).casefold()]
    return next(days for days in DAYS.values() if value.number >= days or days == 1.0)


def admitted_days(value: QuantityValue) -> tuple[float, float]:
    """The days that a stated span's words admit: "over four months" is four up to five, "nearly four years" 3.75 to 4."""
    unit, number = unit_days(value), float(value.number)
    if NEARLY_RE.search(value.text):
        return number - NEARLY_SHORT * unit, number
    if value.bound in ("over", "at_least"):
        return number, number + unit
    if value.bound in ("under", "at_most"):
        return number - unit, number
    return number - ABOUT_EITHER_WAY * unit, number + ABOUT_EITHER_WAY * unit
