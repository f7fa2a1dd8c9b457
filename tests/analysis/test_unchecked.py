"""What of a draft was not checked, and what its author asks to leave out."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from aoud_cli.analysis.unchecked import ignored_lines
from aoud_cli.cli.main import main

# A draft's sentence -> what in it no claim is of; '' in front where the rest of it was checked.
LEFT = {
    "Season 2 was renewed in June 2022.": [],
    "Somebody baked a cake in Hamburg for Gil Tae-oh.": ["Hamburg", "Gil Tae-oh"],
    "Nine of the youngsters were picked up by a van.": ["Nine"],
    "In an interview with Variety, Park Ji-hu said that she is returning for season 2.": ["Variety"],
    "Park Ji-hu once danced in Paper Moon and owned 14 cats.": ["Park Ji-hu", "Paper Moon", "14"],
    "Tomorrow never came for the South Korean show.": ["Tomorrow"],
    "It was fun.": [],
}


def check(capfd: pytest.CaptureFixture[str], draft: Path, *options: str) -> tuple[int, dict[str, object], str]:
    status = main(["check", str(draft), "--json", *options])
    out, err = capfd.readouterr()
    return status, json.loads(out), err


@pytest.mark.parametrize("sentence", LEFT, ids=str)
def test_what_is_left(sentence: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text(f"All of Us Are Dead\n\nSeason 2 is on Netflix. {sentence}\n", "utf-8")
    _, found, _ = check(capfd, draft)
    text = draft.read_text("utf-8")
    unchecked = found["unchecked"]
    assert isinstance(unchecked, list)
    assert [left["text"] for one in unchecked for left in one["left"]] == LEFT[sentence]
    assert all(text[one["source"]["start"] : one["source"]["end"]] == one["source"]["quote"] for one in unchecked)


def test_a_sentence_is_checked_in_part_where_it_gave_a_claim(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.md"
    draft.write_text("All of Us Are Dead\n\nIn an interview with Variety, Park Ji-hu said that she is returning for season 2.\n", "utf-8")
    status = main(["check", str(draft)])
    out, err = capfd.readouterr()
    assert (status, out.splitlines()[-1].split(": ", 1)[1]) == (
        0,
        "note: checked in part: Variety: “In an interview with Variety, Park Ji-hu said that she is returning for season 2.”",
    )
    assert err.splitlines()[-1].endswith("; 1 sentence checked in part")


FAULTY = "Lomon plays Lee Cheong-san."


@pytest.mark.parametrize("text", [f"{FAULTY} <!-- aoud: ignore -->", f"<!--aoud:ignore-->\n{FAULTY}", f"<!-- aoud: ignore -->\r\n{FAULTY}"])
def test_a_line_that_is_marked_is_left_out(text: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft = tmp_path / "draft.md"
    draft.write_bytes(f"All of Us Are Dead\n\n{text}\n\nThe first season premiered on 28 January 2022.\n".encode())
    status, found, err = check(capfd, draft)
    checked = found["check"]
    assert isinstance(checked, list)
    assert (status, [one["outcome"] for one in checked]) == (0, ["supported"])
    assert f"{draft}: 1 of its claims left out, as it says (aoud: ignore)" in err


def test_a_fault_can_be_accepted(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    draft, known = tmp_path / "draft.md", tmp_path / "known.yaml"
    draft.write_text(f"All of Us Are Dead\n\n{FAULTY}\n", "utf-8")
    status, _, err = check(capfd, draft, "--write-accept", str(known))
    assert (status, f"aoud: wrote {known} with 1 finding; give it its reason" in err) == (1, False)
    status, found, _ = check(capfd, draft, "--accept", str(known))
    checked = found["check"]
    assert isinstance(checked, list)
    assert (status, checked[0]["outcome"], checked[0]["accepted"]["reason"]) == (0, "contradicted", "to be looked at")
    assert main(["check", str(draft), "--accept", str(known)]) == 0
    out, err = capfd.readouterr()
    assert out.rstrip().endswith("[Accepted: to be looked at]")
    assert "1 accepted" in err


@given(st.text(st.sampled_from("<!- aoud:ignore\n\r>x"), max_size=200))
def test_marks_are_found_in_any_text(text: str) -> None:
    lines = text.count("\n") + text.count("\r") + 2
    assert all(1 <= number <= lines for number in ignored_lines(text))
