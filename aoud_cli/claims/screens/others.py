"""What is told of something that bears the show's name, of another work of its people, or of somebody's own life: not of the show."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import Said
from aoud_cli.english import pattern

# "the Cutter's Reach panel was cancelled"; not "at the Cutter's Reach panel, the maker said": what is said there is told of the show
_THE_SHOWS = r"(?:\"?<t\d+>\"?(?:'s|, (?:the|an?))?|\bthe {meant_kinds}'s)"
_A_THING = r"{things_of_shows}\b(?!-)(?! (?:[a-z-]+ )?{pieces_of_story}\b)"  # not "its pub scenes were filmed in Malta"
_THING_RE = pattern(
    rf"(?P<at>\b{{meeting_links}} (?:(?:the|an?|this|its) )?(?:[a-z-]+ ){{0,2}})?{_THE_SHOWS} (?:[a-z0-9-]+ ){{0,2}}?{_A_THING}"
)
_SPOOF_RE = pattern(r"\b{takes_on_shows} (?:of|on) \"?<t\d+>")
_OFFSHOOT_RE = pattern(r"\ban? \"?<t\d+>\"? (?:[a-z-]+ ){0,2}?{offshoots_of_shows}\b")  # "has ordered a <title> audio spin-off; X writes"
_SHOW_RE = pattern(r"<[ts]\d+>|\bthe {meant_kinds}\b")


def is_of_a_thing(said: Said) -> bool:
    """`the <title> panel was cancelled`, `X's spoof of <title> runs for 140 minutes`: what bears its name, or makes fun of it."""
    text = said.line.masked.text
    if "<t" not in text and "'s" not in text:
        return False
    left, _ = cues.clause(text, *said.match.span())
    if said.make.key.startswith("crew."):
        return _OFFSHOOT_RE.search(text, left, said.match.start()) is not None
    told = [*_THING_RE.finditer(text, left, said.match.end()), *_SPOOF_RE.finditer(text, left, said.match.end())]
    thing = max(told, key=lambda one: one.end(), default=None)
    if thing is None or thing.groupdict().get("at"):
        return False
    return _SHOW_RE.search(text, thing.end(), said.match.end()) is None


# "the new series from its makers has six episodes"
_OF_MAKERS_RE = pattern(r"\bnew {it_kinds} (?:from|by) (?:the |its |their )?{makers_of_more}\b(?! \W?<[acknp])(?P<of> of \W?<t)?")
_OWN_WORK_RE = pattern(
    r"^\W*(?:<[acknp]\d+>'s|{their}) (?:{new_of_works} )(?:[a-z-]+ ){0,2}?{works_of_people}\b(?!-|,? \W?(?:is )?<t)(?! (?:of|based)\b)"
)
_MADE_RE = pattern(r"(?<!\d>, )\b(?:an?|{their}) (?:[a-z-]+ ){0,3}?{works_of_people} (?:that |which )?$")
_ANEW_RE = pattern(r"(?:;| and|,? while|, but) [^;]*<t\d+>")  # "X's new play opens in July, while <title> returns on October 9"
_PERSON_RE = pattern(r"<[acknp]\d+>")


_MAKES_RE = pattern(
    r" (?:the|an?|{their}) (?:[a-z-]+ ){0,3}?(?:{made_about}|{works_filmed})\b(?!-|(?: [a-z<>0-9-]+){0,2}? (?:{pieces_of_story}|<[st]\d+>))"
)


def _is_made_by(said: Said, text: str) -> bool:
    """Whether somebody made something else: `a short that X directed`, `X, who directed the making-of documentary`."""
    made = _PERSON_RE.match(text, said.match.start()) is not None and _MADE_RE.search(text, 0, said.match.start()) is not None
    return made or _MAKES_RE.match(text, said.match.end()) is not None


def is_of_an_own_work(said: Said) -> bool:
    """`X's new novel, nothing to do with <title>, is set in Lagos`, `a short that X directed as a student`: another work of theirs."""
    text = said.line.masked.text
    if said.make.key.startswith("crew.") and _is_made_by(said, text):
        return True
    more = _OF_MAKERS_RE.search(text, 0, said.match.end())
    if more is not None and (more["of"] or "<t" not in text):
        return True
    own = _OWN_WORK_RE.match(text)
    if own is None or own.end() > said.match.end() or "<s" in text:
        return False
    return _ANEW_RE.search(text, own.end(), said.match.end()) is None


_ONES = r"(?:\b{his_or_her}|<[acknp]\d+>'s) (?:own |very )?"
_LAST_OF_ONES_RE = pattern(
    rf"{_ONES}{{last_words}}(?: {{runs_of_ones}})?(?= {{behind_lasts}} |[.,;!]|$)|\b(?:is|was|be|been) {_ONES}<s\d+>"
)


def is_ones_last(said: Said) -> bool:
    """`season 3 will be her last`, `season 3 was X's last`: hers, and no more."""
    left, right = cues.clause(said.line.masked.text, *said.match.span())
    return _LAST_OF_ONES_RE.search(said.line.masked.text, left, right) is not None


_RENEWED_RE = pattern(r"\brenew(?:s|ed|ing)? (?:{their} |an? |the )?(?:[a-z-]+ ){0,3}?{renewed_by_people}\b(?! and\b| in (?:<t|the ))")
# "X's contract was not renewed for season 3"
_THEIRS_RE = pattern(r"(?:<[acknp]\d+>'s?|\b{his_or_her}) (?:[a-z-]+ ){0,2}?{renewed_by_people}\b(?:(?! {between_facts}\b)[^.;,<]){0,40}$")
_SAID_YES_RE = pattern(r"<[acknp]\d+> (?:has |have )?(?:said|says|say) yes to\b")  # "X said yes to a third season in May"
_RENEWS_IT_RE = pattern(r"\b{renewed_by_people} [^.;]{0,80}\brenew(?:s|ed|ing)? it\b")  # "his deal runs out, and he won't be renewing it"


def is_ones_renewal(said: Said) -> bool:
    """`X renewed his vows last month`, `renewed its deal with Y`: nothing of the show."""
    text = said.line.masked.text
    theirs = _THEIRS_RE.search(text, 0, said.match.start()) is not None or said.overlaps(_SAID_YES_RE)
    return theirs or (_RENEWS_IT_RE.search(text) is not None and "<s" not in text) or said.overlaps(_RENEWED_RE)


_TAKEN_BACK_RE = pattern(r"\b{takes_back} (?:[a-z']+ ){0,3}?(?:<s\d+> )?{orders_taken_back}\b")

_ORDERED_RE = pattern(r"\bto {drops_shows}\b|\b(?:renewed|ordered|recommissioned)\b")  # "reversed its decision and renewed the show"


def is_taken_back(said: Said) -> bool:
    """`has torn up its order for season 3`: what was ordered is not any more."""
    text = said.line.masked.text
    left, right = cues.clause(text, *said.match.span())
    taken = _TAKEN_BACK_RE.search(text, left, right)
    return taken is not None and _ORDERED_RE.search(text, taken.end()) is None


_OTHER_CHART_RE = pattern(r"\b{other_charts} (?:charts?|lists?|rankings?|polls?)\b|\bbest {it_kinds}s (?:of|on)\b|\bbest shows\b")

_CUT_RE = pattern(r",| and | as | while ")


def is_of_another_chart(said: Said) -> bool:
    """`No. 1 in the singles chart`, `heads the guest list`: no rank among shows."""
    text = said.line.masked.text
    left, right = cues.clause(text, *said.match.span())
    before = max((cut.end() for cut in _CUT_RE.finditer(text, left, said.match.start())), default=left)
    behind = _CUT_RE.search(text, said.match.end(), right)
    return _OTHER_CHART_RE.search(text, before, behind.start() if behind else right) is not None
