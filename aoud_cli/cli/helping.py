"""The topics of `aoud help`: plain text that ships with aoud, a file each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from aoud_cli.cli.reply import Reply
from aoud_cli.model import AoudError

HELP = Path(__file__).parent.parent / "help"


def help_topics() -> list[str]:
    """The names of the topics, in the order of the alphabet."""
    return sorted(path.stem for path in HELP.glob("*.md"))


def help_reply(topic: str | None, group: Any) -> Reply:
    """The text of a topic, or the help of a command of `group`; without either the list of topics. Raises AoudError for anything else."""
    topics = help_topics()
    if topic is None:
        width = max(len(name) for name in topics)
        lines = [f"  aoud help {name:{width}}  {_title(name)}" for name in topics]
        return Reply("\n".join(["Topics:", "", *lines, "", "aoud COMMAND --help tells of a command.", ""]))
    if topic in topics:
        return Reply(_text(topic))
    if topic in group.commands:
        return Reply(_help_of(group, topic))
    from aoud_cli.ground.nearest import did_you_mean

    known = did_you_mean(topic, (*topics, *group.commands))
    raise AoudError(f"no help on '{topic}'{known}; topics are {', '.join(topics)}")


def _text(topic: str) -> str:
    return (HELP / f"{topic}.md").read_text(encoding="utf-8")


def _title(topic: str) -> str:
    """The first line, which is the heading."""
    return _text(topic).partition("\n")[0].lstrip("# ")


def _help_of(group: Any, name: str) -> str:
    """What `aoud NAME --help` prints."""
    command = group.commands[name]
    with group.make_context("aoud", [name], resilient_parsing=True) as above:
        with command.make_context(name, [], parent=above, resilient_parsing=True) as context:
            return f"{command.get_help(context)}\n"
