"""Values, claims, sides and facts in the words of a reason."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import dates, entity, hours, make_claim, name, term

from aoud_cli.findings.build import make_side
from aoud_cli.findings.facts import group_facts
from aoud_cli.findings.words import say_claim, say_fact, say_side, say_some, say_value
from aoud_cli.model import QuantityValue, RelationValue, TextValue, Value

VALUES: list[tuple[Value, str]] = [
    (dates("2025-07-01..2025-07-31"), "2025-07"),
    (name("A B"), "A B"),
    (term("not_started"), "not started"),
    (TextValue("Head Nurse"), "Head Nurse"),
    (RelationValue("half_brother", entity("B S", "character"), ""), "half brother of B S"),
    (hours(560_780_000, 28), "over 560.78 million hours in 28 days"),
    (hours(560_000_000, None, bound="exactly"), "560 million hours"),
    (hours(1_000_000, None, bound="exactly"), "1 million hours"),
    (hours(999_999, None, bound="exactly"), "999,999 hours"),
    (hours(1, None, bound="at_least"), "at least 1 hour"),
    (QuantityValue(90, "country", "about", "90"), "about 90 countries"),
    (QuantityValue(1, "country", "exactly", "1"), "1 country"),
    (QuantityValue(3, "rank", "exactly", "3", 7), "rank 3 in 7 days"),
    (QuantityValue(12, "episode", "exactly", "12"), "12 episodes"),
]


@pytest.mark.parametrize(("value", "wanted"), VALUES)
def test_values(value: Value, wanted: str) -> None:
    assert say_value(value) == wanted


CLAIMS: list[tuple[dict[str, Any], str, str, str]] = [
    ({}, "2025-07", "2025-07 (a)", "2025-07 (a; at an unknown time)"),
    ({"certainty": "probable"}, "2025-07 (probable)", "2025-07 (probable; a)", "2025-07 (probable; a; at an unknown time)"),
    ({"polarity": "negative"}, "not 2025-07", "not 2025-07 (a)", "not 2025-07 (a; at an unknown time)"),
    ({"asserted": "2025-07-23"}, "2025-07", "2025-07 (a)", "2025-07 (a; on 2025-07-23)"),
]


@pytest.mark.parametrize(("told", "claim", "side", "dated"), CLAIMS)
def test_claims_and_sides(told: dict[str, Any], claim: str, side: str, dated: str) -> None:
    one = make_claim("a", "release.premiere", "season-2", dates("2025-07-01..2025-07-31"), **told)
    assert (say_claim(one), say_side(make_side([one])), say_side(make_side([one]), dated=True)) == (claim, side, dated)
    assert say_side(make_side([one]), who=True) == side.replace("2025-07", "season-2")


@pytest.mark.parametrize(("count", "wanted"), [(1, "a"), (3, "a, b, c"), (4, "a, b, c and 1 more"), (6, "a, b, c and 3 more")])
def test_the_first_of_many(count: int, wanted: str) -> None:
    assert say_some("abcdef"[:count]) == wanted


FACTS: list[tuple[str, str, dict[str, Any], list[str]]] = [
    ("release.premiere", "season-2", {}, ["season-2 premiere"]),
    ("release.premiere", "season-2", {"part": 2}, ["season-2 part 2 premiere"]),
    ("production.filming_start", "season-2", {}, ["season-2 filming start"]),
    ("character.fate", "P Q", {"season": 2}, ["P Q fate (season 2)"]),
    ("character.fate", "P Q", {}, ["P Q fate"]),
    ("cast.plays", "X Y", {"season": 2}, ["X Y plays", "A B is played by"]),
]


@pytest.mark.parametrize(("key", "subject", "told", "wanted"), FACTS)
def test_facts(key: str, subject: str, told: dict[str, Any], wanted: list[str]) -> None:
    facts = group_facts([make_claim("a", key, subject, name("A B"), **told)])
    assert sorted(map(say_fact, facts)) == sorted(wanted)
