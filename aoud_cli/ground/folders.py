"""Where aoud keeps what it has worked out once."""

from __future__ import annotations

import contextlib
import os
import stat

VARIABLE = "AOUD_CACHE"


def cache_folder() -> str | None:
    """The folder that this user's claims are kept in, made where it is missing; None where there can be none."""
    told = os.environ.get(VARIABLE, "")
    home = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    folder = told or os.path.join(home, "aoud")
    if told == "off" or not os.path.isabs(folder):
        return None
    with contextlib.suppress(OSError):
        os.makedirs(folder, mode=0o700, exist_ok=True)
        status = os.lstat(folder)
        if stat.S_ISDIR(status.st_mode) and not is_open_to_others(status):
            return folder
    return None


def is_open_to_others(status: os.stat_result) -> bool:
    """Whether another user owns a file or folder, or may write to it: what it holds may be anybody's."""
    if not hasattr(os, "getuid"):
        return False  # Windows keeps the folders of users apart
    return status.st_uid != os.getuid() or bool(status.st_mode & (stat.S_IWGRP | stat.S_IWOTH))


HALF_WRITTEN = ".aoud-"  # how the name of a file begins that is not whole yet


def put(path: str, data: bytes, mode: int) -> None:
    """Write a file whole or not at all, with these permissions less the user's mask. Raises OSError; nothing is left then."""
    folder, name = os.path.split(path)
    beside = os.path.join(folder, f"{HALF_WRITTEN}{os.getpid()}-{name}")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with open(descriptor, "wb") as file:
            file.write(data)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
