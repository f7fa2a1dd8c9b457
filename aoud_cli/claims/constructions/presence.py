"""Who is there and who is not, where no verb of theirs says so: `season 2 again stars X`, `the return of X`, `without X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.clauses import Clause
from aoud_cli.claims.constructions.answers import ASKS_WHOM, OPEN, STATUS
from aoud_cli.claims.constructions.fates import is_about_whom, is_left_open, is_unknown
from aoud_cli.claims.constructions.ours import tells_of_the_crew
from aoud_cli.claims.constructions.verbs import REACH, Reading, built_in, is_show, subject, verb_group
from aoud_cli.claims.groups import group_at
from aoud_cli.claims.lexicon import Entry
from aoud_cli.claims.tokens import BE, DENIERS, PEOPLE, Hit, Token, hits_at, is_verb
from aoud_cli.english import words

_RETURNING = built_in(STATUS, "returning", "states", "again", "presence.py")
_OUT = built_in(STATUS, "out", "states", "without", "presence.py")
_AGAIN, _STARS = frozenset(words("once_more")), frozenset(words("starring_verbs"))
_RETURN, _SURE, _GOES_ON = (frozenset(words(name)) for name in ("return_nouns", "said_for_sure", "goes_on_without"))
_DOUBTS = frozenset(words("return_doubts"))
_WITHOUT = frozenset(words("doing_without"))
_APPEAR = frozenset(words("appearing"))
_ONCE_DID = frozenset(words("once_did"))
_AMONG_THEM = frozenset(words("among_them"))
_MAY = frozenset(words("may_be"))


def read_presence(clause: Clause, hits: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """Who a clause says is back, is missing, or may or may not do what its verb tells."""
    tokens = clause.tokens
    said = {token.text for token in tokens}
    of_show = any(map(is_show, tokens))
    for i, token in enumerate(tokens):
        if token.text in _STARS and of_show and said & _AGAIN:
            yield from _told(_RETURNING, tokens, i, _behind(tokens, i + 1))
        elif token.text == "alongside" and i and tokens[i - 1].text in _APPEAR and any(one.kind == "s" for one in tokens):
            yield from _told(_RETURNING, tokens, i, _behind(tokens, i + 1))  # "they appear alongside X and Y in season 2"
        elif token.text in _RETURN and said & _SURE and not said & DENIERS and not said & _DOUBTS:
            yield from _told(_RETURNING, tokens, i, _whose(tokens, i))
        elif (token.text in _WITHOUT and of_show and said & _GOES_ON) or (token.text == "no" and "there" in said and not hits):
            yield from _told(_OUT, tokens, i, _behind(tokens, i + 1))
    for i, hit in hits:
        if hit.entry.key in OPEN:
            yield from _told(OPEN[hit.entry.key], tokens, i, _undecided(clause, i))
            yield from _told(hit.entry, tokens, i, _named_behind(tokens, i, hit))
        if hit.entry.kind == "asks":
            yield from _told(OPEN[STATUS], tokens, i, _wondered(tokens, i, hit))
        if hit.entry.kind == "replaces" and not tells_of_the_crew(tokens):
            yield from _told(_OUT, tokens, i, _replaced(clause, i, hit))


def _wondered(tokens: Sequence[Token], i: int, hit: Hit) -> tuple[Token, ...]:
    """Of whom nobody says whether they are in the cast: `has not said whether X features`, `no word yet on X`."""
    who = tuple(tokens[hit.end : hit.end + 1])
    if not who or who[0].kind not in ("a", "n"):
        return ()
    asked = hit.entry.word in ("whether", "if") and (is_unknown(tokens[max(0, i - REACH) : i]) or is_left_open(tokens[hit.end :]))
    return who if is_about_whom(hit) or (asked and _is_to_come(tokens, hit.end)) else ()


def _is_to_come(tokens: Sequence[Token], start: int) -> bool:
    """Whether the words behind somebody tell who is to be there, not who is married: `X will be among them`, `X returns`, `X features`."""
    if tokens[start : start + 1] and tokens[start].text in _ONCE_DID:
        return False  # "whether X was involved in the crash"
    # "is left open" is nobody who left
    comes = (hit.entry for j in range(start, len(tokens)) if tokens[j].text != "left" for hit in hits_at(tokens, j))
    return any(entry.key == STATUS for entry in comes) or any(token.text in _AMONG_THEM for token in tokens[start:])


def _told(entry: Entry, tokens: Sequence[Token], i: int, group: Sequence[Token]) -> Iterator[Reading]:
    ends = [tokens[i].start, tokens[i].end, *(place for who in group for place in (who.start, who.end))]
    yield from (Reading(entry, who, "presence", min(ends), max(ends)) for who in group)


def _behind(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The people right behind a word, but for what leads up to them: `stars the duo of X and Y`, `led by X`."""
    for j in range(start, min(len(tokens), start + REACH)):
        if tokens[j].kind in PEOPLE:
            return group_at(tokens, j)[0]
        if tokens[j].kind or is_verb(tokens[j]) or not tokens[j].text[0].isalnum():
            return ()
    return ()


def _whose(tokens: Sequence[Token], i: int) -> tuple[Token, ...]:
    """Whose return it is: `the return of X and Y`, `X's return`."""
    if i > 1 and tokens[i - 1].text == "'s" and tokens[i - 2].kind in PEOPLE:
        return (tokens[i - 2],)
    return _behind(tokens, i + 2) if i + 1 < len(tokens) and tokens[i + 1].text == "of" else ()


def _undecided(clause: Clause, i: int) -> tuple[Token, ...]:
    """`X may or may not have survived`."""
    start, small = verb_group(clause.tokens, i)
    undecided = start > 1 and clause.tokens[start - 1].text == "or" and clause.tokens[start - 2].text in _MAY and small & DENIERS
    return subject(clause, start - 2) if undecided else ()


def _replaced(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X has replaced Y as Z`, `Y has been replaced by X`: Y is out."""
    start, small = verb_group(clause.tokens, i)
    if small & DENIERS:
        return ()
    if small & BE:
        by = _is_by(clause.tokens, hit.end)
        return subject(clause, start) if by else ()
    behind = _behind(clause.tokens, hit.end)[:1]
    return behind if subject(clause, start) else ()


def _is_by(tokens: Sequence[Token], start: int) -> bool:
    """Whether `by` stands right behind a verb, or behind a part: `has been replaced in the role of Y by X`, not `on the cover by X`."""
    at = next((j for j in range(start, min(len(tokens), start + REACH)) if tokens[j].text == "by"), None)
    part = tokens[start:at]
    return at is not None and (at == start or any(token.kind == "c" for token in part))


def _named_behind(tokens: Sequence[Token], i: int, hit: Hit) -> tuple[Token, ...]:
    """`one actor who won't return is X`, `those who survive are X and Y`: who they are that a clause tells of."""
    asked = any(token.text in ASKS_WHOM for token in tokens[max(0, i - REACH) : i])
    if not asked or any(token.kind in PEOPLE for token in tokens[: hit.end]):
        return ()
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + REACH)) if tokens[j].text in BE), None)
    return _behind(tokens, at + 1) if at is not None and not any(token.kind in PEOPLE for token in tokens[hit.end : at]) else ()
