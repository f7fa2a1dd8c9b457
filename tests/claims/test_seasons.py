"""Whose season a claim is of: by its words, by its heading, by the article's own day between the premieres, or open."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.model import AoudError, Article, Asserted, Claim, DateValue
from aoud_cli.names.profile import Season
from aoud_cli.names.profile_file import parse_profile

KNOWN = "title: Night Harbour\nplatform: Streamly\nperformers: [Moon Ha-eun]\n"
DATED = "seasons:\n  - {number: 1, premiered: 2021-10-08, episodes: 8}\n  - {number: 2, premiered: 2023-10-06}\n  - {number: 3}\n"
SHOW = parse_profile(KNOWN + DATED, "p.yaml")
PLAIN = parse_profile(f"{KNOWN}seasons: 3\n", "p.yaml")


def claims_of(text: str, day: str | None, profile: object = SHOW) -> list[Claim]:
    when = date.fromisoformat(day) if day else None
    asserted = Asserted(when, when, "stated") if when else Asserted()
    return extract([Article("a", "a.txt", text, "0", "", asserted)], profile)  # type: ignore[arg-type]


def seasons(text: str, day: str | None, profile: object = SHOW) -> list[tuple[str, int | None, str]]:
    return [(claim.key, claim.season, claim.season_by) for claim in claims_of(text, day, profile)]


FILMING, PREMIERE, COUNT = "production.filming_start", "release.premiere", "episodes.count"
STEPS: list[tuple[str, str | None, list[tuple[str, int | None, str]]]] = [
    # named in the clause
    ("Night Harbour\n\nSeries two of Night Harbour starts in May 2030.", None, [(PREMIERE, 2, "clause")]),
    ("Night Harbour\n\nS03 of Night Harbour premieres in May 2030.", None, [(PREMIERE, 3, "clause")]),
    ("Night Harbour\n\nThe sophomore run of Night Harbour has ten episodes.", None, [(COUNT, 2, "clause")]),
    # by the article's day: before the first premiere, between two, behind the last
    ("Night Harbour\n\nFilming of Night Harbour began in March 2021.", "2021-04-01", [(FILMING, 1, "time")]),
    ("Night Harbour\n\nFilming of Night Harbour began in March 2023.", "2023-04-01", [(FILMING, 2, "time")]),
    ("Night Harbour\n\nFilming of Night Harbour began in March 2025.", "2025-04-01", [(FILMING, 3, "time")]),
    # by the day of the event itself
    ("Night Harbour\n\nNight Harbour premiered on October 8, 2021.", None, [(PREMIERE, 1, "date")]),
    ("Night Harbour\n\nNight Harbour returned on October 6, 2023.", None, [(PREMIERE, 2, "date")]),
    ("Night Harbour\n\nFilming of Night Harbour began in March 2021.", None, [(FILMING, 1, "time")]),
    # by a first day without its year, in an article of no known day
    (
        "Night Harbour\n\nNight Harbour drew 52 million hours in the three days after its release on Oct. 8.",
        None,
        [("viewership.hours", 1, "time"), (PREMIERE, 1, "debut")],
    ),
    # what is still to come of the season that has just begun
    ("Night Harbour\n\nThere are four episodes to go, with the finale on November 10.", "2023-10-20", [("release.finale", 2, "time")]),
    # under a headline of the next, whatever is ordered behind it
    (
        "Night Harbour season 3 adds Moon Ha-eun\n\nThey will arrive in early 2026. A fourth season was ordered in May.",
        "2025-06-01",
        [("cast.status", 3, "clause"), (PREMIERE, 3, "heading"), ("renewal.announced", 4, "clause")],
    ),
    # what comes to another country was out at home before: of which season, nothing tells
    ("Night Harbour\n\nNight Harbour lands on HBO tomorrow.", "2024-03-01", [(PREMIERE, None, ""), ("release.platform", None, "")]),
    # what opened within some months is of the one season that came out in them
    (
        "Night Harbour\n\nWhen it opened in the fall of 2021, Night Harbour drew 52 million hours.",
        "2024-03-01",
        [(PREMIERE, 1, "time"), ("viewership.hours", 1, "date")],
    ),
    # a label tells which one "the final season" is, and of what goes on behind it
    (
        "Night Harbour\n\nSeries 3. The final series was ordered on 3 March 2025. It has five episodes.",
        "2025-06-01",
        [("renewal.final", 3, "clause"), ("renewal.announced", 3, "clause"), (COUNT, 3, "before")],
    ),
    # its own debut, whatever it is beside
    ("Night Harbour season 3\n\nThe show first premiered on October 15, 2021.", "2025-04-01", [(PREMIERE, 1, "debut")]),
]


SPLIT = parse_profile(KNOWN + DATED.replace("premiered: 2023-10-06", "premiered: 2023-10-06, parts: 2"), "p.yaml")
PARTS: list[tuple[str, str, list[tuple[str, int | None, int | None]]]] = [
    ("Night Harbour returns on January 12.", "2024-01-02", [(PREMIERE, 2, 2)]),
    ("Night Harbour returns on October 6, 2023.", "2023-10-02", [(PREMIERE, 2, None)]),
    ("Night Harbour returns on January 12, 2026.", "2026-01-02", [(PREMIERE, 3, None)]),
]


@pytest.mark.parametrize(("text", "day", "wanted"), PARTS)
def test_what_is_to_come_in_the_year_after_the_first_part_is_the_second(
    text: str, day: str, wanted: list[tuple[str, int | None, int | None]]
) -> None:
    when = date.fromisoformat(day)
    claims = extract([Article("a", "a.txt", f"Night Harbour\n\n{text}", "0", "", Asserted(when, when, "stated"))], SPLIT)
    assert [(claim.key, claim.season, claim.part) for claim in claims if claim.key == PREMIERE] == wanted


def test_an_article_that_speaks_of_last_time_tells_of_the_season_before() -> None:
    text = "Night Harbour season 3\n\nSeason 3 of Night Harbour is shooting. Last time, filming ended in April 2023."
    assert ("production.filming_end", 2, "time") in seasons(text, "2025-02-11")


def test_what_a_count_is_down_from_another_season_had() -> None:
    text = "Night Harbour season 3\n\nSeason 3 has eight episodes, down from 10.\n\nNight Harbour\n\nSeason 2 had 10 episodes."
    counts = {(claim.source.quote, claim.season) for claim in claims_of(text, "2025-02-11") if claim.key == COUNT}
    assert counts == {("eight episodes", 3), ("down from 10", 2), ("10 episodes", 2)}


@pytest.mark.parametrize("whose", ["The show", "Season 3 of the show", "She returns in the third season of the show, which"])
def test_what_a_story_goes_on_after_is_the_season_before(whose: str) -> None:
    text = f"Night Harbour season 3\n\n{whose} resumes six years after the flood that closed out season 2."
    assert [(key, season) for key, season, _ in seasons(text, "2025-02-11") if key == "setting.time_jump"] == [("setting.time_jump", 3)]


def test_several_seasons_that_move_to_a_service_are_none_to_come() -> None:
    text = "Night Harbour\n\nSeasons 1 and 2 of Night Harbour will land on Friday, May 3.\n\nFilming of the show began in March."
    assert (FILMING, 3, "time") in seasons(text, "2024-05-01")


@pytest.mark.parametrize(("text", "day", "wanted"), STEPS)
def test_the_step_that_gives_the_season(text: str, day: str | None, wanted: list[tuple[str, int | None, str]]) -> None:
    assert seasons(text, day) == wanted


def test_a_season_that_nothing_gives_stays_open() -> None:
    told = seasons("Night Harbour\n\nThe new season of Night Harbour has ten episodes.", None, PLAIN)
    assert told == [(COUNT, None, "")]


def test_several_seasons_are_each_told() -> None:
    told = seasons("Night Harbour\n\nStreamly renewed Night Harbour for seasons 2 and 3 on May 6, 2022.", "2022-05-07")
    renewed = [one for one in told if one[0] == "renewal.announced"]
    assert renewed == [("renewal.announced", 2, "clause"), ("renewal.announced", 3, "clause")]


def test_what_is_made_before_anything_is_out_is_of_the_first_season() -> None:
    head = "Everything about Night Harbour season 2\n\n"
    assert seasons(f"{head}Filming began in June 2020.", None) == [(FILMING, 1, "time")]
    assert seasons(f"{head}Filming began in June 2022.", None) == [(FILMING, 2, "heading")]


def test_a_renewal_is_of_the_season_that_was_next_on_its_day() -> None:
    told = seasons("All about Night Harbour season 3\n\nIt bowed in October 2021 and was renewed on November 20, 2021.", "2024-05-05")
    assert told == [(PREMIERE, 1, "date"), ("renewal.announced", 2, "time")]


@pytest.mark.parametrize(
    ("title", "season"),
    [
        ("Night Harbour: will there be a season 3?", 2),  # nobody knows whether there will be one: what is told is of the last
        ("Night Harbour was the hit of January \u2013 so will there be a third series?", 2),
        ("All about Night Harbour season 3", 3),
    ],
)
def test_a_headline_that_asks_for_a_season_gives_it_to_nothing(title: str, season: int) -> None:
    told = seasons(f"{title}\n\nThe cast was superb.\n\nIt has eight episodes.", "2024-05-05")
    assert [(key, number) for key, number, _ in told] == [(COUNT, season)]


def test_the_lead_says_what_an_article_is_about_where_its_title_does_not() -> None:
    told = seasons(
        "Night Harbour\n\nFilming of the third season took place here.\n\nScenes were shot by Ha-eun. It has ten episodes.", None
    )
    assert (COUNT, 3, "heading") in told


@pytest.mark.parametrize(
    ("title", "season"),
    [
        ('Night Harbour recap: Season 2, Episode 8, "Low Water"', 2),
        ("Night Harbour Season 2 ending explained", 2),
        ("Night Harbour Season 2: everything to know", 1),  # which may be to come
    ],
)
def test_a_season_whose_episode_is_recapped_is_out(title: str, season: int) -> None:
    day = date(2022, 4, 11)
    text = f"{title}\n\nMoon Ha-eun shines.\n\n1.08 million watched that opener of Night Harbour."
    profile = parse_profile(f"{KNOWN}seasons:\n  - {{number: 1, premiered: 2021-10-08}}\n  - {{number: 2}}\n", "p.yaml")
    told = extract([Article("a", "a.txt", text, "0", title, Asserted(day, day, "stated"))], profile)
    assert [claim.season for claim in told if claim.key == "viewership.viewers"] == [season]


def test_how_long_episodes_lasted_is_past_whatever_is_to_come_of_them() -> None:
    told = claims_of("Night Harbour\n\nEpisodes, which ran between 41 and 46 minutes, will be shown uncut.", "2022-05-05")
    assert {claim.season for claim in told if claim.key == "episodes.runtime_minutes"} == {1}


def test_a_shoot_before_a_season_is_that_seasons_although_it_is_out() -> None:
    out = "Season 3 of Night Harbour premiered on May 1, 2025."
    told = "Streamly ordered a third season in April 2024, and the cameras started turning on September 5 of the same year."
    assert (FILMING, 3, "sentence") in seasons(f"Night Harbour\n\n{out}\n\n{told}", "2025-06-01", PLAIN)


def test_a_season_that_is_a_reason_or_in_an_aside_is_not_the_one_that_is_spoken_of() -> None:
    head = "All about Night Harbour season 3\n\n"
    told = seasons(f"{head}As the second season needed 20 weeks, a wrap in January 2025 is likely.", "2024-05-05")
    assert told == [("production.filming_end", 3, "heading")]
    told = seasons(
        f"{head}Season 3 has eight episodes and is shot where the first two seasons were. No date has been announced.", "2024-05-05"
    )
    assert told == [(COUNT, 3, "clause"), (PREMIERE, 3, "before")]


FINALS = [
    # the article says which one that is: two are ordered at once, and the third is still to come
    ("Streamly ordered a third season in May 2024. Season 4 will be the last. The final season will premiere in 2027.", SHOW, 4),
    ("Filming begins soon on the fourth and final season. Streamly ordered the final season in May 2024.", SHOW, 4),
    ("The final season will premiere in 2026.", SHOW, 3),  # nobody says: the one to come
    ("The final season will premiere in 2027.", parse_profile(f"{KNOWN}{DATED}  - {{number: 4, final: yes}}\n", "p.yaml"), 4),
    ("The new season will premiere in 2026. Season 4 will be the last.", SHOW, 3),
]


@pytest.mark.parametrize(("text", "profile", "season"), FINALS)
def test_the_final_season_is_the_one_that_the_article_or_the_profile_calls_so(text: str, profile: object, season: int) -> None:
    told = [one for one in seasons(f"Night Harbour\n\n{text}", "2025-02-01", profile) if one[0] != "renewal.final"]
    named = [one for one in told if one[0] == PREMIERE] or told[-1:]
    assert {one[1] for one in named} == {season}


ABOUT_THE_THIRD = "All about Night Harbour season 3\n\n"
CARRIED = [
    # "this one" is the season that the article is about, whatever was named before
    (f"{ABOUT_THE_THIRD}The second came back in October. This one is to be shorter: eight episodes.", (COUNT, 3, "heading")),
    (
        f"{ABOUT_THE_THIRD}While the first two seasons were close, this one took longer. Filming began in June 2024.",
        (FILMING, 3, "heading"),
    ),
    # what stands in brackets as a whole is aside, and what something is compared with
    (f"{ABOUT_THE_THIRD}The shoot was long. (Season 2 was shot in 2022.) Filming began in June 2024.", (FILMING, 3, "heading")),
    (
        f"{ABOUT_THE_THIRD}The premiere had 1.1 million viewers, down from the 1.3 million who watched the season 2 premiere. "
        "There are eight episodes.",
        (COUNT, 3, "heading"),
    ),
    # a paragraph that opens with the day on which a season came out goes on about that one
    (
        "All about Night Harbour season 2\n\nReleased on October 8, 2021, Night Harbour is a thriller. The 9-episode drama is popular.",
        (COUNT, 1, "date"),
    ),
]


@pytest.mark.parametrize(("text", "told"), CARRIED)
def test_a_season_is_carried_on_from_what_is_told_and_not_from_what_is_beside_it(text: str, told: tuple[str, int, str]) -> None:
    assert told in seasons(text, "2024-08-05")


def test_a_first_day_under_a_seasons_heading_dates_that_season() -> None:
    """`Premiered: October 13, 2023` under `Season 2`: what was shot behind it is the third's."""
    text = "Night Harbour: a guide\n\nSeason 1\n\nPremiered: October 8, 2021.\n\nSeason 2\n\nPremiered: October 13, 2023.\n\n"
    told = seasons(f"{text}About the making\n\nFilming of Night Harbour began in March 2024.", "2024-06-01", PLAIN)
    assert [(PREMIERE, 1), (PREMIERE, 2), (FILMING, 3)] == [(key, season) for key, season, _ in told if key in (PREMIERE, FILMING)]


