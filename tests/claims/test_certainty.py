"""How far a hedge, a denial, a condition or a retraction reaches, and who is taken to have said it: on masked sentences."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest

from aoud_cli.claims.certainty import (
    clause,
    hedged,
    is_asked,
    is_fact,
    is_open,
    is_retracted,
    read,
    read_bare,
    stretch,
)

Made = TypeVar("Made")


def at(text: str, words: str, ask: Callable[[str, int, int], Made]) -> Made:
    """What `ask` says of the words in the text."""
    start = text.index(words)
    return ask(text, start, start + len(words))


# A sentence, the words in it that are asked about, and the clause that they stand in.
CLAUSES = [
    ("if season 2 comes in <d1>, filming ends in <d2>.", "<d1>", "if season 2 comes in <d1>, filming ends in <d2>."),
    ("if season 2 comes in <d1>, filming ends in <d2>.", "<d2>", "filming ends in <d2>."),
    ("filming began in <d1>, while <w1> waits", "<d1>", "filming began in <d1>"),
    ("filming began in <d1>, while <w1> waits", "<w1>", " <w1> waits"),
    ("it is over; filming began in <d1>; <w1> waits", "<d1>", "filming began in <d1>"),
    ("it is over; filming began in <d1>", "filming began", "filming began in <d1>"),
    ("filming began; it is over", "filming began", "filming began"),
    ("filming began in <d1> but <w1> waits, while <w2> sleeps", "<d1>", "filming began in <d1>"),
    ("filming began in <d1> but <w1> waits, while <w2> sleeps", "<w1>", "<w1> waits"),
]


@pytest.mark.parametrize(("text", "words", "wanted"), CLAUSES)
def test_clauses(text: str, words: str, wanted: str) -> None:
    left, right = at(text, words, clause)
    assert text[left:right] == wanted


STRETCHES = [
    ("it is over. filming began, while <w1> waits; no word", "<w1>", "filming began, while <w1> waits"),
    ("filming began", "began", "filming began"),
    ("a | b <w1> c | d", "<w1>", " b <w1> c "),
    ("was it? <w1> waits! yes", "<w1>", " <w1> waits"),
    ("one; two; <w1> waits; four; five", "<w1>", " <w1> waits"),
]


@pytest.mark.parametrize(("text", "words", "wanted"), STRETCHES)
def test_what_no_stop_cuts_off(text: str, words: str, wanted: str) -> None:
    left, right = at(text, words, stretch)
    assert text[left:right] == wanted


HEDGES = [
    ("filming starts in <d1>", "certain", None),
    ("filming is expected to start in <d1>", "probable", "is expected"),
    ("filming could start in <d1>", "possible", "could"),
    ("filming will potentially start in <d1>", "possible", "potentially"),
    ("filming is projected to potentially start in <d1>", "probable", "is projected"),
    ("filming is expected to start in <d1>, and might end in <d2>", "possible", "might"),
]


@pytest.mark.parametrize(("words", "certainty", "cue"), HEDGES)
def test_hedges(words: str, certainty: str, cue: str | None) -> None:
    found = hedged(words)
    assert (found.certainty.value, found.cue and found.cue.words) == (certainty, cue)


# A sentence, the words, how sure they are, whether denied, and the condition.
READINGS = [
    ("filming starts in <d1>", "filming starts in <d1>", "certain", False, None),
    ("filming doesn't start in <d1>", "start in <d1>", "certain", True, None),
    ("filming could start in <d1>, while <w1> waits", "<w1> waits", "certain", False, None),
    ("if the pilot does well, filming starts in <d1>", "filming starts in <d1>", "possible", False, "if the pilot does well"),
    ("if the pilot does well, with luck filming starts in <d1>", "filming starts in <d1>", "possible", False, "if the pilot does well"),
    ("filming starts in <d1> if the pilot does well", "filming starts in <d1>", "possible", False, "if the pilot does well"),
    ("if the pilot does well <w1> stays, while filming starts in <d1>", "filming starts in <d1>", "certain", False, None),
    ("filming starts in <d1>, while <w1> leaves if nobody calls", "filming starts in <d1>", "certain", False, None),
    ("<w1> did not come, and filming starts in <d1>", "filming starts in <d1>", "certain", False, None),
]


@pytest.mark.parametrize(("text", "words", "certainty", "negative", "condition"), READINGS)
def test_readings(text: str, words: str, certainty: str, negative: bool, condition: str | None) -> None:
    found = at(text, words, read)
    told = found.condition and text[slice(*found.condition)]
    assert (found.certainty.value, found.negative, told) == (certainty, negative, condition)
    assert at(text, words, is_fact) is (certainty == "certain" and not negative)
    assert found.hedge is None or found.hedge.words == condition


def test_a_narrow_reading_is_denied_by_its_own_words_alone() -> None:
    text = "it is not true that filming starts in <d1>"
    for words, wide, narrow in (("filming starts", True, False), ("not true that filming starts", True, True)):
        assert at(text, words, read).negative is wide
        assert at(text, words, lambda *where: read(*where, narrow=True)).negative is narrow
        assert at(text, words, is_fact) is False


BARE = [
    ("<w1> will not return", True),
    ("not in <d1>, <w1> will return", False),
    ("in <d1>, <w1> will not return", True),
    ("<w1> might return", False),
]


@pytest.mark.parametrize(("words", "negative"), BARE)
def test_bare_readings(words: str, negative: bool) -> None:
    found = read_bare(f"nobody knows whether {words} at all", 21, 21 + len(words))
    assert (found.certainty.value, found.negative) == ("certain", negative)


OPEN = [
    ("has not been confirmed", True),
    ("has not yet been officially announced", True),
    ("is yet to be revealed", True),
    ("was never formally decided", True),
    ("has been confirmed", False),
    ("will not return", False),
    ("hasn't been confirmed to return", True),
    ("hasn't yet been officially announced", True),
    ("wasn't seen, and has been confirmed", False),
]


@pytest.mark.parametrize(("words", "wanted"), OPEN)
def test_what_nobody_confirmed_is_open(words: str, wanted: bool) -> None:
    assert is_open(words) is wanted


ASKED = [
    ("nobody said whether <w1> returns", "<w1>", True),
    ("we know if <w1> returns", "<w1>", True),
    ("<w1> returns, while nobody said whether <w2> does", "<w1>", False),
    ("nobody said whether <w1> does, while <w2> returns", "<w2>", False),
    ("whether <w1> returns, who <w2> plays and when it starts", "<w2>", True),
    ("whether", "whether", False),
    ("<w1> returns", "<w1>", False),
]


@pytest.mark.parametrize(("text", "words", "wanted"), ASKED)
def test_indirect_questions(text: str, words: str, wanted: bool) -> None:
    assert is_asked(text, text.index(words)) is wanted


RETRACTED = [
    ("filming was said by mistake to start in <d1>", "<d1>", True),
    ("filming began in <d1>, and a release in <d2> is out of the question", "filming began in <d1>", False),
    ("filming began in <d1>, and a release in <d2> is out of the question", "<d2>", True),
    ("filming began in <d1>, and a release in <d2> is out of the question, and no one minds", "filming began", False),
    ("a release in <d2> is out of the question, and the team filmed in <d1>", "<d1>", False),
    ("a release in <d2> is out of the question, and the team rested, and the crew filmed in <d1>", "<d1>", False),
    ("it lists <d1>, but that is wrong", "<d1>", True),
    ("it lists <d1>, but that is right", "<d1>", False),
    ("it is late, but that is wrong, and it lists <d1>", "<d1>", False),
    ("contrary to reports that it comes in <d1>, filming goes on", "<d1>", True),
    ("contrary to reports that it comes in <d1>, filming ends in <d2>", "<d2>", False),
    ("it comes in <d1>, contrary to reports", "<d1>", False),
]


@pytest.mark.parametrize(("text", "words", "wanted"), RETRACTED)
def test_what_is_taken_back(text: str, words: str, wanted: bool) -> None:
    assert at(text, words, is_retracted) is wanted


# A sentence with its capitals, and who it says said it.
SPEAKERS = [
    ("According to <c1>, it starts in <d1>.", "<c1>"),
    ("According to Kim Mun-ho, it starts in <d1>.", "Kim Mun-ho"),
    ("It starts in <d1>, according to the Andong Daily's report.", "the Andong Daily"),
    ("It starts in <d1>, according to nobody.", None),
    ("<c1> said that it starts in <d1>.", "<c1>"),
    ("<c1> has also said that it starts in <d1>.", "<c1>"),
    ("The streamer confirmed that it starts in <d1>.", "The streamer"),
    ("In May the streamer confirmed that it starts in <d1>.", "the streamer"),
    ("In May a spokeswoman confirmed that it starts in <d1>.", "a spokeswoman"),
    ("Yoon Ga-i told us that it starts in <d1>.", "Yoon Ga-i"),
    ("Bank of Korea said that it starts in <d1>.", "Bank of Korea"),
    ("In Busan, Yoon Ga-i said that it starts in <d1>.", "Yoon Ga-i"),
    ("It is late, Yoon Ga-i said.", "Yoon Ga-i"),
    ("It left Kim and said that it starts in <d1>.", None),
    ("Then the head of Korea said that it starts in <d1>.", None),
    ("It said that it starts in <d1>.", None),
    ("Reports claimed that it starts in <d1>.", None),
    ("Its start was confirmed by <c1>.", "<c1>"),
    ("Its start was confirmed by Yoon Ga-i.", "Yoon Ga-i"),
    ("Its start was confirmed in <d1>.", None),
    ("<c1> was told that it starts in <d1>.", None),
    ("The start, told in a long letter, is near.", None),
    ("It was announced in <d1>, and <c1> said why.", "<c1>"),
    (f"<c1> {'later ' * 15}said so.", None),
    (f"<c1> {'later ' * 5}said so.", "<c1>"),
    ("it starts in <d1>.", None),
]


@pytest.mark.parametrize(("sentence", "wanted"), SPEAKERS)
def test_speakers(sentence: str, wanted: str | None) -> None:
    found = read(sentence.lower(), 0, 5, original=sentence).attribution
    assert (None if found is None else sentence[slice(*found)]) == wanted
