"""In what pace a season comes out: `a new episode every Friday`, `all at once`, `split into two volumes`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.constructions.verbs import Reading, built_in, is_show
from aoud_cli.claims.tokens import ADVERBS, DENIERS, JOINERS, PREPOSITIONS, Hit, Token
from aoud_cli.english import words

_EPISODES, _RELEASES, _PARTS, _COUNTS = (frozenset(words(name)) for name in ("pace_episodes", "pace_releases", "pace_parts", "pace_counts"))
_AT_ONCE = built_in("release.schedule", "at_once", "paces", "all", "schedules.py")
_FOREIGN = frozenset(words("paces_of_others"))
_WHOLE = frozenset(words("pace_whole"))
_SPLIT_LINKS = frozenset(words("split_links"))
_OF_RUNS = _EPISODES | {"it", "run"}
_NO_OTHER_NOUN = _RELEASES | _EPISODES | PREPOSITIONS | ADVERBS | JOINERS
_PRONOUNS, _GETS = frozenset(words("pace_pronouns")), frozenset(words("pace_gets"))
_ONES = frozenset(words("pace_ones"))
_COMING = frozenset(words("coming_auxiliaries"))
_IN_TIME, _SPAN_STARTS = frozenset(words("span_links")), frozenset(words("span_starts"))
_DAYS = frozenset(f"{day}s" for day in words("weekday_names"))
_HEADS = frozenset(words("pace_heads"))
_SHORT = 14  # tokens of a sentence that has nothing else to tell
_BACK, _AHEAD = 12, 5  # tokens around the words of a pace in which stands what keeps it
_INTO = 4  # tokens from a verb of splitting to what it splits into


def read_schedules(tokens: Sequence[Token], found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """The pace that a masked sentence tells."""
    for i, hit in found:
        find = _OF.get(hit.entry.kind)
        if find is not None and (find(tokens, i, hit) or _is_labelled(tokens, i)):
            yield Reading(hit.entry, None, hit.entry.kind, tokens[i].start, tokens[hit.end - 1].end)


def read_all_out(tokens: Sequence[Token]) -> Iterator[Reading]:
    """`all ten episodes dropped on <date>`, `arrived on <date> with all ten episodes`: at once."""
    for i, token in enumerate(tokens[:-2]):
        if token.text in _WHOLE and any(map(is_show, tokens[i + 1 : i + 4])):
            yield from _whole(tokens, i)
        if token.text not in ("all", "every"):
            continue
        at = next((j for j in range(i + 1, min(len(tokens), i + 4)) if tokens[j].kind == "e" or tokens[j].text in _EPISODES), None)
        dated = [t for t in (*tokens[max(0, i - _INTO) : i], *tokens[i + 1 : i + 2 * _INTO]) if t.kind == "d"]
        out = [t for t in (*tokens[max(0, i - 2 * _INTO) : i], *tokens[i + 1 : i + _INTO + 2]) if t.text in _RELEASES]
        if at is not None and dated and out and not any(t.text in _PARTS for t in tokens[i : at + 3]):
            yield Reading(_AT_ONCE, None, "all out", min(token.start, dated[0].start), max(tokens[at].end, dated[0].end))


def _whole(tokens: Sequence[Token], i: int) -> Iterator[Reading]:
    """`the whole season lands on <date>`: of a season that is split it would be a part."""
    at = next((j for j in range(i + 2, min(len(tokens), i + _AHEAD + 1)) if tokens[j].text in _RELEASES), None)
    dated = [token for token in tokens[i : i + 2 * _AHEAD] if token.kind == "d"]
    if at is not None and dated and not any(token.text in _PARTS or token.text in DENIERS for token in tokens):
        yield Reading(_AT_ONCE, None, "all out", tokens[i].start, max(tokens[at].end, dated[0].end))


def _keeps_pace(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether it is episodes, or a season that is said to come out, that a pace is told of."""
    first = max((j + 1 for j in range(max(0, i - _BACK), i) if tokens[j].text in (";", ":", "|")), default=max(0, i - _BACK))
    is_days = hit.entry.word in _DAYS
    if is_days and not (i and tokens[i - 1].text in _RELEASES):
        return False  # "it airs Sundays"
    if hit.entry.word == "a week" and _is_span(tokens, i, hit.end):
        return False  # "barely a week after season 3 premiered"
    if any(token.text in _FOREIGN for token in tokens[first:i]) or _is_in_a_library(tokens, first, i, hit):
        return False  # "the podcast drops every Thursday"
    around = [*tokens[first:i], *tokens[hit.end : hit.end + _AHEAD]]
    if any(token.kind in "aknw" and token.kind for token in around):
        return False
    labelled = first > 1 and tokens[first - 2].text in _EPISODES  # "Episodes: 10, airing on Sundays"
    episodes = labelled or any(token.kind == "e" or token.text in _EPISODES for token in around if not _is_of_them(tokens, token))
    if len(hit.entry.word.split()) == 1 and (_is_of_another_noun(tokens, hit.end) or _is_done_otherwise(tokens, i)):
        return False  # "the weekly chart", "fans swap theories weekly"
    comes_out = any(token.text in _RELEASES for token in around)
    one_each = i > 0 and tokens[i - 1].text in _ONES and len(tokens) < _SHORT  # "then it's one a week"
    of_ours = episodes or any(map(is_show, around)) or (is_days and i > 1 and tokens[i - 2].text == "it")
    return (comes_out and of_ours) or (episodes and _is_right_before(tokens, i)) or one_each


