"""Denials and what they deny are read as opposites."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from case_files import fits, read, told

from aoud_cli.claims.codec import claim_record

NOTHING = ""


def twin(denying: str, denied: str, affirming: str, affirmed: str, fails: str = "") -> Any:
    """Two sentences that say opposite things, each with what must be read in it; `fails` says why that isn't so today."""
    marks = [pytest.mark.xfail(strict=True, reason=fails)] if fails else []
    return pytest.param(denying, denied, affirming, affirmed, id=denying.rstrip("."), marks=marks)


def readings(text: str, folder: Path) -> set[str]:
    """All strings for all claims of a sentence of January 2026, denied ones (`= not …`) among them."""
    case = {"profile": "aoud", "text": f" date 2026-01-20 All of Us Are Dead\n\n{text}"}
    return {string for claim in read(case, folder).claims for string in told(claim_record(claim))}


NO_DATE, NOT_STARTED = "release.premiere season-2 = unannounced", "production.status season-2 = not_started"


UNDERWAY, WRAPPED, DELAYED = (f"production.status season-2 = {term}" for term in ("underway", "wrapped", "delayed"))


MARCH = "release.premiere season-2 = 2026-03-05..2026-03-05"


TWINS = [
    # release.premiere
    twin("Netflix has not announced a release date for season 2.", NO_DATE, "Netflix has announced a release date for season 2.", NOTHING),
    twin("There is no word on when season 2 will premiere.", NO_DATE, "Now we know when season 2 will premiere: on March 5, 2026.", MARCH),
    twin("The premiere date of season 2 is still unknown.", NO_DATE, "The premiere date of season 2 is March 5, 2026.", MARCH),
    twin("Season 2 still has no release date.", NO_DATE, "Season 2 has a release date at last: March 5, 2026.", MARCH),
    twin(
        "Season 2 will not premiere in 2026.",
        "release.premiere season-2 = not 2026-01-01..2026-12-31",
        "Season 2 will premiere in 2026.",
        "release.premiere season-2 = 2026-01-01..2026-12-31",
    ),
    twin(
        "Season 1 didn't premiere on January 29, 2022.",
        "release.premiere season-1 = not 2022-01-29..2022-01-29",
        "Season 1 premiered on January 29, 2022.",
        "release.premiere season-1 = 2022-01-29..2022-01-29",
    ),
    # release.schedule
    twin(
        "Episodes of season 2 will not be released weekly.",
        "release.schedule season-2 = not weekly",
        "Episodes of season 2 will be released weekly.",
        "release.schedule season-2 = weekly",
    ),
    # production.status
    twin("The cameras have yet to roll on season 2.", NOT_STARTED, "The cameras are rolling on season 2.", UNDERWAY),
    twin("Season 2 has not started shooting.", NOT_STARTED, "Season 2 has started shooting.", UNDERWAY),
    twin(
        "Filming for season 2 has not begun.",
        NOT_STARTED,
        "Filming for season 2 has begun.",
        UNDERWAY,
    ),
    twin(
        "Production of season 2 isn't underway yet.",
        NOT_STARTED,
        "Production of season 2 is well underway.",
        UNDERWAY,
    ),
    twin(
        "Season 2 is not yet in production.",
        NOT_STARTED,
        "Season 2 is now in production.",
        UNDERWAY,
    ),
    twin("Season 2 hasn't finished filming yet.", "production.status season-2 = not wrapped", "Season 2 has finished filming.", WRAPPED),
    twin("Filming for season 2 has not wrapped.", NOTHING, "Filming for season 2 has wrapped.", WRAPPED),
    twin(
        "Production of season 2 has not been delayed.",
        "production.status season-2 = not delayed",
        "Production of season 2 has been delayed.",
        DELAYED,
    ),
    twin("Filming of season 2 was never put on hold.", NOTHING, "Filming of season 2 was put on hold.", DELAYED),
    # production.filming_start, production.filming_end, production.location
    twin(
        "Filming for season 2 did not begin in July 2025.",
        "production.filming_start season-2 = not 2025-07-01..2025-07-31",
        "Filming for season 2 began in July 2025.",
        "production.filming_start season-2 = 2025-07-01..2025-07-31",
    ),
    twin(
        "Shooting of the second season didn't start on July 23, 2025.",
        "production.filming_start season-2 = not 2025-07-23..2025-07-23",
        "Shooting of the second season started on July 23, 2025.",
        "production.filming_start season-2 = 2025-07-23..2025-07-23",
    ),
    twin(
        "Filming for season 2 did not end in December 2025.",
        "production.filming_end season-2 = not 2025-12-01..2025-12-31",
        "Filming for season 2 ended in December 2025.",
        "production.filming_end season-2 = 2025-12-01..2025-12-31",
    ),
    twin(
        "Season 2 won't wrap filming in March 2026.",
        "production.filming_end season-2 = not 2026-03-01..2026-03-31",
        "Season 2 will wrap filming in March 2026.",
        "production.filming_end season-2 = 2026-03-01..2026-03-31",
    ),
    twin(
        "Season 2 was not filmed in Busan.",
        "production.location season-2 = not Busan",
        "Season 2 was filmed in Busan.",
        "production.location season-2 = Busan",
    ),
    twin(
        "Season 2 isn't being shot in Jeju.",
        "production.location season-2 = not Jeju",
        "Season 2 is being shot in Jeju.",
        "production.location season-2 = Jeju",
    ),
    # renewal.announced
    twin(
        "Netflix has not renewed All of Us Are Dead for season 2.",
        "renewal.announced season-2 = not announced",
        "Netflix has renewed All of Us Are Dead for season 2.",
        "renewal.announced season-2 = announced",
    ),
    twin(
        "The show was never renewed for a third season.",
        "renewal.announced season-3 = not announced",
        "The show was renewed for a third season.",
        "renewal.announced season-3 = announced",
    ),
    twin("Netflix has not confirmed a second season.", NOTHING, "Netflix has confirmed a second season.", "renewal.announced season-2 = *"),
    # cast.status
    twin(
        "Lee Yoo-mi will not return for season 2.",
        "cast.status Lee Yoo-mi = out @2",
        "Lee Yoo-mi will return for season 2.",
        "cast.status Lee Yoo-mi = returning @2",
    ),
    twin(
        "Park Ji-hu isn't coming back for the second season.",
        "cast.status Park Ji-hu = out @2",
        "Park Ji-hu is coming back for the second season.",
        "cast.status Park Ji-hu = returning @2",
    ),
    twin(
        "Lomon won't reprise his role in season 2.",
        "cast.status Lomon = out @2",
        "Lomon will reprise his role in season 2.",
        "cast.status Lomon = returning @2",
    ),
    twin(
        "Lee Min-jae has not joined the cast of season 2.",
        "cast.status Lee Min-jae = out @2",
        "Lee Min-jae has joined the cast of season 2.",
        "cast.status Lee Min-jae = new @2",
    ),
    twin(
        "Kim Si-eun will not be joining season 2.",
        "cast.status Kim Si-eun = out @2",
        "Kim Si-eun will be joining season 2.",
        "cast.status Kim Si-eun = new @2",
    ),
    twin(
        "Yoo In-soo has not left the cast.",
        NOTHING,
        "Yoo In-soo has left the cast.",
        "cast.status Yoo In-soo = out",
    ),
    # cast.plays
    twin("Lomon does not play Nam On-jo.", "cast.plays Lomon = not Nam On-jo", "Lomon plays Nam On-jo.", "cast.plays Lomon = Nam On-jo"),
    twin(
        "Park Ji-hu never played Lee Na-yeon.",
        "cast.plays Park Ji-hu = not Lee Na-yeon",
        "Park Ji-hu played Lee Na-yeon.",
        "cast.plays Park Ji-hu = Lee Na-yeon",
    ),
    # character.fate
    twin("Nam So-ju was not killed.", "character.fate Nam So-ju = alive", "Nam So-ju was killed.", "character.fate Nam So-ju = dead"),
    twin(
        "Yoon Gwi-nam did not die in season 1.",
        "character.fate Yoon Gwi-nam = alive",
        "Yoon Gwi-nam died in season 1.",
        "character.fate Yoon Gwi-nam = dead",
    ),
    twin(
        "Lee Cheong-san did not survive season 1.",
        "character.fate Lee Cheong-san = dead",
        "Lee Cheong-san survived season 1.",
        "character.fate Lee Cheong-san = alive",
    ),
    # episodes.count
    twin(
        "Season 2 does not have 12 episodes.",
        "episodes.count season-2 = not 12",
        "Season 2 has 12 episodes.",
        "episodes.count season-2 = 12",
    ),
    twin(
        "The second season will not consist of eight episodes.",
        "episodes.count season-2 = not 8",
        "The second season will consist of eight episodes.",
        "episodes.count season-2 = 8",
    ),
    # trailer.available
    twin(
        "There is no trailer for season 2 yet.",
        "trailer.available season-2 = no",
        "Netflix has released a trailer for season 2.",
        "trailer.available season-2 = yes",
    ),
    twin(
        "No trailer for season 2 has been released.",
        "trailer.available season-2 = no",
        "A trailer for season 2 has been released.",
        "trailer.available season-2 = yes",
    ),
    # source, crew, setting
    twin(
        "The series is not based on a novel.",
        "source.based_on show = not novel",
        "The series is based on a novel.",
        "source.based_on show = novel",
    ),
    twin(
        "All of Us Are Dead isn't based on a webtoon.",
        "source.based_on show = not webtoon",
        "All of Us Are Dead is based on a webtoon.",
        "source.based_on show = webtoon",
    ),
    twin(
        "All of Us Are Dead was not directed by Kim Nam-su.",
        "crew.director show = not Kim Nam-su",
        "All of Us Are Dead was directed by Kim Nam-su.",
        "crew.director show = Kim Nam-su",
    ),
    twin(
        "Season 2 is not set in Seoul.", "setting.place season-2 = not Seoul", "Season 2 is set in Seoul.", "setting.place season-2 = Seoul"
    ),
    twin(
        "The second season does not take place in Busan.",
        NOTHING,
        "The second season takes place in Busan.",
        "setting.place season-2 = Busan",
    ),
    # viewership
    twin(
        "Season 1 did not reach 600 million hours in its first 28 days.",
        "viewership.hours season-1 = not 600000000/28",
        "Season 1 reached 600 million hours in its first 28 days.",
        "viewership.hours season-1 = 600000000/28",
    ),
    twin(
        "The show was not watched for 500 million hours in its first 28 days.",
        "viewership.hours season-1 = not 500000000/28",
        "The show was watched for 500 million hours in its first 28 days.",
        "viewership.hours season-1 = 500000000/28",
    ),
    twin("Season 1 never ranked No. 1.", "viewership.rank season-1 = not 1", "Season 1 ranked No. 1.", "viewership.rank season-1 = 1"),
]


@pytest.mark.parametrize(("denying", "denied", "affirming", "affirmed"), TWINS)
def test_a_denial_and_what_it_denies_are_read_as_opposites(
    denying: str, denied: str, affirming: str, affirmed: str, tmp_path: Path
) -> None:
    """Each gives its own reading and not the other's; one of the two may give none."""
    seen = {sentence: readings(sentence, tmp_path) for sentence in (denying, affirming)}
    for sentence, own, other in ((denying, denied, affirmed), (affirming, affirmed, denied)):
        assert own == NOTHING or fits(own, seen[sentence])
        assert other == NOTHING or not fits(other, seen[sentence])
