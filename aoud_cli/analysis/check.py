"""How a corpus stands to each claim of a draft: supported, contradicted, outdated, disputed, differing, newer, or new."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import permutations
from typing import Final

from aoud_cli.analysis.evidence import MOVES, ByKey, Met, by_key, expired_by, find_break, find_overtakers, meet
from aoud_cli.analysis.news import is_news, newest_day
from aoud_cli.analysis.outcomes import FAULTS, Outcome
from aoud_cli.english import pattern
from aoud_cli.findings.build import make_told_side, sort_sides, value_key
from aoud_cli.findings.compare import term_of
from aoud_cli.findings.dates import say_asserted
from aoud_cli.findings.facts import PLAYS, STATUS
from aoud_cli.findings.moments import asserted_key, is_before
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_documents, say_some, say_told, say_value
from aoud_cli.model import Acceptance, Article, Certainty, Claim, Finding, QuantityValue, RelationValue, Severity, Side, Verdict
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.doubt import is_doubted, tells_of_a_change

DISPUTES: Final = frozenset({Verdict.CONTRADICTS, Verdict.DIFFERS, Verdict.ORDER})
LASTING: Final = frozenset({"many", "fixed"})  # kinds of fact of which nothing that is told otherwise is merely of another time
FINAL: Final = "renewal.final"
FATE: Final = "character.fate"
OCCUPATION: Final = "character.occupation"  # it may change, and nobody says when it did
SAID: Final = 3  # values of the corpus that a reason lists


@dataclass(frozen=True)
class Checked:
    """One claim of a draft, and how the corpus stands to it.

    `support` holds what says the same, of an outdated claim what once did; `against` what excludes or replaced it, of a new one what
    may exclude it or says it less exactly; `now` the corpus's standing values, the best first; `verdict` is the comparison's own word,
    None where nothing meets the claim; `accepted` why somebody lets it stand.
    """

    claim: Claim
    outcome: Outcome
    severity: Severity
    verdict: Verdict | None
    reason: str
    support: tuple[Side, ...]
    against: tuple[Side, ...]
    now: tuple[Side, ...]
    accepted: Acceptance | None = None

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that say the same, each once, sorted."""
        return tuple(sorted({document for side in self.support for document in side.documents}))

    @property
    def independent(self) -> int:
        """How many of them speak for themselves."""
        return independent(claim for side in self.support for claim in side.claims)


@dataclass(frozen=True)
class _Corpus:
    """The claims of a corpus by predicate, with what its findings say of them."""

    claims: ByKey
    order: Sequence[str]
    stale: Collection[str]
    disputed: dict[str, list[Claim]]
    drafts: Sequence[Article]
    newest: date | None = None  # the day of the newest article
    recast: Mapping[str, Sequence[Claim]] = field(default_factory=dict)  # claim id -> those that tell who took the part over


def check_claims(
    draft: Sequence[Claim],
    claims: Sequence[Claim],
    findings: Sequence[Finding],
    order: Sequence[str] = (),
    articles: Sequence[Article] = (),
) -> list[Checked]:
    """Each claim of a draft against the claims of a corpus (without the draft) and the findings over them, in the text's order.

    `order` lists the predicates of a season's events as they must come; `articles` are those of the draft, where its words matter.
    """
    expired = expired_by(findings)
    corpus = _Corpus(by_key(claims), order, expired.keys(), _disputed(findings), articles, newest_day(claims), _recast(findings))
    met = meet(draft, corpus.claims, expired)
    checked = [_check(claim, met[claim.id], corpus) for claim in draft]
    return sorted(checked, key=lambda item: asserted_key(item.claim)[2:])


def _disputed(findings: Iterable[Finding]) -> dict[str, list[Claim]]:
    """Claim id -> the claims that the corpus itself holds against it."""
    found: dict[str, list[Claim]] = {}
    for finding in (finding for finding in findings if finding.verdict in DISPUTES):
        for side, other in permutations(finding.sides, 2):
            for claim in side.claims:
                found.setdefault(claim.id, []).extend(other.claims)
    return found


