"""aoud: read articles about a series, take their claims apart, and say where they contradict one another.

    analyse(["my-articles/"])                   an Analysis: the articles dated, their claims, and the findings
    check_drafts(["draft.md"], ["articles/"])   a Check: how the articles stand to each claim of the draft
    explain(analysis, [id])                     how a claim was read, what was weighed for a finding
    score("gold/", ["articles/"])               how the claims stand to what careful readers found
    find_dates(text), compare_names(a, b)       the two readers alone

Every name below is loaded when it is first used, so that `import aoud_cli` costs nothing.

The house, from the ground up; no floor knows one above it:

    model, predicates, ground/              the records that pass between the floors, and what every floor needs
    names/, profiles/                       whom a name names, and what is known of a show
    spans/                                  names, dates and figures in a sentence
    articles/                               files made articles, and the day that each states
    claims/, rules/                         what a sentence states
    findings/, verdicts/                    how claims stand to one another
    people/, analysis/, scoring/            who is who; all of the above over a corpus; claims held against gold
    output/, cli/                           what was found in every format; the commands
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from aoud_cli.analysis.check import Checked
    from aoud_cli.analysis.drafts import Check, check_drafts
    from aoud_cli.analysis.explain import explain
    from aoud_cli.analysis.outcomes import Outcome
    from aoud_cli.analysis.pipeline import Analysis, analyse
    from aoud_cli.articles.read import read_corpus
    from aoud_cli.claims.extract import extract
    from aoud_cli.claims.unread import Coverage, cover
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
    from aoud_cli.names.profile import Profile, load_profile
    from aoud_cli.names.sameness import compare_names
    from aoud_cli.scoring.score import score
    from aoud_cli.scoring.tally import Score
    from aoud_cli.spans.dates.find import find_dates, parse_date
    from aoud_cli.verdicts.find import find as find_findings

# Public name -> (module, name there).
_HOMES: dict[str, tuple[str, str]] = {
    "Analysis": ("aoud_cli.analysis.pipeline", "Analysis"),
    "AoudError": ("aoud_cli.model", "AoudError"),
    "Article": ("aoud_cli.model", "Article"),
    "Asserted": ("aoud_cli.model", "Asserted"),
    "Certainty": ("aoud_cli.model", "Certainty"),
    "Check": ("aoud_cli.analysis.drafts", "Check"),
    "Checked": ("aoud_cli.analysis.check", "Checked"),
    "Claim": ("aoud_cli.model", "Claim"),
    "Corpus": ("aoud_cli.model", "Corpus"),
    "Coverage": ("aoud_cli.claims.unread", "Coverage"),
    "DateRange": ("aoud_cli.model", "DateRange"),
    "Entity": ("aoud_cli.model", "Entity"),
    "Finding": ("aoud_cli.model", "Finding"),
    "Outcome": ("aoud_cli.analysis.outcomes", "Outcome"),
    "Profile": ("aoud_cli.names.profile", "Profile"),
    "Score": ("aoud_cli.scoring.tally", "Score"),
    "Severity": ("aoud_cli.model", "Severity"),
    "Side": ("aoud_cli.model", "Side"),
    "Skipped": ("aoud_cli.model", "Skipped"),
    "Verdict": ("aoud_cli.model", "Verdict"),
    "analyse": ("aoud_cli.analysis.pipeline", "analyse"),
    "check_drafts": ("aoud_cli.analysis.drafts", "check_drafts"),
    "compare_names": ("aoud_cli.names.sameness", "compare_names"),
    "cover": ("aoud_cli.claims.unread", "cover"),
    "explain": ("aoud_cli.analysis.explain", "explain"),
    "extract": ("aoud_cli.claims.extract", "extract"),
    "find_dates": ("aoud_cli.spans.dates.find", "find_dates"),
    "find_findings": ("aoud_cli.verdicts.find", "find"),
    "independent": ("aoud_cli.findings.voices", "independent"),
    "load_profile": ("aoud_cli.names.profile", "load_profile"),
    "parse_date": ("aoud_cli.spans.dates.find", "parse_date"),
    "read_corpus": ("aoud_cli.articles.read", "read_corpus"),
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
    "Outcome",
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
