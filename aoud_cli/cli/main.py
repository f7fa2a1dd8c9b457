"""The entry point: runs a command, writes what it returns, and turns whatever happens into a line and an exit status.

Nothing else writes to standard output, so a closed pipe or a full disk is met in one place.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from aoud_cli.cli.reply import FAILED, OK, Reply
from aoud_cli.entry import INTERRUPTED

_VERSION_ARGUMENTS = (["--version"], ["-V"])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run `aoud` with these arguments (else those of the process) and give its exit status."""
    gc.disable()  # little of what a run makes is garbage, and all of it goes when the process does
    try:
        _use_utf8()
        return _deliver(_run(list(sys.argv[1:] if arguments is None else arguments)))
    except KeyboardInterrupt:
        _silence(sys.stdout)
        return INTERRUPTED
    finally:
        gc.freeze()  # nor need the interpreter look through it on its way out


def _run(arguments: list[str]) -> Reply:
    """The reply of the command, or of the fault that stopped it."""
    if arguments in _VERSION_ARGUMENTS:  # answered before anything is loaded: scripts ask it often
        return version_reply()
    try:
        return _command(arguments)
    except MemoryError:
        return _fault("out of memory")
    except RecursionError:
        return _fault("the input is nested too deeply")
    except Exception as error:
        return _explain(error)


def version_reply() -> Reply:
    """What `aoud --version` prints."""
    from aoud_cli import __version__

    return Reply(f"aoud {__version__}\n")


def _command(arguments: list[str]) -> Reply:
    """Typer's run of the command line; the help that it prints is caught, so that it leaves the same way as a result."""
    from aoud_cli.cli.app import program

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        outcome = program(next(iter(arguments), "")).main(args=arguments, prog_name="aoud", standalone_mode=False)
    if isinstance(outcome, Reply):
        return outcome
    return Reply(printed.getvalue(), status=outcome if isinstance(outcome, int) else OK)


def _explain(error: Exception) -> Reply:
    """One line for what the user can mend; for what only we can mend, one that asks for a report."""
    from aoud_cli.model import AoudError

    if isinstance(error, AoudError):
        return _fault(str(error))
    if hasattr(error, "show") and hasattr(error, "exit_code"):  # a usage error; its class has no public name in typer
        return _misuse(error)
    notes = [f"aoud: internal error ({type(error).__name__}: {error}), please report; AOUD_DEBUG=1 shows the trace"]
    if os.environ.get("AOUD_DEBUG") == "1":
        import traceback

        notes += "".join(traceback.format_exception(error)).rstrip("\n").split("\n")
    return Reply(notes=tuple(notes), status=FAILED)


def _misuse(error: Exception) -> Reply:
    """A wrong call: what is wrong with it, and where the right one is told. Without any arguments that is the help itself."""
    from aoud_cli.cli.misuse import misuse_words

    message = error.format_message()  # type: ignore[attr-defined]
    if type(error).__name__ == "NoArgsIsHelpError":
        return Reply(notes=tuple(message.rstrip("\n").split("\n")), status=FAILED)
    context = getattr(error, "ctx", None)
    return _fault(
        misuse_words(message, context.command_path if context else "aoud", at_root=context is not None and context.parent is None)
    )


def _fault(message: str) -> Reply:
    return Reply(notes=(f"aoud: {message}",), status=FAILED)


def _use_utf8() -> None:
    """Article text is printed whatever the locale says, with one line ending on every system."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _deliver(reply: Reply) -> int:
    """Notes, then the result, then the closing lines; a reader that has left early is no error, a full disk is."""
    _tell(reply.notes)
    if reply.into is not None:
        return _store(reply, reply.into)
    try:
        _write(reply.text)
    except BrokenPipeError:
        _silence(sys.stdout)
        return OK
    except OSError as error:
        _silence(sys.stdout)
        _tell((f"aoud: cannot write output: {error.strerror or error}",))
        return FAILED
    _tell(reply.closing)
    return reply.status


def _store(reply: Reply, target: str) -> int:
    """The result in its file, or no file at all."""
    from aoud_cli.cli.into import write_whole
    from aoud_cli.ground.files import shown

    try:
        write_whole(target, reply.text, force=reply.force)
    except OSError as error:
        _tell((f"aoud: cannot write {shown(target)}: {error.strerror or error}",))
        return FAILED
    _tell(reply.closing)
    if reply.opens:
        _show(target)
    return reply.status


def _show(target: str) -> None:
    """The written page in the browser that the user's system names; where there is none, that is said and nothing else."""
    import webbrowser
    from pathlib import Path

    if not webbrowser.open(Path(target).absolute().as_uri()):
        _tell(("aoud: --open found no browser; the page is written",))


def _write(text: str) -> None:
    if not text:
        return
    if sys.stdout is None:  # started with standard output closed
        raise OSError(errno.EBADF, "standard output is closed")
    sys.stdout.write(text)
    sys.stdout.flush()


def _tell(lines: Sequence[str]) -> None:
    """Lines to standard error, harmless on a terminal; there is nobody to tell if that fails."""
    if not lines or sys.stderr is None:
        return
    from aoud_cli.ground.safe import visible

    try:
        sys.stderr.write("".join(visible(line) + "\n" for line in lines))
        sys.stderr.flush()
    except OSError:
        _silence(sys.stderr)


def _silence(stream: TextIO | None) -> None:
    """Let the interpreter's own last flush succeed: it would end with 120 and a message otherwise."""
    if stream is None:
        return
    with contextlib.suppress(OSError, ValueError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)
