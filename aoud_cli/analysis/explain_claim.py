"""A claim explained: its sentence, the rule that made it, how its words were read, and where its certainty, season and day come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aoud_cli.analysis.readings import Reading, readings
from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line, View, view
from aoud_cli.claims.match import EVENTS
from aoud_cli.claims.rules import Rule, load_rules
from aoud_cli.findings.words import say_asserted
from aoud_cli.model import Article, Certainty, Claim, Finding
from aoud_cli.names.profile import Profile
from aoud_cli.spans.tag import Tagger

CUE_WORDS = 3  # a cue has three words at most


class ClaimExplained(NamedTuple):
    """Why a claim is what it is; `sentence` stands at `start` of its article, `beside` are the ids read from the same sentence."""

    claim: Claim
    sentence: str
    start: int
    rule: Rule | None
    readings: tuple[Reading, ...]
    certainty: str
    season: str
    asserted: str
    beside: tuple[Claim, ...]
    findings: tuple[Finding, ...]


def look_at(article: Article, profile: Profile) -> View:
    """The article as the rules saw it, for `explain_claim`; it serves all claims of the article."""
    return view(article, Tagger(profile, {}))


def explain_claim(claim: Claim, seen: View, claims: Sequence[Claim], findings: Iterable[Finding], profile: Profile) -> ClaimExplained:
    """The explanation of a claim of the article that `seen` shows, among all claims and findings."""
    line = next((line for line in seen.lines if _holds(seen, line, claim)), None)
    start, end = (claim.source.start, claim.source.end) if line is None else seen.place(line.masked.sentence)
    rule = next((rule for rule in (*load_rules(), *EVENTS.values()) if rule.id == claim.rule), None)
    beside = [c for c in claims if c.source.document == claim.source.document and start <= c.source.start < end and c.id != claim.id]
    told = [f for f in findings if any(claim.id == c.id for side in f.sides for c in side.claims)]
    return ClaimExplained(
        claim,
        seen.article.text[start:end],
        start,
        rule,
        tuple(readings(claim, seen, line, profile)) if line is not None else (),
        _why_certain(claim, rule, seen, line),
        _why_season(claim, line),
        _why_asserted(claim),
        tuple(beside),
        tuple(told),
    )


def _holds(seen: View, line: Line, claim: Claim) -> bool:
    start, end = seen.place(line.masked.sentence)
    return start <= claim.source.start < end


def _why_certain(claim: Claim, rule: Rule | None, seen: View, line: Line | None) -> str:
    """Which words hedge it, or that none does."""
    said = claim.certainty.value
    if rule is not None and rule.certainty is not None:
        return f"{said}: the rule's own words are"
    if claim.condition is not None:
        return f"{said}: under the condition “{claim.condition}”"
    words = _hedges(_clause(claim, seen, line)) if line is not None else ()
    if claim.certainty is Certainty.CERTAIN:
        return f"{said}: nothing in its clause hedges it"
    return f"{said}: by {', '.join(f'“{word}”' for word in words)}" if words else f"{said}: by the words around it"


def _clause(claim: Claim, seen: View, line: Line) -> str:
    """The clause of the claim's words in the plain sentence."""
    first, _ = seen.place(line.masked.sentence)
    plain = line.masked.sentence.lower
    start = min(max(claim.source.start - first, 0), len(plain))
    end = min(max(claim.source.end - first, start), len(plain))
    left, right = cues.clause(plain, start, end)
    return plain[left:right]


def _hedges(clause: str) -> tuple[str, ...]:
    """The shortest runs of words that alone make a clause less than certain."""
    words = clause.split()
    found: list[str] = []
    for size in range(1, CUE_WORDS + 1):
        for place in range(len(words) - size + 1):
            run = " ".join(words[place : place + size]).strip(",.;:()\"'")
            if cues.hedged(run) is not Certainty.CERTAIN and not any(short in run for short in found):
                found.append(run)
    return tuple(found)


SEASON_BY = {
    "clause": "its clause names it",
    "sentence": "its sentence names it",
    "before": "the sentence before it speaks of that season",
    "heading": "the heading or the title above it names that season",
    "debut": "the show's own first premiere is that of its first season",
    "date": "that is the season whose premiere is known for that day",
    "time": "by the day on which the article was written and the premieres that are known",
    "": "by the words around it",
}


def _why_season(claim: Claim, line: Line | None) -> str:
    if claim.season is None:
        return "no season: nothing tells which, or it is told of no one season"
    named = [span for span in (line.masked.seasons if line is not None else ()) if span.what == claim.season]
    if claim.season_by in ("clause", "sentence") and named and line is not None:
        span = named[0]
        return f"season {claim.season}: its sentence says “{line.masked.sentence.text[span.start : span.end]}”"
    return f"season {claim.season}: {SEASON_BY[claim.season_by]}"


def _why_asserted(claim: Claim) -> str:
    reason = f": {claim.asserted.reason}" if claim.asserted.reason else ""
    first = f"; the words stand in {claim.voice} first" if claim.voice else ""
    return f"{say_asserted(claim.asserted)} ({claim.asserted.basis}){reason}{first}"
