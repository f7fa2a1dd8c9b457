"""Strict YAML: every scalar is a string, every node knows its line, and nothing is merged, repeated, tagged or nested deeply.

Only the event parser of the library is used. Its composer dies on deep nesting, its constructor reads No as False and 1:30 as 90,
keeps the last of two equal keys, and lets a few aliases grow into gigabytes.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from aoud_cli.ground import files
from aoud_cli.ground.nearest import did_you_mean
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError

MAX_DEPTH = 20  # profiles and rules need 5
MAX_BYTES = 1 << 20  # the event parser takes 0.3 s for this much
_REFUSED_RE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_HINTS = (
    ("mapping values are not allowed", "put the value in quotes"),
    ("cannot start any token", "put the value in quotes"),
    ("unexpected end of stream", "a quote or a bracket is not closed"),
    ("did not find expected key", "check the quotes and the indentation here"),
    ("did not find expected ',' or", "a bracket is not closed"),
)


class Scalar(str):
    """A string and the line, from 1, that it starts on."""

    line: int = 1


class Sequence_(list["Node"]):
    """A list and the line, from 1, that it starts on."""

    line: int = 1


class Mapping_(dict[str, "Node"]):
    """A mapping, the line that it starts on, and the line of each key."""

    line: int = 1
    key_lines: dict[str, int]


Node = Scalar | Sequence_ | Mapping_


def load(text: str | bytes, where: str) -> Node:
    """The one document of `text` (bytes are read as UTF-8, with or without a BOM); `where` is the name that errors carry.

    Raises AoudError, one line that begins `where:line:`, for whatever is not plain, strict YAML.
    """
    source = _checked(_decoded(text, where) if isinstance(text, bytes) else text, where)
    import yaml  # 15 ms: only commands that read YAML pay for it

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _build(yaml.parse(source, Loader=loader), where)
    except yaml.MarkedYAMLError as error:
        if _opens_deeply(source):  # libyaml 0.2.6 stops at a depth of its own, before it hands out what it has read
            with contextlib.suppress(yaml.YAMLError):
                _build(yaml.parse(source, Loader=yaml.SafeLoader), where)
        raise _syntax_error(error, source, where) from None
    except yaml.reader.ReaderError as error:
        raise AoudError(f"{where}:1: {visible(str(error.reason))} (at {error.position})") from None


def read(path: str | os.PathLike[str], where: str) -> str:
    """The text of a YAML file of at most 1 MiB, in UTF-8; raises AoudError `where: ...` where it can't be read."""
    try:
        return _decoded(files.read_bytes(os.fspath(path), MAX_BYTES), where)
    except files.Unreadable as reason:
        raise AoudError(f"{visible(where)}: {reason}") from None
    except ValueError:  # a NUL in the name
        raise AoudError(f"{visible(where)}: not a path") from None


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise AoudError(f"{where}:{line}: not UTF-8 (byte 0x{data[error.start]:02x} at {error.start}); save it as UTF-8") from None


def _checked(text: str, where: str) -> str:
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_BYTES:
        raise AoudError(f"{where}:1: larger than 1 MiB")
    refused = _REFUSED_RE.search(text)
    if refused:
        line = text.count("\n", 0, refused.start()) + 1
        raise AoudError(f"{where}:{line}: the character {_code(refused.group())} can't stand in this file")
    return text


def _opens_deeply(source: str) -> bool:
    """Whether so many brackets stand open at one place that the depth may be what is wrong."""
    depth = deepest = 0
    for char in re.findall(r"[\[\]{}]", source):
        depth += 1 if char in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > MAX_DEPTH


def _code(char: str) -> str:
    return f"U+{ord(char):04X}"


def _syntax_error(error: Any, source: str, where: str) -> AoudError:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    problem = visible(str(error.problem or error.context or "not YAML"))
    hint = next((f"; {hint}" for words, hint in _HINTS if words in problem), "")
    lines = source.split("\n", line)
    if "\t" in (lines[line - 1] if line <= len(lines) else "") and ("start any token" in problem or "tab" in problem):
        hint = "; indent with spaces, not with tabs"
    return AoudError(f"{where}:{line}:{mark.column + 1 if mark else 1}: {problem}{hint}")


class _Open:
    """A list or a mapping whose end has not come yet, and the key that waits for its value."""

    __slots__ = ("key", "node")

    def __init__(self, node: Sequence_ | Mapping_) -> None:
        self.node = node
        self.key: Scalar | None = None


def _build(events: Iterable[Any], where: str) -> Node:
    """The tree of the events; a stack and no recursion, so that depth costs nothing and is bounded by our own rule."""
    stack: list[_Open] = []
    root: Node | None = None
    for event in events:
        kind = type(event).__name__
        if kind == "ScalarEvent":
            node: Node = _scalar(event, where)
        elif kind == "MappingStartEvent" or kind == "SequenceStartEvent":
            node = _container(event, where, len(stack))
        elif kind == "MappingEndEvent" or kind == "SequenceEndEvent":
            stack.pop()
            continue
        else:
            _check_other(event, kind, where, root)
            continue
        if stack:
            _add(stack[-1], node, event, where)
        else:
            root = node
        if not isinstance(node, Scalar):
            stack.append(_Open(node))
    if root is None or (isinstance(root, Scalar) and not root):
        raise AoudError(f"{where}:1: the file is empty")
    return root


