"""Who is told of in the lines of a cast guide: under `X as Y`, `King Y` over `X`, `Who is Y?`, a line need not name them."""

from __future__ import annotations

from typing import NamedTuple

from aoud_cli.claims.state import State
from aoud_cli.english import pattern
from aoud_cli.ground.text import lower
from aoud_cli.model import Entity
from aoud_cli.spans.mask import Pronoun, Span
from aoud_cli.spans.sentences import Sentence
from aoud_cli.spans.tag import Tagger

_ELLIPSIS_RE = pattern(r"^<[acn]\d+>[?!:]$")


class Kin(NamedTuple):
    """Who a line is told of that begins with whose kin they are: `Y's younger brother stayed behind`, under `X as Z`."""

    who: Entity
    owners: tuple[Entity, ...]
    word: str
    start: int  # code points of the sentence
    end: int


def called_by_kin(sentence: Sentence, spans: list[Span], state: State, who: Entity | None, tagger: Tagger) -> Kin | None:
    """Whose kin a guide calls the one it is about, `who`, at the beginning of the first sentence about them."""
    if who is None or not (_is_guided(sentence, state) or _ASKS_ABOUT_RE.match(_question(state))):
        return None
    if _speaks_of_others(sentence) or any(span.what == who for span in spans):
        return None  # "Y's brother died, and she blames herself", "Y's son is missing, and Z is looking for him": somebody else's kin
    people = [span for span in spans if span.kind == "c"][:2]  # "Y and Z's mother"
    for span, before in zip(people, [None, *people], strict=False):
        called = tagger.kin_in(sentence.text, span)
        opens = span.start <= _OPENING if before is None else before.start == 0 and sentence.lower[before.end : span.start] == " and "
        if called is not None and opens and called[0] != who:
            owners = (called[0],) if before is None or not isinstance(before.what, Entity) else (before.what, called[0])
            return Kin(who, owners, called[1], span.start if before is None else 0, span.end)
    return None


_THEIR_KIN_RE = pattern(r", (?P<their>{owners_of_kin}) (?:{kin_adjectives} )*{kin}\b(?! of\b|'s)")


def owner_above(sentence: Sentence, spans: list[Span], state: State) -> list[Span]:
    """The pronoun of `Y, her brother` as the one part that stands above it, in a list or a sentence; of several such items in a row with
    one pronoun it is the same one."""
    before, state.owner = state.owner, None
    parts = [span for span in spans if span.kind == "c"]
    told = _THEIR_KIN_RE.match(sentence.lower, parts[0].end) if len(parts) == 1 else None
    if told is None:
        return []
    above = state.named.get("c", ())
    owner = before[1] if before is not None and before[0] == told["their"] else above[0] if len(above) == 1 else None
    if owner is None or owner == parts[0].what:
        return []
    state.owner = told["their"], owner
    return [Span(*told.span("their"), "p", Pronoun(None, owner, None))]


def named_by_guide(spans: list[Span], kin: Kin) -> list[Span]:
    """The spans, with one for whoever is only called by their kin."""
    apart = [span for span in spans if span.kind != "c" or span.start >= kin.end or span.end <= kin.start]
    return [Span(kin.start, kin.end, "c", kin.who), *apart]


def is_elliptic(sentence: Sentence, spans: list[Span], state: State, who: Entity | None) -> bool:
    """Whether the subject of a sentence stands in the lead-in: `Her brother? Also back.`; `Is Kim dead? Nobody knows.`"""
    if _ELLIPSIS_RE.search(state.lead_in) and sentence.block == state.block:
        return True
    owned = _calls_owned(sentence, spans) and not _speaks_of_others(sentence)
    describes = _DESCRIBES_RE.match(sentence.lower) is not None or owned
    if _is_guided(sentence, state) and describes:
        # not "A coroner, Kim lost his wife", "The detective has been after him for years", "The actor died in May"
        named = any(span.kind in "acnk" and not _is_beside(sentence, span, who) for span in spans)
        return not named and _OF_OTHERS_RE.search(sentence.lower) is None
    question = _question(state)
    asked = question.endswith("?") and _ASKED_OF_RE.fullmatch(question) is not None
    if asked and _WHO_RE.match(question) and describes:
        return True
    return asked and not any(span.kind in "acknp" for span in spans)


def _is_beside(sentence: Sentence, span: Span, who: Entity | None) -> bool:
    """Whether a name is of the one who is told of, or stands beside what is told of them: an owner's, or behind a preposition."""
    owns = sentence.lower.startswith("'s", span.end)
    is_same = isinstance(span.what, Entity) and who is not None and span.what.id == who.id
    same = is_same and _APPOSED_RE.search(sentence.lower, 0, span.start) is not None
    return same or owns or _TO_NAME_RE.search(sentence.lower, 0, span.start) is not None


