"""The day of a page that no shape of line tells: the only full date among the names over its story.

Beside it stand a desk, a town that news come from, or who wrote or talked, and names; an event, a network or a label tells of the show.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aoud_cli.articles import stampwords as words
from aoud_cli.articles.mastheads import is_chronicle
from aoud_cli.articles.stamps import PROSE_CHARS, Cut, Stamp, StampLine, dated
from aoud_cli.articles.stampwords import LINE_CHARS, TIME, read_day
from aoud_cli.english import pattern, words as class_words

BELOW = 2  # lines between a day and the story
SHORT = 4  # words: "members' e-bulletin"
_STORY_END = r"[.!?][\"\u201d\u2019')]*\s*$"
_TELLS = r"\b{tells_of}\s*$"  # "from Sunday 23 March 2025": of what the page tells
_LABEL = r"(?<![Dd]esk):\s"
_NETWORK = r"{place.networks}"
_CREDIT = r"(?i)\b(?:{bylined} by|{bylined}:|{page_labels}:|by)\s"
_WEEKDAY = r"(?i)\s*{weekday_names},?\s"
_WRITER = rf"[*_]*\s+{words.BREAK}\s+[*_]*(?:by\s)?[A-Z][\w'\u2019.-]+(?:\s[A-Z][\w'\u2019.-]+){{1,2}}(?:,\s[a-z ]{{3,30}})?[*_]*\s*"
_CLOCK = rf"(?<![$\u00a3\u20ac0-9.,])(?:{TIME})"
_APART = r"\.\s|\s{2,}|\t|//|::|[~\u00b6\u2605]"  # besides what parts pieces of any line about an article
_BEHIND_WEEKDAY = r"\.?(?: {daytimes})?,?\s+"
# With a weekday it is a paper's day, with nothing but names beside it.
_DATED_BY_WEEKDAY = rf"(?i)\b{{any_weekday}}{_BEHIND_WEEKDAY}(?:the\s+)?(?:[0-9]|{{any_month}}\b)"
_LAST_WEEKDAY = r"(?i){any_weekday}\.?,?\s*$"
# What else stands in a masthead: the number of the issue, its price, whose it is, an address.
_MASTHEAD = (
    r"(?i)(?:[a-z]+ )?{numbered_in_mastheads}\.?(?:\s?#?[0-9][0-9,.]*)?|#?[0-9][0-9,.]*",
    r"(?i)\(?(?:c|\u00a9)\)? ?[0-9]{4}.*|(?:[a-z]+ ){0,2}edition",
    r"[A-Z]{3,} [A-Z]?[0-9]{1,4}|@\w+|(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?|[\w.]+@[\w.]+",
)
_WEEKDAY_AND_DAY = (
    rf"\b(?P<weekday>{{any_weekday}}){_BEHIND_WEEKDAY}"
    r"(?P<day>{any_month}\s+[0-9]{1,2}|[0-9]{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?{any_month})(?:st|nd|rd|th)?(?![\w:]|,?\s+[0-9]{4})"
)
_TOWN = r"(?i){press_towns}(?: (?:and|&) {press_towns})*"


def head_day(lines: Sequence[StampLine], text: str) -> Stamp | None:
    """The day on which the first dates of the lines over the story agree, if any stands there, and the line that tells it."""
    head = [*_head(lines)]
    found = [at for line in head for at in [dated(line)] if at is not None and at.is_day] or [*_by_weekday(head)]
    if len({at.when for at in found}) != 1 or is_chronicle(text):
        return None
    above = next((line.text for line in reversed(head) if line.number < found[0].line.number), "")
    told = pattern(words.EVENT, re.IGNORECASE).search(above) if _is_bracketed(found[0]) else None
    if told or above.rstrip().endswith((":", "?")) or not any(_shapes(found[0], above, head, lines)):
        return None
    return found[0].stamp("date line", len(found[0].after), said=found[0].line.text)


def _shapes(at: Cut, above: str, head: Sequence[StampLine], lines: Sequence[StampLine]) -> Iterator[bool]:
    """Whether a line has each of the shapes in which a page tells its day."""
    yield _is_bare(at)
    yield _is_over_the_story(at, above, head, lines)
    yield _is_signed(at)
    yield _is_of_a_paper(at, head)
    yield _is_given_out(at, "\n".join(line.text for line in head))
    yield _is_of_a_header(at)


def _ends_its_line(at: Cut) -> bool:
    return not at.before.strip(" *_#") or not at.after.strip(" *_.)")


def _is_of_a_place(at: Cut) -> bool:
    """Whether what stands before a day is where one meets: `The Olympic Hall, 26 August 2025`."""
    return _VENUE_RE.search(at.before.rstrip(", ")) is not None


def _is_signed(at: Cut) -> bool:
    """Whether a day begins or ends a line that says what is written here, and by whom: `The week in ratings, by X - 15 September 2022`."""
    around = f"{at.before} | {at.after}"
    is_signed = _ends_its_line(at) and _SIGNED_RE.search(around) is not None and _WORK_BY_RE.search(around) is None
    return is_signed and not pattern(words.EVENT, re.IGNORECASE).search(around)


def _is_of_a_paper(at: Cut, head: Sequence[StampLine]) -> bool:
    """Whether the last line over the story but for the writer's, below a title, is a name and a day: `The Sunday Portico, 7 April 2024`."""
    below = [line.text for line in head if line.number > at.line.number]
    alone = at.line.number > 0 and not at.after.strip(" *_.") and all(_SIGNED_RE.match(line) for line in below)
    named = _PAPER_RE.fullmatch(at.before)
    is_paper = named is not None and (bool(below) or named["name"].startswith("The "))  # "Hana Berg, 26 August 2025" may be anybody
    return alone and is_paper and not _is_of_a_place(at)


