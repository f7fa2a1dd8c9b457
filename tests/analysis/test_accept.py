"""Findings that somebody has looked at: marked, not hidden, and not counted."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from gold_claims import make_article, make_claim, name

from aoud_cli.analysis.accept import FIRST_REASON, accept, described, dump_accepted, load_accepted
from aoud_cli.cli.main import main
from aoud_cli.model import Acceptance, AoudError, Finding
from aoud_cli.verdicts.find import find

FAULTS = [
    ("", "a:1: the file is empty"),
    ("accepted: yes\n", "a:1: accepted must be a list"),
    ("accept: []\n", "a:1: unknown key 'accept' (did you mean 'accepted'?)"),
    ("accepted:\n  - {reason: x}\n", "a:2: the key 'id' is missing"),
    ("accepted:\n  - {id: c2af6f61bc07}\n", "a:2: the key 'reason' is missing"),
    ("accepted:\n  - {id: c2af6f61bc07, reason: ''}\n", "a:2: reason is empty"),
    ("accepted:\n  - {id: c2af, reason: x}\n", "a:2: 'c2af' is no finding's id"),
    ("accepted:\n  - {id: c2af6f61bc07, reason: x, untill: 2026-01-01}\n", "a:2: unknown key 'untill' (did you mean 'until'?)"),
    ("accepted:\n  - {id: c2af6f61bc07, reason: x, until: 2026-02-30}\n", "a:2: '2026-02-30' is no day; write it as 2026-12-31"),
    ("accepted:\n  - {id: c2af6f61bc07, reason: x, until: next year}\n", "a:2: 'next year' is no day"),
    (
        "accepted:\n  - {id: c2af6f61bc07, reason: x}\n  - {id: c2af6f61bc07, reason: y}\n",
        "a:3: the finding c2af6f61bc07 is accepted twice (first on line 2)",
    ),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_a_faulty_file_is_told_by_line(text: str, said: str) -> None:
    with pytest.raises(AoudError) as error:
        load_accepted(text, "a")
    assert str(error.value).startswith(said)


def clash() -> Finding:
    (found,) = find([make_claim(d, "source.author", "show", name(who)) for d, who in (("a", "A B"), ("b", "C D"))])
    return found


UNTIL = [
    (None, None, True),
    ("2025-06-30", None, True),
    ("2025-06-29", None, False),
    ("2025-06-29", "2025-06-29", True),
    ("2025-06-30", "2025-07-01", False),
]


@pytest.mark.parametrize(("until", "as_of", "holds"), UNTIL)
def test_the_last_day_is_held_against_the_newest_article(until: str | None, as_of: str | None, holds: bool) -> None:
    found = clash()
    end = f", until: {until}" if until else ""
    entries = load_accepted(f"accepted:\n  - {{id: {found.id}, reason: known{end}}}\n", "a")
    articles = [make_article("a", "2024-01-01"), make_article("b", "2025-06-30"), make_article("c")]
    (marked,), said = accept([found], entries, articles, date.fromisoformat(as_of) if as_of else None, "a")
    day = date.fromisoformat(until) if until else None
    assert marked.accepted == (Acceptance("known", day) if holds else None)
    assert said == (
        () if holds else (f"aoud: a:2: {found.id} was accepted until {until}, and it is {as_of or '2025-06-30'}: it counts again",)
    )


def test_an_entry_without_a_finding_is_told() -> None:
    entries = load_accepted("accepted:\n  - {id: 000000000000, reason: known}\n", "a")
    assert accept([clash()], entries, [], None, "a") == ([clash()], ("aoud: a:2: 000000000000 is no finding any more; the entry can go",))


@pytest.mark.parametrize(
    ("was", "said"),
    [
        ("contradicts (error): show author: A B (a) against C E (b)", "the nearest is {}"),
        ("differs (note): season-2 premiere: 2024 (a) against 2025 (b)", "the entry can go"),
    ],
)
def test_the_finding_that_is_nearest_to_a_lost_one_is_told(was: str, said: str) -> None:
    found = clash()
    entries = load_accepted(f"accepted:\n  # {was}\n  - id: 000000000000\n    reason: known\n", "a")
    _, (told,) = accept([found], entries, [], None, "a")
    assert told.startswith(f"aoud: a:3: 000000000000 is no finding any more; {said.format(found.id)}")


def test_what_is_written_can_be_read() -> None:
    found = clash()
    (entry,) = load_accepted(dump_accepted([(found.id, described(found))]), "a")
    assert (entry.id, entry.acceptance) == (found.id, Acceptance(FIRST_REASON))
    assert load_accepted(dump_accepted([]), "a") == []
    odd = make_claim("a\nb", "source.author", "show", name("A\u2028- ID: X B"))
    found, *_ = find([odd, make_claim("c", "source.author", "show", name("C D"))])
    assert len(load_accepted(dump_accepted([(found.id, described(found))]), "a")) == 1


def run(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(arguments)
    out, err = capfd.readouterr()
    return status, out, err


def test_accepted_findings_are_marked_and_not_counted(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(tmp_path / "known.yaml")
    status, out, err = run(capfd, "conflicts", "--json", "--write-accept", path)
    before = json.loads(out)["conflicts"]
    assert (status, f"wrote {path} with {len(before)} findings" in err) == (0, True)
    status, out, err = run(capfd, "conflicts", "--json", "--accept", path, "--fail-on", "note")
    after = json.loads(out)["conflicts"]
    assert status == 0
    assert [{**item, "accepted": None} for item in after] == before
    assert {json.dumps(item["accepted"]) for item in after} == {json.dumps({"reason": FIRST_REASON, "until": None})}
    _, out, err = run(capfd, "conflicts", "--accept", path)
    assert err.split("\n")[-2] == f"{len(before)} accepted; aoud conflicts --all also lists what changed"
    assert all(line.split("\t")[3].endswith(f"[Accepted: {FIRST_REASON}]") for line in out.split("\n")[:-1])


def test_one_that_is_not_accepted_still_fails(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = str(tmp_path / "known.yaml")
    run(capfd, "conflicts", "release", "--write-accept", path)
    assert run(capfd, "conflicts", "--accept", path, "--fail-on", "error")[0] == 1
    assert run(capfd, "conflicts", "release", "--accept", path, "--fail-on", "note")[0] == 0


def test_a_file_is_never_overwritten(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "known.yaml"
    path.write_text("mine", encoding="utf-8")
    status, out, err = run(capfd, "conflicts", "--write-accept", str(path))
    assert (status, out, path.read_text(encoding="utf-8")) == (2, "", "mine")
    assert "is there already" in err
    status, _, err = run(capfd, "conflicts", "--write-accept", str(tmp_path / "no" / "known.yaml"))
    assert (status, "no such folder" in err, "internal" in err) == (2, True, False)


@pytest.mark.parametrize("named", ["no-such-file.yaml", "nul\0in.yaml"])
def test_a_file_that_is_not_there(capfd: pytest.CaptureFixture[str], named: str) -> None:
    status, out, err = run(capfd, "conflicts", "--accept", named)
    assert (status, out) == (2, "") and "internal" not in err


def test_dates_of_the_sample(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The newest article of the sample may be of February 2026, but none is surely later than 2025-07-23."""
    path = tmp_path / "known.yaml"
    found = json.loads(run(capfd, "conflicts", "viewership", "--json")[1])["conflicts"][0]["id"]
    path.write_text(f"accepted:\n  - {{id: {found}, reason: known, until: 2025-07-23}}\n", encoding="utf-8")
    assert run(capfd, "conflicts", "viewership", "--accept", str(path), "--fail-on", "note")[0] == 0
    path.write_text(f"accepted:\n  - {{id: {found}, reason: known, until: 2025-07-22}}\n", encoding="utf-8")
    status, _, err = run(capfd, "conflicts", "viewership", "--accept", str(path), "--fail-on", "note")
    assert (status, "counts again" in err) == (1, True)
