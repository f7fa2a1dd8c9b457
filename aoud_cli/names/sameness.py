"""Whether two spellings of a name are one person: the same, different, or not to be told from the letters alone."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from aoud_cli.english import words
from aoud_cli.names.hangul import is_hangul
from aoud_cli.names.spelling import FAMILIES, NameKey, hangul_keys, is_korean, loose_name_keys, name_keys, words_of

if TYPE_CHECKING:
    from aoud_cli.names.profile import Profile

Sameness = Literal["same", "possible", "different"]
_SUFFIXES = frozenset(words("name_suffixes"))


def compare_names(a: str, b: str, profile: Profile | None = None) -> Sameness:
    """Whether two spellings name one person; without a profile there are no aliases, and a given name alone stays undecided."""
    first, second = (profile.resolve(name) if profile is not None else None for name in (a, b))
    if first is not None and second is not None:
        return "same" if first == second else "different"
    if not words_of(a) or not words_of(b):
        return "different"
    if _mixed_script(a) or _mixed_script(b):
        return "same" if words_of(a) == words_of(b) else "different"
    if is_hangul(a) != is_hangul(b):
        return _in_two_scripts(*((a, b) if is_hangul(a) else (b, a)))
    return _by_suffix(a, b) or _compare_keys(a, b)


def _in_two_scripts(hangul: str, latin: str) -> Sameness:
    """`김선아` and `Kim Sun-a`: the letters of one against all that the other can stand for."""
    keys = set(name_keys(hangul))
    if keys & set(hangul_keys(latin)):
        return "same"
    alone = {key.given for key in keys if not key.family}
    loose = set(loose_name_keys(latin))
    return "possible" if keys & loose or any(key.given in alone and not key.family for key in loose) else "different"


def _by_suffix(a: str, b: str) -> Sameness | None:
    """`Jr.` and `Sr.` are two; where one name has none it may be either."""
    tails = [next((word for word in words_of(name)[1:][-1:] if word in _SUFFIXES), "") for name in (a, b)]
    if tails == ["", ""]:
        return None
    cores = [" ".join(words_of(name)[: -1 if tail else None]) for name, tail in zip((a, b), tails, strict=True)]
    rest = compare_names(cores[0], cores[1])
    if "" in tails:
        return "possible" if rest != "different" else "different"
    return rest if tails[0] == tails[1] else "different"


def _compare_keys(a: str, b: str) -> Sameness:
    left, right = name_keys(a), name_keys(b)
    if set(left) & set(right):
        return "same"
    loose = set(loose_name_keys(a)), set(loose_name_keys(b))
    if loose[0] & set(right) or loose[1] & set(left):
        return "same" if _is_closed_up(a) or _is_closed_up(b) else "possible"
    if loose[0] & loose[1] or any(_may_be_one(x, y) for x in loose[0] for y in loose[1]):
        return "possible"
    return _compare_words(words_of(a), words_of(b), korean=is_korean(a) or is_korean(b))


def _is_closed_up(name: str) -> bool:
    """Whether a given name alone is written in one word: `Jihu`, which is Ji-hu if another writes it so."""
    return len(words_of(name)) == 1 and "-" not in name


def _may_be_one(a: NameKey, b: NameKey) -> bool:
    """A given or a family name alone beside a full name."""
    if bool(a.family) == bool(b.family):
        return False
    full, short = (a, b) if a.family else (b, a)
    return short.given in (full.given, full.family)


def _compare_words(left: Sequence[str], right: Sequence[str], *, korean: bool) -> Sameness:
    """Names of several words, by the words: what one leaves out or cuts to its initial."""
    long, short = sorted((left, right), key=lambda name: sum(word.count("-") + 1 for word in name), reverse=True)
    if len(short) == 1:
        family = short[0] in FAMILIES and short[0] in long
        return "possible" if family or (not korean and short[0] in (long[0], long[-1])) else "different"
    if _contains(long, short):  # "Tony Leung Chiu-wai": the Chinese name, and what he is called besides
        whole = any("-" in word for word in short) and not korean
        return "same" if whole and len(long) > len(short) else "possible"
    return "possible" if not korean and _abbreviates(long, short) else "different"


def _contains(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether the words of one name are among the other's, in their order: `de Armas`, `Robert Downey`, `Phoebe Waller`."""
    for parts in (long, [part for word in long for part in word.split("-")]):
        rest = iter(parts)
        if all(word in rest for word in short):
            return True
    return False


def _abbreviates(long: Sequence[str], short: Sequence[str]) -> bool:
    """Whether one name has initials for words of the other: `Sarah M.`, `R. Martin`, `J. K. Rowling`."""
    if not any(len(word) == 1 for word in (*long, *short)):
        return False
    if len(long) == len(short):
        return all(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a, b in zip(long, short, strict=True))
    if long[-1] != short[-1]:
        return False
    rest = iter(long[:-1])
    return all(any(word == other or (1 in (len(word), len(other)) and word[0] == other[0]) for other in rest) for word in short[:-1])


def _mixed_script(name: str) -> bool:
    """Latin letters beside Cyrillic or Greek ones that look like them: never merged with anything."""
    scripts = {unicodedata.name(c, "").split(" ")[0] for c in name if c.isalpha()}
    return len(scripts & {"LATIN", "CYRILLIC", "GREEK"}) > 1
