"""A show's profile: its title, seasons, people, characters and places, and what their names resolve to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple, TypeVar

from aoud_cli.model import Entity
from aoud_cli.names.hangul import given_keys
from aoud_cli.names.spelling import NameKey, Part, is_korean, name_keys, preferred, readings, short_forms, squash, words_of
from aoud_cli.spans.kinds import Role

How = Literal["exact", "alias", "key", "given name", "family name", "misspelt"]
_Key = TypeVar("_Key", NameKey, str)
REMEMBERED: Final = 1 << 15  # spellings: articles name the same people again and again
_VAGUE_KINDS = ("", "other")  # that no work can be called by
ROLES: tuple[tuple[str, Role], ...] = (("performers", "performer"), ("characters", "character"), ("crew", "crew"))

ELSEWHERE = "elsewhere"  # the place of what comes out in another country, whichever


class Season(NamedTuple):
    """What a profile tells of one season: its first day, how many parts and episodes it has, and whether it is the last."""

    number: int
    premiered: date | None = None
    parts: int | None = None
    episodes: int | None = None
    final: bool = False


class Work(NamedTuple):
    """Another work than the show: its title, and its kind where that alone can stand for it (`the competition`)."""

    name: str
    kind: str = ""


class Person(NamedTuple):
    """Somebody whom the profile knows: the preferred form, the spellings that no rule derives, and the part that they play."""

    name: str
    role: Role
    aliases: tuple[str, ...] = ()

    @property
    def entity(self) -> Entity:
        """The person or character as a claim's subject or value."""
        return Entity(slug(self.name), self.name, "character" if self.role == "character" else "person")


def _bare(name: str) -> str:
    """A name without the article that it may stand without: "the ruthless Provost" is the Provost."""
    article, _, rest = name.partition(" ")
    return rest if article.lower() == "the" and rest[:1].isupper() else name


