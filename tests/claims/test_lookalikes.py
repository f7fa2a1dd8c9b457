"""Sentences that look like a claim: what they tell is another one, a denial of it, or nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aoud_cli import analyse
from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted
from aoud_cli.names.profile_file import load_profile

PROFILE = load_profile()
DAY = date(2026, 6, 15)


def told(text: str) -> list[str]:
    """What is read in a text: predicate, subject, the value's term or words, and whether it is denied."""
    claims = extract([Article("a", "a.txt", text, "0", "", Asserted(DAY, DAY, "stated", "header"))], PROFILE, any_subject=True)
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
        ("A teaser trailer was released on May 5, 2026.", ["trailer.available season-2: yes"]),
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
        ("Lee Yoo-mi, who played Lee Na-yeon, will not return.", ["cast.status lee-yoo-mi: out", "cast.plays lee-yoo-mi: Lee Na-yeon"]),
        ("Filming for season 2 began in [July 2025](https://example.org/a).", ["production.filming_start season-2: July 2025"]),
        ("All of Us Are Dead season 2 release date: January 2027.", ["release.premiere season-2: January 2027"]),
        (
            "The second season of All of Us Are Dead was announced by Netflix on June 6, 2022.",
            ["renewal.announced season-2: June 6, 2022", "release.platform season-2: Netflix"],
        ),
        ("Gwi-nam fell down the lift shaft and died.", ["character.fate yoon-gwi-nam: dead"]),
        ("Lomon, not Yoon Chan-young, plays Lee Su-hyeok.", ["cast.plays lomon: Lee Su-hyeok"]),
        ("Cho Yi-hyun played Jang Yoon-bok in Hospital Playlist.", []),
        ("All but Lim Jae-hyeok are returning for season 2.", ["cast.status im-jae-hyuk: out"]),
        ("Lomon returns to the small screen with Revenge of Others.", []),
        ("Yoo In-soo joins the cast of The Good Bad Mother.", []),
        ("Yoo In-soo turned down a military drama.", []),
        ("Yoo In-soo turned down season 2.", ["cast.status yoo-in-soo: out"]),
        ("Reports that Lomon quit season 2 are false, his agency said.", []),
        ("Lee Na-yeon is thrown to the zombies by Gwi-nam and dies.", ["character.fate lee-na-yeon: dead"]),
        ("Dae-su is nearly killed.", []),
        ("In the webtoon, On-jo dies early on.", ["source.based_on show: webtoon"]),
        ("The making-of documentary of the series was directed by Kim Min-su.", []),
        ("Yoon Chan-young finished filming Delivery Man in late 2022.", []),
        ("Lomon wraps filming on No Gain No Love in March 2024.", []),
        ("Production on Stranger Things 5 was delayed by the strikes.", []),
        ("Bridgerton was renewed for seasons 5 and 6 on May 13, 2025.", []),
        ("It was the heist show Money Heist, not All of Us Are Dead, that had 792 million hours in 28 days.", []),
        (
            "The show failed to reach 600 million hours in its first 28 days.",
            ["viewership.hours season-1: not 600 million hours in its first 28 days"],
        ),
        (
            "Most of the original cast are back, including Park Ji-hu and Lomon.",
            ["cast.status park-ji-hu: returning", "cast.status lomon: returning"],
        ),
        ("The cast returned to Busan, including Lomon.", []),
        ("Lomon said he will be back for season 2.", ["cast.status lomon: returning"]),
        ("Park Ji-hu told Lomon she will return.", []),
        ("Yoo In-soo decided not to join the second season.", ["cast.status yoo-in-soo: out"]),
        ("Lomon decided to join the army.", []),
        ("Park Ji-hu is joined again by Lomon in season 2.", ["cast.status lomon: returning"]),
        ("Who's back: Park Ji-hu, Lomon.", ["cast.status park-ji-hu: returning", "cast.status lomon: returning"]),
        ("Cheong-san appears to die in an explosion.", ["character.fate lee-cheong-san: dead"]),
        ("Cheong-san tries to survive.", []),
        ("Cheong-san is believed to have died in the blast.", ["character.fate lee-cheong-san: dead"]),
        ("Cheong-san was supposed to die.", []),
        ("It is unclear if Cheong-san survived.", ["character.fate lee-cheong-san: uncertain"]),
        ("It is unclear if On-jo will return.", []),
        ("Alive: On-jo, Su-hyeok", ["character.fate nam-on-jo: alive", "character.fate lee-su-hyeok: alive"]),
        (
            "Roh Jae-won joins as On-jo's teenage son Han Du-seok.",
            [
                "cast.status roh-jae-won: new",
                "cast.plays roh-jae-won: Han Du-seok",
                "character.relation han-du-seok: On-jo's teenage son Han Du-seok",
            ],
        ),
        ("Lomon plays the younger Lee Su-hyeok.", []),
        ("On-jo's kid sister Mi-jin joins the army.", ["character.relation park-mi-jin: On-jo's kid sister Mi-jin"]),
        ("The season finale runs an hour and ten minutes.", ["episodes.runtime_minutes season-1: an hour and ten minutes"]),
        (
            "The eight 45-minute episodes arrive on May 8, 2026.",
            ["episodes.count season-2: eight", "episodes.runtime_minutes season-1: 45-minute", "release.premiere season-2: May 8, 2026"],
        ),
        ("Netflix did not take long to renew the drama for season 2.", ["renewal.announced season-2: announced"]),
        ("Netflix did not renew the drama for season 2.", ["renewal.announced season-2: not announced"]),
        ("They were elsewhere in January 2022, when it arrived.", ["release.premiere season-1: January 2022"]),
        (
            "Volume 1 will be available on September 24, 2026 with five episodes.",
            ["release.premiere season-2: September 24, 2026", "episodes.count season-2: five episodes"],
        ),
        ("The series is based on a graphic novel.", ["source.based_on show: comic"]),
        (
            "All of Us Are Dead is based on the book of the same name by Ada Fern.",
            ["source.author show: Ada Fern", "source.based_on show: novel"],
        ),
        (
            "Season 2 has been filming since July 2025.",
            ["production.filming_start season-2: July 2025", "production.status season-2: underway"],
        ),
        ("Fans have been waiting for the drama since July 2022.", []),
        ("It is set to arrive after it cranked in on March 4, 2025.", ["production.filming_start season-2: March 4, 2025"]),
        ("Netflix has picked January 28, 2027 for Squid Game.", []),
        ("Netflix has locked in June 26, 2026 for All of Us Are Dead season 2.", ["release.premiere season-2: June 26, 2026"]),
        ("The order for a second season followed on June 6, 2022.", ["renewal.announced season-2: June 6, 2022"]),
        ("The first episode premiered on January 28, 2022 and the second premiered on February 4, 2022.", []),
        ("It is 8th among TV series.", []),
        ("A viral post claiming that season 2 premieres on June 5, 2026 is fake.", []),
        (
            "After its January 2022 debut, All of Us Are Dead was renewed.",
            ["release.premiere season-1: January 2022", "renewal.announced season-2: announced"],
        ),
        ("All of Us Are Dead was released on DVD on March 8, 2023.", []),
        ("A fan event for season 2 starts on May 2, 2026.", []),
        ("Production has begun on season 2, Netflix said Wednesday.", ["production.status season-2: underway"]),
        (
            "Filming: July 2025 to February 2026",
            ["production.filming_start season-2: July 2025", "production.filming_end season-2: February 2026"],
        ),
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
        ("Season 2 of All of Us Are Dead will premiere in May 2026.", "All of Us Are Dead season 2 will premiere in May 2027.", "differs"),
        ("All of Us Are Dead premiered in January 2022.", "All of Us Are Dead season 1 premiered in March 2022.", "contradicts"),
    ],
)
def test_without_a_day_the_words_say_what_is_still_to_come(tmp_path: Path, first: str, second: str, verdict: str) -> None:
    (tmp_path / "a.txt").write_text(first, "utf-8")
    (tmp_path / "b.txt").write_text(second, "utf-8")
    found = analyse([str(tmp_path)]).findings
    assert [finding.verdict.value for finding in found if finding.key == "release.premiere"] == [verdict]
