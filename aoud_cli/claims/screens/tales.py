"""What is told of a part or a performer without being so: what somebody believes, what nearly was, what another version has."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import Said
from aoud_cli.english import pattern
from aoud_cli.spans.offshoots import Offshoot

# Right before those of whom it is believed: "Ed thinks that Kit is dead", not "suspects Silas after Kit is murdered"
_BELIEVED_RE = pattern(
    r"(?:<c\d+>|\b{believers})(?: [a-z]+ly)? (?:{believes} (?:that )?|{led_to_believe} that )"
    r"(?P<kin>{their} (?:[a-z]+ ){0,2}|the (?:[a-z]+ )?)?(?=<[cnpak]\d+>)"
)
_WEIGHED_RE = pattern(r"\b{only_weighed} (?:[a-z]+ )?$")
_UNTIL_RE, _DREAMT_RE = pattern(r" until\b"), pattern(r"\b{what_is_dreamt} (?:all )?{only_dreamt}\b")


def is_believed(said: Said) -> bool:
    """`Ed thinks that Kit is dead`, `never considered killing off Nora`, `is presumed dead until the finale`, `turns out to be a dream`."""
    text, (start, end) = said.line.masked.text, said.match.span()
    is_kin = said.make.key == "character.relation"  # "believes that her brother Kit is in danger": that he is her brother is so
    told = (found for found in _BELIEVED_RE.finditer(text, 0, end) if not (is_kin and found["kin"]))
    believed = any(found.end() == start or start <= found.start() < end for found in told)
    if believed or _WEIGHED_RE.search(text, 0, start):
        return True
    is_death = said.make.key == "character.fate" and said.make.term == "dead"
    return is_death and (_UNTIL_RE.match(text, end) or _DREAMT_RE.search(text, end)) is not None


_VERSION = r"(?:[a-z0-9-]+ ){0,3}?{other_versions}\b(?! of (?:\W?<w|the [a-z]|[A-Z]))"
_IN_VERSION_RE = pattern(rf"(?: [a-z]+)? (?:in|of|for|from) {{which_version}} {_VERSION}")
_OF_VERSION_RE = pattern(rf"\W*(?:(?:in|for) )?(?:{{which_version}} )?(?:{_VERSION}|(?:[a-z]+ )?{{versions_of_shows}} of \W?<t\d+>)")
_IN_WORK_RE, _OF_WORK_RE = pattern(r"(?: [a-z]+)? (?:in|of|for|from) (?P<work><w\d+>)"), pattern(r"\W*(?:in|for) (?P<work><w\d+>)(?!'s)")
_STARS_RE = pattern(r"\W*(?P<work><w\d+>),? (?:(?:which|{small_verbs}|to) )*{stars_stems}")  # "The US remake stars X as Y"
_COSTUME_RE = pattern(r"\bcosplay(?:er|ers|ing)?[^.;,]{0,20}$|\bdressed (?:up )?$")


def is_of_another_version(said: Said) -> bool:
    """`X will play Nora in the US remake`, `In a Comic Relief sketch, X played Ed`, `Cosplayer X as Nora`."""
    masked, (start, end) = said.line.masked, said.match.span()
    text = masked.text
    works = filter(None, (_IN_WORK_RE.match(text, end), _OF_WORK_RE.match(text), _STARS_RE.match(text)))
    if any(isinstance(masked.span(work["work"]).what, Offshoot) for work in works):
        return True
    return (_IN_VERSION_RE.match(text, end) or _OF_VERSION_RE.match(text) or _COSTUME_RE.search(text, 0, start)) is not None


_ALMOST_RE = pattern(r"\b{almost_words} {almost_deeds}\b")
_TRIED_RE = pattern(r"\b{tries_for_parts} (?:{titles_before_parts}\.? )?$")


def is_almost(said: Said) -> bool:
    """`auditioned to play Silas`, `who almost played Ed`, `was nearly written out`: it did not come to that."""
    text, (start, end) = said.line.masked.text, said.match.span()
    left, _ = cues.clause(text, start, end)
    at = said.value_place()
    return said.overlaps(_ALMOST_RE, left, end) or (at > 0 and _TRIED_RE.search(text, left, at) is not None)


_BACKGROUND_RE = pattern(r"\b{background_openers} (?:<p\d+> |[a-z]+ )?$")
_PAST_RE = pattern(r"\b(?:{was_or_were}|{came_or_went})\b")
_DATED_RE = pattern(r"[^.;,]{0,40}<s\d+>")


def is_background(said: Said) -> bool:
    """`before he was cast in the show`, `when X joined in 2020`: how a newcomer once came, and no news; unless the season is told."""
    text = said.line.masked.text
    if said.make.term != "new" or "<s" in said.match.group() or _DATED_RE.match(text, said.match.end()):
        return False
    return _BACKGROUND_RE.search(text, 0, said.match.start()) is not None and _PAST_RE.search(said.match.group()) is not None
