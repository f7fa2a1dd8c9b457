"""Articles, profiles, saved files, accept files and calls spoilt by chance, until one breaks something: `python tests/fuzz/fuzz.py`.

Every find is written to a folder with the seed that made it, and belongs into a test. It is no part of the tests: it never ends alike.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT)]
os.environ |= {"AOUD_CACHE": "off", "AOUD_DEBUG": "1"}

from aoud_cli.analysis.accept import load_accepted  # noqa: E402
from aoud_cli.analysis.pipeline import Analysis, analyse_corpus  # noqa: E402
from aoud_cli.analysis.saved import read_saved  # noqa: E402
from aoud_cli.articles.read import read_file  # noqa: E402
from aoud_cli.claims.codec import claim_record  # noqa: E402
from aoud_cli.cli.main import main as aoud  # noqa: E402
from aoud_cli.ground.safe import dumps  # noqa: E402
from aoud_cli.model import AoudError, Article, Corpus, Skipped  # noqa: E402
from aoud_cli.names.profile_file import PROFILES, load_profile, parse_profile  # noqa: E402
from aoud_cli.output.records import finding_record  # noqa: E402

Chance = random.Random
OTHERS = [path.read_bytes() for path in sorted((ROOT / "tests" / "off_topic").glob("*.txt"))]
TEXTS = [path.read_bytes() for folder in ("seeds", "tests/own/docs", "tests/dev") for path in sorted((ROOT / folder).rglob("*.[tm][xd]*"))]
SHOWS = {path.stem: path.read_text("utf-8") for path in PROFILES.glob("*.yaml")}
# What has broken programs that read text: marks of direction, halves, joiners, digits of other scripts, numbers without end, markup.
STRANGE = (
    "\u202e",
    "\u200b",
    "\u00ad",
    "\ufffd",
    "\x00",
    "\x1b[2J",
    "\x9b31m",
    "\u0661\u0662",
    "\u00b2",
    "\uff11",
    "\u1112\u1161",
    "\U0001f9df\u200d",
    "\u2028",
    "\x85",
    "\r",
    "\r\n",
    "\t",
    "`",
    "[[",
    "]]",
    "{{",
    "|",
    "<b>",
    "</script>",
    "=cmd|",
    "9" * 40,
    "0",
    "-1",
    "1e999",
    "NaN",
    "\u00bd",
    "2024-02-30",
    "31/02/2026",
    "Feb 29 2023",
    "year 0000",
    "9999-12-31",
    "in 0 days",
    "0 million hours",
    "0 episodes",
    "the 0th season",
    "season 999999999999",
    "season 0",
    "part 0",
    "No. 0",
    "between 2025 and 2024",
    "from May to January",
    "mid-early late 2026",
    "tomorrow",
    "(" * 30,
    ")" * 30,
    '"' * 9,
    "\u201c" * 9,
    "." * 50,
    "!" * 50,
    "\u2026" * 20,
    " and " * 20,
    ", " * 20,
    "Mr. " * 8,
    "A. B. C. ",
    "O'",
    "-" * 40,
    "# ",
)
LONGEST = 12_000  # bytes of a spoilt article


def cut(chance: Chance, data: bytes) -> tuple[int, int]:
    """A stretch of some bytes, mostly a short one."""
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.choice((1, 2, 8, 40, 300)))


def spoil(chance: Chance, data: bytes, others: Sequence[bytes]) -> bytes:
    """The bytes with something left out, doubled, moved, put in, or with a stretch of others."""
    for _ in range(chance.choice((1, 2, 5, 12))):
        start, end = cut(chance, data)
        other = chance.choice(others)
        low, high = cut(chance, other)
        new = chance.choice(
            (
                b"",
                data[start:end] * chance.choice((2, 3, 30)),
                other[low:high],
                chance.choice(STRANGE).encode("utf-8"),
                bytes((chance.randrange(256),)),
                data[start:end][::-1],
                data[start:end].swapcase(),
            )
        )
        data = data[:start] + new + data[chance.choice((start, end)) :]
    return data[:LONGEST]


def fuzz_articles(chance: Chance, folder: Path) -> int:
    """Three spoilt articles are read, their claims stand where they say, and all that is printed of them is JSON."""
    show = load_profile(chance.choice(sorted(SHOWS)))
    articles: list[Article] = []
    for number in range(3):
        file = folder / f"{number}{chance.choice(('.txt', '.md', '.html', '.json', '.srt'))}"
        file.write_bytes(spoil(chance, chance.choice(TEXTS), OTHERS + TEXTS))
        found = read_file(str(file))
        articles += [] if isinstance(found, Skipped) else [one._replace(document=f"{number} {one.document}") for one in found]
        file.unlink()
    check(analyse_corpus(Corpus(tuple(articles), (), ()), show))
    return 3


def check(analysis: Analysis) -> None:
    """Whether all that is claimed and found is what it says it is."""
    texts = {article.document: article.text for article in analysis.articles}
    for claim in analysis.claims:
        source = claim.source
        assert texts[source.document][source.start : source.end] == source.quote, claim
        assert claim.season is None or 1 <= claim.season <= 99, claim
        assert json.loads(dumps(claim_record(claim))), claim
    for finding in analysis.findings:
        assert json.loads(dumps(finding_record(finding))), finding


def fuzz_profile(chance: Chance, _: Path) -> int:
    """A spoilt profile is refused in one line, or read."""
    texts = [text.encode("utf-8") for text in SHOWS.values()]
    with contextlib.suppress(AoudError):
        parse_profile(spoil(chance, chance.choice(texts), texts).decode("utf-8", "replace"), "p.yaml")
    return 1


def fuzz_accepted(chance: Chance, _: Path) -> int:
    """So is a spoilt accept file."""
    text = b"accept:\n  - id: 0123456789ab\n    reason: known\n    until: 2026-12-31\n    articles: [a, b]\n"
    with contextlib.suppress(AoudError):
        load_accepted(spoil(chance, text, [text, *TEXTS[:2]]).decode("utf-8", "replace"), "a.yaml")
    return 1


def fuzz_saved(chance: Chance, folder: Path) -> int:
    """So is a spoilt file of claims."""
    file = folder / "saved.json"
    file.write_bytes(spoil(chance, SAVED[0], SAVED))
    with contextlib.suppress(AoudError):
        read_saved(str(file))
    return 1


WORDS = (
    "claims",
    "conflicts",
    "cast",
    "timeline",
    "agreements",
    "check",
    "articles",
    "names",
    "coverage",
    "read",
    "explain",
    "score",
    "diff",
    "report",
    "schema",
    "help",
    "profile",
    "new",
    "release",
    "cast.plays",
    "--json",
    "--format",
    "csv",
    "jsonl",
    "markdown",
    "--season",
    "2",
    "--since",
    "2024",
    "--until",
    "--about",
    "On-jo",
    "--as-of",
    "2024-02-30",
    "--fields",
    "value,x",
    "-q",
    "-v",
    "--all",
    "--corpus",
    "seeds",
    "-o",
    "-",
    "--profile",
    "the-long-ebb",
    "--certainty",
    "certain",
    "--said-by",
    "004",
    "--dated",
    "x=2024",
    "--jobs",
    "1",
    "--events",
    "\x00",
    "",
    "--",
    "\udcff",
    "x" * 5_000,
    "--max-filesize",
    "1K",
    "--encoding",
    "utf-16",
)


def fuzz_calls(chance: Chance, _: Path) -> int:
    """Any call ends with 0, 1 or 2, and with no fault of the program's."""
    call = [chance.choice(WORDS) for _ in range(chance.randrange(1, 7))]
    if "report" in call or "new" in call:
        return 0  # they write files
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = aoud(call)
    assert status in (0, 1, 2) and "internal error" not in err.getvalue(), (call, status, err.getvalue())
    return 1


