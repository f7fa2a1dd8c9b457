"""Tables: which cells of a row are read, with what of it, and of which season."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, EntityValue, QuantityValue
from aoud_cli.names.profile_file import load_profile
from aoud_cli.spans.sentences import sentences
from aoud_cli.spans.tables import by_column

SEASONS = "| Job | Season 1 | Season 2 |\n| --- | --- | --- |\n"
TABLES: list[tuple[str, list[tuple[str, object]]]] = [
    (SEASONS + "| Music | A | B |", [("| Music | A |", 1), ("| Music | B |", 2)]),
    (SEASONS + "| Music | | B |", [("| Music | B |", 2)]),
    (SEASONS + "| Music | A |", [("| Music | A |", None)]),
    ("| | Series one | S2 | Notes |\n| Music | A | B | C |", [("| Music | A |", 1), ("| Music | B |", 2), ("| Music | C |", None)]),
    ("| Name | What | Played by |\n| X | a liar; a thief | Y |", [("| X | a liar; a thief | Y |", None), ("| X | Y |", None)]),
    ("| Name | Played by |\n| X | Y |", [("| X | Y |", None)]),
    ("| Season 1 | Season 2 |\n| A | B |", [("| A | B |", None)]),
]


@pytest.mark.parametrize(("text", "rows"), TABLES, ids=[text for text, _ in TABLES])
def test_which_cells_are_read(text: str, rows: list[tuple[str, object]]) -> None:
    read = []
    for cell in by_column(sentences(text), ("Salt Lantern",)):
        first, last = cell.hidden or (0, 0)
        assert text[cell.sentence.start : cell.sentence.end] == cell.sentence.text
        read.append((" ".join((cell.sentence.text[:first] + cell.sentence.text[last:]).split()), cell.season))
    heads = [row for row in read if row[0].startswith(("| Job", "| ---", "| | Series", "| Name", "| Season"))]
    assert [row for row in read if row not in heads] == rows


def test_two_tables_keep_their_columns() -> None:
    text = SEASONS + "| Music | A | B |\n\nWords between.\n\n| Job | Who | Where |\n| Music | C | D |"
    assert [cell.season for cell in by_column(sentences(text), ("Salt Lantern",)) if cell.hidden] == [1, 2, None]


def test_claims_of_a_column_are_of_its_season() -> None:
    rows = "| Episodes | 12 | 8 |\n| Filming began | June 2020 | July 23, 2025 |\n| Released | January 28, 2022 | *not announced* |\n"
    day = date(2026, 1, 20)
    article = Article("a", "a.md", f"All of Us Are Dead\n\n{SEASONS}{rows}", "0", "All of Us Are Dead", Asserted(day, day))
    claims = extract([article], load_profile())
    assert {(claim.key, claim.season) for claim in claims} == {
        (key, season) for key in ("episodes.count", "production.filming_start", "release.premiere") for season in (1, 2)
    }
    assert all(article.text[claim.source.start : claim.source.end] == claim.source.quote for claim in claims)


OVERVIEW = """Series overview

Season | Episodes | First released | Last released
1 | 12 | January 28, 2022 | March 4, 2022
2 | 8 | October 4, 2024 | November 1, 2024
"""


@pytest.mark.parametrize("bars", [False, True])
def test_a_row_of_an_overview_is_of_its_season(bars: bool) -> None:
    text = "\n".join(f"| {line} |" if "|" in line and bars else line for line in OVERVIEW.splitlines())
    article = Article("a", "a.txt", f"All of Us Are Dead\n\n{text}", "0", "", Asserted(date(2025, 6, 1), date(2025, 6, 1)))
    found = {(claim.key, claim.season, claim.source.quote) for claim in extract([article], load_profile(), any_subject=True)}
    assert found == {
        ("episodes.count", 1, "12"),
        ("episodes.count", 2, "8"),
        ("release.premiere", 1, "January 28, 2022"),
        ("release.premiere", 2, "October 4, 2024"),
        ("release.finale", 1, "March 4, 2022"),
        ("release.finale", 2, "November 1, 2024"),
    }


PARTED = """Series overview

