"""The phrase that names a part: `Y`, `her best friend Y`, `X's sister Y`, `Y and Z`."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.claims.groups import group_at, owns
from aoud_cli.claims.tokens import DEFINITE, PREPOSITIONS, Token, is_verb
from aoud_cli.english import words

PARTS = frozenset("cnp")
REACH = 9  # tokens from a verb to the part
_JOINED = 7  # tokens from a part to the next of a list: "and the reliably unreliable Y"
_ENDS = frozenset(words("calling_ends"))
_OTHER_PEOPLE = frozenset(form for word in (*words("kin"), *words("people_of_others")) for form in (word, f"{word}s"))
_STOPS = (",", ";", ":", "who", "and")
_ANOTHERS = frozenset((*words("their"), "a", "an"))  # "a detective with a dog named Y"
_NAMED_SO = frozenset(words("called_by_name")) - {"of"}
OTHER_SELF, _KIN = frozenset(words("other_selves")), frozenset(words("kin"))


def parts_from(tokens: Sequence[Token], start: int, reach: int = REACH) -> list[Token]:
    """The parts that a phrase from `start` on names: `Y`, `her best friend Y`, `X's sister Y` (not X), `Y and Z`."""
    found: list[Token] = []
    j, last = start, min(len(tokens), start + reach)
    while j < last:
        token = tokens[j]
        if token.kind in PARTS and not owns(tokens, j):
            found.append(token)
            joined = next((k for k in range(j + 1, min(len(tokens), j + _JOINED)) if tokens[k].kind), None)
            if joined is None or tokens[joined].kind != "c" or tokens[j + 1].text not in ("and", ",", "/", "&") or owns(tokens, joined):
                return found
            if any(_separates(tokens[k]) for k in range(j + 1, joined)) or _is_played(tokens, joined + 1):
                return found
            j, last = joined, joined + 1
            continue
        if token.text == "," and not found and _is_called(tokens, start, j):
            j, last = j + 1, j + 2
            continue
        is_both = token.text == "and" and not found and _joins_callings(tokens, start, j)
        if token.kind == "a" or is_verb(token) or (token.text in _STOPS and not is_both) or _is_other_self(tokens, j):
            return found
        if token.text in PREPOSITIONS and (token.text != "of" or _is_somebodys(tokens, j)):
            return found or _called(tokens, j)
        j += 1
    return found


def _joins_callings(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether `and` stands in what a part is called before its name: `plays her grandson and heir, Y`."""
    calling = tokens[start : j + 3]
    plain = len(calling) == j + 3 - start and not any(token.kind for token in calling) and calling[-1].text == ","
    return plain and any(token.text in DEFINITE for token in calling[:-2])


def _called(tokens: Sequence[Token], at: int) -> list[Token]:
    """Who a calling with something bound to it is: `plays a commander from over there called Y`."""
    for j in range(at, min(len(tokens) - 1, at + REACH)):
        if tokens[j].text in _NAMED_SO:
            return [tokens[j + 1]] if tokens[j + 1].kind in PARTS and not owns(tokens, j + 1) else []
        ends = tokens[j].text in _ANOTHERS or tokens[j].text in _STOPS or not tokens[j].text[0].isalnum()
        if ends or tokens[j].kind not in ("", "l") or is_verb(tokens[j]):
            return []
    return []


def _is_somebodys(tokens: Sequence[Token], of: int) -> bool:
    """Whether `of` tells whose somebody is: `plays the mother of Y`, where Y is another; not "the role of Y"."""
    behind = next((token for token in tokens[of + 1 : of + REACH] if token.kind or token.text == ","), None)
    is_role = any(entry.kind == "parts" for entry in tokens[of - 1].hits)
    return behind is not None and behind.kind in PARTS and tokens[of - 1].text in _OTHER_PEOPLE and not is_role


def _separates(token: Token) -> bool:
    """Whether a word between two names shows that they are not listed together: `Y, daughter of Z`, `Y and X as Z`."""
    return token.text in ("as", "by") or token.text in PREPOSITIONS or is_verb(token)


def _is_called(tokens: Sequence[Token], start: int, comma: int) -> bool:
    """Whether a comma stands between what a part is and its name: `play the heroine's parents, Y and Z`; not "the victim, Y the killer"."""
    calling = tokens[start:comma]
    is_one = bool(calling) and not calling[-1].kind and any(token.text in DEFINITE for token in calling)
    if not is_one or any(token.text == "of" or is_verb(token) for token in calling):
        return False
    kinds = "cn" if calling[-1].text in _KIN else "c"  # nobody but a part is "Theo's younger sister, Marnie Bascombe"
    named, end = group_at(tokens, comma + 1) if comma + 1 < len(tokens) and tokens[comma + 1].kind in kinds else ((), 0)
    return bool(named) and (end >= len(tokens) or not tokens[end].text[0].isalnum() or tokens[end].text in _ENDS)


def _is_played(tokens: Sequence[Token], i: int) -> bool:
    """Whether words begin that say by whom a part is played: it is another's than the one before it."""
    at = next((j for j in range(i, min(len(tokens), i + 2)) if any(hit.kind == "played_by" for hit in tokens[j].hits)), None)
    return at is not None and at + 1 < len(tokens) and tokens[at + 1].text == "by"


def _is_other_self(tokens: Sequence[Token], j: int) -> bool:
    """Whether `the young Y` is told of; `her younger brother Y` is Y."""
    behind = tokens[j + 1].text if j + 1 < len(tokens) else ""
    return tokens[j].text in OTHER_SELF and behind not in _KIN
