"""Patterns of the package as the engine has them compiled, kept beside its byte code: a run decodes the few that it needs.

The file is an index, under the seal of `prepared`, and behind it the words of each pattern, which the engine checks on their way in.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import json
import os
import re
import sys
from array import array
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

from aoud_cli.ground.folders import VARIABLE
from aoud_cli.ground.prepared import is_as_loaded, places, read_first, seal, write_first

_MOST = 4000  # patterns in the file; the package has a third of it


class Code(NamedTuple):
    """What `re.compile` hands to the engine: flags, its words, how many groups there are, and the numbers of those with a name."""

    flags: int
    words: bytes
    groups: int
    names: dict[str, int]


class Shelf(NamedTuple):
    """The patterns of a file: key -> where its words stand, their check sum, and the rest of its code; and all words."""

    entries: dict[str, tuple[int, int, int, int, int, dict[str, int]]]
    words: bytes

    def get(self, key: str) -> Code | None:
        """The code of a pattern, as it was written."""
        found = self.entries.get(key)
        if found is None:
            return None
        start, end, told, flags, groups, names = found
        words = self.words[start:end]
        return Code(flags, words, groups, names) if crc32(words) == told else None


@cache
def compiled(told: str, flags: int = 0, *, write: Callable[[str], str] = str) -> re.Pattern[str]:
    """`re.compile(write(told), flags)` of a pattern of the package, which an earlier run may have compiled; its `pattern` is what was told
    then. `write` is a function of the package, such as one that puts in the words of classes. Raises re.error, and what `write` raises.
    """
    with contextlib.suppress(ImportError, AttributeError, TypeError, ValueError, RuntimeError):  # another Python's idea of a pattern
        code = shelf().get(key_of(told, flags, write))
        if code is not None:
            return from_code(told, code)
    source = write(told)
    made = re.compile(source, flags)
    _news[key_of(told, flags, write)] = (source, flags)
    if len(_news) == 1:
        atexit.register(keep)
    return made


_news: dict[str, tuple[str, int]] = {}  # compiled by this run, by their keys


def key_of(told: str, flags: int, write: Callable[[str], str] = str) -> str:
    """A digest of a pattern as the package tells it; the state of the code, which seals the file, says what it is written as."""
    return hashlib.blake2b(f"{write.__qualname__} {int(flags)} {told}".encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def from_code(source: str, code: Code) -> re.Pattern[str]:
    """The pattern of that code. Raises what this Python makes of another's."""
    import _sre  # type: ignore[import-not-found]

    named = {number: name for name, number in code.names.items()}
    names = tuple(named.get(number) for number in range(code.groups + 1))
    found: re.Pattern[str] = _sre.compile(source, code.flags, array("I", code.words).tolist(), code.groups, code.names, names)
    return found


def to_code(source: str, flags: int) -> Code:
    """What `re.compile` hands to the engine. Python has no public way to keep a pattern compiled."""
    parser, compiler = _library()
    parsed = parser.parse(source, flags)
    words = array("I", compiler._code(parsed, flags)).tobytes()
    return Code(int(flags) | parsed.state.flags, words, parsed.state.groups - 1, dict(parsed.state.groupdict))


def _library() -> tuple[Any, Any]:
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]
    except ImportError:  # before Python 3.11
        import sre_compile as _compiler
        import sre_parse as _parser
    return _parser, _compiler


@lru_cache(maxsize=1)
def shelf() -> Shelf:
    """What earlier runs compiled; nothing where there is no file of this code, or it is not as it was written."""
    return read_first(_places(), _unsealed) or Shelf({}, b"")


def _unsealed(file: BinaryIO) -> Shelf | None:
    told, index = file.readline().strip(), file.readline()
    return Shelf(json.loads(index), file.read()) if told == seal(index) else None


def keep() -> None:
    """Add what this run compiled to what the runs before it did; anything that this Python does otherwise is left to `re.compile`."""
    if os.environ.get(VARIABLE) == "off" or not is_as_loaded():
        return
    with contextlib.suppress(ImportError, AttributeError, TypeError, ValueError, OverflowError, re.error):
        old, new = shelf(), {key: to_code(*one) for key, one in _news.items()}
        kept = {key: code for key in old.entries if (code := old.get(key))} if len(old.entries) + len(new) <= _MOST else {}
        write_first(_places(), _written({**kept, **new}.items()))


def _written(codes: Iterable[tuple[str, Code]]) -> bytes:
    index, words = {}, bytearray()
    for key, code in codes:
        start = len(words)
        words += code.words
        index[key] = (start, len(words), crc32(code.words), code.flags, code.groups, code.names)
    told = json.dumps(index, separators=(",", ":")).encode("ascii") + b"\n"
    return seal(told) + b"\n" + told + bytes(words)


def _places() -> Iterable[str]:
    return places(f"aoud-patterns.{sys.implementation.cache_tag}-{sys.byteorder}.bin")
