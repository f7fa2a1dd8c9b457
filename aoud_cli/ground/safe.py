"""Text that strangers wrote, made harmless on its way out: nothing in it may act on a terminal or break a JSON reader."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
# Valid inside a JSON string, and yet: a terminal obeys C1 controls, bidi controls turn the line round, JavaScript before 2019 ends a
# line at U+2028, and a lone surrogate can't be encoded at all. All of them stand only inside strings, so they can be replaced afterwards.
_IN_JSON = "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"


def visible(text: str) -> str:
    r"""The text with each character that acts or can't be seen in `\x1b` notation, on one line; all else as it stands.

    Controls (line feeds too), bidi controls and other format characters, lone surrogates, private and unassigned code points
    are shown; letters of every script, combining marks and blanks of every width stay. A backslash of the text is not doubled.
    """
    if text.isprintable():
        return text
    return "".join([c if c.isprintable() or unicodedata.category(c) == "Zs" else _escape(c) for c in text])


def _escape(char: str) -> str:
    code = ord(char)
    if char in _SHORT:
        return _SHORT[char]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def dumps(value: Any, *, indent: int | None = None) -> str:
    r"""`value` as JSON: keys in their order, letters as letters, what could act as `\uXXXX`; one line without `indent`.

    Raises ValueError for a number that JSON doesn't have (NaN, infinity), TypeError for an object that it doesn't have.
    """
    import json

    separators = (",", ":") if indent is None else (",", ": ")
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False, sort_keys=False, indent=indent, separators=separators)
    return re.sub(_IN_JSON, lambda match: f"\\u{ord(match.group()):04x}", plain)