Season|Episodes|First aired (ITV1)|Last aired (ITV1)|BritBox
1|12|January 28, 2022|March 4, 2022|April 1, 2022
2 (Part 1)|6|October 4, 2024|November 1, 2024|January 17, 2025 (part 1), February 14, 2025 (part 2)
2 (Part 2)|4|March 4, 2025|March 25, 2025|TBA
"""


@pytest.mark.parametrize("mark", ["|", "\t"])
def test_an_overview_tells_parts_and_networks(mark: str) -> None:
    text = PARTED.replace("|", mark)
    article = Article("a", "a.txt", f"All of Us Are Dead\n\n{text}", "0", "", Asserted(date(2025, 6, 1), date(2025, 6, 1)))
    claims = extract([article], load_profile(), any_subject=True)
    assert {(c.predicate, c.season, c.part, c.source.quote) for c in claims if c.predicate == "count"} == {
        ("count", 1, None, "12"), ("count", 2, 1, "6"), ("count", 2, 2, "4"),
    }  # fmt: skip
    assert {(c.source.quote, c.part, getattr(c.value, "where", None)) for c in claims if c.predicate == "premiere"} == {
        ("January 28, 2022", None, "ITV1"), ("April 1, 2022", None, "BritBox"), ("October 4, 2024", 1, "ITV1"),
        ("January 17, 2025", 1, "BritBox"), ("February 14, 2025", 2, "BritBox"), ("March 4, 2025", 2, "ITV1"),
    }  # fmt: skip
    assert {(c.source.quote, c.part) for c in claims if c.predicate == "finale"} == {
        ("March 4, 2022", None), ("November 1, 2024", 1), ("March 25, 2025", 2),
    }  # fmt: skip


def test_a_row_of_another_table_is_of_no_season() -> None:
    text = "Rank | Episodes | Released\n1 | 12 | January 28, 2022\n2 | 8 | October 4, 2024"
    article = Article("a", "a.txt", f"All of Us Are Dead\n\n{text}", "0", "", Asserted(date(2025, 6, 1), date(2025, 6, 1)))
    assert [claim.key for claim in extract([article], load_profile(), any_subject=True) if claim.key == "episodes.count"] == []


EPISODES = """Series 1 (2022)
No. | Title | Directed by | Written by | Original release date | UK viewers (millions)
---|---|---|---|---|---
1 | "Low Water" | Lee Jae-kyoo | Chun Sung-il | 28 January 2022 | 7.92
2 | "The Well" | Lee Jae-kyoo | Chun Sung-il | 4 February 2022 | 6.88
3 | "Saltborn" | Kim Nam-su | Chun Sung-il | 11 February 2022 | 8.01

Series 2 (2024)
4 | "A Debt" | Kim Nam-su | Chun Sung-il | 10 January 2024 | 6.90
5 | "A Ship" | Kim Nam-su | Chun Sung-il | 17 January 2024 | 7.05

Viewing figures are consolidated seven-day data.
"""


@pytest.mark.parametrize("bars", [False, True])
def test_a_table_of_episodes_is_read_by_its_heads(bars: bool) -> None:
    text = "\n".join(f"| {line} |" if "|" in line and bars else line for line in EPISODES.splitlines())
    article = Article("a", "a.txt", f"All of Us Are Dead\n\nEpisodes\n\n{text}", "0", "", Asserted(date(2025, 6, 1), date(2025, 6, 1)))
    claims = extract([article], load_profile(), any_subject=True)
    crew = {(claim.key, claim.season, str(claim.value.name)) for claim in claims if isinstance(claim.value, EntityValue)}
    assert crew == {
        ("crew.director", 1, "Lee Jae-kyoo"), ("crew.director", 1, "Kim Nam-su"), ("crew.director", 2, "Kim Nam-su"),
        ("crew.writer", 1, "Chun Sung-il"), ("crew.writer", 2, "Chun Sung-il"),
    }  # fmt: skip
    days = {(claim.key, claim.season, claim.source.quote) for claim in claims if claim.topic == "release"}
    assert days == {
        ("release.premiere", 1, "28 January 2022"), ("release.finale", 1, "11 February 2022"),
        ("release.premiere", 2, "10 January 2024"), ("release.finale", 2, "17 January 2024"),
    }  # fmt: skip
    seen = {(c.season, c.value.number, c.value.per, c.value.window_days) for c in claims if isinstance(c.value, QuantityValue)}
    assert seen == {(1, 7_920_000, "premiere", 7), (1, 8_010_000, "finale", 7), (2, 6_900_000, "premiere", 7), (2, 7_050_000, "finale", 7)}
    assert all(article.text[claim.source.start : claim.source.end] == claim.source.quote for claim in claims)


@pytest.mark.parametrize("text", ["|\n\n|", "||\n\n||", "|\n\n| a | b |\n\n|", "| | |\n\n| | |\n\n| |"])
def test_rows_without_cells_are_read_as_they_stand(text: str) -> None:
    assert [cell.sentence.text for cell in by_column(sentences(text), ("Salt Lantern",)) if not cell.hidden] == text.split("\n\n")
