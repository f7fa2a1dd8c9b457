"""Shoots: `filming began on D and wrapped in E`."""

from __future__ import annotations

import re

from aoud_cli.claims.events.words import DATE_RE, END, START, Attached, Owner, is_cut
from aoud_cli.english import pattern

# What may stand between a shoot and the verb of its beginning or end.
SHOOT_VERB = r"(?P<shot>\b{shoot}\b)(?P<of>(?:,? (?!and\b)(?:[a-z'-]+|<[tsdfl]\d+>'?s?)){0,9}?),? (?:(?P<begin>{begin})|(?P<end>{end}))\b"
_VERB_SHOOT = r"\b(?:(?P<begin>{shoot_enters})|(?P<end>{end}))(?: {shoot_articles})* {shoot}\b(?: on| for| of)?"
_DAY_OF_SHOOT = (
    r"\b(?:(?P<begin>start|beginning|commencement|first day)|(?P<end>{shoot_end_nouns}))(?: of| on| for| to)"
    r"(?: the| its| their| principal)* {shoot}\b"
)
_SHOOT_DAY = r"\b{shoot} (?:(?P<begin_>start|kick-off)|(?P<end_>wrap|end))(?: date)?\b"
_NOUN_SHOOT = f"{_DAY_OF_SHOOT}|{_SHOOT_DAY}"
_SEASON = r"(?:the |its )?<[st]\d+>"
_BEGUN = (
    r"\b{goes} (?:before|in front of) (?:the )?cameras?\b|\bon floors\b"
    r"|\bcrank(?:s|ed) in\b|\bfirst (?:scenes?|takes?) (?:was|were) (?:shot|filmed)\b"
)
# "work began on the third season", "put it into production", "have been at work on season 3 since", "hopes to be shooting season 3 by"
_TAKEN_UP = (
    rf"\b{{puts_it}} (?:it|{_SEASON}) into production\b|(?<!writing )(?<!script )\bwork {{work_began}} on {_SEASON}"
    rf"|\b{{shot_or_shooting}} {{grammar_have}} been (?:back |hard )?at work on {_SEASON} since\b"
    rf"|\b{{hoping_to_be}} to be {{be_shooting}}(?: {_SEASON})?(?! (?:until|an?|another)\b)"
)
_BEGINNINGS = f"{_BEGUN}|{_TAKEN_UP}"
_SHOT = r"(?:<[st]\d+>|\b{shot_or_shooting}),?(?: which)?"  # what is shot, and who shoots it
_SINCE_RE = pattern(
    _SHOT + r" {grammar_have}(?:n't)? been (?:{shoot}|in production|rolling|under ?way)"
    r"(?:,? (?:here|{at_a_place} (?:[a-z'-]+|<l\d+>)(?: (?:[a-z'-]+|<l\d+>)){0,3}))? since (?:early |late )?$"
)
# "the production, which was shot from 1 October in Leitrim"
_SHOT_FROM = r" (?:(?:was|were|be|will be) (?:being )?(?:shot|filmed)|(?:will|to) (?:shoot|film))"
_FROM_RE = pattern(_SHOT + _SHOT_FROM + r"(?: {at_a_place}(?: (?:[a-z'-]+|<l\d+>)){1,4})? from $")
# "the shoot is scheduled to run until May", "filming began in March and will go on until May"
_GOES_ON = r"\b{shoot}\b[^.;]*?(?P<goes_on>\b{shoot_goes_on} {until_a_day} (?:the |at least )*)"
# "They'll be shooting season 3 until November", "season 3 will be filming through November"
_AT_IT = r"(?:<[st]\d+>[^.;,<]{0,20}|\b(?:we|they)(?:'re| are|'ll| will)?(?: still| be)*) {be_shooting}"
_AT_WORK = (
    rf"(?P<at_work>{_AT_IT}|\b{{be_shooting}} {_SEASON})"
    r"(?: {at_a_place} <l\d+>)* {until_a_day} (?:the |at least )*"
)
_UNTIL_RE = pattern(rf"(?:{_GOES_ON}|{_AT_WORK}|\b{{shoot}}\b[^.;]*<d\d+>,? and (?P<took>took until ))$")
# "Filming for season 2 took place from March to August 2023": a range, whose ends are told apart where it is made a claim.
_LASTS_RE = pattern(
    r"\b{shoot}\b(?: (?:for|of|on) (?:the )?(?:<[ts]\d+> ?)+| [a-z]+)? {shoot_lasts}(?: (?:{shoot_lasts_between}|<l\d+>))* $"
)
# "We finished season two on April 19", "the cast and crew wrapped the second season": who makes a season ends no broadcast.
_DONE_RE = pattern(
    r"(?:\b{makers_names}|<[ak]\d+>)(?:'d|'ve| had| have| has)?(?: [a-z]+ly| just)? {makes_done}(?: up)?"
    r"(?: work)?(?: on| with)? (?:the |its )?<s\d+>(?=,? (?:{done_when}|<d)|[,.;]|$)"
)
_WATCHED_RE = pattern(r"\b(?:bing|watch|stream)[a-z]*\b")  # "we binged it all: we finished season two on March 1"
_SAID_RE = pattern(r", (?:<[a-z]\d+>|[a-z-]+)(?: [a-z-]+){0,3} {says_briefly}(?: [a-z]+)? (?:on )?$")


