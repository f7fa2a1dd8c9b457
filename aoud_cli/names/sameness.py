"""Whether two spellings of a name are one person."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Literal

from aoud_cli.names.spelling import NameKey, name_keys, sound, words_of

if TYPE_CHECKING:
    from aoud_cli.names.profile import Profile

Sameness = Literal["same", "possible", "different"]


def compare_names(a: str, b: str, profile: Profile | None = None) -> Sameness:
    """Whether two spellings name one person; without a profile there are no aliases, and a given name alone stays undecided."""
    first, second = (profile.resolve(name) if profile is not None else None for name in (a, b))
    if first is not None and second is not None:
        return "same" if first == second else "different"
    if not words_of(a) or not words_of(b):
        return "different"
    if _mixed_script(a) or _mixed_script(b):
        return "same" if words_of(a) == words_of(b) else "different"
    return _compare_keys(name_keys(a), name_keys(b))


def _compare_keys(left: tuple[NameKey, ...], right: tuple[NameKey, ...]) -> Sameness:
    if set(left) & set(right):
        return "same"
    return "possible" if any(_may_be_one(x, y) for x in left for y in right) else "different"


def _may_be_one(a: NameKey, b: NameKey) -> bool:
    """A given or a family name alone beside a full name, or a slip of one letter that makes no other Korean name."""
    if bool(a.family) != bool(b.family):
        full, short = (a, b) if a.family else (b, a)
        return short.given in (full.given, full.family, sound(full.family))
    return False


def _mixed_script(name: str) -> bool:
    """Latin letters beside Cyrillic or Greek ones that look like them: never merged with anything."""
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1
