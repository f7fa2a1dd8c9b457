"""Which words and which claims bound the day of an article without one, and how the bounds are told."""

from __future__ import annotations

import pytest
from gold_claims import dates, make_article, make_claim

from aoud_cli.findings.dating import date_articles
from aoud_cli.model import Claim

S2, START, PREMIERE = "season-2", "production.filming_start", "release.premiere"


def told(key: str, when: str, quote: str, certainty: str = "certain") -> Claim:
    return make_claim("a", key, S2, dates(when), quote=quote, certainty=certainty)


ROWS: list[tuple[str, list[Claim], tuple[str | None, str | None]]] = [
    ("words that say neither past nor ahead", [told(START, "2025-07-01", "a July start")], ("2025-07-01", None)),
    ("words of both", [told(START, "2025-07-01", "it began and will go on")], ("2025-07-01", None)),
    ("words of what is ahead", [told(START, "2025-07-01", "it will begin")], (None, None)),
    (
        "a forecast that ends on the day of what is past",
        [told(START, "2025-07-01", "it began"), told(PREMIERE, "2025-01-01..2025-07-01", "it is due", "probable")],
        ("2025-07-01", "2025-07-01"),
    ),
    (
        "a forecast that ends on the day before",
        [told(START, "2025-07-01", "it began"), told(PREMIERE, "2025-01-01..2025-06-30", "it is due", "probable")],
        ("2025-07-01", None),
    ),
    ("an order that is expected", [told("renewal.announced", "2025-01-01..2025-12-31", "it is due", "probable")], (None, None)),
]


@pytest.mark.parametrize(("claims", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_bounds(claims: list[Claim], wanted: tuple[str | None, str | None]) -> None:
    asserted = date_articles([make_article("a")], claims)["a"]
    assert tuple(None if day is None else str(day) for day in (asserted.earliest, asserted.latest)) == wanted


def test_the_reasons_name_the_events_and_their_season() -> None:
    claims = [told(START, "2025-07-01..2025-07-31", "it began"), told(PREMIERE, "2026-01-01..2026-12-31", "it is due", "probable")]
    assert date_articles([make_article("a")], claims)["a"].reason == (
        "after the filming start of season 2 (2025-07), told as past; by 2026-12-31: the premiere of season 2 (2026) is still to come"
    )
    of_the_show = [told(START, "2025-07-01", "it began")._replace(season=None)]
    assert date_articles([make_article("a")], of_the_show)["a"].reason == "after the filming start (2025-07-01), told as past"
