"""How fast aoud is, as ratios of things measured in one run: `python tests/bench/measure.py [--large]`.

Times are the processor's, of the best of several runs; a machine that does something else makes both sides of a ratio slower.
"""

from __future__ import annotations

import argparse
import math
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import articles

ROOT = Path(__file__).resolve().parents[2]
AOUD = (sys.executable, "-m", "aoud_cli")
SIZES = (300, 1_000)
LARGE = (300, 1_000, 3_000)
DENSE = 200  # articles of which the dense text is made


class Cost(NamedTuple):
    """What a process took: seconds of the processor, with those of its children, and MiB at the most."""

    seconds: float
    memory: float


def cost(call: Sequence[str], kept: str, runs: int = 1) -> Cost:
    """The least that a call takes of so many runs, its claims kept in a folder, or 'off'."""
    return min(_cost(call, kept) for _ in range(runs))


def _cost(call: Sequence[str], kept: str) -> Cost:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {**os.environ, "AOUD_CACHE": kept, "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(call, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(call)} ended with {process.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Cost(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, used.ru_maxrss / 1024)


def exponent(sizes: Sequence[int], values: Sequence[float]) -> float:
    """By which power a cost grows from the first size to the last."""
    return math.log(values[-1] / values[0]) / math.log(sizes[-1] / sizes[0])


def starts(folder: Path) -> None:
    """A call on the sample articles against loading typer."""
    typer = cost((sys.executable, "-c", "import typer"), "off", 7).seconds
    kept = str(folder / "kept")
    cost((*AOUD, "conflicts"), kept)
    first = min(cost((*AOUD, "conflicts"), str(folder / f"first{run}")).seconds for run in range(5))
    again = cost((*AOUD, "conflicts"), kept, 7).seconds
    version = cost((*AOUD, "--version"), kept, 7).seconds
    print(f"import typer {typer:.3f} s; conflicts on the sample: first {first / typer:.1f} x, again {again / typer:.1f} x")
    print(f"--version {version / typer:.1f} x")


def speeds(folder: Path) -> None:
    """Megabytes a second of dense and of unrelated text on one core, less the start, and of dates alone where dateparser is installed."""
    profile = ("--profile", str(folder / "profile.yaml"))
    (folder / "dense").mkdir()
    dense = "\n\n".join(text for _, text in articles.articles(DENSE))
    (folder / "dense" / "a.txt").write_text(dense, "utf-8")
    (folder / "else").mkdir()
    other = articles.unrelated(4_000_000)
    (folder / "else" / "a.txt").write_text(other, "utf-8")
    (folder / "none").mkdir()
    (folder / "none" / "a.txt").write_text("March 1, 2024\n\nNothing.\n", "utf-8")
    call = (*AOUD, "claims", "-q", *profile, "--jobs", "1", "--corpus")
    none = cost((*call, str(folder / "none")), "off", 3).seconds
    for name, text in (("dense", dense), ("else", other)):
        seconds = cost((*call, str(folder / name)), "off", 2).seconds - none
        print(f"{'dense' if name == 'dense' else 'unrelated'} text: {len(text) / 1e6 / seconds:.2f} MB/s")
    peer = f"import sys; from dateparser.search import search_dates; search_dates(open({str(folder / 'dense' / 'a.txt')!r}).read()[:20000])"
    if subprocess.run((sys.executable, "-c", "import dateparser"), capture_output=True, check=False).returncode == 0:
        start = cost((sys.executable, "-c", "from dateparser.search import search_dates"), "off", 2).seconds
        seconds = cost((sys.executable, "-c", peer), "off").seconds - start
        print(f"dateparser's search, dates alone: {0.02 / seconds:.3f} MB/s")


def growth(folder: Path, sizes: Sequence[int]) -> None:
    """How the commands grow with the articles once these are read, and what one more article costs."""
    kept, profile = str(folder / "kept"), ("--profile", str(folder / "profile.yaml"))
    for command in (("claims",), ("articles",), ("conflicts", "--all"), ("timeline",), ("agreements",), ("cast",)):
        costs = []
        for size in sizes:
            call = (*AOUD, *command, "--json", *profile, "--corpus", str(folder / str(size)))
            cost(call, kept)
            costs.append(cost(call, kept, 2))
        told = ", ".join(f"{size:,}: {one.seconds:.2f} s {one.memory:.0f} MiB" for size, one in zip(sizes, costs, strict=True))
        powers = exponent(sizes, [one.seconds for one in costs]), exponent(sizes, [one.memory for one in costs])
        print(f"{' '.join(command)}: {told}; time by the power of {powers[0]:.2f}, memory {powers[1]:.2f}")
    call = (*AOUD, "claims", "--json", *profile, "--corpus", str(folder / "1000"))
    warm = cost(call, kept, 2).seconds
    (folder / "1000" / "new.txt").write_text(f"May 2, 2025\n\nSeason 2 of {articles.TITLE} will have 9 episodes.\n", "utf-8")
    print(f"one article added to 1,000: {cost(call, kept).seconds / warm:.2f} x the time without it")


def cores(folder: Path) -> None:
    """One process against two, by the clock."""
    times = []
    for jobs in ("1", "2"):
        call = (*AOUD, "claims", "-q", "--jobs", jobs, "--profile", str(folder / "profile.yaml"), "--corpus", str(folder / "300"))
        before = os.times().elapsed
        cost(call, "off")
        times.append(os.times().elapsed - before)
    print(f"300 articles that were never read: one process {times[0]:.1f} s, two {times[1]:.1f} s, {times[0] / times[1]:.2f} x")


def main() -> None:
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help="also with 3,000 articles, which takes minutes")
    sizes = LARGE if parser.parse_args().large else SIZES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "profile.yaml").write_text(articles.profile(), "utf-8")
        for size in sizes:
            articles.write(folder / str(size), size)
        starts(folder)
        speeds(folder)
        cores(folder)
        growth(folder, sizes)


if __name__ == "__main__":
    main()
