"""Proposing a profile takes time in step with the text, whatever stands in it."""

from __future__ import annotations

import pytest
from growth import growth

from aoud_cli.model import Article, Asserted
from aoud_cli.people.show import find_places, find_platforms, find_seasons


@pytest.mark.parametrize("unit", ["A", "ABC ", "Ab", "season 2 of it ", "a season 2, ", "streams on A", "A+"])
def test_four_times_the_text_takes_no_sixteen_times_as_long(unit: str) -> None:
    def find(length: int) -> None:
        """The show's own data in a text of so many characters."""
        article = Article("a", "a.txt", (unit * length)[:length], "0", "", Asserted())
        find_platforms([article], ())
        find_places([article], ())
        find_seasons([article], "Salt Lantern")

    assert growth(find, 10_000) < 10
