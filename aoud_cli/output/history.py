"""The history of a fact on a terminal: bars over a common axis where dates are told of it, else its steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from aoud_cli.model import Certainty, Claim, DateRange, DateValue
from aoud_cli.output.axis import ASCII, BLOCKS, Axis, Pens, years_of
from aoud_cli.output.columns import GAP, pad, table, text_width, wrap
from aoud_cli.output.style import Style
from aoud_cli.output.words import asserted_words, fact_words, hedged_words, side_words
from aoud_cli.safe import visible

if TYPE_CHECKING:
    from aoud_cli.findings.timeline import FactHistory, Step

Labels = dict[str, str]

LEAST_YEAR, MOST_YEAR = 4, 12  # cells
LEAST_AXIS, MOST_AXIS = 16, 72
LEAST_WORDS, MOST_WORDS = 24, 44
OPEN = "~"


def layout_histories(facts: Sequence[FactHistory], labels: Labels, style: Style) -> list[str]:
    """First the facts that moved or have dates, each with its steps; then, a line each, those that every article tells alike."""
    moved = [fact for fact in facts if _has_moved(fact)]
    lines = [line for fact in moved for line in [*_history(fact, labels, style), ""]]
    lines += _unmoved([fact for fact in facts if not _has_moved(fact)], labels, style)
    return [*lines, *_legend(moved, style)]


def _has_moved(fact: FactHistory) -> bool:
    return _has_dates(fact) or any(step.change != "repeats" for step in fact.steps[1:])


def _has_dates(fact: FactHistory) -> bool:
    return any(_date_of(step.claim) is not None for step in fact.steps)


def _date_of(claim: Claim) -> DateRange | None:
    """The days that a bar shows: none for a denial, whose date is just when it is not."""
    when = claim.value.when if isinstance(claim.value, DateValue) and claim.polarity == "positive" else None
    return None if when == DateRange(None, None) else when


def _history(fact: FactHistory, labels: Labels, style: Style) -> list[str]:
    head = wrap(visible(fact_words(fact.subject, fact.topic, fact.predicate, fact.season)), style.width)
    lines = [style.paint(line, "bold") for line in head]
    return lines + (_bars(fact, labels, style) if _has_dates(fact) else _steps(fact, labels, style))


# Steps -----------------------------------------------------------------------------------------------------------------


def _steps(fact: FactHistory, labels: Labels, style: Style) -> list[str]:
    rows = []
    for number, step in enumerate(fact.steps):
        change = "adds" if step.change == "first" and number else step.change
        rows.append([_label(step, labels), _written(step), change, side_words(step.claim, fact.subject)])
    return table([[visible(cell) for cell in row] for row in rows], style.width, "  ")


def _label(step: Step, labels: Labels) -> str:
    return labels.get(step.claim.source.document, step.claim.source.document)


def _written(step: Step) -> str:
    return asserted_words(step.claim.asserted) + (f" {OPEN}" if step.order_open else "")


def _unmoved(facts: Sequence[FactHistory], labels: Labels, style: Style) -> list[str]:
    """A table of what nobody tells differently: the value, and the articles in the order in which they say it."""
    if not facts:
        return []
    rows = []
    for fact in facts:
        first = fact.steps[0].claim
        said = ", ".join(_who(step, labels) for step in fact.steps)
        value = side_words(first, fact.subject).removesuffix(f" ({first.certainty.value})")
        rows.append([visible(fact_words(fact.subject, fact.topic, fact.predicate, fact.season)), visible(value), visible(said)])
    return [style.paint("Told alike, in the order of the articles", "bold"), *table(rows, style.width, "  "), ""]


def _who(step: Step, labels: Labels) -> str:
    certainty = step.claim.certainty
    return _label(step, labels) + ("" if certainty is Certainty.CERTAIN else f" ({certainty.value})")


# Bars ------------------------------------------------------------------------------------------------------------------


def _bars(fact: FactHistory, labels: Labels, style: Style) -> list[str]:
    """A line for each step: who, when it was written, its bar, its words; the words stand under the bar where room is short."""
    spans = [DateRange(step.claim.asserted.earliest, step.claim.asserted.latest) for step in fact.steps]
    years = years_of([*spans, *(when for step in fact.steps if (when := _date_of(step.claim)))])
    if years is None:
        return _steps(fact, labels, style)
    names = [visible(_label(step, labels)) for step in fact.steps]
    written = [visible(_written(step)) for step in fact.steps]
    words = [visible(_words(step)) for step in fact.steps]
    left = 2 + max(map(text_width, names)) + len(GAP)
    middle = max(map(text_width, written)) + len(GAP)
    count = years[1] - years[0] + 1
    room = style.width - left - middle - len(GAP)
    said = min(max(LEAST_WORDS, room - MOST_YEAR * count), MOST_WORDS, max(map(text_width, words)))
    beside = room - said >= max(LEAST_AXIS, LEAST_YEAR * count)
    width = room - said if beside else style.width - left
    axis = Axis(*years, min(width, max(LEAST_AXIS, MOST_YEAR * count), MOST_AXIS), pens_for(style))
    lead = left + (middle if beside else 0)
    lines = [(" " * lead + line).rstrip() for line in axis.header()]
    for step, name, when, told in zip(fact.steps, names, written, words, strict=True):
        bar = axis.bar(_date_of(step.claim), step.claim.certainty, step.claim.asserted)
        start = "  " + pad(name, left - 2)
        if beside:
            first, *rest = wrap(told, style.width - lead - axis.width - len(GAP))
            lines.append(f"{start}{pad(when, middle)}{bar}{GAP}{first}")
            lines += [" " * (lead + axis.width + len(GAP)) + line for line in rest]
        else:
            lines.append((start + bar).rstrip())
            lines += [" " * left + line for line in wrap(f"{when}: {told}", style.width - left)]
    return lines


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


def _legend(facts: Iterable[FactHistory], style: Style) -> list[str]:
    return [line for entry in [", ".join(_entries(list(facts), pens_for(style)))] if entry for line in wrap(entry, style.width)]


def _entries(facts: Sequence[FactHistory], pens: Pens) -> Iterator[str]:
    """What the marks mean, of those that were used."""
    steps = [step for fact in facts if _has_dates(fact) for step in fact.steps]
    for certainty in Certainty:
        if any(step.claim.certainty is certainty and _date_of(step.claim) for step in steps):
            yield f"{pens.fills[certainty]} {certainty.value}"
    if any(step.claim.asserted.earliest and step.claim.asserted.latest for step in steps):
        yield f"{pens.written} when it was written"
    ends = [when for step in steps if (when := _date_of(step.claim))]
    if any(when.earliest is None or when.latest is None for when in ends):
        yield "< > open end"
    if any(step.order_open for fact in facts for step in fact.steps):
        yield f"{OPEN} may be older than the line above"
