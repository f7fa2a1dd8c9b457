"""Names of people: how a spelling is taken apart, and where a text names somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from aoud_cli.english import ordinary_words, pattern, values, words

_FAMILY_KEY = values("families")
FAMILIES = frozenset(_FAMILY_KEY)
# Ways to write one sound, in the order in which they are replaced: Seong/Sung, Young/Yeong, Kyoo/Gyu, Choi/Choe, Shi/Si, Yi/I, Woo/Wu.
_SOUNDS = (("eo", "u"), ("oo", "u"), ("ou", "u"), ("oi", "oe"), ("sh", "s"), ("k", "g"), ("wu", "u"), ("yi", "i"), ("ph", "p"), ("ee", "i"))
_SYLLABLE = "(?:{initials}?{vowels}(?:ng|k|n|l|m|p|b|t|g|r)?)"
_SYLLABLE_RE = pattern(_SYLLABLE + r"\Z")
_WORD_RE = pattern(r"[A-Za-z]+|[^\W\d_A-Za-z]+")
HONORIFICS = frozenset(words("honorifics"))
_WORD_NAMES = frozenset(words("word_names"))


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case and without accents; a hyphen joins, a possessive ending and a title are left out."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("\u2019", "'")
    plain = re.sub(r"'s\b|\(.*?\)", " ", plain).replace(",", " ").replace(".", " ")
    words = [w for w in plain.split() if w not in HONORIFICS]
    return tuple(words)


def _letters(word: str) -> str:
    return "".join(_WORD_RE.findall(word))


@lru_cache(maxsize=4096)
def sound(word: str) -> str:
    """The romanisation key of a given name: one string for all usual ways to write the same Korean syllables."""
    return "".join(_sound_of(_letters(syllable)) for syllable in word.split("-"))  # "Ro-un" is no "Run"


def _sound_of(letters: str) -> str:
    for old, new in _SOUNDS:
        letters = letters.replace(old, new)
    return letters


def differ(one: str, other: str) -> bool:
    """Whether two spellings of one sound write vowels that are never the same: Yeon is not Yoon, though both are written Yun."""
    first, second = (words_of(name.replace("-", " ")) for name in (one, other))
    return len(first) == len(second) and any(_vowels_differ(a, b) for a, b in zip(first, second, strict=True))


def _vowels_differ(one: str, other: str) -> bool:
    mine, theirs = ({vowel for vowel in _NEVER_ONE if vowel in word} for word in (one, other))
    return bool(mine) and bool(theirs) and mine.isdisjoint(theirs)


_NEVER_ONE = frozenset({"eo", "oo"})


class NameKey(NamedTuple):
    """A name taken apart: the family name's key ('' where it is not given) and the given name's, each by its sound."""

    family: str
    given: str


@lru_cache(maxsize=4096)
def name_keys(name: str) -> tuple[NameKey, ...]:
    """The readings of a name, the likeliest first: family name first, family name last, or no family name at all."""
    words = words_of(name)
    if not words:
        return ()
    if len(words) == 1:
        return (NameKey("", sound(words[0])),)
    if len(words) == 2 and not {*words} & FAMILIES and "-" not in name and _are_syllables(list(words)):
        return (NameKey("", sound("".join(words))),)  # a given name written apart: Hyo ryung
    readings = tuple(_by_family(name, words))
    return readings or (NameKey(sound(words[-1]), sound("".join(words[:-1]))), NameKey(sound(words[0]), sound("".join(words[1:]))))


def _by_family(name: str, words: Sequence[str]) -> Iterator[NameKey]:
    """The readings by a family name that is known, first or last."""
    if words[0] in FAMILIES:
        yield NameKey(_FAMILY_KEY[words[0]], sound("".join(words[1:])))
        if len(words) > 2 and "-" not in name:
            return
    if words[-1] in FAMILIES and "-" not in words[-1]:
        yield NameKey(_FAMILY_KEY[words[-1]], sound("".join(words[:-1])))


def is_korean(name: str) -> bool:
    """Whether the words have the shape of a romanised Korean full name: a family name and one or two syllables."""
    words = words_of(name)
    for family, given in ((words[:1], words[1:]), (words[-1:], words[:-1])):
        syllables = [s for word in given for s in word.split("-")]
        if family and family[0] in FAMILIES and 1 <= len(syllables) <= 2 and _are_syllables(syllables):
            return True
    return False


def short_forms(name: str) -> tuple[str, ...]:
    """What a full name is shortened to: its given name (`Ha-eun`), and the family name too where that stands last."""
    words = [word for word in name.split() if word.casefold().rstrip(".") not in HONORIFICS]
    if len(words) < 2:
        return ()
    if is_korean(name):
        return (" ".join(words[1:]),)
    return tuple(dict.fromkeys(form for form in (words[0], words[-1], " ".join(words[1:])) if form.casefold() not in _WORD_NAMES))


def _are_syllables(words: list[str]) -> bool:
    if len(words) == 1:  # closed up: Jihu
        return bool(pattern(_SYLLABLE + "{2}").fullmatch(words[0]))
    return all(_SYLLABLE_RE.match(w) for w in words)


class Mention(NamedTuple):
    """A stretch of folded text that names somebody."""

    start: int
    end: int
    text: str


# A capitalised run: words joined by single blanks or hyphens; initials stay whole, and so does O'Neill; a possessive ending stays outside.
_CAPITAL = "A-Z" + "".join(char for char in map(chr, range(0xC0, 0x180)) if char.isupper())
_PART = rf"(?:[A-Z]{{1,2}}\.(?= [{_CAPITAL}])|[{_CAPITAL}]'[{_CAPITAL}]\w+|[{_CAPITAL}]\w*(?:-[A-Za-z]\w*)*)"
_RUN_RE = pattern(rf"(?<![\w-]){_PART}(?: {_PART}){{0,9}}")
TITLE_CHARS = 6
_TITLED_RE = pattern(r"\b{titles_before_names}\. \Z")
_TITLE_CASE_RE = pattern(r"\b[A-Z][a-z]")
_LOWER_RUN_RE = pattern(r"(?<![\w-])[a-z][\w-]*(?: [a-z][\w-]*)*")
_LOWER_RE = pattern(r"(?<![\w-])(?:[a-z]{2,5} )?(?P<given>[a-z]{1,6}-[a-z]{1,7})(?![\w-])")
_HANGUL = r"(?<![\w])[\uac00-\ud7a3]{2,4}(?![\w])"
_TOKEN_RE = pattern(rf"[A-Za-z{_CAPITAL}](?:'[{_CAPITAL}])?[\w-]*")
_NO_LETTER_RE = pattern(r"[^a-z0-9]+")
LONGEST_NAME = 4  # words


Part = Literal["given", "family", ""]  # of somebody's name, where the family name stands last


def find_mentions(text: str, known: Callable[[str], bool], part_of: Callable[[str], Part] = lambda word: "") -> Iterator[Mention]:
    """Names in folded text: those that are known in some spelling, and capitalised words in the shape of a Korean full name.

    `part_of` tells which part of a known name a word alone is: neither "Alice Ward" nor "Emma Lind" is Emma Ward.
    A title that is cut short belongs to the stretch, not to the words: "the pathologist Dr. Moon Ha-eun" calls somebody a pathologist.
    """
    for run in _RUN_RE.finditer(text):
        titled = _title_before(text, run.start())
        for mention in _mentions_in(run.group(), run.start(), known):
            if _is_anothers(text, mention, part_of(mention.text)):
                continue
            yield mention if titled is None or mention.start != run.start() else mention._replace(start=titled.start())
    if not _TITLE_CASE_RE.search(text):  # a forum writes its names small: only those that are known
        for run in _LOWER_RUN_RE.finditer(text):
            yield from _mentions_in(run.group(), run.start(), known)
    elif "-" in text:
        for match in _LOWER_RE.finditer(text):  # among capitals a small name must look like one, too
            yield from _known_in_lower(match, known)
    yield from () if text.isascii() else _in_hangul(text, known)


_BEFORE_RE = pattern(r"(?<![\w-])(?P<name>[A-Z]\w*) $")
_BEHIND_RE = pattern(r" (?P<name>[A-Z]\w*(?:['-]\w+)*)(?!\.)")
_MONTH_RE = pattern(r"{month_names}")
_DATED_RE = pattern(r"(?:^|\b{dating} )$")


def _is_anothers(text: str, mention: Mention, part: Part) -> bool:
    """Whether a given name stands before a family name that is not its own, or the other way round."""
    if part == "family":
        before = _BEFORE_RE.search(text, 0, mention.start)
        return before is not None and _is_name(text, before)
    behind = _BEHIND_RE.match(text, mention.end) if part == "given" else None
    return behind is not None and _is_name(text, behind)


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether a capitalised word is no ordinary one, no title and no month of a date."""
    word = found["name"].lower()
    if _MONTH_RE.fullmatch(word):
        return _DATED_RE.search(text[: found.start("name")].lower()) is None
    return word not in ordinary_words() and word not in HONORIFICS and pattern(r"{job_noun}").fullmatch(word) is None


