"""What the claims of a draft meet in a corpus: who says the same, who said so once, and what excludes it.

A draft is judged as of the day of each claim that it meets: a writer wants to know whether it says what the corpus says, not
whether the world may have moved since. Its own claims are never evidence, for each other neither.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations, product
from typing import Final

from aoud_cli.findings.compare import judge, relate_tellings
from aoud_cli.findings.dating import redate
from aoud_cli.findings.facts import PLAYS, STATUS, Fact, Telling, group_facts
from aoud_cli.findings.groups import group_values
from aoud_cli.findings.moments import date_of, is_before
from aoud_cli.findings.relate import Relation
from aoud_cli.model import Article, Asserted, Claim, DateRange, Finding, Severity, Verdict
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.arithmetic import ELAPSED, ENDS, START, find_misspans
from aoud_cli.verdicts.expired import UNFINISHED, shows_expired
from aoud_cli.verdicts.order import find_disorder

MOVES: Final = frozenset({"state", "plan"})  # the kinds of fact that a later article may tell differently without a fault
ANY_DAY: Final = date(2000, 1, 1)  # two claims on a state, told on no known day, are compared as of one and the same

ByKey = Mapping[str, Sequence[Claim]]
Replaced = Mapping[str, Sequence[Claim]]


@dataclass
class Met:
    """What one claim of a draft has met: what says the same and stands, or said so once, and what replaced that or the draft; what
    excludes it; what may; what says the same less exactly; and all that stands of its facts."""

    support: list[Claim] = field(default_factory=list)
    old: list[Claim] = field(default_factory=list)
    replacing: list[Claim] = field(default_factory=list)
    against: list[Claim] = field(default_factory=list)
    unsure: list[Claim] = field(default_factory=list)
    wider: list[Claim] = field(default_factory=list)
    standing: list[Claim] = field(default_factory=list)


def by_key(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The claims by predicate (`cast.plays`)."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.key, []).append(claim)
    return found


def expired_by(findings: Iterable[Finding]) -> dict[str, list[Claim]]:
    """The id of each forecast that expired -> what shows that."""
    found: dict[str, list[Claim]] = {}
    for finding in findings:
        if finding.verdict is Verdict.EXPIRED:
            evidence = [claim for side in finding.sides[1:] for claim in side.claims]
            found |= {claim.id: evidence for claim in finding.sides[0].claims}
    return found


def meet(draft: Sequence[Claim], corpus: ByKey, expired: Replaced) -> dict[str, Met]:
    """Claim id -> what it meets. The facts are those of the corpus, whomever the draft says plays whom."""
    met = {claim.id: Met() for claim in draft}
    for key, own in by_key(draft).items():
        around = [*corpus.get(key, ()), *(corpus.get(PLAYS, ()) if key == STATUS else ())]
        for fact in group_facts([*around, *own]):
            told = [telling for telling in fact.tellings if telling.claim.id in met]
            if told:
                _meet_fact(told, _without(fact, met), expired, met)
    return met


def _without(fact: Fact, draft: Collection[str]) -> Fact:
    tellings = tuple(telling for telling in fact.tellings if telling.claim.id not in draft)
    return Fact(fact.key, fact.subject, fact.season, fact.part, tellings, fact.mirrored)


def _meet_fact(told: Sequence[Telling], fact: Fact, expired: Replaced, met: Mapping[str, Met]) -> None:
    replaced = {**_overtaken(fact), **expired}
    for other in fact.tellings:
        replacing = replaced.get(other.claim.id, ())
        for mine in told:
            _weigh(fact.key, mine, other, replacing, met[mine.claim.id])


def _overtaken(fact: Fact) -> dict[str, list[Claim]]:
    """The ids of claims on a state or plan that later ones tell differently -> these."""
    found: dict[str, list[Claim]] = {}
    if FACTS.get(fact.key) in MOVES:
        for a, b in permutations((group.tellings for group in group_values(fact)), 2):
            for one, other in product(a, b):
                if _replaces(fact.key, other, one):
                    found.setdefault(one.claim.id, []).append(other.claim)
    return found


def _replaces(key: str, new: Telling, old: Telling) -> bool:
    return is_before(old.claim.asserted, new.claim.asserted) and judge(key, old, new) is Verdict.CHANGED


def _weigh(key: str, mine: Telling, other: Telling, replacing: Sequence[Claim], met: Met) -> None:
    """Put one claim of the corpus where it belongs for one of the draft; one that was replaced can only have said so once."""
    verdict = judge(key, *_on_one_day(key, mine, other))
    exact = verdict is Verdict.AGREES or (verdict is Verdict.REFINES and _is_as_exact(key, mine, other))
    if replacing:
        if exact:
            met.old.append(other.claim)
            met.replacing += replacing
        return
    met.standing.append(other.claim)
    if exact:
        met.support.append(other.claim)
    elif verdict is Verdict.REFINES:
        met.wider.append(other.claim)
    elif shows_expired(other.claim, mine.claim):
        return  # a forecast that the draft itself, being of a later day, has outlived
    elif _replaces(key, other, mine):
        met.replacing.append(other.claim)
    elif verdict is Verdict.CONTRADICTS:
        met.against.append(other.claim)
    elif verdict is Verdict.DIFFERS:
        met.unsure.append(other.claim)


ALIKE: Final = 2 / 3  # of the days that one admits the other admits, and none besides: "towards the end" of what is "late" for another


def _is_as_exact(key: str, mine: Telling, other: Telling) -> bool:
    """Whether the corpus is as exact as the draft, or more so."""
    if relate_tellings(key, mine, other) is not Relation.WITHIN:
        return True
    own, whole = (_days(date_of(claim)) for claim in (mine.claim, other.claim))
    return own is not None and whole is not None and own >= ALIKE * whole


def _days(when: DateRange | None) -> int | None:
    """How many days a date admits; None where an end is open."""
    if when is None or when.earliest is None or when.latest is None:
        return None
    return (when.latest - when.earliest).days + 1


def _on_one_day(key: str, mine: Telling, other: Telling) -> tuple[Telling, Telling]:
    """Both as if told on the day of the corpus's claim."""
    day = other.claim.asserted.earliest or other.claim.asserted.latest
    if day is None and FACTS.get(key) == "state":
        day = ANY_DAY
    moment = Asserted() if day is None else Asserted(day, day, "given")
    return Telling(as_of(mine.claim, moment), mine.value), Telling(as_of(other.claim, moment), other.value)


