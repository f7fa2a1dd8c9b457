"""Titles in a sentence: known ones, and those that only their look gives away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from aoud_cli.english import pattern, words
from aoud_cli.ground.text import lower
from aoud_cli.names.spelling import is_korean
from aoud_cli.spans.mask import Span
from aoud_cli.spans.seasons import names_season

# Another title: in quotation marks and in title case, or title case before `season 3`.
_QUOTED_RE = pattern(r"(?<![\w])([\"'])([A-Z0-9][\w'-]*(?:[ :,]+{quoted_title_words})*)[,.]?\1(?![a-z])")
_QUOTED_PART_RE = pattern(r"\b{before_quoted_parts} $")  # `Lund is on board as "Deputy Ortega,"`
_TITLE_SEASON_RE = pattern(
    r"(?<![\w])((?:[A-Z][\w']+ )(?:(?:[A-Z][\w']+|of|the|in) ){0,4})"
    r"(?:(?:[Ss]eason|[Pp]art|[Ss]eries) (?:[0-9]|{first_numbers})|S[0-9])\b"
)
# A title that nobody announced: capitalised words that are the subject of a verb which only a show's figures take.
_DRAWS = r"(?:(?: \([^)]*\))?(?= (?:{adverbs} )?{figure_verbs} )|, which [^,.;]{1,60},(?= {has_figures} [0-9][0-9.,]* [mb]illion))"
_SUBJECT_TITLE_RE = pattern(
    r"(?:^|[,;:] |\b{title_conjunctions} )(?P<title>[A-Z][\w'-]+(?: {subject_title_words}){0,5} [A-Z][\w'-]+)" + _DRAWS
)
# A title that its place gives away: behind `filming` or `the drama`, what somebody plays or returns in, or the owner of a figure.
_MONTHS = "{Month_names}"
_TITLE = (
    rf"(?P<title>(?:The |A |An )?[A-Z][\w'-]+(?: (?:[A-Z][\w'-]*|\d|{{title_links}}(?! (?:{_MONTHS}"
    rf"|\d)\b))){{0,5}} (?:[A-Z][\w'-]+|\d)(?![\w'-]))"
)
_CALLED_SHOW = r"(?:an?|the|[a-z]+ [a-z]+'s|[0-9]{4}'s) (?:[a-z0-9-]+ ){0,3}{only_shows}"  # "Night Ferry, last winter's heist thriller,"
_PLACED_TITLE_RES = (
    pattern(rf"\b(?:[Ff]ilming|[Ss]hooting|[Pp]roduction|[Ww]rap(?:s|ped)) (?:on |of |for )?{_TITLE}"),
    pattern(rf"\b{{kinds_before_titles}} {_TITLE}"),
    pattern(rf"\b{{part_verbs}}\b[^.;,()]{{0,50}}? (?:in|of|on|with) {_TITLE}"),
    pattern(r"(?<![\w-])(?P<title>[A-Z][\w-]+(?: [A-Z][\w-]+){0,5})(?='s [0-9.]+ (?:million|billion) )"),
    pattern(rf"(?:^|\bthat ){_TITLE} (?=(?:was|were|has been|had been) {{fates_of_shows}}\b)"),
    pattern(rf"[A-Z][\w'-]+,? from {_TITLE}(?=,| and |\.$)"),  # "X from Night Ferry, Y and Z"
    pattern(rf"\b(?:{{fates_of_shows}}|(?:season|series) of) {_TITLE}"),
    pattern(rf"{_TITLE}(?=, starring\b)"),
    pattern(rf"{_TITLE}(?=, {_CALLED_SHOW}(?:[,.;)]| {{behind_shows}}\b))"),
)
_OWNED_TITLE_RE = pattern(rf"\b{{place.networks}}'s {_TITLE}(?=,? {{only_shows_do}}\b)")  # "Peacock's Hollow Road is back"
# An item of a list of shows: `3. Low Season (Viki)`, `#4: Night Ferry (2011)`.
_ITEM_TITLE_RE = pattern(r"^\W*[0-9]{1,2}[.):] +(?P<title>[A-Z][\w':&,!? -]{1,60}?) \((?=[^()]*(?:{place.networks}|\b(?:19|20)[0-9]{2}))")
_PLACE_OR_TIME_RE = pattern(r"\b{places_and_times}\b")
_BEFORE_PART = 48  # code points
_HEADLINE, _MOST = 4, 0.8  # long words of a headline, and how many of them have capitals
LONG_WORD = 4  # letters: shorter words stand small in a title
_LEADS_TO_TITLE_RE = pattern(r"(?i)^.*\b{leads_to_titles} (?!{no_titles_behind}\b)")
_OPENS_TITLE_RE = re.compile(r"(?:^\W*|[:|] |\b[Oo]f )$")
_NOT_A_TITLE = frozenset(words("no_titles"))


class EpisodeTitle(str):
    """The title of an episode, which looks like another work's; whoever directed or wrote that did so for the show."""


