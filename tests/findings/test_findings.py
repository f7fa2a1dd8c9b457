"""Findings over hand-made gold claims, and every row of the verdict table."""

from __future__ import annotations

import itertools
import random
import re
from datetime import date, timedelta
from typing import Any

import pytest
from gold_claims import (
    GOLD,
    ORDER,
    Row,
    dates,
    entity,
    gold_articles,
    gold_claims,
    hours,
    make_article,
    make_claim,
    name,
    read_rows,
    resolve,
    term,
)

from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.findings.dating import date_articles, redate
from aoud_cli.model import Article, Claim, DateValue, Finding, QuantityValue, Severity, Side, Value, Verdict
from aoud_cli.verdicts.find import find

DATED = read_rows(GOLD / "findings" / "seeds-dates.jsonl")
ROWS = read_rows(GOLD / "findings" / "seeds.jsonl")
SUPPORT = {Verdict.AGREES, Verdict.REFINES}


def corpus() -> tuple[list[Claim], list[Article]]:
    articles = gold_articles(DATED)
    claims = gold_claims(GOLD / "seeds", articles)
    datings = date_articles(articles, claims)
    return redate(claims, datings), [article._replace(asserted=datings[article.document]) for article in articles]


CLAIMS, ARTICLES = corpus()
FOUND = find(CLAIMS, ARTICLES, ORDER)


def is_about(row: Row, finding: Finding) -> bool:
    """Whether a finding is of the gold row's predicate and of one of its subjects."""
    keys = {f"{row['topic']}.{row['predicate']}", *row.get("also_predicates", [])}
    subjects = {resolve(str(subject)) for subject in row.get("subject_any") or [row["subject"]]}
    return finding.key in keys and (finding.subject.name in subjects or finding.subject.id == "show")


def tells(side: Side, documents: list[str], values: str | None, *, exactly: bool) -> bool:
    """Whether one of the documents tells, on this side, a value that gold names (dates only; none named: any)."""
    wanted = re.findall(r"(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)", values or "")
    claims = [claim for claim in side.claims if claim.source.document in documents]
    if not wanted:
        return bool(claims)
    spans = [c.value.when for c in claims if isinstance(c.value, DateValue) and c.value.when.earliest and c.value.when.latest]
    if exactly:
        return any((str(when.earliest), str(when.latest)) in wanted for when in spans)
    return any(str(when.earliest) <= high and low <= str(when.latest) for when in spans for low, high in wanted)


def hits(row: Row, finding: Finding) -> bool:
    """Whether a finding stands between the documents of the row's two sides."""
    left, right = row["documents"]
    values = [*(row.get("values") or []), None, None]
    if not is_about(row, finding) or finding.verdict.value not in row["verdicts"]:
        return False
    if finding.verdict in SUPPORT:
        together = {document for side in finding.sides for document in side.documents}
        return len({*left, *right} & together) >= min(len({*left, *right}), 2)
    if not right:
        return tells(finding.sides[0], left, values[0], exactly=False)
    pairs = itertools.permutations(finding.sides, 2)
    if finding.verdict is Verdict.EXPIRED:
        pairs = iter([p for side in finding.sides[1:] for p in ((finding.sides[0], side), (side, finding.sides[0]))])
    exactly = row["expect"] == "never"
    return any(tells(a, left, values[0], exactly=exactly) and tells(b, right, values[1], exactly=exactly) for a, b in pairs)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["expect"] == "must" and not row.get("borderline")], ids=lambda row: row["note"][:60]
)
def test_must_be_found(row: Row) -> None:
    assert any(hits(row, finding) for finding in FOUND)


@pytest.mark.parametrize("row", [row for row in ROWS if row["expect"] == "never"], ids=lambda row: row["note"][:60])
def test_must_never_be_found(row: Row) -> None:
    allowed = [other for other in ROWS if other["expect"] != "never"]
    wrong = [finding.reason for finding in FOUND if hits(row, finding) and not any(hits(other, finding) for other in allowed)]
    assert not wrong


def test_no_contradiction_but_the_one_there_is() -> None:
    found = [finding for finding in FOUND if finding.verdict is Verdict.CONTRADICTS]
    assert [(f.predicate, f.severity) for f in found] == [("hours", Severity.ERROR)]
    assert "after 30 days than after 28" in found[0].reason


