"""The commands of the README and of `aoud help` with their output: `python tests/readme.py --write` runs and writes them again.

A block is ```console, a line `$ ...` that runs aoud, and the output. A plain command runs on a terminal of 80 columns without colour, one
with a pipe in bash. Without --write the program ends with 1 where one of the files is out of date.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from places import ROOT
from terminal import run_on_terminal

README = ROOT / "README.md"
DOCUMENTS = [README, *sorted((ROOT / "aoud_cli" / "help").glob("*.md"))]
WIDTH = 80
BLOCK_RE = re.compile(r"^```console\n\$ (.*)\n((?:(?!```).*\n)*)```$", re.MULTILINE)
DROPPED = ("FORCE_COLOR", "CLICOLOR_FORCE", "AOUD_CORPUS", "AOUD_PROFILE", "AOUD_DEBUG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING")


def blocks() -> Iterator[tuple[Path, str, str]]:
    """Each command of each document, and the output that it shows."""
    for document in DOCUMENTS:
        yield from ((document, match[1], match[2]) for match in BLOCK_RE.finditer(document.read_text(encoding="utf-8")))


def can_run(command: str) -> bool:
    """Whether all that a command needs is installed."""
    return not re.search(r"\bjq\b", command) or shutil.which("jq") is not None


def output_of(command: str) -> str:
    """What a command prints, its remarks on standard error left out."""
    kept = {key: value for key, value in os.environ.items() if key not in DROPPED}
    surroundings = {**kept, "PYTHONPATH": str(ROOT), "NO_COLOR": "1", "COLUMNS": str(WIDTH), "TERM": "xterm", "LANG": "C.UTF-8"}
    script = f'set -o pipefail; aoud() {{ "{sys.executable}" -m aoud_cli "$@"; }}; {command}'
    if "|" in command:
        done = subprocess.run(["bash", "-c", script], cwd=ROOT, env=surroundings, capture_output=True, check=False)
        _check_status(command, done.returncode)
        return done.stdout.decode()
    seen, status = run_on_terminal(["bash", "-c", script], ROOT, surroundings)
    _check_status(command, status)
    return seen


def _check_status(command: str, status: int) -> None:
    """1 is no failure of `aoud check`."""
    if status != 0 and not (status == 1 and "aoud check" in command):
        raise RuntimeError(f"{command}: ended with {status}")


def rewritten(document: Path) -> str:
    """A document with the output of its commands as it is now."""

    def renew(match: re.Match[str]) -> str:
        shown = output_of(match[1]) if can_run(match[1]) else match[2]
        return f"```console\n$ {match[1]}\n{shown.rstrip()}\n```"

    return BLOCK_RE.sub(renew, document.read_text(encoding="utf-8"))


def main() -> int:
    stale = False
    for document in DOCUMENTS:
        text = rewritten(document)
        if text == document.read_text(encoding="utf-8"):
            continue
        if "--write" in sys.argv[1:]:
            document.write_text(text, encoding="utf-8")
        else:
            stale = True
            sys.stderr.write(f"{document.name} is out of date: python tests/readme.py --write\n")
    return int(stale)


if __name__ == "__main__":
    raise SystemExit(main())
