"""A masked sentence as tokens, and as clauses with their subject: asides set apart, coordinated verbs with the subject that they share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aoud_cli.claims.lexicon import VERBS, Entry, Phrases, load_lexicon, load_phrases
from aoud_cli.english import pattern, words

PEOPLE = frozenset("acknp")
_TOKEN_RE = pattern(  # without the marks of lists
    r"<([a-z])\d+>|\b{titles_before_names_low}\.(?= )|'(?:s|re|ll|ve|d)\b"
    r"|[^\W_]+(?:[-'\u2019](?!(?:ll|re|ve|d|s)\b)[^\W_]+)*|[^\w\s\ue000-\ue003]"
)
BE, HAVE, AUXILIARIES = (frozenset(words(name)) for name in ("grammar_be", "grammar_have", "auxiliaries"))
ADVERBS, RAISERS, DENIERS = (frozenset(words(name)) for name in ("adverbs", "raisers", "deniers"))
PREPOSITIONS, JOINERS = frozenset(words("prepositions")), frozenset({",", *words("joiners")})
_BREAKERS = frozenset(words("clause_breakers"))
_STOPS = frozenset(";.!?\u2014|")
_ALL = frozenset(words("all_words"))
_APPOSED = frozenset(words("apposition_openers"))
_RELATIVES = ("who", "whom", "whose", "which")
_LONG_JOINERS = (("along", "with"), ("together", "with"), ("as", "well", "as"))
_CALLED = 3  # words before a name that say what somebody is: "and the newcomer Kim"
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


class Clause(NamedTuple):
    """Some tokens, who is their subject where it stands in another clause, and the word that opens them (`if`, `because`)."""

    tokens: tuple[Token, ...]
    subject: tuple[Token, ...] = ()
    opener: str = ""


def tokenise(text: str) -> list[Token]:
    """The tokens of a masked sentence."""
    phrases = load_phrases()
    found = [*_TOKEN_RE.finditer(text)]
    there = {match.group() for match in found}
    there |= {word[:-1] for word in there if word.endswith("s")}
    return [Token(m.group(), m.group(1) or "", m.start(), m.end(), _possible(phrases.get(m.group()), there)) for m in found]


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
        reach = range(at, min(len(tokens), at + 1 + (_GAP if entry.kind in VERBS else 0)))
        place = next((j for j in reach if tokens[j].text in (word, f"{word}s")), None)
        if place is None or any(token.text in ",;.:" for token in tokens[at:place]):
            return 0
        at = place + 1
    return at


def clauses(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses of a sentence. What stands in brackets is left out; a relative clause has its antecedent as subject."""
    main: list[Token] = []
    for inner, antecedent in _relatives(_without_appositions(_without_brackets(tokens)), main):
        yield Clause(inner, antecedent)
    subject: tuple[Token, ...] = ()
    nearest: tuple[Token, ...] = ()
    for part, opener in _cut(main):
        own = leading_group(part)
        by = len(part) > 1 and part[1].text == "by"  # "..., and Y, played by X": of the nearest
        yield Clause(part, () if own and not by else nearest if by else subject, opener)
        subject, nearest = own or subject, last_group(part)


def _without_brackets(tokens: Sequence[Token]) -> list[Token]:
    depth, kept = 0, []
    for token in tokens:
        if token.text in ("(", "["):
            depth += 1
        elif token.text in (")", "]"):
            depth = max(0, depth - 1)
        elif not depth and token.text != '"':
            kept.append(token)
    return kept


