"""The reports of the two commands that measure the extraction itself: score and coverage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import TABULAR, analyse, reading, style_of, tabular

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis


def score_report(options: Options, gold: str, aliases: Sequence[str] | None, against: str | None, misses: bool, rules: bool) -> Report:
    """How the claims of the corpus stand to gold; always ends with 0: it measures, and a bar judges."""
    from aoud_cli.output import score as output
    from aoud_cli.scoring.against import changes, read_earlier
    from aoud_cli.scoring.gold import find_aliases, read_aliases, read_gold
    from aoud_cli.scoring.score import judge_analysis

    rows = read_gold(gold)
    named = find_aliases(gold) if aliases is None else aliases
    groups = read_aliases(named)
    earlier = read_earlier(against) if against is not None else None
    analysis = analyse(options)
    score = judge_analysis(analysis, rows, groups)
    changed = changes(earlier.judgements, score.judgements) if earlier is not None else []
    shown = output.Shown(score, misses, rules, earlier, changed)
    notes, status = reading(analysis, options)
    found = named if aliases is None else ()
    notes = (*notes, *(f"aoud: spellings of names as in {path}" for path in found), *(f"aoud: {note}" for note in score.notes))
    if options.output == "json":
        return Report(output.render_json(shown, analysis), notes, status=status)
    if options.output == "jsonl":
        return Report(output.render_jsonl(shown), notes, status=status)
    if options.output in TABULAR:
        return Report(tabular(*output.table_of(shown), options), notes, status=status)
    style = style_of(options)
    closing = (_counts(analysis),) if style.terminal else (_counts(analysis), output.summary(score))
    return Report(output.render_text(shown, style), notes, closing, status)


def coverage_report(options: Options, topic: str | None) -> Report:
    """What the corpus holds beside the claims that were read from it."""
    from aoud_cli.claims.unread import cover
    from aoud_cli.output import coverage as output

    analysis = analyse(options)
    coverage = cover(analysis.articles, analysis.claims, analysis.profile)
    notes, status = reading(analysis, options)
    if options.output == "json":
        return Report(output.render_json(coverage, topic, analysis), notes, status=status)
    if options.output == "jsonl":
        return Report(output.render_jsonl(coverage, topic), notes, status=status)
    if options.output in TABULAR:
        return Report(tabular(*output.table_of(coverage, topic), options), notes, status=status)
    closing = (_counts(analysis), output.tally(coverage, topic))
    return Report(output.render_text(coverage, topic, style_of(options)), notes, closing, status)


def _counts(analysis: Analysis) -> str:
    from aoud_cli.output.words import count_words

    read, skipped = count_words(len(analysis.articles), "article"), len(analysis.corpus.skipped)
    return f"read {read}, {skipped} skipped: {count_words(len(analysis.claims), 'claim')}"
