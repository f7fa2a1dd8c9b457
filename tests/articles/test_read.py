"""From bytes to articles: every way in which a file or a folder can be bad, and what is said of it."""

from __future__ import annotations

import gzip
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from aoud_cli.articles.read import Intake, read_article, read_corpus
from aoud_cli.ground.text import Lines
from aoud_cli.model import AoudError, Article, Corpus, Skipped

MIB = 1 << 20


WORDS = "Park Ji-hu (\u201c박지후\u201d) is back.\r\nSo is Lomon.\rAnd\u2028Yoon\n"


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def paths(corpus: Corpus) -> list[str]:
    return [article.path for article in corpus.articles]


READ = [
    ("UTF-8", WORDS.encode()),
    ("UTF-8 with a BOM", b"\xef\xbb\xbf" + WORDS.encode()),
    ("UTF-16 LE", b"\xff\xfe" + WORDS.encode("utf-16-le")),
    ("UTF-16 BE", b"\xfe\xff" + WORDS.encode("utf-16-be")),
    ("UTF-32 LE", b"\xff\xfe\x00\x00" + WORDS.encode("utf-32-le")),
    ("UTF-32 BE", b"\x00\x00\xfe\xff" + WORDS.encode("utf-32-be")),
]


@pytest.mark.parametrize("data", [data for _, data in READ], ids=[name for name, _ in READ])
def test_the_text_is_the_file_behind_its_bom(data: bytes, tmp_path: Path) -> None:
    file = write(tmp_path, {"a.txt": data}) / "a.txt"
    article = read_article(str(file))
    assert isinstance(article, Article)
    assert article.text == WORDS
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert (article.document, article.path) == ("a", str(file))


SKIPPED = [
    ("PNG", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "binary (NUL at byte 8)"),
    ("NUL in text", b"Park\0Ji-hu is back", "binary (NUL at byte 4)"),
    ("NUL behind a BOM", b"\xef\xbb\xbfPark\0", "binary (NUL at byte 7)"),
    ("NUL in UTF-16", b"\xff\xfe" + "Park\0".encode("utf-16-le"), "binary (NUL at character 4)"),
    ("UTF-16 LE, no BOM", WORDS.encode("utf-16-le"), "looks like UTF-16 without a BOM; save it as UTF-8"),
    ("UTF-16 BE, no BOM", WORDS.encode("utf-16-be"), "looks like UTF-16 without a BOM; save it as UTF-8"),
    ("Korean UTF-16, no BOM", ("박지후 " * 40).encode("utf-16-le"), "looks like UTF-16 without a BOM; save it as UTF-8"),
    ("no cp1252", b"She said \x93yes\x81 and no.", "not UTF-8 (byte 0x93 at 9); save it as UTF-8, or give --encoding its name"),
    (
        "one broken letter",
        "“Yes”, said 지후 and \u201cno”".encode().replace("지".encode(), b"\xec\xa7"),
        "not UTF-8 (byte 0xec at 16); save it as UTF-8, or give --encoding its name",
    ),
    ("cut in a character", "박".encode()[:2], "not UTF-8 (byte 0xeb at 0); save it as UTF-8, or give --encoding its name"),
    ("cut, behind a BOM", b"\xef\xbb\xbfA\xff", "not UTF-8 (byte 0xff at 4); save it as UTF-8, or give --encoding its name"),
    ("EUC-KR", "박지후".encode("euc-kr"), "not UTF-8 (byte 0xb9 at 0); save it as UTF-8, or give --encoding euc-kr"),
    ("a surrogate in UTF-8", b"a\xed\xa0\x80", "not UTF-8 (byte 0xed at 1); save it as UTF-8, or give --encoding its name"),
    ("cut UTF-16", b"\xff\xfea", "not UTF-16-LE (byte 0x61 at 2); save it as UTF-8, or give --encoding its name"),
    (
        "no code point in UTF-32",
        b"\xff\xfe\0\0\xff\xff\xff\xff",
        "not UTF-32-LE (byte 0xff at 4); save it as UTF-8, or give --encoding its name",
    ),
    ("gzip", gzip.compress(b"Park", mtime=0), "binary (NUL at byte 3)"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in SKIPPED], ids=[row[0] for row in SKIPPED])
