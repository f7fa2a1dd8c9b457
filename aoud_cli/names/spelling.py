"""Names of people: how a spelling is taken apart, and where a text names somebody."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from aoud_cli.english import ordinary_words, pattern, values, words
from aoud_cli.names.hangul import composed, family_and_given, given_keys, is_hangul, is_marked, loose_keys

_FAMILY_KEYS = {family: tuple(told.split("/")) for family, told in values("families").items()}
FAMILIES = frozenset(_FAMILY_KEYS)
_IN_HANGUL = frozenset(key for keys in _FAMILY_KEYS.values() for key in keys)
_SYLLABLE = "(?:{initials}?{vowels}(?:ng|k|n|l|m|p|b|t|g|r)?)"
_SYLLABLE_RE = pattern(_SYLLABLE + r"\Z")
_WORD_RE = pattern(r"[A-Za-z]+|[^\W\d_A-Za-z]+")
HONORIFICS = frozenset(words("honorifics"))
_WORD_NAMES = frozenset(words("word_names"))


# Letters that no accent makes: what stands for them where they can't be typed, and what is typed for others with a mark.
_STROKES = str.maketrans(values("letters_without_marks"))
_WIDE = str.maketrans(values("letters_typed_wide"))
# Japanese in Latin letters: syllables that end in a vowel or in n; its long vowels are written o, ou, oh, oo.
_JAPANESE_RE = pattern(
    r"(?:(?:[kgsztdnhbpmrwjfy]|sh|ch|ts|[kgnhbpmr]y|(?:k|p|t|s)(?=[kpts])|tch)?(?:[aeiou](?:[ou](?![aeiouy])|(?<=u)u|h(?![aeiou]))?)|n(?![aeiouy]))+"
)
_LONG_RE = pattern(r"(?<=o)[ouh](?![aeiouy])|(?<=u)u|(?<=o)o")


@lru_cache(maxsize=4096)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case and without accents; a hyphen joins, a possessive ending and a title are left out."""
    return _words_of(composed(name).casefold().translate(_STROKES))


def _words_of(low: str) -> tuple[str, ...]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))
    plain = composed(re.sub(r"[\u2010-\u2015\u2212]", "-", plain).replace("\u2019", "'"))
    plain = re.sub(r"'s\b|\(.*?\)", " ", plain).replace(",", " ").replace(".", " ")
    return tuple(w for w in plain.split() if w not in HONORIFICS)


def _letters(word: str) -> str:
    return "".join(_WORD_RE.findall(word))


class NameKey(NamedTuple):
    """A name taken apart: the family name's key ('' where it is not given) and the given name's: Hangul of a Korean name, else letters."""

    family: str
    given: str


class Reading(NamedTuple):
    """One way to take a name apart: keys under which it is the same as another, and those under which it may be."""

    sure: tuple[NameKey, ...]
    loose: tuple[NameKey, ...] = ()


@lru_cache(maxsize=4096)
def readings(name: str) -> tuple[Reading, ...]:
    """The readings of a name, the likeliest first: family name first, family name last, or no family name at all."""
    if is_hangul(name):
        return tuple(Reading((NameKey(*parts),)) for parts in family_and_given(name, _IN_HANGUL))
    words = words_of(name)
    if not words:
        return ()
    if len(words) == 1:
        return (_given_alone(name, words[0]),)
    if len(words) == 2 and not {*words} & FAMILIES and "-" not in name and _are_syllables(list(words)):
        return (_given_alone(name, "-".join(words)),)  # a given name written apart: Hyo ryung
    found = tuple(_by_family(name, words))
    return found or _western(name)


def name_keys(name: str) -> tuple[NameKey, ...]:
    """The keys of all readings of a name under which it is the same as another, the likeliest first."""
    return tuple(dict.fromkeys(key for reading in readings(name) for key in reading.sure))


def loose_name_keys(name: str) -> tuple[NameKey, ...]:
    """The keys of all readings of a name under which it may be the same as another."""
    return tuple(dict.fromkeys(key for reading in readings(name) for key in (*reading.sure, *reading.loose)))


