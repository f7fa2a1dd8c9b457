"""Months and days by their names, and weekdays: `28 January`, `January 28-30, 2022`, `June`, `the 28th of last month`, `Monday night`."""

from __future__ import annotations

from datetime import timedelta

from aoud_cli.english import values, words
from aoud_cli.spans.dates import calendar
from aoud_cli.spans.dates.parts import COUNTED, LONGEST_MONTH, MONTHS, SHORT_MONTHS, Found, Part, counts_something, read_numeric
from aoud_cli.spans.dates.relative import (
    DASHES,
    DAYTIMES,
    PEOPLE_TOO,
    SHIFTS,
    WEEKDAYS,
    nearest_weekday,
    read_ago,
    read_before_last,
    read_unit,
)
from aoud_cli.spans.dates.tokens import ALWAYS_UNITS, UNITS, Tokens

MOST_DAYS = 6  # in a row: "June 6, 7 and 8, 2022"
SHORT_WEEKDAYS = frozenset(words("short_weekdays"))
_WEEKDAY_STEMS = words("weekday_stems")  # from Monday on
_STRONGLY_BEFORE = frozenset(words("strongly_before_month"))
_WEAKLY_BEFORE = frozenset(words("weakly_before_month"))
_SLOTS = frozenset(words("weekday_slots"))
_BEFORE_WEEKDAY = frozenset(words("before_weekday"))
_BEFORE_DAY = frozenset(words("before_day_alone"))
_WEEK_KINDS = values("week_kinds")


def month_name(t: Tokens, i: int) -> tuple[int, int, bool] | None:
    """The month's number, the index behind it and its full stop, and whether the name is written in full."""
    low = t.low(i)
    if low in MONTHS:
        return MONTHS[low], i + 1, True
    if low not in SHORT_MONTHS:
        return None
    dotted = t.at(i + 1).text == "." and t.at(i + 1).glued
    return SHORT_MONTHS[low], i + 1 + dotted, False


def year_behind(t: Tokens, i: int) -> tuple[Part, int] | None:
    """`, 2025`, `of 2025`, `2025`, `this year`, `of next year`: the year that stands behind a month or a day."""
    j = t.skip(i, ",")
    j = t.skip(j, "of", "in", "-" if t.at(j).glued else "of")
    year = t.year(j)
    if year is not None and (j == i or not counts_something(t, j)):
        return Part(year=year), j + 1
    short = t.short_year(t.skip(i, "of"))
    if short:
        return Part(year=short[0]), short[1]
    found = read_unit(t, t.skip(j, "of", "in")) or _years_ago(t, j) or (read_before_last(t, j) if t.low(j) == "the" else None)
    return found if found and found[0].month is None and t.low(found[1] - 1) in ("year", "ago", "last") else None


def _years_ago(t: Tokens, i: int) -> Found:
    """The `three years ago` of "June three years ago"."""
    found = read_ago(t, i)
    if found is None or t.low(found[1] - 1) != "ago" or t.low(found[1] - 2) not in ("year", "years"):
        return None
    span = found[0].fixed
    if span is None:
        return found
    return (Part(year=span[0].year, relative=True), found[1]) if span[0].year == span[1].year else None


def read_month(t: Tokens, i: int) -> Found:
    """`January 28, 2022`, `January 28-30`, `July 2025`, `June`."""
    name = month_name(t, i)
    if name is None:
        return None
    month, j, _ = name
    quarter = _quarter_ended(t, month, j)
    if quarter:
        return quarter
    days = _days(t, j, month)
    behind = year_behind(t, days[1] if days else j)
    if days and behind is None and _strange_year(t, days[1]):
        return Part(dead=True), days[1] + 2
    part = Part(month=month, days=days[0] if days else None)
    if behind:
        return dated(part, *behind)
    return _without_year(t, i, part, days[1] if days else j)


