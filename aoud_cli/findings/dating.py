"""When undated articles were written: bounds from what they tell as past and as still to come, each with its reason.

Only dates that claims tell are used, and days that an article states, never a dating inferred here: no two articles can date each
other in a circle. A copy of an article is no evidence on it, for it says the same; but one that states its day dates the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from aoud_cli.english import pattern
from aoud_cli.findings.dates import say_range
from aoud_cli.findings.moments import asserted_key, date_of, is_planned
from aoud_cli.model import Article, Asserted, Certainty, Claim, TermValue, told_plainly
from aoud_cli.predicates import FACTS

EVENTS: Final = frozenset({"renewal.announced", *(key for key, kind in FACTS.items() if kind == "plan")})
# "will premiere on January 28" is told as fact and still to come; "reportedly began in July" is hedged and past.
AHEAD_RE: Final = pattern(r"(?i)\b{dating_ahead}\b")
PAST_RE: Final = pattern(r"(?i)\b{dating_past}\b")
HEDGE_RE: Final = pattern(r"(?i)\b{dating_hedges}\b")
CHOICE_RE: Final = pattern(r"\b((?:19|20)\d\d) or (?:\w+ ){0,2}(?:19|20)\d\d\b")
PREMIERE: Final = "release.premiere"
DATED_BARE: Final = (PREMIERE, "release.finale")  # told before and after their day alike, where no verb says which
START, END = "production.filming_start", "production.filming_end"
STATUS: Final = "production.status"
# What an article tells as standing on its day lies after the first event and before the second, which another article dates.
WINDOWS: Final[Mapping[tuple[str, str], tuple[str | None, str | None]]] = {
    (STATUS, "not_started"): (None, START),
    (STATUS, "scheduled"): (None, START),
    (STATUS, "underway"): (START, END),
    (STATUS, "wrapped"): (END, None),
    ("renewal.announced", "announced"): ("renewal.announced", None),
    ("renewal.announced", "not announced"): (None, "renewal.announced"),
    (PREMIERE, "unannounced"): (None, PREMIERE),
    ("trailer.available", "no"): (None, PREMIERE),
}


class _Bound(NamedTuple):
    """A first or last possible day, and what shows it."""

    day: date
    reason: str
    is_told_elsewhere: bool = False


def date_articles(articles: Sequence[Article], claims: Iterable[Claim], copies: Mapping[str, str] | None = None) -> dict[str, Asserted]:
    """When each article was written, by document: what it states itself, else bounds with their reason, else unknown.

    `copies` gives for a near-copy of another article the first of them (see `voices.find_echoes`).
    """
    ordered = sorted(told_plainly(claims), key=asserted_key)
    found = {article.document: article.asserted for article in articles}
    by_document = _by_document(ordered)
    home = {**{name: name for name in found}, **(copies or {})}
    stated = _stated(articles, home)
    dated = [claim for claim in ordered if claim.key in EVENTS and date_of(claim) is not None]
    for name in (name for name, asserted in tuple(found.items()) if asserted.basis == "unknown"):
        around = [claim for claim in dated if home.get(claim.source.document) != home[name]]
        found[name] = _date_one(by_document.get(name, ()), around, stated[home[name]])
    return found


def _stated(articles: Iterable[Article], home: Mapping[str, str]) -> defaultdict[str, list[Article]]:
    """The articles that state their day, by the first of those that are nearly copies of one another."""
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.asserted.basis != "unknown":
            found[home[article.document]].append(article)
    return found


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.source.document].append(claim)
    return found


def redate(claims: Iterable[Claim], datings: Mapping[str, Asserted]) -> list[Claim]:
    """The claims with the dating of their article; those of an article that isn't there stay as they are."""
    return [claim._replace(asserted=datings.get(claim.source.document, claim.asserted)) for claim in claims]


def _date_one(own: Sequence[Claim], around: Sequence[Claim], copies: Sequence[Article]) -> Asserted:
    """The bounds of one undated article from its own claims, then from what the corpus dates, then from its dated copies."""
    lows = [bound for claim in own for bound in (_told_as_past(claim), _from_events(claim, around, last=False)) if bound]
    lows += _from_copies(copies, last=False)
    low = max(lows, key=lambda bound: bound.day, default=None)
    highs = [bound for claim in own for bound in (_still_to_come(claim), _from_events(claim, around, last=True)) if bound]
    highs += _from_copies(copies, last=True)
    # A forecast that ends before what the article tells as past is no longer open: it only quotes it.
    highs = [bound for bound in highs if low is None or bound.is_told_elsewhere or bound.day >= low.day]
    high = min(highs, key=lambda bound: bound.day, default=None)
    return _combine(low, high)


def _from_copies(copies: Sequence[Article], *, last: bool) -> list[_Bound]:
    """The day of a copy that states one: between the first and the last of them, where there are several."""
    days = [(day, a.document) for a in copies for day in [a.asserted.latest if last else a.asserted.earliest] if day is not None]
    if not days:
        return []
    day, document = max(days) if last else min(days)
    return [_Bound(day, f"nearly the same words as {document} ({day})", is_told_elsewhere=True)]