_OF_EPISODE = r"(?P<told>\"[^\"\n]{2,50}?)[,.]?\""
_EPISODE_RES = (
    pattern(r"(?:\b{titled_pieces}|\b[Ss]\d{1,2} ?[Ee]\d{1,2})(?:,| \(|:| [\u2014\u2013-]|,? (?:is |was )?{called_so})? ?" + _OF_EPISODE),
    pattern(
        _OF_EPISODE + r"(?:,? | [\u2014\u2013-] )(?:(?:is|was) )?(?:the |an? )?(?:[a-z-]+ ){0,3}{titled_pieces}\b(?! of (?:an?|the) [a-z])"
    ),
)


def episode_titles(text: str) -> frozenset[str]:
    """What an article calls episodes, in small letters: `the finale, "Low Water,"`, `"Low Water," the sixth episode`."""
    return frozenset(lower(match["told"]).strip('"') for shape in _EPISODE_RES for match in shape.finditer(text))


def foreign_titles(text: str) -> Iterator[Span]:
    """The titles of works that no profile names."""
    if '"' in text or "'" in text:
        yield from _quoted(text)
    for match in _SUBJECT_TITLE_RE.finditer(text):
        title = match.group("title")
        first, *rest = title.lower().split()
        is_titled = first == "the" and len(rest) > 1 and _NOT_A_TITLE.isdisjoint(rest)  # "The Ferrier Case drew", not "The Series drew"
        if (first not in _NOT_A_TITLE or is_titled) and not _is_person_or_season(title):
            yield Span(match.start("title"), match.end("title"), "w", title)
    owned = _OWNED_TITLE_RE.finditer(text) if "'s " in text else ()
    placed = (match for shape in _PLACED_TITLE_RES for match in shape.finditer(text) if not _PLACE_OR_TIME_RE.search(match["title"]))
    for match in chain(placed, owned):  # "ITV's Marlowe Street was recommissioned"
        title = match.group("title")
        if title.lower() not in _NOT_A_TITLE and not _is_person_or_season(title):
            yield Span(match.start("title"), match.end("title"), "w", title)
    item = _ITEM_TITLE_RE.match(text) if text.endswith(")") else None
    if item:
        yield Span(item.start("title"), item.end("title"), "w", item["title"])
    yield from _with_season(text)


def _quoted(text: str) -> Iterator[Span]:
    for match in _QUOTED_RE.finditer(text):
        is_part = _QUOTED_PART_RE.search(text, max(0, match.start() - _BEFORE_PART), match.start())
        if not is_part and not names_season(lower(match.group(2)), whole=True):
            yield Span(match.start(), match.end(), "w", match.group(2))


def _is_headline(text: str) -> bool:
    """Whether most of the words have capitals."""
    long = long_words(text)
    return len(long) > _HEADLINE and sum(word[0].isupper() for word in long) > _MOST * len(long)


def _with_season(text: str) -> Iterator[Span]:
    is_headline = _is_headline(text)
    for match in _TITLE_SEASON_RE.finditer(text):
        title, start = match.group(1), match.start()
        if is_headline and not _OPENS_TITLE_RE.search(text[: match.start()]):
            led = _LEADS_TO_TITLE_RE.search(title)  # all its words have capitals: "X Joins Cast of Night Ferry Season 2"
            if led is None:
                continue  # "X Joins Long-Awaited Season 2"
            title, start = title[led.end() :], start + led.end()
        words = title.split()
        if len(words) > 1 and words[-1][0].isupper() and words[0].lower() not in _NOT_A_TITLE:
            yield Span(start, match.end(), "w", title)


def _is_person_or_season(title: str) -> bool:
    return is_korean(title) or names_season(title.lower())


def find_words(words: tuple[str, ...], low: str) -> Iterator[tuple[int, int]]:
    """Where one of the words stands in text in lower case."""
    return (match.span() for match in _words_re(words).finditer(low)) if words else iter(())


@lru_cache(maxsize=8)
def _subtitled_re(titles: tuple[str, ...]) -> re.Pattern[str]:
    names = "|".join(re.escape(title) for title in sorted(titles, key=lambda title: (-len(title), title)))
    word = r"(?!{no_subtitles}\b)[A-Z][\w'-]*"
    return pattern(
        rf"(?<![\w-])(?:{names}): (?:The |A |An )?{word}(?: (?:{word}|{{subtitle_links}})){{0,4}}"
        rf"(?=,? {{subtitle_ends}}\b|[*_]+[,.; ])"
    )


