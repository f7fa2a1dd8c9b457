"""Places that no profile lists: capitalised names behind `in`, `at`, `near`, in sentences that tell where something is filmed or plays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from aoud_cli.english import pattern, words

_TOLD_RE = pattern(r"\b{toponym_contexts}\b", re.I)
_NAME = r"[A-Z][\w'\u2019-]+(?: (?:of |upon |on the )?[A-Z][\w'\u2019-]+){0,3}|St\.? [A-Z][\w'\u2019-]+"
_PLACE_RE = pattern(
    rf"\b{{toponym_openers}} (?:the )?(?:(?:[a-z-]+ ){{0,2}}{{toponym_kinds}} {{toponym_links}} (?:the )?)?(?:{{ages_of_places}} )?"
    rf"(?P<name>{_NAME})"
)
_DOUBLE_RE = pattern(rf"(?:^|[.;,] |\b(?:and|with|while|where) )(?P<name>{_NAME})(?= (?:(?:{{doubling}}) (?:for|as)|plays the part of)\b)")
_SUBJECT_RE = pattern(
    rf"(?:^|[.;,] |\b(?:and|with|while) )(?P<name>{_NAME})"
    r"(?= {says_of_places} (?:{articles} )?(?:{settings_of} (?:of|for|to)|where)\b"
    rf"|(?:(?:,| and|, and) {_NAME})* {{serves_shoots}} (?:[a-z-]+ ){{0,4}}?{{shoot_places}}\b"
    r"| {gives_scenes} (?:[a-z]+ ){0,4}?{scenes_given}\b)"
)
# "Locations: X, Y", "Filming locations include X and Y"
_LISTED_RE = pattern(rf"\b[Ll]ocations?(?: used)?(?: {{includes}}|:) (?:the )?(?P<name>{_NAME})")
# Right behind a question for it: "Where was it filmed? X, mostly."
_ANSWER_RE = pattern(
    rf"\W*(?:{{for_the_most_part}},? )?(?P<name>{_NAME})(?=\W*$|,? {{for_the_most_part}}\b|(?:,| and|, and) (?:the )?[A-Z])"
)
_NEXT_RE = pattern(rf"(?:,| and|, and) (?:in |at )?(?:the )?(?P<name>{_NAME})")
_NO_PLACE = frozenset(words("no_toponym"))


_ASKED_RE = pattern(r"\bwhere(?:'s|d| {where_verbs})\b[^|?]*\b{filming_words}\b[^|?]*\? ?\|? ?$")


def asks_where(words: str) -> bool:
    """Whether words in lower case ask where a show was filmed: what stands below them names places, and the days of the shoot."""
    return "where" in words and _ASKED_RE.search(words) is not None


def find_toponyms(text: str, *, asked: bool = False) -> Iterator[tuple[int, int]]:
    """Start and end of each, with those that a list goes on with; nothing in a sentence that tells of no place, and answers no question
    that asks for one."""
    if not asked and _TOLD_RE.search(text) is None:
        return
    opening = _ANSWER_RE.match(text) if asked else None
    named = chain.from_iterable(expression.finditer(text) for expression in (_PLACE_RE, _DOUBLE_RE, _SUBJECT_RE, _LISTED_RE))
    for match in chain(named, (opening,) if opening is not None else ()):
        found: re.Match[str] | None = match
        while found is not None and not _is_none(found["name"]):
            yield found.span("name")
            found = _NEXT_RE.match(text, found.end("name"))


def _is_none(name: str) -> bool:
    return any(word.lower() in _NO_PLACE for word in re.split(r"[ '\u2019-]", name))
