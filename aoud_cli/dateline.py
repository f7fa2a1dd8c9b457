"""When an article says that it was written: front matter, a header, `Published:` lines, bylines and datelines.

These words are about the article and claim nothing about its subject, so the stretches they take up are known too. The words of
the date itself are read by the grammar of dates; here is only where such words stand. Never the file's time, never today's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from aoud_cli.model import Asserted, DateRange

TOP_LINES = 8  # lines with text, after the title: further down a date belongs to the story
END_LINES = 5
LINE_CHARS = 240  # a longer line is a paragraph
YEARS = range(1900, 2101)

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
_NUMBERS = r"(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}|[0-9]{4}\.[0-9]{1,2}\.[0-9]{1,2})(?![0-9])"
_WORDS = rf"(?:{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+[0-9]{{4}}|[0-9]{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH},?\s+[0-9]{{4}})(?![0-9])"
_DAY = rf"{_WEEKDAY}(?P<day>{_NUMBERS}|{_WORDS})"
_DAY_OR_MONTH = rf"{_WEEKDAY}(?P<day>{_NUMBERS}|{_WORDS}|{_MONTH},?\s+[0-9]{{4}}(?![0-9]))"
_ZONE = r"(?:\s*(?:Z|\(?(?:[A-Z]{2,4}T|UTC|GMT|ET|PT)\)?|(?:UTC|GMT)?[+-][0-9]{1,2}:?(?:[0-9]{2})?))?"
_CLOCK = rf"(?:(?:T|,?\s*(?:at\s+)?)[0-9]{{1,2}}[:.][0-9]{{2}}(?:[:.][0-9]{{2}})?(?:\.[0-9]+)?\s*(?:[AaPp]\.?[Mm]\.?)?{_ZONE})?"
_BREAK = r"[|\u2022\u00b7\u2013\u2014/-]"
_TAIL = rf"{_CLOCK}[\s*_.)\]]*(?:$|(?={_BREAK}|\(|by\b))"

_FRONT_CHARS = 8_000
_HEADER_RE = re.compile(r"\s*date:?[ \t]+(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9-])[ \t]*", re.IGNORECASE)
_LABEL = (
    r"(?P<label>(?:first |originally |date )?(?:published|posted)|publication date|publish date|date"
    r"|(?:last |date )?(?:updated|modified|edited))"
)
# Strings, not compiled: together they take 10 ms, and most articles need none of them. `re` keeps what it has compiled.
_FRONT = r"(?s)\A---[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"
_FRONT_LINE = r"[A-Za-z_][\w-]*[ \t]*:|[ \t]|#|- |$"
_LABEL_LINE = rf"[\s*_>#(\[-]*{_LABEL}\b[\s*_]*(?:\bon\b|\bat\b)?[\s*_]*[:\u2013\u2014-]?[\s*_]*(?:on\s+)?{_DAY_OR_MONTH}{_TAIL}"
_WAS = r"(?P<label>(?:first |originally |last )?(?:published|posted|updated))"
_SENTENCE = rf"[\s*_(\[]*(?:This|The)\s+(?:article|story|post|piece|report|page)\s+was\s+{_WAS}\s+(?:on|at)?\s*{_DAY}{_CLOCK}[.)*_\]]*"
_LATER_LABEL = rf"(?:{_BREAK}|\()\s*{_LABEL}\b\s*(?:\bon\b)?\s*:?\s*{_DAY}"
_NAME = r"[^\W\d_][^\r\n|\u2022\u00b7]{1,70}?"
_BY = rf"(?:By|Written by|Posted by|Words by|Words:)\s+{_NAME}(?:\s*(?:{_BREAK}|,)\s*|\s+on\s+|\s{{2,}})"
_BYLINE = rf"[\s*_]*(?:{_BY}|{_NAME}\s*[|\u2022\u00b7]\s*)(?:{_LABEL.replace('?P<label>', '?:')}(?:\s+on)?\s*:?\s*)?{_DAY}{_TAIL}"
_AUTHOR_RE = re.compile(
    r"[\s*_]*(?:By|Written by|Posted by|Words by)\s+(?:[A-Z][\w.'\u2019-]*)(?:\s+(?:and\s+)?[A-Z][\w.'\u2019-]*){0,6}[\s*_]*$"
)
_WIRE = r"(?:\s*(?:\([A-Z][^()\r\n]{1,30}\)|/[A-Z][^/\r\n]{1,30}/))"
_DASH = r"\s*(?:--|[\u2013\u2014-])\s+"
_END = rf"(?:{_WIRE}(?:{_DASH})?|{_DASH})"
_PLACE = r"(?:,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}){0,2}"
# Without a date only an agency's name tells "SEOUL (Reuters) -" from "MOON (Ahn Seo-rin) - returns".
_AGENCY = r"\s*(?:\((?:AFP|ANI|AP|Bernama|dpa|IANS|Kyodo|PTI|Reuters|TNS|UPI|Xinhua|Yonhap)(?: News)?\)|/[A-Z][A-Za-z -]{1,20}wire/)"
_CITY = rf"[A-Z][A-Z.'\u2019-]{{2,}}(?:\s[A-Z.]{{2,}}){{0,2}}{_PLACE}"
_TOWN = rf"[A-Z]\w+(?:\s[A-Z]\w+){{0,2}}{_PLACE}(?:,|\s+[\u2013\u2014-])"
_DATELINE = (
    rf"\s*\(?(?:{_CITY},\s*(?:{_DAY}|{_MONTH}\s+[0-9]{{1,2}})\)?{_END}|{_CITY}{_AGENCY}(?:{_DASH})?"
    rf"|{_TOWN}\s*{_DAY.replace('?P<day>', '?P<later>')}{_END})"
)
# What a dateline and a date that leads a line begin with: tried before the long patterns, as few lines begin like that.
_DATELINE_START_RE = re.compile(r"\s*\(?[A-Z][A-Z.'\u2019-]{2}")
_DATELINE_END_RE = re.compile(r"--|[\u2013\u2014)/]| - ")
_DAY_START_RE = re.compile(r"[\s*_]*(?:[0-9]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun))")
_LEADING = rf"[\s*_]*{_DAY}{_WIRE}?\s*(?:--|[\u2013\u2014])\s+(?=\S)"
_ALONE = rf"[\s*_]*{_DAY}{_CLOCK}[\s*_.]*$"
_ANY_ALONE = rf"(?m)^[ \t*_#]*{_DAY}\s*(?:$|--|[\u2013\u2014:-])"
_FOUR_DIGITS_RE = re.compile(r"[0-9]{4}")
_YEAR_RE = re.compile(r"(?:19|20)[0-9]{2}")
_FRONT_KEYS = ("date", "published", "datepublished", "date_published", "pubdate", "publishdate", "updated", "lastmod", "modified")
_ISO_RE = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?![0-9])")
_LINE_RE = re.compile(r"[^\r\n]+")


class Line(NamedTuple):
    """A line with text in it: where it stands, and its number among such lines."""

    start: int
    text: str
    number: int


class Stamp(NamedTuple):
    """Words about the article itself, `text[start:end]`, and the days that they date it to, if any."""

    start: int
    end: int
    kind: str
    words: str
    when: DateRange | None = None


# Which stamp dates the article where several stand in it: the kinds in the order of trust.
_TRUST = ("front matter", "header", "published", "updated", "byline", "dateline", "date line")


def article_date(text: str) -> Asserted:
    """When the text says that it was written, with the words that say so as the reason; `unknown` where none do."""
    dated = [(stamp, stamp.when) for stamp in stamps(text) if stamp.when is not None]
    if not dated:
        return Asserted()
    best, when = min(dated, key=lambda pair: (_TRUST.index(pair[0].kind), pair[0].start))
    kind = "line" if best.kind in ("published", "updated") else best.kind
    return Asserted(when.earliest, when.latest, "stated", f"{kind}: {' '.join(best.words.split())[:100]}")


def metadata_spans(text: str) -> list[tuple[int, int]]:
    """The stretches (start, end) of the text, in code points, that are about the article and make no claim; sorted, disjoint."""
    spans: list[tuple[int, int]] = []
    for stamp in stamps(text):
        if not spans or stamp.start >= spans[-1][1]:
            spans.append((stamp.start, stamp.end))
    return spans


def article_title(text: str) -> str:
    """The title that front matter, a leading heading or a short first line gives, else ''."""
    front = _front_matter(text)
    named = front and _front_value(front.group("body"), ("title", "headline"))
    if named:
        return named
    found = stamps(text)
    for line in _top(text, _body_start(text), 4):
        covering = next((s for s in found if s.start < line.start + len(line.text) and s.end > line.start), None)
        if covering is None:
            title = line.text.strip()
            return title.lstrip("#").strip() if title.startswith("#") else title if len(title) <= 200 else ""
        if covering.end - line.start < len(line.text.rstrip()):
            return ""  # the story begins behind a dateline: there is no title
    return ""


def stamps(text: str) -> list[Stamp]:
    """All words about the article, by their place."""
    found = list(_head(text))
    start = _body_start(text)
    top, end = _top(text, start, TOP_LINES), _bottom(text, start)
    for line in top:
        stamp = _labelled(line) or _byline(line) or _dateline(line, text)
        if stamp is not None:
            found.append(stamp)
    for line in end:
        stamp = _labelled(line)
        if stamp is not None and all(stamp.start != other.start for other in found):
            found.append(stamp)
    return sorted(found, key=lambda stamp: (stamp.start, stamp.end))


def _front_matter(text: str) -> re.Match[str] | None:
    """The block between two lines `---` at the start, where each of its lines looks like one; a rule between texts is none."""
    match = re.match(_FRONT, text[:_FRONT_CHARS]) if text.startswith("---") else None
    if match is None or not all(re.match(_FRONT_LINE, line) for line in re.split(r"[\r\n]", match.group("body"))):
        return None
    return match


def _front_value(body: str, keys: tuple[str, ...]) -> str:
    """The value of the first of the keys that stands in the block, without its quotes."""
    values = dict(re.findall(r"(?m)^[ \t]{0,2}([A-Za-z_][\w-]*)[ \t]*:[ \t]*([^\r\n]*)", body.replace("\r", "\n")))
    lower = {key.lower(): value.strip() for key, value in values.items()}
    return next((lower[key].strip("\"'").strip() for key in keys if lower.get(key)), "")


def _header(text: str) -> re.Match[str] | None:
    match = _HEADER_RE.match(text)
    return match if match and read_day(match.group("day")) else None


def _body_start(text: str) -> int:
    match = _front_matter(text) or _header(text)
    return match.end() if match else 0


def _head(text: str) -> Iterator[Stamp]:
    front = _front_matter(text)
    if front:
        key = next((key for key in _FRONT_KEYS if read_day(_front_value(front.group("body"), (key,)))), "")
        value = _front_value(front.group("body"), (key,)) if key else ""
        yield Stamp(0, front.end(), "front matter", f"{key} {value}", read_day(value) if key else None)
        return
    header = _header(text)
    if header:
        yield Stamp(0, header.end(), "header", header.group(), read_day(header.group("day")))


def _top(text: str, start: int, count: int) -> list[Line]:
    """The first `count` lines with text; no more of a long text is looked at than they take."""
    lines: list[Line] = []
    for match in _LINE_RE.finditer(text, start):
        if not match.group().isspace():
            lines.append(Line(match.start(), match.group(), len(lines)))
        if len(lines) == count:
            break
    return lines


def _bottom(text: str, start: int) -> list[Line]:
    """The last lines with text that stand in the last 2,000 characters; never a line that is cut there."""
    cut = max(start, len(text) - 2_000)
    lines = [m for m in _LINE_RE.finditer(text, cut) if not m.group().isspace() and (m.start() > cut or cut == start)]
    return [Line(match.start(), match.group(), TOP_LINES) for match in lines[-END_LINES:]]


def _labelled(line: Line) -> Stamp | None:
    """`Published: July 23, 2025 | Updated: ...`, `Last updated on ...`, `This article was first published on ...`."""
    if not _is_short_with_year(line):
        return None
    match = re.match(_LABEL_LINE, line.text, re.IGNORECASE)
    whole = match is not None
    match = match or re.match(_SENTENCE, line.text, re.IGNORECASE)
    when = read_day(match.group("day")) if match else None
    if match is None or when is None:
        return None
    end = line.start + (len(line.text) if whole else match.end())
    label, words = match.group("label").lower(), match.group()
    later = re.search(_LATER_LABEL, line.text[match.end() :], re.IGNORECASE) if _is_update(label) else None
    if later and not _is_update(later.group("label").lower()):  # "Updated: ... | Published: ...": the first day counts
        label, words, when = "published", later.group().lstrip("|(/ "), read_day(later.group("day")) or when
    return Stamp(line.start, end, "updated" if _is_update(label) else "published", words.strip(" *_>#("), when)


def _is_short_with_year(line: Line) -> bool:
    return len(line.text) <= LINE_CHARS and _YEAR_RE.search(line.text) is not None


def _is_update(label: str) -> bool:
    return label.endswith(("updated", "modified", "edited"))


def _byline(line: Line) -> Stamp | None:
    """`By X | July 23, 2025`, `X | July 23, 2025`, or the author's name alone."""
    if len(line.text) > LINE_CHARS:
        return None
    match = re.match(_BYLINE, line.text, re.IGNORECASE) if _is_short_with_year(line) else None
    when = read_day(match.group("day")) if match else None
    if match and when:
        return Stamp(line.start, line.start + len(line.text), "byline", match.group().strip(" *_"), when)
    author = _AUTHOR_RE.match(line.text)
    return Stamp(line.start, line.start + len(line.text), "byline", author.group().strip()) if author else None


