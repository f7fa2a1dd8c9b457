"""Gold and aliases as files, gains and losses, and the command."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from small_scores import JULY, OPEN, Write, row, small_score

import aoud_cli
from aoud_cli.cli.main import main
from aoud_cli.model import (
    AoudError,
)
from aoud_cli.output.columns import text_width
from aoud_cli.output.style import Style
from aoud_cli.scoring.against import changes, read_earlier
from aoud_cli.scoring.gold import find_aliases, read_aliases, read_gold
from aoud_cli.scoring.tally import Judgement
from aoud_cli.views.score import ScoreView
from aoud_cli.views.score_text import value_words

GOOD = row("cast.status", "Moon Ha-eun", "new")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "not JSON (Expecting property name"),
        ("[1]", "a line of gold is one JSON object"),
        ('{"topic": NaN}', "not JSON that can be read"),
        ("[" * 100_000, "not JSON that can be read"),
        ({key: value for key, value in GOOD.items() if key != "core"}, "'core' is missing"),
        ({**GOOD, "topic": "cats"}, "no predicate is called 'cats.status'"),
        ({**GOOD, "subject": ""}, 'subject must be text, not ""'),
        ({**GOOD, "core": 1}, "core must be true or false, not 1"),
        ({**GOOD, "season": "2"}, 'season must be a number or null, not "2"'),
        ({**GOOD, "season": True}, "season must be a number or null, not true"),
        ({**GOOD, "certainty": "sure"}, "certainty must be one of certain, probable, possible, any"),
        ({**GOOD, "doc": "b"}, "it speaks of 'b', the file of 'a'"),
        ({**GOOD, "value": None}, "value must be text, a number or a date, not null"),
        ({**GOOD, "value": {"from": 1}}, 'value must be {"earliest"'),
        ({**GOOD, "value": {"earliest": "2025-02-30"}}, '"2025-02-30" is no day of the calendar'),
        ({**GOOD, "value": {"earliest": "20250201"}}, '"20250201" is no day of the calendar'),
        (row("viewership.hours", "season-1", 5), 'value must be {"hours"'),
        (row("viewership.hours", "season-1", {"hours": 5, "window_days": "x"}), "window_days must be a number or null"),
        ('{"hours": 1e999}', "not JSON that can be read"),
        (row("character.relation", "A", {"kind": "father"}), 'value must be {"kind": "father", "to": a name}'),
        ({**GOOD, "topic": "\x1b[31m"}, "no predicate is called '\\x1b[31m.status'"),
    ],
)
def test_a_bad_line_is_named(write: Write, line: dict[str, Any] | str, said: str) -> None:
    folder = write("a", GOOD, "", line)
    with pytest.raises(AoudError) as error:
        read_gold(str(folder))
    message = str(error.value)
    assert message.startswith(f"{folder}/a.jsonl:3: ") and said in message and "\n" not in message


def test_gold_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(AoudError, match="no gold in "):
        read_gold(str(tmp_path))
    with pytest.raises(AoudError, match="not found"):
        read_gold(str(tmp_path / "none.jsonl"))
    (tmp_path / "a.jsonl").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(AoudError, match="a.jsonl: "):
        read_gold(str(tmp_path))


def test_one_file_is_gold_too(write: Write) -> None:
    folder = write("a", GOOD)
    (folder / "a.jsonl").write_bytes((folder / "a.jsonl").read_bytes().replace(b"\n", b"\r\n"))
    assert list(read_gold(str(folder / "a.jsonl"))) == ["a"]


@pytest.mark.parametrize("text", ["{}", '["a"]', '[["a", 1]]', "[[]]", "[", ""])
def test_bad_aliases_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "aliases.json").write_text(text, "utf-8")
    with pytest.raises(AoudError, match=r"aliases\.json: not "):
        read_aliases([str(tmp_path / "aliases.json")])


def test_aliases_are_looked_for_near_the_gold(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two" / "three"
    folder.mkdir(parents=True)
    (tmp_path / "aliases.json").write_text("[]", "utf-8")
    assert find_aliases(str(folder)) == []  # three above: not its own any more
    assert find_aliases(str(folder.parent)) == [str(tmp_path / "aliases.json")]
    (folder / "aliases.json").write_text("[]", "utf-8")
    assert find_aliases(str(folder)) == [str(folder / "aliases.json")]


def test_without_aliases_the_profile_knows_names(write: Write, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Moon Ha-eun, who plays Ahn Seo-rin in Night Harbour, is back.\n", "utf-8")
    gold = write("a", row("cast.plays", "The Moon", "Ahn Seo-rin"))
    profile = tmp_path / "profile.yaml"
    known = "profile: p\ntitle: Night Harbour\nseasons: 1\nperformers:\n  - {name: Moon Ha-eun, aliases: [The Moon]}\n"
    profile.write_text(known, "utf-8")
    assert aoud_cli.score(str(gold), [str(tmp_path / "a.txt")], profile=str(profile)).total.recall == 1
    profile.write_text(known.replace("The Moon", "La Luna"), "utf-8")
    assert aoud_cli.score(str(gold), [str(tmp_path / "a.txt")], profile=str(profile)).total.recall == 0


def judgement(outcome: Any, value: str = "new", **more: Any) -> Judgement:
    base: dict[str, Any] = {"certainty_right": outcome == "found" or None, "season_right": None, "document": "a", "evidence": "words"}
    base |= more
    document = base.pop("document")
    return Judgement(
        outcome, document, "a.txt", 1, "cast", "status", "Moon Ha-eun", value, 2, None, "certain", base["evidence"], None,
        base["certainty_right"], base["season_right"], (), (),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([judgement("found")], [judgement("found")], []),
        ([judgement("missed")], [judgement("found")], [(True, "claim")]),
        ([judgement("found")], [judgement("missed")], [(False, "claim")]),
        ([judgement("found")], [judgement("found", certainty_right=False)], [(False, "certainty")]),
        ([judgement("found", season_right=False)], [judgement("found", season_right=True)], [(True, "season")]),
        ([judgement("found")], [judgement("found"), judgement("wrong", "out")], [(False, "precision")]),
        ([judgement("wrong", "out"), judgement("found")], [judgement("found")], [(True, "precision")]),
        ([judgement("wrong", "out")], [judgement("wrong", "out", evidence="other words")], []),
        # Gold that only one of the two had is neither a gain nor a loss, nor is an article that only one read.
        ([], [judgement("missed")], []),
        ([judgement("missed", "out")], [judgement("missed")], []),
        ([judgement("found")], [judgement("found"), judgement("wrong", document="b")], []),
        ([judgement("missed"), judgement("missed")], [judgement("found"), judgement("missed")], [(True, "claim")]),
    ],
)
def test_changes(before: list[Judgement], after: list[Judgement], expected: list[tuple[bool, str]]) -> None:
    assert [(change.gain, change.what) for change in changes(before, after)] == expected


def test_an_earlier_score_reads_back(tmp_path: Path) -> None:
    judged = (judgement("found"), judgement("wrong", "out"))
    told = {"schema": "aoud.score/1", "score": {"recall": 1.0}, "judgements": [asdict(item) for item in judged]}
    path = tmp_path / "before.json"
    path.write_text(json.dumps(told), "utf-8")
    assert read_earlier(str(path)).judgements == judged
    told["judgements"][0]["document"] = ["a"]  # type: ignore[index]
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(AoudError, match="not what `aoud score --json` prints"):
        read_earlier(str(path))


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", '{"schema": "aoud.claims/1"}', '{"schema": "aoud.score/1", "score": {}, "judgements": [{}]}']
)
def test_an_earlier_score_that_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "before.json").write_text(text, "utf-8")
    with pytest.raises(AoudError, match="before.json: not what `aoud score --json` prints"):
        read_earlier(str(tmp_path / "before.json"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "a.txt").write_text("Moon Ha-eun, who plays the pilot Ahn Seo-rin in All of Us Are Dead, is back.\n", "utf-8")
    return folder


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["score", *arguments])
    out, err = capfd.readouterr()
    return status, out, err


def test_the_command_piped(capfd: pytest.CaptureFixture[str], write: Write, corpus: Path, tmp_path: Path) -> None:
    gold = str(write("a", row("cast.plays", "Moon Ha-eun", "Ahn Seo-rin"), row("cast.plays", "Seo Ji-an", "Pyo Do-yun")))
    call = [gold, "--corpus", str(corpus)]
    status, out, err = run(capfd, *call)
    assert status == 0
    assert [line.split("\t") for line in out.split("\n")[:-1]] == [
        ["score", "cast.plays", "2", "0.5000", "1", "1.0000", "1/1", "0/0"],
        ["score", "all", "2", "0.5000", "1", "1.0000", "1/1", "0/0"],
    ]
    assert "recall 1/2, precision 1/1" in err
    lines = run(capfd, *call, "--misses")[1].split("\n")
    assert lines[2].split("\t")[:4] == ["missed", "cast.plays", "Seo Ji-an", "Pyo Do-yun"]
    lines = run(capfd, *call, "--rules")[1].split("\n")
    assert lines[0].split("\t")[0] == "rule" and lines[0].split("\t")[2:] == ["1.0000", "1", "0", "0", "0"]

    before = tmp_path / "before.json"
    before.write_text(run(capfd, *call, "--json")[1], "utf-8")
    (corpus / "a.txt").write_text("Seo Ji-an, who plays the pilot Pyo Do-yun in All of Us Are Dead, is back.\n", "utf-8")
    lines = run(capfd, *call, "--against", str(before))[1].split("\n")
    assert [line.split("\t")[:5] for line in lines[2:-1]] == [
        ["loss", "claim", "missed", "cast.plays", "Moon Ha-eun"],
        ["gain", "claim", "found", "cast.plays", "Seo Ji-an"],
    ]
    told = json.loads(run(capfd, *call, "--against", str(before), "--json")[1])
    assert [(change["change"], change["what"]) for change in told["changes"]] == [("loss", "claim"), ("gain", "claim")]


def test_the_command_refuses_bad_gold(capfd: pytest.CaptureFixture[str], write: Write, corpus: Path) -> None:
    gold = str(write("a", "{"))
    status, out, err = run(capfd, gold, "--corpus", str(corpus))
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"aoud: {gold}/a.jsonl:1: not JSON")


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_terminal_is_not_overrun(write: Write, width: int) -> None:
    score = small_score(write)
    earlier = aoud_cli.scoring.against.Earlier({"recall": 0.25}, tuple(score.judgements[2:]))
    nothing: Any = None  # a score is shown without the analysis
    for view in (
        ScoreView(nothing, score),
        ScoreView(nothing, score, misses=True),
        ScoreView(nothing, score, rules=True, misses=True, earlier=earlier, changes=changes(earlier.judgements, score.judgements)),
    ):
        lines = list(view.layout(Style(terminal=True, width=width)))
        assert max(map(text_width, lines)) <= width
        assert "recall 2/4" in view.tally()
    assert "recall     0.2500 -> 0.5000" in lines


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("new", "new"),
        (12, "12"),
        (JULY, "2026-07-01..2026-07-31"),
        ({"earliest": "2026-07-01", "latest": "2026-07-01"}, "2026-07-01"),
        (OPEN, "..2026-07-31"),
        ({"hours": 560_780_000, "window_days": 28}, "560.78 million in 28 days"),
        ({"hours": 560_780_000, "window_days": None}, "560.78 million"),
        ({"kind": "father", "to": "Ahn Seo-rin"}, "father of Ahn Seo-rin"),
    ],
)
def test_values_in_words(value: object, said: str) -> None:
    assert value_words(value) == said
