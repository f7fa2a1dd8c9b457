"""Whom a word of the lexicon tells of: subjects, objects, lists, appositions, rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from aoud_cli.claims.clauses import Clause, identified
from aoud_cli.claims.constructions.exceptions import are_excepted, excepted
from aoud_cli.claims.constructions.nouns import among_those, apposed, as_noun, list_from, noun_list, predicate_noun, returning, titled
from aoud_cli.claims.constructions.ours import goes_elsewhere, is_no_cast, is_of_the_show
from aoud_cli.claims.constructions.platforms import carried, carries
from aoud_cli.claims.constructions.verbs import FINITE, PARTICIPLES, REACH, Reading, is_show, subject, verb_group
from aoud_cli.claims.groups import leading_group, owns
from aoud_cli.claims.lexicon import Entry
from aoud_cli.claims.tokens import ADVERBS, BE, DENIERS, PEOPLE, PREPOSITIONS, Hit, Token
from aoud_cli.english import words

_ADAPTS = frozenset(words("adapts"))
_EPISODE_OPENERS, _EPISODES = frozenset(words("episode_openers")), frozenset(words("episodes_made"))
_DOERS = frozenset(words("show_doers"))
_OWN_OBJECTS = frozenset(words("own_objects"))
_DEALS = frozenset(words("deals"))
_THIS_TIME = frozenset(words("this_time"))
_ENSEMBLE, _AMONG = frozenset(words("ensemble_nouns")), frozenset({":", *words("list_openers")})
_OPENERS = ADVERBS | {"the", "and", "who", "'s"}
_OUT_OF = frozenset((*words("out_of_casts"), "it"))
_BARE_STATES, _BEHIND_BARE = frozenset(words("bare_states")), frozenset(words("behind_bare_states"))
_TAKES_PEOPLE = frozenset(words("joins_people"))  # "joining X and Y are Z and W"
_ONCE_OPENERS, _TO_OPENER = frozenset(words("once_openers")), 3  # tokens
_FOR_MORE, _MORE = frozenset(words("engaged_for")), frozenset(words("engaged_for_more"))
_BY_PRODUCTS = frozenset(words("own_products"))
_ONLY_TO_COME = frozenset(words("cast_to_come"))
_CAST_HEADS = frozenset(words("cast_heads"))
_FOR_A_SCREEN = frozenset(words("for_a_screen"))
_WHEREABOUTS, _OF_OURS = frozenset(words("joined_at")), frozenset(words("joined_at_ours"))
_DRAWS, _TO_SHOW = frozenset(words("draws_too")), 5  # tokens from what somebody does to the show that they make
_IDEAS = frozenset(words("ideas_of_shows"))
_FEW, _DONE_TO_SHOWS = (frozenset(words(name)) for name in ("few_of", "done_to_shows"))


def read_people(clause: Clause, i: int, hit: Hit) -> Iterator[Reading]:
    """What the first construction of the word's class that fits tells of people or a platform."""
    for who in excepted(clause, i, hit):
        entry = hit.entry._replace(term=hit.entry.denied or "")  # denied or not: "everyone is back without X"
        yield Reading(entry, who, "excepted", min(who.start, clause.tokens[i].start), max(who.end, clause.tokens[hit.end - 1].end))
    name, group = next(((name, group) for name, find in _OF.get(hit.entry.kind, ()) if (group := find(clause, i, hit))), ("", ()))
    tokens = clause.tokens
    group = () if are_excepted(tokens, group) else _called_so(tokens, group, hit.entry)
    ends = [*((tokens[i].start, tokens[hit.end - 1].end)), *(place for who in group for place in (who.start, who.end))]
    if hit.entry.kind == "carried":
        ends.append(tokens[max(0, verb_group(tokens, i)[0] - 1)].start)  # the season that is carried
    if hit.entry.kind == "makes_it":
        made = next(filter(is_show, tokens[hit.end : hit.end + _TO_SHOW]), None)
        ends += [made.end] if made else []  # what is made, which is seen to be ours
    for who in group:
        yield Reading(hit.entry, who, name, min(ends), max(ends))


