"""The day in the head of a page that no shape of line tells, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.articles.dateline import article_date, metadata_spans

DAY = date(2025, 8, 26)
STORY = "The streamer said yesterday that the drama will be back, that the cast is as large as ever before, and that nobody need worry.\n"

HEADS = [
    "SEOUL, August 26, 2025\n",
    "Busan, 26 August 2025. Text by Hana Berg\n",
    "New York, N.Y. -- August 26, 2025\n",
    "RATINGS ROUNDUP -- Aug. 26, 2025\nby Hana Berg, DialCount\n",
    "Zombies\nThe Long Porch podcast newsletter \u2014 Tuesday, August 26, 2025\nby Hana Berg\n",
    "Zombies\n*Interview by Hana Berg \u2014 Second Act magazine, August 26, 2025*\n",
    "Home > TV\nZombies\nPosted by **Hana Berg** \u00b7 Aug. 26, 2025 \u00b7 12:06 a.m. \u00b7 88 comments\n",
    "Zombies\nPosted by **Hana Berg** on 26/08/2025 \u00b7 4 min read\n",
    "Zombies\n*From the Open Encyclopedia. This page was last edited on 26 August 2025, at 18:42. Editors: Hana B. and 31 others.*\n",
    "Zombies\n*Dark Wiki, which anyone can edit. Revision of August 26, 2025.*\n",
    "Zombies\nThe Weekend Dial, 26 August 2025\nInterview by Hana Berg\n",
    "Zombies\n*Screenonomics, by Hana Berg. Tuesday, August 26, 2025*\n",
    "PAPER\nTHE BIG INTERVIEW\nZombies\nAs the second half arrives, the lead talks about grief\n26 August 2025\n",
    "OBITUARY\nHana Berg, actor\nBorn: Port Pirie, May 11, 1941\nDied: Victor Harbor, August 24, 2025\nAugust 26, 2025\n",
    "MEDIA RELEASE\nChannel | State Film Corporation\nTuesday 26 August 2025\n",
    "Zombies\nBy Hana Berg, television critic\n8.26.2025\n",
    "OBITUARIES\nHana Berg\nActor who found a late public\n26 August 2025 \u2022 6:00pm\n",
    "FOR IMMEDIATE RELEASE\nZOMBIES RETURN\nSEOUL, South Korea (August 26, 2025) \u2013 It is back.\n",
    "Telly Notebook\nAugust 26, 2025 - Hana Berg\n",
    "POST \u2014 English pages\nTuesday 26 August 2025 | Weather: sleet, -2 | Tides p. 14\n",
    "**THE SUBTITLE**\n*A weekly letter. No. 112. Sent Tuesday, August 26, 2025, to 18,204 of you.*\n",
    "Zombies\n**LOS ANGELES (Lakes Wire) \u2014 Updated 12:58 a.m. CDT Aug. 26, 2025**\n",
    "MEDIA RELEASE\nFOR IMMEDIATE USE\nSydney and Auckland, 26 August 2025\n",
    "**SCORECARD** | Week of August 18\nZombies\n*August 26, 2025. Data desk: H. Berg*\n",
    "Zombies\nHana Berg\n\nAugust 26, 2025\n",
    "THE PAPER, TUESDAY, AUGUST 26, 2025, ARTS\nZombies\nBy Hana Berg\n",
    "TUESDAY 26 AUGUST 2025          THE PAPER          REVIEW 23\n\nTelevision\nZombies\n",
    "THE PAPER \u00b7 Est. 1791 \u00b7 Tuesday August 26 2025 \u00b7 paper.example \u00b7 No 70,853\nZombies\n",
    "PAPER\nVolume 42 | Tuesday Afternoon, August 26th, 2025\nZombies\n",
    "PAPER\nTuesday the 26th of August, 2025\nZombies\n",
    "Tuesday, Aug. 26\n\nThe Lot\nVol. 7, No. 164 \u00b7 2025\n",
    "UPFRONTS 2025 / Tuesday, August 26\n\nDAILY\nZombies\n",
    "PAPER\nAug 26, '25\nZombies\n",
    "Paper Entertainment   Aug 26 '25   5 min read\n\nZombies\n",
    "PAPER\n/ by Hana Berg / @hberg / August 26, 2025\nZombies\n",
    "AP-style slug: US-TV\n08-26-2025 16:22 ET\n\nZombies\n",
    "THE LOWDOWN\n(August 26, 2025)\n\nZombies\n",
    "paper.example/2025/08/26/zombies-are-back\n\nZombies\n",
    "Zombies\nPress Centre, 26 August 2025\nStrictly confidential\n",
    "Posted in Previews | 26th August 2025 by Hana | 2 minute read\nLast edited 30th August 2025\n\nZombies\n",
    "PODCAST\nEpisode 88\nRecorded in Burbank. Transcript published Tuesday, August 26, 2025. Edited for length.\n",
    "Zombies\n\n*The week in cable ratings, by Hana Berg \u2014 Tuesday, August 26, 2025*\n",
    "Zombies\n\n*26 August 2025. A fortnightly letter about drama, by Hana Berg.*\n",
    "Zombies\n\n*A letter for late sleepers. Written by Hana Berg, Tuesday, August 26, 2025.*\n",
    "Zombies\n\nThe Sunday Portico, 26 August 2025\n",
    "Zombies\n\nStage Almanac, 26 August 2025\nWords: Hana Berg\n",
    "Zombies\n\nMedia release \u2013 embargoed until 6.00am, Tuesday 26 August 2025\n",
    "PRESS CENTRE\nRelease: Tuesday 26 August 2025\nEmbargo: none\n\nZOMBIES ARE COMING\n",
    "Zombies\n\nHana Berg | Schedulewatch | Tuesday 26 August 2025\n",
    "THE OVERNIGHTS\n\n**Tuesday 26 August 2025** \u2014 *Hana Berg, still counting*\n",
    "Zombies\n\nPress statement, for immediate release: 26 August 2025\n",
]

NO_HEADS = [
    "Zombies\nChannel 4, 26 August 2025\n",
    "Zombies\nOut on 26 August 2025\n",
    "Zombies\nBusan, from Sunday 26 August 2025\n",
    "Zombies\nPremiere: London, 26 August 2025\n",
    "Zombies\nHana Berg, 26 August 2025\n",
    "Zombies\nReview of a preview screening, London, 26 August 2025\n",
    "Zombies\nLondon, 26 August 2025\nSeoul, 28 August 2025\n",
    "Zombies\n" + STORY + "Text by Hana Berg, 26 August 2025\n",
    "Zombies\n" + STORY + STORY + "26 August 2025\n",
    "Zombies\nRelease date\n26 August 2025\n",
    "Zombies\nTuesday 26 August 2025: the premiere\n",
    "Zombies\nAugust 26, 2025 - Season 2\n",
    "Zombies\nThe premiere:\nAugust 26, 2025, 9:00 PM\n",
    "Zombies\nTuesday, August 26, 9pm, Channel 4\nTV WEEK 2025\n",
    "UPFRONTS 2025 / Monday, August 26\n\nZombies\n",
    "Read our report: paper.example/2025/08/26/old\n\nZombies\n",
    "Panel: Zombies\n\nHall H, Tuesday 26 August 2025, 2.30pm\n",
    "Zombies\n\nIn cinemas\n(26 August 2025)\n",
    "Zombies\nSource: Netflix, 26 August 2025\n",
    "Zombies\n\nThe Olympic Hall, 26 August 2025\n",
    "Zombies\n\nRelease: 26 August 2025\nGenre: horror\n",
    "Zombies\n\nThe premiere, 26 August 2025\n",
    "ZOMBIES RETURN 26 August 2025\n",
    "Zombies\n\nTickets $12.50, 26 August 2025\n",
    "Zombies\n\nCollectors Edition DVD, $29.99, 26 August 2025\n",
    "Zombies press kit\n\nRelease: 26 August 2025\n",
    "Press notice: the deadline is 26 August 2025\n\nZombies\n",
    "Zombies\n\nBased on the novel by Hana Berg, 26 August 2025\n",
]


@pytest.mark.parametrize("head", HEADS)
def test_the_only_date_over_the_story_is_the_articles(head: str) -> None:
    found = article_date(head + "\n" + STORY)
    assert (found.known_day, found.basis) == (DAY, "stated")
    assert any(start < len(head) for start, _ in metadata_spans(head + "\n" + STORY))


@pytest.mark.parametrize(
    "line",
    [
        "Published: March 3, 2025 | Updated: August 26, 2025",
        "First published 3 March 2025. Last updated Tuesday, 26 August 2025, 11:20 GMT",
        "Posted by Hana B. on March 3, 2025. Last update: August 26, 2025 (we have a DATE)",
    ],
)
def test_what_is_written_anew_is_of_the_days_between(line: str) -> None:
    found = article_date(f"Zombies\n{line}\n\n{STORY}")
    assert (found.earliest, found.latest) == (date(2025, 3, 3), DAY)


@pytest.mark.parametrize("other", ["The trial\n\n31 January 2018", "By Hana Berg\nHall H, Friday 22 July 2022, 2.30pm"])
def test_a_page_that_was_updated_is_of_no_other_day_in_its_head(other: str) -> None:
    found = article_date(f"Updated 26 August 2025\n\n{other}\n\n{STORY}")
    assert (found.earliest, found.latest) == (DAY, DAY)


@pytest.mark.parametrize("head", NO_HEADS)
def test_a_date_of_the_show_is_not_the_articles(head: str) -> None:
    assert article_date(head + "\n" + STORY).basis == "unknown"
