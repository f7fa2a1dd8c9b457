"""The steps from articles to claims: after each it is known what the corpus gives to every article for the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from aoud_cli.claims.calendar import Calendar, make_calendar
from aoud_cli.claims.footprint import Corpus, Kept, Settled, Stated, Taught, borne_out, learned_roles
from aoud_cli.model import Article
from aoud_cli.names.profile import Profile
from aoud_cli.spans.kinds import Role


class Steps(Protocol):
    """What takes articles through the steps; each gives what it makes of every article, by document."""

    def teach(self, articles: Sequence[Article]) -> Mapping[str, Taught]:
        """What each article teaches."""

    def state(self, learned: Mapping[str, Role]) -> Mapping[str, Stated]:
        """What each states, with the roles that were learned."""

    def settle(self, plain: frozenset[str], calendar: Calendar) -> Mapping[str, Settled]:
        """What each tells of which season, with what plain words bear out and when the seasons came out."""

    def tell(self, corpus: Corpus) -> dict[str, Kept]:
        """The claims of each, with what all tell of the seasons."""


class Beside:
    """Articles taken through the steps with what `others` give, which went through them before and are not told again.

    `days` are the first days on which the others can have been written, by document.
    """

    def __init__(self, others: Mapping[str, Kept] = {}, days: Mapping[str, date | None] = {}) -> None:
        self.others, self.days = others, days

    def with_taught(self, taught: Mapping[str, Taught]) -> Mapping[str, Taught]:
        return {**{document: one.taught for document, one in self.others.items()}, **taught}

    def with_stated(self, stated: Mapping[str, Stated]) -> Mapping[str, Stated]:
        return {**{document: one.stated for document, one in self.others.items()}, **stated}

    def with_settled(self, settled: Mapping[str, Settled]) -> Mapping[str, Settled]:
        return {**{document: one.settled for document, one in self.others.items()}, **settled}


ALONE = Beside()


def through(steps: Steps, articles: Sequence[Article], profile: Profile, beside: Beside = ALONE) -> dict[str, Kept]:
    """Each article with its claims."""
    taught = beside.with_taught(steps.teach(articles))
    stated = beside.with_stated(steps.state(learned_roles(taught.values())))
    plain = borne_out(stated.values())
    days = {**beside.days, **{article.document: article.asserted.earliest for article in articles}}
    settled = beside.with_settled(steps.settle(plain, make_calendar(stated, plain, days, profile)))
    return steps.tell(Corpus.of(settled.values()))
