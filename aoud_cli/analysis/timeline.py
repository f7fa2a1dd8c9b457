"""How what is told of a fact moved on, article by article; and the events that the articles date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, Literal, NamedTuple

from aoud_cli.findings.build import value_key
from aoud_cli.findings.compare import judge, relate_tellings
from aoud_cli.findings.facts import Fact, Telling, group_facts
from aoud_cli.findings.figures import Relation
from aoud_cli.findings.moments import asserted_key, date_of, has_happened, in_same_article, is_before
from aoud_cli.findings.relate import relate_ranges
from aoud_cli.model import Article, Certainty, Claim, DateRange, Entity, Finding, Verdict
from aoud_cli.predicates import FACTS, MILESTONES
from aoud_cli.verdicts.expired import Expired, find_expired, foretold_in_vain

Change = Literal["first", "repeats", "refines", "changes", "contradicts", "expired"]
FAR: Final = 10**7  # later than any day, wider than any range
# What a step is called where it stands so to one of the steps before it; the first that holds.
CHANGES: Final[tuple[tuple[Verdict, Change], ...]] = (
    (Verdict.CONTRADICTS, "contradicts"),
    (Verdict.CHANGED, "changes"),
    (Verdict.AGREES, "repeats"),
    (Verdict.REFINES, "refines"),
    (Verdict.DIFFERS, "changes"),
)

STEADY: Final = ("fixed", "total", "many")


class Step(NamedTuple):
    """One telling; `first` also names a value that no article told before and that excludes none of those told.

    `order_open` says that it isn't known which was asserted first, this step or the one before it; `expired` that it foretells a
    date that did not come true.
    """

    claim: Claim
    change: Change
    order_open: bool
    expired: bool = False


class FactHistory(NamedTuple):
    """One fact that more than one article tells, its steps in the order in which they were asserted."""

    topic: str
    predicate: str
    subject: Entity
    season: int | None
    part: int | None
    steps: tuple[Step, ...]

    @property
    def key(self) -> str:
        """The predicate with its topic: `cast.plays`."""
        return f"{self.topic}.{self.predicate}"


class Event(NamedTuple):
    """An event at one date with the claims that tell it, the surest first; `others` are its other dates, the better supported first.

    `expired`: the date was foretold, and did not come true.
    """

    topic: str
    predicate: str
    subject: Entity
    season: int | None
    part: int | None
    when: DateRange
    claims: tuple[Claim, ...]
    others: tuple[Event, ...] = ()
    expired: bool = False

    @property
    def key(self) -> str:
        """The predicate with its topic: `release.premiere`."""
        return f"{self.topic}.{self.predicate}"

    @property
    def told(self) -> tuple[Claim, ...]:
        """All claims that date the event, those for its best-supported date first."""
        return (*self.claims, *(claim for other in self.others for claim in other.claims))

    @property
    def happened(self) -> bool:
        """Whether an article tells this date as past; one that only foretells it leaves open what came of it."""
        return any(claim.certainty is Certainty.CERTAIN and has_happened(claim) for claim in self.claims)

    @property
    def certainty(self) -> Certainty:
        """That of the surest claim."""
        return self.claims[0].certainty

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell this date, each once, sorted."""
        return tuple(sorted({claim.source.document for claim in self.claims}))


def timeline(claims: Sequence[Claim], articles: Sequence[Article] = (), findings: Sequence[Finding] | None = None) -> list[FactHistory]:
    """The history of each fact that more than one article tells, in the order of topics, subjects and seasons.

    `articles` restricts it to their claims where any are given; `findings` are those of `find` over the same claims, where they
    are at hand, else what expired is looked for here.
    """
    read = {article.document for article in articles}
    facts = group_facts(claim for claim in claims if not read or claim.source.document in read)
    found = find_expired(facts) if findings is None else findings
    expired, stale = Expired(found), foretold_in_vain(found)
    told = [fact for fact in facts if not fact.mirrored and len(fact.documents) > 1]
    return [FactHistory(*_names(fact), fact.subject, fact.season, fact.part, _steps(fact, expired, stale)) for fact in told]


def events(claims: Sequence[Claim]) -> list[Event]:
    """The dated events of every season, each at its best-supported date, sorted by it, then by event and subject."""
    facts = group_facts(claims)
    expired = foretold_in_vain(find_expired(facts))
    found = [_best(dates) for fact in facts if fact.key in MILESTONES for dates in [_dates(fact, expired)] if dates]
    return sorted(found, key=lambda e: (*_range_key(e.when), MILESTONES.index(e.key), e.subject.id, e.season or 0, e.part or 0))


def _names(fact: Fact) -> tuple[str, str]:
    topic, predicate = fact.key.split(".")
    return topic, predicate


