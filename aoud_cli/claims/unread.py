"""What was read and what was not: the sentences that hold something to claim beside a cue of a rule and gave no claim."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from aoud_cli.claims.context import Line, view
from aoud_cli.claims.corpus.footprint import only_roles
from aoud_cli.claims.roles import roles_told
from aoud_cli.claims.rules import Rule, load_rules
from aoud_cli.english import words
from aoud_cli.ground.text import Lines
from aoud_cli.model import Article, Claim, Source
from aoud_cli.names.profile import Profile
from aoud_cli.predicates import TOPICS
from aoud_cli.spans.kinds import FIGURES, LETTERS, TOLD
from aoud_cli.spans.tag import Tagger

State = Literal["says", "unread", "silent"]
_NOTHING_TO_CLAIM = frozenset(LETTERS[name] for name in ("pronoun", "season", "title", "other", "platform"))
# The kinds of span without which a sentence claims nothing that could be missed.
KINDS = {letter: TOLD[letter] for letter in LETTERS.values() if letter not in _NOTHING_TO_CLAIM}
DATES_AND_FIGURES = FIGURES | {LETTERS["date"]}
SHORT_CUE = 3  # letters: a short trigger begins many a longer word ("air", "com"), which counts only with a short ending
_NO_CUES = frozenset(words("no_cues"))
# A performer and a part with nothing but a mark between them: a line of a cast list needs no word.
_PAIR_RE = re.compile(r"<[an]\d+>\W{0,2}?(?P<mark>[\u2014\-:|/(=]|\bas\b)\W{0,2}<[cn]\d+>")


@dataclass(frozen=True)
class Seen:
    """A span of a sentence: what kind of thing it is, and its words."""

    kind: str
    text: str


@dataclass(frozen=True)
class Unread:
    """A sentence that holds a date, a figure or a name beside a cue of a rule, and gave no claim that this rule makes.

    `cues` gives each predicate that such rules claim the words that they look for; `told` are the predicates that it gave claims of.
    """

    source: Source
    spans: tuple[Seen, ...]
    cues: Mapping[str, tuple[str, ...]]
    told: frozenset[str]

    def misses(self, topic: str | None) -> dict[str, tuple[str, ...]]:
        """The predicates, and their cues, that a reader of the topic or predicate misses here; without one, where nothing was told."""
        if topic is None:
            return {} if self.told else dict(self.cues)
        if any(is_about(key, topic) for key in self.told):
            return {}
        return {key: words for key, words in self.cues.items() if is_about(key, topic)}


@dataclass(frozen=True)
class Cell:
    """What an article has on a topic: its claims, else sentences that look as if they told of it, else nothing."""

    document: str
    topic: str
    claims: int
    unread: int

    @property
    def state(self) -> State:
        """`says` where there are claims, whatever else was left unread."""
        return "says" if self.claims else "unread" if self.unread else "silent"


@dataclass(frozen=True)
class Coverage:
    """`unread` in the order of the articles and their text; `claims` counts them by document and predicate."""

    documents: tuple[str, ...]
    unread: tuple[Unread, ...]
    claims: Mapping[tuple[str, str], int]

    def about(self, topic: str | None = None) -> list[Unread]:
        """The sentences that gave no claim; with a topic or predicate, those that gave none of it, whatever else they gave."""
        return [item for item in self.unread if item.misses(topic)]

    def matrix(self, topic: str | None = None) -> list[Cell]:
        """Each article with each topic, or with the one topic or predicate."""
        return [self._cell(document, name) for document in self.documents for name in ([topic] if topic else TOPICS)]

    def _cell(self, document: str, topic: str) -> Cell:
        claims = sum(count for (where, key), count in self.claims.items() if where == document and is_about(key, topic))
        unread = sum(item.source.document == document and bool(item.misses(topic)) for item in self.unread)
        return Cell(document, topic, claims, unread)


def is_about(key: str, topic: str) -> bool:
    """Whether a predicate is the one asked for, or of the topic asked for."""
    return topic in (key, key.partition(".")[0])


def cover(articles: Sequence[Article], claims: Iterable[Claim], profile: Profile) -> Coverage:
    """Where articles hold more than the claims that were extracted from them with this profile.

    A heading counts where it holds a date or a figure, a question where a rule reads questions.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.source.document].append(claim)
    everything = [claim for part in told.values() for claim in part]
    cast = (one for claim in everything if claim.topic == "cast" for one in roles_told(claim.key, claim.subject, claim.value))
    tagger = Tagger(profile, only_roles((one.id, one.role) for one in cast))
    found = [item for article in articles for item in _unread(article, told[article.document], tagger)]
    counts = Counter((claim.source.document, claim.key) for claim in everything)
    return Coverage(tuple(article.document for article in articles), tuple(found), counts)


