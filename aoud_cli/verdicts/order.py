"""Events of one season that can't come in the order that their dates say: a premiere before filming ends."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from aoud_cli.findings.build import make_finding, make_side, sort_sides, value_key
from aoud_cli.findings.facts import Fact, is_lone
from aoud_cli.findings.moments import date_of, in_same_article, is_before, is_planned
from aoud_cli.findings.words import say_side
from aoud_cli.model import Certainty, Claim, Finding, Reason, Side, Verdict


def find_disorder(facts: Sequence[Fact], order: Sequence[str], stale: Collection[str] = ()) -> list[Finding]:
    """One finding for each two events of a season whose dates stand the wrong way round.

    `order` lists predicates as they must come, `renewal.announced` first; `stale` holds the ids of forecasts that expired,
    which is told as that.
    """
    # A later part comes out whenever it does, and what is of no known season is compared with nothing.
    known = (fact for fact in facts if fact.key in order and fact.part is None and not is_lone(fact))
    events = {(fact.key, fact.subject.id, fact.season): fact for fact in known}
    findings = []
    for first_key, second_key in combinations(order, 2):
        for (key, subject, season), second in events.items():
            first = events.get((first_key, subject, season))
            if key == second_key and first is not None:
                findings.extend(_compare(first, second, stale))
    return findings


def _compare(first: Fact, second: Fact, stale: Collection[str]) -> list[Finding]:
    """The finding on two events of which `first` must come first: all their dates that stand the wrong way round, a side each."""
    pairs = [(one, other) for one in _dated(first, stale) for other in _dated(second, stale) if _is_reversed(one, other)]
    if not pairs:
        return []
    ones, others = _sides(one for one, _ in pairs), _sides(other for _, other in pairs)
    return [_disorder(second, ones, others)]


def _sides(claims: Iterable[Claim]) -> list[Side]:
    """One side a date, the earliest asserted first."""
    groups: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        groups.setdefault(value_key(claim.value), {})[claim.id] = claim
    return list(sort_sides(make_side(group.values()) for group in groups.values()))


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
    if in_same_article(first, second):
        return False  # a misreading more often than a fault
    # A forecast that a later article overtook is no plan of that day: 2024 said in 2023, filming from 2025 said in 2025.
    return not (_is_overtaken(first, second) or _is_overtaken(second, first))


def _is_overtaken(plan: Claim, claim: Claim) -> bool:
    return _is_plan(plan) and is_before(plan.asserted, claim.asserted)


def _disorder(fact: Fact, ones: list[Side], others: list[Side]) -> Finding:
    one, other = ones[0], others[0]
    early, late = other.first.predicate.replace("_", " "), one.first.predicate.replace("_", " ")
    because = Reason.of("order", subject=fact.subject.name, early=early, second=say_side(other), late=late, first=say_side(one))
    return make_finding(Verdict.ORDER, fact.key, fact.subject, fact.season, fact.part, because, sort_sides([*ones, *others]))
