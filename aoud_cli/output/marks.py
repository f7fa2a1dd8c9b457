"""The mark and the colour of a finding."""

from __future__ import annotations

from aoud_cli.model import AGREEMENTS, Finding, Severity
from aoud_cli.output.style import Color

MARKS: dict[Severity, tuple[str, Color]] = {
    Severity.ERROR: ("✗", "red"),
    Severity.WARNING: ("!", "yellow"),
    Severity.NOTE: ("·", "cyan"),
}


def mark_of(finding: Finding) -> tuple[str, Color]:
    """A sign for how much a finding weighs, and its colour."""
    if finding.verdict in AGREEMENTS:
        return "✓", "green"
    if finding.accepted is not None:
        return MARKS[finding.severity][0], "dim"
    return MARKS[finding.severity]
