"""The command line: help, wrong calls, and what each command selects."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from aoud_cli.cli.main import main

READING = ["claims", "conflicts", "agreements", "check", "timeline", "articles", "names", "explain", "coverage", "score"]
COMMANDS = [*READING, "diff", "schema", "help", "completion"]


@pytest.fixture
def aoud(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Runs the entry point in this process: (status, standard output, standard error)."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "AOUD_CORPUS"):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        out, err = capfd.readouterr()
        return status, out, err

    return call


def test_an_empty_timeline_says_where_the_claims_are(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("Season 2 of All of Us Are Dead premieres in May 2026.\n", encoding="utf-8")
    assert main(["timeline", "--corpus", str(tmp_path)]) == 0
    out, err = capfd.readouterr()
    assert out == "" and err.endswith("; nothing to show: no more than one article tells of it; `aoud claims` lists what one tells\n")


def test_no_arguments_is_short_help(aoud) -> None:
    status, out, err = aoud()
    assert (status, out) == (2, "")
    assert "Usage: aoud" in err and "aoud conflicts" in err


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_shows_lines_to_copy(aoud, command: list[str], flag: str) -> None:
    status, out, err = aoud(*command, flag)
    assert (status, err) == (0, "")
    head = out.split("Options:")[0]
    assert sum(line.strip().startswith("aoud ") for line in head.split("\n")) >= 2


@pytest.mark.parametrize("flag", ["-V", "--version"])
def test_version(aoud, flag: str) -> None:
    assert aoud(flag) == (0, "aoud 0.1.0\n", "")


@pytest.mark.parametrize("command", READING)
def test_every_command_takes_the_shared_options(aoud, command: str) -> None:
    out = aoud(command, "-h")[1]
    for option in ("--format", "--json", "--color", "--corpus", "--dated", "--profile", "--as-of", "--allow-skips"):
        assert option in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["clams"], "no such command 'clams' (did you mean 'claims'"),
        (["claims", "--feilds", "id"], "no such option: --feilds (did you mean --fields?); see aoud claims -h"),
        (["claims", "cast", "crew"], "'crew' is no file or folder; one call takes one topic, and 'cast' is one"),
        (["claims", "--season", "two"], "invalid value for '--season': 'two' is not a"),
        (["check"], "missing argument 'DRAFT...'; see aoud check -h"),
        (["claims", "--corpus"], "'--corpus' requires an argument; see aoud -h"),
        (["--json", "claims"], "no option --json before a command; options stand behind it"),
        (["profile", "chek"], "(did you mean 'check'?); see aoud profile -h"),
        (["profile", "check", "no-such-show"], "no profile is called 'no-such-show'; aoud has all-of-us-are-dead and"),
        (["claims", "--profile", "no-such-show"], "no profile is called 'no-such-show'; aoud has"),
        (["claims", "--profile", ""], "no profile is called ''"),
        (["conflicts", "--accept", ""], "aoud: '': not found"),
        (["claims", "--about", " "], "--about needs a name; this one is empty"),
        (["names", ""], "this one is empty"),
        (["report", "--json", "-o", "x.html"], "no such option: --json"),
        (["explain", "--format", "csv", "a"], "'csv' is not one of 'text', 'json', 'jsonl'"),
        (["claims", "casts"], "did you mean 'cast'"),
        (["claims", "viewers"], "did you mean 'viewership.viewers'"),
        (["claims", "plays"], "did you mean 'cast.plays'"),
        (["claims", "cast.play"], "did you mean 'cast.plays'"),
        (["claims", "zzzz"], "unknown topic 'zzzz'; topics are cast, "),
        (["claims", "--format", "xml"], "'xml' is not one of"),
        (["claims", "--json", "--format", "jsonl"], "exclude each other"),
        (["claims", "--dated", "x"], "write it as DOCUMENT=YYYY-MM-DD"),
        (["claims", "--dated", "x=2025-02-30"], "no day of the calendar"),
        (["claims", "--dated", "x=20250201"], "no day of the calendar"),
        (["claims", "--dated", "no-such-article=2025-02-01"], "no-such-article"),
        (["conflicts", "--fail-on", "fatal"], "'fatal' is not one of"),
        (["schema", "claimz"], "unknown kind 'claimz'"),
        (["claims", "\x1b[31m"], "\\x1b[31m"),
        (["claims", "--\x1b[31m"], "\\x1b[31m"),
    ],
)
def test_a_wrong_call_is_told(aoud, arguments: list[str], said: str) -> None:
    status, out, err = aoud(*arguments)
    assert (status, out) == (2, "")
    assert said in err
    assert err.startswith("aoud: ") and err.count("\n") == 1
    assert "internal error" not in err and "\x1b" not in err


@pytest.mark.parametrize("command", ["claims", "conflicts", "agreements", "timeline", "articles"])
def test_json_flag_is_format_json(aoud, command: str) -> None:
    assert aoud(command, "--json") == aoud(command, "--format", "json")


def test_a_topic_selects(aoud) -> None:
    everything = json.loads(aoud("claims", "--json")[1])["claims"]
    cast = json.loads(aoud("claims", "cast", "--json")[1])["claims"]
    plays = json.loads(aoud("claims", "cast.plays", "--json")[1])["claims"]
    assert cast == [claim for claim in everything if claim["topic"] == "cast"]
    assert plays == [claim for claim in cast if claim["predicate"] == "plays"]
    assert plays and len(cast) < len(everything)


def test_lines_are_the_records(aoud) -> None:
    records = json.loads(aoud("claims", "--json")[1])["claims"]
    lines = [json.loads(line) for line in aoud("claims", "--format", "jsonl")[1].split("\n")[:-1]]
    assert {line.pop("schema") for line in lines} == {"aoud.claim/1"}
    assert lines == records


def test_all_adds_what_changed(aoud) -> None:
    few = json.loads(aoud("conflicts", "--json")[1])["conflicts"]
    more = json.loads(aoud("conflicts", "--all", "--json")[1])["conflicts"]
    assert few == [finding for finding in more if finding["verdict"] != "changed"]
    assert not {finding["verdict"] for finding in more} & {"agrees", "refines"}


def test_agreements_have_two_documents_and_single_one(aoud) -> None:
    both = json.loads(aoud("agreements", "--json")[1])["agreements"]
    alone = json.loads(aoud("agreements", "--single", "--json")[1])["agreements"]
    assert both and alone
    assert all(len({name for side in item["sides"] for name in side["documents"]}) > 1 for item in both)
    assert all([len(side["documents"]) for side in item["sides"]] == [1] for item in alone)


def test_fail_on(aoud) -> None:
    severities = {finding["severity"] for finding in json.loads(aoud("conflicts", "--json")[1])["conflicts"]}
    assert "error" in severities
    assert aoud("conflicts")[0] == 0
    assert aoud("conflicts", "--fail-on", "error")[0] == 1
    assert aoud("conflicts", "trailer", "--fail-on", "error")[0] == 0


def test_a_fault_of_ours_asks_for_a_report(aoud, monkeypatch: pytest.MonkeyPatch) -> None:
    from aoud_cli.analysis import pipeline

    def fail(*_: object, **__: object) -> None:
        raise ValueError("quoted \x1b[31m text")

    monkeypatch.setattr(pipeline, "analyse", fail)
    status, out, err = aoud("claims")
    assert (status, out) == (2, "")
    assert err == "aoud: internal error (ValueError: quoted \\x1b[31m text), please report; AOUD_DEBUG=1 shows the trace\n"
    monkeypatch.setenv("AOUD_DEBUG", "1")
    assert "Traceback" in aoud("claims")[2]


@pytest.mark.parametrize(("error", "said"), [(MemoryError(), "out of memory"), (RecursionError(), "nested too deeply")])
def test_limits_are_told(aoud, monkeypatch: pytest.MonkeyPatch, error: Exception, said: str) -> None:
    from aoud_cli.analysis import pipeline

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "analyse", fail)
    status, out, err = aoud("claims")
    assert (status, out) == (2, "") and said in err and "internal" not in err


def test_public_names() -> None:
    import aoud_cli

    assert len(aoud_cli.__all__) == len(set(aoud_cli.__all__)) > 30
    assert all(getattr(aoud_cli, name) is not None for name in aoud_cli.__all__)
    with pytest.raises(AttributeError):
        aoud_cli.no_such_name
