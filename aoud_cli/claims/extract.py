"""From articles to claims: the reader takes them through its steps, and each step is given what the whole corpus told in the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from aoud_cli.claims.cache import Extracted
from aoud_cli.claims.calendar import make_calendar
from aoud_cli.claims.context import View
from aoud_cli.claims.footprint import Kept, borne_out, learned_roles, newcomers
from aoud_cli.claims.reader import Reader
from aoud_cli.claims.statement import Lost, Statement
from aoud_cli.claims.trace import Trace, make_trace
from aoud_cli.model import Article, Claim, PassedOver
from aoud_cli.names.profile import Profile


class Reading(NamedTuple):
    """One article as it was read: what the rules see of it, what they stated, what became of that, and what was nearly stated."""

    seen: View
    statements: Sequence[Statement]
    claims: Sequence[Claim]
    lost: Sequence[Lost]
    passed: PassedOver | None


def extract(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> list[Claim]:
    """The claims of each article, in the articles' order and then in the text's; see `extract_all`."""
    return extract_all(articles, profile, any_subject=any_subject).claims


def extract_all(
    articles: Sequence[Article], profile: Profile, *, any_subject: bool = False, kept: Mapping[str, Kept] | None = None
) -> Extracted:
    """The claims of each article, in the articles' order and then in the text's, and of which articles there are none, and why.

    A first reading learns who plays whom from words that leave no doubt; names that it learned are read again with their role. With
    `any_subject` an article is read even if it is about something else. What breaks in one article is that article's fault alone.
    `kept` are articles that were read before, by document.
    """
    reader = Reader(profile, kept or {}, any_subject=any_subject)
    told = _through(reader, articles)
    keepsakes = reader.keepsakes(told)
    passed = {name: one.passed for name, one in keepsakes.items() if one.passed is not None}
    return Extracted([claim for claims in told.values() for claim in claims], passed, reader.faults, keepsakes)


def trace_all(articles: Sequence[Article], profile: Profile) -> dict[str, Trace]:
    """How each claim of `extract_all` came about, by its id."""
    reader = Reader(profile, {})
    _through(reader, articles)
    return {
        one.claim.id: make_trace(one.claim, reader.read[document].seen, one.statement, one.cue, one.denial, profile)
        for document, told in reader.told.items()
        for one in told
    }


def read_all(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> dict[str, Reading]:
    """How each article was read, by its document, with what nearly was a claim in it; not those that broke."""
    reader = Reader(profile, {}, any_subject=any_subject, wants_lost=True)
    told = _through(reader, articles)
    return {name: Reading(one.seen, one.statements, told.get(name, []), one.lost, one.passed) for name, one in reader.read.items()}


def _through(reader: Reader, articles: Iterable[Article]) -> dict[str, list[Claim]]:
    """Take a reader through its steps: the claims of each article."""
    taught = reader.teach(articles)
    stated = reader.state(learned_roles(taught.values()))
    plain = borne_out(stated.values())
    days = {name: article.asserted.earliest for name, article in reader.articles.items()}
    cast = reader.settle(plain, make_calendar(stated, plain, days, reader.profile))
    return reader.tell(newcomers(cast.values()))
