"""`aoud agreements`: what several articles say alike, or what one alone says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.analysis.select import Question
from aoud_cli.findings.relate import Relation, relate
from aoud_cli.findings.words import say_count
from aoud_cli.model import AGREEMENTS, Finding, Side, Verdict
from aoud_cli.output.columns import under_headings
from aoud_cli.output.records import Envelope, FindingRecord
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, heading_words, join_words, said_words, subject_words, voice_words
from aoud_cli.views.conflicts import FindingsView
from aoud_cli.views.view import Row


class AgreementsOutput(Envelope):
    """What `aoud agreements --json` prints."""

    agreements: list[FindingRecord]


class AgreementsView(FindingsView):
    """The findings that several articles tell alike, or with `single` those that one tells alone."""

    kind, output = "agreements", AgreementsOutput

    def __init__(self, question: Question, single: bool) -> None:
        super().__init__(question, _told_once(question) if single else question.analysis.findings, AGREEMENTS)

    def layout(self, style: Style) -> Iterator[str]:
        """Tables under headings that can be typed as a topic."""
        return layout_agreements(self.items, self.labels, style)


def layout_agreements(findings: Sequence[Finding], labels: Labels, style: Style) -> Iterator[str]:
    """What is said alike, by how many and whom; under a value what means the same, or says it more exactly."""
    alone = all(len(finding.sides) == len(finding.sides[0].documents) == 1 for finding in findings)
    groups: dict[str, list[Row]] = {}
    for finding in _once_each(findings):
        rows = groups.setdefault(heading_words(finding), [])
        rows += [_row(number, side, finding, labels, alone=alone) for number, side in enumerate(finding.sides)]
    return under_headings(groups, style)


def _told_once(question: Question) -> Sequence[Finding]:
    from aoud_cli.verdicts.agree import find_single

    return find_single(question.analysis.claims, question.analysis.findings)


def _once_each(findings: Sequence[Finding]) -> Iterator[Finding]:
    """All but what is told again with what says it more exactly."""
    refined = [finding.sides for finding in findings if finding.verdict is Verdict.REFINES]
    for finding in findings:
        if finding.verdict is not Verdict.AGREES or all(sides[: len(finding.sides)] != finding.sides for sides in refined):
            yield finding


def _row(number: int, side: Side, finding: Finding, labels: Labels, *, alone: bool) -> Row:
    """Who, what is said, by how many, by whom."""
    who, link = (subject_words(finding.subject), "") if not number else ("", _link(finding, side))
    count = [] if alone else [say_count(side.claims)]
    return [who, link + said_words(side.first, finding), *count, voice_words(side.claims, labels) + _uncorroborated(finding, labels)]


def _link(finding: Finding, side: Side) -> str:
    """How a side stands to the first: it means the same, or lies inside it."""
    same = relate(finding.key, side.first.value, finding.sides[0].first.value) is Relation.EQUAL
    return "the same: " if same else "more exactly: "


def _uncorroborated(finding: Finding, labels: Labels) -> str:
    names = join_words([labels.get(name, name) for name in finding.uncorroborated])
    return f", uncorroborated: not in the later lists of {names}" if names else ""
