"""Files that aren't plain text: saved pages, documents of Word, records, subtitles."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from growth import growth
from hypothesis import given, strategies as st

from aoud_cli.articles.formats import web
from aoud_cli.articles.formats.page import parse
from aoud_cli.articles.formats.reading import NoArticle, Reading
from aoud_cli.articles.read import Intake, read_corpus
from aoud_cli.cli.main import main

MIB = 1 << 20
STORY = "The second season of the drama will premiere in May 2026, and the cast has grown by four. " * 4


@pytest.fixture(autouse=True)
def own_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader that is always there, whatever is installed besides."""
    monkeypatch.setattr(web, "_by_trafilatura", lambda html: "")


def page(html: str | bytes, encoding: str | None = None) -> Reading:
    (reading,) = web.read(html.encode() if isinstance(html, str) else html, encoding, MIB)
    return reading


def article(body: str, head: str = "") -> str:
    return f"<html><head>{head}</head><body><nav>Home News</nav><article>{body}<p>{STORY}</p></article><footer>About</footer></body></html>"


# What stands in a page's article -> what is read of it, before the story.
BODIES = {
    "<h1>A title</h1><h2>A heading</h2><p>One<br>line.</p>": "# A title\n\n## A heading\n\nOne\nline.",
    "<ul><li>One<li>Two</ul>": "- One\n- Two",
    "<table><tr><th>No.<th>Title<tr><td>1<td>Low <b>Water</b></table>": "| No. | Title |\n| 1 | Low Water |",
    "<p>Caf&eacute; &amp; caf\u00e9 &#8211; &lt;b&gt;</p>": "Caf\u00e9 & caf\u00e9 \u2013 <b>",
    "<p>Seen<sup>[2]</sup> on the 2<sup>nd</sup>.</p>": "Seen on the 2nd.",
    "<p hidden>no</p><p style='display: none'>no</p><p aria-hidden=true>no</p><script>no</script><p>Yes.</p>": "Yes.",
    '<div class="share-tools">no</div><aside>no</aside><figure>no</figure><p>Yes.</p>': "Yes.",
    '<ul><li><a href="/x">Other one</a></li><li><a href="/y">Other two</a></li></ul><p>Yes.</p>': "Yes.",
    "Loose words<br><br>and more": "Loose words\n\nand more",
    '<p>He said <a href="x" title="a > b">yes</a>.</p>': "He said yes.",
    "<p>2 < 3 and a <b": "2 < 3 and a",
    "<!-- no --><p>Yes.</p><!-- no": "Yes.",
    "<blockquote><p>Quoted.</p></blockquote>": "Quoted.",
}


@pytest.mark.parametrize("body", BODIES, ids=str)
def test_what_is_read_of_a_page(body: str) -> None:
    text = page(article(body)).text if not body.endswith("no") and not body.endswith("<b") else page(f"<body>{STORY}<p>{body}").text
    told = text.replace(STORY.strip(), "").strip()
    assert told == BODIES[body]


def test_a_page_that_a_table_lays_out_has_paragraphs_and_no_column_of_links() -> None:
    links = "".join(f"<a href='/{n}'>Another article of ours</a> " for n in range(8))
    read = page(f"<body><table><tr><td>{links}<td><b>A heading</b><br><br>{STORY}<br><br>{STORY}</table>").text
    assert read == f"A heading\n\n{STORY.strip()}\n\n{STORY.strip()}\n"


@pytest.mark.parametrize("line", ["This page was last edited on 3 May 2025, at 18:44.", "Page last changed 30/06/2025."])
def test_the_last_edit_is_read_from_the_foot_of_a_page_that_tells_no_day(line: str) -> None:
    body = f"<body><main><p>{STORY}</p></main><footer><ul><li>{line}</li><li>About</li></ul></footer>"
    assert page(body).text == f"{STORY.strip()}\n\n{line}\n"
    assert line not in page(f'<meta name="date" content="2025-05-01">{body}').text


HEADS = {
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-14T09:30:12+00:00", "publisher": {"name": "The Wire"}}</script>': (  # noqa: E501
        date(2024, 3, 14),
        date(2024, 3, 14),
        "The Wire",
        "",
    ),
    '<script type="application/ld+json">{"@graph": [{"@type": "ImageObject", "datePublished": "2020-01-01"}, {"@type": "Article", "datePublished": "2024-03-14", "dateModified": "2024-04-02", "publisher": {"@id": "#o"}}, {"@id": "#o", "@type": "Organization", "name": "The Wire"}]}</script>': (  # noqa: E501
        date(2024, 3, 14),
        date(2024, 4, 2),
        "The Wire",
        "",
    ),
    '<meta property="article:published_time" content="2024-03-14T23:30:00-08:00"><meta property="og:site_name" content="A &amp; B">': (
        date(2024, 3, 14),
        date(2024, 3, 14),
        "A & B",
        "",
    ),
    '<link rel="canonical" href="https://wire.example/a?x=1&amp;y=2">': (None, None, "", "https://wire.example/a?x=1&y=2"),
    '<link rel="canonical" href="javascript:alert(1)"><script type="application/ld+json">{broken</script>': (None, None, "", ""),
    '<meta name="date" content="1970-01-01">': (None, None, "", ""),
}


