"""A claim explained from its trace: what read it, how its words were resolved, and where its certainty, season and day come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from aoud_cli.claims.trace import How, Slot, Trace
from aoud_cli.findings.dates import say_asserted, say_range
from aoud_cli.model import Article, Claim, Finding

SEASON_BY: Final = {
    "clause": "its clause names it",
    "sentence": "its sentence names it",
    "before": "the sentence before it speaks of that season",
    "heading": "the heading or the title above it names that season",
    "debut": "the show's own first premiere is that of its first season",
    "date": "that is the season whose premiere is known for that day",
    "time": "by the day on which the article was written and the premieres that are known",
    "": "the rule is of no one season",
}
READ_HOW: Final[dict[How, str]] = {
    "exact": "as the profile has it",
    "alias": "an alias in the profile",
    "key": "another romanisation of the same name, or its words in another order",
    "given name": "a given name that one person alone has",
    "family name": "a family name, of the one person of that name before it",
    "new": "a name that the profile doesn't list, in the form that all spellings of it share",
    "pronoun": "the only one of that part whom the sentences before it name",
    "left out": "the subject, which is left out: it stands in the line before",
    "own words": "all days that the words admit",
    "article's day": "read from the article's own day",
    "dates around": "read from the dates around it",
    "no day": "it needs the article's own day, which isn't known",
    "two ways": "it can be read in two ways",
    "figure": "the figure and the unit beside it",
    "season": "a word for a season",
    "listed": "a name that the profile lists",
    "looks like a title": "the title of another work",
}


class ClaimExplained(NamedTuple):
    """Why a claim is what it is; `sentence` stands at `start` of its article, `beside` are the claims read from the same sentence."""

    claim: Claim
    sentence: str
    start: int
    trace: Trace
    certainty: str
    season: str
    asserted: str
    beside: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def explain_claim(claim: Claim, trace: Trace, article: Article, claims: Sequence[Claim], findings: Iterable[Finding]) -> ClaimExplained:
    """The explanation of a claim among all claims and findings; `article` is the one that it stands in."""
    start, end = trace.sentence
    beside = [c for c in claims if c.source.document == claim.source.document and start <= c.source.start < end and c.id != claim.id]
    told = [f for f in findings if any(claim.id == c.id for side in f.sides for c in side.claims)]
    return ClaimExplained(
        claim, article.text[start:end], start, trace, _say_certainty(trace), _say_season(trace), _say_day(claim), tuple(beside), tuple(told)
    )


def _say_certainty(trace: Trace) -> str:
    """Which words hedge it, or that none does."""
    said, cue = trace.claim.certainty.value, trace.cue
    if cue is None:
        return f"{said}: nothing in its clause hedges it"
    why = {
        "rule": "the rule's own words are",
        "bare": "the rule asks nothing of the words around it",
        "condition": f"under the condition “{trace.claim.condition}”",
        "disclaimer": f"the next sentence says not to rely on it, “{cue.words}”",
    }
    return f"{said}: {why.get(cue.kind, f'by “{cue.words}”')}"


def _say_season(trace: Trace) -> str:
    claim = trace.claim
    if claim.season is None:
        return "no season: nothing tells which, or it is told of no one season"
    words = f" (“{trace.season_words}”)" if trace.season_words else ""
    return f"season {claim.season}: {SEASON_BY[claim.season_by]}{words}"


def _say_day(claim: Claim) -> str:
    reason = f": {claim.asserted.reason}" if claim.asserted.reason else ""
    first = f"; the words stand in {claim.voice} first" if claim.voice else ""
    return f"{say_asserted(claim.asserted)} ({claim.asserted.basis}){reason}{first}"


def say_read(slot: Slot) -> str:
    """What the words of a slot were read as: a name, a figure, `season 2`, or the days of a date."""
    if slot.when is None:
        return slot.read_as
    return say_range(slot.when)
