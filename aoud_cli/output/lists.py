"""Claims, agreements, events and articles on a terminal: tables under headings that can be typed as a topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aoud_cli.findings.relate import Relation, relate
from aoud_cli.findings.words import say_count
from aoud_cli.ground.safe import visible
from aoud_cli.model import Article, Claim, Finding, Side, Verdict
from aoud_cli.output.columns import pack, table
from aoud_cli.output.records import claim_counts
from aoud_cli.output.style import Style
from aoud_cli.output.words import (
    Labels,
    asserted_words,
    count_words,
    fact_words,
    heading_words,
    join_words,
    labelled,
    said_words,
    side_words,
    stands_words,
    subject_words,
    voice_words,
    when_words,
)

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.analysis.timeline import Event

Row = list[str]

QUOTE_WIDTH = 40
HAPPENED, FORETOLD = "●", "○"
NESTED = "└ "


def _under_headings(groups: dict[str, list[Row]], style: Style, last: int | None = None) -> list[str]:
    """A table under each heading, a blank line after each."""
    lines: list[str] = []
    for heading, rows in groups.items():
        safe = [[visible(cell) for cell in row] for row in rows]
        body = table(safe, style.width, "  ") if last is None else table(safe, style.width, "  ", last)
        lines += [style.paint(heading, "bold"), *body, ""]
    return lines


def layout_claims(claims: Sequence[Claim], labels: Labels, style: Style) -> list[str]:
    """Who, what, where and the words; what one sentence says of several stands on one row."""
    groups: dict[str, list[Row]] = {}
    for claim in claims:
        place = f"{labels.get(claim.source.document, claim.source.document)}:{claim.source.line}"
        who = subject_words(claim.subject)
        rest = [side_words(claim, claim.subject), place, f"“{claim.source.quote}”"]
        rows = groups.setdefault(heading_words(claim), [])
        if rows and rows[-1][1:] == rest:
            rows[-1][0] += f", {who}"
        else:
            rows.append([who, *rest])
    return _under_headings(groups, style, QUOTE_WIDTH)


def layout_agreements(findings: Sequence[Finding], labels: Labels, style: Style) -> list[str]:
    """What is said alike, by how many and whom; under a value what means the same, or says it more exactly."""
    groups: dict[str, list[Row]] = {}
    alone = all(len(finding.sides) == len(finding.sides[0].documents) == 1 for finding in findings)
    refined = [finding.sides for finding in findings if finding.verdict is Verdict.REFINES]
    for finding in findings:
        if finding.verdict is Verdict.AGREES and any(sides[: len(finding.sides)] == finding.sides for sides in refined):
            continue  # told again with what says it more exactly
        rows = groups.setdefault(heading_words(finding), [])
        for number, side in enumerate(finding.sides):
            who, said = (
                ("", "the same: " if _is_same(finding, side) else "more exactly: ") if number else (subject_words(finding.subject), "")
            )
            names = voice_words(side.claims, labels)
            count = [] if alone else [say_count(side.claims)]
            rows.append([who, said + said_words(side.first, finding), *count, names + _uncorroborated(finding, labels)])
    return _under_headings(groups, style)


def _uncorroborated(finding: Finding, labels: Labels) -> str:
    names = join_words([labels.get(name, name) for name in finding.uncorroborated])
    return f", uncorroborated: not in the later lists of {names}" if names else ""


def _is_same(finding: Finding, side: Side) -> bool:
    """Whether a side means the same as the first, and isn't inside it."""
    head = finding.sides[0].first.value
    return relate(finding.key, side.first.value, head) is Relation.EQUAL


def layout_events(events: Sequence[Event], labels: Labels, style: Style) -> list[str]:
    """The story in its order: each event at its best-supported date, who tells it, and under it who dates it otherwise."""
    rows = [[visible(cell) for cell in row] for event in events for row in _event_rows(event, labels)]
    if not rows:
        return []
    legend = (f"{HAPPENED} told as past", f"{FORETOLD} foretold; whether it came so, no article here tells")
    return [*table(rows, style.width), "", *pack(legend, style.width)]


def _event_rows(event: Event, labels: Labels) -> Iterator[Row]:
    fact = fact_words(event)
    mark = HAPPENED if event.happened else FORETOLD
    yield [mark, when_words(event.when), _hedged(fact, event), _told_by(event, labels)]
    for other in event.others:
        yield [
            "",
            when_words(other.when),
            _hedged(f"{NESTED}{'expired' if other.expired else stands_words(other.when, event.when)}", other),
            _told_by(other, labels),
        ]


def _hedged(said: str, event: Event) -> str:
    return said if event.certainty.value == "certain" else f"{said} ({event.certainty.value})"


def _told_by(event: Event, labels: Labels) -> str:
    return voice_words(event.claims, labels)


def layout_articles(articles: Sequence[Article], analysis: Analysis, labels: Labels, style: Style) -> list[str]:
    """What was read: name, date, how many claims; the title, and for a date that was inferred from what; why it makes no claim."""
    counts = claim_counts(analysis)
    rows = [_article_row(article, counts[article.document], analysis, labels) for article in articles]
    rows = [[visible(cell) for cell in row] for row in rows]
    return table(rows, style.width, "", QUOTE_WIDTH)


def _article_row(article: Article, claims: int, analysis: Analysis, labels: Labels) -> Row:
    asserted, copy_of, passed = article.asserted, analysis.copies.get(article.document), analysis.passed.get(article.document)
    when = asserted_words(asserted) if asserted.basis == "unknown" else f"{asserted_words(asserted)} ({asserted.basis})"
    why = labelled(asserted.reason, labels) if asserted.basis in ("inferred", "unknown") else ""
    copy = f"nearly the same words as {labels.get(copy_of, copy_of)}" if copy_of else ""
    told = (article.title, copy, passed.words if passed else "", why)
    return [article.document, when, count_words(claims, "claim"), " · ".join(part for part in told if part)]
