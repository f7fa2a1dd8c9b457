"""Dates that were moved: `pushed back from D to E`, `E instead of D`, what was hoped for once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from aoud_cli.claims.events.words import END, FAR, FINALE, PREMIERE, START, Attached, Owner
from aoud_cli.english import pattern

_MOVED_RE = pattern(
    r"\b{move_stems}[a-z]*\b(?P<what>[^.;]{0,80}?),? (?:originally |initially |first )?{moved_from}"
    r" (?P<old><d\d+>),? (?:back |forward |up |out )?(?:to|until|till|into) (?P<new><d\d+>)"
)
_PUT_OFF_RE = pattern(r"\b{put_off}(?: back)? (?:to|until|till|into) (?P<new><d\d+>)")
_ONCE_RE = pattern(r"\b{once} {once_planned}(?: {once_between}){0,6} (?P<old><d\d+>)")
# "had to delay filming, which was to start in October", "was to have premiered in May"
_PUT_OFF_WHICH = r"{move_stems}[a-z]*\b[^.;]{0,80}, which {was_forms} (?:{once} )?(?:{once_planned} )?to"
_UNDONE_RE = pattern(
    rf"\b(?:{_PUT_OFF_WHICH}|{{was_forms}} to have|which should have|which had (?:[a-z]+ly )?been {{once_planned}})"
    r" (?:[a-z]+ )+?(?:in |on )?(?P<old><d\d+>)"
)
# "Early 2025 was the hope when we were ordered": the plan is gone
_HOPED_RE = pattern(r"(?P<old><d\d+>) (?:was|had been) (?:always )?(?:the|our|their) (?:[a-z]+ )?{hopes}\b")
# "9.8 million views between its release last Thursday and Sunday"
_BETWEEN_RE = pattern(r"\bbetween (?:its|the|their) {premiere.nouns} (?:on )?<d\d+> and (?P<old><d\d+>)")
_WHATS_ON_RE = pattern(r"\bwhat(?:'s| is) on (?P<old><d\d+>)")  # "visit our guide to find out what's on tonight"
_RATHER_RE = pattern(r"\b(?:instead of|rather than|and not|as opposed to|{than_date}) (?:in |on |the )?(?P<old><d\d+>)")
_SHIFTED_RE = pattern(r"\b{put_off}(?: back)?,? (?P<old><d\d+>)")  # "has slid from June to mid-July", which is read as a stretch of time
_NOBODYS = (_UNDONE_RE, _RATHER_RE, _WHATS_ON_RE, _BETWEEN_RE, _SHIFTED_RE)


def read_moved(text: str) -> Iterator[Attached]:
    """`pushed back from D to E`, `E instead of D`: the date that no longer holds is nobody's."""
    for match in _MOVED_RE.finditer(text):
        owner = _put_off(text[max(0, match.start() - FAR) : match.end("what")])
        yield Attached(match["old"], "elsewhere", match.start(), match.end("old"), "")
        yield Attached(match["new"], owner, match.start(), match.end("new"), match.group(), ahead=True)
    for match in _ONCE_RE.finditer(text):
        yield Attached(match["old"], "elsewhere", match.start(), match.end(), "")
    for match in _PUT_OFF_RE.finditer(text):
        owner = _put_off(text[max(0, match.start() - FAR) : match.start("new")])
        yield Attached(match["new"], owner, match.start(), match.end("new"), match.group(), ahead=True)
    for match in chain.from_iterable(words.finditer(text) for words in _NOBODYS):
        yield Attached(match["old"], "elsewhere", match.start(), match.end(), "")
    for match in _HOPED_RE.finditer(text):
        yield Attached(match["old"], "another", match.start(), match.end(), "")


_FINALE = r"(?P<finale>\b{finale.nouns}(?: (?:of|for) (?:the )?(?:<[st]\d+> ?){1,2})?)"  # "the finale of season 3 has been moved"
_OF_IT = r"(?:of|for|on) (?:the )?(?:{finale.nouns} (?:of|for) (?:the )?)?<[st]\d+>"  # "the launch party for the finale of season 2"
_THINGS_RE = pattern(
    rf"(?P<other>\b{{put_off_beside}} {_OF_IT})|{_FINALE}|(?P<shoot>\b{{shoot}}\b(?! (?:company|team|designer)))"
    r"|<[ts]\d+>|\b{put_off_things}\b"
)


_END_OF_RE = pattern(r"\b{ends_of_shoots} (?:of|on|to) (?:the |its |their )?$")  # "the end of the shoot has slid from June to mid-July"


def _put_off(words: str) -> Owner:
    """What is put off: the nearest of a shoot, a premiere or the show before the words; nothing of the show's where none stands there."""
    named = list(_THINGS_RE.finditer(words))
    if named and named[-1]["finale"]:
        return FINALE  # "the finale of season 3 has been moved to Nov. 27"
    if named and named[-1]["shoot"] and _END_OF_RE.search(words, 0, named[-1].start()):
        return END
    return "elsewhere" if not named or named[-1]["other"] else START if named[-1]["shoot"] else _put_off_by(named)


def _put_off_by(named: list[re.Match[str]]) -> Owner:
    """`filming of the series has been pushed back`: what is put off is the shoot, whatever it is the shoot of."""
    shoot = next((one for one in reversed(named) if one["shoot"]), None)
    return START if shoot is not None and _OF_WHAT_RE.match(shoot.string, shoot.end()) else PREMIERE


# "Filming on the third series of the comedy-drama, which should have begun last month, has been put back"
_OF_WHAT_RE = pattern(
    r" (?:of|on|for) (?:(?! (?:and|but|while) (?!{auxiliaries_of_moves}\b))[^,;.]|, (?:which|originally|due|set) [^,;.]*,)*$"
)
