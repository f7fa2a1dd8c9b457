"""What was worked out from a user's own files, kept in the user's cache folder.

A digest seals each file; one that is not whole, not ours, or open to others is as good as none. It holds nothing that runs: JSON.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from aoud_cli.ground import files
from aoud_cli.ground.folders import HALF_WRITTEN, cache_folder, is_open_to_others, put
from aoud_cli.ground.prepared import code_state

MAX_BYTES = 200 << 20
MOST_KEPT = 40  # files of a kind; the oldest goes first
OURS_ALONE = 0o600
LEFT = 3_600 * 10**9  # nanoseconds after which a file that is half written is nobody's any more: its process was killed
_Made = TypeVar("_Made")


def key_of(*told: str) -> str:
    """The name under which something is kept that was made of these, by this code."""
    return hashlib.sha256("\0".join((code_state(), *told)).encode("utf-8", "surrogatepass")).hexdigest()


def place_of(files_named: Iterable[str]) -> str:
    """The folder that holds all of some files, as they are named; '' where none does."""
    try:
        return os.path.commonpath(list(files_named))
    except ValueError:  # no file, or paths of two kinds
        return ""


def recall(kind: str, key: str, build: Callable[[Any], _Made]) -> _Made | None:
    """What is kept under a key, as `build` makes it of JSON; None where nothing is, or nothing that can be trusted."""
    folder = cache_folder()
    if folder is None:
        return None
    path = os.path.join(folder, f"{kind}-{key}.json")
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or is_open_to_others(status):
            return None
        seal, _, told = files.read_bytes(path, MAX_BYTES).partition(b"\n")
        return build(json.loads(told)) if seal == _seal(told) else None
    except (OSError, files.Unreadable, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def keep(kind: str, key: str, told: object) -> None:
    """Keep something, whole or not at all, and of its kind the newest `MOST_KEPT`; a cache that can't be written is none."""
    folder = cache_folder()
    if folder is None:
        return
    plain = json.dumps(told, separators=(",", ":")).encode("ascii")
    with contextlib.suppress(OSError):
        put(os.path.join(folder, f"{kind}-{key}.json"), b"\n".join((_seal(plain), plain)), OURS_ALONE)
        files_there = [(entry.stat().st_mtime_ns, entry.path, entry.name) for entry in os.scandir(folder)]
        own = sorted((at, path) for at, path, name in files_there if name.startswith(f"{kind}-") and name.endswith(".json"))
        left = [path for at, path, name in files_there if name.startswith(HALF_WRITTEN) and at < own[-1][0] - LEFT]
        for path in (*(path for _, path in own[:-MOST_KEPT]), *left):
            os.unlink(path)


def _seal(told: bytes) -> bytes:
    """What was lost or changed on the way is noticed by it."""
    return hashlib.sha256(told).hexdigest().encode("ascii")
