"""Files and folders, names and days: what a corpus is read from."""

from __future__ import annotations

import io
import os
import socket
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from aoud_cli.articles.read import Intake, read_corpus
from aoud_cli.model import AoudError, Corpus, Skipped


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def paths(corpus: Corpus) -> list[str]:
    return [article.path for article in corpus.articles]


def test_a_folder_is_walked_in_a_fixed_order(tmp_path: Path) -> None:
    names = ["b.txt", "a.md", "c/z.TXT", "c/d/e.txt", "Z.txt", "a.txt.txt/f.txt"]
    left_out = [".h.txt", ".git/a.txt", "node_modules/a.txt", "a.txt~", "x.pdf", "README", "c/.x/y.txt", "#a.txt#"]
    write(tmp_path, {name: name for name in names + left_out})
    corpus = read_corpus([str(tmp_path)])
    assert sorted(paths(corpus)) == sorted(f"{tmp_path}/{name}" for name in names)
    assert [article.document for article in corpus.articles] == ["Z", "a", "b", "e", "f", "z"]
    assert corpus.notes == (
        f"{tmp_path}: 8 left out (hidden, a backup, a linked folder, excluded, or of no kind that is read): #a.txt#, .git, .h.txt, ...",
    )


def test_a_named_file_is_read_though_a_folder_would_leave_it_out(tmp_path: Path) -> None:
    write(tmp_path, {".a.txt": "x", "b~": "y", "notes of June 3": "z", "c.3": "w"})
    found = read_corpus([f"{tmp_path}/{name}" for name in (".a.txt", "b~", "notes of June 3", "c.3")])
    assert [article.document for article in found.articles] == [".a", "b~", "c", "notes of June 3"]


@pytest.mark.parametrize("name", ["x.pdf", "x.PNG", "x.doc", "x.yaml"])
def test_a_named_file_of_another_kind_is_refused(name: str, tmp_path: Path) -> None:
    write(tmp_path, {name: "x", "a.txt": "y"})
    (skipped,) = read_corpus([f"{tmp_path}/{name}", f"{tmp_path}/a.txt"]).skipped
    assert skipped.reason.startswith(f"{name[1:].lower()} files aren't read: .txt, .md, ")


@pytest.mark.parametrize("typed", ["corpus", "corpus/", "./corpus", "corpus//"])
def test_the_path_is_the_argument_as_typed_and_the_place_in_it(typed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"corpus/x/a.txt": "x"})
    monkeypatch.chdir(tmp_path)
    assert paths(read_corpus([typed])) == [typed.rstrip("/") + "/x/a.txt"]


@pytest.mark.parametrize(
    ("files", "documents"),
    [
        (["a/x.txt", "b/y.txt"], ["x", "y"]),
        (["a/x.txt", "b/x.txt", "b/y.txt"], ["a/x", "b/x", "y"]),
        (["p/a/x.txt", "q/a/x.txt"], ["p/a/x", "q/a/x"]),
        (["x.txt", "a/x.txt"], ["a/x", "c/x"]),
        (["a/x.txt", "a/x.md"], ["c/a/x.md", "c/a/x.txt"]),
    ],
)
def test_names_are_the_stem_and_as_many_folders_as_tell_them_apart(
    files: list[str], documents: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {f"c/{name}": name for name in files})
    monkeypatch.chdir(tmp_path)
    assert [article.document for article in read_corpus(["c"]).articles] == documents
    typed = [f"c/{name}" for name in reversed(files)]
    assert [article.document for article in read_corpus(typed).articles] == documents


