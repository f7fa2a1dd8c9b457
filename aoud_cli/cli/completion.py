"""Completion scripts for shells, made from the commands as they are; each stands alone and never runs aoud."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from aoud_cli.cli.helping import help_topics
from aoud_cli.model import AoudError
from aoud_cli.predicates import FACTS, TOPICS

HELP_OPTIONS = ("-h", "--help")


@dataclass(frozen=True)
class _Option:
    """An option by all its names; `values` are the ones that it can take, `is_flag` says that it takes none.

    `is_open` says that a file may stand for one of the values, too.
    """

    names: tuple[str, ...]
    words: str
    values: tuple[str, ...]
    is_flag: bool
    is_open: bool = False

    @property
    def takes_file(self) -> bool:
        """Whether anything may stand behind it."""
        return not self.values and not self.is_flag


@dataclass(frozen=True)
class _Command:
    """A command with what may stand behind it besides options, where that is known; files may always."""

    name: str
    words: str
    options: tuple[_Option, ...]
    arguments: tuple[str, ...]


def completion_script(shell: str, group: Any) -> str:
    """The script for a shell, for the commands of `group`. Raises AoudError for a shell that isn't known."""
    if shell not in _WRITERS:
        raise AoudError(f"no completion for '{shell}'; there is one for {', '.join(_WRITERS)}")
    names = list(group.commands)
    return _WRITERS[shell]([_read(name, command, names) for name, command in group.commands.items()])


def _read(name: str, command: Any, names: Sequence[str]) -> _Command:
    members = getattr(command, "commands", {})  # of a group: `aoud profile new`; their options are told together
    parameters = [param for one in (command, *members.values()) for param in one.params if param.param_type_name == "option"]
    options = list({option.names: option for option in map(_read_option, parameters)}.values())
    arguments = [param.name for param in command.params if param.param_type_name == "argument"]
    values = [value for argument in arguments for value in _values_of(name, argument, names)]
    values += members
    return _Command(name, command.get_short_help_str(200), (*options, _Option(HELP_OPTIONS, "Show help.", (), True)), tuple(values))


def _read_option(param: Any) -> _Option:
    known = _SHIPPED[param.name]() if param.name in _SHIPPED else ()
    values = known or tuple(getattr(param.type, "choices", ()))
    return _Option(tuple(param.opts), param.help or "", values, bool(param.is_flag), bool(known))


def _profiles() -> tuple[str, ...]:
    """The profiles that come with aoud."""
    from aoud_cli.names.profile_file import shipped_profiles

    return shipped_profiles()


def _articles() -> tuple[str, ...]:
    """The names of the sample articles; bash offers those of the folder behind --corpus instead."""
    from aoud_cli.ground.files import shipped_folder

    return tuple(sorted(os.path.splitext(name)[0] for name in os.listdir(shipped_folder())))


_SHIPPED: dict[str, Callable[[], tuple[str, ...]]] = {"profile": _profiles, "said_by": _articles}


def _values_of(command: str, argument: str, names: Sequence[str]) -> Iterable[str]:
    """What an argument can be, where it isn't a file."""
    if command == "help":
        return (*help_topics(), *names)
    if argument == "kind":
        from aoud_cli.views.schema import KINDS

        return KINDS
    return {"topic": (*TOPICS, *FACTS), "shell": tuple(_WRITERS)}.get(argument, ())


# bash ------------------------------------------------------------------------------------------------------------------


def _bash(commands: Sequence[_Command]) -> str:
    named = [(command, name, option) for command in commands for option in command.options for name in option.names]
    values = [f'    "{one.name} {name}") words="{" ".join(option.values)}" ;;' for one, name, option in named if option.values]
    files = [f'    "{one.name} {name}") return ;;' for one, name, option in named if option.takes_file]
    options = _cases((command.name, _names_of(command)) for command in commands)
    arguments = _cases((command.name, command.arguments) for command in commands if command.arguments)
    lines = [
        "# Completion of aoud for bash: source this file, for instance from ~/.bashrc.",
        "_aoud() {",
        '  local at found word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}" words=""',
        "  COMPREPLY=()",
        '  case "$command $before" in',
        *values,
        *files,
        "    *)",
        "      if (( COMP_CWORD == 1 )); then",
        f'        words="{" ".join([*(c.name for c in commands), *HELP_OPTIONS, "--version"])}"',
        '      elif [[ "$word" == -* ]]; then',
        '        case "$command" in',
        *options,
        "        esac",
        "      else",
        '        case "$command" in',
        *arguments,
        "        esac",
        "      fi ;;",
        "  esac",
        *_BASH_SAID_BY,
        '  while IFS= read -r found; do COMPREPLY+=("$found"); done < <(compgen -W "$words" -- "$word")',
        "}",
        "complete -o default -F _aoud aoud  # file names where nothing else fits",
    ]
    return "\n".join(lines) + "\n"


