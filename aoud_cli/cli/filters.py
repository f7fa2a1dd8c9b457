"""The options that pick claims, and what they come to over the claims at hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from aoud_cli.cli.options import Options, parse_day
from aoud_cli.model import AoudError, Certainty, Claim

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.analysis.select import Selection


def _option(name: str, metavar: Optional[str], words: str) -> typer.models.OptionInfo:
    info: typer.models.OptionInfo = typer.Option(name, metavar=metavar, show_default=False, help=words)
    return info


@dataclass(frozen=True)
class Filters(Options):
    """What a command that picks claims can be told besides. A finding or a fact stays whole where one of its claims is picked."""

    about: Annotated[
        Optional[str], _option("--about", "NAME", "Only what is about this person, character, season, place or work, in any spelling.")
    ] = None
    season: Annotated[
        Optional[int], typer.Option("--season", metavar="N", min=1, max=99, show_default=False, help="Only what is said of this season.")
    ] = None
    certainty: Annotated[
        Optional[list[Certainty]], _option("--certainty", "LEVEL", "Only what is told as certain, probable or possible; repeatable.")
    ] = None
    said_by: Annotated[
        Optional[list[str]], _option("--said-by", "DOC", "Only what this article says: its name or the beginning of it; repeatable.")
    ] = None
    since: Annotated[
        Optional[str],
        _option("--since", "DATE", "Only what was, or may have been, written on DATE (2024, 2024-04, 'April 2024') or later."),
    ] = None
    until: Annotated[Optional[str], _option("--until", "DATE", "Only what was, or may have been, written on DATE or earlier.")] = None

    @property
    def span(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for, each None where it isn't."""
        first, last = parse_day("--since", self.since, last=False), parse_day("--until", self.until, last=True)
        if first is not None and last is not None and first > last:
            raise AoudError(f"--since {self.since} is after --until {self.until}")
        return first, last


def select(analysis: Analysis, options: Filters) -> tuple[Selection, tuple[str, ...]]:
    """What the options ask of a claim, and what to tell the user where a name is nobody's."""
    from aoud_cli.analysis.select import Selection, find_documents, find_named

    if options.about is not None and not options.about.strip():
        raise AoudError("--about needs a name; this one is empty")
    first, last = options.span
    named = None if options.about is None else find_named(options.about, analysis.claims, analysis.profile)
    selection = Selection(
        about=None if named is None else named.ids,
        season=options.season,
        certainties=frozenset(options.certainty or ()),
        documents=find_documents(options.said_by or (), analysis.articles),
        since=first,
        until=last,
    )
    nobody = (_nobody(options.about or "", named.near),) if named is not None and not named.ids else ()
    return selection, (*nobody, *_no_season(options.season, analysis.claims))


def _no_season(season: int | None, claims: Sequence[Claim]) -> tuple[str, ...]:
    told = sorted({claim.season for claim in claims if claim.season is not None})
    if season is None or season in told:
        return ()
    others = f"; seasons with claims: {', '.join(map(str, told))}" if told else ""
    return (f"aoud: no claim is of season {season}{others}",)


def _nobody(name: str, near: tuple[str, ...]) -> str:
    question = f"; did you mean {_either(near)}?" if near else ""
    return f"aoud: no claim is about '{name}'{question}"


SHOWN = 6


def _either(names: tuple[str, ...]) -> str:
    """'A, B or C'; of many, the first few."""
    quoted = [f"'{name}'" for name in names[:SHOWN]]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted) + (" ..." if len(names) > SHOWN else "")
