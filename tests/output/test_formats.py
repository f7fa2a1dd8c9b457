"""CSV and Markdown: what the usual readers make of them, and that nothing in a cell acts."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata

import pytest
from hypothesis import example, given, strategies as st
from markdown_it import MarkdownIt
from places import ROOT, TESTS

from aoud_cli.cli.main import main
from aoud_cli.model import AoudError
from aoud_cli.output.tables import Table, csv_cell, markdown_cell, to_csv, to_markdown

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\uff1d1+1",
    'say "hi", then',
    "two\nlines",
    "a|b\\|c",
    "`code` *bold* _it_ __b__ ~~x~~ [a](http://e.vil) ![i](x) <b onclick=x> &amp; $x$ https://e.vil www.e.vil",
    "\x1b]0;title\x07 \u202eevil \u200b",
    "snake_case_name _x_",
    "",
    " ",
]
CALLS = {
    "claims": ["claims"],
    "conflicts": ["conflicts", "--all"],
    "agreements": ["agreements"],
    "cast": ["cast"],
    "single": ["agreements", "--single"],
    "timeline": ["timeline"],
    "events": ["timeline", "--events"],
    "articles": ["articles"],
    "coverage": ["coverage"],
    "names": ["names"],
    "score": ["score", str(TESTS / "gold" / "seeds")],
    "rules": ["score", str(TESTS / "gold" / "seeds"), "--rules"],
    "misses": ["score", str(TESTS / "gold" / "seeds"), "--misses"],
    "check": ["check", "seeds/004_46757ed511165cca.txt"],
    "diff": ["diff", "seeds/000_3681b6282c771f5a.txt", "seeds/003_878e0a06a21c0632.txt", "--all"],
}


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def read_markdown(text: str) -> list[list[str]]:
    """The cells of the table that a CommonMark parser finds, as the text that a reader sees."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    assert [token.type for token in tokens[:1] + tokens[-1:]] == ["table_open", "table_close"]
    assert not any(token.type == "html_block" for token in tokens)
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            shown = [child for child in token.children or () if (child.type, child.content) != ("html_inline", "<!-- -->")]
            assert {child.type for child in shown} <= {"text", "text_special"}, token.children
            rows[-1].append("".join(child.content for child in shown))
    return rows


def shown(text: str) -> str:
    """A cell without what the safe form shows otherwise."""
    return text.removeprefix("'") if text[:2] in {"'" + lead for lead in "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"} else text


@pytest.fixture
def aoud(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("AOUD_CORPUS", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        return (status, *capfd.readouterr())

    return call


# Every table --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(CALLS))
def test_csv_is_a_table(aoud, kind: str) -> None:  # type: ignore[no-untyped-def]
    _, out, _ = aoud(*CALLS[kind], "--format", "csv")
    head, *rows = read_csv(out)
    assert rows and len(head) == len(set(head)) and all(head)
    assert {len(row) for row in rows} == {len(head)}
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row)


@pytest.mark.parametrize("kind", sorted(CALLS))
def test_markdown_is_the_same_table(aoud, kind: str) -> None:  # type: ignore[no-untyped-def]
    _, table, _ = aoud(*CALLS[kind], "--format", "csv", "--csv-raw")
    _, out, _ = aoud(*CALLS[kind], "--format", "markdown")
    raw = [[" ".join(cell.split()) for cell in row] for row in read_csv(table)]
    assert [[" ".join(cell.split()) for cell in row] for row in read_markdown(out)] == raw


def test_the_same_claims_as_in_json(aoud) -> None:  # type: ignore[no-untyped-def]
    _, table, _ = aoud("claims", "--format", "csv", "--csv-raw", "--fields", "id,quote,document")
    told = json.loads(aoud("claims", "--json")[1])["claims"]
    assert read_csv(table)[1:] == [[claim["id"], claim["source"]["quote"], claim["source"]["document"]] for claim in told]


def test_fields_pick_and_order(aoud) -> None:  # type: ignore[no-untyped-def]
    out = aoud("articles", "--format", "csv", "--fields", "claims, document")[1]
    assert out.split("\n")[0] == "claims,document"
    assert read_csv(out)[1][1] == "000_3681b6282c771f5a"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "csv", "--fields", "document,nothing"], "no field 'nothing'; the fields are document, asserted"),
        (["--format", "csv", "--fields", ","], "no field is named"),
        (["--fields", "document"], "--fields needs --format csv or markdown"),
        (["--csv-raw", "--format", "markdown"], "--csv-raw needs --format csv"),
        (["--force"], "--force needs -o FILE"),
        (["-q", "-v"], "exclude each other"),
        (["--json", "--format", "csv"], "exclude each other"),
    ],
)
def test_options_that_would_do_nothing_are_refused(aoud, arguments: list[str], said: str) -> None:  # type: ignore[no-untyped-def]
    status, out, err = aoud("articles", *arguments)
    assert (status, out) == (2, "") and said in err and err.count("\n") == 1


