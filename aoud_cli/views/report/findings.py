"""The findings of the page: the sides of each next to one another, each with its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aoud_cli.model import Claim, Finding, Severity, Side, Verdict
from aoud_cli.output.blocks import evidence_against, reason_words
from aoud_cli.output.words import count_words, fact_words, first_of_each, said_words, side_words, subject_words
from aoud_cli.predicates import LABELS
from aoud_cli.views.report.days import people_dates
from aoud_cli.views.report.guide import Guide, claims_in, marks_of
from aoud_cli.views.report.html import Html, el, join

MOST_QUOTES = 3  # of one side: what more articles repeat stands folded behind them
MOST_LINKS = 12
BESIDE = 2  # a forecast and what overtook it stand next to each other; of more, the forecasts stand in a row of their own


def findings_section(guide: Guide) -> Html:
    """What can't all be right, then what only changed."""
    conflicts = [_card(guide, block) for block in guide.conflicts]
    changes = [_card(guide, block) for block in guide.changes]
    folded = el("details", el("summary", f"What changed from one article to a later one ({len(changes):,})"), *changes, class_="more")
    told = [block[0] for block in guide.conflicts]  # a card each
    return el(
        "section",
        el("h2", "Findings", id="findings"),
        el("p", tally(told), class_="tally"),
        *conflicts,
        folded if changes else None,
        aria_labelledby="findings",
    )


def tally(findings: Sequence[Finding]) -> str:
    """'3 errors, 1 warning, 2 notes'."""
    counts = [(severity.value, sum(f.severity is severity for f in findings)) for severity in Severity]
    return ", ".join(count_words(count, name) for name, count in counts if count) or "No conflicts: the articles can all be right."


def _card(guide: Guide, block: Sequence[Finding]) -> Html:
    finding = block[0]
    return el(
        "article",
        el(
            "h3",
            el("span", str(guide.numbers[finding.id]), class_="number"),
            fact_words(finding),
            el("span", finding.verdict.value if len(block) == 1 else f"{len(block)} {finding.verdict.value}", class_="verdict"),
        ),
        *(_forecasts(guide, block) if finding.verdict is Verdict.EXPIRED else [_sides(guide, finding, finding.sides)]),
        el("p", people_dates(reason_words(block, guide.labels_in(block))), class_="reason"),
        class_=f"finding {finding.severity.value}",
        id=f"f-{finding.id}",
        **marks_of(guide, (claim for one in block for claim in claims_in(one))),
    )


def _forecasts(guide: Guide, block: Sequence[Finding]) -> list[Html]:
    """All forecasts of one fact that did not come true, then what is told against them, once."""
    against = evidence_against(block)
    if len(block) + len(against) <= BESIDE:
        return [_sides(guide, block[0], block[0].sides)]
    sides = [_side(guide, one, one.sides[0], None if one is block[0] else f"f-{one.id}") for one in block]
    return [el("div", *sides, class_="sides"), el("p", "but later", class_="turn"), _sides(guide, block[0], against)]


def _sides(guide: Guide, finding: Finding, sides: Sequence[Side]) -> Html:
    return el("div", *(_side(guide, finding, side) for side in sides), class_="sides")


def _side(guide: Guide, finding: Finding, side: Side, anchor: str | None = None) -> Html:
    told = list(first_of_each(side))
    value = people_dates(said_words(side.first, finding))
    quotes = [el("li", _quote(guide, claim), _own(people_dates(said_words(claim, finding)), value)) for claim in told[:MOST_QUOTES]]
    rest = told[MOST_QUOTES:]
    more = el("details", el("summary", f"and {count_words(len(rest), 'article')} more"), _links(guide, rest)) if rest else None
    return el("div", el("p", value, class_="value"), el("ul", *quotes), more, class_="side", id=anchor)


def _quote(guide: Guide, claim: Claim) -> Html:
    words = el("blockquote", el("a", f"“{claim.source.quote}”", href=f"#c-{claim.id}"))
    return join([words, guide.told(claim)])


def _own(said: str, value: str) -> Html | None:
    """What one article of a side says, where it puts the side's value otherwise or hedges it."""
    return None if said == value else el("span", f" · {said}", class_="told")


def _links(guide: Guide, claims: Iterable[Claim]) -> Html:
    return el("p", *[part for claim in claims for part in (guide.claim_link(claim), " ")], class_="links")


def agreements_section(guide: Guide) -> Html | None:
    """What several articles tell alike, a table a predicate and season."""
    groups: dict[str, list[Finding]] = {}
    for (finding,) in guide.agreements:
        heading = _heading(finding)
        groups.setdefault(heading, []).append(finding)
    if not groups:
        return None
    tables = [_table(guide, heading, findings) for heading, findings in groups.items()]
    return el("section", el("h2", "What several articles say alike", id="alike"), *tables, aria_labelledby="alike")


def _heading(finding: Finding) -> str:
    """`Plays`, `In the cast, season 2`: the fact in words, and the season where the subjects under it don't name it."""
    label = LABELS.get(finding.key, finding.predicate)
    season = f", season {finding.season}" if finding.season is not None and finding.subject.kind != "season" else ""
    return f"{label[:1].upper()}{label[1:]}{season}"


def _table(guide: Guide, heading: str, findings: Sequence[Finding]) -> Html:
    head = el("thead", el("tr", *(el("th", name, scope="col") for name in ("No.", "Of", "Said", "By"))))
    rows = [row for finding in findings for row in _rows(guide, finding)]
    return el("table", el("caption", heading), head, el("tbody", *rows), class_="alike")


def _rows(guide: Guide, finding: Finding) -> Iterator[Html]:
    for place, side in enumerate(finding.sides):
        told = list(first_of_each(side))
        shown, rest = told[:MOST_LINKS], told[MOST_LINKS:]
        more = el("details", el("summary", f"{len(rest):,} more"), _links(guide, rest)) if rest else None
        said = people_dates(side_words(side.first, finding.subject))
        yield el(
            "tr",
            el("td", str(guide.numbers[finding.id]) if not place else None, class_="number"),
            el("th", subject_words(finding.subject), scope="row") if not place else el("td"),
            el("td", said if not place else f"more exactly: {said}"),
            el("td", _links(guide, shown), more),
            id=None if place else f"f-{finding.id}",
            **marks_of(guide, claims_in(finding)),
        )
