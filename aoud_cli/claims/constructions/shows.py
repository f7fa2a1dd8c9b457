"""What is said of the show, of a season or of its shoot, and what is done to it: how far it is, whether there will be more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from aoud_cli.claims.constructions.verbs import FINITE, PARTICIPLES, UNREAL, Reading, built_in, is_show, verb_group
from aoud_cli.claims.events.subject import Whose, subject_of
from aoud_cli.claims.events.words import Head
from aoud_cli.claims.groups import owns
from aoud_cli.claims.lexicon import Entry
from aoud_cli.claims.tokens import BE, DEFINITE, DENIERS, Hit, Token, tokenise
from aoud_cli.english import pattern, words
from aoud_cli.spans.mask import Masked
from aoud_cli.spans.seasons import PREVIOUS

_ON_IDIOMS = frozenset(words("on_idioms"))
_IMPLICATIVES, _HAS_TO, _FORCED = (frozenset(words(name)) for name in ("implicatives", "has_to", "forced"))
_OUTINGS, _BEFORE_BE = frozenset(words("outings")), frozenset(words("between_season_and_be"))
_FINAL = built_in("renewal.final", "final", "lasts", "last", "shows.py")
_TO_BE = 9  # tokens from a season to what it is said to be
NAMED_LAST = "named last"  # "what the fifth and final season has in store": nobody doubts that it is
_STOP_RE = pattern(r"[;!?|]|\. |: |\u2014")
_OBJECT = 5  # tokens from a verb to the show that it is done to
_STATES = frozenset(words("lasting_verbs"))
_MORE = frozenset(words("renewal_links"))


def read_shows(text: str, tokens: Sequence[Token], found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """What a masked sentence says of the show as a fact, or denies; not what is still to come."""
    for i, hit in found:
        find = _OF.get(hit.entry.kind)
        if find is not None and find(text, tokens, i, hit):
            start, _ = verb_group(tokens, i)
            yield Reading(hit.entry, None, hit.entry.kind.replace("_", " "), tokens[start].start, tokens[hit.end - 1].end)


def _whose(text: str, tokens: Sequence[Token], i: int, hit: Hit) -> tuple[Whose, frozenset[str]]:
    """What a verb is said of, and the small words before it."""
    start, small = verb_group(tokens, i)
    left = max((match.end() for match in _STOP_RE.finditer(text, 0, tokens[start].start)), default=0)
    head = Head("premiere", "past", tokens[start].start, tokens[hit.end - 1].end)
    return subject_of(text, head, left)[1], small


def _is_told(hit: Hit, small: frozenset[str]) -> bool:
    """Whether a verb tells what is so: finite, or a participle behind `has` or `is`; a denial is a fact as well.

    The present of a deed tells of a plan: `season 2 goes into production in May`.
    """
    is_state = hit.entry.word.split()[0] in _STATES
    small = small - _FORCED if small & _HAS_TO else small
    return not small & UNREAL and (hit.entry.form == "past" or (is_state and hit.entry.form == "present") or bool(small))


def _said_of(wanted: Whose, text: str, tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """`season 2 has gone into production`, `the series is in post-production`; of a shoot `filming is underway`, `it has wrapped`."""
    if any(token.text in _ON_IDIOMS for token in tokens[hit.end : hit.end + 1]) and tokens[hit.end - 1].text == "on":
        return False  # "filming is on track"
    whose, small = _whose(text, tokens, i, hit)
    return whose == wanted and _is_told(hit, small) and not _is_put_off(tokens[i + 1 : hit.end], hit.entry.tail)


def _is_put_off(inner: Sequence[Token], own: Sequence[str]) -> bool:
    """Whether words within a phrase, but its own, put it off: "are due to start rolling" is not "are rolling", "is before cameras" is."""
    return any((token.text in UNREAL and token.text not in own) or token.text == "that" for token in inner)


def _to_show(text: str, tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """`Streamly has renewed the show`, `the show was axed`, `renewed for a second season`."""
    start, small = verb_group(tokens, i)
    if small & UNREAL and not _comes_about(tokens, start, small):
        return False
    if hit.entry.form in PARTICIPLES and (small & BE or _is_headline(tokens, start, hit)):
        return _whose(text, tokens, i, hit)[0] == "ours"
    behind = tokens[hit.end : hit.end + _OBJECT]
    at = next((j for j, token in enumerate(behind) if token.kind or is_show(token) or token.text == "it"), None)
    if at is None or any(token.text in (",", "of", "for") for token in behind[:at]):
        return False
    is_it = (is_show(behind[at]) and not owns(behind, at)) or behind[at].text == "it"  # not "scrapped season 2's finale party"
    return is_it and (bool(small) or hit.entry.form in FINITE)


def _comes_about(tokens: Sequence[Token], start: int, small: frozenset[str]) -> bool:
    """`didn't take long to renew it`, `managed to renew it`: done."""
    return small & UNREAL == {"to"} and any(token.text in _IMPLICATIVES for token in tokens[max(0, start - 2) : start])


def _is_headline(tokens: Sequence[Token], start: int, hit: Hit) -> bool:
    """Whether a participle stands right behind the show's name and before what there will be more of: `<title> renewed for season 2`."""
    behind = tokens[hit.end].text if hit.end < len(tokens) else "."
    return start > 0 and is_show(tokens[start - 1]) and (behind in _MORE or not behind.isalnum())


