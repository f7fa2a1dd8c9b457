"""What two corpora say differently: values that are told in one and not in the other, and findings that only one gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from aoud_cli.findings.build import finding_key, make_told_side, value_key
from aoud_cli.findings.facts import KEYS, group_facts
from aoud_cli.findings.moments import asserted_key
from aoud_cli.model import CONFLICTS, Claim, Entity, Finding, Side, Verdict, told_plainly
from aoud_cli.predicates import FACTS

Change = Literal["gained", "lost", "changed", "appeared", "went"]
ONE_VALUE: Final = frozenset({"fixed", "plan", "state", "total"})  # kinds of fact of which a new value can take an old one's place

_Place: TypeAlias = tuple[int, str, str, str, int, int]
_Values: TypeAlias = dict[tuple[str, str], list[Claim]]


@dataclass(frozen=True)
class Difference:
    """One value of a fact, or one finding, that is not in both.

    Of a value `old` and `new` are those who tell it, or what took its place; of a finding `before` and `finding` are it as it was and
    as it is. What is None wasn't there, or isn't any more.
    """

    change: Change
    topic: str
    predicate: str
    subject: Entity
    season: int | None
    part: int | None
    old: Side | None = None
    new: Side | None = None
    before: Finding | None = None
    finding: Finding | None = None

    @property
    def key(self) -> str:
        """The predicate with its topic: `cast.plays`."""
        return f"{self.topic}.{self.predicate}"

    @property
    def is_finding(self) -> bool:
        """Whether it is a finding that differs, and no value."""
        return self.finding is not None or self.before is not None


def find_differences(
    old: tuple[Sequence[Claim], Sequence[Finding]],
    new: tuple[Sequence[Claim], Sequence[Finding]],
    *,
    each: bool = False,
    everything: bool = False,
) -> list[Difference]:
    """The differences between two corpora, each given as its claims and its findings: values by fact, then findings.

    That another article repeats a value is no difference, unless `each` article is held against itself. `everything` adds findings
    of what changed over time to the conflicts.
    """
    wanted = CONFLICTS | {Verdict.CHANGED} if everything else CONFLICTS
    return [*_values(old[0], new[0], each), *_findings(old[1], new[1], wanted)]


def _values(old: Sequence[Claim], new: Sequence[Claim], each: bool) -> Iterator[Difference]:
    was, now = _by_fact(told_plainly(old), told_plainly(new), each)
    for place in sorted(was.keys() | now.keys()):
        yield from _compare(place, was.get(place, {}), now.get(place, {}))


def _by_fact(old: Sequence[Claim], new: Sequence[Claim], each: bool) -> tuple[dict[_Place, _Values], dict[_Place, _Values]]:
    """Fact, and article where each is asked for -> its values with all who tell them, in the old and in the new corpus.

    Both are grouped at once: who plays whom decides whose status a character's is, and must decide alike.
    """
    places: dict[int, _Place] = {}
    for fact in group_facts([*old, *new]):
        for telling in () if fact.mirrored else fact.tellings:
            document = telling.claim.source.document if each else ""
            season, part = (-1 if number is None else number for number in (fact.season, fact.part))
            places[id(telling.claim)] = (KEYS.get(fact.key, len(KEYS)), fact.key, fact.subject.id, document, season, part)
    return _by_place(old, places), _by_place(new, places)


def _by_place(claims: Sequence[Claim], places: Mapping[int, _Place]) -> dict[_Place, _Values]:
    found: dict[_Place, _Values] = {}
    for claim in sorted(claims, key=asserted_key):
        found.setdefault(places[id(claim)], {}).setdefault((claim.polarity, value_key(claim.value)), []).append(claim)
    return found


def _compare(place: _Place, was: _Values, now: _Values) -> Iterator[Difference]:
    """The differences of one fact: values told more or less surely, one in place of another, gone, and new."""
    for value in (value for value in was if value in now):
        if _surest(was[value]) != _surest(now[value]):
            yield _difference("changed", was[value], now[value])
    lost = [value for value in was if value not in now]
    gained = [value for value in now if value not in was]
    for before, after in _pair(place[1], lost, gained, was, now):
        yield _difference("changed", was[before], now[after])
        lost.remove(before)
        gained.remove(after)
    yield from (_difference("lost", was[value], None) for value in lost)
    yield from (_difference("gained", None, now[value]) for value in gained)


def _pair(
    key: str, lost: Sequence[tuple[str, str]], gained: Sequence[tuple[str, str]], was: _Values, now: _Values
) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Values of which the second took the first's place: in one article, or as the fact's only one."""
    if FACTS.get(key) not in ONE_VALUE:
        return []
    free, pairs = list(gained), []
    for before in lost:
        told = {claim.source.document for claim in was[before]}
        after = next((value for value in free if told & {claim.source.document for claim in now[value]}), None)
        if after is not None:
            pairs.append((before, after))
            free.remove(after)
    return pairs or ([(lost[0], gained[0])] if len(lost) == len(gained) == 1 else [])


def _surest(claims: Iterable[Claim]) -> int:
    return max(claim.certainty.rank for claim in claims)


def _difference(change: Change, old: Sequence[Claim] | None, new: Sequence[Claim] | None) -> Difference:
    before, after = (None if claims is None else make_told_side(claims) for claims in (old, new))
    first = (new or old or ())[0]
    return Difference(change, first.topic, first.predicate, first.subject, first.season, first.part, before, after)


def _findings(old: Sequence[Finding], new: Sequence[Finding], wanted: frozenset[Verdict]) -> Iterator[Difference]:
    """Findings by id; one that went and one that appeared with the same verdict on the same fact are one that changed."""
    was, now = _by_id(old, wanted), _by_id(new, wanted)
    went = _by_subject(finding for ident, finding in was.items() if ident not in now)
    appeared = _by_subject(finding for ident, finding in now.items() if ident not in was)
    for place in sorted(went.keys() | appeared.keys()):
        before, after = went.get(place, []), appeared.get(place, [])
        if len(before) == len(after) == 1:
            if place[-1] == "":  # a forecast that expired has expired, whatever else is told against it by now
                yield _tell("changed", before[0], after[0])
        else:
            yield from (_tell("went", finding, None) for finding in before)
            yield from (_tell("appeared", None, finding) for finding in after)


def _by_id(findings: Iterable[Finding], wanted: frozenset[Verdict]) -> Mapping[str, Finding]:
    return {finding.id: finding for finding in sorted(findings, key=finding_key) if finding.verdict in wanted}


def _by_subject(findings: Iterable[Finding]) -> dict[tuple[str, ...], list[Finding]]:
    """Findings by verdict and fact, and by their forecast where it expired."""
    found: dict[tuple[str, ...], list[Finding]] = {}
    for finding in findings:
        forecast = value_key(finding.sides[0].first.value) if finding.verdict is Verdict.EXPIRED else ""
        found.setdefault((*finding_key(finding)[:-1], forecast), []).append(finding)
    return found


def _tell(change: Change, before: Finding | None, after: Finding | None) -> Difference:
    finding = [one for one in (after, before) if one is not None][0]
    return Difference(change, finding.topic, finding.predicate, finding.subject, finding.season, finding.part, before=before, finding=after)
