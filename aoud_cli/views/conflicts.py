"""`aoud conflicts`: where the articles can't all be right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from aoud_cli.analysis.select import Question
from aoud_cli.findings.dates import asserted_span
from aoud_cli.ground.safe import visible
from aoud_cli.model import CONFLICTS, Finding, Severity, Verdict
from aoud_cli.output.blocks import blocks_of, layout_conflicts
from aoud_cli.output.records import Envelope, FindingRecord, finding_record
from aoud_cli.output.style import Style, mark_of
from aoud_cli.output.words import accepted_note, count_words, fact_words, first_of_each, said_words
from aoud_cli.views.view import Row, View


class ConflictsOutput(Envelope):
    """What `aoud conflicts --json` prints."""

    conflicts: list[FindingRecord]


class FindingsView(View):
    """The findings of some verdicts that are asked for."""

    line = FindingRecord
    columns = ("verdict", "severity", "id", "fact", "said", "document", "asserted", "place", "quote", "reason")

    def __init__(self, question: Question, findings: Sequence[Finding], verdicts: Collection[Verdict]) -> None:
        asked = [finding for finding in findings if finding.verdict in verdicts and _is_asked(finding, question)]
        super().__init__(question.analysis, asked, question.notes)

    def records(self) -> Iterator[FindingRecord]:
        """One finding an object."""
        return map(finding_record, self.items)

    def rows(self) -> Iterator[Row]:
        """A row for each document of each side."""
        return (row for finding in self.items for row in _rows(finding))

    def lines(self, style: Style) -> Iterator[str]:
        """The rows, their verdict in its colour."""
        return self.long_lines(style)

    def long_lines(self, style: Style) -> Iterator[str]:
        """A line for each article of each side."""
        for finding in self.items:
            verdict = style.paint(finding.verdict.value, mark_of(finding)[1])
            yield from ("\t".join([verdict, *map(visible, row[1:])]) for row in _rows(finding))


class ConflictsView(FindingsView):
    """What can't all be right, and with `everything` what changed."""

    kind, output = "conflicts", ConflictsOutput

    def __init__(self, question: Question, everything: bool, long: bool = False) -> None:
        super().__init__(question, question.analysis.findings, CONFLICTS | {Verdict.CHANGED} if everything else CONFLICTS)
        self.everything, self.long = everything, long

    def lines(self, style: Style) -> Iterator[str]:
        """A line a finding, the gravest first, as on a terminal; with `long` a line for each article of each side."""
        return self.long_lines(style) if self.long else (_line(finding, style) for block in blocks_of(self.items) for finding in block)

    def layout(self, style: Style) -> Iterator[str]:
        """A block a finding, the gravest first."""
        yield from layout_conflicts(self.items, self.labels, style)

    def tally(self) -> str:
        """`1 error, 2 notes`, what was accepted, and what else could be asked."""
        counts = [(severity, sum(item.severity is severity and item.accepted is None for item in self.items)) for severity in Severity]
        accepted = sum(item.accepted is not None for item in self.items)
        said = [count_words(count, severity.value) for severity, count in counts if count]
        said += [f"{accepted} accepted"] if accepted else []
        hint = "" if self.everything else "; aoud conflicts --all also lists what changed"
        return (", ".join(said) or "no conflicts") + hint


def _is_asked(finding: Finding, question: Question) -> bool:
    """A finding is about its own fact and about every fact that one of its sides tells."""
    keys = [finding.key, *(side.first.key for side in finding.sides)]
    return question.asks(keys, [claim for side in finding.sides for claim in side.claims])


def _line(finding: Finding, style: Style) -> str:
    """The severity and the verdict, the fact, why, and the id that explains it."""
    color = mark_of(finding)[1]
    told = [fact_words(finding), finding.reason + accepted_note(finding.accepted), finding.id]
    return "\t".join([style.paint(finding.severity.value, color), finding.verdict.value, *map(visible, told)])


def _rows(finding: Finding) -> Iterator[Row]:
    """The reason stands last on every one, so that one grepped line tells all."""
    head = [finding.verdict.value, finding.severity.value, finding.id, fact_words(finding)]
    reason = finding.reason + accepted_note(finding.accepted)
    for side in finding.sides:
        for claim in first_of_each(side):
            source = claim.source
            told = [said_words(claim, finding), source.document, asserted_span(claim.asserted), source.place, source.quote]
            yield [*head, *told, reason]
