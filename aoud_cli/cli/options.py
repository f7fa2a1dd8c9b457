"""The arguments and options that the commands share, each defined once."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Optional, get_type_hints

import typer

from aoud_cli.cli.report import FAILED, Report
from aoud_cli.model import AoudError
from aoud_cli.predicates import FACTS, TOPICS

Format = Literal["text", "json", "jsonl", "csv", "markdown"]
ColorWhen = Literal["auto", "always", "never"]
FailOn = Literal["error", "warning", "note"]
PROFILE_HELP = "What is known of the show, its names above all: a YAML file, all-of-us-are-dead (if nothing is named) or the-long-ebb."

Topic = Annotated[
    Optional[str],
    typer.Argument(metavar="[TOPIC]", show_default=False, help=f"A topic ({', '.join(TOPICS)}) or a predicate ('cast.plays')."),
]


@dataclass(frozen=True)
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
        wrong = [
            ("--fields", self.fields is not None and self.output not in ("csv", "markdown"), "--format csv or markdown"),
            ("--csv-raw", self.csv_raw and self.output != "csv", "--format csv"),
            ("--force", self.force and self.into is None, "-o FILE"),
        ]
        for option, is_wrong, needed in wrong:
            if is_wrong:
                raise AoudError(f"{option} needs {needed}")
        if self.quiet and self.verbose:
            raise AoudError("--quiet and --verbose exclude each other")


@dataclass(frozen=True)
class Options(Output):
    """What every command that reads articles can be told besides."""

    corpus: Annotated[
        Optional[list[str]],
        typer.Option(
            "--corpus",
            metavar="PATH",
            show_default=False,
            help="A folder or file of articles, '-' for standard input; may be repeated. Else the paths in AOUD_CORPUS, else the sample.",
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

    @property
    def kept(self) -> list[str] | None:
        """The articles."""
        return self.paths

    @property
    def paths(self) -> list[str] | None:
        """The articles that were named, None for the sample."""
        if self.corpus:
            return self.corpus
        return [path for path in os.environ.get("AOUD_CORPUS", "").split(os.pathsep) if path] or None

    @property
    def dates(self) -> dict[str, date]:
        """Document -> the day that the user gave it."""
        return dict(_parse_dated(item) for item in self.dated or ())

    @property
    def last_day(self) -> date | None:
        """The day as of which things are told, None for all that is there."""
        return parse_day("--as-of", self.as_of, last=True)


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


def with_options(command: Callable[..., Report]) -> Callable[..., Report]:
    """`command` with each field of its kind of `Options` as an option of its own; it receives them together, as `options`.

    What a kind adds to `Options` stands first in the help.
    """
    hints = get_type_hints(command, include_extras=True)
    kind: type[Output] = hints["options"]
    hints |= get_type_hints(kind, include_extras=True)
    everywhere = {item.name for item in fields(Options)}
    shown = sorted((item for item in fields(kind) if item.name not in kind.unused), key=lambda item: item.name in everywhere)
    own = [item for name, item in inspect.signature(command).parameters.items() if name != "options"]
    shared = [inspect.Parameter(item.name, inspect.Parameter.KEYWORD_ONLY, default=item.default) for item in shown]
    parameters = [item.replace(annotation=hints[item.name], kind=inspect.Parameter.KEYWORD_ONLY) for item in [*own, *shared]]

    @functools.wraps(command)
    def gathered(**given: Any) -> Report:
        options = kind(**{item.name: given.pop(item.name) for item in shown})
        options.check()
        if options.into is None:
            return _hushed(command(options=options, **given), options)
        from aoud_cli.cli.into import aim

        target = aim(options.into, options.kept, force=options.force)
        return replace(_hushed(command(options=options, **given), options), into=target, force=options.force)

    gathered.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    gathered.__annotations__ = {item.name: item.annotation for item in parameters}
    return gathered


def _hushed(report: Report, options: Output) -> Report:
    """The report as --quiet asks for it: what made it fail is still said."""
    if not options.quiet:
        return report
    return replace(report, notes=report.notes if report.status == FAILED else (), closing=())


def check_topic(topic: str | None) -> None:
    """Refuse what is neither a topic nor a predicate, and say which one may have been meant."""
    if topic is None or topic in TOPICS or topic in FACTS:
        return
    raise AoudError(f"unknown topic '{topic}'{did_you_mean(topic, _topic_names())}; topics are {', '.join(TOPICS)}")


def _topic_names() -> dict[str, str]:
    """What a user may type -> what it means: a predicate's last part alone is a likely slip."""
    names = {key.split(".")[1]: key for key in FACTS if sum(other.endswith(key[key.index(".") :]) for other in FACTS) == 1}
    return names | {key: key for key in (*TOPICS, *FACTS)}


def did_you_mean(word: str, names: dict[str, str]) -> str:
    """A question with the name nearest to the word, or nothing where none is near."""
    from rapidfuzz import fuzz, process

    found = process.extractOne(word.lower(), list(names), scorer=fuzz.ratio, score_cutoff=DID_YOU_MEAN)
    return f" (did you mean '{names[found[0]]}'?)" if found else ""


DID_YOU_MEAN = 60  # 'cats' is 75 to 'cast', 'viewers' 71 to 'viewership'; unrelated words of this list stay under 55


def matches_topic(topic: str | None, keys: Iterable[str]) -> bool:
    """Whether any of these predicates (`cast.plays`) is what was asked for; without a question, every one is."""
    return topic is None or any(topic in (key, key.partition(".")[0]) for key in keys)