def _speaks_of_others(sentence: Sentence) -> bool:
    """Whether a sentence has a pronoun of a person, whoever that is."""
    return _PERSONAL_RE.search(sentence.lower) is not None


def is_part_row(text: str) -> bool:
    """Whether a masked line names a performer and a part and nothing else: `X as Y`."""
    return _PART_ROW_RE.fullmatch(text) is not None


def goes_on_with(text: str) -> bool:
    """Whether a masked line of a guide only says that somebody is new, and the next is told of the same: `New this season.`"""
    return _NEW_RE.fullmatch(text) is not None


def _is_guided(sentence: Sentence, state: State) -> bool:
    """Whether a sentence is the first under `X as Y`, or under `King Y` and `X`."""
    return is_part_row(state.row) or sentence.block == state.alone_block + 1


def _question(state: State) -> str:
    """What may ask for the sentence to come: the one before it, or the heading right above it."""
    return state.before or state.heading


def _calls_owned(sentence: Sentence, spans: list[Span]) -> bool:
    """Whether a sentence begins with an owner, of whom or what the one it is about is something: `Harwick's ruler for ten years.`"""
    return any(span.kind in "cl" and span.start == 0 and sentence.lower.startswith("'s ", span.end) for span in spans)


_OPENING = 4  # code points: "The "


# Names alone in a line, with what they are called: "Lord Piers and Lady Sunniva", "Then: X."; "#" stands for a name.
_NAMES_ALONE_RE = pattern(
    r"\W*(?:{guide_leads}: )?(?:(?:the )?{titles_before_parts}\.? )*#(?:(?:,? and|,| &) (?:{titles_before_parts}\.? )*#){0,3}\W*"
)


def named_above(sentence: Sentence, spans: list[Span], state: State) -> tuple[Span, ...]:
    """Whom a line of names alone is told of, the parts or the performers that stand alone in the line above it: `King Y` over `X`."""
    names = _alone(sentence, spans)
    kinds, above = {span.kind for span in names}, {span.kind for span in state.alone}
    fits = (above, kinds) in (({"c"}, {"a"}), ({"c"}, {"a", "n"}), ({"a"}, {"c"})) and len(names) == len(state.alone)
    goes_on = sentence.block == state.alone_block  # "Then: X. Now: Z"
    if fits and (goes_on or state.alone_lines == 1):
        state.alone_block, state.alone_lines = sentence.block, 0
        return tuple(span._replace(start=0, end=0) for span in state.alone)
    if not goes_on:
        heads = len(kinds) == 1 and sentence.is_heading and not state.lead_in.endswith(":")
        state.alone, state.alone_lines = (tuple(names), state.alone_lines + 1) if heads else ((), 0)
    return ()


def _alone(sentence: Sentence, spans: list[Span]) -> list[Span]:
    """The people that a sentence names, where it holds nothing else."""
    people = sorted({(span.start, -span.end): span for span in reversed(spans) if span.kind in "acn"}.values())
    names = [span for span, before in zip(people, [None, *people], strict=False) if before is None or span.start >= before.end]
    if not names:
        return []
    words = sentence.text
    for span in reversed(names):
        words = f"{words[: span.start]}#{words[span.end :]}"
    return names if _NAMES_ALONE_RE.fullmatch(lower(words)) else []


# "X as Y", and under it: "A nurse who is trapped in the hospital."
_PART_ROW_RE = pattern(
    r"\W*(?:<[an]\d+>(?: \([^()]*\))? (?:as|[:\u2014-]) <[cn]\d+>"
    r"|(?:{titles_before_parts}\.? )?<c\d+>(?: \(<[an]\d+>\)| ?[:\u2013\u2014-] ?<[an]\d+>))\.?"
)
_OF_OTHERS_RE = pattern(r"\b{those_others}(?=[.,;]|$| {prepositions}\b)|^\W*(?:an?|the) (?:[a-z]+ )?{performers_called}\b")
_WHO_RE = pattern(r"\W*(?:so |and )?who(?:'s| is| was) ")
_DESCRIBES_RE = pattern(r"(?:{once_or_now} )?(?:an?|the) [a-z]|{new_in_guide}(?:[,.!]|$)")
_TO_NAME_RE = pattern(r"(?:^|[^a-z])(?:of|to) (?:the )?$")
_NEW_RE = pattern(r"(?:<p\d+> )?{new_in_guide}[.!]?")
_PERSONAL_RE = pattern(r"\b{personal_pronouns}\b")
_APPOSED_RE = pattern(r", $")  # "Also new, Y is ..."
_ASKS_ABOUT_RE = pattern(r"\W*(?:so |and |but )?{asks_about} (?:[a-z' -]+ )?<c\d+>[^<,]*\?$")
# One person, and nobody else, in a question.
_ASKED_OF_RE = pattern(r"[^<]*(?:<[^acnkp]\d+>[^<]*)*<[ac]\d+>[^<]*(?:<[^acnkp]\d+>[^<]*)*")