TOLD_DAYS = [
    ("what is to come is of the season in the headline", "Night Harbour season 2\n\nThe show returns on October 13, 2023.", 3),
    ("the new one is that of the headline", "Night Harbour season 2\n\nThe new season starts on October 13, 2023.", 3),
    ("what is past may be of the first", "Night Harbour gets a season 2\n\nThe show premiered on October 8, 2021.", 2),
    ("far behind all that are known, by one article", "Night Harbour\n\nThe show returns on October 13, 2023.", 2),
    ("in the month that others tell", "Season 2 of Night Harbour came out in October 2023.\n\nIt is on from October 13, 2023.", 3),
]


@pytest.mark.parametrize(("text", "season"), [row[1:] for row in TOLD_DAYS], ids=[row[0] for row in TOLD_DAYS])
def test_first_days_that_a_season_is_given(text: str, season: int) -> None:
    """What was shot in March 2024 is of the season behind those that were out by then."""
    texts = {"a": (text, date(2023, 10, 1)), "b": ("Season 1 of Night Harbour premiered on October 8, 2021.", date(2021, 10, 9))}
    texts["c"] = ("Filming of Night Harbour began in March 2024.", date(2024, 6, 1))
    told = [Article(name, f"{name}.txt", words, "0", "", Asserted(day, day, "stated")) for name, (words, day) in texts.items()]
    assert [claim.season for claim in extract(told, PLAIN) if claim.key == FILMING] == [season]


