"""Who plays whom: verbs of playing, `as`, genitives, `whose`, the former and the latter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from aoud_cli.claims.clauses import Clause
from aoud_cli.claims.constructions.parts import PARTS, REACH, parts_from
from aoud_cli.claims.constructions.verbs import before_comma, built_in, subject, verb_group
from aoud_cli.claims.groups import group_at, group_before, leading_group, owns
from aoud_cli.claims.lexicon import CREDIT, Entry
from aoud_cli.claims.tokens import ADVERBS, BE, DENIERS, HAVE, PREPOSITIONS, Hit, Token, hits_at, is_verb
from aoud_cli.english import pattern, words

PLAYS = "cast.plays"
_AS, _OWN, _IS = (built_in(PLAYS, CREDIT, "plays", word, "roles.py") for word in ("as", "genitive", "is"))
_PERFORMERS = frozenset("anp")
_AS_IDIOMS = frozenset(words("as_idioms"))
_NO_CALLING, _BEFORE_BY = PREPOSITIONS | DENIERS | BE, ADVERBS | frozenset(words("before_by"))
_CALLINGS = 4  # words between `is` and the part
_BACK = 10  # tokens from `as` back to the performer
_ABOARD = frozenset(words("comes_aboard"))
_FAR = 24  # tokens of a relative clause that names nobody before its verb: "who trained for weeks at a station to play Y"
_THEIR = frozenset(words("their"))
_BE_OR_HAVE = BE | HAVE
_OF_TWO = ("former", "latter")  # "X and Y are aboard, the former playing Z": whom they mean is told elsewhere
_BESIDE = frozenset(words("companions"))
_FROM = ("of", "from")
_DRESSED = frozenset(words("dressed"))


class Role(NamedTuple):
    """A performer and a part, by which construction; `start` and `end` bound the words."""

    performer: Token
    part: Token
    entry: Entry
    construction: str
    start: int
    end: int


def read_roles(cut: Sequence[tuple[Clause, Sequence[tuple[int, Hit]]]]) -> Iterator[Role]:
    """Who plays whom in the clauses of a sentence."""
    for clause, hits in cut:
        for i, token in enumerate(clause.tokens):
            if token.text in _FINDERS:
                entry, find = _FINDERS[token.text]
                yield from (_role(entry, entry.word, *pair) for pair in find(clause, i) if _can_be(*pair))
        for i, hit in hits:
            if hit.entry.key == PLAYS and hit.entry.kind in _OF and (i == 0 or clause.tokens[i - 1].text not in _OF_TWO):
                yield from (_role(hit.entry, hit.entry.kind, *pair) for pair in _OF[hit.entry.kind](clause, i, hit) if _can_be(*pair))
    yield from (_role(_AS, "former and latter", *pair) for pair in _former_and_latter([clause for clause, _ in cut]) if _can_be(*pair))


def _role(entry: Entry, name: str, performer: Token, part: Token) -> Role:
    return Role(performer, part, entry, name, min(performer.start, part.start), max(performer.end, part.end))


def _can_be(performer: Token, part: Token) -> bool:
    """Whether one may be a performer and the other a part; of two pronouns, or two of one kind that are known, none."""
    return performer.kind in _PERFORMERS and part.kind in PARTS and not (performer.kind == "p" == part.kind) and performer != part


def _paired(people: Sequence[Token], parts: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    if len(parts) == len(people):
        yield from zip(people, parts, strict=True)
    elif parts and people and len(parts) == 1:
        yield people[-1], parts[0]
    elif len(people) == 1:
        yield from ((people[0], part) for part in parts)


def _as(clause: Clause, i: int) -> Iterator[tuple[Token, Token]]:
    """`X as Y`, `X stars as Y`, `X and Y return as Z and W`."""
    tokens = clause.tokens
    if tokens[i].text != "as" or i + 1 >= len(tokens) or tokens[i + 1].text in _AS_IDIOMS:
        return
    if not _DRESSED.isdisjoint(token.text for token in tokens[max(0, i - 3) : i]):
        return  # "dressed up as Y": for a party
    if tokens[i + 1].text in _THEIR and any(entry.kind == "parts" for token in tokens[i + 2 : i + 3] for entry in token.hits):
        return  # "as his character Y died" gives a reason
    parts = parts_from(tokens, i + 1)
    if i == 0 and len(parts) == 1:
        yield from _opening(tokens, parts[0])
    who = _before_as(clause, i) if parts else ()
    is_near = i > 0 and bool(who) and tokens[i - 1] == who[-1]
    if parts and not is_near and _does(tokens, parts[-1]):
        return  # "X won't be back, as Y was killed off" gives a reason
    if is_near or len(who) < 2 or len(parts) == len(who):  # "X and Y return as Z": which of them is Z?
        yield from _paired(who, parts)


def _does(tokens: Sequence[Token], part: Token) -> bool:
    """Whether a part is the subject of what stands behind it: `as Y was killed off`, `as Y and Z both died`."""
    at = tokens.index(part) + 1
    while at < len(tokens) and (tokens[at].text == "both" or tokens[at].text in ADVERBS):
        at += 1
    return at < len(tokens) and (tokens[at].text in _BE_OR_HAVE or is_verb(tokens[at]))


def _opening(tokens: Sequence[Token], part: Token) -> Iterator[tuple[Token, Token]]:
    """`As Y, X is superb.`"""
    at = tokens.index(part)
    behind = tokens[at + 1 : at + 3]
    if len(behind) == 2 and behind[0].text == "," and behind[1].kind == "a" and not owns(tokens, at + 2):
        yield behind[1], part


def _actor(clause: Clause, i: int) -> Iterator[tuple[Token, Token]]:
    """`Y actress X`, `Y star X`."""
    tokens = clause.tokens
    if 0 < i < len(tokens) - 1 and tokens[i - 1].kind == "c" and tokens[i + 1].kind == "a":
        yield tokens[i + 1], tokens[i - 1]


def _alias(clause: Clause, i: int) -> Iterator[tuple[Token, Token]]:
    """`X, alias Y,`, `X aka Y`."""
    tokens = clause.tokens
    at = i - 1 - (i > 1 and tokens[i - 1].text == ",")
    if at >= 0 and i + 1 < len(tokens) and tokens[at].kind == "a" and tokens[i + 1].kind == "c":
        yield tokens[at], tokens[i + 1]


def _gapped(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """`X plays Y and Z W`: the verb stands once."""
    for j in range(1, len(tokens) - 1):
        beside = tokens[j - 1].text in ("and", ",") and tokens[j].kind == "a" and tokens[j + 1].kind == "c"
        if beside and j > 1 and tokens[j - 2].kind == "c" and not owns(tokens, j + 1):
            yield tokens[j], tokens[j + 1]


def _is_companion(tokens: Sequence[Token], j: int) -> bool:
    """Whether somebody is only whom another plays with: `X stars opposite Y as Z`; of "X as Z, alongside Y as W" Y is W."""
    beside = j > 1 and tokens[j - 1].text in _BESIDE and tokens[j - 2].text != ","
    return beside and any(token.kind in _PERFORMERS for token in tokens[: j - 1]) and all(token.text != "as" for token in tokens[:j])


def _is_former_work(tokens: Sequence[Token], j: int) -> bool:
    """Whether a name that nobody knows is that of another work: `X, late of Night Shift, as Y`."""
    return tokens[j].kind == "n" and j > 1 and tokens[j - 1].text in _FROM


def _before_as(clause: Clause, i: int) -> tuple[Token, ...]:
    """The performers that `as` goes with: right before it or before its verb, or the subject that the clause shares."""
    tokens = clause.tokens
    for j in range(i - 1, max(-1, i - _BACK), -1):
        if tokens[j].kind in _PERFORMERS and not owns(tokens, j):
            if _is_companion(tokens, j) or _is_former_work(tokens, j):
                continue
            if tokens[i - 1].text == "," and _is_played_there(tokens[:j]):
                return ()
            replaced = _replacer(clause, j)
            if replaced:
                return replaced
            group = group_before(tokens, j + 1)
            first = tokens.index(group[0]) if group else j
            return (tokens[j],) if any(token.text == "as" for token in tokens[first:j]) else group or (tokens[j],)  # "X as Z and Y as W"
        begins = tokens[j].text in ("and", ",") and tokens[j + 1].kind != ""
        if begins or tokens[j].kind in ("c", "w", "k") or tokens[j].text in (";", ":"):
            return ()
    return clause.subject


def _is_played_there(before: Sequence[Token]) -> bool:
    """Whether the words before a performer say of whom they are the performer: `Z is played by newcomer X, as Y has left for Canada`."""
    played = (j for j, token in enumerate(before) if any(entry.kind == "played_by" for entry in token.hits))
    return any(token.text == "by" for j in played for token in before[j + 1 : j + 2])


def _replacer(clause: Clause, j: int) -> tuple[Token, ...]:
    """Who takes the place of the performer `j`: `X has replaced Y as Z`."""
    for i in range(max(0, j - 4), j):
        if any(hit.entry.kind == "replaces" and hit.end == j for hit in hits_at(clause.tokens, i)):
            start, _ = verb_group(clause.tokens, i)
            return subject(clause, start)
    return ()


_OWN_PEOPLE = frozenset((*words("kin"), *words("no_story")))


def _whose(clause: Clause, i: int) -> Iterator[tuple[Token, Token]]:
    """`X, whose Y runs the racket`, `X's Y`, `X's character, Y`."""
    tokens = clause.tokens
    if tokens[i].text != "'s" and tokens[i].text != "whose":
        return
    at = i - 1
    while at >= 0 and tokens[at].text == ",":
        at -= 1
    if at < 0 or tokens[at].kind != "a":
        return
    j = i + 1
    while j < min(len(tokens), i + 4) and not tokens[j].kind and tokens[j].text not in PREPOSITIONS and not is_verb(tokens[j]):
        j += 1
    if any(token.text in _OWN_PEOPLE for token in tokens[i + 1 : j]):
        return  # "X's brother Y", "X's co-star Y"
    if j < len(tokens) and tokens[j].kind in ("c", "n") and not owns(tokens, j):
        who, parts = (clause.subject if at == 0 else ()) or group_before(tokens, at + 1), group_at(tokens, j)[0]
        is_each = tokens[i].text == "whose" and len(who) == len(parts) > 1  # "X and Y, whose characters A and B died"
        yield from zip(who, parts, strict=True) if is_each else [(tokens[at], tokens[j])]


def _plays(clause: Clause, i: int, hit: Hit) -> Iterator[tuple[Token, Token]]:
    """`X plays Y`, `X, who plays Y`, `X has been cast to play Y`; `whom X plays` tells of what stands before it."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    if small & BE and hit.entry.form in ("past", "participle"):
        return
    if len(tokens) > 2 and tokens[1].text == "whom" and start == 3 and tokens[2].kind in _PERFORMERS:
        yield tokens[2], tokens[0]  # "Y, whom X plays"
        return
    inside = tokens[i + 1 : hit.end]
    if hit.entry.form == "gerund" and any(token.kind in ("a", "n") for token in inside) and not group_before(tokens, start):
        return  # "starring X as Y": `as` tells it
    if inside and inside[0].kind in ("a", "n") and inside[-1].text == "as":
        return  # "the show stars X as Y"
    inner = [token for token in inside if token.kind in PARTS]
    parts = inner or parts_from(tokens, hit.end)
    apposed = hit.entry.form == "gerund" and start > 0 and tokens[start - 1].text == ","
    players = _players(clause, start, goes_on=apposed and any(token.text in _ABOARD for token in tokens[:start]))
    if start == 0 and len(players) > 1 == len(parts) and hit.entry.form != "present":
        return  # "X and Y, who return as Z, W": which of them is Z is told behind the comma; of "X and Y, who plays Z" it is Y
    ends = hit.end >= len(tokens) or not tokens[hit.end].text[0].isalnum()
    yield from _paired(players, parts or (_whom(tokens, players) if ends else []))
    if len(players) == 1 and len(parts) == 1:
        yield from _gapped(tokens[hit.end :])


