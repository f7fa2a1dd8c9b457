"""Totals of windows that may be one month, and counts of one chart."""

from __future__ import annotations

import pytest
from gold_claims import hours

from aoud_cli.findings.figures import relate_figures
from aoud_cli.model import QuantityValue

MONTH = "560 million in its first month"


def countries(number: int, window: int | None = 28, chart: str | None = "top 10") -> QuantityValue:
    return QuantityValue(number, "country", "exactly", str(number), window, chart)


ROWS = [
    ("viewership.hours", hours(560_000_000, 30, MONTH), hours(474_260_000, 28), "disjoint"),
    ("viewership.hours", hours(560_000_000, 30), hours(474_260_000, 28), "unknown"),
    ("viewership.hours", hours(560_000_000, 32, MONTH), hours(474_260_000, 28), "unknown"),
    ("viewership.hours", hours(560_000_000, 28), hours(560_000_000, 30), "equal"),
    ("viewership.hours", hours(560_000_000, 28), hours(560_000_000, 32), "unknown"),
    ("viewership.hours", hours(162_400_000, 7, "162,400,000 hours"), hours(67_380_000, 7, "67,380,000 hours"), "unknown"),
    ("viewership.hours", hours(162_400_000, 7, "162,400,000 hours"), hours(67_380_000, 7, "67,380,000 in a week"), "unknown"),
    (
        "viewership.hours",
        hours(124_790_000, 3, "124.79 million in its first 3 days"),
        hours(98_000_000, 3, "98 million in three days"),
        "disjoint",
    ),
    ("viewership.hours", hours(9_000_000, 2, "9 million in its first 48 hours"), hours(7_000_000, 2, "7 million in two days"), "disjoint"),
    ("viewership.hours", hours(162_400_000, 28, "162,400,000 hours"), hours(67_380_000, 28, "67,380,000 hours"), "disjoint"),
    ("viewership.countries", countries(90), countries(94), "disjoint"),
    ("viewership.countries", countries(90), countries(94, chart="daily"), "unknown"),
    ("viewership.countries", countries(90), countries(94, window=10), "unknown"),
    ("viewership.countries", countries(90, None, None), countries(94, None, None), "unknown"),
    ("viewership.countries", countries(90), countries(90, chart="daily"), "unknown"),
    ("viewership.countries", countries(90), countries(90, chart=None), "equal"),
]


@pytest.mark.parametrize(("key", "one", "other", "wanted"), ROWS)
def test_two_figures(key: str, one: QuantityValue, other: QuantityValue, wanted: str) -> None:
    assert relate_figures(key, one, other).value == wanted
    assert relate_figures(key, other, one).value == wanted
