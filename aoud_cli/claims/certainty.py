"""How sure an article is of what it says: hedges, negation, conditions, attribution and retraction, each within its reach (ConText's idea).

All work on a masked sentence: lower case, each span one token (`<d3>`)."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from aoud_cli.english import pattern, words
from aoud_cli.model import Certainty

# A cue reaches over its clause: from the break before it to the break after it.
_I_COULD = r"(?:[a-z]+ ){1,6}?{nominatives} {clause_verbs}\b"  # "It had eight episodes, and by the sixth I could hear the padding"
_BREAK_RE = pattern(
    r"; | \u2014 |\u2014|: |, {clause_links}| and (?={clause_verbs} )| {contrasts} |[.!?] "
    r"|, and (?=<[acktfws]\d+> (?:[a-z]+ ){0,2}?{clause_verbs_of_names}\b)"
    rf"|, and (?={_I_COULD})"
)
# A clause that opens the sentence and ends with its comma.
_LEADING_RE = pattern(r"^{leading_links}\b[^,]*, ")


def _cue(name: str) -> re.Pattern[str]:
    """One kind of cue, as whole words."""
    return pattern(rf"\b{{cue.{name}}}(?!\w)")


_CONDITION_RE = pattern(r"\b({conditions}\b[^,;.]*)")
# Who says something: before a verb of saying, behind "according to", or behind the "by" of a passive one.
_SAYS = "{says}"
_SAYS_RE = pattern(rf"(?P<be>\b{{be_or_s}}(?: [a-z]+ly)? )?(?<![\w-]){_SAYS}\b")
_PASSIVE_BY_RE = pattern(rf"\b{_SAYS}(?: [a-z]+ly)? by ")
_CITES_RE = pattern(r"\b{cites}(?= )")
_SPEAKER = r"<[acknfw]\d+>|(?:{speaker_articles} )(?:[a-z<>0-9'-]+ ){0,3}?{speakers}(?![\w-])"
_SPEAKER_RE = pattern(_SPEAKER)
_BEFORE_SAYS_RE = pattern(f"(?P<who>{_SPEAKER})(?:,? {{before_saying}})*,? $")
SPEAKER_REACH = 80  # code points before a verb of saying
LONGEST_SPEAKER = 6  # words of a name
_LINKING = frozenset(words("linking_words"))


class Cue(NamedTuple):
    """What makes a claim less than certain, or denies it: a kind of cue of english/cues.yaml, or a `condition`, and the words."""

    kind: str
    words: str


UNBORNE = "unborne"  # the kind of a cue that denies that anybody says something


class Hedge(NamedTuple):
    """The certainty that a stretch of words leaves, and the cue that takes it away."""

    certainty: Certainty
    cue: Cue | None = None


class Modality(NamedTuple):
    """How a claim is told: how sure, whether denied, under which condition and by whom; offsets are in the masked sentence.

    `hedge` and `denial` are the cues that decided it.
    """

    certainty: Certainty
    negative: bool
    condition: tuple[int, int] | None = None
    attribution: tuple[int, int] | None = None
    hedge: Cue | None = None
    denial: Cue | None = None


_STOP_RE = pattern(r"[;!?|]|\. ")


def stretch(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words around `text[start:end]` begin and end that no full stop, semicolon or bar cuts off: wider than a clause."""
    left = max((stop.end() for stop in _STOP_RE.finditer(text, 0, start)), default=0)
    return left, next((stop.start() for stop in _STOP_RE.finditer(text, end)), len(text))


@lru_cache(maxsize=4096)
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


def read(text: str, start: int, end: int, *, narrow: bool = False, original: str = "") -> Modality:
    """What the cues of the clause around `text[start:end]` make of it; `narrow`: only a negation in the words themselves denies them.

    `original` is the text with its capitals, by which a speaker whom nobody knows is seen to be a name.
    """
    return _weigh(text, start, end, narrow=narrow)._replace(attribution=_attribution(text, original or text))


