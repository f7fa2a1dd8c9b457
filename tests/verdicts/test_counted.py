"""A count beside the list that it counts, and the spans of time that words state."""

from __future__ import annotations

import pytest
from gold_claims import make_article, make_claim, term

from aoud_cli.model import Claim
from aoud_cli.spans.lengths import admitted_days, read_span, unit_days
from aoud_cli.verdicts.counted import find_miscounts

LISTS = [
    ("four newcomers: Lee Min-jae, Kim Si-eun and Yoon Ga-i.", 3, (4, 3)),
    ("three newcomers: Lee Min-jae, Kim Si-eun and Yoon Ga-i.", 3, None),
    ("3 new faces (Lee Min-jae and Kim Si-eun) join.", 2, (3, 2)),
    ("two fresh recruits, Lee Min-jae (left), Kim Si-eun, and Yoon Ga-i, join.", 3, (2, 3)),
    ("Lee Min-jae, Kim Si-eun and Yoon Ga-i are the four newcomers.", 3, (4, 3)),
    ("the remaining six survivors (On-jo, Su-hyeok and Ha-ri) leave.", 3, (6, 3)),
    # One of the names was not read: nobody knows whether the list or the reading is short.
    ("four newcomers: Lee Min-jae, Kim Si-eun and Yoon Ga-i.", 2, None),
    ("four newcomers including Lee Min-jae, Kim Si-eun and Yoon Ga-i.", 3, None),
    ("four newcomers, among them Lee Min-jae, Kim Si-eun and Yoon Ga-i.", 3, None),
    ("four newcomers: Lee Min-jae, Kim Si-eun and Yoon Ga-i, as well as Roh Jae-won.", 3, None),
    ("three of the four newcomers, Lee Min-jae, Kim Si-eun and Yoon Ga-i, sing.", 3, None),
    ("four years: Lee Min-jae, Kim Si-eun and Yoon Ga-i waited.", 3, None),
]


def told(text: str, count: int, document: str = "a") -> list[Claim]:
    """As many claims as were read of the list, all with its words."""
    claims = [make_claim(document, "cast.status", f"X {n}", term("new"), season=2, place=n) for n in range(count)]
    return [claim._replace(source=claim.source._replace(start=0, end=len(text))) for claim in claims]


@pytest.mark.parametrize(("text", "read", "wanted"), LISTS)
def test_counts(text: str, read: int, wanted: tuple[int, int] | None) -> None:
    found = find_miscounts(told(text, read), [make_article("a")._replace(text=text)])
    assert [f.reason.rpartition(": ")[2] for f in found] == ([f"{wanted[0]} are counted and {wanted[1]} named"] if wanted else [])
    assert all(f.subject.id == "season-2" and len(f.sides[0].claims) == read for f in found)


def test_two_articles_with_one_miscount_are_one_finding() -> None:
    text = LISTS[0][0]
    articles = [make_article(name)._replace(text=text) for name in "ab"]
    (found,) = find_miscounts([*told(text, 3, "a"), *told(text, 3, "b")], articles)
    assert found.sides[0].documents == ("a", "b")


def test_a_line_of_names_without_end_is_quick() -> None:
    text = ", ".join(f"Kim Si-eun {chr(65 + n % 26)}" for n in range(20_000))
    assert find_miscounts(told(text, 3), [make_article("a")._replace(text=text)]) == []


SPANS = [
    ("nearly four years after", 1461, "exactly", (1369.75, 1461)),
    ("over four months", 122, "over", (122, 152.44)),
    ("more than 3 years", 1096, "over", (1096, 1461.25)),
    ("a year and a half", 548, "exactly", (365.375, 730.625)),
    ("two and a half years", 913, "exactly", (730.375, 1095.625)),
    ("at least ten days", 10, "at_least", (10, 11)),
    ("less than two weeks", 14, "under", (7, 14)),
    ("a decade", 3652, "exactly", (1825.75, 5478.25)),
    ("years of anticipation", None, "", None),
]


@pytest.mark.parametrize(("words", "days", "bound", "admits"), SPANS)
def test_stated_spans(words: str, days: int | None, bound: str, admits: tuple[float, float] | None) -> None:
    value = read_span(words)
    if days is None:
        assert value is None
        return
    assert value is not None
    assert (value.number, value.unit, value.bound, value.text) == (days, "day", bound, words)
    assert admitted_days(value) == pytest.approx(admits, rel=1e-3)
    assert unit_days(value) > 0
