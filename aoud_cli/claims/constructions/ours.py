"""Whether what somebody does is news of this show's cast: of the show and of nothing else, not of its crew, nor of its story."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.claims.constructions.verbs import REACH, SHOW_NOUNS, is_show
from aoud_cli.claims.groups import owns
from aoud_cli.claims.tokens import DEFINITE, PEOPLE, PREPOSITIONS, Hit, Token
from aoud_cli.english import words

_SHOW_LINKS = frozenset({",", *words("show_links")})
_AS_IDIOMS = frozenset(words("as_idioms"))
_ENDS = frozenset(words("ends_of_runs"))
_REASONS = frozenset(words("reasons_behind"))
_CREW_VERBS = frozenset(words("crew_verbs"))
_CREW_NOUNS = frozenset(form for noun in words("crew_nouns") for form in (noun, f"{noun}s"))
_NO_CASTS = frozenset(words("no_casts"))
_JOINED_FOR, _THEIR, _NO_STORY = frozenset(words("joined_for")), frozenset(words("their")), frozenset(words("no_story"))


def _leaves_the_show(tokens: Sequence[Token], end: int) -> bool:
    """Whether the show, a part or the cast is what somebody says goodbye to; not her mother, or her fans."""
    behind = [token for token in tokens[end : end + 4] if token.text not in DEFINITE]
    return bool(behind) and (behind[0].kind in ("s", "t", "c") or behind[0].text in SHOW_NOUNS or behind[0].text in _LEFT_BEHIND)


_LEFT_BEHIND = frozenset(words("left_behind"))
_SAYS = frozenset(words("says_something"))
_ITS, _OFFERED = frozenset(words("what_is_offered")), frozenset(words("offered_parts"))


def is_no_cast(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether a verb tells of the crew, of what somebody declines, or of the story: no news of the cast."""
    if hit.entry.kind == "replaces" and tells_of_the_crew(tokens):
        return True  # "X, who takes over from Y and will helm episodes 4 to 7"
    if _is_for_the_crew(tokens, hit.end) or any(token.text in _NO_CASTS for token in tokens[hit.end : hit.end + 1]):
        return True
    if hit.entry.word.endswith(("goodbye to", "farewell to")):
        return not _leaves_the_show(tokens, hit.end)
    if hit.entry.word == "turn down":
        return _turns_something_else_down(tokens, i, hit)
    return hit.entry.word == "join" and _is_joined_in_a_story(tokens, hit.end)


def tells_of_the_crew(tokens: Sequence[Token]) -> bool:
    """Whether words tell what somebody does behind the camera; not what a speaker is called: `director X said`."""
    told = ((j, entry) for j, token in enumerate(tokens) for entry in token.hits if entry.key.startswith("crew."))
    return any(entry.kind != "people" or not _is_title(tokens, j) for j, entry in told)


def _is_title(tokens: Sequence[Token], j: int) -> bool:
    """Whether a calling stands before the name of somebody who only says something: `director X said`."""
    return j + 2 < len(tokens) and tokens[j + 1].kind in PEOPLE and tokens[j + 2].text in _SAYS


def _turns_something_else_down(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether `it` is what somebody turns down, and no part was spoken of: "offers her the governor's job, and she turns it down"."""
    it = any(token.text in _ITS for token in tokens[i + 1 : hit.end + 1])
    return it and not any(token.text in _OFFERED or token.kind in ("s", "t") for token in tokens[:i])


def _is_joined_in_a_story(tokens: Sequence[Token], end: int) -> bool:
    """`he joins his unconventional mentor, Y`: somebody's own people are no cast."""
    behind = tokens[end : end + REACH]
    if not behind or behind[0].text not in _THEIR or any(token.text in _NO_STORY for token in behind[1:]):
        return False
    at = next((j for j, token in enumerate(behind) if j and is_show(token)), 0)
    return not at or _JOINED_FOR.isdisjoint(token.text for token in behind[max(1, at - 2) : at])  # "joins her friend Y in season 2"


def _is_for_the_crew(tokens: Sequence[Token], end: int) -> bool:
    """`returns to helm it together with X`, `returns as showrunner`: no news of the cast."""
    behind = [token.text for token in tokens[end : end + 4]]
    if behind[:1] == ["as"]:
        return not _CREW_NOUNS.isdisjoint(behind) and not any(token.kind == "c" for token in tokens[end : end + REACH])
    return behind[:1] == ["to"] and behind[1:2] != [] and behind[1] in _CREW_VERBS


def is_of_the_show(tokens: Sequence[Token], end: int) -> bool:
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
            by = token.text == "by" and behind is not None and behind.kind in ("f", "b", "s", "t")  # "was recruited by <platform>"
            ends = token.text == "at" and any(one.text in _ENDS for one in tokens[end : end + REACH])  # "at the end of season 2"
            of_ours = (ends or token.text in ("of", "from")) and _is_ours(tokens, end, token)
            of_ours = of_ours or (token.text == "on" and _is_on_the_show(tokens, end, token))
            return by or token.kind == "d" or token.kind in PEOPLE or of_ours
    return len(tokens) <= end + 1


def goes_elsewhere(tokens: Sequence[Token], hit: Hit) -> bool:
    """`has left for <another>`: out of the cast, though the show is not named."""
    behind = tokens[hit.end : hit.end + REACH]
    opens = [token.text for token in behind[:1]]
    at = next((j for j, token in enumerate(behind) if token.kind == "w"), len(behind))
    return hit.entry.term == "out" and opens in (["for"], ["to"]) and at < len(behind) and not owns(behind, at)


def _is_on_the_show(tokens: Sequence[Token], end: int, on: Token) -> bool:
    """`has landed a role on season 3`, `on the series`; not "returned on the Late Show"."""
    behind = [token for token in tokens[end : end + REACH] if token.start > on.start and token.text not in ("the", "this")]
    return bool(behind) and (behind[0].kind in ("s", "t") or behind[0].text in SHOW_NOUNS)


def _is_ours(tokens: Sequence[Token], end: int, preposition: Token) -> bool:
    """Whether the show, or somebody in it, is what stands behind a preposition: `from the show`, `takes over the role of Y`."""
    behind = [token for token in tokens[end : end + REACH] if token.start > preposition.start]
    first = next((token for token in behind if token.kind or token.text in SHOW_NOUNS), None)
    return first is not None and (is_show(first) or first.kind in PEOPLE)
