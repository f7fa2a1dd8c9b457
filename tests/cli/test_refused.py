"""No option does nothing: one that a command has no use for is refused, in one line, before anything is read."""

from __future__ import annotations

import pytest
from places import TESTS

from aoud_cli.cli.app import program
from aoud_cli.cli.main import main

GOLD = str(TESTS / "gold" / "seeds")
DRAFT = str(TESTS.parent / "seeds" / "004_46757ed511165cca.txt")
ARGUMENTS: dict[str, list[str]] = {
    "claims": [], "cast": [], "conflicts": [], "agreements": [], "timeline": [], "articles": [], "coverage": [], "names": [],
    "check": [DRAFT], "diff": [DRAFT, DRAFT], "explain": ["0123456789ab"], "score": [GOLD],
    "read": ["Lomon joins."],
}  # fmt: skip
# An option that would do nothing in such a call, and a word of the refusal.
EVERYWHERE = [
    (["--force"], "--force needs -o FILE"),
    (["--color", "always", "--json"], "--color always needs --format text"),
    (["--json", "--format", "jsonl"], "exclude each other"),
    (["--quiet", "--verbose"], "exclude each other"),
]
TABLES = [
    (["--fields", "said"], "--fields needs --format csv or markdown"),
    (["--csv-raw"], "--csv-raw needs --format csv"),
    (["--csv-raw", "--format", "markdown"], "--csv-raw needs --format csv"),
]
ALONE = [
    (["explain", "0123456789ab", "--fields", "said"], "no such option"),
    (["explain", "0123456789ab", "--format", "csv"], "csv"),
    (["report", "-o", "x.html", "--json"], "no such option"),
    (["report", "-o", "x.html", "--color", "always"], "no such option"),
    (["score", GOLD, "--against", "x.json", "--format", "csv"], "--against needs --format text or json"),
    (["score", GOLD, "--rules", "--format", "jsonl"], "--rules needs"),
    (["score", GOLD, "--rules", "--misses", "--format", "csv"], "two tables"),
    (["read", "Lomon joins.", "--verbose"], "no such option"),
    (["schema", "--json"], "no such option"),
    (["help", "--json"], "no such option"),
    (["completion", "bash", "--json"], "no such option"),
    (["profile", "new", "x", "--from", DRAFT, "--force"], "--force needs -o FILE"),
    (["profile", "check", "all-of-us-are-dead", "--json"], "no such option"),
]
CALLS = [([command, *given, *extra], said) for command, given in ARGUMENTS.items() for extra, said in EVERYWHERE]
CALLS = [call for call in CALLS if call[0][0] != "read" or call[0][-1] != "--verbose"]  # it reads no article
CALLS += [([command, *given, *extra], said) for command, given in ARGUMENTS.items() if command != "explain" for extra, said in TABLES]
CALLS += ALONE


@pytest.mark.parametrize(("arguments", "said"), CALLS, ids=[" ".join(call).replace(str(TESTS.parent), "") for call, _ in CALLS])
def test_an_option_that_would_do_nothing_is_refused(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    monkeypatch.setenv("AOUD_CORPUS", "/no/such/folder")  # reading it would be told
    status = main(arguments)
    out, err = capfd.readouterr()
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert said in err


def test_every_command_is_tried() -> None:
    assert {call[0] for call, _ in CALLS} == set(program().commands)  # type: ignore[attr-defined]
