"""What words only hint at, and another article tells plainly: `with the Northlight order`, `adapted by X from her own novel`.

A hint is a value of the show's, most often near a word that goes with it. It becomes a claim only where a plain statement of the corpus
tells the same: `Statement.rule.hint`, `Claim.is_hinted`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from aoud_cli.claims.certainty import clause
from aoud_cli.claims.constructions.places import LOCATION
from aoud_cli.claims.constructions.rows import read_lineup
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.english import pattern
from aoud_cli.predicates import EVENTS
from aoud_cli.spans.kinds import LETTERS, SLOTS

NEAR = 60  # code points from a value to its word


class Hint(NamedTuple):
    """The rule by which something would be told, and the token of its value, or of whom it would be told; offsets are in the masked
    sentence."""

    rule: Rule
    token: str
    start: int
    end: int


class _Kind(NamedTuple):
    """The spans that hint at something, and the class of words that they stand near; without one a span hints at it alone, as a day does
    that is a known premiere's."""

    rule: Rule
    spans: str
    words: str = ""
    led_by: str = ""  # what must stand right before the span


def _kind(key: str, subject: str, slot: str, words: str = "", led_by: str = "") -> _Kind:
    rule = Rule(
        f"hint.{key}", (), "", makes=(Make(key, subject, slot, None),), season="none" if subject == "show" else "context",
        weak=True, hint=True, where="english/hints.yaml",
    )  # fmt: skip
    return _Kind(rule, SLOTS[slot] + (LETTERS["performer"] if slot == "person" else ""), words and f"hint.{words}", led_by)


KINDS: Final = (
    _kind("crew.creator", "show", "person", "creator"),
    _kind("source.author", "show", "person", "author"),
    _kind(LOCATION, "season", "place", "shoot", "hint.where"),  # not "avoided X", "unlike X"
    _kind("release.platform", "work", "platform", "show"),
    *(_kind(key, "season", "date", "shoot" if key.startswith("production.") else "") for key in EVENTS),
)


# In the line-up of a later season who was in an earlier one is back.
LINEUP: Final = Rule(
    "lineup.cast.status", (), "", makes=(Make("cast.status", "person", None, "returning"),), weak=True, hint=True,
    where="english/hints.yaml",
)  # fmt: skip


def read_hints(text: str, kinds: frozenset[str], over: str) -> Iterator[Hint]:
    """What a masked sentence hints at; `kinds` are those of its spans, `over` is what stands over it."""
    yield from (Hint(LINEUP, who.text, who.start, who.end) for who in read_lineup(text, over))
    for kind in KINDS:
        if not kinds.isdisjoint(kind.spans):
            spans = [span.span() for span in pattern(rf"<[{kind.spans}]\d+>").finditer(text)]
            words = [word.span() for word in pattern(rf"(?<![\w<-]){{{kind.words}}}(?![\w-])").finditer(text)] if kind.words else spans
            for span in spans if words else ():
                place = _place(kind, text, span, spans, words)
                if place is not None:
                    yield Hint(kind.rule, text[slice(*span)], *place)


_Place = tuple[int, int]


def _place(kind: _Kind, text: str, span: _Place, spans: Sequence[_Place], words: Sequence[_Place]) -> _Place | None:
    """Where a span hints at something: with its word, or alone where it needs none; None where it doesn't."""
    if kind.led_by and not pattern(rf"\b{{{kind.led_by}}} (?:the )?$").search(text[: span[0]]):
        return None
    return _with_word(text, span, spans, words) if kind.words else span


# What is listed with a value stands no nearer to a word than it does: "X (Y), Z and W".
_LISTED_RE = pattern(r"(?: \([^()]*\))?[,\u2018\u2019'\"\ue000-\ue003]*(?: and| &)? ?")


def _with_word(text: str, span: _Place, spans: Sequence[_Place], words: Sequence[_Place]) -> _Place | None:
    """The stretch from a span to a word that goes with it in its clause; None where none stands near, or only behind another such span."""
    near = [word for word in words if word[0] - NEAR < span[1] and span[0] < word[1] + NEAR]
    left, right = clause(text, *span) if near else (0, 0)
    for start, end in near:
        between = sorted({span, *(other for other in spans if span[1] <= other[0] < start or end <= other[1] <= span[0])})
        is_listed = all(_LISTED_RE.fullmatch(text, one[1], other[0]) for one, other in pairwise(between))
        if left <= start and end <= right and is_listed:
            return min(span[0], start), max(span[1], end)
    return None
