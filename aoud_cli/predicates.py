"""Every topic and predicate that a claim can have, with the kind of fact it states."""

from __future__ import annotations

from typing import Literal

Fact = Literal["fixed", "plan", "state", "total", "many", "interval"]

# fixed: one true value. plan: a date that may move until it happens. state: may change with time.
# total: never falls as its window grows. many: several values are true together. interval: checked by arithmetic.
FACTS: dict[str, Fact] = {
    "cast.plays": "fixed",
    "cast.status": "state",
    "crew.director": "many",
    "crew.writer": "many",
    "crew.creator": "many",
    "crew.showrunner": "many",
    "source.based_on": "fixed",
    "source.author": "fixed",
    "release.premiere": "plan",
    "release.finale": "plan",
    "release.schedule": "plan",
    "release.platform": "many",
    "renewal.announced": "fixed",
    "renewal.cancelled": "fixed",
    "renewal.final": "fixed",
    "production.filming_start": "plan",
    "production.filming_end": "plan",
    "production.status": "state",
    "production.location": "many",
    "viewership.hours": "total",
    "viewership.views": "total",
    "viewership.households": "total",
    "viewership.viewers": "total",
    "viewership.countries": "total",
    "viewership.rank": "state",
    "episodes.count": "fixed",
    "episodes.runtime_minutes": "fixed",
    "setting.place": "many",
    "setting.time_jump": "fixed",
    "trailer.available": "state",
    "character.occupation": "state",
    "character.fate": "state",
    "character.relation": "many",
    "interval.elapsed": "interval",
}

TOPICS: tuple[str, ...] = tuple(dict.fromkeys(key.split(".")[0] for key in FACTS))

# What a season has one of for each of its parts; the premiere of a season is that of its first part.
PARTED = frozenset({"release.premiere", "release.finale", "episodes.count", *(key for key in FACTS if key.startswith("viewership."))})
# Facts that belong to one season: where nothing tells which, they are compared with nothing.
SEASONAL = frozenset(
    key
    for key in FACTS
    if key.split(".")[0] in ("release", "production", "viewership", "episodes", "trailer")
    or key in ("cast.status", "renewal.announced", "renewal.final")
) - {"release.platform"}
