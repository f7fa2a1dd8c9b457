"""The shapes of lines that tell when their article was written, each beside lines that look like them and tell of the story."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.articles.dateline import article_date, article_title, metadata_spans

BODY = "The streamer said that the drama will be back, and the cast is as large as ever before.\n"
ARTICLE = "Zombies\n" + BODY * 30
MARCH = date(2026, 3, 3)
SUMMER = date(2025, 7, 24)
AUTUMN = date(2026, 9, 26)
LETTER = date(2022, 7, 9)
WINTER = date(2024, 1, 15)

# a line under the title, its day, how much of it is about the article ("" for all)
LINES = [
    ("*Last updated: 2 June 2025. Age we'd say: 16+.*", date(2025, 6, 2), "*Last updated: 2 June 2025."),
    ("Updated 14:05, 3 March 2026 by the culture desk", MARCH, ""),
    ("Updated 9.15am GMT, 3 March 2026", MARCH, ""),
    ("UPDATED 3 MARCH 2026", MARCH, ""),
    ("(Updated: 3 March 2026)", MARCH, ""),
    ("First published on 3 March 2026 | 4 min read", MARCH, ""),
    ("Posted 3 March 2026 in News, K-drama", MARCH, ""),
    ("Published 3 March 2026, 9:41 AM by Kim Su-jin", MARCH, ""),
    ("Published: 3 March 2026 Updated: 4 March 2026", MARCH, ""),
    ("Published 3 March 2026. The season has eight episodes.", MARCH, "Published 3 March 2026."),
    ("Published: 3 March 2026 \u2014 Kim Su-jin will play a nurse.", MARCH, "Published: 3 March 2026"),
    ("Published 03-Mar-2026", MARCH, ""),
    ("Published 2026. 03. 03.", MARCH, ""),
    ("\uc785\ub825 2026.03.03 (Tue) 09:40", MARCH, ""),
    ("Information correct as of 3 March 2026", MARCH, ""),
    ("Update, 3 March 2026: the season has eight episodes.", MARCH, "Update, 3 March 2026:"),
    ("UPDATE (3 March 2026): the season has eight episodes.", MARCH, "UPDATE (3 March 2026):"),
    ("By Kim Su-jin March 3, 2026", MARCH, ""),
    ("Post by: Rick Lee 3 March, 2026", MARCH, ""),
    ("March 3, 2026 - 1:16 PM", MARCH, ""),
    ("**CORVANE SECURITIES** | Asia Media | Company note | 15 January 2024", WINTER, ""),
    ("Culture \u00b7 15 January 2024 \u00b7 4 min read", WINTER, ""),
    ("NEWS / 15 Jan 2024", WINTER, ""),
    ("K-drama desk \u2014 January 15, 2024", WINTER, ""),
    ("Press release \u2014 15 January 2024", WINTER, ""),
    ("15 January 2024 \u00b7 4 min read", WINTER, ""),
    ("By Kim Su-jin 01/15/24", WINTER, ""),
    ("January 15, 2024  | By Alex Kim  | 2 comments", WINTER, ""),
    ("15 January 2024 by Kim Su-jin", WINTER, ""),
    ("The Haedam Herald | Entertainment | 15 January 2024 09:40 KST", WINTER, ""),
    ("[Machine-assisted translation from Korean. Original: Haedam Newswire, 2025.07.24 09:40]", SUMMER, ""),
    ("[Originally published by the Haedam Herald on 24 July 2025.]", SUMMER, ""),
    ("(Seoul=Yonhap) 24 July 2025", SUMMER, ""),
    ("Haedam Newswire, 2025.07.24 09:40", SUMMER, ""),
    ("Pensacola, FL (PRWEB) July 24, 2025 -- It is back.", SUMMER, "Pensacola, FL (PRWEB) July 24, 2025 -- "),
    ("**Saturday 26 September 2026.** Refresh for the newest post", AUTUMN, ""),
    ("*Saturday, 26 September 2026*", AUTUMN, ""),
    ("Live: 26 September 2026", AUTUMN, ""),
    ("Live updates \u2014 26 September 2026", AUTUMN, ""),
    ("Issue 41, 26 September 2026", AUTUMN, ""),
    ("Newsletter #41 | Sat 26 Sep 2026", AUTUMN, ""),
    ("The Haedam Letter, Issue 41 \u00b7 26 September 2026", AUTUMN, ""),
    ("To the editor, 9 July 2022", LETTER, ""),
    ("Dated 9 July 2022", LETTER, ""),
    ("Sent: 9 July 2022", LETTER, ""),
    ("Date: Sat, 9 Jul 2022 10:00:00 +0100", LETTER, ""),
    ("From: Kim Su <k@haedam.example> Date: Sat, 9 Jul 2022 10:00:00 +0100", LETTER, ""),
    ('<time datetime="2025-07-24">', SUMMER, ""),
    ('<p>By Kim Su <time datetime="2025-07-24T10:00">24 July 2025</time></p>', SUMMER, ""),
    ("datePublished: 2025-07-24", SUMMER, ""),
    ('{"@type":"NewsArticle","dateModified":"2025-07-26","datePublished":"2025-07-24T09:00:00+09:00"}', SUMMER, ""),
    ('<meta property="article:published_time" content="2025-07-24T09:00:00Z">', SUMMER, ""),
    ("pubDate: Thu, 24 Jul 2025 09:00:00 GMT", SUMMER, ""),
    ("<pubDate>Thu, 24 Jul 2025 09:00:00 GMT</pubDate>", SUMMER, ""),
    ("Embargoed until 3 March 2026", MARCH, ""),
    ("UNDER EMBARGO UNTIL 00:01 GMT, 3 March 2026", MARCH, ""),
    ("FOR IMMEDIATE RELEASE 3 March 2026", MARCH, ""),
    ("FOR RELEASE: March 3, 2026", MARCH, ""),
]

# the last line of an article
LAST = [
    "Published 3 March 2026",
    "This page was last edited on 3 March 2026, at 10:11 (UTC).",
    "This story was originally published in the Haedam Herald on 3 March 2026.",
    "Editor's note: This article was first published on 3 March 2026 and has since been updated.",
    "\u2014 3 March 2026",
    "*(3 March 2026)*",
]

# lines under the title that hold a date, or words of a date's, and don't date the article
UNDATED = [
    "January 28, 2022 was the day the show arrived.",
    "Updated costumes",
    "Updated costumes for 3 March 2026",
    "Updated 30 February 2026",
    "Published on June 7, 2022 by the studio, the teaser shows a school.",
    "Posted on June 7, 2022, the clip runs a minute.",
    "Published 1 April 2009 \u2013 November 2011",
    "Genre: horror\nPublished: 25 May 2009",
    "Event: Fan week\nDate: 6 June 2022\nPlace: online",
    "Released: 28 January 2022",
    "Release date: 28 January 2022",
    "The report was published on 6 June 2022 by the Haedam Herald.",
    "The story was first published on 28 May 2009.",
    "> Published 3 March 2026",
    '"Published 3 March 2026," he said.',
    "Update: 28 January 2027.",
    "Update, 3 March 2026: it is on.\nUpdate, 5 March 2026: it is off.",
    "Season 1 | January 28, 2022",
    "Premiere | January 28, 2022",
    "Premiere / 28 Jan 2022",
    "Press conference | January 26, 2022",
    "Streamer \u00b7 28 January 2022 \u00b7 12 episodes",
    "28 January 2022 \u00b7 Horror",
    "Squid Game | September 17, 2021\nKingdom | January 25, 2019",
    "| Renewal | 28 January 2022 |",
    "The Glory \u2014 December 30, 2022",
    "- 2022-06-06: renewed\n- 2022-07-07: cast",
    "2022-06-06: renewed",
    "* 2022-06-06 \u2014 renewed",
    "15 January 2024: the renewal",
    "# 15 January 2024: the renewal",
    "15 January 2024 \u2014 the renewal",
    "**28 January 2022.** The show arrives.",
    "What follows:\nWhen it starts:\n28 January 2027",
    "[Photo: the studio, 28 January 2022]",
    "(Source: the studio, January 28, 2022)",
    "(Original: Kim Su-jin, 2009.05.28)",
    "[The original webtoon was first published by a portal on 28 May 2009]",
    "[Editor's note: the first season came out on January 28, 2022]",
    "The Haedam Herald, 24 July 2025, said so.",
    "Park Ji-hu, January 28, 2022",
    "Live: 26 September 2026, Olympic Hall",
    "Issue 41 came out on 26 September 2026",
    "Vol. 3 - March 2026",
    "Episode 41 | Sat 26 Sep 2026",
    "To the editor: on 9 July 2022 you wrote so.",
    '{"@type":"TVSeries","datePublished":"2022-01-28"}',
    'It starts <time datetime="2022-01-28">28 January 2022</time>',
    "Embargoed until 3 March 2026, the trailer shows a school.",
    "For release on 28 January 2022",
    "Retrieved 3 March 2026",
    "\u00a9 2026",
    "\u00a9 3 March 2026 Haedam Herald",
    "Copyright 2022-2026",
]

LAST_UNDATED = [
    '"It will be bigger."\n\u2014 3 March 2026',
    "\u2014 Kim Su-jin, 9 February 2022",
    "\u2014 28 January 2022\n\u2014 3 March 2026",
    "Premieres:\n(3 March 2026)",
    "28 January 2022",
    "Haedam Herald, 24 July 2025",
    "January 28, 2022 was the day the show arrived.",
    "Retrieved 3 March 2026",
    "\u00a9 2026 Haedam Herald",
]


@pytest.mark.parametrize(("line", "day", "about"), LINES)
def test_a_line_under_the_title_dates_its_article(line: str, day: date, about: str) -> None:
    text = f"Zombies\n{line}\n{BODY}"
    assert (article_date(text).known_day, article_date(text).basis) == (day, "stated")
    assert [text[start:end] for start, end in metadata_spans(text)] == [about or line]


@pytest.mark.parametrize("line", LAST)
def test_the_last_line_dates_its_article(line: str) -> None:
    text = ARTICLE + line
    assert article_date(text).known_day == MARCH
    assert [text[start:end] for start, end in metadata_spans(text)] == [line]


@pytest.mark.parametrize("line", UNDATED)
def test_a_date_of_the_story_is_not_the_articles(line: str) -> None:
    assert article_date(f"Zombies\n{line}\n{BODY}").basis == "unknown"
    assert metadata_spans(f"Zombies\n{line}\n{BODY}") == []


@pytest.mark.parametrize("line", LAST_UNDATED)
def test_a_date_at_the_end_may_be_the_storys(line: str) -> None:
    assert article_date(ARTICLE + line).basis == "unknown"


@pytest.mark.parametrize("line", [line for line, _, about in LINES if not about])
def test_no_line_in_the_middle_dates_the_article(line: str) -> None:
    assert article_date(ARTICLE + line + "\n" + BODY * 30).basis == "unknown"


@pytest.mark.parametrize(
    ("head", "months"),
    [
        ("Vol. 3 No. 2 - March 2026\n", (date(2026, 3, 1), date(2026, 3, 31))),
        (" date 2022-06 The platform said\n", (date(2022, 6, 1), date(2022, 6, 30))),
    ],
)
def test_a_month_is_an_interval(head: str, months: tuple[date, date]) -> None:
    asserted = article_date(head + BODY)
    assert (asserted.earliest, asserted.latest) == months


def test_released_dates_a_podcast_and_no_show() -> None:
    assert article_date("Two Seats, a podcast\nReleased 3 March 2026\n" + BODY).known_day == MARCH
    assert article_date("Two Seats, a drama\nReleased 3 March 2026\n" + BODY).basis == "unknown"


@pytest.mark.parametrize("line", ["Updated 14:05", "*Last updated: 10:30 AM KST*", "Updated 3 hours ago", "FOR IMMEDIATE RELEASE"])
def test_what_names_no_day_is_about_the_article_all_the_same(line: str) -> None:
    text = f"{line}\nZombies\n{BODY}"
    assert (article_date(text).basis, article_title(text)) == ("unknown", "Zombies")
    assert [text[start:end] for start, end in metadata_spans(text)] == [line]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Zombies\nUpdated 4 March 2026 by the desk\n" + BODY * 20 + "Published 3 March 2026", MARCH),
        ("Zombies\nCulture | 1 March 2026\nPublished 3 March 2026\n" + BODY, MARCH),
        ("[Translation. Original: Haedam Newswire, 2025.07.24]\nZombies\nPublished 3 March 2026\n" + BODY, MARCH),
        ("(Seoul=Yonhap) 3 March 2026 \u2014 " + BODY * 20 + "\u2014 5 March 2026", MARCH),
    ],
)
def test_of_two_dates_the_one_that_says_published_counts(text: str, day: date) -> None:
    assert article_date(text).known_day == day


@pytest.mark.parametrize(
    ("title", "basis", "months"),
    [
        ("Everything We Know So Far (August 2024 Update)", "stated", (date(2024, 8, 1), date(2024, 8, 31))),
        ("Everything We Know So Far [Updated: March 3, 2026]", "stated", (MARCH, MARCH)),
        ("The New Shows of the Autumn (August 2024)", "unknown", (None, None)),
        ("Zombies (2022)", "unknown", (None, None)),
    ],
)
def test_what_a_headline_says_of_its_last_change(title: str, basis: str, months: tuple[date | None, date | None]) -> None:
    asserted = article_date(f"{title}\n\n{BODY}")
    assert (asserted.basis, asserted.earliest, asserted.latest) == (basis, *months)
