"""What could be known on a day: the articles that had, or may have, been written by then."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from aoud_cli.findings.dates import say_asserted
from aoud_cli.model import Article, Asserted

NAMED = 6  # articles in a remark: more is a wall


def written_later(articles: Sequence[Article], datings: Mapping[str, Asserted], day: date) -> list[Article]:
    """The articles whose earliest possible day is after `day`, with that dating."""
    dated = [_dated(article, datings) for article in articles]
    return [article for article in dated if article.asserted.earliest is not None and article.asserted.earliest > day]


def remarks(articles: Sequence[Article], datings: Mapping[str, Asserted], day: date) -> tuple[str, ...]:
    """What to say of the articles left out, and of those kept that may be later all the same."""
    later = written_later(articles, datings, day)
    gone = {article.document for article in later}
    kept = [_dated(article, datings) for article in articles if article.document not in gone]
    unsure = [article for article in kept if article.asserted.latest is None or article.asserted.latest > day]
    said = []
    if later:
        said.append(f"aoud: as of {day}, left out as written later: {_listed(later)}")
    if unsure:
        said.append(f"aoud: as of {day}, kept though perhaps written later: {_listed(unsure)}")
    return tuple(said)


def _dated(article: Article, datings: Mapping[str, Asserted]) -> Article:
    return article._replace(asserted=datings[article.document])


def _listed(articles: Sequence[Article]) -> str:
    shown = ", ".join(f"{article.document} ({say_asserted(article.asserted)})" for article in articles[:NAMED])
    return shown + (f" and {len(articles) - NAMED:,} more" if len(articles) > NAMED else "")
