"""Events of a season that stand the wrong way round, and what only looks so."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import ORDER, dates, make_claim, term

from aoud_cli.model import Claim, Verdict
from aoud_cli.verdicts.find import find

S2 = "season-2"
RENEWED, START, END, PREMIERE = ORDER


def told(
    document: str, key: str, when: str, asserted: str | None = None, subject: str = S2, words: str = "", season_by: str = "", **how: Any
) -> Claim:
    claim = make_claim(document, key, subject, dates(when), asserted=asserted, **how)
    value = claim.value._replace(text=words) if words else claim.value
    return claim._replace(value=value, season_by=season_by)


ON_AIR = told("b", PREMIERE, "2023-01-08", "2023-02-13")
ROWS: list[tuple[str, list[Claim], list[str]]] = [
    ("filming ends after the premiere", [told("a", END, "2022-06-01"), told("b", PREMIERE, "2022-01-28")], ["error"]),
    ("both on one day", [told("a", END, "2022-01-28"), told("b", PREMIERE, "2022-01-28")], []),
    ("the premiere has no last day", [told("a", END, "2022-06-01"), told("b", PREMIERE, "2021-01-01..")], []),
    ("one article tells both", [told("a", END, "2022-06-01"), told("a", PREMIERE, "2022-01-28")], []),
    ("a later part", [told("a", END, "2022-06-01"), told("b", PREMIERE, "2022-01-28", part=2)], []),
    ("the first part is the season", [told("a", END, "2022-06-01"), told("b", PREMIERE, "2022-01-28", part=1)], ["error"]),
    ("of no known season", [told("a", END, "2022-06-01", subject="show"), told("b", PREMIERE, "2022-01-28", subject="show")], []),
    ("the first event in a month without its year", [told("a", END, "2024-07-01..2024-07-31", "2025-05-20", words="July"), ON_AIR], []),
    ("the first event's year told", [told("a", END, "2024-07-01..2024-07-31", "2025-05-20", words="July 2024"), ON_AIR], ["error"]),
    ("the first event last July", [told("a", END, "2024-07-01..2024-07-31", "2025-05-20", words="last July"), ON_AIR], ["error"]),
    ("the first event still to come", [told("a", END, "2025-07-01..2025-07-31", "2025-05-20", words="July"), ON_AIR], ["error"]),
    ("the season only by the article's day", [told("a", END, "2024-07-01", season_by="time"), ON_AIR], []),
    ("the season of the sentence before", [told("a", END, "2024-07-01", season_by="before"), ON_AIR], []),
    ("the season of the heading", [told("a", END, "2024-07-01", season_by="heading"), ON_AIR], ["error"]),
    (
        "a hedged plan that the later event overtook",
        [told("a", START, "2025-01-01..2025-03-31", "2024-06-01", certainty="probable"), told("b", RENEWED, "2025-06-06", "2025-07-01")],
        [],
    ),
    (
        "a plan told as fact that the later event overtook",
        [told("a", START, "2025-01-01..2025-03-31", "2024-06-01"), told("b", RENEWED, "2025-06-06", "2025-07-01")],
        [],
    ),
    (
        "a plan for the first event that the second overtook",
        [told("a", RENEWED, "2025-06-06", "2024-01-01", certainty="probable"), told("b", START, "2024-10-01", "2024-11-01")],
        [],
    ),
    (
        "plans of one day",
        [told("a", RENEWED, "2025-06-06", "2024-01-01", certainty="probable"), told("b", START, "2024-10-01", "2024-01-01")],
        ["warning"],
    ),
    (
        "a fact, and a plan of a later article",
        [told("a", START, "2024-10-01", "2024-11-01"), told("b", RENEWED, "2025-06-06", "2024-12-01", certainty="probable")],
        ["warning"],
    ),
]


@pytest.mark.parametrize(("claims", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_stands_the_wrong_way_round(claims: list[Claim], wanted: list[str]) -> None:
    found = [finding for finding in find(claims, (), ORDER) if finding.verdict is Verdict.ORDER]
    assert [finding.severity.value for finding in found] == wanted


def test_an_expired_forecast_is_in_no_disorder() -> None:
    """The undated article can't be placed after the forecast, so nothing but that it expired takes the forecast out."""
    forecast = told("a", PREMIERE, "2024-05-01..2024-08-31", "2023-06-01", certainty="probable")
    filming = told("c", START, "2025-07-01..2025-07-31")
    unannounced = make_claim("b", PREMIERE, S2, term("unannounced"), asserted="2025-07-23")
    found = {finding.verdict for finding in find([forecast, filming], (), ORDER)}
    assert found == {Verdict.ORDER}
    found = {finding.verdict for finding in find([forecast, filming, unannounced], (), ORDER)}
    assert found == {Verdict.EXPIRED}
