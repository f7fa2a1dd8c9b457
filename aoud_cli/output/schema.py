"""The JSON Schema (draft 2020-12) of every `--json` output, put together from the files in `schemas/`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from aoud_cli.model import AoudError

SCHEMAS = Path(__file__).parent / "schemas"
_SHARED = "common"  # definitions that several kinds use; every other file is a kind, and defines an envelope of its own name
_REF_RE = re.compile(r"#/\$defs/(.+)")

Schema = dict[str, Any]


def kinds() -> list[str]:
    """The kinds of output that have a schema."""
    return sorted(path.stem for path in SCHEMAS.glob("*.json") if path.stem != _SHARED)


def schema_for(kind: str | None = None) -> Schema:
    """The schema of one kind of output; without a kind, one that every output is valid against, and no other object."""
    known = kinds()
    if kind is not None and kind not in known:
        raise AoudError(f"unknown kind '{kind}'; kinds are {', '.join(known)}")
    chosen = known if kind is None else [kind]
    found = _definitions()
    head: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"aoud {kind or 'output'}"}
    body: Schema = {"anyOf": [_ref(name) for name in chosen]} if kind is None else _ref(kind)
    return {**head, **body, "$defs": {name: found[name] for name in sorted(_reachable(chosen, found))}}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _definitions() -> dict[str, Schema]:
    found: dict[str, Schema] = {}
    for path in sorted(SCHEMAS.glob("*.json")):
        found |= json.loads(path.read_text(encoding="utf-8"))
    return found


def _reachable(names: list[str], found: dict[str, Schema]) -> set[str]:
    """These definitions and all that they refer to."""
    seen: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting += _references(found[name])
    return seen


def _references(node: Any) -> Iterator[str]:
    waiting = [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            match = _REF_RE.fullmatch(item["$ref"]) if isinstance(item.get("$ref"), str) else None
            if match:
                yield match.group(1)
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