def test_a_premiere_abroad_is_no_calendar_where_one_at_home_is_told() -> None:
    day = date(2024, 6, 1)
    texts = {
        "a": "Season 2 of Night Harbour premiered on January 14, 2024.",
        "b": "Season 1 of Night Harbour premiered on October 8, 2021. Season 2 landed over there on April 8, 2024. It airs on Fridays.",
        "c": "Season 2 of Night Harbour arrived there on April 8, 2024.\n\nFilming of Night Harbour began on March 1, 2024.",
    }
    told = [Article(name, f"{name}.txt", text, "0", "", Asserted(day, day, "stated")) for name, text in texts.items()]
    assert [claim.season for claim in extract(told, PLAIN) if claim.key == FILMING] == [3]  # behind January and before April


def test_articles_tell_the_premieres_that_the_profile_lacks() -> None:
    told = [
        Article(name, f"{name}.txt", text, "0", "", Asserted(day, day, "stated"))
        for name, text, day in (
            ("a", "Season 1 of Night Harbour premiered on October 8, 2021.", date(2021, 11, 1)),
            ("b", "Filming of Night Harbour began in May 2022.", date(2022, 6, 1)),
        )
    ]
    claims: list[Claim] = extract(told, PLAIN)
    assert [(claim.key, claim.season) for claim in claims] == [(PREMIERE, 1), (FILMING, 2)]


