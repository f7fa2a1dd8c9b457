"""The report of `aoud diff`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from aoud_cli.cli.options import PROFILE_HELP, Output, check_topic, matches_topic
from aoud_cli.cli.report import FAILED, FOUND, OK, Report, skip_notes
from aoud_cli.model import AoudError

if TYPE_CHECKING:
    from aoud_cli.analysis.difference import Difference
    from aoud_cli.analysis.pipeline import Analysis

SAVED = ".json"


@dataclass(frozen=True)
class DiffOptions(Output):
    """What `aoud diff` can be told."""

    each: Annotated[bool, typer.Option("--each", help="Compare each article with itself: also what another said before.")] = False
    everything: Annotated[bool, typer.Option("--all", help="Also findings of what only changed over time.")] = False
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where something differs.")] = False
    profile: Annotated[
        Optional[str],
        typer.Option("--profile", metavar="FILE_OR_NAME", help=PROFILE_HELP, show_default=False),
    ] = None
    allow_skips: Annotated[bool, typer.Option("--allow-skips", help="Don't end with 2 when a file can't be read.")] = False


def diff_report(options: DiffOptions, old: str, new: str, topic: str | None) -> Report:
    """What is told in one corpus and not in the other; ends with 0 unless an exit code was asked for."""
    from aoud_cli.analysis.difference import find_differences
    from aoud_cli.cli.into import aim

    check_topic(topic)
    if options.into is not None:
        aim(options.into, (old, new), force=True)
    was, now = (_analyse(path, options) for path in (old, new))
    found = find_differences((was.claims, was.findings), (now.claims, now.findings), each=options.each, everything=options.everything)
    found = [item for item in found if matches_topic(topic, [item.key])]
    notes, status = _reading(was, now, options)
    if was.profile.id != now.profile.id:
        raise AoudError(f"{old} was read with the profile {was.profile.id}, {new} with {now.profile.id}; name one with --profile")
    if status == OK and found and options.exit_code:
        status = FOUND
    text, closing = _render(found, was, now, options, notes)
    return Report(text, notes, closing, status)


def _analyse(path: str, options: DiffOptions) -> Analysis:
    """A saved file of claims by its name's ending, else a corpus."""
    if path.lower().endswith(SAVED):
        from aoud_cli.analysis.saved import analyse_saved

        return analyse_saved(path, options.profile)
    from aoud_cli.analysis.pipeline import analyse
    from aoud_cli.cli.progress import Progress

    with Progress(options) as progress:
        return analyse([path], profile=options.profile, watch=progress.watch)


def _reading(was: Analysis, now: Analysis, options: DiffOptions) -> tuple[tuple[str, ...], int]:
    """What to say of the reading of both, and the exit status that it forces."""
    from aoud_cli.cli.run import told_of

    notes = tuple(dict.fromkeys(note for side in (was, now) for note in side.corpus.notes))
    skipped = [item for side in (was, now) for item in side.corpus.skipped]
    said = tuple(dict.fromkeys(skip_notes(skipped)))
    told = [line for side in (was, now) for line in told_of(side)] if options.verbose else []
    return (*told, *notes, *said), FAILED if skipped and not options.allow_skips else OK


def _render(
    found: Sequence[Difference], was: Analysis, now: Analysis, options: DiffOptions, notes: Sequence[str]
) -> tuple[str, tuple[str, ...]]:
    """The text in the format that was asked for, and the closing lines."""
    from aoud_cli.cli.run import TABULAR, style_of, tabular
    from aoud_cli.output import diff as output
    from aoud_cli.output.words import count_words

    if options.output in TABULAR:
        return tabular(*output.table_of(found), options), ()
    if options.output == "json":
        return output.render_json(found, was, now, notes), ()
    if options.output == "jsonl":
        return output.render_jsonl(found), ()
    style = style_of(options)
    text, tally = output.render_text(found, was, now, style), output.tally(found)
    sizes = (f"{count_words(len(side.claims), 'claim')} in {count_words(len(side.articles), 'article')}" for side in (was, now))
    counts = f"compared {' with '.join(sizes)}"
    return (f"{text}{tally}\n", (counts,)) if style.terminal else (text, (counts, tally))
