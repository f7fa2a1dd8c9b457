"""Nouns that call people something: `newcomers include X`, `X is among the additions`, `showrunner X`, `the returning X and Y`."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.claims.clauses import Clause
from aoud_cli.claims.constructions.verbs import REACH, is_short_be, is_show, subject, verb_group
from aoud_cli.claims.groups import group_at, group_before, leading_group, owns
from aoud_cli.claims.tokens import ADVERBS, BE, PEOPLE, PREPOSITIONS, Hit, Token, is_verb
from aoud_cli.english import words

_SOURCES = frozenset(words("source_nouns"))
_INTRODUCERS = frozenset({":", *words("introducers")})
_GOES_ON = _INTRODUCERS | ADVERBS | frozenset(words("goes_on"))
_ONCE = frozenset(words("once_be"))
_LINKS, _COUNTS = BE | frozenset(words("become_verbs")), frozenset(words("count_verbs"))
_OF_SHOW_ONLY = ("cast.status", "crew.showrunner", "crew.creator", "crew.director", "crew.writer")  # there are newcomers elsewhere
_PRODUCERS = frozenset({"executive", "producer", "producers"})
_DETERMINERS = frozenset(words("determiners"))


def list_from(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """The people listed within reach, with nothing but what they are called before them."""
    for j in range(start, min(len(tokens), start + REACH)):
        if tokens[j].kind in PEOPLE:
            return group_at(tokens, j)[0]
        if is_verb(tokens[j]) or tokens[j].text in PREPOSITIONS or tokens[j].text in (",", ";") or tokens[j].kind == "w":
            return ()
    return ()


def noun_list(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`newcomers include X and Y`, `the new faces are X`, `joiners: X, Y`."""
    tokens = clause.tokens
    reach = range(hit.end, min(len(tokens), hit.end + REACH))
    at = next((j for j in reach if tokens[j].text in _INTRODUCERS and (j < hit.end + 5 or tokens[j].text == ":")), None)
    at = _behind_the_show(tokens, hit.end) if at is None else at
    if any(token.text in _ONCE for token in tokens[max(0, i - 3) : i]):
        return ()  # "most of its actors were newcomers: X, Y"
    if at is None or any((is_verb(token) and not is_show(token)) or token.kind in PEOPLE for token in tokens[hit.end : at]):
        return ()  # "additions to the cast are X" and no "casts X"
    led = [token.text for token in tokens[at + 1 : at + 3]][1:] == ["by"]  # "the returning cast is led by X"
    return list_from(tokens, at + 1 + 2 * led) if _stands_alone(tokens, hit) else ()


_OF_SHOW = 14  # tokens of what a noun is said to be of


def _behind_the_show(tokens: Sequence[Token], end: int) -> int | None:
    """The index of `include` or `are` behind a noun that is said to be of the show: `newcomers to the cast of the third series include`."""
    if end >= len(tokens) or tokens[end].text not in PREPOSITIONS | {"to"}:
        return None
    at = next((j for j in range(end, min(len(tokens), end + _OF_SHOW)) if tokens[j].text in _INTRODUCERS), None)
    return at if at is not None and any(token.kind in ("s", "t") for token in tokens[end:at]) else None


