"""A sentence with its typed spans as tokens: the text that the rules match, and the way back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple, cast

from aoud_cli.english import pattern
from aoud_cli.ground.text import lower
from aoud_cli.spans.lists import CHARACTERS, CLOSE, PEOPLE, PERFORMERS, find_lists

if TYPE_CHECKING:
    from aoud_cli.model import Entity
    from aoud_cli.spans.dates.find import FoundDate
    from aoud_cli.spans.quantities import Quantity
    from aoud_cli.spans.seasons import Season
    from aoud_cli.spans.sentences import Sentence


_PRONOUN_RE = pattern(
    r"(?P<played>\b{play_verbs} )?(?P<beside>\b(?:with|alongside) )?\b(?P<word>{pronouns})\b(?P<plays> (?:plays"
    r"|played|portrays|portrayed)\b)?",
    re.I,
)


def find_pronouns(text: str, pronoun: Pronoun, people: list[Span]) -> Iterator[Span]:
    """The first pronoun that comes before any name; behind a name only one that its verb explains: `who played him`, `the boy she plays`,
    `directed with him`."""
    is_open, first_name = True, min((span.start for span in people), default=len(text))
    for match in _PRONOUN_RE.finditer(text):
        if match.group("played"):
            before = [span for span in people if span.end <= match.start()]
            parts_end = max((span.end for span in before if span.kind == "c"), default=match.start())
            part = _played(pronoun, match["word"], before, text[parts_end : match.start()])
            if part is not None:
                yield Span(match.start("word"), match.end("word"), "p", Pronoun(None, part, None))
        elif match.group("plays") and pronoun.performer is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(pronoun.performer, None, None))
        elif match.group("beside") and pronoun.person is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(None, None, pronoun.person))
        elif is_open and match.start() < first_name and pronoun != Pronoun(None, None, None):
            yield Span(match.start("word"), match.end("word"), "p", pronoun)
            is_open = False


# "has a brother, and X plays him", "after X declined to play him", "asked X how to play him"
_SOMEBODY_RE = pattern(r"\b(?:an?|the) [a-z]|\b{refuses_parts}\b|\bhow to $", re.I)


def _played(pronoun: Pronoun, word: str, before: list[Span], between: str) -> Entity | None:
    """Whose part `play him` tells of: the one part that the sentence names before it, with nobody else between, else that of the
    sentences before."""
    parts = {cast("Entity", span.what) for span in before if span.kind == "c"}
    if len(parts) == 1:
        return None if _SOMEBODY_RE.search(between) and word.lower() not in POSSESSIVES else next(iter(parts))
    return pronoun.character if not parts or word.lower() in POSSESSIVES else None  # "who plays her roommate"


_LATER_RE = pattern(
    r"(?:\b{pronoun_openers}|\b{saying_openers}(?: that)?|[,;:\u2014-]) (?:[a-z]+ly )?(?P<word>{nominative_pronouns})\b"
    r"|\blike (?P<like>{object_pronouns})\b",
    re.I,
)


def find_later_pronouns(text: str, people: list[Span]) -> Iterator[Span]:
    """Pronouns that begin a later clause of a sentence in which one person alone is named before them, or a part with its performer:
    `X was in the first season, but she will not be in the second`."""
    if not people:
        return
    for match in _LATER_RE.finditer(text, people[0].end):
        word = "word" if match["word"] else "like"
        before = [span for span in people if span.end <= match.start(word)]
        named = {kind: {span.what for span in before if span.kind == kind} for kind in "acnk"}
        who = {kind: next(iter(found)) for kind, found in named.items() if len(found) == 1}
        if any(len(found) > 1 for found in named.values()) or not who or set(who) - {"a", "c"} and len(who) > 1:
            return
        performer, character, other, crew = (cast("Entity | None", who.get(kind)) for kind in "acnk")
        yield Span(*match.span(word), "p", Pronoun(performer or other, character or other, crew or performer))


# A masked sentence holds `<a0>` for its first span, a performer (see `kinds`): a rule's slot names kinds, never spellings.
MARKUP = "-"  # emphasis and the address of a link, which leave nothing in the masked sentence
POSSESSIVES = ("his", "her")
SHORTEST_LIST = 2  # names


class Pronoun(NamedTuple):
    """A pronoun with the one performer, character, or person of any calling that it can stand for; None where nobody or several fit."""

    performer: Entity | None
    character: Entity | None
    person: Entity | None


class Span(NamedTuple):
    """A typed stretch of a sentence; offsets count from the sentence's start."""

    start: int
    end: int
    kind: str
    what: Entity | Pronoun | FoundDate | Quantity | Season | str


