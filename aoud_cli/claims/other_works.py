"""Whether words tell of another work than the show: its title, its channel, or `in a drama` stands by them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Final

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make

_ANOTHER_RE = re.compile(
    r"<w\d+>|\b(?:in|of|for|with|from|gave|on) (?:an?|another|one) (?:[a-z-]+ ){0,3}"
    r"(?:drama|series|show|film|movie|romance|comedy|podcast)\b"
)
_TITLE_RE = re.compile(r"<w\d+>")
_DATE_RE = re.compile(r"<d\d+>")
_COUNT_RE = re.compile(r"<e\d+>")
_SUBJECT_RE = re.compile(r"^[^a-z<]*(?:the )?<w\d+>(?!'s? )")
# A work beside the show, as the subject of its sentence.
_OFFSHOOT_RE = re.compile(
    r"^(?:the|a|an|another|one|its|<f\d+>(?:'s)?) (?:[a-z-]+ ){0,3}?"
    r"(?:spin-off|spinoff|prequel|documentary|reality (?:series|show|contest|competition)|competition|contest"
    r"|special|film|movie|podcast|game|remake)s?\b|<w\d+>"
)
_ANY_TITLE_RE = re.compile(r"<([tsw])\d+>")
_THIS_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>")
_MEANT_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>|\b(?:it|its|the (?:series|show|drama|sequel|zombie [a-z]+))\b")
# Who airs other works; the show's own platform is a span by now.
_NETWORK_RE = re.compile(
    r"\b(?:sbs|ena|tvn|jtbc|kbs2?|mbc|ocn|mnet|tv chosun|disney\+|disney plus|tving|wavve|coupang play|apple tv\+?|hbo(?: max)?|hulu|amazon"
    r"|prime video|peacock|paramount\+|amc|bbc|itv|channel 4|viki)(?!\w)(?! (?:said|reported|news))"
)
_IT_RE = re.compile(
    r"(?:[-*\u2022] ?)?(?:(?:[a-z]+ing|with|over|across) [^,]{0,30}, )?"
    r"(?:it|its|the (?:reality |new |animated )?(?:series|show|drama|thriller|romance|k-drama|competition|contest"
    r"|special|documentary|film|movie|spin-off|prequel|podcast|game))\b"
)
_PARENTHESIS_RE = re.compile(r"\([^()]*\)")
# What comes out beside the show itself: "a teaser for season 2 was released" tells of no premiere.
_BESIDE_RE = re.compile(
    r"(?<!on the )(?<!on a )\b(?:trailer|teaser|poster|soundtrack|ost|webtoon|webcomic|comic|manhwa|manga|book|novel|song|single|album|clip"
    r"|video|still(?=s )|image|photo|art|featurette|documentary|game)s?"
    r"(?: (?:for|of|from) (?:the )?(?:(?:<[ts]\d+>|series|show|drama|season) ?){1,3})?"
    r"(?: (?:was|were|is|has|have|had|been|should|may|might|could|would|can|itself|also|finally|first|will|be|to|set|due"
    r"|expected|[a-z]+ly))*"
    r" (?:releas|launch|premier|debut|drop|arriv|land|c[ao]me out|unveil|publish|air|went|go )"
)
# Where the show comes out a second time.
_AGAIN_OUT_RE = re.compile(r"\bon (?:dvd|blu-ray|disc|vinyl|home video)\b")
_WHICH_RE = re.compile(r"(?<![a-z'-])([a-z'-]+|<w\d+>),? which ")
# What is told "in the webtoon" of the characters is not told of the show.
_SOURCE_RE = re.compile(
    r"\bin (?:the |[a-z<>0-9-]+'s )?(?:[a-z]+ )?(?:webtoon|webcomic|comic|source material|novel|book|manhwa|fan ?fic(?:tion)?"
    r"|original(?! (?:series|season|show|run)))\b"
)
_BY_PRODUCT_RE = re.compile(r"\b(?:documentary|making-of|trailer|teaser|music video|podcast|remake|featurette|commercial)\b[^.;,]{0,40}$")
# "returns to the small screen with <another work>": behind the words, and nothing of this show before it.
_WITH_ANOTHER_RE = re.compile(
    r"(?:(?!after|following|since|having|fresh|<[acknt]\d+>|<s\d+>(?! of <w))[^.;,]){0,60}?\b(?:in|of|on|to|with|for|series"
    r"|drama|film|show) (?:[a-z0-9]+ ){0,3}?(?:<s\d+> of )?<w\d+>"
)
_OTHER_PROJECT_RE = re.compile(r"'s (?:next|new|other) (?:project|drama|film|movie|series|show|webtoon)\b|\bnot <t\d+>")
_IN_TITLE_RE = re.compile(r",? (?:(?:in|of|for|on) )?(?:the (?:[a-z]+ )?(?:series|drama|film|show|movie) )?(?:<s\d+> of )?<w\d+>")


def is_told_of_another(make: Make, line: Line, match: re.Match[str], *, doubtful: bool) -> bool:
    """Whether what a rule makes of the words is said of another work, or of something made beside the show.

    `doubtful`: another title nearby would put it in doubt.
    """
    if doubtful and _is_about_another(line, match):
        return True
    if make.key in _OF_ITS_OWN:
        return _OF_ITS_OWN[make.key](line, match)
    if make.term in ("returning", "new"):
        return _is_in_another(line, match)
    return make.key.startswith("crew.") and _is_by_product(line, match)


def _is_of_another_title(line: Line, match: re.Match[str]) -> bool:
    """Whether the title nearest before an order for more is another show's: `<another> was renewed for a second season`."""
    left, _ = cues.clause(line.masked.text, *match.span())
    named = _ANY_TITLE_RE.findall(line.masked.text, left, match.start())
    return bool(named) and named[-1] == "w"


