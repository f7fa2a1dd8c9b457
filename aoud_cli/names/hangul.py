"""Romanised Korean as Hangul: every usual way to write a syllable comes to one key, and those that are other syllables to another.

A spelling stands for one syllable likely and for others perhaps: `sun` is 선 as people write it, 순 as the rules have it. A key of the
first kind says that two names are one; of the second, that they may be. Jamo are put together as Unicode does it (chapter 3.12).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from aoud_cli.english import pattern, values

_INITIALS, _VOWELS, _FINALS, _ALSO, _POPULAR, _ALOUD = (
    values(name) for name in ("hangul_initials", "hangul_vowels", "hangul_finals", "hangul_also", "popular_syllables", "letters_aloud")
)
# The letters of a syllable in the order in which Unicode counts them.
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MIDDLES = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_ENDS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE = 0xAC00
_SYLLABLE_RE = pattern(
    rf"({'|'.join(sorted(_INITIALS, key=len, reverse=True))})?({'|'.join(sorted(_VOWELS, key=len, reverse=True))})"
    rf"({'|'.join(sorted(_FINALS, key=len, reverse=True))})?"
)
_HANGUL_RE = pattern(r"[\uac00-\ud7a3]+")
# McCune and Reischauer mark breath with an apostrophe and open vowels with a breve; without the mark a consonant is a plain one.
_MARKED_RE = pattern(r"[\u014f\u016d]|(?<=[ktp])['\u2019]|ch['\u2019]")
_PLAIN, _BREATHED = {"k": "ㄱ", "t": "ㄷ", "p": "ㅂ", "ch": "ㅈ"}, {"k'": "ㅋ", "t'": "ㅌ", "p'": "ㅍ", "ch'": "ㅊ"}
_MARKED_VOWELS = {**_VOWELS, "\u014f": "ㅓ", "y\u014f": "ㅕ", "w\u014f": "ㅝ", "\u016d": "ㅡ", "\u016di": "ㅢ"}
_MARKED_SYLLABLE_RE = pattern(
    rf"({'|'.join(sorted({*_INITIALS, *_BREATHED}, key=len, reverse=True))})?({'|'.join(sorted(_MARKED_VOWELS, key=len, reverse=True))})"
    rf"({'|'.join(sorted(_FINALS, key=len, reverse=True))})?"
)
_MOST_KEYS, _LONGEST = 64, 3  # keys of one name; syllables of one word


def is_hangul(name: str) -> bool:
    """Whether a name is written in Hangul, but for blanks."""
    return _HANGUL_RE.fullmatch(composed(name).replace(" ", "")) is not None


def composed(name: str) -> str:
    """The name with its jamo put together."""
    return unicodedata.normalize("NFC", name)


def is_marked(name: str) -> bool:
    """Whether a name is written as McCune and Reischauer have it: `Pyŏng-hŏn`, `Ch'oe`."""
    return _MARKED_RE.search(composed(name).lower()) is not None


@lru_cache(maxsize=4096)
def given_keys(given: str, *, marked: bool = False) -> tuple[str, ...]:
    """The Hangul that a given name likely stands for; hyphens and blanks part its syllables, what is written in one is cut at each place.

    Nothing for what is no Korean name by its letters. `marked`: the name is written as McCune and Reischauer have it.
    """
    return tuple(dict.fromkeys(islice(_keys(given, _likely_marked if marked else _likely), _MOST_KEYS)))


@lru_cache(maxsize=4096)
def loose_keys(given: str) -> tuple[str, ...]:
    """All Hangul that a given name may stand for."""
    return tuple(dict.fromkeys(islice(_keys(given, _possible), _MOST_KEYS)))


_Read = Callable[[str], tuple[str, ...]]


def _keys(given: str, read: _Read) -> Iterator[str]:
    words = [word for word in re.split(r"[ \u2010-\u2015-]+", composed(given).lower()) if word]
    if len(words) == 1 and len(words[0]) > 1 and all(letter in _ALOUD for letter in words[0]):
        yield from map("".join, product(*(_ALOUD[letter].split("/") for letter in words[0])))
        return
    whole = [word for word in words if _HANGUL_RE.fullmatch(word)]
    if len(whole) == len(words) > 0:
        yield "".join(whole)
        return
    if not words:
        return
    alternatives = [list(_word_keys(word, read, alone=len(words) == 1)) for word in words]
    yield from map("".join, product(*alternatives)) if all(alternatives) else ()


def _word_keys(word: str, read: _Read, *, alone: bool) -> Iterator[str]:
    for pieces in _cuts(word, _LONGEST - 1 if alone else 1):
        readings = [read(piece) for piece in pieces]
        yield from map("".join, product(*readings)) if all(readings) else ()
        if len(pieces) == 1 and readings[0]:
            return  # "soo" is one syllable, not two


def _cuts(word: str, most: int) -> Iterator[tuple[str, ...]]:
    """A word as one syllable, or cut in two."""
    yield (word,)
    if most > 1:
        yield from ((word[:at], word[at:]) for at in range(1, len(word)))


def _likely(syllable: str) -> tuple[str, ...]:
    told = _POPULAR.get(syllable)
    return tuple(told.split("/")) if told else tuple(_by_rule(syllable, _SYLLABLE_RE, _INITIALS, _VOWELS))


def _likely_marked(syllable: str) -> tuple[str, ...]:
    plain = syllable.replace("\u2019", "'")
    return tuple(_by_rule(plain, _MARKED_SYLLABLE_RE, {**_INITIALS, **_PLAIN, **_BREATHED}, _MARKED_VOWELS))


def _possible(syllable: str) -> tuple[str, ...]:
    return (*_likely(syllable), *_by_rule(syllable, _SYLLABLE_RE, _INITIALS, _VOWELS, also=True))


def _by_rule(syllable: str, shape: re.Pattern[str], initials: _Letters, vowels: _Letters, *, also: bool = False) -> Iterator[str]:
    match = shape.fullmatch(syllable)
    if match is None:
        return
    lead, middle, end = match.groups()
    leads = [initials[lead] if lead else "ㅇ", *([_ALSO[lead]] if also and lead in _ALSO else [])]
    middles = [vowels[middle], *([_ALSO[middle]] if also and end and middle in _ALSO else [])]  # Su is no 서
    for one, other in product(leads, middles):
        yield _together(one, other, _FINALS[end] if end else " ")


def _together(lead: str, middle: str, end: str) -> str:
    if lead == "ㅎ" and middle == "ㅣ" and end == " ":
        middle = "ㅢ"  # 희, which nobody writes Hui; 히 is in no name
    at = (_LEADS.index(lead) * len(_MIDDLES) + _MIDDLES.index(middle)) * len(_ENDS) + _ENDS.index(end)
    return chr(_FIRST_SYLLABLE + at)


_Letters = dict[str, str]


def family_and_given(name: str, families: Iterable[str]) -> Iterator[tuple[str, str]]:
    """A name in Hangul taken apart: by a family name that is known, the longer first, and the whole as a given name alone."""
    whole = composed(name).replace(" ", "")
    for family in sorted(families, key=len, reverse=True):
        if whole.startswith(family) and len(whole) > len(family):
            yield family, whole[len(family) :]
            if len(whole) > len(family) + 1:
                return
    yield "", whole
