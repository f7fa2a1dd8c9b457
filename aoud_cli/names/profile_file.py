"""A profile's file: which keys it has, what each may hold, and where it is found."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from aoud_cli.english import values, words
from aoud_cli.ground import kept, strict_yaml
from aoud_cli.ground.files import shown
from aoud_cli.ground.prepared import prepared
from aoud_cli.model import AoudError
from aoud_cli.names.profile import ELSEWHERE, ROLES, Person, Profile, Season, Work, slug
from aoud_cli.names.spelling import squash
from aoud_cli.predicates import FACTS
from aoud_cli.spans.kinds import Role

KIND = "profile"
PERSON_KEYS = ("name", "aliases")
WORK_KEYS = ("name", "kind")
WORK_KINDS = ("spin-off", "prequel", "competition", "documentary", "film", "special", "podcast", "game", "other")
SEASON_KEYS = ("number", "premiered", "parts", "episodes", "final")
PROFILES = Path(__file__).parent.parent / "profiles"
MOST_SEASONS = 99
LONGEST_NAMED = 60  # characters of a wrong name that a message repeats
MOST_EPISODES = 999
DEFAULT_PROFILE = "all-of-us-are-dead"
PROFILE_KEYS = (
    "profile", "title", "titles", "title_is_word", "source_title", "seasons", "upcoming", "platform", "platforms", "performers",
    "characters", "crew", "places", "works", "order",
)  # fmt: skip


def shipped_profiles() -> tuple[str, ...]:
    """The names of the profiles that come with aoud."""
    return tuple(sorted(path.stem for path in PROFILES.glob("*.yaml")))


def find_profile(name: str) -> tuple[Path, str]:
    """The file of a profile, a shipped one's by its name, and how messages call it. Raises AoudError where the name is of neither."""
    if "\0" in name:
        raise AoudError("profile: the name holds a NUL")
    if "/" not in name and not name.endswith((".yaml", ".yml")):
        if name in shipped_profiles():  # asked of the list, as a name may be longer than any file's
            return PROFILES / f"{name}.yaml", f"profiles/{name}.yaml"
        if not name or not os.path.lexists(name):
            known = " and ".join(shipped_profiles())
            called = name if len(name) <= LONGEST_NAMED else f"{name[:LONGEST_NAMED]}..."
            raise AoudError(f"no profile is called {called!r}; aoud has {known}, or name a YAML file")
    return Path(name), shown(name)


def load_profile(name: str | None = None) -> Profile:
    """The profile of that name (shipped) or file; None is the default one. Raises AoudError naming file and line."""
    path, where = find_profile(DEFAULT_PROFILE if name is None else name)
    if path.parent == PROFILES:
        return prepared(
            f"profile-{path.stem}", lambda: parse_profile(strict_yaml.read(path, where), where), _plain, lambda row: _built(row, where)
        )
    text = strict_yaml.read(path, where)
    key = kept.key_of(text, where)
    known = kept.recall(KIND, key, lambda row: _built(row, where))
    if known is not None:
        return known
    made = parse_profile(text, where)
    kept.keep(KIND, key, _plain(made))
    return made


def _plain(profile: Profile) -> list[object]:
    """A profile as JSON."""
    dated = [[one.number, one.premiered and one.premiered.isoformat(), one.parts, one.episodes, one.final] for one in profile.dated]
    return [
        [profile.id, profile.title, profile.titles, profile.title_is_word, profile.source_title, profile.seasons],
        [dated, profile.platform, profile.platforms, profile.people, profile.places, profile.others, profile.order],
    ]


def _built(row: Any, where: str) -> Profile:
    """The profile of which `_plain` made such a row. Raises what anything else makes of it."""
    (ident, title, titles, is_word, source, seasons), (dated, platform, platforms, people, places, others, order) = row
    return Profile(
        id=ident, title=title, titles=tuple(titles), title_is_word=is_word, source_title=source, seasons=seasons,
        dated=tuple(Season(number, day and date.fromisoformat(day), *rest) for number, day, *rest in dated),
        platform=platform, platforms=tuple((country, network) for country, network in platforms),
        people=tuple(Person(name, role, tuple(aliases), *rest) for name, role, aliases, *rest in people), places=tuple(places),
        others=tuple(Work(*work) for work in others), order=tuple(order), where=where,
    )  # fmt: skip


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
        title_is_word=_yes(root, "title_is_word", where), source_title=_text(root, "source_title", where),
        seasons=_count(root, seasons, where), dated=seasons, platform=_text(root, "platform", where),
        platforms=platforms_of(root, where), people=tuple(people), places=_strings(root, "places", where),
        others=works_of(root, where), order=order, where=where,
    )  # fmt: skip


def works_of(root: strict_yaml.Mapping_, where: str) -> tuple[Work, ...]:
    """Other works: titles, or mappings of `name` and `kind`. Raises AoudError."""
    works: list[Work] = []
    for node in strict_yaml.list_of(root.get("works"), where):
        if isinstance(node, str):
            works.append(Work(strict_yaml.text_of(node, where, "a title")))
            continue
        entry = strict_yaml.check_keys(node, where, WORK_KEYS, required=("name",))
        kind = _text(entry, "kind", where)
        if kind and kind not in WORK_KINDS:
            strict_yaml.fail(entry["kind"], where, f"unknown kind '{kind}' of a work: {', '.join(WORK_KINDS)}")
        works.append(Work(strict_yaml.text_of(entry["name"], where), kind))
    return tuple(works)


def platforms_of(root: strict_yaml.Mapping_, where: str) -> tuple[tuple[str, str], ...]:
    """Where the show runs by country: `{UK: Sky Atlantic, International: Netflix}`. Raises AoudError for an unknown country."""
    node = root.get("platforms")
    if node is None:
        return ()
    countries = values("place.countries")
    found: list[tuple[str, str]] = []
    for country, network in strict_yaml.mapping_of(node, where, "platforms").items():
        known = ELSEWHERE if country.lower() in words("regions_elsewhere") else countries.get(country)
        if known is None:
            strict_yaml.fail(network, where, f"unknown country '{country}' in platforms (a country, or International)")
        if known == ELSEWHERE and any(place == ELSEWHERE for place, _ in found):
            strict_yaml.fail(network, where, f"'{country}' in platforms: all other countries have a network already")
        found.append((known, strict_yaml.text_of(network, where)))
    return tuple(found)


def person_of(node: strict_yaml.Node, role: Role, where: str) -> Person:
    """One entry of a list of people: a name, or a mapping of name and aliases. Raises AoudError."""
    if isinstance(node, str):
        return Person(strict_yaml.text_of(node, where, "a name"), role)
    entry = strict_yaml.check_keys(node, where, PERSON_KEYS, required=("name",))
    return Person(strict_yaml.text_of(entry["name"], where), role, tuple(strict_yaml.texts_of(entry.get("aliases"), where)))


def doubles(people: list[Person]) -> Iterator[tuple[str, str]]:
    """Each spelling that names two of one kind (makers of the show may act in it), and what is wrong with it."""
    seen: dict[tuple[str, bool], tuple[int, str]] = {}
    for index, person in enumerate(people):
        for form in (person.name, *person.aliases):
            first, written = seen.setdefault((squash(form), person.role == "crew"), (index, form))
            if first != index:
                other, line = people[first].name, getattr(written, "line", 0)
                said = f"'{form}' is listed twice" if other == person.name else f"'{form}' names both {other} and {person.name}"
                yield form, f"{said} (first on line {line})" if line else said


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
