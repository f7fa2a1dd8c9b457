"""What was left unread: which sentences count as a miss, and what each article has on each topic."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from places import TESTS

from aoud_cli.articles.read import read_corpus
from aoud_cli.claims.extract import extract
from aoud_cli.claims.unread import Coverage, Unread, cover
from aoud_cli.cli.main import main
from aoud_cli.model import Article, Asserted, Claim
from aoud_cli.names.profile import Profile
from aoud_cli.names.profile_file import load_profile
from aoud_cli.output.columns import text_width
from aoud_cli.output.style import Style
from aoud_cli.views.coverage import CoverageView

PROFILE = load_profile(str(TESTS / "example_profile.yaml"))


def article(text: str, document: str = "a") -> Article:
    return Article(document, f"{document}.txt", text, "0", "", Asserted())


def covered(text: str, claims: list[Claim] | None = None) -> Coverage:
    """What is unread where none of the claims (by default) was made."""
    return cover([article(text)], claims or [], PROFILE)


@pytest.mark.parametrize(
    ("text", "keys", "cues", "spans"),
    [
        # A date, a figure or a name beside a cue of a rule that needs such a thing.
        ("Season 2 drops in March 2027.", ["release.premiere"], "drops", [("date", "March 2027")]),
        ("It topped 12 million hours in 28 days.", ["viewership.hours"], "12 million hours", [("hours", "12 million hours")]),
        ("Moon Ha-eun returns.", ["cast.status"], "returns", [("performer", "Moon Ha-eun")]),
        # Nothing to claim: no span, or no cue for it.
        ("Season 2 drops soon.", [], "", []),
        ("Moon Ha-eun sang in March 2027.", [], "", []),
        ("The updates were read by nobody in March 2027.", [], "", []),  # "date" stands in another word
        # A cue alone doesn't do where its rule needs another kind of thing.
        ("Moon Ha-eun spills the cup.", [], "", []),
        # Headings are no misses, unless they hold a date or a figure.
        ("Moon Ha-eun returns\n\nShe sings.", [], "", []),
        ("Season 2: premiere in March 2027\n\nShe sings.", ["release.premiere"], "premiere", [("date", "March 2027")]),
        # A question claims nothing.
        ("Will season 2 drop in March 2027?", [], "", []),
        # A cast table needs no word.
        ("Here is the cast, with all parts.\n- Moon Ha-eun \u2014 Ahn Seo-rin", ["cast.plays"], "\u2014", []),
        # A date header is no prose.
        ("date 2027-03-01\n\nThe show is set to drop.", [], "", []),
    ],
)
def test_what_counts_as_unread(text: str, keys: list[str], cues: str, spans: list[tuple[str, str]]) -> None:
    unread = covered(text).about()
    assert len(unread) == bool(keys)
    for item in unread:
        assert set(keys) <= set(item.cues)
        assert not cues or cues in item.cues[keys[0]]
        assert set(spans) <= {(span.kind, span.text) for span in item.spans}


def test_a_sentence_that_gave_a_claim_is_read() -> None:
    text = "Season 2 will premiere in March 2027. Moon Ha-eun returns."
    seen = article(text)
    claims = extract([seen], PROFILE, any_subject=True)
    assert {claim.key for claim in claims} >= {"release.premiere", "cast.status"}
    assert cover([seen], claims, PROFILE).about() == []
    assert [item.source.quote for item in cover([seen], claims[:1], PROFILE).about()] == ["Moon Ha-eun returns."]


def test_a_topic_is_missed_whatever_else_was_told() -> None:
    seen = article("Moon Ha-eun returns when season 2 drops in March 2027.")
    cast = [claim for claim in extract([seen], PROFILE, any_subject=True) if claim.topic == "cast"]
    coverage = cover([seen], cast, PROFILE)
    assert cast and coverage.about() == []
    assert [list(item.misses("release")) for item in coverage.about("release")] == [["release.premiere"]]
    assert coverage.about("release.premiere") and coverage.about("cast") == []
    states = {cell.topic: cell.state for cell in coverage.matrix()}
    assert (states["cast"], states["release"], states["viewership"]) == ("says", "unread", "silent")
    assert [(cell.topic, cell.state, cell.claims, cell.unread) for cell in coverage.matrix("cast.plays")] == [
        ("cast.plays", "silent", 0, 0)
    ]


def shipped() -> tuple[Coverage, tuple[Article, ...], Profile, list[Claim]]:
    articles, profile = read_corpus(None).articles, load_profile()
    claims = extract(articles, profile, any_subject=True)
    return cover(articles, claims, profile), articles, profile, claims


def test_the_shipped_articles() -> None:
    coverage, articles, profile, claims = shipped()
    texts = {item.document: item.text for item in articles}
    for item in coverage.unread:
        source = item.source
        text = texts[source.document]
        assert text[source.start : source.end] == source.quote
        assert text[: source.start].count("\n") + 1 == source.line
        assert item.spans and item.cues and not item.told & set(item.cues)
    cells = coverage.matrix()
    assert len(cells) == len(articles) * 12
    assert sum(cell.claims for cell in cells) == len(claims)
    # With no claims at all, every sentence that gave one and has a cue is listed: nothing that was read hides what wasn't.
    bare = cover(articles, [], profile)
    assert len(bare.about()) > len(coverage.about())
    assert {place(item) for item in coverage.about()} <= {place(item) for item in bare.about()}


def place(item: Unread) -> tuple[str, int]:
    return item.source.document, item.source.start


def test_the_order_of_articles_does_not_matter() -> None:
    coverage, articles, profile, claims = shipped()
    turned = cover(articles[::-1], claims[::-1], profile)
    assert sorted(map(place, turned.unread)) == sorted(map(place, coverage.unread))


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("topic", [None, "cast"])
def test_the_terminal_is_not_overrun(width: int, topic: str | None) -> None:
    _, articles, profile, _ = shipped()
    read: Any = SimpleNamespace(articles=articles, claims=[], profile=profile)
    assert max(map(text_width, CoverageView(read, topic).layout(Style(terminal=True, width=width)))) <= width


def test_hostile_text_is_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Fans say \x1b[31m that the zombies drop by in March 2027, with a trailer.\n", "utf-8")
    main(["coverage", "trailer", "--corpus", str(tmp_path)])
    out = capfd.readouterr().out
    assert "\x1b" not in out and "\\x1b[31m" in out


def test_the_command(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Will it hit?\nNobody knows what drops in March 2027.\n", "utf-8")
    call = ["coverage", "release", "--corpus", str(tmp_path)]
    assert main(call) == 0
    out, err = capfd.readouterr()
    first, cell = (line.split("\t") for line in out.split("\n")[:-1])
    assert first == [
        *("sentence", "a", f"{tmp_path}/a.txt:2:1", "release.premiere", "drops", "date March 2027"),
        "Nobody knows what drops in March 2027.",
    ]
    assert cell == ["matrix", "a", "release", "unread", "0", "1"]
    assert "1 sentence with a cue of release and no claim of it" in err
    main([*call, "--json"])
    told = json.loads(capfd.readouterr().out)
    assert told["topic"] == "release" and told["coverage"][0]["cues"] == [{"predicate": "release.premiere", "words": ["drops"]}]
    assert told["matrix"] == [{"document": "a", "topic": "release", "state": "unread", "claims": 0, "unread": 1}]
    assert main(["coverage", "relaese"]) == 2
    assert "did you mean 'release'" in capfd.readouterr().err
