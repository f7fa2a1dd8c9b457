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
    "source.based_on": "fixed",
    "source.author": "fixed",
    "release.premiere": "plan",
    "release.platform": "many",
    "renewal.announced": "fixed",
    "production.filming_start": "plan",
    "production.filming_end": "plan",
    "production.status": "state",
    "production.location": "many",
    "viewership.hours": "total",
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
