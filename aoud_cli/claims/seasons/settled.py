"""What the claims of an article that have their season say of those that have it only by time: a shoot that goes on, a debut just told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from aoud_cli.claims.seasons.calendar import PREMIERE, is_from
from aoud_cli.claims.seasons.out import day_told
from aoud_cli.claims.statement import Statement, placed
from aoud_cli.english import pattern
from aoud_cli.model import Asserted

PAST_RE = pattern(r"\b{told_as_past}\b")
SHOOT = timedelta(days=200)  # that begins within, an article from a place of filming is about
_SHOT_KEYS = ("production.filming_start", "production.status")


def as_shot_now(statements: Iterable[Statement], when: Asserted) -> Iterator[Statement]:
    """Places of filming that nothing numbers, in an article that tells of the shoot of a season as going on, as that season's."""
    told = list(statements)
    seasons = {one.season for one in told if one.make.key in _SHOT_KEYS and one.step == "clause" and _is_going_on(one, when)}
    season = next(iter(seasons)) if len(seasons) == 1 else None
    for one in told:
        is_one = (
            season and one.make.key == "production.location" and one.step in ("time", "") and PAST_RE.search(one.line.masked.text) is None
        )
        yield placed(one, season, "time") if is_one else one


def _is_going_on(statement: Statement, when: Asserted) -> bool:
    """Whether a statement tells that a season is being shot when the article is written."""
    day = day_told(statement)
    if day is None:
        return statement.make.term == "underway" and statement.is_fact
    began = day.latest is not None and when.latest is not None and day.latest <= when.latest
    return began and when.earliest is not None and is_from(day, when.earliest - SHOOT)


OF_DEBUT = ("episodes.", "crew.", "viewership.")  # what is told of a season behind the day on which it came out
_GOES_ON_RE = pattern(
    r"\W*(?:(?:the|this) (?:<e\d+>[ -])?(?:[a-z-]+ )?{show_kinds} (?:is|was|were)\b|its <e\d+>)(?![^.;]*\b{of_the_new}\b)"
)


def as_debuted(statements: Sequence[Statement]) -> Iterator[Statement]:
    """What only a headline gives to its season is of the one whose day the sentence before tells: `Released on October 12, 2022, it is a
    thriller. The 8-episode drama is directed by X`."""
    debuts = {d.line.masked.text: d.season for d in statements if d.make.key == PREMIERE and d.step == "date" and d.is_fact and not d.ahead}
    for statement in statements:
        is_open_yet = statement.step in ("heading", "time") and statement.make.key.startswith(OF_DEBUT) and not statement.ahead
        goes_on = is_open_yet and statement.line.before in debuts and _GOES_ON_RE.match(statement.line.masked.text) is not None
        season = debuts[statement.line.before] if goes_on else None
        yield statement if season is None else placed(statement, season, "date")
