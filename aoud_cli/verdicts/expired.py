"""Forecasts that did not come true: an article written after the last day says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from aoud_cli.findings.build import make_finding, make_side, sort_sides, value_key
from aoud_cli.findings.facts import Fact, is_lone
from aoud_cli.findings.moments import date_of, has_happened, is_before, is_forecast
from aoud_cli.findings.words import say_side
from aoud_cli.model import Certainty, Claim, DateValue, Entity, Finding, Reason, Side, TermValue, Verdict
from aoud_cli.predicates import FACTS, MADE_AND_OUT
from aoud_cli.verdicts.doubt import is_of_open_year

# What is told of the shoot after a forecast's last day shows that the event had not come: no premiere and no finale while filming goes on.
UNFINISHED = {
    "release.premiere": frozenset({"not_started", "scheduled", "underway"}),
    "release.finale": frozenset({"not_started", "scheduled", "underway"}),
    "production.filming_start": frozenset({"not_started", "scheduled"}),
    "production.filming_end": frozenset({"not_started", "scheduled", "underway"}),
}


def find_expired(facts: Sequence[Fact]) -> list[Finding]:
    """One finding a forecast: the first side holds it, the others what is told against it."""
    told = [fact for fact in facts if not is_lone(fact)]
    of_season: dict[tuple[str, int | None], list[Fact]] = {}
    for fact in told:
        of_season.setdefault((fact.subject.id, fact.season), []).append(fact)
    plans = (fact for fact in told if FACTS.get(fact.key) == "plan")
    return [finding for fact in plans for finding in _expired_of(fact, of_season[fact.subject.id, fact.season])]


def _expired_of(fact: Fact, near: Sequence[Fact]) -> Iterator[Finding]:
    """The forecasts of one fact that failed, by what is told of its season."""
    around = [telling.claim for other in near if _is_about(other, fact) for telling in other.tellings]
    finished = {claim.source.document for claim in around if _tells_finished(claim)}
    clear = [claim for claim in around if not _is_muddled(claim, finished)]
    for forecasts in _forecasts(fact):
        if not any(_came_true(forecasts[0], claim) for claim in around):
            failed, evidence = _against(forecasts, clear)
            if evidence:
                yield _expiry(fact, failed, evidence)


def _against(forecasts: list[Claim], around: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """The forecasts of one value that failed and what tells it: its last day has gone by, or a later article's plan for before it has."""
    overdue = [claim for claim in around if shows_expired(forecasts[0], claim)]
    gone_by = {claim.id for claim in overdue}
    crossing = [claim for claim in around if claim.id not in gone_by and _crosses(forecasts[0], claim)]
    failed = forecasts
    if crossing and not overdue:
        last = max(crossing, key=lambda claim: claim.asserted.earliest or date.min)
        failed = [forecast for forecast in forecasts if is_before(forecast.asserted, last.asserted)]
    return failed, [*overdue, *_told_after(failed, crossing)]


