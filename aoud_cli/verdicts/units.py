"""One number told in two units over one window: 1.65 billion hours here, 1.65 billion views there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

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
        if claim.key in AUDIENCE and claim.season is not None and isinstance(value, QuantityValue) and value.window_days is not None:
            if claim.certainty is Certainty.CERTAIN and claim.polarity == "positive":
                told[claim.season, value.number, value.window_days][claim.key].append(claim)
    found = []
    for units in (told[place] for place in sorted(told)):
        articles = [{origin_of(claim) for claim in group} for group in units.values()]
        if len(units) > 1 and not set.intersection(*articles):
            sides = sort_sides(make_side(group) for group in units.values())
            first = sides[0].first
            words = " against ".join(say_side(side) for side in sides)
            because = Reason.of("differs.units", fact=first.subject.name, sides=words)
            found.append(make_finding(Verdict.DIFFERS, first.key, first.subject, first.season, first.part, because, sides))
    return found
