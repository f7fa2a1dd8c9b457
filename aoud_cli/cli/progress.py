"""How far the reading has come, on standard error, where somebody may be looking at it."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TextIO, overload

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

    from aoud_cli.cli.options import Output
    from aoud_cli.model import Article

FEWEST = 50  # articles; fewer are read in about a second
STEPS = 100  # of the whole: a bar drawn at every article would slow the terminal


class Progress:
    """A bar of rich's that fills while articles are read, and is gone when the work ends, however it ends."""

    def __init__(self, options: Output, stream: TextIO | None = None) -> None:
        from aoud_cli.output.style import is_terminal

        self._stream = sys.stderr if stream is None else stream
        self._wanted = not options.quiet and os.environ.get("TERM") != "dumb" and is_terminal(self._stream)
        self._bar: Bar | None = None

    def watch(self, articles: Sequence[Article]) -> Sequence[Article]:
        """The articles, counted the first time that they are gone through, where there are many and somebody looks."""
        return _Counted(articles, self) if self._wanted and len(articles) >= FEWEST else articles

    def compare(self, articles: Sequence[Article]) -> None:
        """Show that the articles are being compared, where `watch` would have counted them."""
        if len(articles) >= FEWEST:
            self.draw(len(articles), len(articles))

    def draw(self, done: int, whole: int) -> None:
        """Show how many of the whole are done; when all are, that they are being compared."""
        if not self._wanted or (done % max(1, whole // STEPS) and done != whole):
            return
        try:
            if self._bar is None:
                self._bar = _bar(self._stream, whole)
            said = "reading" if done < whole else "comparing what they say; read"
            self._bar.update(self._bar.task_ids[0], completed=done, description=said, refresh=True)
        except OSError:  # nobody looks any more
            self._wanted, self._bar = False, None

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._bar is not None:
            with contextlib.suppress(OSError):
                self._bar.stop()


def _bar(stream: TextIO, whole: int) -> Bar:
    """A bar that was started, and draws only when it is told to."""
    from rich.progress import BarColumn, Progress as Bar, TextColumn

    from aoud_cli.output.style import plain_console

    console = plain_console(stream, is_terminal=True)
    counted = TextColumn("aoud: {task.description} {task.completed:,.0f} of {task.total:,.0f} articles", markup=False)
    bar = Bar(counted, BarColumn(), console=console, transient=True, auto_refresh=False)
    bar.add_task("reading", total=whole)
    bar.start()
    return bar


class _Counted(Sequence["Article"]):
    """A sequence that tells how far it has been gone through."""

    def __init__(self, articles: Sequence[Article], progress: Progress) -> None:
        self._articles = articles
        self._progress = progress
        self._is_new = True

    def __iter__(self) -> Iterator[Article]:
        if not self._is_new:
            yield from self._articles
            return
        self._is_new = False
        for number, article in enumerate(self._articles):
            self._progress.draw(number, len(self._articles))
            yield article
        self._progress.draw(len(self._articles), len(self._articles))

    def __len__(self) -> int:
        return len(self._articles)

    @overload
    def __getitem__(self, place: int) -> Article: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Article]: ...
    def __getitem__(self, place: int | slice) -> Article | Sequence[Article]:
        return self._articles[place]
