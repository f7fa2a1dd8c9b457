"""Events of one season that can't come in the order that their dates say: a premiere before filming ends."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import chain, combinations
from typing import NamedTuple

from aoud_cli.findings.build import make_finding, make_side, sort_sides, value_key
from aoud_cli.findings.facts import Fact, Telling, is_lone
from aoud_cli.findings.lineup import Lineup
from aoud_cli.findings.moments import date_of, in_same_article, is_planned
from aoud_cli.findings.words import say_side
from aoud_cli.model import Certainty, Claim, DateRange, Finding, Reason, Side, Verdict
from aoud_cli.verdicts.doubt import is_of_open_year, is_of_vague_season


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


class _Line(NamedTuple):
    """The tellings of one date, all as a plan or none."""

    when: DateRange
    is_plan: bool
    tellings: Sequence[Telling]
    lineup: Lineup


def _compare(first: Fact, second: Fact, stale: Collection[str]) -> list[Finding]:
    """The finding on two events of which `first` must come first: all their dates that stand the wrong way round, a side each."""
    early = _lines(first, {*stale, *(telling.claim.id for telling in first.tellings if is_of_open_year(telling.claim))})
    late = _lines(second, stale)
    ones = _standing_wrong(early, late, _is_reversed)
    if not ones:
        return []
    others = _standing_wrong(late, early, lambda own, other: _is_reversed(other, own))
    return [_disorder(second, _sides(ones), _sides(others))]


def _standing_wrong(lines: Sequence[_Line], others: Sequence[_Line], is_wrong: Callable[[_Line, _Line], bool]) -> list[Claim]:
    """The claims of the lines that meet one of another line which is wrong beside theirs."""
    return [
        telling.claim
        for line in lines
        for against in [[other for other in others if is_wrong(line, other)]]
        for telling in line.tellings
        if any(_meets(telling.claim, line, other) for other in against)
    ]


def _sides(claims: Iterable[Claim]) -> list[Side]:
    """One side a date, the earliest asserted first."""
    groups: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        groups.setdefault(value_key(claim.value), {})[claim.id] = claim
    return list(sort_sides(make_side(group.values()) for group in groups.values()))


def _lines(fact: Fact, without: Collection[str]) -> list[_Line]:
    """The dates told of an event, with the claims that are more than a guess, also as to their season."""
    groups: dict[tuple[DateRange, bool], list[Telling]] = {}
    for telling in fact.tellings:
        claim = telling.claim
        when = date_of(claim)
        is_firm = claim.certainty is not Certainty.POSSIBLE and not is_of_vague_season(claim)
        if when is not None and is_firm and claim.id not in without:
            groups.setdefault((when, _is_plan(claim)), []).append(telling)
    return [_Line(*place, told, Lineup(told)) for place, told in groups.items()]


def _is_plan(claim: Claim) -> bool:
    return claim.certainty is not Certainty.CERTAIN or is_planned(claim)


def _is_reversed(first: _Line, second: _Line) -> bool:
    """Whether all of the second event's days lie before all of the first's."""
    return first.when.earliest is not None and second.when.latest is not None and second.when.latest < first.when.earliest


def _meets(claim: Claim, own: _Line, line: _Line) -> bool:
    """Whether another article tells a date of the line, in plans that stood at one time with the claim's.

    A forecast that a later article overtook is no plan of that day: 2024 said in 2023, filming from 2025 said in 2025.
    """
    asserted = claim.asserted
    later = () if own.is_plan else line.lineup.later_than(asserted)
    earlier = () if line.is_plan else line.lineup.earlier_than(asserted)
    at_once = chain(line.lineup.on_day(asserted.known_day), line.lineup.open_to(asserted), later, earlier)
    # Of one article a misreading more often than a fault.
    return any(not in_same_article(claim, other.claim) for other in at_once)


def _disorder(fact: Fact, ones: list[Side], others: list[Side]) -> Finding:
    one, other = ones[0], others[0]
    early, late = other.first.predicate.replace("_", " "), one.first.predicate.replace("_", " ")
    because = Reason.of("order", subject=fact.subject.name, early=early, second=say_side(other), late=late, first=say_side(one))
    return make_finding(Verdict.ORDER, fact.key, fact.subject, fact.season, fact.part, because, sort_sides([*ones, *others]))
