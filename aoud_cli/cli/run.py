"""Between the commands and the views: what is read and asked, how a view is printed, how a command ends."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from aoud_cli.cli.reply import FAILED, FOUND, OK, Reply, skip_notes
from aoud_cli.model import AoudError, Claim, Finding, Severity

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.analysis.select import Question
    from aoud_cli.cli.options import Filters, Options, Output
    from aoud_cli.views.view import View

_Read = TypeVar("_Read")
NAMED = 3  # articles about something else that a note names
SHOWN = 6  # names that may have been meant


def ask(topic: str | None, options: Filters) -> Question:
    """Read and compare the articles, and make out what is asked of them; a bad call is told before any reading."""
    from aoud_cli.analysis.select import check_topic

    check_topic(topic)
    if options.about is not None and not options.about.strip():
        raise AoudError("--about needs a name; this one is empty")
    _ = options.span
    return _question(topic, options, analyse(options))


def _question(topic: str | None, options: Filters, analysis: Analysis) -> Question:
    """What the options ask of a claim, and what to tell the user where a name is nobody's."""
    from aoud_cli.analysis.select import Question, Selection, find_documents, find_named

    first, last = options.span
    named = None if options.about is None else find_named(options.about, analysis.claims, analysis.profile)
    selection = Selection(
        about=None if named is None else named.ids,
        season=options.season,
        certainties=frozenset(options.certainty or ()),
        documents=find_documents(options.said_by or (), analysis.articles),
        since=first,
        until=last,
    )
    nobody = (_nobody(options.about or "", named.near),) if named is not None and not named.ids else ()
    return Question(analysis, topic, selection, (*nobody, *_no_season(options.season, analysis.claims)))


def _no_season(season: int | None, claims: Sequence[Claim]) -> tuple[str, ...]:
    told = sorted({claim.season for claim in claims if claim.season is not None})
    if season is None or season in told:
        return ()
    others = f"; seasons with claims: {', '.join(map(str, told))}" if told else ""
    return (f"aoud: no claim is of season {season}{others}",)


def _nobody(name: str, near: tuple[str, ...]) -> str:
    question = f"; did you mean {_either(near)}?" if near else ""
    return f"aoud: no claim is about '{name}'{question}"


def _either(names: tuple[str, ...]) -> str:
    """'A, B or C'; of many, the first few."""
    quoted = [f"'{name}'" for name in names[:SHOWN]]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted) + (" ..." if len(names) > SHOWN else "")


def analyse(options: Options) -> Analysis:
    """Everything that the pipeline finds in the articles that the options name; a bad option is told before any reading."""
    from aoud_cli.analysis.pipeline import analyse as analyse_paths
    from aoud_cli.cli.progress import Progress
    from aoud_cli.findings.later import Later

    found = watched(options, partial(analyse_paths, options.paths))

    def compared() -> Sequence[Finding]:
        with Progress(options) as progress:  # whoever asks for findings waits for them, when the reading is long done
            progress.compare(found.articles)
            return found.findings[:]

    return found._replace(findings=Later(compared))


def watched(options: Options, read: Callable[..., _Read]) -> _Read:
    """What a reading of articles makes of all that the options say of it, its progress shown."""
    from aoud_cli.cli.progress import Progress

    with Progress(options) as progress:
        return read(
            dated=options.dates,
            profile=options.profile,
            as_of=options.last_day,
            watch=progress.watch,
            intake=options.intake,
            jobs=options.jobs,
        )


def status_of(findings: Iterable[Finding], fail_on: str | None) -> int:
    """1 where a finding weighs as much as `fail_on` or more, and nobody has accepted it."""
    if fail_on is None:
        return OK
    open_ones = (finding for finding in findings if finding.accepted is None)
    return FOUND if any(finding.severity.rank >= Severity(fail_on).rank for finding in open_ones) else OK


def show(view: View, options: Options, status: int = OK) -> Reply:
    """The view in the format that was asked for, with what was not read said, and the exit status."""
    notes, failed = reading(view.analysis, options)
    return reply_of(view, options, (*notes, *view.notes), failed or status)


def reply_of(view: View, options: Output, notes: tuple[str, ...], status: int) -> Reply:
    """The view in the format that was asked for, under these notes. On a terminal the last line is the tally, else a closing note is."""
    from aoud_cli.output.columns import wrap
    from aoud_cli.output.style import Style
    from aoud_cli.views.view import render

    style = Style.of(None if options.into else sys.__stdout__, options.color)
    text = render(view, options.output, style, options.columns, raw=options.csv_raw)
    if options.output != "text":
        return Reply(text, notes, status=status)
    tally, counts = view.tally(), view.counts()
    if style.terminal and tally:
        text += "".join(f"{line}\n" for line in wrap(tally, style.width))
        tally = ""
    return Reply(text, notes, tuple(line for line in (counts, tally) if line), status)


def reading(analysis: Analysis, options: Options) -> tuple[tuple[str, ...], int]:
    """What to say of the reading, and the exit status that it forces."""
    skipped = analysis.corpus.skipped
    notes = (*analysis.corpus.notes, *skip_notes(skipped), *_passed_over(analysis))
    if options.verbose:
        notes = (*(f"aoud: {origin}" for origin in options.given.origins), *told_of(analysis), *notes)
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
    from aoud_cli.findings.dates import asserted_words
    from aoud_cli.output.records import claim_counts
    from aoud_cli.output.words import count_words

    counts = claim_counts(analysis)
    yield f"aoud: profile {analysis.profile.id}"
    for article in analysis.articles:
        asserted = article.asserted
        why = f": {asserted.reason}" if asserted.reason else ""
        claims = count_words(counts[article.document], "claim")
        yield f"aoud: {article.path}: {claims}, {asserted_words(asserted)} ({asserted.basis}){why}"
