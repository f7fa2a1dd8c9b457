"""Dates that pages and feeds carry for machines: `datePublished`, `pubDate`, `<time datetime="...">`, `article:published_time`."""

from __future__ import annotations

import re

from aoud_cli.articles.stamps import Stamp, StampLine
from aoud_cli.articles.stampwords import CLOCK, DAY, LABEL, LINE_CHARS, read_day
from aoud_cli.english import pattern

_HEAD_CHARS = 4_000
_KEYS = ("datepublished", "datemodified", "datecreated", "pubdate", "published_time", "modified_time", "<published", "<updated", "<time")
_KEYED = rf"\b(?P<key>{{date_fields}})\W{{0,6}}(?:(?:content|datetime)\W{{1,4}})?{DAY}{CLOCK}"
_TIME_TAG = rf"<time\b[^<>]{{0,120}}?\bdatetime\s*=\s*[\"']?{DAY}"
# Such pages may describe the work, too, with its own `datePublished`.
_WORK = r"\"@type\"\s*:\s*\[?\s*\"{markup_types}"


def marked(line: StampLine, neighbours: str) -> Stamp | None:
    """The date that the line's markup gives the page; none where it, or a line around it, describes a work."""
    head = line.text[:_HEAD_CHARS]
    low = head.lower()
    if not any(key in low for key in _KEYS) or pattern(_WORK).search(f"{neighbours}\n{head}"):
        return None
    found = [(m, read_day(m.group("day"))) for m in pattern(_KEYED, re.IGNORECASE).finditer(head)]
    dated = [(m, when) for m, when in found if when is not None]
    if not dated:
        return _time_tag(line, head)
    match, when = min(dated, key=lambda pair: _is_change(pair[0].group("key")))
    start, end = (0, len(line.text)) if len(line.text) <= LINE_CHARS else match.span()
    kind = "updated" if _is_change(match.group("key")) else "published"
    return Stamp(line.start + start, line.start + end, kind, match.group(), when)


def _is_change(key: str) -> bool:
    return key.lower().startswith(("datemod", "date_mod", "modified", "updated"))


def _time_tag(line: StampLine, head: str) -> Stamp | None:
    """A `<time>` that stands alone in its line, or behind a label or an author."""
    match = pattern(_TIME_TAG, re.IGNORECASE).search(head)
    when = read_day(match.group("day")) if match else None
    if match is None or when is None or len(line.text) > LINE_CHARS:
        return None
    before = re.sub(r"<[^<>]*>", " ", head[: match.start()]).strip(" \t|\u00b7\u2022:")
    label = pattern(rf"{LABEL}(?:\s+on)?", re.IGNORECASE).fullmatch(before)
    if before and not label and not re.fullmatch(r"By\s+[A-Z][\w.'\u2019 -]{1,60}", before):
        return None
    change = label is not None and _is_change(label.group("label").replace("last ", ""))
    return Stamp(line.start, line.start + len(line.text), "updated" if change else "published", match.group(), when)
