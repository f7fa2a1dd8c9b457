"""Between the commands and the floors below: which findings a command shows, how they are printed, how it ends."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aoud_cli.cli.options import Options, Output, check_topic, matches_topic
from aoud_cli.cli.report import FAILED, FOUND, OK, Report, skip_notes
from aoud_cli.model import AGREEMENTS, CONFLICTS, Claim, Finding, Severity, Verdict

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.analysis.select import Selection
    from aoud_cli.analysis.timeline import Event, FactHistory
    from aoud_cli.cli.filters import Filters
    from aoud_cli.output.records import Kind
    from aoud_cli.output.style import Style

TABULAR = ("csv", "markdown")
NAMED = 3  # articles about something else that a note names


@dataclass(frozen=True)
class Question:
    """What a command asks of an analysis: a topic, and which claims; `notes` tell what in it fits nothing."""

    analysis: Analysis
    topic: str | None
    selection: Selection
    notes: tuple[str, ...] = ()

    def asks(self, keys: Iterable[str], claims: Iterable[Claim]) -> bool:
        """Whether what stands under these predicates (`cast.plays`) and is told by these claims is asked for."""
        return matches_topic(self.topic, keys) and self.selection.holds_any(claims)


def ask(topic: str | None, options: Filters) -> Question:
    """Read and compare the articles, and make out what is asked of them; a bad call is told before any reading."""
    from aoud_cli.cli.filters import select

    check_topic(topic)
    _ = options.span
    analysis = analyse(options)
    return Question(analysis, topic, *select(analysis, options))


def analyse(options: Options) -> Analysis:
    """Everything that the pipeline finds in the articles that the options name; a bad option is told before any reading."""
    from aoud_cli.analysis.pipeline import analyse as analyse_paths
    from aoud_cli.cli.progress import Progress

    with Progress(options) as progress:
        return analyse_paths(options.paths, dated=options.dates, profile=options.profile, as_of=options.last_day, watch=progress.watch)


def claims_of(question: Question) -> list[Claim]:
    """The claims that are asked for."""
    return [claim for claim in question.analysis.claims if question.asks([claim.key], [claim])]


def conflicts_of(question: Question, everything: bool) -> list[Finding]:
    """The findings that can't all be right, and, if everything is asked for, what changed."""
    wanted = CONFLICTS | {Verdict.CHANGED} if everything else CONFLICTS
    return [finding for finding in question.analysis.findings if finding.verdict in wanted and _is_asked(finding, question)]


def agreements_of(question: Question, single: bool) -> list[Finding]:
    """The findings that several articles tell alike, or those that one tells alone."""
    analysis = question.analysis
    found: Iterable[Finding] = (finding for finding in analysis.findings if finding.verdict in AGREEMENTS)
    if single:
        from aoud_cli.verdicts.single import find_single

        found = find_single(analysis.claims, analysis.findings)
    return [finding for finding in found if _is_asked(finding, question)]


def timeline_of(question: Question) -> list[FactHistory]:
    """The facts that more than one article tells."""
    from aoud_cli.analysis.timeline import timeline

    facts = timeline(question.analysis.claims, findings=question.analysis.findings)
    return [fact for fact in facts if question.asks([fact.key], [step.claim for step in fact.steps])]


def events_of(question: Question) -> list[Event]:
    """The dated events in their order."""
    from aoud_cli.analysis.timeline import events

    found = events(question.analysis.claims)
    return [event for event in found if question.asks([event.key], event.told)]


def _is_asked(finding: Finding, question: Question) -> bool:
    """A finding is about its own fact and about every fact that one of its sides tells."""
    keys = [finding.key, *(side.first.key for side in finding.sides)]
    return question.asks(keys, [claim for side in finding.sides for claim in side.claims])


def status_of(findings: Iterable[Finding], fail_on: str | None) -> int:
    """1 where a finding weighs as much as `fail_on` or more, and nobody has accepted it."""
    if fail_on is None:
        return OK
    open_ones = (finding for finding in findings if finding.accepted is None)
    return FOUND if any(finding.severity.rank >= Severity(fail_on).rank for finding in open_ones) else OK


