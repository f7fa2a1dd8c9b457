"""Saved pages (`.html`): main text, headings, lists and tables in order, and what the page says of itself.

The main text is trafilatura's where that is installed (the extra `aoud[web]`), else that of the reader here. What a page says of
itself (its day, its paper, its address) is always read here, as no text would tell it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from aoud_cli.articles.formats.days import told_by
from aoud_cli.articles.formats.page import Element, parse
from aoud_cli.articles.formats.reading import NoArticle, Reading
from aoud_cli.english import pattern
from aoud_cli.ground.files import Unreadable, decode

_CHARSET_RE: Final = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEAD: Final = 4_096  # bytes in which a page names its encoding
_LATIN: Final = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii", "windows-1252"})
_TYPES_RE: Final = re.compile(r"(?i)article|posting|report|review|webpage")


def read(data: bytes, encoding: str | None, max_bytes: int) -> list[Reading]:
    """One article: the page's main text, under its headline."""
    html = decode_page(data, encoding)
    root = parse(html)
    said = list(_linked_data(root))
    title = _headline(root, said)
    body = _by_trafilatura(html) or _own_text(root)
    if not body.strip():
        raise NoArticle("no main text is in it")
    blocks = [block for block in body.split("\n\n") if not (block.startswith("# ") and _plain(block) == _plain(title))]
    while blocks and blocks[-1].startswith("#"):
        blocks.pop()  # a heading of what was left out
    first, _, rest = blocks[0].partition("\n") if blocks else ("", "", "")
    if title and _plain(first) == _plain(title):
        blocks[:1] = [rest] if rest else []
    when = _when(root, said)
    blocks += [_last_edit(root)] if when is None else []
    text = "\n\n".join([f"# {title}"] * bool(title) + blocks)
    return [Reading(f"{text.strip()}\n", title, when, _outlet(root, said), _address(root, said))]


def reader_name() -> str:
    """Which reader finds the main text: `trafilatura 2.0.0`, or `its own reader`."""
    try:
        from trafilatura import __version__
    except ImportError:
        return "aoud's own reader (the extra aoud[web] brings trafilatura's)"
    return f"trafilatura {__version__}"


def decode_page(data: bytes, encoding: str | None) -> str:
    """The page's text: by its BOM, the encoding that was asked for or that it names, else UTF-8, else Windows-1252."""
    named = _CHARSET_RE.search(data[:_HEAD])
    asked = encoding or (named[1].decode("ascii").lower() if named else None)
    if asked in _LATIN:
        asked = "cp1252"  # as every browser does
    for one in dict.fromkeys((asked, "utf-8", "cp1252:replace")):
        try:
            return decode(data, one)
        except (Unreadable, LookupError):
            if encoding is not None or b"\0" in data[:_HEAD]:
                raise
    raise Unreadable("no encoding fits it")


_MARKS_RE = re.compile(r"\*\*|<sup>[^<>]{0,40}</sup>|\\\[edit\\\]|\\(?=[\[\]])")  # bold type, notes, and what a wiki offers its editors


def _by_trafilatura(html: str) -> str:
    try:
        from trafilatura import extract
    except ImportError:  # the extra is missing, or one of its own parts
        return ""
    # Without its formatting it tells neither headings nor where a paragraph ends.
    found = extract(html, include_comments=False, include_tables=True, output_format="markdown", include_formatting=True) or ""
    is_one_row = any(len(cell) > _MOST_IN_CELL for line in found.split("\n") if line.startswith("| ") for cell in line.split(" | "))
    return "" if is_one_row else _MARKS_RE.sub("", found)  # a page that a table lays out has lost its paragraphs


# The main text ---------------------------------------------------------------------------------------------------------

