"""The page of `aoud report`: text stays text, links lead somewhere, and the file is written whole or not at all."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import hostile
import pytest
from hypothesis import given, strategies as st
from places import TESTS

from aoud_cli.analysis.pipeline import Analysis, analyse
from aoud_cli.cli.main import main
from aoud_cli.views.report.articles import _highlighted
from aoud_cli.views.report.build import render_page
from aoud_cli.views.report.guide import Guide
from aoud_cli.views.report.html import VOID, Html, el, inline, join, shown


class Reader(HTMLParser):
    """The elements of a page with their attributes, and its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.code: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in ("script", "style"):
            self.code[self.open[-1]] = self.code.get(self.open[-1], "") + data
        else:
            self.texts.append(data)

    @property
    def text(self) -> str:
        return "".join(self.texts)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


@lru_cache(maxsize=8)
def analysed(name: str) -> Analysis:
    folder = {
        "seeds": TESTS.parent / "seeds",
        "dev": TESTS / "dev" / "docs",
        "ebb": TESTS.parent / "examples" / "the-long-ebb" / "articles",
    }
    return analyse([str(folder[name])], profile="the-long-ebb" if name == "ebb" else None)


@lru_cache(maxsize=8)
def page_of(name: str) -> str:
    return render_page(analysed(name))


@pytest.fixture
def hostile_corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a<b>&\"'.txt").write_text(hostile.ARTICLE, encoding="utf-8")
    (folder / "later.txt").write_text(hostile.LATER, encoding="utf-8")
    (folder / "binary<script>.txt").write_bytes(b"\0")
    return folder


# The builder ------------------------------------------------------------------------------------------------------------


@given(st.text())
def test_a_text_is_never_markup(text: str) -> None:
    reader = read(el("p", text, title=text))
    assert [tag for tag, _ in reader.elements] == ["p"]
    assert list(reader.elements[0][1]) == ["title"]


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_plain_text_reads_as_it_stands(text: str) -> None:
    reader = read(el("p", text, title=text))
    assert reader.text == text
    assert reader.elements[0][1]["title"] == text


def test_markup_put_together_by_other_means_is_text() -> None:
    bold = el("strong", "x")
    assert read(el("p", bold)).text == "x"
    assert read(el("p", f"{bold}")).text == "<strong>x</strong>"
    assert read(el("p", bold + "<i>")).text == "<strong>x</strong><i>"
    assert not isinstance(bold + bold, Html)


