"""The file that `-o` names: refused before any work where it may not be written, and then written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import signal
import stat
import tempfile
import threading
from collections.abc import Iterator, Sequence

from aoud_cli.ground import files
from aoud_cli.ground.files import shipped_folder
from aoud_cli.model import AoudError

STDOUT = "-"


def aim(path: str, kept: Sequence[str] | None, *, force: bool, option: str = "-o") -> str | None:
    """The file to write, links followed; None for `-`, standard output. `option` is the one that names it.

    `kept` are the paths of articles and drafts, None the shipped ones. Raises AoudError where the file is there (unless `force`), is no
    regular file, lies in a folder that is read or is a file that is read, or where its folder is missing.
    """
    if path == STDOUT:
        return None
    name = files.shown(path)
    if not path or "\0" in path:
        raise AoudError(f"{option} names the file to write; '{name}' is no path")
    try:
        target = os.path.realpath(path)
    except FileNotFoundError:  # the working directory is gone
        raise AoudError(f"{option} {name}: no such folder") from None
    _check_place(target, f"{option} {name}", force)
    for read in [shipped_folder()] if kept is None else kept:
        if read != STDOUT and _holds(os.path.realpath(read), target):
            raise AoudError(f"{option} {name}: the file lies in the corpus ({files.shown(read)}), among what is read; write it elsewhere")
    return target


def _check_place(target: str, name: str, force: bool) -> None:
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        if not os.path.isdir(os.path.dirname(target)):
            raise AoudError(f"{name}: no such folder") from None
        return
    except OSError as error:
        raise AoudError(f"{name}: {files.why(error)}") from None
    if not stat.S_ISREG(mode):
        raise AoudError(f"{name}: {'it is a folder' if stat.S_ISDIR(mode) else 'not a regular file'}")
    if not force:
        raise AoudError(f"{name}: the file is there; --force overwrites it")


def _holds(read: str, target: str) -> bool:
    """Whether the target is that file, under whatever name, or lies in that folder."""
    with contextlib.suppress(OSError):
        if os.path.samefile(read, target):
            return True
    try:
        return os.path.commonpath([read, target]) == read
    except ValueError:  # on another drive
        return False


def write_whole(target: str, text: str, *, force: bool) -> None:
    """Write the text beside the target and then put it in its place, so that no reader ever sees half of it.

    Raises OSError; the target is then as it was.
    """
    with _ended_after_cleaning():
        _write_whole(target, text, force)


class _Ended(BaseException):
    """Somebody told the process to end."""


@contextlib.contextmanager
def _ended_after_cleaning() -> Iterator[None]:
    """A process that is told to end (SIGTERM) ends by it, when what was half written is gone."""

    def end(*_: object) -> None:
        raise _Ended

    is_ours = threading.current_thread() is threading.main_thread()  # no signal reaches another
    if not is_ours or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:  # somebody ignores it, or has plans of his own
        yield
        return
    signal.signal(signal.SIGTERM, end)
    try:
        yield
    except _Ended:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _write_whole(target: str, text: str, force: bool) -> None:
    mode = _mode_of(target)
    descriptor, beside = tempfile.mkstemp(prefix=".aoud-", dir=os.path.dirname(target))
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(beside, mode)
        if not force and os.path.lexists(target):  # it has come in the meantime
            raise FileExistsError(f"{target} is there by now")
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _mode_of(target: str) -> int:
    """The permissions of the file that is there, else those that a new one gets."""
    try:
        return stat.S_IMODE(os.stat(target).st_mode)
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
