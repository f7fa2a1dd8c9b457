"""Values and sides in words, for the reason of a finding. Article text is quoted as it is: whoever prints it makes it visible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aoud_cli.findings.dates import say_asserted, say_range
from aoud_cli.findings.facts import Fact
from aoud_cli.findings.voices import independent
from aoud_cli.model import Claim, DateValue, EntityValue, QuantityValue, RelationValue, Side, TermValue, Value

MILLION = 1_000_000


def say_value(value: Value) -> str:
    """A value in a few words."""
    if isinstance(value, DateValue):
        return say_range(value.when)
    if isinstance(value, QuantityValue):
        return _say_quantity(value)
    if isinstance(value, EntityValue):
        return value.name
    if isinstance(value, TermValue):
        return value.term.replace("_", " ")
    return f"{value.relation.replace('_', ' ')} of {value.to.name}" if isinstance(value, RelationValue) else value.text


def say_claim(claim: Claim, value: Value | None = None) -> str:
    """The value of a claim with its denial and hedge: `not 2025 (probable)`."""
    hedge = "" if claim.certainty.rank == 3 else f" ({claim.certainty.value})"
    return f"{say_told(claim, value)}{hedge}"


def say_told(claim: Claim, value: Value | None = None) -> str:
    """The value of a claim with its denial, and without its hedge: `not 2025`."""
    return f"{'not ' if claim.polarity == 'negative' else ''}{say_value(claim.value if value is None else value)}"


def say_side(side: Side, *, dated: bool = False, who: bool = False) -> str:
    """`2025 (probable; wire, blog; on 2025-07-23)`; `who` names the subject in place of the value."""
    first = side.first
    told = f"{'not ' if first.polarity == 'negative' else ''}{first.subject.name}" if who else say_told(first)
    hedge = [] if first.certainty.rank == 3 else [first.certainty.value]
    return f"{told} ({'; '.join([*hedge, say_documents(side), *([say_asserted(first.asserted)] if dated else [])])})"


def say_documents(side: Side) -> str:
    """The articles of a side, the first three by name."""
    return say_some(side.documents)


def say_some(names: Sequence[str], most: int = 3) -> str:
    """The first of many: `wire, blog, daily and 2 more`."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def say_count(claims: Iterable[Claim]) -> str:
    """`4 articles`, `1 article`; where some repeat others' words `4 articles, 2 independent`."""
    told = list(claims)
    articles, speakers = len({claim.source.document for claim in told}), independent(told)
    return f"{articles:,} article{'s' if articles != 1 else ''}" + (f", {speakers:,} independent" if speakers < articles else "")


def _say_quantity(value: QuantityValue) -> str:
    number = f"{value.number / MILLION:.2f}".rstrip("0").rstrip(".") + " million" if value.number >= MILLION else f"{value.number:,}"
    unit = value.unit if value.number == 1 else {"country": "countries"}.get(value.unit, f"{value.unit}s")
    counted = f"rank {number}" if value.unit == "rank" else f"{number} {unit}"
    bound = "" if value.bound == "exactly" else f"{value.bound.replace('_', ' ')} "
    return f"{bound}{counted}" + (f" in {value.window_days} days" if value.window_days is not None else "")


def say_fact(fact: Fact) -> str:
    """`season-2 premiere`, `X occupation (season 2)`; of a part and its performers `X is played by`."""
    if fact.mirrored:
        return f"{fact.subject.name} is played by"
    season = f" (season {fact.season})" if fact.season is not None and fact.subject.kind != "season" else ""
    part = "" if fact.part is None else f" part {fact.part}"
    return f"{fact.subject.name}{part} {fact.key.split('.')[1].replace('_', ' ')}{season}"
