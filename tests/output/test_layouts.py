"""What a terminal shows: histories with bars or steps, blocks of conflicts, lists under headings, the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from forecasts import LABELS, PLAYS, PREMIERE, SLIPPING, STATUS, forecast
from gold_claims import dates, make_claim, name, term

from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.output.columns import text_width
from aoud_cli.output.style import Style
from aoud_cli.views.events import EventsView, layout_events
from aoud_cli.views.timeline import TimelineView, layout_histories
from aoud_cli.views.view import View


def lines_of(view: type[View], items: Sequence[Any]) -> list[str]:
    """The lines that a pipe gets of these items: they need no analysis."""
    made = object.__new__(view)
    made.items = items
    return list(made.lines(Style()))


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
