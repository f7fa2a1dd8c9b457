"""Who is set apart from all the others: `everyone in the main cast is back except X`."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.claims.clauses import Clause
from aoud_cli.claims.constructions.nouns import list_from
from aoud_cli.claims.constructions.verbs import FINITE, REACH, verb_group
from aoud_cli.claims.tokens import ADVERBS, AUXILIARIES, BE, DEFINITE, DENIERS, HAVE, PEOPLE, Hit, Token
from aoud_cli.english import words

_SMALL_VERBS = BE | HAVE | AUXILIARIES
_EXCEPT_FROM = ("apart", "aside")
_EVERYONE, _EXCEPT = frozenset(words("all_of_them")), frozenset((*words("exceptions"), *words("exceptions_of_all")))


def excepted(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """Of whom the contrary is told: `everyone in the main cast is back except X`, `all but X are returning`."""
    tokens = clause.tokens
    if hit.entry.kind not in ("states", "does") or hit.entry.term != "returning":
        return ()
    start, small = verb_group(tokens, i)
    whole = next((j for j in range(start) if tokens[j].text in _EVERYONE), None)
    told = bool(small & BE) or hit.entry.form in (*FINITE, "base")
    if whole is None or not told or small & DENIERS or (whole and tokens[whole - 1].text in DENIERS):
        return ()
    opens = any(token.kind in PEOPLE for token in tokens[:whole])  # not "unlike last time, everyone except X is back"
    inner = next((j for j in (*(0,) * opens, *range(whole + 1, start)) if tokens[j].text in _EXCEPT), None)
    behind = range(hit.end, min(len(tokens), hit.end + 2 * REACH))
    at = inner if inner is not None else next((j for j in behind if tokens[j].text in _EXCEPT), None)
    if at is None or any(token.kind in PEOPLE for token in tokens[whole:at]):
        return ()
    who = list_from(tokens, at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text in ("for", "from")))
    told_at = whole if at == 0 else start if inner is not None else 0
    end = tokens.index(who[-1]) + 1 if who else len(tokens)
    if end < len(tokens) and tokens[end].text.endswith("ing"):
        return ()  # "everyone is back without X noticing"
    return who if who and _excepts(tokens, at, end, told_at) else ()


def are_excepted(tokens: Sequence[Token], group: Sequence[Token]) -> bool:
    """Whether people stand right behind a word that sets them apart from all the others: `everyone save X is back`."""
    if not group:
        return False
    at = next((j for j, token in enumerate(tokens) if token.start == group[0].start), 0)
    at -= at > 1 and tokens[at - 1].text in ("for", "from")
    return at > 1 and tokens[at - 1].text in _EXCEPT and any(token.text in _EVERYONE for token in tokens[: at - 1])


def _excepts(tokens: Sequence[Token], at: int, end: int, start: int) -> bool:
    """Whether a word sets apart those behind it, up to `end`, of whom nothing is told before the verb at `start`: not "everyone but X knew
    the show would return", "back in the bar X once owned"."""
    if at and tokens[at].text == "bar" and tokens[at - 1].text in DEFINITE:
        return False
    if tokens[at].text in _EXCEPT_FROM and tokens[at + 1].text != "from":
        return False
    small = _SMALL_VERBS | DEFINITE if at == 0 else _SMALL_VERBS  # "apart from X, the whole cast is back"
    return all(token.text in small or token.text in ADVERBS or token.text == "," for token in tokens[end:start])
