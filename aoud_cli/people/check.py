"""What is wrong in a profile, all of it at once, and what in it will not do what its writer may think."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from aoud_cli.ground import strict_yaml
from aoud_cli.ground.nearest import did_you_mean
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError
from aoud_cli.names import profile_file as profiles
from aoud_cli.names.profile import ROLES, Person, Profile
from aoud_cli.names.profile_file import PERSON_KEYS, PROFILE_KEYS
from aoud_cli.names.spelling import short_forms, squash
from aoud_cli.predicates import FACTS

Level = Literal["error", "remark"]


@dataclass(frozen=True)
class Problem:
    """An `error` keeps the profile from being used; a `remark` is what may surprise."""

    where: str
    line: int
    level: Level
    message: str

    @property
    def place(self) -> str:
        """`file:line`."""
        return f"{self.where}:{self.line}"


def check_profile(text: str, where: str) -> list[Problem]:
    """Everything that is wrong in the YAML text of a profile, by line."""
    root = None
    found: list[Problem] = []
    try:
        root = strict_yaml.mapping_of(strict_yaml.load(text, where), where, "a profile")
    except AoudError as error:
        return [_problem(error, where)]
    found += _errors(root, where)
    if not found:
        found += _doubles(root, where)
    if not found:
        found += [_problem(error, where) for error in _raised(lambda: profiles.parse_profile(text, where))]
    if not found:
        found += _remarks(profiles.parse_profile(text, where), root, where)
    return sorted(found, key=lambda problem: (problem.line, problem.level, problem.message))


def _problem(error: AoudError, where: str) -> Problem:
    """An error of the loader as a problem: its `file:line:` taken apart."""
    rest = str(error).removeprefix(f"{where}:")
    line, colon, message = rest.partition(": ")
    return Problem(where, int(line), "error", message) if colon and line.isdigit() else Problem(where, 1, "error", rest)


def _raised(step: Callable[[], object]) -> Iterator[AoudError]:
    try:
        step()
    except AoudError as error:
        yield error


def _errors(root: strict_yaml.Mapping_, where: str) -> Iterator[Problem]:
    """The faults of each key and each entry by itself, where the loader would stop at the first."""
    for key in root:
        if key not in PROFILE_KEYS:
            message = f"unknown key '{visible(key)}'{did_you_mean(key, PROFILE_KEYS)}"
            yield Problem(where, root.key_lines[key], "error", message)
    if "title" not in root:
        yield Problem(where, root.line, "error", "the key 'title' is missing")
    for key, _ in ROLES:
        yield from _entries(root, key, where)
    yield from (_problem(error, where) for error in _raised(lambda: profiles.seasons_of(root, where)))
    yield from (_problem(error, where) for error in _raised(lambda: profiles.number_of(root, "upcoming", where)))
    for read in (profiles.works_of, profiles.platforms_of):
        yield from (_problem(error, where) for error in _raised(lambda read=read: read(root, where)))  # type: ignore[misc]
    for key in ("titles", "places"):
        yield from (_problem(error, where) for error in _raised(lambda key=key: strict_yaml.texts_of(root.get(key), where, key)))  # type: ignore[misc]
    yield from _order(root, where)


def _entries(root: strict_yaml.Mapping_, key: str, where: str) -> Iterator[Problem]:
    node = root.get(key)
    if node is not None and not isinstance(node, strict_yaml.Sequence_):
        yield Problem(where, root.key_lines[key], "error", f"{key} must be a list")
        return
    for item in node or ():
        if isinstance(item, strict_yaml.Mapping_):
            for name in item:
                if name not in PERSON_KEYS:
                    message = f"unknown key '{visible(name)}'{did_you_mean(name, PERSON_KEYS)}"
                    yield Problem(where, item.key_lines[name], "error", message)
            if set(item) - set(PERSON_KEYS):
                continue
        yield from (_problem(error, where) for error in _raised(lambda item=item: profiles.person_of(item, "performer", where)))  # type: ignore[misc]


def _doubles(root: strict_yaml.Mapping_, where: str) -> Iterator[Problem]:
    people = [profiles.person_of(node, role, where) for key, role in ROLES for node in strict_yaml.list_of(root.get(key), where)]
    for form, message in profiles.doubles(people):
        yield Problem(where, getattr(form, "line", root.line), "error", visible(message))


def _order(root: strict_yaml.Mapping_, where: str) -> Iterator[Problem]:
    node = root.get("order")
    if node is None:
        return
    if not isinstance(node, strict_yaml.Sequence_):
        yield Problem(where, root.key_lines["order"], "error", "order must be a list")
        return
    for item in node:
        if not isinstance(item, str) or item not in FACTS:
            word = str(item) if isinstance(item, str) else "this"
            yield Problem(where, item.line, "error", f"unknown predicate '{visible(word)}' in order{did_you_mean(word, FACTS)}")


def _remarks(show: Profile, root: strict_yaml.Mapping_, where: str) -> Iterator[Problem]:
    lines = lines_of_names(root)
    if not any(person.role == "performer" for person in show.people):
        yield Problem(where, root.line, "remark", "no performers: only names in the shape of a romanised Korean one are found")
    if "upcoming" in root:
        yield Problem(
            where, root.key_lines["upcoming"], "remark", "upcoming decides nothing: the articles' own days tell the coming season"
        )
    for person in show.people:
        line = lines.get(person.name, root.line)
        yield from (Problem(where, line, "remark", message) for message in _of_person(person, show))


def _of_person(person: Person, show: Profile) -> Iterator[str]:
    for form in short_forms(person.name):
        owner = show.spellings.get(squash(form))
        if owner is None and _is_shared(form, person, show):
            yield f"'{form}' alone names nobody: {_sharers(form, show)} share it; give it to one of them as an alias"
    for alias in person.aliases:
        if squash(alias) == squash(person.name):
            yield f"the alias '{alias}' is the name itself: hyphens, blanks and case need none"


def _is_shared(form: str, person: Person, show: Profile) -> bool:
    return any(other != person and squash(form) in map(squash, short_forms(other.name)) for other in show.people)


def _sharers(form: str, show: Profile) -> str:
    names = [person.name for person in show.people if squash(form) in map(squash, short_forms(person.name))]
    return " and ".join(names)


def lines_of_names(root: strict_yaml.Mapping_) -> dict[str, int]:
    """The line on which each person of a profile is named."""
    lines: dict[str, int] = {}
    for key, _ in ROLES:
        for item in strict_yaml.list_of(root.get(key), ""):
            name = item.get("name") if isinstance(item, strict_yaml.Mapping_) else item
            if isinstance(name, strict_yaml.Scalar):
                lines.setdefault(str(name), name.line)
    return lines
