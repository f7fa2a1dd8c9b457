"""Whether words tell of another work than the show: its title, its channel, or `in a drama` stands by them."""

from __future__ import annotations

import re

from aoud_cli.claims import certainty as cues
from aoud_cli.spans.tag import Masked

_ANOTHER_RE = re.compile(
    r"<w\d+>|\b(?:in|of|for|with|from|gave|on) (?:an?|another|one) (?:[a-z-]+ ){0,3}"
    r"(?:drama|series|show|film|movie|romance|comedy|podcast)\b"
)
_THIS_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>")
_MEANT_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>|\b(?:it|its|the (?:series|show|drama|sequel|zombie [a-z]+))\b")
# Who airs other works; the show's own platform is a span by now.
_NETWORK_RE = re.compile(
    r"\b(?:sbs|ena|tvn|jtbc|kbs2?|mbc|ocn|mnet|tv chosun|disney\+|disney plus|tving|wavve|coupang play|apple tv\+?|hbo(?: max)?|hulu|amazon"
    r"|prime video|peacock|paramount\+|amc|bbc|itv|channel 4|viki)(?!\w)(?! (?:said|reported|news))"
)
_PARENTHESIS_RE = re.compile(r"\([^()]*\)")


def is_about_another(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the words belong to another work: its title stands before them, and behind it or in their clause nothing means this show."""
    left, right = cues.clause(masked.text, *match.span())
    if _NETWORK_RE.search(masked.text[left:right]) and not _THIS_RE.search(masked.text[left:right]):
        return True
    before = masked.text[masked.text.rfind("; ", 0, match.start()) + 1 : match.end()]
    titles = list(_ANOTHER_RE.finditer(_PARENTHESIS_RE.sub(lambda aside: " " * len(aside.group()), before)))
    if not titles or _THIS_RE.search(masked.text, left, match.end()):
        return False
    return not _MEANT_RE.search(before[titles[-1].end() :])
