"""`aoud cast`: one row a person, with the parts they play, how it stands with them in each season, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, TypedDict

from aoud_cli.analysis.cast import Member, Standing, cast_of
from aoud_cli.analysis.select import Question
from aoud_cli.claims.codec import EntityRecord, ValueRecord, value_record
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Id, Season
from aoud_cli.output.columns import table
from aoud_cli.output.records import Envelope
from aoud_cli.output.style import Style
from aoud_cli.output.wikitext import References, plain, wikitable
from aoud_cli.output.words import hedged_words, join_words, subject_words, value_words
from aoud_cli.views.view import Row, View

NAMED = 4  # articles that a cell names
HEADINGS = ("Actor", "Character", "Status")  # of the wiki's table
CITED = 3  # references behind a value: a wiki wants no more
LAST = 20  # cells that the articles need


class StandingRecord(TypedDict):
    """A part, or a status: its value, the season, and the articles that say so."""

    value: ValueRecord
    season: Season
    certainty: str
    documents: list[str]
    claims: list[Id]


class MemberRecord(TypedDict):
    """Somebody of the cast."""

    who: EntityRecord
    plays: Annotated[list[StandingRecord], "The parts, those of the most articles first."]
    status: Annotated[list[StandingRecord], "For each season what is told most surely, and of that what was told last."]
    documents: Annotated[list[str], "All articles that the row rests on."]


class CastOutput(Envelope):
    """What `aoud cast --json` prints."""

    cast: list[MemberRecord]


class CastView(View):
    """The cast that the claims asked for tell of."""

    kind, output, line = "cast", CastOutput, MemberRecord
    columns = ("who", "plays", "status", "documents")
    formats = {"wikitext": lambda view: "".join(f"{line}\n" for line in _wikitext(view))}

    def __init__(self, question: Question) -> None:
        claims = question.analysis.claims
        asked = {claim.id for claim in claims if question.asks([claim.key], [claim])}
        members = [one for one in cast_of(claims) if any(claim.id in asked for claim in one.claims)]
        super().__init__(question.analysis, members, question.notes)

    def records(self) -> Iterator[MemberRecord]:
        """One person an object."""
        return map(_record, self.items)

    def rows(self) -> Iterator[Row]:
        """A row a person."""
        for one in self.items:
            yield [one.who.name, _parts(one), "; ".join(_status(one)), ",".join(one.documents)]

    def layout(self, style: Style) -> Iterator[str]:
        """A table of all."""
        rows = [[visible(cell) for cell in self._cells(one)] for one in self.items]
        yield from table(rows, style.width, "", LAST)

    def _cells(self, one: Member) -> Row:
        named = join_words([self.labels.get(name, name) for name in one.documents], NAMED)
        return [subject_words(one.who), _parts(one), ", ".join(_status(one)), named]

    def tally(self) -> str:
        """How many there are."""
        return "" if self.items else "nobody of a cast is told of"


def _parts(one: Member) -> str:
    return "; ".join(map(standing_words, one.plays))


def _status(one: Member) -> list[str]:
    return list(map(standing_words, one.status))


def standing_words(one: Standing) -> str:
    """A part, or a status: `season 2: returning`."""
    season = "" if one.season is None else f"season {one.season}: "
    return season + hedged_words(one.last, value_words(one.last.value))


def _standing(one: Standing) -> StandingRecord:
    return {
        "value": value_record(one.last.value),
        "season": one.season,
        "certainty": one.last.certainty.value,
        "documents": one.documents,
        "claims": [claim.id for claim in one.claims],
    }


def _record(one: Member) -> MemberRecord:
    who: EntityRecord = {"id": one.who.id, "name": one.who.name, "kind": one.who.kind}
    return {"who": who, "plays": list(map(_standing, one.plays)), "status": list(map(_standing, one.status)), "documents": one.documents}


def _wikitext(view: CastView) -> Iterator[str]:
    """A wikitable, each value with the articles that say so as references."""
    cited = References(view.analysis.articles)
    yield from wikitable(HEADINGS, ([plain(one.who.name), *_cells_of(one, cited)] for one in view.items))


def _cells_of(one: Member, cited: References) -> Iterator[str]:
    for standings in (one.plays, one.status):
        yield "<br />".join(_cited(state, cited) for state in standings)


def _cited(state: Standing, cited: References) -> str:
    return plain(standing_words(state)) + "".join(map(cited.to, state.documents[:CITED]))
