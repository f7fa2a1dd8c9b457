"""A pattern that is kept is the one that would be compiled, and whatever is wrong with its file costs time alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from aoud_cli.claims.grammar import as_expression
from aoud_cli.claims.rules import load_rules
from aoud_cli.ground import patterns
from aoud_cli.ground.folders import VARIABLE
from aoud_cli.ground.prepared import seal


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(patterns, "_places", lambda: iter([str(tmp_path / "none" / "shelf"), str(tmp_path / "shelf")]))
    monkeypatch.setattr(patterns, "_news", {})
    monkeypatch.delenv(VARIABLE, raising=False)
    patterns.shelf.cache_clear()
    yield tmp_path / "shelf"
    patterns.shelf.cache_clear()


def compile_all(*sources: str) -> list[str]:
    """The patterns of a run that compiles these; what it keeps the next run finds."""
    patterns.shelf.cache_clear()
    patterns._news.clear()
    made = [patterns.compiled.__wrapped__(source, 0).pattern for source in sources]
    patterns.keep()
    patterns.shelf.cache_clear()
    return made


def some() -> Iterator[tuple[str, int]]:
    for rule in load_rules()[:30]:
        yield as_expression(rule.pattern), 0
    yield from [
        (r"", 0), (r"(?i:a)|b", 0), (r"(?P<x>a)(?P<y>b)?|(c)", re.IGNORECASE), (r"[\u0100-\uffff\U0001f600]+", 0), (r"(?m)^a$", 0),
        (r"(?<=a)b(?!c){0,3}", 0), (r"a{2,70000}", re.DOTALL), (r"(a)\1", re.VERBOSE),
    ]  # fmt: skip


TEXTS = ["", "ab", "aa", "Abc\na", "season 2 begins on <d0> in <f1>", "\U0001f600 \u00c9", "a" * 50]


def test_a_kept_pattern_is_the_compiled_one() -> None:
    tried = 0
    for source, flags in some():
        plain, kept = re.compile(source, flags), patterns.from_code(source, patterns.to_code(source, flags))
        assert (kept.pattern, kept.flags, kept.groups, kept.groupindex) == (plain.pattern, plain.flags, plain.groups, plain.groupindex)
        for text in TEXTS:
            assert [match.groups() for match in kept.finditer(text)] == [match.groups() for match in plain.finditer(text)], source
        tried += 1
    assert tried > 30


def test_what_a_run_compiled_the_next_one_finds(place: Path) -> None:
    assert compile_all("old", "(?P<x>a)") == ["old", "(?P<x>a)"]
    compile_all("old", "new")
    shelf = patterns.shelf()
    assert set(shelf.entries) == {patterns.key_of(source, 0) for source in ("old", "(?P<x>a)", "new")}
    for source in ("old", "(?P<x>a)", "new"):
        assert shelf.get(patterns.key_of(source, 0)) == patterns.to_code(source, 0)
    assert compile_all("old") == ["old"]
    assert not patterns._news  # and is not compiled again


def test_what_grew_too_large_begins_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compile_all("old")
    monkeypatch.setattr(patterns, "_MOST", 1)
    compile_all("new")
    assert set(patterns.shelf().entries) == {patterns.key_of("new", 0)}


def test_nothing_is_written_where_the_cache_is_off(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    compile_all("old")
    assert not place.exists()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"\xff\xfe\x00", id="no text"),
        pytest.param(lambda data: b"0" + data[1:], id="of other code"),
        pytest.param(lambda data: data[: data.index(b"\n") + 9], id="its index cut"),
        pytest.param(lambda data: data[:-3], id="its words cut"),
        pytest.param(lambda data: data[:-3] + b"\x07\x07\x07", id="its words spoilt"),
        pytest.param(lambda data: seal(b"[]\n") + b"\n[]\n", id="another kind of index"),
        pytest.param(lambda data: seal(b"[" * 100_000 + b"\n") + b"\n" + b"[" * 100_000 + b"\n", id="deep"),
    ],
)
def test_a_spoilt_pattern_is_compiled(spoil: object, place: Path) -> None:
    compile_all("[a-z]+ spoilt")
    assert callable(spoil)
    place.write_bytes(spoil(place.read_bytes()))
    assert compile_all("[a-z]+ spoilt") == ["[a-z]+ spoilt"]
    assert patterns.shelf().get(patterns.key_of("[a-z]+ spoilt", 0)) == patterns.to_code("[a-z]+ spoilt", 0)  # and kept again
