"""Lines that tell when their article was written, and who wrote it: labels, bylines, mastheads, issue lines, notes, datelines.

A line is cut at its first date. What stands before it says what kind of line it is, what stands behind it whether that holds.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from aoud_cli import stampwords as words
from aoud_cli.model import DateRange
from aoud_cli.stampwords import BREAK, CLOCK, DAY, LABEL, LINE_CHARS, TIME, end_of_words, read_day

DATE_LINES = 4  # a date that nothing explains stands among the first lines
MASTHEAD_LINES = 5
STORY_CHARS = 50  # behind `July 23, 2025 -` less is no story but an event


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


class Cut(NamedTuple):
    """A line cut at its first date; `after` begins right behind it."""

    line: Line
    before: str
    after: str
    when: DateRange

    def stamp(self, kind: str, end: int, when: DateRange | None = None, said: str = "") -> Stamp:
        """The line's stamp, up to `end` code points behind the date; `said` are the words that date it, else those up to there."""
        text = self.line.text
        stop = len(text) - len(self.after) + end
        clock = re.match(CLOCK, self.after)
        shown = said or text[: len(text) - len(self.after) + (clock.end() if clock else 0)]
        return Stamp(self.line.start, self.line.start + stop, kind, shown.strip(" *_>#([\u2013\u2014-"), when or self.when)


# With one of these a long line may begin that is about its article; any other is prose, and need not be searched for dates.
_OPENERS = (
    *"0123456789", "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat",
    "sun", "first", "orig", "date", "publ", "repub", "post", "repost", "issue", "filed", "upload", "sent", "input", "last", "late", "page",
    "article", "story", "upd", "modif", "edit", "revis", "all info", "all det", "info", "detail", "figure", "correct", "accurate", "current",
    "under emb", "strictly", "embargo", "press", "for ", "not for", "this ", "a version", "note", "machine", "transl", "by ", "from:",
)  # fmt: skip
_PROSE_CHARS = 120
_YEAR_RE = re.compile(r"(?:19|20)[0-9]{2}")


def cut(line: Line) -> Cut | None:
    """The line cut at its first date, if it has one; a year alone is none."""
    head = line.text[:LINE_CHARS]
    if not _YEAR_RE.search(head):
        return None
    opening = head.lstrip(" \t*_#-").lower()
    if len(line.text) > _PROSE_CHARS and not opening.startswith(("[", "(", "\u3010", *_OPENERS)):
        return None
    for match in re.finditer(words.DAY_OR_MONTH, head, re.IGNORECASE):
        when = read_day(match.group("day"))
        if when is not None:
            return Cut(line, line.text[: match.start()], line.text[match.end() :], when)
    return None


def _says(before: str, *openings: str) -> bool:
    """Whether one of the words stands in it: patterns are compiled only for lines that can fit them."""
    low = before.lower()
    return any(word in low for word in openings)


_ON = r"[\s*_]*(?:\b(?:on|at)\b)?[\s*_]*[:\u2013\u2014,.(-]?[\s*_]*(?:on\s+)?"
_LABELLED = rf"[\s*_#(\[-]*{LABEL}\b{_ON}(?:(?:at\s+)?{TIME}[,\s]*(?:on\s+)?)?"
_TIME_ALONE = rf"[\s*_(\[]*(?:last )?(?:updated|published|posted)\s*(?:at|:)?\s*(?:{TIME}|[0-9]+ (?:minute|hour|day)s? ago)[\s*_.)\]]*"
_NOUN = r"(?:article|story|post|piece|report|page|interview|review|column|essay|newsletter|transcript|list|guide|explainer|entry)"
_SENTENCE = (
    rf"[\s*_(\[]*(?:(?:Editor.?s note|Note):\s*)?(?:A version of )?(?:This\s+{_NOUN}|The\s+(?:article|page))\s+(?:was|has been|is)?\s*"
    r"(?P<label>(?:first |originally |last )?(?:published|posted|updated|edited|modified|revised|appeared))"
    r"(?:\s+in\s+[^,;.]{1,40}?)?\s+(?:(?:on|at)\s+)?"
)
_AS_WELL = rf"(?:and|but)\s+(?:was|has)\s+(?:since\s+|last\s+|been\s+)*(?:updated|edited|corrected)(?:\s+(?:on\s+)?{DAY})?"
_UPDATE_NOTE = r"[\s*_(\[]*update(?P<count>\s+#?[0-9]+)?[\s,(\u2013\u2014-]+"
_LATER_LABEL = rf"(?:{BREAK}|\()\s*{LABEL}\b\s*(?:\bon\b)?\s*:?\s*{DAY}"
_WORK_LINE = (
    r"[\s*_#|>-]*(?:genre|volumes?|chapters?|episodes?|seasons?|network|channel|starring|cast|directed by|director|venue|place|location|where"
    r"|event|running time|runtime|country|original run|publisher|demographic|magazine|distributor|tickets)[*_]*\s*[:|]"
)


