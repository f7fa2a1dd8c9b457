"""Figures: what digits, number words and scales come to, and lower case that keeps every offset."""

from __future__ import annotations

import pytest

from aoud_cli.ground.text import lower
from aoud_cli.spans.quantities import find_quantities, read_number


@pytest.mark.parametrize(
    ("digits", "scale", "number"),
    [
        ("0", None, 0),
        ("94", None, 94),
        ("1,200", None, 1_200),
        ("560.78", "million", 560_780_000),
        ("1.5", None, None),
        ("1.25", "k", 1_250),
        ("0.001", "thousand", 1),
        ("1.2345", "k", None),
        ("three", "crore", 30_000_000),
        ("a hundred", "million", 100_000_000),
    ],
)
def test_read_number(digits: str, scale: str | None, number: int | None) -> None:
    assert read_number(digits, scale) == number


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("OVER 560 Million Hours in its First 28 Days", [("hours", 560_000_000, "over"), ("window", 28, "exactly")]),
        ("Twelve Episodes of an hour", [("episodes", 12, "exactly"), ("minutes", 60, "exactly")]),
        ("Top 10 in 94 countries", [("countries", 94, "exactly")]),
        ("560,00,000 hours and 2.5 episodes", []),
    ],
)
def test_find_quantities(text: str, expected: list[tuple[str, int, str]]) -> None:
    assert [(found.what, found.number, found.bound) for found in find_quantities(lower(text))] == expected


@pytest.mark.parametrize("text", ["Season TWO", "\u0130stanbul, Season 2", "STRASSE \u1e9e: SEASON"])
def test_lower_keeps_every_offset(text: str) -> None:
    low = lower(text)
    assert len(low) == len(text)
    assert text[low.index("season") :].casefold().startswith("season")
