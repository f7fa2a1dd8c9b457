"""The constructions: sentences that each reads, sentences that it leaves, and what a whole reading makes of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from aoud_cli.claims.constructions import read, read_row
from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, EntityValue, TermValue
from aoud_cli.names.profile import load_profile

# A masked sentence -> construction, term, of whom; several of one construction by their tokens.
READS: list[tuple[str, str, str, str]] = [
    ("<a0> joins the cast.", "subject-verb", "new", "<a0>"),
    ("<a0> signs on with the show.", "subject-verb", "new", "<a0>"),
    ("<a0> and <a1> will return for <s2>.", "subject-verb", "returning", "<a0> <a1>"),
    ("<a0>, who has joined the series, smiled.", "subject-verb", "new", "<a0>"),
    ("<a0> smiled, and <a1> joins as <c2>.", "subject-verb", "new", "<a1>"),
    ("<a0> won the vote and joins the show.", "subject-verb", "new", "<a0>"),
    ("<a0> (<w1>) joins the series as <c2>.", "subject-verb", "new", "<a0>"),
    ("<a0>, another star of <w1>, comes aboard.", "subject-verb", "new", "<a0>"),
    ("<a0> as <c1> and <a2> as <c3> come back for <s4>.", "subject-verb", "returning", "<a0> <a2>"),
    ("<a0> has been added to the cast.", "passive", "new", "<a0>"),
    ("<a0> and <n1> were cast as <c2> and <c3>.", "passive", "new", "<a0> <n1>"),
    ("<f0> has added <a1> and <a2>.", "verb-object", "new", "<a1> <a2>"),
    ("the producers brought <a0> back.", "verb-object", "returning", "<a0>"),
    ("returning are <a0>, <a1> and <a2>.", "inversion", "returning", "<a0> <a1> <a2>"),
    ("also signing on are the stars <a0> and <n1>.", "inversion", "new", "<a0> <n1>"),
    ("newcomers include <a0> and <a1>.", "noun and list", "new", "<a0> <a1>"),
    ("the new recruits: <a0>, <a1>", "noun and list", "new", "<a0> <a1>"),
    ("<a0> and <a1> are among the newcomers.", "predicate noun", "new", "<a0> <a1>"),
    ("<a0> is among those joining.", "predicate noun", "new", "<a0>"),
    ("<a0> is back as <c1>.", "state", "returning", "<a0>"),
    ("<a0> is still in talks.", "state", "uncertain", "<a0>"),
    ("newcomer <a0> smiled.", "title", "new", "<a0>"),
    ("created by <k0> and <k1>", "by", "credit", "<k0> <k1>"),
    ("<k0>, who created the series, smiled.", "doer", "credit", "<k0>"),
    ("<k0> created the series.", "doer", "credit", "<k0>"),
    ("<k0> stays on as showrunner.", "as", "credit", "<k0>"),
    ("<k0> is on board as writer, showrunner and executive producer.", "as", "credit", "<k0>"),
    ("showrunner <k0> smiled.", "title", "credit", "<k0>"),
    ("<f0> picks up <t1> for another round.", "platform", "credit", "<f0>"),
    ("<f0> has renewed the series.", "platform", "credit", "<f0>"),
    ("<s0> comes back to <f1> in <d2>.", "on platform", "credit", "<f1>"),
    ("the show streams only on <f0>.", "on platform", "credit", "<f0>"),
]
LEAVES = [
    "<a0> joined <w1>.",
    "<a0> joins the crew as soon as she can.",
    "all but <a0> are returning for <s1>.",
    "<a0> joined the army.",
    "<a0> boarded the train.",
    "<a0> added <a1> to her list.",
    "the cast members including <a0> smiled.",
    "the cast, <a0> and <a1>, smiled.",
    "the addition of salt helped <a0>.",
    "the webtoon creator <k0> smiled.",
    "<k0> created a stir.",
    "the song was created by <w0>.",
    "<a0> met the showrunner.",
    "<a0> looked back at <s1>.",
    "<a0> was a newcomer at the ball.",
    "the newcomers at the ball are <a0> and <a1>.",
    "<a0> is a newcomer director.",
    "<a0> was recruited behind enemy lines.",
    "<f0> hasn't renewed the series.",
    "<f0> set a record.",
    "<a0> comes back to <f1>.",
    "<w0> streams on <f1>.",
    "",
]


@pytest.mark.parametrize(("text", "construction", "term", "who"), READS, ids=[row[0] for row in READS])
def test_what_is_read(text: str, construction: str, term: str, who: str) -> None:
    found = [reading for reading in read(text) if reading.entry.term == term]
    assert {reading.construction for reading in found} == {construction}
    assert " ".join(dict.fromkeys(reading.who.text for reading in found)) == who
    assert all(0 <= reading.start < reading.end <= len(text) for reading in found)


@pytest.mark.parametrize("text", LEAVES)
def test_what_is_left(text: str) -> None:
    assert list(read(text)) == []


# A line, what stands over it, and what that says of whom.
ROWS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("<a0>", "new cast members for <s0> include: | ", [("new", "<a0>")]),
    ("• <a0> as <c1>", "<t0> cast | these actors are expected to be back:", [("returning", "<a0>")]),
    ("- <a0> (<c1>)", "returning | ", [("returning", "<a0>")]),
    ("<a0>, <a1> and <n2>", "newcomers: | ", [("new", "<a0>"), ("new", "<a1>"), ("new", "<n2>")]),
    ("<a0>", "cast: | ", []),
    ("<a0>", "who is not back: | ", []),
    ("<a0>", "<a1> is undecided | ", []),
    ("<a0> was seen at a gala", "newcomers: | ", []),
    ("<a0> and others smiled at the gala.", "newcomers: | ", []),
    ("a gala", "newcomers: | ", []),
    ("| <a0> | no |", "| performer | back? |", []),
    ("", "newcomers: | ", []),
]


@pytest.mark.parametrize(("text", "over", "told"), ROWS, ids=[f"{over}{text}" for text, over, _ in ROWS])
def test_rows(text: str, over: str, told: list[tuple[str, str]]) -> None:
    assert [(reading.entry.term, reading.who.text) for reading in read_row(text, over)] == told


def claims(text: str) -> set[tuple[str, str, str]]:
    article = Article(
        "a", "a.txt", f" date 2026-01-20 All of Us Are Dead season 2\n\n{text}", "0", "", Asserted(date(2026, 1, 20), date(2026, 1, 20))
    )
    found = extract([article], load_profile(), any_subject=True)
    assert all(article.text[claim.source.start : claim.source.end] == claim.source.quote for claim in found)
    values = ((claim, claim.value.term if isinstance(claim.value, TermValue) else getattr(claim.value, "name", "")) for claim in found)
    return {(claim.key, claim.subject.name if not isinstance(claim.value, EntityValue) else "", value) for claim, value in values}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Also signing on are Park Ji-hu and Lomon.", {("cast.status", "Park Ji-hu", "new"), ("cast.status", "Lomon", "new")}),
        ("Lomon will not come aboard as Lee Su-hyeok.", {("cast.status", "Lomon", "out")}),
        (
            "New cast members for season 2 include:\n\nRoh Jae-won\nKim Si-eun",
            {("cast.status", "Roh Jae-won", "new"), ("cast.status", "Kim Si-eun", "new")},
        ),
        ("All of Us Are Dead was created by Chun Sung-il.", {("crew.creator", "", "Chun Sung-il")}),
        ("Chun Sung-il stays on as showrunner of All of Us Are Dead.", {("crew.showrunner", "", "Chun Sung-il")}),
    ],
)
def test_what_a_sentence_claims(text: str, told: set[tuple[str, str, str]]) -> None:
    assert told <= claims(text)


WORDS = "joins and , <a0> <n1> <k2> who is been added ( ) created by as the showrunner newcomers include back talks in . not".split()


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_heap_of_words_is_read_within_its_bounds(heap: list[str]) -> None:
    text = " ".join(heap)
    for reading in read(text):
        assert text[reading.who.start : reading.who.end] == reading.who.text
        assert 0 <= reading.start <= reading.who.start < reading.who.end <= reading.end <= len(text)
