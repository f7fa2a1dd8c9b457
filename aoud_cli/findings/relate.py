"""How two values of one predicate stand to each other. What a claim adds (its certainty, its day) is weighed in `compare`."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from aoud_cli.english import values, words
from aoud_cli.findings.figures import REMEMBERED, Relation, relate_bounds, relate_figures
from aoud_cli.model import DateRange, DateValue, EntityValue, QuantityValue, RelationValue, TermValue, TextValue, Value
from aoud_cli.predicates import FACTS

__all__ = ["Relation", "is_description", "relate", "relate_ranges", "squash_words"]

WEB_COMICS: Final = frozenset(words("web_comics"))
SOFT_TERMS: Final = frozenset({"uncertain", "delayed"})  # they exclude nothing: delayed and underway are told of one shoot
FATES_EXCLUDED_BY_DEATH: Final = frozenset({"alive", "returns"})


@cache
def _inverses() -> tuple[tuple[frozenset[str], ...], ...]:
    """The words of each relation that is told from two ends."""
    ends = (line.split(" | ") for line in words("relation_ends"))
    return tuple(tuple(frozenset(word.replace("_", " ") for word in end.split()) for end in pair) for pair in ends)


def relate(predicate_key: str, a: Value, b: Value) -> Relation:
    """How value `a` stands to value `b` under a predicate such as `release.premiere`; `relate(k, b, a)` is its mirror.

    Relations are those of one pair of people, told from either end (`facts` groups them so).
    """
    if FACTS.get(predicate_key) == "interval":
        return Relation.UNKNOWN  # each is counted to its own article's day
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return relate_ranges(a.when, b.when)
    if isinstance(a, QuantityValue) and isinstance(b, QuantityValue):
        return relate_figures(predicate_key, a, b)
    if isinstance(a, TermValue) and isinstance(b, TermValue):
        return _relate_terms(predicate_key, a.term, b.term)
    if isinstance(a, RelationValue) and isinstance(b, RelationValue):
        return _relate_relations(a, b)
    return _relate_mixed(predicate_key, a, b)


def relate_ranges(a: DateRange, b: DateRange) -> Relation:
    """How two stretches of days stand to each other; an open end reaches to infinity, a date without ends is unknown."""
    if a == DateRange(None, None) or b == DateRange(None, None):
        return Relation.UNKNOWN
    return relate_bounds(_ends(a), _ends(b))


def is_description(name: str) -> bool:
    """Whether a part is described and not named: "university senior" has a word in lower case, "Pyo Do-yun" has none."""
    return any(word[0].islower() for word in re.findall(r"[^\W\d_][\w'’-]*", name))


@lru_cache(maxsize=REMEMBERED)
def squash_words(text: str) -> frozenset[str]:
    """The words of a free text without case, articles and plural s: "university seniors" is "a university senior".

    "A college student" and "at university" say the same, and so less exactly does "a student".
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    plain = (word.rstrip("s") or word for word in re.findall(r"\w+", folded) if word not in words("small_words"))
    told = frozenset(values("same_callings").get(word, word) for word in plain)
    return told | {"student"} if "university" in told else told


def _ends(when: DateRange) -> tuple[float, float]:
    low = -math.inf if when.earliest is None else when.earliest.toordinal()
    return low, math.inf if when.latest is None else when.latest.toordinal()


def _relate_terms(predicate_key: str, a: str, b: str) -> Relation:
    if a == b or (predicate_key == "source.based_on" and {a, b} <= WEB_COMICS):
        return Relation.EQUAL
    if SOFT_TERMS & {a, b} or FACTS.get(predicate_key) == "many":
        return Relation.UNKNOWN
    if predicate_key == "character.fate":
        return Relation.DISJOINT if "dead" in (a, b) and FATES_EXCLUDED_BY_DEATH & {a, b} else Relation.UNKNOWN
    narrow, broad = _NARROWER.get(predicate_key, (frozenset(), ""))
    if broad in (a, b) and {a, b} & narrow:
        return Relation.CONTAINS if a == broad else Relation.WITHIN
    return Relation.DISJOINT


