"""Articles about something else (`off_topic/`): no claim is read in them, and beside others they change nothing.

All of them are made up for testing: whoever has the name of one of the cast is somebody else, who does not exist, and what is told
of real companies and series is often invented.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from places import ROOT, TESTS

from aoud_cli.analysis.pipeline import Analysis, analyse_corpus
from aoud_cli.articles.read import read_corpus
from aoud_cli.claims.corpus.cache import Extracted
from aoud_cli.claims.extract import extract_all
from aoud_cli.cli.main import main
from aoud_cli.names.profile_file import load_profile

OFF_TOPIC = TESTS / "off_topic"
SEEDS = ROOT / "seeds"
FILES = sorted(OFF_TOPIC.glob("*.txt"))


@cache
def extracted() -> Extracted:
    """What the shipped profile reads in all of them."""
    return extract_all(read_corpus([str(OFF_TOPIC)]).articles, load_profile())


@cache
def analysed(*folders: Path) -> Analysis:
    """What the shipped profile makes of the folders together."""
    return analyse_corpus(read_corpus([str(folder) for folder in folders]), load_profile())


def test_there_are_as_many_as_were_written() -> None:
    assert len(FILES) == 160
    assert not extracted().faults


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_article_about_something_else_is_passed_over(path: Path) -> None:
    """By itself, and among the others."""
    for found in (extract_all(read_corpus([str(path)]).articles, load_profile()), extracted()):
        assert [f"{claim.key}: {claim.source.quote}" for claim in found.claims if claim.source.path == str(path)] == []
        passed = found.passed[path.stem]
        assert (passed.why, bool(passed.reason)) == ("other_subject", True)


def ids(items: Sequence[object]) -> list[str]:
    return [repr(item) for item in items]


def test_beside_others_they_change_no_claim() -> None:
    alone, together = analysed(SEEDS), analysed(SEEDS, OFF_TOPIC)
    assert alone.claims
    assert len(together.articles) == len(alone.articles) + len(FILES)
    assert ids(together.claims) == ids(alone.claims)


def test_beside_others_they_change_no_finding() -> None:
    alone, together = analysed(SEEDS), analysed(SEEDS, OFF_TOPIC)
    assert alone.findings
    assert [(f.id, f.verdict, f.severity, f.reason) for f in together.findings] == [
        (f.id, f.verdict, f.severity, f.reason) for f in alone.findings
    ]
    assert ids(together.findings) == ids(alone.findings)


def test_they_do_not_change_the_day_of_another() -> None:
    alone, together = analysed(SEEDS), analysed(SEEDS, OFF_TOPIC)
    days = {article.document: article.asserted for article in together.articles}
    assert {article.document: days[article.document] for article in alone.articles} == {a.document: a.asserted for a in alone.articles}


def test_the_command_line_lists_none(capfd: pytest.CaptureFixture[str]) -> None:
    status = main(["claims", "--json", "--corpus", str(OFF_TOPIC)])
    assert (status, json.loads(capfd.readouterr().out)["claims"]) == (0, [])
