"""The verdict on two claims of one fact: the verdict table as code. Every command compares through `judge`."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from aoud_cli.findings.facts import AUTHOR, PLAYS, Telling
from aoud_cli.findings.moments import are_ordered, date_of, has_happened, in_same_article, is_before, is_planned, on_same_day
from aoud_cli.findings.relate import SOFT_TERMS, Relation, relate
from aoud_cli.model import Asserted, Certainty, Claim, DateRange, DateValue, TermValue, Value, Verdict
from aoud_cli.predicates import FACTS

SEASON_APART: Final = 150  # days: dates that lie farther apart are of two seasons or parts rather than two tellings of one day
INSIDE: Final = frozenset({Relation.WITHIN, Relation.CONTAINS})
# `uncertain` excludes nothing, but "not known" in 2022 and "out" in 2025 is news; a fate told as uncertain stays a cliffhanger.
NEWS_AFTER_SOFT: Final = frozenset({"cast.status", "production.status"})


class Stance(NamedTuple):
    """All that `judge` weighs of a claim beside its polarity and value, its article and its day."""

    certainty: Certainty
    has_happened: bool  # the date that it tells
    is_settled: bool


def stance_of(claim: Claim) -> Stance:
    """The stance of a claim."""
    return Stance(claim.certainty, has_happened(claim), _is_settled_date(claim))


def relate_tellings(key: str, a: Telling, b: Telling) -> Relation:
    """How the values of two claims of one fact stand to each other, with their polarity and certainty weighed."""
    relation = relate(key, a.value, b.value)
    if relation is Relation.DISJOINT and are_elsewhere(a.value, b.value):
        return Relation.UNKNOWN
    if a.claim.polarity != b.claim.polarity:
        return Relation.UNKNOWN if _is_soft_denial(key, a, b) else _relate_to_denial(relation, a)
    if a.claim.polarity == "negative":
        return relation if relation is Relation.EQUAL else Relation.UNKNOWN
    unannounced = term_of(a.claim) == "unannounced", term_of(b.claim) == "unannounced"
    if relation is Relation.DISJOINT and any(unannounced):
        dated = b.claim if unannounced[0] else a.claim
        return relation if _is_settled_date(dated) else Relation.UNKNOWN
    return relation


def are_elsewhere(a: Value, b: Value) -> bool:
    """Whether two dates are told of two places and lie further apart than a time zone makes them."""
    if not isinstance(a, DateValue) or not isinstance(b, DateValue) or (a.where or "").casefold() == (b.where or "").casefold():
        return False
    return days_between(a.when, b.when) != 1


def days_between(one: DateRange, other: DateRange) -> int:
    """The days from the end of the earlier of two disjoint dates to the beginning of the later; 0 where an end is open."""
    first, second = sorted((one, other), key=lambda when: when.earliest or date.min)
    return (second.earliest - first.latest).days if second.earliest and first.latest else 0


def judge(key: str, a: Telling, b: Telling) -> Verdict | None:
    """The verdict on two claims of one fact, the same from either side; None where both can stand, or nothing can be said."""
    relation = relate_tellings(key, a, b)
    if relation is Relation.EQUAL:
        return Verdict.AGREES
    if relation in INSIDE and a.claim.polarity == b.claim.polarity:
        return Verdict.REFINES
    if relation is Relation.DISJOINT:
        return _judge_excluding(key, a.claim, b.claim)
    news = key in NEWS_AFTER_SOFT and term_of(a.claim) != term_of(b.claim) and bool({term_of(a.claim), term_of(b.claim)} & SOFT_TERMS)
    return Verdict.CHANGED if news and are_ordered(a.claim, b.claim) and _both_likely(a.claim, b.claim) else None


def _judge_excluding(key: str, a: Claim, b: Claim) -> Verdict | None:
    """The verdict on two values that exclude each other."""
    if key == "character.fate":
        return _judge_fate(a, b)
    if _is_fixed(key, a, b):
        return _judge_fixed(key, a, b)
    if _is_bygone(a) or _is_bygone(b):
        return None
    if are_ordered(a, b):
        # "Might be 2025" and later "late 2026": a guess that moved is no change of plan.
        return Verdict.CHANGED if _both_likely(a, b) else _differs_if_hedged(a, b)
    return _judge_one_article(key, a, b) if in_same_article(a, b) else _judge_unordered(key, a, b)


def _judge_unordered(key: str, a: Claim, b: Claim) -> Verdict:
    """Of a state or plan in two articles of one day, or of days whose order is open."""
    if on_same_day(a, b):
        return Verdict.CONTRADICTS if _is_firm(a, b) else Verdict.DIFFERS
    return Verdict.CHANGED if _moved_on(key, a, b) else Verdict.DIFFERS


def _judge_fate(a: Claim, b: Claim) -> Verdict | None:
    """Of one season a certain death and a certain survival can't both be true, whatever was written first; a return is news."""
    if "returns" in (term_of(a), term_of(b)):
        return Verdict.CHANGED if are_ordered(a, b) and _both_likely(a, b) else None
    if in_same_article(a, b):
        return None  # told as dead, then as one who got away
    if a.certainty is b.certainty is Certainty.CERTAIN:
        return Verdict.CONTRADICTS if a.season is not None else Verdict.DIFFERS
    if are_ordered(a, b):
        return Verdict.CHANGED if _both_likely(a, b) else _differs_if_hedged(a, b)
    return Verdict.DIFFERS


