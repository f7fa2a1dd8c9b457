"""Whether a count is none of a season: of episodes that were seen, sent, made by somebody or are left, of a week, or of several seasons."""

from __future__ import annotations

import re

from aoud_cli.claims.context import Line
from aoud_cli.english import pattern

_COUNT_RE = pattern(r"<e\d+>")
# "the order was raised from eight episodes to ten": what it was no longer
_RAISED_RE, _TO_MORE_RE = pattern(r"\bfrom (?:just |only |the (?:usual )?)?$"), pattern(r" to <e\d+>")
# "through seven episodes, it has averaged"
_SO_FAR_RE = pattern(r"(?:^\W*|[,;:(] (?:and )?|\b(?:has|have) )through (?:the first |its first )?$")
_TOLD_RE = pattern(r"\b(?:told|unfolds?|spread|stretches) (?:in|over|across) (?:just |only )?$")  # "the story is told in six episodes"
# "it took the drama 26 episodes and three years to tell us"
_TOOK_RE = pattern(r"\b(?:takes?|took|taken) (?:(?!(?:all|on|of|for)\b)[^ .;,]+ ){0,5}$")
_SOME_BEFORE_RE = pattern(r"(?:\b{some_before}(?: {some_articles})* ?|\b{roles_of_some} (?:[a-z]+ ){0,6})$")
_SOME_BEHIND_RE = pattern(
    r" {were_forms} {some_done}\b| {some_behind}"
    r"|,? (?:and |with )?(?:{the_rest}(?! of {its_or_the} (?!episodes))|followed by)\b"  # "with two episodes, the rest weekly"
    r"|: (?:[a-z]+|\d+|<e\d+>) (?:each )?(?:in|for) (?:the )?<s\d+>"  # "14 episodes: eight in season 1, six in season 2"
)
_EXCLAIMED_RE = pattern(r"\W*<e\d+>!\W*")  # "Five episodes! And then they leave us standing": of the part that is spoken of
# "Prime Video's Saltthrone, which claims 30 million for ten episodes", not "HBO's hit drama, which runs to ten episodes"
_OF_ANOTHERS_RE = pattern(r"<b\d+>'s \W?(?!<)[A-Z][^.;]*, which [^.;]*$")
_STILL_TO_COME_RE = pattern(r" of (?:the|its|this) (?:[a-z]+ )?(?:{runs}|<s\d+>) (?:still |yet )?{still_to_come}\b")
# "Six episodes will air this fall, the remaining six in spring", "20 episodes were out by then, ten from each season"
_MORE_LATER_RE = pattern(
    r" (?:[a-z]+ ){0,3}(?:on|in) <d\d+>,? (?:and |then |with )*(?:another )?(?:[a-z]+|\d+) (?:more|others)\b"
)  # "four episodes arrive on <d>, four more in"
_SPLIT_BEHIND_RE = pattern(
    r"[^.;]{1,60}, (?:and |with )?{the_rest}\b(?! of {its_or_the}\b(?! episodes))"
    r"| (?:were|are) (?:available|out|up)\b[^.;]{0,30}, (?:[a-z]+|[0-9]+) (?:from|in|for|of) each\b"
)
_BESIDE_EPISODE_RE = pattern(r" {episode_kinds}\b")
_OF_ANOTHER_KIND_RE = pattern(r" (?:[a-z-]+ )?{other_in_episodes}(?![\w-])")  # "a twelve-episode podcast"
_KIND_FIRST_RE = pattern(r"\W*{articles} (?:[a-z-]+ )?{other_in_episodes} (?:{small_verbs}|{runs_to})\b")  # "the podcast has"
_PARTIAL_BEHIND = (_MORE_LATER_RE, _BESIDE_EPISODE_RE, _SOME_BEHIND_RE, _SPLIT_BEHIND_RE, _STILL_TO_COME_RE)
_ALL_SEASONS_RE = pattern(r"^[\W_]*(?:(?:no\.?|number) of )?(?:series|seasons)\b\W*(?:{two_to_six}|[1-9][0-9])\b")
_ALL_EPISODES_RE = pattern(r"\W*(?:no|number|episodes)\b")
_APPOSED_RE = pattern(r"<w\d+>, an? $")
_WHOLE_RE = pattern(r"\b(?:the|order(?:ed|s)?|commissioned|total of) $")  # "ordered ten episodes of the show for season 2"
_OF_SEASON_RE = pattern(r" of <t\d+> (?:for (?:a |the )?)?<s")
_ITS_OWN_RE = pattern(r"\b{acrosses} (?:most of |all of |much of )?(?:its|their) $")  # "across its eight episodes"
_THE_SEASONS_RE = pattern(r" of (?:the )?<s\d+>(?! (?:that|which|to)\b)(?!,? {as_yet})")  # "across the six episodes of series two"
_ATTRIBUTE_RE = pattern(r" (?!of |from |in )(?:[a-z-]+ ){0,3}?{it_kinds}\b")  # "a new six-part crime drama"
_SHARE_OF_RE = pattern(r"\b{shares_of} of (?:its |the |their )?$")  # "directs four of the six episodes", "in the last of 10 episodes"
_SENT_RE = pattern(r" (?:(?:that|which) )?(?:{were_forms} )?{some_done}\b| {some_behind}")  # "three of the four episodes sent to critics"
_RUN_RE = pattern(r"\b{runs_to} (?:to|for)(?: (?:just|only|about|all of))* $")
_THROUGHOUT_RE = pattern(r"\b(?:through|throughout|in|across) all(?: of)? (?:the |its )?$")
_OF_THE_SHOW_RE = pattern(r" of [\"\u201c]?<[tw]\d+>(?! <s)")
# No season has one or two: "two episodes are available from Oct. 4", "three episodes land that day".
_FEW_RE, _THREE_RE = pattern(r"(?:one|two|1|2)[ -](?:[a-z-]+ )?(?:ep|ch|hour)|(?:three|3)[ -]ch"), pattern(r"(?:three|3)[ -](?:ep|ch|inst)")
_AT_ONCE_RE = pattern(r" (?:{premiere.present}|{premiere.base}|{premiere.past}|(?:are |were |will be )?available|{few_at_once})\b")
_ORDERED_RE = pattern(r"\b{orders_more}\b")
# "returned with three episodes on Tuesday", "debuted on January 7, with three episodes"
_ON_A_DAY_RE, _DAY_WITH_RE = pattern(r",? (?:on )?<d\d+>"), pattern(r"<d\d+>,? with $")
_RETURN_RE = pattern(r" (?:{returns_of_shows})\b")  # "its three-episode return"
_ALL_RE = pattern(r"\ball(?: of)? (?:the |its )?$")