def _is_given_out(at: Cut, head: str) -> bool:
    """Whether a press office gives the day of what it sends out: `Media release - embargoed until 6am, Thursday 2 February 2023`."""
    sent = _SENT_RE.fullmatch(at.before) or (_SENT_BRIEFLY_RE.fullmatch(at.before) and _PRESS_RE.search(head))
    return bool(sent) and not at.after.strip(" *_.)")


def _is_of_a_header(at: Cut) -> bool:
    """Whether a line holds what only the header of a page does, an issue, a price, a hint how it came out, and names besides."""
    around = pattern(_CLOCK).sub(" ", f"{at.before} | {at.after}")
    bare, bits = _HEADER_BITS_RE.subn(" ", around)
    bare, weak = _WEAK_BITS_RE.subn(" ", bare)
    told = pattern(words.EVENT, re.IGNORECASE).search(bare) or _is_of_a_place(at)
    plain = [word for word in re.findall(r"[^\W\d_][\w'\u2019.&-]*", bare) if word.islower() and word.strip(".") not in _HEADER_WORDS]
    asks = at.before.rstrip().endswith((":", "?")) and at.before.strip(" *_:").lower() not in _HEADER_WORDS
    enough = bits or weak > 1 or (weak and pattern(_DATED_BY_WEEKDAY).search(at.line.text) is not None)
    return bool(enough) and not (told or plain or asks or _GOODS_RE.search(around) or _OTHER_YEAR_RE.search(bare))


_HEADER_WORDS = frozenset(class_words("header_words"))
_HEADER_BITS_RE = pattern(r"(?i)\b{header_bits}\b")
_WEAK_BITS_RE = pattern(
    r"(?i)[$\u00a3\u20ac] ?[0-9]+(?:\.[0-9]{2})?|\brs\.? ?[0-9.]+|\b[0-9]{1,3}p\b|\b{numbered_in_heads}\.?:? ?[0-9A-Z/,]+\b"
    r"|\b[0-9]{1,2}-[A-Z]\b|\b{weak_header_bits}\b"
)
_GOODS_RE = pattern(r"(?i)\b{goods_and_tickets}\b")  # "Collectors Edition DVD, $29.99, 4 March 2025"
_OTHER_YEAR_RE = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")  # "Published 1 April 2009 - November 2011"
_WROTE = r"[A-Z][\w'\u2019.-]+(?:\s[A-Z][\w'\u2019.-]+){1,3}"
_SIGNED_RE = pattern(rf"(?:^|[\s,.*_(|])(?i:{{writes_it_here}}):?\s+(?-i:{_WROTE})(?=[\s*_,.|)\u2014\u2013-]|$)")
_WORK_BY_RE = pattern(r"(?i)\b{signed_works}\b[^|]{0,20} by\b")  # "Based on the novel by Ann Lee, 15 September 2019"
_PAPER_RE = pattern(r"[\s*_]*(?P<name>(?:The )?[A-Z][\w'\u2019-]+(?: (?:of |and |the |& )?[A-Z][\w'\u2019-]+){0,3}),\s*")
_VENUE_RE = pattern(r"\b{venues}$|\b{news_words}\b", re.IGNORECASE)
_SENT_RE = pattern(r"(?i).*\b{sent_out}\b(?:[\W\d]|{behind_sent_out}\b)*")
_SENT_BRIEFLY_RE = pattern(r"(?i)[\s*_]*release:\s*")
_PRESS_RE = pattern(r"(?i)\b{press_offices}\b")


def names_its_making(line: str) -> bool:
    """Whether a line says that the page was posted, or by whom it was written."""
    return pattern(r"\b(?:{published}|by)\b", re.IGNORECASE).search(line) is not None


