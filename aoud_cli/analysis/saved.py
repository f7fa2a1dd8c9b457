"""Claims as `aoud claims --json` printed them, read back from a file that anybody may have written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from aoud_cli.ground import files
from aoud_cli.model import (
    AoudError,
    Article,
    Asserted,
    Basis,
    Bound,
    Certainty,
    Claim,
    Corpus,
    DateRange,
    DateValue,
    Entity,
    EntityKind,
    EntityValue,
    Per,
    QuantityValue,
    RelationValue,
    Skipped,
    Source,
    TermValue,
    TextValue,
    Unit,
    Value,
)
from aoud_cli.predicates import FACTS

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

SCHEMA = "aoud.claims/1"
MAX_BYTES = 200 << 20  # a claim takes about 1 kB: the claims of some thousand articles

Row = Mapping[str, Any]


class Saved(NamedTuple):
    """What a file of claims holds; its articles have no text."""

    profile: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    copies: Mapping[str, str]
    as_of: date | None


def analyse_saved(path: str, profile: str | None = None) -> Analysis:
    """A file of claims as an analysis: compared anew, dated as they were. The profile is the one that they were read with, where it
    ships with aoud, unless another is named. Raises AoudError where the file or the profile can't be used.
    """
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.names.profile import load_profile
    from aoud_cli.verdicts.find import find

    saved = read_saved(path)
    show = load_profile(profile or saved.profile)
    findings = tuple(find(saved.claims, (), show.order))
    return Analysis(Corpus(saved.articles, saved.skipped), saved.articles, saved.claims, findings, show, saved.copies, saved.as_of)


def read_saved(path: str) -> Saved:
    """The claims in a file. Raises AoudError where it can't be read or holds anything else."""
    try:
        told = json.loads(files.read_text(path, MAX_BYTES))
        if _text(told, "schema") != SCHEMA:
            raise ValueError(told["schema"])
        articles = tuple(_article(row) for row in told["articles"])
        skipped = tuple(Skipped(_text(row, "path"), _text(row, "reason")) for row in told["skipped"])
        copies = {_text(row, "document"): _text(row, "copy_of") for row in told["articles"] if row.get("copy_of") is not None}
        origins = _origins(articles)
        claims = tuple(_claim(row)._replace(origin=origins.get(_text(row["source"], "document"), "")) for row in told["claims"])
        return Saved(_text(told, "profile"), articles, skipped, claims, copies, _day(told, "as_of"))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise AoudError(f"{files.shown(path)}: not what `aoud claims --json` prints") from None


def _origins(articles: Iterable[Article]) -> dict[str, str]:
    """Document -> the first of those that are the same file, where it is another."""
    first: dict[str, str] = {}
    found = {}
    for article in sorted(articles, key=lambda article: article.document):
        home = first.setdefault(article.sha256, article.document)
        if home != article.document:
            found[article.document] = home
    return found


def _text(row: Row, key: str) -> str:
    value = row[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _maybe(row: Row, key: str) -> str | None:
    return None if row.get(key) is None else _text(row, key)


def _number(row: Row, key: str) -> int:
    value = row[key]
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(key)
    return value


def _one_of(row: Row, key: str, known: Any) -> Any:
    """The text under a key, one of those that a Literal lists."""
    value = _text(row, key)
    if value not in get_args(known):
        raise ValueError(value)
    return value


def _day(row: Row, key: str) -> date | None:
    day = _maybe(row, key)
    return None if day is None else date.fromisoformat(day)


def _asserted(row: Row) -> Asserted:
    return Asserted(_day(row, "earliest"), _day(row, "latest"), _one_of(row, "basis", Basis), _text(row, "reason"))


def _article(row: Row) -> Article:
    return Article(_text(row, "document"), _text(row, "path"), "", _text(row, "sha256"), _text(row, "title"), _asserted(row["asserted"]))


def _entity(row: Row) -> Entity:
    return Entity(_text(row, "id"), _text(row, "name"), _one_of(row, "kind", EntityKind))


def _claim(row: Row) -> Claim:
    key = f"{_text(row, 'topic')}.{_text(row, 'predicate')}"
    if key not in FACTS or row["polarity"] not in ("positive", "negative"):
        raise ValueError(key)
    season = None if row["season"] is None else _number(row, "season")
    return Claim(
        id=_text(row, "id"), topic=row["topic"], predicate=row["predicate"], subject=_entity(row["subject"]), value=_value(row["value"]),
        season=season, part=None if row.get("part") is None else _number(row, "part"), certainty=Certainty(row["certainty"]),
        polarity=row["polarity"], condition=_maybe(row, "condition"), attribution=_maybe(row, "attribution"),
        asserted=_asserted(row["asserted"]), source=_source(row["source"]), rule=_text(row, "rule"),
        season_by=_maybe(row, "season_by") or "", voice=_maybe(row, "repeats") or "",
    )  # fmt: skip


def _source(row: Row) -> Source:
    line, column, start, end = (_number(row, key) for key in ("line", "column", "start", "end"))
    return Source(_text(row, "document"), _text(row, "path"), line, column, start, end, _text(row, "quote"))


def _value(row: Row) -> Value:
    kind, text = _text(row, "kind"), _text(row, "text")
    if kind == "entity":
        return EntityValue(_text(row, "id"), _text(row, "name"), text)
    if kind == "date":
        return DateValue(DateRange(_day(row, "earliest"), _day(row, "latest")), text, _maybe(row, "where"))
    if kind == "quantity":
        window = None if row.get("window_days") is None else _number(row, "window_days")
        unit, bound = _one_of(row, "unit", Unit), _one_of(row, "bound", Bound)
        per = None if row.get("per") is None else _one_of(row, "per", Per)
        chart, territory, period = (_maybe(row, key) for key in ("chart", "territory", "period"))
        return QuantityValue(_number(row, "number"), unit, bound, text, window, chart, territory, period, per)
    if kind == "term":
        return TermValue(_text(row, "term"), text)
    if kind == "relation":
        to = row["to"]
        return RelationValue(_text(row, "relation"), Entity(_text(to, "id"), _text(to, "name"), "character"), text)
    if kind != "text":
        raise ValueError(kind)
    return TextValue(text)
