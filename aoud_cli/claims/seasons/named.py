"""Whose season a claim is of: what its words and their surroundings name, in the order in which it counts.

Here an article alone speaks; `premieres` decides among the candidates, and by time where none of them holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.claims.seasons.spoken import compared_from, is_beforehand, is_passing, season_of_token, spoken_in
from aoud_cli.english import pattern
from aoud_cli.spans.seasons import ANOTHER, FINAL, NEXT, PREVIOUS, Season

Step = Literal["clause", "sentence", "before", "heading", "debut", "date", "time", ""]


class Whose(NamedTuple):
    """A season that a claim may be of, by which step, and the words that name it, where they stand in the sentence itself."""

    season: Season
    step: Step
    words: str = ""


# Told of the coming season, whatever earlier one the words name beside it ("five years after the first season").
_NEVER_THE_FIRST = ("cast.status", "setting.time_jump", "renewal.announced")
_NOW_RE = pattern(r"\b{both_seasons}\b")
_TO_COME_RE = pattern(r"\b{returning}\b")
_WHOLE_SHOW_RE = pattern(r"<t\d+>|\bthe {show_kinds}\b")
_FUTURE_RE = pattern(r"\b{future}\b")
_AGAIN_RE = pattern(r"\b{done_again}\b")
_FIRST_RE = pattern(r"\b{first_debuts}\b(?! {no_first})")
COMES_BACK_RE = pattern(r"\b{comes_back}\b")  # "two years after it debuted, it returned on D"
_OTHER_PART_RE = pattern(r"\b(?:{later_parts} (?:<e\d+>|{small_counts})|the rest)\b")  # "the first four on D and the final four on E"
_FROM_ITS_RE = pattern(r"\b(?:{compared_up})\b[^.;]{0,24}\b(?:from|on|since) its <d\d+> {debut_nouns}\b")  # "up 38% from its 2023 launch"
_DESCRIBED_RE = pattern(r"\bthe (?:season|series|run) (?:in|during|after|for) which\b")  # "the season in which it was canceled"
# "K directed the pilot": it stands before every season, whichever the article is about; "the helicopter pilot" is somebody
_PILOT_RE = pattern(
    r"\b(?:{whose_pilot}|<t\d+>(?:'s)?) pilot(?: episode)?(?= (?:{behind_pilots})\b| of (?:the {show_kinds}|<[ts]\d)|[,.;:)]|$)"
)
_HAS_A_PILOT = ("crew.director", "crew.writer", "production.location", "production.filming_start", "production.filming_end")
_SERIES_PREMIERE_RE = pattern(r"\bseries (?:premiere|debut|opener)\b|\b(?:very first|first[- ]ever) (?:episode|night|hour|instal?lment)\b")
# "It began for viewers on D, when the channel released the whole first season": of the season that came out then.
_WHEN_OUT_RE = pattern(r",? when [^,.;]{0,60}?\b{comes_out_stems}[a-z]* [^,.;]{0,30}<s\d+>")
_LAST_TIME_RE = pattern(r"\b{last_time}\b")
_SEASON_RE = pattern(r"<s\d+>")
# "Season 2 of the show, which premiered on ..., has been viewed": what is told in either clause is told of the subject.
_SUBJECT_RE = pattern(r"(?:the |a )?<s\d+>(?: of \"?<t\d+>\"?,?)?(?=,? (?:which|that)\b)")


# "unlike season two, which dropped all at once, ...", "season 3, which will be the last, has been ordered"
_ANTECEDENT_RE = pattern(
    r"(?:\bunlike (?:the )?(?P<unlike><s\d+>) of <t\d+>|(?P<season><s\d+>)),? (?:which|whose) (?:[a-z]+ |<[de]\d+> ){0,6}$"
    r"|(?P<resumed><s\d+>), (?:which|whose) (?:[^,;.<]|<s\d+>)*, (?:[a-z]+ ){0,3}$"
)
# "Season 1 began in March 2023 and season 2 in May 2024": the verb stands once.
_GAPPED_RE = pattern(r"<d\d+>[^<;.]{0,12}(?:,| and|,? while|,? with) (?:the )?(?P<season><s\d+>),? (?:[a-z]+ )?(?:in |on |from )?<d\d+>$")
_RIGHT_BEHIND_RE = pattern(r" (?:(?:in|for|to|of) )?(?:the )?(?P<season><s\d+>)(?!'s)")
_ITS_END_RE = pattern(r"'s? {finale.nouns}\b")
_AFTER_RE = pattern(r"\b(?:after|since)$")
_NOTED_RE = pattern(r" \((?P<season><s\d+>)\)")  # "Romania (season 1); Ireland (season 2)"
# "up from 58 million viewers for season 1"
_COUNTED_FOR_RE = pattern(r" (?:{counted_for}|who (?:watched|saw|tuned in (?:to|for))) (?:the )?(?P<season><s\d+>)")
# Up to a comma or a clause of its own; credits in brackets and further names stand between: "joins X (as Y), Z (as W) in season two".
_BEHIND_RE = pattern(
    r"(?:(?! {reason_clauses} )[^,(]|\([^()<]*(?:<[acknw]\d+>[^()<]*)*\)|,(?: and)? [\ue000-\ue003]?<[acnk]\d+>(?=[ ,]\(|,| and <| in <s))*"
)
_ASIDE_RE = pattern(r", (?:which|who|whose|whom) [^,;.]*$")


def candidates(rule: Rule, make: Make, line: Line, match: re.Match[str]) -> tuple[Whose, ...]:
    """The seasons that the words may speak of, the one that counts most first; none where the fact belongs to no season."""
    is_premiere = make.key == "release.premiere"
    if rule.season == "none" or (is_premiere and _ORDERED_AHEAD_RE.search(line.masked.text, 0, match.end())):
        return ()  # of the season whose day it is, and not of the one that is ordered ahead of it
    if (line.columns or line.in_season_column) and line.over_season is not None:
        return (Whose(line.over_season, "clause"),)  # the row, or the column, of a season
    if is_premiere and _is_shows_own(line.masked.text, match):
        return (Whose(1, "debut"),)
    other = _of_the_one_before(line, match) if make.key == "episodes.count" else None
    if other is not None:
        return other
    named = _named_season(make, line, match)
    if named is not None and not (named.season == 1 and make.key in _NEVER_THE_FIRST):
        spoken = _spoken_of(line, named)
        return (*spoken, named, *(_around(line) if is_open(named.season) and not spoken else ()))
    return _unnamed(rule, make, line, match)


_FOLLOW_UP_RE = pattern(r"the {follow_ups}")


def _spoken_of(line: Line, named: Whose) -> tuple[Whose, ...]:
    """The season whose new episodes are meant: `Season 7 returns in November. New episodes follow on Fridays.`"""
    before = line.before_season
    if before == 1 and named.season == NEXT and _FOLLOW_UP_RE.fullmatch(named.words.lower()):
        return (Whose(2, "before"),)  # "Season 1 was set on an island. The follow-up moves to Busan."
    is_meant = is_open(named.season) and "episode" in named.words.lower()
    return (Whose(before, "before"),) if is_meant and isinstance(before, int) else ()


_TO_ITS_RE = pattern(r" to (?:the )?<s\d+>'s (?:{cardinals}|[0-9])")
_CHANGED_RE = pattern(r"\b(?:down|up) from (?:[a-z]+ )?[^ ;.]+$")


def _of_the_one_before(line: Line, match: re.Match[str]) -> tuple[Whose, ...] | None:
    """Whose a count is that is another season's than the one named beside it: `Season 3 has eight episodes, down from 10`; None where it
    is no other's."""
    text = line.masked.text
    if _TO_ITS_RE.match(text, match.end()):
        return ()  # "with ten episodes to the first season's six": which, the words don't tell
    near = text[max(0, match.start() - len("down from just ")) : match.end()]
    changed = "<s" not in match.group() and _CHANGED_RE.search(near) is not None
    return (Whose(_before_named(line, match), "clause"),) if changed else None


