"""What a sentence tells, before it is known whose season it is and how certain: a claim to be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple

from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.claims.seasons.named import Step, Whose
from aoud_cli.model import DateValue, Entity, Value

SHOW: Final = Entity("show", "show", "show")


@dataclass(frozen=True)
class Statement:
    """A claim before it has its certainty and its id: offsets are in the masked sentence."""

    rule: Rule
    make: Make
    line: Line
    start: int
    end: int
    subject: Entity
    value: Value
    token: str  # what its value was read from
    surface: str
    ambiguous: bool
    candidates: tuple[Whose, ...] = ()  # whose season it may be; `premieres.settle` decides
    ahead: bool = False  # told as still to come
    is_fact: bool = True  # told as certain and not denied
    season: int | None = None
    step: Step = ""
    part: int | None = None
    again: bool = False  # what somebody does as they did in the season before

    @property
    def is_abroad(self) -> bool:
        """Whether it tells a date for another place than the show's own: `landed over there on 8 April`."""
        return isinstance(self.value, DateValue) and self.value.where is not None


def placed(statement: Statement, season: int | None, step: Step) -> Statement:
    """The statement with its season, as its subject where it tells of a season."""
    if statement.make.subject in ("season", "work"):
        return replace(statement, season=season, step=step, subject=SHOW if season is None else Entity.season(season))
    return replace(statement, season=season, step=step)


class Lost(NamedTuple):
    """A claim of a predicate that was nearly made in a sentence (its `place`), and what came in its way."""

    place: int
    key: str
    stage: Literal["screen", "attachment", "value"]
    detail: str  # the screen, or the event that has the date
