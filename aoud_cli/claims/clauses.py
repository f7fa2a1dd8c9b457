"""A sentence as clauses with their subject: asides set apart, coordinated verbs with the subject that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from aoud_cli.claims.groups import behind_joiner, group_at, group_before, last_group, leading_group, owns
from aoud_cli.claims.lexicon import VERBS
from aoud_cli.claims.tokens import ADVERBS, AUXILIARIES, BE, BREAKERS, DEFINITE, HAVE, PEOPLE, Token, begins_verb, is_verb
from aoud_cli.english import pattern, words

_IF = frozenset(words("conditional_openers"))
_JOINS = ("and", "but", "or")
_KNOWING = frozenset(words("knowing"))
_STOPS = frozenset(";.!?\u2014|")
_ENSEMBLE = frozenset(words("ensemble_nouns"))
_ALL, _ALL_OF = frozenset(words("all_words")), 6  # tokens of those of whom all are named
_APPOSED = frozenset(words("apposition_openers"))
_INVERTED = {"as", *words("same_openers")}
_LIST_LINKS = frozenset(words("aside_list_links"))
_THEIR, _KIN_RE = frozenset(words("their")), pattern(r"(?:{relation_noun})s?")
_RELATIVES = ("who", "whom", "whose", "which")
_ASIDE, _NO_ASIDE = 13, frozenset({";", "as", *_RELATIVES, *BREAKERS})


class Clause(NamedTuple):
    """Some tokens, who is their subject where it stands in another clause, and the word that opens them (`if`, `because`)."""

    tokens: tuple[Token, ...]
    subject: tuple[Token, ...] = ()
    opener: str = ""


def clauses(tokens: Sequence[Token]) -> Iterator[Clause]:
    """The clauses of a sentence. What stands in brackets is left out; a relative clause has its antecedent as subject."""
    main: list[Token] = []
    for inner, antecedent in _relatives(_without_appositions(without_brackets(tokens)), main):
        yield Clause(inner, antecedent)
    subject: tuple[Token, ...] = ()
    nearest: tuple[Token, ...] = ()
    behind_aside = False  # "X's husband, the owner, drowned"; not "X plays Y's boss, the mayor, and returns"
    for part, opener in _cut(main):
        own = leading_group(part)
        subject = () if behind_aside and opener == "," and part[0].text not in _JOINS else subject
        by = len(part) > 1 and part[1].text == "by"  # "..., and Y, played by X": of the nearest
        yield Clause(part, () if own and not by else (nearest if by else ()) or subject, opener)
        subject, nearest = () if own and _tells_of_another(part) else own or subject, last_group(part)
        behind_aside = _closes_an_aside(part)


def _is_cleft(main: Sequence[Token]) -> bool:
    """Whether `it is not X` stands there, which goes on with `who`."""
    return len(main) > 3 and main[-2].text == "not" and main[-3].text in (*BE, "'s") and main[-4].text == "it"


def _closes_an_aside(part: Sequence[Token]) -> bool:
    """Whether a clause ends with an aside about somebody unnamed, of whom what follows is told: `X's husband, the owner, drowned`."""
    comma = next((j for j in range(len(part) - 2, 0, -1) if part[j].text == ","), 0)
    inner = part[comma + 1 :]
    plain = comma > 0 and not part[comma - 1].kind and not is_verb(part[comma - 1]) and part[comma - 1].text[0].isalpha()
    named = any(is_verb(token) or token.kind in PEOPLE for token in inner)
    return plain and len(inner) < _ASIDE and inner[0].text in DEFINITE and not named


def _tells_of_another(part: Sequence[Token]) -> bool:
    """Whether a clause holds what one says of another: a further verb may be told of either (`X finds that Y is alive, and left`)."""
    that = next((j for j, token in enumerate(part) if token.text == "that"), len(part))
    return any(token.kind in PEOPLE for token in part[:that]) and any(token.kind in PEOPLE for token in part[that:])


def without_brackets(tokens: Sequence[Token]) -> list[Token]:
    """The tokens outside brackets, and in those that tell a part: `X (Y) and Z` is a list of two, `X (as Y) and Z` has a part in it."""
    depth, kept = 0, []
    for i, token in enumerate(tokens):
        if token.text in ("(", "["):
            depth += [behind.text for behind in tokens[i + 1 : i + 2]] != ["as"]
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
    if behind_name and (plain := _end_of_plain_aside(tokens, i)):
        return plain
    if not behind_name or not (kin or any(token.text in _APPOSED for token in tokens[i + 1 : i + 2])):
        return 0
    end = next((j for j in range(i + 1, len(tokens) - 1) if tokens[j].text in (",", ";", ".")), 0)
    if not end or tokens[end].text != "," or any(map(is_verb, tokens[i + 1 : end])) or _names_who_is_played(tokens, i, end):
        return 0
    return end if _list_goes_on(tokens, end) else end + 1


def _names_who_is_played(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether what is told behind an apposition is told of whom it names: `X is Y, the daughter of Z, played by W`."""
    plays = end + 1 < len(tokens) and any(entry.kind == "played_by" for entry in tokens[end + 1].hits)
    return plays and tokens[end - 1].kind in ("c", "n") and any(token.kind in ("a", "n") for token in tokens[:i])


