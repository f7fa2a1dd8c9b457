"""Dates that hang on the day they were written: `last June`, `next month`, `three months ago`."""

from __future__ import annotations

from datetime import timedelta

from aoud_cli.english import numbers, words
from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.calendar import Portion
from aoud_cli.spans.dates.parts import MONTHS, Found, Part
from aoud_cli.spans.dates.tokens import Tokens, phrases

LATE_MONTH = 9  # "the new year", said in September or later, is the next; said in March, nobody knows
WEEKDAYS = numbers("weekday_names")
NUMBER_WORDS = {**numbers("cardinals"), "a": 1, "an": 1}
PLAIN_DAYS = numbers("plain_days")
DAYTIMES = frozenset(words("daytimes"))
PEOPLE_TOO = frozenset(words("months_of_people"))
BEFORE_SEASON = frozenset(words("before_season"))
SHIFTS = {"last": -1, "this": 0, "next": 1}
DASHES = ("-", "\u2014")
SEASONS = {name: calendar.season_from(month) for name, month in numbers("year_seasons").items()}
HOLIDAYS = [(named, calendar.read_portion(days)) for named, days in phrases("holidays")]
_HOLIDAY_STARTS = frozenset(named[0] for named, _ in HOLIDAYS)
_BEFORE_HOLIDAY_SEASON = frozenset(words("before_holiday_season"))
_OWNERS = frozenset(words("owners"))


def read_relative(t: Tokens, i: int) -> Found:
    """`yesterday`, `last night`, `this morning`, `next month`, `last June`, `this fall`, `the coming winter`."""
    low = t.low(i)
    if low == "the":
        return _read_coming(t, i) or read_before_last(t, i) or _read_within(t, i)
    if low in PLAIN_DAYS:
        return _days_away(t, PLAIN_DAYS[low]), i + 1
    if low in ("last", "this") and t.low(i + 1) in DAYTIMES:
        return _days_away(t, SHIFTS[low]), i + 2
    if t.eat(i, "this", "time") and t.low(i + 2) in ("last", "next") and t.low(i + 3) == "year":
        year = this_unit(t, SHIFTS[t.low(i + 2)])
        return year._replace(month=t.reference.month) if t.reference else year, i + 4
    if t.low(i - 1) in _OWNERS:
        return None  # "over the last year", "her last year of school"
    return read_unit(t, i)


def _days_away(t: Tokens, days: int) -> Part:
    if t.reference is None:
        return Part(relative=True, unresolved=True)
    day = t.reference + timedelta(days=days)
    return Part(fixed=(day, day), relative=True)


def read_unit(t: Tokens, i: int) -> Found:
    """`last`, `this` or `next` with a year, month, week, season, month's name, weekday or holiday."""
    shift = SHIFTS.get(t.low(i))
    if shift is None:
        return None
    j = i + 1
    if shift == 0 and t.low(j) in ("past", "coming"):
        shift, j = (-1 if t.low(j) == "past" else 1), j + 1
    low, end = t.low(j), j + 1
    if t.low(end) == "of" and low in ("year", "month", "week"):
        return None  # "last week of school": what is the last week of a month was read before
    if low in ("year", "month"):
        return this_unit(t, shift, low == "month"), end
    if low == "week" or low == "weekend":
        return _week(t, shift, low == "weekend"), end
    return _named(t, shift, j)


def _read_coming(t: Tokens, i: int) -> Found:
    shift = {"coming": 1, "upcoming": 1, "past": -1}.get(t.low(i + 1))
    found = _named(t, shift, i + 2) if shift else None
    return found if found and t.opens_clause(found[1]) else None  # not "the upcoming Christmas special"


def read_before_last(t: Tokens, i: int) -> Found:
    """`the year before last`, `the week after next`, `the Friday before last`."""
    shift, end = (-1, t.eat(i + 2, "before", "last")) if t.low(i + 2) == "before" else (1, t.eat(i + 2, "after", "next"))
    if not end or not t.opens_clause(end):
        return None
    if t.low(i + 1) in ("year", "month"):
        return this_unit(t, 2 * shift, t.low(i + 1) == "month"), end
    if t.low(i + 1) == "week":
        return _week(t, 2 * shift, False), end
    found = _named(t, shift, i + 1)
    return (_week_further(found[0], shift), end) if found is not None and found[1] == i + 2 else None


