"""Lines that tell when their article was written, and who wrote it: labels, bylines, mastheads, issue lines, notes, datelines.

A line is cut at its first date. What stands before it says what kind of line it is, what stands behind it whether that holds.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import NamedTuple

from aoud_cli.articles import stampwords as words
from aoud_cli.articles.stampwords import BREAK, CLOCK, DAY, LABEL, LINE_CHARS, TIME, end_of_words, read_day
from aoud_cli.english import pattern, words as class_words
from aoud_cli.model import DateRange


class StampLine(NamedTuple):
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


class Cut(NamedTuple):
    """A line cut at its first date; `after` begins right behind it."""

    line: StampLine
    before: str
    after: str
    when: DateRange

    @property
    def is_day(self) -> bool:
        """Whether the date is one day, and not a month."""
        return self.when.earliest == self.when.latest

    def stamp(self, kind: str, end: int, when: DateRange | None = None, said: str = "") -> Stamp:
        """The line's stamp, up to `end` code points behind the date; `said` are the words that date it, else those up to there."""
        text = self.line.text
        stop = len(text) - len(self.after) + end
        clock = pattern(CLOCK).match(self.after)
        shown = said or text[: len(text) - len(self.after) + (clock.end() if clock else 0)]
        return Stamp(self.line.start, self.line.start + stop, kind, shown.strip(" *_>#([\u2013\u2014-"), when or self.when)


# With one of these a long line may begin that is about its article; any other is prose, and need not be searched for dates.
_OPENERS = (*"0123456789", *class_words("openers"))
PROSE_CHARS = 120
_YEAR_RE = pattern(r"(?:19|20)[0-9]{2}|['\u2019][0-9]{2}(?![0-9\w])|[0-9]/[0-9]{1,2}/[0-9]{2}(?![0-9])")


def cut(line: StampLine) -> Cut | None:
    """The line cut at its first date, if it has one; a year alone is none."""
    opening = line.text[:LINE_CHARS].lstrip(" \t*_#-").lower()
    if len(line.text) > PROSE_CHARS and not opening.startswith(("[", "(", "\u3010", *_OPENERS)):
        return None
    return dated(line)


def dated(line: StampLine) -> Cut | None:
    """Any line cut at its first date, also one of prose."""
    head = line.text[:LINE_CHARS]
    if not _YEAR_RE.search(head):
        return None
    for match in pattern(words.DAY_OR_MONTH, re.IGNORECASE).finditer(head):
        when = read_day(match.group("day"))
        if when is not None:
            return Cut(line, line.text[: match.start()], line.text[match.end() :], when)
    return None


def says(before: str, *openings: str) -> bool:
    """Whether one of the words stands in it: patterns are compiled only for lines that can fit them."""
    low = before.lower()
    return any(word in low for word in openings)


_ON = r"[\s*_]*(?:\b(?:on|at)\b)?[\s*_]*[:\u2013\u2014,.(-]?[\s*_]*(?:on\s+)?"
_LABELLED = rf"[\s*_#(\[-]*{LABEL}\b{_ON}(?:(?:at\s+)?{TIME}[,\s]*(?:on\s+)?)?"
_UNDATED = (
    rf"[\s*_(\[]*(?:(?:last )?(?:updated|published|posted)\s*(?:at|:)?\s*(?:{TIME}|[0-9]+ (?:minute|hour|day)s? ago)"
    r"|(?:press release |news release )?for immediate release)[\s*_.:)\]]*"
)
_WRITER_BEFORE = rf"(?:[\s*_]*by\s[^|/\u2022\u00b7]{{2,60}}?\s*{BREAK}\s+)?"
_SITE = r"(?P<site>[\w-]+(?:\.[\w-]+)+)"
_OUTLET_BEFORE = rf"{_WRITER_BEFORE}\s*(?:{_SITE}|(?P<name>(?-i:[A-Z])[^|/\u2022\u00b7]{{1,60}}?))\s*{BREAK}\s+(?={LABEL}\b)"
_NOUN = "{article_nouns}"
_SENTENCE = (
    rf"[\s*_(\[]*(?:(?:Editor.?s note|Note):\s*)?(?:A version of )?(?:This\s+{_NOUN}|The\s+(?:article"
    rf"|page))\s+(?:was|has been|is)?\s*(?P<label>(?:first |originally |last )?{{stamped}}"
    rf")(?:\s+in\s+[^,;.]{{1,40}}?)?\s+(?:(?:on|at)\s+)?"
)
_AS_WELL = rf"(?:and|but)\s+(?:was|has)\s+(?:since\s+|last\s+|been\s+)*(?:updated|edited|corrected)(?:\s+(?:on\s+)?{DAY})?"
_UPDATE_NOTE = r"[\s*_(\[]*update(?P<count>\s+#?[0-9]+)?[\s,(\u2013\u2014-]+"
_NOTE_OPENS, _NOTE_CLOSES = r"[(\[]\s*(?P<update>{updated}\s*(?:for|in|on|as of)?:?\s*)?$", r"(?P<update>\s+updated?)?\s*[)\]]\s*"
_LATER_LABEL = rf"(?:{BREAK}|[(,;]|\.(?=\s))\s*{LABEL}\b\s*(?:\bon\b)?\s*:?\s*{DAY}"
_WORK_LINE = r"[\s*_#|>-]*{box_labels}[*_]*\s*[:|]"


