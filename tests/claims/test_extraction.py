"""What holds of every claim of every article at hand, whatever the rules come to find."""

from __future__ import annotations

import random
from datetime import date
from functools import lru_cache

import pytest
from hypothesis import example, given, settings, strategies as st
from places import TESTS

from aoud_cli.articles.read import read_corpus
from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, Claim, Corpus, DateValue
from aoud_cli.names.profile_file import load_profile

CORPORA = {"seeds": TESTS.parent / "seeds", "dev": TESTS / "dev" / "docs", "own": TESTS / "own" / "docs"}
PROFILE = load_profile()


@lru_cache(maxsize=4)
def read(name: str) -> tuple[Corpus, tuple[Claim, ...]]:
    corpus = read_corpus([str(CORPORA[name])])
    return corpus, tuple(extract(corpus.articles, PROFILE, any_subject=True))


@pytest.mark.parametrize("name", CORPORA)
def test_every_quote_stands_at_its_place(name: str) -> None:
    corpus, claims = read(name)
    texts = {article.document: article.text for article in corpus.articles}
    assert claims
    for claim in claims:
        source = claim.source
        assert texts[source.document][source.start : source.end] == source.quote
        lines = texts[source.document][: source.start].split("\n")
        assert (source.line, source.column) == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize("name", CORPORA)
def test_ids_are_unique_and_keep(name: str) -> None:
    corpus, claims = read(name)
    assert len({claim.id for claim in claims}) == len(claims)
    alone = [claim for article in corpus.articles[:2] for claim in extract([article], PROFILE, any_subject=True)]
    assert {claim.id for claim in alone} <= {claim.id for claim in claims}


def test_the_order_of_articles_does_not_matter() -> None:
    corpus, claims = read("dev")
    shuffled = list(corpus.articles)
    random.Random(7).shuffle(shuffled)
    assert sorted(claims, key=lambda c: c.id) == sorted(extract(shuffled, PROFILE, any_subject=True), key=lambda c: c.id)


def test_windows_line_ends_change_nothing_but_offsets() -> None:
    corpus, _ = read("seeds")
    article = corpus.articles[1]
    windows = Article(article.document, article.path, article.text.replace("\n", "\r\n"), article.sha256, article.title, article.asserted)
    assert [c.source.quote for c in extract([windows], PROFILE, any_subject=True)] == [
        c.source.quote for c in extract([article], PROFILE, any_subject=True)
    ]


WORDS = st.sampled_from(
    "the a may will not Season 2 was is to on in of and , . ; ( ) \" ' who as by premiere filming returns Monday 2024".split()
    + "hours 560 million No On".split()
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=40))
@example(["No", "No", "No", "returns"])
def test_function_words_alone_name_nobody(words: list[str]) -> None:
    article = Article("a", "a.txt", " ".join(words), "0", "", Asserted())
    assert not [claim for claim in extract([article], PROFILE, any_subject=True) if claim.subject.kind in ("person", "character")]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_no_text_is_too_strange(text: str) -> None:
    article = Article("a", "a.txt", text, "0", "", Asserted())
    for claim in extract([article], PROFILE, any_subject=True):
        assert text[claim.source.start : claim.source.end] == claim.source.quote


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Season 2 will premiere in November.", ["2026-11"]),
        ("Season 2 will premiere in the autumn.", ["2026-09"]),
        ("Filming on season 2 began in November.", ["2025-11"]),
        ("Filming on season 2 began in November 2024. Filming on season 2 began in November.", ["2024-11", "2024-11"]),
        ("Filming on season 2 began in 2024. Filming on season 2 began in January.", ["2024-01", "2026-01"]),  # a year isn't January's
    ],
)
def test_the_tense_settles_the_year(sentence: str, expected: list[str]) -> None:
    written = Asserted(date(2026, 2, 18), date(2026, 2, 18), "stated", "")
    article = Article("a", "a.txt", sentence, "", "", written)
    dates = [claim.value.when for claim in extract([article], PROFILE, any_subject=True) if isinstance(claim.value, DateValue)]
    assert [f"{when.earliest:%Y-%m}" for when in dates if when.earliest] == expected


@pytest.mark.parametrize("forged", ["<c0>", "<a1>", "\ue000", "\ue001<c0>\ue003", "<c0> and <c1>\ue003"])
def test_forged_tokens_are_plain_text(forged: str) -> None:
    plain, with_them = (f"Park Ji-hu plays {words}Nam On-jo. Who plays {words}?" for words in ("", f"{forged} "))
    told = [
        [
            (c.predicate, getattr(c.value, "id", ""))
            for c in extract([Article("a", "a.txt", text, "0", "", Asserted())], PROFILE, any_subject=True)
        ]
        for text in (plain, with_them)
    ]
    assert told[0] == [("plays", "nam-on-jo")]
    assert told[1] in (told[0], [])
