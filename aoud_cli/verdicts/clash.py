"""Values of one fact that exclude each other: contradictions, changes, and differences that nobody can decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from aoud_cli.english import pattern
from aoud_cli.findings.build import make_finding, make_side, make_told_side, sort_sides
from aoud_cli.findings.facts import PLAYS, Fact
from aoud_cli.findings.figures import AUDIENCE, Relation
from aoud_cli.findings.groups import Group, clashing, may_clash, relate_groups, seat, wordings
from aoud_cli.findings.moments import are_ordered, is_before, on_same_day, origin_of
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_fact, say_side
from aoud_cli.model import Certainty, Claim, Finding, QuantityValue, Reason, Side, Verdict


def still_told(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Pairs of articles, sorted: one that repeats a side's value, and one that had told it otherwise in between.

    The value must be surely older than the other one, and the other surely older than the repetition.
    """
    found: dict[str, str] = {}
    for side in sides:
        others = [claim for other in sides if other is not side for claim in other.claims]
        for claim, dropped_by in _repetitions(side.claims, others):
            found.setdefault(claim.source.document, dropped_by.source.document)
    return sorted(found.items())


def _repetitions(claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The claims that come after one of the others which itself comes after the first of the claims."""
    told = [(claim.asserted.latest, claim) for claim in claims if claim.asserted.latest is not None]
    if not told:
        return
    first = min(told, key=lambda item: (item[0], item[1].id))[1]
    later = [(claim.asserted.latest, claim) for claim in others if claim.asserted.latest and is_before(first.asserted, claim.asserted)]
    if later:
        dropped_by = min(later, key=lambda item: (item[0], item[1].id))[1]
        yield from ((claim, dropped_by) for claim in claims if is_before(dropped_by.asserted, claim.asserted))


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
    worded = [wordings(group) for group in groups]
    pairs = [(i, j) for i, j in combinations(range(len(groups)), 2) if may_clash(fact.key, worded[i], worded[j])]
    clashes = {(i, j): clashing(fact.key, groups[i], groups[j], covered) for i, j in pairs}
    _doubt(fact, groups, clashes)
    for found in clashes.values() if recast else ():
        _turn(found, Verdict.CHANGED)
    for verdict in CLASHES:
        named = {pair: found[verdict] for pair, found in clashes.items() if verdict in found}
        if named:
            yield _clash(fact, verdict, groups, set(named), set().union(*named.values()))


def _doubt(fact: Fact, groups: Sequence[Group], clashes: dict[tuple[int, int], dict[Verdict, set[str]]]) -> None:
    """One article's reading against what several tell, whose season no words of its own name, is doubted: it may be another season's.

    Who is only said to play a part may not have got it.
    """
    for (i, j), found in clashes.items():
        if Verdict.CONTRADICTS not in found or fact.key not in (*DOUBTFUL, PLAYS):
            continue
        pair = [[claim for claim in groups[place].claims if claim.id in found[Verdict.CONTRADICTS]] for place in (i, j)]
        if any(map(_is_hedged, pair)) if fact.key == PLAYS else _stands_alone(*sorted(pair, key=independent)):
            _turn(found, Verdict.DIFFERS)


def _stands_alone(few: Sequence[Claim], many: Sequence[Claim]) -> bool:
    """Whether one voice stands against several, and names no season itself."""
    return independent(few) == 1 < independent(many) and all(claim.season_by not in ("clause", "sentence") for claim in few)


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
    hedged = sum(_is_hedged(side.claims) for side in sides)
    if hedged == len(sides):
        return "differs.all-hedged", {"both": "both" if hedged == 2 else "all"}
    if not hedged:
        return "differs.order-open" if _is_open(sides) else "differs.other-event", {}
    return "differs.one-hedged" if hedged == 1 and len(sides) == 2 else "differs.some-hedged", {}


def _is_hedged(claims: Sequence[Claim]) -> bool:
    return all(claim.certainty is not Certainty.CERTAIN for claim in claims)


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


REACH: Final = 160  # code points on either side of the words in which the change may be told
CHANGE_RE: Final = pattern(r"(?i)\b{recast}")


def is_recast(part: Fact, texts: Mapping[str, str]) -> bool:
    """Whether any article that tells who plays a part tells that it passed from one performer to another."""
    for claim in (telling.claim for telling in part.tellings):
        source = claim.source
        around = texts.get(source.document, source.quote)
        start = max(0, source.start - REACH) if source.document in texts else 0
        if CHANGE_RE.search(around, start, source.end + REACH if source.document in texts else len(around)):
            return True
    return False