def labelled(at: Cut, neighbours: str) -> Stamp | None:
    """`Published: July 23, 2025 | Updated: ...`, `Last updated on ...`, `This article was first published on ...`.

    `neighbours` are the lines around: among facts of a work or an event, `Published:` and `Date:` tell of that.
    """
    label, end = _label_before(at)
    if end is None:
        return None
    if not _is_update(label):
        among_facts = pattern(rf"(?m)^{_WORK_LINE}", re.IGNORECASE).search(neighbours)
        return None if among_facts else at.stamp("published", end, *_until_changed(at))
    later = _other_label(at)
    if later and not _is_update(later.group("label").lower()):  # "Updated: ... | Published: ...": the first day counts
        return at.stamp("published", end, read_day(later.group("day")), later.group().lstrip("|(/ "))
    return at.stamp("updated", end)


def _other_label(at: Cut) -> re.Match[str] | None:
    """Another label with its day in the same line."""
    behind = at.after[:LINE_CHARS]
    return pattern(_LATER_LABEL, re.IGNORECASE).search(behind) if _YEAR_RE.search(behind) else None


def _until_changed(at: Cut) -> tuple[DateRange, str] | tuple[()]:
    """The days from a page's first to that of its change in the same line, where it was written anew: `Published: A | Updated: B`."""
    later = _other_label(at)
    changed = read_day(later.group("day")) if later and _is_update(later.group("label").lower()) else None
    if later is None or changed is None or not is_long_before(at.when, changed):
        return ()
    return DateRange(at.when.earliest, changed.latest), at.line.text[: len(at.line.text) - len(at.after) + later.end()]


MENDED = timedelta(days=31)  # who changes an article within that mends it; who changes it later writes it anew


def is_long_before(day: DateRange, other: DateRange) -> bool:
    """Whether a day lies so long before another that an article is of the days between."""
    return day.latest is not None and other.latest is not None and other.latest - day.latest > MENDED


def _label_before(at: Cut) -> tuple[str, int | None]:
    """The label before a day, alone or in a sentence, and the end of the words that go with it; no end where there is no label."""
    whole = _behind_the_outlet(at.before)
    last = whole.rpartition(". ")[2]  # `From the Open Encyclopedia. This page was last edited on ...`, `No. 112. Sent June 2, 2023, to you`
    match = pattern(_LABELLED, re.IGNORECASE).fullmatch(whole) or pattern(_LABELLED, re.IGNORECASE).fullmatch(last)
    if match is not None:
        end = end_of_words(at.after)
        is_letter = match.string != whole and match.group("label").lower() == "sent"
        return match.group("label").lower(), 0 if end is None and is_letter else end
    match = pattern(_SENTENCE, re.IGNORECASE).fullmatch(last) if says(last, "this", "the") else None
    if match is None:
        return "", None
    rest = pattern(rf"{CLOCK}(?:\s+{_AS_WELL})?[.\s*_)\]]*", re.IGNORECASE).match(at.after)
    return match.group("label").lower(), end_of_words(at.after) or (rest.end() if rest else 0)


def _behind_the_outlet(before: str) -> str:
    """What stands behind a paper's name or address that a line begins with, and a writer's: `etimes.example / Updated: `, `By X | TNN |
    Published: `."""
    outlet = pattern(_OUTLET_BEFORE, re.IGNORECASE).match(before)
    return before[outlet.end() :] if outlet and (outlet.group("site") or words.is_about_the_article(outlet.group("name"))) else before


def _is_update(label: str) -> bool:
    changed = label.endswith(("updated", "edited", "modified", "revised", "\uc218\uc815"))
    return changed or pattern(words.UPDATED, re.IGNORECASE).fullmatch(label) is not None


