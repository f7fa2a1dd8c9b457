"""The lexicon: every form of a word is found, and a file with a fault is refused by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from aoud_cli.claims import lexicon
from aoud_cli.claims.clauses import clauses
from aoud_cli.claims.lexicon import load_lexicon, read_lexicon
from aoud_cli.claims.tokens import tokenise
from aoud_cli.model import AoudError


@pytest.mark.parametrize(
    "words",
    [
        "join",
        "joins",
        "joined",
        "joining",
        "comes",
        "came",
        "coming",
        "newcomer",
        "newcomers",
        "cast",
        "casts",
        "casting",
        "created",
        "created",
    ],
)
def test_each_form_is_found(words: str) -> None:
    assert words in load_lexicon()


def test_an_entry_says_where_it_stands() -> None:
    entry = next(entry for entry in load_lexicon()["joins"] if entry.word == "join")
    name, _, line = entry.where.rpartition(":")
    text = (Path(lexicon.LEXICON).parent.parent / name).read_text("utf-8").split("\n")
    assert entry.word in text[int(line) - 1] and (entry.key, entry.term, entry.kind, entry.form) == (
        "cast.status",
        "new",
        "does",
        "present",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cast.status:\n  new:\n    doing: [join]\n", "cast.yaml:3: unknown key 'doing'"),
        ("cast.standing:\n  new:\n    does: [join]\n", "cast.yaml:1: unknown key 'cast.standing'"),
        ("cast.status: [new]\n", "cast.yaml:1:"),
    ],
)
def test_a_fault_is_told_by_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    (tmp_path / "cast.yaml").write_text(text, "utf-8")
    monkeypatch.setattr(lexicon, "LEXICON", tmp_path)
    with pytest.raises(AoudError, match=said):
        read_lexicon()


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("<a0> joins, but <a1> leaves.", [("<a0> joins ,", ""), ("<a1> leaves", "")]),
        ("<a0> joined in may and returned in june.", [("<a0> joined in may", ""), ("returned in june", "<a0>")]),
        ("<a0>, who joined, is back.", [("joined", "<a0>"), ("<a0> is back", "")]),
        ("<a0> (<w1>) joins.", [("<a0> joins", "")]),
        ("<a0>, a star of <w1>, joins.", [("<a0> joins", "")]),
        ("all but <a0> joined.", [("all but <a0> joined", "")]),
    ],
)
def test_clauses_with_their_subject(text: str, parts: list[tuple[str, str]]) -> None:
    found = [(" ".join(t.text for t in one.tokens), " ".join(t.text for t in one.subject)) for one in clauses(tokenise(text))]
    assert found == parts