def test_what_is_no_text_is_skipped_with_the_reason(data: bytes, reason: str, tmp_path: Path) -> None:
    write(tmp_path, {"bad.txt": data, "good.txt": "Park"})
    corpus = read_corpus([str(tmp_path)])
    assert [(skip.path, skip.reason) for skip in corpus.skipped] == [(f"{tmp_path}/bad.txt", reason)]
    assert [article.document for article in corpus.articles] == ["good"]


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"\x93yes\x94", "cp1252", "\u201cyes\u201d"),
        ("박지후".encode("euc-kr"), "EUC-KR", "박지후"),
        ("Park\n".encode("utf-16-le"), "utf-16-le", "Park\n"),
        (b"a\xffb", "utf-8:replace", "a\ufffdb"),
        ("박".encode("utf-16"), "cp1252", "박"),  # its BOM says what it is
        (b"Park", "utf-16-le:strict", "\u6150\u6b72"),
    ],
)
def test_an_encoding_that_is_given(data: bytes, encoding: str, text: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": data})
    (article,) = read_corpus([str(tmp_path)], intake=Intake(encoding=encoding)).articles
    assert article.text == text


@pytest.mark.parametrize(
    "encoding", ["", "klingon", "rot13", "hex", "unicode_escape", "utf_7", "idna", "undefined", "utf-8:ignore", "a\0b"]
)
def test_an_encoding_that_is_none_is_refused(encoding: str, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "x"})
    with pytest.raises(AoudError, match="^unknown encoding"):
        read_corpus([str(tmp_path)], intake=Intake(encoding=encoding))


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_an_article_without_text(data: bytes, tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": data})
    corpus = read_corpus([str(tmp_path)])
    assert (corpus.articles[0].text.strip(), corpus.articles[0].title, corpus.articles[0].asserted.basis) == ("", "", "unknown")
    assert corpus.notes == (f"{tmp_path}/a.txt: no text",)


def test_the_size_is_bounded(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 30)  # a hole: takes no room
    (tmp_path / "b.txt").write_bytes(b"x" * 100)
    corpus = read_corpus([str(tmp_path)])
    assert [skip.reason for skip in corpus.skipped] == ["larger than 10 MiB (1.0 GiB)"]
    assert read_corpus([str(tmp_path)], intake=Intake(max_bytes=100)).articles[0].document == "b"
    assert read_corpus([str(tmp_path)], intake=Intake(max_bytes=99)).skipped[1].reason == "larger than 99 B (100 B)"


def test_a_file_that_grows_while_it_is_read_is_bounded_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, {"a.txt": "x"})
    monkeypatch.setattr(os, "read", lambda descriptor, count: b"x" * count)
    assert read_article(str(tmp_path / "a.txt"), "a.txt") == Skipped("a.txt", "larger than 10 MiB")


@given(st.binary(max_size=60) | st.text(max_size=30).map(lambda text: text.encode("utf-16", "surrogatepass")))
@example(b"\xff\xfe\x00")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_read_or_skipped(tmp_path: Path, data: bytes) -> None:
    write(tmp_path, {"a.txt": data})
    result = read_article(str(tmp_path / "a.txt"))
    if isinstance(result, Article):
        result.text.encode("utf-8")
        assert "\0" not in result.text
    else:
        assert result.reason
        assert "\n" not in result.reason


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=40)
    | st.lists(st.sampled_from("a\r\n박")).map("".join)
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_offsets_are_those_of_the_file(tmp_path: Path, text: str) -> None:
    write(tmp_path, {"a.txt": text, "b.txt": "\ufeff" + text})
    for article in read_corpus([str(tmp_path)]).articles:
        assert article.text == text


def test_crlf_keeps_its_places(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "One Park.\r\nTwo Park.\r\n"})
    (article,) = read_corpus([str(tmp_path)]).articles
    second = article.text.rindex("Park")
    assert second == 15
    assert Lines(article.text).place(second) == (2, 5)