def labelled(at: Cut, neighbours: str) -> Stamp | None:
    """`Published: July 23, 2025 | Updated: ...`, `Last updated on ...`, `This article was first published on ...`.

    `neighbours` are the lines around: among facts of a work or an event, `Published:` and `Date:` tell of that.
    """
    match, end = re.fullmatch(_LABELLED, at.before, re.IGNORECASE), None
    if match is not None:
        end = end_of_words(at.after)
    elif _says(at.before, "this", "the"):
        match = re.fullmatch(_SENTENCE, at.before, re.IGNORECASE)
        rest = re.match(rf"{CLOCK}(?:\s+{_AS_WELL})?[.\s*_)\]]*", at.after, re.IGNORECASE)
        end = end_of_words(at.after) or (rest.end() if rest else 0) if match else None
    if match is None or end is None:
        return None
    label = match.group("label").lower()
    if not _is_update(label) and re.search(rf"(?m)^{_WORK_LINE}", neighbours, re.IGNORECASE):
        return None
    if _is_update(label):
        later = re.search(_LATER_LABEL, at.after[:LINE_CHARS], re.IGNORECASE)
        if later and not _is_update(later.group("label").lower()):  # "Updated: ... | Published: ...": the first day counts
            return at.stamp("published", end, read_day(later.group("day")), later.group().lstrip("|(/ "))
        return at.stamp("updated", end)
    return at.stamp("published", end)


def _is_update(label: str) -> bool:
    return re.fullmatch(words.UPDATED, label, re.IGNORECASE) is not None or label.endswith(("updated", "edited", "modified", "revised", "\uc218\uc815"))


def update_note(at: Cut, neighbours: str) -> Stamp | None:
    """`UPDATE (3 March 2026): ...`; not where several are counted."""
    match = re.fullmatch(_UPDATE_NOTE, at.before, re.IGNORECASE) if _says(at.before, "update") else None
    stop = re.match(rf"{CLOCK}[\s*_)\]]*(?:[:.\u2013\u2014]|$)", at.after) if match else None
    if match is None or match.group("count") or stop is None or len(re.findall(r"(?im)^[\s*_(\[]*update\b", neighbours)) > 0:
        return None
    return at.stamp("updated", stop.end())


def time_alone(line: Line) -> Stamp | None:
    """`Updated 14:05`, which is about the article and dates it to no day."""
    if len(line.text) > 60 or not _says(line.text, "updated", "published", "posted") or not re.fullmatch(_TIME_ALONE, line.text, re.IGNORECASE):
        return None
    return Stamp(line.start, line.start + len(line.text), "updated", line.text.strip())


_NAME = r"[^\W\d_][^\r\n|\u2022\u00b7]{1,70}?"
_BY = rf"(?:By|Written by|Posted by|Post by:|Words by|Words:)\s+{_NAME}(?:\s*(?:{BREAK}|,)\s*|\s+on\s+|\s{{2,}})"
_CAPITALS = r"(?-i:[A-Z][\w.'\u2019-]+(?:\s(?:and\s)?[A-Z][\w.'\u2019-]+){1,4})"
_BYLINE = rf"[\s*_]*(?:{_BY}|(?:By|Post(?:ed)? by:?)\s+{_CAPITALS}[\s*_]+)(?:{LABEL}(?:\s+on)?\s*:?\s*)?"
_MAIL = r"From: .{1,100}?\b(?:Date|Sent):\s*"
_LETTER = r"[\s*_]*(?:(?:a )?letters? )?to the editors?\s*[,:|\u2013\u2014-]\s*"
_AUTHOR_RE = re.compile(
    r"[\s*_]*(?:By|Written by|Posted by|Words by)\s+(?:[A-Z][\w.'\u2019-]*)(?:\s+(?:and\s+)?[A-Z][\w.'\u2019-]*){0,6}[\s*_]*$"
)


