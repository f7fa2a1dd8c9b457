"""Whom or what a statement is about: what a span or a pronoun stands for in a slot."""

from __future__ import annotations

import re

from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import CONTEXT, Make
from aoud_cli.claims.statement import SHOW
from aoud_cli.model import Entity
from aoud_cli.spans.mask import Masked, Pronoun


def subject_of(make: Make, line: Line, token: str) -> Entity | None:
    """Whom or what a claim is about; of a season which one is decided later."""
    if make.subject in CONTEXT:
        return SHOW
    what = line.masked.span(token).what if token.startswith("<") else None
    if isinstance(what, Pronoun):
        what = _antecedent(what, make.subject)
    if not isinstance(what, Entity):
        return None
    return Entity(what.id, what.name, "person") if make.key == "cast.plays" else what


def _antecedent(pronoun: Pronoun, slot: str) -> Entity | None:
    """Whom a pronoun stands for in a slot."""
    if slot.startswith("character"):
        return pronoun.character
    return pronoun.performer or pronoun.character if slot.startswith("name") else pronoun.performer


def is_of_the_show(make: Make, subject: Entity | None) -> bool:
    """What another title nearby would make doubtful: a fact of a season or of the show, its source apart, which has a title of its own."""
    return subject is not None and subject.kind in ("season", "show") and not make.key.startswith("source.")


def surface_of(subject: str, value: str, masked: Masked) -> str:
    """The article's words for whom a statement is about and for its value, with a NUL between them."""
    words = (masked.span(t) for t in (subject, value) if t.startswith("<"))
    return "\0".join(masked.sentence.text[s.start : s.end] for s in words)


def is_ambiguous(masked: Masked, subject: str, value: str) -> bool:
    """Two new names side by side in a rule that either order fits, such as a parenthesis."""
    return (
        all(t.startswith("<n") for t in (subject, value))
        and re.search(re.escape(f"{value} ({subject})") + "|" + re.escape(f"{subject} ({value})"), masked.text) is not None
    )
