"""`-o`: whole or not at all, never among the articles; `-q`, `-v` and the count while many articles are read."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from places import ROOT

from aoud_cli.cli import into
from aoud_cli.cli.main import main
from aoud_cli.cli.options import Options
from aoud_cli.cli.progress import FEWEST, Progress
from aoud_cli.model import Article, Asserted


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AOUD_CORPUS", raising=False)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text("Season 2 of All of Us Are Dead will premiere in 2026.\n", encoding="utf-8")
    return tmp_path


def files_in(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def call(*arguments: str) -> int:
    return main(["claims", "--json", "--corpus", "articles", *arguments])


def test_the_file_holds_what_would_be_printed(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call() == 0
    printed = capfd.readouterr().out
    assert call("-o", "out.json") == 0
    assert capfd.readouterr() == ("", "")
    assert (place / "out.json").read_text("utf-8") == printed
    assert files_in(place) == ["articles", "articles/a.txt", "out.json"]


def test_a_new_file_has_the_usual_permissions(place: Path) -> None:
    mask = os.umask(0o027)
    try:
        call("-o", "out.json")
    finally:
        os.umask(mask)
    assert (place / "out.json").stat().st_mode & 0o777 == 0o640


def test_text_in_a_file_is_as_when_piped(place: Path) -> None:
    assert main(["claims", "--corpus", "articles", "-o", "out.txt", "-q"]) == 0
    assert "\t" in (place / "out.txt").read_text("utf-8")


def test_a_dash_is_standard_output(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert call("-o", "-") == 0
    assert json.loads(capfd.readouterr().out)
    assert files_in(place) == ["articles", "articles/a.txt"]


def test_a_file_that_is_there_stays_unless_forced(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (place / "out.json").write_text("mine")
    (place / "out.json").chmod(0o600)
    assert call("-o", "out.json") == 2
    assert (place / "out.json").read_text() == "mine" and "--force overwrites it" in capfd.readouterr().err
    assert call("-o", "out.json", "--force") == 0
    assert json.loads((place / "out.json").read_text("utf-8")) and (place / "out.json").stat().st_mode & 0o777 == 0o600


def test_a_link_stays_a_link(place: Path) -> None:
    (place / "real.json").write_text("mine")
    (place / "link.json").symlink_to("real.json")
    assert call("-o", "link.json") == 2
    assert call("-o", "link.json", "--force") == 0
    assert (place / "link.json").is_symlink() and json.loads((place / "real.json").read_text("utf-8"))


@pytest.mark.parametrize("target", ["articles/b.txt", "articles/report.json", "articles/deep/../b.md", "articles/a.txt", "round/b.txt"])
@pytest.mark.parametrize("force", [[], ["--force"]])
def test_never_among_the_articles(place: Path, capfd: pytest.CaptureFixture[str], target: str, force: list[str]) -> None:
    (place / "articles" / "deep").mkdir()
    (place / "round").symlink_to("articles")
    before = files_in(place)
    assert call("-o", target, *force) == 2
    assert files_in(place) == before and capfd.readouterr().out == ""


def test_never_over_a_draft_nor_an_article_that_is_named(place: Path) -> None:
    (place / "draft.md").write_text("mine")
    (place / "same.md").hardlink_to(place / "draft.md")
    for target in ("draft.md", "same.md", "articles/a.txt"):
        assert main(["check", "draft.md", "--corpus", "articles/a.txt", "-o", target, "--force"]) == 2
    assert main(["diff", "articles", "draft.md", "-o", "draft.md", "--force"]) == 2
    assert (place / "draft.md").read_text() == "mine"


def test_never_among_the_shipped_articles() -> None:
    before = files_in(ROOT / "seeds")
    assert main(["claims", "-o", str(ROOT / "seeds" / "x.json")]) == 2
    assert files_in(ROOT / "seeds") == before


@pytest.mark.parametrize("target", ["articles", "nowhere/out.json", "", "/dev/null", "a\0b"])
def test_what_can_be_no_file_is_told(place: Path, capfd: pytest.CaptureFixture[str], target: str) -> None:
    before = files_in(place)
    assert call("-o", target, "--force") == 2
    assert files_in(place) == before
    err = capfd.readouterr().err
    assert err.startswith("aoud: -o") and err.count("\n") == 1


@pytest.mark.parametrize("broken", ["fsync", "replace", "chmod"])
def test_a_fault_while_writing_leaves_all_as_it_was(
    place: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    (place / "out.json").write_text("mine")
    before = files_in(place)

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(into.os, broken, fail)
    assert call("-o", "out.json", "--force") == 2
    assert "aoud: cannot write" in capfd.readouterr().err
    assert files_in(place) == before and (place / "out.json").read_text() == "mine"


def test_a_fault_in_the_command_writes_nothing(place: Path) -> None:
    assert main(["claims", "--corpus", "nowhere", "-o", "out.json"]) == 2
    assert files_in(place) == ["articles", "articles/a.txt"]


def test_a_skipped_file_still_writes_the_rest(place: Path) -> None:
    (place / "articles" / "b.txt").write_bytes(b"\0")
    assert call("-o", "out.json") == 2
    assert json.loads((place / "out.json").read_text("utf-8"))["skipped"]


# Remarks ------------------------------------------------------------------------------------------------------------------


def test_quiet_leaves_faults_alone(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--corpus", "articles", "-q"]) == 0
    assert capfd.readouterr().err == ""
    (place / "articles" / "b.txt").write_bytes(b"\0")
    assert main(["claims", "--corpus", "articles", "-q"]) == 2
    assert capfd.readouterr().err == "aoud: skipped articles/b.txt: binary (NUL at byte 0)\n"
    assert main(["claims", "--corpus", "articles", "-q", "--allow-skips"]) == 0
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("command", [["claims"], ["coverage"], ["check", "articles/a.txt"], ["diff", "articles", "articles"]])
def test_verbose_tells_of_each_article(place: Path, capfd: pytest.CaptureFixture[str], command: list[str]) -> None:
    (place / "articles" / "b.txt").write_text("Published: June 2, 2024\n\nAll of Us Are Dead returns in 2025.\n", encoding="utf-8")
    assert main([*command, *(["--corpus", "articles"] if command[0] != "diff" else []), "-v"]) in (0, 1)
    assert "aoud: articles/b.txt: 1 claim, 2024-06-02 (stated): " in capfd.readouterr().err


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def articles(number: int) -> list[Article]:
    return [Article(f"{place}", f"{place}.txt", "", "", "", Asserted()) for place in range(number)]


def is_gone(seen: str) -> bool:
    """Whether the bar's line was erased, and the cursor is there again."""
    return seen.endswith("\x1b[2K") and seen.count("\x1b[?25l") == seen.count("\x1b[?25h") > 0


