"""A date that belongs to what stands before its sentence: to a question (`When does it start?`, `Sunday, 9 October`), to the news."""

from __future__ import annotations

from collections.abc import Iterator

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.events.words import DATE_RE, NEWS_TOLD, OTHERS_RE, PREMIERE, RENEWAL, START, Attached
from aoud_cli.english import pattern
from aoud_cli.spans.toponyms import asks_where

_ASKED_RE = pattern(
    r"\bwhen(?:'s| {when_verbs}|,)[^|?]*?(?:\b(?:{premiere.base}|{premiere.nouns}|{out_or_back})\b|(?<=when, though))[^|?]*\? ?\|? ?$"
)
# What a guess is told with, right before its date.
_GUESS_RE = pattern(r"\b{guesses}(?: {guess_links})* $")
_NEAR = 60  # code points from the word of a guess to its date
# What may stand before the date that answers.
_OPENS_RE = pattern(r"[^a-z<]*(?:{answer_openers} ?)*")


def answers(line: Line) -> Iterator[Attached]:
    """The date that a sentence opens with right behind a question or a heading that asks when the show comes out."""
    text = line.masked.text
    opens = _is_asked(line.before or line.over)
    for date in DATE_RE.finditer(text) if opens or _is_asked(line.over) else ():
        guessed = _GUESS_RE.search(text, max(0, date.start() - _NEAR), date.start())
        if guessed or (opens and _OPENS_RE.fullmatch(text, 0, date.start())):
            yield Attached(date.group(), PREMIERE, guessed.start() if guessed else date.start(), date.end(), "", ahead=True)
            return


_RANGE_RE = pattern(r"(?:from|between) ")


def shot_from(line: Line) -> Iterator[Attached]:
    """The days of the shoot in the answer to where it was: `Mostly in Busan, between September and December last year.`"""
    if not (asks_where(line.before) or asks_where(line.over)):
        return
    for date in DATE_RE.finditer(line.masked.text):
        if _RANGE_RE.match(line.masked.sentence.lower, line.masked.span(date.group()).start):
            yield Attached(date.group(), START, date.start(), date.end(), "")
            return


# "It has been renewed for season 2." and behind it "The news was announced today.", "<platform> announced the news on Tuesday."
_CAME = r"(?:the |that )?{news_nouns} (?:was |were )?{news_came}"
_NEWS_RE = pattern(rf"\W*(?:{_CAME}|{NEWS_TOLD})(?: on| back on| late| early)* (?P<date><d\d+>)")
_ORDER_RE = pattern(r"\b(?:{renewal}|{back_again}(?: to <[fb]\d+>)? for (?:an? |its |the )?<s\d+>)")
_GOES_ON_RE = pattern(r" (?:that|with|about)\b")  # "the news was announced on D that X is leaving"


def news_of_order(line: Line) -> Iterator[Attached]:
    """The day on which the order was made known that the sentence before tells of."""
    told = _NEWS_RE.match(line.masked.text)
    is_ordered = (
        _ORDER_RE.search(line.before) is not None and "<w" not in line.before and not cues.is_denied(line.before, 0, len(line.before))
    )
    if told is not None and is_ordered and _GOES_ON_RE.match(line.masked.text, told.end()) is None:
        yield Attached(told["date"], RENEWAL, told.start("date"), told.end(), "")


def _is_asked(before: str) -> bool:
    """Whether words ask when the show comes out, and not when something else does."""
    return _ASKED_RE.search(before) is not None and OTHERS_RE.search(before.rpartition(" | ")[2]) is None
