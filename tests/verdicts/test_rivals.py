"""What is found by sorted order and by one telling for many is what holding every claim against every other finds."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product

import pytest
from gold_claims import dates, hours, make_claim, name, term
from hypothesis import given, settings, strategies as st

from aoud_cli.findings.compare import judge
from aoud_cli.findings.facts import Fact, Telling, group_facts
from aoud_cli.findings.groups import Group, classes_of_equals, group_values, relate_groups, seat
from aoud_cli.findings.lineup import Lineup
from aoud_cli.findings.moments import in_same_article, is_before, on_same_day, origin_of
from aoud_cli.findings.relate import Relation
from aoud_cli.findings.rivals import find_rivals
from aoud_cli.model import Claim, QuantityValue, Value, Verdict
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.order import find_disorder

DAYS = ("2022-06-07", "2023-12-31", "2023-12-31", "2025-07-23", "2022-06-06..2023-12-31", "2025-07-01..2026-02-20", "..2024-01-01", None)
WHEN = ("2022-01-28", "2022-01-01..2022-12-31", "2022-06-30", "2024-05-01..2024-08-31", "2025-01-01..2025-12-31", "2026-09-01..2027-04-30")
TOTALS = ((560_000_000, 28), (474_260_000, 30), (560_780_000, 30), (361_000_000, 10), (560_000_000, None), (561_000_000, 28))
VALUES: dict[str, list[Value]] = {
    "release.premiere": [*map(dates, WHEN), term("unannounced")],
    "production.filming_start": [*map(dates, WHEN)],
    "renewal.announced": [*map(dates, WHEN), term("announced")],
    "production.status": [term(word) for word in ("not_started", "scheduled", "underway", "wrapped", "delayed")],
    "cast.status": [term(word) for word in ("new", "returning", "uncertain", "out")],
    "character.fate": [term(word) for word in ("dead", "alive", "returns", "uncertain")],
    "source.author": [name(who) for who in ("A B", "C D", "E F")],
    "crew.director": [name(who) for who in ("A B", "C D", "E F")],
    "episodes.count": [QuantityValue(n, "episode", bound, f"{bound} {n}") for n in (8, 10, 12) for bound in ("exactly", "about", "over")],
    "viewership.hours": [
        hours(number, window, text)
        for number, window in (
            (560_000_000, 28),
            (474_260_000, 30),
            (560_780_000, 30),
            (361_000_000, 10),
            (560_000_000, None),
            (561_000_000, 28),
        )
        for text in (f"{number} hours", f"{number / 10**6:g} million hours in its first month")
    ],
}
SUBJECTS = {"cast.status": "A B", "character.fate": "G H", "source.author": "show", "crew.director": "show"}


@st.composite
def facts(draw: st.DrawFn, keys: tuple[str, ...] = tuple(VALUES)) -> Fact:
    """One fact of two to twelve claims; an article has one day, and some are copies of another."""
    key = draw(st.sampled_from(keys))
    claims = []
    for place in range(draw(st.integers(2, 12))):
        document = draw(st.integers(0, len(DAYS) - 1))
        claim = make_claim(
            f"d{document}",
            key,
            SUBJECTS.get(key, "season-2"),
            draw(st.sampled_from(VALUES[key])),
            season=2,
            asserted=DAYS[document],
            certainty=draw(st.sampled_from(("certain", "certain", "probable", "possible"))),
            polarity=draw(st.sampled_from(("positive", "positive", "positive", "negative"))),
            place=place,
        )
        claims.append(claim._replace(origin="d1" if document == 3 and draw(st.booleans()) else None))
    return group_facts(claims)[0]


def pairs(groups: list[Group]) -> list[tuple[int, Telling, int, Telling]]:
    """Every two tellings of two values, with the places of their values."""
    return [(i, a, j, b) for i, j in combinations(range(len(groups)), 2) for a, b in product(groups[i].tellings, groups[j].tellings)]


def by_all_pairs(fact: Fact, groups: list[Group], gone: set[frozenset[str]], doubted: set[tuple[int, int]]) -> dict[Verdict, set[str]]:
    """The ids of the claims that clash, every one held against every other."""
    origins = [{origin_of(claim) for claim in group.claims} for group in groups]
    found: defaultdict[Verdict, set[str]] = defaultdict(set)
    for i, a, j, b in pairs(groups):
        quoted = bool({origin_of(a.claim), origin_of(b.claim)} & origins[i] & origins[j]) and FACTS[fact.key] in ("fixed", "total")
        if frozenset((a.claim.id, b.claim.id)) in gone or (quoted and not in_same_article(a.claim, b.claim)):
            continue
        verdict = judge(fact.key, a, b)
        if verdict in (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS):
            turned = verdict is Verdict.CONTRADICTS and (i, j) in doubted
            found[Verdict.DIFFERS if turned else verdict] |= {a.claim.id, b.claim.id}
    return dict(found)


@settings(max_examples=400, deadline=None)
@given(facts(), st.randoms(use_true_random=False))
def test_rivals_are_those_that_all_pairs_show(fact: Fact, random: object) -> None:
    groups = group_values(fact)
    every = [(a.claim.id, b.claim.id) for _, a, _, b in pairs(groups)]
    gone = {frozenset(pair) for pair in every if random.random() < 0.2}  # type: ignore[attr-defined]
    doubted = {pair for pair in combinations(range(len(groups)), 2) if random.random() < 0.3}  # type: ignore[attr-defined]

    def weigh(i: int, j: int) -> Verdict:
        return Verdict.DIFFERS if (min(i, j), max(i, j)) in doubted else Verdict.CONTRADICTS

    found = find_rivals(fact, groups, lambda a, b: frozenset((a.id, b.id)) in gone, weigh if doubted else None)
    named = {verdict: set().union(*places.values()) for verdict, places in found.named.items()}
    named.pop(Verdict.AGREES, None)
    named.pop(Verdict.REFINES, None)
    assert named == by_all_pairs(fact, groups, gone, doubted)
    for verdict, places in found.named.items():
        assert all(ids <= {claim.id for claim in groups[place].claims} for place, ids in places.items()), verdict


@settings(max_examples=200, deadline=None)
@given(facts())
def test_values_beside_one_another_that_clash_are_named(fact: Fact) -> None:
    groups = group_values(fact)
    found = find_rivals(fact, groups, lambda _a, _b: False)
    for i, a, j, b in pairs(groups):
        verdict = judge(fact.key, a, b)
        origins = [{origin_of(claim) for claim in groups[place].claims} for place in (i, j)]
        alone = not origins[0] & origins[1]
        is_apart = relate_groups(fact.key, groups[i], groups[j]) is Relation.DISJOINT
        if alone and not is_apart and verdict in (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS):
            assert (i, j) in found.beside[verdict]


@settings(max_examples=300, deadline=None)
@given(facts())
def test_sides_and_classes_are_the_first_that_fit(fact: Fact) -> None:
    groups = group_values(fact)
    sides: list[list[int]] = []
    classes: list[list[Group]] = []
    for place, group in enumerate(groups):
        relations = [[relate_groups(fact.key, groups[other], group) for other in side] for side in sides]
        home = next((side for side, told in zip(sides, relations, strict=True) if Relation.DISJOINT not in told), None)
        sides.append([place]) if home is None else home.append(place)
        same = [c for c in classes if c[0].head.claim.polarity == group.head.claim.polarity]
        equal = next((c for c in same if relate_groups(fact.key, c[0], group) is Relation.EQUAL), None)
        classes.append([group]) if equal is None else equal.append(group)
    assert seat(fact.key, groups, range(len(groups)), ()) == sides
    assert classes_of_equals(fact.key, groups) == classes


@pytest.mark.parametrize("beside, sides", [((), [[0, 1]]), ([(0, 1)], [[0], [1]])])
def test_values_that_clash_all_the_same_are_two_sides(beside: list[tuple[int, int]], sides: list[list[int]]) -> None:
    told = [make_claim(f"d{n}", "release.premiere", "season-2", dates(when), asserted="2021-01-01") for n, when in enumerate(WHEN[:2])]
    (fact,) = group_facts(told)
    assert seat(fact.key, group_values(fact), (0, 1), beside) == sides


@settings(max_examples=200, deadline=None)
@given(facts(), facts())
def test_a_lineup_knows_who_is_earlier_and_later(fact: Fact, other: Fact) -> None:
    lineup = Lineup(fact.tellings)
    for claim in (telling.claim for telling in other.tellings):
        told = [telling.claim for telling in fact.tellings]
        earlier = {one.id for one in told if is_before(one.asserted, claim.asserted)}
        later = {one.id for one in told if is_before(claim.asserted, one.asserted)}
        same_day = {one.id for one in told if on_same_day(one, claim)}
        assert {one.claim.id for one in lineup.earlier_than(claim.asserted)} == earlier
        assert {one.claim.id for one in lineup.later_than(claim.asserted)} == later
        assert {one.claim.id for one in lineup.on_day(claim.asserted.known_day)} == same_day
        assert {one.claim.id for one in lineup.open_to(claim.asserted)} == {one.id for one in told} - earlier - later - same_day


def test_no_date_yet_counts_before_and_after_the_date() -> None:
    """Of one value and stance, and yet what was written after the day contradicts it, and what was written before does not."""
    told = make_claim("a", "release.premiere", "season-2", dates("2024-05-01..2024-08-31"), season=2)
    early, late = (
        make_claim(f"b{day}", "release.premiere", "season-2", term("unannounced"), season=2, asserted=day)
        for day in ("2022-06-07", "2025-07-23")
    )
    (fact,) = group_facts([told, early, late])
    found = find_rivals(fact, group_values(fact), lambda _a, _b: False).named
    ids = {verdict: set().union(*places.values()) for verdict, places in found.items()}
    assert ids == {Verdict.DIFFERS: {told.id, early.id}, Verdict.CONTRADICTS: {told.id, late.id}}


def test_totals_of_one_window_sit_together_up_to_a_step() -> None:
    told = [(561_000_000, "561 million"), (560_400_000, "560.4 million"), (558_000_000, "558 million"), (557_200_000, "557.2 million")]
    claims = [make_claim(f"d{n}", "viewership.hours", "season-1", hours(number, 28, text)) for n, (number, text) in enumerate(told)]
    (fact,) = group_facts(claims)
    assert seat(fact.key, group_values(fact), range(4), ()) == [[0, 1], [2, 3]]


def reversed_pairs(first: Fact, second: Fact) -> set[str]:
    """The ids of the claims on two events whose dates stand the wrong way round, every one held against every other."""
    found = set[str]()
    for a, b in product(first.tellings, second.tellings):
        found |= {a.claim.id, b.claim.id} if stand_wrong(a.claim, b.claim) else set()
    return found


def stand_wrong(first: Claim, second: Claim) -> bool:
    """Whether two plans or facts of one time have the second event before the first."""
    one, other = first.value, second.value
    if not (first.polarity == second.polarity == "positive") or "possible" in (first.certainty, second.certainty):
        return False
    if in_same_article(first, second) or not other.when.latest < one.when.earliest:  # type: ignore[union-attr, operator]
        return False
    return not any(is_plan(plan) and is_before(plan.asserted, later.asserted) for plan, later in ((first, second), (second, first)))


def is_plan(claim: Claim) -> bool:
    """Whether a date is hedged, or lies ahead of its article's day."""
    day = claim.asserted.earliest or claim.asserted.latest
    return claim.certainty != "certain" or (day is not None and claim.value.when.earliest > day)  # type: ignore[union-attr, operator]


@settings(max_examples=300, deadline=None)
@given(facts(("production.filming_start",)), facts(("production.filming_start",)))
def test_disorder_is_what_all_pairs_show(first: Fact, second: Fact) -> None:
    tellings = [t._replace(claim=t.claim._replace(predicate="filming_end", id=f"{t.claim.id} end")) for t in second.tellings]
    second = second._replace(key="production.filming_end", tellings=tuple(tellings))
    found = find_disorder([first, second], ("production.filming_start", "production.filming_end"))
    told = {claim.id for finding in found for side in finding.sides for claim in side.claims}
    assert told == reversed_pairs(first, second)