def _told_after(forecasts: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    return [claim for claim in claims if forecasts and is_before(forecasts[0].asserted, claim.asserted)]


class Expired:
    """The pairs of a forecast and what shows that it expired: `expired` tells them, and no other verdict needs to tell them again."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._of_forecast: defaultdict[str, set[int]] = defaultdict(set)
        self._of_evidence: defaultdict[str, set[int]] = defaultdict(set)
        for place, finding in enumerate(finding for finding in findings if finding.verdict is Verdict.EXPIRED):
            for index, side in enumerate(finding.sides):
                for claim in side.claims:
                    (self._of_evidence if index else self._of_forecast)[claim.id].add(place)

    def __contains__(self, claim: Claim) -> bool:
        return claim.id in self._of_forecast or claim.id in self._of_evidence

    def __call__(self, one: Claim, other: Claim) -> bool:
        """Whether one of two claims is a forecast that expired by the other."""
        return self._has(one.id, other.id) or self._has(other.id, one.id)

    def _has(self, forecast: str, evidence: str) -> bool:
        failed = self._of_forecast.get(forecast)
        return failed is not None and not failed.isdisjoint(self._of_evidence.get(evidence, ()))


def foretold_in_vain(findings: Iterable[Finding]) -> set[str]:
    """The ids of the claims whose forecast expired."""
    return {claim.id for finding in findings if finding.verdict is Verdict.EXPIRED for claim in finding.sides[0].claims}


def shows_expired(forecast: Claim, claim: Claim) -> bool:
    """Whether a claim, made after the forecast's last day, tells that it had not come true."""
    when = date_of(forecast)
    if when is None or not _is_behind(claim.asserted.earliest, when.latest):
        return False
    if not is_forecast(forecast) or claim.polarity == "negative":
        return False
    other = date_of(claim)
    term = claim.value.term if isinstance(claim.value, TermValue) and claim.certainty is not Certainty.POSSIBLE else None
    if claim.key == forecast.key:
        late = other is not None and _is_behind(other.earliest, when.latest) and not is_of_open_year(claim)
        return term == "unannounced" or (late and _place_of(claim) == _place_of(forecast))
    if claim.key == "production.status":
        return term in UNFINISHED[forecast.key]
    return _ends_late(forecast, claim)


def _place_of(claim: Claim) -> str | None:
    """Where something comes out, as far as that is told: later in another country is in time here."""
    return claim.value.where if isinstance(claim.value, DateValue) else None


def _ends_late(forecast: Claim, claim: Claim) -> bool:
    """Whether a shoot is to end after the premiere was to be."""
    return forecast.key == "release.premiere" and claim.key == "production.filming_end" and is_forecast(claim)


def _is_behind(day: date | None, other: date | None) -> bool:
    """Whether a known day lies behind another known one."""
    return day is not None and other is not None and day > other


def _came_true(forecast: Claim, claim: Claim) -> bool:
    """Whether a claim tells as past that what was foretold came within its days."""
    if claim.key != forecast.key or claim.certainty is not Certainty.CERTAIN:
        return False
    when, other = date_of(forecast), date_of(claim)
    if when is None or other is None or not has_happened(claim):
        return False
    early = when.earliest is None or (other.earliest is not None and other.earliest >= when.earliest)
    return early and when.latest is not None and other.latest is not None and other.latest <= when.latest


def _tells_finished(claim: Claim) -> bool:
    """Whether an article tells the end of the shoot as past: what else it says of a shoot under way is of another day."""
    if claim.key == "production.status":
        return isinstance(claim.value, TermValue) and claim.value.term == "wrapped"
    when, last = date_of(claim), claim.asserted.latest
    if claim.key != "production.filming_end" or when is None or when.latest is None:
        return False
    return last is not None and when.latest <= last


def _is_muddled(claim: Claim, finished: set[str]) -> bool:
    return claim.key == "production.status" and claim.source.document in finished


def is_against(forecast: Claim, claim: Claim) -> bool:
    """Whether a claim tells that a forecast did not, or can't, come true."""
    return shows_expired(forecast, claim) or (is_before(forecast.asserted, claim.asserted) and _crosses(forecast, claim))


def _crosses(forecast: Claim, claim: Claim) -> bool:
    """Whether a claim foretells for after the forecast what must come before it: a wrap in June, a premiere said for March."""
    if forecast.key not in MADE_AND_OUT or claim.key not in MADE_AND_OUT[: MADE_AND_OUT.index(forecast.key)] or not is_forecast(forecast):
        return False
    when, other = date_of(forecast), date_of(claim)
    if claim.certainty is Certainty.POSSIBLE or when is None or other is None or is_of_open_year(claim):
        return False
    return _is_behind(other.earliest, when.latest)


def _is_about(fact: Fact, plan: Fact) -> bool:
    """Whether a fact of the same season can tell on a plan: the plan itself, of the same part, or the shoot."""
    if fact.key == plan.key:
        return fact.part == plan.part
    return fact.key in ("production.status", "production.filming_start", "production.filming_end")


def _forecasts(fact: Fact) -> Iterator[list[Claim]]:
    """The forecasts of a plan, one list a value."""
    groups: dict[str, list[Claim]] = {}
    for telling in fact.tellings:
        if is_forecast(telling.claim):
            groups.setdefault(value_key(telling.value), []).append(telling.claim)
    yield from groups.values()


def _expiry(fact: Fact, forecasts: list[Claim], evidence: list[Claim]) -> Finding:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in evidence:
        groups.setdefault((claim.key, value_key(claim.value)), []).append(claim)
    sides = (make_side(forecasts), *sort_sides(make_side(claims) for claims in groups.values()))
    return make_finding(Verdict.EXPIRED, fact.key, fact.subject, fact.season, fact.part, _because(fact.subject, sides), sides)


def _because(subject: Entity, sides: Sequence[Side]) -> Reason:
    forecast, proof = sides[0].first, sides[1].first
    about = "" if proof.key == forecast.key else f"{proof.topic} {proof.predicate.replace('_', ' ')} "
    return Reason.of(
        "expired", fact=f"{subject.name} {forecast.predicate.replace('_', ' ')}", forecast=say_side(sides[0], dated=True),
        evidence=f"{about}{say_side(sides[1], dated=True)}",
    )  # fmt: skip
