"""The steps from articles to claims: after each it is known what the corpus gives to every article for the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Protocol, TypeVar

from aoud_cli.claims.corpus.footprint import Corpus, Kept, Settled, Stated, Taught, borne_out, learned_roles
from aoud_cli.claims.seasons.calendar import Calendar, make_calendar
from aoud_cli.model import Article
from aoud_cli.names.profile import Profile
from aoud_cli.spans.kinds import Role

T = TypeVar("T")


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

    def join(self, now: Mapping[str, T], of: Callable[[Kept], T]) -> Mapping[str, T]:
        """What the articles give, with what `of` takes from the others."""
        return {**{document: of(one) for document, one in self.others.items()}, **now}


ALONE = Beside()


def through(steps: Steps, articles: Sequence[Article], profile: Profile, beside: Beside = ALONE) -> dict[str, Kept]:
    """Each article with its claims."""
    taught = beside.join(steps.teach(articles), lambda one: one.taught)
    stated = beside.join(steps.state(learned_roles(taught.values())), lambda one: one.stated)
    plain = borne_out(stated.values())
    days = {**beside.days, **{article.document: article.asserted.earliest for article in articles}}
    settled = beside.join(steps.settle(plain, make_calendar(stated, plain, days, profile)), lambda one: one.settled)
    return steps.tell(Corpus.of(settled.values()))