def _end_of_plain_aside(tokens: Sequence[Token], i: int) -> int:
    """The index behind an aside without verb or name before the verb of its subject: `X, so chilly in the role, won't be back`."""
    end = next((j for j in range(i + 1, min(len(tokens) - 1, i + _ASIDE)) if tokens[j].text == ","), 0)
    inner = tokens[i + 1 : end]
    plain = bool(inner) and not any(token.kind or is_verb(token) or token.text in _NO_ASIDE for token in inner)
    return end + 1 if plain and (is_verb(tokens[end + 1]) or tokens[end + 1].text.endswith("n't")) else 0


def _list_goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether somebody else stands behind the comma that ends an aside, which then joins the two: `X, a singer, and newcomer Y as Z`."""
    at = comma + 1
    while at < len(tokens) and tokens[at].text in _LIST_LINKS:
        at += 1
    called = behind_joiner(tokens, comma)
    is_called = called < len(tokens) and tokens[called].kind in ("a", "n") and _is_listed_there(tokens, called)
    return _opens_with_name(tokens, at) or is_called


def _is_listed_there(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody behind a comma is one of a list, and nothing is told of them alone: `as` or the end stands behind them."""
    return i + 1 >= len(tokens) or tokens[i + 1].text in ("as", ",", ";", ".", "and")


def _relatives(tokens: Sequence[Token], main: list[Token]) -> Iterator[tuple[tuple[Token, ...], tuple[Token, ...]]]:
    """Relative clauses with their antecedent; all else goes to `main`."""
    i = 0
    while i < len(tokens):
        if [token.text for token in tokens[i : i + 2]] == ["which", "means"]:
            main.append(tokens[i]._replace(text=";"))  # what that means is told as well
            i += 2
        elif tokens[i].text in _RELATIVES and main and (main[-1].text == "," or main[-1].kind in PEOPLE):
            end = _end_of_aside(tokens, i)
            antecedent = _with_part(last_group(main), main) or _before_aside(main)
            if _is_cleft(main):
                antecedent = ()  # "it's not X who is dead"
            if tokens[i].text == "who":
                yield _with_be(tokens[i + 1 : end]), antecedent  # "the smugglers, who shot X": nobody that we know did
            elif antecedent and tokens[i].text in ("whose", "whom"):
                yield (antecedent[-1], *tokens[i:end]), antecedent
            if main[-1].text == ",":
                main.pop()
                end += end < len(tokens) and tokens[end].text == "," and not _list_goes_on(tokens, end)
            i = end
        elif tokens[i].text == "who" and (who := identified(main) or _apposed_to(main)):
            end = _end_of_aside(tokens, i)
            yield tuple(tokens[i + 1 : end]), who
            i = end
        else:
            main.append(tokens[i])
            i += 1


