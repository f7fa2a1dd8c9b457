"""The records that pass between the floors: what was read, what was claimed, what was found. No I/O, no regex.

Named tuples, as defining one costs a sixth of what a frozen dataclass costs; `_replace` makes a changed copy.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple, Union

Basis = Literal["stated", "given", "inferred", "unknown"]
EntityKind = Literal["person", "character", "season", "show", "work"]
Unit = Literal["hour", "view", "household", "viewer", "country", "rank", "episode", "minute", "day"]
Per = Literal["season", "premiere", "finale", "episode"]
Bound = Literal["exactly", "about", "over", "under", "at_least", "at_most"]


class AoudError(Exception):
    """The call, the profile or an input can't be used: one line saying what, where and what to do (exit status 2)."""


class Certainty(str, enum.Enum):
    """FactBank's scale, as the article puts it."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"

    @property
    def rank(self) -> int:
        """3 for certain, 2 for probable, 1 for possible."""
        return {"certain": 3, "probable": 2, "possible": 1}[self.value]


class Verdict(str, enum.Enum):
    """How the claims about one fact stand to each other (the verdict table of the documentation)."""

    AGREES = "agrees"
    REFINES = "refines"
    CHANGED = "changed"
    CONTRADICTS = "contradicts"
    EXPIRED = "expired"
    ORDER = "order"
    ARITHMETIC = "arithmetic"
    DIFFERS = "differs"


# What can't all be right, and what several articles tell alike; `changed` is neither.
CONFLICTS = frozenset({Verdict.CONTRADICTS, Verdict.EXPIRED, Verdict.ORDER, Verdict.ARITHMETIC, Verdict.DIFFERS})
AGREEMENTS = frozenset({Verdict.AGREES, Verdict.REFINES})


class Severity(str, enum.Enum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """3 for an error, 2 for a warning, 1 for a note."""
        return {"error": 3, "warning": 2, "note": 1}[self.value]


class DateRange(NamedTuple):
    """All days that a date's words admit, both ends included; an end of None is open, or unknown where both are."""

    earliest: date | None
    latest: date | None


class Asserted(NamedTuple):
    """When an article says what it says: the document creation time of temporal tagging."""

    earliest: date | None = None
    latest: date | None = None
    basis: Basis = "unknown"
    reason: str = ""

    @property
    def known_day(self) -> date | None:
        """The day where it is one day, else None."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None


class Article(NamedTuple):
    """One article as read: `text` is the decoded file, and every offset counts its code points."""

    document: str
    path: str
    text: str
    sha256: str
    title: str
    asserted: Asserted
    outlet: str = ""  # the paper or site that it is of, as far as its file says
    url: str = ""  # its address there
    path_bytes: bytes = b""  # the file's name where that is no UTF-8, which `path` only shows


class PassedOver(NamedTuple):
    """Why an article that was read makes no claim: it is about something else, or in another language (its code, as far as that shows)."""

    why: Literal["other_subject", "other_language"]
    reason: str

    @property
    def words(self) -> str:
        """The reason as it is told: `it names neither the show nor anybody of it`."""
        return f"it is in another language ({self.reason})" if self.why == "other_language" else self.reason


class Skipped(NamedTuple):
    """A file that could not be read, and why."""

    path: str
    reason: str
    path_bytes: bytes = b""  # its name where that is no UTF-8


class Corpus(NamedTuple):
    """What was read, in the order of the articles' names, and what was not."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...] = ()
    notes: tuple[str, ...] = ()


class Entity(NamedTuple):
    """Who or what a claim is about; `id` is the same for every spelling of one name."""

    id: str
    name: str
    kind: EntityKind

    @classmethod
    def season(cls, number: int) -> Entity:
        """A season as the subject of a claim."""
        return cls(f"season-{number}", f"season-{number}", "season")


class EntityValue(NamedTuple):
    """Somebody or something by name. Here as in every value `text` is the words that it was read from."""

    id: str
    name: str
    text: str


