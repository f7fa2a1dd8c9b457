"""Hand-made gold as Claims and Articles: what the findings floor would be given by a perfect reader."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from aoud_cli.model import (
    Article,
    Asserted,
    Bound,
    Certainty,
    Claim,
    DateRange,
    DateValue,
    Entity,
    EntityValue,
    Kind,
    QuantityValue,
    RelationValue,
    Source,
    TermValue,
    TextValue,
    Unit,
    Value,
)
from aoud_cli.topics import FACTS

GOLD = Path(__file__).parent / "gold"
ORDER = ["renewal.announced", "production.filming_start", "production.filming_end", "release.premiere"]
UNITS: dict[str, Unit] = {"viewership.countries": "country", "episodes.count": "episode", "episodes.runtime_minutes": "minute"}
NAMED = {"cast.plays", "crew.director", "crew.writer", "source.author", "release.platform"}
FREE = {"character.occupation", "setting.place", "setting.time_jump", "production.location"}
Row = dict[str, Any]


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def _squash(text: str) -> str:
    return re.sub(r"[^0-9a-z]", "", text.casefold())


def _aliases() -> dict[str, str]:
    groups = json.loads((GOLD / "aliases.json").read_text("utf-8"))
    return {_squash(form): group[0] for group in groups for form in group}


ALIASES = _aliases()


def resolve(name: str) -> str:
    """The first spelling of a name that gold knows several of."""
    return ALIASES.get(_squash(name), name)


def entity(name: str, kind: Kind | None = None) -> Entity:
    """An entity by name; shows and seasons by their id."""
    if name == "show" or name.startswith("season-"):
        return Entity(name, name, "show" if name == "show" else "season")
    return Entity(_squash(resolve(name)), resolve(name), kind or "person")


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def when(text: str) -> DateRange:
    """`2022-01-28`, `2022-01-01..2022-12-31`, `..2026-02-20`, `2027-01-01..`."""
    low, dots, high = text.partition("..")
    return DateRange(day(low), day(high if dots else low))


def value_of(key: str, gold: Any, words: str) -> Value:
    """The value of a gold row."""
    if isinstance(gold, dict) and "hours" in gold:
        return QuantityValue(gold["hours"], "hour", _bound(words), words, gold.get("window_days"))
    if isinstance(gold, dict) and "to" in gold:
        return RelationValue(gold["kind"], entity(gold["to"], "character"), words)
    if isinstance(gold, dict):
        return DateValue(DateRange(day(gold.get("earliest")), day(gold.get("latest"))), words)
    if gold == "unresolved":
        return DateValue(DateRange(None, None), words)
    if isinstance(gold, int):
        return QuantityValue(gold, UNITS.get(key, "rank"), _bound(words), words)
    if key in NAMED:
        return EntityValue(entity(gold).id, resolve(gold), gold)
    return TextValue(gold) if key in FREE else TermValue(gold, words)


def _bound(words: str) -> Bound:
    found = re.search(r"\b(over|more than|at least|about|approximately|under)\b", words)
    names: dict[str, Bound] = {"more than": "over", "approximately": "about", "at least": "at_least"}
    literal: dict[str, Bound] = {"over": "over", "about": "about", "under": "under"}
    return {**names, **literal}[found.group(1)] if found else "exactly"


def claim_of(row: Row, place: int, asserted: Asserted) -> Claim:
    """One gold row as a claim; what readers disagree on (`any`) is taken as possible."""
    key, words = f"{row['topic']}.{row['predicate']}", row["evidence"]
    certainty = Certainty(row["certainty"] if row["certainty"] != "any" else "possible")
    kind: Kind = "character" if row["topic"] == "character" else "person"
    polarity = "negative" if row.get("polarity") == "negative" else "positive"
    source = Source(row["doc"], f"{row['doc']}.txt", 1, 1, place * 100, place * 100 + len(words), words)
    return Claim(
        f"{row['doc'][:3]}-{place:03}",
        row["topic"],
        row["predicate"],
        entity(row["subject"], kind),
        value_of(key, row["value"], words),
        row["season"],
        certainty,
        polarity,
        row.get("condition"),
        row.get("attribution"),
        asserted,
        source,
        "gold",
    )


def make_claim(document: str, key: str, subject: str, value: Value, **told: Any) -> Claim:
    """A claim by hand: `asserted` is `when` text or None for unknown, `certainty`, `season`, `polarity`, `quote`, `place`."""
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
        Certainty(told.get("certainty", "certain")),
        told.get("polarity", "positive"),
        None,
        None,
        asserted,
        source,
        "hand",
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
    files = sorted(folder.glob("*.jsonl"))
    return [claim_of(row, place, asserted[row["doc"]]) for file in files for place, row in enumerate(read_rows(file))]
