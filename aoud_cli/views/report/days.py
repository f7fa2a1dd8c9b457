"""Dates for people: `Sept 2026 – Apr 2027`, where the rest of aoud writes 2026-09/2027-04."""

from __future__ import annotations

import re
from datetime import date

from aoud_cli.findings.dates import range_words
from aoud_cli.model import DateRange

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
_POINT = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_RANGE_RE = re.compile(rf"(?<![\w./-])(?:(\.\.|{_POINT})/(\.\.|{_POINT})|([0-9]{{4}}-[0-9]{{2}}(?:-[0-9]{{2}})?))(?![\w/-])")


def day_words(day: date) -> str:
    """`23 July 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def range_for_people(when: DateRange) -> str:
    """The days of a range: `28 Jan 2022`, `July 2025`, `Sept 2026 – Apr 2027`, `until 20 Feb 2026`."""
    return people_dates(range_words(when))


def people_dates(words: str) -> str:
    """Words of ours with each date in them as people write it; what a bracket only says again is left out."""
    return _TWICE_RE.sub(_once, _RANGE_RE.sub(_said, words))


_TWICE_RE = re.compile(r"(?P<told>[^()]*?) \((?P<again>[^()]*[0-9]{4}[^()]*)\)")


def _once(match: re.Match[str]) -> str:
    return match["told"] if _parts(match["told"]) == _parts(match["again"]) else match.group()


def _parts(words: str) -> set[str]:
    """The words of a date, months by their first letters: `January 28, 2022` and `28 Jan 2022` have the same."""
    return {part[:3] if part.isalpha() else part for part in re.findall(r"\w+", words.lower())}


def _said(match: re.Match[str]) -> str:
    first, last, alone = match.groups()
    if alone:
        return _point(alone)
    if first == "..":
        return f"until {_point(last)}"
    return f"from {_point(first)}" if last == ".." else f"{_point(first)} \u2013 {_point(last)}"


def _point(text: str) -> str:
    """A year, a month or a day; what is no date of the calendar stays as it is."""
    parts = [int(part) for part in text.split("-")]
    try:
        day = date(*(parts + [1, 1])[:3])
    except ValueError:
        return text
    return day_words(day) if len(parts) == 3 else f"{_MONTHS[day.month - 1]} {day.year}" if len(parts) == 2 else str(day.year)
