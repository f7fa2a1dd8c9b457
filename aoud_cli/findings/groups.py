"""The values that are told of one fact, each with all that tell it, and which of them clash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from aoud_cli.findings.build import value_key
from aoud_cli.findings.compare import NEWS_AFTER_SOFT, judge, relate_tellings
from aoud_cli.findings.facts import Fact, Telling, own_words
from aoud_cli.findings.moments import in_same_article, origin_of
from aoud_cli.findings.relate import Relation, relate
from aoud_cli.model import Claim, DateRange, DateValue, EntityValue, QuantityValue, TermValue, Value, Verdict
from aoud_cli.predicates import FACTS


class Group(NamedTuple):
    """One value of a fact with every telling of it, the earliest first; a denial is a group of its own."""

    tellings: tuple[Telling, ...]

    @property
    def head(self) -> Telling:
        """The earliest telling, by which the value is compared."""
        return self.tellings[0]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that tell it, the earliest first."""
        return tuple(telling.claim for telling in self.tellings)


def group_values(fact: Fact) -> list[Group]:
    """The values of a fact, the earliest told first; a date that could not be resolved is equal to no other."""
    found: dict[tuple[str, str, str], list[Telling]] = {}
    for telling in fact.tellings:
        lone = own_words(telling.claim) if _is_unresolved(telling.value) else ""
        found.setdefault((telling.claim.polarity, value_key(telling.value), lone), []).append(telling)
    return [Group(tuple(tellings)) for tellings in found.values()]


def relate_groups(key: str, a: Group, b: Group) -> Relation:
    """How two values stand to each other, unweighed by certainty; a denial is unknown to what it doesn't repeat."""
    if a.head.claim.polarity == b.head.claim.polarity:
        return relate(key, a.head.value, b.head.value)
    return relate_tellings(key, a.head, b.head)


def may_clash(key: str, a: Sequence[Group], b: Sequence[Group]) -> bool:
    """Whether any two tellings of two values, by their wordings, can get a verdict beyond agreement: spares comparing all claims."""
    relations = {relate_groups(key, one, other) for one in a for other in b}
    return Relation.DISJOINT in relations or (Relation.UNKNOWN in relations and key in NEWS_AFTER_SOFT)


def wordings(group: Group) -> list[Group]:
    """A telling of each wording of a figure, of any other value the first: "560 million" is rounded otherwise than "560,000,000"."""
    if not isinstance(group.head.value, QuantityValue):
        return [Group(group.tellings[:1])]
    return [Group((telling,)) for telling in {telling.value.text: telling for telling in reversed(group.tellings)}.values()]


def clashing(key: str, a: Group, b: Group, covered: set[frozenset[str]]) -> dict[Verdict, set[str]]:
    """Verdict -> the ids of the claims of both groups that stand in it to one of the other's; pairs in `covered` don't count."""
    both = _documents_of_both(a, b) if FACTS.get(key) in ("fixed", "total") else frozenset()
    found: dict[Verdict, set[str]] = {}
    related: dict[tuple[str, str], Relation] = {}  # by the wordings: every claim of a value is held against every one of the other
    for one in a.tellings:
        for other in b.tellings:
            words = _wording(one), _wording(other)
            if words not in related:
                related[words] = relate(key, one.value, other.value)
            # An article that tells both "ten episodes" and "twelve" takes one of them back: it clashes with itself at most.
            quoted = bool(both) and not in_same_article(one.claim, other.claim) and bool(both & _documents(one, other))
            verdict = None if quoted else judge(key, one, other, related[words])
            if verdict is not None and frozenset((one.claim.id, other.claim.id)) not in covered:
                found.setdefault(verdict, set()).update((one.claim.id, other.claim.id))
    return found


def _wording(telling: Telling) -> str:
    """What two values with one meaning may differ in where they are held against another."""
    value = telling.value
    return "" if isinstance(value, (DateValue, TermValue)) else value.name if isinstance(value, EntityValue) else value.text


def seat(edges: set[tuple[int, int]], are_apart: Callable[[int, int], bool]) -> list[list[int]]:
    """The sides of a clash: a place for every value that clashes, values that can be true together (2022-01 and 2022-01-28) on one side.

    `edges` holds pairs of places, the lower first. Two values that exclude each other are apart although the clash of the two is told
    elsewhere (an expectation that was not met).
    """
    sides: list[list[int]] = []
    for place in sorted({place for edge in edges for place in edge}):
        home = next((s for s in sides if all((other, place) not in edges and not are_apart(other, place) for other in s)), None)
        if home is None:
            sides.append([place])
        else:
            home.append(place)
    return sides


def _is_unresolved(value: Value) -> bool:
    return isinstance(value, DateValue) and value.when == DateRange(None, None)


def _documents(*tellings: Telling) -> set[str]:
    return {origin_of(telling.claim) for telling in tellings}


def _documents_of_both(a: Group, b: Group) -> frozenset[str]:
    return frozenset(_documents(*a.tellings) & _documents(*b.tellings))


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
