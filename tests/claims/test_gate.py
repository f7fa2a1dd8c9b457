"""The gate says no only to texts that name neither the show nor anybody of it."""

from __future__ import annotations

import pytest
from places import ROOT, TESTS

from aoud_cli.articles.read import read_corpus
from aoud_cli.claims.context import view
from aoud_cli.claims.gate import Gate
from aoud_cli.claims.subject import find_subject, passed_unread
from aoud_cli.ground.text import fold
from aoud_cli.names.profile import Profile
from aoud_cli.names.profile_file import PROFILES, load_profile
from aoud_cli.spans.tag import Tagger

GATE = Gate(load_profile("all-of-us-are-dead"))
ARTICLES = read_corpus([str(ROOT / "seeds"), str(TESTS / "off_topic"), str(TESTS / "own" / "docs")]).articles


@pytest.mark.parametrize(
    "text",
    [
        "All of Us Are Dead returns.",
        "The makers of ALL OF US\nARE DEAD are silent.",
        "Fans of #AllOfUsAreDead wait.",
        "A new season of AOUAD.",
        "Park Ji-hu said so.",
        "Then JIHU smiled.",
        "In Soo, whom the boys call Yoo.",
        "Pak Chi-hu plays On-jo.",
        "park ji-hu is back, they say.",
        "\ubc15\uc9c0\ud6c4 was there.",
        "Lomon\u2019s part grows.",
        "Pak Chihu said so.",
        "They call it \u201cAll of\u201d.",
        "written in small letters, by whomever",
    ],
)
def test_what_may_concern_the_show(text: str) -> None:
    assert GATE.may_concern(fold(text).text)


@pytest.mark.parametrize(
    "text",
    ["The minister said in Parliament that all of us agree.", "Rain fell on London. Nobody of the crew was hurt in March 2024."],
)
def test_what_can_not(text: str) -> None:
    assert not GATE.may_concern(fold(text).text)


@pytest.mark.parametrize("show", sorted(path.stem for path in PROFILES.glob("*.yaml")))
def test_no_article_is_passed_over_that_the_whole_reading_would_take(show: str) -> None:
    profile = load_profile(show)
    tagger, gate = Tagger(profile, {}), Gate(profile)
    gone = [article for article in ARTICLES if not gate.may_concern(fold(article.text).text)]
    assert len(gone) > 20
    for article in gone:
        assert find_subject(view(article, tagger), profile).passed == passed_unread(article, profile), article.path


@pytest.mark.parametrize("title", ["Mad Men", "The OA", "The 100", "Big Sky", "Box 21", "Dr. Who", "You", "One Day at a Time"])
@pytest.mark.parametrize(
    "shape", ["{} season 2 premieres on 3 March 2026.", "\u201c{}\u201d is back.", "It is about {},\nthey say.", "#{}"]
)
def test_a_title_of_short_words_opens_it(title: str, shape: str) -> None:
    text = shape.format(title.replace(" ", "") if shape == "#{}" else title)
    assert Gate(Profile("x", title)).may_concern(fold(text).text)