def byline(at: Cut) -> Stamp | None:
    """`By X | July 23, 2025`, `To the editor, 9 July 2022`, or the heads of a mail in one line."""
    likely = ((_BYLINE, ("by", "words")), (_MAIL, ("from:",)), (_LETTER, ("editor",)))
    shapes = (shape for shape, openings in likely if _says(at.before, *openings))
    if not _is_day(at) or not any(re.fullmatch(shape, at.before, re.IGNORECASE) for shape in shapes):
        return None
    end = end_of_words(at.after)
    if end is None and at.before.startswith("From:"):
        end = 0
    return None if end is None else at.stamp("byline", end)


def author(line: Line) -> Stamp | None:
    """The author's name alone in a line."""
    match = _AUTHOR_RE.match(line.text) if len(line.text) <= LINE_CHARS else None
    return Stamp(line.start, line.start + len(line.text), "byline", match.group().strip()) if match else None


_ISSUE = (
    r"(?:[^,|\u2022\u00b7\u2013\u2014]{1,60}[,|\u2022\u00b7\u2013\u2014]\s*)?[\s*_#]*(?:issue|newsletter|edition|bulletin|dispatch"
    r"|vol(?:ume|\.)?\s*[0-9IVX]+,?\s*(?:no\.?|issue|number))\s*(?:no\.?\s*)?#?[0-9]+\s*[\s*_,:|(\u2022\u00b7\u2013\u2014-]\s*"
)
_PODCAST = r"[\s*_]*(?:released|aired|recorded|out)(?:\s+on)?\s*:?\s*"
_LIVE = r"[\s*_#]*(?:live(?: ?blog| updates?| coverage| text)?|rolling (?:updates|coverage)|minute by minute|as it happened)\s*[:,|\u2013\u2014-]\s*"
_LIVE_REST = r"\b(?:refresh|newest|latest (?:post|update|entr)\w*|follow along|live (?:blog|updates|coverage)|all times|times are)\b"


def masthead(at: Cut, neighbours: str) -> Stamp | None:
    """`Culture | 15 January 2024 | 4 min read`, `K-drama desk - January 15, 2024`: names and desks with one day among them."""
    line = at.line
    if line.number >= MASTHEAD_LINES or len(line.text) > LINE_CHARS or not _is_day(at) or line.text.lstrip().startswith(("|", ">", "- ")):
        return None
    barred = re.search(r"[|\u2022\u00b7]", line.text) is not None
    closing = re.match(CLOCK, at.after)
    rest = at.after[closing.end() if closing else 0 :]
    bordered = (not at.before.strip(" *_#") or re.search(rf"(?:[|\u2022\u00b7]|\s{BREAK})[\s*_]*$", at.before)) and (
        not rest.strip(" *_.") or re.match(rf"[\s*_.]*(?:[|\u2022\u00b7]|{BREAK}\s|,?\s*by\s)", rest, re.IGNORECASE)
    )
    others = [piece for part in (at.before, rest) for piece in words.pieces(part) if piece]
    if not bordered or not others or not all(words.is_masthead_piece(piece) for piece in others):
        return None
    by = re.search(r"(?:^|\W)by\s+[A-Z]", rest) is not None
    desk = any(words.names_a_desk(piece) for piece in others)
    named = len(others) > 1 or " " in others[0] or at.before.strip(" *_#") != ""  # "28 January 2022 | Horror" is a work's card
    if not (desk or by or barred and named) or _is_table(neighbours):
        return None
    return at.stamp("masthead" if desk or len(others) > 1 else "byline", len(at.after), said=line.text)


