"""The steps from articles to claims: after each it is known what the corpus gives to every article for the next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


def through(steps: Steps, articles: Sequence[Article], profile: Profile) -> dict[str, Kept]:
    """Each article with its claims."""
    taught = steps.teach(articles)
    stated = steps.state(learned_roles(taught.values()))
    plain = borne_out(stated.values())
    days = {article.document: article.asserted.earliest for article in articles}
    settled = steps.settle(plain, make_calendar(stated, plain, days, profile))
    return steps.tell(Corpus.of(settled.values()))
