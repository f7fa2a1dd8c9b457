"""A checked draft as annotations of a repository: GitHub's workflow commands, and SARIF 2.1.0. What is merely supported is left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from aoud_cli import __version__
from aoud_cli.analysis.check import Checked
from aoud_cli.analysis.outcomes import Outcome
from aoud_cli.ground.safe import visible
from aoud_cli.ground.text import Lines
from aoud_cli.model import Article, Severity, Source
from aoud_cli.output.records import json_text

_COMMANDS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
RULES: Final = {
    Outcome.CONTRADICTED: "The articles say otherwise.",
    Outcome.OUTDATED: "Later articles replaced what the draft says.",
    Outcome.DISPUTED: "The articles disagree among themselves.",
    Outcome.DIFFERS: "The articles say something else, which may be true as well.",
    Outcome.NEWER: "The articles could not know it yet.",
    Outcome.NEW: "No article says so.",
    Outcome.SUPPORTED: "The articles say so, but none as surely as the draft.",
}


class Annotation(NamedTuple):
    """A claim of a draft that is worth an annotation, and what to say of it."""

    item: Checked
    message: str


def render_github(notes: Sequence[Annotation], articles: Iterable[Article]) -> str:
    """A workflow command a claim; values are escaped, so that nothing in a draft or an article can be a command of its own."""
    lines = _lines_of(articles)
    return "".join(_command(item, message, lines[item.claim.source.document]) + "\n" for item, message in notes)


def _command(item: Checked, message: str, lines: Lines) -> str:
    source = item.claim.source
    last, end = lines.place(source.end)
    place = {"line": source.line, "endLine": last}
    if last == source.line:  # GitHub takes columns only within one line
        place |= {"col": source.column, "endColumn": end}
    file = {} if source.path == "-" else {"file": source.path}
    given = ",".join(f"{name}={_property(str(value))}" for name, value in {**file, **place, "title": f"aoud: {item.outcome.value}"}.items())
    return f"::{_COMMANDS[item.severity]} {given}::{_data(visible(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_sarif(notes: Sequence[Annotation], articles: Iterable[Article]) -> str:
    """One run of SARIF 2.1.0: a result a claim, the articles' words as related locations; columns are code points."""
    lines = _lines_of(articles)
    results = [_result(item, message, lines) for item, message in notes]
    driver = {
        "name": "aoud",
        "semanticVersion": __version__,
        "rules": [{"id": name.value, "shortDescription": {"text": text}} for name, text in RULES.items()],
    }
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json_text({"$schema": SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _result(item: Checked, message: str, lines: dict[str, Lines]) -> dict[str, Any]:
    against = (told.source for side in item.against for told in side.claims)
    related = [{"id": number, **_location(source, lines), "message": {"text": source.quote}} for number, source in enumerate(against, 1)]
    return {
        "ruleId": item.outcome.value,
        "ruleIndex": list(RULES).index(item.outcome),
        "level": item.severity.value,
        "message": {"text": _plain(message)},
        "locations": [_location(item.claim.source, lines)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"aoudClaim/v1": item.claim.id},
        "properties": {"documents": list(item.documents), "independent": item.independent},
    }


def _plain(text: str) -> str:
    """SARIF reads `[words](1)` in a message as a link to a related location."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _location(source: Source, lines: dict[str, Lines]) -> dict[str, Any]:
    last, end = lines[source.document].place(source.end)
    places = {"startLine": source.line, "startColumn": source.column, "endLine": last, "endColumn": end}
    region = {**places, "snippet": {"text": source.quote}}
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(source.path)}, "region": region}}


def _uri(path: str) -> str:
    """The path as a URI reference: no character of it can be taken for a scheme, a query or a fragment."""
    from urllib.parse import quote

    if path == "-":
        return "stdin"
    return ("file://" if path.startswith("/") else "") + quote(path)


def _lines_of(articles: Iterable[Article]) -> dict[str, Lines]:
    return {article.document: Lines(article.text) for article in articles}