_FURNITURE_RE = pattern(r"(?:^|[\s_-]){page_furniture}(?:$|[\s_-])")
_FURNITURE_TAGS: Final = frozenset({"nav", "aside", "footer", "form", "figure", "figcaption", "dialog", "menu", "time"})
_BODY_RE = pattern(r"(?:^|[\s_-]){page_bodies}(?:$|[\s_-])")
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCK_TAGS: Final = frozenset({
    "p", "li", "dt", "dd", "blockquote", "pre", "caption", *_HEADINGS, "tr", "td", "th", "div", "section", "article", "ul", "ol", "dl",
    "table", "main", "header", "body", "hr", "center", "aside",
})  # fmt: skip
_ENOUGH: Final = 250  # code points of text without which a part of a page is no article


def _own_text(root: Element) -> str:
    body = next((one for one in root.elements() if one.tag == "body"), root)
    sizes = _Sizes(body)
    return "\n\n".join(_Blocks(sizes).of(_main(body, sizes)))


class _Sizes:
    """Of every element of a page: the letters in it that are no furniture, those in links, and whether it holds blocks of its own."""

    def __init__(self, body: Element) -> None:
        order = list(body.elements())
        self._letters: dict[int, int] = {}
        self._links: dict[int, int] = {}
        self._holds: dict[int, bool] = {}
        self._out: dict[int, bool] = {}
        for one in reversed(order):
            own = sum(len(child.strip()) for child in one.children if isinstance(child, str))
            links = sum(self._links[id(part)] for part in one.parts())
            whole = own + sum(self._letters[id(part)] for part in one.parts())
            self._links[id(one)] = whole if one.tag == "a" else links
            is_menu = (one.tag in ("ul", "ol") and 0 < links >= _LINKS * whole) or (
                one.tag == "td" and whole >= _COLUMN and links >= _COLUMN_LINKS * whole  # beside the text of a page laid out as a table
            )
            self._out[id(one)] = one is not body and (_is_furniture(one) or is_menu)
            self._letters[id(one)] = 0 if self._out[id(one)] else whole
            self._holds[id(one)] = any(part.tag in _BLOCK_TAGS or self._holds[id(part)] for part in one.parts())

    def letters(self, one: Element) -> int:
        """The letters of an element that are no furniture."""
        return self._letters[id(one)]

    def holds_blocks(self, one: Element) -> bool:
        """Whether paragraphs, lists or the like stand in an element."""
        return self._holds[id(one)]

    def is_left_out(self, one: Element) -> bool:
        """Whether a part is hidden, or furniture: menus, share buttons, boxes and lists of links."""
        return self._out[id(one)]


def _main(body: Element, sizes: _Sizes) -> Element:
    """The part of a page with its article: of those that say so the one with the most letters, else all of it."""
    best, most = body, 0
    for rank, is_one in enumerate((_is_body, _is_article, _is_main)):
        found = max((one for one in body.elements() if is_one(one) and not one.is_hidden()), key=sizes.letters, default=body)
        size = sizes.letters(found) if found is not body else 0
        if size > max(_ENOUGH, most * (_MORE if rank else 1)):
            best, most = found, size
    return best


_MORE: Final = 1.3  # times the letters that a wider part must hold to be taken for the article
_LINKS: Final = 0.8  # of a list's letters
_COLUMN, _COLUMN_LINKS = 100, 0.6  # letters of a column of links, and those in links
_MOST_IN_CELL: Final = 400  # letters: a cell with more lays out a page


def _is_body(one: Element) -> bool:
    named = one.tag in ("div", "section", "article") and _BODY_RE.search(one.names()) is not None
    return named or one.attributes.get("itemprop") == "articleBody"


def _is_article(one: Element) -> bool:
    return one.tag == "article" or one.attributes.get("role") == "article"


def _is_main(one: Element) -> bool:
    return one.tag == "main" or one.attributes.get("role") == "main"


def _is_furniture(one: Element) -> bool:
    if one.is_hidden():
        return True
    names = one.names()
    if "infobox" in names or one.tag in ("body", "html") or _is_body(one):
        return False
    is_note = one.tag == "sup" and one.words().startswith("[")
    return one.tag in _FURNITURE_TAGS or is_note or _FURNITURE_RE.search(names) is not None


