"""An accepted finding is known again by its id, whatever version of the program found it."""

from __future__ import annotations

import pytest
from gold_claims import dates, make_claim, name

from aoud_cli.model import Claim
from aoud_cli.verdicts.find import find

PREMIERE, S2 = "release.premiere", "season-2"
KNOWN: list[tuple[str, list[Claim], str]] = [
    ("of a season", [make_claim(d, PREMIERE, S2, dates("2022-01-28")) for d in "ab"], "5fa4adb0ee8a"),
    ("of a part", [make_claim(d, PREMIERE, S2, dates("2022-01-28"), part=2) for d in "ab"], "ca12447e5683"),
    ("of a character", [make_claim(d, "cast.plays", who, name("P Q")) for d, who in (("a", "X Y"), ("b", "Z W"))], "5a3118ad92af"),
    ("of a show", [make_claim(d, "source.author", "show", name("A B"), polarity="negative") for d in "ab"], "50c49d18f142"),
]


@pytest.mark.parametrize(("claims", "identity"), [row[1:] for row in KNOWN], ids=[row[0] for row in KNOWN])
def test_ids_stay(claims: list[Claim], identity: str) -> None:
    assert [finding.id for finding in find(claims)] == [identity]
