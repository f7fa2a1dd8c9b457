"""Sentences that look like a claim: what they tell is another one, a denial of it, or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aoud_cli import analyse
from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted
from aoud_cli.profile import load_profile

PROFILE = load_profile()
DAY = date(2026, 6, 15)


def told(text: str) -> list[str]:
    """What is read in a text: predicate, subject, the value's term or words, and whether it is denied."""
    claims = extract([Article("a", "a.txt", text, "0", "", Asserted(DAY, DAY, "stated", "header"))], PROFILE)
    denied = {"negative": "not ", "positive": ""}
    return [f"{claim.key} {claim.subject.id}: {denied[claim.polarity]}{getattr(claim.value, 'term', claim.value.text)}" for claim in claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lomon does not play Gwi-nam.", ["cast.plays lomon: not Gwi-nam"]),
        ("Lomon plays Gwi-nam.", ["cast.plays lomon: Gwi-nam"]),
        ("If filming had begun in 2024, the show would have premiered in 2025.", []),
        ("Fans had hoped for a 2025 release.", []),
        ("The article previously stated that Lomon plays Gwi-nam.", []),
        ("A teaser trailer was released on May 5, 2026.", ["trailer.available season-1: yes"]),
        ("The poster for season 2 was released on June 1, 2026.", []),
        ("The season 1 soundtrack came out on February 4, 2022.", []),
        ("The webtoon was first released in 2009.", ["source.based_on show: webtoon"]),
        (
            "Based on the webtoon, the series was first released in 2022.",
            ["source.based_on show: webtoon", "release.premiere season-1: 2022"],
        ),
        ("Park Ji-hu stars in Little Harbour, which premiered in 2022.", []),
        ("Park Ji-hu stars in the series, which premiered in 2022.", ["release.premiere season-1: 2022"]),
        ("Season 2 will be set in Seoul, three years after the first season.", ["setting.place season-2: Seoul"]),
        ("Netflix has confirmed that Season 2 won't arrive before 2027.", ["release.premiere season-2: before 2027"]),
        ("Netflix has confirmed Season 2.", ["renewal.announced season-2: announced"]),
        ("Lee Yoo-mi, who played Lee Na-yeon, will not return.", ["cast.plays lee-yoo-mi: Lee Na-yeon", "cast.status lee-yoo-mi: out"]),
        ("Filming for season 2 began in [July 2025](https://example.org/a).", ["production.filming_start season-2: July 2025"]),
        ("All of Us Are Dead season 2 release date: January 2027.", ["release.premiere season-2: January 2027"]),
        (
            "The second season of All of Us Are Dead was announced by Netflix on June 6, 2022.",
            ["renewal.announced season-2: June 6, 2022"],
        ),
        ("Gwi-nam fell down the lift shaft and died.", ["character.fate yoon-gwi-nam: dead"]),
    ],
)
def test_what_a_sentence_tells(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_place_is_of_the_season_that_its_days_are_of() -> None:
    found = told("The first season premiered in January 2022. Filming took place from July 2025 to February 2026 in Daejeon.")
    assert "production.location season-2: Daejeon" in found


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Season 2 will premiere in May 2026.", "Season 2 will premiere in May 2027.", "differs"),
        ("Season 1 premiered in January 2022.", "Season 1 premiered in March 2022.", "contradicts"),
    ],
)
def test_without_a_day_the_words_say_what_is_still_to_come(tmp_path: Path, first: str, second: str, verdict: str) -> None:
    (tmp_path / "a.txt").write_text(first, "utf-8")
    (tmp_path / "b.txt").write_text(second, "utf-8")
    found = analyse([str(tmp_path)]).findings
    assert [finding.verdict.value for finding in found if finding.key == "release.premiere"] == [verdict]
