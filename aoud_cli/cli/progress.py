"""How far the reading has come, on standard error, where somebody may be looking at it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, TextIO, overload

if TYPE_CHECKING:
    from aoud_cli.cli.options import Output
    from aoud_cli.model import Article

FEWEST = 50  # articles; fewer are read in about a second
STEPS = 100  # of the whole: a line drawn at every article would slow the terminal
_CLEAR = "\r\x1b[K"


class Progress:
    """A line that counts the articles while they are read, and is gone when the work ends, however it ends."""

    def __init__(self, options: Output, stream: TextIO | None = None) -> None:
        from aoud_cli.output.style import is_terminal

        self._stream = sys.stderr if stream is None else stream
        self._wanted = not options.quiet and os.environ.get("TERM") != "dumb" and is_terminal(self._stream)
        self._drawn = False

    def watch(self, articles: Sequence[Article]) -> Sequence[Article]:
        """The articles, counted aloud the first time that they are gone through, where there are many and somebody looks."""
        return _Counted(articles, self) if self._wanted and len(articles) >= FEWEST else articles

    def draw(self, done: int, whole: int) -> None:
        """Show how many of the whole are done; when all are, that they are being compared."""
        if done % max(1, whole // STEPS) and done != whole:
            return
        said = f"reading {done:,} of {whole:,} articles" if done < whole else f"comparing what {whole:,} articles say"
        self._write(f"{_CLEAR}aoud: {said}")
        self._drawn = True

    def _write(self, text: str) -> None:
        try:
            self._stream.write(text)
            self._stream.flush()
        except OSError:  # nobody looks any more
            self._wanted = False

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._drawn:
            self._write(_CLEAR)


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
