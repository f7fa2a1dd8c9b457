"""How sure an article is of what it says: hedges, negation, conditions, attribution and retraction, each within its reach (ConText's idea).

All work on a masked sentence: lower case, each span one token (`<d3>`)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aoud_cli import strict_yaml
from aoud_cli.model import Certainty

CUES = Path(__file__).parent.parent / "rules" / "cues.yaml"
CUE_KINDS = ("probable", "possible", "softener", "negation", "pseudo_negation", "retraction", "disclaimer")

# A cue reaches over its clause: from the break before it to the break after it.
_BREAK_RE = re.compile(
    r"; | \u2014 |\u2014|: |, (?:so|and hence|hence|but|while|although|though|whereas|which|who|whose|with|as|since|and (?=(?:he"
    r"|she|it|they|we|the|there|neither|even|then)\b))"
    r"| and (?=(?:is|are|was|were|will|has|have|had|could|may|might|should) )| (?:while|but|although|though|whereas|because) |[.!?] "
    # A name behind ", and" opens a clause where a verb follows; the last name of a list is marked.
    r"|, and (?=<[acktfws]\d+> (?:[a-z]+ ){0,2}?(?:is|are|was|were|has|have|will|had|[a-z]{3,}s|[a-z]{2,}ed)\b)"
)
# A clause that opens the sentence and ends with its comma.
_LEADING_RE = re.compile(
    r"^(?:if|when|while|although|though|unlike|following|after|as|in comparison|like|given|since|despite|unless|should|even if"
    r"|even though)\b[^,]*, "
)


@lru_cache(maxsize=16)
def _cue(name: str) -> re.Pattern[str]:
    """One kind of cue of rules/cues.yaml, as whole words."""
    return re.compile(rf"\b(?:{'|'.join(_cues()[name])})(?!\w)")


@lru_cache(maxsize=1)
def _cues() -> dict[str, tuple[str, ...]]:
    where = "rules/cues.yaml"
    root = strict_yaml.check_keys(strict_yaml.load(CUES.read_text("utf-8"), where), where, CUE_KINDS, required=CUE_KINDS)
    return {kind: tuple(strict_yaml.texts_of(root[kind], where)) for kind in CUE_KINDS}


_CONDITION_RE = re.compile(
    r"\b((?:if|unless|provided|assuming|as long as|were there to|should(?= (?:the |a )?[a-z]+ (?:get|be|go|start|begin|come)))\b[^,;.]*)"
)
_SOURCE_RE = re.compile(
    r"\b(?:according to|as per|per|citing|cited by|quoting|reported by) ((?:an? |the )?[^,;.()]{2,60}?)(?=[,;.)]|$| that\b| who\b| the \b)"
)
_SAYS = (
    r" (?:said|says|told|claimed|claims|reported|reports|confirmed|confirms|revealed|reveals|announced|stated|wrote|tells|insists|insisted"
    r"|indicated|has indicated|hinted|noted)\b"
)
_SAYS_RE = re.compile(_SAYS)  # looked for first: the search for who speaks takes time that grows with the square of the sentence
_SPEAKER_RE = re.compile(rf"((?:<[acknf]\d+>|(?:the |a |an |one |two |several )?[a-z' -]{{3,40}}?)){_SAYS}")


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


def read(text: str, start: int, end: int, *, narrow: bool = False) -> Reading:
    """What the cues of the clause around `text[start:end]` make of it; `narrow`: only a negation in the words themselves denies them."""
    left, right = clause(text, start, end)
    scope = text[left:right]
    condition = _condition(text, left, right, start, end)
    certainty = hedged(scope)
    if condition is not None:
        certainty = Certainty.POSSIBLE
    reach = start if narrow else max(left, text.rfind(", ", left, start))
    return Reading(certainty, is_denied(text[reach:end]), condition, _attribution(text))


def read_bare(text: str, start: int, end: int) -> Reading:
    """What `text[start:end]` says whatever stands around it: certain, and denied only by a negation behind its last comma."""
    return Reading(Certainty.CERTAIN, is_denied(text[start:end].rpartition(", ")[2]), None, None)


def hedged(scope: str) -> Certainty:
    """The certainty that a stretch of words leaves."""
    probable = _cue("probable").search(scope)
    if probable:
        scope = _cue("softener").sub("", scope)
    if _cue("possible").search(scope):
        return Certainty.POSSIBLE
    return Certainty.PROBABLE if probable else Certainty.CERTAIN


def is_denied(scope: str) -> bool:
    """Whether a negation stands in the words, one that only looks so set aside."""
    return bool(_cue("negation").search(_cue("pseudo_negation").sub("", scope)))


def denies(scope: str) -> bool:
    """Whether a negation stands in the words, whatever follows it ("won't ... until", which alone denies nothing)."""
    return bool(_cue("negation").search(scope))


def is_open(scope: str) -> bool:
    """Whether what is denied is that somebody confirmed it: it may still be so."""
    return bool(
        re.search(
            r"\b(?:not|n't|yet to be|never)(?: yet)?(?: been| be)?(?: officially| formally)? (?:confirmed|announced|decided|revealed)",
            scope,
        )
    )


_ASKED_RE = re.compile(r"\b(?:whether|(?:known|know|clear|sure|unclear|unsure|unknown|said|say|revealed|confirmed|decided|how|why) if)\b")


def is_asked(text: str, start: int) -> bool:
    """Whether the words stand in an indirect question (`whether X would be asked back`)."""
    left, _ = clause(text, start, start)
    return (start > 0 and text.startswith("whether ")) or bool(_ASKED_RE.search(text[left:start]))


def is_retracted(text: str, start: int, end: int) -> bool:
    """Whether the clause takes back what it tells, or sets it against what is right (`June 6, not June 7`)."""
    left, right = clause(text, start, end)
    return bool(_cue("retraction").search(text[left:right]))


def is_disclaimer(text: str) -> bool:
    """Whether a sentence says of the one before it that it is not to be relied on."""
    return bool(re.match(rf"(?:{'|'.join(_cues()['disclaimer'])})(?!\w)", text))


def _condition(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int] | None:
    for match in _CONDITION_RE.finditer(text):
        before = match.end() <= start and not _BREAK_RE.search(text[match.end() + 1 : start])
        if before or left <= match.start() < right:
            return match.span(1)
    return None


def _attribution(text: str) -> tuple[int, int] | None:
    match = _SOURCE_RE.search(text) or (_SPEAKER_RE.search(text) if _SAYS_RE.search(text) else None)
    return match.span(1) if match else None
