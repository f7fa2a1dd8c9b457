"""Works beside the show that are called by their kind alone: `the spin-off`, `an English-language version`.

A show may be one of these itself: of a prequel "the prequel" is the show, as an article tells that calls it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aoud_cli.english import pattern, words
from aoud_cli.ground.text import lower


class Offshoot(str):
    """What a work beside the show is called, where it is called by its kind."""


_KIND = r"(?:(?:{kinds_of_versions}(?:-language)?|foreign-language) {versions_beside}|{kinds_of_offshoots})"
_OFFSHOOT_RE = pattern(rf"(?:\b(?:the|its|that)|^\W*an?) (?P<kind>{_KIND})(?: (?:series|show)\b)?(?![\w-])(?! (?:of|to|for|about)\b)")
_CALLED_RE = pattern(
    rf"[\"'*]{{0,2}}(?:,| \(|,? (?:which )?(?:is|was)) ?(?:an?|the) (?:(?!{{no_callings_of_shows}}\b)[\w'-]+ ){{0,6}}?(?P<kind>{_KIND})\b"
)
_CALLS_RE = pattern(rf"\b(?P<kind>{_KIND})(?: (?:series|show|drama))? [\"'*]{{0,2}}$")
_OF_WORK_RE = pattern(r"[\"'*]{0,2} (?P<kind>{kinds_of_offshoots})\b")
_TO_WORK_RE = pattern(r"\b(?P<kind>{kinds_of_offshoots})(?: series)? (?:to|of) (?:the )?[\"'*]{0,2}$")
_CUES = words("offshoot_cues")  # of which one must occur: most sentences hold none
_SPUN = frozenset({"spinoff", "prequel", "sequel"})  # one and the same show is called either
_BEFORE = 48  # code points before a title


def own_kinds(text: str, titles: tuple[str, ...], works: tuple[str, ...]) -> frozenset[str]:
    """The kinds, in small letters and closed up, by which folded text calls the show itself: `<title>, a prequel to <work>`, `the <work>
    prequel`."""
    own, low = set[str](), lower(text)
    if not any(cue in low for cue in _CUES):
        return frozenset()
    for at, end in _places(text, titles):
        if text[end : end + 1] != ":":
            own |= _kinds(_CALLED_RE.match(low, end), _CALLS_RE.search(low, max(0, at - _BEFORE), at))
    for at, end in _places(text, works):
        own |= _kinds(_OF_WORK_RE.match(low, end), _TO_WORK_RE.search(low, max(0, at - _BEFORE), at))
    return frozenset(own | _SPUN) if own & _SPUN else frozenset(own)


def find_offshoots(low: str, own: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where folded text in small letters calls a work beside the show by its kind; `own` are the kinds that the show is called by."""
    for match in _OFFSHOOT_RE.finditer(low) if any(cue in low for cue in _CUES) else ():
        if not own or own.isdisjoint(_kinds(match)):
            yield match.span()


def _kinds(*found: re.Match[str] | None) -> set[str]:
    kinds = (match["kind"].replace("-", "").split() for match in found if match is not None)
    return {word for words_of in kinds for word in (words_of[0], words_of[-1])}


def _places(text: str, names: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for name in names:
        yield from (match.span() for match in re.finditer(re.escape(name), text))