def test_one_finding_a_fact_and_verdict() -> None:
    clashes = [f for f in FOUND if f.verdict in (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS)]
    facts = [(f.verdict, f.topic, f.predicate, f.subject, f.season) for f in clashes]
    assert len(facts) == len(set(facts))
    assert len({finding.id for finding in FOUND}) == len(FOUND)


def test_order_of_articles_and_claims_does_not_matter() -> None:
    shuffled = random.Random(7).sample(CLAIMS, len(CLAIMS))
    assert find(shuffled, ARTICLES[::-1], ORDER) == FOUND
    assert timeline(shuffled) == timeline(CLAIMS)
    assert events(shuffled) == events(CLAIMS)


def test_id_stays_when_one_more_article_repeats_a_value() -> None:
    claims = [make_claim("a", "cast.plays", "X Y", name("P Q")), make_claim("b", "cast.plays", "Z Y", name("P Q"))]
    more = [*claims, make_claim("c", "cast.plays", "Z Y", name("P Q"))]
    first, second = ([f for f in find(c) if f.verdict is Verdict.CONTRADICTS] for c in (claims, more))
    assert [f.id for f in first] == [f.id for f in second]
    assert len(first) == 1
    assert re.fullmatch("[0-9a-f]{12}", first[0].id)


def verdicts(*claims: Claim, wanted: set[Verdict] | None = None) -> list[tuple[str, str]]:
    """The clashes found between some claims, as (verdict, severity)."""
    return [(f.verdict.value, f.severity.value) for f in find(claims, (), ORDER) if f.verdict not in SUPPORT or wanted]


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


def test_one_part_has_one_performer_whatever_the_season() -> None:
    claims = [make_claim("a", "cast.plays", "X Y", name("P Q"), season=1), make_claim("b", "cast.plays", "Z Y", name("P Q"), season=2)]
    (found,) = find(claims)
    assert (found.verdict, found.subject.name, found.season) == (Verdict.CONTRADICTS, "P Q", None)


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


FORECAST = make_claim("a", PREMIERE, S2, dates("2024-05-01..2024-08-31"), certainty="probable", asserted="2023-06-01")
EVIDENCE: list[tuple[str, Claim, bool]] = [
    ("no date yet", make_claim("b", PREMIERE, S2, UNANNOUNCED, asserted="2025-07-23"), True),
    ("a later one", make_claim("b", PREMIERE, S2, dates("2025-01-01..2025-12-31"), certainty="possible", asserted="2025-07-23"), True),
    ("filming", make_claim("b", STATUS, S2, UNDERWAY, asserted="2025-07-23"), True),
    (
        "wrap ahead",
        make_claim("b", "production.filming_end", S2, dates("2026-02-10..2026-02-20"), certainty="probable", asserted="2025-07-23"),
        True,
    ),
    ("wrapped", make_claim("b", STATUS, S2, term("wrapped"), asserted="2025-07-23"), False),
    ("written before the last day", make_claim("b", PREMIERE, S2, UNANNOUNCED, asserted="2024-04-09"), False),
    ("perhaps written before", make_claim("b", PREMIERE, S2, UNANNOUNCED, asserted="2024-04-09..2026-01-01"), False),
    ("undated", make_claim("b", PREMIERE, S2, UNANNOUNCED), False),
    ("another season", make_claim("b", PREMIERE, "season-3", UNANNOUNCED, asserted="2025-07-23"), False),
    ("it came", make_claim("b", PREMIERE, S2, dates("2024-06-28"), asserted="2025-07-23"), False),
]


@pytest.mark.parametrize(("claim", "wanted"), [row[1:] for row in EVIDENCE], ids=[row[0] for row in EVIDENCE])
def test_expired(claim: Claim, wanted: bool) -> None:
    found = [f for f in find([FORECAST, claim], (), ORDER) if f.verdict is Verdict.EXPIRED]
    assert bool(found) is wanted
    assert all(f.sides[0].first == FORECAST and f.severity is Severity.WARNING for f in found)