def test_one_file_under_two_names_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x", "copy.txt": "y"})
    (tmp_path / "link.txt").symlink_to("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "hard.txt")
    corpus = read_corpus([str(tmp_path), f"{tmp_path}/a.txt", str(tmp_path)])
    assert [article.document for article in corpus.articles] == ["a", "copy"]
    assert f"{tmp_path}/link.txt is the same file as {tmp_path}/a.txt: read once" in corpus.notes


def test_a_copy_is_read_and_noted(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x", "b.txt": "x", "c.txt": "a\u202eb"})
    corpus = read_corpus([str(tmp_path)])
    assert len(corpus.articles) == 3
    assert corpus.notes == (
        f"{tmp_path}/b.txt is a copy of {tmp_path}/a.txt: one source, not two",
        f"{tmp_path}/c.txt: characters that turn the direction of text are in it",
    )


def test_a_word_in_two_alphabets_is_noted(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.txt": "\u0420ark Ji-hu is back. P\u0430rk too.",
            "b.txt": "\u041c\u043e\u0441\u043a\u0432\u0430, caf\u00e9, \ubc15\uc9c0\ud6c4 Park",
        },
    )
    assert read_corpus([str(tmp_path)]).notes == (
        f"{tmp_path}/a.txt: '\\u0420ark' looks like 'Park' in letters of another alphabet, so it is none of the names that it looks like",
    )


def test_links_are_never_a_trap(tmp_path: Path) -> None:
    write(tmp_path, {"in/a.txt": "x", "out/b.txt": "y"})
    inside = tmp_path / "in"
    (inside / "loop.txt").symlink_to("loop.txt")
    (inside / "dangling.txt").symlink_to("nothing")
    (inside / "self").symlink_to(".")
    (inside / "folder.txt").symlink_to("../out")
    corpus = read_corpus([str(inside)])
    assert [article.document for article in corpus.articles] == ["a"]
    assert [(Path(s.path).name, s.reason) for s in corpus.skipped] == [
        ("dangling.txt", "a link to nothing"),
        ("loop.txt", "a loop of links"),
    ]
    assert [skip.reason for skip in read_corpus([f"{inside}/dangling.txt"]).skipped] == ["a link to nothing"]


def test_what_is_no_regular_file_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo.txt")
    (tmp_path / "device.txt").symlink_to(os.devnull)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s.txt"))
        reasons = [skip.reason for skip in read_corpus([str(tmp_path)]).skipped]
    assert reasons == ["not a regular file (a device)", "not a regular file (a pipe)", "not a regular file (a socket)"]


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "permission denied"),
        (FileNotFoundError(2, "No such file or directory"), "not found"),
        (OSError(5, "Input/output error"), "input/output error"),
        (OSError(24, "Too many open files"), "too many open files"),
    ],
)
def test_a_file_that_can_not_be_opened_is_skipped(error: OSError, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": "x"})

    def refuse(*args: object, **kwargs: object) -> int:
        raise error

    with monkeypatch.context() as patch:  # a test that runs as root could read it, whatever its mode
        patch.setattr(os, "open", refuse)
        corpus = read_corpus([str(tmp_path)])
    assert corpus.skipped == (Skipped(f"{tmp_path}/a.txt", reason),)
    assert corpus.articles == ()


def test_a_folder_that_can_not_be_listed_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> object:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", refuse)
        corpus = read_corpus([str(tmp_path)])
    assert corpus.skipped == (Skipped(str(tmp_path), "permission denied"),)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda folder: f"{folder}/no", "no such file or folder: "),
        (lambda folder: f"{folder}/a.html/b", "no such file or folder: "),
        (lambda folder: f"{folder}/e", "no articles in .*/e: .txt, .md, .* files are read"),
        (lambda folder: "", "an empty path"),
        (lambda folder: "a\0b", r"not a path: a\\x00b"),
        (lambda folder: "x" * 300, "the name is too long: x+"),
        (lambda folder: "/x" * 5_000, "the name is too long: "),
        (lambda folder: "no\n\x1b[31m", r"no such file or folder: no\\n\\x1b\[31m$"),
    ],
)
def test_an_argument_that_names_nothing_is_an_error_of_one_line(make: Callable[[Path], str], message: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.html": "x", "e/.hidden.txt": "x", "e/x.pdf": "x"})
    with pytest.raises(AoudError, match=f"^{message}") as caught:
        read_corpus([make(tmp_path)])
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 300


def test_no_argument_at_all_is_an_error() -> None:
    with pytest.raises(AoudError):
        read_corpus([])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_names_that_are_no_text_are_escaped(tmp_path: Path) -> None:
    for name in (b"bad\xff.txt", "박.txt".encode(), b"new\nline.txt", b"-rf.txt", b"[bold]:x.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x")
    corpus = read_corpus([str(tmp_path)])
    assert [article.document for article in corpus.articles] == ["-rf", "[bold]:x", r"bad\xff", "new\nline", "박"]
    assert f"{tmp_path}/bad\\xff.txt" in paths(corpus)
    assert [a.document for a in read_corpus([f"{tmp_path}/bad\udcff.txt"]).articles] == [r"bad\xff"]


def test_a_deep_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folders = ["/".join(["d"] * depth) for depth in range(1, 1_200)]
    for folder in folders:
        os.mkdir(folder)
    write(Path(folders[-1]), {"a.txt": "x"})
    assert len(read_corpus(["d"]).articles) == 1
    os.remove(f"{folders[-1]}/a.txt")  # by hand: pytest's own cleaning recurses
    for folder in reversed(folders):
        os.rmdir(folder)


class FakeStdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x"})
    monkeypatch.setattr(sys, "stdin", FakeStdin(b"\xef\xbb\xbf date 2025-07-23 Zombies\r\n"))
    corpus = read_corpus(["-", str(tmp_path), "-"])
    assert [(a.document, a.path, a.title) for a in corpus.articles] == [("a", f"{tmp_path}/a.txt", "x"), ("stdin", "-", "Zombies")]
    monkeypatch.setattr(sys, "stdin", FakeStdin(b"x" * 11))
    assert read_corpus(["-"], intake=Intake(max_bytes=10)).skipped == (Skipped("-", "larger than 10 B"),)
    monkeypatch.setattr(sys, "stdin", None)
    assert read_corpus(["-"]).skipped == (Skipped("-", "standard input is closed"),)


def test_the_shipped_articles(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    corpus = read_corpus()
    assert [article.path[:9] for article in corpus.articles] == [f"seeds/00{number}" for number in range(5)]
    assert [article.document[:4] for article in corpus.articles] == [f"00{number}_" for number in range(5)]
    days = [article.asserted.known_day for article in corpus.articles]
    assert days == [date(2025, 7, 23), None, None, None, date(2024, 4, 9)]
    assert (corpus.skipped, corpus.notes) == ((), ())


def test_days_that_are_given(tmp_path: Path) -> None:
    write(tmp_path, {"one.txt": " date 2020-01-01 X\n", "two.txt": "x\0", "three.txt": "y"})
    day = date(2026, 3, 3)
    corpus = read_corpus([str(tmp_path)], dated={"one": day, "two": day})
    asserted = corpus.articles[0].asserted
    assert (asserted.earliest, asserted.latest, asserted.basis, asserted.reason) == (day, day, "given", "given as 2026-03-03")
    assert corpus.articles[1].asserted.basis == "unknown"
    with pytest.raises(AoudError, match="^no article is named 'onne'; the nearest: one"):
        read_corpus([str(tmp_path)], dated={"onne": day})