def _recast(findings: Iterable[Finding]) -> dict[str, list[Claim]]:
    """Claim id of a part's former performer -> the claims that tell of the one who came after."""
    found: dict[str, list[Claim]] = {}
    for finding in (finding for finding in findings if finding.verdict is Verdict.CHANGED):
        *former, last = finding.sides
        for claim in (claim for side in former for claim in side.claims if claim.key == PLAYS):
            found.setdefault(claim.id, []).extend(last.claims)
    return found


_PLAYED_RE: Final = pattern(r"\b{told_past}\b")


def _check(claim: Claim, met: Met, corpus: _Corpus) -> Checked:
    """The outcome, the first that holds: what several say and others deny is disputed, whatever else is true of it."""
    if met.support and not _is_only_guessed(met):
        return _check_told(claim, met, corpus)
    if met.old or met.replacing:
        return _checked(claim, Outcome.OUTDATED, Verdict.CHANGED, met, met.old, met.replacing)
    return _find_fault(claim, met, corpus) or _make_new(claim, met, corpus)


def _is_only_guessed(met: Met) -> bool:
    """Whether only guesses bear a claim out while the corpus says as certain what excludes it ("could run to ten", "has eight")."""
    guessed = all(told.certainty is Certainty.POSSIBLE for told in met.support)
    return guessed and any(told.certainty is Certainty.CERTAIN for told in met.against)


def _find_fault(claim: Claim, met: Met, corpus: _Corpus) -> Checked | None:
    """What is wrong with a claim that nobody has made: a hedged one is rather too late than wrong."""
    later = find_overtakers(claim, corpus.claims)
    if later and claim.certainty is not Certainty.CERTAIN:
        return _checked(claim, Outcome.OUTDATED, Verdict.EXPIRED, met, (), later)
    broken = find_break(claim, corpus.claims, corpus.order, corpus.stale, corpus.drafts)
    if broken is not None:
        others = [told for side in broken.sides for told in side.claims if told.id != claim.id]
        return _checked(claim, Outcome.CONTRADICTED, broken.verdict, met, (), [*met.against, *others], broken.reason)
    if is_news(claim, met.standing, corpus.newest):
        return _checked(claim, Outcome.NEWER, Verdict.CHANGED, met, (), met.standing)
    if met.against:
        doubted = is_doubted(claim, met.against) or (claim.key == PLAYS and tells_of_a_change(claim, corpus.drafts))
        outcome, verdict = (Outcome.DIFFERS, Verdict.DIFFERS) if doubted else (Outcome.CONTRADICTED, Verdict.CONTRADICTS)
        return _checked(claim, outcome, verdict, met, (), met.against)
    if later:
        return _checked(claim, Outcome.OUTDATED, Verdict.EXPIRED, met, (), later)
    return None


def _make_new(claim: Claim, met: Met, corpus: _Corpus) -> Checked:
    """What nobody says so: the corpus says something else that may be true as well, or the same less exactly, or nothing."""
    if met.wider:
        return _checked(claim, Outcome.NEW, Verdict.REFINES, met, (), met.wider)
    same = [told for told in met.standing if _is_of_the_same(told, claim)]
    others = met.unsure or same or _other_finals(claim, corpus) or _other_fates(claim, corpus)
    if others:
        return _checked(claim, Outcome.DIFFERS, Verdict.DIFFERS, met, (), others)
    return _checked(claim, Outcome.NEW, None, met, (), ())


def _other_finals(claim: Claim, corpus: _Corpus) -> list[Claim]:
    """Of a season that is said to be the last, who says so of another: a show has one, but may be given one more."""
    if claim.key != FINAL or claim.season is None or claim.polarity != "positive":
        return []
    told = (one for one in corpus.claims.get(FINAL, ()) if one.polarity == "positive" and one.certainty is Certainty.CERTAIN)
    return [one for one in told if one.season not in (None, claim.season)]


def _other_fates(claim: Claim, corpus: _Corpus) -> list[Claim]:
    """Of somebody who lives, or dies, in a season, who says that they were dead before it, or live after it."""
    opposite = _OPPOSITE.get(term_of(claim) or "") if claim.key == FATE and claim.polarity == "positive" else None
    season = claim.season
    if opposite is None or season is None:
        return []
    told = (one for one in corpus.claims.get(FATE, ()) if one.subject.id == claim.subject.id and one.polarity == "positive")
    certain = (one for one in told if term_of(one) == opposite and one.certainty is Certainty.CERTAIN)
    return [one for one in certain if one.season is not None and (one.season <= season) == (opposite == "dead")]


