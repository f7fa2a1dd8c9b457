"""aoud: read articles about a series, take their claims apart, and say where they contradict one another.

Every name below is loaded when it is first used, so that `import aoud_cli` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from aoud_cli.articles import read_corpus
    from aoud_cli.claims.coverage import Coverage, cover
    from aoud_cli.claims.extract import extract
    from aoud_cli.drafts import Check, check_drafts
    from aoud_cli.findings.check import Checked
    from aoud_cli.findings.explain import explain
    from aoud_cli.findings.verdicts import find as find_findings
    from aoud_cli.findings.voices import independent
    from aoud_cli.model import (
        AoudError,
        Article,
        Asserted,
        Certainty,
        Claim,
        Corpus,
        DateRange,
        Entity,
        Finding,
        Severity,
        Side,
        Skipped,
        Verdict,
    )
    from aoud_cli.pipeline import Analysis, analyse
    from aoud_cli.profile import Profile, load_profile
    from aoud_cli.scoring.score import score
    from aoud_cli.scoring.tally import Score
    from aoud_cli.spans.dates import find_dates, parse_date
    from aoud_cli.spans.names import compare_names

# Public name -> (module, name there).
_HOMES: dict[str, tuple[str, str]] = {
    "Analysis": ("aoud_cli.pipeline", "Analysis"),
    "AoudError": ("aoud_cli.model", "AoudError"),
    "Article": ("aoud_cli.model", "Article"),
    "Asserted": ("aoud_cli.model", "Asserted"),
    "Certainty": ("aoud_cli.model", "Certainty"),
    "Check": ("aoud_cli.drafts", "Check"),
    "Checked": ("aoud_cli.findings.check", "Checked"),
    "Claim": ("aoud_cli.model", "Claim"),
    "Corpus": ("aoud_cli.model", "Corpus"),
    "Coverage": ("aoud_cli.claims.coverage", "Coverage"),
    "DateRange": ("aoud_cli.model", "DateRange"),
    "Entity": ("aoud_cli.model", "Entity"),
    "Finding": ("aoud_cli.model", "Finding"),
    "Profile": ("aoud_cli.profile", "Profile"),
    "Score": ("aoud_cli.scoring.tally", "Score"),
    "Severity": ("aoud_cli.model", "Severity"),
    "Side": ("aoud_cli.model", "Side"),
    "Skipped": ("aoud_cli.model", "Skipped"),
    "Verdict": ("aoud_cli.model", "Verdict"),
    "analyse": ("aoud_cli.pipeline", "analyse"),
    "check_drafts": ("aoud_cli.drafts", "check_drafts"),
    "compare_names": ("aoud_cli.spans.names", "compare_names"),
    "cover": ("aoud_cli.claims.coverage", "cover"),
    "explain": ("aoud_cli.findings.explain", "explain"),
    "extract": ("aoud_cli.claims.extract", "extract"),
    "find_dates": ("aoud_cli.spans.dates", "find_dates"),
    "find_findings": ("aoud_cli.findings.verdicts", "find"),
    "independent": ("aoud_cli.findings.voices", "independent"),
    "load_profile": ("aoud_cli.profile", "load_profile"),
    "parse_date": ("aoud_cli.spans.dates", "parse_date"),
    "read_corpus": ("aoud_cli.articles", "read_corpus"),
    "score": ("aoud_cli.scoring.score", "score"),
}

__all__ = [
    "Analysis",
    "AoudError",
    "Article",
    "Asserted",
    "Certainty",
    "Check",
    "Checked",
    "Claim",
    "Corpus",
    "Coverage",
    "DateRange",
    "Entity",
    "Finding",
    "Profile",
    "Score",
    "Severity",
    "Side",
    "Skipped",
    "Verdict",
    "__version__",
    "analyse",
    "check_drafts",
    "compare_names",
    "cover",
    "explain",
    "extract",
    "find_dates",
    "find_findings",
    "independent",
    "load_profile",
    "parse_date",
    "read_corpus",
    "score",
]


def __getattr__(name: str) -> object:
    """The public name, imported from its home and kept."""
    if name not in _HOMES:
        raise AttributeError(f"module 'aoud_cli' has no attribute {name!r}")
    module, inner = _HOMES[name]
    value: object = getattr(import_module(module), inner)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(set(globals()) | set(__all__))