def read_finals(masked: Masked, tokens: Sequence[Token]) -> Iterator[Reading]:
    """`a third and final season`, `season 3 will be its last`."""
    for i, token in enumerate(tokens):
        if token.kind == "s":
            span = masked.span(token.text)
            named = None if span.what == PREVIOUS else _last_in(tokenise(masked.sentence.lower[span.start : span.end]))
            hit, end = (named, i) if named else _last_behind(tokens, i, i + 1)
            if hit is None and (behind := _behind_aside(tokens, i)):
                hit, end = _last_behind(tokens, i, behind)
            if hit is not None:
                is_known = named is not None and i > 0 and tokens[i - 1].text in DEFINITE and (i < 2 or tokens[i - 2].text not in BE)
                yield Reading(hit, None, NAMED_LAST if is_known else "last", tokens[_opens_at(tokens, i)].start, tokens[end].end)
    of_it = _last_of_it(masked.text)
    if of_it is not None:
        yield Reading(_FINAL, None, "last", *of_it)


_OF_IT_RE = pattern(
    r"(?:\b(?:that|and)|,) (?P<told>it (?:would|will|is to|'ll) be "
    r"(?:the (?:show|series|drama)'s|its) (?:last|final (?:season|series|one)))\b"
    r"(?! (?!season|series|one)[a-z])"
)


def _last_of_it(text: str) -> tuple[int, int] | None:
    """Where a sentence that names a season says of it that it is the last: `ordered a third season and said that it would be its last`."""
    told = _OF_IT_RE.search(text)
    named = told is not None and "<s" in text[: told.start()]
    return told.span("told") if told is not None and named else None


def _opens_at(tokens: Sequence[Token], i: int) -> int:
    """The index where the words begin that say which season is, or is not, the last one named at `i`: `season 4 is not the final season`,
    `is no longer the final season`."""
    at = i - (i > 0 and tokens[i - 1].text in DEFINITE | {"a"})
    denied = at > 0 and tokens[at - 1].text in DENIERS
    longer = at > 1 and [token.text for token in tokens[at - 2 : at]] == ["no", "longer"]
    at -= denied + 2 * longer
    be = at > 0 and tokens[at - 1].text in BE
    for j in range(at - 2, max(-1, at - _TO_BE), -1) if be else ():
        if tokens[j].kind == "s":
            return j
        if not _may_stand(tokens[j]):
            break
    return at - be if denied or longer else i


def _last_in(tokens: Sequence[Token]) -> Entry | None:
    return next((entry for token in tokens for entry in token.hits if entry.kind == "lasts"), None)


def _behind_aside(tokens: Sequence[Token], i: int) -> int:
    """The index behind what a season's relative clause tells, 0 where it has none: `season 3, which begins on Monday, will be the last`."""
    if [token.text for token in tokens[i + 1 : i + 3]] != [",", "which"]:
        return 0
    return next((j + 1 for j in range(i + 3, len(tokens)) if tokens[j].text == ","), 0)


def _last_behind(tokens: Sequence[Token], i: int, start: int) -> tuple[Entry | None, int]:
    """The word behind a season and, from `start` on, a form of `be` that makes it the last one, with nothing behind but what it is the
    last of, and where it stands, if it is denied; else where the season does."""
    reach = range(start, min(len(tokens), start + _TO_BE - 1))
    be = next((j for j in reach if tokens[j].text in BE and all(_may_stand(token) for token in tokens[start:j])), None)
    for j in range(be + 1 if be else len(tokens), min(len(tokens), (be or 0) + 6)):
        found = next((entry for entry in tokens[j].hits if entry.kind == "lasts"), None)
        if found is not None:
            if tokens[j - 1].text == "to":
                return None, i  # "the second to last"
            behind = tokens[j + 1] if j + 1 < len(tokens) else None
            is_last = behind is None or is_show(behind) or behind.text in _OUTINGS or not behind.text[0].isalnum()
            is_denied = any(token.text in DENIERS for token in tokens[i:j])
            return (found if is_last else None), (j if is_denied else i)
    return None, i


def _may_stand(token: Token) -> bool:
    """Whether a token may stand between a season and what is said of it: `season 3 of the show, which will also be its last`."""
    return is_show(token) or token.text in _BEFORE_BE or token.text in DENIERS


def _last_with(text: str, tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """`the show will end with season 3`."""
    behind = [token for token in tokens[hit.end : hit.end + 3] if token.text not in ("the", "its", "a")]
    return bool(behind) and behind[0].kind == "s" and _whose(text, tokens, i, hit)[0] == "ours"


def _back_for(text: str, tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """`the show will be back for a second series`: there will be one."""
    whose, small = _whose(text, tokens, i, hit)
    behind = [token.text for token in tokens[hit.end : hit.end + 3]]
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + 3)) if tokens[j].kind == "s"), None)
    return whose == "ours" and at is not None and bool({"a", "another"} & {*behind}) and bool(small) and not small & DENIERS


def _deed(text: str, tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """`the renewal of the show`, `the show's cancellation`, `its renewal`."""
    owner = i > 0 and (tokens[i - 1].text == "its" or (i > 1 and tokens[i - 1].text == "'s" and is_show(tokens[i - 2])))
    behind = [token for token in tokens[hit.end : hit.end + 3] if token.text != "the"]
    of_show = len(behind) > 1 and behind[0].text == "of" and is_show(behind[1])
    denied = any(token.text in DENIERS or token.text in UNREAL for token in tokens[max(0, i - 4) : i])
    return (owner or of_show) and not denied


_OF: dict[str, Callable[[str, Sequence[Token], int, Hit], bool]] = {
    "of_show": partial(_said_of, "ours"), "of_shoot": partial(_said_of, "shoot"),
    "to_show": _to_show, "last_with": _last_with, "deeds": _deed, "back_for": _back_for,
}  # fmt: skip
