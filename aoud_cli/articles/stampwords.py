"""The words of which lines about an article are made: days and clocks as patterns, and what may stand around them.

Patterns stay strings: together they take 10 ms to compile, and most articles need few of them. `re` keeps what it has compiled.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from aoud_cli.english import pattern, words as class_words
from aoud_cli.model import DateRange

_MONTHS = 12
CENTURY, LAST_CENTURY = 2000, 50  # of years in two digits, and the first of those that are of the one before: "10/27/80"
YEARS = range(1900, 2101)
LINE_CHARS = 240  # a longer line is a paragraph

_MONTH = "{Any_month}"
_WEEKDAY = r"(?:{Any_weekday}\.?,?\s+)?"
_DAY_FIRST = "|".join(rf"[0-9]{{1,2}}{mark}[0-9]{{1,2}}{mark}[0-9]{{4}}" for mark in (r"\.", "/", "-")) + "|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}"
_YEAR_FIRST = "|".join(rf"[0-9]{{4}}{mark}[0-9]{{1,2}}{mark}[0-9]{{1,2}}" for mark in ("-", "/", r"\.\s?"))
_NUMBERS = rf"(?:{_YEAR_FIRST}|{_DAY_FIRST})(?![0-9])"
_YEAR = r"(?:[0-9]{4}|['\u2019][0-9]{2})"
_WORDS = (
    rf"(?:{_MONTH}\s+[0-9]{{1,2}}(?:st|nd|rd|th)?,?\s+{_YEAR}|[0-9]{{1,2}}(?:st|nd|rd|th)?(?:\s+(?:of\s+)?|-){_MONTH}(?:,?\s+|-){_YEAR})"
    r"(?![0-9])"
)
MONTH_AND_DAY = rf"{_MONTH}\s+[0-9]{{1,2}}"
DAY = rf"{_WEEKDAY}(?P<day>{_NUMBERS}|{_WORDS})"
DAY_OR_MONTH = rf"(?<![\w.-]){_WEEKDAY}(?P<day>{_NUMBERS}|{_WORDS}|{_MONTH},?\s+[0-9]{{4}}(?![0-9]))"

_ZONE = r"(?:\s*(?:Z|\(?(?:[A-Z]{2,4}T|UTC|GMT|ET|PT)\)?|(?:UTC|GMT)?[+-][0-9]{1,2}:?(?:[0-9]{2})?))?"
TIME = rf"[0-9]{{1,2}}[:.h][0-9]{{2}}(?:[:.][0-9]{{2}})?(?:\.[0-9]+)?\s*(?:[AaPp]\.?[Mm]\.?)?{_ZONE}(?: o'clock| clock)?(?!\w)"
CLOCK = rf"(?:\s*\({{Weekday_stems}}\w*\))?(?:(?:T|\.?,?\s*(?:at\s+)?|\s+[|\u2022\u00b7\u2013\u2014-]\s+){TIME})?"
BREAK = r"[|\u2022\u00b7\u2013\u2014/-]"

UPDATED = "{updated}"
LABEL = "(?P<label>{stamp_labels})"

# What a piece of a line may be that tells of the article: how long it takes, who wrote it, where it is filed.
_READING = "(?:about )?[0-9]+[- ]?{article_counts}(?:[- ]?read)?|read(?:ing)?(?: time)?:?(?: of)? [0-9]+ ?min(?:ute)?s?"
_LOWER = frozenset(class_words("small_stamp_words"))
_OUTLETS = frozenset(class_words("outlet_words"))
_DESKS = (_OUTLETS - {"press"}) | frozenset(class_words("desk_words"))
_PLAIN = _LOWER | _OUTLETS | _DESKS
# Where one of these stands, the line tells of the story: when it came out, was filmed, was renewed.
EVENT = r"\b{news_words}\b"
_PIECES = r"\s*[|\u2022\u00b7()\[\];,]\s*|\s+[\u2013\u2014/-]{1,2}\s+"
_MOST_WORDS = 8


def read_day(words: str) -> DateRange | None:
    """The day, or the month, that the words of a date name; None for a year alone and for a day that doesn't exist."""
    numbers = re.match(r"([0-9]{4})(?:[-/]|\.\s?)([0-9]{1,2})(?:[-/]|\.\s?)([0-9]{1,2})(?![0-9])", words.strip())
    parts = [int(part) for part in numbers.groups()] if numbers else _day_first(words.strip())
    try:
        if parts:
            day = date(*parts)
            return DateRange(day, day) if day.year in YEARS else None
    except ValueError:  # 2024-02-30
        return None
    words = re.sub(r"['\u2019]([0-9]{2})$", r"20\1", words.strip())  # "Sept 21, '22"
    from aoud_cli.spans.dates.find import parse_date  # the grammar of dates is large, and most articles need no more than the above

    found = parse_date(words.strip()) if words.strip() else None
    if found is None or found.earliest is None or found.latest is None:
        return None
    narrow = found.latest - found.earliest <= timedelta(days=31) and found.earliest.year in YEARS
    return DateRange(found.earliest, found.latest) if narrow else None


