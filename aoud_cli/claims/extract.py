"""From articles to claims: the reader takes them through its steps, and each step is given what the whole corpus told in the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aoud_cli.claims.context import View
from aoud_cli.claims.corpus.cache import Extracted
from aoud_cli.claims.corpus.footprint import Kept
from aoud_cli.claims.corpus.reader import Reader
from aoud_cli.claims.corpus.steps import ALONE, Beside, through
from aoud_cli.claims.statement import Lost, Statement
from aoud_cli.claims.trace import Trace, make_trace
from aoud_cli.model import Article, Claim, PassedOver
from aoud_cli.names.profile import Profile

MANY = 20  # articles to be read, from which on more than one process pays


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
    articles: Sequence[Article],
    profile: Profile,
    *,
    any_subject: bool = False,
    kept: Mapping[str, Kept] | None = None,
    jobs: int | None = 1,
    beside: Beside = ALONE,
) -> Extracted:
    """The claims of each article, in the articles' order and then in the text's, and of which articles there are none, and why.

    A first reading learns who plays whom from words that leave no doubt; names that it learned are read again with their role. With
    `any_subject` an article is read even if it is about something else. What breaks in one article is that article's fault alone.
    `kept` are articles that were read before, by document, `beside` what others give that are not told again. The articles are read by
    `jobs` processes (None: as many as pay).
    """
    known = kept or {}
    unread = len(articles) - len(known)
    if jobs != 1 and unread >= MANY:
        from aoud_cli.claims.corpus.workers import Workers, jobs_for

        processes = jobs_for(unread, jobs)
        if processes > 1:
            with Workers(profile, known, processes, any_subject=any_subject) as workers:
                return Extracted.of(through(workers, articles, profile, beside), workers.faults)
    reader = Reader(profile, known, any_subject=any_subject)
    return Extracted.of(through(reader, articles, profile, beside), reader.faults)


def trace_all(articles: Sequence[Article], profile: Profile) -> dict[str, Trace]:
    """How each claim of `extract_all` came about, by its id."""
    reader = Reader(profile, {})
    through(reader, articles, profile)
    return {
        one.claim.id: make_trace(one.claim, reader.read[document].seen, one.statement, one.cue, one.denial, profile)
        for document, told in reader.told.items()
        for one in told
    }


def read_all(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> tuple[dict[str, Reading], Mapping[str, str]]:
    """How each article was read, by its document, with what nearly was a claim in it; and of those that broke, what broke."""
    reader = Reader(profile, {}, any_subject=any_subject, wants_lost=True)
    told = through(reader, articles, profile)
    claims = {name: told[name].claims if name in told else () for name in reader.read}
    whole = {name: one for name, one in reader.read.items() if name not in reader.faults}
    return {name: Reading(one.seen, one.statements, claims[name], one.lost, one.passed) for name, one in whole.items()}, reader.faults
