"""Between the commands and the floors below: which findings a command shows, how they are printed, how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from aoud_cli.cli.options import Options, matches_topic
from aoud_cli.cli.report import FAILED, FOUND, OK, Report
from aoud_cli.model import Finding, Severity, Verdict

if TYPE_CHECKING:
    from aoud_cli.findings.timeline import Event, FactHistory
    from aoud_cli.output.records import Kind
    from aoud_cli.pipeline import Analysis

CONFLICTS = frozenset({Verdict.CONTRADICTS, Verdict.EXPIRED, Verdict.ORDER, Verdict.ARITHMETIC, Verdict.DIFFERS})
AGREEMENTS = frozenset({Verdict.AGREES, Verdict.REFINES})


def analyse(options: Options) -> Analysis:
    """Everything that the pipeline finds in the articles that the options name; a bad option is told before any reading."""
    from aoud_cli.pipeline import analyse as analyse_paths

    _ = options.output
    return analyse_paths(options.paths, dated=options.dates, profile=options.profile)


def conflicts_of(findings: Iterable[Finding], topic: str | None, everything: bool) -> list[Finding]:
    """The findings that can't all be right, and, if everything is asked for, what changed."""
    wanted = CONFLICTS | {Verdict.CHANGED} if everything else CONFLICTS
    return [finding for finding in findings if finding.verdict in wanted and _about(finding, topic)]


def agreements_of(analysis: Analysis, topic: str | None, single: bool) -> list[Finding]:
    """The findings that several articles tell alike, or those that one tells alone."""
    if single:
        from aoud_cli.findings.single import find_single

        return [finding for finding in find_single(analysis.claims, analysis.findings) if _about(finding, topic)]
    return [finding for finding in analysis.findings if finding.verdict in AGREEMENTS and _about(finding, topic)]


def timeline_of(analysis: Analysis, topic: str | None) -> list[FactHistory]:
    """The facts that more than one article tells."""
    from aoud_cli.findings.timeline import timeline

    facts = timeline(analysis.claims)
    return [fact for fact in facts if matches_topic(topic, [(fact.topic, fact.predicate)])]


def events_of(analysis: Analysis, topic: str | None) -> list[Event]:
    """The dated events in their order."""
    from aoud_cli.findings.timeline import events

    return [event for event in events(analysis.claims) if matches_topic(topic, [(event.topic, event.predicate)])]


def _about(finding: Finding, topic: str | None) -> bool:
    """A finding is about its own fact and about every fact that one of its sides tells."""
    keys = [(finding.topic, finding.predicate)]
    return matches_topic(topic, keys + [(side.first.topic, side.first.predicate) for side in finding.sides])


def status_of(findings: Iterable[Finding], fail_on: str | None) -> int:
    """1 where a finding weighs as much as `fail_on` or more."""
    if fail_on is None:
        return OK
    return FOUND if any(finding.severity.rank >= Severity(fail_on).rank for finding in findings) else OK


def report(kind: Kind, records: Sequence[Any], analysis: Analysis, options: Options, *, status: int = OK, more: bool = False) -> Report:
    """The records in the format that was asked for, with what was not read said, and the exit status."""
    notes, failed = reading(analysis, options)
    status = failed or status
    if options.output != "text":
        from aoud_cli.output.records import render_json, render_jsonl

        text = render_jsonl(kind, records, analysis) if options.output == "jsonl" else render_json(kind, records, analysis)
        return Report(text, notes, status=status)
    return _text_report(kind, records, analysis, options, Report(notes=notes, status=status), more)


def reading(analysis: Analysis, options: Options) -> tuple[tuple[str, ...], int]:
    """What to say of the reading, and the exit status that it forces."""
    skipped = analysis.corpus.skipped
    notes = (*analysis.corpus.notes, *(f"aoud: skipped {item.path}: {item.reason}" for item in skipped))
    return notes, FAILED if skipped and not options.allow_skips else OK


def _text_report(kind: Kind, records: Sequence[Any], analysis: Analysis, options: Options, so_far: Report, more: bool) -> Report:
    from aoud_cli.output import text, words
    from aoud_cli.output.style import Style

    style = Style.of(sys.__stdout__, options.color)
    shown = text.render(kind, records, analysis, style)
    tally = text.tally(kind, records, more)
    if style.terminal and tally:
        shown += f"{tally}\n"
    read, skipped = words.count_words(len(analysis.articles), "article"), len(analysis.corpus.skipped)
    counts = f"read {read}, {skipped} skipped: {words.count_words(len(analysis.claims), 'claim')}"
    closing = (counts,) if style.terminal or not tally else (counts, tally)
    return Report(shown, so_far.notes, closing, so_far.status)
