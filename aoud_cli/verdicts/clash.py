"""Values of one fact that exclude each other: contradictions, changes, and differences that nobody can decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from aoud_cli.findings.build import make_finding, make_side, make_told_side, sort_sides
from aoud_cli.findings.facts import PLAYS, Fact
from aoud_cli.findings.figures import Relation
from aoud_cli.findings.groups import Group, clashing, may_clash, relate_groups, seat
from aoud_cli.findings.moments import are_ordered, on_same_day, origin_of
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_fact, say_side
from aoud_cli.model import Certainty, Finding, QuantityValue, Reason, Side, Verdict
from aoud_cli.verdicts.stale import still_told

CLASHES = (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS)
LINKS = {Verdict.CONTRADICTS: " against ", Verdict.CHANGED: ", then ", Verdict.DIFFERS: " against "}
TOTAL = "viewership.hours"
# What an article tells of several seasons in one breath, so that a reading may be another season's.
DOUBTFUL = ("episodes.count", "release.premiere", "release.finale", "production.filming_start", "production.filming_end")


def find_clashes(fact: Fact, groups: Sequence[Group], covered: set[frozenset[str]], *, recast: bool) -> Iterator[Finding]:
    """Contradictions, changes and differences of one fact, each told once for all the values that clash.

    Of a part that was `recast` one performer came after the other.
    """
    if fact.key == PLAYS and not fact.mirrored:
        return  # a performer may have two parts; a part has one performer
    pairs = [(i, j) for i, j in combinations(range(len(groups)), 2) if may_clash(fact.key, groups[i], groups[j])]
    clashes = {(i, j): clashing(fact.key, groups[i], groups[j], covered) for i, j in pairs}
    _doubt(fact, groups, clashes)
    for found in clashes.values() if recast else ():
        _turn(found, Verdict.CHANGED)
    for verdict in CLASHES:
        named = {pair: found[verdict] for pair, found in clashes.items() if verdict in found}
        if named:
            yield _clash(fact, verdict, groups, set(named), set().union(*named.values()))


def _doubt(fact: Fact, groups: Sequence[Group], clashes: dict[tuple[int, int], dict[Verdict, set[str]]]) -> None:
    """One article's reading against what several tell, whose season no words of its own name, is doubted: it may be another season's."""
    for (i, j), found in clashes.items():
        if Verdict.CONTRADICTS not in found or fact.key not in DOUBTFUL:
            continue
        pair = [[claim for claim in groups[place].claims if claim.id in found[Verdict.CONTRADICTS]] for place in (i, j)]
        few, many = sorted(pair, key=independent)
        if independent(few) == 1 < independent(many) and all(claim.season_by not in ("clause", "sentence") for claim in few):
            _turn(found, Verdict.DIFFERS)


def _turn(found: dict[Verdict, set[str]], verdict: Verdict) -> None:
    """What contradicts is of another verdict."""
    if Verdict.CONTRADICTS in found:
        found.setdefault(verdict, set()).update(found.pop(Verdict.CONTRADICTS))


def _clash(fact: Fact, verdict: Verdict, groups: Sequence[Group], edges: set[tuple[int, int]], names: set[str]) -> Finding:
    """The finding on all values that clash; of each only the claims named, which do."""
    seats = seat(edges, lambda i, j: relate_groups(fact.key, groups[i], groups[j]) is Relation.DISJOINT)
    make = make_side if verdict is Verdict.CONTRADICTS else make_told_side
    sides = sort_sides(make(claim for place in places for claim in groups[place].claims if claim.id in names) for places in seats)
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
    hedged = sum(map(_is_hedged, sides))
    if hedged == len(sides):
        return "differs.all-hedged", {"both": "both" if hedged == 2 else "all"}
    if not hedged:
        return "differs.order-open" if _is_open(sides) else "differs.other-event", {}
    return "differs.one-hedged" if hedged == 1 and len(sides) == 2 else "differs.some-hedged", {}


def _is_hedged(side: Side) -> bool:
    return all(claim.certainty is not Certainty.CERTAIN for claim in side.claims)


def _is_open(sides: Sequence[Side]) -> bool:
    """Whether it can't be told of any two sides that one was told before the other."""
    firsts = [side.first for side in sides]
    return not any(are_ordered(one, other) or on_same_day(one, other) for one in firsts for other in firsts if one is not other)
