"""How two figures stand to each other: totals that grow with their window, ranks of one chart, counts with a bound."""

from __future__ import annotations

import enum
import math
import re
from functools import lru_cache
from typing import Final

from aoud_cli.english import numbers, pattern
from aoud_cli.model import QuantityValue


class Relation(str, enum.Enum):
    """How a first value stands to a second: `within` says that the first lies inside the second."""

    EQUAL = "equal"
    WITHIN = "within"
    CONTAINS = "contains"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    UNKNOWN = "unknown"

    @property
    def mirror(self) -> Relation:
        """The same relation seen from the second value."""
        return {Relation.WITHIN: Relation.CONTAINS, Relation.CONTAINS: Relation.WITHIN}.get(self, self)


REMEMBERED: Final = 1 << 14  # figures: every one is held against many
AUDIENCE: Final = ("viewership.hours", "viewership.views", "viewership.households", "viewership.viewers")
TOTALS: Final = frozenset({"hour", "view", "household", "viewer"})  # their units
MONTH_DAYS: Final = (28, 31)  # "its first month" in February and in January
ABOUT_SHARE: Final = 0.1  # "about 12 episodes" admits 11 and 13, hardly 10
WRITTEN_RE: Final = pattern(r"(\d[\d,]*)(?:\.(\d+))?[\s-]*([a-z]+)?", re.IGNORECASE)
MONTH_RE: Final = pattern(r"\bmonth\b", re.IGNORECASE)


def relate_figures(predicate_key: str, a: QuantityValue, b: QuantityValue) -> Relation:
    """How two figures of one predicate stand to each other; figures of two units are unknown to each other."""
    if a.unit != b.unit:
        return Relation.UNKNOWN
    if predicate_key in ("viewership.views", "viewership.households", "viewership.viewers") and a.per != b.per:
        return Relation.UNKNOWN  # the viewers of one broadcast are no total of a season
    if predicate_key in AUDIENCE:
        return _relate_totals(a, b)
    if predicate_key in ("viewership.countries", "viewership.rank"):
        return _relate_charted(a, b)
    if predicate_key == "episodes.runtime_minutes":
        # "53 to 72 minutes" is two claims of one article, and an episode of 40 is a third: they can all be true.
        return Relation.EQUAL if a.number == b.number else Relation.UNKNOWN
    return relate_bounds(_admitted(a), _admitted(b), same_number=a.number == b.number)


def relate_bounds(a: tuple[float, float], b: tuple[float, float], *, same_number: bool = False) -> Relation:
    """How two closed intervals stand to each other; `same_number` makes any two that meet equal ("12" and "about 12")."""
    if a == b:
        return Relation.EQUAL
    if a[1] < b[0] or b[1] < a[0]:
        return Relation.DISJOINT
    if same_number:
        return Relation.EQUAL
    if b[0] <= a[0] and a[1] <= b[1]:
        return Relation.WITHIN
    if a[0] <= b[0] and b[1] <= a[1]:
        return Relation.CONTAINS
    return Relation.OVERLAPS


def same_total(a: QuantityValue, b: QuantityValue) -> bool:
    """Whether two figures agree to one unit of the coarser one's last written digit: 560 million and 560.78 million do."""
    return abs(a.number - b.number) <= max(written_unit(a), written_unit(b))


def written_unit(value: QuantityValue) -> int:
    """What one step of the last digit is worth with which a figure was written: 10,000 of "474.26 million", 10,000,000 of "56 crore"."""
    return _unit_written(value.text, value.number)


@lru_cache(maxsize=REMEMBERED)
def _unit_written(text: str, number: int) -> int:
    for whole, fraction, word in WRITTEN_RE.findall(text):
        scale = numbers("scales").get(word.casefold(), 1)
        amount = float(f"{whole.replace(',', '')}.{fraction or 0}") * scale
        if math.isclose(amount, number, rel_tol=1e-6):
            return scale // 10 ** len(fraction) if scale > 1 else _rounded_unit(number)
    return _rounded_unit(number)


