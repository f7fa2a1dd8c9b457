"""Writing a result to a file: whole or not at all, never over what is there unasked, never where it would be read as an article."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Sequence

from aoud_cli.articles import STDIN, shipped_folder
from aoud_cli.files import shown, why
from aoud_cli.model import AoudError


def check_target(path: str, corpus: Sequence[str] | None, force: bool) -> None:
    """Refuse a path that can't be written to, before any work is done. `corpus` are the paths that were given, None for the sample."""
    name = shown(path)
    if not path or path == "-" or "\0" in path:
        raise AoudError("-o names the file to write: -o report.html")
    if os.path.isdir(path):
        raise AoudError(f"{name} is a folder; name the file in it")
    if not os.path.isdir(os.path.dirname(path) or "."):
        raise AoudError(f"{name}: there is no such folder to write it in")
    if os.path.lexists(path) and not force:
        raise AoudError(f"{name} is there already; --force overwrites it")
    if _lies_in(path, [shipped_folder()] if corpus is None else [given for given in corpus if given != STDIN]):
        raise AoudError(f"{name} lies in the corpus, where it would stand among the articles; write it elsewhere")
    if os.path.lexists(path) and not os.path.isfile(path):
        raise AoudError(f"{name} is no regular file; write it elsewhere")


def _lies_in(path: str, places: Iterable[str]) -> bool:
    """Whether the path is one of the places or in one of them, links followed."""
    real = os.path.realpath(path)
    roots = [os.path.realpath(place) for place in places]
    return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in roots)


def write_whole(path: str, text: str) -> None:
    """Write the file beside its place and move it there, so that nobody sees half of it. Raises AoudError."""
    target = os.path.realpath(path)
    try:
        handle, draft = tempfile.mkstemp(prefix=".aoud-", dir=os.path.dirname(target))
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(draft, _mode(target))
            os.replace(draft, target)
        except BaseException:
            os.unlink(draft)
            raise
    except OSError as error:
        raise AoudError(f"cannot write {shown(path)}: {why(error)}") from None


def _mode(target: str) -> int:
    """The rights of the file that is replaced, else what the process gives a new file."""
    if os.path.exists(target):
        return os.stat(target).st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
