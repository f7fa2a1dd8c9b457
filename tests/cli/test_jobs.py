"""Articles read by several processes: the same bytes as by one, and no trace of the others when one dies or the user leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from test_process import AOUD, environment, heed_interrupts, run

from aoud_cli.claims.corpus.workers import jobs_for

ROWS = (
    "All of Us Are Dead returns. {name} joins the cast of season 2. Season 2 will have {n} episodes.",
    "Fans of All of Us Are Dead know {name}. {name} is back on set for season 2, and Woo Sang-mi plays Han Da-eun.",
    "Season 1 of All of Us Are Dead premiered on January 28, 2022. It drew 5{n} million hours in 28 days.",
    "All of Us Are Dead season 2 premieres on March {n}, 2026. Han Da-eun is a firefighter.",
    "Woo Sang-mi is new to season 2 of All of Us Are Dead. Han Da-eun is a nurse in it.",
)
NAMES = ("Gil Bora", "Seo Ji-an", "Moon Ha-eun")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(60):
        text = ROWS[number % len(ROWS)].format(name=NAMES[number % len(NAMES)], n=number % 9 + 6)
        (tmp_path / f"{number:02}.txt").write_text(f"date 2025-{number % 12 + 1:02}-03 News\n\n{text}\n", "utf-8")
    return tmp_path


def run_script(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program behind a script that changes something in it."""
    return subprocess.run(
        [AOUD[0], "-c", script, *arguments], env=environment(), capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def test_the_same_bytes(folder: Path) -> None:
    one, two, three = (run("conflicts", "--all", "--json", "--jobs", str(jobs), "--corpus", str(folder)) for jobs in (1, 2, 3))
    assert one.returncode == 0 and len(one.stdout) > 10_000
    assert (two.stdout, two.stderr) == (three.stdout, three.stderr) == (one.stdout, one.stderr)


def test_what_is_kept_is_the_same(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    kept = str(tmp_path_factory.mktemp("cache"))
    first, again = (run("claims", "--json", "--jobs", jobs, "--corpus", str(folder), AOUD_CACHE=kept) for jobs in ("2", "1"))
    assert first.stdout == again.stdout == run("claims", "--json", "--jobs", "1", "--corpus", str(folder)).stdout


def test_a_broken_article_is_its_own_fault(folder: Path) -> None:
    """In whichever process it is read."""
    script = (
        "from aoud_cli.claims.corpus import reader\n"
        "whole = reader.view\n"
        "def broken(article, *more):\n"
        "    if article.document in ('07', '22'):\n"
        "        raise KeyError(article.document)\n"
        "    return whole(article, *more)\n"
        "reader.view = broken\n"
        "from aoud_cli.cli.main import main\n"
        "raise SystemExit(main())\n"
    )
    done = [run_script(script, "claims", "--jobs", jobs, "--corpus", str(folder)) for jobs in ("1", "2")]
    assert (done[0].stdout, done[0].stderr, done[0].returncode) == (done[1].stdout, done[1].stderr, 2)
    assert "07.txt" in done[1].stderr and "22.txt" in done[1].stderr


def test_a_process_that_dies_is_told(folder: Path) -> None:
    script = (
        "import os\nfrom aoud_cli.claims.corpus import reader\n"
        "reader.view = lambda *_: os._exit(9)\n"
        "from aoud_cli.cli.main import main\nraise SystemExit(main())\n"
    )
    done = run_script(script, "claims", "--jobs", "2", "--corpus", str(folder))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "aoud: a process that was reading articles died; --jobs 1 reads them in one\n"


@pytest.mark.parametrize("to_all", [True, False], ids=["all processes", "the first process"])
def test_ctrl_c_ends_them_all(folder: Path, to_all: bool) -> None:
    slow = (
        "import time\nfrom aoud_cli.claims.corpus import reader\n"
        "reader.view = lambda *_: time.sleep(60)\n"
        "from aoud_cli.cli.main import main\nraise SystemExit(main())\n"
    )
    process = subprocess.Popen(
        [AOUD[0], "-c", slow, "claims", "--jobs", "2", "--corpus", str(folder)],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=heed_interrupts,
    )  # fmt: skip
    time.sleep(2)
    (os.killpg if to_all else os.kill)(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=20)  # both ends closed: no process is left that holds them
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize("articles, wanted, jobs", [(300, 1, 1), (5, 2, 1), (30, 8, 3), (300, 2, 2)])
def test_no_more_processes_than_pay(articles: int, wanted: int, jobs: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    assert jobs_for(articles, wanted) == jobs
    assert 1 <= jobs_for(articles, None) <= max(1, articles // 10)
    monkeypatch.setattr("threading.active_count", lambda: 2)
    assert jobs_for(articles, wanted) == 1
