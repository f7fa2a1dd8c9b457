"""`aoud score`: the figures by predicate, or by rule, what is missed and wrong, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any, Literal, Optional, TypedDict

from aoud_cli.claims.codec import Predicate, Topic
from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import Count, Id, MaybeShare, Part, Season, Share
from aoud_cli.output.records import Envelope, Key
from aoud_cli.output.style import Style
from aoud_cli.scoring.against import Change, Earlier, What
from aoud_cli.scoring.tally import Result, RuleTally, Score, Tally
from aoud_cli.scoring.why import Loss, Stage, count_losses
from aoud_cli.views.score_text import (
    JUDGEMENT_COLUMNS,
    RULE_COLUMNS,
    TALLY_COLUMNS,
    WHY_COLUMNS,
    judgement_row,
    layout_score,
    rows_of,
    rule_row,
    summary,
    tally_row,
    why_row,
)
from aoud_cli.views.view import Row, View

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

DIGITS = 4  # of a share in JSON: one claim among a thousand shows


class TallyRecord(TypedDict):
    """The shares, and the counts that they come from: recalled of core gold claims, right of found statements; certainty and season are
    judged on what was recalled.
    """

    precision: Share
    recall: Share
    f1: Share
    certainty: MaybeShare
    season: MaybeShare
    strict_recall: Share
    strict_precision: Share
    core: Count
    recalled: Count
    found: Count
    right: Count
    certainty_judged: Count
    certainty_right: Count
    season_judged: Count
    season_right: Count
    recalled_timely: Count
    right_timely: Count


class FiguresRecord(TallyRecord):
    """The figures of all predicates, and those of each."""

    bad_quotes: Count
    by_predicate: dict[Key, TallyRecord]


class JudgementRecord(TypedDict):
    """A core gold claim found or missed, or a wrong statement: subject and value as gold writes them, line that of its words."""

    outcome: Result
    document: str
    path: str
    line: Annotated[Optional[int], {"minimum": 1}]
    topic: Topic
    predicate: Predicate
    subject: str
    value: Annotated[Any, {"type": ["string", "number", "object"]}]
    season: Season
    part: Part
    certainty: Literal["certain", "probable", "possible", "any"]
    evidence: str
    gold: Optional[str]
    certainty_right: Optional[bool]
    season_right: Optional[bool]
    claims: list[Id]
    rules: list[str]


class RuleTallyRecord(TypedDict):
    """The statements of one rule: in core gold, in gold that is not core (readers differ), in none, and not judged."""

    rule: str
    precision: MaybeShare
    right: Count
    doubtful: Count
    wrong: Count
    unjudged: Count


class ChangeRecord(TypedDict):
    """What was gained or lost against an earlier score."""

    change: Literal["gain", "loss"]
    what: What
    judgement: JudgementRecord


class LossRecord(TypedDict):
    """How many core claims were lost at a stage (or found in another season), and of which predicates; detail says which screen, which
    event, what is untagged.
    """

    stage: Stage
    detail: str
    count: Count
    by_predicate: dict[Key, Count]


class ScoreOutput(Envelope):
    """What `aoud score --json` prints."""

    score: FiguresRecord
    judgements: list[JudgementRecord]
    rules: list[RuleTallyRecord]
    changes: Annotated[Optional[list[ChangeRecord]], "Against an earlier score; null where none was given."]
    why: Annotated[Optional[list[LossRecord]], "Where claims were lost; null without --why."]


class ScoreView(View):
    """A score with what is asked of it: its misses, its rules, an earlier score and what changed since."""

    kind, output, line = "score", ScoreOutput, JudgementRecord

    def __init__(
        self,
        analysis: Analysis,
        score: Score,
        *,
        misses: bool = False,
        rules: bool = False,
        losses: Sequence[Loss] | None = None,
        earlier: Earlier | None = None,
        changes: Sequence[Change] = (),
    ) -> None:
        super().__init__(analysis, score.judgements, score.notes)
        self.score, self.misses, self.rules, self.earlier, self.changes = score, misses, rules, earlier, changes
        self.why = None if losses is None else count_losses(losses)
        tables = ((misses, JUDGEMENT_COLUMNS), (rules, RULE_COLUMNS), (losses is not None, WHY_COLUMNS))
        self.columns = next((columns for asked, columns in tables if asked), TALLY_COLUMNS)

    def records(self) -> Iterator[dict[str, Any]]:
        """One judgement an object."""
        return map(asdict, self.items)

    def figures(self) -> dict[str, Any]:
        """The shares and counts of all predicates together."""
        return tally_record(self.score.total)

    def told(self) -> dict[str, Any]:
        """Everything, whatever is asked for of the text."""
        figures = {
            **self.figures(),
            "bad_quotes": self.score.bad_quotes,
            "by_predicate": {key: tally_record(row) for key, row in self.score.by_predicate.items()},
        }
        return {
            **super().told(),
            "score": figures,
            "judgements": list(self.records()),
            "rules": [_rule_record(rule) for rule in self.score.rules],
            "changes": None if self.earlier is None else [_change_record(change) for change in self.changes],
            "why": None if self.why is None else [_loss_record(*lost) for lost in self.why],
        }

    def rows(self) -> Iterator[Row]:
        """What is missed and wrong, the figures by rule, or else those by predicate."""
        score = self.score
        if self.misses:
            return (judgement_row(item.outcome, item) for item in self.items if item.outcome in ("missed", "wrong"))
        if self.rules:
            return (rule_row(rule)[1:] for rule in score.rules)
        if self.why is not None:
            return (why_row(*lost)[1:] for lost in self.why)
        return (tally_row(key, row)[1:] for key, row in [*score.by_predicate.items(), ("all", score.total)])

    def lines(self, style: Style) -> Iterator[str]:
        """Everything that is asked for; the first cell of a line says what it is."""
        return ("\t".join(map(visible, row)) for row in rows_of(self))

    def layout(self, style: Style) -> Iterator[str]:
        """Tables under headings."""
        return layout_score(self, style)

    def tally(self) -> str:
        """All predicates in one sentence."""
        return summary(self.score)


def tally_record(tally: Tally) -> dict[str, Any]:
    """The shares, and the counts that they come from."""
    shares = {
        name: _rounded(getattr(tally, name))
        for name in ("precision", "recall", "f1", "certainty", "season", "strict_recall", "strict_precision")
    }
    return {**shares, **asdict(tally)}


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, DIGITS)


def _rule_record(rule: RuleTally) -> dict[str, Any]:
    return {"rule": rule.rule, "precision": _rounded(rule.precision), **{k: v for k, v in asdict(rule).items() if k != "rule"}}


def _loss_record(stage: Stage, detail: str, keys: Counter[str]) -> dict[str, Any]:
    return {"stage": stage, "detail": detail, "count": keys.total(), "by_predicate": dict(keys.most_common())}


def _change_record(change: Change) -> dict[str, Any]:
    return {"change": change.word, "what": change.what, "judgement": asdict(change.judgement)}
