"""Findings over hand-made gold claims, and every row of the verdict table."""

from __future__ import annotations

import itertools
import random
import re

import pytest
from gold_claims import (
    ORDER,
    Row,
    make_claim,
    name,
    resolve,
)
from seed_findings import ARTICLES, CLAIMS, FOUND, ROWS, SUPPORT

from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.model import DateValue, Finding, Severity, Side, Verdict
from aoud_cli.verdicts.find import find


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
