"""Which tellings of one fact clash with any other, without holding every one against every other.

What a verdict weighs of a claim, beside its value, its article and its day, is its stance, and stances are few. Of the tellings of one
value and one stance that were asserted before (after, on the day of) a claim, all stand to it as any one of them does: one is found
and judged. And what two dates or figures that exclude each other are told about is the same for any two of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import takewhile
from typing import Final, NamedTuple, TypeAlias

from aoud_cli.findings.compare import NEWS_AFTER_SOFT, Stance, are_elsewhere, judge, may_be_other_events, outlives, stance_of, term_of
from aoud_cli.findings.facts import Fact, Telling
from aoud_cli.findings.groups import Group, wording_of
from aoud_cli.findings.lineup import Lineup
from aoud_cli.findings.moments import are_ordered, is_before, on_same_day, origin_of
from aoud_cli.findings.relate import Relation, relate
from aoud_cli.model import Asserted, Claim, DateValue, QuantityValue, Verdict
from aoud_cli.predicates import FACTS

Covered: TypeAlias = Callable[[Claim, Claim], bool]
Weigh: TypeAlias = Callable[[int, int], Verdict]
# What two values are to each other for a verdict: the same for many pairs of dates and of figures, of all else a pair's own.
Face: TypeAlias = Hashable


class Clashes(NamedTuple):
    """The ids of the claims that stand in each verdict to one of another value, by the place of their own.

    `beside` holds the pairs of places, the lower first, whose values are no two that exclude each other and clash all the same.
    """

    named: Mapping[Verdict, Mapping[int, set[str]]]
    beside: Mapping[Verdict, set[tuple[int, int]]]


def find_rivals(fact: Fact, groups: Sequence[Group], covered: Covered, weigh: Weigh | None = None) -> Clashes:
    """The claims of a fact that clash, by the places of `groups`.

    A pair that `covered` says yes to is told elsewhere. `weigh` says of two places what a contradiction of theirs comes to.
    """
    field = _Field(fact, groups, covered, weigh)
    if field.can_clash:
        for line in field.lines:
            for telling in line.tellings:
                field.meet(telling, line)
    return Clashes(field.named, field.beside)


class _Line:
    """The tellings of one value in one wording and one stance, or those of them that one article asserts at one time."""

    def __init__(self, place: int, bloc: int, stance: Stance, tellings: Sequence[Telling]) -> None:
        self.place = place  # of its group
        self.bloc = bloc  # of its wording, among those of all groups
        self.stance, self.tellings = stance, tellings

    @cached_property
    def lineup(self) -> Lineup:
        """The tellings by their days."""
        return Lineup(self.tellings)

    def parts(self) -> Iterator[tuple[str, Asserted, _Line]]:
        """What each article tells of it at one time, with the article and the time."""
        own: defaultdict[tuple[str, Asserted], list[Telling]] = defaultdict(list)
        for telling in self.tellings:
            own[origin_of(telling.claim), telling.claim.asserted].append(telling)
        return ((*told, _Line(self.place, self.bloc, self.stance, tellings)) for told, tellings in own.items())


class _Ranks:
    """The lines of one stance, in the orders in which one is found that has somebody earlier, later, or at one time with a telling."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.latest = sorted(lines, key=lambda line: line.lineup.last_first, reverse=True)
        self.earliest = sorted(lines, key=lambda line: line.lineup.first_last)
        self.parts: defaultdict[Asserted, defaultdict[str, list[_Line]]] = defaultdict(lambda: defaultdict(list))
        self.of_day: defaultdict[date, list[Asserted]] = defaultdict(list)
        for origin, asserted, part in (part for line in lines for part in line.parts()):
            self.parts[asserted][origin].append(part)
        for asserted in self.parts:
            if asserted.known_day is not None:
                self.of_day[asserted.known_day].append(asserted)
        self.of_no_day = [asserted for asserted in self.parts if asserted.known_day is None]

    def later_than(self, day: date) -> Iterator[_Line]:
        """The lines that hold somebody surely later."""
        return takewhile(lambda line: line.lineup.last_first > day, self.latest)

    def earlier_than(self, day: date) -> Iterator[_Line]:
        """The lines that hold somebody surely earlier."""
        return takewhile(lambda line: line.lineup.first_last < day, self.earliest)

    def on_day(self, day: date, origin: str) -> Iterator[_Line]:
        """What other articles assert on a known day."""
        return self._parts(self.of_day.get(day, ()), origin)

    def open_to(self, asserted: Asserted, origin: str) -> Iterator[_Line]:
        """What other articles assert of which the order is open."""
        times = self.parts if asserted.known_day is None else self.of_no_day
        return self._parts((t for t in times if not is_before(t, asserted) and not is_before(asserted, t)), origin)

    def _parts(self, times: Iterable[Asserted], origin: str) -> Iterator[_Line]:
        return (part for time in times for other, parts in self.parts[time].items() if other != origin for part in parts)