# States that only go one way: what is told of them at an open time moved on in this order.
NATURAL: Final = {"production.status": ("not_started", "scheduled", "underway", "wrapped"), "trailer.available": ("no", "yes")}


def _moved_on(key: str, a: Claim, b: Claim) -> bool:
    order = NATURAL.get(key, ())
    return term_of(a) in order and term_of(b) in order and _both_likely(a, b)


def _judge_fixed(key: str, a: Claim, b: Claim) -> Verdict | None:
    """Of a fixed fact or a total: two certain claims contradict, as does a certain and a probable one; never a possible one."""
    if in_same_article(a, b):
        # Two parts of one performer, a part and its younger self, two authors of one comic; of all else one of the two
        # is misread more often than wrong.
        return Verdict.DIFFERS if key not in (PLAYS, AUTHOR) and _is_firm(a, b) else None
    if _is_firm(a, b):
        if Certainty.PROBABLE in (a.certainty, b.certainty) and are_ordered(a, b):
            return Verdict.CHANGED
        return Verdict.DIFFERS if may_be_other_events(key, a, b) else Verdict.CONTRADICTS
    return Verdict.DIFFERS if _both_hedged(a, b) or not are_ordered(a, b) else None


def may_be_other_events(key: str, a: Claim, b: Claim) -> bool:
    """Whether two dates are those of two events rather: days that two zones tell of one, or dates that lie a season apart."""
    one, other = date_of(a), date_of(b)
    if one is None or other is None or FACTS.get(key) != "plan" or None in (*one, *other):
        return False
    apart = days_between(one, other)
    zones = [value.where for value in (a.value, b.value) if isinstance(value, DateValue) and value.where]
    return apart >= SEASON_APART or (apart == 1 and bool(zones))


def _judge_one_article(key: str, a: Claim, b: Claim) -> Verdict | None:
    """Of a state or plan in one article: alternatives that it weighs ("mid-2024, or 2025 if ...") are no finding."""
    if not (a.certainty is Certainty.CERTAIN and b.certainty is Certainty.CERTAIN):
        return None
    if key == "production.status" or (FACTS.get(key) == "plan" and {term_of(a), term_of(b)} != {None}):
        return None  # an article that tells how a state moved on tells both: "not started by 2024, now under way"
    return Verdict.DIFFERS


def _is_fixed(key: str, a: Claim, b: Claim) -> bool:
    """Whether the fact can't move between the two claims: a plan that has happened is fixed, a denial may be overtaken."""
    kind = FACTS.get(key)
    if key == "renewal.announced" and a.polarity != b.polarity:
        return False  # "nothing has been ordered yet" in February, renewed in June
    if kind == "plan":
        return (has_happened(a) and has_happened(b)) or outlives(a, b)
    return kind in ("fixed", "total", "many")


def outlives(a: Claim, b: Claim) -> bool:
    """Whether one of two claims says `unannounced` after the day on which the other says that it happened."""
    return _says_after(a, b) or _says_after(b, a)


def _says_after(dated: Claim, other: Claim) -> bool:
    when = date_of(dated)
    if when is None or when.latest is None or not has_happened(dated) or term_of(other) != "unannounced":
        return False
    return is_before(Asserted(when.earliest, when.latest), other.asserted)


def _is_soft_denial(key: str, a: Telling, b: Telling) -> bool:
    """Whether a fate is denied that goes with the others: "neither human nor zombie" denies no hybrid; life and death do exclude."""
    denied = term_of(a.claim if a.claim.polarity == "negative" else b.claim)
    return key == "character.fate" and denied not in ("dead", "alive")


def _is_bygone(claim: Claim) -> bool:
    """Whether a hedged date was over when it was told: "was due last year" is no plan that any other could differ from."""
    return claim.certainty is not Certainty.CERTAIN and has_happened(claim)


def _relate_to_denial(relation: Relation, a: Telling) -> Relation:
    """How a claim stands to a denial: "not in 2025" excludes 2025 and its months, and says nothing of 2026 or of a wider date."""
    inner = Relation.WITHIN if a.claim.polarity == "positive" else Relation.CONTAINS
    return Relation.DISJOINT if relation in (Relation.EQUAL, inner) else Relation.UNKNOWN


def _is_settled_date(claim: Claim) -> bool:
    """Whether "no date yet" excludes the date: one told as certain, past or to the day ("it will come in 2025" leaves the day open)."""
    when = date_of(claim)
    if when is None or claim.certainty is not Certainty.CERTAIN:
        return False
    return not is_planned(claim) or when.earliest == when.latest


def _differs_if_hedged(a: Claim, b: Claim) -> Verdict | None:
    return Verdict.DIFFERS if _both_hedged(a, b) else None


def _is_firm(a: Claim, b: Claim) -> bool:
    """Whether one is certain and the other certain or probable."""
    return a.certainty.rank + b.certainty.rank >= Certainty.CERTAIN.rank + Certainty.PROBABLE.rank


def _both_likely(a: Claim, b: Claim) -> bool:
    return Certainty.POSSIBLE not in (a.certainty, b.certainty)


def _both_hedged(a: Claim, b: Claim) -> bool:
    return Certainty.CERTAIN not in (a.certainty, b.certainty)


def term_of(claim: Claim) -> str | None:
    """The term that a claim tells, None where its value is of another kind."""
    return claim.value.term if isinstance(claim.value, TermValue) else None
