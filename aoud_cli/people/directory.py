"""Who is who in a corpus: everybody named, in which spellings and where, how each was matched, and what was left open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from aoud_cli.claims.context import view
from aoud_cli.ground.nearest import nearest
from aoud_cli.ground.text import Lines
from aoud_cli.model import Article, Claim, Entity
from aoud_cli.names.profile import How, Person, Profile, how_matched
from aoud_cli.names.sameness import compare_names
from aoud_cli.names.spelling import FAMILIES, is_korean, name_keys, squash, words_of
from aoud_cli.people.learn import Learned, learn
from aoud_cli.spans.kinds import Role
from aoud_cli.spans.tag import Tagger

NEAR = 85  # of 100: a slip of a letter in a full name is 90, two people of one family stay under 80
DID_YOU_MEAN = 70  # two letters changed places in a full name is 85
LONGEST_INITIALS = 3


@dataclass(frozen=True)
class Place:
    """Where a spelling stands; line and column count from 1."""

    document: str
    path: str
    line: int
    column: int


@dataclass(frozen=True)
class Spelling:
    """One way in which somebody is written, and how that was matched to the name."""

    text: str
    how: How
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Who:
    """Somebody whom the articles name. `role` is None where nothing tells it; `evidence` are the claims that a new role rests on."""

    id: str
    name: str
    role: Role | None
    known: bool
    spellings: tuple[Spelling, ...]
    evidence: tuple[Claim, ...] = ()

    @property
    def places(self) -> Iterator[Place]:
        """Where they are named, spelling by spelling."""
        return (place for spelling in self.spellings for place in spelling.places)

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that name them, sorted."""
        return tuple(sorted({place.document for place in self.places}))


@dataclass(frozen=True)
class Possible:
    """Two names that may be one person's, and why: aoud takes them for two."""

    a: Who
    b: Who
    why: str


@dataclass(frozen=True)
class Directory:
    """Everybody, the profile's people first; and the pairs left open."""

    people: tuple[Who, ...]
    possible: tuple[Possible, ...]
    profile: Profile

    def find(self, name: str) -> list[Who]:
        """Those whom a spelling names; else those of whose name it is a part; else nobody."""
        person = self.profile.resolve(name)
        exact = [who for who in self.people if (person and who.name == person.name) or squash(name) in map(squash, _forms(who))]
        same = exact or [who for who in self.people if compare_names(name, who.name, self.profile) == "same"]
        words = set(words_of(name))
        return same or [who for who in self.people if words and words <= set(words_of(who.name))]


def _forms(who: Who) -> list[str]:
    return [who.name, *(spelling.text for spelling in who.spellings)]


def find_people(articles: Sequence[Article], show: Profile) -> Directory:
    """Everybody whom the articles name: those of the profile, those whose role was learned, and names of no told role."""
    learned = {one.person.entity.id: one for one in learn(articles, show)}
    extended = replace(show, people=(*show.people, *(one.person for one in learned.values())))
    seen: defaultdict[str, defaultdict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    for entity, text, place in _mentions(articles, extended):
        seen[entity.id][text].append(place)
        names.setdefault(entity.id, entity.name)
    by_id = {person.entity.id: person for person in show.people}
    people = [_who(ident, names[ident], seen[ident], by_id.get(ident), learned.get(ident)) for ident in seen]
    ordered = sorted(people, key=lambda who: (not who.known, who.role is None, -len(who.documents), who.name))
    return Directory(tuple(ordered), tuple(_possible(ordered)), extended)


def _mentions(articles: Iterable[Article], show: Profile) -> Iterator[tuple[Entity, str, Place]]:
    """Each place at which a name stands, with the words there."""
    tagger = Tagger(show, {})
    for article in articles:
        seen = view(article, tagger)
        lines = Lines(article.text)
        for line in seen.lines:
            for span in line.masked.spans:
                if isinstance(span.what, Entity):
                    start, end = seen.place(line.masked.sentence, span.start, span.end)
                    yield span.what, " ".join(article.text[start:end].split()), Place(article.document, article.path, *lines.place(start))


def _who(ident: str, name: str, seen: Mapping[str, Sequence[Place]], person: Person | None, learned: Learned | None) -> Who:
    entry = person or (learned.person if learned else Person(name, "performer"))
    spellings = [Spelling(text, how_matched(text, entry), tuple(places)) for text, places in seen.items()]
    ordered = tuple(sorted(spellings, key=lambda spelling: (-len(spelling.places), spelling.text)))
    role = person.role if person else learned.role if learned else None
    return Who(ident, entry.name, role, person is not None, ordered, learned.evidence if learned and not person else ())


def _possible(people: Sequence[Who]) -> Iterator[Possible]:
    """Pairs of which at least one is new: nobody of the profile is doubted."""
    for a, b in combinations(people, 2):
        why = None if a.known and b.known else _why(a.name, b.name)
        if why is not None:
            yield Possible(a, b, why)


def _why(a: str, b: str) -> str | None:
    if compare_names(a, b) == "possible":
        return "one is a part of the other"
    if _family(a) != _family(b) or not _family(a):
        return None
    if any(_is_initials(name) for name in (a, b)):
        return "the same family name, and initials"
    from rapidfuzz import fuzz

    return "nearly the same letters" if fuzz.ratio(squash(a), squash(b)) >= NEAR else None


def _family(name: str) -> str:
    """The key of the family name, '' for a single word."""
    keys = name_keys(name)
    words = name.split()
    if len(words) < 2 or not keys:
        return ""
    return keys[0].family if words[0].lower() in FAMILIES or is_korean(name) else squash(words[-1])


def _is_initials(name: str) -> bool:
    return any(word.isupper() and len(word.replace(".", "")) <= LONGEST_INITIALS for word in name.split())


def nearby(name: str, directory: Directory) -> list[str]:
    """The names that may have been meant where a spelling names nobody."""
    return nearest(name, (who.name for who in directory.people), alike=DID_YOU_MEAN, key=squash)
