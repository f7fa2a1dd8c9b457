"""At which stage a claim was lost: one small text for each."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from small_scores import row

from aoud_cli.cli.main import main
from aoud_cli.model import Article, Asserted
from aoud_cli.names.profile_file import load_profile
from aoud_cli.scoring.gold import read_gold
from aoud_cli.scoring.match import Names
from aoud_cli.scoring.why import STAGES, count_losses, find_losses

SHOW = load_profile()
TITLE = "All of Us Are Dead season 2"
Write = Callable[..., Path]
# Text, gold, and the stage with its detail; None where nothing is lost.
MAY = {"earliest": "2026-05-01", "latest": "2026-05-31"}
CASES: list[tuple[str, dict[str, object], tuple[str, str] | None]] = [
    ("Lomon plays Lee Su-hyeok.", row("cast.plays", "Lomon", "Lee Su-hyeok"), None),
    ("Lomon smiled at the gala.", row("cast.plays", "Lomon", "Lee Su-hyeok"), ("untagged", "value")),
    ("He smiled at the gala. Lomon waved.", row("cast.status", "Park Ji-hu", "returning"), ("untagged", "subject")),
    ("Lomon smiled at the gala.", row("cast.status", "Lomon", "returning"), ("no word", "")),
    ("Lomon met a director at the gala.", row("crew.director", "season-2", "Lomon"), ("no construction", "")),
    ("Season 2 arrives soon.", row("release.premiere", "season-2", MAY), ("untagged", "date")),
    ("An interview of May 2026 is about season 2.", row("release.premiere", "season-2", MAY), ("attachment", "elsewhere")),
    ("Will season 2 premiere in May 2026?", row("release.premiere", "season-2", MAY), ("screen", "a question")),
    ("Season 2 premieres in June 2026.", row("release.premiere", "season-2", MAY), ("value", "another")),
    ("Season 2 won't premiere in May 2026.", row("release.premiere", "season-2", MAY), ("value", "denied")),
    ("Season 3 premieres in May 2026.", row("release.premiere", "season-2", MAY), ("value", "another")),
    ("Nothing of it.", {**row("cast.plays", "Lomon", "Lee Su-hyeok"), "evidence": "not there"}, ("no evidence", "")),
]


def losses(text: str, gold: dict[str, object], folder: Path) -> list[tuple[str, str]]:
    (folder / "a.jsonl").write_text(json.dumps({**gold, "evidence": gold.get("evidence") or text}) + "\n", "utf-8")
    article = Article(
        "a", "a.txt", f" date 2026-01-20 {TITLE}\n\n{text}", "0", TITLE, Asserted(date(2026, 1, 20), date(2026, 1, 20), "stated")
    )
    return [(loss.stage, loss.detail) for loss in find_losses([article], SHOW, read_gold(str(folder)), Names.of([]))]


@pytest.mark.parametrize(("text", "gold", "lost"), CASES, ids=[case[0] for case in CASES])
def test_where_it_was_lost(tmp_path: Path, text: str, gold: dict[str, object], lost: tuple[str, str] | None) -> None:
    told = gold if gold.get("evidence") == "not there" else {**gold, "evidence": text}
    assert losses(text, told, tmp_path) == ([] if lost is None else [lost])


def test_an_article_about_something_else(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({**row("cast.plays", "A", "B"), "evidence": "Moon"}) + "\n", "utf-8")
    other = Article("a", "a.txt", " date 2026-01-20 Paper Moon\n\nMoon Ha-eun waved.", "0", "", Asserted())
    found = find_losses([other], SHOW, read_gold(str(tmp_path)), Names.of([]))
    assert [(loss.stage, loss.detail) for loss in found] == [("passed over", "other_subject")]
    ((stage, detail, keys),) = count_losses(found)
    assert (stage, detail, dict(keys)) == ("passed over", "other_subject", {"cast.plays": 1})


def test_a_wrong_season_is_lost_by_its_step(tmp_path: Path) -> None:
    gold = {**row("character.occupation", "Nam On-jo", "student"), "season": 1, "evidence": "Nam On-jo is a student in season 2."}
    found = losses("Nam On-jo is a student in season 2.", gold, tmp_path)
    assert found in ([("season", "clause")], [("season", "sentence")])


def test_the_stages_are_told_in_their_order() -> None:
    assert len(set(STAGES)) == len(STAGES)


def test_the_command_counts_them(capfd: pytest.CaptureFixture[str], write: Write, tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "a.txt").write_text(f"{TITLE}\n\nLomon smiled at the gala.\n", "utf-8")
    gold = str(write("a", {**row("cast.status", "Lomon", "returning"), "evidence": "Lomon smiled at the gala."}))
    call = ["score", gold, "--corpus", str(docs), "--why"]
    assert main(call) == 0
    assert "why\tno word\t\t1\tcast.status 1\n" in capfd.readouterr().out
    assert main([*call, "--json"]) == 0
    assert json.loads(capfd.readouterr().out)["why"] == [{"stage": "no word", "detail": "", "count": 1, "by_predicate": {"cast.status": 1}}]
    assert main([*call, "--format", "csv"]) == 0
    assert capfd.readouterr().out == "stage,detail,count,predicates\nno word,,1,cast.status 1\n"