def _week_further(part: Part, shift: int) -> Part:
    """The day a week further, or the season or month a year further."""
    if part.fixed:
        part = part._replace(fixed=(part.fixed[0] + timedelta(days=7 * shift), part.fixed[1] + timedelta(days=7 * shift)))
    return part._replace(year=None if part.year is None else part.year + shift)


def _read_within(t: Tokens, i: int) -> Found:
    """`within the next twelve months`, `in the next two years`, `within the year`: from the reference on."""
    j = i + 2 if t.low(i + 1) in ("next", "coming") else i + 1
    count = NUMBER_WORDS.get(t.low(j)) or t.number(j, 3)
    end = j + 2 if count else j + 1
    unit = t.low(end - 1).rstrip("s")
    whole = not count and unit == "year"  # "within the year"
    if not _opens_a_stretch(t.low(i - 1), count) or not (whole or j > i + 1) or unit not in calendar.MOST_UNITS_AGO:
        return None
    return _from_now(t, unit, count or 1, end)


def _from_now(t: Tokens, unit: str, count: int, end: int) -> Found:
    if t.low(end) in ("of", "or", "'") or not t.opens_clause(end):
        return None
    if t.reference is None:
        return Part(relative=True, unresolved=True), end
    last = calendar.unit_later(t.reference, unit, count)
    return (Part(fixed=(t.reference, last), relative=True), end) if last else None


def _opens_a_stretch(word: str, count: int | None) -> bool:
    """Whether the word before "the next ..." bounds a stretch of time; "in" does where it is counted."""
    return word == "within" or (word == "in" and bool(count))


def read_new_year(t: Tokens, i: int) -> Found:
    """`in the new year`, its first day where something is to be before or by it."""
    if not t.eat(i, "the", "new", "year") or not t.opens_clause(i + 3):
        return None
    whole = t.low(i - 1) in ("in", "into", "during")
    if not whole and t.low(i - 1) not in BEFORE_SEASON:
        return None
    return new_year(t, None if whole else calendar.NEW_YEAR), i + 3


def new_year(t: Tokens, portion: Portion | None) -> Part:
    """The year after the reference's, known only where that is late in its own."""
    if t.reference is None or t.reference.month < LATE_MONTH:
        return Part(relative=True, unresolved=True)
    return Part(portion, year=t.reference.year + 1, relative=True)


def _week(t: Tokens, shift: int, weekend: bool) -> Part:
    if t.reference is None:
        return Part(relative=True, unresolved=True)
    monday, sunday = calendar.week_interval(t.reference, shift)
    return Part(fixed=(monday + timedelta(days=5) if weekend else monday, sunday), relative=True)


def _named(t: Tokens, shift: int, j: int) -> Found:
    """The season, month, weekday or holiday at `j`: the last before the reference, the next after it, or this year's."""
    token = t.at(j)
    is_name = not token.text.islower()
    if token.low in WEEKDAYS and is_name:
        return nearest_weekday(t, token.low, {-1: "last", 0: "this", 1: "next"}[shift]), j + 1
    if token.low in MONTHS and (is_name or token.low not in PEOPLE_TOO):
        if t.year(j + 1) is not None or t.day(j + 1):
            return None
        return _occurrence(t, shift, Part(month=MONTHS[token.low])), j + 1
    season = SEASONS.get(token.low)
    if season and t.year(j + 1) is None:
        return _occurrence(t, shift, Part(season)), j + 1
    feast = holiday(t, j)
    return (_occurrence(t, shift, Part(feast[0])), feast[1]) if feast and t.year(feast[1]) is None else None


def _occurrence(t: Tokens, shift: int, part: Part) -> Part:
    """The season, month or holiday as the last before the reference, the next after it, or this year's."""
    if t.reference is None:
        return part._replace(relative=True, unresolved=True)
    today = t.reference
    known = [(year, *span) for year in range(today.year - 2, today.year + 3) if (span := part._replace(year=year).interval(None))]
    if shift < 0:
        year = next(year for year, _, last in reversed(known) if last < today)
    elif shift > 0:
        year = next(year for year, first, _ in known if first > today)
    else:
        year = next((year for year, first, last in known if first <= today <= last), today.year)
    return part._replace(year=year, relative=True)


