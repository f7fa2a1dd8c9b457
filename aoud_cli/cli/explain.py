"""The report of `aoud explain`."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import TABULAR, analyse, reading, style_of
from aoud_cli.model import AoudError


def explain_report(options: Options, ids: Sequence[str]) -> Report:
    """What is to say of the claims and findings of these ids, in their order."""
    from aoud_cli.analysis.explain import explain
    from aoud_cli.output import explain as output

    if options.output in TABULAR:
        raise AoudError(f"an explanation is no table: --format text, json or jsonl, not {options.output}")
    analysis = analyse(options)
    items = explain(analysis, ids)
    notes, status = reading(analysis, options)
    if options.output == "json":
        return Report(output.render_json(items, analysis), notes, status=status)
    if options.output == "jsonl":
        return Report(output.render_jsonl(items), notes, status=status)
    return Report(output.render_text(items, style_of(options)), notes, status=status)
