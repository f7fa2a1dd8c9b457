"""The days of articles that were read before are kept, and are those that their texts say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from places import ROOT

from aoud_cli.articles import days
from aoud_cli.articles.dateline import article_date
from aoud_cli.articles.read import read_corpus

SEEDS = str(ROOT / "seeds")


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts whose day is worked out."""
    found: list[str] = []
    monkeypatch.setattr(days, "article_date", lambda text: found.append(text) or article_date(text))
    return found


def test_a_day_is_worked_out_once(cache: Path, reads: list[str]) -> None:
    first, again = read_corpus([SEEDS]), read_corpus([SEEDS])
    assert first == again
    assert [article.asserted for article in again.articles] == [article_date(article.text) for article in again.articles]
    assert len(reads) == len(first.articles)


def test_another_text_has_another_day(cache: Path, reads: list[str], tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    for year in (2024, 2025):
        file.write_text(f"date {year}-03-01 News\n\nWords.\n", "utf-8")
        (article,) = read_corpus([str(file)]).articles
        assert article.asserted.earliest is not None and article.asserted.earliest.year == year
    assert len(reads) == 2


@pytest.mark.parametrize("row", [None, [], ["2025-02-30", None, "stated", ""], ["2025-03-01", "2025-03-01", "given", ""], [1, 2, 3, 4]])
def test_what_is_not_right_is_worked_out_anew(cache: Path, reads: list[str], row: object, monkeypatch: pytest.MonkeyPatch) -> None:
    first = read_corpus([SEEDS])
    monkeypatch.setattr("aoud_cli.ground.kept.recall", lambda kind, key, build: build({name: row for name in json.loads(told())}))

    def told() -> str:
        (file,) = cache.iterdir()
        return file.read_text("utf-8").partition("\n")[2]

    assert read_corpus([SEEDS]) == first
    assert len(reads) == 2 * len(first.articles)
