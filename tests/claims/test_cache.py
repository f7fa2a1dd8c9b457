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

from aoud_cli.claims.corpus import cache as kept
from aoud_cli.claims.corpus.cache import Extracted, extract_kept
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
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Counts how often the articles are read anew."""
    found: list[int] = []

    def counted(articles: Any, profile: Any, *, kept: Any, jobs: Any, beside: Any) -> Extracted:
        found.append(len(articles) - len(kept))
        return extract_all(articles, profile, kept=kept, jobs=jobs, beside=beside)

    monkeypatch.setattr("aoud_cli.claims.extract.extract_all", counted)
    return found


def test_what_is_kept_is_what_was_read(cache: Path, reads: list[int]) -> None:
    first, again = (extract_kept([article()], PROFILE) for _ in range(2))
    assert first == again == extract_all([article()], PROFILE)
    assert {claim.predicate for claim in first.claims} >= {"plays", "hours", "premiere", "relation", "occupation"}
    assert reads == [1]
    assert cache.stat().st_mode & 0o077 == 0
    assert [file.stat().st_mode & 0o077 for file in cache.iterdir()] == [0]


@pytest.mark.parametrize("change", ["text", "day", "profile", "code"])
def test_a_change_reads_anew(cache: Path, reads: list[int], change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    extract_kept([article()], PROFILE)
    if change == "code":
        monkeypatch.setattr("aoud_cli.ground.kept.code_state", lambda: "another")
    other = load_profile("the-long-ebb") if change == "profile" else PROFILE
    text, day = (f"{TEXT} It ended." if change == "text" else TEXT), date(2026, 2, 2 if change == "day" else 1)
    extract_kept([article(text, day)], other)
    assert reads == [1, 1]


def sealed(rows: str) -> str:
    return f"{hashlib.sha256(rows.encode()).hexdigest()}\n{rows}"


def forge(change: Callable[[list[Any]], Any]) -> Callable[[str], str]:
    """A file that changes each article's row and seals it anew."""
    return lambda text: sealed(json.dumps({key: change(row) for key, row in json.loads(text.partition("\n")[2]).items()}))


def with_claims(change: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[list[Any]], list[Any]]:
    """A row with its claims changed."""
    return lambda row: [*row[:3], [change(claim) for claim in row[3]], *row[4:]]


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
        lambda text: sealed('{"a": 1}'),
        forge(lambda row: row[:4]),
        forge(lambda row: [[], *row[1:]]),
        forge(lambda row: [*row[:3], [[1, 2, 3]], *row[4:]]),
        forge(with_claims(lambda claim: {**claim, "predicate": "another"})),
        forge(with_claims(lambda claim: {**claim, "certainty": "sure"})),
        forge(with_claims(lambda claim: {**claim, "source": {**claim["source"], "document": "b"}})),
        forge(lambda row: [*row[:1], [*row[1][:2], [["told", 2, "2025-02-30", "2025-02-28", None]], *row[1][3:]], *row[2:]]),
    ],
)
def test_what_is_not_right_is_as_good_as_none(cache: Path, reads: list[int], spoil: Callable[[str], str]) -> None:
    told = extract_kept([article()], PROFILE)
    (file,) = cache.iterdir()
    whole = file.read_text("utf-8")
    file.write_text(spoil(whole), "utf-8")
    assert file.read_text("utf-8") != whole
    assert extract_kept([article()], PROFILE) == told
    assert reads == [1, 1]


def test_what_others_can_write_to_is_not_believed(cache: Path, reads: list[int]) -> None:
    extract_kept([article()], PROFILE)
    (file,) = cache.iterdir()
    file.chmod(0o622)
    extract_kept([article()], PROFILE)
    assert reads == [1, 1]
    cache.chmod(0o777)
    assert cache_folder() is None


def test_a_full_disk_leaves_nothing_behind(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert extract_kept([article()], PROFILE) == extract_all([article()], PROFILE)
    assert list(cache.iterdir()) == []


def test_the_same_bytes_read_otherwise_are_another_article(cache: Path, reads: list[int]) -> None:
    """In another encoding, or by another reader of pages: nothing but the text tells."""
    garbled = article()._replace(text="It rained in London.")
    assert not extract_kept([garbled], PROFILE).claims
    assert extract_kept([garbled._replace(text=TEXT)], PROFILE).claims
    assert reads == [1, 1]


def test_what_a_killed_run_left_is_removed(cache: Path) -> None:
    extract_kept([article()], PROFILE)
    old, new = cache / ".aoud-old", cache / ".aoud-new"
    for file in (old, new):
        file.write_text("")
    os.utime(old, (1, 1))
    extract_kept([article(f"{TEXT} It ended.")], PROFILE)
    assert not old.exists() and new.exists()


def many(texts: list[str]) -> list[Article]:
    days = [date(2026, 2, number + 1) for number in range(len(texts))]
    return [
        Article(f"a{n}", f"corpus/a{n}.txt", text, str(hash(text)), "", Asserted(day, day, "stated", "header"))
        for n, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


NEWS = [
    "All of Us Are Dead returns. Gil Bora joins the cast of season 2. Season 2 will have eight episodes.",
    "Fans of All of Us Are Dead know Gil Bora. Gil Bora is back on set for season 2, and Woo Sang-mi plays Han Da-eun.",
    "Season 1 of All of Us Are Dead premiered on January 28, 2022. It drew 560 million hours in 28 days.",
    "All of Us Are Dead season 2 premiered on March 3, 2026. Han Da-eun is a firefighter.",
    "Woo Sang-mi is new to season 2 of All of Us Are Dead. Han Da-eun is a nurse in it.",
    "The show All of Us Are Dead was renewed in June 2022. The new season has twelve episodes.",
]


@pytest.mark.parametrize("left_out", range(len(NEWS)))
def test_one_more_article_reads_no_more_than_it_changes(cache: Path, reads: list[int], left_out: int) -> None:
    """Whatever the new article tells the others (a role, a premiere, a newcomer), all is as if all had been read at once."""
    articles = many(NEWS)
    extract_kept(articles[:left_out] + articles[left_out + 1 :], PROFILE)
    assert extract_kept(articles, PROFILE) == extract_all(articles, PROFILE)
    assert extract_kept(articles, PROFILE) == extract_all(articles, PROFILE)
    assert reads == [len(articles) - 1, 1]
    fewer = articles[:2] + articles[4:]
    assert extract_kept(fewer, PROFILE).claims == extract_all(fewer, PROFILE).claims


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


def test_articles_that_are_no_longer_named_are_kept_up_to_a_number(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST_OTHERS", 2)
    for number in range(6):
        extract_kept([article(f"{TEXT} {number}.")], PROFILE)
    (file,) = cache.iterdir()
    assert len(json.loads(file.read_text("utf-8").partition("\n")[2])) == 3


def test_the_oldest_go_first(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aoud_cli.ground.kept.MOST_KEPT", 2)
    for number in range(4):
        extract_kept([article()._replace(path=f"{number}/a.txt")], PROFILE)
        for file in cache.iterdir():
            os.utime(file, (number, number))
    assert len(list(cache.iterdir())) == 2


def test_a_command_prints_the_same_from_the_cache(cache: Path, reads: list[int], capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for _ in range(2):
        assert main(["conflicts", "--all", "--json"]) == 0
        printed.append(capsys.readouterr().out)
    assert printed[0] == printed[1]
    assert len(reads) == 1
