"""The lexicon: words filed by how they take their arguments (the idea of VerbNet and FrameNet), looked up once by their forms.

`english/lexicon/` has a file a topic: predicate, term, class, words. A verb is found in all its forms, a noun in both numbers.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast, get_args

from aoud_cli import english
from aoud_cli.ground import strict_yaml
from aoud_cli.ground.prepared import prepared
from aoud_cli.predicates import FACTS

VerbClass = Literal[
    "does", "done_to", "done_by", "makes_it", "carries", "carried", "of_show", "of_shoot", "to_show", "last_with", "plays", "played_by",
    "replaces", "filmed", "stands_for", "plays_out", "befalls", "inflicted", "splits", "falls_to", "denied_only", "back_for",
]  # fmt: skip
NounClass = Literal["works", "ends", "film_nouns", "story_nouns", "people", "deeds", "dealings", "things", "parts"]
StateClass = Literal["states", "conditions", "called", "invented"]  # what somebody or a place is
OtherClass = Literal["lasts", "paces", "asks"]
Class = Literal[VerbClass, NounClass, StateClass, OtherClass]
Form = Literal["base", "present", "past", "participle", "gerund", "noun", "state"]
LEXICON = Path(english.__file__).parent / "lexicon"
VERBS, NOUNS = frozenset(get_args(VerbClass)), frozenset(get_args(NounClass))
CREDIT = "credit"  # the term of what has a person for its value


class Entry(NamedTuple):
    """A word of the lexicon in one of its forms: `tail` are its further words, `denied` is what it says where it is denied."""

    tail: tuple[str, ...]
    key: str
    term: str
    denied: str | None
    kind: Class
    form: Form
    word: str
    where: str


@lru_cache(maxsize=1)
def load_lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """First word, in each of its forms -> the entries that begin with it. Raises AoudError, naming file and line."""
    return prepared("lexicon", read_lexicon, lambda made: made, _Kept)


class _Kept(Mapping[str, tuple[Entry, ...]]):
    """The lexicon from JSON, whose entries are made when their first word is asked for: a run needs few of them."""

    def __init__(self, rows: Mapping[str, list[Any]]) -> None:
        self._rows, self._made = rows, dict[str, tuple[Entry, ...]]()

    def __getitem__(self, first: str) -> tuple[Entry, ...]:
        if first not in self._made:
            self._made[first] = tuple(Entry(tuple(tail), *rest) for tail, *rest in self._rows[first])
        return self._made[first]

    def __contains__(self, first: object) -> bool:
        return first in self._rows

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


def read_lexicon() -> Mapping[str, tuple[Entry, ...]]:
    """The lexicon from its files. Raises AoudError."""
    table: defaultdict[str, list[Entry]] = defaultdict(list)
    for path in sorted(LEXICON.glob("*.yaml")):
        for first, entry in _read(path):
            table[first].append(entry)
    return {first: tuple(entries) for first, entries in table.items()}


class Phrases(NamedTuple):
    """What begins with one word: entries of that word alone, and longer ones by their second word."""

    alone: tuple[Entry, ...]
    longer: dict[str, tuple[Entry, ...]]


def phrases_of(first: str) -> Phrases | None:
    """The entries that begin with a word, by their second word: of the hundred phrases that `be` begins a sentence holds one or none."""
    return _phrases_of(first) if first in load_lexicon() else None


@cache  # of the lexicon's words alone
def _phrases_of(first: str) -> Phrases:
    longer: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in load_lexicon()[first]:
        if entry.tail:
            longer[entry.tail[0]].append(entry)
    alone = tuple(entry for entry in load_lexicon()[first] if not entry.tail)
    return Phrases(alone, {second: tuple(found) for second, found in longer.items()})


def _read(path: Path) -> Iterator[tuple[str, Entry]]:
    where = f"english/lexicon/{path.name}"
    root = strict_yaml.check_keys(strict_yaml.load(path.read_text("utf-8"), where), where, tuple(FACTS))
    for key, terms in root.items():
        for term, node in strict_yaml.mapping_of(terms, where).items():
            entry = strict_yaml.check_keys(node, where, ("denied", *get_args(Class)))
            denied = str(entry["denied"]) if "denied" in entry else None
            for kind in get_args(Class):
                for words in strict_yaml.texts_of(entry.get(kind), where):
                    for (first, *tail), form in _forms(words.split(), kind):
                        place = f"{where}:{words.line}"
                        yield first, Entry(tuple(tail), str(key), str(term), denied, cast(Class, kind), form, str(words), place)


def _forms(words: list[str], kind: str) -> Iterator[tuple[list[str], Form]]:
    """A word, or several, in each of its forms: of a verb the first bends, of a noun the last."""
    if kind in VERBS:
        bent = _bent(words[0])
        one_each: dict[str, Form] = {word: form for form in _FORMS for word in bent[form].split("/")}  # the last counts
        for word, form in one_each.items():
            yield [word, *words[1:]], form
    elif kind in NOUNS:
        yield words, "noun"
        yield [*words[:-1], _plural(words[-1])], "noun"
    else:
        yield words, "state"


_FORMS: tuple[Form, ...] = ("participle", "base", "present", "gerund", "past")


_SHORT_RE = english.pattern(r"[^aeiou]*[aeiou][bdgklmnprtz]")  # "drop", which doubles its last letter in "dropped" and "dropping"


def _bent(verb: str) -> dict[Form, str]:
    """The forms of a verb; an irregular one stands in english/grammar.yaml."""
    told = english.values("irregular_verbs").get(verb)
    if told is not None:
        present, past, participle, gerund = told.split("_")
    else:
        doubled = verb + verb[-1] if _SHORT_RE.fullmatch(verb) else verb
        stem = verb[:-1] if verb.endswith("e") else doubled
        present = _plural(verb)
        past = participle = f"{verb[:-1]}ied" if present.endswith("ies") and not verb.endswith("ie") else f"{stem}ed"
        gerund = f"{stem}ing"
    return {"base": verb, "present": present, "past": past, "participle": participle, "gerund": gerund}


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in ("a", "e", "i", "o", "u", ""):
        return f"{word[:-1]}ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")
