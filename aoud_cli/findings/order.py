"""Events of one season that can't come in the order that their dates say: a premiere before filming ends."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from aoud_cli.findings.build import make_finding, make_side, sort_sides, value_key
from aoud_cli.findings.facts import Fact
from aoud_cli.findings.moments import date_of, is_before, is_planned
from aoud_cli.findings.words import say_claim, say_documents
from aoud_cli.model import Certainty, Claim, Finding, Verdict


def find_disorder(facts: Sequence[Fact], order: Sequence[str], stale: Collection[str] = ()) -> list[Finding]:
    """One finding for each two events of a season, and each two dates of them, in the wrong order.

    `order` lists predicates as they must come, `renewal.announced` first; `stale` holds the ids of forecasts that expired,
    which is told as that.
    """
    events = {(fact.key, fact.subject.id, fact.season): fact for fact in facts if fact.key in order}
    findings = []
    for first_key, second_key in combinations(order, 2):
        for (key, subject, season), second in events.items():
            first = events.get((first_key, subject, season))
            if key == second_key and first is not None:
                findings.extend(_compare(first, second, stale))
    return findings


def _compare(first: Fact, second: Fact, stale: Collection[str]) -> list[Finding]:
    """The findings on two events of which `first` must come first, one for each two dates that don't."""
    groups: dict[tuple[str, str], tuple[list[Claim], list[Claim]]] = {}
    for one in _dated(first, stale):
        for other in _dated(second, stale):
            if _is_reversed(one, other):
                ones, others = groups.setdefault((value_key(one.value), value_key(other.value)), ([], []))
                ones.extend([] if one in ones else [one])
                others.extend([] if other in others else [other])
    return [_make(second, ones, others) for _, (ones, others) in sorted(groups.items())]


def _dated(fact: Fact, stale: Collection[str]) -> list[Claim]:
    """The claims that date an event, are more than a guess and have not expired."""
    claims = [telling.claim for telling in fact.tellings]
    return [c for c in claims if date_of(c) is not None and c.certainty is not Certainty.POSSIBLE and c.id not in stale]


def _is_plan(claim: Claim) -> bool:
    return claim.certainty is not Certainty.CERTAIN or is_planned(claim)


def _is_reversed(first: Claim, second: Claim) -> bool:
    """Whether all of the second event's days lie before all of the first's, in plans that stood at one time."""
    one, other = date_of(first), date_of(second)
    if one is None or other is None or one.earliest is None or other.latest is None or other.latest >= one.earliest:
        return False
    # A forecast that a later article overtook is no plan of that day: 2024 said in 2023, filming from 2025 said in 2025.
    return not (_is_overtaken(first, second) or _is_overtaken(second, first))


def _is_overtaken(plan: Claim, claim: Claim) -> bool:
    return _is_plan(plan) and is_before(plan.asserted, claim.asserted)


def _make(fact: Fact, ones: list[Claim], others: list[Claim]) -> Finding:
    topic, predicate = fact.key.split(".")
    one, other = make_side(ones), make_side(others)
    early, late = other.first.predicate.replace("_", " "), one.first.predicate.replace("_", " ")
    reason = (
        f"{fact.subject.name}: {early} {say_claim(other.first)} ({say_documents(other)}) "
        f"can't come before {late} {say_claim(one.first)} ({say_documents(one)})"
    )
    return make_finding(Verdict.ORDER, topic, predicate, fact.subject, fact.season, reason, sort_sides((one, other)))