_OF_SEVERAL_RE = pattern(r"\b(?:{two_to_six} (?:seasons|series)|{two_to_six}-season)\b(?:(?!<s)[^.;])*$")
_FOR_SEASON_RE = pattern(r" (?:in|for|of) (?:the )?<s\d+>")
_AND_RE = pattern(r"(?:{two_to_six}|[2-9]) (?:seasons|series) and $")  # "it ran for three series and 20 episodes"
_TOTAL_RE = pattern(r"(?:\btotal of|\ball(?: of)?)(?: the| its)? $")
_SHOWS_TOTAL_RE = pattern(r"\bin (?:total|all),? (?:<t\d+>|the {show_kinds}) [^.;]{0,30}$")  # "In total the show ran for 24 episodes"
_IN_TOTAL_RE = pattern(r" (?:[a-z]+ ){0,2}in (?:total|all)\b")


def is_partial(line: Line, match: re.Match[str]) -> bool:
    """Whether a count is of some episodes alone: those that critics saw, that are left, that somebody directed, one every week."""
    text = line.masked.text
    if _ALL_SEASONS_RE.search(line.before) and _ALL_EPISODES_RE.match(text):
        return True  # the row of a fact box that counts those of all seasons
    at = next((found for found in _COUNT_RE.finditer(text, match.start(), match.end())), None)
    if at is None:
        return False
    before = text[max(0, at.start() - 48) : at.start()]
    words = line.masked.sentence.lower[slice(*_origin_of(line, at))]
    if (
        ("chapter" in words and (_CHAPTERED_RE.search(text) or _MANY_CHAPTERS_RE.match(words)))
        or _FEW_RE.match(words)
        or _KIND_FIRST_RE.match(text)
        or _OF_ANOTHER_KIND_RE.match(text, at.end())
        or _OF_ANOTHERS_RE.search(line.masked.cased, 0, at.start())
        or (_EXCLAIMED_RE.fullmatch(text) and not line.before.endswith("?"))
        or _SO_FAR_RE.search(before)
        or _TOOK_RE.search(before)
        or _SHOWS_TOTAL_RE.search(text, 0, at.start())
        or (_RAISED_RE.search(before) and _TO_MORE_RE.match(text, at.end()))
    ):
        return True
    ever = _is_of_several(text, at, before) or (_THROUGHOUT_RE.search(before) and _OF_THE_SHOW_RE.match(text, at.end()))
    of_ours = (
        _is_whole(text, at, before)
        or ("-" in words and _BEFORE_SEASON_RE.match(text, at.end()))
        or (_ATTRIBUTE_RE.match(text, at.end()) and not _is_apposed(line, at))
    )
    if of_ours and not ever and not _is_of_a_named_work(line, at):
        return False
    if ever or _is_few(words, text, at.end(), before):
        return True
    behind = next(filter(None, (words.match(text, at.end()) for words in _PARTIAL_BEHIND)), None)
    beside = behind or _APPOSED_RE.search(before) or _SOME_BEFORE_RE.search(before)
    return beside is not None or _is_named_otherwise(line, at)


