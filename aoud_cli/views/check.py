"""`aoud check`: a draft against the articles; blocks on a terminal, `path:line:column: severity: message` when piped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Optional, TypedDict

from aoud_cli.analysis.check import Checked
from aoud_cli.analysis.outcomes import FAULTS, Outcome
from aoud_cli.articles.read import STDIN
from aoud_cli.claims.codec import ClaimRecord, SourceRecord, claim_record, source_record
from aoud_cli.findings.dates import asserted_words
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Count
from aoud_cli.model import Article, Severity, Side, Verdict
from aoud_cli.output.columns import table, text_width, wrap
from aoud_cli.output.records import (
    AcceptedRecord,
    ArticleRecord,
    Envelope,
    MaybeVerdict,
    SeverityName,
    SideRecord,
    accepted_record,
    article_record,
    side_record,
    skipped_records,
)
from aoud_cli.output.style import MARKS, Style
from aoud_cli.output.words import (
    Labels,
    accepted_note,
    count_words,
    fact_words,
    hedged_words,
    join_words,
    labelled,
    side_words,
    subject_words,
    value_words,
)
from aoud_cli.predicates import LABELS
from aoud_cli.views.annotations import Annotation, render_github, render_sarif
from aoud_cli.views.view import Row, View

if TYPE_CHECKING:
    from aoud_cli.analysis.drafts import Check
    from aoud_cli.analysis.unchecked import Unchecked
    from aoud_cli.model import Claim

NAMED = 4  # articles that a row names
SHOWN = 3  # sides against a claim that a terminal lists; the rest is in the JSON


class DraftSpellingRecord(TypedDict):
    """A name as only the draft spells it, with its printed form."""

    written: str
    printed: str


class CheckedRecord(TypedDict):
    """One claim of a draft, and how the corpus stands to it."""

    outcome: Annotated[str, Outcome]
    severity: SeverityName
    verdict: Annotated[MaybeVerdict, "The comparison's own word; null where nothing meets the claim."]
    reason: str
    claim: ClaimRecord
    documents: Annotated[list[str], "The articles that say the same."]
    independent: Annotated[Count, "How many of them speak for themselves."]
    support: Annotated[list[SideRecord], "What says the same; of an outdated claim, what once did."]
    against: Annotated[list[SideRecord], "What excludes or replaced it; of a new claim, what may exclude it or says it less exactly."]
    now: Annotated[list[SideRecord], "The corpus's standing values, the best first."]
    spellings: Annotated[list[DraftSpellingRecord], "Names that only the draft spells so, with their printed form."]
    accepted: Annotated[Optional[AcceptedRecord], "Why the claim was accepted with --accept, null where it wasn't."]


class LeftRecord(TypedDict):
    """A name, a date or a figure that no claim is of."""

    kind: str
    text: str


class UncheckedRecord(TypedDict):
    """A sentence of a draft that was not checked, or only in part."""

    source: SourceRecord
    left: Annotated[list[LeftRecord], "The names, dates and figures in it that no claim is of."]
    half: Annotated[bool, "Whether something else of the sentence was checked."]


class CheckOutput(Envelope):
    """What `aoud check --json` prints; `articles` are the corpus, `drafts` what was checked."""

    drafts: list[ArticleRecord]
    check: list[CheckedRecord]
    unchecked: Annotated[list[UncheckedRecord], "Sentences with a name, a date or a figure that no claim is of, in the text's order."]


class CheckView(View):
    """The claims of drafts, or those that came out as asked."""

    kind, output, line = "check", CheckOutput, CheckedRecord
    columns = ("outcome", "severity", "fact", "said", "place", "quote", "documents", "independent", "against", "now", "reason", "id")
    formats = {
        "github": lambda view: render_github(_annotations(view), _articles(view)),
        "sarif": lambda view: render_sarif(_annotations(view), _articles(view)),
    }

    def __init__(self, check: Check, only: Collection[Outcome] | None) -> None:
        shown = [item for item in check.checked if only is None or item.outcome in only]
        super().__init__(check.analysis, shown, (*check.drafts.notes, *check.notes))
        self.check = check
        self.unchecked = check.unchecked if only is None else ()

    def records(self) -> Iterator[CheckedRecord]:
        """One claim of a draft an object."""
        return (checked_record(item, self.check) for item in self.items)

    def told(self) -> dict[str, Any]:
        """The corpus, the drafts and their claims."""
        drafts, passed = self.check.drafts, self.check.passed
        counts = Counter(item.claim.source.document for item in self.check.checked)
        told = super().told()
        told["skipped"] += skipped_records(drafts.skipped)
        read = [article_record(one, counts[one.document], None, passed.get(one.document)) for one in drafts.articles]
        return {**told, "drafts": read, "unchecked": [_unchecked_record(one) for one in self.check.unchecked]}

    def rows(self) -> Iterator[Row]:
        """A row a claim."""
        return (_row(item, self.check) for item in self.items)

    def lines(self, style: Style) -> Iterator[str]:
        """A line a claim that editors jump to."""
        for item in self.items:
            place = visible(item.claim.source.place)
            yield f"{place}: {item.severity.value}: {visible(message_of(item, self.check))}"
        for one in self.unchecked:
            yield f"{visible(one.source.place)}: note: {_half(one)}: {_left(one)}: “{visible(one.source.quote)}”"

    def layout(self, style: Style) -> Iterator[str]:
        """Each draft: what needs a look in blocks, then what is new and what is supported a line each."""
        return _layout(self.items, self.unchecked, self.check, self.labels, style)

    def tally(self) -> str:
        """How many claims of the drafts came out how, and how many sentences were not checked."""
        counts = Counter(item.outcome for item in self.check.checked if item.accepted is None)
        accepted = sum(item.accepted is not None for item in self.check.checked)
        said = [f"{counts[outcome]} {outcome.value}" for outcome in Outcome if counts[outcome]] + (
            [f"{accepted} accepted"] if accepted else []
        )
        left = Counter(one.is_half for one in self.check.unchecked)
        sentences = [f"{count_words(left[half], 'sentence')} {words}" for half, words in _HALVES.items() if left[half]]
        return "; ".join([", ".join(said) or "no claims in the draft", *([", ".join(sentences)] if sentences else [])])

    def counts(self) -> str:
        """How much was checked against how much."""
        skipped = len(self.analysis.corpus.skipped) + len(self.check.drafts.skipped)
        articles = count_words(len(self.analysis.articles), "article")
        return f"checked {count_words(len(self.check.checked), 'claim')} against {articles}, {skipped} skipped"


_HALVES = {False: "not checked", True: "checked in part"}


def _half(one: Unchecked) -> str:
    return _HALVES[one.is_half]


def _left(one: Unchecked) -> str:
    """`Moon Ha-eun, 2027`: what of a sentence no claim is of."""
    return ", ".join(visible(span.text) for span in one.left)


def _unchecked_record(one: Unchecked) -> UncheckedRecord:
    left: list[LeftRecord] = [{"kind": span.kind, "text": span.text} for span in one.left]
    return {"source": source_record(one.source), "left": left, "half": one.is_half}


def _annotations(view: CheckView) -> list[Annotation]:
    """What is worth an annotation: all but what is supported and told no surer than it is."""
    worth = (item for item in view.items if item.outcome is not Outcome.SUPPORTED or _needs_a_look(item))
    return [Annotation(item, message_of(item, view.check)) for item in worth]


def _articles(view: CheckView) -> list[Article]:
    return [*view.analysis.articles, *view.check.drafts.articles]


def checked_record(item: Checked, check: Check) -> CheckedRecord:
    """One claim of a draft, and how the corpus stands to it."""
    return {
        "outcome": item.outcome.value,
        "severity": item.severity.value,
        "verdict": None if item.verdict is None else item.verdict.value,
        "reason": item.reason,
        "claim": claim_record(item.claim),
        "documents": list(item.documents),
        "independent": item.independent,
        "support": [side_record(side) for side in item.support],
        "against": [side_record(side) for side in item.against],
        "now": [side_record(side) for side in item.now],
        "spellings": [{"written": written, "printed": printed} for written, printed in check.spellings.get(item.claim.id, ())],
        "accepted": accepted_record(item.accepted),
    }


def _row(item: Checked, check: Check) -> list[str]:
    claim = item.claim
    against, now = ("; ".join(_said(side, item) for side in sides) for sides in (item.against, item.now))
    return [
        item.outcome.value,
        item.severity.value,
        fact_words(claim),
        side_words(claim, claim.subject),
        claim.source.place,
        claim.source.quote,
        ",".join(item.documents),
        str(item.independent),
        against,
        now,
        item.reason + spelt(item, check) + accepted_note(item.accepted),
        claim.id,
    ]


def message_of(item: Checked, check: Check) -> str:
    """One line: the outcome, what the draft says, and what the corpus says, with its words where they stand against it."""
    claim = item.claim
    quotes = [side.first.source for side in item.against[:1]]
    words = "".join(f" [{source.path}:{source.line} “{source.quote}”]" for source in quotes)
    said = f"{item.outcome.value}: {fact_words(claim)}: {side_words(claim, claim.subject)}: {item.reason}{spelt(item, check)}{words}"
    return said + accepted_note(item.accepted)


def spelt(item: Checked, check: Check) -> str:
    """`; 'Moon Haeun' is spelt Moon Ha-eun elsewhere`, or nothing."""
    return "".join(f"; '{written}' is spelt {printed} elsewhere" for written, printed in check.spellings.get(item.claim.id, ()))


def _said(side: Side, item: Checked) -> str:
    return _said_by(side.first, item.claim)


def _said_by(told: Claim, claim: Claim) -> str:
    """What a claim of the corpus says in answer to the draft's: of a part's other performers who, of another fact which."""
    is_part = told.predicate == claim.predicate == "plays" and told.subject.id != claim.subject.id
    said = hedged_words(told, subject_words(told.subject) if is_part else value_words(told.value))
    if told.key == claim.key:
        return said
    return f"{LABELS.get(told.key, told.predicate)}: {said}"


# Laid out --------------------------------------------------------------------------------------------------------------


def _layout(items: Sequence[Checked], unchecked: Sequence[Unchecked], check: Check, labels: Labels, style: Style) -> Iterator[str]:
    drafts: dict[str, tuple[list[Checked], list[Unchecked]]] = {}
    for item in items:
        drafts.setdefault(item.claim.source.path, ([], []))[0].append(item)
    for one in unchecked:
        drafts.setdefault(one.source.path, ([], []))[1].append(one)
    for path, (found, left) in drafts.items():
        yield style.paint("standard input" if path == STDIN else visible(path), "bold")
        for item in found:
            if _needs_a_look(item):
                yield from _block(item, check, labels, style)
                yield ""
        for outcome in Outcome:
            rows = [_line(item, check, labels) for item in found if item.outcome is outcome and not _needs_a_look(item)]
            if rows:
                yield from [style.paint(outcome.value, "bold"), *table(rows, style.width, "  "), ""]
        for half, words in _HALVES.items():
            rows = [[str(one.source.line), _left(one), f"“{visible(one.source.quote)}”"] for one in left if one.is_half is half]
            if rows:
                yield from [style.paint(words, "bold"), *table(rows, style.width, "  "), ""]


def _needs_a_look(item: Checked) -> bool:
    return item.severity is not Severity.NOTE and item.accepted is None


def _line(item: Checked, check: Check, labels: Labels) -> list[str]:
    """The line, the fact, what is said, and who says so: of a new claim, what the corpus says instead."""
    claim = item.claim
    who = f"{count_words(item.independent, 'source')}: {', '.join(labels.get(name, name) for name in item.documents)}"
    rest = who if item.support else labelled(item.reason, labels)
    cells = [str(claim.source.line), fact_words(claim), side_words(claim, claim.subject), rest + spelt(item, check)]
    return [visible(cell) for cell in cells]


def _block(item: Checked, check: Check, labels: Labels, style: Style) -> Iterator[str]:
    """The place and the outcome; the draft's words; who says what beside them; and what the rows don't tell."""
    mark, color = MARKS[item.severity]
    claim = item.claim
    head = f"{claim.source.line}:{claim.source.column}  {visible(fact_words(claim))}"
    gap = max(2, style.width - 2 - text_width(head) - len(item.outcome.value))
    yield f"{style.paint(mark, color)} {head}{' ' * gap}{style.paint(item.outcome.value, color)}"
    sides = [*item.support, *item.against]
    rows = [["draft", "", side_words(claim, claim.subject)], ["", "", f"“{claim.source.quote}”"]]
    rows += [row for side in sides[:SHOWN] for row in _side_rows(side, item, labels)]
    yield from table([[visible(cell) for cell in row] for row in rows], style.width, "    ")
    for sentence in _rest(item, check, labels, len(sides) - SHOWN):
        yield from (f"  {line}" for line in wrap(visible(sentence), style.width - 2))


def _side_rows(side: Side, item: Checked, labels: Labels) -> Iterator[list[str]]:
    """Who says it, when the last of them wrote, what, and in which words."""
    last = side.claims[-1]
    names = join_words([labels.get(name, name) for name in side.documents], NAMED)
    yield [names, asserted_words(last.asserted), _said_by(last, item.claim)]
    yield ["", "", f"“{last.source.quote}”"]


def _rest(item: Checked, check: Check, labels: Labels, left_out: int) -> Iterator[str]:
    """What the rows don't tell: which rule of time is broken, what stands now, how a name is spelt."""
    if item.verdict in (Verdict.ORDER, Verdict.ARITHMETIC):
        yield labelled(item.reason, labels)
    if left_out > 0:
        yield f"and {count_words(left_out, 'more value')} (--json has all)"
    if item.outcome in FAULTS and item.now and item.now[0] not in item.against[:SHOWN]:
        now = item.now[0]
        yield f"the corpus now: {_said(now, item)} ({', '.join(labels.get(name, name) for name in now.documents)})"
    if spelt(item, check):
        yield spelt(item, check).removeprefix("; ")