class _Field:
    """A fact laid out: its lines, who tells which value, and what was found."""

    def __init__(self, fact: Fact, groups: Sequence[Group], covered: Covered, weigh: Weigh | None) -> None:
        self.key, self.covered, self.weigh = fact.key, covered, weigh
        self.groups = groups
        self.named: defaultdict[Verdict, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self.beside: defaultdict[Verdict, set[tuple[int, int]]] = defaultdict(set)
        self.heads: list[Telling] = []  # by bloc
        self.place_of: list[int] = []  # by bloc
        self.lines = list(self._lines())
        by_stance: defaultdict[Stance, list[_Line]] = defaultdict(list)
        for line in self.lines:
            by_stance[line.stance].append(line)
        self.ranks = [_Ranks(lines) for lines in by_stance.values()]
        self.origins = [frozenset(origin_of(claim) for claim in group.claims) for group in groups]
        self.of_article: defaultdict[str, list[list[_Line]]] = defaultdict(list)  # the parts of each stance and time
        for by_article in (by_article for ranks in self.ranks for by_article in ranks.parts.values()):
            for origin, parts in by_article.items():
                self.of_article[origin].append(parts)
        self.faces: dict[tuple[int, int], Face | None] = {}
        self.verdicts: dict[Hashable, Verdict | None] = {}
        self.most_faces: dict[int, int] = {}  # by bloc
        is_plain = len(self.heads) == len(groups) and all(group.head.claim.polarity == "positive" for group in groups)
        self.is_counted = is_plain and weigh is None and all(isinstance(head.value, QuantityValue) for head in self.heads)

    @property
    def can_clash(self) -> bool:
        """Whether any two values can: of a fact with many true values only a denial excludes one."""
        polarities = {group.head.claim.polarity for group in self.groups}
        return len(self.groups) > 1 and (FACTS.get(self.key) != "many" or len(polarities) > 1)

    def _lines(self) -> Iterator[_Line]:
        for place, group in enumerate(self.groups):
            worded: defaultdict[str, defaultdict[Stance, list[Telling]]] = defaultdict(lambda: defaultdict(list))
            for telling in group.tellings:
                worded[wording_of(telling)][stance_of(telling.claim)].append(telling)
            for told in worded.values():
                self.heads.append(next(iter(told.values()))[0])
                self.place_of.append(place)
                yield from (_Line(place, len(self.heads) - 1, stance, tellings) for stance, tellings in told.items())

    def _most_faces(self, line: _Line) -> int:
        """How many faces a value has to the others: so many met, and no other line shows another."""
        if self.is_counted:
            return 1  # of plain figures that exclude each other every two do so alike
        if line.bloc not in self.most_faces:
            shown = {self._face(line.bloc, bloc) for bloc in range(len(self.heads))}
            self.most_faces[line.bloc] = len(shown - {None})
        return self.most_faces[line.bloc]

    def meet(self, telling: Telling, line: _Line) -> None:
        """Find whom one telling clashes with: one of each stance, order in time and face is enough."""
        asserted = telling.claim.asserted
        origin, day = origin_of(telling.claim), asserted.known_day
        for ranks in self.ranks:
            if asserted.latest is not None:
                self._hold(telling, line, ranks.later_than(asserted.latest), lambda other: other.lineup.later_than(asserted))
            if asserted.earliest is not None:
                self._hold(telling, line, ranks.earlier_than(asserted.earliest), lambda other: other.lineup.earlier_than(asserted))
            if day is not None:
                self._hold(telling, line, ranks.on_day(day, origin), _all)
            self._hold(telling, line, ranks.open_to(asserted, origin), _all)
        for lines in self.of_article[origin]:
            self._hold(telling, line, lines, _all, in_article=True)

    def _hold(
        self,
        telling: Telling,
        line: _Line,
        lines: Iterable[_Line],
        of: Callable[[_Line], Iterable[Telling]],
        *,
        in_article: bool = False,
    ) -> None:
        """Hold a telling against one of each face among the lines' tellings that stand `of` a line in one order to it."""
        seen, turned = set[Face](), set[Face]()
        most = self._most_faces(line)
        for other_line in lines:
            face = self._face(line.bloc, other_line.bloc)
            if face is None or face in seen:
                continue
            for other in of(other_line):
                shown = (face, outlives(telling.claim, other.claim)) if _varies(telling, other) else face
                if shown in turned or not self._is_held(telling, line, other, other_line, in_article=in_article):
                    continue
                self._note(face, shown, line, telling, other_line, other)
                if shown is face:
                    seen.add(face)
                    break
                turned.add(shown)
            if len(seen) == most:
                return

    def _is_held(self, one: Telling, line: _Line, other: Telling, other_line: _Line, *, in_article: bool) -> bool:
        """Whether two claims are compared here: not where one only quotes the other's value beside its own, or `covered` has the pair."""
        mine, others = origin_of(one.claim), origin_of(other.claim)
        if (mine == others) is not in_article or self.covered(one.claim, other.claim):
            return False
        # An article that tells both "ten episodes" and "twelve" takes one of them back: it clashes with itself at most.
        is_quoted = mine in self.origins[other_line.place] or others in self.origins[line.place]
        return in_article or not is_quoted or FACTS.get(self.key) not in ("fixed", "total")

    def _note(self, face: Face, shown: Face, line: _Line, one: Telling, other_line: _Line, other: Telling) -> None:
        verdict = self._verdict(face, shown, line, one, other_line, other)
        if verdict is None:
            return
        self.named[verdict][line.place].add(one.claim.id)
        if isinstance(face, _Own):
            self.beside[verdict].add((min(line.place, other_line.place), max(line.place, other_line.place)))

    def _verdict(self, face: Face, shown: Face, line: _Line, one: Telling, other_line: _Line, other: Telling) -> Verdict | None:
        order = "ordered" if are_ordered(one.claim, other.claim) else "one day" if on_same_day(one.claim, other.claim) else "open"
        context = order, origin_of(one.claim) == origin_of(other.claim)
        known = shown, isinstance(face, _Own) and line.bloc, line.stance, other_line.stance, context
        if known not in self.verdicts:
            verdict = judge(self.key, one, other)
            if verdict is Verdict.CONTRADICTS and self.weigh is not None:
                verdict = self.weigh(line.place, other_line.place)
            self.verdicts[known] = verdict
        return self.verdicts[known]

    def _face(self, bloc: int, other: int) -> Face | None:
        """What two values are to each other; None where no verdict beyond agreement can come of it."""
        if self.place_of[bloc] == self.place_of[other]:
            return None
        known = (bloc, other) if bloc < other else (other, bloc)
        if known not in self.faces:
            self.faces[known] = self._look(*known)
        return self.faces[known]

    def _look(self, *blocs: int) -> Face | None:
        one, other = (self.heads[bloc] for bloc in blocs)
        places = [self.place_of[bloc] for bloc in blocs]
        relation = relate(self.key, one.value, other.value)
        alike = one.claim.polarity == other.claim.polarity
        if alike and one.claim.polarity == "negative" and self.key not in NEWS_AFTER_SOFT:
            return None  # two denials can both be true
        if alike and relation is not Relation.DISJOINT and not (relation is Relation.UNKNOWN and self.key in NEWS_AFTER_SOFT):
            return None
        if type(one.value) is not type(other.value) or not alike or not isinstance(one.value, (DateValue, QuantityValue)):
            return _Own(*blocs)
        if are_elsewhere(one.value, other.value):
            return None
        heads = (self.groups[place].head.value for place in places)
        if relate(self.key, *heads) is not Relation.DISJOINT:
            return _Own(*blocs)
        return "apart", may_be_other_events(self.key, one.claim, other.claim), self.weigh and self.weigh(*places)


def _all(line: _Line) -> Sequence[Telling]:
    return line.tellings


class _Own(NamedTuple):
    """The face of two wordings that no other two share."""

    one: int
    other: int


UNANNOUNCED: Final = "unannounced"


def _varies(one: Telling, other: Telling) -> bool:
    """Whether the verdict on two claims turns on how the day of one lies to the date of the other: "no date yet" and a date gone by."""
    terms = term_of(one.claim), term_of(other.claim)
    return UNANNOUNCED in terms and None in terms
