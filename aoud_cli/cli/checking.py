"""Commands that compare: a draft with a corpus, one corpus with another, claims with gold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from aoud_cli.cli.into import aim
from aoud_cli.cli.reply import FAILED, FOUND, OK, Reply, skip_notes
from aoud_cli.cli.run import analyse, reading, reply_of, told_of, watched
from aoud_cli.model import AoudError

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.cli.options import CheckOptions, DiffOptions, ScoreOptions

SAVED = ".json"


def check_reply(options: CheckOptions, drafts: Sequence[str], accept: str | None = None, write_accept: str | None = None) -> Reply:
    """The drafts' claims against the corpus; ends with 1 where one is contradicted or outdated, and not accepted."""
    from aoud_cli.analysis.drafts import check_drafts
    from aoud_cli.analysis.outcomes import FAULTS
    from aoud_cli.cli.acceptance import accepted_faults, check_new, read_accepted, write_faults
    from aoud_cli.views.check import CheckView

    check_new(write_accept, options.kept)
    entries = read_accepted(accept)
    if options.into is not None:
        aim(options.into, drafts, force=True)
    check = accepted_faults(watched(options, partial(check_drafts, drafts, options.paths)), entries)
    view = CheckView(check, options.only)
    view.notes += write_faults(check, write_accept)
    notes, failed = reading(check.analysis, options)
    skipped = skip_notes(check.drafts.skipped)
    if skipped and not options.allow_skips:
        failed = FAILED
    found = FOUND if any(item.outcome in FAULTS and item.accepted is None for item in check.checked) and not options.exit_zero else OK
    return reply_of(view, options, (*notes, *view.notes, *skipped), failed or found)


def diff_reply(options: DiffOptions, old: str, new: str, topic: str | None) -> Reply:
    """What is told in one corpus and not in the other; ends with 0 unless an exit code was asked for."""
    from aoud_cli.analysis.difference import find_differences
    from aoud_cli.analysis.select import check_topic, matches_topic
    from aoud_cli.views.diff import DiffView

    check_topic(topic)
    if options.into is not None:
        aim(options.into, (old, new), force=True)
    was, now = (_analyse(path, options) for path in (old, new))
    if was.profile.id != now.profile.id:
        raise AoudError(f"{old} was read with the profile {was.profile.id}, {new} with {now.profile.id}; name one with --profile")
    found = find_differences((was.claims, was.findings), (now.claims, now.findings), each=options.each, everything=options.everything)
    found = [item for item in found if matches_topic(topic, [item.key])]
    notes, failed = _reading_of_both(was, now, options)
    return reply_of(DiffView(was, now, found, notes), options, notes, failed or (FOUND if found and options.exit_code else OK))


def _analyse(path: str, options: DiffOptions) -> Analysis:
    """A saved file of claims by its name's ending, else a corpus."""
    if path.lower().endswith(SAVED):
        from aoud_cli.analysis.saved import analyse_saved

        return analyse_saved(path, options.profile)
    from aoud_cli.analysis.pipeline import analyse as analyse_paths
    from aoud_cli.cli.progress import Progress

    with Progress(options) as progress:
        return analyse_paths([path], profile=options.profile, watch=progress.watch)


def _reading_of_both(was: Analysis, now: Analysis, options: DiffOptions) -> tuple[tuple[str, ...], int]:
    """What to say of the reading of both, and the exit status that it forces."""
    notes = tuple(dict.fromkeys(note for side in (was, now) for note in side.corpus.notes))
    skipped = [item for side in (was, now) for item in side.corpus.skipped]
    said = tuple(dict.fromkeys(skip_notes(skipped)))
    told = [line for side in (was, now) for line in told_of(side)] if options.verbose else []
    return (*told, *notes, *said), FAILED if skipped and not options.allow_skips else OK


def score_reply(options: ScoreOptions, gold: str) -> Reply:
    """How the claims of the corpus stand to gold; always ends with 0: it measures, and a bar judges."""
    from aoud_cli.scoring.against import changes, read_earlier
    from aoud_cli.scoring.gold import find_aliases, read_aliases, read_gold
    from aoud_cli.scoring.score import judge_analysis, names_of
    from aoud_cli.scoring.why import find_losses
    from aoud_cli.views.score import ScoreView

    rows = read_gold(gold)
    found = find_aliases(gold) if options.aliases is None else ()
    groups = read_aliases(found if options.aliases is None else options.aliases)
    earlier = read_earlier(options.against) if options.against is not None else None
    analysis = analyse(options)
    score = judge_analysis(analysis, rows, groups)
    changed = changes(earlier.judgements, score.judgements) if earlier is not None else []
    losses = find_losses(analysis.articles, analysis.profile, rows, names_of(rows, groups, analysis.profile)) if options.why else None
    view = ScoreView(analysis, score, misses=options.misses, rules=options.rules, losses=losses, earlier=earlier, changes=changed)
    notes, failed = reading(analysis, options)
    said = (*(f"aoud: spellings of names as in {path}" for path in found), *(f"aoud: {note}" for note in score.notes))
    return reply_of(view, options, (*notes, *said), failed)