def is_fact(text: str, start: int, end: int) -> bool:
    """Whether the clause around `text[start:end]` tells it as certain and doesn't deny it."""
    modality = _weigh(text, start, end, narrow=False)
    return modality.certainty is Certainty.CERTAIN and not modality.negative


def is_denied(text: str, start: int, end: int, *, narrow: bool = False) -> bool:
    """Whether the clause around `text[start:end]` denies it; `narrow` as for `read`."""
    return _weigh(text, start, end, narrow=narrow).negative


# "wrote all of season 1, after talks about what could be left out": what is open there is another matter.
# "Filming wrapped in Calgary, where the crew is reported to have wept"
_EMBEDDED_RE = pattern(r"(?<!\bis )(?<!\bwas )\b{embedders}\b|, where ")


_WHO_ASIDE_RE = pattern(r", (?:who|whom|whose) [^,;.]*,")  # "X, who is not played by Y, is back"
_RELATIVE_RE = pattern(r", (?:who|which) (?=[^,;]*$)")  # what it tells is no part of what is hoped or rumoured


@lru_cache(maxsize=4096)  # of words that many rules meet, and screens ask about
def _weigh(text: str, start: int, end: int, *, narrow: bool) -> Modality:
    """The modality but for who says it, which costs the most."""
    left, right = clause(text, start, end)
    relative = _RELATIVE_RE.search(text, start, end)
    if relative is not None:  # "We hope that X, who plays Y, returns" hopes for nothing in the relative clause
        comma = text.find(",", end, right)
        left, right = relative.end(), right if comma < 0 else comma
    condition = _condition(text, left, right, start, end)
    if condition is None:
        embedded = _EMBEDDED_RE.search(text, end, right)
        hedge = hedged(text[left : embedded.start() if embedded else right])
    else:
        hedge = Hedge(Certainty.POSSIBLE, Cue("condition", text[slice(*condition)]))
    reach = (
        max(start, text.rfind(", who", start, end))
        if narrow
        else max(left, *(text.rfind(cut, left, start) for cut in (", ", '," ', " which ")))
    )
    denial = _denial(_WHO_ASIDE_RE.sub(",", text[reach:end]))
    return Modality(hedge.certainty, denial is not None, condition, None, hedge.cue, denial)


def read_bare(text: str, start: int, end: int) -> Modality:
    """What `text[start:end]` says whatever stands around it: certain, and denied only by a negation behind its last comma."""
    denial = _denial(text[start:end].rpartition(", ")[2])
    return Modality(Certainty.CERTAIN, denial is not None, hedge=Cue("bare", ""), denial=denial)


# "Filming, which should have begun last month, has been put back to May": what was planned hedges nothing of what was done.
_UNDONE_RE = pattern(
    r"(?:^|, which )should have [^,;.]*,"
    r"|, (?:which (?:{was_forms} to|had been {once_planned})|(?:originally|initially) {once_planned})[^,;.]*,"
)


@lru_cache(maxsize=1024)
def hedged(scope: str) -> Hedge:
    """The certainty that a stretch of words leaves, and by which cue."""
    unborne = _cue("unborne").search(scope)
    if unborne:
        return Hedge(Certainty.POSSIBLE, Cue(UNBORNE, unborne.group()))
    scope = _cue("pseudo_hedge").sub("", _UNDONE_RE.sub(",", scope))
    probable = _cue("probable").search(scope)
    if probable:
        scope = _cue("softener").sub("", scope)
    possible = _cue("possible").search(scope)
    if possible:
        return Hedge(Certainty.POSSIBLE, Cue("possible", possible.group()))
    return Hedge(Certainty.PROBABLE, Cue("probable", probable.group())) if probable else Hedge(Certainty.CERTAIN)


