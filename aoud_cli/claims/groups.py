"""Lists of people in a sentence: where they begin, end, and what joins them."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.claims.tokens import BREAKERS, JOINERS, PEOPLE, PREPOSITIONS, Token, begins_verb, is_verb
from aoud_cli.english import words

_LONG_JOINERS = (("along", "with"), ("together", "with"), ("as", "well", "as"))
_ROLE = 9  # tokens from `as` to what follows the part
_CALLS = frozenset((*words("articles"), *words("once_or_now"), *words("their")))
# "X, who took Y's novel as her starting point", `"... is X," says writer Y`
_NO_CALLINGS = frozenset((*words("relative_words"), *words("says"), *words("says_briefly")))
_STARRING = frozenset(words("starring_words"))
_ASIDES, _ASIDE_REACH = frozenset(words("list_asides_open")), 14  # what opens an aside in a list of people, and its tokens
_CALLED = 3  # words before a name that say what somebody is: "and the newcomer Kim"


def leading_group(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The people that a clause begins with, before any verb."""
    begins = (i for i, token in enumerate(tokens) if token.kind in PEOPLE or is_verb(token) or (i == 0 and begins_verb(tokens, i)))
    start = next(begins, len(tokens))
    leads = start < len(tokens) and tokens[start].kind in PEOPLE and not is_starred(tokens, start)
    group, end = group_at(tokens, start) if leads else ((), 0)
    of_two = end < len(tokens) and tokens[end].kind in PEOPLE and owns(tokens, end) and tokens[end - 1].text == "and"
    return () if of_two else group  # "X and Y's son, Z, dies"


def is_starred(tokens: Sequence[Token], i: int) -> bool:
    """Whether a person is only whom something stars: `the trailer for the show, starring X, is out`."""
    return i > 0 and tokens[i - 1].text in _STARRING


