"""The real program in a process of its own: exit status, streams and surroundings, which no in-process runner shows."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from functools import lru_cache
from pathlib import Path

import pytest
from places import ROOT
from terminal import run_on_terminal

SEEDS = ROOT / "seeds"
AOUD = [sys.executable, "-m", "aoud_cli"]
# Set on some machines; each would change what is tested here (the first hides a failing last flush).
DROPPED = (
    *("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"),
    *("AOUD_CORPUS", "AOUD_DEBUG", "COLUMNS"),
)


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in DROPPED}
    return {**kept, "PYTHONPATH": str(ROOT), **changes}


def heed_interrupts() -> None:
    """What a child does first: behind `nohup` or `&` it would be born deaf to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def run(*arguments: str, cwd: Path = ROOT, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*AOUD, *arguments], cwd=cwd, env=environment(**changes), capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def shell(script: str, **changes: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "-c", f'set -o pipefail; aoud() {{ "{sys.executable}" -m aoud_cli "$@"; }}; {script}']
    return subprocess.run(command, cwd=ROOT, env=environment(**changes), capture_output=True, encoding="utf-8", timeout=60, check=False)


def on_terminal(*arguments: str, width: int = 80, **changes: str) -> str:
    """What the program writes to a terminal of that width."""
    seen, status = run_on_terminal([*AOUD, *arguments], ROOT, environment(COLUMNS=str(width), TERM="xterm", **changes))
    assert status == 0
    return seen


# Streams --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["claims", "conflicts --all", "claims --json", "--help", "schema"])
def test_a_reader_that_leaves_is_no_error(command: str) -> None:
    done = shell(f'(aoud {command}; echo "status $?" >&2) | true')
    assert "status 0" in done.stderr
    assert "Traceback" not in done.stderr and "Exception ignored" not in done.stderr


def test_the_first_line_alone_is_no_error() -> None:
    done = shell('(aoud claims --json 2>/dev/null; echo "status $?" >&2) | head -1')
    assert (done.stdout, done.stderr) == ("{\n", "status 0\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", ["claims", "--version", "--help", "schema claims"])
def test_a_full_disk_is_told(command: str) -> None:
    done = shell(f"aoud {command} > /dev/full")
    assert done.returncode == 2
    assert "aoud: cannot write output: No space left on device\n" in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_closed_standard_output_is_told() -> None:
    done = shell("aoud --version >&-")
    assert (done.returncode, done.stderr) == (2, "aoud: cannot write output: standard output is closed\n")


def test_a_closed_standard_error_is_no_fault() -> None:
    assert shell("aoud claims --json 2>&- | head -c 1").stdout == "{"


def test_ctrl_c_is_silent(tmp_path: Path) -> None:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([*AOUD, "claims", "--corpus", "-"], cwd=ROOT, env=environment(), preexec_fn=heed_interrupts, **pipes)
    time.sleep(1.5)  # it now waits for standard input
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_results_and_remarks_keep_apart() -> None:
    done = run("claims", "--json")
    assert done.stderr == ""
    json.loads(done.stdout)
    assert run("claims").stderr.startswith("read 5 articles, 0 skipped: ")


# Inputs ---------------------------------------------------------------------------------------------------------------


def corpus(folder: Path) -> Path:
    """A copy of the sample articles that a test may change."""
    target = folder / "articles"
    target.mkdir()
    for path in SEEDS.glob("*.txt"):
        (target / path.name).write_bytes(path.read_bytes())
    return target


