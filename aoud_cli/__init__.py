"""aoud: read articles about a series, take their claims apart, and say where they contradict one another.

    analyse(["my-articles/"])                   an Analysis: the articles dated, their claims, and the findings
    check_drafts(["draft.md"], ["articles/"])   a Check: how the articles stand to each claim of the draft
    explain(analysis, [id])                     how a claim was read, what was weighed for a finding
    score("gold/", ["articles/"])               how the claims stand to what careful readers found
    find_dates(text), compare_names(a, b)       the two readers alone

Every name below is loaded when it is first used, so that `import aoud_cli` costs nothing.

The house, from the ground up; no floor knows one above it:

    model, predicates, ground/, english/    the records that pass between the floors, what every floor needs, and English words
    names/, profiles/                       whom a name names, and what is known of a show
    spans/                                  sentences, and the names, dates and figures in them
    articles/                               files made articles, and the day that each states
    claims/, rules/                         what a sentence states
    findings/, verdicts/                    how claims stand to one another
    people/, analysis/, scoring/            who is who; all of the above over a corpus; claims held against gold
    output/, views/, cli/                   words and layouts; what each command shows, a file a command; the commands
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from aoud_cli.analysis.check import Checked as Checked
    from aoud_cli.analysis.drafts import Check as Check, check_drafts as check_drafts
    from aoud_cli.analysis.explain import explain as explain
    from aoud_cli.analysis.outcomes import Outcome as Outcome
    from aoud_cli.analysis.pipeline import Analysis as Analysis, analyse as analyse
    from aoud_cli.articles.read import read_corpus as read_corpus
    from aoud_cli.claims.extract import extract as extract
    from aoud_cli.claims.unread import Coverage as Coverage, cover as cover
    from aoud_cli.findings.voices import independent as independent
    from aoud_cli.model import (
        AoudError as AoudError,
        Article as Article,
        Asserted as Asserted,
        Certainty as Certainty,
        Claim as Claim,
        Corpus as Corpus,
        DateRange as DateRange,
        Entity as Entity,
        Finding as Finding,
        Severity as Severity,
        Side as Side,
        Skipped as Skipped,
        Verdict as Verdict,
    )
    from aoud_cli.names.profile import Profile as Profile
    from aoud_cli.names.profile_file import load_profile as load_profile
    from aoud_cli.names.sameness import compare_names as compare_names
    from aoud_cli.scoring.score import score as score
    from aoud_cli.scoring.tally import Score as Score
    from aoud_cli.spans.dates.find import find_dates as find_dates, parse_date as parse_date
    from aoud_cli.verdicts.find import find as find_findings  # noqa: F401

# Where the public names live.
_HOMES = {
    "analysis.check": "Checked",
    "analysis.drafts": "Check check_drafts",
    "analysis.explain": "explain",
    "analysis.outcomes": "Outcome",
    "analysis.pipeline": "Analysis analyse",
    "articles.read": "read_corpus",
    "claims.extract": "extract",
    "claims.unread": "Coverage cover",
    "findings.voices": "independent",
    "model": "AoudError Article Asserted Certainty Claim Corpus DateRange Entity Finding Severity Side Skipped Verdict",
    "names.profile": "Profile",
    "names.profile_file": "load_profile",
    "names.sameness": "compare_names",
    "scoring.score": "score",
    "scoring.tally": "Score",
    "spans.dates.find": "find_dates parse_date",
    "verdicts.find": "find_findings",
}
_PUBLIC = {name: home for home, names in _HOMES.items() for name in names.split()}
_CALLED = {"find_findings": "find"}  # what is called otherwise at home


def __getattr__(name: str) -> object:
    """The public name, imported from its home and kept."""
    if name == "__all__":
        return sorted(_PUBLIC)
    if name not in _PUBLIC:
        raise AttributeError(f"module 'aoud_cli' has no attribute {name!r}")
    value: object = getattr(import_module(f"aoud_cli.{_PUBLIC[name]}"), _CALLED.get(name, name))
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
