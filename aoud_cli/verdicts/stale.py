"""Articles that still tell what others had dropped: a value told again after a later article told it differently."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.findings.moments import is_before
from aoud_cli.model import Claim, Side


def still_told(sides: Sequence[Side]) -> list[tuple[str, str]]:
    """Pairs of articles, sorted: one that repeats a side's value, and one that had told it otherwise in between.

    The value must be surely older than the other one, and the other surely older than the repetition.
    """
    found: dict[str, str] = {}
    for side in sides:
        others = [claim for other in sides if other is not side for claim in other.claims]
        for claim, dropped_by in _repetitions(side.claims, others):
            found.setdefault(claim.source.document, dropped_by.source.document)
    return sorted(found.items())


def _repetitions(claims: Sequence[Claim], others: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """The claims that come after one of the others which itself comes after the first of the claims."""
    told = [(claim.asserted.latest, claim) for claim in claims if claim.asserted.latest is not None]
    if not told:
        return
    first = min(told, key=lambda item: (item[0], item[1].id))[1]
    later = [(claim.asserted.latest, claim) for claim in others if claim.asserted.latest and is_before(first.asserted, claim.asserted)]
    if later:
        dropped_by = min(later, key=lambda item: (item[0], item[1].id))[1]
        yield from ((claim, dropped_by) for claim in claims if is_before(dropped_by.asserted, claim.asserted))
