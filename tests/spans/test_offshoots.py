"""Works beside the show that are called by their kind, or by the end of their title."""

from __future__ import annotations

import pytest
from growth import growth

from aoud_cli.ground.text import lower
from aoud_cli.spans.offshoots import find_offshoots, own_kinds
from aoud_cli.spans.titles import short_titles

TITLES, WORKS = ("Salt Lantern",), ("Salt Lantern: The Trial", "Night Ferry")

OWN = [
    ("Salt Lantern, a prequel to Night Ferry, is back.", {"prequel", "sequel", "spinoff"}),
    ("The Night Ferry prequel is back.", {"prequel", "sequel", "spinoff"}),
    ("The spin-off Salt Lantern is back.", {"prequel", "sequel", "spinoff"}),
    ("Salt Lantern is an American remake.", {"american", "remake"}),
    ("We love Salt Lantern. The spin-off starts in May.", set()),
    ("Salt Lantern is a hit that spawned a prequel.", set()),
    ("The spin-off Salt Lantern: The Trial is back.", set()),
    ("Salt Lantern is back.", set()),
]
FOUND = [
    ("The spin-off starts in May.", frozenset(), ["The spin-off"]),
    ("An English-language version starts in May.", frozenset(), ["An English-language version"]),
    ("The US remake, its reality show and the prequel are out.", frozenset(), ["The US remake", "its reality show", "the prequel"]),
    ("The prequel starts in May.", frozenset({"prequel"}), []),
    ("The American version of the story is older.", frozenset(), []),
    ("The version is older.", frozenset(), []),
]
SHORT = [
    ("Salt Lantern is back.", ("The Trial",)),
    ("Salt Lantern: Final Exam is a contest.", ("The Trial", "Final Exam")),
    ("Salt Lantern: Chicago is a contest.", ("The Trial",)),
]


@pytest.mark.parametrize(("text", "own"), OWN)
def test_what_an_article_calls_the_show_itself(text: str, own: set[str]) -> None:
    assert own_kinds(text, TITLES, WORKS) == own


@pytest.mark.parametrize(("text", "own", "found"), FOUND)
def test_what_a_sentence_calls_a_work_beside_it(text: str, own: frozenset[str], found: list[str]) -> None:
    assert [text[start:end] for start, end in find_offshoots(lower(text), own)] == found


@pytest.mark.parametrize(("text", "short"), SHORT)
def test_what_is_called_without_the_shows_title(text: str, short: tuple[str, ...]) -> None:
    assert short_titles(TITLES, WORKS, text) == short


def test_an_article_of_titles_takes_its_length() -> None:
    def read(size: int) -> object:
        text = "Salt Lantern, a hit, is a remake beside the spin-off. " * size
        return own_kinds(text, TITLES, WORKS), list(find_offshoots(lower(text), frozenset())), short_titles(TITLES, WORKS, text)

    assert growth(read, 200) < 8
