"""A terminal for programs to write to."""

from __future__ import annotations

import os
import pty
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


def run_on_terminal(command: Sequence[str], folder: Path, surroundings: Mapping[str, str]) -> tuple[str, int]:
    """What a command writes to a terminal, and the status that it ends with."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(command, cwd=folder, env=surroundings, stdout=theirs, stderr=subprocess.DEVNULL)
    os.close(theirs)
    seen = b"".join(_chunks(ours))
    os.close(ours)
    return seen.decode("utf-8").replace("\r\n", "\n"), process.wait(timeout=60)


def _chunks(stream: int) -> Iterator[bytes]:
    while True:
        try:
            chunk = os.read(stream, 65536)
        except OSError:  # Linux says EIO where the other end is closed
            return
        if not chunk:
            return
        yield chunk