def _title_before(text: str, start: int) -> re.Match[str] | None:
    return _TITLED_RE.search(text, max(0, start - TITLE_CHARS), start) if text[start - 2 : start] == ". " else None


def _in_hangul(text: str, known: Callable[[str], bool]) -> Iterator[Mention]:
    for match in pattern(_HANGUL).finditer(text):
        if known(match.group()):
            yield Mention(match.start(), match.end(), match.group())


def find_capitalised(text: str) -> Iterator[Mention]:
    """Runs of capitalised words in folded text, whomever or whatever they name; titles before a name are left out."""
    for run in _RUN_RE.finditer(text):
        start = run.start()
        for token in _TOKEN_RE.finditer(run.group()):
            if token.group().lower() not in HONORIFICS:
                start = run.start() + token.start()
                yield Mention(start, run.end(), text[start : run.end()])
                break


def _mentions_in(run: str, offset: int, known: Callable[[str], bool]) -> Iterator[Mention]:
    tokens = [(m.start(), m.end()) for m in _TOKEN_RE.finditer(run)]
    index = 0
    while index < len(tokens):
        if index + 1 < len(tokens) and run[slice(*tokens[index])].lower() in HONORIFICS and not _is_titled_name(run, tokens, index, known):
            index += 1  # what somebody is called stands before the name, not in it
            continue
        for size in range(min(LONGEST_NAME, len(tokens) - index), 0, -1):
            start, end = tokens[index][0], tokens[index + size - 1][1]
            words = run[start:end]
            if known(words) or (not words.islower() and (_new_name(words) if size > 1 else _new_given_name(words))):
                yield Mention(offset + start, offset + end, words)
                index += size
                break
        else:
            index += 1


