"""When undated articles were written: bounds from what they tell as past and as still to come, each with its reason.

Only dates that claims tell are used, never a dating inferred here: no two articles can date each other in a circle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from aoud_cli.findings.facts import key_of
from aoud_cli.findings.moments import asserted_key, date_of
from aoud_cli.findings.words import say_range
from aoud_cli.model import Article, Asserted, Certainty, Claim, TermValue
from aoud_cli.topics import FACTS

EVENTS: Final = frozenset({"renewal.announced", *(key for key, kind in FACTS.items() if kind == "plan")})
# "will premiere on January 28" is told as fact and still to come; "reportedly began in July" is hedged and past.
AHEAD_RE: Final = re.compile(
    r"(?i)\b(?:will|shall|to be|set to|slated|scheduled|due|coming|(?:premiere|debut|arrive|return|begin|start|wrap)s)\b"
)
PAST_RE: Final = re.compile(
    r"(?i)\b(?:began|begun|started|commenced|kicked off|wrapped|ended|finished|premiered|debuted|released|was|were|had)\b"
)
HEDGE_RE: Final = re.compile(r"(?i)\b(?:expected|projected|likely|may|might|could|would|should|if|hope[sd]?|anticipated|will)\b")
CHOICE_RE: Final = re.compile(r"\b((?:19|20)\d\d) or (?:\w+ ){0,2}(?:19|20)\d\d\b")
# What is told of the shoot today lies after the first event and before the second.
WINDOWS: Final[Mapping[str, tuple[str | None, str | None]]] = {
    "not_started": (None, "production.filming_start"),
    "scheduled": (None, "production.filming_start"),
    "underway": ("production.filming_start", "production.filming_end"),
    "wrapped": ("production.filming_end", None),
}


class _Bound(NamedTuple):
    """A first or last possible day, and what shows it."""

    day: date
    reason: str
    is_told_elsewhere: bool = False


def date_articles(articles: Sequence[Article], claims: Iterable[Claim]) -> dict[str, Asserted]:
    """When each article was written, by document: what it states itself, else bounds with their reason, else unknown."""
    ordered = sorted(claims, key=asserted_key)
    by_document: dict[str, list[Claim]] = {}
    for claim in ordered:
        by_document.setdefault(claim.source.document, []).append(claim)
    dated = [claim for claim in ordered if key_of(claim) in EVENTS and date_of(claim) is not None]
    undated = [article for article in articles if article.asserted.basis == "unknown"]
    inferred = {article.document: _date_one(by_document.get(article.document, []), dated) for article in undated}
    return {article.document: inferred.get(article.document, article.asserted) for article in articles}


def redate(claims: Iterable[Claim], datings: Mapping[str, Asserted]) -> list[Claim]:
    """The claims with the dating of their article; those of an article that isn't there stay as they are."""
    return [claim._replace(asserted=datings.get(claim.source.document, claim.asserted)) for claim in claims]


def _date_one(own: Sequence[Claim], dated: Sequence[Claim]) -> Asserted:
    """The bounds of one undated article from its own claims, then from what the corpus dates."""
    around = [claim for claim in dated if not own or claim.source.document != own[0].source.document]
    lows = [bound for claim in own for bound in (_told_as_past(claim), _from_shoot(claim, around, last=False)) if bound]
    low = max(lows, key=lambda bound: bound.day, default=None)
    highs = [bound for claim in own for bound in (_still_to_come(claim), _from_shoot(claim, around, last=True)) if bound]
    # A forecast that ends before what the article tells as past is no longer open: it only quotes it.
    highs = [bound for bound in highs if low is None or bound.is_told_elsewhere or bound.day >= low.day]
    high = min(highs, key=lambda bound: bound.day, default=None)
    return _combine(low, high)


def _combine(low: _Bound | None, high: _Bound | None) -> Asserted:
    if low is None and high is None:
        return Asserted()
    if low is not None and high is not None and low.day > high.day:
        return Asserted(reason=f"no day fits: {low.reason}; {high.reason}")
    reasons = "; ".join(bound.reason for bound in (low, high) if bound is not None)
    return Asserted(low.day if low else None, high.day if high else None, "inferred", reasons)


def _told_as_past(claim: Claim) -> _Bound | None:
    """The first day on which an event can be told as past."""
    when = date_of(claim)
    if key_of(claim) not in EVENTS or when is None or when.earliest is None or claim.certainty is not Certainty.CERTAIN:
        return None
    if AHEAD_RE.search(claim.source.quote) and not PAST_RE.search(claim.source.quote):
        return None
    return _Bound(when.earliest, f"after {_name(claim)} ({say_range(when)}), told as past")


def _still_to_come(claim: Claim) -> _Bound | None:
    """The last day on which a forecast is still open."""
    when = date_of(claim)
    if FACTS.get(key_of(claim)) != "plan" or when is None or when.latest is None or claim.certainty is Certainty.CERTAIN:
        return None
    if PAST_RE.search(claim.source.quote) and not HEDGE_RE.search(claim.source.quote):
        return None
    last = min(when.latest, _end_of_first_choice(claim.value.text) or when.latest)
    return _Bound(last, f"by {last}: {_name(claim)} ({say_range(when)}) is still to come")


def _end_of_first_choice(words: str) -> date | None:
    """The last day of A's year in "A or B": who still has the choice of 2026 or 2027 writes in 2026 at the latest."""
    found = CHOICE_RE.search(words)
    return date(int(found.group(1)), 12, 31) if found else None


def _from_shoot(claim: Claim, around: Sequence[Claim], *, last: bool) -> _Bound | None:
    """A bound from another article's filming dates, where this one only says how far the shoot has come."""
    term = claim.value.term if key_of(claim) == "production.status" and isinstance(claim.value, TermValue) else None
    key = WINDOWS.get(term or "", (None, None))[int(last)]
    if key is None or claim.certainty is not Certainty.CERTAIN or claim.polarity == "negative":
        return None
    told = [other for other in around if key_of(other) == key and other.season == claim.season]
    told = [other for other in told if other.certainty is Certainty.CERTAIN] or [
        other for other in told if last and other.certainty is Certainty.PROBABLE
    ]
    days = [(day, other) for other in told for day in [_outer_day(other, last=last)] if day]
    if not days:
        return None
    day, other = max(days, key=lambda item: item[0]) if last else min(days, key=lambda item: item[0])
    hedge = "" if other.certainty is Certainty.CERTAIN else f", only {other.certainty.value}"
    state = (term or "").replace("_", " ")
    place = "before" if last else "after"
    reason = f"production is {state}: {place} {_name(other)} ({_say(other)}, says {other.source.document}{hedge})"
    return _Bound(day, reason, is_told_elsewhere=True)


def _outer_day(claim: Claim, *, last: bool) -> date | None:
    when = date_of(claim)
    return (when.latest if last else when.earliest) if when else None


def _name(claim: Claim) -> str:
    season = f" of season {claim.season}" if claim.season is not None else ""
    event = {"renewal.announced": "the renewal", "release.premiere": "the premiere"}.get(key_of(claim))
    return f"{event or 'the ' + claim.predicate.replace('_', ' ')}{season}"


def _say(claim: Claim) -> str:
    when = date_of(claim)
    return say_range(when) if when else ""