def report(
    kind: Kind,
    records: Sequence[Any],
    analysis: Analysis,
    options: Options,
    *,
    notes: tuple[str, ...] = (),
    status: int = OK,
    more: bool = False,
) -> Report:
    """The records in the format that was asked for, with what was not read said, and the exit status."""
    said, failed = reading(analysis, options)
    said = (*said, *notes)
    status = failed or status
    if options.output in TABULAR:
        from aoud_cli.output.lines import COLUMNS, rows_of

        return Report(tabular(COLUMNS[kind], rows_of(kind, records, analysis), options), said, status=status)
    if options.output != "text":
        from aoud_cli.output.records import render_json, render_jsonl

        text = render_jsonl(kind, records, analysis) if options.output == "jsonl" else render_json(kind, records, analysis, notes)
        return Report(text, said, status=status)
    return _text_report(kind, records, analysis, options, Report(notes=said, status=status), more)


def style_of(options: Output) -> Style:
    """How text may look where it goes: standard output, or the file of -o, which is no terminal."""
    from aoud_cli.output.style import Style

    return Style.of(None if options.into else sys.__stdout__, options.color)


def tabular(columns: Sequence[str], rows: Sequence[Sequence[str]], options: Output) -> str:
    """The rows as CSV or Markdown, with the columns that were asked for."""
    from aoud_cli.output.tables import Table, to_csv, to_markdown

    table = Table(columns, rows).only(options.columns)
    return to_csv(table, raw=options.csv_raw) if options.output == "csv" else to_markdown(table)


def reading(analysis: Analysis, options: Options) -> tuple[tuple[str, ...], int]:
    """What to say of the reading, and the exit status that it forces."""
    skipped = analysis.corpus.skipped
    notes = (*analysis.corpus.notes, *skip_notes(skipped), *_passed_over(analysis))
    if options.verbose:
        notes = (*told_of(analysis), *notes)
    return notes, FAILED if skipped and not options.allow_skips else OK


def _passed_over(analysis: Analysis) -> Iterator[str]:
    """That articles make no claim for being about something else, or in another language: the first of them by name."""
    passed = [article.path for article in analysis.articles if article.document in analysis.passed]
    if passed and len(passed) == len(analysis.articles):
        yield f"aoud: every article is passed over, none is about {analysis.profile.title}: aoud articles says why"
    elif passed:
        from aoud_cli.output.words import count_words

        names = ", ".join(passed[:NAMED]) + (" ..." if len(passed) > NAMED else "")
        verb = "is" if len(passed) == 1 else "are"
        yield f"aoud: {count_words(len(passed), 'article')} {verb} passed over (aoud articles says why): {names}"


def told_of(analysis: Analysis) -> Iterator[str]:
    """A line on each article: its claims, when it was written, and how that is known."""
    from aoud_cli.output.records import claim_counts
    from aoud_cli.output.words import asserted_words, count_words

    counts = claim_counts(analysis)
    yield f"aoud: profile {analysis.profile.id}"
    for article in analysis.articles:
        asserted = article.asserted
        why = f": {asserted.reason}" if asserted.reason else ""
        claims = count_words(counts[article.document], "claim")
        yield f"aoud: {article.path}: {claims}, {asserted_words(asserted)} ({asserted.basis}){why}"


def _text_report(kind: Kind, records: Sequence[Any], analysis: Analysis, options: Options, so_far: Report, more: bool) -> Report:
    from aoud_cli.output import text, words

    style = style_of(options)
    shown = text.render(kind, records, analysis, style)
    tally = text.tally(kind, records, more)
    if style.terminal and tally:
        shown += f"{tally}\n"
    read, skipped = words.count_words(len(analysis.articles), "article"), len(analysis.corpus.skipped)
    part = (
        f", {len(records):,} shown"
        if kind == "claims" and len(records) < len(analysis.claims)
        else ""
        if records or tally
        else "; nothing to show"
    )
    counts = f"read {read}, {skipped} skipped: {words.count_words(len(analysis.claims), 'claim')}{part}"
    closing = (counts,) if style.terminal or not tally else (counts, tally)
    return Report(shown, so_far.notes, closing, so_far.status)
