"""Every claim and every finding can be explained."""

from __future__ import annotations

import json
from functools import lru_cache

import pytest
from gold_claims import dates, make_claim, name, term
from places import TESTS

from aoud_cli.analysis.explain import READ_HOW, ClaimExplained, explain, look_up, say_read
from aoud_cli.analysis.explain_finding import FindingExplained, explain_finding
from aoud_cli.analysis.pipeline import Analysis, analyse
from aoud_cli.cli.main import main
from aoud_cli.model import AoudError, Claim, Verdict
from aoud_cli.output.columns import text_width, underlined
from aoud_cli.output.style import Style
from aoud_cli.verdicts.agree import find_single
from aoud_cli.verdicts.find import find
from aoud_cli.views.explain import ExplainView, explained_record

CORPORA = {"seeds": None, "dev": [str(TESTS / "dev" / "docs")]}


@lru_cache(maxsize=2)
def read(corpus: str) -> tuple[Analysis, list[ClaimExplained], list[FindingExplained]]:
    analysis = analyse(CORPORA[corpus])
    alone = find_single(analysis.claims, analysis.findings)
    ids = [*(c.id for c in analysis.claims), *(f.id for f in analysis.findings), *(f.id for f in alone)]
    items = explain(analysis, ids)
    claims = [item for item in items if isinstance(item, ClaimExplained)]
    findings = [item for item in items if isinstance(item, FindingExplained)]
    assert (len(claims), len(findings)) == (len(analysis.claims), len(analysis.findings) + len(alone))
    return analysis, claims, findings


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_claim(corpus: str) -> None:
    analysis, claims, _ = read(corpus)
    for item in claims:
        source = item.claim.source
        start, end = source.start - item.start, source.end - item.start
        assert item.sentence[start:end] == source.quote
        assert item.trace.name == item.claim.rule and item.trace.where
        assert item.certainty.startswith(item.claim.certainty.value)
        assert item.season.startswith("no season" if item.claim.season is None else f"season {item.claim.season}")
        assert item.asserted
        assert all((slot.text or slot.how == "left out") and say_read(slot) and READ_HOW[slot.how] for slot in item.trace.slots)
        assert item.claim.id not in {other.id for other in item.beside}
        assert {f.id for f in item.findings} == {
            f.id for f in analysis.findings if any(c.id == item.claim.id for side in f.sides for c in side.claims)
        }
    assert len({slot.kind for item in claims for slot in item.trace.slots}) >= 8


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_finding(corpus: str) -> None:
    _, _, findings = read(corpus)
    assert {item.finding.verdict for item in findings} >= {Verdict.AGREES, Verdict.REFINES, Verdict.CHANGED, Verdict.EXPIRED}
    for item in findings:
        finding = item.finding
        assert set(item.why_not) == set(Verdict) - {finding.verdict}
        assert all(item.why_not.values())
        assert item.severity.startswith(finding.severity.value)
        assert len(item.pairs) == len(finding.sides) - 1
        if finding.verdict in (Verdict.CONTRADICTS, Verdict.CHANGED, Verdict.DIFFERS, Verdict.EXPIRED):
            assert finding.verdict in {pair.verdict for pair in item.pairs}, finding.reason


@pytest.mark.parametrize("corpus", CORPORA)
def test_everything_can_be_printed(corpus: str) -> None:
    analysis, claims, findings = read(corpus)
    for item in (*claims, *findings):
        json.dumps(explained_record(item))
    view = ExplainView(analysis, [*claims, *findings])
    assert all(line.count("\t") == 2 for line in view.lines(Style()))
    assert all(text_width(line) <= 60 for line in view.layout(Style(True, False, 60)))


def test_a_name_in_another_spelling() -> None:
    _, claims, _ = read("dev")
    told = {(slot.text, slot.read_as, slot.how) for item in claims for slot in item.trace.slots}
    assert ("Lee JQ", "Lee Jae-kyoo", "alias") in told
    assert {how for _, _, how in told} >= {"exact", "key", "given name", "family name", "new", "pronoun", "own words", "article's day"}


