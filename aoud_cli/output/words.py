"""Facts, values and dates in the words of a human reader."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Protocol

from aoud_cli.findings.dates import range_words
from aoud_cli.findings.voices import voices
from aoud_cli.findings.words import say_value
from aoud_cli.ground.safe import visible
from aoud_cli.model import (
    Acceptance,
    Article,
    Claim,
    DateValue,
    Entity,
    Finding,
    QuantityValue,
    Side,
    Value,
)
from aoud_cli.predicates import LABELS

Labels = dict[str, str]  # document -> the short name that text calls it by

_BOUNDS = {"exactly": "", "about": "about ", "over": "over ", "under": "under ", "at_least": "at least ", "at_most": "at most "}
_PLURALS = {"country": "countries"}
_SCALES = ((1_000_000_000, "billion"), (1_000_000, "million"))


class About(Protocol):
    """Whatever tells of one fact: a claim, a finding, a history, an event, a difference."""

    @property
    def key(self) -> str: ...
    @property
    def subject(self) -> Entity: ...
    @property
    def season(self) -> int | None: ...
    @property
    def part(self) -> int | None: ...


def fact_words(about: About) -> str:
    """'Season 1 · hours viewed', 'Season 2, part 2 · premiere', 'Captain Ahab · performer'."""
    label = "performer" if about.key == "cast.plays" and about.subject.kind == "character" else LABELS.get(about.key, about.key)
    part = "" if about.part is None else f", part {about.part}"
    return f"{subject_words(about.subject)}{part} · {label}{_other_season(about)}"


def heading_words(about: About) -> str:
    """'cast.status, season 2': what can be typed as a topic, and the season where the subjects under it don't name it."""
    return f"{about.key}{_other_season(about)}"


def _other_season(about: About) -> str:
    return f", season {about.season}" if about.season is not None and about.subject.kind != "season" else ""


def subject_words(subject: Entity) -> str:
    """A season as 'Season 2', the show as 'The show', everyone else by name."""
    if subject.kind == "season":
        return subject.id.replace("-", " ").capitalize()
    return "The show" if subject.id == "show" else subject.name


def side_words(claim: Claim, subject: Entity) -> str:
    """What a claim says on the fact about `subject`: of a character asked who plays it, the performer."""
    said = subject_words(claim.subject) if claim.predicate == "plays" and subject.id != claim.subject.id else value_words(claim.value)
    return hedged_words(claim, said)


def hedged_words(claim: Claim, said: str) -> str:
    """What a claim says, with its denial and how sure it is: 'not 2025', 'returning (probable)'."""
    if claim.polarity == "negative":
        said = f"not {said}"
    return said if claim.certainty.value == "certain" else f"{said} ({claim.certainty.value})"


def said_words(claim: Claim, finding: Finding) -> str:
    """What a claim of a finding says; where it is another fact than the finding's (`order`), which."""
    said = side_words(claim, finding.subject)
    if claim.key == finding.key:
        return said
    return f"{LABELS.get(claim.key, claim.predicate)}: {said}"


def accepted_words(accepted: Acceptance | None) -> str:
    """'Accepted: they count from the second week (until 2026-12-31)'; nothing where it isn't."""
    if accepted is None:
        return ""
    until = f" (until {accepted.until})" if accepted.until else ""
    return f"Accepted: {accepted.reason}{until}"


def accepted_note(accepted: Acceptance | None) -> str:
    """The same in brackets, behind other words; nothing where it isn't."""
    return f" [{accepted_words(accepted)}]" if accepted else ""


def first_of_each(side: Side) -> Iterator[Claim]:
    """The first claim of each document of a side."""
    seen: set[str] = set()
    for claim in side.claims:
        if claim.source.document not in seen:
            seen.add(claim.source.document)
            yield claim


def voice_words(claims: Iterable[Claim], labels: Labels) -> str:
    """Who says so, each voice once: '000, 001 (repeated by 003)'; also where the first of a voice stands elsewhere: '003 (repeats 000)'."""
    said = []
    for first, documents in voices(claims).items():
        others = [labels.get(name, name) for name in documents if name != first]
        name = labels.get(first, first)
        if first not in documents:
            said.append(f"{others[0]} (repeats {name})" if len(others) == 1 else f"{join_words(others)} (repeat {name})")
        else:
            said.append(f"{name} (repeated by {join_words(others)})" if others else name)
    return ", ".join(said)