def as_of(claim: Claim, moment: Asserted) -> Claim:
    """The claim as if made then."""
    return redate([claim], {claim.source.document: moment})[0]


def find_break(
    claim: Claim, corpus: ByKey, order: Sequence[str], stale: Collection[str], articles: Sequence[Article] = ()
) -> Finding | None:
    """The order of events, or the span of time, that a claim gets wrong beside what the corpus dates; None where it fits.

    `stale` holds the ids of forecasts that expired; `articles` are the drafts, for the words before a span of time.
    """
    if claim.key == ELAPSED:
        return _misspan(claim, corpus, articles)
    if claim.key not in order:
        return None
    others = [other for key in order if key != claim.key for other in corpus.get(key, ()) if other.id not in stale]
    found = find_disorder(group_facts([*others, as_of(claim, Asserted())]), order)
    return next((one for one in found if claim.id in _ids_in(one)), None)


def _misspan(claim: Claim, corpus: ByKey, articles: Sequence[Article]) -> Finding | None:
    dated = [other for key in (START, *ENDS[:-1]) for other in corpus.get(key, ())]
    misspans = find_misspans(group_facts([*dated, claim]), articles)
    return next((found for found in misspans if found.severity is not Severity.NOTE), None)


def _ids_in(finding: Finding) -> set[str]:
    return {told.id for side in finding.sides for told in side.claims}


def find_overtakers(claim: Claim, corpus: ByKey) -> list[Claim]:
    """What articles written after the last day of the claim's date tell against it, taken as a forecast."""
    when = date_of(claim)
    day = None if when is None else when.earliest or when.latest
    if day is None or claim.key not in UNFINISHED or day == date.min:
        return []
    eve = date.fromordinal(day.toordinal() - 1)
    foretold = as_of(claim, Asserted(eve, eve, "given"))
    keys = sorted({claim.key, "production.status", "production.filming_end"})
    around = [other for key in keys for other in corpus.get(key, ()) if other.subject.id == claim.subject.id]
    return [other for other in around if other.season == claim.season and shows_expired(foretold, other)]