def read_shoot(text: str, left: int, date: re.Match[str]) -> Attached | None:
    """`filming began on D`, `wrapped production in D`, `the end of filming is due in D`: the last of them before the date."""
    lasts = _LASTS_RE.search(text, left, date.start())
    if lasts is not None:
        return Attached(date.group(), START, lasts.start(), date.end(), "")
    until = _UNTIL_RE.search(text, left, date.start())
    if until is not None and not text.startswith(" to ", date.end()):  # "took until May to get going"
        return Attached(date.group(), END, until.start(until.lastgroup or 0), date.end(), "")
    found = _elided_wrap(text, left, date) or _done(text, left, date)
    for words in (SHOOT_VERB, _VERB_SHOOT, _NOUN_SHOOT):
        for match in pattern(words).finditer(text, left, date.start()):
            between = text[match.end() : date.start()]
            if is_cut(between) or DATE_RE.search(between) or _SAID_RE.search(between):
                continue
            told = shot(text, match, date)
            if found is None or told.end - told.start < found.end - found.start or found.owner == "elsewhere":
                found = told
    if found is not None:
        return found
    since = _SINCE_RE.search(text, left, date.start()) or _FROM_RE.search(text, left, date.start())
    if since is not None:
        return Attached(date.group(), START, since.start(), date.end(), "")
    floors = [*pattern(_BEGINNINGS).finditer(text, left, date.start())]
    if floors and not DATE_RE.search(text, floors[-1].end(), date.start()):
        return Attached(date.group(), START, floors[-1].start(), date.end(), "")
    return found


