"""Works that nothing knows but by their capitals: `Broadchurch was filmed in Dorset`, `Line of Duty's finale had 12.8 million viewers`."""

from __future__ import annotations

from aoud_cli.claims.screens.said import Said
from aoud_cli.english import ordinary_words, pattern, words

_NAME = r"(?P<name>[A-Z][\w-]*(?: (?:{inside_titles} )?[A-Z][\w-]*){0,4}(?:: [A-Z]\w*(?: [A-Z]\w*){0,3})?)"
_DOES = r"['\u2019]s (?:{parts_of_series})\b| (?:{were_forms}|will be) (?:{done_to_series})\b| (?:{series_do})\b"
_SUBJECT_RE = pattern(rf"\W*{_NAME}(?:{_DOES})")
_BEGAN_RE = pattern(rf"\b(?:{{opens_a_time}}) {_NAME} $")
_ITS_SEASON_RE = pattern(r"\b(?:its|{their}) (?:[a-z]+ ){0,2}<s\d+>")
_GENERIC = frozenset(words("generic_title_words"))


def is_of_an_unknown_show(said: Said) -> bool:
    """Whether a sentence that names neither the show nor a season has another name as what it tells of, or that name right before the
    words: `has changed a lot since Z-Cars began in 1962`."""
    masked = said.line.masked
    ours = "t" in masked.kinds or ("s" in masked.kinds and _ITS_SEASON_RE.search(masked.text) is None)
    if ours or not masked.sentence.text.rstrip("\"'\u201d)").endswith((".", "!", "?")):
        return False  # a headline writes all with capitals
    cased = masked.cased
    begins = _SUBJECT_RE.match(cased)
    began = _BEGAN_RE.search(cased, 0, said.match.start()) if said.make.key.startswith("release.") else None  # not "after CBS cancelled it"
    return any(found is not None and _is_a_title(found["name"]) for found in (begins, began))


def _is_a_title(name: str) -> bool:
    told = [word.lower() for word in name.partition(":")[0].replace("-", " ").split()]
    if not _GENERIC.isdisjoint(told):
        return False  # "Principal Photography was completed", "Season Finale"
    return len(told) > 1 or not ordinary_words().issuperset(told)
