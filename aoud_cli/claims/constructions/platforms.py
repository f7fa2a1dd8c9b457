"""Where the show is to be seen, where no verb has to say so: `the Streamly drama`, `episodes are on Streamly`, `Streamly launched it`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from aoud_cli.claims.clauses import Clause
from aoud_cli.claims.constructions.verbs import FINITE, REACH, SHOW_NOUNS, Reading, built_in, is_show, verb_group
from aoud_cli.claims.groups import owns
from aoud_cli.claims.lexicon import CREDIT
from aoud_cli.claims.tokens import BE, DEFINITE, DENIERS, PEOPLE, Hit, Token, is_verb
from aoud_cli.english import pattern, words

PLATFORM = "release.platform"
_PREPOSITIONS, _STOPS, _SHOWN = (frozenset(words(name)) for name in ("platform_prepositions", "platform_stops", "shown_nouns"))
_CALLINGS, _ONTO = frozenset(words("platform_callings")), frozenset(words("onto"))
_ONLY = frozenset(words("only_on"))
_PLACES = frozenset(words("only_places"))
_MADE, _EXCLUSIVE = frozenset(words("made_for")), frozenset(words("exclusives"))
_NO_NAME_OF_IT = _STOPS | DENIERS
_NOT_SHOWN = _NO_NAME_OF_IT | frozenset(words("unmakes_seasons"))
_OFFICES = frozenset(words("offices"))
_NAMED = 5  # tokens from a platform to the title or the kind of show that it stands before
_BACK, _AHEAD = 20, 8  # tokens between a platform and what it shows
_AIRS = frozenset(words("airs"))
_EPISODES = ("episodes", "episode")
_CLEFT = 12  # tokens behind `it was Streamly that`
_ANSWER = 8  # tokens of an answer
_WATCHED_RE = pattern(r"\bwhere\b[^|?]*\b{watching}\b[^|?]*\??[ |]*$")
PLATFORM_ROW = "platform row"
SEEN = built_in(PLATFORM, CREDIT, "carried", "on", "platforms.py")


def read_platforms(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The platforms of a masked sentence that show the show."""
    last = -1
    for i, token in enumerate(tokens):
        if token.kind in ("f", "b"):
            listed = 0 <= last == i - 2 and tokens[i - 1].text in ("and", ",", "&", "/", "or")
            for name, find in _FINDERS:
                if listed or find(tokens, i):
                    last = i
                    yield Reading(SEEN, token, name, token.start, token.end)
                    break


def read_where_seen(tokens: Sequence[Token], asked: str) -> Iterator[Reading]:
    """`Where can I watch it? Streamly.`; a platform in a line of its own under `Where to watch`."""
    if len(tokens) > _ANSWER or _WATCHED_RE.search(asked) is None:
        return
    for i, token in enumerate(tokens):
        if token.kind in ("f", "b") and not any(one.kind or one.text in DENIERS for one in tokens[:i]):
            yield Reading(SEEN, token, "answer", token.start, token.end)


def _owns_it(tokens: Sequence[Token], i: int) -> bool:
    """`X won't be in the second season of Streamly's <title>`: whatever is denied, that it is Streamly's is not."""
    return i + 1 < len(tokens) and tokens[i + 1].text == "'s" and _is_of_it(tokens, i)


def _is_of_it(tokens: Sequence[Token], i: int) -> bool:
    """`the Streamly drama`, `Streamly's <title>`; of a network that isn't the show's only before its title."""
    at = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].text == "'s")
    predicate = i > 1 and tokens[i - 1].text in ("a", "an") and tokens[i - 2].text in BE
    of_another = predicate and any(token.kind == "w" for token in tokens[:i]) and not any(token.kind == "t" for token in tokens)
    for j in range(at, min(len(tokens), at + _NAMED)):
        if j + 1 < len(tokens) and tokens[j + 1].text in _OFFICES:
            return False  # "said Streamly drama commissioner X"
        if tokens[j].kind in ("t", "s") or (tokens[i].kind == "f" and tokens[j].text in _SHOWN and not of_another):
            return not any(token.kind == "w" for token in tokens[j + 1 : j + 3])
        if tokens[j].kind not in ("", "e") or is_verb(tokens[j]) or tokens[j].text in _NO_NAME_OF_IT or not tokens[j].text[0].isalnum():
            return False
    return False


