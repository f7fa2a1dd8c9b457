"""Whom a word of the lexicon tells of: subjects, objects, lists, appositions, rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aoud_cli.claims.clauses import (
    ADVERBS,
    BE,
    DENIERS,
    PEOPLE,
    PREPOSITIONS,
    Clause,
    Hit,
    Token,
    group_at,
    identified,
    is_verb,
    leading_group,
)
from aoud_cli.claims.constructions.platforms import carried, carries
from aoud_cli.claims.constructions.verbs import FINITE, PARTICIPLES, REACH, SHOW_NOUNS, Reading, is_short_be, is_show, subject, verb_group
from aoud_cli.english import words

_SHOW_LINKS = frozenset({",", *words("show_links")})
_AS_IDIOMS, _SOURCES = (frozenset(words(name)) for name in ("as_idioms", "source_nouns"))
_DOERS = frozenset(words("show_doers"))
_INTRODUCERS = frozenset({":", *words("introducers")})
_GOES_ON = _INTRODUCERS | ADVERBS | frozenset(words("goes_on"))
_OWN_OBJECTS = frozenset(words("own_objects"))
_ONCE, _REASONS = frozenset(words("once_be")), frozenset(words("reasons_behind"))
_DEALS = frozenset(words("deals"))
_THIS_TIME = frozenset(words("this_time"))
_LINKS = BE | frozenset(words("become_verbs"))
_ENSEMBLE, _AMONG = frozenset(words("ensemble_nouns")), frozenset({":", *words("list_openers")})
_OPENERS = ADVERBS | {"the", "and", "who", "'s"}
_FEW = frozenset(words("few_of"))
_OF_SHOW_ONLY = ("cast.status", "crew.showrunner", "crew.creator", "crew.director", "crew.writer")  # there are newcomers elsewhere
_DETERMINERS = frozenset(words("determiners"))


def read_people(clause: Clause, i: int, hit: Hit) -> Iterator[Reading]:
    """What the first construction of the word's class that fits tells of people or a platform."""
    name, group = next(((name, group) for name, find in _OF.get(hit.entry.kind, ()) if (group := find(clause, i, hit))), ("", ()))
    tokens = clause.tokens
    ends = [*((tokens[i].start, tokens[hit.end - 1].end)), *(place for who in group for place in (who.start, who.end))]
    if hit.entry.kind == "carried":
        ends.append(tokens[max(0, verb_group(tokens, i)[0] - 1)].start)  # the season that is carried
    for who in group:
        yield Reading(hit.entry, who, name, min(ends), max(ends))


