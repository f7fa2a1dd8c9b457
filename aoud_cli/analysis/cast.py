"""The cast as articles tell it: a person a row, the parts they play, and how it stands with them in each season."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from aoud_cli.findings.facts import PLAYS, STATUS, group_facts
from aoud_cli.model import Claim, Entity


class Standing(NamedTuple):
    """What is told of somebody: the surest claims of one value, the newest last; `season` None where no article says which."""

    season: int | None
    claims: tuple[Claim, ...]

    @property
    def last(self) -> Claim:
        """The claim that counts: the surest, and of those the last."""
        return self.claims[-1]

    @property
    def documents(self) -> list[str]:
        """The articles that say so, sorted."""
        return _documents(self.claims)


class Member(NamedTuple):
    """Somebody of the cast; a part whose performer nobody names stands for itself."""

    who: Entity
    plays: tuple[Standing, ...]  # a part each, those of the most articles first
    status: tuple[Standing, ...]  # a season each: the one that counts there

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that the row rests on."""
        return tuple(claim for standing in (*self.plays, *self.status) for claim in standing.claims)

    @property
    def documents(self) -> list[str]:
        """The articles that the row rests on, sorted."""
        return _documents(self.claims)


def cast_of(claims: Iterable[Claim]) -> list[Member]:
    """Everybody of whom a part or a status is told, whom the most articles name first; a character's status is its performer's."""
    people: dict[str, Entity] = {}
    told: dict[tuple[str, str], list[Claim]] = {}
    for fact in group_facts(claim for claim in claims if claim.polarity == "positive"):
        if fact.key in (PLAYS, STATUS) and not fact.mirrored:
            who = people.setdefault(fact.subject.id, fact.subject)
            told.setdefault((who.id, fact.key), []).extend(telling.claim for telling in fact.tellings)
    members = [Member(who, _parts(told.get((who.id, PLAYS), ())), _by_season(told.get((who.id, STATUS), ()))) for who in people.values()]
    return sorted(members, key=lambda one: (-len(one.documents), one.who.name, one.who.id))


def _parts(claims: Sequence[Claim]) -> tuple[Standing, ...]:
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(getattr(claim.value, "id", claim.value.text), []).append(claim)
    standings = [Standing(None, tuple(sorted(group, key=_weight))) for group in groups.values()]
    return tuple(sorted(standings, key=lambda one: (-len(one.documents), one.last.value.text)))


def _by_season(claims: Sequence[Claim]) -> tuple[Standing, ...]:
    """For each season what is told most surely, and of that what was told last, with all who say the same."""
    seasons: dict[int | None, list[Claim]] = {}
    for claim in claims:
        seasons.setdefault(claim.season, []).append(claim)
    found = []
    for season, group in sorted(seasons.items(), key=lambda item: item[0] or 0):
        best = max(group, key=_weight)
        alike = [claim for claim in group if getattr(claim.value, "term", "") == getattr(best.value, "term", "")]
        found.append(Standing(season, tuple(sorted(alike, key=_weight))))
    return tuple(found)


def _weight(claim: Claim) -> tuple[int, date, str]:
    return claim.certainty.rank, claim.asserted.latest or claim.asserted.earliest or date.min, claim.id


def _documents(claims: Iterable[Claim]) -> list[str]:
    return sorted({claim.source.document for claim in claims})
