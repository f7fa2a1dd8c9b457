"""Documents of Word (`.docx`): paragraphs, headings, lists and tables of the main text, by the standard library alone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree  # a document with a DOCTYPE, and so any entity of its own, is refused

from aoud_cli.articles.formats.reading import NoArticle, Reading
from aoud_cli.ground.files import Unreadable, too_large

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT: Final = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAIN: Final = "word/document.xml"
_TITLES: Final = ("title", "heading1")


def read(data: bytes, encoding: str | None, max_bytes: int) -> list[Reading]:
    """One article: the document's text, headings with `#`, items with `-`, rows between bars."""
    root = _root(_unpacked(data, max_bytes))
    blocks = [block for child in root for block in _blocks(child)]
    text = "\n\n".join(block for block in blocks if block.strip())
    if not text:
        raise NoArticle("no text is in it")
    return [Reading(text + "\n")]


def _unpacked(data: bytes, max_bytes: int) -> bytes:
    """The main part, never more than `max_bytes` of it: a small archive can hold a huge one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_MAIN) as part:
            found = part.read(max_bytes + 1)
    except KeyError:
        raise Unreadable("no Word document: its main part is missing") from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise Unreadable("no Word document, or a broken or encrypted one") from None
    if len(found) > max_bytes:
        raise too_large(max_bytes)
    return found


def _root(xml: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
        raise Unreadable("no Word document: its XML defines entities")
    try:
        root = ElementTree.fromstring(xml.replace(_STRICT[1:-1].encode(), _W[1:-1].encode()))  # noqa: S314  # see above
    except ElementTree.ParseError:
        raise Unreadable("no Word document: its XML is broken") from None
    body = root.find(f"{_W}body")
    if body is None:
        raise Unreadable("no Word document: it has no body")
    return body


def _blocks(element: ElementTree.Element) -> Iterator[str]:
    """The blocks of an element of the body: a paragraph, a table's rows, what stands in a frame of content."""
    stack = [element]
    while stack:
        one = stack.pop()
        if one.tag == f"{_W}p":
            yield _paragraph(one)
        elif one.tag == f"{_W}tbl":
            rows = (" | ".join(" ".join(map(_words, cell.iter(f"{_W}p"))) for cell in row.iter(f"{_W}tc")) for row in one.iter(f"{_W}tr"))
            yield "\n".join(f"| {row} |" for row in rows if row.strip(" |"))
        else:
            stack.extend(reversed(one))


def _paragraph(element: ElementTree.Element) -> str:
    words = _words(element)
    style = element.find(f"{_W}pPr/{_W}pStyle")
    name = ("" if style is None else style.get(f"{_W}val", "")).lower().replace(" ", "")
    if name.startswith(("heading", "title")) and words:
        return f"{'#' if name in _TITLES else '##'} {words}"
    return f"- {words}" if words and element.find(f"{_W}pPr/{_W}numPr") is not None else words


def _words(element: ElementTree.Element) -> str:
    """The text of a paragraph; what was deleted in it, and the codes of fields, are none."""
    parts: list[str] = []
    for one in element.iter():
        if one.tag == f"{_W}t":
            parts.append(one.text or "")
        elif one.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
    return " ".join("".join(parts).replace("\0", "").split())