def _subject_verb(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X joins the cast`, `X, who has joined`, `X and Y will return`: of a show, or of nothing else."""
    start, small = verb_group(clause.tokens, i)
    is_passive = hit.entry.form in PARTICIPLES and small & BE
    if is_passive or not (hit.entry.word.partition(" ")[0] in _OWN_OBJECTS or _is_of_the_show(clause.tokens, hit.end)):
        return ()
    signs = start > 0 and clause.tokens[start - 1].text in _DEALS  # "has closed a deal to reprise"
    own = (leading_group(clause.tokens) or clause.subject) if signs else subject(clause, start)
    who = (*own, *_along_with(clause.tokens, hit.end))
    finite = small or hit.entry.form in FINITE or (hit.entry.form == "base" and len(who) > 1)
    return who if finite else ()


def _along_with(tokens: Sequence[Token], end: int) -> tuple[Token, ...]:
    """Who is named behind a verb as doing the same: `joins as Y, along with Z as W`."""
    for j in range(end, len(tokens) - 2):
        if (tokens[j].text, tokens[j + 1].text) in (("along", "with"), ("together", "with")):
            return _list_from(tokens, j + 2)
    return ()


def _is_of_the_show(tokens: Sequence[Token], end: int) -> bool:
    """Whether what stands behind a verb is the show, a season, a role or nothing that takes the verb away."""
    indefinite = False
    for token, behind in zip(tokens[end : end + REACH], [*tokens[end + 1 :], None], strict=False):
        if token.text in ("along", "together") or token.text in _REASONS:
            return True
        if token.text == "off":
            return False  # "where she left off"
        if token.text == "as":
            return behind is not None and behind.text not in _AS_IDIOMS
        indefinite = indefinite or token.text in ("a", "an")
        if token.kind in ("s", "t") or token.text in _SHOW_LINKS or token.text in SHOW_NOUNS:
            return token.kind != "" or not (indefinite and token.text in SHOW_NOUNS)  # "turned down a military drama"
        if token.kind or token.text in PREPOSITIONS and token.text not in ("for", "in", "to", "with"):
            return token.kind == "d" or token.kind in PEOPLE or (token.text in ("of", "from") and _is_ours(tokens, end, token))
    return len(tokens) <= end + 1


def _is_ours(tokens: Sequence[Token], end: int, preposition: Token) -> bool:
    """Whether the show, or somebody in it, is what stands behind a preposition: `from the show`, `takes over the role of Y`."""
    behind = [token for token in tokens[end : end + REACH] if token.start > preposition.start]
    first = next((token for token in behind if token.kind or token.text in SHOW_NOUNS), None)
    return first is not None and (is_show(first) or first.kind in PEOPLE)


def _passive(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X has been added`, `X was cast as Y`."""
    start, small = verb_group(clause.tokens, i)
    is_one = hit.entry.form in PARTICIPLES and small & BE and _is_of_the_show(clause.tokens, hit.end)
    return subject(clause, start) if is_one else ()


def _verb_object(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`the show adds X and Y`, `the producers have brought back X`; a person as its doer is none of ours."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    doer = tokens[start - 1] if start else None
    if doer is None or not (doer.kind in ("f", "b", "s", "t") or doer.text in _DOERS) or (small & BE and hit.entry.form != "gerund"):
        return ()
    inner = next((j for j in range(i + 1, hit.end) if tokens[j].kind in PEOPLE), None)
    return _list_from(tokens, hit.end if inner is None else inner)


def _list_from(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The people listed within reach, with nothing but what they are called before them."""
    for j in range(start, min(len(tokens), start + REACH)):
        if tokens[j].kind in PEOPLE:
            return group_at(tokens, j)[0]
        if is_verb(tokens[j]) or tokens[j].text in PREPOSITIONS or tokens[j].text in (",", ";") or tokens[j].kind == "w":
            return ()
    return ()


def _inverted(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`returning are X and Y`, `also signing on is X`."""
    tokens = clause.tokens
    opens = all(token.text in ADVERBS for token in tokens[:i])
    behind = range(hit.end, min(len(tokens), hit.end + REACH))
    at = next((j for j in behind if tokens[j].text in (*BE, ":", "will")), len(tokens))
    if hit.entry.form != "gerund" or not opens or at >= len(tokens) or any(token.kind in PEOPLE for token in tokens[hit.end : at]):
        return ()
    return _list_from(tokens, at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "be"))


def _noun_list(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`newcomers include X and Y`, `the new faces are X`, `joiners: X, Y`."""
    tokens = clause.tokens
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + 5)) if tokens[j].text in _INTRODUCERS), None)
    if any(token.text in _ONCE for token in tokens[max(0, i - 3) : i]):
        return ()  # "most of its actors were newcomers: X, Y"
    if at is None or any(is_verb(token) or token.kind in PEOPLE for token in tokens[hit.end : at]):
        return ()
    led = [token.text for token in tokens[at + 1 : at + 3]][1:] == ["by"]  # "the returning cast is led by X"
    return _list_from(tokens, at + 1 + 2 * led) if _stands_alone(tokens, hit) else ()


def _stands_alone(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a noun is of the show: no other noun goes on with it ("a newcomer director"), and no other thing has it ("at the ball")."""
    end = hit.end
    behind = tokens[end] if end < len(tokens) else None
    if behind is None or behind.kind or not behind.text[0].isalnum() or behind.text in _GOES_ON:
        return True
    of_show = any(is_show(token) for token in tokens[end + 1 : end + 5])
    return behind.text in PREPOSITIONS and (of_show or hit.entry.key not in _OF_SHOW_ONLY)


def _links(token: Token) -> bool:
    return token.text in _LINKS or token.text.startswith(("lead", "round", "head"))


def _predicate_noun(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is among the newcomers`, `X and Y lead the additions`, `X is a newcomer`."""
    tokens, at = clause.tokens, i - 1
    if not _stands_alone(tokens, hit):
        return ()
    while at >= 0 and not tokens[at].kind and not _links(tokens[at]) and not is_short_be(tokens, at):
        if tokens[at].text in (",", "of") and tokens[at - 1].text not in ("among", "one", "some"):
            return ()
        if tokens[at].text in ("by", "to", "with"):
            return ()  # "X is eaten by zombies", "X is thrown to the zombies"
        at -= 1
    if at < 0 or tokens[at].kind or i - at > REACH:
        return ()
    if is_short_be(tokens, at):
        return (tokens[at - 1],)
    start, small = verb_group(tokens, at)
    infinitive = "to" in small and not subject(clause, start)
    return (leading_group(tokens) or clause.subject) if infinitive else subject(clause, start)


def _done_by(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`created by X`, in a row of a table, too."""
    tokens, at = clause.tokens, hit.end
    if hit.entry.form not in PARTICIPLES or at >= len(tokens) or tokens[at].text != "by":
        return ()
    return _list_from(tokens, at + 1)


def _doer(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X created the series`, `X, who created it`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    of_show = any(is_show(token) for token in tokens[hit.end : hit.end + 4])
    return subject(clause, start) if of_show and not small & BE and hit.entry.form != "gerund" else ()


def _titled(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`showrunner X`, `newcomers X and Y`, `creator and writer X`."""
    tokens, at = clause.tokens, hit.end
    if any(token.text in _SOURCES for token in tokens[max(0, i - 2) : i]):
        return ()  # "the webtoon creator X"
    while at < len(tokens) and (tokens[at].text in ("and", "/") or any(entry.kind == "people" for entry in tokens[at].hits)):
        at += 1
    return group_at(tokens, at)[0] if at < len(tokens) and tokens[at].kind in PEOPLE else ()


def _as_noun(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X stays on as showrunner`, `X is on board as writer, showrunner and executive producer`."""
    tokens = clause.tokens
    at = next((j for j in range(i - 1, max(-1, i - REACH), -1) if tokens[j].text == "as"), None)
    if at is None or any(token.kind or is_verb(token) for token in tokens[at:i]):
        return ()
    return leading_group(tokens) or clause.subject


def _returning(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`the returning X and Y`: no further than the list goes on without a new article or comma."""
    tokens = clause.tokens
    is_one = hit.entry.form == "gerund" and hit.end == i + 1 and i > 0 and tokens[i - 1].text in _DETERMINERS
    if not is_one or hit.end >= len(tokens) or tokens[hit.end].kind not in PEOPLE:
        return ()
    found = [tokens[hit.end]]
    for at in range(hit.end + 1, len(tokens) - 1, 2):
        if tokens[at].text not in ("and", ",", "&") or tokens[at + 1].kind not in PEOPLE:
            break
        found.append(tokens[at + 1])
        if tokens[at].text == "and":
            break
    return tuple(found)


def _among_those(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is among those joining`."""
    is_one = hit.entry.form == "gerund" and i > 0 and clause.tokens[i - 1].text == "those"
    return _predicate_noun(clause, i, hit) if is_one else ()


def _state(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is back`, `X and Y are aboard`."""
    start, small = verb_group(clause.tokens, i)
    if small & BE:
        return subject(clause, start)
    is_only = any(token.text in _FEW for token in clause.tokens[max(0, start - REACH) : start])
    return identified(clause.tokens[:i]) if is_only else ()  # "X is the only lead not coming back"


def _collective(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`most of the cast are back, including X and Y`, `the leads all return: X and Y`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    whole = any(token.text in _ENSEMBLE for token in tokens[max(0, start - REACH) : start])
    if hit.entry.kind == "states":
        told = bool(small & BE)
    else:
        finite = bool(small) or hit.entry.form in (*FINITE, "base")
        told = finite and not small & BE and _is_of_the_show(tokens, hit.end)
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + REACH)) if tokens[j].text in _AMONG), None)
    if not (whole and told) or at is None or any(token.kind in PEOPLE for token in tokens[:at]):
        return ()
    return _list_from(tokens, at + 1)