def _without_appositions(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without what a person is called between commas: `X, another alum of the show, joins`."""
    kept: list[Token] = []
    i = 0
    while i < len(tokens):
        end = _end_of_apposition(tokens, i)
        kept += () if end else tokens[i : i + 1]
        i = end or i + 1
    return kept


def _end_of_apposition(tokens: Sequence[Token], i: int) -> int:
    """The index behind an apposition that begins with the comma `i`, 0 where none does."""
    behind_name = tokens[i].text == "," and i > 0 and tokens[i - 1].kind in PEOPLE
    kin = i + 2 < len(tokens) and tokens[i + 1].kind in PEOPLE and tokens[i + 2].text == "'s"
    kin = kin or (i + 2 < len(tokens) and tokens[i + 1].text == "not" and tokens[i + 2].kind in PEOPLE)  # "X, not Y, plays"
    if not behind_name or not (kin or any(token.text in _APPOSED for token in tokens[i + 1 : i + 2])):
        return 0
    end = next((j for j in range(i + 1, len(tokens) - 1) if tokens[j].text in (",", ";", ".")), 0)
    return end + 1 if end and tokens[end].text == "," and not any(map(is_verb, tokens[i + 1 : end])) else 0


def _relatives(tokens: Sequence[Token], main: list[Token]) -> Iterator[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    """Relative clauses with their antecedent; all else goes to `main`."""
    i = 0
    while i < len(tokens):
        if [token.text for token in tokens[i : i + 2]] == ["which", "means"]:
            main.append(tokens[i]._replace(text=";"))  # what that means is told as well
            i += 2
        elif tokens[i].text in _RELATIVES and main and (main[-1].text == "," or main[-1].kind in PEOPLE):
            end = _end_of_aside(tokens, i)
            antecedent = _with_part(last_group(main), main)
            if antecedent and tokens[i].text == "who":
                yield tuple(tokens[i + 1 : end]), antecedent
            elif antecedent and tokens[i].text in ("whose", "whom"):
                yield (antecedent[-1], *tokens[i:end]), ()
            if main[-1].text == ",":
                main.pop()
                end += end < len(tokens) and tokens[end].text == ","
            i = end
        elif tokens[i].text == "who" and (who := identified(main) or _apposed_to(main)):
            end = _end_of_aside(tokens, i)
            yield tuple(tokens[i + 1 : end]), who
            i = end
        else:
            main.append(tokens[i])
            i += 1


def _with_part(group: tuple[Token, ...], main: Sequence[Token]) -> tuple[Token, ...]:
    """The antecedents with the part that the last of them plays: of `X as Y, who dies,` a fate is told of Y."""
    last = main[-2] if len(main) > 1 and main[-1].text == "," else main[-1]
    return (*group, last) if group and last.kind == "c" and last not in group else group


def _end_of_aside(tokens: Sequence[Token], i: int) -> int:
    return next((j for j in range(i + 1, len(tokens)) if tokens[j].text in (",", ";", ".")), len(tokens))


def identified(main: Sequence[Token]) -> tuple[Token, ...]:
    """Who are said to be those of whom a relative clause tells: `X and Y were the only students who made it out`."""
    for j in range(len(main) - 1, max(0, len(main) - 1 - _IDENTIFIED), -1):
        if main[j].text in BE:
            return group_before(main, j)
        if main[j].kind or not main[j].text[0].isalnum():
            return ()
    return ()


def _apposed_to(main: Sequence[Token]) -> tuple[Token, ...]:
    """Who is called what stands before a relative clause: `X, a bullied student who was the first to be infected`."""
    for j in range(len(main) - 1, max(0, len(main) - 1 - _IDENTIFIED), -1):
        if main[j].text == ",":
            opens = j + 1 < len(main) and main[j + 1].text in _APPOSED
            return _with_part(group_before(main, j), main[:j]) if opens and main[j - 1].kind in PEOPLE else ()
        if main[j].kind or is_verb(main[j]):
            return ()
    return ()


_IDENTIFIED = 7  # tokens from `be` to `who`


def _cut(tokens: Sequence[Token]) -> Iterator[tuple[tuple[Token, ...], str]]:
    """The main clauses and what opens each: cut at marks, at words that begin another clause, and where a further verb is joined."""
    part: list[Token] = []
    opener = ""
    for i, token in enumerate(tokens):
        if _ends_clause(tokens, i) or (token.text in ("and", ",") and _joins_verb(tokens, i) and _is_told(part)):
            if part:
                yield tuple(part), opener
            part, opener = [], token.text
        else:
            part.append(token)
    if part:
        yield tuple(part), opener


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark or a word ends a clause; not the one of "all but X"."""
    excepts = tokens[i].text == "but" and i > 0 and tokens[i - 1].text in _ALL
    return tokens[i].text in _STOPS or (tokens[i].text in _BREAKERS and not excepts)


def _joins_verb(tokens: Sequence[Token], i: int) -> bool:
    at = next((j for j in range(i + 1, min(len(tokens), i + 4)) if tokens[j].text not in ADVERBS), len(tokens))
    at += at + 1 < len(tokens) and tokens[at].kind in PEOPLE and not _owns(tokens, at)  # "X plays Y, Z is W"
    return at < len(tokens) and is_verb(tokens[at])


def _is_told(part: Sequence[Token]) -> bool:
    """Whether a clause has a verb by now, known or not: its subject, and something behind that."""
    start = next((i for i, token in enumerate(part) if token.kind in PEOPLE), len(part))
    group, end = group_at(part, start)
    opens_with_deed = part[0].text.endswith("ing") if part else False  # "while shielding his sister"
    begins = any(entry.kind in VERBS and entry.form in ("present", "past") for token in part[:2] for entry in token.hits)  # "kept her mind"
    return any(map(is_verb, part)) or begins or (len(group) > 0 and end < len(part)) or opens_with_deed


def is_verb(token: Token) -> bool:
    """Whether a token is surely part of a finite verb."""
    finite = any(entry.kind in VERBS and entry.form in ("present", "past") and not entry.tail for entry in token.hits)
    return finite or token.text in BE or token.text in HAVE or (token.text in AUXILIARIES and token.text != "to")


def leading_group(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The people that a clause begins with, before any verb."""
    start = next((i for i, token in enumerate(tokens) if token.kind in PEOPLE or is_verb(token)), len(tokens))
    return group_at(tokens, start)[0] if start < len(tokens) and tokens[start].kind in PEOPLE else ()


def last_group(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The people right before the end, but for a comma."""
    end = len(tokens) - (1 if tokens and tokens[-1].text == "," else 0)
    return group_before(tokens, end)


def group_at(tokens: Sequence[Token], i: int) -> tuple[tuple[Token, ...], int]:
    """The people listed from token `i` on (`X, Y and Z`, `X as A and Y as B`), and the index behind them."""
    found: list[Token] = []
    is_closed = False
    while i < len(tokens) and tokens[i].kind in PEOPLE and not _owns(tokens, i):
        found.append(tokens[i])
        i += 1
        if i + 1 < len(tokens) and tokens[i].text == "as" and tokens[i + 1].kind == "c":
            i += 2
        follows = _behind_joiner(tokens, i)
        if follows == i or follows >= len(tokens) or tokens[follows].kind not in PEOPLE:
            break
        if tokens[i].text == "," and tokens[i + 1].text != "and" and is_closed:
            break  # of "the returning X and Y, Z and W join" the last two
        is_closed = tokens[i].text in ("and", "&")
        i = follows
    return tuple(found), i


def _behind_joiner(tokens: Sequence[Token], i: int) -> int:
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
    bound = token.text in PREPOSITIONS or token.text in _BREAKERS or not token.text[0].isalnum()
    return bound or token.kind != "" or is_verb(token)


def group_before(tokens: Sequence[Token], end: int) -> tuple[Token, ...]:
    """The people listed right before token `end`."""
    start = max(0, end - 40)
    while start < end:
        group, behind = group_at(tokens, start) if tokens[start].kind in PEOPLE else ((), start)
        if group and behind == end:
            return group
        start = max(start + 1, behind)
    return ()


def _owns(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].text == "'s"