def value_words(value: Value) -> str:
    """'over 474.26 million hours in 30 days', 'mid-2024 (2024-05/2024-08)', 'father of Ahab', 'returning'."""
    if isinstance(value, DateValue):
        return _date_words(value)
    return _quantity_words(value) if isinstance(value, QuantityValue) else say_value(value)


def _date_words(value: DateValue) -> str:
    when = range_words(value.when)
    return when if value.text in ("", when) else f"{value.text} ({when or 'unresolved'})"


def _quantity_words(value: QuantityValue) -> str:
    words = f"number {number_words(value.number)}" if value.unit == "rank" else count_words(value.number, value.unit)
    window = "" if value.window_days is None else f" in {count_words(value.window_days, 'day')}"
    chart = "" if value.chart is None else f" ({value.chart})"
    return f"{_BOUNDS[value.bound]}{words}{window}{chart}"


def count_words(number: int, word: str) -> str:
    """'1 claim', '1,461 days', '94 countries'."""
    return f"{number_words(number)} {word if number == 1 else _PLURALS.get(word, f'{word}s')}"


def join_words(names: Sequence[str], shown: int = 4) -> str:
    """'a', 'a and b', 'a, b and c'; of many the first few: 'a, b, c and 4 more'."""
    listed = list(names) if len(names) <= shown else [*names[: shown - 1], f"{len(names) - shown + 1} more"]
    return " and ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)


def number_words(number: int) -> str:
    """474260000 as '474.26 million', 12345 as '12,345'; no digit is lost."""
    for scale, name in _SCALES:
        if abs(number) >= scale and number % (scale // 1_000_000) == 0:
            return f"{(Decimal(number) / scale).normalize():f} {name}"
    return f"{number:,}"


_DAYS_OF_ONE = 1  # between a page's publication and its last change, which is still "its day"
LABEL_WIDTH = 20  # '2025-08-03_the-streamer-…' would take half a narrow terminal


def article_labels(articles: Sequence[Article]) -> Labels:
    """What text calls each article: its paper and day (`Deadline, 6 June 2022`) where no other shares them, else its short name."""
    told = {one.document: _cited(one) for one in articles if one.outlet}
    shared = [words for words, count in Counter(told.values()).items() if count > 1]
    labels = document_labels([one.document for one in articles])
    return labels | {document: words for document, words in told.items() if words not in shared}


def _cited(article: Article) -> str:
    outlet = shorten_middle(" ".join(visible(article.outlet).split()), LABEL_WIDTH)
    first, last = article.asserted.earliest, article.asserted.latest
    if first is None or last is None or (last - first).days > _DAYS_OF_ONE:
        return outlet  # a guessed span is no day
    return f"{outlet}, {first.day} {first:%B %Y}"


def document_labels(documents: Sequence[str]) -> Labels:
    """Each document's shortest beginning, cut at '_', that no other shares; what is still long loses its middle."""
    labels = {name: _beginning(name, documents) for name in documents}
    short = {name: shorten_middle(label, LABEL_WIDTH) for name, label in labels.items()}
    return {name: label if list(short.values()).count(label) == 1 else name for name, label in short.items()}


def labelled(words: str, labels: Labels) -> str:
    """Words of ours with each article under its short name."""
    if not labels:
        return words
    names = "|".join(_as_named(name) for name in sorted(labels, key=lambda name: (-len(name), name)))
    return re.sub(names, lambda match: labels[match.group()], words)


def _as_named(name: str) -> str:
    """An expression for an article's name where it stands as one; of a short one, which may be a number or a word, only in a list."""
    listed = r"(?:(?<=\()|(?<=, )|(?<=; )|(?<=: )|(?<=and ))" if len(name) <= SHORT_NAME else r"(?<![\w-])"
    return rf"{listed}{re.escape(name)}(?![\w-])"


SHORT_NAME = 4  # letters of a document's name


def _beginning(name: str, documents: Sequence[str]) -> str:
    parts = name.split("_")
    for count in range(1, len(parts)):
        head = "_".join(parts[:count])
        if head and sum(other == head or other.startswith(head + "_") for other in documents) == 1:
            return head
    return name


def shorten_middle(text: str, width: int) -> str:
    """At most `width` characters, with an ellipsis in the middle where some are left out."""
    if len(text) <= width:
        return text
    tail = (width - 1) // 2
    return f"{text[: width - 1 - tail]}…{text[len(text) - tail :]}"
