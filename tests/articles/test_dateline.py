"""Where an article says when it was written, and which of its words are about itself."""

from __future__ import annotations

from datetime import date

import pytest
from growth import growth
from hypothesis import given, strategies as st

from aoud_cli.articles.dateline import article_date, article_title, metadata_spans

BODY = "Netflix said that All of Us Are Dead will be back, and the cast is as large as ever before.\n"
JULY = date(2025, 7, 23)

# text before the story, the day, the reason
DATED = [
    (" date 2025-07-23 All of Us Are Dead: Season 2\n\n", JULY, "header: date 2025-07-23"),
    ("Date: 2025-07-23\n\n", JULY, "header: Date: 2025-07-23"),
    ("---\ntitle: A\ndate: 2025-07-23\n---\n", JULY, "front matter: date 2025-07-23"),
    ("---\r\ntitle: A\r\ndate: '2025-07-23T10:00:00Z'\r\n---\r\n", JULY, "front matter: date 2025-07-23T10:00:00Z"),
    ("---\npublished: July 23, 2025\nupdated: 2026-01-01\n---\n", JULY, "front matter: published July 23, 2025"),
    ("Zombies\n\nPublished: July 23, 2025\n\n", JULY, "line: Published: July 23, 2025"),
    ("Zombies\nPublished July 23, 2025 at 10:30 AM EST\n", JULY, "line: Published July 23, 2025 at 10:30 AM EST"),
    ("Zombies\n*Posted on Wednesday, 23 July 2025*\n", JULY, "line: Posted on Wednesday, 23 July 2025"),
    ("Zombies\nUpdated: Jul 25, 2025\nPublished: Jul 23, 2025\n", JULY, "line: Published: Jul 23, 2025"),
    ("Zombies\nUpdated: Jul 25, 2025 | Published: Jul 23, 2025\n", JULY, "line: Published: Jul 23, 2025"),
    ("Zombies\nPublished: Jul 23, 2025 | Updated: Jul 25, 2025\n", JULY, "line: Published: Jul 23, 2025"),
    ("Zombies\nLast updated: 23 Jul 2025\n", JULY, "line: Last updated: 23 Jul 2025"),
    ("Zombies\nBy Moon Ha-eun | July 23, 2025\n", JULY, "byline: By Moon Ha-eun | July 23, 2025"),
    ("Zombies\nBy Moon Ha-eun, Published July 23, 2025\n", JULY, "byline: By Moon Ha-eun, Published July 23, 2025"),
    ("Zombies\nMoon Ha-eun \u2022 July 23, 2025\n", JULY, "byline: Moon Ha-eun \u2022 July 23, 2025"),
    ("SEOUL, July 23, 2025 (Yonhap) \u2014 ", JULY, "dateline: SEOUL, July 23, 2025 (Yonhap)"),
    ("SEOUL, South Korea, July 23, 2025 /PRNewswire/ -- ", JULY, "dateline: SEOUL, South Korea, July 23, 2025 /PRNewswire/"),
    ("Los Angeles, July 23, 2025 \u2014 ", JULY, "dateline: Los Angeles, July 23, 2025"),
    ("July 23, 2025 \u2014 ", JULY, "date line: July 23, 2025"),
    ("Zombies\n\nJuly 23, 2025\n\n", JULY, "date line: July 23, 2025"),
    ("Zombies\n2025.07.23\n", JULY, "date line: 2025.07.23"),
    ("Zombies\nHana Berg\nContributor\nI write about films.\nJuly 23, 2025, 09:15am EDT\n", JULY, "date line: July 23, 2025, 09:15am EDT"),
    ("RATINGS\nZombies\nA third line\nBY HANA BERG\n23 JULY 2025 11:42 AM\n", JULY, "date line: 23 JULY 2025 11:42 AM"),
    ("Zombies\netimes.example / Updated: Jul 23, 2025, 13:40 IST\n", JULY, "line: etimes.example / Updated: Jul 23, 2025, 13:40 IST"),
    ("Zombies\nTNN | Published: July 23, 2025\n", JULY, "line: TNN | Published: July 23, 2025"),
    ("Zombies\nBy Ann Lee | TNN | Updated July 25, 2025 (first published July 23, 2025)\n", JULY, "line: first published July 23, 2025"),
    ("Zombies\nEntered 2025.07.23. 10:12 / Revised 2025.07.25. 10:40\n", JULY, "line: Entered 2025.07.23. 10:12"),
]

UNDATED = [
    "",
    " date 2024-02-30 A day that doesn't exist\n",
    " date 0999-01-01 Long ago\n",
    "July 23, 2025 was the day on which filming began.\n",
    "Published in 2009, the webtoon ended in 2011.\n",
    "Published on June 7, 2022, the teaser shows a school.\n",
    "Updated regularly.\n",
    "By 2027, the show will be back.\n",
    "January 28, 2022 \u2014 Season 1 comes out.\n\nJune 6, 2022 \u2014 It is renewed.\n\n",
    "January 28, 2022\nSeason 1 comes out.\nJune 6, 2022\nIt is renewed.\n",
    "SEOUL, June 7 -- ",
    "---\nA rule, and no front matter\nfilming: 2025-07-23\n---\n",
    "---\ndate: soon\n---\n",
    "2025\n",
    "Zombies\nOne\nTwo\nThree\nThe premiere of season 2:\nJuly 23, 2025, 9:00 PM\n",
    "Zombies\nOne\nTwo\nThree\nFour\nFive\nJuly 23, 2025\n",
    "Season 2: 2026\n",
]