@pytest.mark.parametrize("head", HEADS, ids=str)
def test_what_a_page_says_of_itself(head: str) -> None:
    reading = page(article("<h1>A title</h1>", head))
    first, last, outlet, url = HEADS[head]
    when = reading.asserted
    assert (when and when.earliest, when and when.latest, reading.outlet, reading.url, reading.title) == (
        first,
        last,
        outlet,
        url,
        "A title",
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (article("<p>\u201cYes\u201d</p>").encode(), "\u201cYes\u201d"),
        (article("<p>\u201cYes\u201d</p>", "<meta charset=iso-8859-1>").encode("cp1252"), "\u201cYes\u201d"),
        (article("<p>\u201cYes\u201d</p>").encode("cp1252"), "\u201cYes\u201d"),
        (article("<p>박지후</p>", '<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">').encode("euc-kr"), "박지후"),
        (article("<p>박지후</p>").encode("utf-16"), "박지후"),
        (article("<p>Yes</p>", "<meta charset=klingon>").encode(), "Yes"),
    ],
)
def test_the_encoding_of_a_page(data: bytes, said: str) -> None:
    assert said in page(data).text


def test_a_page_without_an_article_is_none() -> None:
    with pytest.raises(NoArticle, match="no main text is in it"):
        page("<html><body><nav>Home</nav></body></html>")


SHAPES = (
    "<a ",
    "<!--",
    "<",
    "&",
    "<div>",
    "<p>",
    '<a b="',
    "<!x ",
    "<?",
    "</",
    "<li>x",
    "<ul><li>",
    "<script>",
    "<table><tr><td>",
    "<h1>x",
)


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_page_takes_longer_than_its_length(shape: str) -> None:
    assert growth(lambda count: parse(shape * count), 5_000) < 10


@given(st.text(st.sampled_from("<>/!-\"'= apdivlt&;#x\n"), max_size=300))
def test_any_text_is_a_page(text: str) -> None:
    parse(text)


def document(body: str, **parts: str) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(
            parts.get("name", "word/document.xml"), f"{parts.get('head', '')}<w:document {space}><w:body>{body}</w:body></w:document>"
        )
    return packed.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"


WORD = {
    paragraph("A title", '<w:pStyle w:val="Title"/>') + paragraph("A &amp; B."): "# A title\n\nA & B.\n",
    paragraph("A heading", '<w:pStyle w:val="Heading2"/>'): "## A heading\n",
    paragraph("One", "<w:numPr/>"): "- One\n",
    "<w:p><w:r><w:t>Park </w:t></w:r><w:r><w:t>Ji</w:t><w:tab/><w:t>hu</w:t><w:delText>no</w:delText></w:r></w:p>": "Park Ji hu\n",
    f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>": "| a | b |\n",
    f"<w:sdt><w:sdtContent>{paragraph('In a frame.')}</w:sdtContent></w:sdt>": "In a frame.\n",
}