def _is_on_it(tokens: Sequence[Token], i: int) -> bool:
    """`the show is on Streamly`, `season 2 launches via Streamly`, `the finale of <title> at Streamly`."""
    at = i - 1
    at -= at > 1 and tokens[at].text == "," and tokens[at - 1].text in _CALLINGS  # "on the broadcaster's service, X"
    while at > 0 and (tokens[at].text in _CALLINGS or tokens[at].text == "'s"):  # "on the cable channel X"
        at -= 1
    owned = i + 1 < len(tokens) and tokens[i + 1].text == "'s"
    if at < 1 or tokens[at].text not in _PREPOSITIONS or owned:
        return False
    if at > 1 and tokens[at - 1].text in SHOW_NOUNS and tokens[at - 2].text in ("a", "an", "another"):
        # not "got known in a drama on"
        return any(token.text in BE or token.kind in ("t", "w") for token in tokens[max(0, at - 4) : at - 2])
    for j in range(at - 1, max(-1, at - _BACK), -1):
        if is_show(tokens[j]) or tokens[j].text == "it":
            another = tokens[j + 1].text == "of" and tokens[j + 2].kind != "t"  # "the new series of Brackwater"
            return not _is_talk(tokens, j) and (tokens[i].kind == "f" or not another)
        if (tokens[i].kind == "f" and tokens[j].kind == "e") or tokens[j].text in _EPISODES:
            return True
        if tokens[j].kind in PEOPLE or tokens[j].kind == "w" or tokens[j].text in (";", ":", "|", *DENIERS):
            return False
    return False


def _shows_it(tokens: Sequence[Token], i: int) -> bool:
    """`Streamly launched it`, `Streamly has ponied up for a full season of <title>`: the show's own platform."""
    if tokens[i].kind != "f" or i + 2 > len(tokens) - 1 or not tokens[i + 1].text.isalpha() or tokens[i + 1].text in _NOT_SHOWN:
        return False
    for token in tokens[i + 2 : i + 2 + _AHEAD]:
        if token.kind in ("t", "s") or token.text == "it":
            return True
        if token.kind in PEOPLE or token.kind == "w" or token.text in (",", ";", ":", "that", *DENIERS):
            return False
    return False