def nearest_weekday(t: Tokens, name: str, which: str) -> Part:
    """The day of that name, `last`, `this`, `next` or `latest` as `calendar.weekday_near` has it."""
    if t.reference is None:
        return Part(relative=True, unresolved=True)
    day = calendar.weekday_near(t.reference, WEEKDAYS[name], which)
    return Part(fixed=(day, day), weekday=WEEKDAYS[name] if which == "latest" else None, relative=True)


def read_ago(t: Tokens, i: int) -> Found:
    """`three months ago`, `a year ago`, `two years from now`: the whole month or year, the week, or the day."""
    couple = t.eat(i, "a", "couple", "of")
    unit_at = couple or i + 1
    count = 2 if couple else NUMBER_WORDS.get(t.low(i)) or t.number(i, 3)
    unit = t.low(unit_at).rstrip("s")
    if not count or unit not in calendar.MOST_UNITS_AGO or (t.at(i).glued and t.at(i - 1).text in DASHES):
        return None
    ago, ahead = t.eat(unit_at + 1, "ago"), _ahead(t, unit_at + 1, t.low(i - 1))
    if not ago and not ahead:
        return None
    to_the_day = t.eat(ago, "today") if ago else 0  # "two weeks ago today"
    if to_the_day and t.reference is not None:
        day = calendar.unit_later(t.reference, unit, -count)
        return None if day is None else (Part(fixed=(day, day), relative=True), to_the_day)
    return _away(t, unit, -count if ago else count, bool(couple), to_the_day or ago or ahead)


def _away(t: Tokens, unit: str, count: int, is_couple: bool, end: int) -> Found:
    """The unit that lies so many of it away from the reference; a couple is two, or three."""
    if t.reference is None:
        return Part(relative=True, unresolved=True), end
    near = calendar.unit_away(t.reference, unit, count)
    far = calendar.unit_away(t.reference, unit, count + (0 if not is_couple else 1 if count > 0 else -1))
    if near is None or far is None:
        return None
    return Part(fixed=(min(near[0], far[0]), max(near[1], far[1])), relative=True), end


def _ahead(t: Tokens, i: int, before: str) -> int:
    """The index behind `from now`, `from today`, and behind `in`, `' time` ("in two years' time")."""
    in_time = (t.eat(i, "'", "time") or t.eat(i, "'", "s", "time")) if before == "in" else 0
    return t.eat(i, "from", "now") or t.eat(i, "from", "today") or in_time


def this_unit(t: Tokens, shift: int, month: bool = False, portion: Portion | None = None) -> Part:
    """The reference's year or month, or one before or after it."""
    if t.reference is None:
        return Part(portion, relative=True, unresolved=True)
    if not month:
        return Part(portion, year=t.reference.year + shift, relative=True)
    months = t.reference.year * 12 + t.reference.month - 1 + shift
    return Part(portion, months % 12 + 1, year=months // 12, relative=True)


def holiday(t: Tokens, i: int) -> tuple[Portion, int, bool] | None:
    """A holiday, the index behind its name, and False: it needs no "of" to be a part of a year."""
    if t.low(i) not in _HOLIDAY_STARTS or (t.at(i).text.islower() and not _is_common_holiday(t, i)):
        return None
    for named, portion in HOLIDAYS:
        if t.eat(i, *named):
            return portion, t.skip(i + len(named), "holiday", "holidays"), False
    return None


def _is_common_holiday(t: Tokens, i: int) -> bool:
    """Whether `holidays` or `holiday season` has nothing before it that makes it another one: "the summer holidays"."""
    before = t.at(i - 1)
    if t.low(i) == "holidays":
        return before.low == "the" or before.text.isdigit()
    return t.low(i) == "holiday" and (before.low in _BEFORE_HOLIDAY_SEASON or not before.text.isalpha())
