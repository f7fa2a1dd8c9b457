"""Claims and findings by their ids, or by beginnings of them that no other shares."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Claim, Finding

SHOWN = 6  # ids in a message


def look_up(given: str, claims: Sequence[Claim], findings: Sequence[Finding]) -> Claim | Finding:
    """The claim or finding of this id; upper case and a beginning that is unique will do. Raises AoudError."""
    wanted = given.strip().lower()
    told: list[Claim | Finding] = [*claims, *findings]
    exact = [item for item in told if item.id == wanted]
    found = exact or [item for item in told if wanted and item.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    named = visible(given[:40])
    if not found:
        raise AoudError(
            f"no claim and no finding has the id '{named}'; `aoud claims --json` and `aoud conflicts --all --json` print the ids"
        )
    listed = ", ".join(f"{item.id} ({'claim' if isinstance(item, Claim) else 'finding'})" for item in found[:SHOWN])
    more = f" and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
    raise AoudError(f"'{named}' begins {listed}{more}; write more of the id")
