"""How two values stand to each other: tables, and the mirror property."""

from __future__ import annotations

from datetime import date

import pytest
from gold_claims import dates, entity, hours, name, term
from hypothesis import given, strategies as st

from aoud_cli.findings.figures import same_total
from aoud_cli.findings.relate import Relation, is_description, relate
from aoud_cli.model import DateRange, DateValue, Entity, EntityValue, QuantityValue, RelationValue, TermValue, TextValue, Value
from aoud_cli.predicates import FACTS

PREMIERE = "release.premiere"
DATE_ROWS = [
    ("2022-01-28", "2022-01-28", "equal"),
    ("2022-01-28", "2022-01-01..2022-12-31", "within"),
    ("2024-01-01..2024-12-31", "2024-05-01..2024-08-31", "contains"),
    ("2024-05-01..2024-08-31", "2024-08-31..2024-12-31", "overlaps"),
    ("2024-01-01..2024-12-31", "2025-01-01..2025-12-31", "disjoint"),
    ("..2026-02-20", "2026-02-18", "contains"),
    ("2027-01-01..", "2026-12-31", "disjoint"),
    ("2027-01-01..", "..2026-02-20", "disjoint"),
    ("2025-01-01..", "..2026-02-20", "overlaps"),
    ("..", "2025-01-01..2025-12-31", "unknown"),
]
TERM_ROWS = [
    ("source.based_on", "webtoon", "webcomic", "equal"),
    ("source.based_on", "online comic", "manhwa", "equal"),
    ("source.based_on", "webtoon", "comic", "within"),
    ("source.based_on", "webtoon", "novel", "disjoint"),
    ("cast.status", "returning", "out", "disjoint"),
    ("cast.status", "new", "returning", "disjoint"),
    ("cast.status", "uncertain", "out", "unknown"),
    ("production.status", "underway", "wrapped", "disjoint"),
    ("production.status", "scheduled", "not_started", "within"),
    ("production.status", "delayed", "underway", "unknown"),
    ("character.fate", "dead", "alive", "disjoint"),
    ("character.fate", "returns", "dead", "disjoint"),
    ("character.fate", "alive", "returns", "unknown"),
    ("character.fate", "hybrid", "infected", "unknown"),
    ("character.fate", "dead", "infected", "unknown"),
    ("character.fate", "dead", "uncertain", "unknown"),
    ("trailer.available", "yes", "no", "disjoint"),
]
TOTAL_ROWS = [
    (hours(560_000_000, 28), hours(560_780_000, 28), "equal"),
    (hours(560_000_000, 28), hours(560_000_000, 30, "560 million in its first month"), "equal"),
    (hours(474_260_000, 30), hours(560_000_000, 28), "disjoint"),
    (hours(474_260_000, 30), hours(560_000_000, 30, "560 million in its first month"), "disjoint"),
    (hours(361_000_000, 10), hours(560_000_000, 28), "unknown"),
    (hours(361_000_000, 10), hours(474_260_000, 30), "unknown"),
    (hours(474_260_000, 28), hours(560_000_000, 30), "unknown"),
    (hours(600_000_000, 10), hours(560_000_000, 28), "disjoint"),
    (hours(474_260_000, None), hours(560_000_000, 28), "unknown"),
    (hours(560_000_000, None), hours(560_000_000, 28), "equal"),
]
SAME_FIGURES = [
    ("560 million", 560_000_000, "560.78 million", 560_780_000, True),
    ("474.26 million", 474_260_000, "560 million", 560_000_000, False),
    ("474.26 million", 474_260_000, "474.27 million", 474_270_000, True),
    ("474.26 million", 474_260_000, "474.3 million", 474_300_000, True),
    ("474.26 million", 474_260_000, "475.26 million", 475_260_000, False),
    ("56 crore", 560_000_000, "560,780,000", 560_780_000, True),
    ("56 crore", 560_000_000, "575 million", 575_000_000, False),
    ("more than 90", 90, "94", 94, True),
    ("91", 91, "94", 94, False),
    ("1.6 billion", 1_600_000_000, "1.65 billion", 1_650_000_000, True),
]


def episodes(number: int, bound: str = "exactly") -> QuantityValue:
    return QuantityValue(number, "episode", bound, str(number))  # type: ignore[arg-type]


def ranked(number: int, chart: str | None) -> QuantityValue:
    return QuantityValue(number, "rank", "exactly", str(number), None, chart)


def in_week(number: int, week: str) -> QuantityValue:
    return ranked(number, "global top 10")._replace(territory="global", period=week)


@pytest.mark.parametrize(("a", "b", "wanted"), DATE_ROWS)
def test_dates(a: str, b: str, wanted: str) -> None:
    assert relate(PREMIERE, dates(a), dates(b)) is Relation(wanted)


@pytest.mark.parametrize(("key", "a", "b", "wanted"), TERM_ROWS)
def test_terms(key: str, a: str, b: str, wanted: str) -> None:
    assert relate(key, term(a), term(b)) is Relation(wanted)


@pytest.mark.parametrize(("a", "b", "wanted"), TOTAL_ROWS)
def test_totals(a: QuantityValue, b: QuantityValue, wanted: str) -> None:
    assert relate("viewership.hours", a, b) is Relation(wanted)