def _called_so(tokens: Sequence[Token], group: Sequence[Token], entry: Entry) -> tuple[Token, ...]:
    """The people of a list up to one whom the words call something else: `including X, as well as newcomers Y and Z`."""
    topic = entry.key.partition(".")[0]
    for place, who in enumerate(group[1:], 1):
        at = next((i for i, token in enumerate(tokens) if token.start == who.start), 0)  # a subject stands in another clause
        before = tokens[max(0, at - 1)].hits
        called = {(one.key, one.term) for one in before if one.kind == "people" and one.key.startswith(topic)}
        if called and (entry.key, entry.term) not in called:
            return tuple(group[:place])
    return tuple(group)


def _subject_verb(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X joins the cast`, `X, who has joined`, `X and Y will return`: of a show, or of nothing else."""
    if i and hit.end < len(clause.tokens) and clause.tokens[i - 1].text == "," == clause.tokens[hit.end].text and hit.entry.form == "past":
        return ()  # "X, left, and Y": who stands where in a picture
    start, small = verb_group(clause.tokens, i)
    if hit.entry.word in _ONLY_TO_COME and hit.entry.form == "past":
        return ()  # "he recurred in the second season", and is regular now
    is_passive = hit.entry.form in PARTICIPLES and small & BE
    own_object = hit.entry.word.partition(" ")[0] in _OWN_OBJECTS
    if is_passive or not (own_object or is_of_the_show(clause.tokens, hit.end) or goes_elsewhere(clause.tokens, hit)):
        return ()
    if hit.entry.word == "take over as" and not (hit.end < len(clause.tokens) and clause.tokens[hit.end].kind in ("c", "n")):
        return ()  # "takes over as showrunner"
    if is_no_cast(clause.tokens, i, hit):
        return ()
    signs = start > 0 and clause.tokens[start - 1].text in _DEALS  # "has closed a deal to reprise"
    own = (leading_group(clause.tokens) or clause.subject) if signs else subject(clause, start)
    who = (*own, *_along_with(clause.tokens, hit))
    finite = small or hit.entry.form in FINITE or (hit.entry.form == "base" and len(who) > 1)
    return who if finite else ()


def _along_with(tokens: Sequence[Token], hit: Hit) -> tuple[Token, ...]:
    """Who is named behind a verb as doing the same: `joins as Y, along with Z as W`, `returns as Y, alongside Z as W`."""
    for j in range(hit.end, len(tokens) - 2):
        if (tokens[j].text, tokens[j + 1].text) in (("along", "with"), ("together", "with")):
            return list_from(tokens, j + 2)
        is_beside = tokens[j].text == "alongside" and tokens[j - 1].text == "," and hit.entry.term == "returning"
        if is_beside and tokens[j + 2].text == "as":
            return list_from(tokens, j + 1)
    return ()


def _passive(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X has been added`, `X was cast as Y`."""
    start, small = verb_group(clause.tokens, i)
    is_one = hit.entry.form in PARTICIPLES and small & BE and is_of_the_show(clause.tokens, hit.end)
    then = clause.opener in _ONCE_OPENERS or any(token.text in _ONCE_OPENERS for token in clause.tokens[max(0, start - _TO_OPENER) : start])
    return subject(clause, start) if is_one and not then else ()  # "was all of 18 when she was cast" is no news


def _verb_object(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`the show adds X and Y`, `the producers have brought back X`; somebody as its doer is none of ours, but the makers for a season."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    doer = tokens[start - 1] if start else None
    season = any(token.kind == "s" for token in tokens[hit.end :])
    ours = doer is not None and (doer.kind in ("f", "b", "s", "t") or doer.text in _DOERS or (doer.kind == "k" and season))
    if doer is None or not ours or (small & BE and hit.entry.form != "gerund"):
        return ()
    if hit.entry.word == "cast" and hit.entry.form == "present" and doer.kind not in ("f", "b") and not season:
        return ()  # "the drama casts X as a detective": what it is about; not "<title> casts X for season 3"
    inner = next((j for j in range(i + 1, hit.end) if tokens[j].kind in PEOPLE), None)
    return list_from(tokens, hit.end if inner is None else inner)


def _inverted(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`returning are X and Y`, `also signing on is X`."""
    tokens = clause.tokens
    opens = all(token.text in ADVERBS for token in tokens[:i])
    reach = 3 * REACH if hit.entry.word in _TAKES_PEOPLE else REACH
    behind = range(hit.end, min(len(tokens), hit.end + reach))
    at = next((j for j in behind if tokens[j].text in (*BE, ":", "will")), len(tokens))
    if at < len(tokens) and tokens[at].text == ":" and hit.entry.word in _CAST_HEADS:
        return ()  # "Recurring: X as Y", in a list of who plays whom
    joined = frozenset("acnk") if hit.entry.word in _TAKES_PEOPLE else frozenset()  # not "joining her is X", who may have been there
    people = any(token.kind in PEOPLE - joined for token in tokens[hit.end : at])
    if hit.entry.form != "gerund" or not opens or at >= len(tokens) or people or _is_elsewhere(tokens[hit.end : at + 1]):
        return ()
    return list_from(tokens, at + 1 + (at + 1 < len(tokens) and tokens[at + 1].text == "be"))


def _is_elsewhere(tokens: Sequence[Token]) -> bool:
    """Whether somebody joins others in something else than the show: `joining X on the red carpet are`."""
    told = pairwise(token for token in tokens if token.text != "the")
    return any(one.text in _WHEREABOUTS and not (two.kind in ("s", "t") or two.text in _OF_OURS) for one, two in told)


def _done_by(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`created by X`, in a row of a table, too; `created and written by X`."""
    tokens, at = clause.tokens, hit.end
    while at + 1 < len(tokens) and tokens[at].text in ("and", ",", "/", "&") and tokens[at + 1].text in _DONE_TO_SHOWS:
        at += 2
    while at < len(tokens) and tokens[at].text in _FOR_A_SCREEN:
        at += 1  # "created for television by X"
    if hit.entry.form not in PARTICIPLES or at >= len(tokens) or tokens[at].text != "by":
        return ()
    return list_from(tokens, at + 1)


def _doer(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X created the series`, `X, who created it`, `X, known for horror, is directing the series`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    reach = range(hit.end, min(len(tokens), hit.end + _TO_SHOW))
    of_show = any(is_show(tokens[j]) and not owns(tokens, j) for j in reach)
    of_show = of_show or _makes_episodes(tokens, hit) or _adapts_the_work(tokens, hit)
    draws = any(tokens[j].text in _DRAWS for j in reach)  # "who wrote and drew the original"
    if hit.entry.key == "crew.creator" and _makes_a_piece(tokens[hit.end : hit.end + _TO_SHOW]):
        return ()
    does = bool(small & BE) == (hit.entry.form == "gerund")
    return subject(clause, start) if of_show and does and not draws else ()


def _adapts_the_work(tokens: Sequence[Token], hit: Hit) -> bool:
    """`X adapted the novel`; not "has never adapted a novel", "is adapting the novel for the stage"."""
    behind = tokens[hit.end : hit.end + _TO_SHOW]
    if hit.entry.word not in _ADAPTS or not behind or behind[0].text in ("a", "an"):
        return False
    work = next((j for j, token in enumerate(behind, hit.end) if any(entry.kind == "works" for entry in token.hits)), None)
    return work is not None and [token.text for token in tokens[work + 1 : work + 2]] != ["for"]


def _makes_episodes(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether episodes are what is made, and of no other work: `is directing the opening six hours`, `writes all eight scripts`."""
    if hit.entry.kind != "makes_it":
        return False
    at = hit.end
    while at < len(tokens) and tokens[at].text in _EPISODE_OPENERS:
        at += 1
    is_some = at < len(tokens) and (tokens[at].kind == "e" or (at > hit.end and tokens[at].text in _EPISODES))
    return is_some and _of_no_other(tokens, at + 1)


def _of_no_other(tokens: Sequence[Token], at: int) -> bool:
    """Whether nothing stands behind episodes that they are of, or the show does."""
    if at >= len(tokens) or tokens[at].text not in ("of", "for", "on"):
        return True
    return any(map(is_show, tokens[at + 1 : at + 4]))


def _makes_a_piece(behind: Sequence[Token]) -> bool:
    """Whether something of the show is made, and not the show: `came up with the title of the show`, `conceived the finale`."""
    at = next((j for j, token in enumerate(behind) if is_show(token)), 0)
    return any(token.text in PREPOSITIONS for token in behind[:at]) and _IDEAS.isdisjoint(token.text for token in behind[:at])


def _state(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X is back`, `X and Y are aboard`."""
    start, small = verb_group(clause.tokens, i)
    behind = clause.tokens[hit.end : hit.end + 2]
    if _is_of_something_else(clause.tokens, hit):
        return ()
    if len(behind) == 2 and behind[0].text in PREPOSITIONS and behind[1].kind == "l":
        return ()  # "is back in Seoul"
    if small & BE:
        return subject(clause, start)
    if i > 1 and clause.tokens[i - 1].text == "'s" and clause.tokens[i - 2].kind in PEOPLE and not (behind and behind[0].kind):
        return (clause.tokens[i - 2],)  # "she's locked in for season 3"
    is_only = any(token.text in _FEW for token in clause.tokens[max(0, start - REACH) : start])
    return identified(clause.tokens[:i]) if is_only else ()  # "X is the only lead not coming back"


def _is_of_something_else(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether a state is no one of a cast: `is signed for a film`, `is out this week with a memoir`, `was out sick for two days`."""
    behind = tokens[hit.end : hit.end + 2]
    if hit.entry.word in _FOR_MORE:
        return not any(is_show(one) or one.text in _MORE for one in behind)
    if hit.entry.word not in _BARE_STATES:
        return False
    of_what = tokens[hit.end + 1 : hit.end + 1 + _TO_SHOW] if behind and behind[0].text == "of" else ()
    ends = next((j for j, one in enumerate(of_what) if not one.kind and not one.text[0].isalnum()), len(of_what))
    if of_what and not any(is_show(one) or one.text in _OUT_OF for one in of_what[:ends]):
        return True  # "is out of hospital, the show's star said"
    is_product = any(token.text in _BY_PRODUCTS for token in tokens[hit.end : hit.end + REACH])
    return is_product or bool(behind and behind[0].text[0].isalnum() and behind[0].text not in _BEHIND_BARE)


def _collective(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`most of the cast are back, including X and Y`, `the leads all return: X and Y`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    whole = any(token.text in _ENSEMBLE for token in tokens[max(0, start - REACH) : start])
    if hit.entry.kind == "states":
        told = bool(small & BE)
    else:
        finite = bool(small) or hit.entry.form in (*FINITE, "base")
        told = finite and not small & BE and is_of_the_show(tokens, hit.end)
    at = next((j for j in range(hit.end, min(len(tokens), hit.end + REACH)) if tokens[j].text in _AMONG), None)
    if not (whole and told) or at is None or any(token.kind in PEOPLE for token in tokens[:at]):
        return ()
    return list_from(tokens, at + 1)


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
    return list_from(tokens, at + 1) if opens and at is not None and all(token.kind in ("", "s", "t", "d") for token in between) else ()


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
    return list_from(tokens, at + 1)


_Find = Callable[[Clause, int, Hit], tuple[Token, ...]]
# The constructions of each class of words, in the order in which they are tried.
_OF: dict[str, tuple[tuple[str, _Find], ...]] = {
    "does": (
        ("returning", returning), ("inversion", _inverted), ("predicate noun", among_those), ("subject-verb", _subject_verb),
        ("collective", _collective),
    ),
    "done_to": (("passive", _passive), ("verb-object", _verb_object)),
    "done_by": (("by", _done_by), ("doer", _doer)), "makes_it": (("doer", _doer),),
    "carries": (("platform", carries),),
    "carried": (("on platform", carried),),
    "people": (
        ("title", titled), ("noun and list", noun_list), ("as", as_noun), ("predicate noun", predicate_noun), ("apposition", apposed),
    ),
    "states": (("state", _state), ("state first", _state_first), ("collective", _collective)),
    "dealings": (("dealing", _dealing),),
    "denied_only": (("denied", _denied_only),),
    "replaces": (("subject-verb", _replacing),),
}  # fmt: skip
