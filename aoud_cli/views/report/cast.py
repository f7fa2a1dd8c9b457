"""The cast as a table: who plays whom, who comes back, and which findings dispute it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aoud_cli.analysis.cast import Member, Standing, cast_of
from aoud_cli.model import AGREEMENTS
from aoud_cli.output.words import subject_words
from aoud_cli.views.cast import standing_words
from aoud_cli.views.report.guide import Guide, marks_of
from aoud_cli.views.report.html import Html, el

COLUMNS = ("Who", "Part", "In the cast", "Findings")


def cast_section(guide: Guide) -> Html | None:
    """Everyone of whom a part or a status is told, whom the most articles name first; None where nobody is."""
    members = cast_of(guide.analysis.claims)
    if not members:
        return None
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in COLUMNS)))
    table = el("table", head, el("tbody", *(_row(guide, member) for member in members)), class_="cast")
    legend = el(
        "p",
        "Of several things told of one season the surest and latest stands here. The figure is the number of articles.",
        class_="legend",
    )
    return el("section", el("h2", "The cast", id="cast"), legend, table, aria_labelledby="cast")


def _row(guide: Guide, member: Member) -> Html:
    found = guide.in_blocks(f for claim in member.claims for f in guide.findings_of.get(claim.id, ()) if f.verdict not in AGREEMENTS)
    return el(
        "tr",
        el("th", subject_words(member.who), scope="row"),
        el("td", *_values(guide, member.plays)),
        el("td", *_values(guide, member.status)),
        el("td", *(piece for finding in found for piece in (guide.finding_link(finding), " "))),
        **marks_of(guide, member.claims),
    )


def _values(guide: Guide, standings: Sequence[Standing]) -> Iterable[Html]:
    """Each value once; it leads to the words that say so last."""
    for one in standings:
        yield el("div", guide.claim_link(one.last, standing_words(one)), f" \u00b7 {len(one.documents)}")
