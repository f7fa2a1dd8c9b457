"""`aoud timeline`: how what is said of each fact changed; bars over a common axis where dates are told of it, else steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple, TypedDict

from aoud_cli.analysis.select import Question
from aoud_cli.analysis.timeline import Change, FactHistory, Step, timeline
from aoud_cli.claims.codec import AssertedRecord, ValueRecord, asserted_record, value_record
from aoud_cli.findings.dates import asserted_span, asserted_words
from aoud_cli.findings.moments import date_of
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Id
from aoud_cli.model import Certainty, Claim, DateRange, DateValue
from aoud_cli.output.axis import ASCII, BLOCKS, Axis, Pens, years_of
from aoud_cli.output.columns import GAP, pack, pad, table, table_rows, text_width, wrap
from aoud_cli.output.records import AboutRecord, CertaintyName, Envelope, Some, about_record
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, fact_words, heading_words, hedged_words, side_words, subject_words
from aoud_cli.views.view import Row, View

LEAST_YEAR, MOST_YEAR = 5, 12  # cells
LEAST_AXIS, MOST_AXIS = 16, 72
LEAST_WORDS, MOST_WORDS = 22, 44
OPEN = "~"


class StepRecord(TypedDict):
    """What one article adds to the history of a fact."""

    claim: Id
    document: str
    asserted: AssertedRecord
    value: ValueRecord
    certainty: CertaintyName
    quote: str
    change: Change
    order_open: bool
    expired: Annotated[bool, "Foretold, and it did not come true."]


class FactRecord(AboutRecord):
    """A fact and what was said of it, in the order in which it was said."""

    steps: Annotated[list[StepRecord], Some]


class TimelineOutput(Envelope):
    """What `aoud timeline --json` prints."""

    timeline: list[FactRecord]


class TimelineView(View):
    """The facts that more than one article tells."""

    kind, output, line = "timeline", TimelineOutput, FactRecord
    empty = "nothing to show: no more than one article tells of it; `aoud claims` lists what one tells"
    columns = ("fact", "change", "said", "document", "asserted", "order", "fate", "quote")

    def __init__(self, question: Question) -> None:
        facts = timeline(question.analysis.claims, findings=question.analysis.findings)
        asked = [fact for fact in facts if question.asks([fact.key], [step.claim for step in fact.steps])]
        super().__init__(question.analysis, asked, question.notes)

    def records(self) -> Iterator[FactRecord]:
        """One fact an object."""
        return map(fact_record, self.items)

    def rows(self) -> Iterator[Row]:
        """A row a step."""
        for fact in self.items:
            for step in fact.steps:
                claim = step.claim
                order, fate = "order open" if step.order_open else "", "expired" if step.expired else ""
                told = [fact_words(fact), step.change, side_words(claim, fact.subject), claim.source.document]
                yield [*told, asserted_span(claim.asserted), order, fate, claim.source.quote]

    def layout(self, style: Style) -> Iterator[str]:
        """A drawing or a table a fact."""
        yield from layout_histories(self.items, self.labels, style)


def fact_record(fact: FactHistory) -> FactRecord:
    """A fact and what was said of it, in the order in which it was said."""
    return {
        **about_record(fact),
        "steps": [step_record(step) for step in fact.steps],
    }


def step_record(step: Step) -> StepRecord:
    """What one article adds to the history of a fact."""
    claim = step.claim
    return {
        "claim": claim.id,
        "document": claim.source.document,
        "asserted": asserted_record(claim.asserted),
        "value": value_record(claim.value),
        "certainty": claim.certainty.value,
        "quote": claim.source.quote,
        "change": step.change,
        "order_open": step.order_open,
        "expired": step.expired,
    }


def layout_histories(facts: Sequence[FactHistory], labels: Labels, style: Style) -> list[str]:
    """First the facts that moved or have dates, each with its steps; then, a line each, those that every article tells alike."""
    moved = [fact for fact in facts if _has_moved(fact)]
    lines = [line for fact in moved for line in [*_history(fact, labels, style), ""]]
    lines += _unmoved([fact for fact in facts if not _has_moved(fact)], labels, style)
    return [*lines, *pack(_entries(moved, pens_for(style)), style.width)]


def _has_moved(fact: FactHistory) -> bool:
    return _has_dates(fact) or any(step.change != "repeats" for step in fact.steps[1:])


def _has_dates(fact: FactHistory) -> bool:
    return any(date_of(step.claim) is not None for step in fact.steps)


def _history(fact: FactHistory, labels: Labels, style: Style) -> list[str]:
    head = wrap(visible(fact_words(fact)), style.width)
    lines = [style.paint(line, "bold") for line in head]
    return lines + (_bars(fact, labels, style) if _has_dates(fact) else _steps(fact, labels, style))


# Steps -----------------------------------------------------------------------------------------------------------------


def _steps(fact: FactHistory, labels: Labels, style: Style) -> list[str]:
    rows = []
    for number, step in enumerate(fact.steps):
        change = "adds" if step.change == "first" and number else step.change
        told = (_label(step, labels), asserted_words(step.claim.asserted), change, side_words(step.claim, fact.subject))
        rows.append([visible(cell) for cell in told])
    shown = zip(fact.steps, table_rows(rows, style.width, "  "), strict=True)
    return [line for step, (first, *rest) in shown for line in (_margin(step) + first[1:], *rest)]


def _label(step: Step, labels: Labels) -> str:
    return labels.get(step.claim.source.document, step.claim.source.document)


def _margin(step: Step) -> str:
    """A mark where the article may be older than the one above."""
    return OPEN if step.order_open else " "


def _unmoved(facts: Sequence[FactHistory], labels: Labels, style: Style) -> list[str]:
    """A table of what nobody tells differently: the value, and the articles in the order in which they say it."""
    if not facts:
        return []
    groups: dict[str, list[list[str]]] = {}
    for fact in facts:
        said = ", ".join(_who(step, labels) for step in fact.steps)
        value = " = ".join(dict.fromkeys(_value(step.claim, fact) for step in fact.steps))
        rows = groups.setdefault(heading_words(fact), [])
        rows.append([visible(cell) for cell in (subject_words(fact.subject), value, said)])
    lines = [style.paint(line, "bold") for line in wrap("Told alike by all that tell it, the earliest first", style.width)]
    for heading, rows in groups.items():
        lines += [f"  {heading}", *table(rows, style.width, "    ")]
    return [*lines, ""]


def _value(claim: Claim, fact: FactHistory) -> str:
    """What is said, without how surely: that stands with each article."""
    return side_words(claim, fact.subject).removesuffix(f" ({claim.certainty.value})")


def _who(step: Step, labels: Labels) -> str:
    certainty = step.claim.certainty
    return _label(step, labels) + ("" if certainty is Certainty.CERTAIN else f" ({certainty.value})")


# Bars ------------------------------------------------------------------------------------------------------------------


class _Bar(NamedTuple):
    """A step as it is shown: its article, when that was written, and what it says."""

    step: Step
    name: str
    written: str
    words: str


class _Plan(NamedTuple):
    """Where the columns of a drawing stand: the cells before `written`, those before the axis, and whether the words are beside it."""

    left: int
    lead: int
    axis: Axis
    beside: bool


def _bars(fact: FactHistory, labels: Labels, style: Style) -> list[str]:
    """A line for each step: who, when it was written, its bar, its words; the words stand under the bar where room is short."""
    rows = [
        _Bar(step, f"{_margin(step)} {visible(_label(step, labels))}", asserted_words(step.claim.asserted), visible(_words(step)))
        for step in fact.steps
    ]
    spans = [DateRange(step.claim.asserted.earliest, step.claim.asserted.latest) for step in fact.steps]
    years = years_of([*spans, *(when for step in fact.steps if (when := date_of(step.claim)))])
    if years is None:
        return _steps(fact, labels, style)
    plan = _plan(rows, years, style)
    lines = [(" " * plan.lead + line).rstrip() for line in plan.axis.header()]
    return lines + [line for row in rows for line in _bar_lines(row, plan, style.width)]


def _plan(rows: Sequence[_Bar], years: tuple[int, int], style: Style) -> _Plan:
    """Room for the words first, then for an axis that the slipping is seen on; all years equally wide."""
    left = max(text_width(row.name) for row in rows) + len(GAP)
    middle = max(text_width(row.written) for row in rows) + len(GAP)
    count = years[1] - years[0] + 1
    room = style.width - left - middle - len(GAP)
    said = min(max(LEAST_WORDS, room - MOST_YEAR * count), MOST_WORDS, max(text_width(row.words) for row in rows))
    beside = room - said >= max(LEAST_AXIS, LEAST_YEAR * count)
    width = min(room - said if beside else style.width - left, max(LEAST_AXIS, MOST_YEAR * count), MOST_AXIS)
    axis = Axis(*years, width - width % count if width > count else width, pens_for(style))
    return _Plan(left, left + middle if beside else left, axis, beside)


def _bar_lines(row: _Bar, plan: _Plan, width: int) -> list[str]:
    claim = row.step.claim
    bar = plan.axis.bar(date_of(claim), claim.certainty, claim.asserted)
    if not plan.beside:
        below = wrap(f"{row.written}: {row.words}", width - plan.left)
        return [(pad(row.name, plan.left) + bar).rstrip(), *(" " * plan.left + line for line in below)]
    edge = plan.lead + plan.axis.width + len(GAP)
    first, *rest = wrap(row.words, width - edge)
    head = pad(row.name, plan.left) + pad(row.written, plan.lead - plan.left) + bar
    return [f"{head}{GAP}{first}", *(" " * edge + line for line in rest)]


def _words(step: Step) -> str:
    """What a step tells, with its hedge, and what came of it."""
    claim = step.claim
    said = claim.value.text if isinstance(claim.value, DateValue) and claim.value.text else None
    told = side_words(claim, claim.subject) if said is None else hedged_words(claim, said)
    fate = "expired" if step.expired else "contradicts" if step.change == "contradicts" else ""
    return f"{told}, {fate}" if fate else told


def pens_for(style: Style) -> Pens:
    """Block characters where the output can show them."""
    return BLOCKS if style.blocks else ASCII


def _entries(facts: Sequence[FactHistory], pens: Pens) -> Iterator[str]:
    """The marks that were used."""
    claims = [step.claim for fact in filter(_has_dates, facts) for step in fact.steps]
    dated = [claim for claim in claims if date_of(claim)]
    used = {claim.certainty for claim in dated}
    yield from (f"{pens.fills[certainty]} {certainty.value}" for certainty in Certainty if certainty in used)
    if any(map(_has_open_end, dated)):
        yield "< > open end"
    if any(None not in claim.asserted[:2] for claim in claims):
        yield f"{pens.written} when it was written"
    if any(map(_is_open, facts)):
        yield f"{OPEN} may be older than the one above"


def _has_open_end(claim: Claim) -> bool:
    return None in (date_of(claim) or ())


def _is_open(fact: FactHistory) -> bool:
    return any(step.order_open for step in fact.steps)
