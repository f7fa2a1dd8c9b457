"""A draft against a corpus: the outcome of every claim, and that a draft is never evidence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from aoud_cli.analysis.drafts import Check, check_drafts
from aoud_cli.analysis.outcomes import Outcome
from aoud_cli.cli.main import main
from aoud_cli.model import AoudError, Verdict

TRUE = """Seo Ji-an plays Pyo Do-yun.
Filming of season 2 began in September 2025.
Night Harbour was renewed for a second season in February 2024.
The series is directed by Gil Tae-oh.
Season 1 consists of twelve episodes.
"""


PLANTED = """Seo Ji-an plays Ahn Seo-rin.
The second season of Night Harbour is expected to premiere in mid-2025.
Season 1 was watched for over 250 million hours in its first 28 days.
Mun Ha-eun will return for season 2.
Season 2 will premiere in February 2026.
"""


def by_line(check: Check) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for item in check.checked:
        found.setdefault(item.claim.source.line, set()).add(item.outcome.value)
    return found


def test_planted_errors_and_true_statements(check: Callable[..., Check]) -> None:
    found = check(PLANTED + TRUE)
    faults = {1: {"contradicted"}, 2: {"outdated"}, 3: {"contradicted"}, 4: {"supported"}, 5: {"contradicted"}}
    assert by_line(found) == {**faults, **{line: {"supported"} for line in range(6, 11)}}
    reasons = {item.claim.source.line: item for item in found.checked}
    assert "Moon Ha-eun (spring, winter)" in reasons[1].reason
    assert getattr(reasons[2].now[0].first.value, "term", None) == "unannounced"
    assert "over 310 million hours in 28 days (spring, winter)" in reasons[3].reason
    assert found.spellings == {reasons[4].claim.id: (("Mun Ha-eun", "Moon Ha-eun"),)}
    assert reasons[5].verdict is Verdict.ORDER and "can't come before filming end 2026-05" in reasons[5].reason
    assert reasons[6].documents == ("spring", "winter") and reasons[6].independent == 2


@pytest.mark.parametrize(("text", "status"), [(TRUE, 0), (PLANTED, 1), (PLANTED + TRUE, 1), ("Nothing of the kind.\n", 0)])
def test_exit_status(place: Path, capfd: pytest.CaptureFixture[str], text: str, status: int) -> None:
    (place / "draft.md").write_text(text, encoding="utf-8")
    call = ["check", str(place / "draft.md"), "--corpus", str(place / "corpus"), "--profile", str(place / "profile.yaml")]
    assert main(call) == status
    assert main([*call, "--exit-zero"]) == 0
    (place / "corpus" / "broken.txt").write_bytes(b"\0")
    assert main(call) == 2
    assert main([*call, "--allow-skips"]) == status
    capfd.readouterr()


def test_an_unreadable_draft_ends_with_2_and_the_others_are_checked(place: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (place / "draft.md").write_text(TRUE, encoding="utf-8")
    (place / "bad.md").write_bytes(b"\xff\xfe\xfa")
    drafts = [str(place / "draft.md"), str(place / "bad.md")]
    assert main(["check", *drafts, "--corpus", str(place / "corpus"), "--profile", str(place / "profile.yaml")]) == 2
    out, err = capfd.readouterr()
    assert "supported" in out and f"aoud: skipped {place / 'bad.md'}: " in err
    assert ", 1 skipped\n" in err


def outcomes(check: Check) -> list[tuple[str, str, str]]:
    return [(item.claim.source.quote, item.outcome.value, item.reason) for item in check.checked]


@pytest.mark.parametrize("text", [PLANTED, TRUE])
def test_a_draft_in_the_corpus_changes_nothing(check: Callable[..., Check], place: Path, text: str) -> None:
    alone = check(text)
    (place / "corpus" / "copied.txt").write_text(text, encoding="utf-8")
    (place / "corpus" / "windows.md").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    again = check(text)
    assert outcomes(again) == outcomes(alone)
    assert [note.split(" ")[0].rpartition("/")[2] for note in again.notes] == ["copied.txt", "windows.md"]
    inside = check_drafts([str(place / "corpus" / "copied.txt")], [str(place / "corpus")], profile=str(place / "profile.yaml"))
    assert [found[:2] for found in outcomes(inside)] == [found[:2] for found in outcomes(alone)]


def test_a_draft_is_no_evidence_for_another(check: Callable[..., Check], place: Path) -> None:
    (place / "other.md").write_text("Ma Do-jin wrote season 2 of Night Harbour. Gil Tae-oh directs season 2.\n", encoding="utf-8")
    both = check("Gil Tae-oh directs season 2 of Night Harbour.\n", str(place / "other.md"))
    assert {item.outcome for item in both.checked} == {Outcome.NEW}


def test_a_draft_moves_no_article(check: Callable[..., Check], place: Path) -> None:
    """It dates none, and teaches the corpus no name."""
    (place / "corpus" / "undated.txt").write_text("Filming of Night Harbour season 2 is underway.\n", encoding="utf-8")
    before = check("Nothing of the kind.\n").analysis
    after = check(
        "Filming of Night Harbour season 2 began on March 3, 2025 and ended on March 9, 2025.\nMoon Ha-eun plays Yang Mi-so.\n"
    ).analysis
    assert after.claims == before.claims and after.findings == before.findings and after.articles == before.articles


def test_what_the_corpus_teaches_is_used(check: Callable[..., Check], place: Path) -> None:
    (place / "corpus" / "third.txt").write_text("Baek Su-jin plays the diver Yang Mi-so in Night Harbour.\n", encoding="utf-8")
    found = check("Paik Soojin plays Yang Mi-so in Night Harbour.\n")
    assert [item.outcome.value for item in found.checked] == ["supported"]
    assert list(found.spellings.values()) == [(("Paik Soojin", "Baek Su-jin"),)]


@pytest.mark.parametrize(
    ("draft", "outcome"),
    [
        ("Hong Bo-mi plays Yang Mi-so.", "outdated"),
        ("Hong Bo-mi played Yang Mi-so.", "supported"),  # once she did
        ("Baek Su-jin plays Yang Mi-so.", "supported"),
    ],
)
def test_a_part_that_was_recast(check: Callable[..., Check], place: Path, draft: str, outcome: str) -> None:
    told = {
        "old.txt": "March 3, 2025\n\nHong Bo-mi plays the diver Yang Mi-so in Night Harbour.\n",
        "new.txt": "March 3, 2026\n\nYang Mi-so of Night Harbour was recast: Baek Su-jin plays Yang Mi-so.\n",
    }
    for name, text in told.items():
        (place / "corpus" / name).write_text(text, encoding="utf-8")
    assert [item.outcome.value for item in check(f"{draft}\n").checked] == [outcome]


def test_nothing_but_the_draft_is_an_error(place: Path) -> None:
    path = str(place / "corpus" / "spring.txt")
    with pytest.raises(AoudError, match="nothing to check against"):
        check_drafts([path], [path], profile=str(place / "profile.yaml"))


def test_standard_input_is_read_once() -> None:
    with pytest.raises(AoudError, match="both the draft and the corpus"):
        check_drafts(["-"], ["-"])


def test_a_draft_named_like_an_article(check: Callable[..., Check], place: Path) -> None:
    (place / "spring.md").write_text(PLANTED, encoding="utf-8")
    found = check_drafts([str(place / "spring.md")], [str(place / "corpus")], profile=str(place / "profile.yaml"))
    assert {item.claim.source.document for item in found.checked} == {"draft/spring"}
    assert [item.outcome for item in found.checked] == [item.outcome for item in check(PLANTED).checked]


def test_a_day_given_to_a_draft(place: Path) -> None:
    from datetime import date

    (place / "draft.md").write_text("Season 2 will premiere next month.\n", encoding="utf-8")
    call = [str(place / "draft.md")], [str(place / "corpus")]
    given = check_drafts(*call, dated={"draft": date(2026, 7, 9), "spring": date(2024, 3, 2)}, profile=str(place / "profile.yaml"))
    assert given.drafts.articles[0].asserted.basis == "given"
    assert given.analysis.articles[0].asserted.earliest == date(2024, 3, 2)
    with pytest.raises(AoudError, match="no article is named 'nobody'"):
        check_drafts(*call, dated={"nobody": date(2026, 1, 1)})


def test_a_draft_is_read_as_one_more_article_of_the_corpus(check: Callable[..., Check], place: Path) -> None:
    """Which season is still to come on the draft's day, the premieres tell that the articles, and not the draft, know."""
    profile = (place / "profile.yaml").read_text("utf-8")
    (place / "profile.yaml").write_text(profile.replace("seasons: 2", "seasons: 3"), encoding="utf-8")
    out = "Season 1 of Night Harbour premiered on January 28, 2022. Season 2 of Night Harbour premiered on June 5, 2026.\n"
    (place / "corpus" / "out.txt").write_text(f"Published: July 1, 2026\n\n{out}Seo Ji-an will return for season 3.\n", encoding="utf-8")
    draft = "Night Harbour\n\nPublished: October 1, 2026\n\nSeo Ji-an will be back. Moon Ha-eun is on board, too.\n"
    found = {(item.claim.subject.name, item.claim.season): item.outcome.value for item in check(draft).checked}
    assert found == {("Seo Ji-an", 3): "supported", ("Moon Ha-eun", 3): "new"}
    assert [item.claim.value.text for item in check(draft).checked if item.outcome.value == "new"] == ["Moon Ha-eun is on board"]
    assert not any(getattr(item.claim.value, "term", "") == "new" for item in check(draft).checked)  # nobody who was there before


def test_no_draft_is_evidence_for_another(check: Callable[..., Check], place: Path) -> None:
    (place / "other.md").write_text("Season 3 of Night Harbour has six episodes.\n", encoding="utf-8")
    found = check("Season 3 of Night Harbour has six episodes.\n", str(place / "other.md"))
    assert [item.outcome.value for item in found.checked] == ["new", "new"]