def _denial(scope: str) -> Cue | None:
    """The negation in the words, those that only look so set aside."""
    found = _cue("negation").search(_cue("pseudo_negation").sub("", _cue(UNBORNE).sub("", scope)))
    return None if found is None else Cue("negation", found.group())


def denies(scope: str) -> bool:
    """Whether a negation stands in the words, whatever follows it ("won't ... until", which alone denies nothing)."""
    return bool(_cue("negation").search(scope))


def is_open(scope: str) -> bool:
    """Whether what is denied is that somebody confirmed it: it may still be so."""
    return bool(
        re.search(
            r"(?:\b(?:not|yet to be|never)|n't)(?: yet)?(?: been| be)?(?: officially| formally)? (?:confirmed|announced|decided|revealed)",
            scope,
        )
    )


_ASKED_RE = pattern(r"\b(?:whether|{known_if} if|{asks_if} if|{neither_tells})\b")


def is_asked(text: str, start: int) -> bool:
    """Whether the words stand in an indirect question (`whether X would be asked back`)."""
    left, _ = clause(text, start, start)
    return (start > 0 and text.startswith("whether ")) or bool(_ASKED_RE.search(text[left:start]))


_AND_RE = pattern(", and (?={new_clause_openers} )")  # "has not started, and a release in 2024 is out of the question"


# Where the rest of a sentence may say that its beginning is wrong: "lists 16 episodes, but that is wrong".
_REST_RE = pattern(r"(?:, (?:but|though|although|yet)|;| [\u2014\u2013-]) (?={rest_subjects}\b)")


# "began on March 4, five months after it had been supposed to, the strike having put paid to the original plan": it did begin
_LATER_THAN_RE = pattern(r",? (?:{so_much_later} )*(?:an?|[a-z-]+|[0-9]+) (?:days?|weeks?|months?|years?) {than_planned}\b")


_PLANS_OF_SOMEBODY_RE = pattern(r",? who (?![^,;]*\b{playing_verbs}\b)[^,;]*")


def is_retracted(text: str, start: int, end: int, *, in_story: bool = False) -> bool:
    """Whether the clause takes back what it tells, or sets it against what is right (`June 6, not June 7`; `contrary to reports that`).

    Of a part, or of the story, a relative clause may tell a plan in the story that was dropped: `X plays Y, who was supposed to marry Z`.
    """
    left, right = clause(text, start, end)
    later = _LATER_THAN_RE.search(text, end, right)
    right = later.start() if later else right
    for match in _AND_RE.finditer(text, left, right):
        if match.end() <= start:
            left = match.start()
        elif match.start() >= end:
            right = match.start()
            break
    scope = _PLANS_OF_SOMEBODY_RE.sub("", text[left:right]) if in_story else _without_old_plans(text, left, right, start)
    if _cue("dropped_plan").search(scope):
        return True
    if _cue("retraction").search(text[left:right]) or any(is_refutation(text[match.end() :]) for match in _REST_RE.finditer(text, end)):
        return True
    return any(not re.search(r"[,;.]| but ", text[match.end() : start]) for match in _cue("contrary").finditer(text, 0, start))


def _without_old_plans(text: str, left: int, right: int, at: int) -> str:
    """A stretch without the asides that tell what was planned before, but for one around `at`: `Part 2, which had been announced for D,
    will now premiere on E`."""
    kept, parts = left, list[str]()
    for aside in _UNDONE_RE.finditer(text, max(0, left - len(", which ")), right):
        if not aside.start() <= at < aside.end():
            parts.append(text[kept : aside.start()])
            kept = aside.end()
    return "".join((*parts, text[kept:right]))


def is_disclaimer(text: str) -> bool:
    """Whether a sentence says of the one before it that it is not to be relied on."""
    return _opens("disclaimer", text)


def is_refutation(text: str) -> bool:
    """Whether a sentence says of the one before it that it is wrong, or was a joke."""
    return _opens("refutation", text) or is_false_verdict(text)


