"""Constructions of English, written once for all topics: how a word of the lexicon finds of whom or what it tells.

Each has a table of sentences that it reads and of sentences that it leaves (`tests/claims/test_constructions.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.clauses import clauses
from aoud_cli.claims.constructions.answers import read_elided, read_same, read_told
from aoud_cli.claims.constructions.fates import read_asides, read_fates
from aoud_cli.claims.constructions.occupations import read_occupations
from aoud_cli.claims.constructions.people import read_people
from aoud_cli.claims.constructions.places import read_places, read_where
from aoud_cli.claims.constructions.platforms import read_platforms, read_where_seen
from aoud_cli.claims.constructions.posts import read_posts
from aoud_cli.claims.constructions.presence import read_presence
from aoud_cli.claims.constructions.relations import read_relations
from aoud_cli.claims.constructions.roles import read_roles
from aoud_cli.claims.constructions.rows import read_location_row, read_platform_row, read_status_behind
from aoud_cli.claims.constructions.schedules import read_all_out, read_schedules
from aoud_cli.claims.constructions.shows import read_finals, read_shows
from aoud_cli.claims.constructions.sources import read_sources
from aoud_cli.claims.constructions.trailers import THERE, answer, read_trailers
from aoud_cli.claims.constructions.undated import read_undated, read_undated_answer
from aoud_cli.claims.constructions.verbs import Reading, built_in
from aoud_cli.claims.groups import owns
from aoud_cli.claims.tokens import Token, all_hits, is_verb, tokenise, without_notes
from aoud_cli.english import pattern, words
from aoud_cli.spans.mask import Masked

__all__ = ["Reading", "read", "read_answer"]


# Who plays a part again is back in it: `X is Y again`, `once more in the hands of X`.
_RETURNING = built_in("cast.status", "returning", "does", "again", "__init__.py")
_AGAIN_RE = pattern(r"\b{played_again}\b")
_NEAR = 24  # code points around a role and its performer


_DASHES = ("-", "\u2014")
_CELL = 5  # tokens of the first cell of a row, which says what the second is


def _with_row_opened(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, the first bar of a row, or the dash behind the part that opens it, as a colon: `Created by | X |`, `X - killed`."""
    bar = next((i for i, token in enumerate(tokens[:_CELL]) if token.text == "|"), 0)
    at = bar or (1 if len(tokens) > 2 and tokens[0].kind == "c" and tokens[1].text in _DASHES and not tokens[2].kind else 0)
    return [token._replace(text=":") if i == at else token for i, token in enumerate(tokens)] if at else tokens


def _with_commas(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with commas for the semicolons between those of a cast list, and none in what is told of one of them: `joining are X as
    Y; Z, who trained for weeks, in Suwon; and ...`."""
    marks = [i for i, token in enumerate(tokens) if token.text == ";"]
    if not marks or not all(_is_cast(tokens, i + 1) for i in marks):
        return tokens
    kept, is_told = list[Token](), False
    for token in tokens:
        is_told = (is_told or token.text == "who") and token.text not in (";", ".")
        if not (is_told and token.text == ","):
            kept.append(token._replace(text=",") if token.text == ";" else token)
    return kept


def _is_cast(tokens: Sequence[Token], i: int) -> bool:
    """Whether a performer stands at a token, behind `and` or what they are called, and what follows is told of them in a list: their part
    behind `as`, a relative clause, nothing at all; not a verb of their own."""
    first = i + (i < len(tokens) and tokens[i].text == "and")
    at = next((j for j in range(first, min(len(tokens), first + _CALLED)) if tokens[j].kind), len(tokens))
    if at >= len(tokens) or tokens[at].kind not in ("a", "n") or owns(tokens, at):
        return False
    end = next((j for j in range(at, len(tokens)) if tokens[j].text in (";", ".")), len(tokens))
    if any(token.text == "as" for token in tokens[at + 1 : at + _CREDIT]):
        return True
    told = next((j for j in range(at + 1, end) if tokens[j].text in _RELATIVE), end)
    goes_on = any(tokens[j].text == "," and is_verb(tokens[j + 1]) for j in range(told, end - 1))  # "Z, who came late, is taller"
    return not goes_on and not any(is_verb(token) for token in tokens[at + 1 : told])


_CALLED, _CREDIT = 4, 12  # tokens of `and` and what a performer is called; from one, with works in brackets behind them, to `as`
_RELATIVE = frozenset(words("relative_words"))


def read_answer(masked: Masked, asked: str) -> Iterator[Reading]:
    """What a sentence says that answers the one before it, or its heading."""
    told = answer(masked.text, asked)
    if told:
        end = len(masked.text.split(",")[0].split(".")[0])
        yield Reading(THERE[told], None, "answer", 0, end)
    if asked:
        tokens = tokenise(masked.text)
        yield from read_undated_answer(masked, tokens, asked)
        yield from read_where(tokens, asked)
        yield from read_where_seen(tokens, asked)
    if not masked.kinds.isdisjoint("acnp"):
        yield from read_told(masked.text, asked)
        yield from read_same(masked.text, asked)


def read(masked: Masked) -> Iterator[Reading]:
    """All that the constructions read in a masked sentence."""
    text = masked.text
    tokens = _with_commas(_with_row_opened(tokenise(text)))
    found = all_hits(tokens)
    if not masked.kinds.isdisjoint(_OF_CLAUSES):
        yield from _read_clauses(text, tokens)
        yield from read_status_behind(text)
    yield from read_asides(tokens, found)
    plain = without_notes(tokens) if "(" in text else tokens
    yield from read_occupations(plain, masked.cased)
    yield from read_posts(plain)
    yield from read_relations(plain)
    yield from read_undated(tokens)
    yield from read_places(tokens, found)
    yield from read_platforms(tokens)
    yield from read_platform_row(text)
    yield from read_location_row(text)
    yield from read_schedules(tokens, found)
    yield from read_all_out(tokens)
    yield from read_sources(tokens, found)
    yield from read_trailers(tokens, found)
    yield from read_shows(text, tokens, found)
    yield from read_finals(masked, tokens)


_OF_CLAUSES = "acknpfb"  # whom and what clauses tell of; a sentence without them need not be cut


def _read_clauses(text: str, tokens: Sequence[Token]) -> Iterator[Reading]:
    """What the clauses of a sentence tell of people, parts, fates and platforms."""
    cut = [(clause, all_hits(clause.tokens)) for clause in clauses(tokens)]
    for clause, hits in cut:
        for i, hit in hits:
            yield from read_people(clause, i, hit)
        yield from read_presence(clause, hits)
    for role in read_roles(cut):
        yield Reading(role.entry, role.performer, role.construction, role.start, role.end, role.part)
        if _AGAIN_RE.search(text, max(0, role.start - _NEAR), role.end + _NEAR):
            yield Reading(_RETURNING, role.performer, "again", role.start, role.end)
    yield from read_fates(cut)
    yield from read_elided(cut)