def _by_weekday(head: Sequence[StampLine]) -> Iterator[Cut]:
    """A weekday and its day, where one alone of the years that stand over the story has it: `UPFRONTS 2011 / Monday, May 9`."""
    years = {int(year) for line in head for year in re.findall(r"(?<![\w.,])(?:19|20)[0-9]{2}(?![\w])", line.text)}
    for line in head:
        for match in pattern(_WEEKDAY_AND_DAY, re.IGNORECASE).finditer(line.text) if years else ():
            weekday = class_words("weekday_stems").index(match["weekday"][:3].lower())
            days = (read_day(f"{match['day']} {year}") for year in years)
            fitting = [when for when in days if when and when.earliest and when.earliest.weekday() == weekday]
            if len(fitting) == 1:
                yield Cut(line, line.text[: match.start()], line.text[match.end() :], fitting[0])


def _head(lines: Sequence[StampLine]) -> Iterator[StampLine]:
    """The lines before the first paragraph of the story."""
    for line in lines:
        if len(line.text) > LINE_CHARS or (len(line.text) > PROSE_CHARS and pattern(_STORY_END).search(line.text)):
            return
        yield line


def _is_bare(at: Cut) -> bool:
    """Whether nothing but names and words about the page stands beside a day."""
    if (not at.before.strip() and _opens_page(at)) or _is_bracketed(at):
        return True
    around, clocks = pattern(_CLOCK).subn(" ", f"{at.before} | {at.after}")
    if pattern(_TELLS, re.IGNORECASE).search(at.before) and not clocks:
        return False
    around, credits = pattern(_CREDIT).subn("by ", around)
    parts = (part.strip(" -/\u2013\u2014") for part in pattern(_APART).split(around))
    pieces = [bare for part in parts for piece in words.pieces(part) if (bare := piece.strip(" /\"'\u201c\u201d"))]
    if pattern(_LABEL).search(around) or not all(map(_may_be_of_the_page, pieces)):
        return False
    on_weekday = pattern(_DATED_BY_WEEKDAY).search(at.line.text) is not None
    if clocks and on_weekday and not credits and re.search(r"\w", pattern(_LAST_WEEKDAY).sub("", at.before)):
        return any(map(_is_of_a_page, pieces))  # "Hall H, Friday 22 July 2022, 2.30pm" is when one meets
    return bool(clocks + credits) or on_weekday or any(map(_is_of_a_page, pieces))


def _is_of_a_page(piece: str) -> bool:
    """Whether a piece is a desk, a town that news come from, or how much there is to read."""
    return words.names_a_desk(piece) or words.is_reading(piece) or pattern(_TOWN).fullmatch(piece) is not None


_ADDRESS_RE = pattern(r"(?:https?://)?[\w.-]+/(?:[\w-]+/)*[12][0-9]{3}/[0-9]{1,2}/[0-9]{1,2}/\S*")


def _is_bracketed(at: Cut) -> bool:
    """Whether a day stands alone in brackets, or in the address of a page: `(May 6, 2022)`, `paper.example/2022/05/06/zombies`."""
    return (at.before.strip() in ("(", "[") and at.after.strip() in (")", "]")) or _ADDRESS_RE.fullmatch(at.line.text.strip()) is not None


def _is_over_the_story(at: Cut, above: str, head: Sequence[StampLine], lines: Sequence[StampLine]) -> bool:
    """Whether a day stands alone in its line, close above the story, and below nothing that it could be the day of."""
    is_alone = not re.search(r"\w", at.before + pattern(TIME).sub("", at.after))
    below = head[-1].number - at.line.number
    return is_alone and below <= BELOW and len(lines) > len(head) and not pattern(words.EVENT, re.IGNORECASE).search(above)


def _opens_page(at: Cut) -> bool:
    """Whether a line begins with a day of the week and its date, or with a date and the writer: `October 24, 2024 - Hana Berg`."""
    if pattern(words.EVENT, re.IGNORECASE).search(at.after) or pattern(rf"\b{_NETWORK}(?!\w)").search(at.after):
        return False
    alone = pattern(_WEEKDAY).match(at.line.text) and pattern(r"\s*(?:[|\u2022\u00b7]|$)").match(at.after)
    return (alone or pattern(_WRITER).fullmatch(at.after)) is not None


def _may_be_of_the_page(piece: str) -> bool:
    if words.is_kind_of_piece(piece) or any(pattern(shape).fullmatch(piece) for shape in _MASTHEAD):
        return True
    if pattern(_NETWORK).fullmatch(piece) or pattern(words.EVENT, re.IGNORECASE).search(words.without_release(piece)):
        return False
    return words.is_about_the_article(piece) or words.is_outlet(piece) or (words.names_a_desk(piece) and len(piece.split()) <= SHORT)
