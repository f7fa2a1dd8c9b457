"""The kinds of span: one table, and data that name them in words."""

from __future__ import annotations

import re

import pytest
from places import ROOT

from aoud_cli.claims.rules import parse_rules
from aoud_cli.model import AoudError
from aoud_cli.spans.kinds import FIGURES, KINDS, LETTERS, ROLES, SLOTS, UNITS, is_raw, spell


def test_each_kind_has_its_own_letter_and_name() -> None:
    assert len({kind.letter for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)
    assert set(ROLES) == {"performer", "character", "crew"}
    assert {UNITS[name] for name in UNITS} == {kind.unit for kind in KINDS if kind.letter in FIGURES}
    assert all(set(letters) <= set(LETTERS.values()) for letters in SLOTS.values())


@pytest.mark.parametrize(
    ("source", "spelt"),
    [
        ("{:season}", r"<s\d+>"),
        ("(?:{:title|season})?", r"(?:<[ts]\d+>)?"),
        ("{:any}", r"<[a-z]\d+>"),
        ("{season} x{1,2}", "{season} x{1,2}"),
    ],
)
def test_spell(source: str, spelt: str) -> None:
    assert spell(source) == spelt


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        spell("{:seasons}")


@pytest.mark.parametrize(
    ("source", "raw"), [(r"<s\d+>", True), (r"<[ts]\d+>", True), ("(?!<d)", True), ("{:season}", False), ("(?P<x>a)", False)]
)
def test_raw(source: str, raw: bool) -> None:
    assert is_raw(source) is raw


RULE = """
rules:
  - id: x.y
    on: [directed]
    pattern: 'directed by {person}'
    makes: ['crew.director: season -> person']
    examples:
      - {text: Directed by Moon Ha-eun., finds: [[season-1, Moon Ha-eun]]}
      - {text: He directed it., finds: []}
"""


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("directed by {person}", r"directed by {person}<s\d+>"), "pattern"),
        (("    makes", "    under: '<[ts]'\n    makes"), "under"),
        (("    makes", "    around: '(?:in|on) <d'\n    makes"), "around"),
    ],
)
def test_a_letter_in_a_rule_is_refused(change: tuple[str, str], key: str) -> None:
    assert parse_rules(RULE, "rules/x.yaml")
    with pytest.raises(AoudError, match=rf"^rules/x\.yaml:\d+: the {key} spells out the letter of a kind"):
        parse_rules(RULE.replace(*change), "rules/x.yaml")


def test_no_letter_is_spelt_out_in_shipped_data() -> None:
    for path in [*(ROOT / "aoud_cli" / "rules").glob("*.yaml"), *(ROOT / "aoud_cli" / "english").glob("*.yaml")]:
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if not re.match(r"\s*(?:#|on:|- text:|finds:)", line):
                assert not is_raw(line), f"{path.name}:{number}"