@pytest.mark.parametrize("body", WORD, ids=str)
def test_what_is_read_of_a_document(body: str, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(document(body))
    (found,) = read_corpus([str(tmp_path)]).articles
    assert found.text == WORD[body]


BROKEN = {
    "no archive": (b"PK\3\4 not", "no Word document, or a broken or encrypted one"),
    "another archive": (document("", name="a.xml"), "no Word document: its main part is missing"),
    "entities": (document("", head='<!DOCTYPE a [<!ENTITY b "c">]>'), "no Word document: its XML defines entities"),
    "broken XML": (document("<w:p>"), "no Word document: its XML is broken"),
    "a bomb": (document("<w:p><w:r><w:t>" + "a" * (11 * MIB) + "</w:t></w:r></w:p>"), "larger than 10 MiB (11.0 MiB)"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_document_that_is_none_is_skipped(case: str, tmp_path: Path) -> None:
    data, reason = BROKEN[case]
    (tmp_path / "a.docx").write_bytes(data)
    (tmp_path / "b.txt").write_text("Park")
    (skipped,) = read_corpus([str(tmp_path)]).skipped
    assert skipped.reason == reason


def test_records(tmp_path: Path) -> None:
    one = {"title": "A title", "text": "Words.", "date": "2024-05-01", "url": "https://a.example/1", "publisher": "Wire"}
    (tmp_path / "one.json").write_text(json.dumps(one))
    lines = [one | {"title": "B"}, {"text": "C words.", "source": {"name": "Daily"}, "published": "1 May 2024"}, {"no": "text"}]
    (tmp_path / "more.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    (tmp_path / "package.json").write_text('{"name": "not an article"}')
    found = read_corpus([str(tmp_path)])
    told = [(a.document, a.text, str(a.asserted.earliest), a.outlet, a.url) for a in found.articles]
    assert told == [
        ("more#1", "B\n\nWords.", "2024-05-01", "Wire", "https://a.example/1"),
        ("more#2", "C words.", "2024-05-01", "Daily", ""),
        ("one", "A title\n\nWords.", "2024-05-01", "Wire", "https://a.example/1"),
    ]
    assert (found.skipped, found.notes) == ((), (f"{tmp_path}/package.json left out: no article: no record in it has a text",))
    assert read_corpus([f"{tmp_path}/package.json", f"{tmp_path}/one.json"]).skipped[0].reason == "no article: no record in it has a text"


@pytest.mark.parametrize("text", ["{", "[1, ", '{"text": "a"}\n{', "[" * 100_000])
def test_what_is_no_json_is_skipped(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(text)
    (tmp_path / "b.txt").write_text("Park")
    (skipped,) = read_corpus([str(tmp_path)]).skipped
    assert skipped.reason.startswith("no JSON (line ")


SUBTITLES = """WEBVTT

NOTE made by hand

1
00:00:01.000 --> 00:00:02.000
<i>Season 2 premieres</i>

2
00:00:02.100 --> 00:00:03.000 align:start
in May 2026.

00:01:09,000 --> 00:01:10,000
{\\an8}Goodbye.
"""


@pytest.mark.parametrize("name", ["a.vtt", "a.srt"])
def test_subtitles(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(SUBTITLES)
    (found,) = read_corpus([str(tmp_path)]).articles
    assert found.text == "Season 2 premieres in May 2026.\n\nGoodbye.\n"


def test_front_matter_names_the_paper(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: T\npublisher: The Wire\nurl: https://a.example\n---\nWords.\n")
    (found,) = read_corpus([str(tmp_path)]).articles
    assert (found.outlet, found.url) == ("The Wire", "https://a.example")


def test_old_western_text_is_read_with_a_remark(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"All of Us Are Dead is back, she said: \x93yes\x94.")
    found = read_corpus([str(tmp_path)])
    assert found.articles[0].text.endswith("\u201cyes\u201d.")
    assert found.notes == (f"{tmp_path}/a.txt: not UTF-8, read as Windows-1252 (--encoding names another)",)
    assert read_corpus([str(tmp_path)], intake=Intake(encoding="cp1252")).notes == ()


def test_whole_utf_8_is_no_old_western_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("All of Us Are Dead is back, she said: \ufffdyes\ufffd.", encoding="utf-8")
    found = read_corpus([str(tmp_path)])
    assert (found.articles[0].text[-6:], found.notes) == ("\ufffdyes\ufffd.", ())


def test_an_article_is_called_by_its_paper(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    story = "<h1>All of Us Are Dead</h1><p>All of Us Are Dead season 2 premieres in {}.</p>"
    for name, day, month in (("a", "2024-05-01", "May 2025"), ("b", "2024-06-06", "June 2025")):
        head = f'<meta property="article:published_time" content="{day}"><meta property="og:site_name" content="Wire {name}">'
        (tmp_path / f"{name}.html").write_text(article(story.format(month), head))
    assert main(["conflicts", "--all", "--corpus", str(tmp_path), "--json"]) == 0
    out, err = capfd.readouterr()
    told = json.loads(out)
    assert [(one["outlet"], one["url"]) for one in told["articles"]] == [("Wire a", None), ("Wire b", None)]
    assert "2 saved pages read by " in err
    assert all(
        quote["quote"] in next(a.text for a in read_corpus([str(tmp_path)]).articles if a.document == quote["document"])
        for finding in told["conflicts"]
        for side in finding["sides"]
        for quote in side["quotes"]
    )


def test_trafilatura_where_it_is_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    try:
        import trafilatura  # noqa: F401
    except ImportError:
        pytest.skip("trafilatura is missing")
    text = page(article("<h1>A title</h1><p>Season 2 <b>premieres</b> in May.</p><h2>The cast</h2><p>It grows.</p>")).text
    assert text.startswith("# A title\n\nSeason 2 premieres in May.\n\n## The cast\n\nIt grows.")
    assert web.reader_name().startswith("trafilatura ")