def _is_labelled(tokens: Sequence[Token], i: int) -> bool:
    """Whether a pace fills in a row: `Release schedule: weekly`."""
    return i > 1 and tokens[i - 1].text in (":", "|") and tokens[i - 2].text in _HEADS


def _is_in_a_library(tokens: Sequence[Token], first: int, i: int, hit: Hit) -> bool:
    """Whether something stands in full somewhere already, and no day tells since when: `season 1 is available in full`."""
    near = [*tokens[first:i], *tokens[hit.end : hit.end + _AHEAD]] if hit.entry.word == "in full" else []
    landed = i > 1 and tokens[i - 1].text in _RELEASES - {"available"} and tokens[i - 2].text != "to"
    comes = landed or any(token.kind == "d" or token.text in _COMING for token in near)
    return any(token.text == "available" for token in near) and not comes


def _is_span(tokens: Sequence[Token], i: int, end: int) -> bool:
    """Whether `a week` is how long after something it was, and not how often."""
    counted = i > 0 and (tokens[i - 1].text in _ONES or tokens[i - 1].kind == "e" or tokens[i - 1].text in _EPISODES)
    behind = [token.text for token in tokens[end : end + 2]]
    if behind[:1] == ["of"] and i > 0 and tokens[i - 1].text == "once":
        return True  # "once a week of catch-up was counted"
    if behind[:1] == ["from"]:
        return not _SPAN_STARTS.isdisjoint(behind[1:])
    return bool(behind) and behind[0] in _IN_TIME and not (counted and behind[0] == "after")


def _is_of_them(tokens: Sequence[Token], token: Token) -> bool:
    """`one of them goes out every night`: people, lamps, and no episodes."""
    return token.text in _PRONOUNS and any(one.text == "of" and one.end + 1 == token.start for one in tokens)


def _is_of_another_noun(tokens: Sequence[Token], end: int) -> bool:
    """Whether the word behind `weekly` is what is weekly, and no release."""
    behind = tokens[end].text if end < len(tokens) else "."
    if end < len(tokens) and tokens[end].kind not in ("", "e", "d", "f", "b"):
        return True
    return behind[0].isalpha() and behind not in _NO_OTHER_NOUN


def _is_done_otherwise(tokens: Sequence[Token], i: int) -> bool:
    """Whether something else than episodes stands right before `weekly`."""
    before = tokens[i - 1] if i else None
    is_plain = before is not None and not before.kind and before.text[0].isalpha() and before.text.endswith("s")
    return is_plain and before is not None and not is_show(before) and before.text not in _NO_OTHER_NOUN


def _is_right_before(tokens: Sequence[Token], i: int) -> bool:
    """`two episodes a week`, `an episode every Friday`; of `them all at once` it is told by who gets them, and not by "answers"."""
    if i > 0 and tokens[i - 1].text in _PRONOUNS:
        return any(token.text in _GETS for token in tokens[max(0, i - _INTO) : i])
    return i > 0 and (tokens[i - 1].kind == "e" or tokens[i - 1].text in _EPISODES)


def _is_split(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """`the run is split in two`, `it will be released in three batches`."""
    behind = [token.text for token in tokens[hit.end : hit.end + 2 * _INTO]]
    at = next((j for j, text in enumerate(behind) if text in _SPLIT_LINKS), None)
    rest = behind[at + 1 :] if at is not None else []
    if not rest:
        return False
    is_half = rest[0] in ("half", "halves") or (rest[0] in _COUNTS and (len(rest) == 1 or rest[1] in _PARTS or not rest[1].isalpha()))
    of_show = any(is_show(token) or token.kind == "e" or token.text in _OF_RUNS for token in tokens[max(0, i - _BACK) : i + _INTO])
    return of_show and (is_half or any(text in _PARTS for text in rest[:2]))


_OF = {"paces": _keeps_pace, "splits": _is_split}
