"""Each verdict on small claims: what contradicts, what changed, what is one thing."""

from __future__ import annotations

from typing import Any

import pytest
from gold_claims import (
    ORDER,
    dates,
    entity,
    hours,
    make_claim,
    name,
    term,
)
from seed_findings import SUPPORT

from aoud_cli.model import Claim, QuantityValue, Value, Verdict
from aoud_cli.verdicts.find import find


def verdicts(*claims: Claim, wanted: set[Verdict] | None = None) -> list[tuple[str, str]]:
    """The clashes found between some claims, as (verdict, severity)."""
    return [(f.verdict.value, f.severity.value) for f in find(claims, (), ORDER) if f.verdict not in SUPPORT or wanted]


def episodes(number: int) -> QuantityValue:
    return QuantityValue(number, "episode", "exactly", f"{number} episodes")


S2 = "season-2"


STATUS = "production.status"


PREMIERE = "release.premiere"


START = "production.filming_start"


NOT_STARTED, UNDERWAY, UNANNOUNCED = term("not_started"), term("underway"), term("unannounced")


TABLE: list[tuple[str, str, tuple[Value, dict[str, Any]], tuple[Value, dict[str, Any]], list[tuple[str, str]]]] = [
    ("fixed, both certain", "source.author", (name("A B"), {}), (name("C D"), {}), [("contradicts", "error")]),
    ("fixed, one probable", "source.author", (name("A B"), {}), (name("C D"), {"certainty": "probable"}), [("contradicts", "warning")]),
    (
        "fixed, both hedged",
        "source.author",
        (name("A B"), {"certainty": "possible"}),
        (name("C D"), {"certainty": "probable"}),
        [("differs", "note")],
    ),
    (
        "fixed, a guess before the fact",
        "source.author",
        (name("A B"), {"certainty": "possible", "asserted": "2022-01-01"}),
        (name("C D"), {"asserted": "2023-01-01"}),
        [],
    ),
    ("denied", "source.author", (name("A B"), {}), (name("A B"), {"polarity": "negative"}), [("contradicts", "error")]),
    ("denied of another", "source.author", (name("A B"), {}), (name("C D"), {"polarity": "negative"}), []),
    ("many", "crew.director", (name("A B"), {}), (name("C D"), {}), []),
    ("state, later", STATUS, (NOT_STARTED, {"asserted": "2023-01-01"}), (UNDERWAY, {"asserted": "2025-08-01"}), [("changed", "note")]),
    (
        "state, one day",
        STATUS,
        (NOT_STARTED, {"asserted": "2023-01-01"}),
        (UNDERWAY, {"asserted": "2023-01-01"}),
        [("contradicts", "error")],
    ),
    ("state, order open", STATUS, (NOT_STARTED, {}), (UNDERWAY, {"asserted": "2023-01-01"}), [("changed", "note")]),
    (
        "state, bounds overlap",
        STATUS,
        (NOT_STARTED, {"asserted": "2022-01-01..2024-01-01"}),
        (UNDERWAY, {"asserted": "2023-01-01..2025-01-01"}),
        [("changed", "note")],  # a shoot begins once
    ),
    (
        "unknown, then out",
        "cast.status",
        (term("uncertain"), {"asserted": "2022-06-07"}),
        (term("out"), {"asserted": "2025-08-01"}),
        [("changed", "note")],
    ),
    (
        "unknown and out on one day",
        "cast.status",
        (term("uncertain"), {"asserted": "2022-06-07"}),
        (term("out"), {"asserted": "2022-06-07"}),
        [],
    ),
    (
        "forecasts that overlap",
        PREMIERE,
        (dates("2026-01-01..2026-12-31"), {"certainty": "probable"}),
        (dates("2026-09-01..2027-04-30"), {"certainty": "possible"}),
        [],
    ),
    ("forecast and no date", PREMIERE, (dates("2026-01-01..2026-12-31"), {"certainty": "probable"}), (UNANNOUNCED, {}), []),
    (
        "forecasts, order open",
        PREMIERE,
        (dates("2025-01-01..2025-12-31"), {"certainty": "probable", "asserted": "2025-07-23"}),
        (dates("2026-09-01..2027-04-30"), {"certainty": "possible", "asserted": "2025-07-01..2026-02-20"}),
        [("differs", "note")],
    ),
    (
        "forecast moved while open",
        PREMIERE,
        (dates("2026-01-01..2026-12-31"), {"certainty": "probable", "asserted": "2025-07-23"}),
        (dates("2027-01-01..2027-04-30"), {"certainty": "probable", "asserted": "2026-01-12"}),
        [("changed", "note")],
    ),
    (
        "a plan told as fact moved",
        PREMIERE,
        (dates("2026-03-01"), {"asserted": "2025-07-23"}),
        (dates("2026-05-01"), {"asserted": "2025-09-01"}),
        [("changed", "note")],
    ),
    (
        "past dates",
        PREMIERE,
        (dates("2022-01-28"), {"asserted": "2022-06-07"}),
        (dates("2022-02-28"), {"asserted": "2023-06-07"}),
        [("contradicts", "error")],
    ),
    (
        "out, yet unannounced later",
        PREMIERE,
        (dates("2022-01-28"), {"asserted": "2022-06-07"}),
        (UNANNOUNCED, {"asserted": "2023-06-07"}),
        [("contradicts", "error")],
    ),
    (
        "unannounced, then out",
        PREMIERE,
        (UNANNOUNCED, {"asserted": "2021-06-07"}),
        (dates("2022-01-28"), {"asserted": "2022-06-07"}),
        [("changed", "note")],
    ),
    (
        "not renewed, then renewed",
        "renewal.announced",
        (term("announced"), {"polarity": "negative", "asserted": "2022-02-09"}),
        (dates("2022-06-06"), {"asserted": "2022-06-07"}),
        [("changed", "note")],
    ),
    ("described part", "cast.plays", (name("university senior"), {}), (name("Lee Jin-su"), {}), []),
]


