"""What a draft tells that the articles could not know yet: news, which is no fault.

`season 2 premieres on March 5, 2027`, where the newest article only forecast it; a wrap, where it said that cameras were rolling.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from aoud_cli.findings.compare import NATURAL, term_of
from aoud_cli.findings.facts import STATUS
from aoud_cli.findings.moments import date_of, has_happened
from aoud_cli.model import Certainty, Claim, QuantityValue
from aoud_cli.predicates import FACTS

EXACT: Final = timedelta(days=31)  # a day or a month is news; "in 2027" is one more forecast
STATED: Final = frozenset({"stated", "given"})  # the days of articles that their own words, or the user, give
OPEN_TERMS: Final = frozenset({"uncertain", "unannounced"})


def newest_day(claims: Iterable[Claim]) -> date | None:
    """The day of the newest article, as far as the articles state theirs."""
    days = [claim.asserted.earliest for claim in claims if claim.asserted.basis in STATED and claim.asserted.earliest is not None]
    return max(days, default=None)


def is_news(claim: Claim, standing: Sequence[Claim], newest: date | None) -> bool:
    """Whether a claim of a draft is a later step than all that the corpus still says of its fact.

    The draft is dated later than the newest article, or has no day of its own.
    """
    if not standing or claim.polarity == "negative" or not _is_later(claim, newest):
        return False
    if claim.key in NATURAL and claim.certainty is not Certainty.POSSIBLE:
        return _goes_on(claim, standing)
    if claim.certainty is not Certainty.CERTAIN:
        return False
    if claim.key == STATUS:
        return term_of(claim) not in OPEN_TERMS and all(term_of(told) in OPEN_TERMS for told in standing)
    if isinstance(claim.value, QuantityValue) and FACTS.get(claim.key) != "total":
        # "has settled on ten", of a later day, where all could only forecast; a mere guess excludes nothing anyway
        return claim.asserted.basis in STATED and all(told.certainty is Certainty.PROBABLE for told in standing)
    return _is_settled_date(claim, standing, newest)


def _is_later(claim: Claim, newest: date | None) -> bool:
    asserted = claim.asserted
    if asserted.basis in STATED and asserted.earliest is not None:
        return newest is None or asserted.earliest > newest
    return asserted.latest is None or newest is None or asserted.latest > newest


def _goes_on(claim: Claim, standing: Sequence[Claim]) -> bool:
    """`wrapped`, where all say `underway`; `there is a trailer`, where all say that there is none."""
    steps = NATURAL[claim.key]
    told = [term_of(one) for one in standing]
    return term_of(claim) in steps and all(one in steps and steps.index(one) < steps.index(term_of(claim)) for one in told)


def _is_settled_date(claim: Claim, standing: Sequence[Claim], newest: date | None) -> bool:
    """A day or a month behind the newest article, of what nobody in the corpus tells as past or as settled to a day."""
    when = date_of(claim)
    if when is None or when.earliest is None or when.latest is None or when.latest - when.earliest > EXACT:
        return False
    if newest is not None and when.earliest <= newest:
        return False
    return not any(has_happened(told) or _is_settled(told) for told in standing)


def _is_settled(claim: Claim) -> bool:
    when = date_of(claim)
    exact = when is not None and when.earliest is not None and when.earliest == when.latest
    return exact and claim.certainty is Certainty.CERTAIN