def _before_named(line: Line, match: re.Match[str]) -> Season:
    """The season before the one that a sentence compares with it."""
    told = [season_of_token(line.masked, token) for token in spoken_in(line.masked, match.start())]
    return told[-1] - 1 if told and isinstance(told[-1], int) and told[-1] > 1 else PREVIOUS


_ORDERED_RE = pattern(r"\b{renewal}\b[^.;]{0,40}<s\d+>|<s\d+>[^.;]{0,40} {renewal}\b")
# "renewed it for a third season ahead of its June 15 return"
_ORDERED_AHEAD_RE = pattern(r"\b{renewal}\b[^.;]*<s\d+>[^.;<]{0,30} {before_it} (?:its|the {show_kinds}'s|<t\d+>'s) <d\d+> [a-z-]+$")
_PLANNED_RE = pattern(r"\b{first_debuts} (?:to|set|due|{once_planned})\b")
_SHOWS_LAUNCH = r"(?:<t\d+>|\bthe {show_kinds})'s (?:[a-z-]+ )?(?:<d\d+> )?{debut_nouns}\b(?: (?:on |in )?<d\d+>)?"
_SHOW_LAUNCHED = r"(?:first |originally )?(?!return|came back)(?:{premiere.past}) (?:on |in )?<d\d+>"
_A_SHOW = r"<t\d+>,? an? (?:[a-z-]+ ){0,4}(?:{show_kinds}|{it_kinds})"
_WHICH_LAUNCHED = rf"(?P<described>{_A_SHOW} (?:that|which) (?:[a-z]+ ){{1,5}}<d\d+>)"  # "<title>, a drama that made its debut in <d>"
_SHOWS_RE = pattern(
    rf"{_SHOWS_LAUNCH}|{_WHICH_LAUNCHED}|\b(?:after|since|when|before) (?:<t\d+>|(?:the|its) {{show_kinds}}) {_SHOW_LAUNCHED}"
)


