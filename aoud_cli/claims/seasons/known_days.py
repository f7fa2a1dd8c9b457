"""First and last days that are told without their year, in the year that the calendar of the seasons gives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from aoud_cli.claims.seasons.calendar import PREMIERE, Calendar, is_from
from aoud_cli.claims.seasons.out import day_of, day_told, premiere_day
from aoud_cli.claims.statement import Statement
from aoud_cli.english import numbers, pattern
from aoud_cli.model import DateRange, DateValue

WEEKS = timedelta(days=45)  # in which two days are of one premiere, and one of them is wrong
MONTHS = timedelta(days=300)  # in which a season comes to its end
_WEEKDAY_RE = pattern(r"(?i)\b{weekday_names}\b")


def with_known_day(statement: Statement, calendar: Calendar) -> Statement:
    """A premiere told by its weekday and day, in an article without a day, in the year in which a season is known to have come out then."""
    value, named = statement.value, _WEEKDAY_RE.search(getattr(statement.value, "text", ""))
    if premiere_day(statement) != DateRange(None, None) or not isinstance(value, DateValue) or named is None:
        return statement
    weekday = numbers("weekday_names")[named.group().lower()]
    days = [day for _, day in calendar.premieres if day.weekday() == weekday and day_of(value.text, day.year) == day]
    return replace(statement, value=value._replace(when=DateRange(days[0], days[0]))) if len(days) == 1 else statement


def in_known_year(statement: Statement, season: object, calendar: Calendar) -> Statement:
    """A first day told without its year in the year in which that season is known to have come out: `that season arrived on Oct. 6`.

    Of a season that the clause names, in an article without a day, another day of those weeks, too: it contradicts.
    """
    value, day = statement.value, calendar.day(season) if isinstance(season, int) else None
    if statement.make.key == "release.finale" and day is not None and not statement.ahead:
        return _in_known_months(statement, day)
    if statement.make.key != PREMIERE or not isinstance(value, DateValue) or day is None:
        return statement
    told = day_of(value.text, day.year)
    if statement.ahead:
        fits = told == day  # "its release date was February 7"
    elif day_told(statement) == DateRange(None, None):
        named = any(whose.step == "clause" and whose.season == season for whose in statement.candidates)
        fits = named and told is not None and abs(told - day) <= WEEKS
    else:
        fits = told == day
    return replace(statement, value=value._replace(when=DateRange(told, told))) if fits else statement


def _in_known_months(statement: Statement, first: date) -> Statement:
    """A last day told without its year in the months behind the first: `it ended on 28 March`, of a season that came out last year."""
    told = day_told(statement)
    if not isinstance(statement.value, DateValue) or told is None or not is_from(told, first + MONTHS):
        return statement
    days = (day_of(statement.value.text, year) for year in (first.year, first.year + 1))
    near = next((day for day in days if day is not None and first <= day < first + MONTHS), None)
    return statement if near is None else replace(statement, value=statement.value._replace(when=DateRange(near, near)))
