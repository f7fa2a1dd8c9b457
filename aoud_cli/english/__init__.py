"""Every English word that aoud reads by, as data: the files beside this one, a class of words an entry.

    says: said says told ...                words apart by blanks, `_` for a blank within one; each may be a regular expression
    cardinals: one=1 two=2 ...              each word with its value
    networks: [[ITV1, ITV], [HBO]]          groups of spellings, each of which stands for the first of its group
    hedges: [may|might, would(?= be)]       expressions as they stand

A pattern names a class in braces, `\\b{says}\\b` (`{Month_names}`: its words with capitals), and so may a class. The order of the words
doesn't matter: the longest is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from aoud_cli.ground import patterns, prepared, strict_yaml
from aoud_cli.spans.kinds import is_raw, spell

FOLDER = Path(__file__).parent
_CLASS_RE = re.compile(r"\{([A-Za-z][a-z_]*(?:\.[a-z_]+)?)\}")

_WORD_RE = re.compile(r"[a-z]{2,}")
_BLANK_RE = re.compile(r"_(?![a-z_|]*\})")  # not the one in a class's name
_FIRST_LETTER_RE = re.compile(r"(?:^|(?<=\|))\{?[a-z]")
_VALUED_RE = re.compile(r"(.*[^?<])=([\w./-]+)")  # not the `=` of a lookahead


class Class(NamedTuple):
    """One class: its words in the order of the file, and what each stands for (itself, where nothing is told)."""

    words: tuple[str, ...]
    values: dict[str, str]
    as_is: bool = False  # expressions, which are not put in order
    is_literal: bool = False  # words as they are written, whatever they mean in a regular expression


class _Lazy:
    """A pattern that is compiled when it is first asked for anything: most runs need few of them."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        compiled = patterns.compiled(self._source, self._flags, write=fill)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split", "pattern", "groupindex"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


@cache
def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """The regular expression with its classes filled in, compiled at its first use. That raises KeyError for an unknown class."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


def fill(source: str) -> str:
    """The source with `{class}` as the alternatives of the class; braces that name none (`{0,3}`) stay."""
    return _CLASS_RE.sub(lambda match: f"(?:{fill(alternatives(match.group(1)))})", spell(source))


@cache
def alternatives(name: str) -> str:
    """The words of a class as alternatives of a regular expression, the longest first. Raises KeyError for an unknown class."""
    if name[0].isupper():
        return _FIRST_LETTER_RE.sub(lambda match: match.group().upper(), alternatives(name.lower()))
    found = classes()[name]
    ordered = found.words if found.as_is else sorted(found.words, key=lambda word: (-len(word), word))
    return spell("|".join(map(re.escape, ordered) if found.is_literal else ordered))


def words(name: str) -> tuple[str, ...]:
    """The words of a class. Raises KeyError where there is none of that name."""
    return classes()[name].words


def values(name: str) -> dict[str, str]:
    """Each word of a class -> what it stands for. Raises KeyError."""
    return classes()[name].values


@cache
def numbers(name: str) -> dict[str, int]:
    """Each word of a class -> the number that it stands for. Raises KeyError, or ValueError where one has none."""
    return {word: int(value) for word, value in values(name).items()}


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """Every word, in lower case, that some class holds: what is in none of them, and capitalised, is likely a name."""
    return frozenset(word for found in classes().values() for told in found.words for word in _WORD_RE.findall(told))


@lru_cache(maxsize=1)
def classes() -> dict[str, Class]:
    """All classes by name. Raises AoudError, naming file and line, for a name that two have."""
    return prepared.prepared("english", read_classes, _plain, lambda kept: {name: _kept(*row) for name, row in kept.items()})


def _plain(found: Mapping[str, Class]) -> dict[str, list[object]]:
    """For JSON; what the words stand for is left out where that is themselves."""
    return {name: [one.words, any(a != b for a, b in one.values.items()) and one.values, *one[2:]] for name, one in found.items()}


def _kept(told: list[str], stand_for: dict[str, str] | Literal[False], as_is: bool, is_literal: bool) -> Class:
    return Class(tuple(told), stand_for or {word: word for word in told}, as_is, is_literal)


def read_classes() -> dict[str, Class]:
    """All classes by name, from the files. Raises AoudError."""
    found: dict[str, Class] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        where = f"english/{path.name}"
        root = strict_yaml.mapping_of(strict_yaml.load(path.read_text("utf-8"), where), where)
        for name, node in _flat(root):
            if name in found:
                strict_yaml.fail(node, where, f"the class '{name}' is defined twice")
            found[name] = _class(node, where)
            if any(map(is_raw, found[name].words)):
                strict_yaml.fail(node, where, f"'{name}' spells out the letter of a kind; write {{:season}}, {{:title|season}}")
    return {name: _inlined(name, found) for name in found}


def _inlined(name: str, found: Mapping[str, Class]) -> Class:
    """The class with the words of each class that it names as a whole."""
    table: dict[str, str] = {}
    for word, value in found[name].values.items():
        inner = _CLASS_RE.fullmatch(word)
        table |= _inlined(inner[1], found).values if inner and inner[1].islower() else {word: value}
    return Class(tuple(table), table, found[name].as_is, found[name].is_literal)


def _flat(root: strict_yaml.Mapping_) -> Iterator[tuple[str, strict_yaml.Node]]:
    for key, node in root.items():
        if isinstance(node, strict_yaml.Mapping_):
            yield from ((f"{key}.{name}", inner) for name, inner in node.items())
        else:
            yield key, node


def _class(node: strict_yaml.Node, where: str) -> Class:
    if not isinstance(node, strict_yaml.Sequence_):
        table: dict[str, str] = {}
        for item in strict_yaml.text_of(node, where).split():
            valued = _VALUED_RE.fullmatch(item)
            word = _BLANK_RE.sub(" ", valued[1] if valued else item)
            table[word] = valued[2] if valued else word
        return Class(tuple(table), table)
    groups = [strict_yaml.texts_of(item, where) if isinstance(item, strict_yaml.Sequence_) else [] for item in node]
    if any(groups):
        named = {str(word): str(group[0]) for group in groups for word in group}
        return Class(tuple(named), named, is_literal=True)
    told = tuple(str(text) for text in strict_yaml.texts_of(node, where))
    return Class(told, {word: word for word in told}, as_is=True)
