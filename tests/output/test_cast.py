"""The cast as a table, for a terminal, a pipe, a script and a wiki."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from aoud_cli.cli.main import main
from aoud_cli.output.wikitext import plain

HEAD = "---\ntitle: A {{evil}} [[title]]\npublisher: The | Wire\nurl: https://wire.example/a?b=1\ndate: 2025-07-23\n---\n"
ARTICLES = {
    "a.md": f"{HEAD}All of Us Are Dead\n\nPark Ji-hu plays Nam On-jo. Park Ji-hu returns for season 2. Lomon is in talks for season 2.\n",
    "b.txt": "date 2025-08-01\nAll of Us Are Dead\n\nPark Ji-hu plays Nam On-jo. Lomon returns for season 2.\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> str:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return str(tmp_path)


def run(capfd: pytest.CaptureFixture[str], *call: str) -> str:
    assert main(call) == 0
    return capfd.readouterr().out


def test_a_row_a_person(corpus: str, capfd: pytest.CaptureFixture[str]) -> None:
    told = [line.split("\t") for line in run(capfd, "cast", corpus).splitlines()]
    assert told == [["Park Ji-hu", "Nam On-jo", "season 2: returning", "a,b"], ["Lomon", "", "season 2: returning", "b"]]


def test_each_value_with_its_articles(corpus: str, capfd: pytest.CaptureFixture[str]) -> None:
    (ji_hu,) = [one for one in json.loads(run(capfd, "cast", "--json", corpus))["cast"] if one["who"]["name"] == "Park Ji-hu"]
    assert [(part["value"]["name"], part["documents"]) for part in ji_hu["plays"]] == [("Nam On-jo", ["a", "b"])]
    assert [(state["season"], state["value"]["term"], state["documents"]) for state in ji_hu["status"]] == [(2, "returning", ["a"])]


def test_only_whom_it_is_asked_of(corpus: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(capfd, "cast", "--about", "lomon", corpus).startswith("Lomon\t")
    assert run(capfd, "cast", "--season", "3", corpus) == ""


def test_a_wikitable_cites_each_article_once_in_full(corpus: str, capfd: pytest.CaptureFixture[str]) -> None:
    text = run(capfd, "cast", "--format", "wikitext", corpus)
    assert text.startswith('{| class="wikitable"\n! Actor !! Character !! Status\n|-\n| ') and text.endswith("\n|}\n")
    assert text.count("{{cite web |") == 1 and text.count('<ref name="a">') == 1
    assert "|url=https://wire.example/a?b=1 |website=The &#124; Wire |date=2025-07-23}}" in text
    assert "title=A &#123;&#123;evil&#125;&#125; &#91;&#91;title&#93;&#93; |" in text


@given(st.text(max_size=60))
def test_no_text_acts_in_a_wiki(text: str) -> None:
    left = re.sub(r"&#[0-9]+;", "", plain(text))
    assert not re.search(r"[][{}|<>=~&']|__|//|\n", left)
    assert not plain(text).startswith(("*", "#", ":", ";", "!", "-"))


def test_piped_conflicts_are_a_line_each_the_gravest_first(capfd: pytest.CaptureFixture[str]) -> None:
    lines = [line.split("\t") for line in run(capfd, "conflicts").splitlines()]
    found = json.loads(run(capfd, "conflicts", "--json"))["conflicts"]
    assert sorted(line[4] for line in lines) == sorted(finding["id"] for finding in found)
    assert {len(line) for line in lines} == {5}
    ranks = [["error", "warning", "note"].index(line[0]) for line in lines]
    assert ranks == sorted(ranks)
    long = run(capfd, "conflicts", "--long").splitlines()
    assert len(long) > len(lines) and {line.count("\t") for line in long} == {9}
