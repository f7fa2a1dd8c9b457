"""At which stage each claim of gold was lost, as counts: a change can be judged by them on articles that nobody has read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, NamedTuple

from aoud_cli.claims.context import Line
from aoud_cli.claims.events.attach import attach
from aoud_cli.claims.events.words import find_heads
from aoud_cli.claims.extract import Reading, read_all
from aoud_cli.claims.rules import load_rules
from aoud_cli.claims.unread import triggers_in
from aoud_cli.model import Article, DateRange, Entity
from aoud_cli.names.profile import Profile
from aoud_cli.predicates import EVENTS
from aoud_cli.scoring.gold import Figure, GoldClaim, Hours, Relation
from aoud_cli.scoring.match import NAMED, Matcher, Names
from aoud_cli.scoring.score import article_of
from aoud_cli.spans.kinds import FIGURES
from aoud_cli.spans.mask import Pronoun, Span

Stage = Literal["passed over", "no evidence", "untagged", "no word", "no construction", "attachment", "screen", "grade", "value", "season"]
# The stages in the order in which a claim goes through them.
STAGES: Final[tuple[Stage, ...]] = (
    "passed over", "no evidence", "untagged", "no word", "no construction", "attachment", "screen", "grade", "value", "season",
)  # fmt: skip


LATE: Final = ("screen", "attachment", "value")  # of several the one that tells most


class Loss(NamedTuple):
    """A core claim of gold that was not found, or found in another season, and the stage at which it was lost.

    `detail` says more: what is untagged, which screen, which event has the date, by which step a wrong season came.
    """

    document: str
    key: str
    stage: Stage
    detail: str


def find_losses(articles: Sequence[Article], profile: Profile, gold: Mapping[str, Sequence[GoldClaim]], names: Names) -> list[Loss]:
    """What was lost of the core claims, in the order of gold. An article without gold, or gold without its article, counts for nothing."""
    matcher = Matcher.of((row for rows in gold.values() for row in rows), names)
    readings, _ = read_all(articles, profile)
    losses: list[Loss] = []
    for document, rows in sorted(gold.items()):
        article = article_of(document, articles)
        if article is not None and article.document in readings:
            part = _Part(article, readings[article.document], matcher)
            losses += [loss for row in rows if row.core for loss in part.losses(row)]
    return losses


def count_losses(losses: Iterable[Loss]) -> list[tuple[Stage, str, Counter[str]]]:
    """Stage and detail, with how often each predicate was lost there: by stage, then the most frequent first."""
    counts: dict[tuple[Stage, str], Counter[str]] = {}
    for loss in losses:
        counts.setdefault((loss.stage, loss.detail), Counter())[loss.key] += 1
    order = sorted(counts, key=lambda place: (STAGES.index(place[0]), -counts[place].total(), place[1]))
    return [(*place, counts[place]) for place in order]


class _Part(NamedTuple):
    """One article with how it was read."""

    article: Article
    reading: Reading
    matcher: Matcher

    def losses(self, row: GoldClaim) -> Iterator[Loss]:
        """The loss of a claim of gold; nothing where it was found in its season."""
        found = [claim for claim in self.reading.claims if self.matcher.states(claim, row)]
        if not found:
            yield Loss(row.document, row.key, *self._stage(row))
        elif not any(self.matcher.is_timely(claim, row) for claim in found):
            yield Loss(row.document, row.key, "season", found[0].season_by or "none")

    def _stage(self, row: GoldClaim) -> tuple[Stage, str]:
        if self.reading.passed is not None:
            return "passed over", self.reading.passed.why
        start = self.article.text.find(row.evidence)
        if start < 0:
            return "no evidence", ""
        near = [line for line in self.reading.seen.lines if self._overlaps(line, start, start + len(row.evidence))]
        return self._late(row, near) or self._early(row, near)

    def _overlaps(self, line: Line, start: int, end: int) -> bool:
        first, last = self.reading.seen.place(line.masked.sentence)
        return first < end and start < last

    def _late(self, row: GoldClaim, near: Sequence[Line]) -> tuple[Stage, str] | None:
        """Where a claim of the predicate was read in these sentences, or nearly: what became of it."""
        told = self._polarities(row.key, near)
        if told:
            return "value", "another" if "positive" in told else "denied"
        places = {(line.place, row.key) for line in near}
        grades = ["weak" if one.rule.weak else "taken back" for one in self.reading.statements if (one.line.place, one.make.key) in places]
        if grades:
            return "grade", min(grades)
        lost = ((one.stage, one.detail) for one in self.reading.lost if (one.place, one.key) in places)
        return min(lost, key=lambda loss: LATE.index(loss[0]), default=None)

    def _polarities(self, key: str, near: Sequence[Line]) -> set[str]:
        """Of the claims of a predicate in these sentences, whether they tell it or deny it."""
        spans = [self.reading.seen.place(line.masked.sentence) for line in near]
        claims = (claim for claim in self.reading.claims if claim.key == key)
        return {claim.polarity for claim in claims if any(first <= claim.source.start < last for first, last in spans)}

    def _early(self, row: GoldClaim, near: Sequence[Line]) -> tuple[Stage, str]:
        """Why no claim of the predicate was read: what it needs is untagged, its words are unknown, or nothing binds them."""
        missing = next((what for what, is_there in self._needs(row, near) if not is_there), "")
        if missing:
            return "untagged", missing
        owner = next((one.owner for line in near for one in attach(line.masked.text) if one.owner != row.key), "")
        if row.key in EVENTS and owner:
            return "attachment", owner
        words = any(_has_word(row.key, line) for line in near)
        return ("no construction", "") if words else ("no word", "")

    def _needs(self, row: GoldClaim, near: Sequence[Line]) -> Iterator[tuple[str, bool]]:
        """Each span that a claim needs, by what it is, and whether it stands in the sentences; of a person first in the article."""
        here = [span for line in near for span in line.masked.spans]
        for role, name in _people(row):
            if not self._is_named(name, here, line_pronouns=True):
                everywhere = [span for line in self.reading.seen.lines for span in line.masked.spans]
                yield f"{role}, named elsewhere" if self._is_named(name, everywhere) else role, False
        kinds = {span.kind for span in here}
        if isinstance(row.value, DateRange):
            yield "date", "d" in kinds
        elif isinstance(row.value, (Hours, Figure, int, float)):
            yield "figure", not kinds.isdisjoint(FIGURES)

    def _is_named(self, name: str, spans: Sequence[Span], *, line_pronouns: bool = False) -> bool:
        people = (who for span in spans for who in _entities(span, line_pronouns))
        return any(self.matcher.names.are_one(name, who) for who in people)


def _people(row: GoldClaim) -> Iterator[tuple[str, str]]:
    """Whom a claim of gold names: the subject, and a value or the other end of a relation that is a name."""
    if row.subject != "show" and not row.subject.startswith("season-"):
        yield "subject", row.subject
    if isinstance(row.value, Relation):
        yield "value", row.value.to
    elif row.key in NAMED and isinstance(row.value, str):
        yield "value", row.value


def _entities(span: Span, pronouns: bool) -> Iterator[str]:
    """The names that a span may stand for."""
    what = span.what
    if isinstance(what, Entity):
        yield what.name
    elif isinstance(what, Pronoun) and pronouns:
        yield from (who.name for who in what if isinstance(who, Entity))
    elif isinstance(what, str):
        yield what


def _has_word(key: str, line: Line) -> bool:
    """Whether a word stands in the sentence that a rule of the predicate, or the construction of its event, looks for."""
    text = line.masked.text
    if key in EVENTS and any(head.kind != "elsewhere" for head in find_heads(text, 0, len(text))):
        return True
    words = {trigger for trigger, _ in triggers_in(text)}
    return any(not words.isdisjoint(rule.on) for rule in load_rules() if any(make.key == key for make in rule.makes))