def _rounded_unit(number: int) -> int:
    """The place of the last digit that isn't zero: "more than 90 countries" was rounded to tens, 560,780,000 to ten thousands.

    600,000,000 in full is no closer to 560,000,000 than 600 million is to 560 million: three digits are held to be meant.
    """
    unit = 1
    while number and number % (unit * 10) == 0 and unit * 10 <= max(10, number // 100):
        unit *= 10
    return unit


WEEK = 8  # days, of a week that two dates bound
_SPAN_RE = pattern(r"\b{stretches_of_windows}\b")


@lru_cache(maxsize=REMEMBERED)
def _window(text: str, days: int | None) -> tuple[int, int] | None:
    """The days that the figure may count, first and last possible length."""
    if days is None:
        return None
    in_month = MONTH_DAYS[0] <= days <= MONTH_DAYS[1]
    return MONTH_DAYS if in_month and MONTH_RE.search(text) else (days, days)


def _relate_totals(a: QuantityValue, b: QuantityValue) -> Relation:
    """Running totals: the longer window can't have the smaller number; "over 474.26 million" makes no room for 560 million."""
    first, second = _window(a.text, a.window_days), _window(b.text, b.window_days)
    if first is None or second is None:
        return Relation.EQUAL if same_total(a, b) else Relation.UNKNOWN
    one_window = first[0] <= second[1] and second[0] <= first[1]
    if same_total(a, b):
        return Relation.EQUAL if one_window or _both_months(first, second) else Relation.UNKNOWN
    if _is_of_some_days(a) or _is_of_some_days(b):
        return Relation.UNKNOWN
    if one_window:
        return Relation.DISJOINT
    shorter, longer = (a, b) if first[1] < second[0] else (b, a)
    return Relation.DISJOINT if longer.number < shorter.number else Relation.UNKNOWN


def _is_of_some_days(total: QuantityValue) -> bool:
    """Whether the days of a total are told by their dates, and may be any of a run: `Week 2 (Feb 20-26): 162,400,000 hours`."""
    is_streamed = total.unit in ("hour", "view") and 0 < (total.window_days or 0) <= WEEK
    return is_streamed and _SPAN_RE.search(total.text.lower()) is None


def _both_months(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether both windows are a month long: 28 days and 30 days are two wordings of it where the figure is the same."""
    return all(MONTH_DAYS[0] <= days <= MONTH_DAYS[1] for days in (*first, *second))


def _relate_charted(a: QuantityValue, b: QuantityValue) -> Relation:
    """Ranks exclude each other within one chart (territory, list and period, all told), counts of countries within one measure."""
    mine, others = _chart_of(a), _chart_of(b)
    differ = any(one and other and one != other for one, other in zip(mine, others, strict=True))
    if (a.number, a.bound) == (b.number, b.bound):
        return Relation.UNKNOWN if differ else Relation.EQUAL
    if a.unit == "rank":
        return Relation.DISJOINT if not differ and all((*mine, *others)) else Relation.UNKNOWN
    one_measure = None not in (a.chart, b.chart, a.window_days) and a.window_days == b.window_days
    return relate_bounds(_admitted(a), _admitted(b)) if one_measure and not differ else Relation.UNKNOWN


def _chart_of(value: QuantityValue) -> tuple[str, ...]:
    """Territory, list and period of a rank, '' for what is not told."""
    return tuple((part or "").casefold() for part in (value.territory, value.chart, value.period))


def _admitted(value: QuantityValue) -> tuple[float, float]:
    """The numbers that a count's words admit: "at least 8" is 8 and all above."""
    number = float(value.number)
    if value.bound in ("over", "at_least"):
        return number, math.inf
    if value.bound in ("under", "at_most"):
        return -math.inf, number
    slack = number * ABOUT_SHARE if value.bound == "about" else 0.0
    return number - slack, number + slack
