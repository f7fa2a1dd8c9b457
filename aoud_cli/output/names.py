"""Who is who, as JSON and as text, with the lines that a profile lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from aoud_cli.ground.safe import visible
from aoud_cli.output.columns import wrap
from aoud_cli.output.records import Record, envelope, json_text, jsonl_text
from aoud_cli.output.style import Style
from aoud_cli.output.words import count_words, document_labels
from aoud_cli.people.directory import Directory, Place, Possible, Spelling, Who
from aoud_cli.people.propose import entries

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

MOST_PLACES = 3  # of one spelling on a terminal


def who_record(who: Who, directory: Directory) -> Record:
    """One person or character: the name, the spellings with their places, and the names that may be the same."""
    return {
        "id": who.id,
        "name": who.name,
        "kind": "character" if who.role == "character" else "person",
        "role": who.role,
        "known": who.known,
        "documents": list(who.documents),
        "spellings": [
            {"text": spelling.text, "matched": spelling.how, "places": [_place_record(place) for place in spelling.places]}
            for spelling in who.spellings
        ],
        "possible": [{"name": _other(pair, who).name, "matched": "suggested", "why": pair.why} for pair in _pairs(who, directory)],
    }


def _place_record(place: Place) -> Record:
    return {"document": place.document, "path": place.path, "line": place.line, "column": place.column}


def _pairs(who: Who, directory: Directory) -> list[Possible]:
    return [pair for pair in directory.possible if who.id in (pair.a.id, pair.b.id)]


def _other(pair: Possible, who: Who) -> Who:
    return pair.b if pair.a.id == who.id else pair.a


def render_json(shown: Sequence[Who], directory: Directory, analysis: Analysis, notes: Sequence[str]) -> str:
    """The names and the YAML that the profile lacks as one indented JSON object."""
    told = {
        **envelope("names", (), analysis, notes),
        "names": [who_record(who, directory) for who in shown],
        "yaml": _yaml(shown),
    }
    return json_text(told)


def render_jsonl(shown: Sequence[Who], directory: Directory) -> str:
    """One name a line."""
    return jsonl_text("names", (who_record(who, directory) for who in shown))


def render_text(shown: Sequence[Who], directory: Directory, analysis: Analysis, style: Style) -> str:
    """Names with their spellings on a terminal, then what the profile lacks; tab-separated spellings elsewhere."""
    lines = _layout(shown, directory, analysis, style) if style.terminal else _rows(shown, directory)
    return "".join(f"{line}\n" for line in lines)


def tally(shown: Sequence[Who], directory: Directory) -> str:
    """The closing line."""
    new = sum(not who.known for who in shown)
    pairs = {(pair.a.id, pair.b.id) for who in shown for pair in _pairs(who, directory)}
    return f"{count_words(len(shown), 'name')}, {new:,} not in the profile, {count_words(len(pairs), 'pair')} left open"


def _yaml(shown: Sequence[Who]) -> str:
    """The entries that the profile lacks, by section."""
    new = [who for who in shown if not who.known]
    return "".join(f"{line}\n" for line in entries([(who.name, who.role, who.evidence) for who in new if who.role is not None]))


def _role(who: Who) -> str:
    return (who.role or "role not told") + ("" if who.known else ", new")


COLUMNS = ("name", "role", "known", "spelling", "matched", "places")


def table_of(shown: Sequence[Who]) -> tuple[Sequence[str], list[list[str]]]:
    """A row a spelling."""
    return COLUMNS, [_row(who, spelling) for who in shown for spelling in who.spellings]


def _row(who: Who, spelling: Spelling) -> list[str]:
    where = " ".join(f"{place.document}:{place.line}:{place.column}" for place in spelling.places)
    return [who.name, who.role or "", "known" if who.known else "new", spelling.text, spelling.how, where]


def _rows(shown: Sequence[Who], directory: Directory) -> Iterator[str]:
    for row in table_of(shown)[1]:
        yield "\t".join(map(visible, ("name", *row)))
    for pair in directory.possible:
        if pair.a in shown or pair.b in shown:
            yield "\t".join(map(visible, ("possible", pair.a.name, pair.b.name, pair.why)))


def _layout(shown: Sequence[Who], directory: Directory, analysis: Analysis, style: Style) -> Iterator[str]:
    labels = document_labels([article.document for article in analysis.articles])
    for who in shown:
        yield f"{style.paint(visible(who.name), 'bold')}  {_role(who)}, {count_words(len(who.documents), 'article')}"
        for spelling in who.spellings:
            places = [f"{labels[place.document]}:{place.line}" for place in spelling.places]
            more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
            text = f"{spelling.text}  ({spelling.how})  {', '.join(places[:MOST_PLACES])}{more}"
            yield from (f"    {line}" if place else f"  {line}" for place, line in enumerate(wrap(visible(text), style.width - 4)))
        for pair in _pairs(who, directory):
            yield from (f"  {line}" for line in wrap(visible(f"? perhaps {_other(pair, who).name}: {pair.why}"), style.width - 2))
    yaml = _yaml(shown)
    if yaml:
        yield ""
        yield style.paint("The profile lacks", "bold")
        yield from (f"  {line}" for line in yaml.rstrip("\n").split("\n"))
