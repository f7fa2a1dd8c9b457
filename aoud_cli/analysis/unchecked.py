"""What of a draft was not checked: sentences that hold a name, a date or a figure which no claim is of."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from aoud_cli.claims.context import view
from aoud_cli.claims.unread import Seen
from aoud_cli.english import pattern, words
from aoud_cli.findings.facts import ids_of
from aoud_cli.ground.text import LINE_END_RE, Lines
from aoud_cli.model import Article, Claim, Source
from aoud_cli.names.profile import Profile
from aoud_cli.names.spelling import Mention, find_capitalised
from aoud_cli.spans.kinds import LETTERS, TOLD
from aoud_cli.spans.mask import Masked
from aoud_cli.spans.tag import Tagger

_IGNORE_RE = pattern(r"<!--\s{0,9}aoud:\s{0,9}ignore\s{0,9}-->")
_NUMBER_RE = pattern(r"\b(?:[0-9][0-9.,]*[0-9]|[0-9]+|{number_words})\b(?!-)", re.IGNORECASE)
# What a sentence is about says nothing of it.
_SAYING = TOLD.keys() - {LETTERS[name] for name in ("pronoun", "season", "title", "platform")}
_NO_NAME = frozenset(words("no_name")) | frozenset(words("directions_and_tongues"))


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
    ahead = deque(sorted(claims, key=lambda claim: claim.source.start))
    reaching: list[Claim] = []  # the claims that began and have not ended, so that none is looked at for every sentence
    for line in seen.lines:
        sentence = line.masked.sentence
        start, end = seen.place(sentence)
        while ahead and ahead[0].source.start < end:
            reaching.append(ahead.popleft())
        reaching = [claim for claim in reaching if start < claim.source.end]
        where = places.place(start)
        if not (sentence.is_heading or where[0] in ignored):
            held = (part for part in _held(line.masked) if not _is_told(part, seen.place(sentence, part.start, part.end), reaching))
            left = tuple(Seen(part.kind, sentence.text[part.start : part.end]) for part in held)
            if left:
                yield Unchecked(Source(draft.document, draft.path, *where, start, end, draft.text[start:end]), left, bool(reaching))


class _Part(NamedTuple):
    """A stretch of a sentence that could be wrong: `kind` is what it is, `ident` whom or what it stands for, where that is known."""

    start: int
    end: int
    kind: str
    ident: str = ""


def _held(masked: Masked) -> list[_Part]:
    """What is tagged in a sentence, and other names and numbers, in the text's order."""
    parts = [_Part(span.start, span.end, TOLD[span.kind], getattr(span.what, "id", "")) for span in masked.spans if span.kind in _SAYING]
    taken, text = {at for span in masked.spans for at in range(span.start, span.end)}, masked.sentence.text
    others = [_Part(found.start, found.end, "name") for found in find_capitalised(text) if _is_name(text, found)]
    others += [_Part(*found.span(), "number") for found in _NUMBER_RE.finditer(text)]
    return sorted([*parts, *(part for part in others if taken.isdisjoint(range(part.start, part.end)))])


def _is_told(part: _Part, place: tuple[int, int], claims: Iterable[Claim]) -> bool:
    """Whether the words of a claim hold it, or one is of whoever it names: `Ahn Seo-rin said that she will be back`."""
    is_held = any(claim.source.start < place[1] and place[0] < claim.source.end for claim in claims)
    return is_held or (bool(part.ident) and any(part.ident in ids_of(claim) for claim in claims))


def _is_name(text: str, found: Mention) -> bool:
    """Whether a run of capitalised words is somebody's or something's name: not the first word alone of a sentence."""
    opens = not text[: found.start].strip("\"'\u201c\u2018( -*")
    said = re.split(r"[ -]", found.text.lower())
    return (" " in found.text or not opens) and not all(word in _NO_NAME for word in said)


def ignored_lines(text: str) -> frozenset[int]:
    """The lines of a draft that `<!-- aoud: ignore -->` leaves out: its own, and where it stands alone the next one."""
    places, found = Lines(text), set()
    for match in _IGNORE_RE.finditer(text):
        number, column = places.place(match.start())
        before, behind = text[match.start() - column + 1 : match.start()], LINE_END_RE.split(text[match.end() :], maxsplit=1)[0]
        found.add(number if before.strip() or behind.strip() else number + 1)
    return frozenset(found)
