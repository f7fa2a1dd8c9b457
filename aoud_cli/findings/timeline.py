"""How what is told of a fact moved on, article by article; and the events that the articles date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from aoud_cli.findings.build import value_key
from aoud_cli.findings.compare import judge
from aoud_cli.findings.expired import shows_expired
from aoud_cli.findings.facts import Fact, Telling, group_facts
from aoud_cli.findings.figures import Relation
from aoud_cli.findings.moments import asserted_key, date_of, in_same_article, is_before, is_forecast
from aoud_cli.findings.relate import relate_ranges
from aoud_cli.model import Certainty, Claim, DateRange, Entity, Verdict

Change = Literal["first", "repeats", "refines", "changes", "contradicts", "expired"]
EVENTS: Final = ("renewal.announced", "production.filming_start", "production.filming_end", "release.premiere")
# What a step is called where it stands so to one of the steps before it; the first that holds.
CHANGES: Final[tuple[tuple[Verdict, Change], ...]] = (
    (Verdict.CONTRADICTS, "contradicts"), (Verdict.CHANGED, "changes"), (Verdict.DIFFERS, "changes"),
    (Verdict.AGREES, "repeats"), (Verdict.REFINES, "refines"),
)


@dataclass(frozen=True)
class Step:
    """One telling; `first` also names a value that no article told before and that excludes none of those told.

    `order_open` says that it isn't known which was asserted first, this step or the one before it.
    """

    claim: Claim
    change: Change
    order_open: bool


@dataclass(frozen=True)
class Entry:
    """One fact that more than one article tells, its steps in the order in which they were asserted."""

    topic: str
    predicate: str
    subject: Entity
    season: int | None
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Dated:
    """One date of an event with the claims that tell it, the surest first."""

    when: DateRange
    claims: tuple[Claim, ...]

    @property
    def certainty(self) -> Certainty:
        return self.claims[0].certainty

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell it, each once, sorted."""
        return tuple(sorted({claim.source.document for claim in self.claims}))


@dataclass(frozen=True)
class Event:
    """An event with its best-supported date, and the other dates told of it."""

    topic: str
    predicate: str
    subject: Entity
    season: int | None
    best: Dated
    others: tuple[Dated, ...]


def timeline(claims: Sequence[Claim]) -> list[Entry]:
    """An entry for each fact that more than one article tells, in the order of topics, subjects and seasons."""
    facts = [fact for fact in group_facts(claims) if not fact.mirrored and len(fact.documents) > 1]
    return [Entry(*fact.key.split("."), fact.subject, fact.season, _steps(fact)) for fact in facts]


def events(claims: Sequence[Claim]) -> list[Event]:
    """The dated events of every season, sorted by their best-supported date, then by topic, predicate, subject."""
    facts = group_facts(claims)
    found = [_event(fact, dates) for fact in facts if fact.key in EVENTS for dates in [_dates(fact)] if dates]
    return sorted(found, key=lambda e: (*_range_key(e.best.when), EVENTS.index(f"{e.topic}.{e.predicate}"), e.subject.id, e.season or 0))


def _steps(fact: Fact) -> tuple[Step, ...]:
    """One step for each value that an article tells: it is no news that an article repeats itself."""
    told: list[Telling] = []
    steps: list[Step] = []
    seen = set[tuple[str, str, str, str]]()
    for telling in sorted(fact.tellings, key=lambda item: asserted_key(item.claim)):
        claim = telling.claim
        mark = (claim.source.document, claim.polarity, claim.certainty.value, value_key(telling.value))
        if mark not in seen:
            seen.add(mark)
            steps.append(Step(claim, _change(fact.key, told, telling), bool(told) and _is_open(told[-1].claim, claim)))
            told.append(telling)
    return tuple(steps)


def _change(key: str, before: Sequence[Telling], telling: Telling) -> Change:
    """What a telling does to those before it: to the nearest ones of its value, and to all where it clashes."""
    last = _still_standing(key, before)
    if any(shows_expired(other.claim, telling.claim) for other in last):
        return "expired"
    verdicts = {judge(key, other, telling) for other in last}
    return next((change for verdict, change in CHANGES if verdict in verdicts), "first")


def _still_standing(key: str, before: Sequence[Telling]) -> list[Telling]:
    """The tellings that no later one has overtaken: a state that changed twice is compared with the last."""
    return [
        one for place, one in enumerate(before)
        if not any(judge(key, one, other) is Verdict.CHANGED or shows_expired(one.claim, other.claim) for other in before[place + 1:])
    ]


def _is_open(a: Claim, b: Claim) -> bool:
    return not (in_same_article(a, b) or is_before(a.asserted, b.asserted) or is_before(b.asserted, a.asserted))


def _dates(fact: Fact) -> list[Dated]:
    """Every date told of an event, the best-supported first."""
    claims = sorted((t.claim for t in fact.tellings), key=lambda claim: (-claim.certainty.rank, asserted_key(claim)))
    groups: dict[DateRange, list[Claim]] = {}
    for claim in claims:
        when = date_of(claim)
        if when is not None:
            groups.setdefault(when, []).append(claim)
    dates = [Dated(when, tuple(told)) for when, told in groups.items()]
    return sorted(dates, key=lambda dated: (_is_stale(dated, claims), -dated.certainty.rank, -_support(dated, dates), _width(dated), *_range_key(dated.when)))


def _event(fact: Fact, dates: Sequence[Dated]) -> Event:
    return Event(*fact.key.split("."), fact.subject, fact.season, dates[0], tuple(dates[1:]))


def _is_stale(dated: Dated, claims: Sequence[Claim]) -> bool:
    """Whether the date is a forecast that a later article overtook."""
    forecasts = [claim for claim in dated.claims if is_forecast(claim)]
    return bool(forecasts) and all(any(shows_expired(one, claim) for claim in claims) for one in forecasts)


def _support(dated: Dated, dates: Sequence[Dated]) -> int:
    """How many articles tell the date or a wider one that is told as surely: "2022" supports 2022-01-28."""
    wider = [d for d in dates if relate_ranges(dated.when, d.when) in (Relation.EQUAL, Relation.WITHIN) and d.certainty is dated.certainty]
    return len({document for other in wider for document in other.documents})


def _width(dated: Dated) -> int:
    low, high = dated.when.earliest, dated.when.latest
    return (high - low).days if low and high else 10**6


def _range_key(when: DateRange) -> tuple[int, int]:
    """Sorts by the first day; an open start sorts by its end."""
    low, high = when.earliest or when.latest, when.latest or when.earliest
    return (low.toordinal() if low else 10**7, high.toordinal() if high else 10**7)
