"""The days that files give in their own fields: `2024-03-14T09:30:12+00:00` of a page, a `date` of a record."""

from __future__ import annotations

import re
from datetime import date

from aoud_cli.model import Asserted
from aoud_cli.spans.dates.find import parse_date

_ISO_RE = re.compile(r"\s*([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?![0-9])")
EPOCH = 1970  # a clock that was never set


def day_of(value: object) -> date | None:
    """The day that a field's text begins with, in the zone in which it is written, or a date in words; None where there is none."""
    if not isinstance(value, str):
        return None
    found = _ISO_RE.match(value)
    try:
        day = date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
    if day is None:
        told = parse_date(value.strip()[:60])
        day = told.earliest if told is not None and told.earliest == told.latest else None
    return day if day is not None and day.year > EPOCH else None


def told_by(published: object, modified: object, where: str) -> Asserted | None:
    """When an article was written by its file's fields: published, at the latest when it was last changed."""
    first, last = day_of(published), day_of(modified)
    if first is None and last is None:
        return None
    if first is None:
        return Asserted(last, last, "stated", f"{where}: changed {last}")
    if last is None or last <= first:
        return Asserted(first, first, "stated", f"{where}: published {first}")
    return Asserted(first, last, "stated", f"{where}: published {first}, changed {last}")
