"""The constructions: sentences that each reads, sentences that it leaves, and what a whole reading makes of them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, strategies as st

from aoud_cli.claims.constructions import Reading, read
from aoud_cli.claims.constructions.rows import read_row
from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, EntityValue, TermValue
from aoud_cli.names.profile_file import load_profile
from aoud_cli.spans.mask import Masked, Span
from aoud_cli.spans.sentences import Sentence

# A masked sentence -> each construction that reads it, with the term and of whom (`who: part`, where it reads both).
READS: list[tuple[str, dict[str, str]]] = [
    # of people
    ("<a0> joins the cast.", {"subject-verb: new": "<a0>"}),
    ("<a0> signs on with the show.", {"subject-verb: new": "<a0>"}),
    ("<a0> and <a1> will return for <s2>.", {"subject-verb: returning": "<a0> <a1>"}),
    ("<a0>, who has joined the series, smiled.", {"subject-verb: new": "<a0>"}),
    ("<a0> smiled, and <a1> joins as <c2>.", {"subject-verb: new": "<a1>", "as: credit": "<a1>: <c2>"}),
    ("<a0> won the vote and joins the show.", {"subject-verb: new": "<a0>"}),
    ("<a0> (<w1>) joins the series as <c2>.", {"subject-verb: new": "<a0>", "as: credit": "<a0>: <c2>"}),
    ("<a0>, another star of <w1>, comes aboard.", {"subject-verb: new": "<a0>"}),
    ("<a0> as <c1> and <a2> as <c3> come back for <s4>.", {"subject-verb: returning": "<a0> <a2>", "as: credit": "<a0>: <c1> <a2>: <c3>"}),
    ("<a0> has been added to the cast.", {"passive: new": "<a0>"}),
    ("<a0> and <n1> were cast as <c2> and <c3>.", {"passive: new": "<a0> <n1>", "as: credit": "<a0>: <c2> <n1>: <c3>"}),
    ("<f0> has added <a1> and <a2>.", {"verb-object: new": "<a1> <a2>"}),
    ("the producers brought <a0> back.", {"verb-object: returning": "<a0>"}),
    ("returning are <a0>, <a1> and <a2>.", {"inversion: returning": "<a0> <a1> <a2>"}),
    ("also signing on are the stars <a0> and <n1>.", {"inversion: new": "<a0> <n1>"}),
    ("newcomers include <a0> and <a1>.", {"noun and list: new": "<a0> <a1>"}),
    ("the new recruits: <a0>, <a1>", {"noun and list: new": "<a0> <a1>"}),
    ("<a0> and <a1> are among the newcomers.", {"predicate noun: new": "<a0> <a1>"}),
    ("<a0> is among those joining.", {"predicate noun: new": "<a0>"}),
    (
        "<a0> is back as <c1>.",
        {"subject-verb: returning": "<a0>", "state: returning": "<a0>", "as: credit": "<a0>: <c1>", "plays: plays": "<a0>: <c1>"},
    ),
    ("<a0> is still in talks.", {"state: uncertain": "<a0>"}),
    ("newcomer <a0> smiled.", {"title: new": "<a0>"}),
    ("created by <k0> and <k1>", {"by: credit": "<k0> <k1>"}),
    ("<k0>, who created the series, smiled.", {"doer: credit": "<k0>"}),
    ("<k0> created the series.", {"doer: credit": "<k0>"}),
    ("<k0> stays on as showrunner.", {"subject-verb: returning": "<k0>", "as: credit": "<k0>"}),
    ("<k0> is on board as writer, showrunner and executive producer.", {"state: new": "<k0>", "as: credit": "<k0>"}),
    ("showrunner <k0> smiled.", {"title: credit": "<k0>"}),
    ("<f0> picks up <t1> for another round.", {"platform: credit": "<f0>", "of it: credit": "<f0>"}),
    ("<f0> has renewed the series.", {"platform: credit": "<f0>", "to show: announced": ""}),
    ("<s0> comes back to <f1> in <d2>.", {"on platform: credit": "<f1>", "on it: credit": "<f1>"}),
    ("the show streams only on <f0>.", {"on platform: credit": "<f0>", "on it: credit": "<f0>"}),
    ("<a0> replaces <n1> as <c2>.", {"subject-verb: new": "<a0>", "presence: out": "<n1>", "as: credit": "<a0>: <c2>"}),
    ("<n0> has been replaced by <a1>.", {"presence: out": "<n0>"}),
    # of who is there
    ("<s0> again stars <a1> and <a2>.", {"presence: returning": "<a1> <a2>"}),
    ("<s0> sees the return of <a1>.", {"presence: returning": "<a1>"}),
    ("<a0>'s return was confirmed.", {"presence: returning": "<a0>"}),
    ("they appear alongside <a0> and <a1> in <s2>.", {"presence: returning": "<a0> <a1>"}),
    ("<s0> goes on without <a1>.", {"presence: out": "<a1>"}),
    ("one actor who will not return is <a0>.", {"presence: returning": "<a0>"}),
    ("<a0> may or may not return.", {"presence: uncertain": "<a0>"}),
    # of callings and kin
    ("<c0>, a nurse, smiled.", {"calling: credit": "<c0>: calling"}),
    ("<c0> works as a nurse.", {"calling: credit": "<c0>: calling"}),
    ("the nurse <c0> smiled.", {"calling: credit": "<c0>: calling"}),
    ("<c0>, head of the student council, smiled.", {"calling: credit": "<c0>: calling"}),
    ("<c0>'s brother <c1> smiled.", {"kin: credit": "<c1>: <c0>"}),
    ("<c0> and her brother <c1> smiled.", {"kin: credit": "<c1>: <c0>"}),
    ("<c0>, whose brother is <c1>, smiled.", {"kin: credit": "<c1>: <c0>"}),
    ("<c0>, the father of <c1>, smiled.", {"kin: credit": "<c0>: <c1>"}),
    ("<c0> has a daughter, <c1>.", {"kin: credit": "<c1>: <c0>"}),
    ("siblings <c0> and <c1> smiled.", {"kin: credit": "<c0>: <c1>"}),
    # of dates that nobody has told
    ("there is no release date yet.", {"undated: unannounced": ""}),
    ("<f0> has yet to say when <s1> will be out.", {"undated: unannounced": ""}),
    ("the date will be announced later.", {"undated: unannounced": ""}),
    ("talks with <a0> are under way.", {"dealing: uncertain": "<a0>"}),
    ("who's back: <a0>, <a1>", {"state first: returning": "<a0> <a1>"}),
    ("<a0> will not be in <s1>.", {"denied: out": "<a0>"}),
    ("the returning <a0> and <a1> smiled.", {"returning: returning": "<a0> <a1>"}),
    ("<a0> is joined again by <a1> and <a2>.", {"by: returning": "<a1> <a2>"}),
    # of parts
    ("<a0> plays <c1>.", {"plays: plays": "<a0>: <c1>"}),
    ("<c0> is played by <a1>.", {"played_by: plays": "<a1>: <c0>"}),
    ("<a0> as <c1>", {"as: credit": "<a0>: <c1>"}),
    ("<a0> is <c1> again.", {"is: credit": "<a0>: <c1>", "again: returning": "<a0>"}),
    ("<a0>, whose <c1> died, smiled.", {"genitive: credit": "<a0>: <c1>", "befalls: dead": "<c1>"}),
    ("the role of <c0> falls to <a1>.", {"falls_to: plays": "<a1>: <c0>"}),
    (
        "<a0> and <a1> are aboard, the former playing <c2> and the latter <c3>.",
        {"state: new": "<a0> <a1>", "former and latter: credit": "<a0>: <c2> <a1>: <c3>"},
    ),
    # of fates
    ("<c0> dies in the finale.", {"befalls: dead": "<c0>"}),
    ("<c0> and <c1> have survived.", {"befalls: alive": "<c0> <c1>"}),
    ("<c0> is killed by <c1>.", {"inflicted: dead": "<c0>"}),
    ("<c0> kills <c1>.", {"inflicted: dead": "<c1>"}),
    ("<c0> is dead.", {"conditions: dead": "<c0>"}),
    ("<c0> (dead)", {"brackets: dead": "<c0>"}),
    ("the death of <c0> shook the town.", {"ends: dead": "<c0>"}),
    ("the late <c0> had a plan.", {"called: dead": "<c0>"}),
    ("the fate of <c0> remains unknown.", {"ends: uncertain": "<c0>"}),
    ("<c0>'s end is left open.", {"ends: uncertain": "<c0>"}),
    ("the survivors are <c0> and <c1>.", {"noun and list: alive": "<c0> <c1>"}),
    ("<c0> appears to die in a fire.", {"befalls: dead": "<c0>"}),
    ("<c0>: drowned in the harbour", {"befalls: dead": "<c0>", "inflicted: dead": "<c0>"}),
    # of places
    ("<s0> was filmed in <l1> and <l2>.", {"place: credit": "<l1> <l2>"}),
    ("cameras rolled in <l0>.", {"place: credit": "<l0>"}),
    ("<l0> stands in for <l1>.", {"place: credit": "<l0> <l1>"}),
    ("the story is set in <l0>.", {"place: credit": "<l0>"}),
    # of platforms
    ("the <f0> drama is back.", {"of it: credit": "<f0>"}),
    ("all episodes are on <f0>.", {"on it: credit": "<f0>"}),
    ("<f0> launched it.", {"shows it: credit": "<f0>"}),
    # of the pace
    ("a new episode drops every friday.", {"paces: weekly": ""}),
    ("all <e0> dropped on <d1>.", {"all out: at_once": ""}),
    ("<s0> will be split into two parts.", {"splits: in_parts": ""}),
    ("new episodes arrive weekly.", {"paces: weekly": ""}),
    # of the source
    ("the series is adapted from <k0>'s novel.", {"works: novel": "", "author: credit": "<k0>"}),
    ("the show is based on the webtoon of the same name by <k0>.", {"works: webtoon": "", "author: credit": "<k0>"}),
    # of a trailer
    ("a trailer for <s0> is out.", {"trailer: yes": ""}),
    ("there is no trailer yet.", {"trailer: no": ""}),
    # of the show
    ("the show was cancelled.", {"to show: cancelled": ""}),
    ("<s0> will be the last.", {"last: final": ""}),
    ("<f0> has renewed the show for <s1>.", {"platform: credit": "<f0>", "to show: announced": ""}),
    # of posts, kin of two, and places that a clause is about
    ("<k0>, the creator and showrunner, is here.", {"post: credit": "<k0>"}),
    ("said <k0>, its co-showrunner.", {"post: credit": "<k0>"}),
    ("<k0>, the showrunner's friend, left.", {"subject-verb: out": "<k0>"}),
    ("<c0> and <c1> are siblings.", {"kin: credit": "<c0>: <c1>"}),
    ("<c0> is mother to <c1> and stepmother to <c2>.", {"kin: credit": "<c0>: <c1> <c0>: <c2>"}),
    ("<l0> is where <s1> was filmed.", {"place: credit": "<l0>"}),
    ("<l0> is the setting of <s1>.", {"place: credit": "<l0>"}),
    ("joining <a0> are <n1> and <n2>.", {"inversion: new": "<n1> <n2>"}),
    ("all but <a0> are returning for <s1>.", {"excepted: out": "<a0>"}),
    ("everyone in the main cast is back except <a0>.", {"excepted: out": "<a0>"}),
]
LEAVES = [
    "everyone is back, and <a0> has a new haircut.",
    "all but two of the leads are returning.",
    "<a0> joined <w1>.",
    "<a0> joins the crew as soon as she can.",
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
    "<f0> set a record.",
    "<a0> comes back to <f1>.",
    "<w0> streams on <f1>.",
    "<c0> tries to survive.",
    "<c0> would have died.",
    "<c0> nearly dies.",
    "<c0>'s fear of death is strong.",
    "<c0> had already survived the fall.",
    "<c0> plays dead.",
    "<c0>'s end is near.",
    "<a0> does not look like <c1>.",
    "<a0> interviewed <c1>.",
    "<a0> was born in <l1>.",
    "<a0> is now on <b1>.",
    "<f0> said that it was pleased.",
    "the weekly chart is out.",
    "<k0> read a novel.",
    "the trailer will arrive soon.",
    "<w0> was renewed.",
    "the lease was renewed.",
    "<a0> turned down a military drama.",
    "<c0> is engaged in a war with <c1>.",
    "<l0> is the capital of <l1>.",
    "in the last shot she packs.",
    "<a0> are <n1>.",
    "",
]


def masked(text: str) -> Masked:
    """A sentence that stands as it is masked."""
    spans = tuple(Span(*found.span(), found[1], found.group()) for found in re.finditer(r"<([a-z])\d+>", text))
    starts, ends = tuple(span.start for span in spans), tuple(span.end for span in spans)
    return Masked(Sentence(0, len(text), text, 0, None, False), text, spans, starts, ends)


def told(reading: Reading) -> str:
    who = reading.who.text if reading.who else ""
    return f"{who}: {reading.what.text}" if reading.what else who


@pytest.mark.parametrize(("text", "expected"), READS, ids=[row[0] for row in READS])
def test_what_is_read(text: str, expected: dict[str, str]) -> None:
    found: dict[str, dict[str, None]] = {}
    for reading in read(masked(text)):
        found.setdefault(f"{reading.construction}: {reading.entry.term}", {})[told(reading)] = None
        assert 0 <= reading.start < reading.end <= len(text)
    assert {name: " ".join(who) for name, who in found.items()} == expected


@pytest.mark.parametrize("text", LEAVES)
def test_what_is_left(text: str) -> None:
    assert list(read(masked(text))) == []


# A line, what stands over it, and what that says of whom.
ROWS: list[tuple[str, str, list[tuple[str, str]]]] = [
    ("<a0>", "new cast members for <s0> include: | ", [("new", "<a0>")]),
    ("• <a0> as <c1>", "<t0> cast | these actors are expected to be back:", [("returning", "<a0>")]),
    ("- <a0> (<c1>)", "returning | ", [("returning", "<a0>")]),
    ("<a0>, <a1> and <n2>", "newcomers: | ", [("new", "<a0>"), ("new", "<a1>"), ("new", "<n2>")]),
    ("• <a0> as <c1> (new)", "who will be returning? | ", []),
    ("• <a0> as <c1> (replacing <a2>)", "who will be returning? | ", []),
    ("• <a0> as <c1> (not returning)", "who will be returning? | ", []),
    ("• <a0> as <c1> (returning)", "who will be returning? | ", [("returning", "<a0>")]),
    ("• <a0> as <c1>, the new head", "who will be returning? | ", [("returning", "<a0>")]),
    ("• <a0> as <c1>, new mother and diver", "who will be returning? | ", [("returning", "<a0>")]),
    ("• <a0> as <c1> (replacing <a2>)", "new cast members: | ", [("new", "<a0>")]),
    ("<a0>", "cast: | ", []),
    ("<a0>", "who is not back: | ", [("out", "<a0>")]),
    ("<a0>", "<a1> is undecided | ", []),
    ("<a0> was seen at a gala", "newcomers: | ", []),
    ("<a0> and others smiled at the gala.", "newcomers: | ", []),
    ("a gala", "newcomers: | ", []),
    ("| <a0> | no |", "| performer | back? |", []),
    ("", "newcomers: | ", []),
]


@pytest.mark.parametrize(("text", "over", "expected"), ROWS, ids=[f"{over}{text}" for text, over, _ in ROWS])
def test_rows(text: str, over: str, expected: list[tuple[str, str]]) -> None:
    assert [(reading.entry.term, told(reading)) for reading in read_row(text, over)] == expected


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


WORDS = (
    "dies killed filmed in <c3> <l4> "
    "joins and , <a0> <n1> <k2> who is been added ( ) created by as the showrunner newcomers include back talks in . not"
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_heap_of_words_is_read_within_its_bounds(heap: list[str]) -> None:
    text = " ".join(heap)
    for reading in read(masked(text)):
        who = reading.who
        assert 0 <= reading.start < reading.end <= len(text)
        assert who is None or text[who.start : who.end] == who.text
