"""Which part those may have of whom nothing was read: by the words in the sentences that name them, as a hint for who writes a profile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aoud_cli.english import pattern
from aoud_cli.ground.text import fold
from aoud_cli.model import Article
from aoud_cli.spans.sentences import sentences

_CUES = (
    ("a performer", pattern(r"\b{suggests_performers}\b")),
    ("a character", pattern(r"\b{suggests_characters}\b")),
    ("of the crew", pattern(r"\b{suggests_crew}\b")),
    ("nobody of the show", pattern(r"\b{suggests_nobody}\b")),
)
NEAR = 60  # code points on either side of a name


class Suggestion(NamedTuple):
    """A name with the part that it may have ('' where nothing tells), and where the first words stand that name it."""

    name: str
    role: str
    document: str
    words: str


def suggest(names: Iterable[str], articles: Sequence[Article]) -> list[Suggestion]:
    """What the words around each name hint at, in the order of the names; those that no sentence holds are left out."""
    texts = [(article.document, sentence.text) for article in articles for sentence in sentences(fold(article.text).text)]
    found = (_suggestion(name, texts) for name in names)
    return [one for one in found if one is not None]


def _suggestion(name: str, texts: Sequence[tuple[str, str]]) -> Suggestion | None:
    named = [(document, text, text.find(name)) for document, text in texts if name in text]
    if not named:
        return None
    hints: Counter[str] = Counter()
    for _, text, at in named:
        near = [role for role, cue in _CUES if cue.search(text[max(0, at - NEAR) : at + len(name) + NEAR].lower())]
        hints.update(near or (role for role, cue in _CUES if cue.search(text.lower())))  # a long list has its word at its head
    best = hints.most_common(2)
    is_clear = bool(best) and (len(best) == 1 or best[0][1] > best[1][1])
    document, text, at = named[0]
    return Suggestion(name, best[0][0] if is_clear else "", document, text[max(0, at - NEAR // 2) : at + len(name) + NEAR])
