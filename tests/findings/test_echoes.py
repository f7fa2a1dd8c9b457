"""How long a sentence must be, and how near to another, to be taken over from it."""

from __future__ import annotations

import pytest
from gold_claims import dates, make_article, make_claim

from aoud_cli.findings.voices import find_echoes, give_voices, independent
from aoud_cli.model import Article, Claim

WORDS = "every one of the sixteen words of this long sentence stands in it for a reason".split()
OWN = "Somebody else wrote down what was heard in the street, and it is told here as it was."
ANOTHER = "It is another day, and nobody in the town has heard of any of this before."


def articles(*texts: str, days: tuple[str | None, ...] = ()) -> list[Article]:
    stated = [*days, *[None] * len(texts)]
    return [make_article(name, day)._replace(text=f"{text} ") for name, text, day in zip("abcdef", texts, stated, strict=False)]


def voiced(*texts: str, days: tuple[str | None, ...] = ()) -> list[Claim]:
    """A claim in the first sentence of each text, with its voice."""
    told = articles(*texts, days=days)
    claims = [make_claim(one.document, "release.premiere", "season-2", dates("2026-03-01"))._replace(asserted=one.asserted) for one in told]
    return give_voices(claims, told, find_echoes(told))


def sentence(length: int, changed: int = 0) -> str:
    words = [*WORDS[:length]]
    for place in range(changed):
        words[5 + 4 * place] = "never"
    return f"{' '.join(words)}."


LENGTHS = [
    ("twelve words", sentence(12), sentence(12), 1),
    ("eleven words", sentence(11), sentence(11), 2),
    ("one word in sixteen", sentence(16), sentence(16, 1), 1),
    ("two words in sixteen", sentence(16), sentence(16, 2), 2),
]


@pytest.mark.parametrize(("one", "other", "wanted"), [row[1:] for row in LENGTHS], ids=[row[0] for row in LENGTHS])
def test_what_is_taken_over(one: str, other: str, wanted: int) -> None:
    assert independent(voiced(f"{one} {OWN}", f"{other} {ANOTHER}")) == wanted


VOICES: list[tuple[str, tuple[str | None, ...], list[str]]] = [
    ("no day is known", (None, None, None), ["", "a", "a"]),
    ("the second is the earliest", ("2026-02-03", "2026-02-01", "2026-02-02"), ["b", "", "b"]),
    ("one of them has a day", (None, "2026-02-01", None), ["b", "", "b"]),
]


@pytest.mark.parametrize(("days", "wanted"), [row[1:] for row in VOICES], ids=[row[0] for row in VOICES])
def test_the_first_of_copies_is_its_own_voice(days: tuple[str | None, ...], wanted: list[str]) -> None:
    assert [claim.voice for claim in voiced(*[sentence(16)] * 3, days=days)] == wanted


def test_an_article_is_the_copy_of_the_one_that_it_is_nearest_to() -> None:
    lines = [f"Line number {word} says what no other of them says." for word in "one two three four five six seven eight nine ten".split()]
    others = [f"Nothing like it stands in {word}, nor ever did." for word in "Busan Jeju Ulsan".split()]
    told = articles(" ".join(lines), " ".join([*lines[:7], *others]), " ".join([*lines[:8], *others[:2]]))
    assert dict(find_echoes(told).near) == {"c": "b"}
