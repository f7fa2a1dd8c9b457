"""What must not be a claim: every screen refuses its sentences, lets their look-alikes pass, and is missed where it is taken out."""

from __future__ import annotations

from datetime import date

import pytest
from gold_claims import EXAMPLE_PROFILE
from screen_cases import CASES

from aoud_cli.claims import extract as extraction, match, tell
from aoud_cli.claims.corpus import reader
from aoud_cli.claims.extract import extract, extract_all
from aoud_cli.claims.rules import load_rules
from aoud_cli.claims.screens.ask import OF_CLAIMS, OF_WORDS, passed
from aoud_cli.model import Article, Asserted, Claim
from aoud_cli.names.profile_file import load_profile

TITLE = "All of Us Are Dead season 2"
DAY = date(2026, 1, 20)
SHOW = load_profile()
ROWS = [(name, *row) for name, rows in CASES.items() for row in rows]


def article(text: str) -> Article:
    return Article("a", "a.txt", f" date {DAY} {TITLE}\n\n{text}", "0", TITLE, Asserted(DAY, DAY, "stated"))


def claims(text: str) -> list[Claim]:
    return extract([article(text)], SHOW, any_subject=True)


def keys(text: str) -> set[str]:
    return {claim.key for claim in claims(text)}


def test_every_screen_has_cases() -> None:
    assert set(CASES) == {screen.name for screen in (*OF_WORDS, *OF_CLAIMS)}


@pytest.mark.parametrize(("name", "key", "refused", "let"), ROWS)
def test_a_screen_refuses_and_lets_pass(name: str, key: str, refused: str, let: str) -> None:
    assert key in keys(let)
    assert key not in {claim.key for claim in claims(refused) if getattr(claim.value, "term", "") not in ("uncertain", "unannounced")}


@pytest.mark.parametrize(("name", "key", "refused", "let"), ROWS)
def test_without_the_screen_the_claim_is_made(name: str, key: str, refused: str, let: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for stage in ("OF_WORDS", "OF_CLAIMS"):
        monkeypatch.setattr(match, stage, tuple(screen for screen in getattr(match, stage) if screen.name != name))
    assert key in {claim.key for claim in claims(refused)}


# Screens of an article: a sentence is set against another one, or the article against its subject.

REFUTED = "All of Us Are Dead season 2 premieres in May 2026. That is not true."
CORRECTED = "All of Us Are Dead season 2 has ten episodes. The second season has 12 episodes, not 10 episodes."
DISCLAIMED = "All of Us Are Dead season 2 premieres in May 2026. Unverified, please don't quote me."
OF_ARTICLES = [
    ("refuted", "refuted", lambda lines: set(), REFUTED, "release.premiere"),
    ("withdrawn", "corrected", lambda lines: set(), CORRECTED, "episodes.count"),
]


@pytest.mark.parametrize(("function", "name", "nothing", "text", "key"), OF_ARTICLES, ids=[row[1] for row in OF_ARTICLES])
def test_a_screen_of_an_article(function: str, name: str, nothing: object, text: str, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [claim for claim in claims(text) if claim.key == key]
    monkeypatch.setattr(reader, function, nothing)
    assert len([claim for claim in claims(text) if claim.key == key]) > len(kept)


APART = [
    ("a list of pages", "## References\n\n- Season 2 premieres in May 2026.", "release.premiere", True),
    ("no list of pages", "## The story\n\n- Season 2 premieres in May 2026.", "release.premiere", False),
    ("what others read", "## Most read\n\n- The drama has ten episodes.", "episodes.count", True),
    ("more of a site", "## More from the week in Korean drama\n\n- The drama has ten episodes.", "episodes.count", True),
    ("a line about the page", "Categories: All of Us Are Dead season 2 premieres in May 2026.", "release.premiere", True),
    ("a comparison", "For comparison, the drama drew 31 million viewers.", "viewership.viewers", True),
    ("a comparison with a season", "For comparison, season 1 drew 31 million viewers.", "viewership.viewers", False),
    ("the show in a list", "## 3. All of Us Are Dead (Netflix)\n\nThe drama has ten episodes.", "episodes.count", False),
    ("another in a list", "## 3. Low Season (Viki)\n\nThe drama has ten episodes.", "episodes.count", True),
]


@pytest.mark.parametrize(
    ("text", "key", "is_told"), [(text, key, not apart) for _, text, key, apart in APART], ids=[row[0] for row in APART]
)
def test_what_stands_beside_an_article_tells_nothing_of_the_show(text: str, key: str, is_told: bool) -> None:
    assert (key in keys(text)) is is_told


def test_a_disclaimed_sentence_is_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [claim.certainty.value for claim in claims(DISCLAIMED)] == ["possible"]
    monkeypatch.setattr(tell, "disclaimed", lambda lines: {})
    assert [claim.certainty.value for claim in claims(DISCLAIMED)] == ["certain"]


def test_an_article_about_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    other = Article(
        "b", "b.txt", " date 2026-01-20 Paper Moon\n\nPark Ji-hu plays Moon Ha-eun. It premieres in May 2026.", "0", "", Asserted()
    )
    found = extract_all([other], SHOW)
    assert found.claims == [] and list(found.passed) == ["b"]
    assert extract([other], SHOW, any_subject=True)


READ_TWICE = {"crew.director.around"}  # of whose examples another rule reads the same claim first
WEAK = [
    (rule.id, example.text)
    for rule in load_rules(examples=True)
    if rule.weak and rule.id not in READ_TWICE
    for example in rule.examples
    if example.finds
]


@pytest.mark.parametrize(("rule", "text"), WEAK, ids=[name for name, _ in WEAK])
def test_a_weak_reading_needs_another(rule: str, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only a weak rule reads is no claim."""
    alone = [Article("a", "a.txt", text, "0", "", Asserted())]
    assert rule not in {claim.rule for claim in extract(alone, EXAMPLE_PROFILE, any_subject=True)}
    monkeypatch.setattr(reader, "confirmed", lambda statements, plain: list(statements))
    assert rule in {claim.rule for claim in extract(alone, EXAMPLE_PROFILE, any_subject=True)}


def test_a_denial_confirms_nothing() -> None:
    """What a weak rule reads of somebody's return is not confirmed by words that deny it."""
    weak = "One familiar name is missing, though: Roh Yoon-seo, part of the original cast, will not return because her schedule clashed."
    assert {claim.value.term for claim in claims(weak) if claim.key == "cast.status"} == {"out"}  # type: ignore[union-attr]


def test_a_date_of_another_event_makes_no_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "The trailer was released on May 4, 2026, and season 2 of All of Us Are Dead follows."
    assert not [claim for claim in claims(text) if claim.key == "release.premiere"]


def test_screens_are_told_in_the_trace() -> None:
    (statement, *_) = [trace for trace in extraction.trace_all([article("Lomon plays Lee Su-hyeok in All of Us Are Dead.")], SHOW).values()]
    assert "another self" in statement.screens and "a by-product" not in statement.screens


def test_passed_names_each_screen_once() -> None:
    rule = next(iter(match.DATED.values()))
    names = passed(rule.makes[0], rule)
    assert len(set(names)) == len(names)