def find_shoot(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first words of a stretch that tell of the beginning or end of a shoot: `the crew began filming`, `filming began`."""
    found = (pattern(words).search(text, start, end) for words in (SHOOT_VERB, _VERB_SHOOT, _NOUN_SHOOT))
    return min(filter(None, found), key=lambda match: match.start(), default=None)


_GOES_ON_TO = r"(?:,? and|,? then|, before|,? which [^.;,]*<d\d+>,)(?: {elided_between})*"
_ELIDED_RE = rf"\b(?:{{shoot}}|{{we_shot}})\b[^.;]*?{_GOES_ON_TO} (?P<end>{{end}}|{{shoot_over}})\b(?: up| on)?"


def _elided_wrap(text: str, left: int, date: re.Match[str]) -> Attached | None:
    """`filming began in Galway in May and wrapped in July`: the end of the shoot whose name stands before its beginning."""
    found = None
    for match in pattern(_ELIDED_RE).finditer(text, left, date.start()):
        between = text[match.end() : date.start()]
        if not DATE_RE.search(between) and not is_cut(between):
            found = Attached(date.group(), END, match.start("end"), date.end(), "")
    return found


def _done(text: str, left: int, date: re.Match[str]) -> Attached | None:
    """A season that those who make it have finished."""
    done = next(reversed([*_DONE_RE.finditer(text, left, date.start())]), None)
    if (
        done is None
        or _WATCHED_RE.search(text)
        or DATE_RE.search(text, done.end(), date.start())
        or is_cut(text[done.end() : date.start()])
    ):
        return None
    return Attached(date.group(), END, done.start(), date.end(), "")


_OTHERS_FILM_RE = pattern(r"(?:<c\d+>|\b{others_who_film}) (?:[a-z]+ )?$")


def shot(text: str, match: re.Match[str], date: re.Match[str]) -> Attached:
    """The beginning or end of a shoot at its date; `elsewhere` where it is one piece of it, or another thing's."""
    groups = match.groupdict()
    of = groups.get("of") or ""
    owner: Owner = START if groups.get("begin") or groups.get("begin_") else END
    by_part = _OTHERS_FILM_RE.search(text, 0, match.start()) is not None  # "Kate begins filming the pier", "tourists began filming it"
    if by_part or _is_piece(text, match, of) or "<w" in of or pattern(r"\b{foreign}\b").search(of):
        owner = "elsewhere"
    return Attached(date.group(), owner, min(match.start(), date.start()), max(match.end(), date.end()), of)


_STREET_RE = pattern(r"\b(?:on|in|at) (?:[a-z'-]+ ){1,3}{streets}\b")  # "filming on Castle Street began Monday"


_PIECE_BEHIND_RE = pattern(
    r" (?:the |its |their |a )?(?:[a-z'-]+ |<[lc]\d+>(?:'s)? ){0,3}{shoot_pieces}\b"
)  # "began filming the Paju scenes"


def _is_piece(text: str, match: re.Match[str], of: str) -> bool:
    """Whether words tell of one leg of a shoot, of a second unit, or of a beginning over again."""
    if re.match(r" (?:again|anew|once more|over)\b", text[match.end() :]) or _PIECE_BEHIND_RE.match(text, match.end()):
        return True
    if _STREET_RE.search(of):
        return True
    if pattern(r"\b(?:in|at|on location) (?:[a-z]+ ){0,3}?<l\d+>|\b{shoot_pieces}\b").search(of):
        return True
    if re.search(r"\b(?:second|third) unit\b|(?:\bafter (?:[a-z]+ ){1,4}|^<z\d+> )in <l\d+>", text[: match.start()]):
        return True
    return pattern(r"\b{shoot_pieces_before} $").search(text[max(0, match.start() - 40) : match.start()]) is not None


_THE_SHOOT = r"\W*(?:the )?{shoot}\b(?![^.;]*\b{comes_out_nouns}\b)"
_SHOOT_RE = pattern(_THE_SHOOT)
_IT_BEGAN_RE = pattern(r"\W*it (?:[a-z]+ly )?{it_began} (?:(?:in|on) )?<d\d+>")
_IT_BEGINS_RE = pattern(r"\W*it(?: (?:[a-z]+ly )?{it_begins}|(?:'s| is)(?: now)? {set_or_due} to {it_will_begin}) (?:(?:in|on) )?<d\d+>")
_OVER_RE = pattern(r"\b{shoot_over}\b")
# "Production on the fourth was to have started this fall; as X is on Broadway, it is now set for January"
_WAS_TO_START = _THE_SHOOT + r"[^.;]{0,60} {was_forms} (?:to have|(?:{once} )?(?:{once_planned} )?to) "
_IT_IS_SET_RE = pattern(_WAS_TO_START + r"[^.]*[;,] (?:but |and )?it (?:{grammar_be}|has been) now {set_or_due} (?:for |in )?<d\d+>")


def ends_a_shoot(before: str, text: str, end: int) -> bool:
    """Whether what ends up to `end` in a sentence is the shoot of the one before it: `It began on D and wrapped on E`."""
    began = _IT_BEGAN_RE.match(text)
    goes_on = began is not None and _AND_ENDED_RE.match(text, began.end(), end) is not None
    return began is not None and goes_on and takes_up_a_shoot(before, text, began.end())


_AND_ENDED_RE = pattern(r",? (?:and|then|before) (?:[a-z]+ly )?{end}\b(?: up)?(?: in| on)?")


def takes_up_a_shoot(before: str, text: str, end: int) -> bool:
    """Whether what began is the shoot of the sentence before: `The shoot of season 3 was the shortest. It began in July`.

    Or that of its own sentence: `The shoot was to start in May; as X is busy, it is now set for June`.
    Of a shoot that is over what begins is the season: `Filming has wrapped. It begins on Friday`.
    """
    if _IT_IS_SET_RE.fullmatch(text, 0, end):
        return True
    cut = text.rfind("; ", 0, end) + 1
    if cut:  # "Filming hasn't started yet; it's expected to begin in March"
        before, text, end = text[: cut - 1], text[cut:], end - cut
    if _SHOOT_RE.match(before) is None:
        return False
    began = _IT_BEGAN_RE.match(text, 0, end) is not None
    return began or (_OVER_RE.search(before) is None and _IT_BEGINS_RE.match(text, 0, end) is not None)
