"""The report of `aoud explain`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Optional

import typer

from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import analyse, reading, style_of


@dataclass(frozen=True)
class ExplainOptions(Options):
    """What `aoud explain` can be told: an explanation is no table."""

    unused: ClassVar[frozenset[str]] = frozenset({"fields", "csv_raw"})
    format: Annotated[
        Optional[Literal["text", "json", "jsonl"]],
        typer.Option("--format", help="text (tab-separated lines when piped), json, or jsonl (one record a line).", show_default="text"),
    ] = None


def explain_report(options: ExplainOptions, ids: Sequence[str]) -> Report:
    """What is to say of the claims and findings of these ids, in their order."""
    from aoud_cli.analysis.explain import explain
    from aoud_cli.output import explain as output

    analysis = analyse(options)
    items = explain(analysis, ids)
    notes, status = reading(analysis, options)
    if options.output == "json":
        return Report(output.render_json(items, analysis), notes, status=status)
    if options.output == "jsonl":
        return Report(output.render_jsonl(items), notes, status=status)
    return Report(output.render_text(items, style_of(options)), notes, status=status)