@pytest.mark.parametrize(("head", "day", "reason"), DATED)
def test_a_stated_day_is_found_with_its_words(head: str, day: date, reason: str) -> None:
    asserted = article_date(head + BODY)
    assert (asserted.earliest, asserted.latest, asserted.basis, asserted.reason) == (day, day, "stated", reason)


@pytest.mark.parametrize("head", UNDATED)
def test_no_day_is_made_up(head: str) -> None:
    asserted = article_date(head + BODY)
    assert (asserted.earliest, asserted.latest, asserted.basis, asserted.reason) == (None, None, "unknown", "")


def test_a_month_bounds_the_day() -> None:
    asserted = article_date("Zombies\nPublished: June 2025\n" + BODY)
    assert (asserted.earliest, asserted.latest) == (date(2025, 6, 1), date(2025, 6, 30))


@pytest.mark.parametrize(
    "line", ["Published: July 23, 2025", "Last updated on July 23, 2025", "This article was first published on July 23, 2025."]
)
def test_the_last_lines_count_too_and_the_middle_does_not(line: str) -> None:
    assert article_date(BODY * 30 + line).known_day == JULY
    assert article_date(BODY * 30 + line + "\n" + BODY * 30).basis == "unknown"


def test_the_header_outranks_what_the_text_says() -> None:
    text = " date 2022-06-07 Zombies\n\nSEOUL, June 8, 2022 (Yonhap) -- More zombies.\nPublished: June 9, 2022\n"
    assert article_date(text).known_day == date(2022, 6, 7)


@pytest.mark.parametrize(
    ("text", "metadata"),
    [
        (" date 2025-07-23 Zombies are back\n", [" date 2025-07-23 "]),
        ("---\ndate: 2025-07-23\n---\nZombies", ["---\ndate: 2025-07-23\n---\n"]),
        ("Zombies\nBy Moon Ha-eun\nPublished: July 23, 2025\nMore.", ["By Moon Ha-eun", "Published: July 23, 2025"]),
        ("SEOUL, June 7 -- Netflix said", ["SEOUL, June 7 -- "]),
        ("SEOUL (Reuters) - Netflix said", ["SEOUL (Reuters) - "]),
        ("SEOUL, Aug. 14, 2025 (Yonhap) \u2014 Netflix said", ["SEOUL, Aug. 14, 2025 (Yonhap) \u2014 "]),
        ("Zombies\nUpdated: July 1, 2025 | Published: June 3, 2025\n", ["Updated: July 1, 2025 | Published: June 3, 2025"]),
        ("NETFLIX - the streamer - said no", []),
        ("LOMON (Lee Su-hyeok) - returns", []),
        ("All of Us Are Dead \u2014 Season 2 \u2014 is back", []),
        ("By the time filming began, it was July 2025.", []),
    ],
)
def test_metadata_is_what_says_nothing_of_the_show(text: str, metadata: list[str]) -> None:
    assert [text[start:end] for start, end in metadata_spans(text)] == metadata


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (" date 2025-07-23 Zombies are back\n\n" + BODY, "Zombies are back"),
        ("---\ntitle: 'Zombies: again'\n---\n# Other\n" + BODY, "Zombies: again"),
        ("\n\n# Zombies #1\n" + BODY, "Zombies #1"),
        ("July 23, 2025\nZombies\n" + BODY, "Zombies"),
        ("By Moon Ha-eun\r\nZombies\r\n" + BODY, "Zombies"),
        ("SEOUL, July 23, 2025 (Yonhap) -- " + BODY, ""),
        (BODY.strip() * 4, ""),
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_the_title(text: str, title: str) -> None:
    assert article_title(text) == title


PIECES = [
    "date 2025-07-23",
    "Published:",
    "Updated",
    "By ",
    "July 23, 2025",
    "June 2025",
    "SEOUL",
    ", ",
    " \u2014 ",
    "--",
    "---",
    "\r\n",
    "\n",
    "(",
    "| ",
    "[Original: ",
    "Issue 4, ",
    "4 min read",
    "(Seoul=Yonhap) ",
    '<time datetime="2025-07-23">',
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=14).map("".join))
def test_no_text_breaks_it_and_spans_lie_in_order(text: str) -> None:
    article_title(text)
    asserted = article_date(text)
    assert (asserted.basis == "stated") == (asserted.earliest is not None)
    edges = [0, *(edge for span in metadata_spans(text) for edge in span), len(text)]
    assert edges == sorted(edges)


UNITS = ["a", " ", "\n", "*", "A ", "A, ", "By A ", "Ab | ", "- ", "SEOUL ", "---\n", "July 23, 2025\n", "'"]
UNITS += ["Updated ", "[Original: ", "2026-03-03 | ", "\u2014 3 March 2026 ", "Issue 4, ", '{"@type":', "<time ", "[a=b] "]


@pytest.mark.parametrize("unit", UNITS)
def test_time_is_linear(unit: str) -> None:
    def read(size: int) -> None:
        text = unit * (size // len(unit))
        article_date(text)
        article_title(text)
        article_title("---\n" + text)
        article_date("By " + text)
        article_date("Updated 2026-03-03 " + text)

    assert growth(read, 100_000) < 10
