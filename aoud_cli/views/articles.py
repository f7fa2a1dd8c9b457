"""`aoud articles`: what was read, and when each article was written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from aoud_cli.findings.dates import asserted_span, asserted_words
from aoud_cli.ground.safe import visible
from aoud_cli.model import Article
from aoud_cli.output.columns import table
from aoud_cli.output.records import ArticleRecord, Envelope, article_records, claim_counts, envelope
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, count_words, labelled
from aoud_cli.views.view import Row, View

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

TITLE_WIDTH = 40


class ArticlesOutput(Envelope):
    """What `aoud articles --json` prints."""


class ArticlesView(View):
    """The articles that were read."""

    kind, output, line = "articles", ArticlesOutput, ArticleRecord
    columns = ("document", "asserted", "basis", "reason", "claims", "path", "title", "sha256", "passed_over", "outlet", "url")

    def __init__(self, analysis: Analysis) -> None:
        super().__init__(analysis, analysis.articles)

    def records(self) -> list[ArticleRecord]:
        """One article an object."""
        return article_records(self.analysis)

    def rows(self) -> Iterator[Row]:
        """A row an article."""
        counts = claim_counts(self.analysis)
        for one in self.items:
            passed = self.analysis.passed.get(one.document)
            when = [asserted_span(one.asserted), one.asserted.basis, one.asserted.reason]
            rest = [str(counts[one.document]), one.path, one.title, one.sha256, passed.words if passed else "", one.outlet, one.url]
            yield [one.document, *when, *rest]

    def told(self) -> dict[str, Any]:
        """The articles stand in every output; here nothing else does."""
        return dict(envelope(self.kind, self.analysis, self.notes))

    def layout(self, style: Style) -> Iterator[str]:
        """Name, date, how many claims; the title, and for a date that was inferred from what; why it makes no claim."""
        counts, labels = claim_counts(self.analysis), self.labels
        rows = [self._cells(one, counts[one.document], labels) for one in self.items]
        yield from table([[visible(cell) for cell in row] for row in rows], style.width, "", TITLE_WIDTH)

    def _cells(self, article: Article, claims: int, labels: Labels) -> Row:
        asserted = article.asserted
        copy_of, passed = self.analysis.copies.get(article.document), self.analysis.passed.get(article.document)
        when = asserted_words(asserted) if asserted.basis == "unknown" else f"{asserted_words(asserted)} ({asserted.basis})"
        why = labelled(asserted.reason, labels) if asserted.basis in ("inferred", "unknown") else ""
        copy = f"nearly the same words as {labels.get(copy_of, copy_of)}" if copy_of else ""
        told = (article.title, copy, passed.words if passed else "", why)
        return [article.document, when, count_words(claims, "claim"), " · ".join(part for part in told if part)]
