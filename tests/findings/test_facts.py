"""Which claims are of one fact, and whom and what a claim names."""

from __future__ import annotations

import pytest
from gold_claims import dates, entity, make_claim, name, term

from aoud_cli.findings.facts import group_facts, ids_of
from aoud_cli.model import Claim, QuantityValue, RelationValue, TextValue, Value


def facts(*claims: Claim) -> list[tuple[str, int | None, int | None]]:
    return [(fact.subject.id, fact.season, fact.part) for fact in group_facts(claims)]


def fate(document: str, season: int | None) -> Claim:
    return make_claim(document, "character.fate", "P Q", term("dead"), season=season)


def count(document: str, part: int | None) -> Claim:
    return make_claim(document, "episodes.count", "season-1", QuantityValue(8, "episode", "exactly", "8"), part=part)


def premiere(document: str, part: int | None) -> Claim:
    return make_claim(document, "release.premiere", "season-1", dates("2022-01-28"), part=part)


def test_seasons_and_parts_are_facts_of_their_own() -> None:
    assert facts(fate("a", None), fate("b", 1), fate("c", 2)) == [("pq", None, None), ("pq", 1, None), ("pq", 2, None)]
    assert facts(count("a", None), count("b", 1), count("c", 2)) == [("season-1", 1, None), ("season-1", 1, 1), ("season-1", 1, 2)]
    assert facts(premiere("a", None), premiere("b", 1), premiere("c", 2)) == [("season-1", 1, None), ("season-1", 1, 2)]


def status(who: str) -> Claim:
    return make_claim("a", "cast.status", who, term("out"), season=2)


PLAYS: list[tuple[str, Claim, list[str]]] = [
    ("surely", make_claim("b", "cast.plays", "X Y", name("P Q")), ["xy"]),
    ("perhaps", make_claim("b", "cast.plays", "X Y", name("P Q"), certainty="probable"), ["pq"]),
    ("not at all", make_claim("b", "cast.plays", "X Y", name("P Q"), polarity="negative"), ["pq"]),
    ("a director of that name", make_claim("b", "crew.director", "season-2", name("P Q")), ["pq"]),
]


@pytest.mark.parametrize(("claim", "wanted"), [row[1:] for row in PLAYS], ids=[row[0] for row in PLAYS])
def test_whose_a_status_is(claim: Claim, wanted: list[str]) -> None:
    assert [fact.subject.id for fact in group_facts([status("P Q"), claim]) if fact.key == "cast.status"] == wanted


NAMED: list[tuple[str, Value, list[str]]] = [
    ("cast.plays", name("P Q"), ["xy", "pq"]),
    ("character.relation", RelationValue("father", entity("B S", "character"), ""), ["xy", "bs"]),
    ("character.occupation", TextValue("Head Nurse"), ["xy", "head-nurse"]),
    ("cast.status", term("out"), ["xy"]),
]


@pytest.mark.parametrize(("key", "value", "wanted"), NAMED)
def test_whom_a_claim_names(key: str, value: Value, wanted: list[str]) -> None:
    assert list(ids_of(make_claim("a", key, "X Y", value))) == wanted
