"""Figures with a unit in folded text: viewing hours, windows of days, countries, chart ranks, episodes, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from aoud_cli.model import Bound

What = Literal["hours", "window", "countries", "rank", "episodes", "minutes"]

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "a dozen": 12, "a half": 0,
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10}
_SCALES = {"thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "m": 10**6, "mn": 10**6, "crore": 10**7, "billion": 10**9, "b": 10**9, "bn": 10**9}
_BOUNDS: dict[str, Bound] = {
    "over": "over", "more than": "over", "in excess of": "over", "above": "over", "upwards of": "over", "north of": "over", "well over": "over",
    "just over": "over", "surpassing": "over", "exceeding": "over", "topping": "over", "some": "about", "about": "about", "around": "about", "roughly": "about",
    "approximately": "about", "an estimated": "about", "circa": "about", "nearly": "under", "almost": "under", "close to": "under", "just under": "under",
    "just shy of": "under", "under": "under", "less than": "under", "fewer than": "under", "at least": "at_least", "no fewer than": "at_least",
    "no less than": "at_least", "a minimum of": "at_least", "up to": "at_most", "at most": "at_most", "as many as": "at_most", "no more than": "at_most",
    "exactly": "exactly",
}  # fmt: skip

# Groups of three only: 560,00,000 and 560.000.000 are read as nothing, never guessed; at most 15 digits.
_DIGITS = r"(?<![\d.,])(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,3})?|[0-9]{1,15}(?:\.[0-9]{1,3})?)(?![\d]|[.,]\d)"
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?P<number>{_DIGITS}|\b(?:{_WORD})\b)"
_SCALE = r"(?:[ -]?(?P<scale>thousand|lakh|million|crore|billion|bn|mn|[mbk](?![a-z])))?"
_BOUND = rf"(?:\b(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True))}) (?:an? (?:[a-z]+ ){{1,2}})?(?:the )?)?"
_PLUS = r"(?P<plus>\+| ?plus\b)?"

_PATTERNS: tuple[tuple[What, str, re.Pattern[str]], ...] = (
    ("hours", "hour", re.compile(rf"{_BOUND}{_NUMBER}{_SCALE}{_PLUS}[ -](?:(?:total|cumulative|viewing|viewed|streaming|streamed|watch|watched|view) ){{0,2}}hours?\b(?: (?:viewed|watched|streamed|of (?:viewing|watch time|viewership|streaming)))?", re.I)),
    ("window", "", re.compile(rf"\b(?:(?:in|within|over|during|after|across|for|through) )?(?:just |only |barely |about |under )?(?:(?:its|the|their|a|those) )?(?:very )?(?P<first>first|initial|opening|debut|launch|premiere)?[ -]?{_NUMBER}?[ -]?(?P<unit>day|week|month|fortnight)s?\b(?: (?:window|period|stretch))?(?: (?:of|after|since|from|following) (?:its |the )?(?:release|premiere|launch|debut|streaming|availability))?", re.I)),
    ("countries", "countr|nation|territor|market", re.compile(rf"{_BOUND}{_NUMBER}{_PLUS} (?:(?:different|other|of the)? ?)(?:countries|nations|territories|markets|regions)\b", re.I)),
    ("rank", "number|no.|no |#|most|rank|first", re.compile(rf"\b(?P<top>first(?= (?:on|in) the |[ -]place))|\b(?:number|no\.?|#) ?(?P<number>[0-9]{{1,3}}|one|two|three|four|five)\b|\b(?P<nth>{'|'.join(_ORDINALS)}|[0-9]{{1,2}}(?:st|nd|rd|th))[ -]most[ -](?:popular|watched|streamed|viewed)\b", re.I)),
    ("episodes", "episode|part|chapter", re.compile(rf"{_BOUND}{_NUMBER}{_PLUS}(?:[ -](?:[a-z]+ )?(?:episodes?)\b|-(?:part|parter|chapter)\b)", re.I)),
    ("minutes", "minute|hour", re.compile(rf"{_BOUND}(?:{_NUMBER}{_PLUS}[ -](?:minutes?|mins?)\b|(?P<hour>an hour)\b(?! and))", re.I)),
)  # fmt: skip
SMALLEST_HOURS = 100_000  # fewer hours than this are a running time or a deadline, no viewing total
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


@dataclass(frozen=True)
class Quantity:
    """A figure in folded text: a window's `number` is in days."""

    start: int
    end: int
    what: What
    number: int
    bound: Bound


def find_quantities(text: str) -> Iterator[Quantity]:
    """Every figure with a unit that aoud knows; a number that can't be read without guessing is left alone."""
    lower = text.lower()
    if not any(u in lower for u in ("hour", "day", "week", "month", "fortnight", "countr", "nation", "territor", "market", "episode", "part", "minute", "no", "num", "most", "#", "chapter", "region", "min")):
        return
    for what, gate, pattern in _PATTERNS:
        if gate and not any(word in lower for word in gate.split("|")):
            continue
        for match in pattern.finditer(text):
            if (number := _number(what, match)) is not None:
                start = match.start() + (len(match.group()) - len(match.group().lstrip(" -")))
                yield Quantity(start, match.end(), what, number, _bound(match))


def _number(what: What, match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if what == "window":
        if not groups["first"] and not groups["number"] and not re.match(r"(?:in|within) an? ", match.group(), re.I):
            return None
        count = read_number(groups["number"], None) if groups["number"] else 1
        return None if count is None else count * _DAYS[groups["unit"].lower()]
    if what == "rank" and groups["top"]:
        return 1
    if what == "rank" and groups["nth"]:
        nth = groups["nth"].lower()
        return _ORDINALS.get(nth) or int(re.sub(r"[^0-9]", "", nth))
    if what == "minutes" and groups["hour"]:
        return 60
    number = read_number(groups["number"], groups.get("scale"))
    if number is None or (what == "hours" and number < SMALLEST_HOURS) or (what != "hours" and number > 1000):
        return None
    return number


def read_number(digits: str, scale: str | None) -> int | None:
    """The whole number that digits or a number word with a scale word stand for; None where it is not whole."""
    lower = digits.lower()
    value = Decimal(_WORDS[lower]) if lower in _WORDS else Decimal(lower.replace(",", ""))
    value *= _SCALES[scale.lower()] if scale else 1
    return int(value) if value == value.to_integral_value() else None


def _bound(match: re.Match[str]) -> Bound:
    groups = match.groupdict()
    if groups.get("plus"):
        return "over"
    return _BOUNDS[groups["bound"].lower()] if groups.get("bound") else "exactly"
