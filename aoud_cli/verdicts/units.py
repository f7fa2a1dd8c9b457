"""One number told in two units over one window: 1.65 billion hours here, 1.65 billion views there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from aoud_cli.findings.build import make_finding, make_side, sort_sides
from aoud_cli.findings.figures import AUDIENCE
from aoud_cli.findings.moments import origin_of
from aoud_cli.findings.words import say_side
from aoud_cli.model import Certainty, Claim, Finding, QuantityValue, Reason, Verdict


def find_unit_slips(claims: Iterable[Claim]) -> list[Finding]:
    """One finding a number: its sides are the units, the earliest told first. One article that tells both tells two things."""
    told: defaultdict[tuple[int, int, int], dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        value = claim.value
        is_sure = claim.certainty is Certainty.CERTAIN and claim.polarity == "positive"
        if claim.key in AUDIENCE and claim.season is not None and is_sure and isinstance(value, QuantityValue):
            if value.window_days is not None:
                told[claim.season, value.number, value.window_days][claim.key].append(claim)
    return [_slip(list(told[place].values())) for place in sorted(told) if _is_slip(told[place].values())]


def _is_slip(units: Collection[list[Claim]]) -> bool:
    """Whether a number is told in several units, and by no article in all of them."""
    return len(units) > 1 and not set.intersection(*({origin_of(claim) for claim in group} for group in units))


def _slip(units: Sequence[list[Claim]]) -> Finding:
    sides = sort_sides(map(make_side, units))
    first = sides[0].first
    because = Reason.of("differs.units", fact=first.subject.name, sides=" against ".join(map(say_side, sides)))
    return make_finding(Verdict.DIFFERS, first.key, first.subject, first.season, first.part, because, sides)
