"""What is kept beside the byte code is what would be made anew, and whatever is wrong with it costs time alone."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aoud_cli.claims.lexicon import load_lexicon, read_lexicon
from aoud_cli.claims.rules import load_rules, read_rules
from aoud_cli.english import classes, read_classes
from aoud_cli.ground import prepared
from aoud_cli.ground.folders import VARIABLE
from aoud_cli.model import AoudError


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(prepared, "_places", lambda name: iter([str(tmp_path / name)]))
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def thing(make: Callable[[], list[str]]) -> list[str]:
    return prepared.prepared("thing", make, lambda made: [made], lambda kept: list(kept[0]))


def test_what_is_kept_is_what_the_files_say() -> None:
    assert classes() == read_classes()
    assert load_rules() == read_rules()
    assert load_lexicon() == read_lexicon()


def test_a_thing_is_made_once(place: Path) -> None:
    made: list[int] = []

    def make() -> list[str]:
        made.append(1)
        return ["a word"]

    assert [thing(make) for _ in range(3)] == [["a word"]] * 3
    assert len(made) == 1
    assert [file.name for file in place.iterdir()] == ["thing"]  # and nothing half written beside it


def test_a_fault_in_the_data_is_told_and_not_kept(place: Path) -> None:
    def make() -> list[str]:
        raise AoudError("english/words.yaml:3: no")

    for _ in range(2):
        with pytest.raises(AoudError, match=r"words\.yaml:3"):
            thing(make)
    assert not list(place.iterdir())


def sealed(content: bytes) -> bytes:
    return prepared.code_state().encode() + b"\n" + content


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(lambda: b"", id="empty"),
        pytest.param(lambda: b"\xff\xfe\x00", id="no text"),
        pytest.param(lambda: b"0" * 64 + b'\n[["old"]]', id="of other code"),
        pytest.param(lambda: sealed(b""), id="cut behind its seal"),
        pytest.param(lambda: sealed(b'[["x"'), id="cut"),
        pytest.param(lambda: sealed(b"[" * 100_000), id="deep"),
        pytest.param(lambda: sealed(b"7"), id="another kind of thing"),
    ],
)
def test_what_can_not_be_read_is_made_anew(place: Path, content: object) -> None:
    assert callable(content)
    (place / "thing").write_bytes(content())
    assert thing(lambda: ["new"]) == ["new"]
    assert thing(lambda: ["newer"]) == ["new"]


def test_nothing_is_written_where_the_cache_is_off(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "off")
    assert thing(lambda: ["new"]) == ["new"]
    assert not list(place.iterdir())


def test_a_folder_that_takes_nothing_costs_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_places", lambda name: iter([str(tmp_path / "none" / name), str(tmp_path / name)]))
    monkeypatch.delenv(VARIABLE, raising=False)
    assert thing(lambda: ["new"]) == ["new"]
    assert thing(lambda: ["newer"]) == ["new"]
    assert [file.name for file in tmp_path.iterdir()] == ["thing"]


@pytest.mark.parametrize(("mode", "kept"), [(0o700, True), (0o770, False), (0o702, False)])
def test_a_cache_that_others_can_write_is_not_believed(mode: int, kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))
    monkeypatch.setattr(prepared.os, "access", lambda path, how: False)  # as of a package that root installed
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache").chmod(mode)
    places = [path for path in prepared._places("thing") if path.startswith(str(tmp_path))]
    assert bool(places) is kept


def test_the_state_of_the_code_is_that_of_its_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prepared, "_PACKAGE", tmp_path)
    monkeypatch.setattr(prepared, "_ROOMS", ("",))
    states = []
    for size in (3, 4, 4):
        (tmp_path / "words.yaml").write_bytes(b"x" * size)
        os.utime(tmp_path / "words.yaml", ns=(0, 0))
        (tmp_path / "beside.txt").write_bytes(b"y" * size)
        states.append(list(prepared._files()))
    assert states[0] != states[1] == states[2]


def test_the_state_of_the_code_holds_all_that_extraction_is_made_of() -> None:
    loaded = (
        "import sys; import aoud_cli.claims.extract\n"
        "for name, module in sys.modules.items():\n    if name.startswith('aoud_cli'): print(module.__file__)"
    )
    files = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout.split("\n")[:-1]
    known = {str(prepared._PACKAGE / line.split(" ")[0].lstrip("/")) for line in prepared._files()}
    assert len(files) > 100 and set(files) <= known
