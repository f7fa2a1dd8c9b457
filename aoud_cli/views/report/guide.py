"""Where everything stands on the page: the number of each finding, and which findings each claim has a part in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from aoud_cli.findings.dates import asserted_words
from aoud_cli.model import AGREEMENTS, CONFLICTS, Claim, Finding, Verdict
from aoud_cli.output.blocks import blocks_of
from aoud_cli.output.words import article_labels
from aoud_cli.views.report.days import people_dates
from aoud_cli.views.report.html import Html, el

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

Blocks = list[list[Finding]]
MOST_REFERENCES = 4  # numbers behind one highlight: a date that all articles tell is in every finding of it


@dataclass(frozen=True)
class Guide:
    """An analysis and the anchors of its page: `f-…` a finding, `c-…` a claim in its article, `d-…` an article by its place."""

    analysis: Analysis

    @cached_property
    def conflicts(self) -> Blocks:
        """What can't all be right, the gravest first, in the blocks in which it is shown."""
        return blocks_of([f for f in self.analysis.findings if f.verdict in CONFLICTS])

    @cached_property
    def changes(self) -> Blocks:
        """What a later article tells differently."""
        return blocks_of([f for f in self.analysis.findings if f.verdict is Verdict.CHANGED])

    @cached_property
    def agreements(self) -> Blocks:
        """What several articles tell alike."""
        return [[f] for f in self.analysis.findings if f.verdict in AGREEMENTS]

    @cached_property
    def labels(self) -> dict[str, str]:
        """Document -> the short name that the page calls it by."""
        return article_labels(self.analysis.articles)

    @cached_property
    def places(self) -> dict[str, int]:
        """Document -> its place among the articles, from 0."""
        return {article.document: place for place, article in enumerate(self.analysis.articles)}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Finding's id -> its number on the page, from 1; those of one block share it."""
        blocks = (*self.conflicts, *self.changes, *self.agreements)
        return {finding.id: number for number, block in enumerate(blocks, 1) for finding in block}

    @cached_property
    def findings_of(self) -> dict[str, list[Finding]]:
        """Claim's id -> the findings that it has a part in, in the order of the page."""
        found: dict[str, list[Finding]] = {}
        for block in (*self.conflicts, *self.changes, *self.agreements):
            for finding in block:
                for claim in claims_in(finding):
                    found.setdefault(claim.id, []).append(finding)
        return found

    def references(self, claims: Iterable[Claim]) -> Html | None:
        """The numbers of the claims' findings, each a link to it."""
        found = self.in_blocks(f for claim in claims for f in self.findings_of.get(claim.id, ()))
        if not found:
            return None
        links = [self.finding_link(finding) for finding in found[:MOST_REFERENCES]]
        return el("sup", *(part for link in links for part in (" ", link)), "…" if len(found) > MOST_REFERENCES else None, class_="refs")

    def in_blocks(self, findings: Iterable[Finding]) -> list[Finding]:
        """The first finding of each block."""
        found: dict[int, Finding] = {}
        for finding in findings:
            found.setdefault(self.numbers[finding.id], finding)
        return [found[number] for number in sorted(found)]

    def finding_link(self, finding: Finding) -> Html:
        """The finding's number, leading to it."""
        number = self.numbers[finding.id]
        return el("a", str(number), href=f"#f-{finding.id}", aria_label=f"finding {number}")

    def labels_in(self, findings: Iterable[Finding]) -> dict[str, str]:
        """The short names of the articles that have a part in these findings."""
        told = {claim.source.document for finding in findings for claim in claims_in(finding)}
        return {document: self.labels[document] for document in sorted(told)}

    def article_link(self, document: str) -> Html:
        """The article's short name, leading to it."""
        place = self.places[document]
        return el("a", self.labels[document], href=f"#d-{place}", title=self.analysis.articles[place].title or document)

    def claim_link(self, claim: Claim, words: str | None = None) -> Html:
        """A claim's article (or other words), leading to its highlight."""
        return el("a", words or self.labels[claim.source.document], href=f"#c-{claim.id}")

    def told(self, claim: Claim) -> Html:
        """Which article, and when it was written."""
        return el("span", self.article_link(claim.source.document), f" · {people_dates(asserted_words(claim.asserted))}", class_="told")


def claims_in(finding: Finding) -> Iterable[Claim]:
    """All claims of a finding."""
    return (claim for side in finding.sides for claim in side.claims)


def marks_of(guide: Guide, claims: Iterable[Claim]) -> dict[str, str]:
    """What the filters go by: the topics, articles (by place) and certainties of these claims, each with a blank on either side."""
    told = list(claims)
    topics = sorted({claim.topic for claim in told})
    places = sorted({guide.places[claim.source.document] for claim in told})
    levels = sorted({claim.certainty.value for claim in told})
    return {"data_t": _spaced(topics), "data_d": _spaced(map(str, places)), "data_c": _spaced(levels)}


def _spaced(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "
