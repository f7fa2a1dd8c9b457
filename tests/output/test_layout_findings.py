"""Conflicts, claims and agreements on a terminal."""

from __future__ import annotations

from datetime import date

import pytest
from forecasts import LABELS, PREMIERE, SLIPPING, STATUS
from gold_claims import dates, hours, make_claim, name, term

from aoud_cli.analysis.timeline import timeline
from aoud_cli.findings.moments import asserted_key
from aoud_cli.model import Acceptance, DateValue, Verdict
from aoud_cli.output.blocks import evidence_against, layout_conflicts, reason_words
from aoud_cli.output.style import Style
from aoud_cli.verdicts.agree import find_single
from aoud_cli.verdicts.find import find
from aoud_cli.views.agreements import layout_agreements
from aoud_cli.views.claims import layout_claims
from aoud_cli.views.timeline import layout_histories


def test_expired_forecasts_of_one_fact_share_a_block() -> None:
    found = [finding for finding in find(SLIPPING) if finding.verdict is Verdict.EXPIRED]
    assert len(found) == 2
    lines = layout_conflicts(found, LABELS, Style(True, False, 80))
    assert lines[0] == "! Season 2 · premiere" + " " * 50 + "2 expired"
    assert [line for line in lines if "but later" in line] == ["    site  2025-05-05         but later, in 2026 (2026)"]
    ids = " ".join(f.id for f in sorted(found, key=lambda f: asserted_key(f.sides[0].first)))
    assert lines[-3:] == ["  The last day, 2024-12-31, had passed when site was written.", f"  aoud explain {ids}", ""]


def test_a_conflict_says_each_article_once_and_why() -> None:
    claims = [
        make_claim("wire_1", "viewership.hours", "season-1", hours(500_000_000, 28), asserted="2022-03-01", quote="500 million hours"),
        make_claim("blog_1", "viewership.hours", "season-1", hours(400_000_000, 30), asserted="2022-04-01", quote="400 million hours"),
    ]
    (found,) = find(claims)
    assert layout_conflicts([found], LABELS, Style(True, False, 60)) == [
        "✗ Season 1 · hours viewed                        contradicts",
        "    wire  2022-03-01  over 500 million hours in 28 days",
        "                      “500 million hours”",
        "    blog  2022-04-01  over 400 million hours in 30 days",
        "                      “400 million hours”",
        "  A running total can't be smaller after 30 days than after",
        "  28.",
        f"  aoud explain {found.id}",
        "",
    ]


SOME = "They exclude each other, but some are hedged, or it is open which was told first."


HEDGES = [
    (("probable", "possible"), "They exclude each other, but both are hedged."),
    (("probable", "possible", "possible"), "They exclude each other, but all are hedged."),
    (("certain", "certain"), "They exclude each other, but it is open which was told first."),
    (("certain", "possible"), "They exclude each other, but one of them is hedged."),
    (("certain", "certain", "possible"), SOME),
]


@pytest.mark.parametrize(("certainties", "said"), HEDGES)
def test_why_it_only_differs(certainties: tuple[str, ...], said: str) -> None:
    """Values of a state from articles of no known day."""
    values = ("new", "returning", "out")
    told = [make_claim(f"doc{i}", "cast.status", "A B", term(values[i]), season=2, certainty=each) for i, each in enumerate(certainties)]
    (found,) = [finding for finding in find(told) if finding.verdict is Verdict.DIFFERS]
    assert reason_words([found], {}) == said


def test_a_forecast_that_expired_is_not_told_again_as_what_overtook_another() -> None:
    early = make_claim("one", "release.premiere", "season-2", dates("2023-01-01..2023-12-31"), certainty="probable", asserted="2022-06-01")
    later = make_claim("two", "release.premiere", "season-2", dates("2024-01-01..2024-12-31"), certainty="probable", asserted="2024-01-05")
    at_last = make_claim("six", "release.premiere", "season-2", dates("2025-02-14"), asserted="2025-03-01")
    expired = [finding for finding in find([early, later, at_last]) if finding.verdict is Verdict.EXPIRED]
    assert [len(finding.sides) for finding in expired] == [3, 2]
    assert [side.first for side in evidence_against(expired)] == [at_last]


