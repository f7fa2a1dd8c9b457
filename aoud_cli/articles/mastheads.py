"""Lines that date an article without a label: mastheads, issue lines, source notes, datelines, and dates alone in a line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aoud_cli.articles import stampwords as words
from aoud_cli.articles.stamps import PROSE_CHARS, Cut, Stamp, StampLine, names_the_author, says
from aoud_cli.articles.stampwords import BREAK, CLOCK, DAY, LABEL, LINE_CHARS, MONTH_AND_DAY, TIME, end_of_words, read_day
from aoud_cli.english import pattern

LEAD_LINES = 4  # a date that leads a story stands among the first lines
DATE_LINES = 6  # one alone in its line also below a section, a second title, a caption or what the story is about
STAMP_LINES = 8  # one with a clock, or under the writer's name
MOST_PROSE = 1  # paragraphs above the day of an article: what it is about, or who wrote it
MASTHEAD_LINES = 5
LABEL_WORDS = 5
STORY_CHARS = 50  # behind `July 23, 2025 -` less is no story but an event

_ISSUE = (
    r"(?:[^,|\u2022\u00b7\u2013\u2014]{1,60}[,|\u2022\u00b7\u2013\u2014]\s*)?[\s*_#]*{issue_words}"
    r"\s*(?:no\.?\s*)?#?[0-9]+\s*[\s*_,:|(\u2022\u00b7\u2013\u2014-]\s*"
)
_PODCAST = r"[\s*_]*(?:released|aired|recorded|out)(?:\s+on)?\s*:?\s*"
_LIVE = (
    r"[\s*_#]*(?:live(?: ?blog| updates?| coverage| text)?|rolling (?:updates|coverage)|minute by minute"
    r"|as it happened)\s*[:,|\u2013\u2014-]\s*"
)
_LIVE_REST = r"\b{refreshed}\b"


def masthead(at: Cut, neighbours: str) -> Stamp | None:
    """`Culture | 15 January 2024 | 4 min read`, `K-drama desk - January 15, 2024`: names and desks with one day among them."""
    text = at.line.text
    if not at.is_day or at.line.number >= MASTHEAD_LINES or len(text) > LINE_CHARS or re.match(r"\s*(?:\||>|- )", text):
        return None
    if _is_numbered(at) or _is_compiled(at):
        return at.stamp("masthead", len(at.after), said=text)
    rest = _behind_clock(at.after)
    others = list(filter(None, (*words.pieces(at.before), *words.pieces(rest))))
    if not (others and _is_bordered(at.before, rest) and all(map(words.is_masthead_piece, others))):
        return None
    return _named(at, rest, others, neighbours)


_NUMBERED = r"(?:.*[,|\u2022\u00b7\u2013\u2014/]\s*)?[\s*_#]*(?:no\.?|number|{issue_words})\s*#?[0-9]+\s*[,|\u2022\u00b7\u2013\u2014/:-]\s*"
_COMPILED = r"\s*[,|\u2022\u00b7\u2013\u2014/(-]\s*{compiled}\b"


def _is_numbered(at: Cut) -> bool:
    """`a letter about television \u00b7 no. 212 \u00b7 21 September 2025`: the number of an issue before its day, and nothing behind."""
    may_be = re.search(r"[0-9]", at.before) and not _behind_clock(at.after).strip(" *_.")
    return bool(may_be) and pattern(_NUMBERED, re.IGNORECASE).fullmatch(at.before) is not None


def _is_compiled(at: Cut) -> bool:
    """`14 July 2024, compiled by one who hardly slept`."""
    return not at.before.strip(" *_#") and pattern(_COMPILED, re.IGNORECASE).match(_behind_clock(at.after)) is not None


def _named(at: Cut, rest: str, others: list[str], neighbours: str) -> Stamp | None:
    desk = any(map(words.names_a_desk, others))
    if _is_table(neighbours) or not (desk or _names_a_writer(at, rest, others)):
        return None
    kind = "byline" if not desk and len(others) == 1 else "masthead"
    return at.stamp(kind, len(at.after), said=at.line.text)


def _behind_clock(after: str) -> str:
    """What stands behind the day, without its hour and a label of another one at the end."""
    closing = pattern(CLOCK).match(after)
    label = rf"\s*[|(\u00b7\u2022]?\s*{LABEL}\s*:?\s*{MONTH_AND_DAY}(?:st|nd|rd|th)?\)?\s*$"
    return pattern(label, re.IGNORECASE).sub("", words.without_note(after[closing.end() if closing else 0 :]))


def _is_bordered(before: str, rest: str) -> bool:
    """Whether the day stands alone between bars, dashes or the ends of its line."""
    left = pattern(rf"{LABEL}\b\s*(?:on\s*)?:?\s*$", re.IGNORECASE).sub("", before)
    if left.strip(" *_#") and not pattern(rf"(?:[|\u2022\u00b7]|\s{BREAK})[\s*_]*$").search(left):
        return False
    return not rest.strip(" *_.") or bool(pattern(rf"[\s*_.]*(?:[|\u2022\u00b7]|{BREAK}\s|,?\s*by\s)", re.IGNORECASE).match(rest))


def _names_a_writer(at: Cut, rest: str, others: list[str]) -> bool:
    """Whether a byline stands beside the day, or names between bars; "28 January 2022 | Horror" is a work's card."""
    if re.search(r"(?:^|\W)by\s+[A-Z]", rest):
        return True
    barred = re.search(r"[|\u2022\u00b7]", at.line.text) is not None
    return barred and (len(others) > 1 or " " in others[0] or at.before.strip(" *_#") != "")


