"""Which claims belong to a list that is counted, and of whom a wrong count is told."""

from __future__ import annotations

from typing import Any

from gold_claims import make_article, make_claim, term

from aoud_cli.model import Article, Claim, Finding
from aoud_cli.verdicts.counted import find_miscounts

LIST = "four newcomers: Lee Min-jae, Kim Si-eun and Yoon Ga-i."
BEFORE = "It was a long and happy day in Andong. "
PEOPLE = ("Lee Min-jae", "Kim Si-eun", "Yoon Ga-i")
TEXT = f"{BEFORE}{LIST} It rained."


def article(document: str = "a", text: str = TEXT) -> Article:
    return make_article(document)._replace(text=text)


def told(document: str = "a", value: str = "new", text: str = TEXT, season: int | None = 2, **how: Any) -> list[Claim]:
    """A claim for every name of the list, with the place of the name."""
    return [make_claim(document, "cast.status", who, term(value), season=season, quote=who, place=text.index(who), **how) for who in PEOPLE]


def found(claims: list[Claim], *articles: Article) -> list[Finding]:
    return find_miscounts(claims, articles or [article()])


def beside(start: int, end: int, **how: Any) -> Claim:
    """A claim of a fourth person whose words stand from one place to another."""
    return make_claim("a", "cast.status", "Roh Jae-won", term("new"), season=2, quote=TEXT[start:end], place=start, **how)


START, END = TEXT.index("Lee"), TEXT.index("Ga-i") + len("Ga-i")


def test_every_name_of_the_list_by_its_own_words() -> None:
    assert [len(finding.sides[0].claims) for finding in found(told())] == [3]


def test_what_stands_beside_the_list_is_no_name_of_it() -> None:
    for fourth in (beside(0, 5), beside(0, START), beside(END, END + 5), beside(END + 2, len(TEXT))):
        assert [len(finding.sides[0].claims) for finding in found([*told(), fourth])] == [3]


def test_what_reaches_into_the_list_is_of_it() -> None:
    for fourth in (beside(0, START + 1), beside(END - 1, len(TEXT))):
        assert found([*told(), fourth]) == []


def test_a_hedged_claim_is_no_name_of_the_list() -> None:
    assert found(told(certainty="probable")) == []
    assert found([*told()[:2], *told(certainty="probable")[2:]]) == []


def test_a_list_of_which_two_things_are_told_is_told_twice_in_the_order_of_their_names() -> None:
    both = found([*told(value="returning"), *told(value="new")])
    assert [finding.sides[0].first.value.text for finding in both] == ["new", "returning"]


def test_of_no_known_season_it_is_told_of_the_show() -> None:
    (finding,) = found(told(season=None))
    assert (finding.subject.id, finding.season) == ("show", None)


def test_the_articles_are_named_in_the_order_of_their_names() -> None:
    names = [f"d{number}" for number in range(9, 0, -1)]
    (finding,) = found([claim for name in names for claim in told(name)], *(article(name) for name in names))
    assert f"({', '.join(sorted(names))})" in finding.reason


def test_one_is_no_count() -> None:
    text = "Beside one actress, Lee Min-jae, Kim Si-eun and Yoon Ga-i join."
    assert find_miscounts(told(text=text), [article(text=text)]) == []
    four = text.replace("one actress", "four actors")
    assert len(find_miscounts(told(text=four), [article(text=four)])) == 1