def test_one_sentence_about_several_is_one_row() -> None:
    told = [
        make_claim("wire_1", STATUS, who, term("new"), season=2, quote="new are Moon Ha-eun and Seo Jun-ho")
        for who in ("Moon Ha-eun", "Seo Jun-ho")
    ]
    other = make_claim("wire_1", STATUS, "Ahn Seo-rin", term("new"), season=3, quote="so is Ahn Seo-rin")
    assert list(layout_claims([*told, other], LABELS, Style(True, False, 100))) == [
        "cast.status, season 2",
        "  Moon Ha-eun, Seo Jun-ho  new  wire:1  “new are Moon Ha-eun and Seo Jun-ho”",
        "",
        "cast.status, season 3",
        "  Ahn Seo-rin  new  wire:1  “so is Ahn Seo-rin”",
        "",
    ]


def test_agreements_say_how_many_and_what_is_more_exact() -> None:
    claims = [
        make_claim("wire_1", PREMIERE, "season-1", DateValue(dates("2022-01-01..2022-12-31").when, "2022"), asserted="2024-01-01"),
        make_claim("blog_1", PREMIERE, "season-1", DateValue(dates("2022-01-01..2022-12-31").when, "2022"), asserted="2024-01-02"),
        make_claim("site_1", PREMIERE, "season-1", DateValue(dates("2022-01-28").when, "2022-01-28"), asserted="2024-01-03"),
    ]
    found = [finding for finding in find(claims) if finding.verdict in (Verdict.AGREES, Verdict.REFINES)]
    assert list(layout_agreements(found, LABELS, Style(True, False, 80))) == [
        "release.premiere",
        "  Season 1  2022                      2 articles  blog, wire",
        "            more exactly: 2022-01-28  1 article   site",
        "",
    ]


def test_what_one_article_alone_says_needs_no_count() -> None:
    claims = [make_claim("wire_1", STATUS, "Moon Ha-eun", term("new"), season=2)]
    assert list(layout_agreements(find_single(claims, []), LABELS, Style(True, False, 80)))[1] == "  Moon Ha-eun  new  wire"


def test_two_words_for_one_thing_are_both_shown() -> None:
    claims = [
        make_claim(doc, "source.based_on", "show", term(word), asserted="2024-01-01")
        for doc, word in (("blog_1", "webcomic"), ("wire_1", "webtoon"))
    ]
    assert layout_histories(timeline(claims), LABELS, Style(True, False, 80))[2] == "    The show  webcomic = webtoon  blog, wire"


def test_an_accepted_conflict_says_so() -> None:
    claims = [make_claim(d, "source.author", "show", name(who), asserted="2022-01-01") for d, who in (("wire_1", "A B"), ("blog_1", "C D"))]
    (found,) = (finding._replace(accepted=Acceptance("a pen name", date(2026, 1, 31))) for finding in find(claims))
    lines = layout_conflicts([found], LABELS, Style(True, False, 60))
    assert lines[0].endswith(" contradicts, accepted")
    assert "  Accepted: a pen name (until 2026-01-31)" in lines


def test_words_taken_over_are_shown_once() -> None:
    claims = [make_claim(d, "source.author", "show", name(who)) for d, who in (("wire_1", "A B"), ("blog_1", "A B"), ("site_1", "C D"))]
    claims[0] = claims[0]._replace(voice="blog_1")
    lines = layout_conflicts(find(claims), LABELS, Style(True, False, 60))
    assert [line.strip() for line in lines if "words" in line] == ["“words”", "in the words of blog", "“words”"]


def test_voices_are_counted_and_the_first_is_named() -> None:
    claims = [make_claim(d, "source.author", "show", name("A B")) for d in ("wire_1", "blog_1", "site_1")]
    claims[0] = claims[0]._replace(voice="blog_1")
    shown = "\n".join(layout_agreements(find(claims), LABELS, Style(True, False, 100)))
    assert "3 articles, 2 independent  blog (repeated by wire), site" in shown
    claims[1] = claims[1]._replace(voice="news_1")
    claims[0] = claims[0]._replace(voice="news_1")
    shown = "\n".join(layout_agreements(find(claims), {**LABELS, "news_1": "news"}, Style(True, False, 100)))
    assert "3 articles, 2 independent  blog and wire (repeat news), site" in shown
