"""`aoud claims`: what the articles claim, each claim with its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.analysis.select import Question
from aoud_cli.claims.codec import ClaimRecord, claim_record
from aoud_cli.findings.dates import asserted_span
from aoud_cli.model import Claim
from aoud_cli.output.columns import under_headings
from aoud_cli.output.records import Envelope
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, heading_words, side_words, subject_words
from aoud_cli.views.view import Row, View

QUOTE_WIDTH = 40


class ClaimsOutput(Envelope):
    """What `aoud claims --json` prints."""

    claims: list[ClaimRecord]


class ClaimsView(View):
    """The claims that are asked for."""

    kind, output, line = "claims", ClaimsOutput, ClaimRecord
    columns = ("predicate", "subject", "said", "season", "certainty", "document", "asserted", "place", "quote", "id")

    def __init__(self, question: Question) -> None:
        asked = [claim for claim in question.analysis.claims if question.asks([claim.key], [claim])]
        super().__init__(question.analysis, asked, question.notes)

    def records(self) -> Iterator[ClaimRecord]:
        """One claim an object."""
        return map(claim_record, self.items)

    def rows(self) -> Iterator[Row]:
        """A row a claim."""
        for claim in self.items:
            season = "" if claim.season is None else str(claim.season)
            said = [claim.key, claim.subject.name, side_words(claim, claim.subject), season, claim.certainty.value]
            source = claim.source
            yield [*said, source.document, asserted_span(claim.asserted), source.place, source.quote, claim.id]

    def layout(self, style: Style) -> Iterator[str]:
        """Tables under headings that can be typed as a topic."""
        return layout_claims(self.items, self.labels, style)

    def counts(self) -> str:
        """What was read, and how much of it is shown."""
        shown = len(self.items)
        return f"{self.reading()}, {shown:,} shown" if shown < len(self.analysis.claims) else super().counts()


def layout_claims(claims: Sequence[Claim], labels: Labels, style: Style) -> Iterator[str]:
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
    return under_headings(groups, style, QUOTE_WIDTH)
