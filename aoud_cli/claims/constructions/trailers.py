"""Whether there is a trailer: what is said of one, and the answer where one is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.constructions.verbs import Reading, built_in
from aoud_cli.claims.tokens import DENIERS, Hit, Token
from aoud_cli.english import pattern, words

TRAILER = "trailer.available"
_SHOWN, _NOT_YET, _NONE, _OF_IT = (frozenset(words(f"trailer_{name}")) for name in ("shown", "not_yet", "none", "definite"))
THERE = {term: built_in(TRAILER, term, "things", "trailer", "trailers.py") for term in ("yes", "no")}
_LOADS = frozenset(words("loads_of_trailers"))
_COMES = frozenset(words("trailer_comes"))
_BACK, _AHEAD = 6, 7  # tokens around a trailer that say whether it is there
_ASKED_RE = pattern(r"\b{trailers}\b[^|?]*\? ?\|? ?$")
_YES_RE, _NO_RE = pattern(r"\W*{answers_yes}\b"), pattern(r"\W*{answers_no}\b")


def read_trailers(tokens: Sequence[Token], found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """What a masked sentence says of a trailer."""
    for i, hit in found:
        is_vehicle = any(one.text in _LOADS for one in tokens[hit.end : hit.end + 1])  # "a trailer full of stolen motors"
        if hit.entry.key == TRAILER and not is_vehicle and not any(one.kind == "w" for one in tokens[max(0, i - 3) : hit.end + 4]):
            told = _told(tokens, i, hit)
            if told:
                yield Reading(THERE[told], None, "trailer", tokens[i].start, tokens[hit.end - 1].end)


def _told(tokens: Sequence[Token], i: int, hit: Hit) -> str:
    """`yes`, `no`, or nothing where the words leave it open."""
    before = [token.text for token in tokens[max(0, i - _BACK) : i]]
    if "only" in before:
        before = before[before.index("only") :]  # "not only is there a trailer"
    behind = [token.text for token in tokens[hit.end : hit.end + _AHEAD]]
    denied = next((j for j, word in enumerate(behind[:4]) if word in DENIERS), None)
    does = "".join(behind[denied + 1 : denied + 2]) if denied is not None else ""
    if before[-1:] == ["the"] and does.endswith("ing") and does not in _COMES:
        return ""  # "the trailer isn't labelling them", not "isn't coming until May"
    if any(word in DENIERS or word in _NONE for word in (*before, *behind)):
        return "no" if _NONE & {*before[-4:]} or (DENIERS & {*before[-4:], *behind[:4]}) else ""
    if any(word in _NOT_YET for word in (*before[-4:], *behind[:4])):
        return ""
    shown = any(word in _SHOWN for word in (*before, *behind))
    return "yes" if shown and not _OF_IT.isdisjoint(before[-3:]) else ""


def answer(text: str, asked: str) -> str:
    """`yes` or `no` where a sentence answers whether there is a trailer, else nothing; `asked` is what stands before it."""
    if _ASKED_RE.search(asked) is None:
        return ""
    return "yes" if _YES_RE.match(text) else "no" if _NO_RE.match(text) else ""
