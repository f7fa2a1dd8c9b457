"""Which contradictions are doubted: what a value's season rests on, whom several articles stand against, who drew, who hedges."""

from __future__ import annotations

import pytest
from gold_claims import dates, entity, hours, make_claim, name

from aoud_cli.model import Article, Asserted, Claim, QuantityValue
from aoud_cli.verdicts.clash import CLASHES
from aoud_cli.verdicts.doubt import are_hedged, is_of_open_year, is_of_vague_season, tells_of_a_change
from aoud_cli.verdicts.find import find

S1, S2 = "season-1", "season-2"


def count(document: str, number: int, season_by: str, place: int = 0) -> Claim:
    value = QuantityValue(number, "episode", "exactly", str(number))
    return make_claim(document, "episodes.count", S2, value, place=place)._replace(season_by=season_by)


def watched(document: str, number: float, season_by: str, subject: str = S2, quote: str = "words") -> Claim:
    return make_claim(document, "viewership.hours", subject, hours(number, 28), quote=quote)._replace(season_by=season_by)


def verdicts(*claims: Claim) -> list[tuple[str, tuple[str, ...]]]:
    """The clashes, each with the values of its sides."""
    found = [finding for finding in find(claims) if finding.verdict in CLASHES]
    return [(one.verdict.value, tuple(sorted({claim.source.document for side in one.sides for claim in side.claims}))) for one in found]


def test_a_value_of_a_guessed_season_is_doubted_whatever_stands_against_it() -> None:
    assert verdicts(watched("a", 474e6, "time"), watched("b", 560e6, "heading")) == [("differs", ("a", "b"))]
    assert verdicts(watched("a", 474e6, "heading"), watched("b", 560e6, "heading")) == [("contradicts", ("a", "b"))]


def test_of_the_first_season_nothing_is_guessed() -> None:
    assert verdicts(watched("a", 474e6, "time", S1), watched("b", 560e6, "time", S1)) == [("contradicts", ("a", "b"))]


def test_only_who_drew_a_comic_is_no_author_of_it() -> None:
    """`It drew 474 million hours` tells no drawing."""
    drew = watched("a", 474e6, "clause", quote="It drew 474 million hours")
    assert verdicts(drew, watched("b", 560e6, "clause")) == [("contradicts", ("a", "b"))]


def test_a_value_that_one_clause_names_the_season_of_does_not_stand_alone() -> None:
    several = [count("b", 12, "clause"), count("c", 12, "clause")]
    assert verdicts(count("a", 10, "heading"), *several) == [("differs", ("a", "b", "c"))]
    assert verdicts(count("a", 10, "heading"), count("d", 10, "clause"), *several) == [("contradicts", ("a", "b", "c", "d"))]


@pytest.mark.parametrize(("season_by", "verdict"), [("debut", "contradicts"), ("sentence", "contradicts"), ("before", "differs")])
def test_the_first_days_of_a_show_are_those_of_its_first_season(season_by: str, verdict: str) -> None:
    """`The show initially landed on October 28` names no season and means no other."""
    several = [make_claim(d, "release.premiere", S1, dates("2022-10-14"))._replace(season_by="clause") for d in "bc"]
    landed = make_claim("a", "release.premiere", S1, dates("2022-10-28"))._replace(season_by=season_by)
    assert verdicts(landed, *several) == [(verdict, ("a", "b", "c"))]


def test_a_value_that_its_article_also_tells_with_the_season_is_not_doubted() -> None:
    both = [count("a", 10, "heading"), count("a", 10, "clause", place=90)]
    assert verdicts(*both, count("b", 12, "clause"), count("c", 12, "clause")) == [("contradicts", ("a", "b", "c"))]


def test_doubt_against_one_value_is_none_against_another() -> None:
    """A total whose season only the article's day gives is doubted against each that names the season; these two are not."""
    told = [watched("a", 474e6, "time"), watched("b", 560e6, "clause"), watched("c", 590e6, "clause")]
    assert verdicts(*told) == [("contradicts", ("b", "c")), ("differs", ("a", "b", "c"))]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("clause", "before", "contradicts"),
        ("sentence", "heading", "contradicts"),
        ("heading", "heading", "differs"),
        ("before", "date", "differs"),
    ],
)
def test_of_an_audience_one_side_at_least_names_the_season(one: str, other: str, verdict: str) -> None:
    """`The Christmas special rose to 6.8 million within a week`, behind a sentence about the second series."""
    told = [
        make_claim(document, "viewership.viewers", S2, QuantityValue(number, "viewer", "exactly", "words", 7))._replace(season_by=step)
        for document, number, step in (("a", 6_800_000, one), ("b", 6_300_000, other))
    ]
    assert verdicts(*told) == [(verdict, ("a", "b"))]


