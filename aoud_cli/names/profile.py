"""A show's profile: its title, seasons, people, characters and places, and what their names resolve to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from aoud_cli.ground import strict_yaml
from aoud_cli.ground.files import shown
from aoud_cli.model import AoudError, Entity
from aoud_cli.names.hangul import given_keys
from aoud_cli.names.spelling import NameKey, Part, is_korean, name_keys, preferred, readings, short_forms, squash, words_of
from aoud_cli.predicates import FACTS
from aoud_cli.spans.kinds import Role

How = Literal["exact", "alias", "key", "given name", "family name", "misspelt"]
_Key = TypeVar("_Key", NameKey, str)
ROLES: tuple[tuple[str, Role], ...] = (("performers", "performer"), ("characters", "character"), ("crew", "crew"))
PERSON_KEYS = ("name", "aliases")
SEASON_KEYS = ("number", "premiered", "parts", "episodes", "final")
PROFILES = Path(__file__).parent.parent / "profiles"
MOST_SEASONS = 99
MOST_EPISODES = 999
DEFAULT_PROFILE = "all-of-us-are-dead"
PROFILE_KEYS = (
    "profile", "title", "titles", "seasons", "upcoming", "platform", "performers", "characters", "crew", "places", "works", "order",
)  # fmt: skip


class Season(NamedTuple):
    """What a profile tells of one season: its first day, how many parts and episodes it has, and whether it is the last."""

    number: int
    premiered: date | None = None
    parts: int | None = None
    episodes: int | None = None
    final: bool = False


class Person(NamedTuple):
    """Somebody whom the profile knows: the preferred form, the spellings that no rule derives, and the part that they play."""

    name: str
    role: Role
    aliases: tuple[str, ...] = ()

    @property
    def entity(self) -> Entity:
        """The person or character as a claim's subject or value."""
        return Entity(slug(self.name), self.name, "character" if self.role == "character" else "person")


def slug(name: str) -> str:
    """An id from a name: lower case, blanks as hyphens (`moon-ha-eun`)."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.casefold()).split())


@dataclass(frozen=True)
class Profile:
    """What a show's profile file says; every list keeps the file's order."""

    id: str
    title: str
    titles: tuple[str, ...] = ()
    seasons: int = 1
    dated: tuple[Season, ...] = ()
    platform: str = ""
    people: tuple[Person, ...] = ()
    places: tuple[str, ...] = ()
    works: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    where: str = field(default="", compare=False)

    @cached_property
    def all_titles(self) -> tuple[str, ...]:
        """The show's titles, the preferred one first."""
        return (self.title, *self.titles)

    @cached_property
    def spellings(self) -> dict[str, Person]:
        """Squashed spelling -> person: full names, aliases, and short forms that one person alone has."""
        table = {squash(form): person for person in self.people for form in (person.name, *person.aliases)}
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


def find_profile(name: str) -> tuple[Path, str]:
    """The file of a profile, a shipped one's by its name, and how messages call it. Raises AoudError where the name is of neither."""
    if "\0" in name:
        raise AoudError("profile: the name holds a NUL")
    if "/" not in name and not name.endswith((".yaml", ".yml")):
        shipped = PROFILES / f"{name}.yaml"
        if shipped.is_file():
            return shipped, f"profiles/{name}.yaml"
        if not name or not os.path.lexists(name):
            known = " and ".join(sorted(path.stem for path in PROFILES.glob("*.yaml")))
            raise AoudError(f"no profile is called {name!r}; aoud has {known}, or name a YAML file")
    return Path(name), shown(name)


def load_profile(name: str | None = None) -> Profile:
    """The profile of that name (shipped) or file; None is the default one. Raises AoudError naming file and line."""
    path, where = find_profile(DEFAULT_PROFILE if name is None else name)
    return parse_profile(strict_yaml.read(path, where), where)


def parse_profile(text: str, where: str) -> Profile:
    """A profile from YAML text. Raises AoudError (`where:line: ...`) for unknown keys, wrong types, or a name that two people have."""
    root = strict_yaml.check_keys(strict_yaml.load(text, where), where, PROFILE_KEYS, required=("title",))
    people: list[Person] = []
    for key, role in ROLES:
        people += [person_of(node, role, where) for node in strict_yaml.list_of(root.get(key), where)]
    for form, message in doubles(people):
        strict_yaml.fail(getattr(form, "line", root.line), where, message)
    title = strict_yaml.text_of(root["title"], where)
    seasons = seasons_of(root, where)
    number_of(root, "upcoming", where)  # accepted from older profiles; whose season it is, the articles decide
    order = _strings(root, "order", where)
    for node in order:
        if node not in FACTS:
            strict_yaml.fail(root["order"], where, f"unknown predicate '{node}' in order")
    return Profile(
        id=_text(root, "profile", where) or slug(title), title=title, titles=_strings(root, "titles", where),
        seasons=_count(root, seasons, where), dated=seasons, platform=_text(root, "platform", where), people=tuple(people),
        places=_strings(root, "places", where), works=_strings(root, "works", where), order=order, where=where,
    )  # fmt: skip