class _Blocks:
    """The paragraphs, headings, items and rows of a part, in order; items and rows of one list on lines of their own."""

    def __init__(self, sizes: _Sizes) -> None:
        self._sizes = sizes
        self._found: list[list[str]] = []
        self._loose: list[str] = []

    def of(self, main: Element) -> list[str]:
        stack: list[Element | str | None] = [main]
        while stack:
            one = stack.pop()
            if one is None:
                self._flush()
            elif isinstance(one, str):
                self._loose.append(re.sub(r"\s+", " ", one))
            elif one is main or not self._sizes.is_left_out(one):
                stack.extend(self._entered(one))
        self._flush()
        blocks = ("\n".join(lines) for lines in self._found)
        return [block for block in blocks if re.search(r"\w", block)]

    def _entered(self, one: Element) -> list[Element | str | None]:
        """What is to be read of an element, the last first; a heading, an item, a row are read at once."""
        inner = [*reversed(one.children)]
        if one.tag == "br":
            self._loose.append("\n")
            return []
        if "pi-data" in one.names().split():
            self._flush()
            self._found.append([": ".join(filter(None, map(self._inline, one.parts())))])
            return []
        line = self._line(one)
        if line is not None:
            self._flush()
            self._add(line)
            return []
        if one.tag not in _BLOCK_TAGS:
            return list(inner)
        self._flush()
        return [None, *inner]

    def _line(self, one: Element) -> str | None:
        """A heading, an item or a row as its line; None of anything else, and of what only lays out blocks of its own."""
        if one.tag in _HEADINGS:
            words = self._inline(one)
            return f"{'#' if one.tag == 'h1' else '##'} {words}" if words else ""
        if one.tag == "li" and not self._sizes.holds_blocks(one):
            return f"- {self._inline(one)}"
        if one.tag == "tr" and not any(map(self._lays_out, one.parts())):
            cells = [self._inline(cell) for cell in one.parts() if cell.tag in ("td", "th")]
            return f"| {' | '.join(cells)} |" if len(cells) > 1 else "".join(cells)
        return None

    def _lays_out(self, cell: Element) -> bool:
        return self._sizes.holds_blocks(cell) or self._sizes.letters(cell) > _MOST_IN_CELL

    def _add(self, line: str) -> None:
        mark = line[:2]
        if not re.search(r"\w", line):
            return
        if mark in ("- ", "| ") and self._found and self._found[-1][-1].startswith(mark):
            self._found[-1].append(line)
        else:
            self._found.append([line])

    def _flush(self) -> None:
        """What stands loose becomes paragraphs: an empty line between two breaks begins another."""
        for part in re.split(r"\n\s*\n", "".join(self._loose)):
            lines = [" ".join(line.split()) for line in part.split("\n")]
            kept = [line for line in lines if line]
            self._found += [kept] if kept else []
        self._loose.clear()

    def _inline(self, one: Element) -> str:
        """The words of an element, without what is left out in it."""
        parts: list[str] = []
        stack: list[Element | str] = [*reversed(one.children)]
        while stack:
            child = stack.pop()
            if isinstance(child, str):
                parts.append(child)
            elif not self._sizes.is_left_out(child):
                parts.append(" " if child.tag == "br" or child.tag in _BLOCK_TAGS else "")
                stack.extend(reversed(child.children))
        return " ".join("".join(parts).split())


# What the page says of itself ---------------------------------------------------------------------------------------------


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's JSON-LD that are articles; then everything by its `@id`, for those that only name theirs."""
    found: list[dict[str, Any]] = []
    for script in root.elements():
        if script.tag == "script" and "ld+json" in script.attributes.get("type", ""):
            try:
                stack = [json.loads("".join(child for child in script.children if isinstance(child, str)))]
            except (ValueError, RecursionError):
                continue
            while stack:
                one = stack.pop()
                if isinstance(one, dict):
                    found.append(one)
                    stack.extend(reversed(list(one.get("@graph", []) if isinstance(one.get("@graph"), list) else [])))
                elif isinstance(one, list):
                    stack.extend(reversed(one))
    named = {one["@id"]: one for one in found if isinstance(one.get("@id"), str)}
    articles = [one for one in found if _TYPES_RE.search(str(one.get("@type", "")))]
    for one in sorted(articles, key=_is_less_of_one):
        yield {key: _looked_up(value, named) for key, value in one.items()}


