"""How audiences are counted where another sentence says so."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, QuantityValue
from aoud_cli.names.profile import Profile, Season

OPENED = "Season 1 opened with 5.4 million viewers"
# What an article says, and with how many days of catching up its audience is counted; None where it is open.
ARTICLES: list[tuple[str, int | None]] = [
    (f"{OPENED}. That is an overnight figure, so it leaves out catch-up.", 0),
    (f"{OPENED}. It rained.\n\nFigures: Tallymark, overnight.", 0),
    (f"{OPENED}.\n\nAll figures are Live+Same Day.", 0),
    (f"{OPENED}.\n\nNumbers quoted are consolidated.", 7),
    (f"These are Live+Same Day figures unless we say otherwise. {OPENED}.", 0),
    (f"These are Live+Same Day figures. {OPENED}.", None),
    ("With three days of delayed viewing in, season 1 stood at 5.4 million viewers.", 3),
    (f"{OPENED} in seven days.\n\nAll figures are Live+Same Day.", 7),  # its own words first
    (f"{OPENED}, 7.1 million in seven days.", None),
    (f"{OPENED}.\n\nAll figures are in euros.", None),
    (f"{OPENED}. That is an overnight sensation.", None),
    (f"{OPENED}.\n\nFigures: overnight.\n\nRatings: consolidated.", None),
]


@pytest.mark.parametrize(("text", "days"), ARTICLES, ids=[text for text, _ in ARTICLES])
def test_the_days_that_another_sentence_counts(text: str, days: int | None) -> None:
    profile = Profile("night-harbour", "Night Harbour", platform="Streamly", dated=(Season(1, date(2022, 1, 30)),))
    article = Article("a", "a.txt", f"Night Harbour\n\n{text}", "0", "", Asserted(date(2022, 2, 1), date(2022, 2, 1)))
    values = [claim.value for claim in extract([article], profile) if claim.key == "viewership.viewers"]
    assert [value.window_days for value in values if isinstance(value, QuantityValue) and value.number == 5_400_000] == [days]


# Which showing an audience is of: by the verb that leads up to it, or by the noun before "which".
SHOWINGS: list[tuple[str, str]] = [
    ("Season 1 launched to 5.4 million viewers.", "premiere"),
    ("Season 1 signed off with 5.4 million viewers.", "finale"),
    ("Season 1 started on 30 January with 5.4 million viewers.", "premiere"),
    ("It is up on the season 1 finale, which drew 5.4 million viewers.", "finale"),
    ("It is up on the season 1 finale that drew 5.4 million viewers.", "finale"),
    ("The season 1 opener went out on Sunday night to 5.4 million viewers.", "premiere"),
    ("Season 1 drew 5.4 million viewers.", "season"),
]


@pytest.mark.parametrize(("text", "per"), SHOWINGS, ids=[text for text, _ in SHOWINGS])
def test_the_showing_that_an_audience_is_of(text: str, per: str) -> None:
    profile = Profile("night-harbour", "Night Harbour", platform="Streamly", dated=(Season(1, date(2022, 1, 30)),))
    article = Article("a", "a.txt", f"Night Harbour\n\n{text}", "0", "", Asserted(date(2022, 2, 1), date(2022, 2, 1)))
    values = [claim.value for claim in extract([article], profile) if claim.key == "viewership.viewers"]
    assert [value.per for value in values if isinstance(value, QuantityValue)] == [per]