_OPPOSITE: Final = {"dead": "alive", "alive": "dead"}


def _is_of_the_same(told: Claim, claim: Claim) -> bool:
    """Whether a claim that excludes nothing tells of the same as the draft's; of kin, only between the same two."""
    if told.key != claim.key or told.polarity != claim.polarity or told.certainty is Certainty.POSSIBLE:
        return False
    if isinstance(told.value, RelationValue) and isinstance(claim.value, RelationValue):
        return {told.value.to.id, told.subject.id} == {claim.value.to.id, claim.subject.id}
    if isinstance(told.value, QuantityValue) and isinstance(claim.value, QuantityValue) and FACTS.get(claim.key) == "total":
        return _differ_in_the_same_days(told.value, claim.value)
    return FACTS.get(claim.key) in LASTING or claim.key == OCCUPATION


def _differ_in_the_same_days(told: QuantityValue, claim: QuantityValue) -> bool:
    """Whether two totals differ that may be of the same: within the same days, or within days that one of them does not tell."""
    if told.per != claim.per and None not in (told.per, claim.per):
        return False
    windows = {told.window_days, claim.window_days}
    return claim.number != told.number and (len(windows) == 1 or None in windows)


def _check_told(claim: Claim, met: Met, corpus: _Corpus) -> Checked:
    """Of a claim that the corpus repeats: whether the corpus itself disagrees on it, and not within what the draft says ("in October")."""
    standing = {other.id for other in met.standing} - {told.id for told in met.support}
    against = [other for told in met.support for other in corpus.disputed.get(told.id, ())]
    against = [other for other in against if other.id in standing or other.key != claim.key]
    later = [other for told in met.support for other in corpus.recast.get(told.id, ())]
    if later and all(told.id in corpus.recast for told in met.support) and _PLAYED_RE.search(claim.source.quote.lower()) is None:
        return _checked(claim, Outcome.OUTDATED, Verdict.CHANGED, met, met.support, later)
    if against:
        return _checked(claim, Outcome.DISPUTED, Verdict.DIFFERS, met, met.support, against)
    return _checked(claim, Outcome.SUPPORTED, Verdict.AGREES, met, met.support, ())


def _checked(
    claim: Claim, outcome: Outcome, verdict: Verdict | None, met: Met, support: Iterable[Claim], against: Iterable[Claim], reason: str = ""
) -> Checked:
    alike, now = _sides(support), _now(claim, met.standing)
    other = tuple(sorted(_sides(against), key=lambda side: side.first.key != claim.key))
    said = reason or _reason(claim, outcome, verdict, alike, other, now)
    return Checked(claim, outcome, _severity(claim, outcome, alike, other), verdict, said, alike, other, now)


def _now(claim: Claim, standing: Iterable[Claim]) -> tuple[Side, ...]:
    """The corpus's standing values, the surest first; of a state or plan then the last told, of all else the most repeated."""
    moves = FACTS.get(claim.key) in MOVES

    def rank(side: Side) -> tuple[int, int, int]:
        last = max((told.asserted.latest or told.asserted.earliest or date.min).toordinal() for told in side.claims)
        voices, surest = independent(side.claims), max(told.certainty.rank for told in side.claims)
        return (-surest, -last, -voices) if moves else (-surest, -voices, -last)

    return tuple(sorted(_sides(standing), key=rank))


def _sides(claims: Iterable[Claim]) -> tuple[Side, ...]:
    """A side for each thing told, the earliest asserted first; a character's status is its performer's."""
    groups: dict[tuple[str, ...], dict[str, Claim]] = {}
    for claim in claims:
        subject = "" if claim.key == STATUS else claim.subject.id
        groups.setdefault((claim.key, subject, claim.polarity, value_key(claim.value)), {})[claim.id] = claim
    return sort_sides(make_told_side(group.values()) for group in groups.values())


