"""What a lead-in, a heading or the sentence before says of the people who are named under it, one a line or one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aoud_cli.claims.clauses import DENIERS, PEOPLE, Token, all_hits, group_at, is_verb, tokenise
from aoud_cli.claims.constructions.verbs import Reading
from aoud_cli.claims.lexicon import CREDIT, Entry

_PART_ROW_RE = re.compile(r"\W*<[an]\d+>(?: \([^()]*\))? as (?:[a-z]+\.? ){0,3}<[cn]\d+>\.")  # "X as Y."
_ROW = 90  # code points of a line in a list of people


def read_row(text: str, over: str) -> Iterator[Reading]:
    """What a lead-in or a heading says of the people who stand under it, one a line: `New cast members:`, `These are back:`."""
    group = _people_in_row(text)
    entry = _over_list(over) if group else None
    if entry is not None:
        yield from (Reading(entry, who, "row", who.start, group[-1].end) for who in group)


def read_introduced(text: str, before: str, performers: Sequence[Token]) -> Iterator[Reading]:
    """What the sentence before says of those whose parts are told now: `There are newcomers, too. X is Y, and Z plays W.`"""
    if not performers or before.endswith("?") or any(token.kind in PEOPLE for token in tokenise(before)):
        return
    tells_itself = any(entry.key == "cast.status" for token in tokenise(text) for entry in token.hits)
    entry = None if tells_itself else _over_list(before)
    if entry is not None and entry.kind == "people":
        yield from (Reading(entry, who, "introduced", who.start, who.end) for who in performers)


def _people_in_row(text: str) -> tuple[Token, ...]:
    """The people that a short line without a verb begins with; it may have a bullet, and is no row of a table."""
    is_row = len(text) <= _ROW and not text.startswith("|") and (not text.endswith(".") or _PART_ROW_RE.fullmatch(text) is not None)
    tokens = tokenise(text) if is_row else []
    first = next((i for i, token in enumerate(tokens) if token.kind or token.text[0].isalnum()), len(tokens))
    group, end = group_at(tokens, first)
    return () if any(map(is_verb, tokens[end:])) else group


def _over_list(over: str) -> Entry | None:
    """What a lead-in or a heading says that those under it are; nothing where it denies something.

    A heading names many things: what it says somebody is, it says of the one that it names.
    """
    above = tokenise(over)
    lead_in = over.rfind("|")
    hits = ((above[i], hit.entry) for i, hit in all_hits(above))
    entries = (entry for token, entry in hits if _heads_a_list(entry) and (token.start > lead_in or entry.form != "state"))
    return None if any(token.text in DENIERS for token in above) else next(entries, None)


def _heads_a_list(entry: Entry) -> bool:
    """Whether a word over a list says what those in it are: a noun, a state, "returning"; not "cast", which is a noun there."""
    is_called = entry.kind in ("people", "states") or (entry.kind == "does" and entry.form == "gerund")
    return is_called and entry.term != CREDIT and entry.key == "cast.status"
