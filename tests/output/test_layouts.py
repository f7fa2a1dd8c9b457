"""What a terminal shows: histories with bars or steps, blocks of conflicts, lists under headings, the story."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from gold_claims import dates, hours, make_claim, name, term

from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.findings.moments import asserted_key
from aoud_cli.model import Acceptance, Claim, DateValue, Verdict
from aoud_cli.output.blocks import evidence_against, layout_conflicts, reason_words
from aoud_cli.output.columns import text_width
from aoud_cli.output.style import Style
from aoud_cli.verdicts.agree import find_single
from aoud_cli.verdicts.find import find
from aoud_cli.views.agreements import layout_agreements
from aoud_cli.views.claims import layout_claims
from aoud_cli.views.events import EventsView, layout_events
from aoud_cli.views.timeline import TimelineView, layout_histories
from aoud_cli.views.view import View

LABELS = {"wire_1": "wire", "blog_1": "blog", "site_1": "site"}
PREMIERE, PLAYS, STATUS = "release.premiere", "cast.plays", "cast.status"


def forecast(document: str, words: str, when: str, asserted: str, certainty: str = "probable", place: int = 0) -> Claim:
    value = DateValue(dates(when).when, words)
    return make_claim(document, PREMIERE, "season-2", value, asserted=asserted, certainty=certainty, quote=f"it comes {words}", place=place)


def lines_of(view: type[View], items: Sequence[Any]) -> list[str]:
    """The lines that a pipe gets of these items: they need no analysis."""
    made = object.__new__(view)
    made.items = items
    return list(made.lines(Style()))


SLIPPING = [
    forecast("wire_1", "in 2024", "2024-01-01..2024-12-31", "2023-03-01..2023-09-30", "possible"),
    forecast("blog_1", "late in 2024", "2024-09-01..2024-12-31", "2024-02-02"),
    forecast("site_1", "by 2026", "..2026-12-31", "2025-05-05"),
    forecast("site_1", "in 2026", "2026-01-01..2026-12-31", "2025-05-05", "certain", place=50),
]

WIDE = """\
Season 2 · premiere
                           2023        2024        2025        2026
                           |_____'_____|_____'_____|_____'_____|_____'_____
  wire  2023-03 … 2023-09    .......   ------------                          in 2024 (possible), expired
  blog  2024-02-02                      .      ====                          late in 2024 (probable), expired
  site  2025-05-05         <===============================================  by 2026 (probable)
  site  2025-05-05                                     .       ############  in 2026

# certain   = probable   - possible   < > open end   . when it was written
"""
NARROW = """\
Season 2 · premiere
        2023     2024     2025     2026
        |___'____|___'____|___'____|___'____
  wire   ......  ---------
        2023-03 … 2023-09: in 2024
        (possible), expired
  blog           .     ===
        2024-02-02: late in 2024 (probable),
        expired
  site  <===================================
        2025-05-05: by 2026 (probable)
  site                       .     #########
        2025-05-05: in 2026

