"""Where something comes out or is counted: the network, country or local time with a date, and the chart that a rank is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aoud_cli.english import pattern, values
from aoud_cli.names.profile import ELSEWHERE, Profile
from aoud_cli.names.spelling import squash

_BESIDE = 40  # code points from a date to the end of the country right behind it
REACH = 60  # code points on either side of a date or a rank


class Chart(NamedTuple):
    """The chart of a rank, as far as it is told."""

    territory: str | None
    list: str | None
    period: str | None


def _places(kind: str) -> re.Pattern[str]:
    """The countries, time zones or networks as words of their own; a longer one is tried first."""
    return pattern(rf"(?<![\w-]){{place.{kind}}}(?![\w+])")


_IN_RE = pattern("(?i:{in_place})(?: the)? $")
_ON_RE = pattern("{on_network}(?: the)? $|'s $")


def where_of(sentence: str, start: int, end: int, profile: Profile) -> str | None:
    """The place that the words about `sentence[start:end]` name with a date; None where none, or the profile's own network.

    Where the profile has networks by country, a network of one of them is that country, and a country with the show's own is none.
    """
    low, high = max(0, start - 2 * REACH), end + REACH
    behind = re.split(r"[;.]\s| and | while | but |, (?=\w+ (?:on|in) )", sentence[end:high])[0]
    high = end + len(behind)
    own = next(_countries(sentence, end, min(high, end + _BESIDE)), None)
    if own is not None:
        return of_country(own, profile)  # "on 5 October in the UK and on 7 January in the US"
    for match in _places("zones").finditer(sentence, low, high):
        return values("place.zones")[match.group()]
    before = list(_countries(sentence, low, start))
    if before:
        return of_country(before[-1], profile)  # "in the UK on 15 September and in the US on 8 January"
    network = _network(sentence, low, high, profile) or _new_network(sentence, start, end, profile)
    if network is not None:
        return network
    if _HERE_RE.search(sentence, low, high) or _RIGHT_HERE_RE.match(sentence, end):
        return ELSEWHERE  # "began here on 8 April", says a paper of another country than the network's, or of the same
    return _there(sentence, low, high, profile)


_NAME = r"(?P<name>(?:the )?[A-Z][\w+'\u2019]*(?: [A-Z0-9][\w+]*){0,2})"
_NEW_BEFORE_RE, _NEW_BEHIND_RE = (
    pattern(rf"\b{{came_out}} on {_NAME},? (?:on|in|from)? ?$"),
    pattern(rf"(?:, [0-9]{{4}})?,? on {_NAME}(?=[.,;)]|$)"),
)


def _network(sentence: str, low: int, high: int, profile: Profile) -> str | None:
    """The network that a stretch says something comes out on: `on <network>`, `<network> says it will have it in the new year`."""
    for match in _places("networks").finditer(sentence, low, high):
        where = of_network(match.group(), profile)
        opens = _OPENS_RE.search(sentence, 0, match.start()) and _SAYS_RE.match(sentence, match.end())
        if where is not None and (opens or _ON_RE.search(sentence, 0, match.start())):
            return where
    return None


_HOLIDAYS = frozenset(map(squash, (name.replace("_", " ") for name in values("holidays"))))


def _new_network(sentence: str, start: int, end: int, profile: Profile) -> str | None:
    """A network that nobody knows, beside a date, where the profile names the show's: `landed on Larkspur on June 12`."""
    found = _NEW_BEFORE_RE.search(sentence, max(0, start - REACH), start) or _NEW_BEHIND_RE.match(sentence, end)
    name = found["name"].removeprefix("the ") if found and profile.platform else ""
    known = (profile.platform or "", *profile.all_titles, *profile.works, *profile.places)
    is_known = any(name.casefold() in one.casefold() or one.casefold() in name.casefold() for one in known if one)
    is_day = pattern(r"(?i){any_weekday}|{any_month}|.*\bday\b").match(name) is not None or squash(name) in _HOLIDAYS
    return name if name and not (is_known or is_day or profile.is_known(name)) else None


def _countries(sentence: str, low: int, high: int) -> Iterator[str]:
    """The countries in which something is said to be."""
    for match in _places("countries").finditer(sentence, low, high):
        if _IN_RE.search(sentence, 0, match.start()):
            yield values("place.countries")[match.group()]


# "It arrived there in February 2022": where, the words before tell.
_THERE_RE = pattern(r"\b{came_out} (?:over )?there(?= {there_when}\b)")
_HERE_RE = pattern(r"\b{came_out} (?:over )?here(?= {here_when}\b)")
# "Acorn TV says it will have it in the new year": where that network is.
_OPENS_RE, _SAYS_RE = pattern(r"(?:^|[;.:,] (?:and |but |while )?)$"), pattern(r" {says_it_has}\b")
_RIGHT_HERE_RE = pattern(r",? (?:over )?here(?=[.,;]|$| and\b)")  # right behind the date


def _there(sentence: str, low: int, high: int, profile: Profile) -> str | None:
    """The place that `there` stands for beside a date: the last that the sentence names before it, else one that it doesn't name."""
    there = _THERE_RE.search(sentence, low, high)
    if there is None:
        return None
    near = [(match.end(), of_network(match.group(), profile)) for match in _places("networks").finditer(sentence, 0, there.start())]
    near += [
        (match.end(), of_country(values("place.countries")[match.group()], profile))
        for match in _places("countries").finditer(sentence, 0, there.start())
    ]
    return max(near, default=(0, ELSEWHERE), key=lambda place: place[0])[1]


def of_country(country: str, profile: Profile) -> str | None:
    """What a country stands for with a date: itself; None for none, and for one with the show's own network."""
    at_home = any(named == country for named, network in profile.platforms if network == profile.platform)
    return None if at_home else country or None


def of_network(written: str, profile: Profile) -> str | None:
    """What a network stands for: its country in the profile, else itself; None for the profile's own. KeyError where nobody knows it."""
    network = values("place.networks")[written]
    if profile.platform and profile.platform.casefold() in (network.casefold(), written.casefold()):
        return None
    homes = {named.casefold(): country for country, named in profile.platforms}
    return homes.get(network.casefold(), homes.get(written.casefold(), network))


_LISTS = (
    ("non-English TV", r"non-english(?: (?:language )?(?:tv|series|show|television))?"),
    ("English TV", "(?<!non-)english(?: language)?(?: tv|-language)?(?= {list_nouns})"),
    ("TV", r"(?:tv|television|series|show)s?(?: (?:list|chart|ranking|top (?:10|ten))|'s list)"),
    ("films", r"(?:film|movie)s?(?= (?:list|chart))"),
    ("Nielsen", r"nielsen"),
)
_PERIODS = (
    ("all time", "{all_time}"),
    ("daily", "{daily}"),
    ("weekly", r"weekly|week"),
)


def chart_of(clause: str, original: str) -> Chart:
    """The chart that a clause (masked, in lower case) names; `original` is it with its capitals, for the country."""
    countries = (values("place.countries")[match.group()] for match in _places("countries").finditer(original))
    territory = next(countries, None) or ("global" if re.search(r"\b(?:globally|worldwide|global|the world)\b", clause) else None)
    named = (
        next((name for name, words in table if pattern(rf"(?<![\w-])(?:{words})").search(clause)), None) for table in (_LISTS, _PERIODS)
    )
    return Chart(territory, *named)
