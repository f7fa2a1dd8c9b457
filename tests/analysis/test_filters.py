"""Claims picked by name, season, certainty, article and time, in the library and on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from gold_claims import dates, make_article, make_claim, name, term
from hypothesis import given, strategies as st

from aoud_cli.analysis.select import EVERYTHING, Selection, find_documents, find_named
from aoud_cli.cli.main import main
from aoud_cli.model import AoudError, Asserted, Certainty, Claim, DateRange, TextValue
from aoud_cli.names.profile_file import parse_profile

SHOW = parse_profile(
    """
title: The Whale
titles: [Moby]
performers: [Moon Ha-eun, {name: Quee, aliases: [Kim Gwi]}]
characters: [Ahn Seo-rin, Ahn Su-bin, Ahab]
""",
    "whale.yaml",
)
CLAIMS = [
    make_claim("a", "cast.plays", "Moon Ha-eun", name("Ahn Seo-rin"), asserted="2024-04-09"),
    make_claim("a", "cast.plays", "Quee", name("Ahn Su-bin"), asserted="2024-04-09", certainty="possible"),
    make_claim("b", "release.premiere", "season-2", dates("2025-01-01..2025-12-31"), asserted="2024-01-01..2024-06-30"),
    make_claim("b", "setting.place", "show", TextValue("Nantucket Harbour"), asserted="2024-01-01..2024-06-30"),
    make_claim("c", "trailer.available", "season-1", term("no"), certainty="probable"),
    make_claim("c", "character.fate", "Seo Jun-ho", term("dead"), kind="character"),
]


def about(spelling: str) -> tuple[list[int], tuple[str, ...]]:
    """The places of the claims that are about a name, and what may have been meant."""
    found = find_named(spelling, CLAIMS, SHOW)
    return [place for place, claim in enumerate(CLAIMS) if Selection(about=found.ids).holds(claim)], found.near


@pytest.mark.parametrize(
    ("spelling", "places"),
    [
        ("Moon Ha-eun", [0]),
        ("moon haeun", [0]),
        ("Ha-eun Moon", [0]),
        ("Mun Ha Eun", [0]),
        ("Ha-eun", [0]),
        ("Kim Gwi", [1]),  # an alias of the profile
        ("Ahn Seo-rin", [0]),  # as a value
        ("Seo Joon-ho", [5]),  # the profile doesn't know him
        ("Jun-ho", [5]),  # a part that one name alone has
        ("nantucket harbour", [3]),
        ("Season 2", [2]),
        ("season-1", [4]),
        ("the whale", [3]),
        ("Moby", [3]),
    ],
)
def test_any_spelling_finds(spelling: str, places: list[int]) -> None:
    assert about(spelling) == (places, ())


@pytest.mark.parametrize(
    ("spelling", "near"),
    [
        ("Ahn", ("Ahn Seo-rin", "Ahn Su-bin")),  # whose? nobody guesses
        ("Moon Ha-un", ("Moon Ha-eun",)),
        ("Nantuket Harbour", ("Nantucket Harbour",)),
        ("Ahab", ()),  # known, and no claim is about him
        ("Zzyzx", ()),
        ("", ()),
        ("-", ()),
        ("Season 3", ("Season 1", "Season 2")),
    ],
)
def test_what_finds_nothing_tells_what_is_near(spelling: str, near: tuple[str, ...]) -> None:
    assert about(spelling) == ([], near)


@given(st.text(max_size=20))
def test_no_text_is_a_fault(spelling: str) -> None:
    found = find_named(spelling, CLAIMS, SHOW)
    assert not (found.ids and found.near)


@pytest.mark.parametrize(
    ("selection", "places"),
    [
        (EVERYTHING, [0, 1, 2, 3, 4, 5]),
        (Selection(about=frozenset()), []),
        (Selection(season=2), [2]),
        (Selection(season=3), []),
        (Selection(certainties=frozenset({Certainty.POSSIBLE})), [1]),
        (Selection(certainties=frozenset({Certainty.POSSIBLE, Certainty.PROBABLE})), [1, 4]),
        (Selection(documents=frozenset({"b", "c"})), [2, 3, 4, 5]),
        (Selection(since=date(2024, 4, 10)), [2, 3, 4, 5]),
        (Selection(since=date(2024, 7, 1)), [4, 5]),
        (Selection(until=date(2024, 4, 9)), [0, 1, 2, 3, 4, 5]),
        (Selection(until=date(2023, 12, 31)), [4, 5]),
        (Selection(documents=frozenset({"a"}), certainties=frozenset({Certainty.CERTAIN})), [0]),
    ],
)
def test_selections(selection: Selection, places: list[int]) -> None:
    assert [place for place, claim in enumerate(CLAIMS) if selection.holds(claim)] == places


DAYS = st.none() | st.dates()


@given(DAYS, DAYS, DAYS, DAYS)
def test_an_article_counts_where_its_interval_touches(a: date | None, b: date | None, since: date | None, until: date | None) -> None:
    low, high = (a, b) if a is None or b is None or a <= b else (b, a)
    claim = _asserted(CLAIMS[0], DateRange(low, high))
    first, last = max(low or date.min, since or date.min), min(high or date.max, until or date.max)
    if since is None or until is None or since <= until:
        assert Selection(since=since, until=until).holds(claim) is (first <= last)


def _asserted(claim: Claim, when: DateRange) -> Claim:

    return claim._replace(asserted=Asserted(when.earliest, when.latest))


ARTICLES = [make_article(document) for document in ("004_abc", "004_abd", "005_x", "wire-has-said-it-again", "005")]


@pytest.mark.parametrize(
    ("given_name", "document"),
    [
        ("004_abc", "004_abc"),
        ("004_abc.txt", "004_abc"),
        ("004_abd", "004_abd"),
        ("005", "005"),  # the whole name before a beginning
        ("005_", "005_x"),
        ("wire", "wire-has-said-it-again"),
        ("wire-has…t-again", "wire-has-said-it-again"),  # as text output shortens it
    ],
)
def test_articles_by_name(given_name: str, document: str) -> None:
    assert find_documents([given_name], ARTICLES) == {document}


@pytest.mark.parametrize(
    ("given_name", "said"),
    [("004", "'004' may be any of 004_abc, 004_abd"), ("zzz", "no article is named 'zzz'; the articles are 004_abc, "), ("", "no article")],
)
def test_no_article_or_several(given_name: str, said: str) -> None:
    with pytest.raises(AoudError, match=said):
        find_documents(["005", given_name], ARTICLES)


# The command line -------------------------------------------------------------------------------------------------------

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def aoud(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.delenv("AOUD_CORPUS", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        out, err = capfd.readouterr()
        return status, out, err

    return call


def records(run: Run, kind: str, *arguments: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(run(*arguments, "--json")[1])[kind]
    return found


@pytest.mark.parametrize(
    ("arguments", "holds"),
    [
        (["--season", "2"], lambda claim: claim["season"] == 2),
        (["--certainty", "possible"], lambda claim: claim["certainty"] == "possible"),
        (["--certainty", "possible", "--certainty", "probable"], lambda claim: claim["certainty"] != "certain"),
        (["--said-by", "004"], lambda claim: claim["source"]["document"].startswith("004")),
        (["--said-by", "004", "--said-by", "002"], lambda claim: claim["source"]["document"][:3] in ("004", "002")),
        (["--since", "2024-04-09"], lambda claim: claim["asserted"]["latest"] >= "2024-04-09"),
        (["--until", "2024"], lambda claim: claim["asserted"]["earliest"] <= "2024-12-31"),
        (["--since", "April 2024", "--until", "2024-04"], lambda claim: claim["source"]["document"].startswith("004")),
        (["--about", "jihu park"], lambda claim: "park-ji-hu" in (claim["subject"]["id"], claim["value"].get("id"))),
    ],
)
def test_filters_pick_claims(aoud: Run, arguments: list[str], holds: Callable[[dict[str, object]], bool]) -> None:
    everything = records(aoud, "claims", "claims")
    assert records(aoud, "claims", "claims", *arguments) == [claim for claim in everything if holds(claim)] != []


@pytest.mark.parametrize(
    ("kind", "command"),
    [("conflicts", ["conflicts"]), ("agreements", ["agreements"]), ("timeline", ["timeline"]), ("events", ["timeline", "--events"])],
)
def test_what_holds_a_claim_that_is_asked_for_stays_whole(aoud: Run, kind: str, command: list[str]) -> None:
    everything = records(aoud, kind, *command)
    some = records(aoud, kind, *command, "--said-by", "004", "--season", "2")
    assert 0 < len(some) < len(everything)
    assert all(record in everything for record in some)
    assert all("004_" in json.dumps(record) for record in some)
    assert records(aoud, kind, *command, "--season", "9") == []


def test_a_name_that_nobody_has(aoud: Run) -> None:
    status, out, err = aoud("claims", "--about", "Park Ji-h", "--json")
    assert (status, json.loads(out)["claims"]) == (0, [])
    assert err.startswith("aoud: no claim is about 'Park Ji-h'; did you mean 'Park Ji-hu'") and err.count("\n") == 1
    assert json.loads(out)["notes"] == [err.rstrip("\n")]
    assert aoud("timeline", "--about", "Zzyzx")[2].startswith("aoud: no claim is about 'Zzyzx'\nread 5 articles")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--said-by", "zzz"], "no article is named 'zzz'; the articles are 000_"),
        (["--said-by", "00"], "'00' may be any of 000_"),
        (["--since", "soon"], "--since 'soon' is no date; write a year, a month or a day"),
        (["--since", "yesterday"], "--since 'yesterday' is no date"),
        (["--until", "2024-02-31"], "--until '2024-02-31' is no date"),
        (["--since", "2025", "--until", "2024"], "--since 2025 is after --until 2024"),
        (["--season", "0"], "0 is not in the range"),
        (["--certainty", "sure"], "'sure' is not one of 'certain', 'probable', 'possible'"),
        (["--about", "a\x1b[31m", "--since", "\x1b[31m"], "\\x1b[31m"),
    ],
)
def test_a_filter_that_means_nothing_is_told(aoud: Run, arguments: list[str], said: str) -> None:
    status, out, err = aoud("claims", *arguments)
    assert (status, out) == (2, "")
    assert said in err and "\x1b" not in err and "internal error" not in err


def test_a_season_that_no_claim_is_of_is_told(aoud) -> None:
    status, out, err = aoud("conflicts", "--season", "7")
    assert (status, out) == (0, "")
    assert err.startswith("aoud: no claim is of season 7; seasons with claims: 1, 2\n")
    assert json.loads(aoud("claims", "--season", "7", "--json")[1])["notes"] == ["aoud: no claim is of season 7; seasons with claims: 1, 2"]
    assert "no claim is of season" not in aoud("claims", "--season", "2")[2]
