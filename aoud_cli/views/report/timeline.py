"""The timeline of the page: how each date slipped from article to article, and the events in their order, drawn in SVG.

A drawing is as wide as the page: places are percentages, so that bars stretch and letters don't. What a bar shows stands beside it
in words, which is what a screen reader reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.findings.dates import asserted_words, stands_words, when_words
from aoud_cli.findings.facts import PREMIERE
from aoud_cli.findings.moments import date_of
from aoud_cli.model import Certainty, Claim, DateRange
from aoud_cli.output.axis import years_of
from aoud_cli.output.words import count_words, fact_words, side_words, subject_words
from aoud_cli.predicates import LABELS
from aoud_cli.views.report.days import people_dates
from aoud_cli.views.report.guide import Guide, marks_of
from aoud_cli.views.report.html import Html, el, join

if TYPE_CHECKING:
    from aoud_cli.analysis.timeline import Event, FactHistory, Step

MOST_ROWS = 40  # of one drawing: the rest stands folded under it
MOST_LABELS = 6  # years named on an axis; a telephone has room for no more
MOST_LINES = 30
HEIGHT = 26
FADES = 5  # shades of a bar with an open end
LEAST = 0.8  # per cent of the axis: a single day is still seen


@dataclass(frozen=True)
class Scale:
    """Whole years from the first of January of one to the end of another, as percentages."""

    first: int
    last: int

    def place(self, day: date) -> float:
        """How far along the axis a day begins, from 0 to 100."""
        start = date(self.first, 1, 1).toordinal()
        whole = date(self.last, 12, 31).toordinal() + 1 - start
        return round(100 * (day.toordinal() - start) / whole, 2)

    def span(self, when: DateRange) -> tuple[float, float]:
        """Where a range begins, and how wide it is; an open end reaches to the edge."""
        low = 0.0 if when.earliest is None else self.place(when.earliest)
        high = 100.0 if when.latest is None else self.place(when.latest)
        width = max(high - low, LEAST)
        return min(low, 100 - width), round(width, 2)

    @property
    def years(self) -> range:
        """The years from the first to the last."""
        return range(self.first, self.last + 1)

    def header(self) -> Html:
        """The years, as many as have room."""
        step = -(-len(self.years) // MOST_LABELS)
        names = [el("text", str(year), x=f"{self.place(date(year, 1, 1))}%", y=12) for year in self.years[::step]]
        return el("svg", *self.lines(), *names, class_="axis", width="100%", height=HEIGHT, aria_hidden="true", focusable="false")

    def lines(self) -> list[Html]:
        """A line where each year begins."""
        step = -(-len(self.years) // MOST_LINES)
        places = [f"{self.place(date(year, 1, 1))}%" for year in self.years[::step]]
        return [el("line", x1=place, x2=place, y1=0, y2="100%") for place in places]

    def drawing(self, *bars: Html | None) -> Html:
        """One row of a chart."""
        middle = el("svg", *bars, y="50%", class_="middle")  # whatever height the words beside it give the row
        return el("svg", *self.lines(), middle, class_="bar", width="100%", height=HEIGHT, aria_hidden="true", focusable="false")

    def bar(self, when: DateRange, kind: str, y: int = -8, height: int = 13) -> Html:
        """The days that a range admits; towards an open end it fades."""
        low, width = self.span(when)
        if None not in when:
            return el("rect", x=f"{low}%", width=f"{width}%", y=y, height=height, class_=kind)
        step = width / FADES
        shades = range(FADES) if when.latest is None else range(FADES - 1, -1, -1)
        places = (f"{low + n * step:.2f}%" for n in range(FADES))
        return join(
            el("rect", x=place, width=f"{step:.2f}%", y=y, height=height, class_=f"{kind} fade{shade}")
            for place, shade in zip(places, shades, strict=True)
        )


def timeline_section(guide: Guide) -> Html | None:
    """The events, then each dated fact that more than one article tells; None where no date is told."""
    facts = timeline(guide.analysis.claims, findings=guide.analysis.findings)
    slips = sorted(facts, key=lambda fact: (fact.key != PREMIERE, -len(fact.steps)))  # how the premiere slipped is what people look for
    charts = [chart for fact in slips if (chart := _history(guide, fact))]
    story = _events(guide)
    if not charts and story is None:
        return None
    rest = [story, *charts[1:]]
    folded = el("details", el("summary", "All dates, in the order of the events, and how each was told"), *rest, class_="more")
    return el("section", el("h2", "Timeline", id="timeline"), _key(), *charts[:1], folded, aria_labelledby="timeline")


def _key() -> Html:
    samples = (("certain", "told as certain"), ("probable", "probable"), ("possible", "possible"), ("expired", "did not come true"))
    shown = [part for kind, words in samples for part in (_sample(kind), f" {words} ")]
    return el("p", *shown, _sample("written"), " when the article was written", class_="legend")


def _sample(kind: str) -> Html:
    height, y = (3, 8) if kind == "written" else (9, 3)
    shape = el("rect", x=1, y=y, width=24, height=height, class_=f"certain {kind}" if kind == "expired" else kind)
    return el("svg", shape, class_="sample", width=26, height=14, aria_hidden="true", focusable="false")


def _written(claim: Claim) -> DateRange | None:
    asserted = claim.asserted
    return DateRange(asserted.earliest, asserted.latest) if asserted.earliest and asserted.latest else None


def _history(guide: Guide, fact: FactHistory) -> Html | None:
    """How one date moved: a row a step."""
    dates = [when for step in fact.steps if (when := date_of(step.claim))]
    years = years_of([*dates, *(when for step in fact.steps if (when := _written(step.claim)))])
    if not dates or years is None:
        return None
    scale = Scale(*years)
    heading = fact_words(fact)
    rows = [_step(guide, scale, fact, step) for step in fact.steps]
    return _figure(guide, heading, scale, rows, [step.claim for step in fact.steps])


def _figure(guide: Guide, heading: str, scale: Scale, rows: Sequence[Html], claims: Iterable[Claim]) -> Html:
    top = el("div", el("div", class_="what"), scale.header(), class_="row", aria_hidden="true")
    rest = rows[MOST_ROWS:]
    more = el("details", el("summary", f"{len(rest):,} more"), el("ol", *rest, class_="rows")) if rest else None
    shown = el("ol", *rows[:MOST_ROWS], class_="rows")
    return el("figure", el("figcaption", heading), top, shown, more, class_="chart", **marks_of(guide, claims))


def _step(guide: Guide, scale: Scale, fact: FactHistory, step: Step) -> Html:
    claim, when, written = step.claim, date_of(step.claim), _written(step.claim)
    said = people_dates(side_words(claim, fact.subject)) + (", did not come true" if step.expired else "")
    when_told = f" {people_dates(asserted_words(claim.asserted))}" + (", order open" if step.order_open else "")
    words = el("div", el("span", guide.article_link(claim.source.document), when_told, class_="told"), " ", guide.claim_link(claim, said))
    bars = [
        scale.bar(when, _kind(claim.certainty, step.expired)) if when else None,
        scale.bar(written, "written", 7, 3) if written else None,
    ]
    return el("li", el("div", words, class_="what"), scale.drawing(*bars), class_="row")


def _kind(certainty: Certainty, expired: bool) -> str:
    return f"{certainty.value} expired" if expired else certainty.value


def _events(guide: Guide) -> Html | None:
    found = events(guide.analysis.claims)
    dates = [each for event in found for each in (event, *event.others)]
    years = years_of([each.when for each in dates])
    if years is None:
        return None
    scale = Scale(*years)
    rows = [
        row for event in found for row in (_event(guide, scale, event), *(_other(guide, scale, other, event) for other in event.others))
    ]
    return _figure(guide, "What happened, and what is to come", scale, rows, [claim for event in found for claim in event.told])


def _event(guide: Guide, scale: Scale, event: Event) -> Html:
    label = LABELS.get(event.key, event.predicate)
    return _dated(guide, scale, event, el("strong", f"{subject_words(event.subject)} · {label}"))


def _other(guide: Guide, scale: Scale, other: Event, best: Event) -> Html:
    return _dated(guide, scale, other, el("span", stands_words(other.when, best.when), class_="other"))


def _dated(guide: Guide, scale: Scale, event: Event, name: Html) -> Html:
    hedge = "" if event.certainty is Certainty.CERTAIN else f" ({event.certainty.value})"
    words = (
        people_dates(when_words(event.when)) + hedge + (", did not come true" if event.expired else "" if event.happened else ", foretold")
    )
    who = guide.labels[event.documents[0]] if len(event.documents) == 1 else count_words(len(event.documents), "article")
    text = el("div", name, " ", guide.claim_link(event.claims[0], words), el("span", f" {who}", class_="told"), class_="what")
    return el("li", text, scale.drawing(scale.bar(event.when, _kind(event.certainty, event.expired))), class_="row")
