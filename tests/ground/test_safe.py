"""Nothing that comes out acts: what is shown is printable and on one line, what is JSON can be read by every reader."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import example, given, strategies as st

from aoud_cli.ground.safe import dumps, visible

BAD = "\x00\x07\x08\t\n\r\x1b\x7f\x85\x9b\xad\u061c\u200b\u200d\u200f\u2028\u2029\u202e\u2066\u2069\ufeff\ufff9\ue000\uffff\U000e0041\ud800"
TEXT = st.text(st.characters() | st.sampled_from(BAD))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Park Ji-hu", "Park Ji-hu"),
        ("박지후 \u2018짝\u2019 é \u3000 \xa0", "박지후 \u2018짝\u2019 é \u3000 \xa0"),
        ("[bold]:zombie:[/b] \U0001f9df", "[bold]:zombie:[/b] \U0001f9df"),
        ("e\u0301", "e\u0301"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[31mred\x9b0m", r"\x1b[31mred\x9b0m"),
        ("\x1b]52;c;eA==\x07", r"\x1b]52;c;eA==\x07"),
        ("a\u202eb\u2066c", r"a\u202eb\u2066c"),
        ("a\u200bb\xadc", r"a\u200bb\xadc"),
        ("a\u2028b\u2029", r"a\u2028b\u2029"),
        ("\ud800", r"\ud800"),
        ("\U000e0041\U0010ffff", r"\U000e0041\U0010ffff"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(TEXT)
@example(BAD)
def test_what_is_visible_does_nothing(text: str) -> None:
    shown = visible(text)
    assert {unicodedata.category(c) for c in shown}.isdisjoint({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
    assert visible(shown) == shown
    shown.encode("utf-8")


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=8
    )
)
def test_json_comes_back_as_it_was(value: object) -> None:
    for indent in (None, 2):
        text = dumps(value, indent=indent)
        text.encode("utf-8")
        assert indent or "\n" not in text
        assert not {c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) <= 0x9F or c in "\u2028\u2029\u202e\u2066")}
        # two halves of one character that stood beside each other come back as that character
        assert json.dumps(json.loads(text)) == json.dumps(json.loads(json.dumps(value)))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_string_comes_back(text: str) -> None:
    assert json.loads(dumps(text)) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"b": 1, "a": "박"}, '{"b":1,"a":"박"}'),
        ("\x9b31m\x7f\u2028\ud800", r'"\u009b31m\u007f\u2028\ud800"'),
        ("</script>", '"</script>"'),
        ([], "[]"),
    ],
)
def test_compact(value: object, text: str) -> None:
    assert dumps(value) == text


def test_indented() -> None:
    assert dumps({"b": [1], "a": {}}, indent=2) == '{\n  "b": [\n    1\n  ],\n  "a": {}\n}'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_does_not_have_are_refused(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps({"n": number})
