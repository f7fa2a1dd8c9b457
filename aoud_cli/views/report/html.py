"""Markup that is safe by construction: every text is escaped where it enters, and only known tags and attributes are written.

An `Html` is made here and nowhere else. It is a `str`, but what is put together from it by other means is a plain `str` again, and
is escaped like any other text: a mistake shows on the page, it never acts.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Union

from aoud_cli.english import pattern
from aoud_cli.ground.safe import visible

TAGS = frozenset(
    "a article blockquote body br button caption details dd div dl dt fieldset figcaption figure footer h1 h2 h3 h4 head header html label"
    " input legend li line link main mark meta nav ol optgroup option p rect section select span strong style script sub summary sup svg"
    " table tbody td text th thead time title tr ul".split()
)
VOID = frozenset("br input link meta".split())
ATTRIBUTES = frozenset(
    "aria-controls aria-hidden aria-label aria-labelledby aria-live autocomplete charset class colspan content cx cy datetime dir focusable"
    " for height hidden href http-equiv id lang name open r rel role scope tabindex title type value width x x1 x2 y y1 y2".split()
)
_DATA_RE = pattern(r"data-[a-z]+\Z")
# The page leads nowhere but to itself; an empty icon keeps the browser from asking for one.
_HREF_RE = pattern(r"#[\w.:-]*\Z|data:,\Z")
Attribute = Union[str, int, None, bool]


class Html(str):
    """Markup that may stand in a page as it is."""

    __slots__ = ()


def el(tag: str, *children: str | None, **attributes: Attribute) -> Html:
    """An element. A child that is no `Html` is text; None is left out.

    Attributes: `class_` and `for_` without their underline, others with hyphens (`aria_label`); None and False are left out, True stands
    alone.
    Raises ValueError for a tag, an attribute or a link that has no place in a page of ours.
    """
    if tag not in TAGS:
        raise ValueError(f"no tag of ours: {tag!r}")
    opening = f"<{tag}{''.join(_attribute(name, value) for name, value in attributes.items())}>"
    if tag in VOID:
        return Html(opening)
    return Html(f"{opening}{join(children)}</{tag}>")


def join(children: Iterable[str | None]) -> Html:
    """The children one after another, texts escaped."""
    return Html("".join([child if isinstance(child, Html) else shown(child) for child in children if child]))


def shown(text: str) -> Html:
    """Text as it reads: line feeds and tabs stay, whatever else acts or can't be seen is written out."""
    if not text.isprintable():
        text = "\n".join(
            "\t".join(visible(part) for part in line.split("\t")) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        )
    return Html(escape(text, quote=True))


def inline(tag: str, ours: str) -> Html:
    """A script or a style of our own, whole: the one thing that is not escaped, so nothing of an article may ever be in it."""
    if tag not in ("script", "style") or "</" in ours or "<!--" in ours:
        raise ValueError("a script or style that would end early")
    return Html(f"<{tag}>{ours}</{tag}>")


def _attribute(name: str, value: Attribute) -> str:
    name = name.rstrip("_").replace("_", "-")
    if name not in ATTRIBUTES and not _DATA_RE.match(name):
        raise ValueError(f"no attribute of ours: {name!r}")
    if value is None or value is False:
        return ""
    if value is True:
        return f" {name}"
    if name == "href" and not _HREF_RE.match(str(value)):
        raise ValueError("a link that leads out of the page")
    return f' {name}="{shown(str(value))}"'
