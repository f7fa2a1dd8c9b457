"""When an article says that it was written: front matter, a header, `Published:` lines, bylines and datelines.

These words are about the article and claim nothing about its subject, so the stretches they take up are known too. Here is where
such words may stand and which of them is trusted most; `stamps` and `mastheads` know their shapes. Never the file's time, never
today's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aoud_cli.articles import mastheads
from aoud_cli.articles.heads import head_day, names_its_making
from aoud_cli.articles.stamps import (
    Cut,
    Stamp,
    StampLine,
    author,
    byline,
    cut,
    is_long_before,
    labelled,
    marked,
    title_note,
    undated,
    update_note,
)  # fmt: skip
from aoud_cli.articles.stampwords import LINE_CHARS, read_day
from aoud_cli.english import pattern, words
from aoud_cli.model import Asserted, DateRange

TOP_LINES = 8  # lines with text, after the title: further down a date belongs to the story
END_LINES = 5

_FRONT = r"(?s)\A---[ \t]*(?:\r\n|\r|\n)(?P<body>.*?)(?:\r\n|\r|\n)(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)"
_FRONT_LINE = r"[A-Za-z_][\w-]*[ \t]*:|[ \t]|#|- |$"
_FRONT_CHARS = 8_000
_HEADER_RE = pattern(r"\s*date:?[ \t]+(?P<day>[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)(?![0-9-])[ \t]*", re.IGNORECASE)
_FRONT_KEYS = words("front_keys")
_EMPHASIS_RE = pattern(r"(?<=\S)\*|\*(?=\S)")  # and no bullet
_LINE_RE = pattern(r"[^\r\n]+")

# Which stamp dates the article where several stand in it: the kinds in the order of trust.
_TRUST = (
    "front matter", "header", "published", "updated", "byline", "dateline", "masthead", "issue", "live", "source note", "date line",
    "last line",
)  # fmt: skip


# What stands in the head of a page that was changed later, and dates it before.
_FIRST_DAYS = ("byline", "dateline", "masthead")
_Dated = tuple[Stamp, DateRange]


def article_date(text: str) -> Asserted:
    """When the text says that it was written, with the words that say so as the reason; `unknown` where none do."""
    dated = [(stamp, stamp.when) for stamp in stamps(text) if stamp.when is not None]
    if not dated:
        return Asserted()
    best, when = min(dated, key=_trust)
    first = next((pair for pair in dated if _FIRST_RE.match(pair[0].words) and _is_before(pair[1], when)), None)
    if first is not None:  # the header is of the last update, and outranks nothing that the text says itself
        return Asserted(first[1].earliest, when.latest, "stated", f"{_short(first[0])}; {_reason(best)}")
    if best.kind == "updated":
        best, when = min((p for p in dated if p[0].kind in _FIRST_DAYS and _is_before(p[1], when)), key=_trust, default=(best, when))
    changed = [pair for pair in dated if pair[0].kind == "updated" and is_long_before(when, pair[1])]
    if changed and best.kind in ("published", *_FIRST_DAYS):  # what it tells may have been written on any day between
        last, day = max(changed, key=lambda pair: pair[1])
        return Asserted(when.earliest, day.latest, "stated", f"{_reason(best)}; {_short(last)}")
    return Asserted(when.earliest, when.latest, "stated", _reason(best))


def _trust(pair: _Dated) -> tuple[int, int]:
    """Which of two stamps dates the article: the kind that is trusted more, then the one that stands first."""
    return _TRUST.index(pair[0].kind), pair[0].start


def _reason(stamp: Stamp) -> str:
    return f"{'line' if stamp.kind in ('published', 'updated') else stamp.kind}: {_short(stamp)}"


def _short(stamp: Stamp) -> str:
    return " ".join(stamp.words.split())[:100]


_FIRST_RE = pattern(
    r"(?i)[\W_]*(?:(?:editor.?s )?note: )?(?:(?:a version of )?th(?:is|e) \w+ (?:was |has been |is )?)?"
    r"(?:first|originally) (?:published|posted|appeared)"
)


def _is_before(day: DateRange, other: DateRange) -> bool:
    return day.latest is not None and other.earliest is not None and day.latest < other.earliest


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
            if covering.kind in ("dateline", "date line", "header", "front matter"):
                return ""  # the story begins behind a dateline: there is no title
    return ""


def stamps(text: str) -> list[Stamp]:
    """All words about the article, by their place."""
    found = list(_head(text))
    start = _body_start(text)
    top = [line._replace(text=_EMPHASIS_RE.sub(" ", line.text)) for line in _top(text, start, TOP_LINES)]
    end = _bottom(text, start)
    found.extend(stamp for i in range(len(top)) if (stamp := _top_stamp(top, i, text)))
    taken = {stamp.start for stamp in found}
    for i in range(len(end)):
        stamp = _end_stamp(end, i)
        if stamp is not None and stamp.start not in taken:
            found.append(stamp)
    dated = [stamp for stamp in found if stamp.when is not None]
    if all(stamp.kind == "updated" for stamp in dated):  # "Posted in Previews | 31 January 2018" over "Last edited 4 February 2018"
        changed = {stamp.start for stamp in dated}
        day = head_day([line for line in top if line.start not in changed and (not dated or names_its_making(line.text))], text)
        if day is not None and not any(_is_before(stamp.when, day.when) for stamp in dated if stamp.when and day.when):
            found = [*(stamp for stamp in found if stamp.start != day.start), day._replace(kind="published") if dated else day]
    return sorted(found, key=lambda stamp: (stamp.start, stamp.end))


def _top_stamp(lines: list[StampLine], i: int, text: str) -> Stamp | None:
    """What the line says of the article, read with the lines around it."""
    line, at = lines[i], cut(lines[i])
    if at is None:
        return undated(line) or author(line) or mastheads.dateline(line) or marked(line, "")
    others = _around(lines, i, TOP_LINES)
    return (
        title_note(at)
        or labelled(at, _around(lines, i, 1))
        or update_note(at, others)
        or byline(at)
        or _unlabelled(at, lines, i, text, others)
    )


def _unlabelled(at: Cut, lines: list[StampLine], i: int, text: str, others: str) -> Stamp | None:
    """What a line says without a label for it: an issue, a note of its source, a dateline, a masthead."""
    above = [line.text for line in lines[1 if i > 1 or not lines[0].text.rstrip().endswith(":") else 0 : i]]
    return (
        mastheads.issue(at, others)
        or mastheads.source_note(at, _around(lines, i, 1))
        or marked(lines[i], others)
        or mastheads.dateline(lines[i])
        or mastheads.date_line(at, text, above)
        or mastheads.masthead(at, others)
    )


def _end_stamp(lines: list[StampLine], i: int) -> Stamp | None:
    at = cut(lines[i])
    if at is None:
        return undated(lines[i])
    stamp = labelled(at, _around(lines, i, 1))
    if stamp is None and i == len(lines) - 1:
        stamp = mastheads.last_line(at, lines[i - 1].text if i else "")
    return stamp


def _around(lines: list[StampLine], i: int, reach: int) -> str:
    """The lines up to `reach` before and behind a line, but not itself; of a paragraph its beginning."""
    near = (line for line in lines[max(0, i - reach) : i + reach + 1] if line is not lines[i])
    return "\n".join(line.text[:LINE_CHARS] for line in near)


def _front_matter(text: str) -> re.Match[str] | None:
    """The block between two lines `---` at the start, where each of its lines looks like one; a rule between texts is none."""
    match = pattern(_FRONT).match(text[:_FRONT_CHARS]) if text.startswith("---") else None
    if match is None or not all(pattern(_FRONT_LINE).match(line) for line in re.split(r"[\r\n]", match.group("body"))):
        return None
    return match


def _front_value(body: str, keys: tuple[str, ...]) -> str:
    """The value of the first of the keys that stands in the block, without its quotes."""
    values = dict(re.findall(r"(?m)^[ \t]{0,2}([A-Za-z_][\w-]*)[ \t]*:[ \t]*([^\r\n]*)", body.replace("\r", "\n")))
    lower = {key.lower(): value.strip() for key, value in values.items()}
    return next((_unquoted(lower[key]) for key in keys if lower.get(key)), "")


def _unquoted(value: str) -> str:
    """A value without the quotes around all of it: `'Wyrmwood' season 2 recap` keeps its own."""
    quoted = re.fullmatch(r"([\"'])((?:(?!\1).)*)\1", value)
    return (quoted[2] if quoted else value).strip()


def front_field(text: str, keys: tuple[str, ...]) -> str:
    """The value of the first of these keys that stands in the front matter of a text, else ''."""
    front = _front_matter(text)
    return _front_value(front.group("body"), keys) if front else ""


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


def _top(text: str, start: int, count: int) -> list[StampLine]:
    """The first `count` lines with text; no more of a long text is looked at than they take."""
    lines: list[StampLine] = []
    for match in _LINE_RE.finditer(text, start):
        if not match.group().isspace():
            lines.append(StampLine(match.start(), match.group(), len(lines)))
        if len(lines) == count:
            break
    return lines


def _bottom(text: str, start: int) -> list[StampLine]:
    """The last lines with text that stand in the last 2,000 characters; never a line that is cut there."""
    cut = max(start, len(text) - 2_000)
    lines = [m for m in _LINE_RE.finditer(text, cut) if not m.group().isspace() and (m.start() > cut or cut == start)]
    return [StampLine(match.start(), match.group(), TOP_LINES) for match in lines[-END_LINES:]]
