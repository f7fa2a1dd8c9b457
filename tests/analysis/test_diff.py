"""What two corpora say differently."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from gold_claims import dates, make_claim, name, term
from places import ROOT

from aoud_cli.analysis.difference import Difference, find_differences
from aoud_cli.analysis.pipeline import analyse
from aoud_cli.analysis.saved import analyse_saved, read_saved
from aoud_cli.cli.main import main
from aoud_cli.model import AoudError, Claim
from aoud_cli.verdicts.find import find

PREMIERE = "release.premiere"


def compare(old: Sequence[Claim], new: Sequence[Claim], **asked: bool) -> list[Difference]:
    return find_differences((old, find(old)), (new, find(new)), **asked)


def changes(old: Sequence[Claim], new: Sequence[Claim], **asked: bool) -> list[str]:
    return [item.change for item in compare(old, new, **asked) if not item.is_finding]


def premiere(document: str, when: str, **more: object) -> Claim:
    return make_claim(document, PREMIERE, "season-2", dates(when), asserted="2024-01-01", **more)


PROBABLE = {"certainty": "probable"}
CASES: dict[str, tuple[list[Claim], list[Claim], list[str]]] = {
    "the same": ([premiere("a", "2025-03-01")], [premiere("a", "2025-03-01")], []),
    "told by one more": ([premiere("a", "2025-03-01")], [premiere("a", "2025-03-01"), premiere("b", "2025-03-01")], []),
    "told by another": ([premiere("a", "2025-03-01")], [premiere("b", "2025-03-01")], []),
    "new": ([], [premiere("a", "2025-03-01")], ["gained"]),
    "gone": ([premiere("a", "2025-03-01")], [], ["lost"]),
    "moved in one article": ([premiere("a", "2025-03-01")], [premiere("a", "2025-04-01")], ["changed"]),
    "moved by another": ([premiere("a", "2025-03-01")], [premiere("b", "2025-04-01")], ["changed"]),
    "a second opinion": ([premiere("a", "2025-03-01")], [premiere("a", "2025-03-01"), premiere("b", "2025-04-01")], ["gained"]),
    "surer": ([premiere("a", "2025-03-01", **PROBABLE)], [premiere("a", "2025-03-01")], ["changed"]),
    "as sure in all": (
        [premiere("a", "2025-03-01"), premiere("b", "2025-03-01", **PROBABLE)],
        [premiere("a", "2025-03-01", **PROBABLE), premiere("b", "2025-03-01")],
        [],
    ),
    "one of many": (
        [make_claim("a", "release.platform", "show", name("Streamly"))],
        [make_claim("a", "release.platform", "show", name("Otherly"))],
        ["lost", "gained"],
    ),
    "denied": ([premiere("a", "2025-03-01")], [premiere("a", "2025-03-01", polarity="negative")], ["changed"]),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_values(case: str) -> None:
    old, new, expected = CASES[case]
    assert changes(old, new) == expected


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_other_way_round(case: str) -> None:
    old, new, expected = CASES[case]
    mirrored = {"gained": "lost", "lost": "gained", "changed": "changed"}
    assert sorted(changes(new, old)) == sorted(mirrored[change] for change in expected)


def test_each_article_with_itself() -> None:
    old, new, _ = CASES["told by one more"]
    assert changes(old, new, each=True) == ["gained"]
    assert sorted(changes(*CASES["told by another"][:2], each=True)) == ["gained", "lost"]


def test_a_part_told_wrongly_moves_no_status() -> None:
    """Two performers of one character divide its status from theirs, in both corpora alike."""
    old = [
        make_claim("a", "cast.plays", "Moon Ha-eun", name("Ahn Seo-rin")),
        make_claim("a", "cast.status", "Ahn Seo-rin", term("returning"), kind="character", season=2, place=9),
    ]
    new = [*old, make_claim("b", "cast.plays", "Seo Ji-an", name("Ahn Seo-rin"))]
    assert changes(old, new) == ["gained"]


def test_findings_appear_go_and_change() -> None:
    one, other, third = premiere("a", "2025-03-01"), premiere("b", "2025-04-01"), premiere("c", "2025-05-01")

    def told(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[str, bool, bool]]:
        found = (item for item in compare(old, new) if item.is_finding)
        return [(item.change, item.before is not None, item.finding is not None) for item in found]

    assert told([one], [one, other]) == [("appeared", False, True)]
    assert told([one, other], [one]) == [("went", True, False)]
    assert told([one, other], [one, other, third]) == [("changed", True, True)]
    assert told([one, other], [one, other, premiere("d", "2025-04-01")]) == []


def test_a_forecast_that_expired_has_expired() -> None:
    forecast = make_claim("a", PREMIERE, "season-2", dates("2024-05-01"), certainty="probable", asserted="2024-01-01")
    late = make_claim("b", PREMIERE, "season-2", term("unannounced"), asserted="2025-01-01")
    later = make_claim("c", "production.status", "season-2", term("underway"), asserted="2025-02-01")
    assert [item.change for item in compare([forecast, late], [forecast, late, later]) if item.is_finding] == []
    assert [item.change for item in compare([forecast], [forecast, late]) if item.is_finding] == ["appeared"]


def test_what_changed_over_time_is_told_if_asked_for() -> None:
    old = [make_claim("a", "production.status", "season-2", term("underway"), asserted="2024-01-01")]
    new = [*old, make_claim("b", "production.status", "season-2", term("wrapped"), asserted="2025-01-01")]
    assert not [item for item in compare(old, new) if item.is_finding]
    assert [item.change for item in compare(old, new, everything=True) if item.is_finding] == ["appeared"]


# Saved claims -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("AOUD_CORPUS", raising=False)
    assert main(["claims", "--json", "-o", str(tmp_path / "claims.json")]) == 0
    return tmp_path / "claims.json"


def test_saved_claims_are_the_claims(saved: Path) -> None:
    analysis = analyse()
    assert list(read_saved(str(saved)).claims) == [claim for claim in analysis.claims]
    assert analyse_saved(str(saved)).findings == analysis.findings


def test_a_corpus_and_its_saved_claims_say_the_same(saved: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(saved), str(ROOT / "seeds"), "--exit-code", "--each", "--all"]) == 0
    size = f"{len(json.loads(saved.read_text('utf-8'))['claims'])} claims in 5 articles"
    assert capfd.readouterr() == ("", f"compared {size} with {size}\nno difference\n")


def test_exit_code(saved: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.txt").write_text((ROOT / "seeds" / "000_3681b6282c771f5a.txt").read_text("utf-8"), encoding="utf-8")
    call = ["diff", str(saved), str(tmp_path / "one")]
    assert (main(call), main([*call, "--exit-code"])) == (0, 1)
    (tmp_path / "one" / "b.txt").write_bytes(b"\0")
    assert (main([*call, "--exit-code"]), main([*call, "--exit-code", "--allow-skips"])) == (2, 1)
    assert main([*call, "coverage"]) == 2
    capfd.readouterr()


def test_one_topic(saved: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call = ["diff", str(saved), str(ROOT / "seeds" / "000_3681b6282c771f5a.txt"), "--format", "jsonl"]
    main(call)
    everything = [json.loads(line) for line in capfd.readouterr().out.split("\n")[:-1]]
    main([*call, "viewership"])
    some = [json.loads(line) for line in capfd.readouterr().out.split("\n")[:-1]]
    assert some and some == [row for row in everything if row["topic"] == "viewership"]


BROKEN: dict[str, object] = {
    "nothing": {},
    "a list": [],
    "another kind": {"schema": "aoud.conflicts/1", "profile": "x", "articles": [], "skipped": [], "claims": []},
    "no profile": {"schema": "aoud.claims/1", "profile": 3, "articles": [], "skipped": [], "claims": []},
    "no claims": {"schema": "aoud.claims/1", "profile": "x", "articles": [], "skipped": []},
}


@pytest.mark.parametrize("case", BROKEN, ids=str)
def test_what_is_no_saved_file_is_told(tmp_path: Path, case: str) -> None:
    (tmp_path / "x.json").write_text(json.dumps(BROKEN[case]))
    with pytest.raises(AoudError, match="x.json: not what `aoud claims --json` prints"):
        read_saved(str(tmp_path / "x.json"))


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, "NaN", '"\ud83d"', "{" + '"a":' * 5])
def test_what_is_no_json_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, errors="surrogatepass")
    with pytest.raises(AoudError, match=r"x\.json: "):
        read_saved(str(tmp_path / "x.json"))


@pytest.mark.parametrize("key", ["id", "subject", "value", "season", "certainty", "polarity", "asserted", "source", "rule", "predicate"])
@pytest.mark.parametrize("wrong", [7.5, True, ["x"], {"id": 1}, "\x1b[31m"])
def test_a_claim_of_another_shape_is_told(saved: Path, key: str, wrong: object) -> None:
    told = json.loads(saved.read_text("utf-8"))
    told["claims"][3][key] = wrong
    saved.write_text(json.dumps(told))
    if key in ("id", "rule") and isinstance(wrong, str):
        assert read_saved(str(saved))
        return
    with pytest.raises(AoudError, match="not what"):
        read_saved(str(saved))


def test_two_shows_are_not_compared(saved: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = json.loads(saved.read_text("utf-8"))
    (tmp_path / "other.json").write_text(json.dumps({**told, "profile": "night-harbour"}))
    assert main(["diff", str(saved), str(tmp_path / "other.json")]) == 2
    assert "night-harbour" in capfd.readouterr().err
    profile = str(ROOT / "tests" / "example_profile.yaml")
    assert main(["diff", str(saved), str(tmp_path / "other.json"), "--profile", profile]) == 0