_BASH_SAID_BY = (
    '  if [[ "$before" == --said-by ]]; then  # articles of the folder that the line names',
    "    for (( at = 2; at < COMP_CWORD; at++ )); do",
    '      if [[ "${COMP_WORDS[at-1]}" == --corpus && -d "${COMP_WORDS[at]}" ]]; then words="$(cd "${COMP_WORDS[at]}" && ls)"; fi',
    "    done",
    "  fi",
)


def _names_of(command: _Command) -> list[str]:
    return [name for option in command.options for name in option.names]


def _cases(words: Iterable[tuple[str, Iterable[str]]]) -> list[str]:
    return [f'          {name}) words="{" ".join(told)}" ;;' for name, told in words]


# zsh -------------------------------------------------------------------------------------------------------------------


def _zsh(commands: Sequence[_Command]) -> str:
    lines = [
        "#compdef aoud",
        "# Completion of aoud for zsh: a file named _aoud in a folder of $fpath, or sourced after compinit.",
        "_aoud() {",
        "  local -a commands=(",
        *(f"    {_quoted(_zsh_words(c.name) + ':' + c.words)}" for c in commands),
        "  )",
        "  if (( CURRENT == 2 )); then _describe command commands; return; fi",
        '  local command="$words[2]"',
        "  shift words; (( CURRENT-- ))",
        '  case "$command" in',
    ]
    for command in commands:
        lines += [f"    {command.name})", "      _arguments \\"]
        lines += [f"        {spec} \\" for option in command.options for spec in _zsh_option(option)]
        given = f"({' '.join(command.arguments)})" if command.arguments else "_files"
        lines += [f"        {_quoted(f'*:argument:{given}')} ;;"]
    lines += ["  esac", "}", "if [[ $funcstack[1] == _aoud ]]; then _aoud; else compdef _aoud aoud; fi"]
    return "\n".join(lines) + "\n"


def _zsh_option(option: _Option) -> list[str]:
    words = _zsh_words(option.words).replace("[", r"\[").replace("]", r"\]")
    values = " ".join(option.values)
    given = f"{{compadd -- {values}; _files}}" if option.is_open else f"({values})" if values else "_files"
    value = "" if option.is_flag else f":value:{given}"
    return [_quoted(f"*{name}[{words}]{value}") for name in option.names]


def _zsh_words(text: str) -> str:
    return text.replace("\\", "\\\\").replace(":", r"\:")


# fish ------------------------------------------------------------------------------------------------------------------


def _fish(commands: Sequence[_Command]) -> str:
    lines = ["# Completion of aoud for fish: source this file, or keep it as ~/.config/fish/completions/aoud.fish."]
    for command in commands:
        lines.append(f"complete -c aoud -f -n __fish_use_subcommand -a {command.name} -d {_quoted(command.words)}")
    for command in commands:
        when = f"complete -c aoud -n '__fish_seen_subcommand_from {command.name}'"
        if command.arguments:
            lines.append(f"{when} -f -a {_quoted(' '.join(command.arguments))}")
        lines += [f"{when} {_fish_option(option)}" for option in command.options]
    return "\n".join(lines) + "\n"


def _fish_option(option: _Option) -> str:
    names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
    given = f" -a {_quoted(' '.join(option.values))}" if option.values else ""
    value = "" if option.is_flag else f" {'-x' if given and not option.is_open else '-r'}{given}"
    return f"{names}{value} -d {_quoted(option.words)}"


def _quoted(text: str) -> str:
    """One word of a shell, whatever is in it."""
    return "'" + text.replace("'", "'\\''") + "'"


_WRITERS: dict[str, Callable[[Sequence[_Command]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
