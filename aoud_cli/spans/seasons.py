"""Where a text names a season: `season 2`, `the second run`, `seasons 2 and 3`, `the sequel`, a title with its number.

A season is told by its number, or as the `NEXT` one ("the new season") or the `FINAL` one, whose number only its surroundings tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Union

from aoud_cli.english import numbers, pattern, words
from aoud_cli.ground.text import lower

NEXT = "next"  # "the new season", "the sequel"
FINAL = "final"  # "the final season"
PREVIOUS = "previous"  # "last season", "the previous series"
ANOTHER = "another"  # "another season", "a further run": the one after all that are told
Season = Union[int, str, tuple[int, ...]]  # a number, NEXT, FINAL or ANOTHER, or the numbers of several

MOST_SEASONS = 20
_NUMBERS = {**numbers("cardinals"), **numbers("ordinals"), **numbers("season_ordinals"), **numbers("roman")}
_NUMBER = "(?:0?[1-9]|1[0-9]|20|{cardinals})"
_NTH = "(?:{ordinals}|[1-9](?:st|nd|rd|th))"
_NOT_COUNTED = r"(?! ?{no_season_counts}|[.,]\d|:\d)"
_JOIN = r"(?:, (?:and )?| and | & | to |-|\u2013|\u2014|/)"
_NO_OWNER = (  # not "its last season", "one last season"
    r"(?<!the )(?<!its )(?<!their )(?<!his )(?<!her )(?<!a )(?<!and )(?<!'s )(?<!s' )"
    r"(?<!one )(?<!our )(?<!my )(?<!your )(?<!this )"
)
_WAYS = (
    rf"(?:the first|(?:the )?{{all_so_far}}) (?P<so_far>{_NUMBER}) (?:seasons|series)\b",
    r"(?P<both>both (?:of the )?(?:{so_far} )?seasons)\b",
    rf"(?:seasons|series) (?P<several>{_NUMBER}(?:{_JOIN}{_NUMBER}){{1,5}})\b{_NOT_COUNTED}",
    rf"(?:the |an? )?(?P<nths>{_NTH}(?:(?:, | and |, and | & )(?:an? |the )?{_NTH}){{1,4}})[- ](?:[a-z-]+ )?(?:seasons?|series|runs?)\b",
    rf"seasons?[- ](?P<digit>{_NUMBER}|{{roman}})[ab]?\b{_NOT_COUNTED}",
    rf"(?<!world )(?<!tv )series (?P<series>[1-9]|1[0-9]|{{cardinals}})\b{_NOT_COUNTED}",
    r"s(?P<short>0?[1-9])(?:e\d{1,2})?(?![\w])",
    rf"(?P<nth>{_NTH}|{{season_ordinals}})[- ](?:(?!{{no_run_nouns}}\b)[a-z-]+ ){{0,2}}?{{runs}}\b",
    r"the (?P<bare>first|second|third)(?= {bare_season_verbs}\b)",
    r"(?<=and the )(?P<gap>second|third|fourth)(?= (?:in|on|from) (?:{month_or_digit}))",
    r"(?P<another>(?:another|a (?:fresh|further|new)|one more) {another_runs})\b",
    rf"(?P<next>{{coming}} {_NTH} (?:season|run|series)|the {{new_of_runs}}(?= {{in_parts}} (?:season|series)\b)"
    r"|{coming} {coming_runs})\b",
    r"(?<='s )(?P<year>freshman|sophomore)(?= year\b)",
    rf"(?P<previous>{_NO_OWNER}last season"
    r"|the (?:previous|preceding|prior) (?:season|series))\b(?! (?:of|with)\b)",
    r"(?P<sequel>the (?:sequel|follow-up|comeback))\b",
    r"(?P<original>the original)\b(?=[.,;]| {original_verbs}\b)",
    r"(?P<one>the (?:original|first) {original_runs}|(?:(?:the|this|that|its) |(?<='s ))opening season|(?:this|that) opening run)\b",
)
_SEASON_RE = pattern(rf"\b(?:{'|'.join(_WAYS)})")
_PIECE_RE = pattern(r"\b(?:episode|part|volume|trailer)s?\b")
_COUNTED_RE = pattern(r"\b(?:{one_to_ten}|[0-9]+) $")
_RUN_RE = pattern(r"\b(?:seasons?|series)\b")
_WORD_RE = pattern(rf"{_NTH}|{_NUMBER}")


def _number(word: str) -> int:
    return _NUMBERS.get(word) or int(re.sub("[^0-9]", "", word))


def _several(words: str) -> Season:
    numbers = [_number(word) for word in _WORD_RE.findall(words)]
    if len(numbers) == 2 and re.search(r"[0-9a-z](?: to |[-\u2013\u2014])[0-9a-z]", words) and numbers[0] < numbers[1]:
        numbers = list(range(numbers[0], numbers[1] + 1))
    return tuple(dict.fromkeys(numbers))


def _season(match: re.Match[str]) -> Season:
    groups = match.groupdict()
    several = groups["several"] or groups["nths"]
    if several:
        return _several(several)
    if groups["so_far"] or groups["both"]:
        return tuple(range(1, _number(groups["so_far"] or "two") + 1))
    if groups["next"]:
        nth = _WORD_RE.search(groups["next"])
        is_final = groups["next"].startswith(_FINAL_WORDS)
        return _number(nth.group()) if nth else FINAL if is_final else NEXT
    for name, season in _UNNUMBERED.items():
        if groups[name]:
            return season
    return _number(next(groups[name] for name in _NUMBERED if groups[name]))


_FINAL_WORDS = words("final_runs")
_UNNUMBERED: dict[str, Season] = {"sequel": NEXT, PREVIOUS: PREVIOUS, ANOTHER: ANOTHER, "original": 1, "one": 1}
_NUMBERED = ("digit", "series", "short", "nth", "bare", "gap", "year")


@lru_cache(maxsize=8)
def _sequel_re(titles: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(r"(?:" + "|".join(re.escape(lower(t)) for t in titles) + r")[\"']? ([2-9])\b(?![.,]\d)(?! {no_sequel_counts})")


# "The third series", where Britons number what Americans call seasons: there "the new series" is one of the show, and no new show.
_SERIES_RE = pattern(rf"\bseries {_NUMBER}\b{_NOT_COUNTED}|(?<!'s )(?<!\bworld )(?<!\btv )\b(?:{_NTH}) series\b(?! (?:in|by|from|about)\b)")
_NEW_SERIES_RE = pattern(
    r"\b(?:the|its|this) (?:(?P<new>{coming}|current|present)|(?P<previous>previous|preceding|prior)) series\b(?! {other_series}\b)"
)


def numbers_series(text: str) -> bool:
    """Whether folded text numbers seasons as series: `series two`, `the third series`."""
    return _SERIES_RE.search(lower(text)) is not None


def find_series(low: str) -> Iterator[tuple[int, int, Season]]:
    """Start, end and season of each series without its number, in text in lower case of an article that numbers them."""
    for match in _NEW_SERIES_RE.finditer(low):
        is_final = match["new"] is not None and match["new"] in _FINAL_WORDS
        yield match.start(str(match.lastgroup)), match.end(), PREVIOUS if match["previous"] else FINAL if is_final else NEXT


def find_seasons(low: str, titles: tuple[str, ...]) -> Iterator[tuple[int, int, Season]]:
    """Start, end and season of each in text in lower case."""
    for match in _SEASON_RE.finditer(_without_titles(low, titles)):
        if (match["bare"] or match["gap"]) and _PIECE_RE.search(low, 0, match.start()):
            continue  # "the first episode aired in May, the second premiered in June"
        if match["next"] and match["next"].endswith("episodes") and _COUNTED_RE.search(low, 0, match.start()):
            continue  # "the two final episodes"
        if match["gap"] and not _RUN_RE.search(low, 0, match.start()):
            continue  # "the first fight in May and the second in June"
        season = _season(match)
        numbers = season if isinstance(season, tuple) else (season,)
        if all(isinstance(number, str) or 1 <= number <= MOST_SEASONS for number in numbers):
            yield match.start(), match.end(), season
    for match in _sequel_re(titles).finditer(low):
        yield match.start(1), match.end(1), int(match.group(1))


# Where a season was named before: "The second ran from April to June", "a fourth, which will be the last, has been ordered".
_OF_FIGURES = r"(?<=for the first)[,.;)]|(?<=for the second)[,.;)]|(?<=for the third)[,.;)]"  # "against 2.9 million for the first,"
_NOUNLESS_RE = pattern(
    r"\b(?P<article>the|a) (?:(?P<nth>first|{ordinals}){nounless_behind}?|(?P<new>{coming} one))"
    rf"(?={_OF_FIGURES}| (?P<verb>{{nounless_verbs}})\b|, {{nounless_asides}}\b|;|[,.] ?$"
    r"| {nounless_links} (?:{month_or_digit}))"
)


def find_nounless(low: str, after: int) -> Iterator[tuple[int, int, Season]]:
    """Start, end and season of each ordinal without its noun behind `after`, where a season was named."""
    for match in _NOUNLESS_RE.finditer(low, after):
        is_anothers = (
            match["article"] == "a" and match["verb"] is not None and not _ORDERED_RE.match(low, match.end())
        )  # "a second arrived"
        if not is_anothers and not names_others(low[: match.start()]):
            yield match.start("new" if match["new"] else "nth"), match.end(), NEXT if match["new"] else _number(match["nth"])


_ORDERED_RE = pattern(r" {nounless_auxiliaries}\b")
_OTHERS_RE = pattern(r"\b{few_things} (?!{counted_of_seasons}\b)(?:[a-z-]+ )?[a-z]{3,}s\b")


def names_others(low: str) -> bool:
    """Whether text in lower case speaks of an episode, a part, a trailer, two books or three teams, of which "the second" may be one."""
    return _PIECE_RE.search(low) is not None or _OTHERS_RE.search(low) is not None


def _without_titles(low: str, titles: tuple[str, ...]) -> str:
    """The text without the show's titles: "Seventh Floor season 2" names no seventh season."""
    return _titles_re(titles).sub(lambda match: "#" * len(match.group()), low)


@lru_cache(maxsize=8)
def _titles_re(titles: tuple[str, ...]) -> re.Pattern[str]:
    return pattern(r"(?<!\w)(?:" + "|".join(re.escape(lower(title)) for title in titles) + r")(?!\w)")


def names_season(low: str, *, whole: bool = False) -> bool:
    """Whether text in lower case holds a season, or is one as a whole."""
    return (_SEASON_RE.fullmatch(low) if whole else _SEASON_RE.search(low)) is not None
