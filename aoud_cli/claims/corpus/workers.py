"""Readers in processes of their own, each with a share of the articles, taken through the steps as one reader is.

The processes are forked, so that nothing is loaded twice. What they send is what an article gives to the others, and at last its claims.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, cast

from aoud_cli.claims.corpus.footprint import Corpus, Kept, Settled, Stated, Taught
from aoud_cli.claims.corpus.reader import Reader
from aoud_cli.claims.seasons.calendar import Calendar
from aoud_cli.model import AoudError, Article
from aoud_cli.names.profile import Profile
from aoud_cli.spans.kinds import Role

LEAST = 10  # articles that are worth a process


def jobs_for(articles: int, wanted: int | None) -> int:
    """How many processes should read so many articles: as many as are wanted (None: as there are processors), where that pays.

    There is one where processes can't be forked (Windows), or where it isn't safe (another thread runs).
    """
    if not hasattr(os, "fork") or threading.active_count() > 1:
        return 1
    free = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(wanted or free, articles // LEAST))


class Workers:
    """Several readers in the place of one; `Reader` says what each step is and raises. Raises AoudError where a process dies."""

    def __init__(self, profile: Profile, kept: Mapping[str, Kept], jobs: int, *, any_subject: bool = False) -> None:
        self.profile, self.articles, self.faults = profile, dict[str, Article](), dict[str, str]()
        self._kept, self._jobs, self._any_subject = kept, jobs, any_subject
        self._workers: list[tuple[BaseProcess, Connection]] = []

    def __enter__(self) -> Workers:
        return self

    def __exit__(self, *_: object) -> None:
        for process, connection in self._workers:
            connection.close()
            process.kill()
            process.join()

    def teach(self, articles: Sequence[Article]) -> dict[str, Taught]:
        """Share the articles out and say what each teaches; going through `articles` counts those that were read."""
        told = articles[:]
        self.articles = {article.document: article for article in told}
        for number in range(self._jobs):
            self._start(told[number :: self._jobs])
        counted, open_ones, found = iter(articles), [connection for _, connection in self._workers], dict[str, Any]()
        while open_ones:
            for connection in cast("list[Connection]", wait(open_ones)):
                answer = self._receive(connection)
                if answer is None:
                    next(counted, None)
                else:
                    found |= answer
                    open_ones.remove(connection)
        for _ in counted:  # the last is shown as read
            pass
        return self._in_order(found)

    def state(self, learned: Mapping[str, Role]) -> dict[str, Stated]:
        """What each article states."""
        return self._all("state", dict(learned))

    def settle(self, plain: frozenset[str], calendar: Calendar) -> dict[str, Settled]:
        """What each article tells of which season."""
        return self._all("settle", plain, calendar)

    def tell(self, corpus: Corpus) -> dict[str, Kept]:
        """The claims of each article, with all that is to be kept of it."""
        return self._all("tell", corpus)

    def _start(self, articles: Sequence[Article]) -> None:
        context = multiprocessing.get_context("fork")  # type: ignore[attr-defined, unused-ignore]
        ours, theirs = context.Pipe()
        others = [ours, *(connection for _, connection in self._workers)]
        reader = Reader(self.profile, self._kept, any_subject=self._any_subject)
        process = context.Process(target=_work, args=(theirs, others, reader, articles), daemon=True)
        process.start()
        theirs.close()
        self._workers.append((process, ours))

    def _all(self, step: str, *given: object) -> dict[str, Any]:
        for _, connection in self._workers:
            connection.send((step, given))
        found: dict[str, Any] = {}
        for _, connection in self._workers:
            found |= self._receive(connection)
        return self._in_order(found)

    def _receive(self, connection: Connection) -> Any:
        try:
            answer = connection.recv()
        except (EOFError, OSError):
            raise AoudError("a process that was reading articles died; --jobs 1 reads them in one") from None
        if isinstance(answer, BaseException):
            raise answer
        found, faults = answer
        self.faults |= faults
        return found

    def _in_order(self, found: Mapping[str, Any]) -> dict[str, Any]:
        return {document: found[document] for document in self.articles if document in found}


def _work(connection: Connection, others: Iterable[Connection], reader: Reader, articles: Sequence[Article]) -> None:
    """One process: every step that it is told, until nobody listens any more. It never returns."""
    try:
        for other in others:
            other.close()  # held open here, the end of the one that started us would never show
        connection.send((reader.teach(_counted(articles, connection)), reader.faults))
        while True:
            step, given = connection.recv()
            connection.send((getattr(reader, step)(*given), reader.faults))
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        pass  # the one that asked is gone, or told to stop, and says so itself
    except BaseException as error:
        connection.send(error)
    finally:
        os._exit(0)


def _counted(articles: Iterable[Article], connection: Connection) -> Iterator[Article]:
    for article in articles:
        yield article
        connection.send((None, {}))