@pytest.mark.parametrize(("first", "number", "second", "other", "wanted"), SAME_FIGURES)
def test_last_written_digit(first: str, number: int, second: str, other: int, wanted: bool) -> None:
    a, b = QuantityValue(number, "hour", "over", first), QuantityValue(other, "hour", "over", second)
    assert same_total(a, b) is same_total(b, a) is wanted


MIXED_ROWS: list[tuple[str, Value, Value, str]] = [
    (PREMIERE, term("unannounced"), dates("2025-01-01..2025-12-31"), "disjoint"),
    ("renewal.announced", term("announced"), dates("2022-06-06"), "contains"),
    ("cast.plays", name("Nam On-jo"), name("Nam On Jo"), "equal"),
    ("cast.plays", name("Lee Jin-su"), name("Jang Wu-jin"), "disjoint"),
    ("cast.plays", EntityValue("a", "Gyeong-su", ""), EntityValue("b", "Han Gyeong-su", ""), "unknown"),
    ("cast.plays", TextValue("university senior"), name("Lee Jin-su"), "unknown"),
    ("cast.plays", name("university senior"), name("Lee Jin-su"), "unknown"),
    ("crew.director", name("Lee Jae-kyoo"), name("Kim Nam-su"), "unknown"),
    ("crew.director", name("Lee Jae-kyoo"), name("Lee JQ"), "equal"),
    ("source.author", name("Joo Dong-geun"), name("Chun Sung-il"), "disjoint"),
    ("character.occupation", TextValue("high school student"), TextValue("university student"), "unknown"),
    ("character.occupation", TextValue("a university student"), TextValue("University students"), "equal"),
    ("setting.place", TextValue("Hyosan"), TextValue("Seoul"), "unknown"),
    ("episodes.count", episodes(12), episodes(10), "disjoint"),
    ("episodes.count", episodes(12), episodes(12, "about"), "equal"),
    ("episodes.count", episodes(12), episodes(10, "at_least"), "within"),
    ("episodes.runtime_minutes", episodes(53), episodes(72), "unknown"),
    ("viewership.rank", ranked(1, "global top 10"), ranked(3, "Global Top 10"), "unknown"),  # of what week
    ("viewership.rank", in_week(1, "May 2-8"), in_week(3, "May 2-8"), "disjoint"),
    ("viewership.rank", in_week(1, "May 2-8"), in_week(3, "May 9-15"), "unknown"),
    ("viewership.rank", ranked(1, "global top 10"), ranked(3, "Korean titles"), "unknown"),
    ("viewership.rank", ranked(1, None), ranked(3, None), "unknown"),
    ("character.relation", RelationValue("father", entity("B"), ""), RelationValue("son", entity("A"), ""), "equal"),
    ("character.relation", RelationValue("father", entity("B"), ""), RelationValue("father", entity("A"), ""), "unknown"),
    ("character.relation", RelationValue("rival", entity("B"), ""), RelationValue("rival", entity("A"), ""), "equal"),
]


@pytest.mark.parametrize(("key", "a", "b", "wanted"), MIXED_ROWS)
def test_other_values(key: str, a: Value, b: Value, wanted: str) -> None:
    assert relate(key, a, b) is Relation(wanted)
    assert relate(key, b, a) is Relation(wanted).mirror


@pytest.mark.parametrize(
    ("words", "wanted"), [("university senior", True), ("Lee Jin-su", False), ("On-jo's dad", True), ("Patient Zero", False)]
)
def test_described_parts(words: str, wanted: bool) -> None:
    assert is_description(words) is wanted


DAYS = st.none() | st.dates(date(2020, 1, 1), date(2020, 1, 9))
RANGES = st.tuples(DAYS, DAYS).filter(lambda ends: None in ends or ends[0] <= ends[1])  # type: ignore[operator]
NAMES = st.sampled_from(["On-jo", "Nam On-jo", "Lee Jin-su", "university senior", "", "webtoon"])
WORDS = [
    "announced",
    "unannounced",
    "dead",
    "alive",
    "returns",
    "uncertain",
    "webtoon",
    "manhwa",
    "comic",
    "scheduled",
    "not_started",
    "delayed",
]
RELATED = st.sampled_from(["father", "son", "child", "rival", "brother", "sister", "bitten by", "bit"])
QUANTITIES = st.builds(
    QuantityValue,
    st.integers(0, 2000),
    st.sampled_from(["hour", "rank", "country", "episode", "minute"]),
    st.sampled_from(["exactly", "about", "over", "under"]),
    st.sampled_from(["", "12", "first month", "1.2 thousand"]),
    st.sampled_from([None, 10, 28, 30, 31]),
    st.sampled_from([None, "Top 10", "top 10", "Korea"]),
)
VALUES = st.one_of(
    RANGES.map(lambda ends: DateValue(DateRange(*ends), "")),
    st.sampled_from(WORDS).map(lambda word: TermValue(word, word)),
    NAMES.map(TextValue),
    NAMES.map(lambda text: EntityValue(text, text, text)),
    QUANTITIES,
    st.builds(RelationValue, RELATED, NAMES.map(lambda text: Entity(text, text, "character")), st.just("")),
)


@given(st.sampled_from(sorted(FACTS)), VALUES, VALUES)
def test_relations_mirror(key: str, a: Value, b: Value) -> None:
    assert relate(key, a, b) is relate(key, b, a).mirror
