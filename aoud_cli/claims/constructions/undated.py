"""That nobody has said when a season comes out: `no release date yet`, `has not said when it returns`, `the date is under wraps`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.constructions.answers import question_in
from aoud_cli.claims.constructions.fates import is_unknown
from aoud_cli.claims.constructions.verbs import Reading, built_in, is_show
from aoud_cli.claims.events.words import OTHERS_RE
from aoud_cli.claims.tokens import BE, DENIERS, HAVE, PREPOSITIONS, Token, tokenise
from aoud_cli.english import pattern, words
from aoud_cli.spans.mask import Masked

PREMIERE = "release.premiere"
_UNANNOUNCED = built_in(PREMIERE, "unannounced", "things", "date", "undated.py")
_DATES, _KINDS_OF_DATE, _NO_DATES = (frozenset(words(name)) for name in ("date_nouns", "date_kinds", "other_dates"))
_SAYING, _SILENT, _STOPS = (frozenset(words(name)) for name in ("announcing", "silent", "undated_stops"))
_STOPS |= set(".;:|")
_COMES_OUT, _NONE = frozenset(words("comes_out")), frozenset(words("trailer_none")) | {"any"}
_AWAITING = frozenset(words("awaiting_whom"))
_OF_SHOW = frozenset((*words("awaiting_whom"), *words("date_kinds")))
_SAID_OPEN = DENIERS | _SILENT | _NONE
_UNDATED, _NO_DENIAL = (frozenset(words(name)) for name in ("undated", "more_than_told"))
_ASKED_RE = pattern(
    r"\bwhen(?:'s| {when_verbs})[^|?]*?\b(?:{premiere.base}|{premiere.nouns}|out|on|back)\b[^|?]*\? ?\|? ?$|{release_date}\W*$"
)
_THERE_IS_NONE_RE = pattern(r"^\W*(?:[a-z]+ )?(?:there {is_none}|(?:nothing|none|not) yet|n't {announcing} one|nothing official)\b")
_NO_OBJECT = DENIERS | BE | HAVE | PREPOSITIONS | _NONE | frozenset(words("behind_the_dates"))
_NOT = DENIERS | frozenset(words("never_words"))
# `will be announced later`, `: there isn't one`, `| not announced`.
_TO_BE_TOLD = (
    r"(?:for .{2,40} )?(?:{to_be_told} )+to be (?:[a-z]+ )?{announcing}",
    r"(?:for .{2,40} )?will (?:[a-z]+ )?be (?:[a-z]+ )?{announcing}",
    r"(?:is|are|remains?|stays?) (?:[a-z]+ )?{left_open}",
    r"[:,;] there {is_none}",
    r"[:|] (?:\* )?(?:not (?:yet )?{announcing}|to be {announcing}|{silent}|unannounced)",
)
_TO_BE_TOLD_RE = pattern(rf"(?:{'|'.join(_TO_BE_TOLD)})\b")
_NEAR, _FAR = 4, 10  # tokens from a date to what says that there is none
_SHORT = 22  # tokens of an answer


def read_undated(tokens: Sequence[Token]) -> Iterator[Reading]:
    """What a masked sentence says of a date that is not known; one of `not just confirmed the date but also ...` is."""
    if any(one.text in DENIERS and behind.text in _NO_DENIAL for one, behind in zip(tokens, tokens[1:], strict=False)):
        return
    if _is_of_another_channel(tokens):
        return
    for i, token in enumerate(tokens):
        named = _is_date(tokens, i) if _calls_a_date(tokens, i) else _is_when(tokens, i) if token.text == "when" else False
        if (named and _is_open(tokens, i)) or (token.text in _UNDATED and any(map(is_show, tokens[max(0, i - _NEAR) : i]))):
            before, behind = (
                [one for one in part if one.text in _SAID_OPEN] for part in (tokens[max(0, i - _FAR) : i], tokens[i : i + _FAR])
            )
            ends = [token.start, token.end, *(place for one in (before[-1:] or behind[:1]) for place in (one.start, one.end))]
            yield Reading(_UNANNOUNCED, None, "undated", min(ends), max(ends))
            return


def _is_of_another_channel(tokens: Sequence[Token]) -> bool:
    """Whether it is another channel, which showed an earlier season later, that has no date yet: `<another>, which put up the second
    series on D, hasn't given a date for the third`."""
    if len(tokens) < 3 or tokens[0].kind != "b" or (tokens[1].text, tokens[2].text) != (",", "which"):
        return False
    close = next((j for j in range(3, len(tokens)) if tokens[j].text == ","), len(tokens))
    return any(token.kind == "d" for token in tokens[3:close])


def read_undated_answer(masked: Masked, tokens: Sequence[Token], asked: str) -> Iterator[Reading]:
    """`When is it out? Nobody knows.`"""
    question = question_in(asked)
    asks = _ASKED_RE.search(question) is not None or any(token.text in _DATES for token in tokenise(question))
    foreign = OTHERS_RE.search(question) or any(token.text in _NO_DATES for token in tokens)
    if len(tokens) > _SHORT or "d" in masked.kinds or not asks or foreign or "<d" in question:
        return
    silent = any(token.text in _SILENT for token in tokens)
    said = {token.text for token in tokens}
    none = _THERE_IS_NONE_RE.search(masked.text) is not None
    unsaid = bool(said & DENIERS and said & _SAYING) or bool(said & {"no", "none"} and said & (_DATES | {"word", "one"}))
    if none or silent or unsaid or is_unknown(tokens):
        yield Reading(_UNANNOUNCED, None, "answer", 0, len(masked.text))


def _gives_a_date(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody dates something, which has a date now: `<platform> dates a third dive`."""
    beside = {token.text for token in (*tokens[:i], *tokens[i + 1 : i + 2])}
    return i > 0 and tokens[i - 1].kind in ("b", "f") and not _NO_OBJECT & beside


