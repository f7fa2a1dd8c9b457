"""Records as text: laid out on a terminal, tab-separated lines when piped. Both hold the same words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from aoud_cli.model import Severity
from aoud_cli.output.records import Kind
from aoud_cli.output.style import Style
from aoud_cli.output.words import count_words, document_labels

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis


def render(kind: Kind, items: Sequence[Any], analysis: Analysis, style: Style) -> str:
    """The items of one kind as text in the style, each line ended."""
    if style.terminal:
        lines = _layout(kind, items, analysis, style)
    else:
        from aoud_cli.output.lines import lines_of

        lines = lines_of(kind, items, analysis, style)
    return "".join(f"{line}\n" for line in lines)


def tally(kind: Kind, items: Sequence[Any], more: bool) -> str:
    """The closing line: how many of what, and what else could be asked."""
    if kind != "conflicts":
        return ""
    counts = [(severity, sum(item.severity is severity and item.accepted is None for item in items)) for severity in Severity]
    accepted = sum(item.accepted is not None for item in items)
    said = ", ".join(
        [*(count_words(count, severity.value) for severity, count in counts if count), *([f"{accepted} accepted"] if accepted else [])]
    )
    hint = "; aoud conflicts --all also lists what changed" if more else ""
    return (said or "no conflicts") + hint


def _layout(kind: Kind, items: Sequence[Any], analysis: Analysis, style: Style) -> list[str]:
    from aoud_cli.output import lists

    labels = document_labels([article.document for article in analysis.articles])
    if kind == "conflicts":
        from aoud_cli.output.blocks import layout_conflicts

        return layout_conflicts(items, labels, style)
    if kind == "timeline":
        from aoud_cli.output.history import layout_histories

        return layout_histories(items, labels, style)
    if kind == "articles":
        return lists.layout_articles(items, analysis, labels, style)
    if kind == "agreements":
        return lists.layout_agreements(items, labels, style)
    return (lists.layout_events if kind == "events" else lists.layout_claims)(items, labels, style)
