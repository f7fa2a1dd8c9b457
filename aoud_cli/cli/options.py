"""The arguments and options that the commands share, each defined once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, NamedTuple, Optional

import typer

from aoud_cli.analysis.outcomes import Outcome
from aoud_cli.model import AoudError, Certainty
from aoud_cli.predicates import TOPICS

if TYPE_CHECKING:
    from aoud_cli.articles.read import Intake

CastFormat = Literal["text", "json", "jsonl", "csv", "markdown", "wikitext"]
CheckFormat = Literal["text", "json", "jsonl", "csv", "markdown", "github", "sarif"]
Format = Literal["text", "json", "jsonl", "csv", "markdown"]
ColorWhen = Literal["auto", "always", "never"]
FailOn = Literal["error", "warning", "note"]
PROFILE_HELP = "What is known of the show, its names above all: a YAML file, all-of-us-are-dead (if nothing is named) or the-long-ebb."

Topic = Annotated[
    Optional[str],
    typer.Argument(metavar="[TOPIC]", show_default=False, help=f"A topic ({', '.join(TOPICS)}) or a predicate ('cast.plays')."),
]
Asked = Annotated[
    Optional[list[str]],
    typer.Argument(
        metavar="[TOPIC] [PATH]...",
        show_default=False,
        help=f"A topic ({', '.join(TOPICS)}) or a predicate ('cast.plays'); folders and files of articles, as with --corpus.",
    ),
]
Places = Annotated[
    Optional[list[str]],
    typer.Argument(metavar="[PATH]...", show_default=False, help="Folders and files of articles, as with --corpus."),
]

Accept = Annotated[
    Optional[str],
    typer.Option("--accept", metavar="FILE", show_default=False, help="Mark the findings that FILE (YAML) accepts; they don't count."),
]
WriteAccept = Annotated[
    Optional[str],
    typer.Option("--write-accept", metavar="FILE", show_default=False, help="Start such a file with the findings shown; never overwrites."),
]


class Given(NamedTuple):
    """What the environment and the project file give beside the options, and where what is in force comes from."""

    dated: Mapping[str, date] = {}
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False, repr=False)
class Output:
    """How and where a command shows what it found. The defaults are the ones that typer shows."""

    unused: ClassVar[frozenset[str]] = frozenset()  # fields that the command has no use for: they are no options of it

    format: Annotated[
        Optional[Format],
        typer.Option(
            "--format",
            help="text (tab-separated lines when piped), json, jsonl (one record a line), csv or markdown (one table).",
            show_default="text",
        ),
    ] = None
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False
    fields: Annotated[
        Optional[str],
        typer.Option("--fields", metavar="A,B,...", show_default=False, help="With csv and markdown: these columns, in this order."),
    ] = None
    csv_raw: Annotated[
        bool, typer.Option("--csv-raw", help="With csv: cells as they are, unsafe in spreadsheets, which run =FORMULAS.")
    ] = False
    into: Annotated[
        Optional[str],
        typer.Option("-o", "--output", metavar="FILE", show_default=False, help="Write to this file, whole or not at all."),
    ] = None
    force: Annotated[bool, typer.Option("--force", help="With -o: overwrite the file.")] = False
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="No remarks and no progress on standard error, only faults.")] = False
    verbose: Annotated[bool, typer.Option("-v", "--verbose", help="Say of each article when it was written, and why.")] = False
    color: Annotated[ColorWhen, typer.Option("--color", help="When to colour; auto honours NO_COLOR and FORCE_COLOR.")] = "auto"

    @property
    def output(self) -> str:
        """The format that was asked for."""
        if self.json and self.format not in (None, "json"):
            raise AoudError(f"--json and --format {self.format} exclude each other")
        return "json" if self.json else self.format or "text"

    @property
    def columns(self) -> list[str] | None:
        """The columns that were asked for, None for all."""
        return None if self.fields is None else [name.strip() for name in self.fields.split(",") if name.strip()]

    @property
    def kept(self) -> list[str] | None:
        """The files and folders that no output may be written over or into; None for the sample's."""
        return []

    def check(self) -> None:
        """Refuse options that would do nothing."""
        output = self.output
        wrong = [
            ("--fields", self.fields is not None and output not in ("csv", "markdown"), "--format csv or markdown"),
            ("--csv-raw", self.csv_raw and output != "csv", "--format csv"),
            ("--force", self.force and self.into is None, "-o FILE"),
            ("--color always", self.color == "always" and output != "text", "--format text"),
        ]
        for option, is_wrong, needed in wrong:
            if is_wrong:
                raise AoudError(f"{option} needs {needed}")
        if self.quiet and self.verbose:
            raise AoudError("--quiet and --verbose exclude each other")


