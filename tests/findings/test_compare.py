"""Two claims of one fact held against each other, from either side."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import dates, make_claim, name, term, when

from aoud_cli.findings.compare import SEASON_APART, days_between, judge
from aoud_cli.findings.facts import Telling
from aoud_cli.model import Value

AUTHOR, FATE, PREMIERE, STATUS, CAST = "source.author", "character.fate", "release.premiere", "production.status", "cast.status"
Told = tuple[Value, dict[str, Any]]
EARLY, LATE = {"asserted": "2022-06-07"}, {"asserted": "2025-08-01"}
DENIED, LIKELY, PERHAPS, TOO = {"polarity": "negative"}, {"certainty": "probable"}, {"certainty": "possible"}, {"document": "a"}
PAST = {"asserted": "2023-06-07"}
UNANNOUNCED = term("unannounced")

TABLE: list[tuple[str, str, Told, Told, str | None]] = [
    ("two denials of one", AUTHOR, (name("A B"), DENIED), (name("A B"), DENIED), "agrees"),
    ("denials of two", AUTHOR, (name("A B"), DENIED), (name("C D"), DENIED), None),
    ("a denial of a day and one of its month", PREMIERE, (dates("2026-03-05"), DENIED), (dates("2026-03-01..2026-03-31"), DENIED), None),
    ("a fate that was open", FATE, (term("uncertain"), EARLY), (term("dead"), LATE), None),
    ("a place in the cast that was open", CAST, (term("uncertain"), EARLY), (term("out"), LATE), "changed"),
    ("open, as a guess", CAST, (term("uncertain"), {**EARLY, **PERHAPS}), (term("out"), LATE), None),
    ("thought dead, later alive", FATE, (term("dead"), {**EARLY, **LIKELY}), (term("alive"), LATE), "changed"),
    ("perhaps dead, later alive", FATE, (term("dead"), {**EARLY, **PERHAPS}), (term("alive"), LATE), None),
    ("perhaps dead, later perhaps alive", FATE, (term("dead"), {**EARLY, **PERHAPS}), (term("alive"), {**LATE, **LIKELY}), "differs"),
    ("thought dead, and alive", FATE, (term("dead"), LIKELY), (term("alive"), {}), "differs"),
    ("dead and alive", FATE, (term("dead"), {}), (term("alive"), {}), "differs"),
    ("dead and alive in one season", FATE, (term("dead"), {"season": 1}), (term("alive"), {"season": 1}), "contradicts"),
    ("dead and alive in one article", FATE, (term("dead"), {"season": 1, **TOO}), (term("alive"), {"season": 1, **TOO}), None),
    ("dead, then returns", FATE, (term("dead"), EARLY), (term("returns"), LATE), "changed"),
    ("dead and returns", FATE, (term("dead"), {}), (term("returns"), {}), None),
    (
        "what was due when it was written, and a plan",
        PREMIERE,
        (dates("2022-05-01..2022-05-31"), {"asserted": "2023-01-01", **LIKELY}),
        (dates("2026-01-01..2026-12-31"), {"asserted": "2025-01-01", **LIKELY}),
        None,
    ),
    ("a season apart", PREMIERE, (dates("2022-01-01"), PAST), (dates("2022-05-31"), PAST), "differs"),
    ("not quite a season apart", PREMIERE, (dates("2022-01-01"), PAST), (dates("2022-05-30"), PAST), "contradicts"),
    ("no date after the day", PREMIERE, (dates("2022-01-28"), EARLY), (UNANNOUNCED, LATE), "contradicts"),
    ("no date, and a day to come", PREMIERE, (dates("2026-03-01"), LATE), (UNANNOUNCED, LATE), "contradicts"),
    ("no date, and a month to come", PREMIERE, (dates("2026-03-01..2026-03-31"), LATE), (UNANNOUNCED, LATE), None),
    ("no date, and a day to come perhaps", PREMIERE, (dates("2026-03-01"), {**LATE, **LIKELY}), (UNANNOUNCED, LATE), None),
    ("one article: back and out", CAST, (term("returning"), TOO), (term("out"), TOO), "differs"),
    ("one article: back and perhaps out", CAST, (term("returning"), TOO), (term("out"), {**LIKELY, **TOO}), None),
    ("one article: under way and done", STATUS, (term("underway"), TOO), (term("wrapped"), TOO), None),
    ("one article: no date and a day to come", PREMIERE, (dates("2026-03-01"), {**LATE, **TOO}), (UNANNOUNCED, {**LATE, **TOO}), None),
    ("one article: two days to come", PREMIERE, (dates("2026-03-01"), {**LATE, **TOO}), (dates("2026-05-01"), {**LATE, **TOO}), "differs"),
]


@pytest.mark.parametrize(("key", "one", "other", "wanted"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_two_claims(key: str, one: Told, other: Told, wanted: str | None) -> None:
    subject = "P Q" if key in (FATE, CAST) else "season-2"
    tellings = []
    for place, (document, (value, told)) in enumerate((("a", one), ("b", other))):
        how = {"document": document, "place": place, **told}
        tellings.append(Telling(make_claim(how.pop("document"), key, subject, value, **how), value))
    a, b = tellings
    verdict = judge(key, a, b)
    assert (verdict and verdict.value) == wanted
    assert judge(key, b, a) is verdict


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("2022-01-01", "2022-01-02", 1),
        ("2022-01-01..2022-01-31", "2022-03-01..2022-03-31", 29),
        ("2022-01-01", "2022-05-31", SEASON_APART),
        ("..2022-01-01", "2022-01-03", 2),
        ("..2022-01-01", "..2023-01-01", 0),
        ("2022-01-01..", "2023-01-01..", 0),
    ],
)
def test_days_between(one: str, other: str, wanted: int) -> None:
    assert days_between(when(one), when(other)) == days_between(when(other), when(one)) == wanted
