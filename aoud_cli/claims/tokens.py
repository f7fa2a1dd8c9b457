"""A masked sentence as tokens: words, marks and spans, with the phrases of the lexicon that begin at each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from aoud_cli.claims.lexicon import VERBS, Entry, Phrases, load_lexicon, phrases_of
from aoud_cli.english import pattern, words

PEOPLE = frozenset("acknp")
_TOKEN_RE = pattern(  # without the marks of lists
    r"<([a-z])\d+>|\b{titles_before_names_low}\.(?= )|'(?:s|re|ll|ve|d)\b"
    r"|\b{short_denials}(?=n't\b)|n't\b"  # "isn't" is a form of "be" and a denial
    r"|[^\W_]+(?:[-'\u2019](?!(?:ll|re|ve|d|s)\b)[^\W_]+)*|[^\w\s\ue000-\ue003]"
)
BE, HAVE, AUXILIARIES = (frozenset(words(name)) for name in ("grammar_be", "grammar_have", "auxiliaries"))
ADVERBS, RAISERS, DENIERS = (frozenset(words(name)) for name in ("adverbs", "raisers", "deniers"))
PREPOSITIONS, JOINERS = frozenset(words("prepositions")), frozenset({",", *words("joiners")})
BREAKERS = frozenset(words("clause_breakers"))
DEFINITE = frozenset({"the", "'s", *words("their")})  # what stands before somebody or something that is known
_BY_BE = ADVERBS | DENIERS
_HEADS, _PARTICLE_VERBS = frozenset(words("compound_heads")), frozenset(words("verbs_with_out"))
_PICTURES, _BEFORE_PICTURES = frozenset(words("pictures")), frozenset(words("before_pictures"))
_SKIPPED = frozenset(words("skipped_articles"))
_GAP = 3  # small words within a phrase of the lexicon: "brought the actor back"


class Hit(NamedTuple):
    """A phrase of the lexicon in a sentence; `end` is the index of the token behind it."""

    entry: Entry
    end: int


class Token(NamedTuple):
    """A word, a mark, or a span (`kind` is its letter, else ''), with the phrases of the lexicon that begin there."""

    text: str
    kind: str
    start: int
    end: int
    hits: tuple[Entry, ...] = ()


@lru_cache(maxsize=256)  # a sentence, the one before it and its heading are asked for again and again
def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a masked sentence."""
    found = [*_TOKEN_RE.finditer(text)]
    there = {match.group() for match in found}
    there |= {word[:-1] for word in there if word.endswith("s")}
    words_around = zip(found, (None, *found), (*found[1:], None), strict=False)
    return tuple(
        Token(
            "'s" if _is_genitive(text, before, m) else m.group(),
            m.group(1) or "",
            m.start(),
            m.end(),
            () if _is_bound(before, m, behind) else _possible(phrases_of(m.group()), there),
        )
        for m, before, behind in words_around
    )


def _is_genitive(text: str, before: re.Match[str] | None, mark: re.Match[str]) -> bool:
    """Whether an apostrophe owns what follows: "Boris' mentor", not "'Boris' star"."""
    owns = mark.group() == "'" and before is not None and before.end() == mark.start() and (before.group(1) or " ") in PEOPLE
    return owns and before is not None and text[max(0, before.start() - 1)] != "'" and text[mark.end() : mark.end() + 1] == " "


def _is_bound(before: re.Match[str] | None, word: re.Match[str], behind: re.Match[str] | None) -> bool:
    """Whether a word belongs to the one beside it, and is no word of its own: `cast members A and B`, `check out the trailer`."""
    before_it = before.group() if before is not None else ""
    is_noun = word.group() in _PICTURES and before_it in _BEFORE_PICTURES  # "in the last shot he climbs the stairs"
    return is_noun or (behind is not None and behind.group() in _HEADS) or (word.group() == "out" and before_it in _PARTICLE_VERBS)