def _whom(tokens: Sequence[Token], players: Sequence[Token]) -> list[Token]:
    """The part of which a clause tells who plays it: `Y, the agent that X portrays`."""
    at = tokens.index(players[0]) - 1 if len(players) == 1 and players[0] in tokens else 0
    if at < 1 or tokens[at].text not in _WHOM:
        return []
    named = next((j for j in range(at - 1, max(-1, at - _TO_WHOM), -1) if tokens[j].kind), at)
    is_called = tokens[named].kind in ("c", "n") and _calls(tokens[named + 1 : at])
    return [tokens[named]] if is_called else []  # not "Y likes the piano that X plays"


def _calls(between: Sequence[Token]) -> bool:
    """Whether what stands between a name and `whom` only calls it somebody: `, the agent`; not ", the guitar"."""
    called = [token.text for token in between if token.text[0].isalpha()]
    return not called or (between[0].text == "," and _JOB_RE.fullmatch(called[-1]) is not None)


_JOB_RE = pattern(r"(?:{job_noun}|{people_called})")
_WHOM, _TO_WHOM = ("that", "whom", "who"), 6  # tokens back to the part


def _players(clause: Clause, start: int, *, goes_on: bool = False) -> tuple[Token, ...]:
    """The performers right before a verb group, some words before it, or shared by the clause; one that `goes_on` to tell of somebody
    who is in the cast tells of its subject, whatever show stands between: `X will join <title> for its third season, playing Y`."""
    tokens = clause.tokens
    group = group_before(tokens, before_comma(tokens, start))
    if group:
        return tuple(token for token in group if token.kind in _PERFORMERS)
    back = (tokens[j] for j in range(start - 1, max(-1, start - 5), -1))
    stops = _PERFORMERS | {"c", "w"} | (set() if goes_on else {"t"})
    near = next((token for token in back if token.kind in stops or token.text == ";"), None)
    if near is not None:
        return (group_before(tokens, tokens.index(near) + 1) or (near,)) if near.kind in ("a", "n") else ()
    own = leading_group(tokens[:start])  # "X and Y, who play her parents, Z and W": not those behind the verb
    return (own or clause.subject) if start <= _BACK or (start <= _FAR and (goes_on or not own)) else ()


