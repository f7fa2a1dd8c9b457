"""The shapes of JSON objects, as types: from them the JSON Schema (draft 2020-12), and whether an object that was read has its shape.

A shape is a `TypedDict` of text, numbers, truth values, None, lists, objects, `Literal`s and other shapes. What `Annotated` adds to a type
is a description (text), what alone may stand there (the names of an enum, or a tuple of texts), or other keywords of the schema (a dict).
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Literal, Optional, get_args, get_origin, get_type_hints, is_typeddict

Schema = dict[str, Any]

Id = Annotated[str, {"pattern": "^[0-9a-f]{8,64}$"}]
Sha256 = Annotated[str, {"pattern": "^[0-9a-f]{64}$"}]
Day = Annotated[Optional[str], "A day as YYYY-MM-DD; null is an open or unknown end.", {"pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}]
Count = Annotated[int, {"minimum": 0}]
Number = Annotated[int, {"minimum": 1}]
Season = Annotated[Optional[int], {"minimum": 1}]
Part = Annotated[Optional[int], "The part of the season (1, 2, ...), null where none is named.", {"minimum": 1}]
Share = Annotated[float, {"minimum": 0, "maximum": 1}]
MaybeShare = Annotated[Optional[float], {"minimum": 0, "maximum": 1}]

_PLAIN: dict[Any, str] = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null", Any: ""}
_HUMP_RE = re.compile(r"(?<=[a-z])(?=[A-Z])")


def name_of(shape: type) -> str:
    """What a shape is called in a schema: `ClaimRecord` is `claim`, `LeftOutRecord` is `left_out`."""
    bare = shape.__name__.removesuffix("Record").removesuffix("Output")
    return _HUMP_RE.sub("_", bare).lower()


def keys_of(shape: type) -> dict[str, Any]:
    """Each key of a shape with its type, `Annotated` and all."""
    return _keys_of(shape)


@cache
def _keys_of(shape: type) -> dict[str, Any]:
    return get_type_hints(shape, include_extras=True)


def definitions(shape: type) -> dict[str, Schema]:
    """The schema of a shape and of every shape in it, by their names."""
    found: dict[str, Schema] = {}
    waiting = [shape]
    while waiting:
        one = waiting.pop()
        if name_of(one) not in found:
            found[name_of(one)] = _object_schema(one)
            waiting += [inner for hint in keys_of(one).values() for inner in _shapes_in(hint)]
    return found


def _object_schema(shape: type) -> Schema:
    keys = keys_of(shape)
    words = {"description": " ".join(shape.__doc__.split())} if shape.__doc__ else {}
    required = [key for key in keys if key in shape.__required_keys__]  # type: ignore[attr-defined]
    properties = {key: schema_of(hint) for key, hint in keys.items()}
    return {"type": "object", **words, "properties": properties, "required": required, "additionalProperties": False}


def schema_of(hint: Any) -> Schema:
    """The schema of a type; a shape in it is a reference to its definition."""
    if is_typeddict(hint):
        return {"$ref": f"#/$defs/{name_of(hint)}"}
    if get_origin(hint) is not None:
        return _composed(get_origin(hint), get_args(hint))
    return {"type": _PLAIN[hint]} if _PLAIN[hint] else {}


def _composed(origin: Any, inner: tuple[Any, ...]) -> Schema:
    if origin is Annotated:
        return _annotated(schema_of(inner[0]), inner[1:])
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is list:
        return {"type": "array", "items": schema_of(inner[0])}
    if origin is dict:
        return _mapping(schema_of(inner[0]).get("enum"), schema_of(inner[1]))
    return _union([schema_of(member) for member in inner])


def _annotated(schema: Schema, notes: tuple[Any, ...]) -> Schema:
    for note in notes:
        allowed = _allowed(note)
        if isinstance(note, str):
            schema = {**schema, "description": note}
        elif isinstance(note, dict):
            schema = {**schema, **note}
        elif allowed:
            nullable = [None] if "null" in schema.get("type", ()) else []
            schema = {**{key: value for key, value in schema.items() if key != "type"}, "enum": [*allowed, *nullable]}
    return schema


def _allowed(note: Any) -> list[str]:
    """The texts that an annotation names."""
    if isinstance(note, type) and issubclass(note, enum.Enum):
        return [member.value for member in note]
    return list(note) if isinstance(note, tuple) else []


def _mapping(keys: list[str] | None, values: Schema) -> Schema:
    if keys is None:
        return {"type": "object", "additionalProperties": values}
    return {"type": "object", "properties": dict.fromkeys(keys, values), "additionalProperties": False}


def _union(members: list[Schema]) -> Schema:
    if all("type" in member and "items" not in member for member in members):
        return {"type": [member["type"] for member in members]}
    if members[1:] == [{"type": "null"}] and "items" in members[0]:
        return {**members[0], "type": ["array", "null"]}
    if members[1:] == [{"type": "null"}] and "enum" in members[0]:
        return {"enum": [*members[0]["enum"], None]}
    return {"oneOf": members}


def _shapes_in(hint: Any) -> Iterator[type]:
    if is_typeddict(hint):
        yield hint
    for inner in get_args(hint):
        yield from _shapes_in(inner)


def fits(value: object, hint: Any) -> bool:
    """Whether JSON that was read is of a type; keys that a shape does not have are no matter."""
    if is_typeddict(hint):
        return isinstance(value, dict) and all(
            fits(value[key], inner) if key in value else key not in hint.__required_keys__ for key, inner in keys_of(hint).items()
        )
    if get_origin(hint) is not None:
        return _fits_composed(value, get_origin(hint), get_args(hint))
    if isinstance(value, bool):
        return hint in (bool, Any)
    return hint is Any or isinstance(value, (int, float) if hint is float else hint)


def _fits_composed(value: object, origin: Any, inner: tuple[Any, ...]) -> bool:
    if origin is Annotated:
        return fits(value, inner[0]) and (value is None or all(value in allowed for allowed in filter(None, map(_allowed, inner[1:]))))
    if origin is Literal:
        return value in inner
    if origin in (list, dict):
        return isinstance(value, origin) and all(fits(item, inner[-1]) for item in (value.values() if origin is dict else value))
    return any(fits(value, member) for member in inner)