def hangul_keys(name: str) -> tuple[NameKey, ...]:
    """The keys of a name that is Korean for certain, since it is held against Hangul: `Rain` is 레인."""
    words = words_of(name)
    alone = tuple(NameKey("", key) for key in given_keys(words[0])) if len(words) == 1 else ()
    return (*name_keys(name), *alone)


def _given_alone(name: str, word: str) -> Reading:
    marked = is_marked(name)
    likely = given_keys(_raw(name) if marked else word, marked=marked) if "-" in word or marked else ()
    if not likely:  # one word may be any language's; closed up it is a given name if another writes it apart
        closed = given_keys(word) if len(word) > _SHORTEST else ()
        return Reading((NameKey("", _letters(word)),), tuple(NameKey("", key) for key in closed))
    return Reading(tuple(NameKey("", key) for key in likely), tuple(NameKey("", key) for key in loose_keys(word)))


_SHORTEST = 3  # letters of a given name of two syllables, less one


def _raw(name: str) -> str:
    """A name as McCune and Reischauer mark it."""
    return re.sub(r"[\u2010-\u2015\u2212]", "-", composed(name).lower())


def _by_family(name: str, words: Sequence[str]) -> Iterator[Reading]:
    """The readings by a family name that is known, first or last."""
    if is_marked(name):
        first, *rest = _raw(name).split()
        family = next((key for key in given_keys(first, marked=True) if key in _IN_HANGUL), "")
        likely = given_keys(" ".join(rest), marked=True)
        if family and likely:
            yield Reading(tuple(NameKey(family, key) for key in likely))
            return
    if words[0] in FAMILIES:
        yield _korean(words[0], words[1:])
        if len(words) > 2 and "-" not in name:
            return
    if words[-1] in FAMILIES and "-" not in words[-1]:
        yield _korean(words[-1], words[:-1])


def _korean(family: str, given: Sequence[str]) -> Reading:
    likely = given_keys(" ".join(given), marked=family in _MARKED_FAMILIES)
    families = _FAMILY_KEYS[family]
    if not likely:
        return Reading(tuple(NameKey(one, _letters("".join(given))) for one in families[:1]))
    sure = tuple(NameKey(families[0], key) for key in likely)
    return Reading(sure, tuple(NameKey(one, key) for one in families for key in (*likely, *loose_keys(" ".join(given)))))


_MARKED_FAMILIES = frozenset(words("marked_families"))


def _western(name: str) -> tuple[Reading, ...]:
    """Family name last, or first; each also as it is written where its marks can't be."""
    found = []
    spelled = dict.fromkeys((words_of(name), _words_of(composed(name).casefold().translate(_WIDE).translate(_STROKES))))
    for told in spelled:
        japanese = all(_JAPANESE_RE.fullmatch(word) for word in told)
        parts = [_LONG_RE.sub("", _letters(word)) if japanese else _letters(word) for word in told]
        last, first = _given(told[:-1], parts[:-1]), _given(told[1:], parts[1:])
        orders = [tuple(NameKey(parts[-1], key) for key in last), tuple(NameKey(parts[0], key) for key in first)]
        found.append(orders[::-1] if first != ("".join(parts[1:]),) else orders)  # of Pi Geon-woo the second is the given name
    return tuple(Reading(tuple(dict.fromkeys(key for one in keys for key in one))) for keys in zip(*found, strict=True))