@pytest.mark.parametrize(
    ("text", "seen"), [("a\r\nb\rc\nd\te", "a\nb\nc\nd\te"), ("\u202e\x1b[0m", "\\u202e\\x1b[0m"), ("\ud800", "\\ud800"), ("é&", "é&amp;")]
)
def test_what_acts_is_written_out(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize("call", [{"onclick": "x"}, {"style": "x"}, {"src": "x"}, {"data_x1": "1"}])
def test_no_attribute_but_ours(call: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="attribute"):
        el("p", **call)


@pytest.mark.parametrize("tag", ["iframe", "img", "form", "object", "p onclick=x", "P"])
def test_no_tag_but_ours(tag: str) -> None:
    with pytest.raises(ValueError, match="tag"):
        el(tag)


@pytest.mark.parametrize("href", ["https://example.com", "javascript:alert(1)", "//example.com", "#a b", "x.html", "data:text/html,x"])
def test_no_link_leads_out(href: str) -> None:
    with pytest.raises(ValueError, match="link"):
        el("a", href=href)


@pytest.mark.parametrize(("tag", "code"), [("script", "</script>"), ("style", "<!--"), ("p", "x")])
def test_only_our_own_code_is_not_escaped(tag: str, code: str) -> None:
    with pytest.raises(ValueError, match="early"):
        inline(tag, code)


# The page ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["seeds", "dev", "ebb"])
def test_every_link_has_its_target_and_every_id_is_one(name: str) -> None:
    elements = read(page_of(name)).elements
    ids = [attributes["id"] for _, attributes in elements if "id" in attributes]
    links = {attributes["href"] for tag, attributes in elements if tag == "a" and "href" in attributes}
    assert len(ids) == len(set(ids))
    assert len(links) > 100
    assert {f"#{ident}" for ident in ids} >= links


@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_claims_and_findings_are_linked_both_ways(name: str) -> None:
    analysis, page = analysed(name), page_of(name)
    for claim in analysis.claims:
        assert f'id="c-{claim.id}"' in page
    for finding in analysis.findings:
        assert f'id="f-{finding.id}"' in page
        for side in finding.sides:
            assert any(f'href="#c-{claim.id}"' in page for claim in side.claims)


def check_full_text(analysis: Analysis) -> None:
    guide = Guide(analysis)
    for article in analysis.articles:
        claims = [claim for claim in analysis.claims if claim.source.document == article.document]
        html = join(_highlighted(guide, article, claims))
        without_numbers = re.sub(r'<sup class="refs">.*?</sup>', "", html)
        assert read(without_numbers).text == read(shown(article.text)).text


@pytest.mark.parametrize("name", ["seeds", "dev", "ebb"])
def test_every_article_stands_in_full(name: str) -> None:
    check_full_text(analysed(name))


def test_the_policy_names_exactly_the_code_of_the_page() -> None:
    reader = read(page_of("seeds"))
    policy = next(a["content"] for tag, a in reader.elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for kind in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(reader.code[kind].encode("utf-8")).digest()).decode("ascii")
        assert f"{kind}-src 'sha256-{digest}'" in policy
        assert sum(tag == kind for tag, _ in reader.elements) == 1


def test_the_page_is_the_same_twice() -> None:
    again = analyse([str(TESTS / "dev" / "docs")])
    assert render_page(again) == page_of("dev")


def test_a_hostile_article_stays_text(hostile_corpus: Path) -> None:
    analysis = analyse([str(hostile_corpus)])
    assert analysis.findings
    reader = read(render_page(analysis))
    assert [tag for tag, _ in reader.elements if tag in ("script", "style", "title", "img", "iframe", "i", "b")] == [
        "title",
        "style",
        "script",
    ]
    for tag, attributes in reader.elements:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src")]
        assert tag not in ("a", "link") or (attributes.get("href") or "#").startswith(("#", "data:,"))
    check_full_text(analysis)
    assert "pwned" not in "".join(reader.code.values())
    assert "\\u202egnihtemos" in reader.text
    assert "\x1b" not in reader.text


def test_what_was_not_read_is_said(hostile_corpus: Path) -> None:
    assert "binary<script>.txt: binary (NUL at byte 0)" in read(render_page(analyse([str(hostile_corpus)]))).text


def test_an_empty_corpus_of_claims_makes_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    page = render_page(analyse([str(tmp_path)]))
    assert "No conflicts" in read(page).text
    assert 'href="#cast"' not in page


# Writing it ---------------------------------------------------------------------------------------------------------------


def test_the_file_is_written_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "report.html"
    assert main(["report", "-o", str(target)]) == 0
    first = target.read_bytes()
    assert first.startswith(b"<!doctype html>")
    assert main(["report", "-o", str(target)]) == 2
    assert "--force overwrites it" in capfd.readouterr().err
    target.write_text("old", encoding="utf-8")
    assert main(["report", "-o", str(target), "--force"]) == 0
    assert target.read_bytes() == first
    assert os.listdir(tmp_path) == ["report.html"]
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("name", ["report.html", "a.txt", "sub/../report.html"])
def test_never_into_the_corpus(tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    assert main(["report", "--corpus", str(tmp_path), "-o", str(tmp_path / name), "--force"]) == 2
    assert "lies in the corpus" in capfd.readouterr().err
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "Nothing.\n"


def test_not_through_a_link_into_the_corpus(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text("Nothing.\n", encoding="utf-8")
    (tmp_path / "link.html").symlink_to(corpus / "a.txt")
    assert main(["report", "--corpus", str(corpus), "-o", str(tmp_path / "link.html"), "--force"]) == 2
    assert "lies in the corpus" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("name", "said"), [(".", "is a folder"), ("no/such/x.html", "no such folder"), ("-", "names the file"), ("", "names")]
)
def test_what_can_not_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["report", "-o", name]) == 2
    assert said in capfd.readouterr().err
    assert not os.listdir(tmp_path)


def test_nothing_is_left_of_what_could_not_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def refuse(source: str, target: str) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "old.html").write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "replace", refuse)
    assert main(["report", "-o", str(tmp_path / "old.html"), "--force"]) == 2
    assert "cannot write" in capfd.readouterr().err
    assert os.listdir(tmp_path) == ["old.html"]
    assert (tmp_path / "old.html").read_text(encoding="utf-8") == "old"


def test_a_skipped_file_is_told_by_the_status(hostile_corpus: Path, tmp_path: Path) -> None:
    call = ["report", "--corpus", str(hostile_corpus), "-o"]
    assert main([*call, str(tmp_path / "a.html")]) == 2
    assert (tmp_path / "a.html").is_file()
    assert main([*call, str(tmp_path / "b.html"), "--allow-skips"]) == 0