def _played_by(clause: Clause, i: int, hit: Hit) -> Iterator[tuple[Token, Token]]:
    """`Y is played by X`, `Y, played by X,`."""
    tokens, at = clause.tokens, _behind_manner(clause.tokens, hit.end)
    while at < len(tokens) and (tokens[at].text in _BEFORE_BY or tokens[at].kind == "s"):
        at += 1
    if hit.entry.form not in ("past", "participle") or at >= len(tokens) or tokens[at].text != "by":
        return
    first = next((j for j in range(at + 1, min(len(tokens), at + 6)) if tokens[j].kind and tokens[j].kind != "w"), None)
    start, small = verb_group(tokens, i)
    before = group_before(tokens, before_comma(tokens, start)) or (_shared(clause, small) if start <= 1 else ())
    if first is None or not before:
        return
    who, _ = group_at(tokens, first)
    beside = start > 0 and tokens[start - 1].text == ","  # "Y and Z, played by X and W"; not "with Y, along with Z played by X, W as"
    if len(who) == len(before) > 1 and (small & BE or beside):
        yield from zip(who, before, strict=True)
    elif len(before) == 1 or (not small & BE and (len(who) == 1 or not beside)):
        yield tokens[first], before[-1]


def _shared(clause: Clause, small: frozenset[str] | set[str]) -> tuple[Token, ...]:
    """The subject that a clause shares; of an aside only where it stands beside it: not "X has to win over Sergeant Barua, played by Y"."""
    far = clause.subject and clause.tokens and clause.tokens[0].start - clause.subject[-1].end > _BESIDE_IT
    return () if far and not small & BE else clause.subject


