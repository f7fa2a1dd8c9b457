"""What the constructions make, in the form of rules: everything that comes after reading asks them all the same things."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Final

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.constructions.fates import FATE
from aoud_cli.claims.constructions.figures import KEYS
from aoud_cli.claims.constructions.occupations import OCCUPATION, TITLE
from aoud_cli.claims.constructions.places import LOCATION, SETTING
from aoud_cli.claims.constructions.relations import RELATION
from aoud_cli.claims.constructions.shows import NAMED_LAST
from aoud_cli.claims.constructions.trailers import TRAILER
from aoud_cli.claims.constructions.undated import PREMIERE
from aoud_cli.claims.lexicon import CREDIT, Entry
from aoud_cli.claims.rules import Make, Rule, SeasonDefault
from aoud_cli.claims.tokens import DENIERS
from aoud_cli.model import Certainty
from aoud_cli.predicates import EVENTS

DATED: Final = {  # the constructions of dated events: their words stand in english/events.yaml
    key: Rule(id=f"event.{key}", on=(), pattern="", makes=(Make(key, "season", "date", None),), where="english/events.yaml")
    for key in EVENTS
}
SCHEDULE: Final = "release.schedule"
DATED[SCHEDULE] = Rule("event.release.schedule", (), "", makes=(Make(SCHEDULE, "season", None, "in_parts"),), where="english/events.yaml")
FIGURED: Final = {
    key: Rule(id=f"figure.{key}", on=(), pattern="", makes=(Make(key, "season", letter, None),), where="english/figures.yaml")
    for letter, key in KEYS.items()
}
# Classes of words that tell of the show.
_OF_SHOWS = ("back_for", "paces", "splits", "of_show", "of_shoot", "to_show", "last_with", "deeds", "things", "lasts")


_KNOWN = (NAMED_LAST, TITLE, "post", "genitive")  # what nobody doubts, whatever is hoped of it: "X, the creator, is expected to stay"


@lru_cache(maxsize=512)
def constructed_rule(construction: str, entry: Entry) -> Rule:
    """What a construction makes of a word of the lexicon."""
    rule = Rule(f"{construction}.{entry.key}", (entry.word,), "", makes=(_make(entry),), denied=entry.denied, where=entry.where)
    told = entry.key in (TRAILER, PREMIERE)  # whether there is one is told or not: no word weakens or denies it
    return replace(
        rule, season=_season(entry), certainty=Certainty.CERTAIN if told else None,
        hedge=entry.key != RELATION and construction not in _KNOWN and not _is_open(entry) and not _is_post(construction, entry),
        negation=not (told or construction in _PRESUPPOSED or entry.kind in _NEVER_DENIED or _denies(entry)),
    )  # fmt: skip


# Classes of words that say themselves what is denied, or stand in a reason: "X's character, Y, won't be back".
_NEVER_DENIED = ("asks", "denied_only", "parts")


# "Won't return for season 2 of the <platform> series": it is that platform's all the same.
_PRESUPPOSED = ("answer", "owner", "of it", TITLE)


def _season(entry: Entry) -> SeasonDefault:
    """Of which season a word tells: fates of the first that was told, but what somebody has become they remain; a date of the next."""
    if entry.key == FATE:
        return "context" if entry.term == "hybrid" else "first"
    return "none" if entry.kind == "works" else "upcoming" if entry.key == PREMIERE else "context"


def _is_post(construction: str, entry: Entry) -> bool:
    """Whether somebody is only called by their post: `if that seems short, creator X says`."""
    return construction == "title" and entry.key.startswith("crew.")


def _is_open(entry: Entry) -> bool:
    """Whether what is told is that nobody knows: "whether" makes that no less certain."""
    return entry.key == "cast.status" and entry.kind == "asks"


def _denies(entry: Entry) -> bool:
    """Whether a word of the lexicon has its denial in itself: `not so lucky`, `without`."""
    return not DENIERS.isdisjoint(entry.word.split()) or cues.denies(entry.word)


def _make(entry: Entry) -> Make:
    if entry.key == "cast.plays":
        return Make(entry.key, "performer", "character", None)
    if entry.key == RELATION:
        return Make(entry.key, "character", None, None)
    if entry.key == "episodes.count":
        return Make(entry.key, "season", "episodes", None)
    if entry.key == OCCUPATION:
        return Make(entry.key, "character", "job", None)
    if entry.term == CREDIT:
        return Make(entry.key, _about_credit(entry), _slot(entry), None)
    return Make(entry.key, _about(entry), None, entry.term)


def _about_credit(entry: Entry) -> str:
    """What a person, a place or a platform is credited to."""
    return "show" if entry.kind == "works" else "season" if entry.key == LOCATION else "work"


def _slot(entry: Entry) -> str:
    """What fills in the value of a credit."""
    if entry.kind in ("carries", "carried"):
        return "platform"
    return "place" if entry.key in (LOCATION, SETTING) else "person"


def _about(entry: Entry) -> str:
    """What a term is told of."""
    if entry.key == FATE:
        return "character"
    if entry.kind == "works":
        return "show"
    if entry.key == "renewal.cancelled":
        return "work"
    return "season" if entry.key in (TRAILER, PREMIERE) or entry.kind in _OF_SHOWS else "person"
