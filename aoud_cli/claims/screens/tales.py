"""What is told of a part or a performer without being so: what somebody believes, what nearly was, what another version has."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import Said
from aoud_cli.english import pattern

_BELIEVED_RE = pattern(r"(?:<c\d+>|\b{believers})(?: [a-z]+ly)? {believes} (?:that )?[^.;:,|]*$")
_WEIGHED_RE = pattern(r"\b{only_weighed} (?:[a-z]+ )?$")
_UNTIL_RE, _DREAMT_RE = pattern(r" until\b"), pattern(r"\b{only_dreamt}\b")


def is_believed(said: Said) -> bool:
    """`Ed thinks that Kit is dead`, `never considered killing off Nora`, `is presumed dead until the finale`, `turns out to be a dream`."""
    text = said.line.masked.text
    if _BELIEVED_RE.search(text, 0, said.match.end()) or _WEIGHED_RE.search(text, 0, said.match.start()):
        return True
    is_death = said.make.key == "character.fate" and said.make.term == "dead"
    return is_death and (_UNTIL_RE.match(text, said.match.end()) or _DREAMT_RE.search(text, said.match.end())) is not None


_VERSION_RE = pattern(
    r"\b(?:in|of|for|from) {which_version} (?:[a-z0-9-]+ ){0,3}?{other_versions}\b(?! of \W?<w)"
    r"|\b{versions_of_shows} of \"?<t\d+>|\bcosplay"
)


def is_of_another_version(said: Said) -> bool:
    """`X will play Nora in the US remake`, `in a Comic Relief sketch, X played Ed`."""
    return _VERSION_RE.search(said.line.masked.text) is not None


_ALMOST_RE = pattern(r"\b{almost_words}\b[^.;,]*$")


def is_almost(said: Said) -> bool:
    """`auditioned to play Silas`, `who almost played Ed`, `was nearly written out`: it did not come to that."""
    text = said.line.masked.text
    left, _ = cues.clause(text, *said.match.span())
    return _ALMOST_RE.search(text, left, said.match.end()) is not None


_BACKGROUND_RE = pattern(r"\b{background_openers} (?:<p\d+> |[a-z]+ )?$")
_PAST_RE = pattern(r"\b(?:{was_or_were}|{came_or_went})\b")


def is_background(said: Said) -> bool:
    """`before he was cast in the show`, `when X joined in 2020`: how it came to be, and no news."""
    text = said.line.masked.text
    return _BACKGROUND_RE.search(text, 0, said.match.start()) is not None and _PAST_RE.search(said.match.group()) is not None
