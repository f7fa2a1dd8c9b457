"""What a screen must let pass because it is asked of other claims."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, TermValue
from aoud_cli.names.profile_file import load_profile

SHOW = load_profile()
DAY = date(2026, 1, 20)
ELSEWHERE = [
    ("Roh Jae-won has been newly cast in Seoul.", {"new"}),
    ("Roh Jae-won is a newcomer in Busan.", {"new"}),
    ("Park Ji-hu is back in Seoul.", set()),
]


@pytest.mark.parametrize(("text", "wanted"), ELSEWHERE)
def test_only_who_is_back_somewhere_is_a_traveller(text: str, wanted: set[str]) -> None:
    article = Article(
        "a", "a.txt", f" date 2026-01-20 All of Us Are Dead season 2\n\n{text}", "0", "", Asserted(DAY, DAY, "stated", "header")
    )
    values = [claim.value for claim in extract([article], SHOW) if claim.key == "cast.status"]
    assert {value.term for value in values if isinstance(value, TermValue)} == wanted
