"""Proposing a profile takes time in step with the text, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from aoud_cli.model import Article, Asserted
from aoud_cli.people.show import find_places, find_platforms, find_seasons

LONG = 40_000  # characters, against a quarter of them


def seconds(text: str) -> float:
    """How long the show's own data take to find, of the processor's time, at best of three."""
    article = Article("a", "a.txt", text, "0", "", Asserted())

    def once() -> float:
        start = time.process_time()
        find_platforms([article], ())
        find_places([article], ())
        find_seasons([article], "Salt Lantern")
        return time.process_time() - start

    return min(once() for _ in range(3))


@pytest.mark.parametrize("unit", ["A", "ABC ", "Ab", "season 2 of it ", "a season 2, ", "streams on A", "A+"])
def test_four_times_the_text_takes_no_sixteen_times_as_long(unit: str) -> None:
    small, large = (seconds((unit * length)[:length]) for length in (LONG // 4, LONG))
    assert large < 10 * max(small, 0.002)