def _is_table(neighbours: str) -> bool:
    """Whether the lines around carry dates behind bars or dashes, too: then all of them are rows."""
    rows = pattern(rf"(?mi)^(?!\s*(?:{LABEL}|by)\b)[^\n]{{0,60}}?[|\u2022\u00b7\u2013\u2014]\s*{DAY}").findall(neighbours)
    return len(rows) > 0


def issue(at: Cut, neighbours: str) -> Stamp | None:
    """`Issue 41, 26 September 2026`, `Live: 26 September 2026`, and where a podcast introduces itself `Released ...`."""
    kind = _issue_kind(at, neighbours) if at.line.number < MASTHEAD_LINES else ""
    end = end_of_words(at.after) if kind else None
    return None if end is None else at.stamp(kind, end)


def _issue_kind(at: Cut, neighbours: str) -> str:
    """What a line is that names a number of a paper, a live blog or an episode of a podcast; '' where it is none."""
    if re.search(r"[0-9]", at.before) and pattern(_ISSUE, re.IGNORECASE).fullmatch(at.before):
        return "issue"
    may_be_live = at.is_day and not at.after.startswith(",") and says(at.before, "live", "rolling", "minute", "as it")
    if may_be_live and pattern(_LIVE, re.IGNORECASE).fullmatch(at.before):
        return "live"
    on_air = says(f"{neighbours}\n{at.line.text}", "podcast", "transcript", "show notes")
    return "published" if on_air and pattern(_PODCAST, re.IGNORECASE).fullmatch(at.before) else ""


_NOTE = (
    r"[\s*_]*[\[(](?P<lead>[^\[\]()]{0,150}?[.;:]\s*)?(?:original(?:ly published(?: by| in)?)?|first published (?:by|in)|reprinted from"
    r"|translated from):?\s*(?P<name>[^\[\]().;:]{0,60}?)[,\s]*(?:\bon\s+)?"
)
_OUTLET = r"[\s*_\u2014\u2013-]*(?P<name>[A-Z][\w.&' -]{2,50}),\s*"
_WIRE_MARK = r"\s*[\[(\u3010][^()\[\]=\r\n]{2,20}=[^()\[\]=\r\n]{2,30}[\])\u3011]\s*"


