"""What of a draft was not checked: sentences that hold a name, a date or a figure which no claim is of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from aoud_cli.claims.context import view
from aoud_cli.claims.unread import KINDS, Seen
from aoud_cli.english import pattern, words
from aoud_cli.ground.text import Lines
from aoud_cli.model import Article, Claim, Source
from aoud_cli.names.profile import Profile
from aoud_cli.names.spelling import Mention, find_capitalised
from aoud_cli.spans.mask import Masked
from aoud_cli.spans.tag import Tagger

_IGNORE_RE = pattern(r"<!--\s{0,9}aoud:\s{0,9}ignore\s{0,9}-->")
_NUMBER_RE = pattern(r"\b(?:[0-9][0-9.,]*[0-9]|[0-9]+|{number_words})\b(?!-)", re.IGNORECASE)
_NO_NAME = frozenset(words("no_name"))
_LINE_END_RE = pattern(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Unchecked:
    """A sentence of a draft, what in it no claim's words hold, and whether something of it was checked all the same."""

    source: Source
    left: tuple[Seen, ...]
    is_half: bool


def find_unchecked(draft: Article, claims: Iterable[Claim], profile: Profile, ignored: Collection[int] = ()) -> Iterator[Unchecked]:
    """The sentences of a draft that were not checked, or only in part, in the text's order; `ignored` are lines that nobody asks for.

    What a heading holds and no claim tells is left out: the text under it says it again.
    """
    seen, places = view(draft, Tagger(profile, {})), Lines(draft.text)
    told = sorted((claim.source.start, claim.source.end) for claim in claims)
    for line in seen.lines:
        sentence = line.masked.sentence
        start, end = seen.place(sentence)
        where = places.place(start)
        if sentence.is_heading or where[0] in ignored or not draft.text[start:end].strip():
            continue
        within = [(first, last) for first, last in told if first < end and start < last]
        held = ((seen.place(sentence, first, last), Seen(kind, sentence.text[first:last])) for first, last, kind in _held(line.masked))
        left = tuple(words for place, words in held if not _is_told(place, within))
        if left:
            yield Unchecked(Source(draft.document, draft.path, *where, start, end, draft.text[start:end]), left, bool(within))


def _held(masked: Masked) -> Iterator[tuple[int, int, str]]:
    """Where in a sentence something stands that could be wrong: what is tagged, other names, other numbers; and what it is."""
    spans = [(span.start, span.end, KINDS[span.kind]) for span in masked.spans if span.kind in KINDS]
    taken = [(span.start, span.end) for span in masked.spans]
    text = masked.sentence.text
    others = [(found.start, found.end, "name") for found in find_capitalised(text) if _is_name(text, found)]
    others += [(*found.span(), "number") for found in _NUMBER_RE.finditer(text)]
    spans += [(first, last, kind) for first, last, kind in others if not _is_told((first, last), taken)]
    return iter(sorted(spans))


def _is_name(text: str, found: Mention) -> bool:
    """Whether a run of capitalised words is somebody's or something's name: not the first word alone of a sentence."""
    opens = not text[: found.start].strip("\"'\u201c\u2018( -*")
    return (" " in found.text or not opens) and found.text.lower() not in _NO_NAME


def _is_told(place: tuple[int, int], claims: Sequence[tuple[int, int]]) -> bool:
    return any(first < place[1] and place[0] < last for first, last in claims)


def ignored_lines(text: str) -> frozenset[int]:
    """The lines of a draft that `<!-- aoud: ignore -->` leaves out: its own, and where it stands alone the next one."""
    places, found = Lines(text), set()
    for match in _IGNORE_RE.finditer(text):
        number, column = places.place(match.start())
        before, behind = text[match.start() - column + 1 : match.start()], _LINE_END_RE.split(text[match.end() :], maxsplit=1)[0]
        found.add(number if before.strip() or behind.strip() else number + 1)
    return frozenset(found)