def _combine(low: _Bound | None, high: _Bound | None) -> Asserted:
    if low is None and high is None:
        return Asserted()
    if low is not None and high is not None and low.day > high.day:
        return Asserted(reason=f"no day fits: {low.reason}; {high.reason}")
    reasons = "; ".join(dict.fromkeys(bound.reason for bound in (low, high) if bound is not None))
    return Asserted(low.day if low else None, high.day if high else None, "inferred", reasons)


def _told_as_past(claim: Claim) -> _Bound | None:
    """The first day on which an event can be told as past."""
    when = date_of(claim)
    if claim.key not in EVENTS or when is None or when.earliest is None or claim.certainty is not Certainty.CERTAIN:
        return None
    if PAST_RE.search(claim.source.quote) is None and (claim.key in DATED_BARE or AHEAD_RE.search(claim.source.quote)):
        return None  # "Release date: July 19" tells neither
    return _Bound(when.earliest, f"after {_name(claim)} ({say_range(when)}), told as past")


def _still_to_come(claim: Claim) -> _Bound | None:
    """The last day on which a forecast is still open."""
    when = date_of(claim)
    if FACTS.get(claim.key) != "plan" or when is None or when.latest is None or claim.certainty is Certainty.CERTAIN:
        return None
    if PAST_RE.search(claim.source.quote) and not HEDGE_RE.search(claim.source.quote):
        return None
    last = min(when.latest, _end_of_first_choice(claim.value.text) or when.latest)
    return _Bound(last, f"by {last}: {_name(claim)} ({say_range(when)}) is still to come")


def _end_of_first_choice(words: str) -> date | None:
    """The last day of A's year in "A or B": who still has the choice of 2026 or 2027 writes in 2026 at the latest."""
    found = CHOICE_RE.search(words)
    return date(int(found.group(1)), 12, 31) if found else None


def _from_events(claim: Claim, around: Sequence[Claim], *, last: bool) -> _Bound | None:
    """A bound from another article's date of an event, where this one only says whether it has come."""
    term = _standing(claim)
    key = WINDOWS.get((claim.key, term), (None, None))[int(last)]
    if key is None or claim.certainty is not Certainty.CERTAIN:
        return None
    about = [other for other in around if (other.key, other.season) == (key, claim.season)]
    told = list(filter(_is_settled, about))
    if last and claim.key == STATUS:  # a shoot under way ends when it is expected to, as far as anybody knows
        told = told or [other for other in about if other.certainty is not Certainty.POSSIBLE]
    outer = _outermost(told, last=last)
    return None if outer is None else _bound_by(claim, *outer, last=last)


def _is_settled(claim: Claim) -> bool:
    return claim.certainty is Certainty.CERTAIN and not _is_ahead(claim)


def _bound_by(claim: Claim, day: date, other: Claim, *, last: bool) -> _Bound:
    """The bound that the day of another article's event is, with its reason."""
    term = _standing(claim)
    hedge = "" if other.certainty is Certainty.CERTAIN else f", only {other.certainty.value}"
    state = f"{claim.topic if claim.key == STATUS else _name(claim)} is {term.replace('_', ' ')}"
    reason = f"{state}: {'before' if last else 'after'} {_name(other)} ({_say(other)}, says {other.source.document}{hedge})"
    return _Bound(day, reason, is_told_elsewhere=True)


def _standing(claim: Claim) -> str:
    """How far the article says that things have come, as WINDOWS has it; a denial only of what it lists."""
    if not isinstance(claim.value, TermValue):
        return ""
    return claim.value.term if claim.polarity == "positive" else f"not {claim.value.term}"


def _is_ahead(claim: Claim) -> bool:
    """Whether a date is told as fact and still to come, by its words or by the day on which it is told."""
    ahead = AHEAD_RE.search(claim.source.quote) is not None and PAST_RE.search(claim.source.quote) is None
    return ahead or is_planned(claim)


def _outermost(told: Sequence[Claim], *, last: bool) -> tuple[date, Claim] | None:
    """The last last day, or the first first day, and the claim that tells it; of several the first."""
    days = [(day, claim) for claim in told if (day := _outer_day(claim, last=last))]
    return (max if last else min)(days, key=lambda item: item[0], default=None)


def _outer_day(claim: Claim, *, last: bool) -> date | None:
    when = date_of(claim)
    return (when.latest if last else when.earliest) if when else None


def _name(claim: Claim) -> str:
    season = f" of season {claim.season}" if claim.season is not None else ""
    event = {"renewal.announced": "the renewal", "release.premiere": "the premiere"}.get(claim.key)
    return f"{event or 'the ' + claim.predicate.replace('_', ' ')}{season}"


def _say(claim: Claim) -> str:
    when = date_of(claim)
    return say_range(when) if when else ""
