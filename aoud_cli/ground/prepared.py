"""What the shipped data come to, kept beside the package's byte code: no start reads YAML that an earlier one read.

It is written by the Python that reads it, next to what that Python wrote, and made anew when a file of the package changes. It holds
nothing that runs. Where it can't be read or written nothing is lost but time.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

from aoud_cli.ground.folders import VARIABLE, cache_folder, put

_PACKAGE = Path(__file__).parent.parent
_ROOMS = ("", "ground", "names", "spans", "articles", "claims", "english", "rules", "profiles")  # what extraction is made of
_Made = TypeVar("_Made")


@lru_cache(maxsize=1)
def code_state() -> str:
    """A digest of the files that extraction is made of, by name, size and time, and of the Python that runs them."""
    return hashlib.sha256("\0".join((sys.version, *_files())).encode()).hexdigest()


def is_as_loaded() -> bool:
    """Whether no file of the package has changed since it was loaded: what is made by old code belongs under no new seal."""
    return code_state.__wrapped__() == code_state()


def _files() -> Iterator[str]:
    for room in _ROOMS:
        yield from _files_in(room, deep=bool(room))


def _files_in(folder: str, deep: bool) -> Iterator[str]:
    for entry in sorted(os.scandir(_PACKAGE / folder), key=lambda entry: entry.name):
        if entry.name.endswith((".py", ".yaml")):
            status = entry.stat()
            yield f"{folder}/{entry.name} {status.st_size} {status.st_mtime_ns}"
        elif deep and entry.is_dir() and entry.name != "__pycache__":
            yield from _files_in(f"{folder}/{entry.name}", deep)


code_state()  # as the package is loaded, and not when something is first kept


def prepared(name: str, make: Callable[[], _Made], plain: Callable[[_Made], Any], build: Callable[[Any], _Made]) -> _Made:
    """What `make` makes of the package's own files, from an earlier run where that is; `make` may raise whatever it raises.

    `plain` turns it into what JSON holds, and `build` turns that back.
    """
    kept = read_first(_places(name), _unsealed)
    if kept is not None:
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
            return build(kept)
    made = make()
    _write(name, plain(made))
    return made


def _places(name: str) -> Iterator[str]:
    return places(f"aoud-{name}.{sys.implementation.cache_tag}.json")


def places(file: str) -> Iterator[str]:
    """Where a file of that name may lie: beside the byte code, where this user may write; else in the user's cache folder, if nobody
    else can write to that."""
    spec = sys.modules["aoud_cli"].__spec__
    beside = os.path.dirname(spec.cached) if spec is not None and spec.cached else ""
    if beside:
        yield os.path.join(beside, file)
    if not os.access(beside or os.devnull, os.W_OK):
        folder = cache_folder()
        if folder and not os.stat(folder).st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            yield os.path.join(folder, file)


def read_first(paths: Iterable[str], read: Callable[[BinaryIO], _Made | None]) -> _Made | None:
    """What `read` makes of the first of those files that it can use; one that is missing, spoilt or of other code is passed by."""
    for path in paths:
        with contextlib.suppress(OSError, ValueError, RecursionError), open(path, "rb") as file:
            made = read(file)
            if made is not None:
                return made
    return None


def write_first(paths: Iterable[str], data: bytes) -> None:
    """Write a file in the first of those places that takes it; where none does nothing is lost but time."""
    for path in paths:
        with contextlib.suppress(OSError):
            put(path, data, 0o666)
            return


def _unsealed(file: BinaryIO) -> Any:
    state, told = file.readline().strip(), file.read()
    return json.loads(told) if state == seal(told) else None


def seal(told: bytes) -> bytes:
    """What is of this code, and as it was written."""
    return f"{code_state()} {hashlib.sha256(told).hexdigest()}".encode("ascii")


def _write(name: str, made: object) -> None:
    """Whole or not at all, in the first place that takes it; nowhere if `AOUD_CACHE` is off."""
    if os.environ.get(VARIABLE) == "off":
        return
    told = json.dumps(made, separators=(",", ":")).encode("ascii")
    write_first(_places(name), seal(told) + b"\n" + told)