def _stands_alone(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a noun is of the show: no other noun goes on with it ("a newcomer director"), and no other thing has it ("at the ball")."""
    end = hit.end
    behind = tokens[end] if end < len(tokens) else None
    if behind is None or behind.kind or not behind.text[0].isalnum() or behind.text in _GOES_ON:
        return True
    of_show = any(is_show(token) for token in tokens[end + 1 : end + 5])
    return (behind.text in PREPOSITIONS or behind.text == "to") and (of_show or hit.entry.key not in _OF_SHOW_ONLY)


def _links(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb says what somebody is: `is`, `leads`, `counts among`; not "counts the dead"."""
    token = tokens[at]
    among = token.text in _COUNTS and tokens[at + 1].text in ("among", "as")
    return among or token.text in _LINKS or token.text.startswith(("lead", "round", "head"))


def predicate_noun(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is among the newcomers`, `X and Y lead the additions`, `X is a newcomer`."""
    tokens, at = clause.tokens, i - 1
    if not _stands_alone(tokens, hit):
        return ()
    while at >= 0 and not tokens[at].kind and not _links(tokens, at) and not is_short_be(tokens, at):
        is_listed = tokens[at].text == "," and any(entry.kind == "people" for entry in tokens[at - 1].hits)  # "the creator, showrunner and"
        if tokens[at].text in (",", "of") and tokens[at - 1].text not in ("among", "one", "some") and not is_listed:
            return ()
        if tokens[at].text in ("by", "to", "with"):
            return ()  # "X is eaten by zombies", "X is thrown to the zombies"
        at -= 1
    nobody = ("no", "a", "an") if hit.entry.key.startswith("crew.") else ("no",)
    if at < 0 or tokens[at].kind or i - at > REACH or any(token.text in nobody for token in tokens[at:i]):
        return ()  # "X is no newcomer", "X is a director", whatever of
    if is_short_be(tokens, at):
        return (tokens[at - 1],)
    start, small = verb_group(tokens, at)
    infinitive = "to" in small and not subject(clause, start)
    return (leading_group(tokens) or clause.subject) if infinitive else subject(clause, start)


def titled(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`showrunner X`, `newcomers X and Y`, `creator, writer and director X`."""
    tokens, at = clause.tokens, hit.end
    if any(token.text in _SOURCES for token in tokens[max(0, i - 2) : i]):
        return ()  # "the webtoon creator X"
    of_crew = hit.entry.key.startswith("crew.")
    if not of_crew and i > 1 and tokens[i - 1].text == "by" and any(one.key.startswith("crew.") for one in tokens[i - 2].hits):
        return ()  # "scripted by newcomer X"
    while at < len(tokens) and (
        tokens[at].text in ("and", "/")
        or (tokens[at].text == "," and _is_called(tokens[at + 1 : at + 2]))
        or any(entry.kind == "people" for entry in tokens[at].hits)
        or (of_crew and tokens[at].text in _PRODUCERS)
    ):
        at += 1  # "showrunner and executive producer X"
    if at + 1 < len(tokens) and tokens[at].text == "," and hit.entry.key.startswith("crew.") and _is_named_behind(tokens, i, at + 1):
        return (tokens[at + 1],)
    named = group_at(tokens, at)[0] if at < len(tokens) and tokens[at].kind in PEOPLE else ()
    by_both = i > 0 and tokens[i - 1].text in _FROM_BOTH  # "from creator X and Y"
    is_of_one = (of_crew or hit.end == i + 1) and not by_both and not tokens[at - 1].text.endswith("s")
    return named[:1] if is_of_one else named  # "newcomer X, Y and Z", "creator X and Y remain"


def apposed(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X, showrunner of <title> since day one, ...`, `X, creator of both <another> and <title>`: of the crew, where the show is named."""
    tokens = clause.tokens
    first = i - (i > 0 and tokens[i - 1].text in ("the", "a", "an", "co"))
    opens = hit.entry.key.startswith("crew.") and first > 1 and tokens[first - 1].text == "," and tokens[first - 2].kind in ("k", "n")
    if not opens or hit.end >= len(tokens) or tokens[hit.end].text not in ("of", "on", "behind"):
        return ()
    behind = tokens[hit.end + 1 : hit.end + 1 + REACH]
    at = next((j for j, token in enumerate(behind) if is_show(token)), None)
    is_ours = at is not None and all(token.kind == "w" or token.text in _OF_BOTH for token in behind[:at])  # not "of photography on"
    last = hit.end + 1 + (at or 0)
    owned = owns(tokens, last) or (last + 1 < len(tokens) and _is_of_it(tokens[last + 1]))  # "creator of the <title> costumes"
    return (tokens[first - 2],) if is_ours and not owned else ()


def _is_of_it(token: Token) -> bool:
    """Whether a plain noun goes on with what a title began: `the <title> fan club`."""
    return not token.kind and token.text[0].isalpha() and not is_verb(token) and token.text not in PREPOSITIONS | _AFTER_TITLES


_OF_BOTH, _AFTER_TITLES = frozenset(words("of_both_works")), frozenset(words("after_titles"))


def _is_called(tokens: Sequence[Token]) -> bool:
    """Whether a calling of the crew stands there, or the first word of one."""
    return any(
        token.text in _PRODUCERS or any(one.kind == "people" and one.key.startswith("crew.") for one in token.hits) for token in tokens
    )


def _is_named_behind(tokens: Sequence[Token], i: int, at: int) -> bool:
    """Whether a calling with its article is named between commas: `the showrunner, X, said`."""
    ends = at + 1 >= len(tokens) or tokens[at + 1].text in (",", ".", ";", ")")
    of_show = i > 1 and tokens[i - 1].text == "'s" and is_show(tokens[i - 2])
    return (of_show or (i > 0 and tokens[i - 1].text in _THE_OR_ITS)) and tokens[at].kind in PEOPLE and ends


_FROM_BOTH = frozenset(words("from_both"))
_THE_OR_ITS = frozenset(words("the_or_its"))
_SUCCEEDS = frozenset(words("succeeds_forms"))
_POSTS, _RAISED = frozenset(words("crew_posts")), frozenset(words("raised_to_posts"))
_LEAVES = frozenset((*words("leaves_a_post"), *words("sees_as")))  # before "as": no post that is taken


def as_noun(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X stays on as showrunner`, `X is on board as writer, showrunner and executive producer`, `X steps into the role of showrunner`."""
    tokens = clause.tokens
    before = range(i - 1, max(0, i - (2 * REACH if hit.entry.key.startswith("crew.") else REACH)), -1)
    at = next((j for j in before if tokens[j].text == "as" or _leads_to_post(tokens, j)), None)
    if at is None or any(token.kind or is_verb(token) for token in tokens[at:i]):
        return ()
    if any(token.text in _LEAVES for token in tokens[max(0, at - REACH) : at]):
        return ()  # "X steps down as showrunner", "has left the post of showrunner"
    if tokens[at].text == "of":
        last = next((j for j in range(at - 1, max(-1, at - REACH), -1) if tokens[j].kind in PEOPLE), None)
        return () if last is None else group_before(tokens, last + 1)
    named = group_before(tokens, at)
    came = _successor(clause, named) if named else None
    if came is not None:
        return came
    return named or _with_whom(tokens, at) or leading_group(tokens) or clause.subject  # "the reins went to X as showrunner"


def _leads_to_post(tokens: Sequence[Token], j: int) -> bool:
    """Whether a post stands behind a preposition: `steps into the role of`, `has been promoted to`."""
    return j > 0 and (
        (tokens[j].text == "of" and tokens[j - 1].text in _POSTS) or (tokens[j].text == "to" and tokens[j - 1].text in _RAISED)
    )


def _successor(clause: Clause, before: Sequence[Token]) -> tuple[Token, ...] | None:
    """Who came after those named as holding a post: `X will succeed Y as showrunner`; None where nobody is said to come after them."""
    tokens, at = clause.tokens, clause.tokens.index(before[0])
    verb = at - 3 if [token.text for token in tokens[max(0, at - 2) : at]] == ["over", "from"] else at - 1
    if verb < 0 or tokens[verb].text not in _SUCCEEDS:
        return None
    start, small = verb_group(tokens, verb)
    return () if small & BE else subject(clause, start)


def _with_whom(tokens: Sequence[Token], at: int) -> tuple[Token, ...]:
    """Who does something beside the subject: `X and Y return to direct, with Z reprising his role as writer`."""
    last = next((j for j in range(at - 1, 0, -1) if tokens[j].kind in PEOPLE), 0)
    return (tokens[last],) if last and tokens[last - 1].text == "with" else ()


def returning(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
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


def among_those(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is among those joining`."""
    is_one = hit.entry.form == "gerund" and i > 0 and clause.tokens[i - 1].text == "those"
    return predicate_noun(clause, i, hit) if is_one else ()
