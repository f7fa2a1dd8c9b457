"""Claims and findings explained, by their ids."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aoud_cli.analysis.explain_claim import ClaimExplained, explain_claim, look_at
from aoud_cli.analysis.explain_finding import FindingExplained, explain_finding
from aoud_cli.analysis.lookup import look_up
from aoud_cli.model import Finding
from aoud_cli.verdicts.single import find_single

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.claims.context import View

Explained = ClaimExplained | FindingExplained


def explain(analysis: Analysis, ids: Sequence[str]) -> list[Explained]:
    """The explanations of these claims and findings, also of what one article alone says. Raises AoudError for an unknown id."""
    findings = [*analysis.findings, *find_single(analysis.claims, analysis.findings)]
    articles = {article.document: article for article in analysis.corpus.articles}
    seen: dict[str, View] = {}
    items: list[Explained] = []
    for item in [look_up(given, analysis.claims, findings) for given in ids]:
        if isinstance(item, Finding):
            items.append(explain_finding(item))
            continue
        document = item.source.document
        if document not in seen:
            seen[document] = look_at(articles[document], analysis.profile)
        items.append(explain_claim(item, seen[document], analysis.claims, analysis.findings, analysis.profile))
    return items