def _steps(fact: Fact, expired: Expired, stale: set[str]) -> tuple[Step, ...]:
    """One step for each value that an article tells: it is no news that an article repeats itself."""
    standing = _Standing(fact.key, expired)
    steps: list[Step] = []
    seen = set[tuple[str, ...]]()
    for telling in fact.tellings:
        claim = telling.claim
        mark = (claim.polarity, claim.certainty.value, value_key(telling.value))
        if (claim.source.document, *mark) not in seen:
            seen.add((claim.source.document, *mark))
            change = _change(fact.key, standing, telling, expired)
            steps.append(Step(claim, change, bool(steps) and _is_open(steps[-1].claim, claim), claim.id in stale))
            standing.take(mark, telling)
    return tuple(steps)


class _Standing:
    """The tellings of a fact that nothing told since has overtaken, by how surely they tell it.

    Of two certain ones on what does not move neither came to replace the other: they are not held against each other, however many
    figures a large collection tells.
    """

    def __init__(self, key: str, expired: Expired) -> None:
        self._key, self._expired = key, expired
        self._groups: defaultdict[tuple[str, Certainty], dict[tuple[str, ...], Telling]] = defaultdict(dict)

    def __iter__(self) -> Iterator[Telling]:
        return chain.from_iterable(group.values() for group in self._groups.values())

    def take(self, mark: tuple[str, ...], telling: Telling) -> None:
        """Add a telling, in the place of those that it overtakes."""
        claim = telling.claim
        alike = (claim.polarity, claim.certainty)
        is_lasting = claim.certainty is Certainty.CERTAIN and FACTS.get(self._key) in STEADY and claim not in self._expired
        for name, group in self._groups.items():
            if not (is_lasting and name == alike):
                self._groups[name] = {old: one for old, one in group.items() if not _is_overtaken(self._key, one, telling, self._expired)}
        self._groups[alike][mark] = telling


def _change(key: str, before: Iterable[Telling], telling: Telling, expired: Expired) -> Change:
    """What a telling does to those that still stand: a state that changed twice is compared with its last value."""
    if telling.claim in expired and any(expired(one.claim, telling.claim) for one in before):
        return "expired"
    verdicts = set[Verdict | None]()
    for one in before:
        verdicts.add(judge(key, one, telling))
        if Verdict.CONTRADICTS in verdicts:
            break  # nothing outranks it
    if Verdict.REFINES in verdicts and not any(relate_tellings(key, telling, one) is Relation.WITHIN for one in before):
        verdicts |= {Verdict.AGREES}  # "2022" after 2022-01-28 says no more than was told
    return next((change for verdict, change in CHANGES if verdict in verdicts), "first")


def _is_overtaken(key: str, one: Telling, telling: Telling, expired: Expired) -> bool:
    if telling.claim in expired and expired(one.claim, telling.claim):
        return True
    alike = one.claim.polarity == telling.claim.polarity and one.claim.certainty is telling.claim.certainty
    if alike and telling.claim.certainty is Certainty.CERTAIN and FACTS.get(key) in STEADY:
        return False  # of two certain claims on what does not move neither came to replace the other
    return judge(key, one, telling) is Verdict.CHANGED


def _is_open(a: Claim, b: Claim) -> bool:
    return not (in_same_article(a, b) or is_before(a.asserted, b.asserted) or is_before(b.asserted, a.asserted))


def _dates(fact: Fact, expired: set[str]) -> list[Event]:
    """Every date told of an event, the best-supported first; what expired comes last."""
    claims = sorted((t.claim for t in fact.tellings), key=lambda claim: (-claim.certainty.rank, asserted_key(claim)))
    groups: dict[DateRange, list[Claim]] = {}
    for claim in claims:
        when = date_of(claim)
        if when is not None:
            groups.setdefault(when, []).append(claim)
    dates = [
        Event(*_names(fact), fact.subject, fact.season, fact.part, when, tuple(told), expired=all(claim.id in expired for claim in told))
        for when, told in groups.items()
    ]
    return sorted(dates, key=lambda event: _support_key(event, dates))


def _best(dates: Sequence[Event]) -> Event:
    return dates[0]._replace(others=tuple(dates[1:]))


def _support_key(event: Event, dates: Sequence[Event]) -> tuple[bool, int, int, int, int, int]:
    """Open before expired, then the surest, the most articles, the most exact, the earliest."""
    return event.expired, -event.certainty.rank, -_support(event, dates), _width(event.when), *_range_key(event.when)


def _support(event: Event, dates: Sequence[Event]) -> int:
    """How many articles tell the date or a wider one that is told as surely: "2022" supports 2022-01-28."""
    as_sure = [other for other in dates if other.certainty is event.certainty]
    wider = [other for other in as_sure if relate_ranges(event.when, other.when) in (Relation.EQUAL, Relation.WITHIN)]
    return len({document for other in wider for document in other.documents})


def _width(when: DateRange) -> int:
    return (when.latest - when.earliest).days if when.earliest and when.latest else FAR


def _range_key(when: DateRange) -> tuple[int, int]:
    """Sorts by the first day; an open start sorts by its end."""
    low, high = when.earliest or when.latest, when.latest or when.earliest
    return (low.toordinal() if low else FAR, high.toordinal() if high else FAR)