def _given(words: Sequence[str], letters: Sequence[str]) -> tuple[str, ...]:
    """The key of a given name: a hyphened one of Korean syllables by its sound, behind a family name that no list has."""
    hyphened = len(words) == 1 and "-" in words[0]
    return (given_keys(words[0]) if hyphened else ()) or ("".join(letters),)


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
_CAPITAL = "A-Z" + "".join(char for char in map(chr, (*range(0xC0, 0x180), *range(0x370, 0x530))) if char.isupper())
LOOKALIKES = "\u0370-\u03ff\u0400-\u052f"  # Greek and Cyrillic letters, many of which look like Latin ones
_LOOKALIKE_RE = re.compile(f"[{LOOKALIKES}]")
_PART = rf"(?:[A-Z]{{1,2}}\.(?= [{_CAPITAL}])|[{_CAPITAL}]'[{_CAPITAL}]\w+|[{_CAPITAL}]\w*(?:-[A-Za-z]\w*)*)"
_RUN_RE = pattern(rf"(?<![\w-]){_PART}(?: {_PART}){{0,9}}(?!\w|-[0-9])")  # "AC-12" is no name
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
    for run in _runs(text):
        titled = _title_before(text, run.start())
        whole = titled and _known_with_title(text, titled.start(), run, known)
        if whole:
            yield whole
        for mention in _mentions_in(run.group(), run.start(), known):
            if whole and mention.start < whole.end:
                continue
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


def _known_with_title(text: str, start: int, run: re.Match[str], known: Callable[[str], bool]) -> Mention | None:
    """Somebody who is known only with a title, here with its full stop: "Mrs. Hale"."""
    ends = [run.start() + token.end() for token in _TOKEN_RE.finditer(run.group())][:LONGEST_NAME]
    fits = (end for end in reversed(ends) if known(text[start:end]) and not known(text[run.start() : end]))
    end = next(fits, None)
    return None if end is None else Mention(start, end, text[start:end])


def _in_hangul(text: str, known: Callable[[str], bool]) -> Iterator[Mention]:
    for match in pattern(_HANGUL).finditer(text):
        if known(match.group()):
            yield Mention(match.start(), match.end(), match.group())


def _runs(text: str) -> Iterator[re.Match[str]]:
    """The capitalised runs of a text, but for those in letters that only look Latin: a name in them is none that anybody knows."""
    return (run for run in _RUN_RE.finditer(text) if _LOOKALIKE_RE.search(run.group()) is None)


@lru_cache(maxsize=2)  # who is misspelt, who is a stranger and who stands in brackets: each asks it of a whole article
def find_capitalised(text: str) -> tuple[Mention, ...]:
    """Runs of capitalised words in folded text, whomever or whatever they name; titles before a name are left out."""
    starts = ((_behind_titles(run), run.end()) for run in _runs(text))
    return tuple(Mention(start, end, text[start:end]) for start, end in starts if start is not None)


def _behind_titles(run: re.Match[str]) -> int | None:
    """Where the first word of a run begins that is no title."""
    tokens = _TOKEN_RE.finditer(run.group())
    return next((run.start() + token.start() for token in tokens if token.group().lower() not in HONORIFICS), None)


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
            if known(words) or (not words.islower() and _is_new(run, tokens[index:], size, known)):
                yield Mention(offset + start, offset + end, words)
                index += size
                break
        else:
            index += 1


def _is_new(run: str, tokens: list[tuple[int, int]], size: int, known: Callable[[str], bool]) -> bool:
    """Whether the first words are a name that nobody knows, and don't cut one in two that is known: `Joining Lee Min-ho are ...`."""
    start, end = tokens[0][0], tokens[size - 1][1]
    if size == 1:
        return _new_given_name(run[start:end])
    return _new_name(run[start:end]) and not any(
        known(run[tokens[first][0] : tokens[last][1]])
        for first in range(1, size)
        for last in range(size, min(len(tokens), first + LONGEST_NAME))
    )


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
    """A new name as it is printed: of a Korean name the family name first, and a hyphenated given name (`Moon Ha-eun`)."""
    words = re.sub(r"'s$", "", name.strip()).split()
    if len(words) == 2 and "-" in words[0] and words[0].lower() not in FAMILIES and words[1].lower() in FAMILIES and is_korean(name):
        words = [words[1], words[0]]
    if len(words) == 3 and is_korean(name):
        words = words if words[0].lower() in FAMILIES else [words[2], words[0], words[1]]
        words = [words[0], f"{words[1]}-{words[2].lower()}"]
    if len(words) == 2 and "-" in words[1] and given_keys(words[1].lower()):
        first, _, second = words[1].partition("-")
        words[1] = f"{first}-{second.lower()}"
    return " ".join(words)