def _unread(article: Article, claims: Sequence[Claim], tagger: Tagger) -> Iterator[Unread]:
    seen, places = view(article, tagger), Lines(article.text)
    ahead = deque(sorted(claims, key=lambda claim: claim.source.start))
    reaching: list[Claim] = []  # the claims that began and have not ended, so that none is looked at for every sentence
    for line in seen.lines:
        cues = _cues(line) if _holds_something(line) else {}
        if not cues:
            continue
        start, end = seen.place(line.masked.sentence)
        while ahead and ahead[0].source.start < end:
            reaching.append(ahead.popleft())
        reaching = [claim for claim in reaching if start < claim.source.end]
        told = frozenset(claim.key for claim in reaching)
        left = {key: tuple(words) for key, words in sorted(cues.items()) if key not in told}
        if left:
            source = Source(article.document, article.path, *places.place(start), start, end, article.text[start:end])
            yield Unread(source, _spans(line), left, told)


def _holds_something(line: Line) -> bool:
    return not line.masked.kinds.isdisjoint(DATES_AND_FIGURES if line.masked.sentence.is_heading else KINDS)


def _spans(line: Line) -> tuple[Seen, ...]:
    text = line.masked.sentence.text
    shown = (span for span in line.masked.spans if span.kind in KINDS)
    return tuple(Seen(KINDS[span.kind], text[span.start : span.end]) for span in shown)


def _cues(line: Line) -> dict[str, list[str]]:
    """Predicate -> the cue words in the sentence, of the rules whose kinds of span stand in it too."""
    masked = line.masked
    found: defaultdict[str, list[str]] = defaultdict(list)
    words = {**dict(triggers_in(masked.text)), **dict(_figures(line))}
    for rule in load_rules():
        if not words.keys().isdisjoint(rule.on) and rule.has_spans(masked.kinds) and _is_read(rule, line):
            for make in rule.makes:
                found[make.key] += [words[trigger] for trigger in rule.on if trigger in words and words[trigger] not in found[make.key]]
    pair = _PAIR_RE.search(masked.text)
    if pair and "cast.plays" not in found:
        found["cast.plays"] = [pair.group("mark")]
    return found


def _is_read(rule: Rule, line: Line) -> bool:
    """Whether the rule reads such a sentence at all: a question, or what stands under other headings, may be nothing to it."""
    if line.masked.sentence.text.endswith("?") and not rule.question:
        return False
    return rule.stands_right(line.over, line.before, line.masked.text)


def _figures(line: Line) -> Iterator[tuple[str, str]]:
    """Figures that say what they count ("12 million hours") are cues themselves: rules have their tokens as triggers."""
    masked = line.masked
    for span in masked.spans:
        if span.kind in FIGURES:
            yield f"<{span.kind}", masked.sentence.text[span.start : span.end]


def triggers_in(text: str) -> Iterator[tuple[str, str]]:
    """The triggers that are words of a topic and stand in the masked sentence, each with the whole word or words there."""
    for trigger, pattern in _cue_res():
        match = pattern.search(text) if trigger in text else None
        if match:
            yield trigger, match.group()


@lru_cache(maxsize=1)
def _cue_res() -> list[tuple[str, re.Pattern[str]]]:
    triggers = dict.fromkeys(trigger for rule in load_rules() for trigger in rule.on)
    return [(trigger, _cue_re(trigger)) for trigger in triggers if _is_cue(trigger)]


def _is_cue(trigger: str) -> bool:
    return not set("<>") & set(trigger) and not set(re.findall(r"[a-z]{2,}", trigger)) <= _NO_CUES


def _cue_re(trigger: str) -> re.Pattern[str]:
    word = trigger.strip()
    ending = rf"[a-z]{{0,{SHORT_CUE}}}\b" if len(word) <= SHORT_CUE else "[a-z]*"
    return re.compile(rf"(?<![a-z]){re.escape(word)}{ending}")
