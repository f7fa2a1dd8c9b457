"""An article as the rules see it: its sentences masked, each with the season it speaks of and the line that stands over it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from aoud_cli.model import Article, Entity
from aoud_cli.spans.dates import FoundDate, find_in_folded
from aoud_cli.spans.names import FAMILIES
from aoud_cli.spans.tag import Masked, Pronoun, Span, Tagger, mask, surname_of
from aoud_cli.text import Folded, Sentence, fold, sentences

# A line of a cast list has no stop and is no heading: a performer and a part.
_ITEM_RE = re.compile(r"<[acn]\d+>.{1,30}<[acn]\d+>|^[-*\u2022] ")
REACH = 2  # sentences without a name that a pronoun can look back over
SHORT_LINE = 40  # code points: a lead-in such as "Not coming:" or "Fresh meat!" carries what follows it
# Family names that open sentences as ordinary words, too: never taken alone for a person.
_WORD_FAMILIES = frozenset("an so no on do song moon son min ha you may ma go one he u o i ok gong sung won young bang ham".split())


@dataclass(frozen=True)
class Line:
    """A masked sentence in its place: the heading or lead-in over it, and the season that its surroundings speak of."""

    masked: Masked
    over: str
    season: int | None


@dataclass
class _State:
    """What an article has told so far."""

    heading: str = ""
    lead_in: str = ""
    season: int | None = None
    heading_season: int | None = None
    title_season: int | None = None  # the first that the article speaks of
    block: int = -1
    surnames: dict[str, dict[str, Entity]] = field(default_factory=dict)
    performers: tuple[Entity, ...] = ()  # of the last sentence that named any
    characters: tuple[Entity, ...] = ()
    silence: int = 0  # sentences since one named anybody


@dataclass(frozen=True)
class View:
    """An article folded, cut and tagged."""

    article: Article
    folded: Folded
    lines: tuple[Line, ...]


def view(article: Article, tagger: Tagger, ignored: list[tuple[int, int]]) -> View:
    """The article as the rules see it; `ignored` are stretches of its text that are not prose (a date header)."""
    folded = fold(article.text)
    dates = _by_start(find_in_folded(folded.text, article.asserted.known_day))
    state = _State()
    lines = tuple(
        _line(sentence, dates, tagger, state)
        for sentence in sentences(folded.text)
        if not any(
            start <= folded.raw_span(sentence.start, sentence.end)[0] and folded.raw_span(sentence.start, sentence.end)[1] <= end
            for start, end in ignored
        )
    )
    return View(article, folded, lines)


def _by_start(found: list[FoundDate]) -> list[FoundDate]:
    return sorted(found, key=lambda d: d.start)


def _line(sentence: Sentence, dates: list[FoundDate], tagger: Tagger, state: _State) -> Line:
    while dates and dates[0].end <= sentence.start:
        dates.pop(0)
    inside = [d for d in dates if sentence.start <= d.start and d.end <= sentence.end]
    surnames = {name: next(iter(who.values())) for name, who in state.surnames.items() if len(who) == 1}
    spans = tagger.spans(sentence, inside, surnames, Pronoun(_only(state.performers), _only(state.characters)))
    masked = mask(sentence, spans)
    line = Line(masked, _over(sentence, masked, state), _season(masked, state))
    _remember(masked, state)
    return line


def _over(sentence: Sentence, masked: Masked, state: _State) -> str:
    """The heading over the sentence and the short line before it, masked."""
    over = f"{state.heading} | {state.lead_in}"
    if sentence.is_heading and not _ITEM_RE.search(masked.text):
        state.heading = masked.text
        state.lead_in = ""
    elif len(sentence.text) <= SHORT_LINE and sentence.text[-1] in "!:?":
        state.lead_in = masked.text
    elif sentence.block != state.block:
        state.lead_in = state.lead_in if sentence.text.lstrip()[:1] in "-*\u2022\u2014" else ""
    state.block = sentence.block
    return over


def _season(masked: Masked, state: _State) -> int | None:
    """The season of the heading, else the last one that the article spoke of."""
    named = masked.seasons[0].what if masked.seasons and isinstance(masked.seasons[0].what, int) else None
    if masked.sentence.is_heading and not masked.text.endswith(":"):  # "Also read:" opens no part of its own
        state.heading_season = state.season = named
    state.title_season = state.title_season or named
    before = state.heading_season or state.season or state.title_season
    if masked.seasons and isinstance(masked.seasons[-1].what, int):
        state.season = masked.seasons[-1].what
    return before


def _only(entities: tuple[Entity, ...]) -> Entity | None:
    return entities[0] if len(entities) == 1 else None


def _remember(masked: Masked, state: _State) -> None:
    performers, characters = _named(masked, "an"), _named(masked, "c")
    state.silence = 0 if characters or performers else state.silence + 1
    if characters or performers or state.silence > REACH:
        state.performers, state.characters = performers, characters
    for entity in _full_names(masked.spans):
        name = surname_of(entity)
        if name in FAMILIES and name not in _WORD_FAMILIES:
            state.surnames.setdefault(name, {})[entity.id] = entity


def _named(masked: Masked, kinds: str) -> tuple[Entity, ...]:
    found = {s.what.id: s.what for s in masked.spans if s.kind in kinds and isinstance(s.what, Entity)}
    return tuple(found.values())


def _full_names(spans: tuple[Span, ...]) -> Iterator[Entity]:
    for span in spans:
        if span.kind in "akn" and isinstance(span.what, Entity):
            yield span.what


def known_roles(claims_roles: Mapping[str, set[str]]) -> dict[str, str]:
    """The names that the corpus calls by one role alone."""
    return {ident: next(iter(roles)) for ident, roles in claims_roles.items() if len(roles) == 1}
