"""What a command hands to the entry point."""

from __future__ import annotations

from dataclasses import dataclass

OK = 0
FOUND = 1
FAILED = 2
INTERRUPTED = 130


@dataclass(frozen=True)
class Report:
    """The text for standard output, or for the file `into`; the lines for standard error before and after it; the exit status."""

    text: str = ""
    notes: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()
    status: int = OK
    into: str | None = None
    force: bool = False