class DateValue(NamedTuple):
    """A date, as exact as its words; `where` is the network, the country or the local time that the words name with it."""

    when: DateRange
    text: str
    where: str | None = None


class QuantityValue(NamedTuple):
    """A figure; `window_days` is the stretch of days that it counts, `per` what of a season was watched. A rank has its chart as far as
    it is told: the `territory`, the list (`chart`), and its `period`; a count of countries the list."""

    number: int
    unit: Unit
    bound: Bound
    text: str
    window_days: int | None = None
    chart: str | None = None
    territory: str | None = None
    period: str | None = None
    per: Per | None = None


class TermValue(NamedTuple):
    """A state, by the one word that stands for all wordings of it: `returning`, `not_started`."""

    term: str
    text: str


class RelationValue(NamedTuple):
    """The claim's subject is the `relation` (`father`) of `to`."""

    relation: str
    to: Entity
    text: str


class TextValue(NamedTuple):
    """What is told in words that have no fixed form: an occupation, a place."""

    text: str


Value = Union[EntityValue, DateValue, QuantityValue, TermValue, RelationValue, TextValue]


class Source(NamedTuple):
    """Where a claim stands: `quote == article.text[start:end]`; line and column count from 1, in code points."""

    document: str
    path: str
    line: int
    column: int
    start: int
    end: int
    quote: str

    @property
    def place(self) -> str:
        """`path:line:column`, as editors jump to it."""
        return f"{self.path}:{self.line}:{self.column}"


class Claim(NamedTuple):
    """One atomic statement of one article, with its words.

    `season_by` is the step that gave the season (see `claims.seasons`). `voice` names the article that told these words first, `origin` the
    one that this article copies word for word; each is empty where that is the claim's own article.
    """

    id: str
    topic: str
    predicate: str
    subject: Entity
    value: Value
    season: int | None
    part: int | None
    certainty: Certainty
    polarity: Literal["positive", "negative"]
    condition: str | None
    attribution: str | None
    asserted: Asserted
    source: Source
    rule: str
    season_by: str = ""
    voice: str = ""
    origin: str = ""
    spelling: Literal["", "misspelt"] = ""  # of a name in it

    @property
    def key(self) -> str:
        """The predicate with its topic, as the table of facts names it: `cast.plays`."""
        return f"{self.topic}.{self.predicate}"

    @property
    def is_hinted(self) -> bool:
        """Whether its words only hint at what another article tells plainly: it repeats a claim, and decides nothing."""
        return self.rule.startswith("hint.")


def told_plainly(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without those that are only hinted at, in the same order."""
    return [claim for claim in claims if not claim.is_hinted]


class Side(NamedTuple):
    """Claims about one fact that agree with one another; `value`, `certainty` and `asserted` are those of the first."""

    claims: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        """The claim by which the side is told."""
        return self.claims[0]

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that say so, each once, sorted."""
        return tuple(sorted({claim.source.document for claim in self.claims}))


class Acceptance(NamedTuple):
    """Why somebody lets a finding stand, and the last day of it."""

    reason: str
    until: date | None = None


class Reason(NamedTuple):
    """Why a finding is one: a code, and the words that fill its wording (see `findings.reasons`)."""

    code: str
    parts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, code: str, **parts: str) -> Reason:
        """The reason of that code with these parts."""
        return cls(code, tuple(parts.items()))


class Finding(NamedTuple):
    """A verdict on one fact, the earliest asserted side first, with a reason that a reader can check; `because` is it as data.
    `uncorroborated` are the articles whose later lists leave out what one alone says; `still`, those that tell what had been dropped."""

    id: str
    verdict: Verdict
    severity: Severity
    topic: str
    predicate: str
    subject: Entity
    season: int | None
    part: int | None
    reason: str
    sides: tuple[Side, ...]
    uncorroborated: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    accepted: Acceptance | None = None
    because: Reason | None = None

    @property
    def key(self) -> str:
        """The predicate with its topic: `cast.plays`."""
        return f"{self.topic}.{self.predicate}"