def _is_shows_own(text: str, match: re.Match[str]) -> bool:
    """Whether a premiere is the show's and no season's: `ordered a second season six weeks after the show's March 10 launch`, `five days
    after the show launched on March 10`."""
    near = (own for own in _SHOWS_RE.finditer(text, max(0, match.start() - 40)) if own.start() <= match.end() <= own.end())
    own = next(near, None)
    return own is not None and (own["described"] is not None or "<s" not in text or _ORDERED_RE.search(text, 0, own.start()) is not None)


def _unnamed(rule: Rule, make: Make, line: Line, match: re.Match[str]) -> tuple[Whose, ...]:
    """The candidates where the clause itself names no season."""
    if make.key == "character.occupation" and _NOW_RE.search(_clause(line, match)):
        return (Whose(NEXT, "clause"),)
    describes = _DESCRIBED_RE.search(_clause(line, match)) or (make.key == "release.premiere" and _FROM_ITS_RE.search(line.masked.text))
    if describes or _LAST_TIME_RE.search(line.masked.text, 0, match.end()):
        return ()  # of the season before the one that the article is about, or of one that is described: its days tell
    if _is_of_the_debut(make, line, match) and COMES_BACK_RE.search(match.group()) is None:
        return () if _PLANNED_RE.search(_clause(line, match)) else (Whose(1, "debut"),)  # not "it was originally to premiere on ..."
    if rule.id.startswith(("credits.", "platform row.", "location row.")):
        return tuple(_around(line, 0))  # the season of a row of credits that stands behind another's name is that one's
    if make.subject == "work":
        return tuple(_of_work(make, line, match))
    # A premiere told as past is not of a season that only a later clause brings up: "it landed in October while its second season ..."
    is_past = make.key == "release.premiere" and not is_ahead(rule, line, match)
    is_watched = make.key.startswith("viewership.")
    is_answer = rule.id.endswith(".answer")  # "Six, the fewest yet: there were eight in season 1"
    cut = _NEXT_CLAUSE_RE if is_watched else _OTHER_CLAUSE_RE
    ends = _done_aside(line.masked.text, match) or cut.search(line.masked.text, match.end())
    is_past = is_past and _WHEN_OUT_RE.match(line.masked.text, match.end()) is None
    reach = match.start() if is_past or is_answer or _AFTER_RE.search(match.group()) else ends and ends.start()
    return tuple(_over(line) if _THIS_RE.search(_clause(line, match)) else _around(line, reach))


_NEAR = 24  # code points between a pilot and what is told of it


