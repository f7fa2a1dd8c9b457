"""Whether words tell of another work than the show: its title, its channel, or `in a drama` stands by them."""

from __future__ import annotations

import re

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line

_ANOTHER_RE = re.compile(
    r"<w\d+>|\b(?:in|of|for|with|from|gave|on) (?:an?|another|one) (?:[a-z-]+ ){0,3}"
    r"(?:drama|series|show|film|movie|romance|comedy|podcast)\b"
)
_TITLE_RE = re.compile(r"<w\d+>")
_SUBJECT_RE = re.compile(r"^[^a-z<]*(?:the )?<w\d+>(?!'s? )")
_THIS_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>")
_MEANT_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>|\b(?:it|its|the (?:series|show|drama|sequel|zombie [a-z]+))\b")
# Who airs other works; the show's own platform is a span by now.
_NETWORK_RE = re.compile(
    r"\b(?:sbs|ena|tvn|jtbc|kbs2?|mbc|ocn|mnet|tv chosun|disney\+|disney plus|tving|wavve|coupang play|apple tv\+?|hbo(?: max)?|hulu|amazon"
    r"|prime video|peacock|paramount\+|amc|bbc|itv|channel 4|viki)(?!\w)(?! (?:said|reported|news))"
)
_IT_RE = re.compile(r"(?:[-*\u2022] ?)?(?:it|the (?:series|show|drama|thriller|romance|k-drama))\b")
_PARENTHESIS_RE = re.compile(r"\([^()]*\)")


# What comes out beside the show itself: "a teaser for season 2 was released" tells of no premiere.
_BESIDE_RE = re.compile(
    r"(?<!on the )(?<!on a )\b(?:trailer|teaser|poster|soundtrack|ost|webtoon|webcomic|comic|manhwa|manga|book|novel|song|single|album|clip"
    r"|video|still|image|photo|art|featurette|documentary|game)s?"
    r"(?: (?:for|of|from) (?:the )?(?:(?:<[ts]\d+>|series|show|drama|season) ?){1,3})?"
    r"(?: (?:was|were|is|has|have|had|been|itself|also|finally|first|will|be|to|set|due|expected|[a-z]+ly))*"
    r" (?:releas|launch|premier|debut|drop|arriv|land|c[ao]me out|unveil|publish|air|went|go )"
)
# "stars in Little Harbour, which premiered ...": a title that nobody marked.
_PLAYED_IN_RE = re.compile(
    r"\b(?:stars?|starred|starring|appears?|appeared|appearing|seen|featured|lead|roles?) in "
    r"(?!(?:<[ts]\d+>|the (?:series|show|drama|first|second|new|hit)\b))[^.;,<]{3,60}, (?:which|that) "
)


def is_beside(line: Line, match: re.Match[str]) -> bool:
    """Whether what is said to come out is a trailer, a song or the source, or a show that somebody else is in."""
    left, _ = cues.clause(line.masked.text, *match.span())
    beside = _BESIDE_RE.search(line.masked.text, left, match.end())
    if beside is not None and beside.end() > match.start():
        return True
    played = _PLAYED_IN_RE.search(line.masked.text, 0, match.end())
    return played is not None and played.end() <= match.start() + len("which ")


def is_about_another(line: Line, match: re.Match[str]) -> bool:
    """Whether the words belong to another work: its title stands before them, and behind it or in their clause nothing means this show."""
    masked = line.masked
    if not _THIS_RE.search(masked.text) and _follows_another(line):
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
    return bool(is_taken_up) and (_names_only_another(line.before, _SUBJECT_RE) or _names_only_another(line.before, _NETWORK_RE))


def _names_only_another(text: str, other: re.Pattern[str]) -> bool:
    return bool(other.search(text)) and not _THIS_RE.search(text)
