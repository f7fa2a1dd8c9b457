"""The values that are told of one fact, each with all that tell it, and which of them clash."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from aoud_cli.findings.build import value_key
from aoud_cli.findings.compare import NEWS_AFTER_SOFT, judge, relate_tellings
from aoud_cli.findings.facts import Fact, Telling
from aoud_cli.findings.relate import Relation, relate
from aoud_cli.model import Claim, Verdict

Pairs = dict[Verdict, set[tuple[int, int]]]


@dataclass(frozen=True)
class Group:
    """One value of a fact with every telling of it, the earliest first; a denial is a group of its own."""

    tellings: tuple[Telling, ...]

    @property
    def head(self) -> Telling:
        return self.tellings[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(telling.claim for telling in self.tellings)


def group_values(fact: Fact) -> list[Group]:
    """The values of a fact, the earliest told first."""
    found: dict[tuple[str, str], list[Telling]] = {}
    for telling in fact.tellings:
        found.setdefault((telling.claim.polarity, value_key(telling.value)), []).append(telling)
    return [Group(tuple(tellings)) for tellings in found.values()]


def relate_groups(key: str, a: Group, b: Group) -> Relation:
    """How two values stand to each other, unweighed by certainty; a denial is unknown to what it doesn't repeat."""
    if a.head.claim.polarity == b.head.claim.polarity:
        return relate(key, a.head.value, b.head.value)
    return relate_tellings(key, a.head, b.head)


def may_clash(key: str, a: Group, b: Group) -> bool:
    """Whether any two tellings of the two values can get a verdict beyond agreement: spares comparing every pair of claims."""
    relation = relate_groups(key, a, b)
    return relation is Relation.DISJOINT or (relation is Relation.UNKNOWN and key in NEWS_AFTER_SOFT)


def clashing(key: str, verdict: Verdict, a: Group, b: Group, covered: set[frozenset[str]]) -> tuple[set[str], set[str]]:
    """The ids of the claims of either group that stand in the verdict to one of the other's; pairs in `covered` don't count."""
    ones, others = set[str](), set[str]()
    for one in a.tellings:
        for other in b.tellings:
            if judge(key, one, other) is verdict and frozenset((one.claim.id, other.claim.id)) not in covered:
                ones.add(one.claim.id)
                others.add(other.claim.id)
    return ones, others


def find_cliques(size: int, edges: set[tuple[int, int]], are_kin: Callable[[int, int], bool]) -> Iterator[list[list[int]]]:
    """Sets of sides that all clash with one another, until every edge is covered; kin (2022-01 and 2022-01-28) share a side.

    `edges` holds pairs of places `(low, high)` below `size`.
    """
    left = set(edges)
    while left:
        first, second = min(left)
        sides = [[first], [second]]
        for place in range(size):
            if place not in (first, second):
                _seat(place, sides, edges, are_kin)
        left -= {(min(a, b), max(a, b)) for s in sides for t in sides if s is not t for a in s for b in t}
        yield sides


def _seat(place: int, sides: list[list[int]], edges: set[tuple[int, int]], are_kin: Callable[[int, int], bool]) -> None:
    """Give a value a side of its own where it clashes with all, a seat beside its kin where it clashes with all others."""
    peaceful = [side for side in sides if not all((min(place, other), max(place, other)) in edges for other in side)]
    if not peaceful:
        sides.append([place])
    elif len(peaceful) == 1 and all(are_kin(place, other) for other in peaceful[0]):
        peaceful[0].append(place)


def classes_of_equals(key: str, groups: Sequence[Group]) -> list[list[Group]]:
    """Groups whose values mean the same (webtoon and webcomic, 560 and 560.78 million), each class by its first value."""
    classes: list[list[Group]] = []
    for group in groups:
        same = (c for c in classes if c[0].head.claim.polarity == group.head.claim.polarity)
        home = next((c for c in same if relate_groups(key, c[0], group) is Relation.EQUAL), None)
        if home is None:
            classes.append([group])
        else:
            home.append(group)
    return classes
