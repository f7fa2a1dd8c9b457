"""The line-up of a later season: back is in it who was in an earlier one; of anybody else it tells nothing but their part."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted
from aoud_cli.names.profile_file import parse_profile

PROFILE = parse_profile(
    """
title: Copper Bay
seasons: [{number: 1, premiered: 2022-03-06}, {number: 2, premiered: 2023-05-07}, {number: 3}]
performers: [Ida Lorne, Tom Hale, Jane Ortegal]
characters: [Mina Dale, Sam Birch, Ruth Oake]
crew: [Vera Holt]
""",
    "show.yaml",
)
FIRST = ("Ida Lorne plays Mina Dale in Copper Bay.", date(2022, 2, 1))  # before anything was out
LATER = ("Jane Ortegal joins Copper Bay as Ruth Oake for season 3.", date(2024, 1, 5))
DAY = date(2024, 6, 1)


def statuses(text: str, *before: tuple[str, date]) -> set[tuple[str, int | None, str]]:
    """Whom the last of the articles has in which season, and as what."""
    told = [*before, (text, DAY)]
    articles = [
        Article(f"a{number}", f"a{number}.txt", f"{words}\n", "Copper Bay", str(number), Asserted(day, day, "stated", "x"))
        for number, (words, day) in enumerate(told)
    ]
    claims = (claim for claim in extract(articles, PROFILE) if claim.key == "cast.status")
    last = articles[-1].document
    return {(claim.subject.name, claim.season, getattr(claim.value, "term", "")) for claim in claims if claim.source.document == last}


BACK = {("Ida Lorne", 3, "returning")}
LINEUPS = [
    "Copper Bay season 3\n\nWho's in the cast of season 3?\n\n- Ida Lorne as Mina Dale\n- Tom Hale as Sam Birch",
    "Copper Bay season 3\n\nWho's in the cast of season 3?\n\nHere are the names so far:\n\n\u2022 Ida Lorne as Mina Dale\n\u2022 Tom Hale",
    "Copper Bay season 3\n\nSeason 3 cast\n\nIda Lorne (Mina Dale)\n\nTom Hale (Sam Birch)",
    "The cast of season 3 of Copper Bay includes Ida Lorne and Tom Hale.",
    "Season 3 of Copper Bay stars Ida Lorne and Tom Hale.",
]


@pytest.mark.parametrize("text", LINEUPS)
def test_who_was_in_an_earlier_season_is_back(text: str) -> None:
    assert statuses(text, FIRST) == BACK


@pytest.mark.parametrize("text", LINEUPS)
def test_of_somebody_whom_no_earlier_season_has_nothing_is_told(text: str) -> None:
    assert statuses(text) == set()


def test_who_is_new_in_the_season_is_not_back() -> None:
    text = "Copper Bay season 3\n\nSeason 3 cast\n\nIda Lorne (Mina Dale)\n\nJane Ortegal (Ruth Oake)"
    assert statuses(text, FIRST, LATER) == BACK


@pytest.mark.parametrize(
    "text",
    [
        "Copper Bay season 1\n\nSeason 1 cast\n\nIda Lorne (Mina Dale)",
        "Copper Bay\n\nCast\n\nIda Lorne (Mina Dale)",
        "Copper Bay season 3\n\nWho directed season 3?\n\nIda Lorne",
        "Copper Bay season 3\n\nCast members who have died\n\nIda Lorne (Mina Dale)",
        "Copper Bay season 3\n\nSeason 3 cast wish list\n\nIda Lorne (Mina Dale)",
        "Copper Bay season 3\n\nSeason 3 stars we miss\n\nIda Lorne (Mina Dale)",
    ],
)
def test_no_lineup_of_a_later_season(text: str) -> None:
    """Of the first, of none that words name, of the crew, of others."""
    assert statuses(text, FIRST) == set()


def test_a_lineup_that_says_who_is_out() -> None:
    assert statuses("Copper Bay season 3\n\nNot in the cast of season 3:\n\n- Ida Lorne\n- Tom Hale", FIRST) <= {
        ("Ida Lorne", 3, "out"), ("Tom Hale", 3, "out"),
    }  # fmt: skip
