"""Values of one fact that exclude each other: contradictions, changes, and differences that nobody can decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from aoud_cli.findings.build import make_finding, make_side, make_told_side, sort_sides
from aoud_cli.findings.facts import PLAYS, Fact
from aoud_cli.findings.figures import AUDIENCE
from aoud_cli.findings.groups import Group, seat
from aoud_cli.findings.moments import are_ordered, is_before, on_same_day, origin_of
from aoud_cli.findings.rivals import Covered, find_rivals
from aoud_cli.findings.words import say_fact, say_side
from aoud_cli.model import Certainty, Claim, Finding, QuantityValue, Reason, Side, Verdict
from aoud_cli.verdicts.doubt import are_hedged, claims_at, weigh_parts, weigh_values


def still_told(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Pairs of articles, sorted: one that repeats a side's value, and one that had told it otherwise in between.

    The value must be surely older than the other one, and the other surely older than the repetition.
    """
    told = sorted(
        _Told(claim.asserted.latest, claim.id, place, claim)
        for place, side in enumerate(sides)
        for claim in side.claims
        if claim.asserted.latest is not None
    )
    firsts = {one.side: one.claim for one in reversed(told)}
    found: dict[str, str] = {}
    for place, side in enumerate(sides):
        dropped_by = _dropped_by(place, firsts[place], told) if place in firsts else None
        if dropped_by is not None:
            again = (claim for claim in side.claims if is_before(dropped_by.asserted, claim.asserted))
            found = {**{claim.source.document: dropped_by.source.document for claim in again}, **found}
    return sorted(found.items())


class _Told(NamedTuple):
    """A claim of a side with the last day on which it can have been made, by which it is sorted."""

    latest: date
    id: str
    side: int
    claim: Claim


def _dropped_by(place: int, first: Claim, told: Sequence[_Told]) -> Claim | None:
    """The first claim of another side that comes after the first of a side."""
    return next((one.claim for one in told if one.side != place and is_before(first.asserted, one.claim.asserted)), None)


CLASHES = (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS)
LINKS = {Verdict.CONTRADICTS: " against ", Verdict.CHANGED: ", then ", Verdict.DIFFERS: " against "}
TOTAL = "viewership.hours"


def find_clashes(
    fact: Fact, groups: Sequence[Group], covered: Covered, *, recast: bool, known: Set[str] = frozenset()
) -> Iterator[Finding]:
    """Contradictions, changes and differences of one fact, each told once for all the values that clash.

    Of a part that was `recast` one performer came after the other; `known` are the ids of those whom the profile names.
    """
    if fact.key == PLAYS and not fact.mirrored:
        return  # a performer may have two parts; a part has one performer
    found = find_rivals(fact, groups, covered)
    if Verdict.CONTRADICTS in found.named:
        told = claims_at(groups, found.named[Verdict.CONTRADICTS])
        weigh = weigh_parts(told, recast=recast, known=known) if fact.key == PLAYS else weigh_values(fact.key, fact.season, told)
        found = found if weigh is None else find_rivals(fact, groups, covered, weigh)
    for verdict in CLASHES:
        if verdict in found.named:
            yield _clash(fact, verdict, groups, found.named[verdict], found.beside.get(verdict, ()))


def _clash(
    fact: Fact, verdict: Verdict, groups: Sequence[Group], named: Mapping[int, set[str]], beside: Collection[tuple[int, int]]
) -> Finding:
    """The finding on all values that clash; of each only the claims named, which do."""
    seats = seat(fact.key, groups, named, beside)
    make = make_side if verdict is Verdict.CONTRADICTS else make_told_side
    sides = sort_sides(make(claim for place in places for claim in groups[place].claims if claim.id in named[place]) for places in seats)
    still = still_told(sides) if verdict is Verdict.CHANGED else []
    told = LINKS[verdict].join(say_side(side, dated=verdict is Verdict.CHANGED, who=fact.mirrored) for side in sides)
    again = "".join(f"; {name} still tells what {dropped_by} had dropped" for name, dropped_by in still)
    code, parts = _why(fact, verdict, sides)
    because = Reason.of(code, fact=say_fact(fact), sides=told, again=again, **parts)
    found = make_finding(verdict, fact.key, fact.subject, fact.season, fact.part, because, sides)
    return found._replace(still=tuple(name for name, _ in still))


def _why(fact: Fact, verdict: Verdict, sides: Sequence[Side]) -> tuple[str, dict[str, str]]:
    """The code of the reason, and the parts that it has beside the sides."""
    if verdict is Verdict.DIFFERS:
        return _why_differs(sides)
    if verdict is Verdict.CHANGED:
        return "changed.recast" if fact.key == PLAYS else "changed", {}
    first, last = sides[0].first.value, sides[-1].first.value
    if fact.key != TOTAL or not isinstance(first, QuantityValue) or not isinstance(last, QuantityValue):
        return "contradicts", {}
    windows = sorted(days for days in (first.window_days, last.window_days) if days is not None)
    if len(set(windows)) < 2:
        return "contradicts.one-window", {}
    return "contradicts.smaller-later", {"more": str(windows[1]), "fewer": str(windows[0])}


def _why_differs(sides: Sequence[Side]) -> tuple[str, dict[str, str]]:
    """Why values that exclude each other make no contradiction: who hedges, and whether it is open which was told first."""
    if len({origin_of(claim) for side in sides for claim in side.claims}) == 1:
        return "differs.one-article", {"both": "them all" if len(sides) > 2 else "both"}
    hedged = sum(are_hedged(side.claims) for side in sides)
    if hedged == len(sides):
        return "differs.all-hedged", {"both": "both" if hedged == 2 else "all"}
    if not hedged:
        return "differs.order-open" if _is_open(sides) else "differs.other-event", {}
    return "differs.one-hedged" if hedged == 1 and len(sides) == 2 else "differs.some-hedged", {}


def _is_open(sides: Sequence[Side]) -> bool:
    """Whether it can't be told of any two sides that one was told before the other."""
    firsts = [side.first for side in sides]
    return not any(are_ordered(one, other) or on_same_day(one, other) for one in firsts for other in firsts if one is not other)


def find_unit_slips(claims: Iterable[Claim]) -> list[Finding]:
    """One finding a number: its sides are the units, the earliest told first. One article that tells both tells two things."""
    told: defaultdict[tuple[int, int, int], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        value = claim.value
        is_sure = claim.certainty is Certainty.CERTAIN and claim.polarity == "positive"
        if claim.key in AUDIENCE and claim.season is not None and is_sure and isinstance(value, QuantityValue):
            if value.window_days is not None:
                told[claim.season, value.number, value.window_days][claim.key].append(claim)
    return [_slip(list(told[place].values())) for place in sorted(told) if _is_slip(told[place].values())]


def _is_slip(units: Collection[list[Claim]]) -> bool:
    """Whether a number is told in several units, and by no article in all of them."""
    return len(units) > 1 and not set.intersection(*({origin_of(claim) for claim in group} for group in units))


def _slip(units: Sequence[list[Claim]]) -> Finding:
    sides = sort_sides(map(make_side, units))
    first = sides[0].first
    because = Reason.of("differs.units", fact=first.subject.name, sides=" against ".join(map(say_side, sides)))
    return make_finding(Verdict.DIFFERS, first.key, first.subject, first.season, first.part, because, sides)
