"""`aoud help`, the scripts that it shows, and completion; the commands in it are run by test_readme.py."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT

from aoud_cli.analysis.outcomes import Outcome
from aoud_cli.claims.rules import parse_rules
from aoud_cli.cli.app import program
from aoud_cli.cli.completion import completion_script
from aoud_cli.cli.helping import HELP, help_topics
from aoud_cli.cli.main import main
from aoud_cli.cli.register import PANELS
from aoud_cli.ground.files import shipped_folder
from aoud_cli.model import AoudError, Verdict
from aoud_cli.names.profile_file import parse_profile

BLOCK_RE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = program()
WIDTH = 80  # of prose; a script or a command may be longer


def blocks(topic: str, kind: str) -> list[str]:
    return [text for name, text in BLOCK_RE.findall((HELP / f"{topic}.md").read_text("utf-8")) if name == kind]


def test_the_topics() -> None:
    assert {"verdicts", "dates", "profile", "rules", "json", "exit-status", "scripts"} <= set(help_topics())


@pytest.mark.parametrize("topic", help_topics())
def test_a_topic_is_printed_as_it_stands(capfd: pytest.CaptureFixture[str], topic: str) -> None:
    assert main(["help", topic]) == 0
    assert capfd.readouterr() == ((HELP / f"{topic}.md").read_text("utf-8"), "")


@pytest.mark.parametrize("topic", help_topics())
def test_prose_fits_a_terminal(topic: str) -> None:
    prose = BLOCK_RE.sub("", (HELP / f"{topic}.md").read_text("utf-8"))
    assert not [line for line in prose.split("\n") if len(line) > WIDTH]
    assert {name for name, _ in BLOCK_RE.findall((HELP / f"{topic}.md").read_text("utf-8"))} <= {"console", "yaml", "sh"}


def test_the_list_names_each(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    out = capfd.readouterr().out
    assert all(f"aoud help {topic}" in out for topic in help_topics())


def test_a_command_is_explained_too(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "check"]) == 0
    first = capfd.readouterr().out
    assert main(["check", "--help"]) == 0
    assert capfd.readouterr().out == first


def test_another_word_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["help", "verdict"]) == 2
    assert "did you mean 'verdicts'" in capfd.readouterr().err


# What it says is so ---------------------------------------------------------------------------------------------------------


def test_every_verdict_and_outcome_is_explained() -> None:
    text = (HELP / "verdicts.md").read_text("utf-8")
    assert not [one.value for one in (*Verdict, *Outcome) if not re.search(rf"^    {one.value} ", text, re.MULTILINE)]


def test_every_exit_status_is_explained() -> None:
    assert re.findall(r"^    (\d+) ", (HELP / "exit-status.md").read_text("utf-8"), re.MULTILINE) == ["0", "1", "2", "130"]


def test_the_profile_is_one() -> None:
    (text,) = blocks("profile", "yaml")
    profile = parse_profile(text, "profile.yaml")
    assert (profile.title, [season.number for season in profile.dated], len(profile.people)) == ("Night Harbour", [1, 2], 5)
    person = profile.resolve("JA")
    assert person is not None and person.name == "Seo Ji-an"


def test_the_rule_is_one_and_its_examples_hold() -> None:
    from gold_claims import EXAMPLE_PROFILE as PROFILE, pair

    from aoud_cli.claims import extract as extraction
    from aoud_cli.claims.corpus import reader
    from aoud_cli.model import Article, Asserted

    (text,) = blocks("rules", "yaml")
    rule = parse_rules(f"rules:\n{text}", "rules.yaml")[0]
    for example in rule.examples:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(reader, "load_rules", lambda: (rule,))
            claims = extraction.extract([Article("a", "a.txt", example.text, "0", "", Asserted())], PROFILE, any_subject=True)
        assert [pair(claim) for claim in claims] == list(example.finds)
        assert all(claim.key == "cast.plays" for claim in claims)


# Scripts --------------------------------------------------------------------------------------------------------------------


NIGHTLY, WIKI, HOOK = blocks("scripts", "sh")
OLD = "Published: March 1, 2024\n\nSeason 2 of All of Us Are Dead is expected to premiere in 2025.\n"
NEW = "Published: February 1, 2026\n\nCho Yi-hyun plays Choi Nam-ra. Season 2 will premiere in December 2026.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles, and a PATH with aoud and a mail program that keeps what it is given."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "aoud").write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m aoud_cli "$@"\n')
    (tools / "mail").write_text('#!/bin/sh\n[ ! -e "$MAILS/down" ] || exit 1\n{ echo "$@"; cat; } > "$MAILS/$(ls "$MAILS" | wc -l)"\n')
    for tool in tools.iterdir():
        tool.chmod(0o755)
    (tmp_path / "mails").mkdir()
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "old.txt").write_text(OLD, encoding="utf-8")
    monkeypatch.setenv("PATH", f"{tools}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("MAILS", str(tmp_path / "mails"))
    monkeypatch.delenv("AOUD_CORPUS", raising=False)
    return tmp_path


def run(script: str, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    (cwd / "script.sh").write_text(script, encoding="utf-8")
    command = ["sh", str(cwd / "script.sh"), *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", timeout=60, check=False)


def mails(place: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted((place / "mails").glob("[0-9]*"))]


def night(place: Path) -> int:
    return run(NIGHTLY, "articles", "state", "desk@example.org", cwd=place).returncode


def test_the_nightly_mail_tells_what_is_new_once(place: Path) -> None:
    assert (night(place), night(place), mails(place)) == (0, 0, [])
    (place / "articles" / "new.txt").write_text(NEW, encoding="utf-8")
    assert (night(place), night(place), len(mails(place))) == (0, 0, 1)
    head, *lines = mails(place)[0].rstrip("\n").split("\n")
    assert head == "-s The articles say something new desk@example.org"
    assert any(line.startswith("claim\tgained\tCho Yi-hyun · plays\t\tChoi Nam-ra\tnew") for line in lines)
    assert any(line.startswith("finding\tappeared\tSeason 2 · premiere") for line in lines)


def test_a_mail_that_fails_is_sent_the_next_night(place: Path) -> None:
    assert night(place) == 0
    (place / "articles" / "new.txt").write_text(NEW, encoding="utf-8")
    (place / "mails" / "down").touch()
    assert (night(place), mails(place)) == (1, [])
    (place / "mails" / "down").unlink()
    assert (night(place), len(mails(place))) == (0, 1)


def test_a_night_without_articles_is_a_fault_and_forgets_nothing(place: Path) -> None:
    assert night(place) == 0
    before = (place / "state" / "before.json").read_bytes()
    (place / "articles" / "old.txt").unlink()
    assert night(place) == 2
    assert (place / "state" / "before.json").read_bytes() == before


def test_the_wiki_table_is_renewed_and_the_rest_kept(place: Path) -> None:
    page = "# Cast\n\n<!-- cast -->\n| old |\n<!-- /cast -->\n\nThe end.\n"
    (place / "page.md").write_text(page, encoding="utf-8")
    assert run(WIKI, "page.md", cwd=place).returncode == 0
    text = (place / "page.md").read_text("utf-8")
    assert text.startswith(
        "# Cast\n\n<!-- cast -->\n| fact | said | document |\n| --- | --- | --- |\n| Cho Yi-hyun · plays | Choi Nam-ra | 001"
    )
    assert text.endswith("|\n<!-- /cast -->\n\nThe end.\n") and "old" not in text
    assert run(WIKI, "page.md", cwd=place).returncode == 0 and (place / "page.md").read_text("utf-8") == text


def test_the_wiki_page_stays_where_aoud_fails(place: Path) -> None:
    (place / "page.md").write_text("<!-- cast -->\n<!-- /cast -->\n", encoding="utf-8")
    assert run(WIKI, "page.md", "--corpus", "nowhere", cwd=place).returncode == 2
    assert (place / "page.md").read_text("utf-8") == "<!-- cast -->\n<!-- /cast -->\n"
    assert not (place / "page.md.new").exists()


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_the_hook_keeps_a_wrong_draft_from_being_committed(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    (place / "articles" / "new.txt").write_text(NEW, encoding="utf-8")

    def git(*arguments: str) -> subprocess.CompletedProcess[str]:
        who = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
        return subprocess.run(["git", *who, *arguments], cwd=place, capture_output=True, encoding="utf-8", timeout=60, check=False)

    assert git("init", "-q").returncode == 0
    (place / ".git" / "hooks").mkdir(exist_ok=True)
    (place / ".git" / "hooks" / "pre-commit").write_text(HOOK, encoding="utf-8")
    (place / ".git" / "hooks" / "pre-commit").chmod(0o755)
    (place / "drafts").mkdir()
    draft = place / "drafts" / "a b.md"
    draft.write_text("Cho Yi-hyun plays Choi Nam-ra.\n", encoding="utf-8")
    git("add", "drafts")
    assert git("commit", "-qm", "right").returncode == 0
    draft.write_text("Cho Yi-hyun plays Nam On-jo.\n", encoding="utf-8")
    git("add", "drafts")
    draft.write_text("mended, but not staged\n", encoding="utf-8")
    done = git("commit", "-qm", "wrong")
    assert done.returncode == 1
    assert (done.stdout + done.stderr).startswith("drafts/a b.md:1:1: error: contradicted: Cho Yi-hyun · plays: Nam On-jo")
    git("add", "drafts")
    assert git("commit", "-qm", "mended").returncode == 0
    (place / "other.md").write_text("Cho Yi-hyun plays Nam On-jo.\n", encoding="utf-8")
    git("add", "other.md")
    assert git("commit", "-qm", "no draft").returncode == 0


# Completion -----------------------------------------------------------------------------------------------------------------

SAMPLES = {Path(name).stem for name in os.listdir(shipped_folder())}
LINES = {
    "aoud ti": {"timeline"},
    "aoud conflicts --fail-on ": {"error", "warning", "note"},
    "aoud check --format s": {"sarif"},
    "aoud claims cast.p": {"cast.plays"},
    "aoud schema che": {"check"},
    "aoud help exit": {"exit-status"},
    "aoud check --only con": {"contradicted"},
    "aoud profile n": {"new"},
    "aoud claims --profile all": {"all-of-us-are-dead"},
    "aoud claims --said-by 00": SAMPLES,
    "aoud profile new --fr": {"--from"},
}


def completed(shell: str, line: str, folder: Path) -> set[str]:
    """What a real shell offers for a line."""
    script = folder / f"aoud.{shell}"
    script.write_text(completion_script(shell, COMMANDS), encoding="utf-8")
    if shell == "bash":
        words = line.split(" ")
        quoted = " ".join(f"'{word}'" for word in words)
        command = f'. {script}; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _aoud; printf "%s\\n" "${{COMPREPLY[@]}}"'
        call = ["bash", "--norc", "-c", command]
    else:
        call = ["fish", "--no-config", "-c", f"source {script}; complete -C '{line}'"]
    surroundings = {**os.environ, "HOME": str(folder)}
    done = subprocess.run(call, cwd=folder, env=surroundings, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return {found.split("\t")[0] for found in done.stdout.split("\n") if found}


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize("shell", ["bash", "fish"])
def test_shells_complete(tmp_path: Path, shell: str, line: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    assert completed(shell, line, tmp_path) == LINES[line]
    assert [path.name for path in tmp_path.iterdir() if not path.name.startswith(".")] == [f"aoud.{shell}"]


def test_bash_offers_the_articles_of_the_corpus_that_the_line_names(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    for name in ("deadline.html", "dawn.txt", "variety.html"):
        (tmp_path / "mine" / name).touch()
    assert completed("bash", "aoud claims --corpus mine --said-by d", tmp_path) == {"deadline.html", "dawn.txt"}


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_reads_its_script(tmp_path: Path) -> None:
    (tmp_path / "_aoud").write_text(completion_script("zsh", COMMANDS), encoding="utf-8")
    command = "autoload -Uz compinit && compinit -u -d ./dump && source ./_aoud && print -r -- $_comps[aoud]"
    done = subprocess.run(["zsh", "-f", "-c", command], cwd=tmp_path, capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "_aoud\n", "")


def test_the_help_names_each_command_once_under_what_one_wants() -> None:
    assert sorted(name for names in PANELS.values() for name in names) == sorted(COMMANDS.commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_knows_every_command(shell: str) -> None:
    script = completion_script(shell, COMMANDS)
    assert script == completion_script(shell, COMMANDS)
    for command in ("claims", "check", "diff", "completion", "help"):
        assert command in script


def test_no_other_shell(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(AoudError, match="bash, zsh, fish"):
        completion_script("tcsh", COMMANDS)
    assert main(["--install-completion"]) == 2
    capfd.readouterr()
