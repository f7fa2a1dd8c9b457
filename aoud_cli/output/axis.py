"""A common axis of years in the cells of a terminal: where a day falls on it, its ruler, and bars under it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aoud_cli.model import Asserted, Certainty, DateRange

LABEL = 5  # '2024' and a blank
# How many ticks a year, where each then has that many cells at least.
TICKS = ((12, 3), (4, 4), (2, 4))
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000)


@dataclass(frozen=True)
class Pens:
    """What an axis and its bars are drawn with."""

    fills: dict[Certainty, str]
    written: str
    line: str
    year: str
    tick: str


BLOCKS = Pens({Certainty.CERTAIN: "█", Certainty.PROBABLE: "▓", Certainty.POSSIBLE: "░"}, "·", "─", "┼", "┴")
ASCII = Pens({Certainty.CERTAIN: "#", Certainty.PROBABLE: "=", Certainty.POSSIBLE: "-"}, ".", "_", "|", "'")


@dataclass(frozen=True)
class Axis:
    """Whole years, from the first of January of one to the end of another, on `width` cells (at least one).

    All months are as wide as one another, so that the ruler is even.
    """

    first_year: int
    last_year: int
    width: int
    pens: Pens = BLOCKS

    @property
    def years(self) -> int:
        """How many years there are."""
        return self.last_year - self.first_year + 1

    def column(self, day: date) -> int:
        """The cell in which a day falls, from 0; a day off the axis falls in its first or last cell."""
        length = monthrange(day.year, day.month)[1]
        months = (day.year - self.first_year) * 12 + day.month - 1
        place = (months * length + day.day - 1) * self.width // (12 * length * self.years)
        return min(max(place, 0), self.width - 1)

    def header(self) -> list[str]:
        """The line of years and the ruler under it: a mark at each year that has a label, ticks between where there is room."""
        step = next((step for step in STEPS if self._fits(step)), STEPS[-1])
        labelled = self._labelled(step)
        names, ruler = [" "] * self.width, [self.pens.line] * self.width
        for month in self._tick_months() if step == 1 else ():
            for year in range(self.first_year, self.last_year + 1):
                ruler[self.column(date(year, month, 1))] = self.pens.tick
        for year in labelled:
            column = self.column(date(year, 1, 1))
            ruler[column] = self.pens.year
            label = f"{year:04}"
            if column + len(label) <= self.width:
                names[column : column + len(label)] = label
        return ["".join(names), "".join(ruler)]

    def _labelled(self, step: int) -> list[int]:
        first = self.first_year if step == 1 else -(-self.first_year // step) * step
        return list(range(first, self.last_year + 1, step))

    def _fits(self, step: int) -> bool:
        columns = [self.column(date(year, 1, 1)) for year in self._labelled(step)]
        return all(b - a >= LABEL for a, b in zip(columns, columns[1:], strict=False))

    def _tick_months(self) -> range:
        """The months that have a tick, January not among them."""
        parts = next((parts for parts, cells in TICKS if self.width >= cells * parts * self.years), 1)
        return range(1 + 12 // parts, 13, 12 // parts)

    def bar(self, when: DateRange | None, certainty: Certainty, asserted: Asserted) -> str:
        """A line as wide as the axis: the days that the range admits, open ends as arrows, and where the article was written.

        None where no date is told; the article's own time then stands alone, and so does it where its bounds aren't both known.
        """
        cells = [" "] * self.width
        if asserted.earliest is not None and asserted.latest is not None:
            self._fill(cells, asserted.earliest, asserted.latest, self.pens.written)
        if when is not None and not (when.earliest is None and when.latest is None):
            low, high = self._fill(cells, when.earliest, when.latest, self.pens.fills[certainty])
            if when.earliest is None:
                cells[low] = "<"
            if when.latest is None:
                cells[high] = ">"
        return "".join(cells)

    def _fill(self, cells: list[str], first: date | None, last: date | None, pen: str) -> tuple[int, int]:
        low = 0 if first is None else self.column(first)
        high = self.width - 1 if last is None else self.column(last)
        cells[low : high + 1] = pen * (high + 1 - low)
        return low, high


def years_of(ranges: Iterable[DateRange]) -> tuple[int, int] | None:
    """The first and the last year that any end of the ranges falls in; None where they have no end at all."""
    days = [day for when in ranges for day in (when.earliest, when.latest) if day is not None]
    return (min(days).year, max(days).year) if days else None
