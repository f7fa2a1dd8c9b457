"""A saved page as a tree: what is open, what is hidden, how many letters each part holds.

Pages are cut into tags here, and not by `html.parser`, which takes quadratic time on tags and comments that never end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Final

_VOID: Final = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
_NO_TEXT: Final = frozenset({
    "script", "style", "template", "noscript", "svg", "iframe", "select", "textarea", "button", "object", "audio", "video",
})  # fmt: skip
_RAW: Final = ("script", "style", "textarea", "title", "noscript", "iframe", "template")  # no tag counts in them but their own end
# A tag -> those that it closes where they are still open, as HTML allows their end to be left out; and what holds them apart.
_CLOSES: Final = {
    "li": ("li",), "p": ("p",), "tr": ("tr",), "td": ("td", "th"), "th": ("td", "th"), "dt": ("dt", "dd"), "dd": ("dt", "dd"),
    "option": ("option",),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "div", "section", "blockquote"), ("p",)),
}  # fmt: skip
_STOPS: Final = {"li": ("ul", "ol"), "tr": ("table",), "td": ("tr", "table"), "th": ("tr", "table"), "dt": ("dl",), "dd": ("dl",)}
_HOLDERS: Final = ("div", "section", "article", "td", "li", "body")
_DEEPEST: Final = 200  # elements in each other: more is no page that anybody wrote
_HIDDEN_RE: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAME_RE: Final = re.compile(r"/?[a-zA-Z][a-zA-Z0-9:-]*")
_ATTRIBUTE_RE: Final = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_MOST_QUOTED: Final = 8  # ">" within the quotes of one tag


@dataclass
class Element:
    """An element of a page: its tag, its attributes, and its elements and texts in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def names(self) -> str:
        """Its class, id and role, in lower case: what a page calls its parts."""
        return " ".join(self.attributes.get(name, "") for name in ("class", "id", "role", "data-component", "data-testid")).lower()

    def elements(self) -> Iterator[Element]:
        """It and all elements in it, in the page's order."""
        stack = [self]
        while stack:
            one = stack.pop()
            yield one
            stack.extend(child for child in reversed(one.children) if isinstance(child, Element))

    def parts(self) -> Iterator[Element]:
        """The elements right in it."""
        return (child for child in self.children if isinstance(child, Element))

    def words(self) -> str:
        """All text in it, hidden or not."""
        return " ".join("".join(child for part in self.elements() for child in part.children if isinstance(child, str)).split())

    def is_hidden(self) -> bool:
        """Whether nobody sees it."""
        given = self.attributes
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        return self.tag in _NO_TEXT or hidden or _HIDDEN_RE.search(given.get("style", "")) is not None


def parse(html: str) -> Element:
    """The page's tree; any text is one. Linear in its length."""
    root = Element("html")
    stack = [root]
    for tag, attributes, text in _pieces(html):
        if not tag:
            stack[-1].children.append(text)
        elif tag.startswith("/"):
            at = next((i for i in range(len(stack) - 1, 0, -1) if stack[i].tag == tag[1:]), 0)
            del stack[at or len(stack) :]
        else:
            _close(stack, tag)
            element = Element(tag, attributes, [text] if text else [])
            stack[-1].children.append(element)
            if tag not in _VOID and tag not in _RAW and len(stack) < _DEEPEST:
                stack.append(element)
    return root


def _close(stack: list[Element], tag: str) -> None:
    """Close the nearest element whose end the tag stands for, unless one that holds it begins behind it."""
    closed, stops = _CLOSES.get(tag, ()), _STOPS.get(tag, _HOLDERS)
    for i in range(len(stack) - 1, 0, -1) if closed else ():
        if stack[i].tag in closed:
            del stack[i:]
            return
        if stack[i].tag in stops:
            return


def _pieces(html: str) -> Iterator[tuple[str, dict[str, str], str]]:
    """The tags of a page with their attributes, and the texts between them (under ''); of raw elements the text in them, too."""
    low, at, end = html.lower(), 0, len(html)
    gone: set[str] = set()  # ends that stand nowhere any more: looked for once
    while at < end:
        start = html.find("<", at)
        start = end if start < 0 else start
        if start > at:
            yield "", {}, unescape(html[at:start])
        if start == end:
            return
        if html.startswith("<!--", start):
            at = _behind(low, "-->", start + 4, gone)
            continue
        name = _NAME_RE.match(low, start + 1)
        if name is None and not html.startswith(("<!", "<?", "</"), start):
            yield "", {}, "<"
            at = start + 1
            continue
        at = _end_of_tag(html, start, gone)
        if name is None:
            continue
        tag = name.group()
        text = ""
        if tag in _RAW:
            close = -1 if f"</{tag}" in gone else low.find(f"</{tag}", at)
            gone |= {f"</{tag}"} if close < 0 else set()
            close = end if close < 0 else close
            text, at = html[at:close] if tag != "title" else unescape(html[at:close]), _behind(low, ">", close, gone)
        yield tag, {} if tag.startswith("/") else _attributes(html[name.end() : at]), text


def _behind(text: str, what: str, start: int, gone: set[str]) -> int:
    """The place behind the next one of these words; the end where none follows."""
    found = -1 if what in gone else text.find(what, start)
    if found < 0:
        gone.add(what)
        return len(text)
    return found + len(what)


def _end_of_tag(html: str, start: int, gone: set[str]) -> int:
    """The place behind a tag; a `>` in the quotes of an attribute is no end."""
    at = _behind(html, ">", start, gone)
    for _ in range(_MOST_QUOTED):
        if html.count('"', start, at) % 2 == 0 or at >= len(html):
            break
        at = _behind(html, ">", at, gone)
    return at


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE_RE.finditer(text.rstrip("/>")):
        value = match[2] or match[3] or match[4] or ""
        found.setdefault(match[1].lower(), unescape(value))
    return found