def test_a_missing_folder_ends_with_2(tmp_path: Path) -> None:
    done = run("conflicts", "--corpus", str(tmp_path / "nowhere"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "nowhere" in done.stderr and done.stderr.count("\n") == 1


def test_an_empty_folder_ends_with_2(tmp_path: Path) -> None:
    done = run("conflicts", "--corpus", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "no articles" in done.stderr


def test_a_binary_file_is_named_and_the_rest_reported(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00")
    done = run("claims", "--json", "--corpus", str(folder))
    result = json.loads(done.stdout)
    assert done.returncode == 2
    assert [Path(item["path"]).name for item in result["skipped"]] == ["picture.txt"]
    assert "picture.txt" in done.stderr and done.stderr.count("\n") == 1
    assert result["claims"]
    assert run("claims", "--json", "--allow-skips", "--corpus", str(folder)).returncode == 0


def test_a_skipped_file_outranks_a_finding(tmp_path: Path) -> None:
    folder = corpus(tmp_path)
    assert run("conflicts", "--fail-on", "note", "--corpus", str(folder)).returncode == 1
    (folder / "bad.txt").write_bytes(b"broken \x80\x81")
    assert run("conflicts", "--fail-on", "note", "--corpus", str(folder)).returncode == 2
    assert run("conflicts", "--fail-on", "note", "--allow-skips", "--corpus", str(folder)).returncode == 1


@pytest.mark.parametrize(
    "text", ["title: [", "title: a\ntitle: b\n", "titel: x\n", "", "- a\n", "title: a: b\n", "title: &x y\nother: *x\n"]
)
def test_a_bad_profile_is_one_line_with_its_place(tmp_path: Path, text: str) -> None:
    profile = tmp_path / "profile.yaml"
    profile.write_text(text, encoding="utf-8")
    done = run("claims", "--profile", str(profile))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("aoud: ") and "profile.yaml" in done.stderr and done.stderr.count("\n") == 1
    assert "internal error" not in done.stderr


def test_a_missing_profile_is_one_line() -> None:
    done = run("claims", "--profile", "no-such-show")
    assert done.returncode == 2 and "no-such-show" in done.stderr and "internal error" not in done.stderr


HOSTILE = (
    "All of Us Are Dead Season 2 will premiere in [/b] 2026 \x1b[31mon Netflix\x1b]0;owned\x07 :zombie: \x9b31m.\r\n"
    "Season 1 amassed over 560 million hours [link=https://x]in its first 28 days[/link] \u202eon Netflix\u202c.\n"
    "Season 1 of All of Us Are Dead amassed 474.26 million \x1b[2Jhours within its first 30 days on Netflix.\n"
)


@pytest.mark.parametrize("command", ["claims", "conflicts", "articles", "timeline", "agreements"])
def test_text_of_an_article_never_acts(tmp_path: Path, command: str) -> None:
    path = tmp_path / "x\x1b[31m[bold]y.txt"
    path.write_bytes(HOSTILE.encode("utf-8"))
    (tmp_path / "other.txt").write_bytes(HOSTILE.replace("2026", "2027").encode("utf-8"))
    for arguments in ([], ["--json"], ["--format", "jsonl"]):
        done = run(command, *arguments, "--corpus", str(tmp_path))
        assert done.returncode == 0, done.stderr
        for char in "\x1b\x07\x9b\u202e\r":
            assert char not in done.stdout + done.stderr
    shown = on_terminal(command, "--color", "never", "--corpus", str(tmp_path))
    assert not set("\x1b\x07\x9b\u202e\r") & set(shown)


def test_markup_in_an_article_is_kept(tmp_path: Path) -> None:
    text = "All of Us Are Dead: Season 1 was watched for 560 million [sic] hours [/b] in 28 days.\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert "[sic]" in run("articles", "--corpus", str(tmp_path)).stdout + run("claims", "--corpus", str(tmp_path)).stdout


# Surroundings ---------------------------------------------------------------------------------------------------------


def loaded_by(*arguments: str) -> tuple[str, set[str]]:
    """The output of a call, and the modules that it imports, ours by their whole names."""
    command = [sys.executable, "-X", "importtime", "-m", "aoud_cli", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=True)
    modules = (line.rsplit("|", 1)[-1].strip() for line in done.stderr.split("\n"))
    return done.stdout, {name if name.startswith("aoud_cli") else name.split(".")[0] for name in modules}


def test_version_loads_nothing_heavy() -> None:
    out, loaded = loaded_by("--version")
    assert out == "aoud 0.1.0\n"
    assert not loaded & {"typer", "rich", "yaml", "rapidfuzz", "json"}


@pytest.mark.parametrize("arguments", [["--help"], ["claims", "-h"]])
def test_help_loads_no_rich(arguments: list[str]) -> None:
    """Nor the English words, which are YAML until a first run has stored them."""
    assert not loaded_by(*arguments)[1] & {"rich", "yaml", "rapidfuzz", "pydantic", "aoud_cli.english"}


@lru_cache
def plain(*command: str) -> str:
    done = run(*command, PYTHONHASHSEED="0", AOUD_CACHE="off")
    assert done.returncode == 0 and done.stdout
    return done.stdout


SURROUNDINGS = [  # each holds what has nothing to do with the rest of it
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "COLUMNS": "0", "PYTHONHASHSEED": "1"},
    {"PYTHONIOENCODING": "ascii", "NO_COLOR": "1", "COLUMNS": "99999999", "TZ": "Asia/Seoul", "PYTHONHASHSEED": "2"},
    {"PYTHONIOENCODING": "utf-16", "TERM": "dumb", "GITHUB_ACTIONS": "true", "PYTHONHASHSEED": "3"},
]


@pytest.mark.parametrize("changes", SURROUNDINGS)
@pytest.mark.parametrize("command", [("claims", "--json"), ("conflicts", "--all")])
def test_output_does_not_depend_on_the_surroundings(command: tuple[str, ...], changes: dict[str, str]) -> None:
    done = run(*command, AOUD_CACHE="off", **changes)
    assert (done.returncode, done.stdout) == (0, plain(*command))


def test_no_home_no_environment(tmp_path: Path) -> None:
    done = subprocess.run([*AOUD, "claims", "--json"], env={"PYTHONPATH": str(ROOT)}, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode() == run("claims", "--json").stdout


def test_output_does_not_depend_on_the_folder_it_runs_in(tmp_path: Path) -> None:
    assert run("conflicts", "--json", cwd=tmp_path).stdout == run("conflicts", "--json").stdout


def test_output_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    names = sorted(path.name for path in SEEDS.glob("*.txt"))
    texts = []
    for order in (names, names[::-1]):
        folder = tmp_path / "articles"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        for name in order:
            shutil.copy(SEEDS / name, folder / name)
        given = [item for name in order for item in ("--corpus", f"articles/{name}")]
        for arguments in (["--corpus", "articles"], given):
            texts.append(run("claims", "--json", *arguments, cwd=tmp_path).stdout)
    claims = [json.loads(text)["claims"] for text in texts]
    assert texts[0] == texts[2] and texts[1] == texts[3]
    assert claims[0] == claims[1] and claims[0]


@pytest.mark.parametrize("arguments", [["-X", "dev", "-W", "error"], ["-O"]])
def test_strict_interpreters_agree(arguments: list[str]) -> None:
    command = [sys.executable, *arguments, "-m", "aoud_cli", "conflicts", "--json"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, encoding="utf-8", check=True)
    assert (done.stdout, done.stderr) == (run("conflicts", "--json").stdout, "")


def test_corpus_from_the_environment(tmp_path: Path) -> None:
    two = os.pathsep.join(str(path) for path in sorted(SEEDS.glob("*.txt"))[:2])
    assert len(json.loads(run("articles", "--json", AOUD_CORPUS=two).stdout)["articles"]) == 2


# Colour and width -----------------------------------------------------------------------------------------------------


def test_colour_is_for_terminals_unless_asked() -> None:
    assert "\x1b" not in run("conflicts").stdout
    assert "\x1b" in run("conflicts", FORCE_COLOR="1").stdout
    assert "\x1b" in run("conflicts", CLICOLOR_FORCE="1").stdout
    assert "\x1b" not in run("conflicts", FORCE_COLOR="0").stdout
    assert "\x1b" not in run("conflicts", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b" in run("conflicts", "--color", "always", NO_COLOR="1").stdout
    assert "\x1b" in on_terminal("conflicts")
    assert "\x1b" not in on_terminal("conflicts", NO_COLOR="1")
    assert "\x1b" not in on_terminal("conflicts", "--color", "never", FORCE_COLOR="1")


@pytest.mark.parametrize(
    "command", [["conflicts", "--all"], ["claims"], ["agreements"], ["timeline"], ["timeline", "--events"], ["articles"]]
)
@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_a_terminal_line_fits(command: list[str], width: int) -> None:
    shown = on_terminal(*command, "--color", "never", width=width)
    assert shown.strip()
    assert max(len(line) for line in shown.split("\n")) <= width


def test_piped_lines_are_whole() -> None:
    rows = [line.split("\t") for line in run("conflicts", "--long").stdout.rstrip("\n").split("\n")]
    found = json.loads(run("conflicts", "--json").stdout)["conflicts"]
    assert {len(row) for row in rows} == {10}
    assert {row[-1] for row in rows} == {finding["reason"] for finding in found}