# Not all episodes of a season: some that were seen, sent, made by somebody or are left, and one a week.
_SOME_BEFORE_RE = re.compile(
    r"(?:\b(?:took (?:me|us|him|her|them|you|viewers|fans)|first|last|final|next|other|another|remaining|opening|closing"
    r"|these|those|of the|of its|only seen|at least"
    r"|past|previous|latest|new|every|each|just|after"
    r"|given|gave|sent|saw|seen|see|watched|watch|watching|screened|shown|showed|provided|wrote|written|directed|previewed|reviewed|binged|devoured|finished|filmed|shot"
    r"|edited|completed|appears? in|appeared in|features? in|stars? in|starred in|aired|released|releases|releasing|drops?|dropped|unveiled"
    r"|spread over|over|across|for|in|within|until"
    r"|scripts? (?:for|of))(?: (?:the|all|its|their|up to|out|of|new))* ?)$"
)
_SOME_BEHIND_RE = re.compile(
    r" (?:were|was|have been|had been|has been|are|is) (?:sent|screened|shown|provided|given|made available|set|already|directed|about"
    r"|devoted|told|written|filmed|shot|left|still|in the can|out|now)\b|"
    r" (?:take|takes|took|unfold|focus|feature|follow|show|deal|to go|left|remain\w*"
    r"|in\b(?! (?:total|all|the (?:second|first|third|new)|<s))|each\b|apiece|a week|per week|every|at a time|so far|later|ago"
    r"|into|deep|before|after|behind|of (?:<w|<t))"
)
_BESIDE_EPISODE_RE = re.compile(r" (?:opener|finale|special|premiere|episode|story|documentary|pilot|ending|arc)\b")
_ALL_SEASONS_RE = re.compile(r"^[\W_]*(?:(?:no\.?|number) of )?(?:series|seasons)\b\W*(?:[2-9]|two|three|four|five|six)\b")
_APPOSED_RE = re.compile(r"<w\d+>, an? $")
_WHOLE_RE = re.compile(r"\b(?:the|order(?:ed|s)?|commissioned|total of) $")  # "ordered ten episodes of the show for season 2"
_OF_SEASON_RE = re.compile(r" of <t\d+> (?:for (?:a |the )?)?<s")
_RUN_RE = re.compile(r"\b(?:runs?|ran|running|lasts?|lasted|stretch\w*|extend\w*) (?:to|for)(?: (?:just|only|about|all of))* $")
_ALL_RE = re.compile(r"\ball(?: of)? (?:the |its )?$")


