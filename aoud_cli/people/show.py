"""What articles are about, learned from the articles: the show's title, its seasons, where it runs, where it plays, what else is named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aoud_cli.english import numbers, pattern, values, words
from aoud_cli.ground.text import Lines, fold
from aoud_cli.model import Article

_WORD = r"[A-Z0-9][\w'&-]*"
_SMALL = "{guessed_title_links}"
_TITLE = rf"{_WORD}(?:(?:[ :]{{1,2}}(?:{_WORD}|{_SMALL})){{0,7}}[ :]{{1,2}}{_WORD})?"
_QUOTED_RE = pattern(rf"(?<![\w])([\"'])({_TITLE})[,.]?\1(?![a-z])")
_SEASONED_RE = pattern(rf"(?<![\w'])({_TITLE})[\"']? (?:[Ss]eason|SEASON|[Ss]eries) (?:[0-9]+|[Oo]ne|[Tt]wo|[Tt]hree)\b")
_OF_RE = pattern(
    rf"\b(?:(?:[Ss]eason|[Ss]eries) (?:[0-9]+|one|two|three|four)|{{guessed_season_ordinals}} (?:season|series)|season) of [\"']?({_TITLE})"
)
_LEADING_RE = pattern(r"^(?:{title_openers}\s)+(?=\w)")
_NUMBERS = {**numbers("one_to_ten"), **numbers("first_to_tenth")}
_SEASON_RE = pattern(r"\b(?:(?:season|series) ([0-9]{1,2}|{one_to_ten})|({first_to_tenth}) (?:season|series))\b", re.IGNORECASE)
MOST_SEASONS = 30
BEFORE_SEASON = 200  # characters in which the title that a season is of may stand
_NAME = r"(?<![\w+])[A-Z][\w+]{0,40}(?![\w+])(?: [A-Z][\w+]{0,40}(?![\w+])){0,2}"
# Who streams it: where it starts, and who renews it. "on Tuesday" and "on January 28" are no platforms.
_PLATFORM_RES = (
    pattern(rf"\b{{platform_verbs}}\w* (?:[a-z]+ ){{0,3}}?(?:on|to) ({_NAME})"),
    pattern(rf"({_NAME}) (?:has |have )?(?:officially )?{{order_stems}}\w*\b"),
    pattern(rf"\b(?:exclusively |only |original )on ({_NAME})"),
)
_NO_PLATFORM_RE = pattern(r"(?i)^{no_platforms}\b")
_PLACE_RES = (
    pattern(rf"\b{{place_verbs}} (?:[a-z]+ ){{0,3}}?(?:in|to) ({_NAME})"),
    pattern(rf"\b{{place_nouns}} (?:of|called|named) ({_NAME})"),
)
_PLACE_LIST_RE = pattern(rf"\A(?:, ({_NAME}))?,? and ({_NAME})")
PLACE_CHARS = 80  # that a second and a third place of a list may take
LEAST_PLATFORM = 2
_DAY_OR_MONTH_RE = pattern(r"{Month_names}|[A-Z][a-z]+day")


@dataclass(frozen=True)
class Seen:
    """What was read, how often, in how many articles, and where first."""

    name: str
    count: int
    articles: int
    document: str
    line: int
    words: str


class _Tally:
    """Words by how often and where they stand."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.documents: dict[str, set[str]] = {}
        self.first: dict[str, tuple[str, int, str]] = {}

    def add(self, name: str, article: Article, text: str, start: int, end: int) -> None:
        self.counts[name] += 1
        self.documents.setdefault(name, set()).add(article.document)
        if name not in self.first:
            self.first[name] = (article.document, Lines(text).place(start)[0], text[start:end])

    def seen(self) -> list[Seen]:
        """What is in the most articles first."""
        found = [Seen(name, count, len(self.documents[name]), *self.first[name]) for name, count in self.counts.items()]
        return sorted(found, key=lambda one: (-one.articles, -one.count, one.name))


def find_titles(articles: Iterable[Article]) -> list[Seen]:
    """What is put in quotation marks or before `season 2` like a title; the show is the one that most articles name."""
    tally = _Tally()
    for article, text in _folded(articles):
        for shape, group in ((_QUOTED_RE, 2), (_SEASONED_RE, 1), (_OF_RE, 1)):
            for match in shape.finditer(text):
                title = (
                    _LEADING_RE.sub("", match.group(group)) if shape is _SEASONED_RE and " " in match.group(group) else match.group(group)
                )
                title = re.sub(r"'s$", "", title)
                if not _SEASON_RE.fullmatch(title) and not title.isdigit():
                    tally.add(title, article, text, match.start(), match.end())
    return _with_mentions(_whole(tally), articles)