def _is_table(neighbours: str) -> bool:
    """Whether the lines around carry dates behind bars or dashes, too: then all of them are rows."""
    rows = re.findall(rf"(?mi)^(?!\s*(?:{LABEL}|by)\b)[^\n]{{0,60}}?[|\u2022\u00b7\u2013\u2014]\s*{DAY}", neighbours)
    return len(rows) > 0


def issue(at: Cut, neighbours: str) -> Stamp | None:
    """`Issue 41, 26 September 2026`, `Live: 26 September 2026`, and where a podcast introduces itself `Released ...`."""
    if at.line.number >= MASTHEAD_LINES:
        return None
    numbered = re.search(r"[0-9]", at.before) is not None
    is_issue = numbered and re.fullmatch(_ISSUE, at.before, re.IGNORECASE) is not None
    is_live = _is_day(at) and _says(at.before, "live", "rolling", "minute", "as it") and re.fullmatch(_LIVE, at.before, re.IGNORECASE) is not None and not at.after.startswith(",")
    about = f"{neighbours}\n{at.line.text}"
    is_podcast = _says(about, "podcast", "transcript", "show notes") and re.fullmatch(_PODCAST, at.before, re.IGNORECASE) is not None
    if not (is_issue or is_live or is_podcast):
        return None
    end = end_of_words(at.after)
    return None if end is None else at.stamp("issue" if is_issue else "live" if is_live else "published", end)


_NOTE = (
    r"[\s*_]*[\[(](?P<lead>[^\[\]()]{0,150}?[.;:]\s*)?(?:original(?:ly published(?: by| in)?)?|first published (?:by|in)|reprinted from"
    r"|translated from):?\s*(?P<name>[^\[\]().;:]{0,60}?)[,\s]*(?:\bon\s+)?"
)
_OUTLET = r"[\s*_\u2014\u2013-]*(?P<name>[A-Z][\w.&' -]{2,50}),\s*"
_WIRE_MARK = r"\s*[\[(\u3010][^()\[\]=\r\n]{2,20}=[^()\[\]=\r\n]{2,30}[\])\u3011]\s*"


def source_note(at: Cut) -> Stamp | None:
    """`[Translation. Original: Haedam Newswire, 2025.07.24 09:40]`, `Haedam Newswire, 2025.07.24`, `(Seoul=Yonhap) 24 July 2025`."""
    if not _is_day(at):
        return None
    if "=" in at.before and re.fullmatch(_WIRE_MARK, at.before):
        end = re.match(rf"{CLOCK}\s*(?:--|[\u2013\u2014-](?=\s)|$)\s*", at.after)
        return at.stamp("dateline", end.end()) if end else None
    note = re.fullmatch(_NOTE, at.before, re.IGNORECASE) if at.before.lstrip(" *_").startswith(("[", "(")) else None
    if note and re.fullmatch(rf"{CLOCK}\.?\s*[\])][\s*_.]*", at.after):
        firm = words.is_outlet(note.group("name")) or "translat" in (note.group("lead") or "").lower()
        return at.stamp("source note", len(at.after)) if firm else None
    outlet = re.fullmatch(_OUTLET, at.before) if at.line.number < MASTHEAD_LINES and "," in at.before else None
    if outlet and words.is_outlet(outlet.group("name")) and re.fullmatch(rf"{CLOCK}[\s*_.]*", at.after):
        return at.stamp("source note", len(at.after))
    return None