def source_note(at: Cut, neighbours: str) -> Stamp | None:
    """`[Translation. Original: Haedam Newswire, 2025.07.24 09:40]`, `Haedam Newswire, 2025.07.24`, `(Seoul=Yonhap) 24 July 2025`.

    `neighbours` are the lines around.
    """
    if not at.is_day:
        return None
    if "=" in at.before and pattern(_WIRE_MARK).fullmatch(at.before):
        end = pattern(rf"{CLOCK}\s*(?:--|[\u2013\u2014-](?=\s)|$)\s*").match(at.after)
        return at.stamp("dateline", end.end()) if end else None
    note = pattern(_NOTE, re.IGNORECASE).fullmatch(at.before) if at.before.lstrip(" *_").startswith(("[", "(")) else None
    if note and pattern(rf"{CLOCK}\.?\s*[\])][\s*_.]*").fullmatch(at.after):
        firm = words.is_outlet(note.group("name")) or "translat" in (note.group("lead") or "").lower()
        return at.stamp("source note", len(at.after)) if firm else None
    return at.stamp("source note", len(at.after)) if _is_outlet_line(at, neighbours) else None


def _is_signed(name: str, neighbours: str) -> bool:
    """Whether a name that can be a paper's stands beside the writer's: `The Weekend Dial, 18 November 2023` over `Interview by ...`."""
    return words.is_masthead_piece(name) and any(map(names_the_author, neighbours.split("\n")))


def _is_outlet_line(at: Cut, neighbours: str) -> bool:
    outlet = pattern(_OUTLET).fullmatch(at.before) if at.line.number < MASTHEAD_LINES and "," in at.before else None
    if outlet is None or not (words.is_outlet(outlet.group("name")) or _is_signed(outlet.group("name"), neighbours)):
        return False
    return pattern(rf"{CLOCK}[\s*_.]*").fullmatch(at.after) is not None


_WIRE = r"(?:\s*(?:\([A-Z][^()\r\n]{1,30}\)|/[A-Z][^/\r\n]{1,30}/))"
_DASH = r"\s*(?:--|[\u2013\u2014-])\s+"
_END = rf"(?:{_WIRE}(?:{_DASH})?|{_DASH})"
_PLACE = r"(?:,\s*[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,2}){0,2}"
# Without a date only an agency's name tells "SEOUL (Reuters) -" from "MOON (Ahn Seo-rin) - returns".
_AGENCY = r"\s*(?:\({news_agencies}(?: News)?\)|/[A-Z][A-Za-z -]{1,20}wire/)"
_TOWNS = r"[A-Z][A-Z.'\u2019-]{2,}(?:\s[A-Z.]{2,}){0,2}"
_CITY = rf"{_TOWNS}{_PLACE}(?:\s(?:and|&|/)\s{_TOWNS}{_PLACE})?"
_TOWN = rf"[A-Z]\w+(?:\s[A-Z]\w+){{0,2}}{_PLACE}(?:,|\s+[\u2013\u2014-]|\s*\([A-Z]{{2,}}[\w ]{{0,20}}\))"
_DATELINE = (
    rf"\s*\(?(?:{_CITY}(?:,|\s[\u2013\u2014-])\s*(?:{DAY}|{words.MONTH_AND_DAY})\)?{_END}|{_CITY}{_AGENCY}(?:{_DASH})?"
    rf"|{_TOWN}\s*{DAY.replace('?P<day>', '?P<later>')}{_END}"
    rf"|(?i:{{press_towns}}){_PLACE}\s\({DAY.replace('?P<day>', '?P<bracketed>')}\){_END}"
    rf"|[A-Z]\w+(?:\s[A-Z]\w+){{0,2}}(?:\s\[[A-Z][\w ]{{1,20}}\])?{_PLACE},\s*{words.MONTH_AND_DAY}{_AGENCY}(?:\s*:\s+|{_DASH})?)"
)
# What a dateline begins and ends with: tried before the long pattern, as few lines are like that.
_DATELINE_START_RE = pattern(r"\s*\(?[A-Z][A-Z.'\u2019-]{2}")
_DATELINE_END_RE = pattern(r"--|[\u2013\u2014)/]| - ")
_DIGITS_OR_AGENCY_RE = pattern(r"[0-9]{4}|\({news_agencies}\b")


