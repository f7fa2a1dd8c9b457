"""The year of a date that its undated article leaves out, from what the corpus tells of the same event.

`made available on Oct. 14`, says an article without a day of its own. Another tells that the season came out on October 14, 2022: a day of
the year that is told of one event with one year alone is of that year. What is told with two, or not at all, stays unresolved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from aoud_cli.findings.moments import date_of
from aoud_cli.model import Claim, DateRange, DateValue

_Event = tuple[str, int | None, int, int, int]  # predicate, season, the month and days that its date runs through


def with_years(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, those with a date that lacks its year in the one year that fits."""
    told = list(claims)
    years = _years(told)
    return [_resolved(claim, years) for claim in told]


def _years(claims: Iterable[Claim]) -> Mapping[_Event, set[int]]:
    found: defaultdict[_Event, set[int]] = defaultdict(set)
    for claim in claims:
        when = date_of(claim)
        for event in _events(claim, when) if when is not None and when.earliest is not None else ():
            found[event].add(when.earliest.year)  # type: ignore[union-attr]
    return found


def _events(claim: Claim, when: DateRange) -> Iterator[_Event]:
    """What a claim dates, by its day and by its month."""
    first, last = when
    if first is not None and last is not None and (first.year, first.month) == (last.year, last.month):
        yield claim.key, claim.season, first.month, first.day, last.day
        yield claim.key, claim.season, first.month, 0, 0


def _resolved(claim: Claim, years: Mapping[_Event, set[int]]) -> Claim:
    value = claim.value
    if not isinstance(value, DateValue) or value.when != DateRange(None, None):
        return claim
    guess = _in_year(value, _LEAP_YEAR)
    if guess is None or guess.earliest is None or guess.latest is None:
        return claim
    is_month = guess.earliest.day == 1 and guess.latest.day >= _SHORTEST_MONTH
    days = (0, 0) if is_month else (guess.earliest.day, guess.latest.day)
    known = years.get((claim.key, claim.season, guess.earliest.month, *days), set())
    whole = _in_year(value, next(iter(known))) if len(known) == 1 else None
    return claim if whole is None else claim._replace(value=value._replace(when=whole))


def _in_year(value: DateValue, year: int) -> DateRange | None:
    """The days that the words name in a year; None where they are no day of a year."""
    from aoud_cli.spans.dates.find import parse_date

    found = parse_date(f"{value.text} {year}")
    return None if found is None or found.yearless or found.unresolved else found.when


_LEAP_YEAR = 2024  # in which every day of a year exists
_SHORTEST_MONTH = 28