def _is_partial(line: Line, match: re.Match[str]) -> bool:
    """Whether a count is of some episodes alone: those that critics saw, that are left, that somebody directed, one every week."""
    text = line.masked.text
    at = next((found for found in _COUNT_RE.finditer(text, match.start(), match.end())), None)
    if at is None:
        return False
    before = text[max(0, at.start() - 48) : at.start()]
    if _ALL_RE.search(before) or _RUN_RE.search(before) or (_WHOLE_RE.search(before) and _OF_SEASON_RE.match(text, at.end())):
        return False
    words = line.masked.sentence.lower[slice(*_origin_of(line, at))]
    if _ALL_SEASONS_RE.search(line.before) and text.startswith(("no", "number", "episodes")):
        return True  # the row of a fact box that counts those of all seasons
    if " more" in words or _BESIDE_EPISODE_RE.match(text, at.end()):
        return True
    return (
        words.startswith(("one ", "an ", "1 "))
        or _APPOSED_RE.search(before) is not None
        or _SOME_BEFORE_RE.search(before) is not None
        or _SOME_BEHIND_RE.match(text, at.end()) is not None
    )


def _origin_of(line: Line, at: re.Match[str]) -> tuple[int, int]:
    return line.masked.origin(*at.span())


def _is_beside(line: Line, match: re.Match[str]) -> bool:
    """Whether what is said to come out is a trailer, a song, a disc or the source, or whatever a name before `which` stands for."""
    masked = line.masked
    left, right = cues.clause(masked.text, *match.span())
    beside = _BESIDE_RE.search(masked.text, left, match.end())
    if (beside is not None and beside.end() > match.start()) or _AGAIN_OUT_RE.search(masked.text, left, right):
        return True
    which = next(reversed([*_WHICH_RE.finditer(masked.text, 0, match.start() + len("which "))]), None)
    if which is None or _DATE_RE.search(masked.text, which.end(), match.start()):
        return False
    first, _ = masked.origin(*which.span(1))
    return masked.sentence.text[first].isupper()


def _is_by_product(line: Line, match: re.Match[str]) -> bool:
    """Whether somebody directed or wrote what was made about the show (`a documentary of the show, directed by`)."""
    left, _ = cues.clause(line.masked.text, *match.span())
    return _BY_PRODUCT_RE.search(line.masked.text[left : match.start()]) is not None


def _is_in_another(line: Line, match: re.Match[str]) -> bool:
    """Whether somebody returns to or joins another work."""
    return _WITH_ANOTHER_RE.match(line.masked.text, match.end()) is not None


def _is_of_the_source(line: Line, match: re.Match[str]) -> bool:
    """Whether what a character goes through is told of the source: `In the webtoon, she dies`."""
    return _SOURCE_RE.search(line.masked.text, 0, match.end()) is not None


def _is_about_another(line: Line, match: re.Match[str]) -> bool:
    """Whether the words belong to another work: its title stands before them, and behind it or in their clause nothing means this show."""
    masked = line.masked
    if not _THIS_RE.search(masked.text) and _follows_another(line):
        return True
    if _OTHER_PROJECT_RE.search(masked.text, 0, match.end()) or _IN_TITLE_RE.match(masked.text, match.end()):
        return True
    left, right = cues.clause(masked.text, *match.span())
    if _NETWORK_RE.search(masked.text[left:right]) and not _THIS_RE.search(masked.text[left:right]):
        return True
    before = masked.text[masked.text.rfind("; ", 0, match.start()) + 1 : match.end()]
    titles = list(_ANOTHER_RE.finditer(_PARENTHESIS_RE.sub(lambda aside: " " * len(aside.group()), before)))
    if not titles or _THIS_RE.search(masked.text, left, match.end()):
        return False
    return not _MEANT_RE.search(before[titles[-1].end() :])


def _follows_another(line: Line) -> bool:
    """Whether a sentence stands under another work's title, or says `it` of a work that the one before it began with."""
    if _names_only_another(line.over, _TITLE_RE):
        return True
    is_taken_up = _IT_RE.match(line.masked.text) and "<f" not in line.masked.text
    return bool(is_taken_up) and any(_names_only_another(line.before, other) for other in (_SUBJECT_RE, _NETWORK_RE, _OFFSHOOT_RE))


def _names_only_another(text: str, other: re.Pattern[str]) -> bool:
    return bool(other.search(text)) and not _THIS_RE.search(text)


_OF_ITS_OWN: Final[Mapping[str, Callable[[Line, re.Match[str]], bool]]] = {
    "release.premiere": _is_beside,
    "renewal.announced": _is_of_another_title,
    "episodes.count": _is_partial,
    "character.fate": _is_of_the_source,
}