def _possible(phrases: Phrases | None, there: set[str]) -> tuple[Entry, ...]:
    """The entries that begin with a word and whose second word stands in the sentence at all."""
    if phrases is None:
        return ()
    seconds = sorted(there & phrases.longer.keys()) if phrases.longer else ()
    return (*phrases.alone, *(entry for second in seconds for entry in phrases.longer[second]))


def has_words(text: str) -> bool:
    """Whether any word of the lexicon may begin in the text: most sentences have none, and are not cut."""
    lexicon = load_lexicon()
    return any(word in lexicon for word in re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", text))


def hits_at(tokens: Sequence[Token], i: int) -> list[Hit]:
    """The phrases of the lexicon that begin with token `i`, the longest of each predicate."""
    if not tokens[i].hits:
        return []
    found = [Hit(entry, end) for entry in tokens[i].hits if (end := _end_of(tokens, i, entry))]
    longest = {hit.entry.key: max(len(one.entry.tail) for one in found if one.entry.key == hit.entry.key) for hit in found}
    return [hit for hit in found if len(hit.entry.tail) == longest[hit.entry.key]]


def all_hits(tokens: Sequence[Token]) -> list[tuple[int, Hit]]:
    """The phrases of the lexicon, each with the index of the token that it begins with, in their order."""
    return [(i, hit) for i, token in enumerate(tokens) if token.hits for hit in hits_at(tokens, i)]


def _end_of(tokens: Sequence[Token], i: int, entry: Entry) -> int:
    """The index behind the phrase, 0 where its further words don't follow; a person or a small word may stand between them."""
    at = i + 1
    for word in entry.tail:
        if entry.kind not in VERBS and tokens[at - 1].text in ("to", "of") and _stands_behind_an_article(tokens, at, word):
            at += 1  # "new to the series", "first of the group to go", and not "on the board"
        reach = range(at, min(len(tokens), at + 1 + (_GAP if entry.kind in VERBS else 0)))
        place = next((j for j in reach if tokens[j].text in (word, f"{word}s")), None)
        if place is None or any(token.text in ",;.:" for token in tokens[at:place]) or _does_more(tokens, at, place):
            return 0
        if word in PREPOSITIONS and tokens[i].text in BE and not all(token.text in _BY_BE for token in tokens[at:place]):
            return 0  # "was completed on October 11" is not "was on"
        if word == "it" and tokens[place - 1].text in PREPOSITIONS:
            return 0  # "made us wait for it" is not "made it"
        at = place + 1
    return at


def _does_more(tokens: Sequence[Token], at: int, place: int) -> bool:
    """Whether somebody between two words of a phrase does something else: "sees X step back into the role" is not "sees the back of"."""
    return any(tokens[j].kind in PEOPLE and any(hit.kind in VERBS for hit in tokens[j + 1].hits) for j in range(at, place - 1))


def _stands_behind_an_article(tokens: Sequence[Token], at: int, word: str) -> bool:
    return at + 1 < len(tokens) and tokens[at].text in _SKIPPED and tokens[at + 1].text == word


def without_notes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the notes of a cast list, what season somebody is in: `Y (season 2; guest season 3), X's brother`."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        is_note = tokens[i].text == "(" and any(token.kind == "s" for token in tokens[i + 1 : i + 1 + _NOTE])
        end = next((j for j in range(i, min(len(tokens), i + 2 * _NOTE)) if tokens[j].text == ")"), 0) if is_note else 0
        kept += () if end else tokens[i : i + 1]
        i = end + 1 if end else i + 1
    return kept


_NOTE = 4  # tokens from a bracket to the season in it


def is_verb(token: Token) -> bool:
    """Whether a token is surely part of a finite verb."""
    finite = any(entry.kind in VERBS and entry.form in ("present", "past") and not entry.tail for entry in token.hits)
    return finite or token.text in BE or token.text in HAVE or (token.text in AUXILIARIES and token.text != "to")


def begins_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of several words begins with a token: `ends up outside and freezes to death`."""
    return any(hit.entry.kind in VERBS and hit.entry.form in ("present", "past") for hit in hits_at(tokens, i))
