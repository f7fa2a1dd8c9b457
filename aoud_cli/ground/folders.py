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
        ours = not hasattr(os, "getuid") or status.st_uid == os.getuid()
        if stat.S_ISDIR(status.st_mode) and ours:
            return folder
    return None
