"""Verbs and what stands before and behind them, for every construction: the small words of a verb group, subjects, what is of the show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from aoud_cli.claims.clauses import Clause
from aoud_cli.claims.groups import group_before, is_starred
from aoud_cli.claims.lexicon import Class, Entry
from aoud_cli.claims.tokens import ADVERBS, AUXILIARIES, BE, DENIERS, HAVE, RAISERS, Token
from aoud_cli.english import words

SHOW_NOUNS = frozenset(words("show_nouns"))
UNREAL = frozenset(words("unreal"))  # what makes a verb tell of what is not yet so
_AFTER_BE = frozenset(words("after_short_be"))
_OWNERS = frozenset(words("of_makers"))
_EXCEPT = frozenset(words("exceptions"))
_BETWEEN_VERBS = BE | HAVE | AUXILIARIES | ADVERBS | RAISERS | DENIERS
FINITE = ("present", "past")
PARTICIPLES = ("past", "participle")  # of most verbs one word
REACH = 6  # tokens from a verb to its object, from a noun to its list


class Reading(NamedTuple):
    """What a construction reads: a word of the lexicon, of whom or what it tells, and by which construction.

    `who` is the person, platform or place that is told of; None where it is the show or a season. `start` and `end` bound the words in the
    masked sentence.
    """

    entry: Entry
    who: Token | None
    construction: str
    start: int
    end: int
    what: Token | None = None  # the part that `who` plays, to whom they are kin, or the words of their calling
    words: str = ""  # of kin


BUILT_IN: dict[tuple[str, str, str], Entry] = {}  # predicate, term and word of what constructions read without a word of the lexicon


def built_in(key: str, term: str, kind: Class, word: str, file: str) -> Entry:
    """What a construction reads by its shape alone (`X as Y`), in the form of an entry; `file` is the module that reads it."""
    entry = Entry((), key, term, None, kind, "base", word, f"claims/constructions/{file}")
    BUILT_IN[key, term, word] = entry
    return entry


def _belongs_to(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody only says whose a thing is: `an album by X`, not "a part played by X"."""
    return i > 1 and tokens[i - 1].text in _OWNERS and tokens[i - 2].kind == "" and not tokens[i - 2].text.endswith(("ed", "en"))


def is_show(token: Token) -> bool:
    """Whether a token names the show, a season of it, or calls it by what it is."""
    return token.kind in ("s", "t") or token.text in SHOW_NOUNS


def verb_group(tokens: Sequence[Token], i: int) -> tuple[int, frozenset[str]]:
    """The index before the small words that lead up to a verb ("have also been"), and these words."""
    start = i
    while start > 0 and (tokens[start - 1].text in _BETWEEN_VERBS or tokens[start - 1].text.endswith("ly")):
        start -= 1
    return start, frozenset(token.text for token in tokens[start:i])


def is_short_be(tokens: Sequence[Token], i: int) -> bool:
    """Whether `'s` behind a pronoun is `is`: `she's a hybrid`, not "her brother"."""
    if tokens[i].text != "'s" or i == 0 or tokens[i - 1].kind != "p" or i + 1 >= len(tokens):
        return False
    return tokens[i + 1].text in _AFTER_BE


def before_comma(tokens: Sequence[Token], start: int) -> int:
    """The index, without a comma before it."""
    return start - (1 if start and tokens[start - 1].text == "," else 0)


def subject(clause: Clause, start: int) -> tuple[Token, ...]:
    """Who stands right before a verb group, or, where nothing does, the subject that the clause shares."""
    tokens = clause.tokens
    before = before_comma(tokens, start)
    group = group_before(tokens, before)
    if group and any(token.text in _EXCEPT for token in tokens[:before] if token.start < group[0].start):
        return ()  # "all but X are returning"
    if group and _belongs_to(tokens, tokens.index(group[0])):
        return ()  # "the new album by X is out"
    if group and is_starred(tokens, tokens.index(group[0])):
        return ()
    return group or (clause.subject if before <= 0 else ())
