"""Some eight hundred sentences in plain wording, written before anything was made to read them, and look-alikes that tell nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from places import TESTS

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, Claim, DateValue, RelationValue
from aoud_cli.names.profile_file import load_profile

FILES = sorted((TESTS / "sentences").glob("*.yaml"))
PROFILE = load_profile()
DAY = date(2024, 6, 20)


def rows() -> list[Any]:
    """Each sentence as a parameter, with the predicate that its file is named after; a known failure is strict."""
    found = []
    for path in FILES:
        for row in yaml.safe_load(path.read_text("utf-8")):
            marks = [pytest.mark.xfail(strict=True, reason="a sentence that is not read yet")] if row.get("fails") else []
            label = f"{path.stem}: {row['text'][:70]}".encode("ascii", "replace").decode()
            found.append(pytest.param(path.stem, row["text"], row["tells"], id=label, marks=marks))
    return found


def told(claim: Claim) -> str:
    value = claim.value
    if isinstance(value, DateValue):
        words = f"{value.when.earliest}..{value.when.latest}"
    elif isinstance(value, RelationValue):
        words = f"{value.relation} of {value.to.name}"
    else:
        number = getattr(value, "number", None)
        words = str(getattr(value, "term", None) or getattr(value, "name", None) or number or value.text)
    return f"{claim.subject.name}={words}"


def read(key: str, text: str) -> list[str]:
    """What is read of a predicate in a text under the show's title, denials apart."""
    article = Article("a", "a.txt", f"{PROFILE.title}\n\n{text}", "0", "", Asserted(DAY, DAY))
    claims = extract([article], PROFILE, any_subject=True)
    assert all(article.text[claim.source.start : claim.source.end] == claim.source.quote for claim in claims)
    return sorted({told(claim) for claim in claims if claim.key == key and claim.polarity == "positive"})


def is_one(told: str, wanted: str) -> bool:
    """Whether something that was told is what is wanted: of a known failure only a part of the name and of the value stand there."""
    (subject, _, value), (whom, _, what) = told.partition("="), wanted.partition("=")
    return whom in subject and what.casefold() in value.casefold()


@pytest.mark.parametrize(("key", "text", "tells"), rows())
def test_what_a_plain_sentence_tells(key: str, text: str, tells: list[str]) -> None:
    found = read(key, text)
    assert [one for one in tells if not any(is_one(told, one) for told in found)] == [], found
    assert [told for told in found if not any(is_one(told, one) for one in tells)] == []
