"""Explanations: how a claim was read, and what was weighed for a finding."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from aoud_cli.analysis.explain_finding import FindingExplained, explain_finding
from aoud_cli.claims.trace import How, Slot, Trace
from aoud_cli.findings.build import value_key
from aoud_cli.findings.dates import say_asserted, say_range
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Article, Claim, Finding, told_plainly
from aoud_cli.verdicts.agree import find_single

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis


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
    "misspelt": "a name of the profile with one slip of the pen",
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
    """Why a claim is what it is; `sentence` stands at `start` of its article, `beside` are the claims read from the same sentence,
    `plainly` those that tell what its own words only hint at."""

    claim: Claim
    sentence: str
    start: int
    trace: Trace
    certainty: str
    season: str
    asserted: str
    beside: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    plainly: tuple[Claim, ...] = ()


def explain_claim(claim: Claim, trace: Trace, article: Article, claims: Sequence[Claim], findings: Iterable[Finding]) -> ClaimExplained:
    """The explanation of a claim among all claims and findings; `article` is the one that it stands in."""
    start, end = trace.sentence
    beside = [c for c in claims if c.source.document == claim.source.document and start <= c.source.start < end and c.id != claim.id]
    told = [f for f in findings if any(claim.id == c.id for side in f.sides for c in side.claims)]
    return ClaimExplained(
        claim, article.text[start:end], start, trace, _say_certainty(trace), _say_season(trace), _say_day(claim),
        tuple(beside), tuple(told), _told_plainly(claim, claims),
    )  # fmt: skip


def _told_plainly(claim: Claim, claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims that tell plainly what a claim's words only hint at, in the order of the articles."""
    if not claim.is_hinted:
        return ()
    wanted = (claim.key, value_key(claim.value))
    return tuple(other for other in told_plainly(claims) if (other.key, value_key(other.value)) == wanted)


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


Explained = ClaimExplained | FindingExplained
SHOWN = 6  # ids in a message


def explain(analysis: Analysis, ids: Sequence[str]) -> list[Explained]:
    """The explanations of these claims and findings, also of what one article alone says. Raises AoudError for an unknown id.

    The articles are read again for the traces of claims: what is kept of an earlier reading has none.
    """
    findings = [*analysis.findings, *find_single(analysis.claims, analysis.findings)]
    asked = [look_up(given, analysis.claims, findings) for given in ids]
    articles = {article.document: article for article in analysis.corpus.articles}
    traces = {}
    if any(isinstance(item, Claim) for item in asked):
        from aoud_cli.claims.extract import trace_all

        traces = trace_all(analysis.corpus.articles, analysis.profile)
    return [
        explain_finding(item)
        if isinstance(item, Finding)
        else explain_claim(item, traces[item.id], articles[item.source.document], analysis.claims, analysis.findings)
        for item in asked
    ]


def look_up(given: str, claims: Sequence[Claim], findings: Sequence[Finding]) -> Claim | Finding:
    """The claim or finding of this id; upper case and a beginning that is unique will do. Raises AoudError."""
    wanted = given.strip().lower()
    told: list[Claim | Finding] = [*claims, *findings]
    exact = [item for item in told if item.id == wanted]
    found = exact or [item for item in told if wanted and item.id.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    named = visible(given[:40])
    if not found:
        raise AoudError(
            f"no claim and no finding has the id '{named}'; `aoud claims --json` and `aoud conflicts --all --json` print the ids"
        )
    listed = ", ".join(f"{item.id} ({'claim' if isinstance(item, Claim) else 'finding'})" for item in found[:SHOWN])
    more = f" and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
    raise AoudError(f"'{named}' begins {listed}{more}; write more of the id")
