"""The report of `aoud check`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Literal, Optional

import typer

from aoud_cli.analysis.outcomes import FAULTS, Outcome
from aoud_cli.cli.options import Options
from aoud_cli.cli.report import FAILED, FOUND, OK, Report, skip_notes

if TYPE_CHECKING:
    from aoud_cli.analysis.check import Checked
    from aoud_cli.analysis.drafts import Check

CheckFormat = Literal["text", "json", "jsonl", "csv", "markdown", "github", "sarif"]


@dataclass(frozen=True)
class CheckOptions(Options):
    """What `aoud check` can be told besides."""

    format: Annotated[
        Optional[CheckFormat],
        typer.Option(
            "--format",
            help="text (path:line:column: severity: message when piped), json, jsonl, csv, markdown, github (annotations) or sarif.",
            show_default="text",
        ),
    ] = None  # type: ignore[assignment]
    only: Annotated[
        Optional[list[Outcome]],
        typer.Option("--only", show_default=False, help="Show only claims with this outcome; repeatable. The exit status counts all."),
    ] = None
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever the draft says.")] = False


def check_report(options: CheckOptions, drafts: Sequence[str]) -> Report:
    """The drafts' claims against the corpus; ends with 1 where one is contradicted or outdated."""
    from aoud_cli.analysis.drafts import check_drafts
    from aoud_cli.cli.into import aim
    from aoud_cli.cli.progress import Progress

    if options.into is not None:
        aim(options.into, drafts, force=True)
    with Progress(options) as progress:
        check = check_drafts(
            drafts, options.paths, dated=options.dates, profile=options.profile, as_of=options.last_day, watch=progress.watch
        )
    shown = [item for item in check.checked if options.only is None or item.outcome in options.only]
    notes, failed = _reading(check, options)
    found = FOUND if any(item.outcome in FAULTS for item in check.checked) and not options.exit_zero else OK
    text, closing = _render(shown, check, options)
    return Report(text, notes, closing, failed or found)


def _reading(check: Check, options: CheckOptions) -> tuple[tuple[str, ...], int]:
    """What to say of the reading of corpus and drafts, and the exit status that it forces."""
    from aoud_cli.cli.run import reading

    notes, failed = reading(check.analysis, options)
    skipped = skip_notes(check.drafts.skipped)
    return (*notes, *check.drafts.notes, *check.notes, *skipped), failed or (FAILED if skipped and not options.allow_skips else OK)


def _render(shown: Sequence[Checked], check: Check, options: CheckOptions) -> tuple[str, tuple[str, ...]]:
    """The text in the format that was asked for, and the closing lines."""
    from aoud_cli.cli.run import TABULAR, tabular
    from aoud_cli.output import check as output

    if options.output in ("github", "sarif"):
        from aoud_cli.output.annotations import render_github, render_sarif

        return (render_github if options.output == "github" else render_sarif)(shown, check), ()
    if options.output in TABULAR:
        return tabular(*output.table_of(shown, check), options), ()
    if options.output in ("json", "jsonl"):
        return (output.render_json if options.output == "json" else output.render_jsonl)(shown, check), ()
    return _render_text(shown, check, options)


def _render_text(shown: Sequence[Checked], check: Check, options: CheckOptions) -> tuple[str, tuple[str, ...]]:
    from aoud_cli.cli.run import style_of
    from aoud_cli.output import check as output
    from aoud_cli.output.words import count_words

    style = style_of(options)
    text, tally = output.render_text(shown, check, style), output.tally(check.checked)
    articles = count_words(len(check.analysis.articles), "article")
    skipped = len(check.analysis.corpus.skipped) + len(check.drafts.skipped)
    counts = f"checked {count_words(len(check.checked), 'claim')} against {articles}, {skipped} skipped"
    return (f"{text}{tally}\n", (counts,)) if style.terminal else (text, (counts, tally))