SAVED: list[bytes] = []
KINDS: tuple[tuple[Callable[[Chance, Path], int], int], ...] = (
    (fuzz_articles, 20),
    (fuzz_profile, 4),
    (fuzz_accepted, 4),
    (fuzz_saved, 2),
    (fuzz_calls, 1),
)


def main() -> int:
    """Spoil and try until the time is over; 1 where anything broke."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=5)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    parser.add_argument("--finds", type=Path, default=Path(tempfile.gettempdir()) / "aoud-finds")
    options = parser.parse_args()
    os.chdir(ROOT)
    saved = io.StringIO()
    with contextlib.redirect_stdout(saved):
        aoud(["claims", "--json"])
    SAVED.append(saved.getvalue().encode("utf-8"))
    done, finds, seed, end = Counter[str](), 0, options.seed, time.monotonic() + options.minutes * 60
    tries = [kind for kind, weight in KINDS for _ in range(weight)]
    with tempfile.TemporaryDirectory() as name:
        while time.monotonic() < end:
            seed += 1
            kind = tries[seed % len(tries)]
            try:
                done[kind.__name__] += kind(Chance(seed), Path(name))
            except Exception:  # whatever it is, it is what was looked for
                finds += 1
                options.finds.mkdir(parents=True, exist_ok=True)
                (options.finds / f"{kind.__name__}-{seed}.txt").write_text(traceback.format_exc(), "utf-8", "backslashreplace")
    print(f"from seed {options.seed}: {', '.join(f'{count:,} {what}' for what, count in sorted(done.items()))}; {finds} broke something")
    return 1 if finds else 0


if __name__ == "__main__":
    sys.exit(main())
