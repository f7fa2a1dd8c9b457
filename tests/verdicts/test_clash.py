"""Why values that exclude each other contradict, or only differ."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import dates, hours, make_article, make_claim, name, term

from aoud_cli.model import Claim, Finding, QuantityValue, Verdict
from aoud_cli.verdicts.clash import CLASHES, find_unit_slips
from aoud_cli.verdicts.find import find

PREMIERE, S2 = "release.premiere", "season-2"


def plays(document: str, who: str, part: str = "P Q", **told: Any) -> Claim:
    return make_claim(document, "cast.plays", who, name(part), **told)


def author(document: str, who: str, certainty: str = "certain", asserted: str | None = None) -> Claim:
    return make_claim(document, "source.author", "show", name(who), certainty=certainty, asserted=asserted)


def episodes(document: str, number: int, season_by: str = "none") -> Claim:
    value = QuantityValue(number, "episode", "exactly", str(number))
    return make_claim(document, "episodes.count", S2, value)._replace(season_by=season_by)


def clashes(*claims: Claim) -> list[Finding]:
    return [finding for finding in find(claims) if finding.verdict in CLASHES]


ROWS: list[tuple[str, list[Claim], list[tuple[str, str]]]] = [
    ("one performer has two parts", [plays("a", "X Y"), plays("b", "X Y", "R S")], []),
    ("two performers of a part", [plays("a", "X Y"), plays("b", "Z W")], [("contradicts", "contradicts")]),
    ("one is only said to play it", [plays("a", "X Y"), plays("b", "Z W", certainty="probable")], [("differs", "differs.one-hedged")]),
    (
        "another's sure word for both is no word against either",
        [plays("a", "X Y"), plays("a", "Z W", place=9), plays("b", "Z W", certainty="probable"), plays("c", "X Y")],
        [("differs", "differs.one-hedged")],
    ),
    (
        "one against two, of a season that it doesn't name",
        [episodes("a", 10), episodes("b", 12), episodes("c", 12)],
        [("differs", "differs.order-open")],
    ),
    (
        "one against two, of a season that it names",
        [episodes("a", 10, "clause"), episodes("b", 12), episodes("c", 12, "clause")],
        [("contradicts", "contradicts")],
    ),
    ("one against one", [episodes("a", 10, "clause"), episodes("b", 12, "clause")], [("contradicts", "contradicts")]),
    (
        "one against one of which only one names the season",
        [episodes("a", 10), episodes("b", 12, "clause")],
        [("differs", "differs.order-open")],
    ),
    ("both hedged", [author("a", "A B", "probable"), author("b", "C D", "probable")], [("differs", "differs.all-hedged")]),
    ("one hedged", [author("a", "A B"), author("b", "C D", "possible")], [("differs", "differs.one-hedged")]),
    (
        "one of three hedged",
        [author("a", "A B", "probable"), author("b", "C D", "possible"), author("c", "E F", "probable", "2022-01-01")],
        [("differs", "differs.all-hedged")],
    ),
    (
        "plans of which nobody knows the order",
        [make_claim(d, PREMIERE, S2, dates(when)) for d, when in (("a", "2027-01-01"), ("b", "2027-08-01"))],
        [("differs", "differs.order-open")],
    ),
    (
        "past days that lie a season apart, told on one day",
        [make_claim(d, PREMIERE, S2, dates(when), asserted="2023-06-07") for d, when in (("a", "2022-01-28"), ("b", "2022-09-28"))],
        [("differs", "differs.other-event")],
    ),
    (
        "past days that lie a season apart, told one after the other",
        [
            make_claim("a", PREMIERE, S2, dates("2022-01-28"), asserted="2023-06-07"),
            make_claim("b", PREMIERE, S2, dates("2022-09-28"), asserted="2023-07-07"),
        ],
        [("differs", "differs.other-event")],
    ),
]


@pytest.mark.parametrize(("claims", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_what_clashes_and_why(claims: list[Claim], wanted: list[tuple[str, str]]) -> None:
    found = clashes(*claims)
    assert [(finding.verdict.value, finding.because.code if finding.because else "") for finding in found] == wanted


def test_how_many_hedge_is_told() -> None:
    three = clashes(author("a", "A B"), author("b", "C D"), author("c", "E F", "possible"))
    codes = {finding.because.code for finding in three if finding.because}
    assert codes == {"contradicts", "differs.some-hedged"}
    (two,) = clashes(author("a", "A B", "probable"), author("b", "C D", "probable"))
    assert "both" in two.reason and "all" not in two.reason


@pytest.mark.parametrize(("numbers", "ending"), [((10, 12), "one article tells both"), ((10, 12, 14), "one article tells them all")])
def test_one_article_tells_several(numbers: tuple[int, ...], ending: str) -> None:
    (found,) = clashes(*(episodes("a", number) for number in numbers))
    assert (found.verdict, len(found.sides)) == (Verdict.DIFFERS, len(numbers))
    assert found.reason.endswith(ending)


def test_a_part_that_was_recast_says_so() -> None:
    text = "Z W replaces X Y as P Q in the second season."
    claims = [plays("a", "X Y"), plays("b", "Z W", quote=text)]
    articles = [make_article("a"), make_article("b")._replace(text=text)]
    (found,) = [finding for finding in find(claims, articles) if finding.verdict in CLASHES]
    assert (found.verdict, found.reason.rpartition(": ")[2]) == (Verdict.CHANGED, "an article tells that the part was recast")
    moved = [make_claim(d, "production.status", S2, term(word), asserted=f"202{n}-01-01") for n, (d, word) in enumerate(
        (("a", "underway"), ("b", "wrapped")), 4)]  # fmt: skip
    assert [finding.reason.rpartition(": ")[2] for finding in clashes(*moved)] == ["a later article tells it differently"]


FILL = "Nobody knew it. " * 20
RECAST: list[tuple[str, str, str, str, bool]] = [  # what stands before the words, the words, what stands behind them
    ("in the words", "", "Z W replaces X Y as P Q.", "", True),
    ("right before them", "X Y was replaced. ", "Z W is P Q.", "", True),
    ("right behind them", "", "Z W is P Q.", " X Y was replaced.", True),
    ("far before them", f"The old roof was replaced. {FILL}", "Z W is P Q.", "", False),
    ("far behind them", "", "Z W is P Q.", f" {FILL}The old roof was replaced.", False),
]


@pytest.mark.parametrize(("before", "words", "behind", "wanted"), [row[1:] for row in RECAST], ids=[row[0] for row in RECAST])
def test_where_the_change_of_a_performer_is_told(before: str, words: str, behind: str, wanted: bool) -> None:
    articles = [make_article("a"), make_article("b")._replace(text=f"{before}{words}{behind}")]
    told = plays("b", "Z W", quote=words, place=len(before))
    (found,) = [finding for finding in find([plays("a", "X Y"), told], articles) if finding.verdict in CLASHES]
    assert found.verdict is (Verdict.CHANGED if wanted else Verdict.CONTRADICTS)


def test_a_claim_without_its_article_is_known_to_be_recast_by_its_own_words() -> None:
    (found,) = clashes(plays("a", "X Y"), plays("b", "Z W", quote="Z W replaces X Y as P Q.", place=500))
    assert found.verdict is Verdict.CHANGED


SLIPS: list[tuple[str, list[Claim], int]] = [
    (
        "hours and views",
        [
            make_claim("a", "viewership.hours", "season-1", hours(560_000_000, 28)),
            make_claim("b", "viewership.views", "season-1", hours(560_000_000, 28)._replace(unit="view")),
        ],
        1,
    ),
    (
        "one is denied",
        [
            make_claim("a", "viewership.hours", "season-1", hours(560_000_000, 28)),
            make_claim("b", "viewership.views", "season-1", hours(560_000_000, 28)._replace(unit="view"), polarity="negative"),
        ],
        0,
    ),
    (
        "countries are no unit of an audience",
        [
            make_claim("a", "viewership.viewers", "season-1", hours(90, 28)._replace(unit="viewer")),
            make_claim("b", "viewership.countries", "season-1", hours(90, 28)._replace(unit="country")),
        ],
        0,
    ),
]


@pytest.mark.parametrize(("claims", "wanted"), [row[1:] for row in SLIPS], ids=[row[0] for row in SLIPS])
def test_one_number_in_two_units(claims: list[Claim], wanted: int) -> None:
    assert len(find_unit_slips(claims)) == wanted