def _dateline(line: Line, text: str) -> Stamp | None:
    """`SEOUL, Aug. 14, 2025 (Yonhap) --` before a story, or a date that leads it or stands alone in a line."""
    head = line.text[:LINE_CHARS]
    match = re.match(_DATELINE, head) if _may_be_dateline(head) else None
    if match:
        words = match.group("day") or match.group("later") or ""
        return Stamp(line.start, line.start + match.end(), "dateline", match.group().strip(" \u2013\u2014-("), read_day(words))
    if line.number >= 4 or not _YEAR_RE.search(head) or not _DAY_START_RE.match(head):
        return None
    match = (re.match(_ALONE, line.text) if len(line.text) <= LINE_CHARS else None) or re.match(_LEADING, head)
    when = read_day(match.group("day")) if match else None
    if match is None or when is None or _is_chronicle(text):
        return None
    return Stamp(line.start, line.start + match.end(), "date line", match.group().strip(" *_\u2013\u2014-"), when)


def _may_be_dateline(head: str) -> bool:
    """Whether a line begins with a word in capitals or tells a year, and holds what ends a dateline."""
    return bool(_DATELINE_END_RE.search(head) and (_DATELINE_START_RE.match(head) or _FOUR_DIGITS_RE.search(head)))


def _is_chronicle(text: str) -> bool:
    """A text with several lines that begin with a date is a list of events: none of them dates the article."""
    dates = re.finditer(_ANY_ALONE, text.replace("\r", "\n"))
    return next(dates, None) is not None and next(dates, None) is not None


def read_day(words: str) -> DateRange | None:
    """The day, or the month, that the words of a date name; None for a year alone and for a day that doesn't exist."""
    numbers = _ISO_RE.match(words.strip())
    try:
        if numbers:
            day = date(*(int(part) for part in numbers.groups()))
            return DateRange(day, day) if day.year in YEARS else None
    except ValueError:  # 2024-02-30
        return None
    from aoud_cli.spans.dates import parse_date  # the grammar of dates is large, and most articles need no more than the above

    found = parse_date(words.strip()) if words.strip() else None
    if found is None or found.earliest is None or found.latest is None:
        return None
    narrow = (found.latest - found.earliest).days <= 31 and found.earliest.year in YEARS
    return DateRange(found.earliest, found.latest) if narrow else None