@dataclass(frozen=True, eq=False, repr=False)
class Options(Output):
    """What every command that reads articles can be told besides."""

    corpus: Annotated[
        Optional[list[str]],
        typer.Option(
            "--corpus",
            metavar="PATH",
            show_default=False,
            help="A folder or file of articles, '-' for standard input; may be repeated. Else AOUD_CORPUS, aoud.toml, the sample.",
        ),
    ] = None
    dated: Annotated[
        Optional[list[str]],
        typer.Option("--dated", metavar="DOC=DATE", show_default=False, help="When an article was published (2025-07-23); repeatable."),
    ] = None
    profile: Annotated[
        Optional[str],
        typer.Option("--profile", metavar="FILE_OR_NAME", help=PROFILE_HELP, show_default=False),
    ] = None
    as_of: Annotated[
        Optional[str],
        typer.Option(
            "--as-of",
            metavar="DATE",
            show_default=False,
            help="Only what could be known on DATE (2024-06-30; the last day of 2024-06, 2024): articles written later are left out.",
        ),
    ] = None
    allow_skips: Annotated[bool, typer.Option("--allow-skips", help="Don't end with 2 when a file can't be read.")] = False
    encoding: Annotated[
        Optional[str],
        typer.Option(
            "--encoding",
            metavar="NAME",
            show_default=False,
            help="Of files without a BOM (utf-8, cp1252, euc-kr, utf-8:replace ...). Else UTF-8, or Windows-1252 with a remark.",
        ),
    ] = None

    max_filesize: Annotated[
        Optional[str],
        typer.Option("--max-filesize", metavar="SIZE", show_default=False, help="Skip files larger than this (500K, 20M, 1G); else 10M."),
    ] = None
    jobs: Annotated[
        Optional[int],
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            max=99,
            show_default=False,
            help="Read with N processes. Else with one a processor, where that pays.",
        ),
    ] = None

    given: Given = Given()

    @property
    def kept(self) -> list[str] | None:
        """The articles."""
        return self.paths

    @property
    def paths(self) -> list[str] | None:
        """The articles that were named, None for the sample."""
        return self.corpus or None

    @property
    def dates(self) -> dict[str, date]:
        """Document -> the day that the user, else the project file, gave it."""
        return {**self.given.dated, **dict(_parse_dated(item) for item in self.dated or ())}

    @property
    def intake(self) -> Intake:
        """Which files of folders are read, and how."""
        from aoud_cli.articles.read import Intake

        most = {} if self.max_filesize is None else {"max_bytes": _parse_size(self.max_filesize)}
        return Intake(self.given.include, self.given.exclude, self.encoding, **most)

    @property
    def last_day(self) -> date | None:
        """The day as of which things are told, None for all that is there."""
        return parse_day("--as-of", self.as_of, last=True)


_SIZES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
LONGEST_SIZE = 12  # digits


def _parse_size(told: str) -> int:
    """The bytes of `20M`. Raises AoudError."""
    number, unit = told[:-1], told[-1:].upper()
    if unit.isdigit():
        number, unit = told, ""
    if unit not in _SIZES or not (number.isascii() and number.isdigit() and len(number) <= LONGEST_SIZE) or not int(number):
        raise AoudError(f"--max-filesize {told[:60]!r} is no size; write 500K, 20M or 1G")
    return int(number) * _SIZES[unit]


def parse_day(option: str, words: str | None, *, last: bool) -> date | None:
    """The day that a bound stands for, the first or the last of `2024`; None where there is no bound. Raises AoudError."""
    if words is None:
        return None
    from aoud_cli.spans.dates.find import parse_date

    found = parse_date(words)
    day = None if found is None else found.latest if last else found.earliest
    if day is None:
        raise AoudError(f"{option} '{words}' is no date; write a year, a month or a day: 2024, 2024-04, 2024-04-09")
    return day


def _parse_dated(item: str) -> tuple[str, date]:
    document, equals, day = item.rpartition("=")
    if not equals or not document:
        raise AoudError(f"--dated {item!r}: write it as DOCUMENT=YYYY-MM-DD")
    try:
        if len(day) != len("2025-07-23"):  # fromisoformat also takes weeks and bare digits, from Python 3.11 on
            raise ValueError
        return document, date.fromisoformat(day)
    except ValueError:
        raise AoudError(f"--dated {item!r}: {day!r} is no day of the calendar; write it as 2025-07-23") from None


def _option(name: str, metavar: Optional[str], words: str) -> typer.models.OptionInfo:
    info: typer.models.OptionInfo = typer.Option(name, metavar=metavar, show_default=False, help=words)
    return info


