"""The program and its group of commands, on which each command is registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, NamedTuple, TypeVar

import typer
from typer.core import TyperGroup
from typer.main import get_command

from aoud_cli.cli.reply import Reply

HELP = """Find what articles about a series claim, and where they contradict one another.

\b
  aoud conflicts                          contradictions in the sample articles
  aoud conflicts --corpus my-articles/    the same for a folder of yours
  aoud claims cast --json                 every claim about the cast, for scripts

Without --corpus, aoud reads the sample articles that come with it. It uses no network and no clock.
What it has read it keeps in the user's cache folder; AOUD_CACHE=off keeps nothing."""

PANELS = {
    "Ask": ("conflicts", "claims", "cast", "timeline", "agreements", "diff"),
    "Check": ("check",),
    "Write": ("report",),
    "Look after": ("articles", "profile", "names", "explain", "coverage", "read", "score"),
    "Help": ("help", "schema", "completion"),
}


class Panels(TyperGroup):
    """The program's help: its commands under what one wants of them, not in the order in which they were written."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        for panel, names in PANELS.items():
            rows = [(name.ljust(LONGEST), self.commands[name].get_short_help_str(200)) for name in names]
            with formatter.section(panel):
                formatter.write_dl(rows)


LONGEST = max(len(name) for names in PANELS.values() for name in names)  # so that every panel's second column begins alike

PROFILE = """What is known of a show: propose a profile, or check one.

\b
  aoud profile new my-show --from my-articles -o my-show.yaml
  aoud profile check my-show.yaml
  aoud conflicts --corpus my-articles --profile my-show.yaml"""

Command = TypeVar("Command", bound=Callable[..., Reply])


class _Registered(NamedTuple):
    """A command before typer has made one of it."""

    name: str
    help: str
    summary: str
    function: Callable[..., Reply]
    of_profile: bool


_REGISTERED: list[_Registered] = []


def command(name: str, summary: str, *examples: str, of_profile: bool = False) -> Callable[[Command], Command]:
    """Register a command whose help begins with lines that can be copied; `of_profile` are those of `aoud profile`."""

    def register(function: Command) -> Command:
        said = "\n".join([summary, "", "\b", *(f"  {line}" for line in examples)])
        _REGISTERED.append(_Registered(name, said, summary, function, of_profile))
        return function

    return register


def program(name: str = "") -> Any:
    """The program as click's group; with the name of a command that reads articles, that one alone.

    Typer takes a millisecond or two for each command that it makes, and a call runs one.
    """
    from aoud_cli.cli.gather import gathers, with_options

    alone = [one for one in _REGISTERED if one.name == name and gathers(one.function)]
    app = typer.Typer(
        cls=Panels,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        help=HELP,
        context_settings={"help_option_names": ["-h", "--help"]},
        callback=_root,
    )
    profile_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help=PROFILE)
    if not alone:
        app.add_typer(profile_app, name="profile", short_help="Propose a profile of a show, or check one.")
    for one in alone or _REGISTERED:
        function = with_options(one.function) if gathers(one.function) else one.function
        (profile_app if one.of_profile else app).command(one.name, help=one.help, short_help=one.summary)(function)
    return get_command(app)


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", is_eager=True, help="Show the version.")] = False,
) -> None:
    if version:
        from aoud_cli import __version__

        typer.echo(f"aoud {__version__}")
        raise typer.Exit
