"""Which premiere a stated span is counted from, where it ends, and how much of it is a mistake."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import dates, make_claim

from aoud_cli.model import Claim, Finding, QuantityValue, TextValue, Value, Verdict
from aoud_cli.verdicts.find import find

NEARLY_FOUR = "nearly four years after it premiered"


def premiere(when: str, season: int = 1, document: str = "a", asserted: str = "2026-01-01", **told: Any) -> Claim:
    return make_claim(document, "release.premiere", f"season-{season}", dates(when), asserted=asserted, **told)


def renewal(when: str) -> Claim:
    return make_claim("a", "renewal.announced", "season-2", dates(when), asserted="2026-01-01")


def span(words: str, days: int, asserted: str | None, document: str = "s", **told: Any) -> Claim:
    value: Value = QuantityValue(days, "day", "exactly", words) if days else TextValue(words)
    return make_claim(document, "interval.elapsed", "show", value, asserted=asserted, **told)


def mistaken(*claims: Claim) -> list[Finding]:
    return [finding for finding in find(claims) if finding.verdict is Verdict.ARITHMETIC]


MONTH, DAY, SECOND = "2022-01-01..2022-01-31", "2022-01-28", premiere("2025-06-01", 2)
# What the corpus dates, the words of the span with its days, the day of its article; the severity that a finding has.
ROWS: list[tuple[str, list[Claim], Claim, list[str]]] = [
    ("counted from the first season", [premiere(MONTH), SECOND], span(NEARLY_FOUR, 1461, "2025-12-20"), []),
    ("not from the second", [premiere(MONTH), SECOND], span("ten days after it premiered", 10, "2025-06-11"), ["error"]),
    ("from the one it names", [premiere(MONTH), SECOND], span("nearly four years after season 1 premiered", 1461, "2025-12-20"), []),
    ("from the second that it names", [premiere(MONTH), SECOND], span("ten days after season 2 premiered", 10, "2025-06-11"), []),
    ("two seasons name none", [premiere(MONTH), SECOND], span("ten days after seasons 1 and 2 premiered", 10, "2025-06-11"), ["error"]),
    (
        "from the earlier of two days",
        [premiere("2022-01-17", document="b"), premiere("2022-01-26")],
        span("ten days after it premiered", 10, "2022-01-27"),
        [],
    ),
    ("not from a guess", [premiere(DAY, certainty="probable")], span(NEARLY_FOUR, 1461, "2024-07-28"), []),
    ("to the renewal", [premiere(DAY), renewal("2022-06-06")], span("four months after it premiered", 122, "2025-07-23"), []),
    ("an article from before the premiere", [premiere(DAY)], span(NEARLY_FOUR, 1461, "2021-12-01"), []),
    ("no earliest day", [premiere(DAY)], span(NEARLY_FOUR, 1461, "..2024-07-28"), []),
    ("no latest day", [premiere(DAY)], span(NEARLY_FOUR, 1461, "2024-07-28.."), []),
    ("no earliest day, and a renewal", [premiere(DAY), renewal("2022-06-06")], span(NEARLY_FOUR, 1461, "..2024-07-28"), []),
    ("no number of days", [premiere(DAY)], span("years after it premiered", 0, "2024-07-28"), []),
    ("over-rounded", [premiere(DAY)], span(NEARLY_FOUR, 1461, "2025-07-23"), ["note"]),
    ("over-rounded on a day that was inferred", [premiere(DAY)], span(NEARLY_FOUR, 1461, "2025-07-23", basis="inferred"), ["note"]),
    ("wrong", [premiere(DAY)], span(NEARLY_FOUR, 1461, "2024-07-28"), ["error"]),
    ("wrong on a day that was inferred", [premiere(DAY)], span(NEARLY_FOUR, 1461, "2024-07-28", basis="inferred"), ["warning"]),
]


@pytest.mark.parametrize(("dated", "stated", "wanted"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_which_spans_are_mistaken(dated: list[Claim], stated: Claim, wanted: list[str]) -> None:
    assert [finding.severity.value for finding in mistaken(*dated, stated)] == wanted


def test_the_premiere_as_another_article_tells_it_ends_no_span() -> None:
    told = [premiere("2024-05-01..2024-08-31", document=document) for document in "ab"]
    stated = span("two months after it premiered", 61, "2025-07-23")
    for claims in (told[:1], told):
        (found,) = mistaken(*claims, stated)
        assert found.severity.value == "error"


def test_an_exact_span_is_told_in_one_number() -> None:
    (found,) = mistaken(premiere(DAY), span(NEARLY_FOUR, 1461, "2024-07-28"))
    said = "2022-01-28 to the article's day is 912 days; the words admit 1,369 to 1,461 days"
    assert found.reason == f"“{NEARLY_FOUR}” (s): {said}"


def test_a_span_and_its_copy_stand_beside_one_premiere() -> None:
    (found,) = mistaken(premiere(DAY), *(span(NEARLY_FOUR, 1461, "2024-07-28", document) for document in "st"))
    assert [side.documents for side in found.sides] == [("s", "t"), ("a",)]
