"""Audiences in rows that no noun counts: a table's columns, and rows of ratings."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, QuantityValue
from aoud_cli.names.profile import Profile, Season

SEASONS = (Season(1, date(2022, 1, 30)), Season(2, date(2024, 1, 28)))
OVERVIEW = "| Season | Episodes | Overnight | Premiere viewers (millions) | Share |\n|---|---|---|---|---|\n"
# What stands in an article, and of which season, how many, counted with how many days of catching up, of what.
ROWS: list[tuple[str, list[tuple[int, int, int | None, str | None]]]] = [
    (OVERVIEW + "| 1 | 8 | 388,000 | 1.84 | 41.2 |", [(1, 388_000, 0, None), (1, 1_840_000, None, "premiere")]),
    ("| Series | Overnight | Seven days |\n|---|---|---|\n| One | 3.1m | 4.6m |", [(1, 3_100_000, 0, None), (1, 4_600_000, 7, None)]),
    ("| Season | Overnight ('000s) |\n|---|---|\n| 2 | 512.5 |", [(2, 512_500, 0, None)]),
    (
        "Season one finale (May 11, 2022): 519,000 overnight, 803,000 consolidated",
        [(1, 519_000, 0, "finale"), (1, 803_000, 7, "finale")],
    ),
    ("Same-day viewers:\n\n  Season 2 premiere (Jan. 28, 2024)   1.62 million", [(2, 1_620_000, 0, "premiere")]),
    ("The first series opener: 5.4m overnight", [(1, 5_400_000, 0, "premiere")]),
    ("| Season | Budget (millions) | Share |\n|---|---|---|\n| 1 | 41.5 | 12.1 |", []),
    ("| Season | Overnight rank |\n|---|---|\n| 1 | 12.4 |", []),
    ("Season 2 finale (March 17, 2024): 9.1 stars", []),
    ("Season 2 finale: $519,000 overnight, 12.3% of viewers", []),
    ("Season 2 finale (March 17, 2024): 71 minutes", []),
]


@pytest.mark.parametrize(("text", "told"), ROWS, ids=[text for text, _ in ROWS])
def test_the_audiences_of_rows(text: str, told: list[tuple[int, int, int | None, str | None]]) -> None:
    profile = Profile("night-harbour", "Night Harbour", platform="Streamly", seasons=2, dated=SEASONS)
    article = Article("a", "a.txt", f"Night Harbour\n\n{text}", "0", "", Asserted(date(2024, 6, 1), date(2024, 6, 1)))
    claims = [claim for claim in extract([article], profile) if claim.key == "viewership.viewers"]
    values = [(claim.season, claim.value) for claim in claims]
    assert [(season, v.number, v.window_days, v.per) for season, v in values if isinstance(v, QuantityValue)] == told
    assert all(article.text[claim.source.start : claim.source.end] == claim.source.quote for claim in claims)
