"""The cast as a table: who plays whom, who comes back, and which findings dispute it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aoud_cli.findings.facts import PLAYS, STATUS, group_facts
from aoud_cli.model import AGREEMENTS, Claim
from aoud_cli.output.words import hedged_words, subject_words, value_words
from aoud_cli.views.report.guide import Guide, marks_of
from aoud_cli.views.report.html import Html, el

COLUMNS = ("Who", "Part", "In the cast", "Findings")


def cast_section(guide: Guide) -> Html | None:
    """Everyone of whom a part or a status is told, whom the most articles name first; None where nobody is.

    The status of a character is its performer's, where one is known.
    """
    told: dict[str, list[Claim]] = {}
    names: dict[str, str] = {}
    for fact in group_facts(claim for claim in guide.analysis.claims if claim.polarity == "positive"):
        if fact.key in (PLAYS, STATUS) and not fact.mirrored:
            told.setdefault(fact.subject.id, []).extend(telling.claim for telling in fact.tellings)
            names.setdefault(fact.subject.id, subject_words(fact.subject))
    if not told:
        return None
    ordered = sorted(told, key=lambda ident: (-_articles(told[ident]), names[ident], ident))
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in COLUMNS)))
    table = el("table", head, el("tbody", *(_row(guide, names[ident], told[ident]) for ident in ordered)), class_="cast")
    legend = el("p", "The figure behind a value is the number of articles that say so.", class_="legend")
    return el("section", el("h2", "The cast", id="cast"), legend, table, aria_labelledby="cast")


def _articles(claims: Iterable[Claim]) -> int:
    return len({claim.source.document for claim in claims})


def _row(guide: Guide, name: str, claims: Sequence[Claim]) -> Html:
    parts = [claim for claim in claims if claim.predicate == "plays"]
    states = [claim for claim in claims if claim.predicate != "plays"]
    found = guide.in_blocks(f for claim in claims for f in guide.findings_of.get(claim.id, ()) if f.verdict not in AGREEMENTS)
    return el(
        "tr",
        el("th", name, scope="row"),
        el("td", *_values(guide, parts)),
        el("td", *_values(guide, states)),
        el("td", *(piece for finding in found for piece in (guide.finding_link(finding), " "))),
        **marks_of(guide, claims),
    )


def _values(guide: Guide, claims: Iterable[Claim]) -> list[Html]:
    """Each value once, those of the most articles first; it leads to the first words that say so."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        season = f"season {claim.season}: " if claim.predicate == "status" and claim.season is not None else ""
        groups.setdefault(season + hedged_words(claim, value_words(claim.value)), []).append(claim)
    ordered = sorted(groups.items(), key=lambda item: (-_articles(item[1]), item[0]))
    return [el("div", guide.claim_link(told[0], words), f" · {_articles(told)}") for words, told in ordered]
