"""A predicate is one row: what else it needs is found from there, and what was forgotten is told."""

from __future__ import annotations

import json

import pytest
from places import ROOT, TESTS

from aoud_cli.claims.constructions.figures import KEYS
from aoud_cli.claims.constructions.verbs import BUILT_IN
from aoud_cli.claims.forms import DATED
from aoud_cli.claims.lexicon import load_lexicon
from aoud_cli.claims.rules import load_rules
from aoud_cli.predicates import EVENTS, LABELS, PARTED, PREDICATES, SEASONAL, TOPICS
from aoud_cli.spans.kinds import KINDS


def words_of_the_lexicon() -> set[str]:
    return {entry.key for entries in load_lexicon().values() for entry in entries}


@pytest.mark.parametrize("key", PREDICATES)
def test_a_row_is_whole(key: str) -> None:
    row = PREDICATES[key]
    topic, _, predicate = key.partition(".")
    assert topic and predicate.replace("_", "").isalpha() and row.label
    assert (row.unit is not None) == (row.value == "quantity")
    assert row.season or not row.part, "a part is a part of a season"
    assert not row.step or row.value == "date"
    assert row.unit in {None, *(kind.unit for kind in KINDS)}


@pytest.mark.parametrize("key", sorted(PREDICATES))
def test_something_reads_it(key: str) -> None:
    """A rule with an example, a word of the lexicon, or a construction of dated events or figures makes claims of it."""
    read = {make.key for rule in load_rules(examples=True) for make in rule.makes if any(example.finds for example in rule.examples)}
    built = {key for key, _, _ in BUILT_IN}
    assert key in read | words_of_the_lexicon() | built | DATED.keys() | set(KEYS.values())


def test_the_tables_follow_from_the_rows() -> None:
    assert set(LABELS) == set(PREDICATES)
    assert set(TOPICS) == {key.split(".")[0] for key in PREDICATES}
    assert PARTED < SEASONAL
    assert EVENTS == (
        "renewal.announced", "production.filming_start", "production.filming_end", "release.premiere", "release.finale",
    )  # fmt: skip


@pytest.mark.parametrize("key", PREDICATES)
def test_help_lists_every_row(key: str) -> None:
    """`aoud help predicates` says of each what the row says."""
    row, text = PREDICATES[key], (ROOT / "aoud_cli" / "help" / "predicates.md").read_text("utf-8")
    names = [f"        {who} {name}\n" for who, name in (("Wikidata", row.wikidata), ("schema.org", row.schema)) if name]
    assert f"\n    {key}: {row.fact}, {row.value}\n{''.join(names)}" in text


def test_values_are_of_the_kind_that_the_row_says() -> None:
    """Of what gold says, the shipped articles' (a premiere may be unannounced, a renewal merely told)."""
    gold = [json.loads(line) for path in (TESTS / "gold" / "seeds").glob("*.jsonl") for line in path.read_text("utf-8").split("\n") if line]
    assert {f"{row['topic']}.{row['predicate']}" for row in gold} <= set(PREDICATES)