def test_expired_wins_over_changed_and_order() -> None:
    later = make_claim("b", PREMIERE, S2, dates("2026-01-01..2026-12-31"), certainty="probable", asserted="2025-07-23")
    filming = make_claim("b", START, S2, dates("2025-07-01..2025-07-31"), asserted="2025-07-23")
    assert verdicts(FORECAST, later, filming) == [("expired", "warning")]


def test_a_promise_told_as_fact_expires_as_an_error() -> None:
    promise = make_claim("a", PREMIERE, S2, dates("2024-05-01"), asserted="2023-06-01")
    assert verdicts(promise, make_claim("b", PREMIERE, S2, UNANNOUNCED, asserted="2025-07-23")) == [("expired", "error")]
    unsure = make_claim("b", PREMIERE, S2, UNANNOUNCED, asserted="2025-07-01..2026-02-20", basis="inferred")
    assert verdicts(promise, unsure) == [("expired", "warning")]


ORDER_ROWS = [
    (("production.filming_end", "2022-06-01", "certain"), (PREMIERE, "2022-01-28", "certain"), [("order", "error")]),
    (
        ("production.filming_end", "2026-02-10..2026-02-20", "probable"),
        (PREMIERE, "2025-01-01..2025-12-31", "probable"),
        [("order", "warning")],
    ),
    (("production.filming_end", "..2026-02-20", "probable"), (PREMIERE, "2025-01-01..2025-12-31", "probable"), []),
    (("production.filming_end", "2026-02-10..2026-02-20", "probable"), (PREMIERE, "2025-01-01..2025-12-31", "possible"), []),
    ((START, "2025-07-01..2025-07-31", "certain"), (PREMIERE, "2025-01-01..2025-12-31", "probable"), []),
]


@pytest.mark.parametrize(("first", "second", "wanted"), ORDER_ROWS)
def test_order(first: tuple[str, str, str], second: tuple[str, str, str], wanted: list[tuple[str, str]]) -> None:
    claims = [make_claim(d, key, S2, dates(when), certainty=sure) for d, (key, when, sure) in zip("ab", (first, second), strict=True)]
    assert verdicts(*claims) == wanted


SPANS = [
    ("nearly four years after its first season", 1461, "exactly", "2025-07-23", [("arithmetic", "note")]),
    ("nearly four years after its first season", 1461, "exactly", "2024-07-28", [("arithmetic", "error")]),
    ("nearly four years after its first season", 1461, "exactly", "2025-12-20", []),
    ("over four months", 122, "over", "2022-06-08", []),
    ("over four months", 122, "over", "2022-06-06..2023-12-31", []),
    ("three years after", 1096, "exactly", "2025-02-01", []),
    ("ten days after its release", 10, "exactly", "2022-02-07", []),
    ("ten days after its release", 10, "exactly", "2022-03-07", [("arithmetic", "error")]),
    ("ten days after the renewal", 10, "exactly", "2022-03-07", []),
    ("ten days ago", 10, "exactly", "2022-03-07", []),
]


@pytest.mark.parametrize(("words", "days", "bound", "asserted", "wanted"), SPANS)
def test_arithmetic(words: str, days: int, bound: Any, asserted: str, wanted: list[tuple[str, str]]) -> None:
    premiere = make_claim("a", PREMIERE, "season-1", dates("2022-01-28"), asserted="2022-02-01")
    elapsed = make_claim("b", "interval.elapsed", "show", QuantityValue(days, "day", bound, words), asserted=asserted)
    assert verdicts(premiere, elapsed) == wanted
    assert verdicts(elapsed) == []


def test_the_premiere_ends_no_span_whoever_tells_it() -> None:
    told = [make_claim(d, PREMIERE, "season-1", dates("2024-05-01..2024-08-31"), asserted="2025-07-23") for d in "ab"]
    value = QuantityValue(1461, "day", "exactly", "nearly four years after")
    span = make_claim("c", "interval.elapsed", "show", value, asserted="2022-06-07")
    assert verdicts(told[0], span) == verdicts(*told, span) == []


