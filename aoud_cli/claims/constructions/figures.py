"""Figures attached to the show: hours, views, viewers, households, countries, ranks, minutes, each to the nearest work before it.

A figure that belongs to another work, to a trailer, or to a comparison with one makes no claim; a rank and a count of countries need
their chart, and minutes need the episodes that they are the length of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from aoud_cli.claims.certainty import stretch
from aoud_cli.english import pattern
from aoud_cli.spans.kinds import LETTERS

KEYS: Final = {
    LETTERS["hours"]: "viewership.hours", LETTERS["views"]: "viewership.views", LETTERS["viewers"]: "viewership.viewers",
    LETTERS["households"]: "viewership.households", LETTERS["countries"]: "viewership.countries", LETTERS["rank"]: "viewership.rank",
    LETTERS["minutes"]: "episodes.runtime_minutes",
}  # fmt: skip
AUDIENCE: Final = frozenset(LETTERS[name] for name in ("hours", "views", "viewers", "households"))
_FIGURE_RE = pattern(rf"<([{''.join(KEYS)}])\d+>")
_TRAILER = r"\b{trailers}\b(?: (?:for|of) (?:the )?<[ts]\d+>(?:'s)?(?: of \"?<t\d+>\"?)?)?"
_WORK_RE = pattern(
    rf"(?P<other><w\d+>|{_TRAILER}|[a-z] \(<[fb]\d+>\)|<b\d+>'s (?!<[ts]))"
    r"|(?P<own><[ts]\d+>|\b(?:it|its)\b|\b(?:the|this) (?:[a-z-]+ ){0,2}{figure_subjects}\b)"
)
_SLOT_RE = pattern(r"\b{slot_averages}\b[^.;]{0,60}$")  # "ahead of the channel's slot average of 3.4m"
_COMPARED_RE = pattern(r"\b{compared_with} (?:the |both |only |by )*(?:[a-z'-]+ ){0,3}$")
# "the webtoon by X, which garnered 900 million views"
_SOURCES_RE = pattern(r"\b{source_works}s?\b(?:(?! and | but )[^.;|]){0,60},? (?:which|that) (?:has |have |had )?[a-z]+ (?:[a-z]+ ){0,3}$")
_BEHIND_RE = pattern(r",? {figure_owner_links} (?:the |its )?(?:[a-z-]+ ){0,2}<w\d+>")
_OF_SEASON_RE = pattern(r" {counted_for} (?:the )?<s\d+>(?! of \W?<w)")  # "against 58 million for season 1"
_CHART_RE = pattern(r"\b{chart_words}\b|<[fb]\d+>")
_CHARTED_RE = pattern(r"\b{chart_words}\b|<r\d+>")
_AMONG_RE = pattern(r" among (?:all |the )?(?:[a-z-]+ ){0,3}?{charted_works}\b")  # "8th among TV series"
_OUR_LIST_RE = pattern(r" (?:in|on|of) {own_lists} ")  # "comes third in our list of the year's best"
_RANKED_RE = pattern(r" (?:[a-z-]+ ){0,3}?(?:tv |television )?{ranked_works}\b")  # "the No. 1 non-English series"
_PLACED_RE = pattern(r"\b{placed_at} $")  # "debuted at No. 1", "went straight to number one"
_OURS_PLACED_RE, _OTHERS_PLACED_RE = pattern(r"<[ste]\d+>|\b(?:it|which|the {show_kinds})\b"), pattern(r"\b{others_placed}\b")
_SO_MANY_RE = pattern(r"<[st]\d+>[^.;|]{0,40}\b[0-9]{1,2} ?[x\u00d7] ?$")  # "season 3 (6 x 60 minutes)"
_PLACE_ENDS_RE = pattern(r"[.,;:)]|$| {behind_places}\b")
_CHARTED = 60  # code points from a count of countries to what it is a count of
_LENGTH_RE = pattern(r"\b{length_words}\b|<e\d+>")
_MOMENT_RE = pattern(r" {moments}\b")  # "ten minutes into the episode"
_FOREIGN_LENGTH_RE = pattern(r"\b{no_length}\b")
WINDOW_RE = pattern(r"<z\d+>")
_DATES_RE = pattern(r"(?: [a-z]+){0,3}? (?:{figure_date_links} (?:the week (?:of|from) )?)?<d\d+>")
_OPENED_RE = pattern(
    r"(?:^|[^a-z<]|\b(?:that|and|while) )(?:{figure_openers} )?(?:of |from |ending )?(?P<date><d\d+>)(?!, (?:but|and|while) ),?(?= )"
)
_EQUAL_RE = pattern(r",? \(?{equivalents} (?:of )?<[a-z]\d+>\)?,?[^<]*")  # the same figure in another unit
# "88 million hours and 8 million views in just three days": one window for both.
_JOINED_RE = pattern(
    rf" and <(?P<kind>[{''.join(sorted(AUDIENCE))}])\d+>" r"(?: {window_prepositions})?(?: {window_just}| {window_articles})* ?"
)
_BARE_RE = re.compile(r"\b[0-9][0-9.,]* ?(?:million|billion|m)\b")  # "5.4 million viewers, 7.1 million in seven days"
_OPENS = 60  # code points from a date that opens a clause to the figure that is of it
_NEAR = 120  # code points from a figure to its window


class Figure(NamedTuple):
    """A figure's token, the predicate that it makes a claim of, and where its words begin and end, its window among them."""

    token: str
    key: str
    start: int
    end: int


