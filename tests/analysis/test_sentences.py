"""How a sentence is seen: its spans, clauses and words, what is read of it, and why nothing is."""

from __future__ import annotations

import json

import pytest

from aoud_cli.analysis.sentences import see
from aoud_cli.cli.main import main
from aoud_cli.names.profile_file import load_profile

SHOW = load_profile()
# A sentence, and lines of what is told of it.
TOLD = [
    (
        "Lomon, who has joined the cast, smiled.",
        ["performer\tLomon", "clause\thas joined the cast (subject: Lomon)", "reading\tsubject-verb: cast.status = new of Lomon"],
    ),
    ("Also signing on is Lomon.", ["claim\tcast.status: Lomon: new (by inversion.cast.status)"]),
    (
        "Will Lomon return in season 2?",
        ["lost\tcast.status: screen, a question", "no claim\tsomething came in the way of what was nearly read"],
    ),
    ("Back in the town, Lomon smiled.", ["no claim\tno construction binds a word of the lexicon to somebody"]),
    ("**Lomon** is back for *season 2*.[3]", ["performer\tLomon", "season\tseason 2"]),
    ("It rained.", ["no claim\tno rule matches, and no word of the lexicon is in it"]),
]


@pytest.mark.parametrize(("text", "lines"), TOLD, ids=[text for text, _ in TOLD])
def test_what_is_told(capfd: pytest.CaptureFixture[str], text: str, lines: list[str]) -> None:
    assert main(["read", text]) == 0
    told = [line.partition("\t")[2] for line in capfd.readouterr().out.split("\n")]
    assert not [line for line in lines if line not in told]


def test_sentences_are_numbered_and_whole(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "Lomon joins the cast. It rained.", "Lomon is back.", "--json"]) == 0
    told = json.loads(capfd.readouterr().out)["read"]
    assert [one["text"] for one in told] == ["Lomon joins the cast.", "It rained.", "Lomon is back."]
    assert [len(one["claims"]) for one in told] == [1, 0, 1]


def test_hostile_text_is_shown(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "Lomon joins \x1b[31m the cast."]) == 0
    assert "\x1b" not in capfd.readouterr().out


def test_every_clause_of_the_sample_can_be_told() -> None:
    from aoud_cli.articles.read import read_corpus
    from aoud_cli.views.read import ReadView

    for article in read_corpus().articles[:2]:
        analysis, seen = see(article.text, SHOW)
        assert list(ReadView(analysis, seen).records())


def test_what_breaks_is_said(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    from aoud_cli.claims.corpus import reader

    def broken(*_: object) -> None:
        raise ValueError("no such season")

    monkeypatch.delenv("AOUD_DEBUG", raising=False)
    monkeypatch.setattr(reader, "settle", broken)
    assert main(["read", "Lomon joins the cast."]) == 2
    assert capfd.readouterr().err == "aoud: internal error while it was read (ValueError: no such season)\n"