def dateline(line: StampLine) -> Stamp | None:
    """`SEOUL, Aug. 14, 2025 (Yonhap) --` before a story."""
    head = line.text[:LINE_CHARS]
    may_be = _DATELINE_END_RE.search(head) and (_DATELINE_START_RE.match(head) or _DIGITS_OR_AGENCY_RE.search(head))
    match = pattern(_DATELINE).match(head) if may_be else None
    if match is None:
        return None
    day = match.group("day") or match.group("later") or match.group("bracketed") or ""
    return Stamp(line.start, line.start + match.end(), "dateline", match.group().strip(" \u2013\u2014-("), read_day(day))


def date_line(at: Cut, text: str, above: Sequence[str]) -> Stamp | None:
    """A date that leads the story, or stands alone in a line before it begins; `above` are the lines before it, but for a title."""
    if not at.is_day or not re.fullmatch(r"\s*[*_]{0,3}", at.before):
        return None
    end = pattern(rf"{CLOCK}[\s*_.]*$").match(at.after) if len(at.line.text) <= LINE_CHARS else None
    if at.line.number >= (_date_lines(at, above) if end else LEAD_LINES) or (end and _stands_in_story(above)):
        return None
    end = end or _leading(at)
    live = pattern(rf"[.:,]?[*_]*[.:]?\s(?=.{{0,120}}{_LIVE_REST})", re.IGNORECASE).match(at.after)
    if (end is None and not live) or is_chronicle(text):
        return None
    return at.stamp("date line", end.end() if end else len(at.after))


def _date_lines(at: Cut, above: Sequence[str]) -> int:
    """Among how many lines a date alone in its line is the article's: more with a clock (`Aug 30, 2023, 09:15am`) or a writer above."""
    signed = bool(above) and names_the_author(above[-1])
    return STAMP_LINES if signed or pattern(rf"[^\w]*{TIME}\W*$").fullmatch(at.after) else DATE_LINES


def _stands_in_story(above: Sequence[str]) -> bool:
    """Whether the lines above a date ask or name what it is of, or the story has begun; a sentence or a headline asks nothing."""
    told = above[-1].rstrip() if above else ""
    if sum(len(line) > PROSE_CHARS for line in above) > MOST_PROSE:
        return True
    heads = told.lstrip().startswith("##") or told.lower().endswith("date")
    is_label = (heads or len(told.split()) <= LABEL_WORDS) and not told.endswith(".") and "|" not in told
    return told.endswith((":", "?")) or is_label and pattern(words.EVENT, re.IGNORECASE).search(told) is not None


def _leading(at: Cut) -> re.Match[str] | None:
    """What stands between the day and the story that it leads."""
    found = pattern(rf"{_WIRE}?[*_]*\s*(?:--|[\u2013\u2014])\s+(?=\S)").match(at.after)
    return found if found and len(at.after) - found.end() >= STORY_CHARS else None


def last_line(at: Cut, above: str) -> Stamp | None:
    """`- 3 March 2026` with a long dash, or `(3 March 2026)`, under the story; under a quote or in a list it dates that."""
    opened = at.before.strip(" \t*_")
    if opened not in ("\u2014", "\u2013", "--", "(", "[") or not at.is_day or not pattern(rf"{CLOCK}[\s*_.)\]]*").fullmatch(at.after):
        return None
    listed = above.lstrip(" *_").startswith((">", "\u2014", "\u2013", "--", "\u201c", '"', "- ", "\u2022"))
    if not above.strip() or listed or above.rstrip().endswith(":"):
        return None
    return at.stamp("last line", len(at.after))


def is_chronicle(text: str) -> bool:
    """A text with several lines that begin with a date is a list of events: none of them dates the article."""
    dates = pattern(rf"(?m)^[ \t*_#>\u2022-]*{DAY}\s*(?:$|--|[\u2013\u2014:,-])").finditer(text.replace("\r", "\n"))
    return next(dates, None) is not None and next(dates, None) is not None
