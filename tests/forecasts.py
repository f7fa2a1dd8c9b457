"""Small forecasts for the tests of layouts."""

from __future__ import annotations

from gold_claims import dates, make_claim

from aoud_cli.model import Claim, DateValue

LABELS = {"wire_1": "wire", "blog_1": "blog", "site_1": "site"}


PREMIERE, PLAYS, STATUS = "release.premiere", "cast.plays", "cast.status"


def forecast(document: str, words: str, when: str, asserted: str, certainty: str = "probable", place: int = 0) -> Claim:
    value = DateValue(dates(when).when, words)
    return make_claim(document, PREMIERE, "season-2", value, asserted=asserted, certainty=certainty, quote=f"it comes {words}", place=place)


SLIPPING = [
    forecast("wire_1", "in 2024", "2024-01-01..2024-12-31", "2023-03-01..2023-09-30", "possible"),
    forecast("blog_1", "late in 2024", "2024-09-01..2024-12-31", "2024-02-02"),
    forecast("site_1", "by 2026", "..2026-12-31", "2025-05-05"),
    forecast("site_1", "in 2026", "2026-01-01..2026-12-31", "2025-05-05", "certain", place=50),
]
