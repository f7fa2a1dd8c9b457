"""What several articles tell alike, told once for each fact, and what one alone tells."""

from __future__ import annotations

from gold_claims import dates, make_article, make_claim, name, term

from aoud_cli.model import Claim, QuantityValue, Verdict
from aoud_cli.verdicts.agree import find_single
from aoud_cli.verdicts.find import find

PREMIERE, S2 = "release.premiere", "season-2"


def plays(document: str) -> Claim:
    return make_claim(document, "cast.plays", "X Y", name("P Q"))


def test_who_plays_a_part_agrees_once_and_for_the_performer() -> None:
    found = find([plays("a"), plays("b")])
    assert [(finding.verdict, finding.subject.name) for finding in found] == [(Verdict.AGREES, "X Y")]


def test_a_day_its_month_and_its_year_are_one_finding() -> None:
    told = ("2022-01-28", "2022-01-01..2022-01-31", "2022-01-01..2022-12-31")
    found = find([make_claim(document, PREMIERE, S2, dates(when)) for document, when in zip("abc", told, strict=True)])
    assert [finding.verdict for finding in found] == [Verdict.REFINES]
    assert {document for side in found[0].sides for document in side.documents} == {"a", "b", "c"}


def test_who_plays_a_part_is_told_alone_once() -> None:
    found = find_single([plays("a")], [])
    assert [finding.subject.name for finding in found] == ["X Y"]


def test_what_a_wider_date_bears_out_is_not_told_alone() -> None:
    claims = [make_claim("a", PREMIERE, S2, dates("2022-01-28")), make_claim("b", PREMIERE, S2, dates("2022-01-01..2022-12-31"))]
    assert find_single(claims, find(claims)) == []


def test_a_span_that_two_articles_tell_is_not_told_alone() -> None:
    """Spans are held against days and never against one another, so nothing else says that two tell it."""
    value = QuantityValue(1461, "day", "exactly", "nearly four years after")
    claims = [make_claim(document, "interval.elapsed", "show", value) for document in "ab"]
    assert find_single(claims, find(claims)) == []
    assert len(find_single(claims[:1], find(claims[:1]))) == 1


def test_the_later_list_of_a_copy_that_has_the_name_leaves_nobody_out() -> None:
    def returning(document: str, day: str, *people: str) -> list[Claim]:
        return [make_claim(document, "cast.status", who, term("returning"), season=2, asserted=day) for who in people]

    copy = [claim._replace(voice="a") for claim in returning("b", "2025-01-01", "C D", "E F", "G H")]
    claims = [*returning("a", "2024-01-01", "A B", "C D"), *copy]
    found = {finding.subject.name: finding.uncorroborated for finding in find_single(claims, find(claims))}
    assert found == {"A B": ("b",), "C D": (), "E F": (), "G H": ()}


def test_claims_of_other_articles_than_those_given_are_no_support() -> None:
    claims = [plays("a"), plays("b")]
    assert find(claims, [make_article("a"), make_article("c")]) == []
    assert len(find(claims, [make_article("a"), make_article("b")])) == 1
