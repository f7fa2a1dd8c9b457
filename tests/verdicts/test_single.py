"""What one article alone says, and the later lists that leave it out."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import make_claim, name, term

from aoud_cli.analysis.pipeline import analyse
from aoud_cli.model import Claim, Finding
from aoud_cli.verdicts.agree import find_single
from aoud_cli.verdicts.find import find


def status(document: str, asserted: str, *people: str, value: str = "returning", **told: Any) -> list[Claim]:
    return [make_claim(document, "cast.status", who, term(value), season=2, asserted=asserted, **told) for who in people]


def alone(*claims: Claim) -> dict[str, Finding]:
    return {found.subject.name: found for found in find_single(claims, find(claims))}


EARLY = status("a", "2024-01-01", "A B", "C D")
CASES = [
    ("a later list of three", status("b", "2025-01-01", "A B", "E F", "G H"), ("b",)),
    ("two names are no list", status("b", "2025-01-01", "A B", "E F"), ()),
    ("an earlier list", status("b", "2023-01-01", "A B", "E F", "G H"), ()),
    ("a list of open order", status("b", "2023-01-01..2025-01-01", "A B", "E F", "G H"), ()),
    ("a list of guesses", status("b", "2025-01-01", "A B", "E F", "G H", certainty="possible"), ()),
    ("a list of newcomers", status("b", "2025-01-01", "A B", "E F", "G H", value="new"), ()),
    (
        "two later lists",
        [*status("c", "2025-01-01", "A B", "E F", "G H"), *status("b", "2026-01-01", "A B", "I J", "K L")],
        ("b", "c"),
    ),
]


@pytest.mark.parametrize(("later", "wanted"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_uncorroborated(later: list[Claim], wanted: tuple[str, ...]) -> None:
    found = alone(*EARLY, *later)["C D"]
    assert found.uncorroborated == wanted
    assert ("uncorroborated" in found.reason) is bool(wanted)


def test_nobody_lists_all_who_are_out() -> None:
    claims = [*status("a", "2024-01-01", "C D", value="out"), *status("b", "2025-01-01", "A B", "E F", "G H", value="out")]
    assert alone(*claims)["C D"].uncorroborated == ()


def test_lists_of_values() -> None:
    def directors(document: str, day: str, *people: str) -> list[Claim]:
        return [make_claim(document, "crew.director", "season-2", name(who), asserted=day) for who in people]

    claims = [*directors("a", "2024-01-01", "A B"), *directors("b", "2025-01-01", "C D", "E F")]
    found = [f for f in find_single(claims, find(claims)) if f.sides[0].documents == ("a",)]
    assert [f.uncorroborated for f in found] == [("b",)]


def test_in_the_sample() -> None:
    analysis = analyse()
    found = {f.subject.name: f.uncorroborated for f in find_single(analysis.claims, analysis.findings) if f.uncorroborated}
    assert {name: [document[:3] for document in documents] for name, documents in found.items()} == {
        "Kim Bo-yoon": ["000", "002", "003"],
        "Roh Yoon-seo": ["000", "003"],
    }