def update_note(at: Cut, neighbours: str) -> Stamp | None:
    """`UPDATE (3 March 2026): ...`; not where several are counted."""
    match = pattern(_UPDATE_NOTE, re.IGNORECASE).fullmatch(at.before) if says(at.before, "update") else None
    stop = pattern(rf"{CLOCK}[\s*_)\]]*(?:[:.\u2013\u2014]|$)").match(at.after) if match else None
    if match is None or match.group("count") or stop is None or len(re.findall(r"(?im)^[\s*_(\[]*update\b", neighbours)) > 0:
        return None
    return at.stamp("updated", stop.end())


def title_note(at: Cut) -> Stamp | None:
    """What a headline says of its last change: `... So Far (August 2024 Update)`, `... [Updated: Aug. 2024]`."""
    before = pattern(_NOTE_OPENS, re.IGNORECASE).search(at.before) if at.line.number == 0 and at.before.strip() else None
    behind = pattern(_NOTE_CLOSES, re.IGNORECASE).fullmatch(at.after) if before else None
    if before is None or behind is None or not (before["update"] or behind["update"]):
        return None
    start, end = at.line.start + before.start(), at.line.start + len(at.line.text)
    return Stamp(start, end, "updated", at.line.text[before.start() :], at.when)


def undated(line: StampLine) -> Stamp | None:
    """`Updated 14:05`, `FOR IMMEDIATE RELEASE`: about the article, which they date to no day."""
    likely = len(line.text) <= 60 and says(line.text, "updated", "published", "posted", "immediate")
    if not likely or not pattern(_UNDATED, re.IGNORECASE).fullmatch(line.text):
        return None
    return Stamp(line.start, line.start + len(line.text), "updated", line.text.strip())


_NAME = r"(?P<name>[^\W\d_][^\r\n|\u2022\u00b7]{1,70}?)"
_BY = rf"{{byline_openers}}\s+{_NAME}(?:\s*(?:{BREAK}|,)\s*(?:the\s+)?|\s+on\s+|\s{{2,}})"
_CAPITALS = r"(?-i:[A-Z][\w.'\u2019-]+(?:\s(?:and\s)?[A-Z][\w.'\u2019-]+){1,4})"
# `Screenonomics, by X. Tuesday, ...`
_COLUMN = r"(?-i:[A-Z][\w'\u2019&]*(?:\s[A-Z&][\w'\u2019]*){0,3}),\sby\s+[^\W\d_][^\r\n|\u2022\u00b7]{1,70}?\.\s+"
_BYLINE = rf"[\s*_]*(?:{_COLUMN}|{_BY}|(?:By|Post(?:ed)? by:?)\s+{_CAPITALS}[\s*_]+)(?:{LABEL}(?:\s+on)?\s*:?\s*)?"
_MAIL = r"From: .{1,100}?\b(?:Date|Sent):\s*"
_LETTER = r"[\s*_]*(?:(?:a )?letters? )?to the editors?\s*[,:|\u2013\u2014-]\s*"
_AUTHOR_RE = pattern(
    r"[\s*_]*(?:By|{bylined} by)\s+(?:[A-Z][\w.'\u2019-]*)"
    r"(?:\s+(?:and\s+)?[A-Z][\w.'\u2019-]*){0,6}(?:,\s[a-z]+(?:\s[a-z]+){0,2})?[\s*_]*$"
)


def byline(at: Cut) -> Stamp | None:
    """`By X | July 23, 2025`, `To the editor, 9 July 2022`, or the heads of a mail in one line."""
    likely = ((_BYLINE, ("by", "words", "from")), (_MAIL, ("from:",)), (_LETTER, ("editor",)))
    shapes = (shape for shape, openings in likely if says(at.before, *openings))
    matches = (pattern(shape, re.IGNORECASE).fullmatch(at.before) for shape in shapes)
    if not at.is_day or not any(match and _is_name(match.groupdict().get("name")) for match in matches):
        return None
    end = end_of_words(at.after)
    if end is None and at.before.startswith("From:"):
        end = 0
    return None if end is None else at.stamp("byline", end, *_until_changed(at))


SHORT_NAME = 3  # words: a nickname may be in small letters


def _is_name(words_behind_by: str | None) -> bool:
    """Whether what stands behind `by` can be who wrote it: no "By then almost two years will have gone by"."""
    return words_behind_by is None or len(words_behind_by.split()) <= SHORT_NAME or words.is_about_the_article(words_behind_by)


def names_the_author(line: str) -> bool:
    """Whether a line holds the author's name behind `by`, and nothing else."""
    return len(line) <= LINE_CHARS and _AUTHOR_RE.match(line) is not None


def author(line: StampLine) -> Stamp | None:
    """The author's name alone in a line."""
    match = _AUTHOR_RE.match(line.text) if len(line.text) <= LINE_CHARS else None
    return Stamp(line.start, line.start + len(line.text), "byline", match.group().strip()) if match else None


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