def _severity(claim: Claim, outcome: Outcome, alike: Sequence[Side], other: Sequence[Side]) -> Severity:
    """Of a fault an error where both are certain and the draft is no younger text on something that moves; a warning where it isn't
    clear who is right, or where the draft is surer than the corpus."""
    if outcome in FAULTS:
        return _severity_of_fault(claim, [one for side in other for one in side.claims])
    if outcome is Outcome.SUPPORTED:
        return Severity.WARNING if _is_overdone(claim, alike) else Severity.NOTE
    excluded = outcome is Outcome.DIFFERS and (FACTS.get(claim.key) != "many")
    return Severity.WARNING if outcome is Outcome.DISPUTED or excluded else Severity.NOTE


def _severity_of_fault(claim: Claim, told: Sequence[Claim]) -> Severity:
    sure = claim.certainty is Certainty.CERTAIN and any(one.certainty is Certainty.CERTAIN for one in told)
    younger = FACTS.get(claim.key) in MOVES and all(is_before(one.asserted, claim.asserted) for one in told)
    return Severity.ERROR if sure and not younger else Severity.WARNING


def _is_overdone(claim: Claim, alike: Sequence[Side]) -> bool:
    """Whether the draft tells as certain what nobody in the corpus does."""
    return claim.certainty is Certainty.CERTAIN and all(told.certainty is not Certainty.CERTAIN for side in alike for told in side.claims)


# Reasons ---------------------------------------------------------------------------------------------------------------


def _reason(
    claim: Claim, outcome: Outcome, verdict: Verdict | None, alike: Sequence[Side], other: Sequence[Side], now: Sequence[Side]
) -> str:
    against = _list(other, claim)
    if outcome is Outcome.SUPPORTED:
        return _say_support(claim, alike)
    if outcome is Outcome.DISPUTED:
        return f"the corpus itself disagrees: {_list(alike, claim)} against {against}"
    if outcome is Outcome.OUTDATED:
        lead = f"once {_list(alike, claim)}, since then" if alike else "later"
        return f"{'its last day had passed when the corpus said' if verdict is Verdict.EXPIRED and not alike else lead} {against}"
    told = against or _list(now, claim)
    if not told:
        return "nobody says anything of it"
    lead = "nobody is so exact; " if verdict is Verdict.REFINES else _LEADS.get(outcome, "")
    return f"{lead}the corpus {'could only say' if outcome is Outcome.NEWER else 'says'} {told}"


_LEADS: Final = {Outcome.NEW: "nobody says so; ", Outcome.DIFFERS: "nobody says so; ", Outcome.NEWER: "news: "}


def _say_support(claim: Claim, alike: Sequence[Side]) -> str:
    """`3 independent sources: wire, blog, daily`, with their own words for it where these aren't the draft's."""
    told = [one for side in alike for one in side.claims]
    number = independent(told)
    sources = "1 source" if number == 1 else f"{number} independent sources"
    said = {say_value(one.value) for one in told if one.subject.id == claim.subject.id}
    names = _list(alike, claim) if said - {say_value(claim.value)} else say_documents(Side(tuple(told)))
    surest = max((one.certainty for one in told), key=lambda certainty: certainty.rank)
    return f"{sources}: {names}" + (f", only as {surest.value}" if _is_overdone(claim, alike) else "")


def _list(sides: Sequence[Side], claim: Claim) -> str:
    return say_some([_say(side, claim) for side in sides], SAID)


def _say(side: Side, claim: Claim) -> str:
    """`2025 (probable; wire, blog; last on 2025-07-23)`; of a part's performers the performer, of another fact which one."""
    first, last = side.first, side.claims[-1]
    surest = max((told.certainty for told in side.claims), key=lambda certainty: certainty.rank)
    hedge = [] if surest is Certainty.CERTAIN else [surest.value]
    moves = FACTS.get(first.key) in MOVES
    is_dated = last.asserted.earliest is not None or last.asserted.latest is not None
    when = [f"last {say_asserted(last.asserted)}"] if moves and is_dated else []
    about = "" if first.key == claim.key else f"{first.predicate.replace('_', ' ')} "
    is_part = first.key == PLAYS and first.subject.id != claim.subject.id
    told = first.subject.name if is_part else say_told(first)
    return f"{about}{told} ({'; '.join([*hedge, say_documents(side), *when])})"
