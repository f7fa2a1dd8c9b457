"""Terms of which one is wider, and relations of one pair of people told from either end."""

from __future__ import annotations

import pytest
from gold_claims import entity, name, term

from aoud_cli.findings.relate import Relation, relate
from aoud_cli.model import RelationValue, TextValue

TERMS = [
    ("source.based_on", "webtoon", "comic", "within"),
    ("source.based_on", "comic", "manhwa", "contains"),
    ("source.based_on", "comic", "novel", "disjoint"),
    ("production.status", "scheduled", "not_started", "within"),
    ("production.status", "not_started", "scheduled", "contains"),
    ("production.status", "scheduled", "underway", "disjoint"),
    ("crew.director", "webtoon", "comic", "unknown"),
]


@pytest.mark.parametrize(("key", "one", "other", "wanted"), TERMS)
def test_terms(key: str, one: str, other: str, wanted: str) -> None:
    assert relate(key, term(one), term(other)) is Relation(wanted)
    assert relate(key, term(other), term(one)) is Relation(wanted).mirror


# Two relations, and whether both are told of one of the pair.
RELATIONS = [
    ("father", "Father", True, "equal"),
    ("father", "uncle", True, "unknown"),
    ("father", "son", True, "unknown"),
    ("father", "son", False, "equal"),
    ("father", "father", False, "unknown"),
    ("father", "brother", False, "unknown"),
    ("rival", "rival", True, "equal"),
    ("rival", "rival", False, "equal"),
    ("rival", "friend", True, "unknown"),
    ("rival", "friend", False, "unknown"),
]


@pytest.mark.parametrize(("first", "second", "one_way", "wanted"), RELATIONS)
def test_relations(first: str, second: str, one_way: bool, wanted: str) -> None:
    one, other = (RelationValue(word, entity(who, "character"), "") for word, who in ((first, "B"), (second, "B" if one_way else "A")))
    assert relate("character.relation", one, other) is relate("character.relation", other, one) is Relation(wanted)


OCCUPATIONS = [
    ("university freshman", "university student", "within"),
    ("head nurse", "nurse", "within"),
    ("former nurse", "nurse", "unknown"),
    ("nurse", "the", "unknown"),
    ("the", "a", "unknown"),
    ("nurse", "teacher", "unknown"),
    ("The Nurses", "a nurse", "equal"),
]


@pytest.mark.parametrize(("one", "other", "wanted"), OCCUPATIONS)
def test_free_texts(one: str, other: str, wanted: str) -> None:
    assert relate("character.occupation", TextValue(one), TextValue(other)) is Relation(wanted)
    assert relate("character.occupation", TextValue(other), TextValue(one)) is Relation(wanted).mirror


AUTHORS = [
    ("Maria Vell Korda", "Vell", "unknown"),
    ("Maria Vell Korda", "Vell Korda", "unknown"),
    ("Maria Vell Korda", "a friend of hers", "unknown"),
    ("Maria Vell Korda", "Tom Rudd", "disjoint"),
]


@pytest.mark.parametrize(("one", "other", "wanted"), AUTHORS)
def test_part_of_a_name_is_nobody_else(one: str, other: str, wanted: str) -> None:
    assert relate("source.author", name(one), name(other)) is relate("source.author", name(other), name(one)) is Relation(wanted)