_BEFORE_SEASON_RE = pattern(r" <s\d+>(?! {pieces_of_seasons}\b)")  # not "a three-episode season 2 arc"
_NAME_BEFORE_RE = pattern(r"(?:^|[^<])\b[A-Z][\w'-]+, an? $")


def _is_apposed(line: Line, at: re.Match[str]) -> bool:
    """Whether a count is told of another work beside its title: `leaves for The Cartographer, a ten-episode thriller`."""
    before = line.masked.cased[max(0, at.start() - 48) : at.start()]
    return (_APPOSED_RE.search(before.lower()) or _NAME_BEFORE_RE.search(before)) is not None


def _is_of_several(text: str, at: re.Match[str], before: str) -> bool:
    """Whether a count is that of several seasons together: `after three seasons and a total of 24 episodes`."""
    several = _OF_SEVERAL_RE.search(text, 0, at.start())
    if several is None or _FOR_SEASON_RE.match(text, at.end()):
        return False
    return (_TOTAL_RE.search(before) or _AND_RE.search(before) or _IN_TOTAL_RE.match(text, at.end())) is not None


def _is_few(words: str, text: str, end: int, before: str) -> bool:
    """Whether a count, by its words, is too small for a season, or one of more."""
    on_a_day = (before.endswith("with ") and _ON_A_DAY_RE.match(text, end) is not None) or _DAY_WITH_RE.search(before) is not None
    begins = on_a_day or _AT_ONCE_RE.match(text, end) is not None or _RETURN_RE.match(text, end) is not None
    is_order = _ORDERED_RE.search(text) is not None and not _THREE_RE.match(words)  # "six more episodes have been ordered"
    return (begins and _THREE_RE.match(words) is not None) or (" more" in words and not is_order) or words.startswith(("one ", "an ", "1 "))


_MANY_CHAPTERS_RE = pattern(r"[1-9][0-9]{2} ")  # "I read it in school, all 148 chapters"
_CHAPTERED_RE = pattern(r"\b{source_works}s?\b")  # "the webtoon runs to 148 chapters"


def _is_whole(text: str, at: re.Match[str], before: str) -> bool:
    if _TOLD_RE.search(before) or _ALL_RE.search(before) or _RUN_RE.search(before) or _ITS_OWN_RE.search(before):
        return True
    if _SHARE_OF_RE.search(before) and not _SENT_RE.match(text, at.end()):
        return True
    of_season = _OF_SEASON_RE.match(text, at.end()) or (before.endswith("the ") and _THE_SEASONS_RE.match(text, at.end()))
    return _WHOLE_RE.search(before) is not None and of_season is not None


_NAMED_BEFORE_RE = pattern(r"(?<![.!?:] )(?<!^)\b[A-Z][\w'\u2019]*, (?:an?|whose) $")
_NAMED_BEHIND_RE = pattern(r" [A-Z][a-z]+(?![\w'\u2019]*'s)")


_WORK_BEHIND_RE = pattern(r" (?:[a-z-]+ ){0,2}{it_kinds} [A-Z][a-z]+(?: [A-Z][a-z]+)*(?=[,.;:)]|$| (?:in|on|with)\b)")


def _is_of_a_named_work(line: Line, at: re.Match[str]) -> bool:
    """Whether what it is a count of is named behind it, and nothing but its name tells that: `the three-part thriller Undertow`."""
    return _WORK_BEHIND_RE.match(line.masked.cased, at.end()) is not None


def _is_named_otherwise(line: Line, at: re.Match[str]) -> bool:
    """Whether a count is of a work named beside it without quotes: `Ridge Road, a ten-part procedural`, `the six-part Meridian`."""
    first, last = _origin_of(line, at)
    written, text = line.masked.sentence.text, line.masked.text
    of_ours = re.search(r"<[ts]\d+>\"?, (?:an?|whose) $", text[: at.start()])
    before = _NAMED_BEFORE_RE.search(written, max(0, first - 60), first) and not of_ours
    behind = _NAMED_BEHIND_RE.match(written, last) and not text.startswith(" <", at.end())
    return bool(before or behind or _is_of_a_named_work(line, at))


def _origin_of(line: Line, at: re.Match[str]) -> tuple[int, int]:
    return line.masked.origin(*at.span())
