"""`aoud.toml`: what a folder of articles is always read with, found upwards from the working directory.

    corpus = ["articles"]
    profile = "my-show.yaml"
    accept = "known.yaml"
    fail-on = "error"
    exclude = ["drafts/*"]

    [dated]
    old-page = 2024-05-01

Options win over the environment (AOUD_CORPUS, AOUD_PROFILE), and that over the file. Its paths count from where it lies.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final, NamedTuple, get_args

from aoud_cli.cli.options import FailOn
from aoud_cli.ground import files
from aoud_cli.ground.nearest import nearest
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError

NAME: Final = "aoud.toml"
LARGEST: Final = 1 << 20  # bytes


class Project(NamedTuple):
    """What a project file says; None or empty where it doesn't."""

    file: str
    corpus: tuple[str, ...] = ()
    profile: str | None = None
    dated: Mapping[str, date] = {}
    accept: str | None = None
    fail_on: str | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    encoding: str | None = None


def find_project(start: str | None = None) -> Project | None:
    """The project file of the working directory, or of the nearest folder above it; None where there is none.

    Raises AoudError (`aoud.toml:3: ...`) where it can't be used.
    """
    try:
        here = os.path.abspath(start or os.getcwd())
    except OSError:  # the working directory is gone
        return None
    while True:
        file = os.path.join(here, NAME)
        if os.path.isfile(file):
            return read_project(file)
        above = os.path.dirname(here)
        if above == here:
            return None
        here = above


def read_project(file: str) -> Project:
    """The project file. Raises AoudError where it can't be used, with its line where that is known."""
    told = _parsed(files.read_text(file, LARGEST), _shown(file))
    read: dict[str, Callable[[Any, str], Any]] = {
        "corpus": lambda value, where: tuple(_path(one, file) for one in _texts(value, where)),
        "profile": lambda value, where: _profile(_text(value, where), file),
        "dated": _days,
        "accept": lambda value, where: _path(_text(value, where), file),
        "fail-on": _severity,
        "include": _texts,
        "exclude": _texts,
        "encoding": _text,
    }
    found: dict[str, Any] = {}
    for key, value in told.items():
        if key not in read:
            near = nearest(key, tuple(read), most=1)
            meant = f" (did you mean '{near[0]}'?)" if near else ""
            raise AoudError(f"{_shown(file)}: unknown key '{visible(key)}'{meant}; keys are {', '.join(read)}")
        found[key.replace("-", "_")] = read[key](value, f"{_shown(file)}: {key}")
    files.check_encoding(found.get("encoding"))
    return Project(file, **found)


def _parsed(text: str, where: str) -> dict[str, Any]:
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        told: dict[str, Any] = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = str(error) or "nested too deeply"
        head, at, rest = message.partition(" (at line ")
        line = rest.split(",")[0] if at else ""
        raise AoudError(f"{where}{f':{line}' if line.isdigit() else ''}: {head[:1].lower()}{head[1:]}") from None
    return told


def _shown(file: str) -> str:
    """The file as seen from the working directory, where it lies in or under it."""
    near = os.path.relpath(file)
    return files.shown(file if near.startswith(os.pardir) else near)


def _text(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise AoudError(f"{where} must be text")
    return value


def _texts(value: Any, where: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (_text(value, where),)
    if not isinstance(value, list) or not value:
        raise AoudError(f"{where} must be text, or a list of it")
    return tuple(_text(one, where) for one in value)


def _severity(value: Any, where: str) -> str:
    if value not in get_args(FailOn):
        raise AoudError(f"{where} must be one of {', '.join(get_args(FailOn))}")
    return str(value)


def _days(value: Any, where: str) -> dict[str, date]:
    if not isinstance(value, dict):
        raise AoudError(f"{where} must be a table: [dated], and under it old-page = 2024-05-01")
    return {name: _day(day, f"{where}.{visible(name)}") for name, day in value.items()}


def _day(value: Any, where: str) -> date:
    if isinstance(value, datetime):
        return value.date()
    try:
        return value if isinstance(value, date) else date.fromisoformat(_text(value, where))
    except ValueError:
        raise AoudError(f"{where} must be a day: 2024-05-01") from None


def _path(path: str, file: str) -> str:
    """A path of the file, as seen from the working directory."""
    whole = os.path.join(os.path.dirname(file), os.path.expanduser(path))
    near = os.path.relpath(whole)
    return whole if os.path.isabs(path) or near.startswith(os.pardir) else near


def _profile(named: str, file: str) -> str:
    """A profile that comes with aoud by its name, any other by its path."""
    is_path = os.path.splitext(named)[1] != "" or "/" in named or os.sep in named
    return _path(named, file) if is_path else named