def slug(name: str) -> str:
    """An id from a name: lower case, blanks as hyphens (`moon-ha-eun`)."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


@dataclass(frozen=True)
class Profile:
    """What a show's profile file says; every list keeps the file's order."""

    id: str
    title: str
    titles: tuple[str, ...] = ()
    title_is_word: bool = False
    source_title: str = ""
    seasons: int = 1
    dated: tuple[Season, ...] = ()
    platform: str = ""
    platforms: tuple[tuple[str, str], ...] = ()  # country, as the word lists call it, and the network there
    people: tuple[Person, ...] = ()
    places: tuple[str, ...] = ()
    others: tuple[Work, ...] = ()
    order: tuple[str, ...] = ()
    where: str = field(default="", compare=False)

    @cached_property
    def all_titles(self) -> tuple[str, ...]:
        """The show's titles, the preferred one first."""
        return (self.title, *self.titles)

    @cached_property
    def performers(self) -> frozenset[str]:
        """The ids of the performers whom it names."""
        return frozenset(person.entity.id for person in self.people if person.role == "performer")

    @cached_property
    def works(self) -> tuple[str, ...]:
        """The titles of other works; one that the show shares with its source is the show's."""
        own = set(map(squash, self.all_titles))
        titles = (self.source_title, *(work.name for work in self.others))
        return tuple(title for title in titles if title and squash(title) not in own)

    @cached_property
    def names_with_titles(self) -> tuple[str, ...]:
        """The names that hold a title: a Jack Reacher of "Reacher" is no title."""
        told = (name for person in self.people for name in (person.name, *person.aliases))
        titles = [f" {title.lower()} " for title in (*self.all_titles, *self.works)]
        return tuple(name for name in told if any(title in f" {name.lower()} " and len(title) < len(name) + 2 for title in titles))

    @cached_property
    def called_by_kind(self) -> tuple[str, ...]:
        """What other works are called where their kind stands for them: `the competition`."""
        return tuple(f"the {work.kind}" for work in self.others if work.kind not in _VAGUE_KINDS)

    @cached_property
    def elsewhere(self) -> tuple[str, ...]:
        """The networks that show it in other countries."""
        return tuple(dict.fromkeys(network for _, network in self.platforms if network != self.platform))

    @cached_property
    def spellings(self) -> dict[str, Person]:
        """Squashed spelling -> person: full names, aliases, and short forms that one person alone has."""
        forms = ((form, person) for person in self.people for told in (person.name, *person.aliases) for form in (told, _bare(told)))
        table = {squash(form): person for form, person in forms}
        return {**{form: person for form, person in self._short.items() if person is not None}, **table}

    @cached_property
    def _short(self) -> dict[str, Person | None]:
        """Squashed short form -> its owner; None where two people share it, by their letters or by their sound."""
        table: dict[str, Person | None] = {}
        for person in self.people:
            for form in short_forms(person.name):
                if not is_korean(person.name):
                    _enter(table, (squash(form),), person)
                elif any(self._by_key.get(NameKey("", key.given)) == person for key in _first_keys(person.name)):
                    table.setdefault(squash(form), person)
        return table

    @cached_property
    def _by_key(self) -> dict[NameKey, Person | None]:
        """Romanisation key -> person; None where two people share it. A character's given name wins over a performer's."""
        table: dict[NameKey, Person | None] = {}
        for person in self.people:
            for form in (person.name, *person.aliases):
                _enter(table, _first_keys(form), person)
        for person in self.people:
            if len(person.name.split()) > 1:
                _enter(table, (NameKey("", key.given) for key in _first_keys(person.name)), person)
        return table

    @cached_property
    def families(self) -> dict[str, tuple[Entity, ...]]:
        """Family name in lower case -> the characters who have it, where names stand the Korean way."""
        table: dict[str, tuple[Entity, ...]] = {}
        for person in self.people:
            if person.role == "character" and is_korean(person.name):
                family = person.name.split()[0].lower()
                table[family] = (*table.get(family, ()), person.entity)
        return table

    def is_known(self, name: str) -> bool:
        """Whether the words name somebody: by their letters, or by their sound where they look like a name (Moon Ha Eun)."""
        return self._known(name)

    @cached_property
    def _known(self) -> Callable[[str], bool]:
        return lru_cache(maxsize=REMEMBERED)(self._is_known)

    def _is_known(self, name: str) -> bool:
        if (person := self.spellings.get(squash(name))) is not None:
            return not name.islower() or "-" in name or " " in name or self._is_lower_name(name, person)
        return ("-" in name or " " in name) and self.resolve(name) is not None

    def part_of(self, word: str) -> Part:
        """Which part a word is, and that alone, of the name of somebody whose family name stands last."""
        person = self.spellings.get(squash(word)) if " " not in word and "-" not in word else None
        if person is None or " " not in person.name or is_korean(person.name):
            return ""
        parts = list(map(squash, person.name.split()))
        return "family" if squash(word) == parts[-1] else "given" if squash(word) == parts[0] else ""

    @staticmethod
    def _is_lower_name(name: str, person: Person) -> bool:
        """Whether a single word in lower case is a name: not a part of one that is an English word as well (stone, price)."""
        return squash(name) in map(squash, (person.name, *person.aliases)) or is_korean(person.name)

    def resolve(self, name: str) -> Person | None:
        """The one whom a spelling names: exact, by alias, or by its romanisation key in either order; None where nobody or several fit."""
        return self._resolved(name)

    @cached_property
    def _resolved(self) -> Callable[[str], Person | None]:
        return lru_cache(maxsize=REMEMBERED)(self._resolve)

    def _resolve(self, name: str) -> Person | None:
        exact = self.spellings.get(squash(name)) or self.spellings.get(squash(preferred(name)))
        if exact is not None:
            return exact
        for key in name_keys(name):
            if (person := self._by_key.get(key)) is not None:
                return person
        words = name.split()
        apart = "-".join(words) if len(words) == 2 and "-" not in name else name if len(words) == 1 else ""
        # A given name written apart whose first syllable is a family name, too, or closed up.
        keys = (NameKey("", key) for key in given_keys(apart.lower())) if len(apart) > _SHORTEST_GIVEN else ()
        return next((person for key in keys if (person := self._by_key.get(key)) is not None), None)


def how_matched(text: str, person: Person) -> How:
    """How a spelling was matched to a name: by its letters, an alias, a part of the name, or by its sound."""
    letters = squash("".join(words_of(text)))
    if letters == squash("".join(words_of(person.name))):
        return "exact"
    if letters in map(squash, person.aliases):
        return "alias"
    family = person.name.split()[0] if is_korean(person.name) else person.name.split()[-1]
    if letters == squash(family):
        return "family name"
    given = {key for form in short_forms(person.name) for key in (squash(form), *given_keys(form.lower()))}
    if not given.isdisjoint((letters, *given_keys(text.lower()))):
        return "given name"
    keys = {key for form in (person.name, *person.aliases) for key in name_keys(form)}
    return "key" if keys.intersection(name_keys(text)) else "misspelt"


_SHORTEST_GIVEN = 3  # letters of a given name of two syllables, less one


def _first_keys(name: str) -> tuple[NameKey, ...]:
    """The keys of the likeliest way to take a name apart."""
    return next((reading.sure for reading in readings(name)), ())


def _enter(table: dict[_Key, Person | None], keys: Iterable[_Key], person: Person) -> None:
    for key in keys:
        known = table.setdefault(key, person)
        if known is None or known == person:
            continue
        if "character" in (known.role, person.role) and known.role != person.role and not getattr(key, "family", ""):
            table[key] = known if known.role == "character" else person
        else:
            table[key] = None