# certain   = probable   - possible
< > open end   . when it was written
"""


@pytest.mark.parametrize(("width", "drawn"), [(120, WIDE), (44, NARROW)])
def test_a_slipping_date(width: int, drawn: str) -> None:
    lines = layout_histories(timeline(SLIPPING), LABELS, Style(True, False, width, blocks=False))
    assert "\n".join(lines) + "\n" == drawn


@pytest.mark.parametrize("width", range(40, 130))
def test_a_drawing_fits_any_width(width: int) -> None:
    histories = timeline(SLIPPING)
    for labels in (LABELS, {}):
        lines = layout_histories(histories, labels, Style(True, False, width))
        assert max(map(text_width, lines)) <= width
        assert sum("█" in line for line in lines) == 2  # the bar and the legend


def test_years_far_apart_still_fit() -> None:
    claims = [
        forecast("wire_1", "long ago", "0001-01-01..0001-12-31", "2024-01-01"),
        forecast("blog_1", "one day", "9999-12-31", "2024-01-02"),
    ]
    for width in (40, 80, 120):
        assert max(map(text_width, layout_histories(timeline(claims), LABELS, Style(True, False, width)))) <= width


def test_bars_are_told_apart_without_colour() -> None:
    plain = layout_histories(timeline(SLIPPING), LABELS, Style(True, False, 100))
    assert {char for char in "█▓░" if any(char in line for line in plain)} == set("█▓░")


def test_a_date_that_is_denied_has_no_bar() -> None:
    value = dates("2025-01-01..2025-12-31")
    denied = make_claim("blog_1", PREMIERE, "season-2", value, asserted="2024-06-01", polarity="negative")
    told = [forecast("wire_1", "in 2026", "2026-01-01..2026-12-31", "2024-05-01"), denied]
    lines = layout_histories(timeline(told), LABELS, Style(True, False, 100, blocks=False))
    row = next(line for line in lines if "blog" in line)
    assert "=" not in row and "#" not in row and row.endswith("not 2025-01-01..2025-12-31")


def test_what_all_tell_alike_is_a_line() -> None:
    claims = [
        make_claim("wire_1", PLAYS, "Moon Ha-eun", name("Ahn Seo-rin"), asserted="2024-01-01"),
        make_claim("blog_1", PLAYS, "Moon Ha-eun", name("Ahn Seo-rin"), asserted="2024-02-01"),
        make_claim("wire_1", STATUS, "Moon Ha-eun", term("returning"), asserted="2024-01-01", season=2, certainty="possible"),
        make_claim("blog_1", STATUS, "Moon Ha-eun", term("returning"), asserted="2024-02-01", season=2),
    ]
    assert layout_histories(timeline(claims), LABELS, Style(True, False, 80)) == [
        "Told alike by all that tell it, the earliest first",
        "  cast.plays",
        "    Moon Ha-eun  Ahn Seo-rin  wire, blog",
        "  cast.status, season 2",
        "    Moon Ha-eun  returning  wire (possible), blog",
        "",
    ]


def test_steps_of_a_state() -> None:
    claims = [
        make_claim("wire_1", STATUS, "Moon Ha-eun", term("returning"), asserted="2024-01-01", season=2),
        make_claim("blog_1", STATUS, "Moon Ha-eun", term("out"), asserted="2024-02-01..2024-09-01", season=2),
        make_claim("site_1", STATUS, "Moon Ha-eun", term("out"), asserted="2024-03-01", season=2),
    ]
    assert layout_histories(timeline(claims), LABELS, Style(True, False, 80)) == [
        "Moon Ha-eun · in the cast, season 2",
        "  wire  2024-01-01         first    returning",
        "  blog  2024-02 … 2024-09  changes  out",
        "~ site  2024-03-01         repeats  out",
        "",
        "~ may be older than the one above",
    ]


def test_a_forecast_is_marked_where_it_was_made() -> None:
    (history,) = timeline(SLIPPING)
    assert [(step.claim.source.document, step.expired) for step in history.steps] == [
        ("wire_1", True),
        ("blog_1", True),
        ("site_1", False),
        ("site_1", False),
    ]
    assert [line.split("\t")[6] for line in lines_of(TimelineView, [history])] == ["expired", "expired", "", ""]


def test_the_story() -> None:
    happened = [
        make_claim("wire_1", PREMIERE, "season-1", dates("2022-01-28"), asserted="2024-01-01"),
        make_claim("blog_1", PREMIERE, "season-1", dates("2022-01-01..2022-12-31"), asserted="2024-01-01"),
        make_claim("site_1", PREMIERE, "season-1", dates("2022-01-29"), asserted="2024-01-01", certainty="probable"),
    ]
    found = events([*happened, *SLIPPING[:2], SLIPPING[3]])
    assert list(layout_events(found, LABELS, Style(True, False, 80))) == [
        "●  2022-01-28       Season 1 · premiere     wire",
        "   2022             └ less exactly          blog",
        "   2022-01-29       └ otherwise (probable)  site",
        "○  2026             Season 2 · premiere     site",
        "   2024-09/2024-12  └ expired (probable)    blog",
        "   2024             └ expired (possible)    wire",
        "",
        "● told as past   ○ foretold; whether it came so, no article here tells",
    ]
    rows = [line.split("\t") for line in lines_of(EventsView, found)]
    assert [(row[0], row[2], row[5]) for row in rows][:4] == [
        ("2022-01-28", "best", "happened"),
        ("2022", "other", "happened"),
        ("2022-01-29", "other", "foretold"),
        ("2026", "best", "foretold"),
    ]


def test_an_open_end_is_said() -> None:
    (event,) = events([SLIPPING[2]])
    assert next(layout_events([event], LABELS, Style(True, False, 80))).startswith("○  by 2026-12-31  Season 2")


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
