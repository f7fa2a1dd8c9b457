"""The JSON Schema (draft 2020-12) of every `--json` output, made from the shapes of the views."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, get_args, is_typeddict

from aoud_cli.ground.shapes import Schema, definitions, name_of, schema_of
from aoud_cli.model import AoudError
from aoud_cli.views.view import View, line_schema

KINDS: Final = (
    "agreements", "articles", "cast", "check", "claims", "conflicts", "coverage", "diff", "events", "explain", "names", "read", "score",
    "timeline",
)  # fmt: skip


def view_of(kind: str) -> type[View]:
    """The view that makes a kind of output."""
    found: type[View] = getattr(import_module(f"aoud_cli.views.{kind}"), f"{kind.capitalize()}View")
    return found


def schema_for(kind: str | None = None) -> Schema:
    """The schema of one kind of output; without a kind, one that every output is valid against, and no other object."""
    if kind is not None and kind not in KINDS:
        raise AoudError(f"unknown kind '{kind}'; kinds are {', '.join(KINDS)}")
    views = {one: view_of(one) for one in (KINDS if kind is None else (kind,))}
    found: dict[str, Schema] = {}
    for view in views.values():
        found |= definitions(view.output)
    for view in views.values():
        _name_lines(view, found)
    head: Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"aoud {kind or 'output'}"}
    body: Schema = {"anyOf": [_ref(one) for one in views]} if kind is None else _ref(kind)
    return {**head, **body, "$defs": dict(sorted(found.items()))}


def _name_lines(view: type[View], found: dict[str, Schema]) -> None:
    """Add the names of the schemas: that of the output, and that of a record where it is a line of its own."""
    found[view.kind]["properties"]["schema"] = {"const": f"aoud.{view.kind}/1"}
    for shape in _alternatives(view.line):
        found |= {name: schema for name, schema in definitions(shape).items() if name not in found}
        found[name_of(shape)]["properties"]["schema"] = {"const": line_schema(view)}
    if view.line_name:
        found[view.line_name] = schema_of(view.line)


def _alternatives(line: Any) -> tuple[type, ...]:
    return (line,) if is_typeddict(line) else get_args(line)


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}
