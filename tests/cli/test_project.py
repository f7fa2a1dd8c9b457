"""The project file, the environment and articles named behind a command: which of them counts, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aoud_cli.cli.main import main

PROFILE = "title: Paper Moon\nseasons: 2\nplatform: Streamly\nperformers: [Moon Ha-eun]\n"
ARTICLE = "Paper Moon\n\nPaper Moon season 2 premieres on May {} 2025 on Streamly.\n"


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("AOUD_CORPUS", "AOUD_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    files = {
        "project/articles/old.txt": ARTICLE.format(1),
        "project/articles/new.txt": ARTICLE.format(9),
        "project/articles/drafts/mine.txt": ARTICLE.format(20),
        "project/moon.yaml": PROFILE,
        "project/deep/er/x.md": "x",
        "other/one.txt": ARTICLE.format(3),
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path / "project")


def write(text: str) -> None:
    Path("aoud.toml").write_text(text, "utf-8")


def articles(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[list[str], str]:
    status = main(["articles", "--json", *arguments])
    out, err = capfd.readouterr()
    assert status == 0, err
    return [article["document"] for article in json.loads(out)["articles"]], err


CORPUS = 'corpus = "articles"\nprofile = "moon.yaml"\n'


def test_the_project_file_names_articles_and_profile(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    write(CORPUS)
    assert articles(capfd)[0] == ["mine", "new", "old"]
    monkeypatch.chdir("deep/er")  # it counts for all that lies under it
    found, err = articles(capfd, "-v")
    assert found == ["mine", "new", "old"]
    assert "aoud: profile paper-moon\n" in err
    assert "aoud: articles from " in err and "aoud: profile from " in err


def test_the_environment_wins_over_the_file_and_options_over_both(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(CORPUS)
    monkeypatch.setenv("AOUD_CORPUS", "../other")
    found, err = articles(capfd, "-v")
    assert found == ["one"] and "aoud: articles from AOUD_CORPUS" in err
    assert articles(capfd, "--corpus", "articles/old.txt")[0] == ["old"]
    monkeypatch.setenv("AOUD_PROFILE", "all-of-us-are-dead")
    assert "aoud: profile from AOUD_PROFILE" in articles(capfd, "-v")[1]
    assert "aoud: profile paper-moon\n" in articles(capfd, "-v", "--profile", "moon.yaml")[1]


def test_patterns_and_days(capfd: pytest.CaptureFixture[str]) -> None:
    write(f'{CORPUS}exclude = ["drafts/*"]\n[dated]\nold = 2024-05-01\nnew = "2024-06-01"\n')
    assert articles(capfd)[0] == ["new", "old"]
    assert main(["articles", "--json", "--dated", "old=2023-01-01"]) == 0
    told = {one["document"]: one["asserted"]["earliest"] for one in json.loads(capfd.readouterr().out)["articles"]}
    assert told == {"new": "2024-06-01", "old": "2023-01-01"}
    write(f'{CORPUS}include = "n*"\n')
    assert articles(capfd)[0] == ["new"]


def test_what_a_command_is_told_besides(capfd: pytest.CaptureFixture[str]) -> None:
    write(f'{CORPUS}fail-on = "error"\naccept = "known.yaml"\n')
    assert main(["conflicts", "--write-accept", "known.yaml"]) == 2
    assert "known.yaml" in capfd.readouterr().err
    write(f'{CORPUS}fail-on = "note"\n')
    assert main(["conflicts", "--all"]) == 1
    capfd.readouterr()


BAD = {
    "a = b": "aoud.toml:1: ",
    'corpse = "articles"': "aoud.toml: unknown key 'corpse' (did you mean 'corpus'?); keys are corpus, profile, dated,",
    "corpus = 3": "aoud.toml: corpus must be text, or a list of it",
    'profile = ""': "aoud.toml: profile must be text",
    'fail-on = "always"': "aoud.toml: fail-on must be one of error, warning, note",
    "dated = 3": "aoud.toml: dated must be a table",
    '[dated]\nold = "soon"': "aoud.toml: dated.old must be a day: 2024-05-01",
    'encoding = "klingon"': "unknown encoding",
    'corpus = "nowhere"': "no such file or folder: nowhere",
}


@pytest.mark.parametrize("text", BAD, ids=str)
def test_a_bad_project_file_is_one_line(text: str, capfd: pytest.CaptureFixture[str]) -> None:
    write(text)
    assert main(["articles"]) == 2
    err = capfd.readouterr().err
    assert err.startswith(f"aoud: {BAD[text]}") and err.count("\n") == 1


PLACES = {
    ("claims", "articles", "--profile", "moon.yaml"): (0, ["mine", "new", "old"]),
    ("claims", "release", "articles/old.txt", "articles/new.txt", "--profile", "moon.yaml"): (0, ["new", "old"]),
    ("claims", "articles/old.txt", "release.premiere", "--profile", "moon.yaml"): (0, ["old"]),
    ("coverage", "articles", "--profile", "moon.yaml"): (0, ["mine", "new", "old"]),
    ("articles", "articles/old.txt", "--profile", "moon.yaml"): (0, ["old"]),
}


@pytest.mark.parametrize("call", PLACES, ids=" ".join)
def test_articles_are_named_behind_a_command(call: tuple[str, ...], capfd: pytest.CaptureFixture[str]) -> None:
    status, found = PLACES[call]
    assert main([*call, "--json"]) == status
    assert [one["document"] for one in json.loads(capfd.readouterr().out)["articles"]] == found


def test_a_topic_is_a_topic_whatever_the_files_are_called(capfd: pytest.CaptureFixture[str]) -> None:
    Path("cast").mkdir()
    Path("cast/a.txt").write_text(ARTICLE.format(2), "utf-8")
    assert main(["claims", "cast", "--json"]) == 0
    assert len(json.loads(capfd.readouterr().out)["articles"]) == 5
    assert main(["claims", "--json", "--profile", "moon.yaml", "--", "./cast"]) == 0
    assert len(json.loads(capfd.readouterr().out)["articles"]) == 1


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (["claims", "castt"], "unknown topic 'castt' (did you mean 'cast'?); topics are cast, "),
        (["claims", "cast", "crew"], "'crew' is no file or folder; one call takes one topic, and 'cast' is one"),
        (["articles", "nowhere"], "'nowhere' is no file or folder"),
        (["claims", "no/where"], "no such file or folder: no/where"),
    ],
)
def test_what_is_neither_is_refused(call: list[str], said: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(call) == 2
    assert capfd.readouterr().err.startswith(f"aoud: {said}")
