"""Claims picked out by whom they are about, who says them, how surely, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from aoud_cli.findings.facts import ids_of
from aoud_cli.findings.words import say_some
from aoud_cli.ground.nearest import nearest
from aoud_cli.model import AoudError, Article, Asserted, Certainty, Claim, EntityValue, RelationValue, TextValue
from aoud_cli.names.profile import Profile, slug
from aoud_cli.names.sameness import compare_names
from aoud_cli.names.spelling import squash, words_of
from aoud_cli.predicates import FACTS, TOPICS

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

LISTED = 12  # names in a message: more is a wall
NEAR = 75  # slips of a letter or two are above 80; of the 861 pairs of people of the shipped profile two are as near as 76
ELLIPSIS = "…"  # stands for the middle of a long document's name where text output shortens it


@dataclass(frozen=True)
class Selection:
    """What a claim must be to be picked. An empty set asks nothing, but `about` does: it holds ids, and None asks nothing."""

    about: frozenset[str] | None = None
    season: int | None = None
    certainties: frozenset[Certainty] = frozenset()
    documents: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None

    def holds(self, claim: Claim) -> bool:
        """Whether the claim is all that is asked for. An article that may have been written in the time asked for counts."""
        return (
            (self.about is None or not self.about.isdisjoint(ids_of(claim)))
            and self.season in (None, claim.season)
            and (not self.certainties or claim.certainty in self.certainties)
            and (not self.documents or claim.source.document in self.documents)
            and self._may_be_then(claim.asserted)
        )

    def _may_be_then(self, asserted: Asserted) -> bool:
        starts, ends = self.since or date.min, self.until or date.max
        return starts <= (asserted.latest or date.max) and (asserted.earliest or date.min) <= ends

    def holds_any(self, claims: Iterable[Claim]) -> bool:
        """Whether one of the claims is all that is asked for: a finding stays whole where one of its claims is meant."""
        return self == EVERYTHING or any(self.holds(claim) for claim in claims)


EVERYTHING = Selection()


class Question(NamedTuple):
    """What a command asks of an analysis: a topic, and which claims; `notes` tell what in it fits nothing."""

    analysis: Analysis
    topic: str | None
    selection: Selection
    notes: tuple[str, ...] = ()

    def asks(self, keys: Iterable[str], claims: Iterable[Claim]) -> bool:
        """Whether what stands under these predicates (`cast.plays`) and is told by these claims is asked for."""
        return matches_topic(self.topic, keys) and self.selection.holds_any(claims)


class Named(NamedTuple):
    """The ids that a name stands for among the claims, and, where there are none, the names that may have been meant."""

    ids: frozenset[str]
    near: tuple[str, ...] = ()


def find_named(name: str, claims: Iterable[Claim], profile: Profile) -> Named:
    """Whom or what a spelling names among those that the claims are about, or that they tell.

    Any spelling counts that the profile or the romanisation resolves; a part of a name, such as a given name, counts where one full
    name alone has it. A slip is never guessed at, only told.
    """
    names = _names_told(claims, profile)
    person = profile.resolve(name)
    wanted = {slug(name), *([person.entity.id] if person else [])}
    if squash(name) in {squash(title) for title in profile.all_titles}:
        wanted.add("show")
    ids = {key for key, (told, is_name) in names.items() if key in wanted or _is_same(name, told, is_name, profile)}
    if ids:
        return Named(frozenset(ids))
    parts = _with_part(name, names)
    if len(parts) == 1:
        return Named(frozenset(parts))
    if parts:
        return Named(frozenset(), tuple(parts.values()))
    return Named(frozenset(), () if person else tuple(nearest(name, (told for told, _ in names.values()), alike=NEAR)))


def _with_part(name: str, names: Mapping[str, tuple[str, bool]]) -> dict[str, str]:
    """The names that all words of this one are words of, by their ids."""
    words = set(words_of(name))
    return {key: told for key, (told, is_name) in sorted(names.items()) if words and is_name and words <= set(words_of(told))}


def find_documents(given: Iterable[str], articles: Sequence[Article]) -> frozenset[str]:
    """The articles of these names. A name may be the document's, its path, its file name, or a beginning that no other shares.

    Raises AoudError where one names no article, or several.
    """
    return frozenset(_find_document(name, articles) for name in given)


def _find_document(given: str, articles: Sequence[Article]) -> str:
    exact = [a.document for a in articles if given in (a.document, a.path, a.path.rpartition("/")[2])]
    head, _, tail = given.partition(ELLIPSIS)
    found = exact or [a.document for a in articles if given and a.document.startswith(head) and a.document.endswith(tail)]
    if len(found) == 1:
        return found[0]
    if found:
        raise AoudError(f"'{given}' may be any of {say_some(found, LISTED)}; write more of the name")
    raise AoudError(f"no article is named '{given}'; the articles are {say_some([a.document for a in articles], LISTED)}")


def _names_told(claims: Iterable[Claim], profile: Profile) -> Mapping[str, tuple[str, bool]]:
    """Id -> how it is printed, and whether that is a name and no free text."""
    names: dict[str, tuple[str, bool]] = {"show": (profile.title, True)}
    for claim in claims:
        season = claim.subject.id.replace("-", " ").capitalize() if claim.subject.kind == "season" else ""
        names.setdefault(claim.subject.id, (season or claim.subject.name, True))
        if isinstance(claim.value, EntityValue):
            names.setdefault(claim.value.id, (claim.value.name, True))
        elif isinstance(claim.value, RelationValue):
            names.setdefault(claim.value.to.id, (claim.value.to.name, True))
        elif isinstance(claim.value, TextValue):
            names.setdefault(slug(claim.value.text), (claim.value.text, False))
    return names


def _is_same(name: str, told: str, is_name: bool, profile: Profile) -> bool:
    if squash(name) == squash(told) != "":
        return True
    return is_name and not any(char.isdigit() for char in told) and compare_names(name, told, profile) == "same"


def matches_topic(topic: str | None, keys: Iterable[str]) -> bool:
    """Whether any of these predicates (`cast.plays`) is what was asked for; without a question, every one is."""
    return topic is None or any(topic in (key, key.partition(".")[0]) for key in keys)


def check_topic(topic: str | None) -> None:
    """Refuse what is neither a topic nor a predicate, and say which one may have been meant. Raises AoudError."""
    if topic is None or topic in TOPICS or topic in FACTS:
        return
    bare = {key.split(".")[1]: key for key in FACTS if sum(other.endswith(key[key.index(".") :]) for other in FACTS) == 1}
    near = nearest(topic, (*bare, *TOPICS, *FACTS), most=1)  # a predicate's last part alone is a likely slip
    meant = f" (did you mean '{bare.get(near[0], near[0])}'?)" if near else ""
    raise AoudError(f"unknown topic '{topic}'{meant}; topics are {', '.join(TOPICS)}; nor is it a file or folder")
