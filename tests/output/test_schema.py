"""Every output of `--json` and `--format jsonl` is valid against the schema that `aoud schema` prints."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, is_typeddict

import jsonschema
import pytest
from jsonschema import Draft202012Validator
from places import ROOT, TESTS

from aoud_cli.analysis.pipeline import analyse
from aoud_cli.cli.main import main
from aoud_cli.ground.shapes import Day, fits, keys_of, name_of
from aoud_cli.model import AoudError, Severity
from aoud_cli.output.records import SkippedRecord
from aoud_cli.predicates import FACTS
from aoud_cli.views.schema import KINDS, schema_for, view_of
from aoud_cli.views.view import line_schema

SEEDS = ROOT / "seeds"
ANALYSIS = analyse()
IDS = [item.id for item in (ANALYSIS.claims[0], *{finding.verdict: finding for finding in ANALYSIS.findings}.values())]
CALLS = {
    "claims": ["claims"],
    "cast": ["cast"],
    "conflicts": ["conflicts", "--all"],
    "agreements": ["agreements"],
    "timeline": ["timeline"],
    "events": ["timeline", "--events"],
    "articles": ["articles"],
    "coverage": ["coverage"],
    "check": ["check", str(SEEDS / "004_46757ed511165cca.txt")],
    "diff": ["diff", str(SEEDS / "000_3681b6282c771f5a.txt"), str(SEEDS / "003_878e0a06a21c0632.txt")],
    "explain": ["explain", *IDS],
    "names": ["names"],
    "read": ["read", "Also signing on is Lomon, who joins the cast.", "Will Lomon return in season 2?"],
    "score": ["score", str(TESTS / "gold" / "seeds")],
}


def output(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    main(arguments)
    return capfd.readouterr().out


def test_every_kind_has_a_call() -> None:
    assert sorted(CALLS) == list(KINDS)


@pytest.mark.parametrize("kind", [None, *sorted(CALLS)])
def test_the_schemas_are_schemas(kind: str | None) -> None:
    Draft202012Validator.check_schema(schema_for(kind))


@pytest.mark.parametrize("kind", [None, *sorted(CALLS)])
def test_the_command_prints_the_schema(capfd: pytest.CaptureFixture[str], kind: str | None) -> None:
    assert json.loads(output(capfd, "schema", *([kind] if kind else []))) == schema_for(kind)


@pytest.mark.parametrize("kind", sorted(CALLS))
def test_no_object_takes_unknown_keys(kind: str) -> None:
    waiting: list[object] = [schema_for(kind)["$defs"]]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            if item.get("type") == "object":
                assert item["additionalProperties"] is False
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item


@pytest.mark.parametrize("kind", sorted(CALLS))
def test_output_is_valid(capfd: pytest.CaptureFixture[str], kind: str) -> None:
    result = json.loads(output(capfd, *CALLS[kind], "--json"))
    assert result["schema"] == f"aoud.{kind}/1"
    assert result[kind]
    Draft202012Validator(schema_for(kind)).validate(result)
    Draft202012Validator(schema_for()).validate(result)


@pytest.mark.parametrize("kind", sorted(CALLS))
def test_lines_are_valid(capfd: pytest.CaptureFixture[str], kind: str) -> None:
    schema = schema_for(kind)
    record = line_schema(view_of(kind)).removeprefix("aoud.").removesuffix("/1")
    validator = Draft202012Validator({**schema, "$ref": f"#/$defs/{record}"})
    lines = output(capfd, *CALLS[kind], "--format", "jsonl").split("\n")[:-1]
    assert lines
    for line in lines:
        validator.validate(json.loads(line))


def test_output_with_a_skipped_file_is_valid(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Season 2 of All of Us Are Dead will premiere in 2026.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"\x00\x01")
    result = json.loads(output(capfd, "articles", "--json", "--corpus", str(tmp_path)))
    assert len(result["skipped"]) == 1
    Draft202012Validator(schema_for("articles")).validate(result)


def test_single_agreements_are_valid(capfd: pytest.CaptureFixture[str]) -> None:
    result = json.loads(output(capfd, "agreements", "--single", "--json"))
    Draft202012Validator(schema_for("agreements")).validate(result)


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(jsonschema.ValidationError):
        Draft202012Validator(schema_for("claims")).validate({"schema": "aoud.claims/1", "extra": 1})


def test_the_predicates_are_all_in_the_schema() -> None:
    properties = schema_for("claims")["$defs"]["claim"]["properties"]
    assert set(properties["topic"]["enum"]) == {key.split(".")[0] for key in FACTS}
    assert set(properties["predicate"]["enum"]) == {key.split(".")[1] for key in FACTS}


def test_an_unknown_kind_is_told() -> None:
    with pytest.raises(AoudError, match="kinds are agreements, "):
        schema_for("nothing")


def test_no_two_shapes_share_a_name() -> None:
    waiting: list[Any] = [shape for kind in KINDS for shape in (view_of(kind).output, view_of(kind).line)]
    named: dict[str, set[object]] = {}
    while waiting:
        shape = waiting.pop()
        if is_typeddict(shape) and shape not in named.setdefault(name_of(shape), set()):
            named[name_of(shape)].add(shape)
            waiting += keys_of(shape).values()
        waiting += get_args(shape)
    assert not {name: shapes for name, shapes in named.items() if len(shapes) > 1}


@pytest.mark.parametrize(
    ("value", "hint", "said"),
    [
        ("2025-01-01", Day, True),
        (None, Day, True),
        (3, Day, False),
        (True, int, False),
        (True, bool, True),
        ([1, 2], list[int], True),
        ([1, "2"], list[int], False),
        ({"a": 1}, dict[str, int], True),
        ("error", Annotated[str, Severity], True),
        ("grave", Annotated[str, Severity], False),
        ("b", Literal["a", "b"], True),
        ({"path": "a", "reason": "b", "more": 1}, SkippedRecord, True),
        ({"path": "a"}, SkippedRecord, False),
    ],
)
def test_what_was_read_has_its_shape(value: object, hint: object, said: bool) -> None:
    assert fits(value, hint) is said
