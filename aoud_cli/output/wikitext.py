"""Text for a wiki: tables and references in MediaWiki's markup, in which nothing of an article can act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aoud_cli.ground.safe import visible
from aoud_cli.model import Article

_MARKUP_RE = re.compile(r"[][{}|<>&=~']|^[*#:;!-]+|__|//")
_URL_RE = re.compile(r"https?://[^\s<>\"\[\]{}|]+")


def plain(text: str) -> str:
    """Text that renders as itself: no link, no template, no cell, no signature, no markup of any kind."""
    return _MARKUP_RE.sub(lambda match: "".join(f"&#{ord(char)};" for char in match.group()), visible(" ".join(text.split())))


def wikitable(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> Iterator[str]:
    """The lines of a table; its cells are wikitext already."""
    yield '{| class="wikitable"'
    yield f"! {' !! '.join(columns)}"
    for row in rows:
        yield "|-"
        yield f"| {' || '.join(row)}"
    yield "|}"


class References:
    """The references of a page: each article is cited in full where it stands first, and by its name behind that."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._articles = {article.document: article for article in articles}
        self._cited: set[str] = set()

    def to(self, document: str) -> str:
        """`<ref name="a">{{cite web |title=... |url=... |website=... |date=...}}</ref>`, or the name alone."""
        name = re.sub(r"[^A-Za-z0-9 _.-]", "-", document)
        if document in self._cited:
            return f'<ref name="{name}" />'
        self._cited.add(document)
        return f'<ref name="{name}">{_citation(self._articles[document])}</ref>'


def _citation(article: Article) -> str:
    url = article.url if _URL_RE.fullmatch(article.url) else ""
    day = article.asserted.known_day
    fields = {
        "title": article.title or article.document,
        "url": "",
        "website": article.outlet,
        "date": day.isoformat() if day is not None else "",
    }
    told = {**{key: plain(value) for key, value in fields.items()}, "url": url}
    return "{{cite " + ("web" if url else "news") + "".join(f" |{key}={value}" for key, value in told.items() if value) + "}}"