class Masked(NamedTuple):
    """A sentence in lower case with each span as `<kind number>`, and the way back to the sentence."""

    sentence: Sentence
    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]  # where each token begins in `text`
    ends: tuple[int, ...]

    @property
    def cased(self) -> str:
        """The text with the capitals of the sentence."""
        out: list[str] = []
        at = length = 0
        for span, start, end in zip(self.spans, self.starts, self.ends, strict=True):
            out += (self.sentence.text[at : at + start - length], self.text[start:end])
            at, length = span.end, end
        return "".join((*out, self.sentence.text[at:]))

    def span(self, token: str) -> Span:
        """The span that a token (`<a0>`) stands for."""
        return self.spans[int(token[2:-1])]

    def place(self, span: Span) -> tuple[int, int]:
        """Where the token of a span of the sentence begins and ends in `text`; ValueError where the sentence has no such span."""
        number = self.spans.index(span)
        return self.starts[number], self.ends[number]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the sentence behind `text[start:end]`, whole spans where a token is cut."""
        return self._back(start, 0), self._back(end, 1)

    def _back(self, offset: int, side: int) -> int:
        index = bisect_right(self.starts, offset - side) - 1
        if index < 0:
            return offset
        if offset - side < self.ends[index]:
            return (self.spans[index].start, self.spans[index].end)[side]
        return self.spans[index].end + offset - self.ends[index]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the sentence's spans."""
        return frozenset(span.kind for span in self.spans)

    @property
    def seasons(self) -> tuple[Span, ...]:
        """The sentence's seasons in their order."""
        return tuple(span for span in self.spans if span.kind == "s")


def mask(sentence: Sentence, spans: list[Span]) -> Masked:
    """The sentence with spans as tokens; of two spans that overlap, the one listed first wins."""
    chosen = _without_overlaps(spans)
    tokens = [_token(number, span, sentence) for number, span in enumerate(chosen)]
    masked = _assemble(sentence, chosen, tokens)
    if sum(span.kind in "ackn" for span in chosen) < SHORTEST_LIST:
        return masked
    for mark, first, last in find_lists(masked.text):
        tokens[int(first[2:-1])] = mark + first
        tokens[int(last[2:-1])] = last + CLOSE
    return _assemble(sentence, chosen, tokens)


def _token(number: int, span: Span, sentence: Sentence) -> str:
    if span.kind == MARKUP:
        return ""
    if span.start == span.end:  # a subject that is left out
        return f"<{span.kind}{number}> "
    owns = span.kind == "p" and sentence.text[span.start : span.end].lower() in POSSESSIVES
    owns = owns and not sentence.lower.endswith("like ", 0, span.start)  # "more of them like her"
    return f"<{span.kind}{number}>" + ("'s" if owns else "")


def _assemble(sentence: Sentence, spans: list[Span], tokens: list[str]) -> Masked:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = length = 0
    for span, token in zip(spans, tokens, strict=True):
        gap = _lower(sentence.text[at : span.start])
        starts.append(length + len(gap))
        length += len(gap) + len(token)
        ends.append(length)
        pieces += (gap, token)
        at = span.end
    pieces.append(_lower(sentence.text[at:]))
    return Masked(sentence, "".join(pieces), tuple(spans), tuple(starts), tuple(ends))


_HARMLESS = str.maketrans("<>" + PERFORMERS + CHARACTERS + PEOPLE + CLOSE, "()    ")


def _lower(text: str) -> str:
    """Lower case of the same length; the signs that tokens and marks are made of become harmless."""
    return lower(text).translate(_HARMLESS)


def _without_overlaps(spans: list[Span]) -> list[Span]:
    chosen: list[Span] = []
    taken = bytearray(max((s.end for s in spans), default=0))
    for span in spans:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda s: (s.start, s.end))