def test_a_span_still_to_run_is_no_sum() -> None:
    premiere = make_claim("a", PREMIERE, "season-1", dates("2022-01-28"), asserted="2022-02-01")
    text = "Season 2 will arrive nearly four years after the first season."
    quote = text[21:]
    value = QuantityValue(1461, "day", "exactly", quote)
    span = make_claim("b", "interval.elapsed", "show", value, asserted="2024-07-28", quote=quote, place=21)
    assert [f.verdict for f in find([premiere, span], [make_article("a"), make_article("b")._replace(text=text)])] == []
    told = make_article("b")._replace(text=text.replace("will arrive", "was ordered"))
    assert [f.verdict for f in find([premiere, span], [make_article("a"), told])] == [Verdict.ARITHMETIC]


def test_one_span_told_by_an_article_and_its_copy_is_one_finding() -> None:
    premiere = make_claim("a", PREMIERE, "season-1", dates("2022-01-28"), asserted="2022-02-01")
    value = QuantityValue(1461, "day", "exactly", "nearly four years after it premiered")
    spans = [make_claim(d, "interval.elapsed", "show", value, asserted="2024-07-28") for d in "bc"]
    (found,) = find([premiere, *spans])
    assert found.sides[0].documents == ("b", "c")


def test_a_span_between_two_dated_events_fits() -> None:
    claims = [make_claim("a", PREMIERE, "season-1", dates("2022-01-28")), make_claim("a", "renewal.announced", S2, dates("2022-06-06"))]
    span = make_claim("b", "interval.elapsed", "show", QuantityValue(122, "day", "over", "over four months"), asserted="2025-07-23")
    assert verdicts(*claims, span) == []


@pytest.mark.parametrize("row", DATED, ids=lambda row: row["doc"])
def test_datings(row: Row) -> None:
    asserted = next(article.asserted for article in ARTICLES if article.document == row["doc"])
    assert (str(asserted.earliest), str(asserted.latest), asserted.basis) == (row["earliest"], row["latest"], row["basis"])
    assert asserted.basis == "stated" or asserted.reason


def test_a_borrowed_dating_names_its_article() -> None:
    assert "002_94d40c8d580623fe" in next(a.asserted.reason for a in ARTICLES if a.document.startswith("003"))


DATINGS: list[tuple[str, list[Claim], tuple[str | None, str | None]]] = [
    ("nothing", [], (None, None)),
    ("told as past", [make_claim("a", START, S2, dates("2025-07-01..2025-07-31"), quote="Filming began in July")], ("2025-07-01", None)),
    ("told as fact, ahead", [make_claim("a", PREMIERE, S2, dates("2026-01-28"), quote="will premiere on January 28")], (None, None)),
    (
        "hedged, past",
        [make_claim("a", START, S2, dates("2025-07-01"), certainty="probable", quote="reportedly began on July 1")],
        (None, None),
    ),
    (
        "two forecasts",
        [make_claim("a", PREMIERE, S2, dates(when), certainty="probable") for when in ("2024-05-01..2024-08-31", "2025-01-01..2025-12-31")],
        (None, "2024-08-31"),
    ),
    (
        "a choice",
        [make_claim("a", PREMIERE, S2, dates("2026-01-01..2027-12-31")._replace(text="2026 or 2027"), certainty="probable")],
        (None, "2026-12-31"),
    ),
    (
        "an old forecast",
        [
            make_claim("a", START, S2, dates("2025-07-01"), quote="began"),
            make_claim("a", PREMIERE, S2, dates("2024-01-01..2024-12-31"), certainty="probable"),
        ],
        ("2025-07-01", None),
    ),
]


@pytest.mark.parametrize(("claims", "wanted"), [row[1:] for row in DATINGS], ids=[row[0] for row in DATINGS])
def test_dating(claims: list[Claim], wanted: tuple[str | None, str | None]) -> None:
    asserted = date_articles([make_article("a")], claims)["a"]
    ends = tuple(None if day is None else str(day) for day in (asserted.earliest, asserted.latest))
    assert ends == wanted
    assert asserted.basis == ("unknown" if wanted == (None, None) else "inferred")


