"""Claims and findings explained, by their ids or by beginnings of them that no other shares."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aoud_cli.analysis.explain_claim import ClaimExplained, explain_claim
from aoud_cli.analysis.explain_finding import FindingExplained, explain_finding
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Claim, Finding
from aoud_cli.verdicts.single import find_single

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

Explained = ClaimExplained | FindingExplained
SHOWN = 6  # ids in a message


def explain(analysis: Analysis, ids: Sequence[str]) -> list[Explained]:
    """The explanations of these claims and findings, also of what one article alone says. Raises AoudError for an unknown id.

    The articles are read again for the traces of claims: what is kept of an earlier reading has none.
    """
    findings = [*analysis.findings, *find_single(analysis.claims, analysis.findings)]
    asked = [look_up(given, analysis.claims, findings) for given in ids]
    articles = {article.document: article for article in analysis.corpus.articles}
    traces = {}
    if any(isinstance(item, Claim) for item in asked):
        from aoud_cli.claims.extract import trace_all

        traces = trace_all(analysis.corpus.articles, analysis.profile)
    return [
        explain_finding(item)
        if isinstance(item, Finding)
        else explain_claim(item, traces[item.id], articles[item.source.document], analysis.claims, analysis.findings)
        for item in asked
    ]


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
