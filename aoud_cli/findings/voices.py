"""Who speaks for himself: copies of an article, and sentences taken over from another, are one voice however often they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple, TypeAlias

from aoud_cli.english import pattern
from aoud_cli.model import Article, Claim

# Of the shipped articles and the tests' no two sentences of 12 words are nearer than 0.51, and that pair is a list of names; headings
# of ten words are the same in articles that know nothing of each other. One word changed in sixteen leaves 0.65.
SHORTEST: Final = 12  # words
NEAR: Final = 0.6  # of the shingles of both sentences
LONGEST: Final = 200  # words of a sentence that are looked at
SHINGLE: Final = 3  # words
NEAR_ARTICLE: Final = 0.8  # of the words of the longer of two articles, in sentences that both have
COMMON: Final = 40  # sentences that share a shingle, articles that share a sentence: what more of them have is a phrase of the trade
_END_RE: Final = pattern(r"[.!?][\"”’')\]]*\s+|\n+")
_WORD_RE: Final = pattern(r"\w+")

_Words: TypeAlias = tuple[str, ...]


class Echoes(NamedTuple):
    """Which articles say the same in the same words.

    `exact`: document -> the first of the articles that are it word for word; `near`: the same for nearly the same words;
    `sentences`: document -> where each of its longer sentences starts and ends, and the number that nearly equal ones share.
    """

    exact: Mapping[str, str]
    near: Mapping[str, str]
    sentences: Mapping[str, tuple[tuple[int, int, int], ...]]

    def sentence_of(self, claim: Claim) -> int | None:
        """The number of the sentence in which the claim begins; None for a short one, which two may write alike."""
        found, start = self.sentences.get(claim.source.document, ()), claim.source.start
        place = bisect_right(found, start, key=lambda sentence: sentence[0]) - 1
        return found[place][2] if place >= 0 and start < found[place][1] else None


def find_echoes(articles: Sequence[Article]) -> Echoes:
    """Articles and sentences that stand in several articles, whatever the order in which these are given."""
    ordered = sorted(articles, key=lambda article: article.document)
    if len(ordered) < 2:
        return Echoes({}, {}, {})
    cut = {article.document: list(_sentences(article.text)) for article in ordered}
    sorter = _Sorter()
    numbered = {document: [(low, high, words, sorter.number(words)) for low, high, words in found] for document, found in cut.items()}
    long = {
        document: tuple((low, high, number) for low, high, words, number in found if len(words) >= SHORTEST)
        for document, found in numbered.items()
    }
    lengths = {document: [(number, len(words)) for _, _, words, number in found] for document, found in numbered.items()}
    return Echoes(_exact_copies(cut), _near_copies(lengths), long)


def give_voices(claims: Iterable[Claim], articles: Sequence[Article], echoes: Echoes) -> list[Claim]:
    """The claims, each with the article that told its words first, and the one that its article copies.

    The first is the earliest dated; where the order is open, the first by name.
    """
    rank = _ranks(articles)
    tellers: dict[int, str] = {}
    for document, found in echoes.sentences.items():
        for _, _, number in found:
            tellers[number] = min(tellers.get(number, document), document, key=lambda name: rank[name])
    first = first_of_copies(echoes, articles)
    return [_with_voice(claim, echoes, tellers, first, rank) for claim in claims]


def first_of_copies(echoes: Echoes, articles: Sequence[Article]) -> dict[str, str]:
    """Document -> the earliest article of nearly the same words, for those that have one before them."""
    rank = _ranks(articles)
    groups: dict[str, list[str]] = {}
    for document, home in echoes.near.items():
        groups.setdefault(home, [home]).append(document)
    first = {name: min(names, key=lambda one: rank[one]) for names in groups.values() for name in names}
    return {document: home for document, home in sorted(first.items()) if document != home}


def independent(claims: Iterable[Claim]) -> int:
    """How many of the articles that make these claims speak for themselves; copies and taken over sentences count once."""
    return len(voices(claims))


def voices(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """The first article of each voice among the claims' -> all articles that speak with it, in the order of their names.

    Two articles that share one sentence here are one voice here, whatever else they say.
    """
    home: dict[str, str] = {}

    def find(name: str) -> str:
        while home.setdefault(name, name) != name:
            name = home[name]
        return name

    told = list(claims)
    for claim in told:
        one, other = find(claim.source.document), find(claim.voice or claim.source.document)
        home[max(one, other)] = min(one, other)
    groups: dict[str, set[str]] = {}
    leads: dict[str, Counter[str]] = {}
    for claim in told:
        root = find(claim.source.document)
        groups.setdefault(root, set()).add(claim.source.document)
        leads.setdefault(root, Counter())[claim.voice or claim.source.document] += 1
    first = {root: min(counts, key=lambda name: (-counts[name], name)) for root, counts in leads.items()}
    return {first[root]: tuple(sorted(groups[root])) for root in sorted(groups, key=lambda root: first[root])}


def _with_voice(claim: Claim, echoes: Echoes, tellers: Mapping[int, str], first: Mapping[str, str], rank: Mapping[str, int]) -> Claim:
    document = claim.source.document
    number = echoes.sentence_of(claim)
    candidates = {first.get(document, document), *([tellers[number]] if number is not None else [])}
    voice = min(candidates, key=lambda name: rank[name])
    return claim._replace(voice="" if voice == document else voice, origin=echoes.exact.get(document, ""))


def _ranks(articles: Sequence[Article]) -> dict[str, int]:
    return {article.document: place for place, article in enumerate(sorted(articles, key=_when))}


def _when(article: Article) -> tuple[date, date, str]:
    asserted = article.asserted
    return asserted.earliest or asserted.latest or date.max, asserted.latest or date.max, article.document


def _sentences(text: str) -> Iterator[tuple[int, int, _Words]]:
    """Where each sentence starts and ends, roughly, and its words in lower case."""
    start = 0
    for end in [*(match.end() for match in _END_RE.finditer(text)), len(text)]:
        words = tuple(_WORD_RE.findall(text[start:end].casefold()))
        if words:
            yield start, end, words
        start = end


class _Sorter:
    """Gives nearly equal sentences one number: each is held against the first of those that share a shingle with it."""

    def __init__(self) -> None:
        self.numbers: dict[_Words, int] = {}
        self.kinds: list[frozenset[_Words]] = []  # by number, the shingles of the first sentence that got it
        self.holders: dict[_Words, list[int]] = {}

    def number(self, words: _Words) -> int:
        """The number of a sentence; a short one shares it only with its equals."""
        looked_at = words[:LONGEST]
        if looked_at not in self.numbers:
            self.numbers[looked_at] = self._find(looked_at)
        return self.numbers[looked_at]

    def _find(self, words: _Words) -> int:
        shingles = frozenset(zip(*(words[shift:] for shift in range(SHINGLE)), strict=False)) if len(words) >= SHORTEST else frozenset()
        shared = Counter(number for shingle in shingles for number in self.holders.get(shingle, ()))
        near = [(count / (len(shingles) + len(self.kinds[number]) - count), -number) for number, count in shared.items()]
        best, number = max(near, default=(0.0, 0))
        if best >= NEAR:
            return -number
        self.kinds.append(shingles)
        for shingle in shingles:
            holders = self.holders.setdefault(shingle, [])
            if len(holders) < COMMON:
                holders.append(len(self.kinds) - 1)
        return len(self.kinds) - 1


def _exact_copies(cut: Mapping[str, Sequence[tuple[int, int, _Words]]]) -> dict[str, str]:
    """Document -> the first by name that has the same words, for those that aren't the first."""
    first: dict[tuple[_Words, ...], str] = {}
    found = {}
    for document, sentences in cut.items():
        whole = tuple(words for _, _, words in sentences)
        home = first.setdefault(whole, document) if whole else document
        if home != document:
            found[document] = home
    return found


def _near_copies(lengths: Mapping[str, Sequence[tuple[int, int]]]) -> dict[str, str]:
    """Document -> the first by name that shares most of its sentences, for those that aren't the first."""
    holders: dict[int, list[str]] = {}
    total = {document: sum(dict(found).values()) for document, found in lengths.items()}
    near: dict[str, str] = {}
    for document, found in lengths.items():
        shared: Counter[str] = Counter()
        for number, length in dict(found).items():
            shared.update(dict.fromkeys(holders.get(number, ()), length))
        alike = [(share, home) for home, words in shared.items() if (share := words / max(total[document], total[home])) >= NEAR_ARTICLE]
        if alike:
            near[document] = min(alike, key=lambda item: (-item[0], item[1]))[1]
            continue
        for number in dict(found):
            known = holders.setdefault(number, [])
            if len(known) < COMMON:
                known.append(document)
    return near
