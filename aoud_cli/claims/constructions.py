"""Constructions of English, written once for all topics: how a word of the lexicon finds whom it tells of.

Each has a table of sentences that it reads and of sentences that it leaves (`tests/claims/test_constructions.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from aoud_cli.claims.clauses import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DENIERS,
    HAVE,
    PEOPLE,
    PREPOSITIONS,
    RAISERS,
    Clause,
    Hit,
    Token,
    clauses,
    group_at,
    group_before,
    hits_at,
    is_verb,
    tokenise,
)  # fmt: skip
from aoud_cli.claims.lexicon import Entry
from aoud_cli.english import words

_SHOW = frozenset(words("show_nouns"))
_DOERS = frozenset(words("show_doers"))
_INTRODUCERS = frozenset({":", *words("introducers")})
_BETWEEN_VERBS = BE | HAVE | AUXILIARIES | ADVERBS | RAISERS | DENIERS
PARTICIPLES = ("past", "participle")  # of most verbs one word
_REACH = 6  # tokens from a verb to its object, from a noun to its list


class Reading(NamedTuple):
    """Of whom a word of the lexicon tells, by which construction; `start` and `end` bound the words in the masked sentence."""

    entry: Entry
    who: Token
    construction: str
    start: int
    end: int


def read(text: str) -> Iterator[Reading]:
    """All that the constructions read in a masked sentence."""
    for clause in clauses(tokenise(text)):
        for i in range(len(clause.tokens)):
            for hit in hits_at(clause.tokens, i):
                name, group = next(((name, group) for name, find in _OF[hit.entry.kind] if (group := find(clause, i, hit))), ("", ()))
                yield from _readings(clause, i, hit, name, group)


def _readings(clause: Clause, i: int, hit: Hit, name: str, group: Sequence[Token]) -> Iterator[Reading]:
    tokens = clause.tokens
    ends = [*((tokens[i].start, tokens[hit.end - 1].end)), *(place for who in group for place in (who.start, who.end))]
    for who in group:
        yield Reading(hit.entry, who, name, min(ends), max(ends))


def _verb_group(tokens: Sequence[Token], i: int) -> tuple[int, frozenset[str]]:
    """The index before the small words that lead up to a verb ("have also been"), and these words."""
    start = i
    while start > 0 and (tokens[start - 1].text in _BETWEEN_VERBS or tokens[start - 1].text.endswith("ly")):
        start -= 1
    return start, frozenset(token.text for token in tokens[start:i])


def _subject(clause: Clause, start: int) -> tuple[Token, ...]:
    """Who stands right before a verb group, or, where nothing does, the subject that the clause shares."""
    before = start - (1 if start and clause.tokens[start - 1].text == "," else 0)
    return group_before(clause.tokens, before) or (clause.subject if before <= 0 else ())


def _subject_verb(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X joins the cast`, `X, who has joined`, `X and Y will return`: of a show, or of nothing else."""
    start, small = _verb_group(clause.tokens, i)
    is_passive = hit.entry.form in PARTICIPLES and small & BE
    finite = hit.entry.form in ("present", "past") or small
    return _subject(clause, start) if finite and not is_passive and _is_of_the_show(clause.tokens, hit.end) else ()


def _is_of_the_show(tokens: Sequence[Token], end: int) -> bool:
    """Whether what stands behind a verb is the show, a season, a role or nothing that takes the verb away."""
    for token in tokens[end : end + _REACH]:
        if token.kind in ("s", "t") or token.text in _SHOW or token.text in ("as", "alongside", "too", ",", "role", "roles"):
            return True
        if token.kind or token.text in PREPOSITIONS and token.text not in ("for", "in", "to"):
            return token.kind in ("d", "f") or token.kind in PEOPLE
    return len(tokens) <= end + 1


def _passive(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X has been added`, `X was cast as Y`."""
    start, small = _verb_group(clause.tokens, i)
    return _subject(clause, start) if hit.entry.form in PARTICIPLES and small & BE else ()


def _verb_object(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`the show adds X and Y`, `the producers have brought back X`; a person as its doer is none of ours."""
    tokens = clause.tokens
    start, small = _verb_group(tokens, i)
    doer = tokens[start - 1] if start else None
    if doer is None or not (doer.kind in ("f", "s", "t") or doer.text in _DOERS) or (small & BE and hit.entry.form != "gerund"):
        return ()
    inner = next((j for j in range(i + 1, hit.end) if tokens[j].kind in PEOPLE), None)
    return _list_from(tokens, hit.end if inner is None else inner)


def _list_from(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The people listed within reach, with nothing but what they are called before them."""
    for j in range(start, min(len(tokens), start + _REACH)):
        if tokens[j].kind in PEOPLE:
            return group_at(tokens, j)[0]
        if is_verb(tokens[j]) or tokens[j].text in PREPOSITIONS or tokens[j].text in (",", ";") or tokens[j].kind == "w":
            return ()
    return ()


def _inverted(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`returning are X and Y`, `also signing on is X`."""
    tokens = clause.tokens
    opens = all(token.text in ADVERBS for token in tokens[:i])
    at = hit.end
    if hit.entry.form != "gerund" or not opens or at >= len(tokens) or tokens[at].text not in (*BE, ":", "will"):
        return ()
    return _list_from(tokens, at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "be"))


def _noun_list(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`newcomers include X and Y`, `the new faces are X`, `joiners: X, Y`."""
    tokens = clause.tokens
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + 5)) if tokens[j].text in _INTRODUCERS), None)
    if at is None or any(is_verb(token) or token.kind in PEOPLE for token in tokens[hit.end : at]):
        return ()
    return _list_from(tokens, at + 1)


def _predicate_noun(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is among the newcomers`, `X and Y lead the additions`, `X is a newcomer`."""
    tokens, at = clause.tokens, i - 1
    while at >= 0 and not tokens[at].kind and tokens[at].text not in BE and not tokens[at].text.startswith(("lead", "round", "head")):
        if tokens[at].text in (",", "of") and tokens[at - 1].text not in ("among", "one", "some"):
            return ()
        at -= 1
    if at < 0 or tokens[at].kind or i - at > _REACH:
        return ()
    return _subject(clause, _verb_group(tokens, at)[0])


def _among_those(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is among those joining`."""
    is_one = hit.entry.form == "gerund" and i > 0 and clause.tokens[i - 1].text == "those"
    return _predicate_noun(clause, i, hit) if is_one else ()


def _state(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is back`, `X and Y are aboard`."""
    start, small = _verb_group(clause.tokens, i)
    return _subject(clause, start) if small & BE else ()


_Find = Callable[[Clause, int, Hit], tuple[Token, ...]]
# The constructions of each class of words, in the order in which they are tried.
_OF: dict[str, tuple[tuple[str, _Find], ...]] = {
    "does": (("inversion", _inverted), ("predicate noun", _among_those), ("subject-verb", _subject_verb)),
    "done_to": (("passive", _passive), ("verb-object", _verb_object)),
    "people": (("noun and list", _noun_list), ("predicate noun", _predicate_noun)),
    "states": (("state", _state),),
}