_BESIDE_IT = 32  # code points between a part and what is told of it between commas


def _behind_manner(tokens: Sequence[Token], at: int) -> int:
    """The index behind how or where somebody is played, `with such dryness by X`, `in flashbacks by X`; `at` where nothing tells that."""
    if at >= len(tokens) or tokens[at].text not in _MANNERS:
        return at
    for j in range(at + 1, min(len(tokens), at + _MANNER)):
        if tokens[j].text == "by":
            return j
        if tokens[j].kind or not tokens[j].text[0].isalpha() or is_verb(tokens[j]):
            break
    return at


_MANNERS, _MANNER = frozenset(words("manner_links")), 7  # tokens of a manner


def _named_part(clause: Clause, i: int, hit: Hit) -> Iterator[tuple[Token, Token]]:
    """`X's character, Y`, `X's character Y`; `their character Y` has no owner here."""
    tokens = clause.tokens
    his = i > 1 and tokens[i - 1].text in _THEIR and tokens[i - 2].text == "as"  # "won't be back as his character Y died"
    owner = next((token for token in tokens[:i] if token.kind == "a"), None) if his else tokens[i - 2] if i > 1 else None
    if owner is None or owner.kind != "a" or not (his or tokens[i - 1].text == "'s"):
        return
    at = hit.end + (1 if hit.end < len(tokens) and tokens[hit.end].text == "," else 0)
    if at < len(tokens) and tokens[at].kind in ("c", "n"):
        yield owner, tokens[at]


