"""When claims were made, and which of two was made first. A verdict that needs an order asks here."""

from __future__ import annotations

import re
from datetime import date
from typing import TypeAlias

from aoud_cli.english import pattern
from aoud_cli.model import Asserted, Certainty, Claim, DateRange, DateValue

Key: TypeAlias = tuple[date, date, str, int, int, str]


_TO_COME_RE = pattern(
    r"\b(?:will|shall|to {moment_infinitives}|{moment_presents}s)\b|['\u2019]ll\b",
    re.IGNORECASE,
)


def is_before(a: Asserted, b: Asserted) -> bool:
    """Whether `a` was surely asserted before `b`: its latest possible day is before the other's earliest."""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def are_ordered(a: Claim, b: Claim) -> bool:
    """Whether it is known which of two claims was made first."""
    return is_before(a.asserted, b.asserted) or is_before(b.asserted, a.asserted)


def on_same_day(a: Claim, b: Claim) -> bool:
    """Whether both were made on one known day."""
    return a.asserted.known_day is not None and a.asserted.known_day == b.asserted.known_day


def in_same_article(a: Claim, b: Claim) -> bool:
    """Whether one article makes both claims, or two that are the same word for word."""
    return origin_of(a) == origin_of(b)


def origin_of(claim: Claim) -> str:
    """The article that the claim is counted under: of copies, the first by name."""
    return claim.origin or claim.source.document


def asserted_key(claim: Claim) -> Key:
    """A total order: the earliest, then the latest possible day, the document, the place in it, the id; the unknown comes last.

    An article of which only the latest day is known stands there: "by July 2025" is before August 2025.
    """
    asserted, source = claim.asserted, claim.source
    low = asserted.earliest or asserted.latest or date.max
    return low, asserted.latest or date.max, source.document, source.start, source.end, claim.id


def date_of(claim: Claim) -> DateRange | None:
    """The days that the claim's date admits; None where it tells no date or one without ends."""
    value = claim.value
    if not isinstance(value, DateValue) or claim.polarity != "positive":
        return None
    when = value.when
    return None if when.earliest is None and when.latest is None else when


def is_planned(claim: Claim) -> bool:
    """Whether a date told as certain was still ahead when the article was written; of an article without a day its words say so."""
    when, day = date_of(claim), claim.asserted.earliest or claim.asserted.latest
    if when is None or claim.certainty is not Certainty.CERTAIN:
        return False
    if day is None:
        return _TO_COME_RE.search(claim.source.quote) is not None
    if when.earliest is None:  # "before the summer is out" was still to come then
        return when.latest is not None and when.latest > (claim.asserted.latest or day)
    return when.earliest > day


def has_happened(claim: Claim) -> bool:
    """Whether a date is told as past: certain and not ahead, or hedged and over before the article was written."""
    when = date_of(claim)
    if when is None:
        return False
    if claim.certainty is Certainty.CERTAIN:
        return not is_planned(claim)
    return when.latest is not None and claim.asserted.earliest is not None and when.latest < claim.asserted.earliest


def is_forecast(claim: Claim) -> bool:
    """Whether a date was foretold and still open on the latest day on which the article can have been written."""
    when, latest = date_of(claim), claim.asserted.latest
    if when is None or when.latest is None or latest is None or latest > when.latest:
        return False
    return claim.certainty is not Certainty.CERTAIN or is_planned(claim)