def is_word_of(articles: Iterable[Article], title: str) -> bool:
    """Whether a title is a word of the articles' language besides: in small letters in one of them, or a day or month ("Wednesday")."""
    if _DAY_OR_MONTH_RE.fullmatch(title):
        return True
    small = pattern(rf"(?<![\w'-]){re.escape(title.lower())}(?![\w-])")
    return " " not in title and not title.islower() and any(small.search(text) for _, text in _folded(articles))


def _whole(tally: _Tally) -> _Tally:
    """A title cut at its front ("Long Ebb") counts for the whole one, where that is seen too."""
    by_letters: dict[str, str] = {}
    for name in sorted(tally.counts, key=lambda name: (-tally.counts[name], name)):
        by_letters.setdefault(name.casefold(), name)
    merged = _Tally()
    for name, count in tally.counts.items():
        home = by_letters.get(f"the {name}".casefold()) or by_letters[name.casefold()]
        merged.counts[home] += count
        merged.documents.setdefault(home, set()).update(tally.documents[name])
        merged.first.setdefault(home, tally.first[home])
    return merged


def _with_mentions(tally: _Tally, articles: Iterable[Article]) -> list[Seen]:
    """The titles by the articles that name them at all, once they are known."""
    texts = {article.document: text.casefold() for article, text in _folded(articles)}
    for name, documents in tally.documents.items():
        words = pattern(rf"(?<!\w){re.escape(name.casefold())}(?!\w)")
        documents.update(document for document, text in texts.items() if words.search(text))
    return tally.seen()


def find_seasons(articles: Sequence[Article], title: str = "") -> list[int]:
    """The seasons that are spoken of with the title, or in several articles and of no other title, in their order."""
    told: dict[int, set[str]] = {}
    own: set[int] = set()
    of_title = re.compile(rf"(?:the )?[\"']?{re.escape(title)}\b", re.IGNORECASE) if title else None
    for article, text in _folded(articles):
        for match in _SEASON_RE.finditer(text):
            before, behind = (
                text[max(0, match.start() - BEFORE_SEASON) : match.start()].rstrip(" \"',:"),
                _OF_TITLE_RE.match(text, match.end()),
            )
            is_own = before.casefold().endswith(title.casefold()) if title else False
            if of_title is not None and behind is not None:
                is_own = of_title.match(text, behind.end()) is not None
            if is_own:
                own.add(_number(match))
            elif behind is None and not _TITLED_RE.search(before):
                told.setdefault(_number(match), set()).add(article.document)
    least = 2 if len(articles) > 1 else 1
    found = own | {
        number
        for number, documents in told.items()
        if len(documents) >= least and (not own or number <= max(own) + (len(documents) >= max(3, len(articles) / 3)))
    }
    return sorted(number for number in found if 1 <= number <= MOST_SEASONS)


_OF_TITLE_RE = pattern(r" of (?=[\"']?(?:the )?[A-Z])")
_TITLED_RE = pattern(r"[a-z,] (?:[Tt]he )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*$")


def _number(match: re.Match[str]) -> int:
    word = (match.group(1) or match.group(2)).lower()
    return _NUMBERS.get(word) or int(word)


def find_platforms(articles: Iterable[Article], others: Iterable[str]) -> list[Seen]:
    """Who streams or renews it, the likeliest first: services that everybody knows, and what stands where a service does.

    `others` are names of people and titles, which announce things, too.
    """
    taken = {name.casefold() for name in others}
    tally = _Tally()
    for article, text in _folded(articles):
        for match in _NETWORK_RE.finditer(text):
            if match.group() not in _WORDY:
                tally.add(_NETWORKS[match.group()], article, text, match.start(), match.end())
        for shape in _PLATFORM_RES:
            for match in shape.finditer(text):
                name = match.group(1)
                if not _NO_PLATFORM_RE.match(name) and name.casefold() not in taken and name not in _NETWORKS:
                    tally.add(name, article, text, match.start(), match.end())
    return [one for one in tally.seen() if one.count >= LEAST_PLATFORM]


_NETWORKS, _WORDY = values("place.networks"), frozenset(words("wordy_networks"))
_NETWORK_RE = pattern(r"(?<![\w-]){place.networks}(?![\w+-])")


def find_places(articles: Iterable[Article], others: Iterable[str]) -> list[Seen]:
    """Where the story or the shoot is, what is in the most articles first."""
    taken = {name.casefold() for name in others}
    tally = _Tally()
    for article, text in _folded(articles):
        for shape in _PLACE_RES:
            for match in shape.finditer(text):
                more = _PLACE_LIST_RE.match(text[match.end() : match.end() + PLACE_CHARS])
                for name in (match.group(1), *(more.groups() if more else ())):
                    if name and not _NO_PLATFORM_RE.match(name) and name not in _NETWORKS and name.casefold() not in taken:
                        tally.add(name, article, text, match.start(), match.end())
    return tally.seen()


def _folded(articles: Iterable[Article]) -> Iterator[tuple[Article, str]]:
    return ((article, fold(article.text).text) for article in articles)
