"""The season of a claim that nothing around it names: by the time that it tells of.

What an article tells as past is of the last season out on its day, what is to come of the one after; what is made, of the one made then.
"""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from aoud_cli.claims.events.words import RENEWAL
from aoud_cli.claims.seasons.calendar import APART, PREMIERE, SEQUEL, Calendar, is_from
from aoud_cli.claims.seasons.named import Step
from aoud_cli.claims.seasons.out import day_told
from aoud_cli.claims.statement import Statement
from aoud_cli.english import pattern
from aoud_cli.model import Asserted, DateRange
from aoud_cli.spans.seasons import Season

REST = ("release.finale", "release.schedule")  # what of a season that has begun is still to come
ABROAD = timedelta(days=550)  # in which a season that is out at home comes to other countries
ON_AIR = timedelta(days=120)  # of a season that began within, what is still to come may be the rest


class Time(NamedTuple):
    """What is known where a statement is made: the premieres, how many seasons were out, and whether it tells of what is to come."""

    calendar: Calendar
    out: int | None
    to_come: bool
    written: Asserted
    final: int | None  # the season that the article calls the last, or else the profile

    def is_within(self, span: timedelta) -> bool:
        """Whether the article was written within a span behind the first day of the last season that is out."""
        return self.calendar.is_within(self.out or 0, self.written, span)


def by_time(statement: Statement, time: Time) -> tuple[Season | None, Step]:
    when, calendar = day_told(statement), time.calendar
    is_abroad = statement.make.key == PREMIERE and not statement.candidates and statement.is_abroad
    if is_abroad and time.to_come and time.out and time.is_within(ABROAD):
        return None, ""  # "The show lands on <another> tomorrow": what comes to other countries was out at home before
    number = _season_then(statement, when, time)
    if number is None:
        counted = calendar.season_with(statement)
        return (counted, "date") if counted else (None, "")
    number = _out_then(statement, when, number, time) or _corrected(number, statement, when, time)
    if number > calendar.last or (when and calendar.breaks(statement.make.key, when, number)):
        return None, ""
    return number, "time"


def _out_then(statement: Statement, when: DateRange | None, newest: int, time: Time) -> int | None:
    """The one season that came out within days told as past, where the newest did not: `it premiered in 2022` in an article of 2024."""
    if statement.make.key != PREMIERE or time.to_come or when is None:
        return None
    number = time.calendar.only_within(when)
    return number if number != newest and time.calendar.day(newest) else None


_SHOT_NOW_RE = pattern(r"\b{shot_now}\b")  # "filming is ongoing in Busan": of the one that is made


_NEW_RE = pattern(r"\b{new_of_runs}\b")
_MAKES_RE = pattern(
    r"\b(?:is|are) (?:[a-z]+ly )?{making} "  # "X is making the first six of ten episodes"
    r"|\b(?:is|are|was|were) being (?:made|shot|filmed)\b"  # "said that six episodes were being made"
)


def _season_then(statement: Statement, when: DateRange | None, time: Time) -> int | None:
    """The season that was out, or was being made, at the time that a statement tells of."""
    key, premieres = statement.make.key, time.calendar.premieres
    if key.startswith(("production.filming", RENEWAL)) and when and when.latest and premieres:
        return time.calendar.made_on(when.latest)
    is_row = "|" in statement.line.masked.text or statement.rule.id.startswith("location row.")  # a box is of the whole show
    if key == "episodes.runtime_minutes" and is_row:
        return None
    if key == "production.location" and not (statement.ahead or _SHOT_NOW_RE.search(statement.line.masked.text)):
        return None if time.out is None or is_row else max(time.out, 1)  # "was filmed in Busan": the one that people know
    if time.out is None:
        return _only_known(time) if len(premieres) == 1 and not time.to_come else None
    if time.to_come and _is_of_the_rest(statement, when, time):
        return time.out
    return time.out + 1 if time.to_come or (time.out and _is_count_of_next(statement, time)) else max(time.out, 1)


def _is_count_of_next(statement: Statement, time: Time) -> bool:
    """Whether episodes are counted of the season that is being made: `X is making the first six of ten episodes`, `six new episodes have
    been ordered`, behind one that is long out."""
    if statement.make.key != "episodes.count":
        return False
    is_new = _NEW_RE.search(getattr(statement.value, "text", "").lower()) is not None and not time.is_within(ON_AIR)
    return is_new or _MAKES_RE.search(statement.line.masked.text) is not None


def _is_of_the_rest(statement: Statement, when: DateRange | None, time: Time) -> bool:
    """Whether what is to come is the rest of the season that is out: `four episodes to go, with the finale on May 14`, `Part 2 follows`."""
    key = statement.make.key
    is_rest = key in REST or (key == PREMIERE and (statement.part or 1) > 1)
    in_parts = when is not None and key.startswith("release.") and time.calendar.second_half_of(when) == time.out
    return (is_rest and time.is_within(ON_AIR)) or in_parts


def is_of_later_part(statement: Statement, calendar: Calendar, season: Season) -> bool:
    """Whether a day on which a season comes out is in the months after its first, of a season in parts."""
    when = day_told(statement)
    return statement.make.key == PREMIERE and when is not None and calendar.second_half_of(when) == season


def _only_known(time: Time) -> int | None:
    """The one season whose premiere is known, for what is told as past; the first in an article from before the second came out."""
    number, day = time.calendar.premieres[0]
    if time.written.latest is None or time.written.latest >= day:
        return number
    return 1 if number == SEQUEL else None


def _corrected(number: int, statement: Statement, when: DateRange | None, time: Time) -> int:
    """The next season where the days or the count fit only that; the first where the order came before anything was out."""
    key, calendar = statement.make.key, time.calendar
    day = calendar.day(number)
    if key == PREMIERE and when is not None and is_from(when, day and day + APART) and calendar.second_half_of(when) != number:
        return number + 1
    if key == "episodes.count" and time.out:
        told = getattr(statement.value, "number", 0)
        return number if dict(calendar.episodes).get(number, told) == told else number + 1  # not as many as that season has
    too_early = number == SEQUEL and key == RENEWAL and when and calendar.breaks(key, when, number)
    return 1 if too_early else number  # "commissioned the drama in April 2019"
