"""The commands around the program: profiles, schemas, help and completion."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from aoud_cli.cli.register import command
from aoud_cli.cli.reply import Reply

KINDS = "claims, cast, conflicts, agreements, timeline, events, check, diff, articles, explain, coverage, score, names or read."


@command(
    "new",
    "Propose a profile from articles, with what each line was read from.",
    "aoud profile new my-show --from my-articles                    print it",
    "aoud profile new my-show --from my-articles -o my-show.yaml    write it",
    of_profile=True,
)
def profile_new(
    name: Annotated[str, typer.Argument(metavar="NAME", help="What to call the profile: small letters, digits, hyphens.")],
    folders: Annotated[
        list[str], typer.Option("--from", metavar="PATH", show_default=False, help="A folder or file of articles; repeatable.")
    ],
    file: Annotated[Optional[str], typer.Option("-o", "--output", metavar="FILE", show_default=False, help="Write it to FILE.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite FILE.")] = False,
    allow_skips: Annotated[bool, typer.Option("--allow-skips", help="Don't end with 2 when a file can't be read.")] = False,
) -> Reply:
    from aoud_cli.cli.writing import new_reply

    return new_reply(name, folders, file, force, allow_skips)


@command(
    "check",
    "Say what is wrong in a profile, by file and line; ends with 1 if it can't be used.",
    "aoud profile check my-show.yaml",
    "aoud profile check my-show.yaml --corpus my-articles     and what in it doesn't fit the articles",
    of_profile=True,
)
def profile_check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A profile, or the name of one that comes with aoud.")],
    folders: Annotated[
        Optional[list[str]],
        typer.Option("--corpus", metavar="PATH", show_default=False, help="Articles to hold it against; may be repeated."),
    ] = None,
    allow_skips: Annotated[bool, typer.Option("--allow-skips", help="Don't end with 2 when a file can't be read.")] = False,
) -> Reply:
    from aoud_cli.cli.writing import check_reply

    return check_reply(file, folders or [], allow_skips)


@command(
    "schema",
    "Print the JSON Schema of what --json prints.",
    "aoud schema                             all kinds: each output is valid against it",
    "aoud schema claims                      that of `aoud claims --json`; #/$defs/claim is a line of --format jsonl",
)
def schema(
    kind: Annotated[Optional[str], typer.Argument(metavar="[KIND]", show_default=False, help=KINDS)] = None,
) -> Reply:
    from aoud_cli.ground.safe import dumps
    from aoud_cli.views.schema import schema_for

    return Reply(dumps(schema_for(kind), indent=2) + "\n")


@command(
    "help",
    "Explain a topic: how verdicts come about, dates, profiles, rules, JSON, exit status, scripts.",
    "aoud help                               the topics",
    "aoud help verdicts                      one of them",
    "aoud help check                         the same as aoud check --help",
)
def show_help(
    context: typer.Context,
    topic: Annotated[Optional[str], typer.Argument(metavar="[TOPIC]", show_default=False, help="A topic, or a command.")] = None,
) -> Reply:
    from aoud_cli.cli.helping import help_reply

    return help_reply(topic, context.find_root().command)


@command(
    "completion",
    "Print a completion script for a shell; nothing is installed.",
    "aoud completion bash > aoud.bash        then: . ./aoud.bash",
    "aoud completion zsh > _aoud             in a folder of $fpath",
    "aoud completion fish > ~/.config/fish/completions/aoud.fish",
)
def completion(context: typer.Context, shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh or fish.")]) -> Reply:
    from aoud_cli.cli.completion import completion_script

    return Reply(completion_script(shell, context.find_root().command))