def _calls_a_date(tokens: Sequence[Token], i: int) -> bool:
    """`date`, `one` behind a date, the head of a row: `no promise of a date, because none has been set`, `Released | not announced`."""
    text = tokens[i].text
    row = text in _KINDS_OF_DATE and i + 1 < len(tokens) and tokens[i + 1].text in ("|", ":")
    if text == "dates" and _gives_a_date(tokens, i):
        return False
    again = text in ("one", "none") and any(token.text in _DATES for token in tokens[:i])
    return text in _DATES or row or again


def _is_date(tokens: Sequence[Token], i: int) -> bool:
    """Whether a date is the day on which the show comes out, and not that of a trailer or a shoot."""
    before = tokens[max(0, i - _NEAR) : i]
    cut = next((j for j in range(i + 1, min(len(tokens), i + _NEAR)) if tokens[j].text in (",", ";", ":")), i + _NEAR)
    behind = tokens[i + 1 : cut]
    if any(token.text in _NO_DATES for token in (*before, *behind)) or any(token.kind in "acknw" and token.kind for token in before):
        return False
    at = next((j for j in range(i + 1, min(len(tokens), i + _FAR)) if tokens[j].text == "for"), None)
    whose = tokens[at + 1 : at + 1 + _NEAR] if at is not None else []
    if whose and not any(is_show(token) or token.text in _OF_SHOW or token.kind == "d" for token in whose):
        return False  # "no date was set for the trial"
    return not (behind and behind[0].kind == "d") and not any(token.kind == "d" for token in behind)


def _is_when(tokens: Sequence[Token], i: int) -> bool:
    """`when it will be out`, `when season 2 arrives`."""
    behind = tokens[i + 1 : i + _FAR]
    at = next((j for j, token in enumerate(behind) if is_show(token) or token.text in _AWAITING), None)
    comes = next((j for j, token in enumerate(behind) if token.text in _COMES_OUT), None)
    if at is None or at >= _NEAR or comes is None or comes <= at:
        return False
    return not any(token.text in _NO_DATES for token in behind[:comes])


def _is_open(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words around a date say that it is not known."""
    text = " ".join(token.text for token in tokens[i + 1 : i + _FAR])
    if _TO_BE_TOLD_RE.match(text):
        return True
    left = next((j + 1 for j in range(i - 1, max(-1, i - _FAR - 1), -1) if tokens[j].text in _STOPS), max(0, i - _FAR))
    right = next((j for j in range(i + 1, min(len(tokens), i + _FAR)) if tokens[j].text in _STOPS), min(len(tokens), i + _FAR))
    before, behind = tokens[left:i], tokens[i + 1 : right]
    is_told = tokens[i].text == "when" and any(token.kind == "d" for token in behind)  # "deeper into the mystery when it launches tomorrow"
    if is_told or any(token.text == "beyond" for token in behind):
        return False  # "will debut in 2026, but no release window beyond that"
    if tokens[i].text != "when" and any(token.text in _NONE for token in before[-_NEAR:]):
        return True
    if tokens[i].text == "none" and any(token.text in _SAYING for token in behind):
        return True
    for part in (before, behind):
        said = {token.text for token in part}
        if said & _SILENT or (said & _SAYING and (said & _NOT or _is_yet_to(part))):
            return True
    return tokens[i].text == "when" and is_unknown(before) and not any(token.kind == "d" for token in tokens)


def _is_yet_to(tokens: Sequence[Token]) -> bool:
    texts = [token.text for token in tokens]
    return any(pair in (("yet", "to"), ("still", "to")) for pair in zip(texts, texts[1:], strict=False))