# Of a predicate terms that say more exactly what another says.
_NARROWER = {"production.status": (frozenset({"scheduled"}), "not_started"), "source.based_on": (WEB_COMICS | {"manga"}, "comic")}


def _relate_mixed(predicate_key: str, a: Value, b: Value) -> Relation:
    """A term against a date; all else by its names."""
    if isinstance(a, TermValue) and isinstance(b, DateValue):
        return _relate_term_to_date(a)
    if isinstance(a, DateValue) and isinstance(b, TermValue):
        return _relate_term_to_date(b).mirror
    return _relate_names(predicate_key, a, b)


def _relate_term_to_date(term: TermValue) -> Relation:
    """`announced` holds any day of the announcement; `unannounced` excludes a date, which `compare` asks to be a certain one."""
    return {"announced": Relation.CONTAINS, "unannounced": Relation.DISJOINT}.get(term.term, Relation.UNKNOWN)


def _relate_relations(a: RelationValue, b: RelationValue) -> Relation:
    first, second = a.relation.casefold(), b.relation.casefold()
    if a.to.id == b.to.id:
        return Relation.EQUAL if first == second else _relate_closeness(first, second)
    directed = [(one, other) for one, other in _inverses() if {first, second} & (one | other)]
    if not directed:
        return Relation.EQUAL if first == second else Relation.UNKNOWN
    ways = [*directed, *((other, one) for one, other in directed)]
    return Relation.EQUAL if any(first in one and second in other for one, other in ways) else Relation.UNKNOWN


def _relate_closeness(first: str, second: str) -> Relation:
    """`younger brother` says more exactly what `brother` says; `half-brother` and `former wife` say another thing."""
    (*closer, kin), (*other, same) = first.split(), second.split()
    if kin != same or not {*closer, *other} <= {*words("closer_kin")}:
        return Relation.UNKNOWN
    return Relation.WITHIN if {*other} < {*closer} else Relation.CONTAINS if {*closer} < {*other} else Relation.UNKNOWN


def _relate_names(predicate_key: str, a: Value, b: Value) -> Relation:
    """Entities by id, all else by its words: only two named people or parts of a fixed fact exclude each other."""
    if isinstance(a, EntityValue) and isinstance(b, EntityValue) and a.id == b.id:
        return Relation.EQUAL
    first, second = _name_of(a), _name_of(b)
    if first is None or second is None:
        return Relation.UNKNOWN
    one = squash_words(first)
    if one and one == squash_words(second):
        return Relation.EQUAL
    if {type(a), type(b)} == {TextValue}:
        return _relate_free_texts(one, squash_words(second))
    is_fixed = {type(a), type(b)} == {EntityValue} and FACTS.get(predicate_key) == "fixed"
    return Relation.DISJOINT if is_fixed and _are_two(first, second) else Relation.UNKNOWN


def _are_two(first: str, second: str) -> bool:
    """Whether names are surely of two: a given name may be of a full one that nobody resolved; a described part may be any named one."""
    one, other = squash_words(first), squash_words(second)
    if one <= other or other <= one or is_description(first) or is_description(second):
        return False
    return not may_be_one(first, second)


NEAR: Final = 80  # of 100: a slip of a letter in a full name; two people of one family stay under it


@lru_cache(maxsize=REMEMBERED)
def may_be_one(a: str, b: str) -> bool:
    """Whether two names may be one person's: by another romanisation, or with a letter or two amiss."""
    from rapidfuzz import fuzz

    from aoud_cli.names.sameness import compare_names
    from aoud_cli.names.spelling import squash

    return compare_names(a, b) != "different" or fuzz.ratio(squash(a), squash(b)) >= NEAR


def _relate_free_texts(a: frozenset[str], b: frozenset[str]) -> Relation:
    """Free texts never exclude each other; "university freshman" says more exactly what "university student" says."""
    if not a or not b or (a ^ b).intersection(words("turning_words")):
        return Relation.UNKNOWN
    if b < a:
        return Relation.WITHIN
    return Relation.CONTAINS if a < b else Relation.UNKNOWN


def _name_of(value: Value) -> str | None:
    if isinstance(value, EntityValue):
        return value.name
    if isinstance(value, TermValue):
        return value.term
    return value.text if isinstance(value, TextValue) else None