def is_regret(text: str) -> bool:
    """Whether a sentence ends a correction: `We regret the error`."""
    return _opens("regret", text)


def is_own_words(text: str) -> bool:
    """Whether a sentence tells what the paper itself said: `an item on Monday said that`."""
    return pattern(r"\b{cue.own_words}\b").search(text) is not None


def is_false_verdict(text: str) -> bool:
    """Whether a sentence is a label that calls the claim before it false: `Verdict: false`."""
    return _labels("verdict_label", text, "{cue.verdict_false}")


def is_myth(text: str) -> bool:
    """Whether a sentence is a label that calls what stands behind it false: `Myth: season 2 is out`."""
    return _labels("myth_label", text, "")


def is_claim_label(text: str) -> bool:
    """Whether a sentence begins with a label that sets it apart as somebody's claim: `Claim: ...`."""
    return _labels("claim_label", text, "")


def _opens(kind: str, text: str) -> bool:
    return pattern(rf"[\W_]*{{cue.{kind}}}(?!\w)").match(text) is not None


def _labels(kind: str, text: str, behind: str) -> bool:
    return pattern(rf"[\W_]*{{cue.{kind}}}\W{{0,3}}[:?\u2014-]\W*{behind}").match(text) is not None


_ASKS_RE = pattern(r"\b{asks_if} $")


def _condition(text: str, left: int, right: int, start: int, end: int) -> tuple[int, int] | None:
    for match in _CONDITION_RE.finditer(text):
        if _ASKS_RE.search(text, 0, match.start()):
            continue  # "plenty of people asked if it would gain by it" sets no condition
        before = match.end() <= start and not _BREAK_RE.search(text[match.end() + 1 : start])
        if before or left <= match.start() < right:
            return match.span(1)
    return None


def _attribution(text: str, original: str) -> tuple[int, int] | None:
    """Who the sentence says said it: a name, a title or a noun phrase; `original` is the masked text with its capitals."""
    for match in _CITES_RE.finditer(text):
        found = _speaker_behind(text, original, match.end() + 1)
        if found:
            return found
    for match in _SAYS_RE.finditer(text):
        if match["be"]:
            by = _PASSIVE_BY_RE.match(text, match.end("be"))
            found = _speaker_behind(text, original, by.end()) if by else None
        else:
            found = _speaker_before(text, original, match.start())
        if found:
            return found
    return None


def _speaker_behind(text: str, original: str, start: int) -> tuple[int, int] | None:
    match = _SPEAKER_RE.match(text, start)
    return match.span() if match else _name_at(original, start)


def _speaker_before(text: str, original: str, end: int) -> tuple[int, int] | None:
    match = _BEFORE_SAYS_RE.search(text, max(0, end - SPEAKER_REACH), end)
    if match:
        return match.span("who")
    words = list(re.finditer(r"[\w&'.-]+", original[max(0, end - SPEAKER_REACH) : end]))
    first = None
    for word in reversed(words[-LONGEST_SPEAKER:]):
        between = original[max(0, end - SPEAKER_REACH) + word.end() : end if first is None else first]
        if between.strip() or not (word.group()[0].isupper() or (first is not None and word.group() in _LINKING)):
            break
        first = max(0, end - SPEAKER_REACH) + word.start()
    return None if first is None or not original[first].isupper() or _is_plain(original, first) else (first, len(original[:end].rstrip()))


def _is_plain(original: str, first: int) -> bool:
    """Whether a capital only opens the sentence: `It said`, `Reports claimed`."""
    return first == 0 and pattern(r"{no_speakers}\b").match(original) is not None


def _name_at(original: str, start: int) -> tuple[int, int] | None:
    match = pattern(r"(?:[Tt]he )?[A-Z][\w&'.-]*(?: (?:(?:of|the|and|&|for) )?[A-Z][\w&'.-]*){0,5}").match(original, start)
    return (match.start(), match.end() - (match.group()[-1] in ".'")) if match else None
