"""Facts, values, names of articles and columns as a reader sees them."""

from __future__ import annotations

from datetime import date

import pytest
from gold_claims import make_claim, term
from hypothesis import given, strategies as st

from aoud_cli.findings.dates import asserted_span, asserted_words
from aoud_cli.model import Asserted, DateRange, DateValue, Entity, EntityValue, QuantityValue, RelationValue, TermValue, TextValue, Value
from aoud_cli.output.columns import table, text_width, wrap
from aoud_cli.output.style import wants_color
from aoud_cli.output.words import LABELS, document_labels, fact_words, number_words, value_words
from aoud_cli.predicates import FACTS

SEASON = Entity("season-1", "season-1", "season")
HERO = Entity("nam-on-jo", "Nam On-jo", "character")
DAY = date(2022, 1, 28)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0"),
        (53, "53"),
        (12_345, "12,345"),
        (474_260_000, "474.26 million"),
        (560_000_000, "560 million"),
        (1_000_000, "1 million"),
        (1_600_000_000, "1.6 billion"),
        (1_234_567_891, "1234.567891 million"),  # six decimals of a billion can't hold it
    ],
)
def test_numbers(number: int, said: str) -> None:
    assert number_words(number) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (QuantityValue(474_260_000, "hour", "over", "", 30), "over 474.26 million hours in 30 days"),
        (QuantityValue(90, "country", "at_least", ""), "at least 90 countries"),
        (QuantityValue(1, "country", "exactly", ""), "1 country"),
        (QuantityValue(53, "minute", "about", ""), "about 53 minutes"),
        (QuantityValue(1, "rank", "exactly", "", None, "global"), "number 1 (global)"),
        (QuantityValue(1, "day", "about", ""), "about 1 day"),
        (QuantityValue(1461, "day", "about", ""), "about 1,461 days"),
        (DateValue(DateRange(DAY, DAY), "January 28, 2022"), "January 28, 2022 (2022-01-28)"),
        (DateValue(DateRange(date(2022, 1, 1), date(2022, 12, 31)), "2022"), "2022"),
        (DateValue(DateRange(None, None), "on Monday"), "on Monday (unresolved)"),
        (EntityValue("x", "Park Ji-hu", "Ji-hu"), "Park Ji-hu"),
        (TermValue("not_started", "has yet to start"), "not started"),
        (RelationValue("father", HERO, "dad"), "father of Nam On-jo"),
        (TextValue("several years later"), "several years later"),
    ],
)
def test_values(value: Value, said: str) -> None:
    assert value_words(value) == said


def test_every_predicate_has_a_label() -> None:
    assert set(LABELS) == set(FACTS)


def test_facts() -> None:
    assert fact_words(make_claim("a", "viewership.hours", "season-1", term("x"))) == "Season 1 · hours viewed"
    assert fact_words(make_claim("a", "cast.plays", "Nam On-jo", term("x"), kind="character")) == "Nam On-jo · performer"
    assert fact_words(make_claim("a", "cast.status", "A B", term("x"), season=2)) == "A B · in the cast, season 2"
    assert fact_words(make_claim("a", "release.premiere", "season-2", term("x"), part=2)) == "Season 2, part 2 · premiere"


@pytest.mark.parametrize(
    ("asserted", "said", "span"),
    [
        (Asserted(), "undated", ""),
        (Asserted(DAY, DAY), "2022-01-28", "2022-01-28"),
        (Asserted(DAY, None), "after 2022-01", "2022-01-28/.."),
        (Asserted(None, DAY), "before 2022-01", "../2022-01-28"),
        (Asserted(DAY, date(2023, 10, 31)), "2022-01 … 2023-10", "2022-01-28/2023-10-31"),
    ],
)
def test_when_an_article_was_written(asserted: Asserted, said: str, span: str) -> None:
    assert (asserted_words(asserted), asserted_span(asserted)) == (said, span)


def test_labels_of_documents() -> None:
    assert document_labels(["000_abc", "001_abc"]) == {"000_abc": "000", "001_abc": "001"}
    assert document_labels(["a_b_c", "a_b_d", "a"]) == {"a_b_c": "a_b_c", "a_b_d": "a_b_d", "a": "a"}
    long = document_labels(["netflix-has-confirmed-it-again", "other"])["netflix-has-confirmed-it-again"]
    assert long == "netflix-ha…-it-again"


@given(st.lists(st.text(alphabet="ab_01-", min_size=1, max_size=40), unique=True))
def test_labels_are_one_an_article(documents: list[str]) -> None:
    labels = document_labels(documents)
    assert len(set(labels.values())) == len(documents)


def test_wide_characters_take_two_cells() -> None:
    assert (text_width("박지후"), text_width("abc"), text_width("e\u0301")) == (6, 3, 1)
    assert wrap("박지후 박지후", 7) == ["박지후", "박지후"]


@given(st.text(alphabet="ab 박é…", max_size=200), st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(text_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.tuples(*[st.text(alphabet="ab 박", max_size=60)] * 4), max_size=5), st.integers(40, 200))
def test_tables_fit(rows: list[tuple[str, ...]], width: int) -> None:
    assert all(text_width(line) <= width for line in table(rows, width, "  "))


@pytest.mark.parametrize(
    ("when", "terminal", "environment", "wanted"),
    [
        ("auto", True, {}, True),
        ("auto", False, {}, False),
        ("auto", True, {"TERM": "dumb"}, False),
        ("auto", True, {"NO_COLOR": "1"}, False),
        ("auto", True, {"NO_COLOR": ""}, True),
        ("auto", False, {"FORCE_COLOR": "1"}, True),
        ("auto", False, {"FORCE_COLOR": "0"}, False),
        ("auto", False, {"CLICOLOR_FORCE": "1"}, True),
        ("auto", True, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ("auto", False, {"GITHUB_ACTIONS": "true"}, False),
        ("always", False, {"NO_COLOR": "1"}, True),
        ("never", True, {"FORCE_COLOR": "1"}, False),
    ],
)
def test_who_decides_on_colour(when: str, terminal: bool, environment: dict[str, str], wanted: bool) -> None:
    assert wants_color(when, terminal, environment) is wanted