def test_no_day_fits() -> None:
    claims = [
        make_claim("a", START, S2, dates("2025-07-01"), quote="began"),
        make_claim("a", STATUS, S2, NOT_STARTED),
        make_claim("b", START, S2, dates("2025-01-01"), quote="began"),
    ]
    asserted = date_articles([make_article("a"), make_article("b")], claims)["a"]
    assert (asserted.earliest, asserted.latest, asserted.basis) == (None, None, "unknown")
    assert asserted.reason.startswith("no day fits")


def test_a_stated_date_stays() -> None:
    article = make_article("a", "2024-04-09")
    assert date_articles([article], [make_claim("a", START, S2, dates("2025-07-01"))])["a"] == article.asserted


STILL: list[tuple[str, list[tuple[str, str, str]], list[str]]] = [
    (
        "told again after it was dropped",
        [("a", "underway", "2024-01-01"), ("b", "wrapped", "2025-01-01"), ("c", "underway", "2025-06-01")],
        ["c"],
    ),
    ("told again before", [("a", "underway", "2024-01-01"), ("b", "wrapped", "2025-01-01"), ("c", "underway", "2024-06-01")], []),
    ("perhaps before", [("a", "underway", "2024-01-01"), ("b", "wrapped", "2025-01-01"), ("c", "underway", "2024-06-01..2025-06-01")], []),
    ("only moved on", [("a", "underway", "2024-01-01"), ("b", "wrapped", "2025-01-01")], []),
    (
        "both told again",
        [("a", "underway", "2024-01-01"), ("b", "wrapped", "2025-01-01"), ("c", "underway", "2025-06-01"), ("d", "wrapped", "2025-07-01")],
        ["c", "d"],
    ),
]


@pytest.mark.parametrize(("told", "wanted"), [row[1:] for row in STILL], ids=[row[0] for row in STILL])
def test_who_still_tells_what_was_dropped(told: list[tuple[str, str, str]], wanted: list[str]) -> None:
    found = find([make_claim(d, STATUS, S2, term(word), asserted=when) for d, word, when in told])
    changed = [f for f in found if f.verdict is Verdict.CHANGED]
    assert [list(f.still) for f in changed] == [wanted]
    assert all(f"{name} still tells what " in changed[0].reason for name in wanted)


def test_timeline_tells_what_changed() -> None:
    (history,) = [h for h in timeline(CLAIMS, ARTICLES, FOUND) if (h.topic, h.predicate) == ("production", "status")]
    assert [(s.claim.source.document[:3], s.change, s.order_open) for s in history.steps] == [
        ("001", "first", False),
        ("002", "changes", False),
        ("003", "repeats", True),
    ]
    (start,) = [h for h in timeline(CLAIMS) if (h.predicate, h.subject.id) == ("filming_start", S2)]
    assert [s.change for s in start.steps][-1] == "expired"


def test_timeline_of_a_date_told_more_and_less_exactly() -> None:
    told = [
        make_claim(d, PREMIERE, S2, dates(when), asserted=day)
        for d, when, day in (
            ("a", "2022-01-01..2022-12-31", "2023-01-01"),
            ("b", "2022-01-28", "2023-02-01"),
            ("c", "2022-01-01..2022-12-31", "2023-03-01"),
        )
    ]
    assert [step.change for step in timeline(told)[0].steps] == ["first", "refines", "repeats"]


def test_events_stand_at_their_best_supported_date() -> None:
    found = {(e.predicate, e.subject.id): e for e in events(CLAIMS)}
    first = found["premiere", "season-1"]
    assert (first.when.earliest, len(first.others)) == (date(2022, 1, 28), 1)
    second = found["premiere", S2]
    assert (second.when.earliest, second.certainty.value) == (date(2025, 1, 1), "probable")
    assert list(found.values()) == sorted(found.values(), key=lambda e: (e.when.earliest, e.when.latest))


def test_many_articles_on_one_fact_stay_quick() -> None:
    start = date(2022, 1, 1)
    claims = [
        make_claim(f"d{n:03}", STATUS, S2, UNDERWAY if n % 3 else NOT_STARTED, asserted=str(start + timedelta(n))) for n in range(300)
    ]
    (changed,) = [f for f in find(claims) if f.verdict is Verdict.CHANGED]
    assert sum(len(side.claims) for side in changed.sides) == 300
