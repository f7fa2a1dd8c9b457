"""`aoud timeline --events`: what happened, or will, in its order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, TypedDict

from aoud_cli.analysis.select import Question
from aoud_cli.analysis.timeline import Event, events as events_of
from aoud_cli.claims.codec import WhenRecord, when_record
from aoud_cli.findings.dates import range_words, stands_words, when_words
from aoud_cli.findings.voices import independent
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Id, Number
from aoud_cli.output.columns import pack, table
from aoud_cli.output.records import AboutRecord, CertaintyName, Envelope, Some, about_record
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, fact_words, voice_words
from aoud_cli.views.view import Row, View

HAPPENED, FORETOLD = "●", "○"
NESTED = "└ "
Happened = Annotated[bool, "An article tells this date as past."]
Expired = Annotated[bool, "Foretold, and it did not come true."]


class DatedRecord(TypedDict):
    """A date that is told for the event, and who tells it."""

    when: WhenRecord
    certainty: CertaintyName
    claims: Annotated[list[Id], Some]
    documents: Annotated[list[str], Some]
    independent: Number
    happened: Happened
    expired: Expired


class EventRecord(AboutRecord, DatedRecord):
    """An event at its best-supported date, with the other dates that are told."""

    others: list[DatedRecord]


class EventsOutput(Envelope):
    """What `aoud timeline --events --json` prints."""

    events: list[EventRecord]


class EventsView(View):
    """The dated events in their order."""

    kind, output, line = "events", EventsOutput, EventRecord
    columns = ("when", "fact", "rank", "certainty", "documents", "told")

    def __init__(self, question: Question) -> None:
        asked = [event for event in events_of(question.analysis.claims) if question.asks([event.key], event.told)]
        super().__init__(question.analysis, asked, question.notes)

    def records(self) -> Iterator[EventRecord]:
        """One event an object."""
        return map(event_record, self.items)

    def rows(self) -> Iterator[Row]:
        """A row a date of an event."""
        for event in self.items:
            for said in (event, *event.others):
                rank = "expired" if said.expired else "best" if said is event else "other"
                told = "happened" if said.happened else "foretold"
                yield [range_words(said.when), fact_words(event), rank, said.certainty.value, ",".join(said.documents), told]

    def layout(self, style: Style) -> Iterator[str]:
        """A table, and what its marks mean."""
        return layout_events(self.items, self.labels, style)


def layout_events(events: Sequence[Event], labels: Labels, style: Style) -> Iterator[str]:
    """The story: each event at its best-supported date, who tells it, and under it who dates it otherwise."""
    rows = [[visible(cell) for cell in row] for event in events for row in _cells(event, labels)]
    if rows:
        legend = (f"{HAPPENED} told as past", f"{FORETOLD} foretold; whether it came so, no article here tells")
        yield from [*table(rows, style.width), "", *pack(legend, style.width)]


def event_record(event: Event) -> EventRecord:
    """An event at its best-supported date, with the other dates that are told."""
    return {
        **about_record(event),
        **dated_record(event),
        "others": [dated_record(other) for other in event.others],
    }


def dated_record(dated: Event) -> DatedRecord:
    """One date of an event, and who tells it."""
    return {
        "when": when_record(dated.when),
        "certainty": dated.certainty.value,
        "claims": [claim.id for claim in dated.claims],
        "documents": list(dated.documents),
        "independent": independent(dated.claims),
        "happened": dated.happened,
        "expired": dated.expired,
    }


def _cells(event: Event, labels: Labels) -> Iterator[Row]:
    mark = HAPPENED if event.happened else FORETOLD
    yield [mark, when_words(event.when), _hedged(fact_words(event), event), voice_words(event.claims, labels)]
    for other in event.others:
        stands = "expired" if other.expired else stands_words(other.when, event.when)
        yield ["", when_words(other.when), _hedged(f"{NESTED}{stands}", other), voice_words(other.claims, labels)]


def _hedged(said: str, event: Event) -> str:
    return said if event.certainty.value == "certain" else f"{said} ({event.certainty.value})"
