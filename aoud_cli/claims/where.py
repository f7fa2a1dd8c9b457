"""Where something comes out or is counted: the network, country or local time with a date, and the chart that a rank is of."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aoud_cli.claims.rules import read_words
from aoud_cli.ground import strict_yaml
from aoud_cli.names.profile import Profile

REACH = 60  # code points on either side of a date or a rank


class Chart(NamedTuple):
    """The chart of a rank, as far as it is told."""

    territory: str | None
    list: str | None
    period: str | None


@lru_cache(maxsize=1)
def _places() -> dict[str, dict[str, str]]:
    """For countries, zones and networks: each spelling -> the name that stands for it."""
    where = "rules/places.yaml"
    found: dict[str, dict[str, str]] = {}
    for kind, node in read_words("places.yaml").items():
        groups = [[str(item)] if isinstance(item, str) else [str(word) for word in item] for item in strict_yaml.list_of(node, where)]
        found[kind] = {word: group[0] for group in groups for word in group}
    return found


@lru_cache(maxsize=8)
def _re(kind: str) -> re.Pattern[str]:
    words = sorted(_places()[kind], key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, words)) + r")(?![\w+])")


_IN_RE = re.compile(r"(?:in|across|throughout|to|for|(?:viewers|audiences|fans|subscribers) in)(?: the)? $")
_ON_RE = re.compile(r"(?:on|to|via|for|over on|by)(?: the)? $|'s $")


def where_of(sentence: str, start: int, end: int, profile: Profile) -> str | None:
    """The place that the words about `sentence[start:end]` name with a date; None where none, or the profile's own network."""
    low, high = max(0, start - 2 * REACH), end + REACH
    behind = re.split(r"[;.]\s| and | while | but |, (?=\w+ (?:on|in) )", sentence[end:high])[0]
    high = end + len(behind)
    for match in _re("zones").finditer(sentence, low, high):
        return _places()["zones"][match.group()]
    for match in _re("countries").finditer(sentence, low, high):
        if _IN_RE.search(sentence, 0, match.start()):
            return _places()["countries"][match.group()]
    for match in _re("networks").finditer(sentence, low, high):
        network = _places()["networks"][match.group()]
        own = profile.platform and profile.platform.casefold() in (network.casefold(), match.group().casefold())
        if not own and _ON_RE.search(sentence, 0, match.start()):
            return network
    return None


_LISTS = (
    ("non-English TV", r"non-english(?: (?:language )?(?:tv|series|show|television))?"),
    ("English TV", r"(?<!non-)english(?: language)?(?: tv|-language)?(?= (?:list|chart|tv|series|top))"),
    ("TV", r"(?:tv|television|series|show)s?(?: (?:list|chart|ranking|top (?:10|ten))|'s list)"),
    ("films", r"(?:film|movie)s?(?= (?:list|chart))"),
    ("Nielsen", r"nielsen"),
)
_PERIODS = (
    ("all time", r"all-time|of all time|in (?:its|the (?:service|platform|streamer)'s|<f\d+>(?:'s)?|netflix) history|ever\b|history"),
    ("daily", r"daily|yesterday|today|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|flixpatrol"),
    ("weekly", r"weekly|week"),
)


def chart_of(clause: str, original: str) -> Chart:
    """The chart that a clause (masked, in lower case) names; `original` is it with its capitals, for the country."""
    countries = (_places()["countries"][match.group()] for match in _re("countries").finditer(original))
    territory = next(countries, None) or ("global" if re.search(r"\b(?:globally|worldwide|global|the world)\b", clause) else None)
    named = (next((name for name, words in table if re.search(rf"(?<![\w-])(?:{words})", clause)), None) for table in (_LISTS, _PERIODS))
    return Chart(territory, *named)