_WIRE = r"(?:\s*(?:\([A-Z][^()\r\n]{1,30}\)|/[A-Z][^/\r\n]{1,30}/))"
_DASH = r"\s*(?:--|[\u2013\u2014-])\s+"
_END = rf"(?:{_WIRE}(?:{_DASH})?|{_DASH})"
_PLACE = r"(?:,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}){0,2}"
# Without a date only an agency's name tells "SEOUL (Reuters) -" from "MOON (Ahn Seo-rin) - returns".
_AGENCY = r"\s*(?:\((?:AFP|ANI|AP|Bernama|dpa|IANS|Kyodo|PTI|Reuters|TNS|UPI|Xinhua|Yonhap)(?: News)?\)|/[A-Z][A-Za-z -]{1,20}wire/)"
_CITY = rf"[A-Z][A-Z.'\u2019-]{{2,}}(?:\s[A-Z.]{{2,}}){{0,2}}{_PLACE}"
_TOWN = rf"[A-Z]\w+(?:\s[A-Z]\w+){{0,2}}{_PLACE}(?:,|\s+[\u2013\u2014-]|\s*\([A-Z]{{2,}}[\w ]{{0,20}}\))"
_DATELINE = (
    rf"\s*\(?(?:{_CITY},\s*(?:{DAY}|{words.MONTH_AND_DAY})\)?{_END}|{_CITY}{_AGENCY}(?:{_DASH})?"
    rf"|{_TOWN}\s*{DAY.replace('?P<day>', '?P<later>')}{_END})"
)
# What a dateline begins and ends with: tried before the long pattern, as few lines are like that.
_DATELINE_START_RE = re.compile(r"\s*\(?[A-Z][A-Z.'\u2019-]{2}")
_DATELINE_END_RE = re.compile(r"--|[\u2013\u2014)/]| - ")
_FOUR_DIGITS_RE = re.compile(r"[0-9]{4}")


def dateline(line: Line) -> Stamp | None:
    """`SEOUL, Aug. 14, 2025 (Yonhap) --` before a story."""
    head = line.text[:LINE_CHARS]
    may_be = _DATELINE_END_RE.search(head) and (_DATELINE_START_RE.match(head) or _FOUR_DIGITS_RE.search(head))
    match = re.match(_DATELINE, head) if may_be else None
    if match is None:
        return None
    day = match.group("day") or match.group("later") or ""
    return Stamp(line.start, line.start + match.end(), "dateline", match.group().strip(" \u2013\u2014-("), read_day(day))


def date_line(at: Cut, text: str, above: str) -> Stamp | None:
    """A date that leads the story or stands alone in one of the first lines; `above` is the line before it, but for a title."""
    if at.line.number >= DATE_LINES or not _is_day(at) or not re.fullmatch(r"\s*[*_]{0,3}", at.before):
        return None
    alone = re.match(rf"{CLOCK}[\s*_.]*$", at.after) if len(at.line.text) <= LINE_CHARS else None
    leading = re.match(rf"{_WIRE}?[*_]*\s*(?:--|[\u2013\u2014])\s+(?=\S)", at.after)
    live = re.match(rf"[.:,]?[*_]*[.:]?\s(?=.{{0,120}}{_LIVE_REST})", at.after, re.IGNORECASE)
    if alone and (above.rstrip().endswith((":", "?")) or re.search(words.EVENT, above, re.IGNORECASE)):
        return None
    if leading and len(at.after) - leading.end() < STORY_CHARS:
        leading = None
    end = alone or leading
    if end is None and not live or is_chronicle(text):
        return None
    return at.stamp("date line", end.end() if end else len(at.after))


def last_line(at: Cut, above: str) -> Stamp | None:
    """`- 3 March 2026` with a long dash, or `(3 March 2026)`, under the story; under a quote or in a list it dates that."""
    opened = at.before.strip(" \t*_")
    if opened not in ("\u2014", "\u2013", "--", "(", "[") or not _is_day(at) or not re.fullmatch(rf"{CLOCK}[\s*_.)\]]*", at.after):
        return None
    if not above.strip() or above.lstrip(" *_").startswith((">", "\u2014", "\u2013", "--", "\u201c", '"', "- ", "\u2022")) or above.rstrip().endswith(":"):
        return None
    return at.stamp("last line", len(at.after))


def is_chronicle(text: str) -> bool:
    """A text with several lines that begin with a date is a list of events: none of them dates the article."""
    dates = re.finditer(rf"(?m)^[ \t*_#>\u2022-]*{DAY}\s*(?:$|--|[\u2013\u2014:,-])", text.replace("\r", "\n"))
    return next(dates, None) is not None and next(dates, None) is not None


def _is_day(at: Cut) -> bool:
    return at.when.earliest == at.when.latest