def person_of(node: strict_yaml.Node, role: Role, where: str) -> Person:
    """One entry of a list of people: a name, or a mapping of name and aliases. Raises AoudError."""
    if isinstance(node, str):
        return Person(strict_yaml.text_of(node, where, "a name"), role)
    entry = strict_yaml.check_keys(node, where, PERSON_KEYS, required=("name",))
    return Person(strict_yaml.text_of(entry["name"], where), role, tuple(strict_yaml.texts_of(entry.get("aliases"), where)))


def doubles(people: list[Person]) -> Iterator[tuple[str, str]]:
    """Each spelling that names two of one kind (makers of the show may act in it), and what is wrong with it."""
    seen: dict[tuple[str, bool], int] = {}
    for index, person in enumerate(people):
        for form in (person.name, *person.aliases):
            first = seen.setdefault((squash(form), person.role == "crew"), index)
            if first != index:
                other = people[first].name
                yield form, f"'{form}' is listed twice" if other == person.name else f"'{form}' names both {other} and {person.name}"


def _text(root: strict_yaml.Mapping_, key: str, where: str) -> str:
    return strict_yaml.text_of(root[key], where, key) if root.get(key) else ""


def _strings(root: strict_yaml.Mapping_, key: str, where: str) -> tuple[str, ...]:
    return tuple(strict_yaml.texts_of(root.get(key), where))


def seasons_of(root: strict_yaml.Mapping_, where: str) -> tuple[Season, ...]:
    """The seasons that `seasons` lists, by number; none where it is a plain number. Raises AoudError."""
    node = root.get("seasons")
    if not isinstance(node, list):
        number_of(root, "seasons", where)
        return ()
    seasons: list[Season] = []
    for item in node:
        entry = strict_yaml.check_keys(item, where, SEASON_KEYS, required=("number",))
        day = _day(entry["premiered"], where) if entry.get("premiered") else None
        parts, episodes = (number_of(entry, key, where) if entry.get(key) else None for key in ("parts", "episodes"))
        season = Season(number_of(entry, "number", where), day, parts, episodes, _yes(entry, "final", where))
        for other in seasons:
            if season.number == other.number:
                strict_yaml.fail(entry["number"], where, f"season {season.number} is listed twice")
            if not _in_order(other, season):
                strict_yaml.fail(entry["premiered"], where, f"seasons {other.number} and {season.number} premiere in the wrong order")
        seasons.append(season)
    return tuple(sorted(seasons))


def _in_order(one: Season, other: Season) -> bool:
    """Whether two seasons premiere in the order of their numbers, as far as that is known."""
    if one.premiered is None or other.premiered is None:
        return True
    return one.premiered != other.premiered and (one.premiered < other.premiered) == (one.number < other.number)


def _count(root: strict_yaml.Mapping_, seasons: tuple[Season, ...], where: str) -> int:
    return max(season.number for season in seasons) if seasons else number_of(root, "seasons", where)


def _day(node: strict_yaml.Node, where: str) -> date:
    text = strict_yaml.text_of(node, where, "a day")
    try:
        if len(text) != len("2025-07-23"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        strict_yaml.fail(node, where, f"'{text}' is no day; write it as 2025-07-23")


def _yes(entry: strict_yaml.Mapping_, key: str, where: str) -> bool:
    node = entry.get(key)
    if node not in (None, "yes", "no"):
        strict_yaml.fail(node, where, f"{key} is yes or no")
    return node == "yes"


def number_of(root: strict_yaml.Mapping_, key: str, where: str) -> int:
    """A count of seasons, parts or episodes, 1 where the key is missing. Raises AoudError."""
    node = root.get(key)
    if node is None:
        return 1
    digits, most = str(node), MOST_EPISODES if key == "episodes" else MOST_SEASONS
    if not (digits.isascii() and digits.isdigit() and 1 <= int(digits.lstrip("0")[:6] or 0) <= most):
        strict_yaml.fail(node, where, f"{key} must be a number from 1 to {most}")
    return int(digits)