def _with_be(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens behind `who`, with `is` for the `'s` that they begin with: `who's played by X`; not "who's killed Y"."""
    if [token.text for token in tokens[2:3]] != ["by"]:
        return tuple(tokens)
    return tuple(token._replace(text="is") if i == 0 and token.text == "'s" else token for i, token in enumerate(tokens))


def _before_aside(main: Sequence[Token]) -> tuple[Token, ...]:
    """Who is named before an aside that ends with a comma: `Y, brought up from London and not at all pleased, who is played by X`."""
    if main[-1].text != ",":
        return ()
    opens = next((j for j in range(len(main) - 2, max(0, len(main) - 2 - _ASIDE), -1) if main[j].text == ","), 0)
    inner = main[opens + 1 : -1]
    is_aside = bool(inner) and inner[0].text.endswith(("ed", "ing", "ught")) and not any(t.kind in PEOPLE and t.kind for t in inner)
    return (main[opens - 1],) if opens and is_aside and main[opens - 1].kind in PEOPLE else ()


def _with_part(group: tuple[Token, ...], main: Sequence[Token]) -> tuple[Token, ...]:
    """The antecedents with the part that the last of them plays: of `X as Y, who dies,` a fate is told of Y."""
    last = main[-2] if len(main) > 1 and main[-1].text == "," else main[-1]
    return (*group, last) if group and last.kind == "c" and last not in group else group


def _end_of_aside(tokens: Sequence[Token], i: int) -> int:
    marks = (j for j in range(i + 1, len(tokens)) if tokens[j].text in (",", ";", ".") and not _apposes(tokens, j))
    return next(marks, len(tokens))


def _apposes(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a comma only stands between a calling and who is called so: `who replaces his predecessor, Z`, `who play her parents, Y`."""
    owned = [token.text for token in tokens[max(0, comma - 3) : max(0, comma - 1)]]
    called = not _THEIR.isdisjoint(owned) or ("'s" in owned and _KIN_RE.fullmatch(tokens[comma - 1].text) is not None)
    return called and not tokens[comma - 1].kind and tokens[comma].text == "," and _opens_with_name(tokens, comma + 1)


def _opens_with_name(tokens: Sequence[Token], i: int) -> bool:
    return i < len(tokens) and tokens[i].kind in PEOPLE and not owns(tokens, i)


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
        is_told_now = token.text == ":" and opener in _IF  # "if you've forgotten: X survived"
        if (
            is_told_now
            or _ends_clause(tokens, i)
            or (token.text in ("and", ",") and _joins_verb(tokens, i) and _is_told(part) and not _comes_first(tokens, part, i))
        ):
            if part:
                yield tuple(part), opener
            part, opener = [], token.text
        else:
            part.append(token)
    if part:
        yield tuple(part), opener


def _comes_first(tokens: Sequence[Token], part: Sequence[Token], i: int) -> bool:
    """Whether `and` joins people in what an inverted clause begins with: `joining X and Y is Z`."""
    opens = (
        tokens[i].text == "and"
        and part[0].text.endswith("ing")
        and not any(is_verb(token) and token.text not in _ENSEMBLE for token in part[1:])
    )
    return opens and [token.text in BE for token in tokens[i + 1 : i + 3]] == [False, True]


def _ends_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a mark or a word ends a clause; not the one of "all but X", nor the "if" of "nobody knows if X is back"."""
    before = tokens[i - 1].text if i else ""
    but = tokens[i].text == "but" and (_is_of_all(tokens, i) or _is_nothing_but(tokens, i))
    excepts = but or (tokens[i].text in _IF and before in _KNOWING)
    return tokens[i].text in _STOPS or (tokens[i].text in BREAKERS and not excepts) or _inverts(tokens, i)


def _is_nothing_but(tokens: Sequence[Token], i: int) -> bool:
    """Whether `but` only says what something is: `was nothing but a nightmare`; not "there is nothing but grief for X after Y dies"."""
    behind = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return i > 1 and tokens[i - 1].text == "nothing" and tokens[i - 2].text in BE and behind in ("a", "an")


def _is_of_all(tokens: Sequence[Token], i: int) -> bool:
    """Whether all of some are named right before a token, and nothing is told of them: `all`, `all of the main cast`."""
    for token in reversed(tokens[max(0, i - _ALL_OF) : i]):
        is_told = is_verb(token) and token.text not in _ENSEMBLE
        if token.text in _ALL or token.kind in PEOPLE or not token.text[0].isalnum() or is_told:
            return token.text in _ALL
    return False


def _inverts(tokens: Sequence[Token], i: int) -> bool:
    """Whether a comma stands before `as is X`, `nor will X`, `and neither does X`: of them is told what is told before it."""
    if tokens[i].text != ",":
        return False
    first = i + 1 + any(token.text == "and" for token in tokens[i + 1 : i + 2])
    three = tokens[first : first + 3]
    return len(three) > 2 and three[0].text in _INVERTED and three[1].text in AUXILIARIES | BE | HAVE and three[2].kind in PEOPLE


def _joins_verb(tokens: Sequence[Token], i: int) -> bool:
    at = next((j for j in range(i + 1, min(len(tokens), i + 4)) if tokens[j].text not in ADVERBS), len(tokens))
    at += at + 1 < len(tokens) and tokens[at].kind in PEOPLE and not owns(tokens, at)  # "X plays Y, Z is W"
    if tokens[i].text == "," and [token.text for token in tokens[i + 1 : i + 3]] == ["cast", "as"]:
        return False  # "X, cast as Y, and Z": an aside
    return at < len(tokens) and (is_verb(tokens[at]) or tokens[at].text.endswith("n't") or begins_verb(tokens, at))


def _is_told(part: Sequence[Token]) -> bool:
    """Whether a clause has a verb by now, known or not: its subject, and something behind that."""
    part = part[:-1] if part and part[-1].text == "," else part  # of "X, Y, and Z are": no more than a list by now
    start = next((i for i, token in enumerate(part) if token.kind in PEOPLE), len(part))
    group, end = group_at(part, start)
    opens_with_deed = part[0].text.endswith("ing") if part else False  # "while shielding his sister"
    begins = any(entry.kind in VERBS and entry.form in ("present", "past") for token in part[:2] for entry in token.hits)  # "kept her mind"
    return any(map(is_verb, part)) or begins or (len(group) > 0 and end < len(part)) or opens_with_deed
