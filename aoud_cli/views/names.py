"""`aoud names`: who is who, with the lines that a profile lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional, TypedDict

from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Number
from aoud_cli.output.columns import wrap
from aoud_cli.output.records import Envelope, Some
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, count_words
from aoud_cli.people.directory import Directory, Place, Possible, Spelling, Who, find_people, nearby
from aoud_cli.people.propose import entries
from aoud_cli.spans.kinds import Role
from aoud_cli.views.view import Row, View

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

MOST_PLACES = 3  # of one spelling on a terminal


class PlaceRecord(TypedDict):
    """Where a name stands."""

    document: str
    path: str
    line: Number
    column: Number


class SpellingRecord(TypedDict):
    """One spelling of a name, and how it was matched."""

    text: str
    matched: Literal["exact", "alias", "key", "given name", "family name", "misspelt"]
    places: Annotated[list[PlaceRecord], Some]


class PossibleRecord(TypedDict):
    """A name that may be the same person's."""

    name: str
    matched: Literal["suggested"]
    why: str


class NameRecord(TypedDict):
    """Somebody whom the articles name, with each spelling, how it was matched and where it stands."""

    id: str
    name: Annotated[str, "The form that the profile, or most articles, prefer."]
    kind: Literal["person", "character"]
    role: Annotated[Optional[Role], "null where nothing tells it."]
    known: Annotated[bool, "Whether the profile has this name."]
    documents: Annotated[list[str], Some]
    spellings: Annotated[list[SpellingRecord], Some]
    possible: Annotated[list[PossibleRecord], "Names that may be the same person's: suggested, never merged."]


class NamesOutput(Envelope):
    """What `aoud names --json` prints: everybody whom the articles name, and the YAML that the profile lacks."""

    names: list[NameRecord]
    yaml: Annotated[
        str,
        "Lists of a profile with those whom it lacks and whose role is told, each with its evidence as a comment; empty where it lacks "
        "nobody.",
    ]


class NamesView(View):
    """Everybody whom the articles name, or those whom one spelling names."""

    kind, output, line = "names", NamesOutput, NameRecord
    columns = ("name", "role", "known", "spelling", "matched", "places")

    def __init__(self, analysis: Analysis, name: str | None) -> None:
        self.directory = find_people(analysis.articles, analysis.profile)
        shown = list(self.directory.people) if name is None else self.directory.find(name)
        super().__init__(analysis, shown, () if name is None or shown else (_nobody(name, self.directory),))

    def records(self) -> Iterator[NameRecord]:
        """One name an object."""
        return (name_record(who, self.directory) for who in self.items)

    def told(self) -> dict[str, Any]:
        """The names, and the YAML that the profile lacks."""
        return {**super().told(), "yaml": _yaml(self.items)}

    def rows(self) -> Iterator[Row]:
        """A row a spelling."""
        return (_row(who, spelling) for who in self.items for spelling in who.spellings)

    def lines(self, style: Style) -> Iterator[str]:
        """The spellings, then the names that may be the same."""
        rows = [["name", *row] for row in self.rows()]
        pairs = self.directory.possible
        rows += [["possible", pair.a.name, pair.b.name, pair.why] for pair in pairs if pair.a in self.items or pair.b in self.items]
        return ("\t".join(map(visible, row)) for row in rows)

    def layout(self, style: Style) -> Iterator[str]:
        """Names with their spellings, then what the profile lacks."""
        labels = self.labels
        for who in self.items:
            yield from _entry(who, self.directory, labels, style)
        yaml = _yaml(self.items)
        if yaml:
            yield ""
            yield style.paint("The profile lacks", "bold")
            yield from (f"  {line}" for line in yaml.rstrip("\n").split("\n"))

    def tally(self) -> str:
        """How many names there are, and how much is open."""
        new = sum(not who.known for who in self.items)
        pairs = {(pair.a.id, pair.b.id) for who in self.items for pair in _pairs(who, self.directory)}
        return f"{count_words(len(self.items), 'name')}, {new:,} not in the profile, {count_words(len(pairs), 'pair')} left open"


def _nobody(name: str, directory: Directory) -> str:
    near = nearby(name, directory)
    question = f"; did you mean {' or '.join(repr(one) for one in near)}?" if near else ""
    return f"aoud: nobody is called '{name}'{question}"


def name_record(who: Who, directory: Directory) -> NameRecord:
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


def _place_record(place: Place) -> PlaceRecord:
    return {"document": place.document, "path": place.path, "line": place.line, "column": place.column}


def _pairs(who: Who, directory: Directory) -> list[Possible]:
    return [pair for pair in directory.possible if who.id in (pair.a.id, pair.b.id)]


def _other(pair: Possible, who: Who) -> Who:
    return pair.b if pair.a.id == who.id else pair.a


def _yaml(shown: Sequence[Who]) -> str:
    """The entries that the profile lacks, by section."""
    new = [who for who in shown if not who.known]
    return "".join(f"{line}\n" for line in entries([(who.name, who.role, who.evidence) for who in new if who.role is not None]))


def _role(who: Who) -> str:
    return (who.role or "role not told") + ("" if who.known else ", new")


def _row(who: Who, spelling: Spelling) -> list[str]:
    where = " ".join(f"{place.document}:{place.line}:{place.column}" for place in spelling.places)
    return [who.name, who.role or "", "known" if who.known else "new", spelling.text, spelling.how, where]


def _entry(who: Who, directory: Directory, labels: Labels, style: Style) -> Iterator[str]:
    yield f"{style.paint(visible(who.name), 'bold')}  {_role(who)}, {count_words(len(who.documents), 'article')}"
    for spelling in who.spellings:
        places = [f"{labels[place.document]}:{place.line}" for place in spelling.places]
        more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
        text = f"{spelling.text}  ({spelling.how})  {', '.join(places[:MOST_PLACES])}{more}"
        yield from (f"    {line}" if place else f"  {line}" for place, line in enumerate(wrap(visible(text), style.width - 4)))
    for pair in _pairs(who, directory):
        yield from (f"  {line}" for line in wrap(visible(f"? perhaps {_other(pair, who).name}: {pair.why}"), style.width - 2))
