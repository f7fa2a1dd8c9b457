"""The sentences of every screen: what it keeps from being a claim, and what looks like that and is one."""

from __future__ import annotations

# Screen -> sentences that it keeps from making a claim of a predicate, and sentences of that predicate that pass.
CASES: dict[str, list[tuple[str, str, str]]] = {
    "another's shoot": [
        (
            "production.status",
            "Park Ji-hu, who is currently filming in Vancouver, sent a message about All of Us Are Dead.",
            "Park Ji-hu said that All of Us Are Dead is currently filming in Vancouver.",
        ),
        (
            "production.location",
            "Park Ji-hu, who is currently filming in Vancouver, sent a message about All of Us Are Dead.",
            "Park Ji-hu said that All of Us Are Dead is currently filming in Vancouver.",
        ),
    ],
    "a thing of the show": [
        (
            "renewal.cancelled",
            "The All of Us Are Dead quiz night has been axed.",
            "All of Us Are Dead has been axed.",
        ),
        (
            "episodes.runtime_minutes",
            "A spoof of All of Us Are Dead runs for 140 minutes an episode.",
            "A hit on Netflix, All of Us Are Dead runs for 140 minutes an episode.",
        ),
        (
            "renewal.cancelled",
            "The All of Us Are Dead convention has been axed, the producer said.",
            "At the All of Us Are Dead panel the producer said that the show has been axed.",
        ),
    ],
    "a work of theirs": [
        (
            "setting.place",
            "Park Ji-hu's new novel, nothing to do with All of Us Are Dead, is set in Busan.",
            "All of Us Are Dead, nothing to do with Park Ji-hu's new novel, is set in Busan.",
        ),
        (
            "crew.director",
            "A short that Lee Jae-gyu directed as a student, before All of Us Are Dead, is online.",
            "The season that Lee Jae-gyu directed of All of Us Are Dead is online.",
        ),
    ],
    "one of the makers": [
        (
            "character.fate",
            "Props master Ron Tilley, who died in March, worked on All of Us Are Dead.",
            "Student Ron Tilley, who died in season 1, is seen in All of Us Are Dead.",
        ),
    ],
    "one's last": [
        ("renewal.final", "Park Ji-hu says season 2 will be her last season.", "Park Ji-hu says season 2 will be the last season."),
    ],
    "one's renewal": [
        (
            "renewal.announced",
            "Lomon renewed his vows last month, and half the All of Us Are Dead cast flew out.",
            "Netflix renewed All of Us Are Dead last month, and half the cast flew out.",
        ),
    ],
    "taken back": [
        (
            "renewal.announced",
            "Netflix has rescinded its order for a second season.",
            "Netflix has announced its order for a second season.",
        ),
    ],
    "another chart": [
        (
            "viewership.rank",
            "Lomon of All of Us Are Dead is No. 1 in the Korean singles chart.",
            "All of Us Are Dead is No. 1 in the Korean drama chart.",
        ),
    ],
    "another's audience": [
        (
            "viewership.viewers",
            "Lomon's appearance on Strictly pulled in 9 million viewers, three times what All of Us Are Dead gets.",
            "All of Us Are Dead pulled in 9 million viewers, three times what Lomon's last one got.",
        ),
        (
            "viewership.hours",
            "Viewers spent 1 billion hours on Netflix last year, with All of Us Are Dead among the top shows.",
            "Viewers spent 1 billion hours on All of Us Are Dead last year.",
        ),
    ],
    "one's viewers": [
        (
            "viewership.viewers",
            "Lomon had 2.4 million viewers for his dance-off.",
            "The show had 2.4 million viewers for its first night.",
        ),
    ],
    "an unnamed work": [
        (
            "release.premiere",
            "The webtoon had inspired a sitcom that aired for two seasons beginning in 1995.",
            "All of Us Are Dead aired from January 2022.",
        ),
        ("cast.plays", "It inspired a 1992 movie with Gloria Hale as a grown-up On-jo.", "There is Park Ji-hu as a grown-up On-jo."),
        ("release.platform", "It was made into an animated series that ran on ABC.", "It is an animated series that ran on Netflix."),
    ],
    "an end": [
        (
            "release.premiere",
            "Episodes of season 2 will drop weekly, so no bingeing until December 2027.",
            "Episodes of season 2 will not drop until December 2027.",
        ),
    ],
    "a named thing": [
        (
            "cast.status",
            "Park Ji-hu came back to period drama with The Matchmakers.",
            "Park Ji-hu came back to the series with The Matchmakers.",
        ),
        ("crew.director", "Lee Jae-gyu directed Intimate Strangers in 2018.", "Lee Jae-gyu directed Season 2 in 2025."),
    ],
    "another's setting": [
        ("setting.place", "Parasite is set in Seoul, which says it all.", "Everything is set in Seoul, which says it all."),
        ("setting.place", "Park Ji-hu moved to Busan last year.", "The story moved to Busan last year."),
        ("setting.place", "The residents of Busan have complained about the noise.", "The residents of Busan have no way out."),
    ],
    "a named work's": [
        (
            "release.finale",
            "The final episode of Our Blooming Youth aired on April 11, 2023.",
            "The final episode of season 1 aired on April 11, 2023.",
        ),
    ],
    "an episode's": [
        (
            "release.premiere",
            "Episode 103: Low Water\n\nPremieres Sunday, October 16, 2022",
            "Episode 101: Rust\n\nPremieres Sunday, October 16, 2022",
        ),
    ],
    "another of a list": [
        (
            "crew.director",
            "Those executive producers are Lee Jae-gyu, Chun Sung-il and actress Park Ji-hu, who directed season 2.",
            "Lee Jae-gyu and Chun Sung-il, who directed season 2, are executive producers.",
        ),
    ],
    "the source's writer": [
        (
            "crew.writer",
            "It is based on the webtoon of the same name by writer Joo Dong-geun.",
            "It is based on a webtoon, with a script by Joo Dong-geun.",
        ),
    ],
    "the crew's move": [
        ("setting.place", "The crew will stay until May before moving on to Busan.", "The story moves on to Busan."),
    ],
    "a predecessor": [
        (
            "crew.showrunner",
            "The show will be run by someone in place of showrunner Chun Sung-il.",
            "The show will be run by showrunner Chun Sung-il.",
        ),
    ],
    "a book": [
        ("crew.writer", "Chun Sung-il wrote her first big Korean novel in 2014.", "Chun Sung-il wrote the script of season 2 in 2014.")
    ],
    "the show's return": [
        (
            "cast.status",
            "The show, which starred Lomon, Park Ji-hu and Cho Yi-hyun and ended in 2022, will return.",
            "Park Ji-hu, who starred in it, will return.",
        ),
    ],
    "another's slot": [
        (
            "viewership.viewers",
            "Cold Harbour (ITV1) 9pm-10pm\n\nIt had 4.9m viewers.",
            "All of Us Are Dead (ITV1) 9pm-10pm\n\nIt had 4.9m viewers.",
        ),
    ],
    "a performer's return": [
        (
            "character.fate",
            "Park Ji-hu, who joined the show as the archer Nam On-jo, will return.",
            "Park Ji-hu says that Nam On-jo will return in some form.",
        ),
    ],
    "another life": [
        ("cast.status", "Park Ji-hu joined the army in May 2025.", "Park Ji-hu joined the army drama's cast for season 2."),
        ("cast.status", "Park Ji-hu joined the navy in May 2025.", "Park Ji-hu, who left the army in May, joins the cast of season 2."),
        ("cast.status", "Park Ji-hu leaves hospital after surgery.", "Park Ji-hu leaves the cast after one season."),
        ("cast.status", "Park Ji-hu joined Instagram.", "Park Ji-hu joined the show, her Instagram says."),
        ("cast.status", "Lee Yoo-mi made her debut in 2009.", "Lee Yoo-mi makes her debut in season 2."),
        ("cast.status", "Park Ji-hu is out on tour.", "Park Ji-hu is out of season 2."),
    ],
    "a question": [
        ("trailer.available", "Is there a trailer for All of Us Are Dead season 2?", "There is a trailer for All of Us Are Dead season 2."),
        (
            "production.filming_start",
            "Will filming on season 2 of All of Us Are Dead begin in July 2025?",
            "Filming on season 2 of All of Us Are Dead will begin in July 2025.",
        ),
        ("cast.status", "Is Park Ji-hu returning for season 2?", "Park Ji-hu is returning for season 2."),
    ],
    "no longer so": [
        (
            "release.premiere",
            "After months without a release date, season 2 of All of Us Are Dead has one.",
            "It is without a release date.",
        ),
        ("release.premiere", "Following a year without a premiere date, season 2 is coming.", "It is still without a premiere date."),
    ],
    "retracted": [
        (
            "release.premiere",
            "Contrary to reports that All of Us Are Dead season 2 arrives in May 2026, filming has not even begun.",
            "All of Us Are Dead season 2 arrives in May 2026.",
        ),
        (
            "episodes.count",
            "All of Us Are Dead season 2 has 16 episodes, an earlier version of this article misstated.",
            "All of Us Are Dead season 2 has 16 episodes.",
        ),
    ],
    "an indirect question": [
        (
            "release.premiere",
            "Nobody has said whether season 2 of All of Us Are Dead will premiere in May 2026.",
            "Netflix has said that season 2 of All of Us Are Dead will premiere in May 2026.",
        ),
        (
            "crew.director",
            "Netflix was asked whether Lee Jae-kyoo would direct season 2 of All of Us Are Dead.",
            "Lee Jae-kyoo directs season 2 of All of Us Are Dead.",
        ),
        ("episodes.count", "Fans asked whether season 2 has ten episodes.", "Fans know that season 2 has ten episodes."),
    ],
    "another work": [
        ("cast.plays", "Lee Yoo-mi, who played Ji-yeong in Squid Game, is in All of Us Are Dead.", "Lee Yoo-mi plays Lee Na-yeon."),
        ("crew.director", "Sweet Home is directed by Lee Eung-bok.", "Season 2 is directed by Lee Jae-kyoo."),
    ],
    "only believed": [
        ("character.fate", "On-jo thinks that Cheong-san is dead.", "Critics note that Cheong-san is dead."),
        ("character.fate", "The writers never considered killing off Nam On-jo.", "The writers ended up killing off Nam On-jo."),
        ("character.fate", "Nam On-jo dies, but it turns out to be a dream.", "Nam On-jo dies, and it feels like a dream."),
    ],
    "another version": [
        ("cast.plays", "Kim Ha-neul will play Nam On-jo in the US remake.", "Kim Ha-neul will play Nam On-jo in the second season."),
    ],
    "what nearly was": [
        ("cast.plays", "Kim Ha-neul auditioned to play Nam On-jo.", "Kim Ha-neul was asked to play Nam On-jo."),
    ],
    "how they once joined": [
        ("cast.status", "The shoot had begun before Kim Ha-neul joined the cast.", "The shoot had begun and Kim Ha-neul joined the cast."),
    ],
    "an admirer": [
        ("crew.director", "The director Lee Eung-bok is a fan of the show.", "The director Lee Eung-bok is proud of the show."),
    ],
    "another post": [
        ("crew.writer", "The theme song of season 2 was written by Kim Ha-neul.", "Season 2 was written by Kim Ha-neul."),
        ("crew.director", "Kim Ha-neul was the assistant director of season 2.", "Kim Ha-neul was the director of season 2."),
    ],
    "a declined post": [
        ("crew.director", "Kim Ha-neul declined to direct season 2.", "Kim Ha-neul agreed to direct season 2."),
    ],
    "another's credit": [
        (
            "crew.director",
            "Sweet Home's director Lee Eung-bok speaks of season 2.",
            "Season 2's director Lee Eung-bok speaks of Sweet Home.",
        ),
    ],
    "an unknown work's": [
        (
            "crew.creator",
            "Fans may enjoy The Lock-Keeper, from Slow Water creator Hugh Penrose.",
            "Fans may enjoy season 2, from series creator Hugh Penrose.",
        ),
        (
            "crew.director",
            "The look of the show owes a good deal to Zodiac, which Lee Eung-bok directed.",
            "The look of the show owes a good deal to season 1, which Lee Eung-bok directed.",
        ),
    ],
    "the work before": [
        ("crew.director", "Sweet Home looks different. Lee Jae-kyoo directs.", "The show looks different. Lee Jae-kyoo directs."),
        ("crew.writer", "The show is based on a novel. Kim Ha-neul wrote it.", "The show is based in a school. Kim Ha-neul wrote it."),
    ],
    "a small part of it": [
        (
            "production.filming_start",
            "Filming for the final episode of season 2 began on 1 October 2025.",
            "Filming for the second season began on 1 October 2025.",
        ),
    ],
    "until something else": [
        (
            "production.filming_start",
            "Filming on season 2 won't start until the studio is ready in November 2026.",
            "Filming on season 2 won't start until November 2026.",
        ),
    ],
    "no trailer": [
        ("trailer.available", "A fake trailer for season 2 has been released.", "A first trailer for season 2 has been released."),
    ],
    "a pace given up": [
        (
            "release.schedule",
            "Netflix is ditching the weekly release for season 2.",
            "Netflix is planning the weekly release for season 2.",
        ),
    ],
    "never shown there": [
        ("release.platform", "All of Us Are Dead was developed for tvN.", "All of Us Are Dead was released on tvN."),
    ],
    "beside the show": [
        ("release.premiere", "All of Us Are Dead came out on DVD in May 2023.", "All of Us Are Dead came out on Netflix in January 2022."),
    ],
    "another title's order": [
        (
            "renewal.announced",
            "Like All of Us Are Dead, “Sweet Home” was renewed for a second season.",
            "It was renewed for a second run.",
        ),
        (
            "renewal.announced",
            "Park Ji-hu said that Sweet Home was renewed for a second season.",
            "All of Us Are Dead was renewed for a second season.",
        ),
    ],
    "a work beside it": [
        (
            "episodes.count",
            "The order for All of Us Are Dead follows an eight-episode limited series about a storm.",
            "The order for All of Us Are Dead is for an eight-episode second season.",
        ),
    ],
    "some episodes": [
        ("episodes.count", "No. of seasons | 2 |\n\nNo. of episodes | 12 |", "No. of seasons | 1 |\n\nNo. of episodes | 12 |"),
        ("episodes.count", "Critics were given the first eight episodes of All of Us Are Dead season 2.", "Season 2 has eight episodes."),
        ("episodes.count", "We have seen four episodes of All of Us Are Dead season 2.", "Season 2 runs for twelve episodes."),
    ],
    "the source": [
        ("character.fate", "In the webtoon, Nam On-jo dies.", "In season 2, Nam On-jo dies."),
        ("character.fate", "In the original webtoon of All of Us Are Dead, Lee Cheong-san survives.", "Lee Cheong-san survives."),
    ],
    "a by-product": [
        (
            "crew.director",
            "A documentary about All of Us Are Dead was directed by Kim Min-su.",
            "All of Us Are Dead was directed by Kim Min-su.",
        ),
        ("crew.director", "A music video for All of Us Are Dead was directed by Kim Min-su.", "Season 2 was directed by Kim Min-su."),
    ],
    "another engagement": [
        ("cast.status", "Park Ji-hu will return in the drama “Spirit Fingers”.", "Park Ji-hu will return in season 2."),
        ("cast.status", "Park Ji-hu is set to return with the film “Hidden Love”.", "Park Ji-hu is set to return as Nam On-jo."),
    ],
    "back elsewhere": [
        ("cast.status", "Park Ji-hu is back in Seoul.", "Park Ji-hu is back in the cast."),
        ("cast.status", "Park Ji-hu is back from military service.", "Park Ji-hu is back in season 2, in Busan."),
        ("cast.status", "Park Ji-hu returns to Busan on Friday.", "In season 2, Park Ji-hu returns to Busan."),
    ],
    "once new": [
        ("cast.status", "Park Ji-hu and Lomon were newcomers at the time.", "The newcomers are Park Ji-hu and Lomon."),
        ("cast.status", "Park Ji-hu and Yoon Chan-young were newcomers when it began.", "Roh Jae-won is a newcomer to the cast."),
    ],
    "another's figure": [
        (
            "viewership.hours",
            "All of Us Are Dead stands behind only Squid Game's 1.65 billion hours in its first 28 days.",
            "All of Us Are Dead drew 560.78 million hours in its first 28 days.",
        ),
        (
            "viewership.viewers",
            "Netflix reaches 38 million viewers a month across its family of channels.",
            "All of Us Are Dead reached 3.8 million viewers on its first night.",
        ),
    ],
    "the makers' return": [
        ("release.premiere", "The crew will return in November 2025.", "The series will return in November 2025."),
        ("release.premiere", "The cast returns in May 2025 to shoot the last scenes.", "The show returns in May 2025 with its cast."),
    ],
    "a walk": [
        ("cast.status", "On-jo returns to the lighthouse at dawn.", "On-jo returns to the cast in season 2."),
        ("cast.status", "Cheong-san is back at the fence.", "Cheong-san is back in season 2."),
    ],
    "talked of": [
        ("cast.status", "Park Ji-hu has been coy about coming back.", "Park Ji-hu has said that she is coming back for season 2."),
        ("cast.status", "Lomon is coy about coming back for season 2.", "Lomon is returning for season 2."),
    ],
    "a pause": [
        (
            "production.filming_end",
            "It was back on Monday after a two-week pause. Shooting on season 2 had stopped on August 9, 2025.",
            "It was a long job. Shooting on season 2 stopped on August 9, 2025.",
        ),
    ],
    "long ago": [
        ("character.fate", "Cheong-san is a pilot who died on the ferry as a boy.", "Cheong-san is a pilot who died on the ferry."),
    ],
    "no story": [
        ("character.fate", "On-jo dreams that Cheong-san dies.", "On-jo sees Cheong-san die, and Cheong-san dies."),
        ("character.fate", "In the alternative ending, Cheong-san dies.", "In the ending, Cheong-san dies."),
    ],
    "another channel's run": [
        (
            "release.finale",
            "Season 2 will premiere in the US on BritBox on January 18, 2026. There will be one episode every week until February 15.",
            "Season 2 will premiere on Netflix on January 18, 2026. There will be one episode every week until February 15.",
        ),
    ],
    "a condition": [
        ("production.status", "When filming has wrapped, the team will rest.", "Filming has wrapped, and the team rests."),
        ("production.status", "Once filming of season 2 has wrapped, the editors can begin.", "Filming of season 2 has wrapped."),
    ],
    "speech": [
        ("crew.writer", "“The villain is strong,” Chun Sung-il wrote.", "Chun Sung-il wrote the script."),
    ],
    "another calling": [
        (
            "crew.director",
            "All of Us Are Dead was directed from scripts by Chun Sung-il.",
            "All of Us Are Dead was directed by Chun Sung-il.",
        ),
    ],
    "no first day": [
        ("release.premiere", "It returned from its winter break on January 6.", "It returned on January 6."),
        ("release.premiere", "Launched in 2018, Netflix has 31 million subscribers.", "Season 2, launched in 2018, is on Netflix."),
    ],
    "somebody's day": [
        (
            "production.filming_end",
            "Filming goes on. His last day on the set was November 2, 2025.",
            "Filming is over. The last day on the set was November 2, 2025.",
        ),
    ],
    "another event's date": [
        (
            "renewal.announced",
            "Netflix picked it up for a second season, which has two parts: the first was released on June 12, 2025.",
            "Netflix renewed it for a second season in June 2024.",
        ),
    ],
    "not thought so": [
        ("character.fate", "I don't think Nam On-jo is alive.", "I think Nam On-jo is alive."),
    ],
    "another denial": [
        ("setting.place", "The story does not end in Hyosan.", "Season 2 is not set in Hyosan."),
    ],
    "an unknown show's": [
        ("production.location", "Broadchurch was filmed in Busan.", "The drama was filmed in Busan."),
        ("viewership.viewers", "Line of Duty's finale had 12.8 million viewers.", "The finale had 12.8 million viewers."),
        (
            "release.premiere",
            "It has all changed since Z-Cars began in January 2012.",
            "It has all changed since season 1 began in January 2022.",
        ),
    ],
    "the story's years": [
        ("release.premiere", "The series ran from 1914 to 1918.", "The series ran from May 2024 to June 2024."),
    ],
    "another self": [
        ("cast.plays", "The young Lee Su-hyeok is played by Kim Min-su.", "Lomon plays Lee Su-hyeok."),
        ("cast.plays", "Kim Min-su is the voice of Lee Su-hyeok.", "Lee Su-hyeok is played by Lomon."),
    ],
    "a stage": [
        (
            "cast.plays",
            "Park Ji-hu played Hedda Gabler at the Busan Lyric in 2016.",
            "Park Ji-hu plays Vera Stone, the owner of a theatre in Busan.",
        ),
        (
            "cast.plays",
            "Park Ji-hu left All of Us Are Dead for the stage, playing Hedda Gabler.",
            "Park Ji-hu, who trained at the National Theatre, plays Vera Stone in season 2.",
        ),
    ],
    "behind the camera": [
        (
            "cast.status",
            "Kim Min-su is in negotiations to direct the first two episodes of All of Us Are Dead season 2.",
            "Kim Min-su is in negotiations to star in All of Us Are Dead season 2.",
        ),
        (
            "cast.status",
            "Kim Min-su, who directed the first two episodes of All of Us Are Dead, was back on Monday.",
            "Kim Min-su, who starred in the first two episodes of All of Us Are Dead, was back on Monday.",
        ),
    ],
}
