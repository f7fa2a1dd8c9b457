"""Claims grouped into facts: what is said of one thing, by whatever article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from aoud_cli.findings.build import value_key
from aoud_cli.findings.moments import asserted_key, origin_of
from aoud_cli.findings.relate import is_description
from aoud_cli.model import Certainty, Claim, Entity, EntityValue, RelationValue, TextValue, Value, told_plainly
from aoud_cli.names.profile import slug
from aoud_cli.predicates import FACTS, SEASONAL

PLAYS = "cast.plays"
STATUS = "cast.status"
AUTHOR = "source.author"
RELATION = "character.relation"
SEASONLESS = frozenset({PLAYS, RELATION})  # who plays a part, and whose father one is, hold in every season
PREMIERE = "release.premiere"
KEYS = {key: place for place, key in enumerate(FACTS)}


# Place of the predicate, group, season and part (0 where none), whether mirrored, and its own words where it stands alone.
_Place: TypeAlias = tuple[int, str, int, int, bool, str]


class Telling(NamedTuple):
    """A claim with the value by which it is compared in its fact: for a character and its performers, the performer."""

    claim: Claim
    value: Value


class Fact(NamedTuple):
    """What the claims of a corpus tell of one predicate, subject and season; `mirrored` for a part and its performers."""

    key: str
    subject: Entity
    season: int | None
    part: int | None
    tellings: tuple[Telling, ...]
    mirrored: bool = False

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell of it, each once, sorted."""
        return tuple(sorted({telling.claim.source.document for telling in self.tellings}))


def group_facts(claims: Iterable[Claim]) -> list[Fact]:
    """All facts that the claims tell of, in the order of topics, then of subjects, seasons and parts; tellings earliest first.

    What belongs to a season and names none is a fact of its own: it is compared with nothing. What is only hinted at tells none.
    """
    claims = sorted(told_plainly(claims), key=asserted_key)
    performers = _performers(claims)
    groups: dict[_Place, list[Telling]] = {}
    heads: dict[_Place, Fact] = {}
    for claim in claims:
        for group, subject, telling, mirrored in _places(claim, performers):
            season, part = None if claim.key in SEASONLESS else claim.season, _part_of(claim)
            lone = own_words(claim) if season is None and claim.key in SEASONAL else ""
            place = (KEYS.get(claim.key, len(KEYS)), group, season or 0, part or 0, mirrored, lone)
            groups.setdefault(place, []).append(telling)
            heads.setdefault(place, Fact(claim.key, subject, season, part, (), mirrored))
    return [heads[place]._replace(tellings=tuple(groups[place])) for place in sorted(heads)]


def is_lone(fact: Fact) -> bool:
    """Whether a fact belongs to a season and names none, so that it is compared with nothing."""
    return fact.season is None and fact.key in SEASONAL


def own_words(claim: Claim) -> str:
    """What is the same for a claim and for the same claim of a copy of its article, and for no other."""
    return f"{origin_of(claim)} {claim.source.start} {claim.source.end} {value_key(claim.value)} {claim.polarity}"


def _part_of(claim: Claim) -> int | None:
    """The part that the claim is compared in: a season's premiere is that of its first part."""
    return None if claim.key == PREMIERE and claim.part == 1 else claim.part


def _places(claim: Claim, performers: Mapping[str, Sequence[Entity]]) -> list[tuple[str, Entity, Telling, bool]]:
    """The facts that one claim tells of, each with the id it is grouped by: its subject's, and for a part the part's."""
    key = claim.key
    own = Telling(claim, claim.value)
    if key == STATUS:
        return [(subject.id, subject, own, False) for subject in performers.get(claim.subject.id, (claim.subject,))]
    if key == RELATION and isinstance(claim.value, RelationValue):
        # One pair of people is one fact, whichever of them the article names first.
        first, second = sorted((claim.subject, claim.value.to), key=lambda entity: entity.id)
        return [(f"{first.id} {second.id}", first, own, False)]
    places = [(claim.subject.id, claim.subject, own, False)]
    if key == PLAYS and isinstance(claim.value, EntityValue) and not is_description(claim.value.name):
        part = Entity(claim.value.id, claim.value.name, "character")
        performer = EntityValue(claim.subject.id, claim.subject.name, claim.subject.name)
        places.append((part.id, part, Telling(claim, performer), True))
    return places


def _performers(claims: Sequence[Claim]) -> dict[str, list[Entity]]:
    """Character id to its performers, as certain claims name them.

    Where there are two, a part's status is told of both: one more article on who plays a part takes no comparison away.
    """
    found: dict[str, dict[str, Entity]] = {}
    for claim in claims:
        certain = claim.key == PLAYS and claim.certainty is Certainty.CERTAIN and claim.polarity == "positive"
        if certain and isinstance(claim.value, EntityValue) and not is_description(claim.value.name):
            found.setdefault(claim.value.id, {}).setdefault(claim.subject.id, claim.subject)
    return {part: list(people.values()) for part, people in found.items()}


def ids_of(claim: Claim) -> Iterator[str]:
    """The ids of whom and what a claim names; free text by its own words."""
    yield claim.subject.id
    if isinstance(claim.value, EntityValue):
        yield claim.value.id
    elif isinstance(claim.value, RelationValue):
        yield claim.value.to.id
    elif isinstance(claim.value, TextValue):
        yield slug(claim.value.text)