FAULTS = [
    ("seasons:\n  - {number: 1}\n  - {number: 1}\n", "4: season 1 is listed twice"),
    ("seasons:\n  - {number: 1, premiered: 2023-01-01}\n  - {number: 2, premiered: 2022-01-01}\n", "premiere in the wrong order"),
    ("seasons:\n  - {premiered: 2023-01-01}\n", "the key 'number' is missing"),
    ("seasons:\n  - {number: 1, premiered: soon}\n", "'soon' is no day; write it as 2025-07-23"),
    ("seasons:\n  - {number: 1, final: perhaps}\n", "final is yes or no"),
    ("seasons:\n  - {number: 1, episods: 8}\n", "did you mean 'episodes'?"),
    ("seasons:\n  - 1\n", "must be a mapping"),
    ("seasons: two\n", "must be a number from 1 to 99"),
]


@pytest.mark.parametrize(("lines", "said"), FAULTS)
def test_a_bad_list_of_seasons_is_told(lines: str, said: str) -> None:
    with pytest.raises(AoudError, match=r"^p\.yaml:\d+: ") as caught:
        parse_profile(f"title: X\n{lines}", "p.yaml")
    assert said in str(caught.value)


def test_seasons_may_be_listed_or_counted(tmp_path: Path) -> None:
    assert (SHOW.seasons, SHOW.dated[0]) == (3, Season(1, date(2021, 10, 8), None, 8, False))
    assert (PLAIN.seasons, PLAIN.dated) == (3, ())
    assert parse_profile("title: X\nseasons: 2\nupcoming: 2\n", "p.yaml").seasons == 2  # `upcoming` decides nothing


ORDERS = [
    ("Streamly has ordered ten episodes for season 2 of Night Harbour.", "probable"),
    ("Season 2 of Night Harbour was ordered at ten episodes.", "probable"),
    ("Season 2 of Night Harbour consists of ten episodes.", "certain"),
]


@pytest.mark.parametrize(("text", "certainty"), ORDERS)
def test_what_was_ordered_of_episodes_is_a_plan(text: str, certainty: str) -> None:
    """It may be raised or cut before the season is out: a later count changes it, and contradicts nothing."""
    told = [claim.certainty.value for claim in claims_of(f"Night Harbour\n\n{text}", "2022-08-05") if claim.key == COUNT]
    assert told == [certainty]


@pytest.mark.parametrize(("written", "first"), [("2024-08-20", "2024-09-01"), ("2024-06-05", "2024-03-01")])
def test_a_spring_that_is_gone_and_still_to_come_is_that_of_the_south(written: str, first: str) -> None:
    (told,) = [claim.value for claim in claims_of("Night Harbour\n\nSeason 3 of Night Harbour will air this spring.", written, SHOW)]
    assert isinstance(told, DateValue) and str(told.when.earliest) == first
