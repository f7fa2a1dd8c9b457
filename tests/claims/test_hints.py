"""What words only hint at: a claim where another sentence of the corpus tells the same plainly, and then one that decides nothing."""

from __future__ import annotations

from datetime import date

import pytest

from aoud_cli.analysis.explain import explain_claim
from aoud_cli.claims.extract import extract, trace_all
from aoud_cli.findings.facts import group_facts
from aoud_cli.model import Article, Asserted, Claim
from aoud_cli.names.profile_file import parse_profile
from aoud_cli.verdicts.find import find

SHOW = """
title: Copper Bay
seasons: [{number: 1, premiered: 2022-03-06}, {number: 2}]
platform: Streamly
performers: [Ida Lorne]
characters: [Mina Dale]
crew: [Vera Holt, Tom Askew]
places: [Marlow, Eastwick]
works: [Iron Hill]
"""
PROFILE = parse_profile(SHOW, "show.yaml")
# A sentence that tells something plainly, one that hints at it, and the predicate.
HINTS = [
    ("Copper Bay is based on the novel by Vera Holt.", "Holt adapted it from her own book, and it shows.", "source.author"),
    ("Copper Bay was created by Vera Holt.", "The brainchild of the restless Vera Holt, it grew slowly.", "crew.creator"),
    ("Season 2 of Copper Bay was filmed in Marlow.", "The season 2 film trucks are a sight near Marlow.", "production.location"),
    ("Copper Bay streams on Streamly.", "A win for Streamly that Copper Bay has earned.", "release.platform"),
    ("Season 2 of Copper Bay premiered on May 4, 2025.", "What a season 2 party that was, on May 4, 2025!", "release.premiere"),
    ("Copper Bay was renewed for season 2 on June 3, 2023.", "That season 2 call on June 3, 2023 changed it all.", "renewal.announced"),
]  # fmt: skip


def article(text: str, name: str = "a", day: date = date(2025, 6, 1)) -> Article:
    return Article(name, f"{name}.txt", f"{text}\n", "Copper Bay", name, Asserted(day, day, "stated", "x"))


def read(*texts: str) -> list[Claim]:
    return extract([article(text, f"a{number}") for number, text in enumerate(texts)], PROFILE)


def hinted(key: str, *texts: str) -> list[Claim]:
    return [claim for claim in read(*texts) if claim.is_hinted and claim.key == key]


@pytest.mark.parametrize(("plain", "hint", "key"), HINTS, ids=[key for _, _, key in HINTS])
def test_a_hint_counts_where_another_article_tells_it_plainly(plain: str, hint: str, key: str) -> None:
    lead = "Copper Bay is back in the news."
    assert key in {claim.key for claim in read(plain) if not claim.is_hinted}
    found = hinted(key, plain, f"{lead} {hint}")
    assert found and {claim.source.document for claim in found} == {"a1"}
    assert not hinted(key, f"{lead} {hint}"), "borne out by nothing"


@pytest.mark.parametrize(
    ("plain", "text", "key"),
    [
        ("Copper Bay was created by Tom Askew.", "Copper Bay is back. Askew did not create it.", "crew.creator"),
        ("Copper Bay was created by Tom Askew.", "Copper Bay is back. Askew met Vera Holt, its creator.", "crew.creator"),
        ("Copper Bay was created by Tom Askew.", "Copper Bay is back. Askew thanked everybody.", "crew.creator"),
        ("Copper Bay was created by Tom Askew.", "Copper Bay is back. Is it a brainchild of Askew?", "crew.creator"),
        ("Copper Bay streams on Streamly.", "Copper Bay is back. A win for Streamly, and for Iron Hill.", "release.platform"),
        ("Season 2 of Copper Bay premiered on May 4, 2025.", "Copper Bay is back. The trailer came out on May 4.", "release.premiere"),
        ("Season 1 of Copper Bay was filmed in Marlow.", "Copper Bay is back. The season 2 shoot avoided Marlow.", "production.location"),
        ("Season 1 of Copper Bay was filmed in Marlow.", "It is back. Season 2 film trucks met near Marlow.", "production.location"),
        ("Season 2 of Copper Bay premiered in 2025.", "Copper Bay is back. What a year 2025 was.", "release.premiere"),
        ("Season 2 of Copper Bay premiered on May 4, 2025.", "Copper Bay is back. What a party season 1 had on May 4, 2025!",
         "release.premiere"),
    ],
)  # fmt: skip
def test_no_hint(plain: str, text: str, key: str) -> None:
    """Denied, nearer to somebody else, without its word, asked, beside another title, of another event, too vague, of another season."""
    assert not hinted(key, plain, text)


def test_a_hint_without_a_season_is_of_the_one_that_is_told() -> None:
    plain = "Season 2 of Copper Bay premiered on May 4, 2025."
    found = hinted("release.premiere", plain, "Copper Bay is back. What a party that was, on May 4, 2025!")
    assert [claim.season for claim in found] == [2]


def test_a_hint_is_read_whichever_article_comes_first() -> None:
    plain, hint, key = HINTS[0]
    assert len(hinted(key, f"Copper Bay is back. {hint}", plain)) == 1


def test_a_hint_decides_nothing() -> None:
    plain, hint, key = HINTS[0]
    texts = [plain, f"Copper Bay is back. {hint}"]
    claims, articles = read(*texts), [article(text, f"a{number}") for number, text in enumerate(texts)]
    assert any(claim.is_hinted for claim in claims)
    assert not any(telling.claim.is_hinted for fact in group_facts(claims) for telling in fact.tellings)
    sides = [side for finding in find(claims, articles) for side in finding.sides]
    assert not any(claim.is_hinted for side in sides for claim in side.claims)


def test_a_hint_is_explained_by_who_tells_it_plainly() -> None:
    plain, hint, key = HINTS[0]
    articles = [article(plain, "a0"), article(f"Copper Bay is back. {hint}", "a1")]
    claims = extract(articles, PROFILE)
    one = next(claim for claim in claims if claim.is_hinted and claim.key == key)
    told = explain_claim(one, trace_all(articles, PROFILE)[one.id], articles[1], claims, ())
    assert [claim.source.document for claim in told.plainly] == ["a0"]
    assert explain_claim(told.plainly[0], trace_all(articles, PROFILE)[told.plainly[0].id], articles[0], claims, ()).plainly == ()
