"""The program and its group of commands, on which each command is registered."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeVar

import typer
from typer.core import TyperGroup

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

app = typer.Typer(
    cls=Panels,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    help=HELP,
    context_settings={"help_option_names": ["-h", "--help"]},
)

PROFILE = """What is known of a show: propose a profile, or check one.

\b
  aoud profile new my-show --from my-articles -o my-show.yaml
  aoud profile check my-show.yaml
  aoud conflicts --corpus my-articles --profile my-show.yaml"""

profile_app = typer.Typer(rich_markup_mode=None, no_args_is_help=True, help=PROFILE)
app.add_typer(profile_app, name="profile", short_help="Propose a profile of a show, or check one.")

Command = TypeVar("Command", bound=Callable[..., Reply])


def command(name: str, summary: str, *examples: str, group: typer.Typer = app) -> Callable[[Command], Command]:
    """Register a command whose help begins with lines that can be copied."""
    return group.command(name, help="\n".join([summary, "", "\b", *(f"  {line}" for line in examples)]), short_help=summary)


@app.callback()
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", "-V", is_eager=True, help="Show the version.")] = False,
) -> None:
    if version:
        from aoud_cli import __version__

        typer.echo(f"aoud {__version__}")
        raise typer.Exit
