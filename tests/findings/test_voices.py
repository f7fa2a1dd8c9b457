"""Copies and sentences taken over are one voice; what two write alike by chance is two."""

from __future__ import annotations

import pytest
from gold_claims import dates, make_article, make_claim

from aoud_cli.findings.dating import date_articles
from aoud_cli.findings.voices import find_echoes, give_voices, independent, voices
from aoud_cli.findings.words import say_count
from aoud_cli.model import Article, Claim, Verdict
from aoud_cli.verdicts.find import find

RELEASE = (
    "The second season of the hospital drama, which was filmed in Busan and on Jeju, will premiere worldwide on March 1, 2026.",
    "Its makers promise ten new episodes, more music than before, and a return of the doctors whom viewers came to love.",
    "Production began in July 2025 after a pause of almost three years, and took seven months in all, the company said.",
)
REWORDED = RELEASE[0].replace("worldwide ", "")
OWN = "Asked when it comes, the head of the studio told us over lunch that he expects to see it in the first days of March."
PREMIERE = "release.premiere"


def article(document: str, *sentences: str, day: str | None = None) -> Article:
    return make_article(document, day)._replace(text=" ".join(sentences))


def claims_of(articles: list[Article]) -> list[Claim]:
    """A claim of one date in every sentence that tells of March."""
    found = []
    for one in articles:
        for sentence in (s for s in (*RELEASE, REWORDED, OWN) if s in one.text and "March" in s):
            claim = make_claim(one.document, PREMIERE, "season-2", dates("2026-03-01"), place=one.text.index(sentence))
            found.append(claim._replace(asserted=one.asserted))
    return give_voices(found, articles, find_echoes(articles))


CASES = [
    ("two who know nothing of each other", [article("a", RELEASE[0]), article("b", OWN)], 2, {"a": ("a",), "b": ("b",)}),
    ("the same bytes", [article("a", *RELEASE), article("b", *RELEASE)], 1, {"a": ("a", "b")}),
    ("one sentence taken over", [article("a", *RELEASE), article("b", OWN.replace("March", "spring"), RELEASE[0])], 1, {"a": ("a", "b")}),
    ("one word left out", [article("a", RELEASE[0]), article("b", REWORDED)], 1, {"a": ("a", "b")}),
    (
        "the earliest is the first",
        [article("a", *RELEASE, day="2026-02-03"), article("b", *RELEASE, day="2026-02-01")],
        1,
        {"b": ("a", "b")},
    ),
    ("copied, and said in own words too", [article("a", *RELEASE), article("b", RELEASE[0], OWN)], 1, {"a": ("a", "b")}),
    (
        "three, of which two are one",
        [article("a", *RELEASE), article("b", OWN), article("c", *RELEASE)],
        2,
        {"a": ("a", "c"), "b": ("b",)},
    ),
]


@pytest.mark.parametrize(("articles", "count", "groups"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_voices(articles: list[Article], count: int, groups: dict[str, tuple[str, ...]]) -> None:
    told = claims_of(articles)
    assert independent(told) == count
    assert voices(told) == groups
    assert voices(claims_of(articles[::-1])) == groups


def test_short_lines_are_written_alike_by_anyone() -> None:
    line = "Ahn Seo-rin as Captain Ahab"
    articles = [article(name, f"{line}\n", own) for name, own in (("a", RELEASE[0]), ("b", OWN))]
    told = [make_claim(one.document, PREMIERE, "season-2", dates("2026-03-01")) for one in articles]
    assert independent(give_voices(told, articles, find_echoes(articles))) == 2


def test_agreement_needs_two_voices() -> None:
    one = [article("a", *RELEASE), article("b", *RELEASE)]
    assert not find(claims_of(one))
    more = [*one, article("c", OWN)]
    (found,) = find(claims_of(more))
    assert found.verdict is Verdict.AGREES
    assert found.reason.endswith("in 3 articles, 2 independent")


def test_counts_in_words() -> None:
    assert say_count(claims_of([article("a", OWN)])) == "1 article"
    assert say_count(claims_of([article("a", OWN), article("b", *RELEASE)])) == "2 articles"


def test_near_copies() -> None:
    articles = [article("a", *RELEASE), article("b", REWORDED, *RELEASE[1:]), article("c", RELEASE[0], OWN), article("d", *RELEASE)]
    echoes = find_echoes(articles)
    assert dict(echoes.near) == {"b": "a", "d": "a"}
    assert dict(echoes.exact) == {"d": "a"}


def test_a_copy_dates_an_undated_article_and_is_no_evidence() -> None:
    articles = [article("a", *RELEASE), article("b", *RELEASE, day="2026-02-01"), article("c", OWN)]
    near = find_echoes(articles).near
    dated = date_articles(articles, [], near)
    assert (str(dated["a"].earliest), str(dated["a"].latest), dated["a"].basis) == ("2026-02-01", "2026-02-01", "inferred")
    assert dated["a"].reason == "nearly the same words as b (2026-02-01)"
    assert dated["c"].basis == "unknown"
    start = make_claim("a", "production.filming_start", "season-2", dates("2025-07-01"), quote="began")
    twins = [article("a", *RELEASE), article("b", *RELEASE)]
    told = [start, start._replace(source=start.source._replace(document="b"))]
    assert date_articles(twins, told, near)["a"] == date_articles(twins[:1], told[:1])["a"]


def test_many_copies_and_many_phrases_stay_quick() -> None:
    copies = [article(f"a{n:03}", *RELEASE) for n in range(300)]
    others = [article(f"b{n:03}", RELEASE[0], f"{OWN} {n}", f"The {n} of us who wait for it since {n} days say so.") for n in range(300)]
    echoes = find_echoes([*copies, *others])
    assert [name for name in echoes.near if name.startswith("a")] == [f"a{n:03}" for n in range(1, 300)]
    assert set(echoes.exact.values()) == {"a000"}
