"""Whether a claim states what gold states: names through their spellings, dates by what they share, figures within a rounding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aoud_cli.model import Claim, DateRange, DateValue, EntityValue, QuantityValue, RelationValue, TermValue, Value
from aoud_cli.scoring.gold import COUNTED, Figure, GoldClaim, Hours, Relation

NAMED = frozenset({"cast.plays", "crew.director", "crew.writer", "crew.creator", "crew.showrunner", "source.author", "release.platform"})
WORDED = frozenset({"character.occupation", "setting.time_jump", "setting.place", "production.location"})
# Told of the show or of one of its seasons: readers choose either.
SHOW_OR_SEASON = frozenset(
    {
        "crew.director",
        "crew.writer",
        "crew.creator",
        "crew.showrunner",
        "renewal.cancelled",
        "source.author",
        "source.based_on",
        "release.platform",
        "setting.place",
    }
)
HOURS_SLACK = 0.005  # of the figure: 560.78 million may be told as 560 million
WINDOW_SLACK = 3  # days: a first month has 28 to 31
OPEN_SLACK = 31  # days between the closed ends of two dates that are open at the other
OVERLAP = 0.5  # of two dates, the shared days among all days; of two phrases, the shared words among the shorter's
_SMALL_WORDS = frozenset("a an the of in to at his her".split())


@lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """The letters and digits of a text, whatever its case, accents, blanks and hyphens."""
    return re.sub(r"[^0-9a-z\u1100-\uffff]", "", unicodedata.normalize("NFKD", text).casefold())


@dataclass(frozen=True)
class Names:
    """Which spellings are one name: `aliases` gives a squashed spelling the squashed first one of its group."""

    aliases: Mapping[str, str]

    @classmethod
    def of(cls, groups: Iterable[Sequence[str]]) -> Names:
        """Names by groups of spellings."""
        return cls({squash(form): squash(group[0]) for group in groups for form in group})

    def preferred(self, text: str) -> str:
        """The squashed text, or that of the first spelling of its group."""
        return self.aliases.get(squash(text), squash(text))

    def are_one(self, a: str, b: str) -> bool:
        """An alias, the same words in another order, or a given name alone against a full name."""
        return not self._forms(a).isdisjoint(self._forms(b)) or squash(a) == _given(b) or squash(b) == _given(a)

    def _forms(self, name: str) -> set[str]:
        words = re.sub(r"\(.*?\)", " ", name).replace(",", " ").split()
        orders = (words, words[1:] + words[:1], words[-1:] + words[:-1])
        return {self.preferred(" ".join(order)) for order in orders} - {""}


def _given(name: str) -> str | None:
    words = name.replace(",", " ").split()
    return squash(" ".join(words[1:])) if len(words) > 1 else None


@dataclass(frozen=True)
class Matcher:
    """Compares claims with gold; `cast` is who plays whom by gold: a status may be told of either."""

    names: Names
    cast: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, gold: Iterable[GoldClaim], names: Names) -> Matcher:
        """The matcher for a gold; its whole cast counts for each article."""
        return cls(names, frozenset((row.subject, row.value) for row in gold if row.key == "cast.plays" and isinstance(row.value, str)))

    def states(self, claim: Claim, gold: GoldClaim) -> bool:
        """Whether the claim is what the line of gold lists; a denial never is."""
        if claim.polarity == "negative" or claim.key != gold.key:
            return False
        if isinstance(gold.value, Relation):
            return self._is_relation(claim, gold.subject, gold.value)
        return self._is_subject(claim.subject.name, gold) and self._is_value(claim.value, gold)

    def is_timely(self, claim: Claim, gold: GoldClaim) -> bool:
        """Whether a claim that states what gold does has gold's season and part; who plays whom belongs to no season."""
        if gold.key == "cast.plays":
            return True
        of_show = gold.key in SHOW_OR_SEASON and claim.season is None
        return (gold.season is None or claim.season == gold.season or of_show) and (gold.part is None or claim.part == gold.part)

    def _is_relation(self, claim: Claim, subject: str, gold: Relation) -> bool:
        """Told from either end: A is the father of B, B is the son of A."""
        if not isinstance(claim.value, RelationValue):
            return False
        one, other = claim.subject.name, claim.value.to.name
        return any(self.names.are_one(subject, a) and self.names.are_one(gold.to, b) for a, b in ((one, other), (other, one)))

    def _is_subject(self, found: str, gold: GoldClaim) -> bool:
        wanted = gold.subject
        shows = [name == "show" or name.startswith("season-") for name in (wanted, found)]
        if any(shows):
            return squash(wanted) == squash(found) or (gold.key in SHOW_OR_SEASON and all(shows) and "show" in (wanted, found))
        return self.names.are_one(wanted, found) or (gold.key == "cast.status" and self._play_each_other(wanted, found))

    def _play_each_other(self, a: str, b: str) -> bool:
        one = self.names.are_one
        return any((one(a, who) and one(b, part)) or (one(a, part) and one(b, who)) for who, part in self.cast)

    def _is_value(self, value: Value, gold: GoldClaim) -> bool:
        wanted = gold.value
        if isinstance(wanted, (Hours, Figure, int, float)):
            return isinstance(value, QuantityValue) and _are_figures(value, wanted)
        if isinstance(wanted, DateRange):
            return isinstance(value, DateValue) and are_same_dates(wanted, value.when)
        said = _words_of(value)
        if said is None or isinstance(wanted, Relation) or gold.key in COUNTED:
            return False
        if gold.key in WORDED:
            return _share_words(wanted, said)
        return self.names.are_one(wanted, said) if gold.key in NAMED else self.names.preferred(wanted) == self.names.preferred(said)


def _words_of(value: Value) -> str | None:
    """A value that is words."""
    if isinstance(value, EntityValue):
        return value.name
    if isinstance(value, TermValue):
        return value.term
    return None if isinstance(value, (DateValue, QuantityValue, RelationValue)) else value.text


def _are_figures(value: QuantityValue, gold: Hours | Figure | float) -> bool:
    if isinstance(gold, (int, float)):
        return abs(value.number - gold) < 0.5
    return (isinstance(gold, Hours) or value.unit == gold.unit) and _are_hours(value, gold)


def _are_hours(value: QuantityValue, gold: Hours | Figure) -> bool:
    if abs(value.number - gold.number) > HOURS_SLACK * gold.number:
        return False
    return gold.window_days is None or (value.window_days is not None and abs(value.window_days - gold.window_days) <= WINDOW_SLACK)


def are_same_dates(a: DateRange, b: DateRange) -> bool:
    """Whether two dates share half of their days; of dates open at an end, whether the closed ends lie within a month."""
    nothing = DateRange(None, None)
    if nothing in (a, b):
        return a == b
    if a.earliest and a.latest and b.earliest and b.latest:
        shared = (min(a.latest, b.latest) - max(a.earliest, b.earliest)).days + 1
        spanned = (max(a.latest, b.latest) - min(a.earliest, b.earliest)).days + 1
        return shared > 0 and shared / spanned >= OVERLAP
    apart = [abs((x - y).days) for x, y in ((a.earliest, b.earliest), (a.latest, b.latest)) if x and y]
    return bool(apart) and max(apart) <= OPEN_SLACK


def _share_words(a: str, b: str) -> bool:
    one, other = _plain_words(a), _plain_words(b)
    return bool(one and other) and len(one & other) / min(len(one), len(other)) >= OVERLAP


def _plain_words(text: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"[a-z0-9]+", text.casefold())} - _SMALL_WORDS