def read_figures(text: str, before: str = "") -> Iterator[Figure]:
    """The figures of a masked sentence that are the show's; `before` is the sentence before it, which may name the chart of a rank."""
    for match in _FIGURE_RE.finditer(text):
        left, right = stretch(text, *match.span()) if text.count("|") != 1 else (0, len(text))  # "Running time | 44-63 minutes"
        charted = match[1] == LETTERS["rank"] and _CHART_RE.search(before) is not None
        if (charted or _is_told(match[1], text, match, left, right)) and _is_ours(text, match, left):
            window = _window(text, match, left, right) if match[1] in AUDIENCE else None
            places = [*match.span(), *(window or ())]
            yield Figure(match.group(), KEYS[match[1]], min(places), max(places))


def _is_told(kind: str, text: str, match: re.Match[str], left: int, right: int) -> bool:
    """Whether what a figure needs to mean something stands beside it."""
    if kind in AUDIENCE:
        return True
    if kind == LETTERS["minutes"]:
        foreign = _FOREIGN_LENGTH_RE.search(text, left, right) or _MOMENT_RE.match(text, match.end())
        told = _LENGTH_RE.search(text, left, right) or _SO_MANY_RE.search(text, left, match.start())
        return told is not None and not foreign
    if kind == LETTERS["countries"]:
        left, right = max(left, match.start() - _CHARTED), min(right, match.end() + _CHARTED)
        return _CHARTED_RE.search(text, left, right) is not None
    if _OUR_LIST_RE.match(text, match.end()):
        return False
    placed = _PLACED_RE.search(text, left, match.start())
    if placed and _PLACE_ENDS_RE.match(text, match.end()):
        return _OURS_PLACED_RE.search(text, left, placed.start()) is not None and not _OTHERS_PLACED_RE.search(text, left, placed.start())
    return (_AMONG_RE.match(text, match.end()) or _RANKED_RE.match(text, match.end()) or _CHART_RE.search(text, left, right)) is not None


def _is_ours(text: str, match: re.Match[str], left: int) -> bool:
    """Whether the work named nearest before a figure, and not in comparison, is the show or none at all."""
    if _OF_SEASON_RE.match(text, match.end()):
        return True
    if _BEHIND_RE.match(text, match.end()) or _SOURCES_RE.search(text, left, match.start()) or _SLOT_RE.search(text, left, match.start()):
        return False
    works = [*_WORK_RE.finditer(text, left, match.start())]
    while len(works) > 1 and works[-1].group() == "its":
        works.pop()  # "<another> rose from its overnight figure of 4.4m"
    for work in reversed(works):
        if not (work["other"] and _COMPARED_RE.search(text, left, work.start())):
            return work["own"] is not None
    return _COMPARED_RE.search(text, left, match.start()) is None


_WEEK_ROW_RE = pattern(r"\W*week (?:[0-9]{1,2}|{cardinals}) \((?P<date><d\d+>)\)[:,]? $")  # "Week 1 (Feb 13-19): 52,310,000 hours"
_OF_THE_NEXT_RE = pattern(r", and(?: in)? $")  # "6.4 million views, and in its first 91 days it collected 24.5 million"


def _window(text: str, match: re.Match[str], left: int, right: int) -> tuple[int, int] | None:
    """The window nearest to a figure, behind it first, with no other figure between."""
    behind = WINDOW_RE.search(text, match.end(), min(right, match.end() + _NEAR))
    if behind is not None:
        between = match.end(), behind.start()
        is_alone = (
            not _FIGURE_RE.search(text, *between) and not _BARE_RE.search(text, *between) and not _OF_THE_NEXT_RE.search(text, *between)
        )
        joined = _JOINED_RE.fullmatch(text, *between)
        is_joined = joined is not None and joined["kind"] != match[1]  # of one kind each has a window of its own
        if is_alone or _EQUAL_RE.fullmatch(text, *between) or is_joined:
            return behind.span()
    joined = _JOINED_RE.match(text, match.end())
    dated = _DATES_RE.match(text, match.end() + (len(joined.group().rstrip()) if joined else 0))
    if dated is not None:
        return dated.span()
    opened = _WEEK_ROW_RE.match(text, 0, match.start()) or _OPENED_RE.search(text, left, match.start())
    if opened is not None and match.start() - opened.end() <= _OPENS and not _FIGURE_RE.search(text, opened.end(), match.start()):
        return opened.span("date")
    before = [*WINDOW_RE.finditer(text, max(left, match.start() - _NEAR), match.start())]
    if before and not _FIGURE_RE.search(text, before[-1].end(), match.start()):
        return before[-1].span()
    return None
