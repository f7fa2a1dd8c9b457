"""What the shipped data come to, kept beside the package's byte code: no start reads YAML or compiles a pattern that an earlier one did.

It is written by the Python that reads it, next to what that Python wrote, and made anew when a file of the package changes. It holds
nothing that runs: JSON, and patterns that the engine checks. Where it can't be read or written nothing is lost but time.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
import os
import re
import stat
import sys
from array import array
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, TypeVar

from aoud_cli.ground.folders import VARIABLE, cache_folder, put

_PACKAGE = Path(__file__).parent.parent
_FOLDERS = (
    "",
    "ground",
    "names",
    "spans",
    "spans/dates",
    "articles",
    "claims",
    "claims/constructions",
    "english",
    "english/lexicon",
    "rules",
)
_MOST_PATTERNS = 4000  # the package has a third of it
_Made = TypeVar("_Made")


@lru_cache(maxsize=1)
def code_state() -> str:
    """A digest of the files that extraction is made of, by name, size and time, and of the Python that runs them."""
    return hashlib.sha256("\0".join((sys.version, *_files())).encode()).hexdigest()


def _files() -> Iterator[str]:
    for folder in _FOLDERS:
        for entry in sorted(os.scandir(_PACKAGE / folder), key=lambda entry: entry.name):
            if entry.name.endswith((".py", ".yaml")):
                status = entry.stat()
                yield f"{folder}/{entry.name} {status.st_size} {status.st_mtime_ns}"


def prepared(name: str, make: Callable[[], _Made], plain: Callable[[_Made], Any], build: Callable[[Any], _Made]) -> _Made:
    """What `make` makes of the package's own files, from an earlier run where that is; `make` may raise whatever it raises.

    `plain` turns it into what JSON holds, and `build` turns that back.
    """
    kept = _read(name)
    if kept is not None:
        with contextlib.suppress(ValueError, TypeError, KeyError, AttributeError):
            return build(kept)
    made = make()
    _write(name, plain(made))
    return made


@cache
def compiled(source: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile(source, flags)` of a pattern of the package, which an earlier run may have compiled. Raises re.error."""
    code = _patterns().get(_key(source, flags))
    with contextlib.suppress(ImportError, AttributeError, TypeError, ValueError, RuntimeError):  # another Python's idea of a pattern
        if code is not None:
            return _from_code(source, code)
    _news[source, flags] = None
    if len(_news) == 1:
        atexit.register(_keep_patterns)
    return re.compile(source, flags)


_Code = tuple[int, str, int, dict[str, int], list[str | None]]  # flags, words in base 64, groups, their numbers, their names
_news: dict[tuple[str, int], None] = {}  # compiled by this run


@lru_cache(maxsize=1)
def _patterns() -> dict[str, _Code]:
    kept = _read("patterns")
    return kept if isinstance(kept, dict) else {}


def _key(source: str, flags: int) -> str:
    return f"{int(flags)} {source}"


def _from_code(source: str, code: _Code) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    flags, words, groups, index, names = code
    found: re.Pattern[str] = _sre.compile(source, flags, array("I", b64decode(words)).tolist(), groups, index, tuple(names))
    return found


def _to_code(source: str, flags: int) -> _Code:
    """What `re.compile` hands to the engine, which checks it on its way back in. Python has no public way to keep a pattern compiled."""
    parser, compiler = _library()
    parsed = parser.parse(source, flags)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, group in state.groupdict.items():
        names[group] = name
    words = b64encode(array("I", compiler._code(parsed, flags)).tobytes()).decode("ascii")
    return int(flags) | state.flags, words, state.groups - 1, dict(state.groupdict), names


def _library() -> tuple[Any, Any]:
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:  # before Python 3.11
        import sre_compile as _compiler
        import sre_parse as _parser
    return _parser, _compiler


def _keep_patterns() -> None:
    """Add what this run compiled to what the runs before it did; anything that this Python does otherwise is left to `re.compile`."""
    with contextlib.suppress(ImportError, AttributeError, TypeError, ValueError, OverflowError, re.error):
        found = {_key(*one): _to_code(*one) for one in _news}
        kept = _patterns() if len(_patterns()) + len(found) <= _MOST_PATTERNS else {}
        _write("patterns", {**kept, **found})


def _places(name: str) -> Iterator[str]:
    """Beside the byte code, where this user may write; else in the user's cache folder, if nobody else can write to that."""
    spec = sys.modules["aoud_cli"].__spec__
    beside = os.path.dirname(spec.cached) if spec is not None and spec.cached else ""
    file = f"aoud-{name}.{sys.implementation.cache_tag}.json"
    if beside:
        yield os.path.join(beside, file)
    if not os.access(beside or os.devnull, os.W_OK):
        folder = cache_folder()
        if folder and not os.stat(folder).st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            yield os.path.join(folder, file)


def _read(name: str) -> Any:
    for path in _places(name):
        try:
            with open(path, "rb") as file:
                state, told = file.readline().strip(), file.read()
                if state == _seal(told):
                    return json.loads(told)
        except (OSError, ValueError, RecursionError):
            continue
    return None


def _seal(told: bytes) -> bytes:
    """What is of this code, and as it was written."""
    return f"{code_state()} {hashlib.sha256(told).hexdigest()}".encode("ascii")


def _write(name: str, made: object) -> None:
    """Whole or not at all, in the first place that takes it; nowhere if `AOUD_CACHE` is off."""
    if os.environ.get(VARIABLE) == "off":
        return
    told = json.dumps(made, separators=(",", ":")).encode("ascii")
    for path in _places(name):
        with contextlib.suppress(OSError):
            put(path, _seal(told) + b"\n" + told, 0o666)
            return
