"""Findings over a corpus: every fact's claims compared, one finding a fact and verdict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.findings.build import finding_key, make_finding, make_side, make_told_side, sort_sides
from aoud_cli.findings.facts import PLAYS, Fact, group_facts
from aoud_cli.findings.figures import Relation
from aoud_cli.findings.groups import Group, clashing, classes_of_equals, group_values, may_clash, relate_groups, seat
from aoud_cli.findings.moments import are_ordered, on_same_day, origin_of
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_claim, say_count, say_side, say_told
from aoud_cli.model import Article, Certainty, Claim, Finding, QuantityValue, Side, Verdict
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.arithmetic import find_misspans
from aoud_cli.verdicts.counted import find_miscounts
from aoud_cli.verdicts.expired import expired_pairs, find_expired, foretold_in_vain
from aoud_cli.verdicts.order import find_disorder
from aoud_cli.verdicts.recast import is_recast
from aoud_cli.verdicts.stale import still_told
from aoud_cli.verdicts.units import find_unit_slips

CLASHES = (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS)
LINKS = {Verdict.CONTRADICTS: " against ", Verdict.CHANGED: ", then ", Verdict.DIFFERS: " against "}
WHY = {
    Verdict.CONTRADICTS: "not all of it can be true",
    Verdict.CHANGED: "a later article tells it differently",
}
RECAST = "an article tells that the part was recast"
TOTAL = "viewership.hours"
# What an article tells of several seasons in one breath, so that a reading may be another season's.
DOUBTFUL = ("episodes.count", "release.premiere", "release.finale", "production.filming_start", "production.filming_end")


def find(claims: Sequence[Claim], articles: Sequence[Article] = (), order: Sequence[str] = ()) -> list[Finding]:
    """All findings over the claims, in a total order: by topic, predicate, subject, season, verdict.

    `order` lists the predicates of a season's events as they must come; `articles` are those that the claims were read from, and
    only claims of theirs are compared where any are given.
    """
    read = {article.document for article in articles}
    told = [claim for claim in claims if not read or claim.source.document in read]
    texts = {article.document: article.text for article in articles}
    facts = group_facts(told)
    findings = find_expired(facts)
    covered = expired_pairs(findings)
    findings += find_disorder(facts, order, foretold_in_vain(findings))
    findings += [*find_misspans(facts, articles), *find_miscounts(told, articles), *find_unit_slips(told)]
    for fact in (fact for fact in facts if FACTS.get(fact.key) != "interval"):
        groups = group_values(fact)
        recast = fact.mirrored and fact.key == PLAYS and len(groups) > 1 and is_recast(fact, texts)
        findings += [*_find_support(fact, groups), *_find_clashes(fact, groups, covered, recast=recast)]
    return sorted(findings, key=finding_key)


def _find_support(fact: Fact, groups: Sequence[Group]) -> Iterator[Finding]:
    """What two articles say alike, and what one says more exactly; a part's performers repeat what its performer's fact says."""
    if fact.mirrored or len(fact.documents) < 2:
        return
    classes = classes_of_equals(fact.key, groups)
    for same in classes:
        yield from _support(fact, Verdict.AGREES, same)
        if not any(_is_within(fact.key, same[0], other) for other in groups):
            inside = [group for other in classes if _is_within(fact.key, other[0], same[0]) for group in other]
            if inside:
                yield from _support(fact, Verdict.REFINES, same, inside)


def _is_within(key: str, a: Group, b: Group) -> bool:
    same = a.head.claim.polarity == b.head.claim.polarity == "positive"
    return same and a is not b and relate_groups(key, a, b) is Relation.WITHIN


def _support(fact: Fact, verdict: Verdict, same: Sequence[Group], inside: Sequence[Group] = ()) -> Iterator[Finding]:
    """The finding on values that mean the same, and on those inside them, where two articles in it speak for themselves."""
    sides = [make_side(group.claims) for group in (*same, *inside)]
    told = [claim for side in sides for claim in side.claims]
    if independent(told) > 1:
        head = same[0].head
        value = say_told(head.claim, head.value)
        exact = ", ".join(say_claim(side.first) for side in sides[len(same) :])
        holds = f"{value} holds {exact}" if inside else value
        yield _make(fact, verdict, sides, f"{_about(fact)}: {holds} in {say_count(told)}")


def _find_clashes(fact: Fact, groups: Sequence[Group], covered: set[frozenset[str]], *, recast: bool) -> Iterator[Finding]:
    """Contradictions, changes and differences of one fact, each told once for all the values that clash.

    Of a part that was `recast` one performer came after the other.
    """
    places = range(len(groups))
    if fact.key == PLAYS and not fact.mirrored:
        return  # a performer may have two parts; a part has one performer
    open_pairs = [(i, j) for i in places for j in places if i < j and may_clash(fact.key, groups[i], groups[j])]
    clashes = {(i, j): clashing(fact.key, groups[i], groups[j], covered) for i, j in open_pairs}
    _doubt(fact, groups, clashes)
    for found in clashes.values() if recast else ():
        if Verdict.CONTRADICTS in found:
            found.setdefault(Verdict.CHANGED, set()).update(found.pop(Verdict.CONTRADICTS))
    for verdict in CLASHES:
        edges = {pair for pair, found in clashes.items() if verdict in found}
        if edges:
            names = {name for pair in edges for name in clashes[pair][verdict]}
            yield _clash(fact, verdict, groups, edges, names)


def _doubt(fact: Fact, groups: Sequence[Group], clashes: dict[tuple[int, int], dict[Verdict, set[str]]]) -> None:
    """One article's reading against what several tell, whose season no words of its own name, is doubted: it may be another season's."""
    for (i, j), found in clashes.items():
        if Verdict.CONTRADICTS not in found or fact.key not in DOUBTFUL:
            continue
        pair = [[claim for claim in groups[place].claims if claim.id in found[Verdict.CONTRADICTS]] for place in (i, j)]
        few, many = sorted(pair, key=independent)
        if independent(few) == 1 < independent(many) and all(claim.season_by not in ("clause", "sentence") for claim in few):
            found.setdefault(Verdict.DIFFERS, set()).update(found.pop(Verdict.CONTRADICTS))


def _clash(fact: Fact, verdict: Verdict, groups: Sequence[Group], edges: set[tuple[int, int]], names: set[str]) -> Finding:
    """The finding on all values that clash; of each only the claims named, which do."""
    seats = seat(edges, lambda i, j: relate_groups(fact.key, groups[i], groups[j]) is Relation.DISJOINT)
    make = make_side if verdict is Verdict.CONTRADICTS else make_told_side
    sides = sort_sides(make(claim for place in places for claim in groups[place].claims if claim.id in names) for places in seats)
    still = still_told(sides) if verdict is Verdict.CHANGED else []
    again = "".join(f"; {name} still tells what {dropped_by} had dropped" for name, dropped_by in still)
    found = _make(fact, verdict, sides, f"{_about(fact)}: {_say_clash(fact, verdict, sides)}{again}")
    return found._replace(still=tuple(name for name, _ in still))


def _say_clash(fact: Fact, verdict: Verdict, sides: Sequence[Side]) -> str:
    first, last = sides[0].first.value, sides[-1].first.value
    why = (
        _say_differs(sides) if verdict is Verdict.DIFFERS else RECAST if fact.key == PLAYS and verdict is Verdict.CHANGED else WHY[verdict]
    )
    if verdict is Verdict.CONTRADICTS and isinstance(first, QuantityValue) and isinstance(last, QuantityValue) and fact.key == TOTAL:
        why = _say_totals(first, last)
    told = (say_side(side, dated=verdict is Verdict.CHANGED, who=fact.mirrored) for side in sides)
    return f"{LINKS[verdict].join(told)}: {why}"


def _say_differs(sides: Sequence[Side]) -> str:
    """Why values that exclude each other make no contradiction: who hedges, and whether it is open which was told first."""
    if len({origin_of(claim) for side in sides for claim in side.claims}) == 1:
        return "one article tells them all" if len(sides) > 2 else "one article tells both"
    hedged = sum(all(claim.certainty is not Certainty.CERTAIN for claim in side.claims) for side in sides)
    if hedged == len(sides):
        but = "both are hedged" if hedged == 2 else "all are hedged"
    elif not hedged:
        but = "it is open which was told first" if _is_open(sides) else "one may be another season's, part's or place's"
    elif hedged == 1 and len(sides) == 2:
        but = "one of them is hedged"
    else:
        but = "some are hedged, or it is open which was told first"
    return f"they exclude each other, but {but}"


def _is_open(sides: Sequence[Side]) -> bool:
    """Whether it can't be told of any two sides that one was told before the other."""
    firsts = [side.first for side in sides]
    return not any(are_ordered(one, other) or on_same_day(one, other) for one in firsts for other in firsts if one is not other)


def _say_totals(a: QuantityValue, b: QuantityValue) -> str:
    if a.window_days == b.window_days or a.window_days is None or b.window_days is None:
        return "one window can't have two totals"
    return f"a running total can't be smaller after {max(a.window_days, b.window_days)} days than after {min(a.window_days, b.window_days)}"


def _about(fact: Fact) -> str:
    if fact.mirrored:
        return f"{fact.subject.name} is played by"
    season = f" (season {fact.season})" if fact.season is not None and fact.subject.kind != "season" else ""
    part = "" if fact.part is None else f" part {fact.part}"
    return f"{fact.subject.name}{part} {fact.key.split('.')[1].replace('_', ' ')}{season}"


def _make(fact: Fact, verdict: Verdict, sides: Sequence[Side], reason: str) -> Finding:
    return make_finding(verdict, fact.key, fact.subject, fact.season, fact.part, reason, sides)
