"""Every predicate that a claim can have, a row each: what kind of fact it states, with what kind of value, and what others call it.

A new predicate is a row here, its words (rules/, english/) and their tests; `tests/test_predicates.py` says what was forgotten.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from aoud_cli.model import Unit

# fixed: one true value. plan: a date that may move until it happens. state: may change with time.
# total: never falls as its window grows. many: several values are true together. interval: checked by arithmetic.
Fact = Literal["fixed", "plan", "state", "total", "many", "interval"]
ValueKind = Literal["entity", "date", "quantity", "term", "relation", "text"]


class Predicate(NamedTuple):
    """One row. `label` is the fact in the words of a reader; `unit` that of its figures.

    `season`: it belongs to one season, and where nothing tells which it is compared with nothing. `part`: a season has one for each of
    its parts. `step`: its place in the order in which a season's events must come, from 1; 0 for no event. `names`: the fewest names
    that make a list of it, so that a later list which leaves one out says something; 0 for what nobody lists. `wikidata` and
    `schema` are the property of Wikidata (with its qualifier) and the term of schema.org that say the same.
    """

    fact: Fact
    value: ValueKind
    label: str
    wikidata: str = ""
    schema: str = ""
    unit: Unit | None = None
    season: bool = False
    part: bool = False
    step: int = 0
    names: int = 0


PREDICATES: dict[str, Predicate] = {
    "cast.plays": Predicate("fixed", "entity", "plays", "P161 with P453", "actor, PerformanceRole.characterName"),
    "cast.status": Predicate("state", "term", "in the cast", season=True, names=3),
    "crew.director": Predicate("many", "entity", "director", "P57", "director", names=2),
    "crew.writer": Predicate("many", "entity", "writer", "P58", "author", names=2),
    "crew.creator": Predicate("many", "entity", "creator", "P170", "creator"),
    "crew.showrunner": Predicate("many", "entity", "showrunner"),
    "source.based_on": Predicate("fixed", "term", "based on", "P144", "isBasedOn"),
    "source.author": Predicate("fixed", "entity", "author of the source", "P50 of the source", "author of the source"),
    "release.premiere": Predicate("plan", "date", "premiere", "P577 (season: P580)", "startDate", season=True, part=True, step=4),
    "release.finale": Predicate("plan", "date", "finale", "P582", "endDate", season=True, part=True, step=5),
    "release.schedule": Predicate("plan", "term", "released", season=True),
    "release.platform": Predicate("many", "entity", "platform", "P449", "publishedOn"),
    "renewal.announced": Predicate("fixed", "date", "renewal announced", "P6949", season=True, step=1),
    "renewal.cancelled": Predicate("fixed", "date", "cancelled"),
    "renewal.final": Predicate("fixed", "term", "final season", season=True),
    "production.filming_start": Predicate("plan", "date", "filming starts", "P793 with P580", season=True, step=2),
    "production.filming_end": Predicate("plan", "date", "filming ends", "P793 with P582", season=True, step=3),
    "production.status": Predicate("state", "term", "production", "", "creativeWorkStatus", season=True),
    "production.location": Predicate("many", "text", "filmed in", "P915", "locationCreated", season=True, names=2),
    "viewership.hours": Predicate("total", "quantity", "hours viewed", unit="hour", season=True, part=True),
    "viewership.views": Predicate("total", "quantity", "views", unit="view", season=True, part=True),
    "viewership.households": Predicate("total", "quantity", "households", unit="household", season=True, part=True),
    "viewership.viewers": Predicate("total", "quantity", "viewers", "P5436", "InteractionCounter", unit="viewer", season=True, part=True),
    "viewership.countries": Predicate("total", "quantity", "countries in the chart", unit="country", season=True, part=True),
    "viewership.rank": Predicate("state", "quantity", "rank", "P1352", unit="rank", season=True, part=True),
    "episodes.count": Predicate("fixed", "quantity", "episodes", "P1113", "numberOfEpisodes", unit="episode", season=True, part=True),
    "episodes.runtime_minutes": Predicate("fixed", "quantity", "minutes an episode", "P2047", "timeRequired", unit="minute", season=True),
    "setting.place": Predicate("many", "text", "set in", "P840", "contentLocation"),
    "setting.time_jump": Predicate("fixed", "text", "time jump"),
    "trailer.available": Predicate("state", "term", "trailer", "P1651", "trailer", season=True),
    "character.occupation": Predicate("state", "text", "occupation", "P106", "hasOccupation"),
    "character.fate": Predicate("state", "term", "fate", "P570 where dated", "deathDate"),
    "character.relation": Predicate("many", "relation", "relation", "P22, P25, P3373, P26, P1038", "parent, sibling, spouse, relatedTo"),
    "interval.elapsed": Predicate("interval", "quantity", "time between", unit="day"),
}
TOPICS: tuple[str, ...] = tuple(dict.fromkeys(key.split(".")[0] for key in PREDICATES))
FACTS: dict[str, Fact] = {key: row.fact for key, row in PREDICATES.items()}
LABELS: dict[str, str] = {key: row.label for key, row in PREDICATES.items()}
SEASONAL = frozenset(key for key, row in PREDICATES.items() if row.season)
PARTED = frozenset(key for key, row in PREDICATES.items() if row.part)
# The events of a season in the order in which they must come, the first first.
EVENTS: tuple[str, ...] = tuple(sorted((key for key, row in PREDICATES.items() if row.step), key=lambda key: PREDICATES[key].step))
MADE_AND_OUT = EVENTS[1:]  # what becomes of a season; the order for more comes first of all
MILESTONES = EVENTS[:4]  # the finale, which follows from the premiere, is none
