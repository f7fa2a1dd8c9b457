"""Small gold and small claims for the tests of the score."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from gold_claims import dates, make_claim

from aoud_cli.model import (
    Article,
    Asserted,
    Claim,
    Entity,
    EntityValue,
    QuantityValue,
    RelationValue,
    Value,
)
from aoud_cli.scoring.gold import read_gold
from aoud_cli.scoring.match import Names
from aoud_cli.scoring.score import judge
from aoud_cli.scoring.tally import Score

Write = Callable[..., Path]


def row(key: str, subject: str, value: object, **told: Any) -> dict[str, Any]:
    topic, predicate = key.split(".")
    base = {"topic": topic, "predicate": predicate, "subject": subject, "value": value, "season": None, "certainty": "certain"}
    return {**base, "core": True, "evidence": "words", **told}


def named(name: str) -> EntityValue:
    return EntityValue(name, name, name)


def number(figure: int, unit: Any) -> QuantityValue:
    return QuantityValue(figure, unit, "exactly", str(figure))


def relation(kind: str, to: str) -> RelationValue:
    return RelationValue(kind, Entity(to, to, "character"), to)


YEAR = {"earliest": "2026-01-01", "latest": "2026-12-31"}


JULY = {"earliest": "2026-07-01", "latest": "2026-07-31"}


OPEN = {"earliest": None, "latest": "2026-07-31"}


NOTHING = {"earliest": None, "latest": None}


TEXT = "Moon Ha-eun plays Ahn Seo-rin. It may premiere in July 2026. Ten episodes. It will premiere in July 2026. Gil Tae-oh directs."


def told(key: str, subject: str, value: Value, quote: str, **more: Any) -> Claim:
    rule = more.pop("rule", "rule.one")
    claim = make_claim("a", key, subject, value, quote=quote, place=TEXT.find(quote), **more)
    return claim._replace(rule=rule)


def small_gold(write: Write) -> Path:
    return write(
        "a",
        row("cast.plays", "Moon Ha-eun", "Ahn Seo-rin", season=2, evidence="Moon Ha-eun plays Ahn Seo-rin"),
        row("release.premiere", "season-2", JULY, season=2, certainty="possible", evidence="may premiere in July 2026"),
        row("episodes.count", "season-2", 10, season=2, certainty="any", evidence="Ten episodes"),
        row("episodes.count", "season-2", 12, season=2, core=False, evidence="Ten episodes"),
        row("trailer.available", "season-2", "no", season=2, evidence="nowhere in it"),
    )


def small_claims() -> list[Claim]:
    return [
        told("cast.plays", "Moon Ha-eun", named("Ahn Seo-rin"), "Moon Ha-eun plays Ahn Seo-rin"),
        # Twice the same: one statement, and the nearest one's certainty counts.
        told("release.premiere", "season-2", dates("2026-07-01..2026-07-31"), "It may premiere in July 2026", certainty="possible"),
        told("release.premiere", "season-2", dates("2026-07-01..2026-07-31"), "It will premiere in July 2026", rule="rule.two"),
        told("release.premiere", "season-2", dates("2029-07-01..2029-07-31"), "It will premiere in July 2026", rule="rule.two"),
        told("release.premiere", "season-2", dates("2030-07-01..2030-07-31"), "It may premiere", polarity="negative"),
        told("episodes.count", "season-1", number(10, "episode"), "Ten episodes", rule="rule.two"),
        told("episodes.count", "season-2", number(12, "episode"), "Ten episodes", rule="rule.two"),
        told("crew.director", "show", named("Gil Tae-oh"), "Gil Tae-oh directs", rule="rule.two"),
    ]


def article(document: str = "a", text: str = TEXT) -> Article:
    return Article(document, f"docs/{document}.txt", text, "0", "", Asserted())


def small_score(write: Write) -> Score:
    return judge(small_claims(), [article(), article("b")], read_gold(str(small_gold(write))), Names({}))
