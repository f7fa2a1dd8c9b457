"""Tellings by the days on which they were asserted: one that is surely later, surely earlier or neither is found without asking all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from aoud_cli.findings.facts import Telling
from aoud_cli.findings.moments import is_before
from aoud_cli.model import Asserted


class Lineup:
    """Tellings in the order of their days, the first and the last possible one of each."""

    def __init__(self, tellings: Iterable[Telling]) -> None:
        told = list(tellings)
        firsts = [(day, place) for place, telling in enumerate(told) if (day := telling.claim.asserted.earliest)]
        lasts = [(day, place) for place, telling in enumerate(told) if (day := telling.claim.asserted.latest)]
        self._by_first = [(day, told[place]) for day, place in sorted(firsts)]
        self._by_last = [(day, told[place]) for day, place in sorted(lasts)]
        self._of_day: defaultdict[date, list[Telling]] = defaultdict(list)
        self._of_no_day: list[Telling] = []
        for telling in told:
            day = telling.claim.asserted.known_day
            (self._of_no_day if day is None else self._of_day[day]).append(telling)

    @property
    def last_first(self) -> date:
        """The latest of the first possible days: what was over before it was asserted surely earlier than one of these."""
        return self._by_first[-1][0] if self._by_first else date.min

    @property
    def first_last(self) -> date:
        """The earliest of the last possible days."""
        return self._by_last[0][0] if self._by_last else date.max

    def later_than(self, asserted: Asserted) -> Iterator[Telling]:
        """Those asserted surely later, the nearest first."""
        start = len(self._by_first) if asserted.latest is None else bisect_right(self._by_first, asserted.latest, key=_day)
        return (self._by_first[place][1] for place in range(start, len(self._by_first)))

    def earlier_than(self, asserted: Asserted) -> Iterator[Telling]:
        """Those asserted surely earlier, the nearest first."""
        end = 0 if asserted.earliest is None else bisect_left(self._by_last, asserted.earliest, key=_day)
        return (self._by_last[place][1] for place in range(end - 1, -1, -1))

    def on_day(self, day: date | None) -> Sequence[Telling]:
        """Those asserted on a known day."""
        return () if day is None else self._of_day.get(day, ())

    def open_to(self, asserted: Asserted) -> Iterator[Telling]:
        """Those of which it can't be told whether they were asserted before, after or on the same day."""
        if asserted.known_day is None:
            for day in self._of_day:
                if (asserted.earliest is None or asserted.earliest <= day) and (asserted.latest is None or day <= asserted.latest):
                    yield from self._of_day[day]
        for telling in self._of_no_day:
            other = telling.claim.asserted
            if not is_before(other, asserted) and not is_before(asserted, other):
                yield telling


def _day(item: tuple[date, Telling]) -> date:
    return item[0]
