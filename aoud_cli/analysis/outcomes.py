"""How a corpus can stand to one claim of a draft."""

from __future__ import annotations

import enum


class Outcome(str, enum.Enum):
    """The outcomes, the gravest first."""

    CONTRADICTED = "contradicted"
    OUTDATED = "outdated"
    DISPUTED = "disputed"
    DIFFERS = "differs"
    NEWER = "newer"
    NEW = "new"
    SUPPORTED = "supported"


FAULTS = frozenset({Outcome.CONTRADICTED, Outcome.OUTDATED})
