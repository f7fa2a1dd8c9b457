"""Findings that are made when somebody asks are a sequence like any other."""

from __future__ import annotations

from gold_claims import dates, make_claim

from aoud_cli.findings.later import Later
from aoud_cli.verdicts.find import find


def test_findings_that_are_made_once() -> None:
    found = find([make_claim(document, "release.premiere", "season-2", dates("2022-01-28")) for document in "ab"])
    made: list[int] = []
    later = Later(lambda: made.append(1) or found)  # type: ignore[func-returns-value]
    assert made == []
    assert (len(later), later[0], later[:], list(later)) == (1, found[0], tuple(found), found)
    assert later == found
    assert later != [] and later != found * 2 and later != 1
    assert (repr(later), bool(Later(list))) == (repr(tuple(found)), False)
    assert made == [1]
