"""What a command hands to the entry point."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aoud_cli.model import Skipped

OK = 0
FOUND = 1
FAILED = 2


@dataclass(frozen=True)
class Reply:
    """The text for standard output, or for the file `into`; the lines for standard error before and after it; the exit status.

    `opens` shows the written file in the browser.
    """

    text: str = ""
    notes: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    status: int = OK
    into: str | None = None
    force: bool = False
    opens: bool = False


def skip_notes(skipped: Iterable[Skipped]) -> tuple[str, ...]:
    """A line on each file that could not be read."""
    return tuple(f"aoud: skipped {item.path}: {item.reason}" for item in skipped)
