"""What an article takes back or weakens in another sentence: `12 episodes, not 10`, `Unverified, please don't quote me`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.english import pattern
from aoud_cli.model import DateValue, QuantityValue, Value
from aoud_cli.spans.dates.find import FoundDate
from aoud_cli.spans.kinds import LETTERS, UNITS
from aoud_cli.spans.quantities import Quantity, read_number

# What a corrected value is: the kind of its span, and the figure or the days.
Content = tuple[str, object]

_CORRECTION_RE = pattern(
    r"<(?P<kind>[dhyrem])\d+>,? (?:and )?not (?:on |in |the |for )*"
    r"(?:<(?P<span>(?P=kind)\d+)>|(?P<number>[0-9]{1,3}|[a-z]+)\b)"
)
_KINDS = {UNITS[name]: LETTERS[name] for name in ("hours", "countries", "rank", "episodes", "minutes")}


def withdrawn(lines: Sequence[Line]) -> set[Content]:
    """The values that an article sets against the right ones; it may have told them before, in a caption or a comment."""
    return {content for line in lines for content in _corrected(line)}


def _corrected(line: Line) -> Iterator[Content]:
    for match in _CORRECTION_RE.finditer(line.masked.text):
        kind, span, digits = match.group("kind", "span", "number")
        if span:
            what = line.masked.span(f"<{span}>").what
            if isinstance(what, FoundDate):
                yield kind, what.when
            elif isinstance(what, Quantity):
                yield kind, what.number
        elif kind == "e" and (number := _whole(digits)) is not None:
            yield kind, number


def _whole(digits: str) -> int | None:
    try:
        return read_number(digits, None)
    except ValueError:
        return None  # a word that is no number


def content_of(value: Value) -> Content | None:
    """A claim's value in the terms of `withdrawn`; None for what no correction of this kind can name."""
    if isinstance(value, DateValue):
        return "d", value.when
    if isinstance(value, QuantityValue) and value.unit in _KINDS:
        return _KINDS[value.unit], value.number
    return None


LABEL_REACH = 4  # sentences between a claim and the verdict on it


def refuted(lines: Sequence[Line]) -> set[int]:
    """The places of the sentences that the article tells in order to refute them: by the next sentence, or by a verdict on the claim."""
    found = {line.place for line in lines if cues.is_myth(line.masked.text)}
    for place, line in enumerate(lines[1:], 1):
        found |= {other.place for other in _refuted_by(line, lines[max(0, place - LABEL_REACH) : place])}
    return found


def _refuted_by(line: Line, before: Sequence[Line]) -> Sequence[Line]:
    """The sentences among those before it that one refutes."""
    text, block = line.masked.text, line.masked.sentence.block
    asked = before[-1].masked.text if before and before[-1].masked.sentence.block == block else ""  # "True or false? False."
    if cues.is_false_verdict(text) or (asked.endswith("?") and cues.is_false_verdict(f"{asked} {text}")):
        claims = [other for other in before if cues.is_claim_label(other.masked.text)]
        return before[before.index(claims[-1]) :] if claims else before[-1:]
    if cues.is_regret(text):
        return [other for other in before if other.masked.sentence.block == block and cues.is_own_words(other.masked.text)]
    return before[-1:] if cues.is_refutation(text) and before[-1].masked.sentence.block == block else ()


def disclaimed(lines: Sequence[Line]) -> dict[int, str]:
    """The places of the sentences whose next one, in the same paragraph, says that they are not to be relied on -> that one."""
    pairs = zip(lines, lines[1:], strict=False)
    return {
        line.place: following.masked.sentence.text
        for line, following in pairs
        if line.masked.sentence.block == following.masked.sentence.block and cues.is_disclaimer(following.masked.text)
    }