def last_group(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The people right before the end, but for a comma."""
    end = len(tokens) - (1 if tokens and tokens[-1].text == "," else 0)
    return group_before(tokens, end)


def group_at(tokens: Sequence[Token], i: int) -> tuple[tuple[Token, ...], int]:
    """The people listed from token `i` on (`X, Y and Z`, `X as A and Y as B`), and the index behind them."""
    found: list[Token] = []
    is_closed = False
    while i < len(tokens) and tokens[i].kind in PEOPLE and not owns(tokens, i):
        found.append(tokens[i])
        i += 1
        i = _behind_role(tokens, i)
        i = _behind_calling(tokens, i)
        i = _behind_aside(tokens, i)
        follows = behind_joiner(tokens, i)
        if follows == i or follows >= len(tokens) or tokens[follows].kind not in PEOPLE:
            break
        if tokens[i].text == "," and tokens[i + 1].text != "and" and is_closed:
            break  # of "the returning X and Y, Z and W join" the last two
        is_closed = tokens[i].text in ("and", "&")
        i = follows
    return tuple(found), i


def _behind_role(tokens: Sequence[Token], i: int) -> int:
    """The index behind the part that somebody in a list plays: `as Y`, `as solicitor Y`, `as Z's daughter Y`; `i` where none is told."""
    i = _behind_origin(tokens, i)
    if i + 1 >= len(tokens) or tokens[i].text != "as":
        return i
    for j in range(i + 1, min(len(tokens), i + _ROLE)):
        follows = behind_joiner(tokens, j)
        is_next = follows < len(tokens) and tokens[follows].kind in PEOPLE and tokens[follows].kind != "c"
        has_role = is_next and any(token.text == "as" for token in tokens[follows + 1 : follows + 2])
        if tokens[j].text in JOINERS and is_next and (tokens[j - 1].kind in ("c", "n") or has_role or _ends_list(tokens, j, follows)):
            return j
        if tokens[j].text in JOINERS or is_verb(tokens[j]) or tokens[j].text in BREAKERS:
            break
    return i + 2 if tokens[i + 1].kind == "c" else i


def _ends_list(tokens: Sequence[Token], comma: int, last: int) -> bool:
    """Whether the last of a list stands behind a comma and `and`, with nothing told of them alone: `X as a retired judge, and Y`."""
    joined = [token.text for token in tokens[comma : comma + 2]] == [",", "and"]
    return joined and (last + 1 >= len(tokens) or tokens[last + 1].text in _BEHIND_LAST)


_BEHIND_LAST = frozenset({",", ".", ";", "of", "from", "who"})


def _behind_calling(tokens: Sequence[Token], i: int) -> int:
    """The index behind what a part in a list of parts is called, `X as Y, now a nurse herself, Z as W`; `i` where nothing is told."""
    if i + 1 >= len(tokens) or tokens[i].text != "," or tokens[i - 1].kind != "c" or tokens[i + 1].text not in _CALLS:
        return i
    for j in range(i + 1, min(len(tokens) - 2, i + _ROLE)):
        if tokens[j].text == ",":
            follows = behind_joiner(tokens, j)
            is_next = follows + 1 < len(tokens) and tokens[follows].kind in "an" and tokens[follows + 1].text == "as"
            return j if is_next and tokens[follows].kind else i
        if tokens[j].kind in PEOPLE or is_verb(tokens[j]) or tokens[j].text in BREAKERS:
            break
    return i


def _behind_aside(tokens: Sequence[Token], i: int) -> int:
    """The index behind what is told of somebody in a list before the next, `X, cast as Y's son, and Z`, `X, late of the stage, and Z`;
    `i` where nothing is."""
    if i + 1 >= len(tokens) or tokens[i].text != "," or tokens[i - 1].kind not in ("a", "n") or tokens[i + 1].text not in _ASIDES:
        return i
    for j in range(i + 2, min(len(tokens) - 1, i + _ASIDE_REACH)):
        follows = behind_joiner(tokens, j) if tokens[j].text == "," else j
        if follows > j and follows < len(tokens) and tokens[follows].kind in ("a", "n") and not owns(tokens, follows):
            return j
        if is_verb(tokens[j]) or tokens[j].text in (";", "."):
            break
    return i


def _behind_origin(tokens: Sequence[Token], i: int) -> int:
    """The index behind what somebody who plays a part is from, `of the band Orbit7 as Y`; `i` where nothing is told of that."""
    if i >= len(tokens) or tokens[i].text not in ("of", "from"):
        return i
    for j in range(i + 1, min(len(tokens), i + _ROLE)):
        if tokens[j].text == "as":
            return j
        if tokens[j].kind in PEOPLE or is_verb(tokens[j]) or tokens[j].text in BREAKERS or not tokens[j].text[0].isalnum():
            break
    return i


def behind_joiner(tokens: Sequence[Token], i: int) -> int:
    """The index behind what joins two people in a list, and behind what the second is called; `i` where nothing does."""
    at = i
    while at < len(tokens) and tokens[at].text in JOINERS:
        at += 1
    at += next((len(one) for one in _LONG_JOINERS if tuple(token.text for token in tokens[at : at + len(one)]) == one), 0)
    if at == i:
        return i
    named = next((j for j in range(at, min(len(tokens), at + _CALLED + 1)) if _binds(tokens[j])), at)
    return named if named < len(tokens) and tokens[named].kind in PEOPLE else at


def _binds(token: Token) -> bool:
    """Whether a token is no word that says what somebody is."""
    bound = token.text in PREPOSITIONS or token.text in BREAKERS or token.text in _NO_CALLINGS or not token.text[0].isalnum()
    return bound or token.kind != "" or is_verb(token)


def group_before(tokens: Sequence[Token], end: int) -> tuple[Token, ...]:
    """The people listed right before token `end`."""
    start, before = max(0, end - 40), tokens[:end]  # what "X and Y as A and B" tells of Y's part is none of the list
    while start < end:
        group, behind = group_at(before, start) if tokens[start].kind in PEOPLE else ((), start)
        if group and behind == end:
            return group
        start = max(start + 1, behind)
    return ()


def owns(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody only stands as the owner of something: `X's brother`."""
    return i + 1 < len(tokens) and tokens[i + 1].text == "'s"
