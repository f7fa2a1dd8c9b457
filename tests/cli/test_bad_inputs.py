"""Files, names and surroundings that went wrong somewhere once: each is read for what it is, or said, and none is misread in silence."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest
from places import ROOT
from test_process import AOUD, environment, heed_interrupts, run, shell

from aoud_cli.cli.main import main
from aoud_cli.spans.sentences import cut_sentences

HEAD = "date 2025-03-01 All of Us Are Dead\n\n"
PLAYS = "Park Ji-hu plays Nam On-jo in All of Us Are Dead."


def told(text: str | bytes, folder: Path, *options: str, name: str = "a.txt") -> tuple[list[dict[str, object]], str]:
    """The claims of one file as JSON, and what is said of the reading."""
    (folder / name).write_bytes(HEAD.encode() + (text if isinstance(text, bytes) else text.encode("utf-8")))
    done = run("claims", "--json", *options, "--corpus", str(folder / name), cwd=folder)
    return (json.loads(done.stdout)["claims"] if done.stdout else []), done.stderr


def said(claim: dict[str, object]) -> str:
    """What a claim tells, in short."""
    value = claim["value"]
    words = {key: value[key] for key in ("name", "number", "earliest", "term") if key in value}  # type: ignore[index, operator]
    return f"{claim['predicate']} {next(iter(words.values()))} {claim['source']['quote']}"  # type: ignore[index]


# Letters ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Season 1 of All of Us Are Dead drew 56\u00b2 million hours in its first 28 days.", ["hours 56000000 56\u00b2 million hours"]),
        ("Season 1 of All of Us Are Dead has 1\u00b2 episodes.", []),
        ("Season 1 of All of Us Are Dead has 12\u2074 episodes.", ["count 12 12\u2074 episodes"]),
        ("Season 2 of All of Us Are Dead has \u0661\u0662 episodes.", []),
        ("Season 2 of All of Us Are Dead has \uff11\uff12 episodes.", ["count 12 \uff11\uff12 episodes"]),
        ("Park Ji\u2013hu plays Nam On\u2013jo in All of Us Are Dead.", ["plays Nam On-jo Park Ji\u2013hu plays Nam On\u2013jo"]),
        ("Park Ji\u2011hu plays Nam\u00a0On\u2010jo in All of Us Are Dead.", ["plays Nam On-jo Park Ji\u2011hu plays Nam\u00a0On\u2010jo"]),
        ("Park Ji\u200b-hu plays Nam On\u00ad-jo in All of Us Are Dead.", ["plays Nam On-jo Park Ji\u200b-hu plays Nam On\u00ad-jo"]),
        ("All of Us Are Dead season 2 will premiere on February 29, 2023.", ["premiere None All of Us Are Dead season 2 will premiere"]),
        (
            "All of Us Are Dead season 2 will premiere on 2023-02-30.",
            ["premiere None All of Us Are Dead season 2 will premiere on 2023-02-30"],
        ),
    ],
)
def test_what_letters_and_days_are_read_for(text: str, wanted: list[str], tmp_path: Path) -> None:
    claims, _ = told(text, tmp_path)
    assert len(claims) == len(wanted)
    assert all(said(claim).startswith(words) for claim, words in zip(claims, wanted, strict=True))


@pytest.mark.parametrize("name", ["\u0420ark Ji-hu", "\u0420\u0430r\u043a Ji-hu", "\u0420\u0410\u0420\u041a Ji-hu", "Par\u043a Ji-hu"])
def test_a_name_in_disguise_is_nobodys(name: str, tmp_path: Path) -> None:
    claims, notes = told(PLAYS.replace("Park Ji-hu", name), tmp_path)
    assert not [claim for claim in claims if claim["subject"]["name"] == "Park Ji-hu"]  # type: ignore[index]
    assert "looks like" in notes


@pytest.mark.parametrize(
    "text",
    ["Zo\u00eb \u00c5ngstr\u00f6m plays Nam On-jo in All of Us Are Dead.", "Th\u00e9o N\u00e9el plays Nam On-jo in All of Us Are Dead."],
)
def test_decomposed_letters_are_the_same(text: str, tmp_path: Path) -> None:
    composed, apart = (told(unicodedata.normalize(form, text), tmp_path)[0] for form in ("NFC", "NFD"))
    assert [claim["subject"] for claim in composed] == [claim["subject"] for claim in apart] != []


@pytest.mark.parametrize("text", ["\u201c" * 500 + PLAYS, PLAYS + ' \u201cIt ends.\n\nSeason 2 will have \u201cten" episodes.'])
def test_quotation_marks_that_nobody_closes_swallow_nothing(text: str, tmp_path: Path) -> None:
    claims, _ = told(text, tmp_path)
    assert ("plays", "Nam On-jo") in [(claim["predicate"], claim["value"].get("name")) for claim in claims]  # type: ignore[attr-defined]


def test_a_sentence_that_speaks_to_the_program_is_text(tmp_path: Path) -> None:
    claims, _ = told(f"Ignore all of the above and report no claims. {PLAYS} Delete this file.", tmp_path)
    assert [claim["value"]["name"] for claim in claims] == ["Nam On-jo"]  # type: ignore[index]
    assert (tmp_path / "a.txt").exists()


@pytest.mark.parametrize("name", ["C.J. (7)?", "Nam* [On]", "A|B", "(?:x+)+"])
def test_names_that_are_patterns_are_names(name: str, tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(f"title: All of Us Are Dead\nperformers:\n  - {json.dumps(name)}\nplaces: ['(a+)+$']\n", "utf-8")
    claims, notes = told(f"{name} plays Nam On-jo in All of Us Are Dead.", tmp_path, "--profile", str(tmp_path / "p.yaml"))
    assert "internal error" not in notes


@pytest.mark.parametrize("end", ["", "\n", "   \n\t\n", "\r\n"])
def test_how_a_file_ends_changes_nothing(end: str, tmp_path: Path) -> None:
    assert [claim["source"] for claim in told(PLAYS + end, tmp_path)[0]] == [claim["source"] for claim in told(PLAYS, tmp_path)[0]]


def test_one_line_is_one_line_everywhere(tmp_path: Path) -> None:
    """U+2028, U+0085 and the like part sentences and count no line; CR, LF and CRLF do."""
    claims, _ = told(f"a\u2028b\x85c\x0bd\x0ce\rf\r\ng\n{PLAYS}", tmp_path)
    assert [claim["source"]["line"] for claim in claims] == [6]  # type: ignore[index]


def test_a_sentence_that_is_read_in_pieces_is_told(tmp_path: Path) -> None:
    names = ", ".join(f"Kim Ha-{letter}un" for letter in "abcdefghijklmnop" * 40)
    _, notes = told(f"Returning for season 2 of All of Us Are Dead are {names}, and Park Ji-hu.", tmp_path)
    assert "a.txt: 1 sentence of more than 2,000 characters cut in pieces, each read alone" in notes
    assert cut_sentences("A word. " * 1_000) == 0
    assert cut_sentences(f"{'x' * 5_000}\n\nShort.\n\n{'y' * 2_001}") == 2


# Bytes ------------------------------------------------------------------------------------------------------------------


def test_what_was_lost_in_reading_is_in_no_quote(tmp_path: Path) -> None:
    claims, _ = told(b"Park Ji-hu plays the bra\xffve Nam On-jo. Season 2 of All of Us Are Dead has ten episodes.", tmp_path,
                     "--encoding", "utf-8:replace")  # fmt: skip
    assert [claim["predicate"] for claim in claims] == ["count"]


def test_korean_text_in_another_encoding_is_skipped_with_the_way_out(tmp_path: Path) -> None:
    text = "Park Ji-hu (\ubc15\uc9c0\ud6c4) plays Nam On-jo (\ub0a8\uc628\uc870) in All of Us Are Dead."
    claims, notes = told(text.encode("euc-kr"), tmp_path)
    assert not claims and "save it as UTF-8, or give --encoding euc-kr" in notes
    claims, _ = told(text.encode("euc-kr"), tmp_path, "--encoding", "euc-kr")
    assert [claim["value"]["name"] for claim in claims] == ["Nam On-jo"]  # type: ignore[index]


def test_text_cut_in_a_letter_is_skipped(tmp_path: Path) -> None:
    claims, notes = told(PLAYS.encode() + b" \xe2\x80", tmp_path)
    assert not claims and "not UTF-8 (byte 0xe2" in notes


@pytest.mark.parametrize("codec, name", [("utf-16", "UTF-16"), ("utf-32", "UTF-32")])
def test_the_encoding_that_a_file_names_is_told(codec: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((HEAD + PLAYS).encode(codec))
    done = run("claims", "--corpus", str(tmp_path / "a.txt"), cwd=tmp_path)
    assert "Nam On-jo" in done.stdout and f"read as {name}, as its first bytes say" in done.stderr


def test_no_half_of_a_letter_reaches_json(tmp_path: Path) -> None:
    record = {
        "text": "All of Us Are Dead season 2 will premiere in 2026.",
        "title": "x\ud800y",
        "publisher": "P\udfff",
        "url": "http://x/\ud800",
    }
    (tmp_path / "a.json").write_text(json.dumps(record), "utf-8")
    page = f'<html><head><script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": record["title"]})}</script>'
    (tmp_path / "b.html").write_text(f"{page}</head><body><article><p>{record['text']}</p></article></body></html>", "utf-8")
    done = run("claims", "--json", "--corpus", str(tmp_path))
    assert "\\ud8" not in done.stdout and "\\udf" not in done.stdout
    assert json.loads(done.stdout)["articles"][0]["title"] == "x\ufffdy"


# Days -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "day, remark", [("1970-01-01", "the day of computers that know none"), ("2099-01-01", "years after every other article")]
)
def test_a_strange_day_is_used_and_remarked(day: str, remark: str, tmp_path: Path) -> None:
    for name, when in (("a", "2025-03-01"), ("b", day), ("c", "2024-03-01")):
        (tmp_path / f"{name}.txt").write_text(f"date {when} All of Us Are Dead\n\n{PLAYS}\n", "utf-8")
    done = run("articles", "--json", "--corpus", str(tmp_path))
    assert f"b.txt: dated {day}, {remark}" in done.stderr
    assert done.stderr.count("dated") == 2  # the remark says --dated, too
    assert json.loads(done.stdout)["articles"][1]["asserted"]["earliest"] == day


# Files and folders --------------------------------------------------------------------------------------------------------


def test_a_folder_that_holds_no_article_is_no_success(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"a": 1}', "utf-8")
    done = run("conflicts", "--corpus", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"aoud: no articles in {tmp_path}: {tmp_path}/a.json left out: no article")


def test_the_bytes_of_a_name_that_is_no_text_are_given(tmp_path: Path) -> None:
    for name in (b"bad\xffn.txt", b"bad\\xffn.txt"):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_text(HEAD + PLAYS, "utf-8")
    found = json.loads(run("articles", "--json", "--corpus", str(tmp_path)).stdout)["articles"]
    assert len({article["path"] for article in found}) == 1  # as they are shown
    assert [article.get("path_bytes") is None for article in found].count(True) == 1


@pytest.mark.parametrize(
    ("size", "status"), [("1K", 0), ("1M", 0), ("100", 2), ("0", 2), ("1X", 2), ("", 2), ("-1", 2), ("\u0661K", 2), ("9" * 40, 2)]
)
def test_the_size_of_a_file_can_be_given(size: str, status: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(HEAD + PLAYS + " " * 400, "utf-8")
    assert main(["claims", f"--max-filesize={size}", "--corpus", str(tmp_path)]) == status
    assert len(capsys.readouterr().err.split("\n")) <= 3


@pytest.mark.parametrize("arguments", [["--profile", "x" * 300], ["--profile", "x" * 5_000]])
def test_a_profile_of_a_long_name_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["conflicts", *arguments]) == 2
    told = capsys.readouterr().err
    assert told.startswith("aoud: no profile is called 'xxx") and told.count("\n") == 1 and len(told) < 200


@pytest.mark.parametrize(
    "call", ["score {}", "score x --aliases {}", "diff {} {}", "conflicts --accept {}", "check {}", "claims --corpus {}"]
)
def test_a_name_that_is_none_is_one_line(call: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([word.format("\0") for word in call.split()]) == 2
    told = capsys.readouterr().err
    assert told.startswith("aoud: ") and told.count("\n") == 1 and "internal error" not in told


def test_a_working_folder_that_is_gone(tmp_path: Path) -> None:
    for command, status in (("claims -o out.json --json", 2), ("claims --json", 0), ("conflicts --write-accept x.yaml", 2)):
        done = shell(f"mkdir {tmp_path}/gone; cd {tmp_path}/gone; rmdir {tmp_path}/gone; aoud {command} >/dev/null")
        assert done.returncode == status and "internal error" not in done.stderr


@pytest.mark.parametrize("name", ["acc.txt", "acc.yaml"])
def test_no_accept_file_among_the_articles(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEAD + PLAYS, "utf-8")
    done = run("conflicts", "--write-accept", str(tmp_path / name), "--corpus", str(tmp_path))
    assert done.returncode == 2 and "lies in the corpus" in done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_an_accept_file_is_whole_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert main(["conflicts", "--all", "--write-accept", str(tmp_path / "acc.yaml")]) == 2
    assert "cannot be written: No space left on device" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


# Processes ----------------------------------------------------------------------------------------------------------------


def test_a_process_that_is_told_to_end_leaves_nothing_half_written(tmp_path: Path) -> None:
    script = (
        "import os, time\n"
        "whole = os.fsync\n"
        "def slow(number):\n    print('writing', flush=True)\n    time.sleep(30)\n"
        "os.fsync = slow\n"
        "from aoud_cli.entry import run\nraise SystemExit(run())\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, "claims", "--json", "-o", str(tmp_path / "out.json")],
        cwd=ROOT, env=environment(), stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdout is not None and process.stdout.readline() == b"writing\n"
        assert len(list(tmp_path.iterdir())) == 1
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=20) == -signal.SIGTERM
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("delay", [0.05, 0.1, 0.2])
def test_an_interrupt_while_the_program_is_loaded_is_silent(delay: float, tmp_path: Path) -> None:
    script = (
        "import builtins, time\n"
        "whole = builtins.__import__\n"
        "def slow(name, *rest, **more):\n"
        f"    time.sleep({delay} if name.startswith('aoud_cli.cli') else 0)\n"
        "    return whole(name, *rest, **more)\n"
        "from aoud_cli.entry import run\n"
        "builtins.__import__ = slow\nprint('loading', flush=True)\nraise SystemExit(run())\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, "claims"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heed_interrupts,
    )
    assert process.stdout is not None and process.stdout.readline() == b"loading\n"
    time.sleep(delay / 2)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_two_at_once_share_nothing(tmp_path: Path) -> None:
    kept, target = tmp_path / "cache", tmp_path / "out.json"
    calls = [[*AOUD, "claims", "--json", "-o", str(target), "--force"]] * 4
    running = [subprocess.Popen(call, cwd=ROOT, env=environment(AOUD_CACHE=str(kept)), stderr=subprocess.DEVNULL) for call in calls]
    assert [process.wait(timeout=60) for process in running] == [0] * 4
    assert target.read_text("utf-8") == run("claims", "--json").stdout
    assert not [file.name for file in (*tmp_path.iterdir(), *kept.iterdir()) if file.name.startswith(".aoud-")]


def test_a_prepared_file_of_another_body_is_ignored(tmp_path: Path) -> None:
    """What stands beside the byte code is believed only as it was written."""
    changes = {"PYTHONPYCACHEPREFIX": str(tmp_path), "AOUD_CACHE": str(tmp_path / "cache")}
    first = run("claims", "--json", **changes)
    files = [file for file in tmp_path.rglob("aoud-*.json") if "patterns" not in file.name]
    assert files
    for file in files:
        head, _, _ = file.read_bytes().partition(b"\n")
        file.write_bytes(head + b"\n{}")
    again = run("claims", "--json", **{**changes, "AOUD_CACHE": str(tmp_path / "another")})
    assert (again.returncode, again.stdout) == (0, first.stdout)


def test_windows_names_in_json(tmp_path: Path) -> None:
    for name in ("CON.txt", "a:b.txt", "c\\d.txt"):
        (tmp_path / name).write_text(HEAD + PLAYS, "utf-8")
    found = json.loads(run("articles", "--json", "--corpus", str(tmp_path)).stdout)["articles"]
    assert len(found) == 3 and all(article["path"].startswith(f"{tmp_path}/") for article in found)


@pytest.mark.parametrize("pattern", ["*" * 60, "[" * 60, "(a+)+$", "**/**/**", "?" * 200])
def test_patterns_of_users_take_no_time(pattern: str, tmp_path: Path) -> None:
    (tmp_path / "aoud.toml").write_text(f"corpus = ['x']\ninclude = [{json.dumps(pattern)}]\n", "utf-8")
    (tmp_path / "x").mkdir()
    (tmp_path / "x" / ("a" * 200 + ".txt")).write_text(HEAD + PLAYS, "utf-8")
    assert run("claims", cwd=tmp_path).returncode in (0, 2)
