"""The nearest of some words to one that is none of them: for questions such as `did you mean 'cast'?`."""

from __future__ import annotations

from collections.abc import Callable, Iterable

ALIKE = 60  # of 100: 'cats' is 75 to 'cast', 'viewers' 71 to 'viewership'; unrelated words stay under 55
LONGEST = 200  # characters that are looked at: more are no slip


def nearest(word: str, known: Iterable[str], *, alike: float = ALIKE, most: int = 3, key: Callable[[str], str] = str.lower) -> list[str]:
    """The known words that are alike enough to be meant, the nearest first, at most `most`; both are compared by their `key`.

    `alike` is a share of 100 of letters in the same order (rapidfuzz's ratio).
    """
    from rapidfuzz import fuzz, process

    choices = {name: key(name)[:LONGEST] for name in sorted(set(known))}
    found = process.extract(key(word)[:LONGEST], choices, scorer=fuzz.ratio, score_cutoff=alike, limit=most)
    return [name for _, _, name in found]


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'cast'?)`, or nothing where no known word is near."""
    near = nearest(word, known, most=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
