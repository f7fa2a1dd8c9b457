"""Who is said to be in a state: `X is dead`, `X, still alive,`, `X: dead`, `With X dead`, `X turns out to be alive`."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.claims.clauses import Clause, identified
from aoud_cli.claims.constructions.verbs import UNREAL, is_show, subject, verb_group
from aoud_cli.claims.groups import group_at, group_before, leading_group
from aoud_cli.claims.tokens import BE, Hit, Token, is_verb
from aoud_cli.english import words

_WHO = frozenset("cnp")
_SEEMS, _FEW, _BECOMES, _BARE_ENDS = (frozenset(words(name)) for name in ("seems_to", "few_of", "become_verbs", "bare_ends"))
_TITLES = frozenset(words("titles_before_parts"))
NEARLY = frozenset(words("nearly_so"))
_IDIOMS = frozenset(words("dead_idioms"))
_APPOSED, _STOPS = (",", "but", "and"), (",", "but", "and", ".")
_LEAVES, _MOVES = frozenset(words("leaves_so")), frozenset(words("moves_out"))
_FAR = 7  # tokens from a verb to the state in which somebody comes out
_OPENING, _LEAD_IN = 3, 6  # tokens before the word that opens a list of fates, and from it to the list


def read_condition(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """Who is in the state that a word calls."""
    start, small = verb_group(clause.tokens, i)
    of = clause.tokens[hit.end : hit.end + 3]
    if clause.tokens[hit.end - 1].text == "end" and of and of[0].text == "of" and not any(is_show(one) or one.kind == "e" for one in of):
        return ()  # "are left at the end of the pier"
    if hit.end < len(clause.tokens) and clause.tokens[hit.end].text in _IDIOMS:
        return ()  # "dead tired"
    if i and clause.tokens[i - 1].text in NEARLY:
        return ()  # "turns up half dead"
    if small & BE:
        return raised_to(clause, start, small) if small & UNREAL else subject(clause, start)
    return next((found for find in (_becomes, _beside, _left, _depicted, _opening, _apposed) if (found := find(clause, i, hit))), ())


def raised_to(clause: Clause, start: int, small: frozenset[str]) -> tuple[Token, ...]:
    """Of whom `to` and a verb tell behind a word that says it is so: `X appears to die`, `X turns out to be alive`, `X is one of the few
    to survive`; a cue makes it less than certain."""
    tokens = clause.tokens
    at = start - 1 - (start > 1 and tokens[start - 1].text == "out")
    if start and tokens[at].text in _SEEMS:
        return subject(clause, verb_group(tokens, at)[0])
    few = start > 1 and any(token.text in _FEW for token in tokens[max(0, start - 4) : start])
    return identified(tokens[:start]) if few else ()


def ends_there(tokens: Sequence[Token], end: int) -> bool:
    """Whether a clause ends behind a word: `X lives`, not "X lives in Seoul"."""
    return end >= len(tokens) or not tokens[end].text[0].isalnum() or tokens[end].text in _BARE_ENDS


def _becomes(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X ends up something in between`, `X ends the season as neither human nor monster`."""
    tokens = clause.tokens
    start, _ = verb_group(tokens, i)
    at = start - 1 if start and tokens[start - 1].text != "up" else start - 2
    if at > 0 and tokens[at].text in _BECOMES:
        return subject(clause, verb_group(tokens, at)[0])
    is_as = i > 2 and tokens[i - 1].text == "as" and len(hit.entry.tail) > 1
    return leading_group(tokens) or clause.subject if is_as else ()


def _beside(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X: dead`, `he's dead`, `With X dead, Y is alone`."""
    tokens = clause.tokens
    if i < 2:
        return ()
    before, mark = tokens[i - 2], tokens[i - 1].text
    row = mark == ":" and before.kind in _WHO
    short = mark == "'s" and before.kind in _WHO and ends_there(tokens, hit.end)
    if row or short:
        return (before,)
    return (tokens[i - 1],) if tokens[i - 1].kind in _WHO and _stands_behind_with(tokens, i - 1) else ()


def _stands_behind_with(tokens: Sequence[Token], who: int) -> bool:
    """Whether somebody stands behind `with`, and what they are called: `ended with Judge X dead`."""
    at = who - 1
    while at > 0 and not tokens[at].kind and tokens[at].text in _TITLES:
        at -= 1
    return at >= 0 and tokens[at].text == "with"


def _left(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`the shoot-out leaves X and Y dead`, `finds X alive`."""
    tokens = clause.tokens
    group = group_before(tokens, i)
    at = tokens.index(group[0]) if group else 0
    return group if at and tokens[at - 1].text in _LEAVES else ()


def _depicted(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`only X and Y get off the island alive`."""
    tokens = clause.tokens
    if not ends_there(tokens, hit.end):
        return ()
    at = next((j for j in range(i - 1, max(-1, i - _FAR), -1) if tokens[j].text in _MOVES), None)
    between = tokens[at + 1 : i] if at is not None else ()
    if at is None or any(token.kind in _WHO or token.text in _STOPS for token in between):
        return ()
    start, small = verb_group(tokens, at)
    return () if small & UNREAL else subject(clause, start)


def _opening(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`Still alive: X, Y and Z`."""
    tokens = clause.tokens
    opens = i < _OPENING or not any(token.text[0].isalpha() for token in tokens[:i])
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + _LEAD_IN)) if tokens[j].text == ":"), 0)
    listed = opens and at and not any(token.kind in _WHO or is_verb(token) for token in tokens[hit.end : at])
    return group_at(tokens, at + 1)[0] if listed else ()  # "Still alive at the end: X, Y"


def _apposed(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X, still alive,`; `returns as X, half zombie and all attitude`."""
    tokens = clause.tokens
    begins = i > 1 and tokens[i - 1].text in _APPOSED
    if not (begins and (hit.end == len(tokens) or tokens[hit.end].text in _STOPS)):
        return ()
    if tokens[i - 1].text == "," and tokens[i - 2].kind == "c":
        return (tokens[i - 2],)
    group = leading_group(tokens)
    others = any(token.kind in _WHO for token in tokens[:i] if group and token.start > group[-1].start)
    return () if others else group or clause.subject  # "X found that her mother Y had walked out, alive"
