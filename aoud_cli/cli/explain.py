"""The report of `aoud explain`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import TABULAR, analyse, reading
from aoud_cli.model import AoudError

if TYPE_CHECKING:
    from aoud_cli.claims.context import View
    from aoud_cli.output.explain import Explained
    from aoud_cli.pipeline import Analysis


def explain_report(options: Options, ids: Sequence[str]) -> Report:
    """What is to say of the claims and findings of these ids, in their order."""
    from aoud_cli.output import explain as output
    from aoud_cli.output.style import Style

    if options.output in TABULAR:
        raise AoudError(f"an explanation is no table: --format text, json or jsonl, not {options.output}")
    analysis = analyse(options)
    items = explain(analysis, ids)
    notes, status = reading(analysis, options)
    if options.output == "json":
        return Report(output.render_json(items, analysis), notes, status=status)
    if options.output == "jsonl":
        return Report(output.render_jsonl(items), notes, status=status)
    return Report(output.render_text(items, Style.of(None if options.into else sys.__stdout__, options.color)), notes, status=status)


def explain(analysis: Analysis, ids: Sequence[str]) -> list[Explained]:
    """The explanations of these claims and findings, also of what one article alone says. Raises AoudError for an unknown id."""
    from aoud_cli.findings.explain_claim import explain_claim, look_at
    from aoud_cli.findings.explain_finding import explain_finding
    from aoud_cli.findings.lookup import look_up
    from aoud_cli.findings.single import find_single
    from aoud_cli.model import Finding

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
