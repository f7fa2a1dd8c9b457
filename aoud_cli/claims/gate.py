"""Whether a text can be about the show at all, told from its words alone: most of a large collection is about something else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from aoud_cli.english import classes, pattern
from aoud_cli.ground.text import fold, lower
from aoud_cli.names.profile import Profile
from aoud_cli.names.spelling import FAMILIES, is_korean, squash
from aoud_cli.spans.tag import SHORT_TITLE

SMALL = 3  # letters: two shorter words stand in every text
_CAPITALISED_RE = re.compile(r"(?<![^\W_])[^\W\d_a-z][\w'\u2019-]*")
_HYPHENED_RE = re.compile(r"\w+-[a-z]+")  # a given name of two syllables, in whatever romanisation
_EASTERN_RE = pattern(r"[\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7a3]")
_BLANKS_RE = re.compile(r"\s+")


class Gate:
    """What the words of a text are asked for, of one profile."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._pieces = list(_title_pieces(profile))
        self._names = _name_words(profile)
        self._is_korean = any(is_korean(person.name) for person in profile.people)

    def may_concern(self, folded: str) -> bool:
        """Whether a folded text holds words of the show's title, or of the name of anybody of it: if not, it names neither.

        Never no for a text that names the show or, in any letters that the profile knows, somebody of it; yes for many that do not.
        """
        low = _BLANKS_RE.sub(" ", lower(folded))
        if any(piece in low for piece in self._pieces):
            return True
        tokens = tuple(_CAPITALISED_RE.findall(folded))
        if not tokens or _EASTERN_RE.search(folded) is not None:  # small letters alone, or names in letters of their own
            return True
        if self._is_korean and self._may_be_romanised(tokens):
            return True
        written = {*tokens, *(part for token in set(tokens) for part in re.split(r"['\u2019-]", token)), *map("".join, pairwise(tokens))}
        return not self._names.isdisjoint(map(squash, written))

    def _may_be_romanised(self, tokens: Sequence[str]) -> bool:
        """Whether neighbouring words can be a Korean name that the profile knows in other letters: `Oh Youngsoo` for O Yeong-su."""
        if any(map(_HYPHENED_RE.match, tokens)):
            return True
        near = {tokens[place : place + size] for size in (2, 3) for place in range(len(tokens) - size + 1)}
        families = (words for words in near if squash(words[0]) in FAMILIES or squash(words[-1]) in FAMILIES)
        return any(self._profile.is_known(" ".join(words)) for words in families)


def _name_words(profile: Profile) -> set[str]:
    """The words of everybody's names, squashed: a hyphen joins."""
    return {squash(word) for person in profile.people for form in (person.name, *person.aliases) for word in form.split()}


def _title_pieces(profile: Profile) -> Iterator[str]:
    """What stands in every way to write the title: it, closed up, and its words that may stand for it."""
    common = frozenset(classes()["language.en"].words)
    for title in profile.all_titles:
        told = lower(fold(title).text).split()
        yield from (" ".join(told), "".join(told))
        yield from (word for word in told if len(word) > SHORT_TITLE)
        yield from (" ".join(pair) for pair in pairwise(told) if any(len(word) > SMALL and word not in common for word in pair))
        yield from (f"{mark}{' '.join(pair)}" for pair in pairwise(told) for mark in "\"'")  # a part of it, in quotation marks