def _denied_only(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X won't be in season 2`, `X does not appear this time`: told of a season that is named or to come."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    inner = {token.text for token in tokens[i : hit.end]}
    behind = tokens[hit.end : hit.end + REACH]
    of_show = any(map(is_show, behind)) or any(token.text in _THIS_TIME for token in behind)
    return subject(clause, start) if (small | inner) & DENIERS and of_show else ()


def _state_first(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`missing from the line-up are X and Y`, `also on board is X`, `Who's back: X and Y`."""
    tokens = clause.tokens
    opens = all(token.text in _OPENERS or not (token.kind or token.text[0].isalpha()) for token in tokens[:i])
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + 5)) if tokens[j].text in BE or tokens[j].text == ":"), None)
    between = tokens[hit.end : at]
    return _list_from(tokens, at + 1) if opens and at is not None and all(token.kind in ("", "s", "t", "d") for token in between) else ()


def _replacing(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X replaces Y`, `X has taken over the part from Y`: whoever comes in."""
    start, small = verb_group(clause.tokens, i)
    behind = [token for token in clause.tokens[hit.end : hit.end + 3] if token.kind]
    is_one = bool(behind) and behind[0].kind in "an" and not small & (BE | DENIERS)
    return subject(clause, start) if is_one else ()


def _dealing(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`talks with X are under way`, `an offer is out to X`."""
    tokens = clause.tokens
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + REACH)) if tokens[j].text in ("with", "to")), None)
    if at is None or any(token.kind for token in tokens[hit.end : at]) or any(token.text in DENIERS | {"after"} for token in tokens[:at]):
        return ()
    return _list_from(tokens, at + 1)


_Find = Callable[[Clause, int, Hit], tuple[Token, ...]]
# The constructions of each class of words, in the order in which they are tried.
_OF: dict[str, tuple[tuple[str, _Find], ...]] = {
    "does": (
        ("returning", _returning), ("inversion", _inverted), ("predicate noun", _among_those), ("subject-verb", _subject_verb),
        ("collective", _collective),
    ),
    "done_to": (("passive", _passive), ("verb-object", _verb_object)),
    "done_by": (("by", _done_by), ("doer", _doer)),
    "carries": (("platform", carries),),
    "carried": (("on platform", carried),),
    "people": (("title", _titled), ("noun and list", _noun_list), ("as", _as_noun), ("predicate noun", _predicate_noun)),
    "states": (("state", _state), ("state first", _state_first), ("collective", _collective)),
    "dealings": (("dealing", _dealing),),
    "denied_only": (("denied", _denied_only),),
    "replaces": (("subject-verb", _replacing),),
}  # fmt: skip