PROFILED = frozenset({entity("X Y").id})


@pytest.mark.parametrize(
    ("others", "verdict"),
    [(["Z W"], "differs"), (["Z W", "Z W"], "contradicts"), (["Z W", "V U"], "differs")],
    ids=["one article alone names a stranger", "two name one", "each names another"],
)
def test_a_performer_whom_the_profile_lacks_is_doubted_where_one_article_alone_names_them(others: list[str], verdict: str) -> None:
    """`There was a stage version in 2018, with Z W as P Q`"""
    told = [make_claim("a", "cast.plays", "X Y", name("P Q"))]
    told += [make_claim(f"b{place}", "cast.plays", who, name("P Q")) for place, who in enumerate(others)]
    found = [finding for finding in find(told, known=PROFILED) if finding.verdict in CLASHES]
    assert [finding.verdict.value for finding in found] == [verdict]


def test_strangers_contradict_each_other() -> None:
    told = [make_claim(document, "cast.plays", who, name("P Q")) for document, who in (("a", "Z W"), ("b", "V U"))]
    assert [finding.verdict.value for finding in find(told, known=PROFILED) if finding.verdict in CLASHES] == ["contradicts"]


def test_one_sure_word_among_hedged_ones_is_sure() -> None:
    sure, unsure = (make_claim(d, "cast.plays", "X Y", name("P Q"), certainty=how) for d, how in (("a", "certain"), ("b", "probable")))
    assert not are_hedged([sure, unsure]) and are_hedged([unsure])


@pytest.mark.parametrize(
    ("season_by", "wanted"), [("time", True), ("before", True), ("clause", False), ("heading", False), ("date", False)]
)
def test_a_vague_season(season_by: str, wanted: bool) -> None:
    assert is_of_vague_season(count("a", 10, season_by)) is wanted


WORDS = [
    ("July", True), ("mid-July", True), ("10 March", True), ("the autumn", True), ("the following January", True),
    ("July 2024", False), ("last July", False), ("yesterday", False), ("Sunday 6 October", False), ("two weeks ago", False),
]  # fmt: skip


@pytest.mark.parametrize(("words", "wanted"), WORDS)
def test_a_year_that_no_words_give(words: str, wanted: bool) -> None:
    past = make_claim("a", "production.filming_end", S2, dates("2024-07-01..2024-07-31"), asserted="2025-05-20")
    assert is_of_open_year(past._replace(value=past.value._replace(text=words))) is wanted
    ahead = make_claim("a", "production.filming_end", S2, dates("2025-07-01..2025-07-31"), asserted="2025-05-20")
    assert not is_of_open_year(ahead._replace(value=ahead.value._replace(text=words)))


PLAYS = "Baek Su-jin plays Yang Mi-so"
CHANGES = [
    ("the sentence before", f"Baek Su-jin replaces Hong Bo-mi as Yang Mi-so. {PLAYS}.", True),
    ("the sentence behind", f"{PLAYS}. She takes over the role from Hong Bo-mi.", True),
    ("a sentence about somebody else", f"The streamer has replaced its boss. {PLAYS}. All went well.", False),
    ("on another line", f"The streamer has replaced its boss\n{PLAYS}.", False),
    ("far away", f"Yang Mi-so was recast. {'It rained. ' * 30}{PLAYS}.", False),
    ("none", f"{PLAYS}.", False),
]


@pytest.mark.parametrize(("text", "told"), [row[1:] for row in CHANGES], ids=[row[0] for row in CHANGES])
def test_a_part_that_passed_on_by_the_words_around_it(text: str, told: bool) -> None:
    claim = make_claim("a", "cast.plays", "Baek Su-jin", name("Yang Mi-so"), quote=PLAYS, place=text.index(PLAYS))
    assert tells_of_a_change(claim, [Article("a", "a.txt", text, "0", "", Asserted())]) is told
