"""Which season a claim is about: the one that its words name, else the one that its rule, its tense or its surroundings give."""

from __future__ import annotations

import re

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.model import Certainty
from aoud_cli.profile import Profile

# Told of the coming season, whatever earlier one the words name beside it ("five years after the first season").
_OF_THE_COMING = ("cast.status", "setting.time_jump")
_NOW_RE = re.compile(r"\b(?:now|this time|next time|both seasons|each season)\b")
_TO_COME_RE = re.compile(r"\b(?:will|return\w*|again|back|once more|upcoming|new)\b")
_TITLE_RE = re.compile(r"<t\d+>")
_WHOLE_SHOW_RE = re.compile(r"<t\d+>|\bthe (?:series|show|drama|franchise|k-drama)\b")
_FUTURE_RE = re.compile(r"\b(?:will|'ll|is to|are to|is (?:set|due|slated|scheduled|expected) to)\b")
_AGAIN_RE = re.compile(
    r"\b(?:again|once more|return(?:s|ing)?|back|reprises?|as before|same as|as (?:they|he|she) did|remains?|still|stays?"
    r"|this time too|both seasons|each season)\b"
)


def season_of(rule: Rule, make: Make, line: Line, match: re.Match[str], profile: Profile) -> int | None:
    """The season of the words themselves, of the clause, by the rule, of the sentence, of what stands above, else the coming one."""
    if rule.season == "none":
        return None
    named = _named_season(line, match)
    if named is not None and not (named < profile.upcoming and make.key in _OF_THE_COMING):
        return named
    if make.key.startswith("episodes.") and _tells_of_what_is_out(line, match):
        return 1
    if rule.season == "context":
        return _spoken_season(line, match, profile)
    return 1 if rule.season == "first" else profile.upcoming


def _spoken_season(line: Line, match: re.Match[str], profile: Profile) -> int:
    """The first season that the sentence names, else the coming one for what is still to be, else the one that was spoken of."""
    anywhere = [s.what for s in line.masked.seasons if isinstance(s.what, int)]
    if anywhere:
        return anywhere[0]
    return (line.season or 1) if _is_told_as_fact(line, match) else profile.upcoming


def season_of_work(rule: Rule, make: Make, line: Line, match: re.Match[str], profile: Profile) -> int | None:
    """The season that the words or what stands around them name, the coming one for what is still to be; None for the show."""
    if rule.season == "none":
        return None
    named = _named_season(line, match)
    if named is not None:
        return named
    left, right = cues.clause(line.masked.text, *match.span())
    if make.key.startswith("crew.") and _AGAIN_RE.search(line.masked.text[left:right]):
        return profile.upcoming
    if _TO_COME_RE.search(match.group()) or _NOW_RE.search(line.masked.text[left:right]):
        return profile.upcoming
    is_open = make.key == "setting.place" or _WHOLE_SHOW_RE.search(line.masked.text[left:right])
    return None if is_open else line.season


def is_done_again(line: Line) -> bool:
    """Whether a sentence says that somebody does what they did before ("again handles the script"): it is told of both seasons."""
    return _AGAIN_RE.search(line.masked.text) is not None


def _tells_of_what_is_out(line: Line, match: re.Match[str]) -> bool:
    """Whether a sentence calls the show itself so long, or gives the hours that it was watched ("the 12-part series drew ...")."""
    clause = line.masked.text[slice(*cues.clause(line.masked.text, *match.span()))]
    return _is_told_as_fact(line, match) and (bool(_TITLE_RE.search(clause)) or not line.masked.kinds.isdisjoint("hyr"))


def _is_told_as_fact(line: Line, match: re.Match[str]) -> bool:
    """Whether nothing hedges the words or puts them off: what is still to be is the coming season's."""
    clause = line.masked.text[slice(*cues.clause(line.masked.text, *match.span()))]
    return cues.hedged(clause) is Certainty.CERTAIN and not _FUTURE_RE.search(clause)


# "Season 2 of the show, which premiered on ..., has been viewed": what is told in either clause is told of the subject.
_SUBJECT_RE = re.compile(r"(?:the |a )?<s\d+>(?: of \"?<t\d+>\"?,?)?(?=,? (?:which|that)\b)")


def _named_season(line: Line, match: re.Match[str]) -> int | None:
    """The season in the matched words, else the one nearest before them in their clause, else the sentence's subject, else behind them."""
    text = line.masked.text
    left, right = cues.clause(text, *match.span())
    subject = _SUBJECT_RE.match(text)
    head = subject.end() if subject and subject.end() <= left else 0
    for start, end, last in (
        (match.start(), match.end(), False),
        (left, match.start(), True),
        (0, head, False),
        (match.end(), right, False),
    ):
        tokens = re.findall(r"<s\d+>", text[start:end])
        if tokens:
            what = line.masked.span(tokens[-1 if last else 0]).what
            return what if isinstance(what, int) else None
    return None
