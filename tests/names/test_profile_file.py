"""What a profile's file may hold beside people, and what aoud makes of it in articles."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.claims.extract import extract
from aoud_cli.claims.where import where_of
from aoud_cli.model import AoudError, Article, Asserted, Claim
from aoud_cli.names.profile_file import parse_profile
from aoud_cli.people.show import is_word_of
from aoud_cli.spans.titles import is_meant_as_title

SHOW = """
title: Dark
title_is_word: yes
source_title: The Weir
platform: HBO
platforms: {UK: Sky Atlantic, US: HBO, Ireland: Marsh One}
seasons: [{number: 1, premiered: 2023-03-02}]
performers: [Jane Ortegal, Tom Hale]
characters: [Mina Dale]
works: [Copper Coast, {name: "Dark: The Trial", kind: competition}]
"""


def _article(text: str) -> Article:
    day = date(2024, 1, 20)
    return Article(document="d", path="d", text=text, title="Dark", sha256="", asserted=Asserted(day, day, "stated", "x"))


def _claims(text: str) -> list[Claim]:
    return extract([_article(text)], parse_profile(SHOW, "p.yaml"))


@pytest.mark.parametrize(
    ("text", "word", "is_title"),
    [
        ("Dark season 2 arrives in May.", "Dark", True),
        ('The "Dark" cast met.', "Dark", True),
        ("Season 2 of *You* is out.", "You", True),
        ("You returns on Thursday.", "You", True),
        ("On Tuesday, Wednesday was renewed.", "Wednesday", True),
        ("The cast of Wednesday met.", "Wednesday", True),
        ("HBO renewed Dark for a second season.", "Dark", True),
        ("HBO's From is back.", "From", True),
        ("Wednesday star Jane Ortegal spoke.", "Wednesday", True),
        ("The show premieres on Wednesday.", "Wednesday", False),
        ("It was renewed last Wednesday.", "Wednesday", False),
        ("Every Wednesday follows the same course.", "Wednesday", False),
        ("You will see it soon.", "You", False),
        ("From the makers of the first.", "From", False),
        ("Dark times lie ahead.", "Dark", False),
    ],
)
def test_a_title_that_is_a_word(text: str, word: str, is_title: bool) -> None:
    start = text.index(word)
    assert is_meant_as_title(text, start, start + len(word)) is is_title


@pytest.mark.parametrize(
    ("text", "predicate", "season"),
    [
        ("HBO renewed Dark for a second season.", "announced", 2),
        ("Dark season 2 premieres on March 4, 2024.", "premiere", 2),
    ],
)
def test_claims_of_such_a_show(text: str, predicate: str, season: int) -> None:
    assert (predicate, season) in [(claim.predicate, claim.season) for claim in _claims(text)]


@pytest.mark.parametrize("text", ["The competition was renewed for a fourth season.", "The competition premieres on May 2, 2024."])
def test_a_work_called_by_its_kind_is_not_the_show(text: str) -> None:
    assert not _claims(f"Dark season 2 is coming. {text}")


@pytest.mark.parametrize("alias", ["the Provost", "The Provost"])
def test_a_titled_character_is_known_with_any_article(alias: str) -> None:
    profile = parse_profile(f"title: Dark\ncharacters: [{{name: Halder Quaine, aliases: [{alias}]}}]\n", "p.yaml")
    assert profile.is_known("Provost") and profile.is_known("The Provost") and not profile.is_known("provost")


@pytest.mark.parametrize("works", ["[Dark, Copper Coast]", "[{name: DARK, kind: film}]"])
def test_a_source_that_has_the_shows_title_leaves_it_to_the_show(works: str) -> None:
    profile = parse_profile(f"title: Dark\nplatform: HBO\nseasons: 2\nworks: {works}\n", "p.yaml")
    told = extract([_article("HBO has renewed Dark for a second season.")], profile)
    assert "renewal.announced" in {f"{claim.topic}.{claim.predicate}" for claim in told}


def test_the_next_sentence_of_the_show_is_not_of_the_other_works_season() -> None:
    claims = _claims(
        "Dark season 2 is coming. Copper Coast was renewed for a fourth season. Jane Ortegal will return to Dark season 2 as Mina Dale."
    )
    assert [(claim.predicate, claim.season) for claim in claims if claim.topic == "cast"] == [("status", 2), ("plays", 2)]


def test_the_sources_title_needs_no_quotes() -> None:
    found = [claim for claim in _claims("Dark season 1 is adapted from The Weir, a novel by A. B. Fern.") if claim.topic == "source"]
    assert sorted(claim.predicate for claim in found) == ["author", "based_on"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("It premieres on Sky Atlantic on March 5, 2024", "United Kingdom"),
        ("It premieres in the UK on March 5, 2024", "United Kingdom"),
        ("It premieres in the US on March 5, 2024", None),
        ("It premieres on HBO on March 5, 2024", None),
        ("It premieres in Canada on March 5, 2024", "Canada"),
    ],
)
def test_networks_by_country(text: str, where: str | None) -> None:
    start = text.index("March")
    assert where_of(text, start, start + len("March 5, 2024"), parse_profile(SHOW, "p.yaml")) == where


def test_a_network_that_only_the_profile_knows() -> None:
    found = [claim.value for claim in _claims("Dark season 2 streams on Marsh One.") if claim.predicate == "platform"]
    assert ["Marsh One"] == [getattr(value, "name", None) for value in found]


def test_a_network_for_all_other_countries() -> None:
    told = parse_profile("title: A\nplatform: Marsh One\nplatforms: {International: Netflix, UK: Sky Atlantic}\n", "p.yaml").platforms
    assert told == (("elsewhere", "Netflix"), ("United Kingdom", "Sky Atlantic"))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("works: [{name: A, kind: opera}]", "unknown kind 'opera' of a work"),
        ("works: [{title: A}]", "unknown key 'title'"),
        ("works: [{kind: film}]", "the key 'name' is missing"),
        ("platforms: {Narnia: Sky}", "unknown country 'Narnia'"),
        ("platforms: [Sky]", "platforms must be a mapping"),
        ("platforms: {International: Sky, Abroad: HBO}", "'Abroad' in platforms: all other countries have a network already"),
        ("title_is_word: maybe", "title_is_word is yes or no"),
    ],
)
def test_faults(line: str, words: str) -> None:
    with pytest.raises(AoudError, match=f"p.yaml:2: {words}"):
        parse_profile(f"title: A\n{line}\n", "p.yaml")


@pytest.mark.parametrize(
    ("title", "texts", "is_word"),
    [
        ("Wednesday", ["Wednesday season 2."], True),
        ("Dark", ["Dark season 1.", "A dark night."], True),
        ("You", ["You season 2.", "What you'll see."], True),
        ("Dark", ["Dark season 1.", "A darker season 2."], False),
        ("Night Harbour", ["the night harbour", "the night harbour"], False),
    ],
)
def test_a_word_of_the_articles(title: str, texts: list[str], is_word: bool) -> None:
    assert is_word_of(list(map(_article, texts)), title) is is_word
