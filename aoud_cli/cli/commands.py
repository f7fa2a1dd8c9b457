"""The commands that read articles: each parses its call, asks the pipeline, and shows a view."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from aoud_cli.cli.options import (
    Accept,
    CastOptions,
    CheckOptions,
    DiffOptions,
    ExplainOptions,
    FailOn,
    Filters,
    Options,
    PageOptions,
    ReadOptions,
    ScoreOptions,
    Topic,
    WriteAccept,
)
from aoud_cli.cli.register import command
from aoud_cli.cli.reply import OK, Reply
from aoud_cli.model import AoudError


@command(
    "claims",
    "List what the articles claim, each claim with its words.",
    "aoud claims                             everything in the sample articles",
    "aoud claims viewership                  one topic",
    "aoud claims --about netflix --season 2  a name in any spelling, one season",
    "aoud claims release --said-by 004       what one article says",
    "aoud claims cast.plays --json | jq -r '.claims[] | [.subject.name, .value.name] | @tsv'",
)
def claims(options: Filters, topic: Topic = None) -> Reply:
    from aoud_cli.cli.run import ask, show
    from aoud_cli.views.claims import ClaimsView

    return show(ClaimsView(ask(topic, options)), options)


@command(
    "cast",
    "List the cast: who plays whom, who is back, new or out in which season, and which articles say so.",
    "aoud cast                               in the sample articles",
    "aoud cast --season 2 --format wikitext  a wikitable with references, for a wiki page",
    "aoud cast --format markdown             the same for a page in Markdown",
)
def cast(options: CastOptions, topic: Topic = None) -> Reply:
    from aoud_cli.cli.run import ask, show
    from aoud_cli.views.cast import CastView

    return show(CastView(ask(topic or "cast", options)), options)


@command(
    "conflicts",
    "List where the articles can't all be right: contradictions, expired forecasts, wrong sums.",
    "aoud conflicts                          in the sample articles",
    "aoud conflicts release --all            with what only changed over time",
    "aoud conflicts --said-by 004            those that one article has a part in",
    "aoud conflicts --corpus drafts --fail-on error    end with 1 if there is an error",
    "aoud conflicts --write-accept known.yaml          start a file of findings that are known",
    "aoud conflicts --accept known.yaml --fail-on note    end with 1 if there is another",
)
def conflicts(
    options: Filters,
    topic: Topic = None,
    everything: Annotated[bool, typer.Option("--all", help="Also list what a later article tells differently.")] = False,
    fail_on: Annotated[Optional[FailOn], typer.Option("--fail-on", help="End with 1 on a finding of this severity or worse.")] = None,
    long: Annotated[bool, typer.Option("--long", help="When piped: a line for each article of each side, with its words.")] = False,
    accept: Accept = None,
    write_accept: WriteAccept = None,
) -> Reply:
    from aoud_cli.cli.acceptance import accepted, check_new, read_accepted, write_accepted
    from aoud_cli.cli.run import ask, show, status_of
    from aoud_cli.views.conflicts import ConflictsView

    check_new(write_accept, options.kept)
    entries = read_accepted(accept)
    view = ConflictsView(accepted(ask(topic, options), entries, accept), everything, long)
    view.notes += write_accepted(view.items, write_accept)
    return show(view, options, status_of(view.items, fail_on))


@command(
    "agreements",
    "List what several articles say alike.",
    "aoud agreements                         in the sample articles",
    "aoud agreements cast                    one topic",
    "aoud agreements --single                what only one article says",
)
def agreements(
    options: Filters,
    topic: Topic = None,
    single: Annotated[bool, typer.Option("--single", help="List what one article alone says instead.")] = False,
) -> Reply:
    from aoud_cli.cli.run import ask, show
    from aoud_cli.views.agreements import AgreementsView

    return show(AgreementsView(ask(topic, options), single), options)


@command(
    "check",
    "Check a draft against the articles: what they support, contradict, or have replaced since.",
    "aoud check draft.md                     against the sample articles; ends with 1 on a fault",
    "aoud check drafts/ --corpus my-articles/ --only contradicted --only outdated",
    "aoud check - < draft.md                 from standard input",
    "aoud check draft.md --format github     annotations in a workflow of GitHub",
)
def check(
    options: CheckOptions,
    drafts: Annotated[list[str], typer.Argument(metavar="DRAFT...", help="Files or folders of drafts; '-' for standard input.")],
    accept: Accept = None,
    write_accept: WriteAccept = None,
) -> Reply:
    from aoud_cli.cli.checking import check_reply

    return check_reply(options, drafts, accept, write_accept)


@command(
    "timeline",
    "Show how what is said of each fact changed from article to article.",
    "aoud timeline                           every fact that more than one article tells",
    "aoud timeline release.premiere          one fact",
    "aoud timeline --season 2 --since 2025   facts of which somebody spoke in 2025 or later",
    "aoud timeline --events                  what happened, or will, in its order",
)
def timeline(
    options: Filters,
    topic: Topic = None,
    events: Annotated[bool, typer.Option("--events", help="List the events in the order in which they happen.")] = False,
) -> Reply:
    from aoud_cli.cli.run import ask, show
    from aoud_cli.views.events import EventsView
    from aoud_cli.views.timeline import TimelineView

    question = ask(topic, options)
    return show(EventsView(question) if events else TimelineView(question), options)


@command(
    "diff",
    "Show what two corpora, or two saved lists of claims, say differently.",
    "aoud diff articles-may/ articles-june/",
    "aoud claims --json -o before.json       and later:",
    "aoud claims --json -o after.json && aoud diff before.json after.json --exit-code",
)
def diff(
    options: DiffOptions,
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A folder of articles, one article, or a .json file from `aoud claims --json`.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The same, to compare with it.")],
    topic: Topic = None,
) -> Reply:
    from aoud_cli.cli.checking import diff_reply

    return diff_reply(options, old, new, topic)


@command(
    "articles",
    "List the articles that were read, and when each was written.",
    "aoud articles                           the sample articles",
    "aoud articles --corpus my-articles --json",
    "aoud articles --dated 003_878e0a06a21c0632=2025-08-01",
)
def articles(options: Options) -> Reply:
    from aoud_cli.cli.run import analyse, show
    from aoud_cli.views.articles import ArticlesView

    return show(ArticlesView(analyse(options)), options)


@command(
    "explain",
    "Explain a claim or a finding: how it was read, what was weighed, why it is nothing else.",
    "aoud explain c2af6f61bc07               a finding or a claim by its id; the beginning will do where no other shares it",
    "aoud conflicts --format jsonl | jq -r .id | xargs aoud explain",
    "aoud explain c2af6f --json",
)
def explain(
    options: ExplainOptions,
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", show_default=False, help="Ids of claims or findings, as the other commands print them.")
    ],
) -> Reply:
    from aoud_cli.analysis.explain import explain as explain_ids
    from aoud_cli.cli.run import analyse, show
    from aoud_cli.views.explain import ExplainView

    analysis = analyse(options)
    return show(ExplainView(analysis, explain_ids(analysis, ids)), options)


@command(
    "read",
    "Show how a sentence is seen: clauses, words, constructions, claims, and what came in the way of one.",
    "aoud read 'Season 2 comes back to Streamly.'     with the profile of the sample articles",
    "aoud read --profile my-show.yaml 'Moon Ha-eun comes aboard.'",
)
def read(
    options: ReadOptions,
    sentences: Annotated[list[str], typer.Argument(metavar="SENTENCE...", show_default=False, help="Sentences, or whole paragraphs.")],
) -> Reply:
    from aoud_cli.analysis.sentences import see
    from aoud_cli.cli.run import reply_of
    from aoud_cli.names.profile_file import load_profile
    from aoud_cli.views.read import ReadView

    analysis, seen = see("\n\n".join(sentences), load_profile(options.profile))
    return reply_of(ReadView(analysis, seen), options, (), OK)


@command(
    "coverage",
    "Show what was left unread: sentences with a date, a figure or a name beside a cue, and no claim.",
    "aoud coverage                           in the sample articles, then each article against each topic",
    "aoud coverage viewership                sentences that gave no claim of one topic, whatever else they gave",
    "aoud coverage --corpus my-articles --json | jq -r '.matrix[] | select(.state == \"unread\") | [.document, .topic] | @tsv'",
)
def coverage(options: Options, topic: Topic = None) -> Reply:
    from aoud_cli.analysis.select import check_topic
    from aoud_cli.cli.run import analyse, show
    from aoud_cli.views.coverage import CoverageView

    check_topic(topic)
    return show(CoverageView(analyse(options), topic), options)


@command(
    "score",
    "Measure the claims against articles that people have annotated.",
    "aoud score gold/ --corpus articles/                  recall and precision by predicate",
    "aoud score gold/ --corpus articles/ --misses         with each claim that is missed or wrong",
    "aoud score gold/ --corpus articles/ --rules          each rule's precision, the lowest first",
    "aoud score gold/ --corpus articles/ --why            at which stage claims were lost, as counts",
    "aoud score gold/ --corpus articles/ --json > before.json",
    "aoud score gold/ --corpus articles/ --against before.json    what was gained and lost since",
)
def score(
    options: ScoreOptions,
    gold: Annotated[str, typer.Argument(metavar="GOLD", help="A folder of <article>.jsonl files, one gold claim a line; or one file.")],
) -> Reply:
    from aoud_cli.cli.checking import score_reply

    return score_reply(options, gold)


@command(
    "names",
    "Show who is who: each name's spellings, how they were matched, and who is missing from the profile.",
    "aoud names                              everybody in the sample articles",
    "aoud names 'lee jq'                     one person, in any spelling",
    "aoud names --corpus my-articles --json | jq -r .yaml    what to add to the profile",
)
def names(
    options: Options,
    name: Annotated[Optional[str], typer.Argument(metavar="[NAME]", show_default=False, help="Only this person, in any spelling.")] = None,
) -> Reply:
    from aoud_cli.cli.run import analyse, show
    from aoud_cli.views.names import NamesView

    if name is not None and not name.strip():
        raise AoudError("names needs a name, or none at all; this one is empty")
    return show(NamesView(analyse(options), name), options)


@command(
    "report",
    "Write a page for the browser: findings, timeline, cast, and every article with its claims highlighted.",
    "aoud report -o report.html              of the sample articles",
    "aoud report -o report.html --corpus my-articles --profile my-show.yaml",
)
def report(options: PageOptions) -> Reply:
    from aoud_cli.cli.writing import page_reply

    return page_reply(options)