CASES = [
    (
        "release.premiere",
        ("2022-01-28", "certain", "2022-06-07"),
        ("2022-02-28", "certain", "2023-06-07"),
        Verdict.CHANGED,
        "it needs a later",
    ),
    ("source.author", ("A B", "certain", "2022-06-07"), ("C D", "certain", "2023-06-07"), Verdict.CHANGED, "such a fact doesn't change"),
    ("source.author", ("A B", "possible", None), ("C D", "probable", None), Verdict.CONTRADICTS, "what is told as possible never"),
    ("source.author", ("A B", "probable", None), ("C D", "probable", None), Verdict.CONTRADICTS, "it needs one side that is certain"),
    ("production.status", ("underway", "certain", None), ("wrapped", "certain", None), Verdict.CONTRADICTS, "it needs one day"),
    ("cast.status", ("new", "certain", None), ("out", "certain", None), Verdict.CHANGED, "it needs a later article"),
    (
        "production.status",
        ("underway", "certain", "2024-01-01"),
        ("wrapped", "certain", "2025-01-01"),
        Verdict.DIFFERS,
        "it needs two hedged",
    ),
]


@pytest.mark.parametrize(("key", "first", "second", "verdict", "why"), CASES)
def test_why_not(key: str, first: tuple[str, str, str], second: tuple[str, str, str], verdict: Verdict, why: str) -> None:
    def claim(document: str, told: tuple[str, str, str | None]) -> Claim:
        words, certainty, asserted = told
        value = dates(words) if key == "release.premiere" else name(words) if " " in words else term(words)
        return make_claim(document, key, "season-2", value, certainty=certainty, asserted=asserted)

    (found,) = find([claim("a", first), claim("b", second)])
    assert explain_finding(found).why_not[verdict].startswith(why)


def test_ids_are_found_by_their_beginning() -> None:
    claims = [make_claim("a", "source.author", "show", name("A B"))._replace(id=ident) for ident in ("abc123", "abd123", "abc")]
    assert look_up("ABD", claims, []).id == "abd123"
    assert look_up("abc", claims, []).id == "abc"
    assert look_up("abc1", claims, []).id == "abc123"
    for given, said in (
        ("ab", "'ab' begins abc123 (claim), abd123 (claim), abc (claim); write more"),
        ("zz", "has the id 'zz'"),
        ("", "has the id ''"),
    ):
        with pytest.raises(AoudError, match="id") as error:
            look_up(given, claims, [])
        assert said in str(error.value)


def test_an_unknown_id_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "no\x1bsuch"]) == 2
    out, err = capfd.readouterr()
    assert out == "" and "no claim and no finding has the id" in err and "\x1b" not in err


def test_several_ids(capfd: pytest.CaptureFixture[str]) -> None:
    analysis, _, _ = read("seeds")
    ids = [analysis.findings[0].id, analysis.claims[3].id]
    assert main(["explain", *(ident[:10] for ident in ids), "--json"]) == 0
    told = json.loads(capfd.readouterr().out)["explain"]
    assert [(item["id"], item["explains"]) for item in told] == [(ids[0], "finding"), (ids[1], "claim")]


def test_underlined() -> None:
    assert underlined("He plays the captain.", 3, 8, 40) == ["He plays the captain.", "   ^^^^^"]
    assert underlined("He plays the captain.", 3, 12, 12) == ["He plays the", "   ^^^^^^^^^", "captain."]
    assert underlined("박지후 plays", 0, 3, 40, "  ") == ["  박지후 plays", "  ^^^^^^"]
    assert underlined("a\x1b[31mb", 1, 2, 40) == ["a\\x1b[31mb", " ^^^^"]
    assert underlined("abcdefgh ij", 2, 10, 6, "  ") == ["  abcd", "    ^^", "  efgh", "  ^^^^", "  ij", "  ^"]
    assert underlined("", 0, 0, 40) == [""]
