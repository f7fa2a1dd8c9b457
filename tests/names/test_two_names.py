"""Two names of which a profile knows one, or that are cut short."""

from __future__ import annotations

import pytest

from aoud_cli.names.profile_file import load_profile
from aoud_cli.names.sameness import compare_names

PROFILE = load_profile()
KNOWN = [
    ("Park Ji-hu", "Pak Chihu", "same"),
    ("Park Ji-hu", "Nam On-jo", "different"),
    ("Lee Jae-kyoo", "Lee", "possible"),
    ("Han Du-seok", "Han Du-sok", "possible"),
    ("Han Du-seok", "Lomond Byrne", "different"),
]


@pytest.mark.parametrize(("one", "other", "wanted"), KNOWN)
def test_beside_a_name_of_the_profile(one: str, other: str, wanted: str) -> None:
    assert compare_names(one, other, PROFILE) == compare_names(other, one, PROFILE) == wanted


ROWS = [
    ("선아", "Sun-a", "same"),
    ("김선아", "Min-ho", "different"),
    ("선아", "Min-ho", "different"),
    ("선아", "Soon-a", "different"),
    ("Sun-a", "Kim Sun-a", "possible"),
    ("Kim", "Kim Sun-a", "possible"),
    ("Min-ho", "Kim Sun-a", "different"),
    ("Park", "Kim Sun-a", "different"),
    ("Rourke", "Frances Rourke", "possible"),
    ("Frances", "Frances Rourke", "possible"),
    ("Ellen", "Frances Rourke", "different"),
    ("Ellen", "Frances Ellen Rourke", "different"),
    ("S. M. Gellar", "Sarah Michelle Gellar", "possible"),
    ("S. Gellar", "Sarah Michelle Gellar", "possible"),
    ("S. M. Gellar", "Sarah Michelle Prinze", "different"),
    ("S. Gellar", "Tom Michelle Gellar", "different"),
    ("Sam M. Gellar", "Sarah Michelle Anne Gellar", "different"),
    ("Sarah P. Gellar", "Sarah Michelle Anne Gellar", "different"),
]


@pytest.mark.parametrize(("one", "other", "wanted"), ROWS)
def test_names_cut_short(one: str, other: str, wanted: str) -> None:
    assert compare_names(one, other) == compare_names(other, one) == wanted
