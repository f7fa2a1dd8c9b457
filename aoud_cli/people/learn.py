"""Who performs, who is a part and who makes the show, learned from what the rules read of people that no profile knows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from aoud_cli.claims.extract import extract
from aoud_cli.claims.roles import RoleTold, roles_told
from aoud_cli.model import Article, Claim
from aoud_cli.names.profile import Person, Profile
from aoud_cli.names.spelling import is_korean, name_keys, squash
from aoud_cli.people.candidates import Guess, guess
from aoud_cli.spans.kinds import Role

ROUNDS = 3  # a role that is learned makes others clear; a fourth reading never taught more
STRONG, WEAK = 3, 1


@dataclass(frozen=True)
class Learned:
    """Somebody new: the likeliest role, and the claims that speak for it, in the articles' order."""

    name: str
    role: Role
    weight: int
    evidence: tuple[Claim, ...]

    @property
    def person(self) -> Person:
        """As an entry of a profile."""
        return Person(self.name, self.role)


def learn(articles: Sequence[Article], show: Profile) -> list[Learned]:
    """Everybody in the articles whom the show's profile lacks and whose role the text tells: by role, then by how much speaks for it."""
    known = guess(show, articles)
    found: dict[str, Learned] = {}
    for _ in range(ROUNDS):
        before = set(found)
        claims = extract(articles, known)
        found = {ident: one for ident, one in _judge(claims).items() if show.resolve(one.name) is None}
        if set(found) == before:
            break
        known = _with_people(known, show, [one for one in found.values() if one.weight >= STRONG])
    order: dict[Role, int] = {"performer": 0, "character": 1, "crew": 2}
    return sorted(_whole(list(found.values())), key=lambda one: (order[one.role], -len(one.evidence), one.name))


def _whole(found: Sequence[Learned]) -> list[Learned]:
    """Without single words that are a word of a longer name of the same role: `Grey` beside `Tom Grey` is the same man."""
    words = {(word, one.role) for one in found if " " in one.name for word in one.name.split()}
    return [one for one in found if (one.name, one.role) not in words]


def _with_people(known: Guess, show: Profile, found: Iterable[Learned]) -> Guess:
    return replace(known, people=(*show.people, *(one.person for one in sorted(found, key=lambda one: one.name))))


def _judge(claims: Iterable[Claim]) -> dict[str, Learned]:
    """Each person's role by the weight of what is told of them; a single word needs more than a hint."""
    votes: defaultdict[str, Counter[Role]] = defaultdict(Counter)
    told: defaultdict[tuple[str, Role], list[Claim]] = defaultdict(list)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for claim in claims:
        for one in roles_told(claim.key, claim.subject, claim.value):
            ident = _identity(one.name)
            votes[ident][one.role] += _weight(one, claim)
            told[ident, one.role].append(claim)
            names[ident][one.name] += 1
    judged: dict[str, Learned] = {}
    for ident, counted in votes.items():
        role, weight = max(counted.items(), key=lambda item: (item[1], item[0]))
        name = max(names[ident].items(), key=lambda item: (item[1], item[0]))[0]
        if " " in name or (weight >= STRONG and len(told[ident, role]) > 1):
            judged[ident] = Learned(name, role, weight, tuple(told[ident, role]))
    return judged


def _weight(told: RoleTold, claim: Claim) -> int:
    """How much a statement says of a role; of X (Y) either may be the part."""
    return STRONG if told.by == "credit" or (told.by == "plays" and "(" not in claim.source.quote) else WEAK


def _identity(name: str) -> str:
    """The same for all spellings of one name: by sound where it is Korean, else by letters."""
    key = name_keys(name)[0] if is_korean(name) else None
    return f"{key.family} {key.given}" if key else squash(name)
