"""Expired forecasts, orders, spans of time, datings, and how facts changed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from gold_claims import (
    ORDER,
    Row,
    dates,
    make_article,
    make_claim,
    term,
)
from seed_findings import ARTICLES, CLAIMS, DATED, FOUND, SUPPORT

from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.findings.dating import date_articles
from aoud_cli.model import Claim, QuantityValue, Severity, Verdict
from aoud_cli.verdicts.find import find


def verdicts(*claims: Claim, wanted: set[Verdict] | None = None) -> list[tuple[str, str]]:
    """The clashes found between some claims, as (verdict, severity)."""
    return [(f.verdict.value, f.severity.value) for f in find(claims, (), ORDER) if f.verdict not in SUPPORT or wanted]


S2 = "season-2"


STATUS = "production.status"


PREMIERE = "release.premiere"


START = "production.filming_start"


NOT_STARTED, UNDERWAY, UNANNOUNCED = term("not_started"), term("underway"), term("unannounced")


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


def test_what_is_to_come_before_a_day_is_foretold() -> None:
    """`cameras will roll before the summer is out`: no contradiction of the autumn in which they did."""
    began = make_claim("b", START, S2, dates("2024-10-01..2024-10-31"), asserted="2025-05-03")
    promise = make_claim("a", START, S2, dates("..2024-08-31"), asserted="2024-04-02")
    assert verdicts(promise, began) == [("expired", "error")]
    past = make_claim("a", START, S2, dates("..2024-08-31"), asserted="2024-11-02")
    assert verdicts(past, began) == [("contradicts", "error")]


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
