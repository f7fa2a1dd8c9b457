"""Strict YAML: strings with their lines, or one line that says what is wrong where."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import given, strategies as st

from aoud_cli.ground import strict_yaml
from aoud_cli.ground.strict_yaml import Mapping_, Scalar, Sequence_, check_keys, fail, list_of, load, mapping_of, text_of, texts_of
from aoud_cli.model import AoudError


@pytest.fixture(params=["C", "Python"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Each of the two event parsers that a machine may have."""
    if request.param == "C" and not hasattr(yaml, "CSafeLoader"):
        pytest.skip("no libyaml here")
    if request.param == "Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    yield request.param


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[No, On, Yes, Off, ~, null]", ["No", "On", "Yes", "Off", "~", "null"]),
        ("On: Nam On-jo", {"On": "Nam On-jo"}),
        ("d: 2024-02-30", {"d": "2024-02-30"}),
        ("t: 12:30:45\nn: 010\nm: 1_000\nf: 1e999", {"t": "12:30:45", "n": "010", "m": "1_000", "f": "1e999"}),
        ("a:\nb: ''", {"a": "", "b": ""}),
        ("a: 'All of Us: 2'", {"a": "All of Us: 2"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("\ufeffa: 박지후", {"a": "박지후"}),
        ("a: [{b: c}, [d, []], {}]\r\n", {"a": [{"b": "c"}, ["d", []], {}]}),
        ("'<<': x", {"<<": "x"}),
        ("Park", "Park"),
    ],
)
def test_what_it_reads(text: str, value: object, parser: str) -> None:
    assert load(text, "f") == value
    assert load(text.encode(), "f") == value


def test_nodes_know_their_lines(parser: str) -> None:
    root = mapping_of(load("# c\na: x\nb:\n  - y\n  - k: z\n", "f"), "f")
    inner = list_of(root["b"], "f")
    assert (root.line, root.key_lines) == (2, {"a": 2, "b": 3})
    assert (text_of(root["a"], "f").line, inner.line, text_of(inner[0], "f").line, mapping_of(inner[1], "f").line) == (2, 4, 4, 5)


REFUSED = [
    ("", "f:1: the file is empty"),
    ("# only this\n", "f:1: the file is empty"),
    ("a: 1\nb: 2\na: 3", "f:3: the key 'a' is given twice (first on line 1)"),
    ("x: {a: 1, a: 2}", "f:1: the key 'a' is given twice (first on line 1)"),
    ("a: &x 1", "f:1: anchors (&x)"),
    ("a: &x [1]\nb: *x", "f:1: anchors (&x)"),
    ("\na: *x", "f:2: aliases (*x)"),
    ("a: !!python/object/apply:os.system [x]", "f:1: tags (tag:yaml.org,2002:python/object/apply:os.system)"),
    ("a: !x 1", "f:1: tags (!x)"),
    ("<<: {a: 1}", "f:1: merge keys"),
    ("? [a]\n: b", "f:1: a key must be a word"),
    ("a: 1\n---\nb: 2", "f:2: a second document"),
    ("[" * 100_000, "f:1: nested more than 20 deep"),
    ("{a: " * 21, "f:1: nested more than 20 deep"),
    ("x: 1\ntitle: All of Us Are Dead: Season 2", "f:2:26: mapping values are not allowed"),
    ("a:\n\t- b", "f:2:1: found character"),
    ("a: @x", "f:1:4: found character"),
    ("a: 'x", "f:1:6: found unexpected end of stream; a quote or a bracket is not closed"),
    ('a: "\\0"', "f:1: the character U+0000 can't stand in a value"),
    ('a: "\\e[1m"', "f:1: the character U+001B can't stand in a value"),
    ("a\nb\x1b", "f:2: the character U+001B"),
    ("\ud800", "f:1: the character U+D800"),
    ("a: " + "x" * (1 << 20), "f:1: larger than 1 MiB"),
]


@pytest.mark.parametrize(("text", "message"), REFUSED, ids=[message[:40] for _, message in REFUSED])
def test_what_it_refuses(text: str, message: str, parser: str) -> None:
    with pytest.raises(AoudError) as caught:
        load(text, "f")
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_hints(parser: str) -> None:
    with pytest.raises(AoudError, match="; put the value in quotes$"):
        load("title: All of Us Are Dead: Season 2", "f")
    with pytest.raises(AoudError, match="; indent with spaces, not with tabs$"):
        load("a:\n\t- b", "f")


def test_bytes_that_are_no_utf_8() -> None:
    with pytest.raises(AoudError, match=r"^f:2: not UTF-8 \(byte 0x93 at 5\)"):
        load(b"a: b\n\x93", "f")
    with pytest.raises(AoudError, match="^f:1: not UTF-8"):
        load("a: b".encode("utf-16"), "f")


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "p.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: b\r\n")
    assert load(strict_yaml.read(file, "p.yaml"), "p.yaml") == {"a": "b"}
    file.write_bytes(b" " * ((1 << 20) + 1))
    for path, message in (
        (file, "larger than 1 MiB"),
        (tmp_path, "not a regular file"),
        (tmp_path / "no", "not found"),
        ("a\0b", "not a path"),
    ):
        with pytest.raises(AoudError, match=f"^w: {message}"):
            strict_yaml.read(path, "w")


@given(
    st.text()
    | st.lists(st.sampled_from(["a: ", "- ", "\n", "  ", "[", "{", "]", "}", "'", '"', "&x", "*x", "!", "|", ":", "#", "---", "\t"])).map(
        "".join
    )
)
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        load(text, "f")
    except AoudError as error:
        assert str(error).startswith("f:")
        assert "\n" not in str(error)


def test_keys_are_checked() -> None:
    node = load("x: 1\npatern: y\n", "rules/cast.yaml")
    with pytest.raises(AoudError, match=r"^rules/cast.yaml:2: unknown key 'patern' \(did you mean 'pattern'\?\)$"):
        check_keys(node, "rules/cast.yaml", ("x", "pattern"))
    with pytest.raises(AoudError, match="^f:2: unknown key 'patern'$"):
        check_keys(node, "f", ("x", "zzz"))
    with pytest.raises(AoudError, match="^f:1: the key 'id' is missing$"):
        check_keys(node, "f", ("x", "patern"), required=("id",))
    assert check_keys(node, "f", ("x",), required=("patern",)) is node


def test_types_are_checked() -> None:
    node = check_keys(load("a: x\nb: [y, '']\nc: {}\nd: ''\n", "f"), "f", "abcd")
    assert text_of(node["a"], "f") == "x"
    assert list_of(node.get("none"), "f") == [] == texts_of(None, "f")
    for call, message in (
        (lambda: mapping_of(node["a"], "f", "a"), "f:1: a must be a mapping"),
        (lambda: list_of(node["a"], "f", "a"), "f:1: a must be a list"),
        (lambda: text_of(node["b"], "f", "b"), "f:2: b must be text"),
        (lambda: text_of(node["d"], "f", "d"), "f:4: d is empty"),
        (lambda: texts_of(node["b"], "f", "b"), "f:2: an item of b is empty"),
        (lambda: fail(9, "f", "no"), "f:9: no"),
    ):
        with pytest.raises(AoudError, match=message):
            call()


def test_nodes_can_be_pickled() -> None:
    node = load("a: [b]\n", "f")
    again = pickle.loads(pickle.dumps(node))
    assert again == node
    assert isinstance(again, Mapping_)
    assert isinstance(again["a"], Sequence_)
    assert isinstance(again["a"][0], Scalar)
    assert again["a"][0].line == 1
