"""How text may look where it goes: whether that is a terminal, how wide, and whether it takes colour."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TextIO

from aoud_cli.model import AGREEMENTS, Finding, Severity

if TYPE_CHECKING:
    from rich.console import Console

Color = Literal["red", "yellow", "green", "cyan", "bold", "dim"]
_STYLES: dict[Color, str] = {"red": "bold red", "yellow": "yellow", "green": "green", "cyan": "cyan", "bold": "bold", "dim": "dim"}
MARKS: dict[Severity, tuple[str, Color]] = {
    Severity.ERROR: ("✗", "red"),
    Severity.WARNING: ("!", "yellow"),
    Severity.NOTE: ("·", "cyan"),
}
NARROWEST, WIDEST = 40, 200  # COLUMNS=0 and COLUMNS=99999999 are both met in practice


@dataclass(frozen=True)
class Style:
    """`terminal`: text is laid out in `width` columns, else one record a line; `color`: whether marks are coloured.

    `blocks`: whether drawings may use block and line characters, else ASCII.
    """

    terminal: bool = False
    color: bool = False
    width: int = 80
    blocks: bool = True

    @classmethod
    def of(cls, stream: TextIO | None, when: str) -> Style:
        """The style for a stream, as `--color` and the environment ask."""
        terminal = is_terminal(stream)
        width = min(WIDEST, max(NARROWEST, shutil.get_terminal_size().columns))
        return cls(terminal, wants_color(when, terminal, os.environ), width, has_blocks(os.environ))

    def paint(self, text: str, color: Color) -> str:
        """The text in a colour, where there is colour. Only for words of our own."""
        if not self.color:
            return text
        from rich.color import ColorSystem
        from rich.style import Style as RichStyle

        return RichStyle.parse(_STYLES[color]).render(text, color_system=ColorSystem.STANDARD)


def plain_console(file: TextIO, *, is_terminal: bool, width: int | None = None) -> Console:
    """rich's console that neither colours text nor reads anything in it."""
    from rich.console import Console

    return Console(
        file=file, width=width, force_terminal=is_terminal, color_system=None, legacy_windows=False, markup=False, emoji=False,
        highlight=False,
    )  # fmt: skip


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody may be looking at what is written there."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def wants_color(when: str, terminal: bool, environment: Mapping[str, str]) -> bool:
    """The flag, then NO_COLOR, then FORCE_COLOR and CLICOLOR_FORCE, then what the terminal can do."""
    if when != "auto":
        return when == "always"
    if environment.get("NO_COLOR"):
        return False
    if any(environment.get(name, "") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
        return True
    return terminal and environment.get("TERM") != "dumb"


def has_blocks(environment: Mapping[str, str]) -> bool:
    """Whether the output can show block characters: not where the locale, or PYTHONIOENCODING before it, names another encoding.

    Where nothing is set, Python itself takes UTF-8.
    """
    if environment.get("TERM") == "dumb":
        return False
    encoding = environment.get("PYTHONIOENCODING", "").partition(":")[0]
    locale = next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")
    named = encoding or locale
    return not named or "utf8" in named.lower().replace("-", "")


def mark_of(finding: Finding) -> tuple[str, Color]:
    """A sign for how much a finding weighs, and its colour."""
    if finding.verdict in AGREEMENTS:
        return "✓", "green"
    if finding.accepted is not None:
        return MARKS[finding.severity][0], "dim"
    return MARKS[finding.severity]
