"""Spellings that are one person, that may be, and that are two, as names of many languages are written."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, strategies as st

from aoud_cli.names.hangul import given_keys, loose_keys
from aoud_cli.names.sameness import compare_names
from aoud_cli.names.spelling import name_keys

PAIRS = """
same      | Søren Malling        | Soren Malling        | Soeren Malling
same      | Stellan Skarsgård    | Stellan Skarsgard    | Stellan Skarsgaard
same      | Łukasz Simlat        | Lukasz Simlat
same      | Þorsteinn Bachmann   | Thorsteinn Bachmann
same      | Jürgen Vogel         | Jurgen Vogel
same      | Jürgen Vogel         | Juergen Vogel
same      | Max Weiß             | Max Weiss
same      | Sir Ian McKellen     | Ian McKellen         | Ian Mckellen
same      | Robert Downey, Jr.   | Robert Downey Jr
possible  | Robert Downey Jr.    | Robert Downey
different | Robert Downey Jr.    | Robert Downey Sr.
possible  | Sarah M. Gellar      | Sarah Gellar
possible  | Sarah M.             | Sarah Miller
possible  | R. Martin            | George R.R. Martin
same      | George R.R. Martin   | George R. R. Martin  | George RR Martin
possible  | de Armas             | Ana de Armas
same      | Ana de Armas         | Ana De Armas
different | Ana de Armas         | Ana de la Reguera
same      | Peter O'Toole        | Peter O’Toole        | Peter OToole
same      | Phoebe Waller-Bridge | Phoebe Waller Bridge
possible  | Phoebe Waller        | Phoebe Waller-Bridge
same      | Yūto Nakajima        | Yuto Nakajima        | Yuuto Nakajima       | Nakajima Yuto
same      | Shūhei Ōno           | Shuhei Ohno          | Shuhei Ono           | Ono Shuhei
different | Ono Shuhei           | Ono Shuji
different | Yuto Nakajima        | Yuta Nakajima
same      | Zhang Ziyi           | Ziyi Zhang
same      | Wong Kar-wai         | Kar-Wai Wong
same      | Leung Chiu-wai       | Tony Leung Chiu-wai
possible  | Tony Leung           | Tony Leung Chiu-wai
same      | Kim Min-hee          | Kim Min-hui
same      | Min-a                | Min-ah
same      | Jihun                | Ji-hun
same      | Kim Sun-a            | Kim Seon-a           | Sun-a Kim            | 김선아
same      | 김선아               | Kim Sun-a
same      | 로운                 | Ro-un                | Rowoon
same      | Pak Chihun           | Park Ji-hun
same      | Ch'oe Min-sik        | Choi Min-sik         | Choe Min-sik
same      | Yi Pyŏng-hŏn         | Lee Byung-hun        | Lee Byeong-heon
same      | Gong Yoo             | Gong Yu              | Kong Yoo
same      | Jung Ho-yeon         | HoYeon Jung
same      | Pi Gun-woo           | Pi Geon-woo
same      | Kim JK               | Kim Jae-k            | Kim JK
different | Kim Ji-hu            | Kim Ji-hoon
different | 김지후               | Kim Ji-hoon
different | Seo-jin              | Su-jin
different | Kim Yoon-seo         | Kim Yeon-seo
possible  | Kim Sun-young        | Kim Soon-young
different | Kim Min-ji           | Kim Ji-min
different | Ahn Hyo-seop         | Han Hyo-seop
different | Frances Rourke       | Frances Rooke
possible  | Rourke               | Frances Rourke
different | Ian McKellen         | Ian McShane
"""
ROWS = [
    (cells[0], first, other)
    for line in PAIRS.strip().split("\n")
    for cells in [[cell.strip() for cell in line.split("|")]]
    for first in cells[1:2]
    for other in cells[2:]
    if "Jae-k" not in other
]


@pytest.mark.parametrize(("wanted", "a", "b"), ROWS, ids=[f"{a}={b}" for _, a, b in ROWS])
def test_two_spellings(wanted: str, a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a) == wanted


@pytest.mark.parametrize(
    ("spelling", "likely", "perhaps"),
    [
        ("sun", {"선"}, {"순"}),
        ("soo", {"수"}, set()),
        ("hun", {"훈", "헌"}, set()),
        ("ji-hu", {"지후"}, set()),
        ("xyz", set(), set()),
        ("", set(), set()),
    ],
)
def test_what_a_spelling_stands_for(spelling: str, likely: set[str], perhaps: Iterable[str]) -> None:
    assert set(given_keys(spelling)) == likely
    assert set(loose_keys(spelling)) >= {*likely, *perhaps}


@given(st.text(st.characters(codec="utf-8"), max_size=30), st.text(st.characters(codec="utf-8"), max_size=30))
def test_any_two_strings_compare_alike_both_ways(a: str, b: str) -> None:
    assert compare_names(a, b) == compare_names(b, a)
    assert compare_names(a, a) == ("same" if name_keys(a) else "different")
