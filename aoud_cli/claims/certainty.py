"""How sure an article is of what it says: hedges, negation, conditions, attribution and retraction, each within its reach (ConText's idea).

All work on a masked sentence: lower case, each span one token (`<d3>`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from aoud_cli.model import Certainty

# A cue reaches over its clause: from the break before it to the break after it.
_BREAK_RE = re.compile(
    r"; | \u2014 |\u2014|: |, (?:so|and hence|hence|but|while|although|though|whereas|which|with|as|since|and (?=(?:<[actfwsk]\d+>|he|she|it|they|we|the|there|neither|even|then)\b))"
    r"| and (?=(?:is|are|was|were|will|has|have|had|could|may|might|should) )| (?:while|but|although|though|whereas|because) |[.!?] |, and (?=<[acktfws]\d+> (?:is|are|was|were|has|have|will|had)\b)"
)
# A clause that opens the sentence and ends with its comma.
_LEADING_RE = re.compile(r"^(?:if|when|while|although|though|unlike|following|after|as|in comparison|like|given|since|despite|unless|should|even if|even though)\b[^,]*, ")
_PROBABLE_RE = re.compile(
    r"\b(?:(?:is |are |was |were |been |being )?(?:expected|slated|scheduled|projected|anticipated|poised|tipped|pencil+ed|believed|presumed|predicted|forecast|earmarked|aiming|aimed|targeted|targeting|planned|planning|eyeing|eyed|due|reported|assumed|thought)"
    r"|expects?|anticipates?|plans? to|projects|predicts?|aims?|eyes|likely|probably|presumably|seemingly|apparently|reportedly|supposedly|should|seems?|seemed|appears?|appeared|looks?|looked|set to|set for|on track|in all likelihood|indicates?|suggests? strongly|a safe bet|safer bet"
    r"|strong chance|good chance|do not count on|don't count on|would expect|promises to|reports (?:say|claim|suggest))\b"
)
_POSSIBLE_RE = re.compile(
    r"\b(?:may|might|could|can't rule out|possibly|perhaps|maybe|potentially|speculat\w+|rumou?r\w*|whispers?|gossip|hop(?:e|es|ed|eful|ing|efully)|fingers crossed|wish\w*|optimistic|conceivabl[ey]|if|unless|should\b(?= [a-z]+ (?:get|be|go|start|begin))|would(?= (?:not be a shock|push|be|mean|not))"
    r"|guess\w*|bet|betting|wager\w*|unverified|unconfirmed|not confirmed|swears?|theor(?:y|ies|ise|ize)|dream\w*|wonder\w*|conjecture|in theory|wish list|whether|chances are slim|out of the question|not impossible|can hope|were there to|wouldn't be a shock|no shock|tentatively|alleged(?:ly)?)\b"
)
_SOFTENER_RE = re.compile(r"\b(?:potentially|possibly|perhaps)\b")  # "projected to potentially hit": the governing verb decides
_NEGATION_RE = re.compile(
    r"\b(?:not|never|no longer|neither|nor|cannot|won't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|hadn't|can't|unlikely|denied|denies|ruled out|rules out|without)\b"
)
# Words that only look like a negation.
_PSEUDO_NEGATION_RE = re.compile(r"\b(?:not only|not just|not merely|no doubt|not least|if not|whether or not|why not|not to mention|no wonder|can't wait|cannot wait|not until|couldn't be happier)\b")
_RETRACTION_RE = re.compile(
    r"\b(?:an? (?:earlier|previous|prior) version|misstated|misspel(?:led|t)|misidentified|erroneously|incorrectly|wrongly|mistakenly|in error|had (?:originally |initially |previously )?been (?:expected|slated|scheduled|talking|planned|due|told)"
    r"|(?:was|were) (?:originally|initially|first|once|previously) (?:expected|slated|scheduled|planned|due|meant|said|supposed)|was (?:meant|supposed) to|earlier (?:reports|plans|talk)|is no longer (?:expected|planned)|not true|false report|put paid to|scrapped)\b"
)
_CONDITION_RE = re.compile(r"\b((?:if|unless|provided|assuming|as long as|were there to|should(?= (?:the |a )?[a-z]+ (?:get|be|go|start|begin|come)))\b[^,;.]*)")
_ATTRIBUTION_RES = (
    re.compile(r"\b(?:according to|as per|per|citing|cited by|quoting|reported by) ((?:an? |the )?[^,;.()]{2,60}?)(?=[,;.)]|$| that\b| who\b| the \b)"),
    re.compile(r"((?:<[acknf]\d+>|(?:the |a |an |one |two |several )?[a-z' -]{3,40}?)) (?:said|says|told|claimed|claims|reported|reports|confirmed|confirms|revealed|reveals|announced|stated|wrote|tells|insists|insisted|indicated|has indicated|hinted|noted)\b"),
)


@dataclass(frozen=True)
class Reading:
    """How a claim is told: offsets are in the masked sentence."""

    certainty: Certainty
    negative: bool
    condition: tuple[int, int] | None
    attribution: tuple[int, int] | None


def clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The clause that `text[start:end]` stands in: from the last break before it to the first break behind it."""
    left, right = 0, len(text)
    leading = _LEADING_RE.match(text)
    if leading and leading.end() <= start:
        left = leading.end()
    for match in _BREAK_RE.finditer(text):
        if match.end() <= start:
            left = match.end()
        elif match.start() >= end:
            right = match.start()
            break
    return left, right


def read(text: str, start: int, end: int) -> Reading:
    """What the cues of the clause around `text[start:end]` make of it."""
    left, right = clause(text, start, end)
    scope = text[left:right]
    condition = _condition(text, left, right, start, end)
    certainty = hedged(scope)
    if condition is not None:
        certainty = Certainty.POSSIBLE
    return Reading(certainty, is_denied(text[max(left, text.rfind(", ", left, start)) : end]), condition, _attribution(text))


def hedged(scope: str) -> Certainty:
    """The certainty that a stretch of words leaves."""
    probable = _PROBABLE_RE.search(scope)
    if probable:
        scope = _SOFTENER_RE.sub("", scope)
    if _POSSIBLE_RE.search(scope):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if probable else Certainty.CERTAIN


def is_denied(scope: str) -> bool:
    """Whether a negation stands in the words, one that only looks so set aside."""
    return bool(_NEGATION_RE.search(_PSEUDO_NEGATION_RE.sub("", scope)))


def is_asked(text: str, start: int) -> bool:
    """Whether the words stand in an indirect question (`whether X would be asked back`)."""
    left, _ = clause(text, start, start)
    return bool(re.search(r"\bwhether\b", text[left:start]))


def is_retracted(text: str, start: int, end: int) -> bool:
    """Whether the clause takes back what it tells, or sets it against what is right (`June 6, not June 7`)."""
    left, right = clause(text, start, end)
    return bool(_RETRACTION_RE.search(text[left:right]))


def _condition(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int] | None:
    for match in _CONDITION_RE.finditer(text):
        before = match.end() <= start and not _BREAK_RE.search(text[match.end() + 1 : start])
        if before or left <= match.start() < right:
            return match.span(1)
    return None


def _attribution(text: str) -> tuple[int, int] | None:
    for pattern in _ATTRIBUTION_RES:
        match = pattern.search(text)
        if match:
            return match.span(1)
    return None