def _check_other(event: Any, kind: str, where: str, root: Node | None) -> None:
    line = event.start_mark.line + 1
    if kind == "AliasEvent":
        raise AoudError(f"{where}:{line}: aliases (*{visible(event.anchor)}) are not read; write the value out")
    if kind == "DocumentStartEvent" and root is not None:
        raise AoudError(f"{where}:{line}: a second document; one file holds one")


def _check_plain(event: Any, where: str) -> int:
    """The line of the event; an anchor or a tag is refused."""
    line: int = event.start_mark.line + 1
    if event.anchor is not None:
        raise AoudError(f"{where}:{line}: anchors (&{visible(event.anchor)}) are not read; write the value out")
    if event.tag is not None:
        raise AoudError(f"{where}:{line}: tags ({visible(event.tag)}) are not read; put the value in quotes if it starts with '!'")
    return line


def _scalar(event: Any, where: str) -> Scalar:
    line = _check_plain(event, where)
    value: str = event.value
    refused = None if value.isprintable() else _REFUSED_RE.search(value)  # an escape like "\0" passes the check of the source
    if refused:
        raise AoudError(f"{where}:{line}: the character {_code(refused.group())} can't stand in a value")
    node = Scalar(value)
    node.line = line
    return node


def _container(event: Any, where: str, depth: int) -> Sequence_ | Mapping_:
    line = _check_plain(event, where)
    if depth >= MAX_DEPTH:
        raise AoudError(f"{where}:{line}: nested more than {MAX_DEPTH} deep")
    node: Sequence_ | Mapping_
    if type(event).__name__ == "SequenceStartEvent":
        node = Sequence_()
    else:
        node = Mapping_()
        node.key_lines = {}
    node.line = line
    return node


def _add(parent: _Open, node: Node, event: Any, where: str) -> None:
    """Put the node into the list or mapping that is open; in a mapping every other node is a key."""
    into = parent.node
    if isinstance(into, Sequence_):
        into.append(node)
    elif parent.key is not None:
        into[parent.key] = node
        parent.key = None
    else:
        parent.key = _key(into, node, event, where)


def _key(mapping: Mapping_, node: Node, event: Any, where: str) -> Scalar:
    if not isinstance(node, Scalar):
        fail(node, where, "a key must be a word, not a list or a mapping")
    if node == "<<" and not event.style:
        fail(node, where, "merge keys (<<) are not read; write the keys out")
    first = mapping.key_lines.get(node)
    if first is not None:
        fail(node, where, f"the key '{visible(node)}' is given twice (first on line {first})")
    mapping.key_lines[node] = node.line
    return node


def fail(node: Node | int, where: str, message: str) -> NoReturn:
    """Raise the AoudError `where:line: message`; a number for `node` is the line itself."""
    raise AoudError(f"{where}:{node if isinstance(node, int) else node.line}: {message}")


def check_keys(node: Node, where: str, allowed: Iterable[str], required: Iterable[str] = ()) -> Mapping_:
    """The node as a mapping that has no key but `allowed` (and `required`) and every key of `required`; raises AoudError."""
    mapping = mapping_of(node, where)
    needed = list(required)
    known = [*allowed, *needed]
    for key in mapping:
        if key not in known:
            fail(mapping.key_lines[key], where, f"unknown key '{visible(key)}'{did_you_mean(key, known)}")
    missing = [key for key in needed if key not in mapping]
    if missing:
        fail(mapping, where, f"the key '{missing[0]}' is missing")
    return mapping


def mapping_of(node: Node, where: str, what: str = "this") -> Mapping_:
    """The node if it is a mapping; raises AoudError."""
    if not isinstance(node, Mapping_):
        fail(node, where, f"{what} must be a mapping (key: value)")
    return node


def list_of(node: Node | None, where: str, what: str = "this") -> Sequence_:
    """The node if it is a list, an empty one for None (a key that isn't there); raises AoudError."""
    if node is None:
        return Sequence_()
    if not isinstance(node, Sequence_):
        fail(node, where, f"{what} must be a list")
    return node


def text_of(node: Node, where: str, what: str = "this") -> Scalar:
    """The node if it is a string that isn't empty; raises AoudError."""
    if not isinstance(node, Scalar) or not node.strip():
        fail(node, where, f"{what} must be text" if not isinstance(node, Scalar) else f"{what} is empty")
    return node


def texts_of(node: Node | None, where: str, what: str = "this") -> list[Scalar]:
    """The items of a list of strings, none of them empty; nothing for None. Raises AoudError."""
    return [text_of(item, where, f"an item of {what}") for item in list_of(node, where, what)]
