"""Hand-made gold as Claims and Articles: what the findings floor would be given by a perfect reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from places import TESTS

from aoud_cli.model import (
    Article,
    Asserted,
    Bound,
    Certainty,
    Claim,
    DateRange,
    DateValue,
    Entity,
    EntityKind,
    EntityValue,
    QuantityValue,
    RelationValue,
    Source,
    TermValue,
    TextValue,
    Unit,
    Value,
)
from aoud_cli.names.profile_file import parse_profile
from aoud_cli.predicates import FACTS
from aoud_cli.scoring.gold import ANY, GoldClaim, Hours, Relation, read_aliases, read_gold
from aoud_cli.scoring.match import NAMED, WORDED, squash

GOLD = TESTS / "gold"
EXAMPLE_PROFILE = parse_profile((TESTS / "example_profile.yaml").read_text("utf-8"), "example_profile.yaml")
ORDER = ["renewal.announced", "production.filming_start", "production.filming_end", "release.premiere"]
UNITS: dict[str, Unit] = {"viewership.countries": "country", "episodes.count": "episode", "episodes.runtime_minutes": "minute"}
Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


ALIASES = {squash(form): group[0] for group in read_aliases([str(GOLD / "aliases.json")]) for form in group}


def resolve(name: str) -> str:
    """The first spelling of a name that gold knows several of."""
    return ALIASES.get(squash(name), name)


def entity(name: str, kind: EntityKind | None = None) -> Entity:
    """An entity by name; shows and seasons by their id."""
    if name == "show" or name.startswith("season-"):
        return Entity(name, name, "show" if name == "show" else "season")
    return Entity(squash(resolve(name)), resolve(name), kind or "person")


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def when(text: str) -> DateRange:
    """`2022-01-28`, `2022-01-01..2022-12-31`, `..2026-02-20`, `2027-01-01..`."""
    low, dots, high = text.partition("..")
    return DateRange(day(low), day(high if dots else low))


def value_of(gold: GoldClaim) -> Value:
    """The value of a gold claim."""
    key, value, words = gold.key, gold.value, gold.evidence
    if isinstance(value, Hours):
        return QuantityValue(int(value.number), "hour", _bound(words), words, None if value.window_days is None else int(value.window_days))
    if isinstance(value, Relation):
        return RelationValue(value.kind, entity(value.to, "character"), words)
    if isinstance(value, DateRange):
        return DateValue(value, words)
    if isinstance(value, (int, float)):
        return QuantityValue(int(value), UNITS.get(key, "rank"), _bound(words), words)
    if key in NAMED:
        return EntityValue(entity(value).id, resolve(value), value)
    return TextValue(value) if key in WORDED else TermValue(value, words)


def _bound(words: str) -> Bound:
    found = re.search(r"\b(over|more than|at least|about|approximately|under)\b", words)
    names: dict[str, Bound] = {"more than": "over", "approximately": "about", "at least": "at_least"}
    literal: dict[str, Bound] = {"over": "over", "about": "about", "under": "under"}
    return {**names, **literal}[found.group(1)] if found else "exactly"


def claim_of(gold: GoldClaim, place: int, asserted: Asserted) -> Claim:
    """One gold claim as a perfect reader's; what readers disagree on (`any`) is taken as possible."""
    certainty = Certainty(gold.certainty if gold.certainty != ANY else "possible")
    kind: EntityKind = "character" if gold.topic == "character" else "person"
    start = place * 100
    source = Source(gold.document, f"{gold.document}.txt", 1, 1, start, start + len(gold.evidence), gold.evidence)
    return Claim(
        f"{gold.document[:3]}-{place:03}",
        gold.topic,
        gold.predicate,
        entity(gold.subject, kind),
        value_of(gold),
        gold.season,
        gold.part,
        certainty,
        "positive",
        None,
        None,
        asserted,
        source,
        "gold",
    )


def make_claim(document: str, key: str, subject: str, value: Value, **told: Any) -> Claim:
    """A claim by hand: `asserted` is `when` text or None for unknown, `certainty`, `season`, `season_by`, `part`, `polarity`, `quote`,
    `place`."""
    assert key in FACTS
    topic, predicate = key.split(".")
    bounds = when(told["asserted"]) if told.get("asserted") else DateRange(None, None)
    asserted = Asserted(bounds.earliest, bounds.latest, told.get("basis", "stated" if told.get("asserted") else "unknown"))
    quote, place = told.get("quote", "words"), told.get("place", 0)
    source = Source(document, f"{document}.txt", 1, 1, place, place + len(quote), quote)
    season = told.get("season", int(subject[7:]) if subject.startswith("season-") else None)
    name = f"{document} {key} {subject} {value} {told.get('certainty')} {told.get('polarity')} {place}"
    return Claim(
        name,
        topic,
        predicate,
        entity(subject, told.get("kind")),
        value,
        season,
        told.get("part"),
        Certainty(told.get("certainty", "certain")),
        told.get("polarity", "positive"),
        None,
        None,
        asserted,
        source,
        "hand",
        season_by=told.get("season_by", "none" if season is None else "clause"),
    )


def dates(text: str) -> DateValue:
    return DateValue(when(text), text)


def term(name: str) -> TermValue:
    return TermValue(name, name)


def name(text: str) -> EntityValue:
    return EntityValue(entity(text).id, resolve(text), text)


def hours(number: int, window: int | None, text: str = "", bound: Bound = "over") -> QuantityValue:
    return QuantityValue(number, "hour", bound, text or f"{number}", window)


def gold_articles(dated: Iterable[Row]) -> list[Article]:
    """The articles that gold dates: a stated date is given, all else is left to be found."""
    rows = {row["doc"]: row for row in dated}
    return [make_article(doc, row["earliest"] if row["basis"] == "stated" else None) for doc, row in sorted(rows.items())]


def make_article(document: str, stated: str | None = None) -> Article:
    """An article that states its day, or none."""
    asserted = Asserted(day(stated), day(stated), "stated") if stated else Asserted()
    return Article(document, f"{document}.txt", "", "", document, asserted)


def gold_claims(folder: Path, articles: Sequence[Article]) -> list[Claim]:
    """Every gold row of a folder as a claim, with the date of its article."""
    asserted = {article.document: article.asserted for article in articles}
    gold = read_gold(str(folder))
    return [claim_of(row, place, asserted[document]) for document, rows in gold.items() for place, row in enumerate(rows)]


def subject_of(name: str) -> str:
    """Whose season it is, the article decides and not the rule."""
    return "show" if name.startswith("season-") else name


def pair(claim: Claim) -> tuple[str, str]:
    value = claim.value
    return subject_of(claim.subject.name), getattr(value, "name", None) or getattr(value, "term", None) or getattr(
        value, "relation", None
    ) or value.text
