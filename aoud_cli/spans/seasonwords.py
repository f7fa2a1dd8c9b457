"""Where a text names a season: `season 2`, `the second run`, `the sequel`, a title with its number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aoud_cli.text import lower

MOST_SEASONS = 20
_NUMBERS = {w: i + 1 for i, w in enumerate("one two three four five six seven eight nine ten".split())}
_NUMBERS |= {w: i + 1 for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
_NUMBERS |= {"sophomore": 2, "freshman": 1, "debut": 1, "initial": 1, "inaugural": 1, "maiden": 1, "original": 1, "opening": 1}
_RUN = r"(?:season|run|outing|instal?lment|chapter|series|batch|frame|cycle|edition|go-round|go-around|volume|helping|part)"
_SEASON_RE = re.compile(
    rf"\b(?:season[- ](?P<digit>[0-9]{{1,2}}|one|two|three|four|five)\b(?! (?:days|weeks|hours))|s(?P<short>[1-9])(?![\w])"
    rf"|(?P<nth>first|second|third|fourth|fifth|sophomore|freshman|debut|initial|inaugural|maiden|[1-9](?:st|nd|rd"
    rf"|th))[- ](?:[a-z-]+ ){{0,2}}?{_RUN}\b"
    r"|the (?P<bare>first|second|third)(?= (?:has|is|was|could|will|would|may|might|had|turned)\b)"
    rf"|(?P<next>(?:new|next|upcoming|forthcoming|coming|latest|awaited|anticipated|returning|another|fresh) (?:second )?(?:season|run"
    rf"|outing|instal?lment|chapter|batch|episodes))\b"
    rf"|(?P<sequel>the (?:sequel|follow-up|comeback|second one))\b|(?P<original>the original)\b(?=[.,;]| (?:had|was|ran|is|bowed"
    rf"|[a-z]+ed)\b)|(?P<one>the (?:original|first) (?:series|season|run|show|outing|one))\b)"
)


def _season_number(match: re.Match[str], upcoming: int) -> int | None:
    groups = match.groupdict()
    if groups["next"] or groups["sequel"]:
        return upcoming
    if groups["original"] or groups["one"]:
        return 1
    word = groups["digit"] or groups["short"] or groups["nth"] or groups["bare"]
    return _NUMBERS.get(word) or (int(re.sub("[^0-9]", "", word)) if re.search("[0-9]", word) else None)


@lru_cache(maxsize=8)
def _sequel_re(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(re.escape(lower(t)) for t in titles) + r")[\"']? ([2-9])\b(?! (?:days|weeks|hours))")


def find_seasons(low: str, titles: tuple[str, ...], upcoming: int) -> Iterator[tuple[int, int, int]]:
    """Start, end and number of each season in text in lower case; `upcoming` is the number of the one that is to come."""
    for match in _SEASON_RE.finditer(low):
        number = _season_number(match, upcoming)
        if number is not None and 1 <= number <= MOST_SEASONS:
            yield match.start(), match.end(), number
    for match in _sequel_re(titles).finditer(low):
        yield match.start(1), match.end(1), int(match.group(1))


def names_season(low: str, *, whole: bool = False) -> bool:
    """Whether text in lower case holds a season, or is one as a whole."""
    return (_SEASON_RE.fullmatch(low) if whole else _SEASON_RE.search(low)) is not None