# Hostile text -------------------------------------------------------------------------------------------------------------


@given(st.lists(st.text() | st.sampled_from(HOSTILE), min_size=1, max_size=4))
@example(HOSTILE)
def test_raw_csv_gives_back_every_cell(cells: list[str]) -> None:
    cells = [cell.encode("utf-8", "replace").decode().replace("\0", "") for cell in cells]  # the module of Python 3.10 reads no NUL
    assert read_csv(to_csv(Table(["c"] * len(cells), [cells]), raw=True))[1] == cells


@given(st.text() | st.sampled_from(HOSTILE))
def test_a_safe_cell_is_no_formula_and_its_text(text: str) -> None:
    text = text.replace("\0", "")
    (cell,) = read_csv(to_csv(Table(["c"], [[text]])))[1] or [""]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20"))
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in cell if char != "\n")
    if text.replace("\n", "").isprintable():
        assert cell in (text, f"'{text}")


@pytest.mark.parametrize(("text", "cell"), [("=1", "'=1"), ("a=1", "a=1"), ("a\r\nb", "a\nb"), ("a\x1b[1m", r"a\x1b[1m"), ("'=1", "'=1")])
def test_csv_cells(text: str, cell: str) -> None:
    assert csv_cell(text) == cell


@given(st.text() | st.sampled_from(HOSTILE))
@example("a_b_ _c_ __d__")
@example("https://x.y http:www. WWW.x")
def test_markdown_shows_the_text_and_nothing_else(text: str) -> None:
    head, row = read_markdown(to_markdown(Table(["c", "d"], [[text, "x"]])))
    assert (head, row[1]) == (["c", "d"], "x")
    plain = text.replace("\n", " ")
    if plain.isprintable():
        assert row[0].split() == plain.split()


def test_markdown_makes_no_bare_link() -> None:
    cell = markdown_cell("see https://e.vil/x or www.e.vil")
    assert "https:" not in cell and "www." not in cell


@pytest.mark.parametrize("text", ["@octocat wrote", "cc @octocat", "(#123)", "see octocat/hello#7", "GH-26"])
def test_markdown_calls_nobody_and_links_no_issue(text: str) -> None:
    cell = markdown_cell(text)
    assert not re.search(r"@\w|#[0-9]|GH-[0-9]", cell)
    assert cell.replace("<!-- -->", "") == text


@pytest.mark.parametrize("text", ["season_2", "Ji-hu", "a.b (c)", "“quoted”"])
def test_markdown_leaves_plain_words_as_they_are(text: str) -> None:
    assert markdown_cell(text) == text


def test_a_table_without_rows() -> None:
    table = Table(["a", "b"], [])
    assert to_csv(table) == "a,b\n"
    assert read_markdown(to_markdown(table)) == [["a", "b"]]
    with pytest.raises(AoudError):
        table.only(["c"])