def _is_less_of_one(one: dict[str, Any]) -> bool:
    """Whether an object is rather the page than the article on it."""
    return "datePublished" not in one or "page" in str(one.get("@type", "")).lower()


def _looked_up(value: Any, named: dict[str, dict[str, Any]]) -> Any:
    """What a value that only names another object by its `@id` stands for."""
    is_name = isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str)
    return named.get(value["@id"], value) if is_name else value


def _named(said: list[dict[str, Any]], *keys: str) -> str:
    """The first text that the linked data has under one of the keys; of a person or a paper the name."""
    for one in said:
        for key in keys:
            value = one.get(key)
            value = value[0] if isinstance(value, list) and value else value
            value = value.get("name") or value.get("@id") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip():
                return " ".join(value.split())
    return ""


def _meta(root: Element, *names: str) -> str:
    """The content of the first `meta` with one of these names, in the order of the names."""
    found: dict[str, str] = {}
    for one in root.elements():
        if one.tag == "meta":
            name = (one.attributes.get("property") or one.attributes.get("name") or one.attributes.get("itemprop") or "").lower()
            found.setdefault(name, " ".join(one.attributes.get("content", "").split()))
    return next((found[name] for name in names if found.get(name)), "")


def _when(root: Element, said: list[dict[str, Any]]) -> Any:
    by_data = told_by(_named(said, "datePublished"), _named(said, "dateModified"), "page")
    by_meta = told_by(
        _meta(root, "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "pubdate", "parsely-pub-date"),
        _meta(root, "article:modified_time", "datemodified", "og:updated_time"), "page",
    )  # fmt: skip
    return by_data or by_meta or told_by(_first_time(root), "", "page")


_EDITED_RE = pattern(r"\b{page_edited}\b")
_LONGEST_EDIT: Final = 200  # letters


def _last_edit(root: Element) -> str:
    """The line at a page's foot that tells when it was last edited, which its main text leaves out: `This page was last edited on ...`."""
    for one in reversed(list(root.elements())):
        words = one.words() if one.tag in ("li", "p", "div", "td", "span", "footer") and not any(one.parts()) else ""
        if words and len(words) <= _LONGEST_EDIT and _EDITED_RE.search(words.lower()):
            return words
    return ""


def _first_time(root: Element) -> str:
    """The first `<time datetime>` of the page's main part."""
    parts = [one for one in root.elements() if one.tag in ("main", "article")]
    for one in parts[0].elements() if parts else ():
        if one.tag == "time" and one.attributes.get("datetime"):
            return one.attributes["datetime"]
    return ""


def _headline(root: Element, said: list[dict[str, Any]]) -> str:
    """The page's own heading; else what it is called elsewhere on it."""
    heads = (one.words() for one in root.elements() if one.tag == "h1" and not one.is_hidden())
    own = next((words for words in heads if len(words) > 1), "")
    named = _named(said, "headline") or _meta(root, "og:title", "twitter:title")
    title = next((one.words() for one in root.elements() if one.tag == "title"), "")
    best = next((words for words in (own, named) if words and _plain(words) != _plain(_meta(root, "og:site_name"))), "")
    return best or re.split(r"\s+[|\u2013\u2014-]\s+", title)[0]


def _plain(words: str) -> str:
    return re.sub(r"\W+", "", words).casefold()


def _outlet(root: Element, said: list[dict[str, Any]]) -> str:
    return _meta(root, "og:site_name") or _named(said, "publisher") or _meta(root, "application-name", "publisher")


def _address(root: Element, said: list[dict[str, Any]]) -> str:
    """The page's own address, where it is one of the web."""
    links = (one.attributes for one in root.elements() if one.tag == "link")
    canonical = (given.get("href", "") for given in links if "canonical" in given.get("rel", "").lower())
    found = next(canonical, "") or _meta(root, "og:url") or _named(said, "url", "mainEntityOfPage")
    return found if found.startswith(("https://", "http://")) else ""