def _day_first(words: str) -> list[int]:
    """Year, month and day of `21.08.2024`, `21/08/2024`, `10.30.2025`; nothing where day and month could be either, as in 03/04/2024.

    `08/24/23` is of this century.
    """
    match = re.fullmatch(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4}|(?<=/)[0-9]{2})", words)
    if match is None:
        return []
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:  # digits
        year += CENTURY if year < LAST_CENTURY else CENTURY - 100
    if (match[2] == "." and second <= _MONTHS) or first > _MONTHS:
        return [year, second, first]
    return [year, first, second] if second > _MONTHS else []


def pieces(line: str) -> list[str]:
    """The parts of a line between bars, dots, dashes, brackets and commas, without emphasis."""
    return [piece.strip(" \t*_#.:") for piece in pattern(_PIECES).split(line)]


def is_about_the_article(words: str) -> bool:
    """Whether all pieces are names, desks, reading times or dates with their label: nothing that the story tells."""
    if len(words) > LINE_CHARS:
        return False
    if re.search(r"[0-9]{4}", words):
        words = pattern(rf"(?:{LABEL}\b\s*(?:on\s+)?:?\s*)?{DAY}{CLOCK}", re.IGNORECASE).sub(" ", words)
    return all(_is_furniture(piece) for piece in pieces(words))


def is_reading(piece: str) -> bool:
    """Whether a piece says how much there is to read: `5 min read`, `11 comments`."""
    return pattern(_READING, re.IGNORECASE).fullmatch(piece) is not None


def _is_furniture(piece: str) -> bool:
    if not piece or is_reading(piece):
        return True
    words = piece.split()
    if len(words) > _MOST_WORDS or re.search(r"[0-9?!]|[a-z]{3}\.\s", piece):
        return False
    return all(word[0].isupper() or word.lower().strip("&/+,:'\u2019") in _PLAIN or word in "&/+" for word in words)


def is_masthead_piece(piece: str) -> bool:
    """Whether a piece can stand in a masthead: it is about the article, short, and names no event of a story."""
    plain = without_release(piece)
    if is_kind_of_piece(plain):
        return True
    if pattern(EVENT, re.IGNORECASE).search(plain):
        return False
    title = len(plain.split()) <= 3 and plain[0].isupper() and not re.search(r"[0-9?!]", plain)  # "Company note"
    return title or is_about_the_article(plain) and len(plain.split()) <= 6


def is_kind_of_piece(piece: str) -> bool:
    """Whether a few words say what kind of piece this is: `Photo gallery`, `Fall TV Preview`."""
    words = piece.lower().split()
    return 0 < len(words) <= 3 and words[-1] in _DESKS and not re.search(r"[0-9]", piece)


def without_release(piece: str) -> str:
    """A press release is no release of a show."""
    return pattern(r"\b(?:press|news|media) {given_out}\b", re.IGNORECASE).sub("Newsroom", piece)


def is_outlet(words: str) -> bool:
    """Whether the words name a paper or an agency."""
    return words.rpartition(" ")[2].lower().strip(".)") in _OUTLETS


def names_a_desk(piece: str) -> bool:
    """Whether one of the words names a desk, a section or a paper."""
    return any(word in _DESKS for word in re.findall(r"[\w-]+", without_release(piece).lower()))


def end_of_words(after: str) -> int | None:
    """How far the words behind a date (its clock, a stop, names, a desk) are about the article; None where the line tells on."""
    closing = pattern(rf"{CLOCK}[\s*_)\]]*").match(after)
    end = closing.end() if closing else 0
    rest = without_note(after[end:])
    if not rest.strip():
        return len(after)
    if _is_range(rest):
        return None
    stop = re.match(r"[.\u3002][\s*_)\]]*", rest)
    if stop and (stop.end() == len(rest) or rest[1].isspace() or rest[1] in "*_)]"):
        return end + len(stop.group().rstrip()) if stop.end() < len(rest) else len(after)
    if is_about_the_article(rest) and pattern(rf"{BREAK}|[(,\[]|(?:by|in|under|via)\b|{LABEL}\b", re.IGNORECASE).match(rest):
        return len(after)
    return len(after[:end].rstrip()) if pattern(rf"{BREAK}|\(").match(rest) else None


def without_note(rest: str) -> str:
    """What stands behind a day without a note that the text was translated, in brackets."""
    return _TRANSLATED_RE.sub("", rest)


_TRANSLATED_RE = pattern(r"\s*[\[(][^\[\]()]{0,60}\btranslat[^\[\]()]{0,60}[\])]\s*$", re.IGNORECASE)


def _is_range(rest: str) -> bool:
    """Whether another date follows as the end of a run: "April 2009 - November 2011"."""
    to = re.match(r"(?:[\u2013\u2014-]|to\b|through\b|until\b)\s*", rest, re.IGNORECASE)
    return to is not None and pattern(rf"{DAY_OR_MONTH}|[0-9]{{4}}|present\b|ongoing\b", re.IGNORECASE).match(rest[to.end() :]) is not None
