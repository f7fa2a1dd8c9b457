"""Claims that are kept from one run to the next: found again only for the same code, profile and articles, and never believed blindly."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aoud_cli.claims import cache as kept
from aoud_cli.claims.cache import Extracted, extract_kept
from aoud_cli.claims.extract import extract_all
from aoud_cli.cli.main import main
from aoud_cli.ground.folders import cache_folder
from aoud_cli.model import Article, Asserted
from aoud_cli.names.profile_file import load_profile

PROFILE = load_profile()
TEXT = (
    "Park Ji-hu plays Nam On-jo in All of Us Are Dead. Season 1 drew over 560 million hours in "
    "28 days. Season 2 may premiere in late 2026. "
    "Nam On-jo's father, Nam So-ju, is a firefighter."
)


def article(text: str = TEXT, day: date = date(2026, 2, 1)) -> Article:
    return Article("a", "a.txt", text, str(hash(text)), "", Asserted(day, day, "stated", "header"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AOUD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often the articles are read anew."""
    found: list[int] = []

    def counted(articles: Any, profile: Any) -> Extracted:
        found.append(len(articles))
        return extract_all(articles, profile)

    monkeypatch.setattr("aoud_cli.claims.extract.extract_all", counted)
    return found


def test_what_is_kept_is_what_was_read(folder: Path, reads: list[int]) -> None:
    first, again = (extract_kept([article()], PROFILE) for _ in range(2))
    assert first == again == extract_all([article()], PROFILE)
    assert {claim.predicate for claim in first.claims} >= {"plays", "hours", "premiere", "relation", "occupation"}
    assert reads == [1]
    assert folder.stat().st_mode & 0o077 == 0
    assert [file.stat().st_mode & 0o077 for file in folder.iterdir()] == [0]


@pytest.mark.parametrize("change", ["text", "day", "profile", "code"])
def test_a_change_reads_anew(folder: Path, reads: list[int], change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    extract_kept([article()], PROFILE)
    if change == "code":
        monkeypatch.setattr(kept, "code_state", lambda: "another")
    other = load_profile("the-long-ebb") if change == "profile" else PROFILE
    text, day = (f"{TEXT} It ended." if change == "text" else TEXT), date(2026, 2, 2 if change == "day" else 1)
    extract_kept([article(text, day)], other)
    assert reads == [1, 1]


def sealed(rows: str) -> str:
    return f"{hashlib.sha256(rows.encode()).hexdigest()}\n{rows}"


def forge(change: Callable[[list[Any]], Any]) -> Callable[[str], str]:
    """A file that changes each row and seals it anew."""
    return lambda text: sealed(json.dumps([change(row) for row in json.loads(text.partition("\n")[2])]))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[: len(text) // 2],
        lambda text: "",
        lambda text: "[]",
        lambda text: text.partition("\n")[0] + "\n[]",
        lambda text: text.replace('"certain"', '"possible"'),
        lambda text: sealed("null"),
        lambda text: sealed("[" * 100_000),
        lambda text: sealed("[[1, 2, 3]]"),
        lambda text: sealed(text.partition("\n")[2].replace("560 million hours", "999 million hours")),
        forge(lambda row: [*row[:11], "another", *row[12:]]),
        forge(lambda row: [*row[:4], 99, *row[5:]]),
        forge(lambda row: [*row[:7], "sure", *row[8:]]),
    ],
)
def test_what_is_not_right_is_as_good_as_none(folder: Path, reads: list[int], spoil: Callable[[str], str]) -> None:
    told = extract_kept([article()], PROFILE)
    (file,) = folder.iterdir()
    whole = file.read_text("utf-8")
    file.write_text(spoil(whole), "utf-8")
    assert file.read_text("utf-8") != whole
    assert extract_kept([article()], PROFILE) == told
    assert reads == [1, 1]


def test_off_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AOUD_CACHE", "off")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    extract_kept([article()], PROFILE)
    assert list(tmp_path.iterdir()) == []


def test_the_users_cache_is_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AOUD_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == str(tmp_path / "aoud")


@pytest.mark.parametrize("place", ["link", "file", "nowhere/\0"])
def test_a_folder_that_is_none_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "file").write_text("")
    if "\0" not in place:
        monkeypatch.setenv("AOUD_CACHE", str(tmp_path / place))
    else:
        monkeypatch.setenv("AOUD_CACHE", "relative/folder")
    assert cache_folder() is None
    assert extract_kept([article()], PROFILE) == extract_all([article()], PROFILE)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_the_oldest_go_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    for number in range(4):
        extract_kept([article(f"{TEXT} {number}.")], PROFILE)
        for file in folder.iterdir():
            os.utime(file, (number, number))
    assert len(list(folder.iterdir())) == 2


def test_a_command_prints_the_same_from_the_cache(folder: Path, reads: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for _ in range(2):
        assert main(["conflicts", "--all", "--json"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert len(reads) == 1
