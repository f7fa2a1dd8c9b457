"""Annotations of a checked draft: GitHub's workflow commands by GitHub's own rules, SARIF by its schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given, strategies as st
from places import TESTS

from aoud_cli.cli.main import main
from aoud_cli.views.annotations import _data, _property

SCHEMA = json.loads((TESTS / "sarif-2.1.0-subset.json").read_text("utf-8"))
ARTICLE = (
    "Published: March 1, 2024\n\nMoon Ha-eun plays Ahn Seo-rin.\nSeason 1 consists of twelve episodes.\nSeo Ji-an plays Pyo Do-yun.\n"
    "The series is Night Harbour.\n"
)
# One line of GitHub's runner: `::command name=value,name=value::data`.
COMMAND_RE = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")
ESCAPES = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"}


def unescape(text: str) -> str:
    """As the runner does it."""
    return re.sub("%0D|%0A|%3A|%2C|%25", lambda match: ESCAPES[match.group()], text)


@pytest.fixture
def check(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Checks a draft under a name, in a format; gives what is printed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a b.txt").write_text(ARTICLE, encoding="utf-8")

    def run(text: str, form: str, draft: str = "draft.md") -> str:
        Path(draft).write_text(f"{text}\nThis is about Night Harbour.\n", encoding="utf-8")
        profile = str(TESTS / "example_profile.yaml")
        main(["check", "--corpus", "articles", "--profile", profile, "--format", form, "-q", "--", draft])
        return capfd.readouterr().out

    return run


WRONG = "Seo Ji-an plays Ahn Seo-rin."


def test_a_workflow_command(check) -> None:  # type: ignore[no-untyped-def]
    match = COMMAND_RE.fullmatch(check(f"One.\n😀 {WRONG}\n", "github").rstrip("\n"))
    assert match is not None and match[1] == "error"
    properties = dict(item.split("=") for item in match[2].split(","))
    places = {"file": "draft.md", "line": "2", "endLine": "2", "col": "3", "endColumn": "30"}
    assert {name: unescape(value) for name, value in properties.items()} == {**places, "title": "aoud: contradicted"}
    assert unescape(match[3]).startswith("contradicted: Seo Ji-an · plays: Ahn Seo-rin: the corpus says Moon Ha-eun (a b)")


@pytest.mark.parametrize("name", ["a,b.md", "a:b.md", "100%.md", "%0A::error::.md", "a\nb.md", "::error::x.md", "-rf.md"])
def test_no_name_forges_a_command(check, name: str) -> None:  # type: ignore[no-untyped-def]
    lines = check(f"{WRONG}\n", "github", name).split("\n")
    assert len(lines) == 2 and lines[1] == ""
    match = COMMAND_RE.fullmatch(lines[0])
    assert match is not None
    assert unescape(dict(item.split("=") for item in match[2].split(","))["file"]) == name


@pytest.mark.parametrize("text", ["::error file=x::forged\n", "%0A::error::forged\n", "\r::error::forged\r", "##[error]forged\n"])
def test_no_text_forges_a_command(check, text: str) -> None:  # type: ignore[no-untyped-def]
    out = check(f"{text}{WRONG} {text}", "github")
    assert all(line.startswith("::") and COMMAND_RE.fullmatch(line) for line in out.rstrip("\n").split("\n"))
    assert len(out.rstrip("\n").split("\n")) == 1


@given(st.text())
def test_escapes_are_undone_by_the_runner(text: str) -> None:
    assert unescape(_data(text)) == unescape(_property(text)) == text
    assert not set(_data(text)) & set("\r\n") and not set(_property(text)) & set("\r\n:,")


def test_what_is_supported_is_no_annotation(check) -> None:  # type: ignore[no-untyped-def]
    assert check("Moon Ha-eun plays Ahn Seo-rin.\n", "github") == ""
    assert json.loads(check("Moon Ha-eun plays Ahn Seo-rin.\n", "sarif"))["runs"][0]["results"] == []


def test_sarif(check) -> None:  # type: ignore[no-untyped-def]
    told = json.loads(check(f"One.\n😀 {WRONG} Season 1 consists of ten episodes.\n", "sarif"))
    jsonschema.Draft7Validator(SCHEMA).validate(told)
    (run,) = told["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [result["ruleId"] for result in run["results"]] == ["contradicted", "contradicted"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "draft.md"
    assert place["region"] == {"startLine": 2, "startColumn": 3, "endLine": 2, "endColumn": 30, "snippet": {"text": WRONG[:-1]}}
    related = run["results"][0]["relatedLocations"][0]
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "articles/a%20b.txt"
    assert related["message"]["text"] == "Moon Ha-eun plays Ahn Seo-rin"


def test_a_region_over_two_lines(check) -> None:  # type: ignore[no-untyped-def]
    """The end is behind the last character, on its own line."""
    region = json.loads(check(f"{WRONG}\n", "sarif"))["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["endLine"], region["endColumn"]) == (1, len(WRONG))


@pytest.mark.parametrize("name", ["a b.md", "a#b?.md", "ä%20.md", "a:b.md", "[x](1).md"])
def test_sarif_of_odd_names_and_texts(check, name: str) -> None:  # type: ignore[no-untyped-def]
    told = json.loads(check(f"[x](http://evil) {WRONG} \x1b]0;t\x07 </script>\n", "sarif", name))
    jsonschema.Draft7Validator(SCHEMA).validate(told)
    (result,) = told["runs"][0]["results"]
    assert unquote(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) == name
    assert not re.search(r"(?<!\\)[\[\]]", result["message"]["text"])


def test_the_schema_refuses_what_the_standard_refuses(check) -> None:  # type: ignore[no-untyped-def]
    told = json.loads(check(f"{WRONG}\n", "sarif"))
    told["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft7Validator(SCHEMA).validate(told)