def watched(stream: io.StringIO, number: int, **options: bool) -> str:
    with Progress(Options(**options), stream) as progress:  # type: ignore[arg-type]
        given = progress.watch(articles(number))
        assert list(given) == list(given) == articles(number)
    return stream.getvalue()


def test_many_articles_are_counted_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    seen = watched(Terminal(), 250)
    assert "reading 124 of 250 articles" in seen and seen.count("reading") <= 130
    assert is_gone(seen), "the line is gone at the end"


@pytest.mark.parametrize("case", ["few", "piped", "quiet", "dumb"])
def test_nothing_is_counted_where_nobody_looks(monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    monkeypatch.setenv("TERM", "dumb" if case == "dumb" else "xterm")
    stream = io.StringIO() if case == "piped" else Terminal()
    assert watched(stream, FEWEST - 1 if case == "few" else FEWEST, quiet=case == "quiet") == ""


def test_few_articles_are_compared_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for number, said in ((FEWEST - 1, False), (FEWEST, True)):
        stream = Terminal()
        with Progress(Options(), stream) as progress:
            progress.compare(articles(number))
        assert ("comparing what they say" in stream.getvalue()) is said


def test_the_line_is_gone_after_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    stream = Terminal()
    with pytest.raises(KeyError), Progress(Options(), stream) as progress:
        next(iter(progress.watch(articles(FEWEST))))
        raise KeyError
    assert is_gone(stream.getvalue())


def chunks_of(terminal: int) -> Iterator[bytes]:
    """All that was written to a terminal whose other end is closed."""
    with contextlib.suppress(OSError):  # which is how it ends
        while chunk := os.read(terminal, 100_000):
            yield chunk


@pytest.mark.parametrize(("command", "bars"), [("claims", 1), ("conflicts", 2)])
def test_a_real_terminal_sees_the_count(tmp_path: Path, command: str, bars: int) -> None:
    """While articles are read, and again while they are compared, which only those commands do that show findings."""
    for number in range(FEWEST):
        (tmp_path / f"{number}.txt").write_text("Season 2 will premiere in 2026.\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"}
    call = [sys.executable, "-m", "aoud_cli", command, "--json", "--corpus", str(tmp_path)]
    done = subprocess.run(call, stderr=theirs, stdout=subprocess.PIPE, env=surroundings, check=True)
    os.close(theirs)
    seen = b"".join(chunks_of(ours)).decode("utf-8", "replace")
    assert f"of {FEWEST} articles" in seen
    assert seen.count("\x1b[?25l") == bars
    os.close(ours)
    assert len(json.loads(done.stdout)["articles"]) == FEWEST


@pytest.mark.parametrize(("is_there", "said"), [(True, ""), (False, "aoud: --open found no browser; the page is written\n")])
def test_open_shows_the_written_page(
    is_there: bool, said: str, place: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shown: list[str] = []

    def show(address: str) -> bool:
        shown.append(address)
        return is_there

    monkeypatch.setattr("webbrowser.open", show)
    assert main(["report", "--corpus", "articles", "-o", "a page.html", "--open"]) == 0
    assert shown == [(place / "a page.html").as_uri()]
    assert capfd.readouterr().err.endswith(said) and (place / "a page.html").exists()