@pytest.mark.parametrize(("key", "first", "second", "wanted"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
def test_verdict_table(key: str, first: tuple[Value, Any], second: tuple[Value, Any], wanted: list[tuple[str, str]]) -> None:
    a, b = make_claim("a", key, S2, first[0], **first[1]), make_claim("b", key, S2, second[0], **second[1])
    assert verdicts(a, b) == verdicts(b, a) == wanted


def test_seasons_are_never_compared() -> None:
    one = make_claim("a", "episodes.count", "season-1", QuantityValue(12, "episode", "exactly", "12"))
    assert not find([one, make_claim("b", "episodes.count", S2, QuantityValue(8, "episode", "exactly", "8"))])


def test_agreement_needs_two_articles() -> None:
    one, same = make_claim("a", PREMIERE, S2, dates("2022-01-28")), make_claim("a", PREMIERE, S2, dates("2022-01-28"), place=9)
    wide = make_claim("b", PREMIERE, S2, dates("2022-01-01..2022-12-31"))
    assert not find([one, same])
    found = find([one, same, wide])
    assert [(f.verdict, [len(s.claims) for s in f.sides]) for f in found] == [(Verdict.REFINES, [1, 2])]


def test_webtoon_and_webcomic_agree_as_two_sides() -> None:
    claims = [make_claim(d, "source.based_on", "show", term(word)) for d, word in (("a", "webtoon"), ("b", "webcomic"), ("c", "webtoon"))]
    (found,) = find(claims)
    assert (found.verdict, [side.documents for side in found.sides]) == (Verdict.AGREES, [("a", "c"), ("b",)])


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [(2, 2, Verdict.CONTRADICTS), (None, None, Verdict.CONTRADICTS), (1, 2, Verdict.CHANGED), (None, 2, Verdict.DIFFERS)],
)
def test_two_performers_of_one_part(one: int | None, other: int | None, verdict: Verdict) -> None:
    """A part may pass on between seasons; of whom no season is told may have had it before."""
    claims = [
        make_claim("a", "cast.plays", "X Y", name("P Q"), season=one),
        make_claim("b", "cast.plays", "Z Y", name("P Q"), season=other),
    ]
    (found,) = find(claims)
    assert (found.verdict, found.subject.name, found.season) == (verdict, "P Q", None)


@pytest.mark.parametrize(("day", "verdict"), [("2024-03-01", Verdict.CONTRADICTS), ("2025-03-01", Verdict.DIFFERS)])
def test_two_performers_of_whom_one_is_told_for_a_season(day: str, verdict: Verdict) -> None:
    """Articles within half a year speak of one season's cast."""
    claims = [
        make_claim("a", "cast.plays", "X Y", name("P Q"), season=2, asserted="2024-01-01"),
        make_claim("b", "cast.plays", "Z Y", name("P Q"), season=None, asserted=day),
    ]
    assert [found.verdict for found in find(claims)] == [verdict]


@pytest.mark.parametrize(("quote", "verdict"), [("X Y drew the comic", Verdict.DIFFERS), ("X Y wrote the comic", Verdict.CONTRADICTS)])
def test_who_draws_a_comic_need_not_write_it(quote: str, verdict: Verdict) -> None:
    claims = [make_claim("a", "source.author", "show", name("X Y"), quote=quote), make_claim("b", "source.author", "show", name("Z Y"))]
    assert [found.verdict for found in find(claims)] == [verdict]


@pytest.mark.parametrize(
    ("season", "one", "other", "verdict"),
    [
        (3, "clause", "clause", Verdict.CONTRADICTS),
        (3, "time", "time", Verdict.DIFFERS),
        (1, "time", "time", Verdict.DIFFERS),
        (1, "before", "clause", Verdict.DIFFERS),
        (1, "heading", "clause", Verdict.DIFFERS),
        (1, "sentence", "clause", Verdict.DIFFERS),
    ],
)
def test_a_season_that_no_clause_names(season: int, one: str, other: str, verdict: Verdict) -> None:
    """`It has eight episodes` may be of another season than `season 1 has ten`, and what only the day gave of an earlier one."""
    claims = [
        make_claim(document, "episodes.count", f"season-{season}", episodes(number), season=season)._replace(season_by=step)
        for document, number, step in (("a", 8, one), ("b", 10, other))
    ]
    assert [found.verdict for found in find(claims)] == [verdict]


def test_status_of_a_part_is_its_performers() -> None:
    part = make_claim("a", "cast.status", "P Q", term("out"), season=2, kind="character", asserted="2025-01-01")
    performer = make_claim("b", "cast.status", "X Y", term("returning"), season=2, asserted="2025-01-01")
    plays = make_claim("c", "cast.plays", "X Y", name("P Q"))
    assert verdicts(part, performer) == []
    (found,) = find([part, performer, plays])
    assert (found.verdict, found.subject.name) == (Verdict.CONTRADICTS, "X Y")


def test_a_second_performer_takes_no_contradiction_away() -> None:
    part = make_claim("a", "cast.status", "P Q", term("out"), season=2, kind="character", asserted="2025-01-01")
    performer = make_claim("b", "cast.status", "X Y", term("returning"), season=2, asserted="2025-01-01")
    plays = [make_claim(d, "cast.plays", who, name("P Q")) for d, who in (("c", "X Y"), ("d", "Z Y"))]
    for told in (plays[:1], plays):
        found = [f for f in find([part, performer, *told]) if f.verdict is Verdict.CONTRADICTS and f.predicate == "status"]
        assert [f.subject.name for f in found] == ["X Y"]


def test_another_wording_takes_no_contradiction_away() -> None:
    exact, other = hours(600_000_000, 28, "600 million hours"), hours(610_000_000, 28, "610 million hours")
    rough = hours(600_000_000, 28, "0.6 billion hours")
    claims = [
        make_claim("b", "viewership.hours", "season-1", exact, asserted="2022-06-01"),
        make_claim("c", "viewership.hours", "season-1", other, asserted="2022-06-01"),
        make_claim("a", "viewership.hours", "season-1", rough, asserted="2022-02-01"),
    ]
    for told in (claims[:2], claims):
        (found,) = [f for f in find(told) if f.verdict is Verdict.CONTRADICTS]
        assert {c.source.document for side in found.sides for c in side.claims} == {"b", "c"}


def test_relation_is_the_same_from_either_end() -> None:
    from aoud_cli.model import RelationValue

    father = make_claim("a", "character.relation", "B C", RelationValue("father", entity("B S", "character"), ""), kind="character")
    son = make_claim("b", "character.relation", "B S", RelationValue("son", entity("B C", "character"), ""), kind="character")
    assert [f.verdict for f in find([father, son])] == [Verdict.AGREES]


def test_an_article_that_tells_both_values_clashes_with_itself_only() -> None:
    def count(doc: str, number: int) -> Claim:
        return make_claim(doc, "episodes.count", "season-1", QuantityValue(number, "episode", "exactly", str(number)))

    (found,) = (f for f in find([count("a", 10), count("a", 12), count("b", 12)]) if f.verdict not in SUPPORT)
    assert (found.verdict, [side.documents for side in found.sides]) == (Verdict.DIFFERS, [("a",), ("a",)])
    assert found.reason.endswith("one article tells both")


def test_two_performers_of_a_part_in_one_article_are_no_clash() -> None:
    claims = [make_claim("a", "cast.plays", who, name("P Q"), place=n) for n, who in enumerate(("X Y", "Z Y"))]
    assert verdicts(*claims) == []


def test_a_denied_hybrid_excludes_nothing() -> None:
    claims = [make_claim(d, "character.fate", "P Q", term("hybrid"), polarity=p) for d, p in (("a", "positive"), ("b", "negative"))]
    assert verdicts(*claims) == []


def test_order_is_told_once_for_two_events() -> None:
    claims = [make_claim(d, "renewal.announced", S2, dates(day)) for d, day in (("a", "2022-06-06"), ("b", "2022-06-01..2022-06-30"))]
    found = find([*claims, make_claim("c", START, S2, dates("2020-06-01..2020-06-30"))], (), ORDER)
    assert [len(f.sides) for f in found if f.verdict is Verdict.ORDER] == [3]


def test_totals_clash_once_with_all_that_agree() -> None:
    claims = [
        make_claim("a", "viewership.hours", "season-1", hours(474_260_000, 30)),
        make_claim("b", "viewership.hours", "season-1", hours(560_000_000, 28)),
        make_claim("c", "viewership.hours", "season-1", hours(560_780_000, 28)),
        make_claim("d", "viewership.hours", "season-1", hours(361_000_000, 10)),
    ]
    (found,) = [f for f in find(claims) if f.verdict is Verdict.CONTRADICTS]
    assert [side.documents for side in found.sides] == [("a",), ("b", "c")]
