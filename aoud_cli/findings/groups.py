"""The values that are told of one fact, each with all that tell it, and which of them clash."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from heapq import merge
from typing import NamedTuple

from aoud_cli.findings.build import value_key
from aoud_cli.findings.compare import relate_tellings
from aoud_cli.findings.facts import Fact, Telling, own_words
from aoud_cli.findings.figures import TOTALS, written_unit
from aoud_cli.findings.relate import Relation, relate
from aoud_cli.model import Claim, DateRange, DateValue, EntityValue, QuantityValue, TermValue, Value


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


def wording_of(telling: Telling) -> str:
    """What two values with one meaning may differ in where they are held against another."""
    value = telling.value
    return "" if isinstance(value, (DateValue, TermValue)) else value.name if isinstance(value, EntityValue) else value.text


def seat(key: str, groups: Sequence[Group], places: Iterable[int], beside: Collection[tuple[int, int]]) -> list[list[int]]:
    """The sides of a clash: a place for every value that clashes, values that can be true together (2022-01 and 2022-01-28) on one side.

    Two values that exclude each other are apart; so are the pairs `beside`, the lower place first, that clash all the same.
    """

    def are_apart(one: int, other: int) -> bool:
        return (one, other) in beside or relate_groups(key, groups[one], groups[other]) is Relation.DISJOINT

    sides: list[list[int]] = []
    seats = _Seats(groups)
    for place in sorted(places):
        free = (side for side in seats.open_to(place, len(sides)) if not any(are_apart(other, place) for other in sides[side]))
        home = next(free, None)
        seats.take(place, len(sides) if home is None else home, is_new=home is None)
        if home is None:
            sides.append([place])
        else:
            sides[home].append(place)
    return sides


class _Seats:
    """Which sides a value may join: of the totals of one window only those of nearly the same number, so that not all are asked."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.groups, self.step = groups, _coarsest(groups)
        self.without: dict[Hashable, list[int]] = {window: [] for window, _ in map(self._where, range(len(groups))) if window}
        self.near: defaultdict[Hashable, list[int]] = defaultdict(list)

    def open_to(self, place: int, sides: int) -> Iterable[int]:
        """The places of the sides, in their order."""
        window, number = self._where(place)
        if window is None:
            return range(sides)
        return merge(*(self.near[window, beside] for beside in (number - 1, number, number + 1)), self.without[window])

    def take(self, place: int, side: int, *, is_new: bool) -> None:
        """Note that a value joined a side."""
        window, number = self._where(place)
        for other, found in self.without.items() if is_new else ():
            if other != window:
                found.append(side)
        if window is not None:
            insort(self.near[window, number], side)
            if not is_new and side in self.without[window]:
                self.without[window].remove(side)

    def _where(self, place: int) -> tuple[Hashable, int]:
        value = self.groups[place].head.value
        if not isinstance(value, QuantityValue) or value.window_days is None or value.unit not in TOTALS:
            return None, 0
        return (value.unit, value.per, value.window_days, self.groups[place].head.claim.polarity), value.number // self.step


def _is_unresolved(value: Value) -> bool:
    return isinstance(value, DateValue) and value.when == DateRange(None, None)


def classes_of_equals(key: str, groups: Sequence[Group]) -> list[list[Group]]:
    """Groups whose values mean the same (webtoon and webcomic, 560 and 560.78 million), each class by its first value."""
    step = _coarsest(groups)
    classes: list[list[Group]] = []
    near: defaultdict[Hashable, list[int]] = defaultdict(list)  # places of classes, by what may be equal
    for group in groups:
        kin = _kin(group, step)
        places = sorted(place for each in kin for place in near[each])
        home = next((place for place in places if relate_groups(key, classes[place][0], group) is Relation.EQUAL), None)
        if home is None:
            near[kin[0]].append(len(classes))
            classes.append([group])
        else:
            classes[home].append(group)
    return classes


def _coarsest(groups: Iterable[Group]) -> int:
    """The largest step of the last digits with which figures were written: no two that far apart and farther are one."""
    return max((written_unit(value) for group in groups if isinstance(value := group.head.value, QuantityValue)), default=1)


def _kin(group: Group, step: int) -> Sequence[Hashable]:
    """The group's own place among values and those beside it, outside which none can be equal; no two figures a `step` apart are."""
    polarity, value = group.head.claim.polarity, group.head.value
    if isinstance(value, DateValue):
        return [(polarity, value.when)]
    if isinstance(value, QuantityValue):
        number = value.number // step
        return [(polarity, number), (polarity, number - 1), (polarity, number + 1)]
    return [polarity]


def can_contain(value: Value) -> bool:
    """Whether another value can lie inside this one: not inside a day, nor inside a figure without bounds."""
    if isinstance(value, DateValue):
        return value.when.earliest is None or value.when.earliest != value.when.latest
    return not isinstance(value, QuantityValue) or value.bound != "exactly"
