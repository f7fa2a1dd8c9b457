"""Names that are one slip of the pen from a known one: `Moon Ha-enu` is Moon Ha-eun; `Moon Ha-yeon` is somebody else than Moon Ha-yoon.

A written name that is a name itself is never a slip: each of its syllables one of Korean, or each of its words one of somebody known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from aoud_cli.names.spelling import find_capitalised, is_korean, squash, words_of

if TYPE_CHECKING:
    from aoud_cli.names.profile import Profile

ALIKE = 90  # of 100, rapidfuzz's ratio
LEAD = 3  # by which the name that is meant is nearer than any other
_SHORT = 5  # letters: of shorter words (Jon, John) a letter makes another name
_FULL = (2, 3)  # words of a full name


def find_misspelt(text: str, profile: Profile) -> Mapping[str, str]:
    """Squashed spelling -> the known name that was meant, for each full name in folded text that is one slip from exactly one."""
    names = {form: person.name for person in profile.people for form in (person.name, *person.aliases) if len(form.split()) in _FULL}
    known_words = {word for form in names for word in words_of(form)}
    found: dict[str, str] = {}
    for mention in find_capitalised(text):
        written = words_of(mention.text)
        if len(written) not in _FULL or known_words.isdisjoint(written) or squash(mention.text) in found:
            continue
        if not (profile.is_known(mention.text) or _is_a_name(mention.text, written, known_words)):
            meant = _meant(mention.text, names)
            if meant is not None:
                found[squash(mention.text)] = meant
    return found


def _is_a_name(text: str, written: Iterable[str], known_words: set[str]) -> bool:
    """Whether what is written is a name as it stands; a short word may always be one."""
    unknown = [word for word in written if word not in known_words]
    return is_korean(text) or not unknown or any(len(word.replace("-", "")) < _SHORT for word in unknown)


def _meant(text: str, names: Mapping[str, str]) -> str | None:
    """The one known name that differs by a letter too many, too few, wrong, or two that changed places."""
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    choices = {name: name.casefold() for name in names}
    near = process.extract(text.casefold(), choices, scorer=fuzz.ratio, score_cutoff=ALIKE - LEAD, limit=3)
    if not near or near[0][1] < ALIKE or OSA.distance(text.casefold(), near[0][2].casefold()) > 1:
        return None
    others = [score for _, score, name in near[1:] if names[name] != names[near[0][2]]]
    return None if others and near[0][1] - others[0] < LEAD else names[near[0][2]]
