"""The mark and the colour of a finding."""

from __future__ import annotations

from aoud_cli.model import Finding, Severity, Verdict
from aoud_cli.output.style import Color

_MARKS: dict[Severity, tuple[str, Color]] = {
    Severity.ERROR: ("✗", "red"),
    Severity.WARNING: ("!", "yellow"),
    Severity.NOTE: ("·", "cyan"),
}


def mark_of(finding: Finding) -> tuple[str, Color]:
    """A sign for how much a finding weighs, and its colour."""
    if finding.verdict in (Verdict.AGREES, Verdict.REFINES):
        return "✓", "green"
    if finding.accepted is not None:
        return _MARKS[finding.severity][0], "dim"
    return _MARKS[finding.severity]
