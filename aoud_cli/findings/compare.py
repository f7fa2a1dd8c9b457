"""The verdict on two claims of one fact: the verdict table as code. Every command compares through `judge`."""

from __future__ import annotations

from typing import Final

from aoud_cli.findings.facts import PLAYS, Telling
from aoud_cli.findings.moments import are_ordered, date_of, has_happened, in_same_article, is_before, is_planned, on_same_day
from aoud_cli.findings.relate import SOFT_TERMS, Relation, relate
from aoud_cli.model import Asserted, Certainty, Claim, TermValue, Verdict
from aoud_cli.topics import FACTS

INSIDE: Final = frozenset({Relation.WITHIN, Relation.CONTAINS})
# `uncertain` excludes nothing, but "not known" in 2022 and "out" in 2025 is news; a fate told as uncertain stays a cliffhanger.
NEWS_AFTER_SOFT: Final = frozenset({"cast.status", "production.status"})


def relate_tellings(key: str, a: Telling, b: Telling) -> Relation:
    """How the values of two claims of one fact stand to each other, with their polarity and certainty weighed."""
    relation = relate(key, a.value, b.value)
    if a.claim.polarity != b.claim.polarity:
        return Relation.UNKNOWN if _is_soft_denial(key, a, b) else _relate_to_denial(relation, a)
    if a.claim.polarity == "negative":
        return relation if relation is Relation.EQUAL else Relation.UNKNOWN
    unannounced = _term(a.claim) == "unannounced", _term(b.claim) == "unannounced"
    if relation is Relation.DISJOINT and any(unannounced):
        dated = b.claim if unannounced[0] else a.claim
        return relation if _is_settled_date(dated) else Relation.UNKNOWN
    return relation


def judge(key: str, a: Telling, b: Telling) -> Verdict | None:
    """The verdict on two claims of one fact, the same from either side; None where both can stand, or nothing can be said."""
    relation = relate_tellings(key, a, b)
    if relation is Relation.EQUAL:
        return Verdict.AGREES
    if relation in INSIDE and a.claim.polarity == b.claim.polarity:
        return Verdict.REFINES
    if relation is Relation.DISJOINT:
        return _judge_excluding(key, a.claim, b.claim)
    news = key in NEWS_AFTER_SOFT and _term(a.claim) != _term(b.claim) and bool({_term(a.claim), _term(b.claim)} & SOFT_TERMS)
    return Verdict.CHANGED if news and are_ordered(a.claim, b.claim) and _both_likely(a.claim, b.claim) else None


def _judge_excluding(key: str, a: Claim, b: Claim) -> Verdict | None:
    """The verdict on two values that exclude each other."""
    if _is_fixed(key, a, b):
        return _judge_fixed(key, a, b)
    if _is_bygone(a) or _is_bygone(b):
        return None
    if are_ordered(a, b):
        # "Might be 2025" and later "late 2026": a guess that moved is no change of plan.
        return Verdict.CHANGED if _both_likely(a, b) else _differs_if_hedged(a, b)
    if in_same_article(a, b):
        return _judge_one_article(key, a, b)
    return Verdict.CONTRADICTS if on_same_day(a, b) and _is_firm(a, b) else Verdict.DIFFERS


def _judge_fixed(key: str, a: Claim, b: Claim) -> Verdict | None:
    """Of a fixed fact or a total: two certain claims contradict, as does a certain and a probable one; never a possible one."""
    if key == PLAYS and in_same_article(a, b):
        return None  # two parts of one performer, or a part and its younger self
    if _is_firm(a, b):
        return Verdict.CONTRADICTS
    if in_same_article(a, b):
        return None
    return Verdict.DIFFERS if _both_hedged(a, b) or not are_ordered(a, b) else None


def _judge_one_article(key: str, a: Claim, b: Claim) -> Verdict | None:
    """Of a state or plan in one article: alternatives that it weighs ("mid-2024, or 2025 if ...") are no finding."""
    if not (a.certainty is Certainty.CERTAIN and b.certainty is Certainty.CERTAIN):
        return None
    # An article that tells how a state moved on tells both: "not started by 2024, now under way".
    dates_only = FACTS.get(key) == "plan" and date_of(a) is not None and date_of(b) is not None
    return Verdict.CONTRADICTS if dates_only else Verdict.DIFFERS


def _is_fixed(key: str, a: Claim, b: Claim) -> bool:
    """Whether the fact can't move between the two claims: a plan that has happened is fixed, a denial may be overtaken."""
    kind = FACTS.get(key)
    if key == "renewal.announced" and a.polarity != b.polarity:
        return False  # "nothing has been ordered yet" in February, renewed in June
    if kind == "plan":
        return (has_happened(a) and has_happened(b)) or _outlives(a, b) or _outlives(b, a)
    return kind in ("fixed", "total", "many")


def _outlives(dated: Claim, other: Claim) -> bool:
    """Whether `other` says `unannounced` after the day on which `dated` says that it happened."""
    when = date_of(dated)
    if when is None or when.latest is None or not has_happened(dated) or _term(other) != "unannounced":
        return False
    return is_before(Asserted(when.earliest, when.latest), other.asserted)


def _is_soft_denial(key: str, a: Telling, b: Telling) -> bool:
    """Whether a fate is denied that goes with the others: "neither human nor zombie" denies no hybrid; life and death do exclude."""
    denied = _term(a.claim if a.claim.polarity == "negative" else b.claim)
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


def _term(claim: Claim) -> str | None:
    return claim.value.term if isinstance(claim.value, TermValue) else None