def _quarter_ended(t: Tokens, month: int, i: int) -> Found:
    """`quarter of 2025` behind its last month, `2025 quarter`; one that ends in another month is a company's own."""
    first = t.year(i)
    j = i if first is None else i + 1
    if t.low(j) != "quarter" or t.low(j - 1) == "." or t.at(j + 1).text == "-":
        return None
    behind = year_behind(t, j + 1) if first is None else (Part(year=first), j + 1)
    if month % 3:
        return Part(dead=True), behind[1] if behind else j + 1
    part = Part(calendar.QUARTERS[month // 3 - 1])
    return dated(part, *behind) if behind else (part, j + 1)


def dated(part: Part, year: Part, end: int) -> Found:
    part = part._replace(year=year.year, relative=year.relative, unresolved=year.unresolved)
    if part.year is None or part.interval(None) is not None:
        return part, end
    # February 29, 2023: no day, and yet a date that somebody wrote
    return (part._replace(unresolved=True) if part.days is not None else part._replace(dead=True)), end


def _strange_year(t: Tokens, i: int) -> bool:
    """Whether `, 9999` follows: a year that isn't read makes the whole date one that isn't."""
    number = t.at(i + 1)
    is_long = t.at(i).text == "," and len(number.text) >= 4 and "0" <= number.text[0] <= "9"
    return is_long and t.year(i + 1) is None and t.low(i + 2) not in UNITS


def _days(t: Tokens, i: int, month: int) -> tuple[tuple[int, int], int] | None:
    """The days behind a month's name, `28`, `the 28th`, `28-30`, `28 to 30`, `6, 7 and 8`."""
    j = t.skip(i, "the", "-")
    first = t.day(j, ALWAYS_UNITS if t.at(i - 1).text == "." or t.low(i - 2) in ("and", "to", "or") else UNITS)  # "Feb. 6 subscribers"
    if first is None:
        return None
    number, end = first[0], _listed_days(t, first)
    link = t.low(end)
    last = t.day(end + 1) if link in (*DASHES, "to", "through", "or", "and", "&") else None
    spans = link in (*DASHES, "to", "through")
    if last and number < last[0] <= 31 and (spans or year_behind(t, last[1]) or _is_between(t, i, link)):
        return (number, last[0]), last[1]
    return (number, number), first[1]


def _is_between(t: Tokens, i: int, link: str) -> bool:
    """Whether `between` stands before the month: `between Aug. 21 and 27`."""
    return link == "and" and "between" in (t.low(i - 2), t.low(i - 3))


def _listed_days(t: Tokens, day: tuple[int, int]) -> int:
    """The index behind `6, 7,` in "6, 7, and 8"."""
    end = day[1]
    for _ in range(MOST_DAYS):
        more = t.day(end + 1) if t.low(end) == "," else None
        if more is None or not day[0] < more[0] <= 31:
            break
        day, end = more, more[1]
        if t.low(end) == "," and t.low(end + 1) in ("and", "or", "&"):
            return end + 1
    return end


def _without_year(t: Tokens, i: int, part: Part, end: int) -> Found:
    token = t.at(i)
    if part.days:
        exists = calendar.between_days((2024, part.month or 1, part.days[0]), (2024, part.month or 1, part.days[1]))
        if token.text.islower() and (token.low in PEOPLE_TOO or token.low not in MONTHS):
            return None
        return part._replace(dead=exists is None), end
    if token.low not in MONTHS and t.at(end - 1).text == "." and not _month_linked(t, end):
        end -= 1  # the full stop of "in Jan." may be the sentence's
    strength = _month_alone(t, i, end)
    return None if strength is None else (part._replace(weak=not strength), end)


def _month_alone(t: Tokens, i: int, end: int) -> bool | None:
    """True for a month by its context, False for one only beside another date, None for a name or a verb."""
    token, before = t.at(i), t.low(i - 1)
    if token.text.islower():
        usual = token.low in MONTHS and token.low not in PEOPLE_TOO
        return True if usual and before in _STRONGLY_BEFORE else None
    if t.alone and len(t.tokens) == 1 and token.low not in ("may", "march"):
        return True
    linked = token.low not in MONTHS and _month_linked(t, end)
    if not linked and _is_led_in(t, i, end):
        return True
    return False if linked else _month_by_itt(t, i, end)


def _is_led_in(t: Tokens, i: int, end: int) -> bool:
    """Whether the word before a name with a capital makes a month of it: `as early as June`, `in May`, `by March` before no name."""
    before = t.low(i - 1)
    as_early = before == "as" and t.low(i - 2) in ("early", "late", "soon")
    return as_early or before in _STRONGLY_BEFORE or (before in _WEAKLY_BEFORE and not _is_named(t, end))


def _is_named(t: Tokens, end: int) -> bool:
    """Whether another name stands behind, which makes a first name of the month's: `April O'Neil`."""
    behind = t.at(end)
    return behind.text[:1].isupper() and behind.low not in MONTHS and behind.low not in WEEKDAYS


def _month_by_itt(t: Tokens, i: int, end: int) -> bool | None:
    token, behind = t.at(i), t.at(end)
    if _is_named(t, end) or token.low not in MONTHS or (behind.text == "'" and t.low(end + 1) != "s"):
        return None
    is_adjective = t.low(i - 1) in ("a", "an", "its") and behind.text[:1].islower() and token.low != "may"
    return is_adjective or token.low not in PEOPLE_TOO


def _month_linked(t: Tokens, i: int) -> bool:
    """Whether another month follows: "Jan-Feb", "Jan. or Feb."."""
    return t.low(i) in (*DASHES, "/", "to", "or", "and") and month_name(t, i + 1) is not None


def read_day_month(t: Tokens, i: int) -> Found:
    """`28 January 2022`, `28th of January 2022`, `28-30 January`, `28-Jan-2022`."""
    days = _days_before(t, i)
    if days is None:
        return None
    (number, last), j = days
    j = t.skip(j, "of", "-")
    name = month_name(t, j)
    if name is None or not 1 <= number <= 31 or (j > i + 1 and t.low(j - 1) == "-" and not t.at(j).glued):
        return None
    part = Part(month=name[0], days=(number, last))
    behind = year_behind(t, name[1])
    if behind:
        return dated(part, *behind)
    if _has_its_own_day(t, name[1]):
        return None
    if t.at(j).text.islower() or (t.low(j) in PEOPLE_TOO and t.at(name[1]).text[:1].isupper()):
        return None
    return _without_year(t, j, part, name[1])


def _has_its_own_day(t: Tokens, i: int) -> bool:
    """Whether a day and its year stand behind a month's name: before it, the `8` of a table's "8 October 5, 2023" is another column's."""
    day = t.day(i)
    return day is not None and t.low(day[1]) == "," and t.year(day[1] + 1) is not None


def _days_before(t: Tokens, i: int) -> tuple[tuple[int, int], int] | None:
    """The day or the days before a month's name, `28`, `28-30`, and the index behind them."""
    first = t.day(i)
    if first is None or t.low(i - 1) in COUNTED:
        return None
    number, j = first
    last = t.day(j + 1) if t.low(j) in (*DASHES, "to", "or", "and", "&") else None
    return ((number, last[0]), last[1]) if last and last[0] > number else ((number, number), j)


def read_the_day(t: Tokens, i: int) -> Found:
    """`the 28th of January`, `the 28th of last month`, `the December quarter`."""
    if t.low(i) != "the":
        return None
    name = month_name(t, i + 1)
    if name:
        return _quarter_ended(t, name[0], name[1])
    return read_day_month(t, i + 1) or _day_of_month(t, i + 1) or _day_alone(t, i + 1) if t.at(i + 1).text.isdigit() else None


def _day_of_month(t: Tokens, i: int) -> Found:
    day = t.day(i)
    found = read_unit(t, day[1] + 1) if day and t.low(day[1]) == "of" else None
    if day is None or found is None or t.low(found[1] - 1) != "month" or day[1] == i + 1:
        return None
    if found[0].unresolved:
        return found
    part = found[0]._replace(days=(day[0], day[0]))
    return part._replace(dead=part.interval(None) is None), found[1]


def _day_alone(t: Tokens, i: int) -> Found:
    """`on the 11th`, as Korean papers tell a day of the month that they appear in."""
    day = t.day(i)
    if (
        day is None
        or day[1] == i + 1
        or not 1 <= day[0] <= LONGEST_MONTH
        or t.low(i - 2) not in _BEFORE_DAY
        or not t.opens_clause(day[1])
        or t.day(day[1] + 1)
    ):
        return None
    if t.reference is None:
        return Part(relative=True, unresolved=True), day[1]
    latest = calendar.monthday_near(t.reference, day[0], "latest")
    return (Part(fixed=(latest, latest), monthday=day[0], relative=True), day[1]) if latest else None


def read_weekday(t: Tokens, i: int) -> Found:
    """`Monday`, `Monday night`, `Monday, June 6, 2022`; a weekday in a name ("Wednesday Addams", "Black Friday") is none."""
    token, behind = t.at(i), t.at(i + 1)
    if token.low not in WEEKDAYS or token.text.islower():
        return None
    told = _day_behind(t, i, i + 1) or _in_week(t, i) or _weekday_last(t, i) or _weekday_the_nth(t, i)
    if told:
        return told
    if t.low(i - 1) in ("a", "one") or t.low(i + 1 + (behind.low in DAYTIMES)) in _SLOTS:
        return None  # "it arrived on a Friday", "one Sunday in May", "its usual Sunday night slot": which, the words don't tell
    if behind.low in DAYTIMES and behind.text.islower():
        return nearest_weekday(t, token.low, "latest"), i + 2
    if behind.low.removesuffix("s") in DAYTIMES and behind.low.endswith("s"):
        return None  # "on Sunday nights": of many
    called = behind.text == "Addams" if t.low(i - 1) in ("on", "by") else t.low(i - 1) not in _BEFORE_WEEKDAY and _is_in_a_name(t, i)
    return None if called else (nearest_weekday(t, token.low, "latest"), i + 1)


_NEAR = 45  # days in which a day of the month falls on a given weekday once, or not at all


def _weekday_the_nth(t: Tokens, i: int) -> Found:
    """`Sunday the 15th`: the nearest such Sunday."""
    day = t.day(i + 2) if t.low(i + 1) == "the" else None
    is_name = day is not None and (t.low(i), day[0]) == ("friday", 13)  # the films
    if day is None or is_name or not t.at(i + 3).glued or t.low(day[1]) == "of" or t.low(day[1]) in MONTHS:
        return None
    if t.reference is None:
        return Part(relative=True, unresolved=True), day[1]
    around = (t.reference + timedelta(days=away) for away in sorted(range(-_NEAR, _NEAR + 1), key=abs))
    found = next((one for one in around if one.day == day[0] and one.weekday() == WEEKDAYS[t.low(i)]), None)
    return None if found is None else (Part(fixed=(found, found), relative=True), day[1])


def _is_in_a_name(t: Tokens, i: int) -> bool:
    """Whether a weekday is a part of a name or a title, or one of many: `Wednesday Addams`, `Black Friday`, `every Monday`."""
    before, behind = t.at(i - 1), t.at(i + 1)
    if behind.text[:1].isupper() or behind.text == "'" or behind.low in ("season", "the", '"', "seasons"):
        return True
    if before.text[:1].isupper() and before.low not in ("early", "late"):
        return True
    return before.text in ('"', "'", "*", "_") or before.low in ("every", "each") or _is_every(t, i)


def _is_every(t: Tokens, i: int) -> bool:
    """Whether a weekday is the second of those on which something comes: `every Saturday and Sunday`."""
    return t.low(i - 1) in ("and", "or", "&") and t.low(i - 2) in WEEKDAYS and t.low(i - 3) in ("every", "each")


def _day_behind(t: Tokens, weekday: int, i: int) -> Found:
    """The day that a weekday's name stands before: `, June 6, 2022`, ` 18 February`, `, the 18th of February`."""
    j = t.skip(i, ",")
    told = read_month(t, j) or read_the_day(t, j) or read_day_month(t, j) or (read_numeric(t, j) if j > i else None)
    if told is None or not (told[0].days or told[0].dead):
        return None
    return told[0]._replace(falls_on=_WEEKDAY_STEMS.index(t.low(weekday)[:3])), told[1]


def _in_week(t: Tokens, i: int) -> Found:
    """`Thursday of last week`, `Tuesday next week`."""
    j = t.skip(t.skip(i + 1, *DAYTIMES), "of")
    shift = SHIFTS.get(t.low(j))
    if shift is None or t.low(j + 1) != "week":
        return None
    if t.reference is None:
        return Part(relative=True, unresolved=True), j + 2
    day = calendar.week_interval(t.reference, shift)[0] + timedelta(days=WEEKDAYS[t.low(i)])
    return Part(fixed=(day, day), relative=True), j + 2


def _weekday_last(t: Tokens, i: int) -> Found:
    """`Tuesday last`, `Monday next`."""
    which = t.low(i + 1)
    return (nearest_weekday(t, t.low(i), which), i + 2) if which in ("last", "next") and t.opens_clause(i + 2) else None


def read_short_weekday(t: Tokens, i: int) -> Found:
    """`Wed 18 Feb 2026`, `Sun., Feb. 22`; without a day behind it none is read."""
    token = t.at(i)
    if token.low not in SHORT_WEEKDAYS or token.text.islower() or t.low(i - 1) == "the":
        return None
    return _day_behind(t, i, t.skip(i + 1, "."))


def read_week_of(t: Tokens, i: int) -> Found:
    """`the week of May 4`, `the weekend of March 7, 2026`, `the week ending 10 May`."""
    j = t.skip(i, "the")
    kind = "weekend" if t.low(j) == "weekend" else _WEEK_KINDS.get(t.low(j + 1), "")
    if t.low(j) not in ("week", "weekend") or t.low(j + 1) not in _WEEK_KINDS:
        return None
    k = j + 2
    found = read_weekday(t, k) or read_month(t, k) or read_the_day(t, k) or read_day_month(t, k) or read_numeric(t, k)
    if found is None or not found[0].days or found[0].dead:
        return None
    is_day = found[0].days[0] == found[0].days[1]
    return (found[0]._replace(week=kind) if is_day else found[0]), found[1]
