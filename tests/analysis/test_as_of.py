"""What could be known on a day: later articles are left out, those that may be later stay and are named."""

from __future__ import annotations

import json
from datetime import date, timedelta

import pytest
from gold_claims import make_article
from hypothesis import given, strategies as st
from places import TESTS

from aoud_cli.analysis.pipeline import Analysis, analyse, remarks, written_later
from aoud_cli.cli.main import main
from aoud_cli.model import Asserted
from aoud_cli.spans.dates.find import parse_date

DEV = [str(TESTS / "dev" / "docs")]
COMMANDS = ["claims", "conflicts", "agreements", "timeline", "articles", "coverage"]
WHEN = [  # earliest, latest, whether it stays on 2024-06-30, whether it is named as perhaps later
    ("2024-06-30", "2024-06-30", True, False),
    ("2024-07-01", "2024-07-01", False, False),
    ("2024-01-01", "2024-12-31", True, True),
    ("2024-01-01", None, True, True),
    ("2024-07-01", None, False, False),
    (None, "2025-01-01", True, True),
    (None, "2024-01-01", True, False),
    (None, None, True, True),
]


def day(words: str | None):  # type: ignore[no-untyped-def]
    found = parse_date(words) if words else None
    return found.earliest if found else None


@pytest.mark.parametrize(("first", "last", "stays", "named"), WHEN)
def test_which_articles_stay(first: str | None, last: str | None, stays: bool, named: bool) -> None:
    article, dating = make_article("a"), {"a": Asserted(day(first), day(last), "inferred")}
    until = day("2024-06-30")
    assert (written_later([article], dating, until) == []) is stays
    said = remarks([article], dating, until)
    assert [("left out" in line, "kept" in line) for line in said] == ([] if stays and not named else [(not stays, named)])


BOUNDS = st.tuples(*[st.none() | st.dates(date(2020, 1, 1), date(2026, 12, 31))] * 2)


@given(st.lists(BOUNDS, min_size=1, max_size=8), st.dates(date(2020, 1, 1), date(2026, 12, 31)))
def test_a_later_day_leaves_fewer_out_and_the_last_none(bounds: list[tuple[date | None, date | None]], until: date) -> None:
    articles = [make_article(f"d{place}") for place in range(len(bounds))]
    datings = {f"d{place}": Asserted(*each, "inferred") for place, each in enumerate(bounds)}
    days = [known for each in bounds for known in each if known is not None]
    out = {article.document for article in written_later(articles, datings, until)}
    assert out >= {article.document for article in written_later(articles, datings, until + timedelta(1))}
    assert not written_later(articles, datings, max(days, default=until))


def test_articles_left_out_say_nothing() -> None:
    whole, then = analyse(), analyse(as_of=day("2024-06-30"))
    kept = [article.document[:3] for article in then.articles]
    assert kept == ["001", "004"]
    assert [article.document[:3] for article in then.left_out] == ["000", "002", "003"]
    assert {claim.source.document[:3] for claim in then.claims} == {"001", "004"}
    # When an article was written is known from all of them, whatever is left out.
    assert {a.document: a.asserted for a in then.articles}.items() <= {a.document: a.asserted for a in whole.articles}.items()
    assert not [finding for finding in then.findings if finding.verdict.value in ("contradicts", "expired")]
    assert [finding for finding in whole.findings if finding.verdict.value == "expired"]


def essence(analysis: Analysis) -> object:
    return analysis.articles, analysis.claims, analysis.findings


@pytest.mark.parametrize("paths", [None, DEV], ids=["seeds", "dev"])
def test_the_last_day_is_no_day(paths: list[str] | None) -> None:
    whole = analyse(paths)
    last = max(day for article in whole.articles for day in (article.asserted.earliest, article.asserted.latest) if day)
    assert essence(analyse(paths, as_of=last)) == essence(whole)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_takes_it(capfd: pytest.CaptureFixture[str], command: str) -> None:
    assert main([command, "--as-of", "April 2024", "--json"]) == 0
    out, err = capfd.readouterr()
    told = json.loads(out)
    assert (told["as_of"], [item["document"][:3] for item in told["left_out"]]) == ("2024-04-30", ["000", "002", "003"])
    assert "aoud: as of 2024-04-30, left out as written later: 000_3681b6282c771f5a (on 2025-07-23)" in err
    assert [note for note in told["notes"] if note.startswith("aoud: as of")] == [line for line in err.split("\n") if "as of" in line]


def test_an_article_that_may_be_later_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    main(["articles", "--as-of", "2022", "--json"])
    assert "kept though perhaps written later: 001_80fc3404c3db3a8b (between 2022-06-06 and 2023-12-31)" in capfd.readouterr().err


def test_no_date_is_told_before_anything_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--as-of", "soon", "--corpus", "no-such-folder"]) == 2
    assert "--as-of 'soon' is no date" in capfd.readouterr().err
