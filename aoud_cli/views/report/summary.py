"""The head of the page, to be read in ten seconds: what is wrong, what is out of date, what is believed of each premiere, and by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.analysis.timeline import Event, events
from aoud_cli.findings.facts import PREMIERE
from aoud_cli.findings.moments import asserted_key
from aoud_cli.model import Article, Certainty, Finding, Severity, Verdict
from aoud_cli.output.words import count_words, fact_words, said_words, subject_words
from aoud_cli.views.report.days import day_words, people_dates, range_for_people
from aoud_cli.views.report.guide import Guide
from aoud_cli.views.report.html import Html, el

MOST = 6  # lines of one part: the rest stands among the findings
MOST_SAID = 3  # values of one line
NAMED = 12  # articles that the last line names


def summary_section(guide: Guide) -> Html:
    """Four parts, each of a few lines that lead to their place on the page."""
    conflicts = [block for block in guide.conflicts if block[0].severity is not Severity.NOTE]
    wrong = [block for block in conflicts if block[0].verdict is not Verdict.EXPIRED]
    stale = [block for block in guide.conflicts if block[0].verdict is Verdict.EXPIRED]
    parts = (
        ("What is wrong", _lines(guide, wrong) or [el("li", "Nothing that these articles show.")]),
        ("What is out of date", _lines(guide, stale)),
        ("What they say of each premiere now", list(_premieres(guide))),
        ("Who says so", [el("li", _sources(guide))]),
    )
    shown = [el("div", el("h3", name), el("ul", *lines)) for name, lines in parts if lines]
    return el("section", el("h2", "In short", id="short"), el("div", *shown, class_="short"), aria_labelledby="short")


def _lines(guide: Guide, blocks: Sequence[Sequence[Finding]]) -> list[Html]:
    lines = [_line(block) for block in blocks[:MOST]]
    return [*lines, el("li", el("a", f"and {len(blocks) - MOST} more", href="#findings"))] if len(blocks) > MOST else lines


def _line(block: Sequence[Finding]) -> Html:
    """`Season 1 · hours viewed: 474.26 million hours in 30 days, or 560 million in 28`."""
    first = block[0]
    sides = [finding.sides[0] for finding in block] if first.verdict is Verdict.EXPIRED else list(first.sides)
    said = list(dict.fromkeys(people_dates(said_words(side.first, first)) for side in sides))
    joined = (", " if first.verdict is Verdict.EXPIRED else " or ").join(said[:MOST_SAID]) + (" ..." if len(said) > MOST_SAID else "")
    return el("li", el("a", fact_words(first), href=f"#f-{first.id}"), f": {joined}")


def _premieres(guide: Guide) -> Iterator[Html]:
    """A line a season: when it came out, or what is foretold for it and hasn't passed, what was said last first."""
    for event in events(guide.analysis.claims):
        if event.key == PREMIERE and event.part in (None, 1):
            standing = [one for one in (event, *event.others) if not one.expired]
            past = [one for one in standing if one.happened]
            told = past[:1] or sorted(standing, key=lambda one: max(asserted_key(claim) for claim in one.claims), reverse=True)
            if told:
                yield el("li", el("strong", subject_words(event.subject)), ": ", *_dates(guide, told[:MOST_SAID]))


def _dates(guide: Guide, told: Sequence[Event]) -> Iterator[str]:
    for number, one in enumerate(told):
        hedge = "" if one.certainty is Certainty.CERTAIN else f" ({one.certainty.value})"
        yield "; or " if number else ""
        yield guide.claim_link(one.claims[0], f"{range_for_people(one.when)}{hedge}")
        yield f", {', '.join(guide.labels[document] for document in one.documents[:MOST_SAID])}"


def _sources(guide: Guide) -> str:
    """`5 articles, from June 2022 to February 2026: 000, 001 ...`."""
    articles = guide.analysis.articles
    names = [guide.labels[article.document] for article in articles]
    listed = ", ".join(names[:NAMED]) + (" ..." if len(names) > NAMED else "")
    return f"{count_words(len(articles), 'article')}{_span(articles)}: {listed}"


def _span(articles: Sequence[Article]) -> str:
    days = [day for article in articles for day in (article.asserted.earliest, article.asserted.latest) if day is not None]
    if not days:
        return ", none with a date"
    first, last = min(days), max(days)
    return f", of {day_words(first)}" if first == last else f", written between {day_words(first)} and {day_words(last)}"