def carries(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`Streamly picks up the series`, `Streamly has renewed it`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    reach = range(hit.end, min(len(tokens), hit.end + 4))
    of_show = any(is_show(tokens[j]) and not owns(tokens, j) for j in reach)  # not "the show's format"
    passive = bool(small & BE) and hit.entry.form != "gerund"
    is_doer = start > 0 and tokens[start - 1].kind in ("f", "b") and not passive and not small & DENIERS  # of what it doesn't do, nothing
    is_doer = is_doer and not any(token.text == "no" for token in tokens[hit.end : hit.end + 1])
    return (tokens[start - 1],) if is_doer and of_show and (small or hit.entry.form in FINITE) else ()


def carried(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`season 2 comes back to Streamly`, `the series streams on Streamly`."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    doer = tokens[start - 1] if start else None
    if doer is None or small & DENIERS or not (doer.kind in ("s", "t") or doer.text in SHOW_NOUNS):
        return ()
    if hit.end < len(tokens) and tokens[hit.end].kind in ("f", "b") and hit.entry.word == "hit":
        return (tokens[hit.end],)  # "the series hit <platform>"
    for before, token in zip(tokens[hit.end : hit.end + REACH], tokens[hit.end + 1 : hit.end + REACH + 1], strict=False):
        if token.kind in ("f", "b"):
            return (token,) if before.text in _ONTO else ()
        if token.text in (",", ";") or is_verb(token) or token.kind in PEOPLE:
            return ()
    return ()


def _is_beside(tokens: Sequence[Token], i: int) -> bool:
    """`<title> (Streamly)`, `season 2 is a Streamly exclusive`, `made for Streamly`."""
    before, behind = tokens[max(0, i - _NAMED) : i], tokens[i + 1 : i + 2]
    if i > 1 and tokens[i - 1].text == "(" and tokens[i - 2].kind == "t":
        return bool(behind) and behind[0].text in (")", ",")
    if behind and behind[0].text in BE:
        rest = tokens[i + 2 : i + 2 + _AHEAD]
        at = next((j for j, token in enumerate(rest) if token.text in _PLACES), len(rest))
        return any(is_show(token) or token.text in ("it", "its") for token in rest[at:])  # "<platform> is the only place to see it"
    if before and before[-1].text == "on" and any(token.text in _ONLY for token in before):
        return any(token.kind in ("t", "s") for token in tokens[i + 1 : i + 4])  # "Only on <platform>: season 2"
    made_for = i > 2 and tokens[i - 1].text == "for" and tokens[i - 2].text in _MADE
    exclusive = bool(behind) and behind[0].text in _EXCLUSIVE
    return (made_for or exclusive) and any(is_show(token) or token.text == "it" for token in before)


def _is_it_that(tokens: Sequence[Token], i: int) -> bool:
    """`It was Streamly that aired the series`."""
    before = [token.text for token in tokens[max(0, i - 2) : i]]
    if len(before) < 2 or before[0] != "it" or before[1] not in BE or [token.text for token in tokens[i + 1 : i + 2]] != ["that"]:
        return False
    behind = tokens[i + 2 : i + 2 + _CLEFT]
    at = next((j for j, token in enumerate(behind) if token.text in _AIRS), len(behind))
    shown = [token for token in behind[at + 1 : at + 3] if token.text not in DEFINITE]
    return bool(shown) and is_show(shown[0]) and not any(token.kind == "w" or token.text in DENIERS for token in behind)


def _is_talk(tokens: Sequence[Token], j: int) -> bool:
    """Whether the show is what somebody speaks of who is on a channel: `X talked about <title> on CBS`."""
    return j > 0 and tokens[j - 1].text in _TALKED and any(token.kind in PEOPLE for token in tokens[:j])


def _shows_which(tokens: Sequence[Token], i: int) -> bool:
    """`Streamly, which shows <title> in Britain, is pleased`."""
    if [token.text for token in tokens[i + 1 : i + 3]] != [",", "which"]:
        return False
    behind = tokens[i + 3 : i + 3 + _NAMED]
    shown = next((token for token in behind[1:] if token.text not in DEFINITE), None)  # not "airs against the show"
    return bool(behind) and behind[0].text in _AIRS and shown is not None and is_show(shown) and not any(one.kind == "w" for one in behind)


def _is_watched_on(tokens: Sequence[Token], i: int) -> bool:
    """`viewers in Britain can watch on Streamly`, `you can stream it on Streamly`."""
    if i < 2 or tokens[i - 1].text not in _PREPOSITIONS:
        return False
    for j in range(i - 2, max(0, i - _NAMED), -1):
        if tokens[j].text in _WATCH:
            ends = i + 1 == len(tokens) or not tokens[i + 1].text[0].isalpha()  # not "can watch on <network> as X hosts the awards"
            return ends and tokens[j - 1].text in _ABLE and not any(one.kind == "w" or one.text in _NOBODY for one in tokens[:i])
        if tokens[j].text != "it" and not is_show(tokens[j]) and tokens[j].text not in DEFINITE:
            return False
    return False


def _has_rights(tokens: Sequence[Token], i: int) -> bool:
    """`rights to <title> have gone to the public broadcaster X`, `were sold to X`."""
    to = next((j for j in range(i - 1, max(0, i - _NAMED), -1) if tokens[j].text == "to"), 0)
    gone = to > 1 and tokens[to - 1].text in _SOLD
    before = tokens[max(0, to - _BACK) : to]
    at = next((j for j, token in enumerate(before) if token.text == "rights"), len(before))
    return gone and any(map(is_show, before[at:])) and not any(token.text in DENIERS or token.kind == "w" for token in before)


def _is_listed(tokens: Sequence[Token], i: int) -> bool:
    """`<title>, 9pm, X` at the head of a line."""
    before = list(islice((token for token in islice(tokens, i) if token.text != ","), 4))  # a line of many networks is no such head
    return 1 < len(before) < 4 and before[0].kind == "t" and all(_HOUR_RE.fullmatch(token.text) for token in before[1:])


_NOBODY = DENIERS | {"who"}  # "fans who missed the awards can watch on <network>"
_SOLD, _TALKED = frozenset(words("sold_words")), frozenset(words("talked_about"))
_HOUR_RE = pattern(r"[0-9]{1,2}(?:am|pm)?|am|pm|at|[.:]")
_WATCH, _ABLE = frozenset(words("watch_verbs")), frozenset(words("able_to"))


_FINDERS = (
    ("which", _shows_which),
    ("watched on", _is_watched_on),
    ("rights", _has_rights),
    ("listed", _is_listed),
    ("it that", _is_it_that),
    ("owner", _owns_it),
    ("of it", _is_of_it),
    ("on it", _is_on_it),
    ("shows it", _shows_it),
    ("beside", _is_beside),
)
NEAR_THE_SHOW = (*(name for name, _ in _FINDERS), PLATFORM_ROW)  # they look for other works themselves
