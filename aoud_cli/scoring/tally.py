"""The records of a score: counts, the judgement on each claim, and what one score has that another hasn't."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass
from typing import Any, Literal

Result = Literal["found", "missed", "wrong"]
Column = Literal["right", "doubtful", "wrong", "unjudged"]


@dataclass(frozen=True)
class Tally:
    """Counts, of one predicate or of all; a share is None where there was nothing to judge."""

    core: int = 0  # gold claims that count for recall
    recalled: int = 0  # of these, found
    found: int = 0  # distinct statements found
    right: int = 0  # of these, in gold
    certainty_judged: int = 0
    certainty_right: int = 0
    season_judged: int = 0
    season_right: int = 0
    recalled_timely: int = 0  # of the core gold claims, found in their season and part
    right_timely: int = 0  # of the statements found, in gold with its season and part

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))

    @property
    def recall(self) -> float:
        """1 where there was nothing to find."""
        return self.recalled / self.core if self.core else 1.0

    @property
    def precision(self) -> float:
        """Where nothing was found 1 if there was nothing to find, else 0."""
        return self.right / self.found if self.found else float(not self.core)

    @property
    def strict_recall(self) -> float:
        """Recall with a wrong season or part counted as wrong."""
        return self.recalled_timely / self.core if self.core else 1.0

    @property
    def strict_precision(self) -> float:
        """Precision with a wrong season or part counted as wrong."""
        return self.right_timely / self.found if self.found else float(not self.core)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def certainty(self) -> float | None:
        """The share of found core claims whose certainty is gold's."""
        return self.certainty_right / self.certainty_judged if self.certainty_judged else None

    @property
    def season(self) -> float | None:
        """The share of found core claims with a season in gold that have that season."""
        return self.season_right / self.season_judged if self.season_judged else None


@dataclass(frozen=True)
class Judgement:
    """A core gold claim found or missed, or a wrong statement: subject and value as gold writes them, `line` that of its words."""

    outcome: Result
    document: str
    path: str
    line: int | None
    topic: str
    predicate: str
    subject: str
    value: Any
    season: int | None
    part: int | None
    certainty: str
    evidence: str
    gold: str | None  # file:line of the gold
    certainty_right: bool | None
    season_right: bool | None  # in season and part
    claims: tuple[str, ...]
    rules: tuple[str, ...]

    @property
    def key(self) -> str:
        """The predicate with its topic: `cast.plays`."""
        return f"{self.topic}.{self.predicate}"


@dataclass(frozen=True)
class RuleTally:
    """The statements of one rule: in core gold, in gold that is not core (readers differ), in none. `unjudged` are denials,
    and claims of predicates or articles that gold doesn't cover."""

    rule: str
    right: int = 0
    doubtful: int = 0
    wrong: int = 0
    unjudged: int = 0

    @property
    def precision(self) -> float | None:
        """The share that gold lists; None where nothing was judged."""
        judged = self.right + self.doubtful + self.wrong
        return (judged - self.wrong) / judged if judged else None


@dataclass(frozen=True)
class Score:
    """What claims are worth by gold; `rules` from the lowest precision up, then those without a statement that gold judges."""

    total: Tally
    by_predicate: Mapping[str, Tally]
    judgements: tuple[Judgement, ...]
    rules: tuple[RuleTally, ...]
    bad_quotes: int  # claims whose quote does not stand in the article at its place
    notes: tuple[str, ...] = ()
