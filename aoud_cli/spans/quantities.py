"""Figures with a unit in folded text: viewing hours, windows of days, countries, chart ranks, episodes, minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from aoud_cli.model import Bound

What = Literal["hours", "views", "viewers", "households", "window", "countries", "rank", "episodes", "minutes"]

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "a hundred": 100, "a dozen": 12,
}  # fmt: skip
_ORDINALS = {w: i + 1 for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
_SCALES = {
    "thousand": 10**3, "k": 10**3, "lakh": 10**5, "million": 10**6, "m": 10**6, "mn": 10**6, "crore": 10**7, "billion": 10**9, "b": 10**9,
    "bn": 10**9,
}  # fmt: skip
_BOUND_WORDS: dict[Bound, str] = {
    "over": "over|more than|in excess of|above|upwards of|north of|well over|just over|surpassing|exceeding|topping",
    "about": "some|about|around|roughly|approximately|an estimated|circa",
    "under": "nearly|almost|close to|just under|just shy of|under|less than|fewer than",
    "at_least": "at least|no fewer than|no less than|a minimum of",
    "at_most": "up to|at most|as many as|no more than",
    "exactly": "exactly",
}
_BOUNDS: dict[str, Bound] = {phrase: bound for bound, phrases in _BOUND_WORDS.items() for phrase in phrases.split("|")}

# Groups of three only: 560,00,000 and 560.000.000 are read as nothing, never guessed; at most 15 digits.
_DIGITS = r"(?<![\d.,])(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,3})?|[0-9]{1,15}(?:\.[0-9]{1,3})?)(?![\d]|[.,]\d)"
_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = rf"(?P<number>{_DIGITS}|\b(?:{_WORD})\b)"
_SCALE = r"(?:[ -]?(?P<scale>thousand|lakh|million|crore|billion|bn|mn|[mbk](?![a-z])))?"
_BOUND = rf"(?:\b(?P<bound>{'|'.join(sorted(_BOUNDS, key=len, reverse=True))}) (?:an? (?:[a-z]+ ){{1,2}})?(?:the )?)?"
_PLUS = r"(?P<plus>\+| ?plus\b)?"
_LAUNCH = (
    r"(?: (?:of|after|since|from|following) (?:its |the )?(?:release|premiere|launch|debut|streaming|availability)"
    r"(?! (?:on|in|of) (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[0-9])))?"
)
_PEOPLE_COUNTED: tuple[tuple[What, str, str], ...] = (
    ("views", "view", "views?(?! of)"), ("viewers", "viewer", "viewers?"), ("households", "household", "(?:member )?(?:households?|homes)"),
)  # fmt: skip
_SOURCES: tuple[tuple[What, tuple[str, ...], str], ...] = (  # kind, words of which one must occur, pattern
    (
        "hours",
        ("hour",),
        rf"{_BOUND}{_NUMBER}\+?{_SCALE}{_PLUS}[ -](?:(?:total|cumulative|viewing|viewed|streaming|streamed|watch|watched|view) ){{0,2}}"
        r"hours?\b"
        r"(?: (?:viewed|watched|streamed|of (?:viewing|watch time|viewership|streaming)))?",
    ),
    *(
        (
            what,
            (word,),
            rf"{_BOUND}{_NUMBER}\+?{_SCALE}{_PLUS}"
            rf"(?:[ -](?:total|average|unique|us|uk|global|live|same-day|overnight|complete|completed|account|member)){{0,2}}[ -]{words}\b",
        )
        for what, word, words in _PEOPLE_COUNTED
    ),
    (
        "window",
        ("day", "week", "month", "fortnight"),
        r"\b(?:(?P<prep>in|within|inside|over|during|after|across|for|through|of|those|at|by the time|to) )?"
        r"(?:just |only |barely |about |under )?(?:(?:its|the|their|a|those) )?"
        rf"(?:very )?(?P<first>first|initial|opening|debut|launch|premiere)?[ -]?{_NUMBER}?[ -]?(?P<unit>day|week|month|fortnight)s?\b"
        rf"(?: (?:window|period|stretch))?(?P<launch>{_LAUNCH})",
    ),
    (
        "countries",
        ("countr", "nation", "territor", "market", "region"),
        rf"{_BOUND}{_NUMBER}{_PLUS} (?:(?:different|other|of the)? ?)(?:countries|nations|territories|markets|regions)\b",
    ),
    (
        "rank",
        ("number", "no.", "no ", "#", "most", "first", "top"),
        r"\b(?P<top>(?:top(?:ped|s|ping)|atop|(?:the )?top (?:spot|slot|place|position)|summit)\b"
        r"(?=[^.;]{0,40}\b(?:chart|list|ranking|top 10|top ten))"
        r"|first(?= (?:on|in) the |[ -]place))"
        r"|\b(?P<place>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
        r"(?= (?:on|in) the [a-z' -]{0,30}(?:list|chart|ranking)| place)"
        r"|\b(?:number|no\.?|#) ?(?P<number>[0-9]{1,3}|one|two|three|four|five)\b"
        rf"|\b(?P<nth>{'|'.join(_ORDINALS)}|[0-9]{{1,2}}(?:st|nd|rd|th))[ -]most[ -](?:popular|watched|streamed|viewed)\b",
    ),
    (
        "episodes",
        ("episode", "part", "chapter"),
        rf"(?<!season )(?<!part ){_BOUND}{_NUMBER}{_PLUS}(?:[ -](?:[a-z]+ )?episodes?\b| eps\b|-(?:part|parter|chapter)\b)",
    ),
    ("minutes", ("min", "hour"), rf"{_BOUND}(?:{_NUMBER}{_PLUS}[ -](?:minutes?|mins?)\b|(?P<hour>an hour)\b(?! and))"),
)
SMALLEST_HOURS = 100_000  # fewer hours than this are a running time or a deadline, no viewing total
AUDIENCE = ("hours", "views", "viewers", "households")
LARGEST_COUNT = 1_000  # countries, ranks, episodes, minutes
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


class Quantity(NamedTuple):
    """A figure in folded text: a window's `number` is in days."""

    start: int
    end: int
    what: What
    number: int
    bound: Bound


