"""Spellings of one name and of two, and where a text names somebody."""

from __future__ import annotations

import csv

import pytest
from places import TESTS

from aoud_cli.names.profile_file import load_profile, parse_profile
from aoud_cli.names.sameness import compare_names
from aoud_cli.names.spelling import find_capitalised, find_mentions, preferred, short_forms

PROFILE = load_profile()
with (TESTS / "gold" / "name-pairs.tsv").open(encoding="utf-8", newline="") as file:
    PAIRS = [(row["a"], row["b"], row["label"], row["why"]) for row in csv.DictReader(file, delimiter="\t")]
NEEDS_ALIAS: set[str] = set()


@pytest.mark.parametrize(("a", "b", "label", "why"), PAIRS, ids=[f"{a}={b}" for a, b, *_ in PAIRS])
def test_pair(a: str, b: str, label: str, why: str) -> None:
    if label == "diff":
        assert compare_names(a, b) != "same", why
        assert compare_names(a, b, PROFILE) != "same", why
    else:
        assert compare_names(a, b, PROFILE) == "same", why
        if not {a, b} & NEEDS_ALIAS:
            assert compare_names(a, b) == "same", why


@pytest.mark.parametrize(("a", "b", "label", "why"), PAIRS, ids=[f"{a}={b}" for a, b, *_ in PAIRS])
def test_comparison_mirrors(a: str, b: str, label: str, why: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)
    assert compare_names(a, b, PROFILE) == compare_names(b, a, PROFILE)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("On-jo", "Nam On-jo", "possible"),
        ("Nam", "Nam On-jo", "possible"),
        ("", "Park Ji-hu", "different"),
        ("\u0420ark Ji-hu", "Park Ji-hu", "different"),  # a Cyrillic letter
        ("PARK JI-HU", "Park Ji-hu", "same"),
        ("Park Ji\u2011hu", "Park Ji-hu", "same"),  # a no-break hyphen
    ],
)
def test_without_a_profile(a: str, b: str, expected: str) -> None:
    assert compare_names(a, b) == expected


def test_a_given_name_is_one_person_s_in_the_profile() -> None:
    assert compare_names("On-jo", "Nam On-jo", PROFILE) == "same"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Park Ji Hu and Yoon Ga I met Hyo-ryeong.", ["Park Ji Hu", "Yoon Ga I", "Hyo-ryeong"]),
        ("park ji-hu wrote to on-jo", ["park ji-hu", "on-jo"]),
        ("Newcomer Gu Bon-ho sings", ["Gu Bon-ho"]),
        ("On Monday No One may Go In", []),
        ("Lee JQ's list", ["Lee JQ"]),
    ],
)
def test_mentions(text: str, names: list[str]) -> None:
    assert [mention.text for mention in find_mentions(text, PROFILE.is_known)] == names


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("Ji-hu Park", "Park Ji-hu"),
        ("Roh Jae Won", "Roh Jae-won"),
        ("Lomon", "Lomon"),
        ("Nam On-Jo", "Nam On-jo"),
        ("Robert Kim", "Robert Kim"),
    ],
)
def test_printed_form(name: str, printed: str) -> None:
    assert preferred(name) == printed


WESTERN = load_profile("the-long-ebb")


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Maria Okafor", ("Maria", "Okafor")),
        ("Jean Luc Picard", ("Jean", "Picard", "Luc Picard")),
        ("Dr. Helen Marsh", ("Helen", "Marsh")),
        ("Will Hope", ("Hope",)),
        ("Nam On-jo", ("On-jo",)),
        ("Moon Ha Eun", ("Ha Eun",)),
        ("Lomon", ()),
    ],
)
def test_short_forms(name: str, forms: tuple[str, ...]) -> None:
    assert short_forms(name) == forms


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Okafor met Det. Reyes and Owen.", ["Okafor", "Reyes", "Owen"]),
        ("Detective Ana Reyes, Sergeant Tom Garrick", ["Ana Reyes", "Tom Garrick"]),
        ("The stone had a price, and Stone paid Price.", ["Stone", "Price"]),
        ("a price carved in stone", []),
        ("maria okafor is back as ana reyes", ["maria okafor", "ana reyes"]),
        ("Season One Was Good", []),
    ],
)
def test_mentions_with_the_family_name_last(text: str, names: list[str]) -> None:
    assert [mention.text for mention in find_mentions(text, WESTERN.is_known)] == names


def test_a_short_title_is_part_of_the_stretch() -> None:
    text = "the pathologist Dr. Helen Marsh"
    (mention,) = find_mentions(text, WESTERN.is_known)
    assert text[mention.start : mention.end] == "Dr. Helen Marsh"
    assert mention.text == "Helen Marsh"


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("then Sinead O'Neill and J. K. Bell met Åsa Öberg's son", ["Sinead O'Neill", "J. K. Bell", "Åsa Öberg"]),
        ("Detective Ana Reyes", ["Ana Reyes"]),
        ("nobody", []),
    ],
)
def test_capitalised_runs(text: str, runs: list[str]) -> None:
    assert [mention.text for mention in find_capitalised(text)] == runs


@pytest.mark.parametrize(("a", "b"), [("Reyes", "Ana Reyes"), ("Garrick", "Tom Garrick")])
def test_a_family_name_alone_may_be_its_bearer(a: str, b: str) -> None:
    assert compare_names(a, b) == "possible"
    assert compare_names(a, b, WESTERN) == "same"


def test_a_family_name_of_two_names_neither() -> None:
    show = parse_profile("title: X\ncharacters: [Ana Reyes, Finn Reyes]\n", "x.yaml")
    assert show.resolve("Reyes") is None
    assert not show.is_known("Reyes")
    assert [show.resolve(name) for name in ("Ana", "Finn")] == list(show.people)