def _is_titled_name(run: str, tokens: list[tuple[int, int]], index: int, known: Callable[[str], bool]) -> bool:
    """Whether a title belongs to a name that is known with it alone: "Captain Hale"."""
    (start, _), (bare, end) = tokens[index], tokens[index + 1]
    return known(run[start:end]) and not known(run[bare:end])


def _known_in_lower(match: re.Match[str], known: Callable[[str], bool]) -> Iterator[Mention]:
    for start in (match.start(), match.start("given")):
        words = match.string[start : match.end()]
        if known(words):
            yield Mention(start, match.end(), words)
            return


_GIVEN_RE = pattern(r"[A-Z][a-z]{1,5}-[a-z]{1,6}\Z")
_NOT_GIVEN = frozenset(words("no_given_names"))


def _new_given_name(word: str) -> bool:
    """Two Korean syllables joined by a hyphen: somebody whom an article calls by the given name alone (`Ma-ru`)."""
    return bool(_GIVEN_RE.match(word)) and word.lower() not in _NOT_GIVEN and _are_syllables(word.lower().split("-"))


def _new_name(words: str) -> bool:
    parts = words.split(" ")
    if not is_korean(words) or any(p.isupper() and len(p) > 3 for p in parts):
        return False
    if len(parts) == 2:
        return "-" in words or _closed_up(parts)
    plain = {p.lower() for p in parts} <= _PLAIN_SYLLABLES
    return len(parts) == 3 and "-" not in words and all(len(p) <= 6 for p in parts) and not plain


_PLAIN_SYLLABLES = frozenset(words("plain_syllables"))


def _closed_up(parts: list[str]) -> bool:
    """`Moon Haeun`: a family name, and two syllables in one word that is not English by its look."""
    given = parts[1] if parts[0].lower() in FAMILIES else parts[0]
    return len(given) >= 4 and bool(pattern(_SYLLABLE + "{2}").fullmatch(given.lower())) and given.lower() not in _ENGLISH


_ENGLISH = frozenset(words("no_closed_names"))


@lru_cache(maxsize=8192)
def squash(name: str) -> str:
    """A name's letters alone, in lower case: the key under which a known spelling is looked up."""
    if name.isascii():
        return _NO_LETTER_RE.sub("", name.lower())
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if c.isalnum())


def preferred(name: str) -> str:
    """A new name as it is printed: family name first, a hyphenated given name (`Moon Ha-eun`)."""
    words = re.sub(r"'s$", "", name.strip()).split()
    if len(words) == 2 and words[0].lower() not in FAMILIES and words[1].lower() in FAMILIES and is_korean(name):
        words = [words[1], words[0]]
    if len(words) == 3 and words[2].lower() in FAMILIES and words[0].lower() not in FAMILIES:
        words = [words[2], words[0], words[1]]
    if len(words) == 3 and words[0].lower() in FAMILIES:
        words = [words[0], f"{words[1]}-{words[2].lower()}"]
    if len(words) == 2 and "-" in words[1]:
        first, _, second = words[1].partition("-")
        words[1] = f"{first}-{second.lower()}"
    return " ".join(words)
