"""The articles of the page: each in full, what it claims highlighted where it stands, with the numbers of the findings behind it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from aoud_cli.findings.dates import asserted_words
from aoud_cli.model import AGREEMENTS, Article, Claim, Finding, Severity
from aoud_cli.output.words import count_words, fact_words, hedged_words, value_words
from aoud_cli.views.report.guide import Guide
from aoud_cli.views.report.html import Html, el

TONES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def articles_section(guide: Guide) -> Html:
    """All articles in their order."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in guide.analysis.claims:
        told[claim.source.document].append(claim)
    shown = (_article(guide, article, told[article.document]) for article in guide.analysis.articles)
    return el("section", el("h2", "The articles", id="articles"), _legend(), *shown, aria_labelledby="articles")


def _legend() -> Html:
    kinds = (("error", "in an error"), ("warning", "in a warning"), ("note", "in a note or a change"), ("plain", "another claim"))
    lines = (("certain", "told as certain"), ("probable", "probable"), ("possible", "possible"))
    samples = [el("mark", words, class_=f"k {name}") for name, words in kinds]
    samples += [el("mark", words, class_=f"k plain {name}") for name, words in lines]
    return el("p", *[part for sample in samples for part in (sample, " ")], "A number leads to the finding.", class_="legend")


def _article(guide: Guide, article: Article, claims: Sequence[Claim]) -> Html:
    place = guide.places[article.document]
    dated = article.asserted
    reason = f": {dated.reason}" if dated.basis == "inferred" and dated.reason else ""
    return el(
        "article",
        el("h3", el("span", guide.labels[article.document], class_="label"), " ", article.title or article.document),
        el("p", f"{article.path} · {asserted_words(dated)} ({dated.basis}{reason})", class_="about"),
        el("div", *_highlighted(guide, article, claims), class_="text"),
        _list(guide, claims),
        class_="source",
        id=f"d-{place}",
        data_d=f" {place} ",
    )


def _highlighted(guide: Guide, article: Article, claims: Sequence[Claim]) -> Iterator[str]:
    """The text in stretches that the same claims cover; a claim's anchor is its first stretch, its numbers follow its last."""
    starts: defaultdict[int, list[Claim]] = defaultdict(list)
    ends: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        starts[claim.source.start].append(claim)
        ends[claim.source.end].append(claim)
    cuts = sorted({0, len(article.text), *starts, *ends})
    open_: list[Claim] = []
    for start, end in zip(cuts, cuts[1:], strict=False):
        open_ = [claim for claim in open_ if claim.source.end > start] + starts[start]
        piece = article.text[start:end]
        if not open_:
            yield piece
            continue
        yield _stretch(guide, piece, open_, starts[start])
        closing = guide.references(ends[end])
        if closing is not None:
            yield closing


def _stretch(guide: Guide, piece: str, claims: Sequence[Claim], opening: Sequence[Claim]) -> Html:
    topics = " ".join(sorted({f"t-{claim.topic}" for claim in claims}))
    levels = " ".join(sorted({claim.certainty.value for claim in claims}))
    said = "; ".join(_said(claim) for claim in opening) or None
    anchors = [el("a", id=f"c-{claim.id}") for claim in opening[1:]]
    first = f"c-{opening[0].id}" if opening else None
    return el("mark", *anchors, piece, id=first, class_=f"k {_tone(guide, claims)} {topics} {levels}", title=said)


def _tone(guide: Guide, claims: Sequence[Claim]) -> str:
    """The colour: that of the gravest finding, agreements apart."""
    found: list[Finding] = [f for claim in claims for f in guide.findings_of.get(claim.id, ()) if f.verdict not in AGREEMENTS]
    return TONES[max((f.severity for f in found), key=lambda severity: severity.rank)] if found else "plain"


def _said(claim: Claim) -> str:
    return f"{fact_words(claim)}: {hedged_words(claim, value_words(claim.value))}"


def _list(guide: Guide, claims: Sequence[Claim]) -> Html | None:
    """What was read from the article, for those who can't hover."""
    if not claims:
        return None
    rows = [
        el("li", guide.claim_link(claim, _said(claim)), guide.references([claim]), class_=f"c t-{claim.topic} {claim.certainty.value}")
        for claim in claims
    ]
    return el("details", el("summary", count_words(len(claims), "claim")), el("ol", *rows), class_="claims")