def _falls_to(clause: Clause, i: int, hit: Hit) -> Iterator[tuple[Token, Token]]:
    """`the role of Y went to X`, `Y, who knows Z, is once more in the hands of X`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    who = next((token for token in tokens[hit.end : hit.end + 4] if token.kind), None)
    if who is None or small & DENIERS:
        return
    before = [
        token for j, token in enumerate(tokens[:start]) if token.kind in PARTS | {"a"} and not (token.kind == "a" and owns(tokens, j))
    ]
    part = before[0] if before else (clause.subject[-1] if clause.subject else None)
    of_role = any(hits.kind == "parts" for token in tokens[:start] for hits in token.hits)
    if part is not None and len(before) <= 1 and (of_role or hit.entry.word.startswith(("be ", "lie ", "rest "))):
        yield who, part


def _is_part(clause: Clause, i: int) -> Iterator[tuple[Token, Token]]:
    """`X is Y again`, `X is set to be Y`, `Y is again X's part`; with nothing but callings between."""
    tokens = clause.tokens
    if tokens[i].text not in BE or tokens[i].text in ("are", "were"):
        return  # "joining X are Y and Z"
    at = i + 1
    while at < len(tokens) and at - i <= _CALLINGS and _may_call(tokens[at]):
        at += 1
    if any(one.text == "to" and two.text != "be" for one, two in pairwise(tokens[i + 1 : at + 1])):
        return  # "X is married to the actress Y"
    if at >= len(tokens) or not tokens[at].kind:
        return
    start, small = verb_group(tokens, i + 1)
    who = group_before(tokens, start) or (clause.subject if start <= 0 else ())
    owned = owns(tokens, at)
    if len(who) != 1 or small & DENIERS:
        return
    ends = at + 1 >= len(tokens) or not tokens[at + 1].text[0].isalnum() or tokens[at + 1].text in ("and", "again", "once", "in")
    is_called = owned and any(hit.kind == "parts" for token in tokens[at + 2 : at + 3] for hit in token.hits)
    if not owned and (tokens[at].kind == "c" and who[0].kind in "an" or (tokens[at].kind == "n" and who[0].kind in "an" and ends)):
        yield who[0], tokens[at]
    elif tokens[at].kind == "a" and who[0].kind == "c" and (is_called or (at == i + 1 and ends and not owned)):
        yield tokens[at], who[0]


def _may_call(token: Token) -> bool:
    """Whether a word may stand between `is` and a part's name."""
    return not token.kind and token.text.isalpha() and token.text not in _NO_CALLING and not is_verb(token)


def _former_and_latter(cut: Sequence[Clause]) -> Iterator[tuple[Token, Token]]:
    """`X and Y are aboard, the former playing A and the latter B`."""
    tokens = [token for clause in cut for token in clause.tokens]
    places = {token.text: j for j, token in enumerate(tokens) if token.text in ("former", "latter")}
    if len(places) < 2:
        return
    people = [token for token in tokens[: min(places.values())] if token.kind == "a"][-2:]
    if len(people) == 2:
        for who, word in zip(people, ("former", "latter"), strict=True):
            part = next((token for token in tokens[places[word] : places[word] + REACH] if token.kind in ("c", "n")), None)
            if part is not None:
                yield who, part


_FINDERS: dict[str, tuple[Entry, Callable[[Clause, int], Iterator[tuple[Token, Token]]]]] = {  # by the small word that binds the two
    "as": (_AS, _as), "'s": (_OWN, _whose), "whose": (_OWN, _whose), **{word: (_IS, _is_part) for word in BE},
    **{word: (_OWN, _actor) for word in words("actors")}, **{word: (_IS, _alias) for word in words("also_known_as")},
}  # fmt: skip
_OF: dict[str, Callable[[Clause, int, Hit], Iterator[tuple[Token, Token]]]] = {
    "plays": _plays, "played_by": _played_by, "parts": _named_part, "falls_to": _falls_to,
}  # fmt: skip
