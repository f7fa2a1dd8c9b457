"""Articles as records: `.json` with one or a list of them, `.jsonl` with one a line; `text` and, if known, `title`, `date`, `url`,
`publisher`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from aoud_cli.articles.formats.days import told_by
from aoud_cli.articles.formats.reading import NoArticle, Reading
from aoud_cli.ground.files import Unreadable, decode
from aoud_cli.ground.text import LINE_END_RE

# What others call the same, the first that is there counts.
_TEXT = ("text", "body", "content", "articleBody", "maintext")
_TITLE = ("title", "headline", "name")
_DAY = ("date", "published", "datePublished", "date_published", "published_time", "date_publish")
_CHANGED = ("modified", "updated", "dateModified", "date_modified", "modified_time")
_URL = ("url", "link", "canonical", "source_url")
_OUTLET = ("publisher", "outlet", "sitename", "site_name", "source", "hostname")


def read(data: bytes, encoding: str | None, max_bytes: int) -> list[Reading]:
    """The articles in their order; where there are several, each with its number."""
    found = list(_records(decode(data, encoding)))
    if not found:
        raise NoArticle("no record in it has a text")
    readings = [_reading(record) for record in found]
    if len(readings) == 1:
        return readings
    return [reading._replace(label=str(number)) for number, reading in enumerate(readings, 1)]


def _records(text: str) -> Iterator[dict[str, Any]]:
    """The records that have a text. Raises Unreadable where the file is no JSON."""
    whole = _parsed(text)
    if whole is None:
        lines = ((number, line) for number, line in enumerate(LINE_END_RE.split(text), 1) if line.strip())
        whole = [_line(number, line) for number, line in lines]
    for record in whole if isinstance(whole, list) else [whole]:
        if isinstance(record, dict) and _first(record, _TEXT):
            yield record


def _line(number: int, line: str) -> Any:
    found = _parsed(line)
    if found is None:
        raise Unreadable(f"no JSON (line {number})")
    return found


def _parsed(text: str) -> Any:
    """The value of a JSON text; None where it is none, or too deep to be an article's."""
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _first(record: dict[str, Any], keys: tuple[str, ...]) -> str:
    """The first of the keys that has words; of a nested object its name."""
    for key in keys:
        value = record.get(key)
        value = value.get("name") if isinstance(value, dict) else value
        if isinstance(value, str) and value.strip():
            return value
    return ""


def _reading(record: dict[str, Any]) -> Reading:
    title, text = " ".join(_first(record, _TITLE).split()), _first(record, _TEXT)
    headed = text if not title or text.lstrip().startswith(title) else f"{title}\n\n{text}"
    when = told_by(_first(record, _DAY), _first(record, _CHANGED), "record")
    return Reading(_whole(headed), title, when, " ".join(_first(record, _OUTLET).split()), _first(record, _URL).strip())


def _whole(text: str) -> str:
    """The text without what JSON can hold and no text can: NUL, half a character."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)