@lru_cache(maxsize=len(_SOURCES))
def _pattern(source: str) -> re.Pattern[str]:
    """Compiled when a word of its own first occurs."""
    return re.compile(source)


def find_quantities(low: str) -> Iterator[Quantity]:
    """Every figure with a unit in text in lower case; a number that can't be read without guessing is left alone."""
    for what, words, source in _SOURCES:
        if not any(map(low.__contains__, words)):
            continue
        for match in _pattern(source).finditer(low):
            if (number := _number(what, match)) is not None:
                start = match.start() + (len(match.group()) - len(match.group().lstrip(" -")))
                yield Quantity(start, match.end(), what, number, _bound(match))


def _number(what: What, match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if what == "window":
        return _days(match)
    if what == "rank" and (groups["top"] or groups["nth"] or groups["place"]):
        return 1 if groups["top"] else _nth(groups["nth"] or groups["place"])
    if what == "minutes" and groups["hour"]:
        return 60
    number = read_number(groups["number"], groups.get("scale"))
    if number is None or number < 1 or (number < SMALLEST_HOURS if what in AUDIENCE else number > LARGEST_COUNT):
        return None
    return number


def _days(match: re.Match[str]) -> int | None:
    """The days of a window; `a month` counts only behind `in` or `within`, and `two months` alone is a length."""
    first, number, unit, prep = match.group("first", "number", "unit", "prep")
    if not first and not number and not re.match(r"(?:in|within|inside) an? ", match.group()):
        return None
    if not (first or prep or "-" in match.group() or match.group("launch")):
        return None
    count = read_number(number, None) if number else 1
    return None if count is None else count * _DAYS[unit]


def _nth(word: str) -> int:
    return _ORDINALS.get(word) or int(re.sub(r"[^0-9]", "", word))


def read_number(digits: str, scale: str | None) -> int | None:
    """The whole number that digits or a number word with a scale word, in lower case, stand for; None where it is not whole."""
    whole, _, part = digits.replace(",", "").partition(".")
    number, rest = divmod((_WORDS.get(digits) or int(whole + part)) * (_SCALES[scale] if scale else 1), 10 ** len(part))
    return None if rest else number


def bound_before(text: str) -> Bound:
    """The bound that the last words of a lower-case text put on the figure behind them."""
    for phrase in sorted(_BOUNDS, key=len, reverse=True):
        if text.rstrip().endswith(" " + phrase):
            return _BOUNDS[phrase]
    return "exactly"


def _bound(match: re.Match[str]) -> Bound:
    groups = match.groupdict()
    if groups.get("plus"):
        return "over"
    return _BOUNDS[groups["bound"]] if groups.get("bound") else "exactly"
