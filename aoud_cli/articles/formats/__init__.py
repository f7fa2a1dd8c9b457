"""Files that aren't plain text: what each kind is read by. Text and Markdown are read as they stand."""

from __future__ import annotations

from collections.abc import Callable

from aoud_cli.articles.formats.reading import NoArticle, Reading

__all__ = ["KINDS", "TEXTS", "NoArticle", "Reading", "read_kind"]

TEXTS = (".txt", ".md", ".text", ".markdown")
# By their ending: the module here that reads them.
KINDS = {
    ".html": "web", ".htm": "web", ".xhtml": "web", ".docx": "word", ".json": "records", ".jsonl": "records", ".srt": "subtitles",
    ".vtt": "subtitles",
}  # fmt: skip


def read_kind(suffix: str, data: bytes, encoding: str | None, max_bytes: int) -> list[Reading]:
    """The articles of a file's bytes, by its ending. Raises Unreadable where they are broken, NoArticle where there is none."""
    from importlib import import_module

    reader: Callable[[bytes, str | None, int], list[Reading]] = import_module(f"{__name__}.{KINDS[suffix]}").read
    return reader(data, encoding, max_bytes)
