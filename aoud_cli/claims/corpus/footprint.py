"""What one article gives to the reading of the others, and what is kept of an article that was read.

An article's claims rest on its own words and on five things that the whole corpus tells: the roles of names that are new, which
statements of weak rules a plain one bears out, when each season came out, who is new in which, and of which seasons plain statements
tell what others hint at. Each is made of what the articles give to it. Where an article is given the same as it was before, it makes
the same claims as it did.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple, Union

from aoud_cli.model import Claim, PassedOver
from aoud_cli.spans.kinds import Role

if TYPE_CHECKING:
    from aoud_cli.claims.seasons.calendar import Calendar


class Taught(NamedTuple):
    """The names in an article that the profile doesn't know, and the roles that its plain statements give to names, by their ids."""

    names: frozenset[str]
    roles: tuple[tuple[str, Role], ...]

    def given(self, learned: Mapping[str, Role]) -> str:
        """The digest of what the corpus gives to the article: the roles of its names."""
        return _digest(_restricted(learned, self.names))


# Told of a season at home or abroad, or under a heading of one; without a number, as past or foretold.
Kind = Union[Literal["told", "abroad", "headed", "final"], Literal["debut", "plan"]]


class Premiere(NamedTuple):
    """A premiere that is told as fact: as that of a season, at home or abroad, as that of a heading's, of the final one, as a debut without
    a number, or foretold as one.

    `weak` is the statement that a plain one must bear out, where a weak rule read it.
    """

    kind: Kind
    season: int
    first: date
    last: date
    weak: str | None


class Stated(NamedTuple):
    """What an article's statements give: the facts of plain ones and of weak ones, premieres, and, for each statement that names
    season 2, the fact that must be borne out, if it is weak."""

    plain: frozenset[str]
    weak: frozenset[str]
    premieres: tuple[Premiere, ...]
    second: tuple[str | None, ...]

    def given(self, plain: frozenset[str], calendar: Calendar) -> str:
        """The digest of what the corpus gives to the article: which weak facts are borne out, and when the seasons came out."""
        return _digest(sorted(self.weak & plain), calendar)


class Settled(NamedTuple):
    """Who is new in which season, who plays which part (and up to which season an article can tell that), and of which parts a calling is
    told, by their ids; which facts plain statements tell of which seasons, and which are hinted at."""

    new: tuple[tuple[str, int], ...]
    plays: tuple[tuple[str, str, int | None], ...]
    callings: frozenset[str]
    told: tuple[tuple[str, int | None], ...]
    hinted: frozenset[str]

    def given(self, corpus: Corpus) -> str:
        """The digest of what the corpus gives to the article: which of its parts are new, of which seasons what it hints at is told."""
        return _digest(_restricted(corpus.newcomers, self.callings), _restricted(corpus.seasons, self.hinted))


class Corpus(NamedTuple):
    """What the settled statements of all articles tell: the season that each part comes with, and the seasons that each fact is told of."""

    newcomers: Mapping[str, int]
    seasons: Mapping[str, tuple[int | None, ...]]

    @classmethod
    def of(cls, articles: Collection[Settled]) -> Corpus:
        """From what each article gives."""
        new = {performer: season for one in articles for performer, season in one.new}
        parts = [told for one in articles for told in one.plays]
        first: dict[str, int] = {}  # the first season of which somebody was said to play a part, whoever it was
        for _, part, written in parts:
            if written is not None:
                first[part] = min(written, first.get(part, written))
        newcomers = {who[1]: new[who[0]] for who in parts if who[0] in new and new[who[0]] <= first.get(who[1], new[who[0]])}
        hinted = frozenset[str]().union(*(one.hinted for one in articles))
        seasons: defaultdict[str, set[int | None]] = defaultdict(set)
        for one in articles:
            for fact, season in one.told:
                if fact in hinted:
                    seasons[fact].add(season)
        return cls(newcomers, {fact: tuple(sorted(told, key=str)) for fact, told in seasons.items()})


class Kept(NamedTuple):
    """An article as it was read, each step with the digest of what the corpus gave to it."""

    taught: Taught
    roles: str
    stated: Stated
    times: str
    settled: Settled
    corpus: str
    claims: tuple[Claim, ...]
    passed: PassedOver | None


def _digest(*given: object) -> str:
    """What tells whether an article is given the same as before."""
    return hashlib.blake2b(repr(given).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def only_roles(told: Iterable[tuple[str, Role]]) -> dict[str, Role]:
    """Name -> its role, where it is told in one role alone."""
    roles: defaultdict[str, set[Role]] = defaultdict(set)
    for name, role in told:
        roles[name].add(role)
    return {name: next(iter(of_one)) for name, of_one in roles.items() if len(of_one) == 1}


def learned_roles(taught: Collection[Taught]) -> dict[str, Role]:
    """The role of each new name that the articles leave no doubt of."""
    roles = only_roles(role for one in taught for role in one.roles)
    names = frozenset[str]().union(*(one.names for one in taught))
    return {ident: role for ident, role in roles.items() if ident in names}


def borne_out(stated: Iterable[Stated]) -> frozenset[str]:
    """The facts that plain statements tell."""
    return frozenset[str]().union(*(one.plain for one in stated))


def _restricted(given: Mapping[str, object], names: Iterable[str]) -> list[tuple[str, object]]:
    """What is given to an article: of a mapping the part about its names, in one order."""
    return sorted((name, given[name]) for name in names if name in given)