# "the Japanese version of Salt Lantern", "a stage adaptation of Salt Lantern"
_VERSION_RE = pattern(
    r"\b(?:the|an?) (?:[a-z-]+ ){0,2}?(?:{kinds_of_versions}(?:-language)? (?:[a-z-]+ )?{versions}|{kinds_of_adaptations} adaptation)"
    r" of (?:the )?[\"'*_]*$"
)
_SEASON_BEHIND_RE = pattern(r",? (?:[Ss]eason|[Ss]eries) (?:[0-9]+|{first_numbers})\b")
VERSION = 60  # code points before a title


def version_of(text: str, start: int, end: int) -> int | None:
    """Where another work begins that is told of as a version of the title `text[start:end]`; not of its trailer or its third season."""
    found = _VERSION_RE.search(lower(text), max(0, start - VERSION), start)
    return None if found is None or text.startswith("'s", end) or _SEASON_BEHIND_RE.match(text, end) else found.start()


def subtitled(titles: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    """Works beside the show whose titles begin with its own: `Salt Lantern: The Trial, a reality series, ...`."""
    return (match.span() for match in _subtitled_re(titles).finditer(text)) if ": " in text else iter(())


def short_titles(titles: tuple[str, ...], works: tuple[str, ...], text: str) -> tuple[str, ...]:
    """What works beside the show are called without its title, `The Trial` for `Salt Lantern: The Trial`: those that are known, and those
    that an article names in full. A single word would be too little: `Salt Lantern: Chicago`."""
    named = [*works, *(text[start:end] for start, end in subtitled(titles, text))]
    own = tuple(f"{lower(title)}: " for title in titles)
    behind = dict.fromkeys(name.partition(": ")[2] for name in named if lower(name).startswith(own))
    return tuple(short for short in behind if " " in short)


def long_words(text: str) -> list[str]:
    """The words that a title or a headline writes with capitals."""
    return [word for word in re.findall(r"[^\W\d_]+", text) if len(word) >= LONG_WORD]


def is_written_as_title(text: str, start: int, end: int) -> bool:
    """Whether the words of a title stand as one: its long words with capitals, or in text that has none at all."""
    long = long_words(text[start:end]) or [text[start:end]]
    return all(word[0].isupper() for word in long) or text.islower()


# What makes a word of the language a title (Dark, You, Wednesday): quotes, a season, or words of coverage about it.
_TITLE_MARK_RE = pattern(r"[\"'*_]\Z")
_NO_TITLE_BEFORE_RE = pattern(r"\b{before_no_word_title} \Z")
_OF_A_NETWORK = r"\b{place.networks}'s (?:[a-z-]+ ){1,3}[a-z-]+"  # "the network's macabre comedy Dark"
_TITLE_BEFORE_RE = pattern(
    rf"(?:[A-Z][\w+]*'s|{_OF_A_NETWORK}|" + r"\b{kinds_before_titles}|\b{verbs_of_word_titles}|\b{pieces_of_word_titles} (?:of|in|for|from)"
    r"|\b(?:[Ss]eason|[Ss]eries) (?:[0-9]+|{first_numbers})) \Z"
)
_TITLE_BEHIND_RE = pattern(
    r"(?:'s)?,? (?:[Ss]eason|[Ss]eries) (?:[0-9]+|{first_numbers})\b| S[0-9]+\b|'s (?:[a-z]+ )?{own_of_word_titles}\b"
    r"| {behind_word_titles}\b"
)
WORD_BEFORE = 32  # code points before a title that is a word


def is_meant_as_title(text: str, start: int, end: int) -> bool:
    """Whether a word of the language is the show's title where it stands: marked as one, by a season, or where coverage speaks of it."""
    before = text[max(0, start - WORD_BEFORE) : start]
    if _TITLE_MARK_RE.search(before):
        return True
    if _NO_TITLE_BEFORE_RE.search(before):
        return False  # "returns on Wednesday"
    return _TITLE_BEHIND_RE.match(text, end) is not None or _TITLE_BEFORE_RE.search(before) is not None


# Text in lower case and no `re.IGNORECASE`: patterns take half the time to match, and three quarters of it to compile.
@lru_cache(maxsize=64)
def _words_re(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(map(lower, words), key=lambda w: (-len(w), w))
    return pattern(r"(?<![\w-])(?:" + "|".join(re.escape(w).replace(r"\ ", "[ :]{1,2}") for w in ordered) + r")(?![\w])")


def with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The title with the quotation marks round it, and a comma inside them."""
    after = pattern(r"[,.]?[\"']").match(text, end)
    if start and text[start - 1] in "\"'" and after:
        return start - 1, after.end()
    return start, end


def with_season(text: str, end: int) -> int:
    """Where a title that ends at `end` ends with the season behind it (`Paper Moon season 3`)."""
    match = pattern(
        r"[\"']?,? (?:season|part|class|volume) (?:[0-9]|one|two|three|four)\b|'s (?:(?:first|second|third|latest) season)", re.I
    ).match(text, end)
    return match.end() if match else end