@dataclass(frozen=True, eq=False, repr=False)
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


@dataclass(frozen=True, eq=False, repr=False)
class CastOptions(Filters):
    """What `aoud cast` can be told besides."""

    format: Annotated[
        Optional[CastFormat],
        typer.Option(
            "--format",
            help="text (tab-separated lines when piped), json, jsonl, csv, markdown, or wikitext (a wikitable with references).",
            show_default="text",
        ),
    ] = None  # type: ignore[assignment]


@dataclass(frozen=True, eq=False, repr=False)
class CheckOptions(Options):
    """What `aoud check` can be told besides."""

    format: Annotated[
        Optional[CheckFormat],
        typer.Option(
            "--format",
            help="text (path:line:column: severity: message when piped), json, jsonl, csv, markdown, github (annotations) or sarif.",
            show_default="text",
        ),
    ] = None  # type: ignore[assignment]
    only: Annotated[
        Optional[list[Outcome]],
        typer.Option("--only", show_default=False, help="Show only claims with this outcome; repeatable. The exit status counts all."),
    ] = None
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="End with 0 whatever the draft says.")] = False


@dataclass(frozen=True, eq=False, repr=False)
class DiffOptions(Output):
    """What `aoud diff` can be told."""

    each: Annotated[bool, typer.Option("--each", help="Compare each article with itself: also what another said before.")] = False
    everything: Annotated[bool, typer.Option("--all", help="Also findings of what only changed over time.")] = False
    exit_code: Annotated[bool, typer.Option("--exit-code", help="End with 1 where something differs.")] = False
    profile: Annotated[
        Optional[str],
        typer.Option("--profile", metavar="FILE_OR_NAME", help=PROFILE_HELP, show_default=False),
    ] = None
    allow_skips: Annotated[bool, typer.Option("--allow-skips", help="Don't end with 2 when a file can't be read.")] = False


@dataclass(frozen=True, eq=False, repr=False)
class ExplainOptions(Options):
    """What `aoud explain` can be told: an explanation is no table."""

    unused: ClassVar[frozenset[str]] = frozenset({"fields", "csv_raw"})
    format: Annotated[
        Optional[Literal["text", "json", "jsonl"]],
        typer.Option("--format", help="text (tab-separated lines when piped), json, or jsonl (one record a line).", show_default="text"),
    ] = None


@dataclass(frozen=True, eq=False, repr=False)
class ReadOptions(Output):
    """What `aoud read` can be told: it reads no corpus."""

    unused: ClassVar[frozenset[str]] = frozenset({"verbose"})
    profile: Annotated[
        Optional[str],
        typer.Option("--profile", metavar="FILE_OR_NAME", help=PROFILE_HELP, show_default=False),
    ] = None


@dataclass(frozen=True, eq=False, repr=False)
class PageOptions(Options):
    """What `aoud report` can be told: a page has no other format, and no colours of a terminal."""

    unused: ClassVar[frozenset[str]] = frozenset({"format", "json", "fields", "csv_raw", "color"})
    open: Annotated[bool, typer.Option("--open", help="Show the page in the browser.")] = False


@dataclass(frozen=True, eq=False, repr=False)
class ScoreOptions(Options):
    """What `aoud score` can be told besides."""

    aliases: Annotated[
        Optional[list[str]],
        _option(
            "--aliases",
            "FILE",
            "JSON lists of spellings of one name; repeatable. Else an aliases.json in or just above GOLD, else the profile.",
        ),
    ] = None
    misses: Annotated[bool, typer.Option("--misses", help="List what was missed and what is wrong (JSON always does).")] = False
    rules: Annotated[bool, typer.Option("--rules", help="Show rules, not predicates, with what is wrong (JSON has both).")] = False
    why: Annotated[bool, typer.Option("--why", help="Show at which stage claims were lost, as counts, and not which.")] = False
    against: Annotated[Optional[str], _option("--against", "FILE", "What `aoud score --json` printed before: list what changed.")] = None

    def check(self) -> None:
        """A table is one of them, and a line of JSON Lines is a judgement."""
        super().check()
        if self.against is not None and self.output not in ("text", "json"):
            raise AoudError("--against needs --format text or json")
        if self.rules and self.output == "jsonl":
            raise AoudError("--rules needs a table or --format json; a line of jsonl is a judgement")
        tables = [name for name, asked in (("--rules", self.rules), ("--misses", self.misses), ("--why", self.why)) if asked]
        if len(tables) > 1 and self.output in ("csv", "markdown"):
            raise AoudError(f"{' and '.join(tables)} are two tables; ask for one of them")
        if self.why and self.output == "jsonl":
            raise AoudError("--why needs a table or --format json; a line of jsonl is a judgement")