def _is_of_the_debut(make: Make, line: Line, match: re.Match[str]) -> bool:
    """Whether a clause tells of the show's own first day or episode, whatever season stands above: `the show first premiered on`, `the
    series premiere was seen by`, `directed the pilot`."""
    clause = _clause(line, match)
    if make.key == "release.premiere":
        return _FIRST_RE.search(clause) is not None and _OTHER_PART_RE.search(clause) is None
    if make.key in _HAS_A_PILOT:
        near = line.masked.text[max(0, match.start() - _NEAR) : match.end() + _NEAR]
        return _PILOT_RE.search(near) is not None and _PILOT_RE.search(clause) is not None
    return make.key.startswith("viewership.") and _SERIES_PREMIERE_RE.search(clause) is not None


# "18 episodes are more than it can bear; the first season did it in 13", "renewed it so that both seasons can be shot in one go"
_OTHER_CLAUSE_RE = pattern(r";| {reason_clauses} ")
# "The first episode was watched by 6.9 million, and the first episode of the third series by 5.7 million"
_NEXT_CLAUSE_RE = pattern(r"; |, {next_figure_links} | {reason_clauses} ")


def _done_aside(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """What a sentence that looks ahead adds of seasons that are over: `filming moves to A, replacing B, which hosted season 1`."""
    done = _DONE_ASIDE_RE.search(text, match.end())
    ahead = done is not None and (_FUTURE_RE.search(text, 0, done.start()) or cues.hedged(text[: done.start()]).cue is not None)
    return done if ahead else None


# "Filming is to begin in May in Ireland, replacing New Zealand, which hosted the first two seasons"
_DONE_ASIDE_RE = pattern(r", (?:which|who) (?:had |[a-z]+ly )?(?:[a-z]+ed|{told_past})\b[^,;.]*<s\d+>(?=[,;.]|$)")
# "The order will come in two batches, and the first two seasons move to the streamer": of several seasons only their own clause tells.
_BOTH_MOVE_RE = pattern(r", (?:and|but|while) <s\d+> [a-z]+")


def _clause(line: Line, match: re.Match[str]) -> str:
    """The words of the clause that a match stands in."""
    return line.masked.text[slice(*cues.clause(line.masked.text, *match.span()))]


def _around(line: Line, reach: int | None = None) -> Iterator[Whose]:
    for token in spoken_in(line.masked, reach)[:1]:
        whose = _whose(line, token, "sentence")
        yield from _spoken_of(line, whose)
        if not (isinstance(whose.season, tuple) and _BOTH_MOVE_RE.search(line.masked.text)):
            yield whose
    if line.before_season is not None:
        yield Whose(line.before_season, "before")
    yield from _over(line)


def _over(line: Line) -> Iterator[Whose]:
    """The season of the heading, else of the title."""
    if line.over_season is not None:
        yield Whose(line.over_season, "heading")


# "The first season ended in May with 1.31 million, and this season opened in April": the one that the article is about
_THIS_RE = pattern(r"\b(?:and|but|while) this {runs}\b")


def _of_work(make: Make, line: Line, match: re.Match[str]) -> Iterator[Whose]:
    """Of what a show and a season can have: the coming one for what is still to be; nothing where the whole show is meant."""
    clause = _clause(line, match)
    if make.key.startswith("crew.") and _AGAIN_RE.search(line.masked.text):
        yield Whose(NEXT, "clause")
    elif _TO_COME_RE.search(match.group()) or _NOW_RE.search(clause):
        yield Whose(NEXT, "clause")
    elif make.key != "setting.place" and not _WHOLE_SHOW_RE.search(clause):
        yield from _around(line)


def is_done_again(line: Line) -> bool:
    """Whether a sentence says that somebody does what they did before ("again handles the script"): it is told of both seasons."""
    return _AGAIN_RE.search(line.masked.text) is not None


_LASTED_RE = pattern(r"(?:which |that )?(?:{lasted_once})\b")  # "Episodes, which ran between 41 and 46 minutes, will be shown uncut"


def is_ahead(rule: Rule, line: Line, match: re.Match[str]) -> bool:
    """Whether the words hedge what they tell or put it off, or the rule reads what is still to come."""
    clause = match.group() if _LASTED_RE.match(match.group()) else _clause(line, match)
    return rule.season == "upcoming" or cues.hedged(clause).cue is not None or _FUTURE_RE.search(clause) is not None


def _whose(line: Line, token: str, step: Step) -> Whose:
    span = line.masked.span(token)
    return Whose(season_of_token(line.masked, token), step, line.masked.sentence.text[span.start : span.end])


_OPENS_RE, _DONE_RE = pattern(r"[^a-z<]*"), pattern(r"[a-z]+(?:ed|en)\b")
_FRONTED_RE = pattern(r"[^,;.<]{0,50}, (?:the |its )?(?P<season><s\d+>)")


def _right_there(make: Make, line: Line, match: re.Match[str]) -> Whose | None:
    """The season that stands in the words or right behind them, whatever else is named."""
    text = line.masked.text
    is_counted = make.key == "episodes.count" or make.key.startswith("viewership.")
    found = _GAPPED_RE.search(text, match.start(), match.end()) or _NOTED_RE.match(text, match.end())
    found = found or (_COUNTED_FOR_RE.match(text, match.end()) if is_counted else None)
    if found is None and make.key == "cast.status" and "<s" not in match.group():
        behind = _RIGHT_BEHIND_RE.match(text, match.end())  # "season 2 closed with a death, so X is not expected in season 3"
        found = behind if behind is not None and not is_passing(text, behind.start("season")) else None
    if found is None and _OPENS_RE.fullmatch(text, 0, match.start()) and _DONE_RE.match(match.group()):
        found = _FRONTED_RE.match(text, match.end())  # "Penned by X in a weekend, the season 2 finale was shot in nine days"
    return None if found is None else _whose(line, found["season"], "clause")


def _named_season(make: Make, line: Line, match: re.Match[str]) -> Whose | None:
    """The season in the matched words, else the one nearest before them in their clause, else the sentence's subject, else behind them."""
    text = line.masked.text
    told = _right_there(make, line, match)
    if told is not None:
        return told
    left, right = cues.clause(text, *match.span())
    subject = _SUBJECT_RE.match(text)
    head = subject.end() if subject and subject.end() <= left else 0
    antecedent = _ANTECEDENT_RE.search(text, 0, match.start())
    if antecedent and all(is_open(season_of_token(line.masked, token)) for token in _SEASON_RE.findall(match.group())):
        return _whose(line, antecedent[str(antecedent.lastgroup)], "clause")
    reach = next(_BEHIND_RE.finditer(text, match.end(), right)).end()
    for start, end, last in ((*match.span(), 0), (left, match.start(), -1), (0, head, 0), (match.end(), reach, 0)):
        tokens = [token for token in _SEASON_RE.finditer(text, start, end) if _is_meant(text, token, match)]
        if tokens:
            return _whose(line, tokens[last].group(), "clause")
    return None


_DOES_RE = pattern(r" {season_draws}(?: {draws_about})* ")


def _is_meant(text: str, token: re.Match[str], match: re.Match[str]) -> bool:
    """Whether a season is what the matched words are about, and not named in passing or aside ("X, who left in season 2, returns")."""
    does = token.end() <= match.start() and _DOES_RE.fullmatch(text, token.end(), match.start())
    if token.start() == match.start() or does:
        return True  # "since the first season pulled in 181.7 million hours"
    if token.start() >= match.end() and _ITS_END_RE.match(text, token.end()):
        return False  # "from the opening in October 2021 to the second series' finale"
    if token.start() >= match.end() and _AFTER_RE.search(match.group()):
        return False  # "it resumes six years after the flood that closed out season 2" is of the next
    told = match.end() if match.start() < token.start() < match.end() else match.start()
    if text[token.end() : told] in (" ", "'s ") and is_beforehand(text, token.start()):
        return True  # "renewed ahead of season 2's premiere this spring"
    compared = compared_from(text, token.start())
    if compared is not None and match.end() <= compared:
        return False  # "the premiere had 1.1 million viewers, down from the 1.3 million of season 2"
    return not (is_passing(text, token.start()) or _is_aside(text, token, told) or _HAVING_RE.search(text, match.start(), token.start()))


_HAVING_RE = pattern(r", having [^,;.]*$")  # "X has the role again, having taken over from Y in season 3"


def _is_aside(text: str, token: re.Match[str], before: int) -> bool:
    """Whether a season stands between commas of a sentence that goes on behind it: `the show, which films its second season, premiered`."""
    return _ASIDE_RE.search(text, 0, token.start()) is not None and "," in text[token.end() : before]


def is_open(season: Season) -> bool:
    """Whether only its surroundings give the season its number."""
    return season in (NEXT, FINAL, ANOTHER, PREVIOUS)
