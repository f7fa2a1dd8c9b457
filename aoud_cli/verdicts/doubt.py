"""When a contradiction is doubted: where one of two readings may be of another season, another performer's turn, or another's share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import Final, TypeAlias

from aoud_cli.english import pattern
from aoud_cli.findings.build import value_key
from aoud_cli.findings.facts import AUTHOR, Fact
from aoud_cli.findings.groups import Group
from aoud_cli.findings.moments import has_happened
from aoud_cli.findings.rivals import Weigh
from aoud_cli.findings.voices import independent
from aoud_cli.model import Article, Certainty, Claim, DateValue, Verdict

# What an article tells of several seasons in one breath, so that a reading may be another season's.
DOUBTFUL = ("episodes.count", "release.premiere", "release.finale", "production.filming_start", "production.filming_end")
VAGUE = ("before", "time")  # what gave a claim its season, where no words of its own sentence do
SURE = ("clause", "sentence", "debut")  # its own words tell the season
# On how many sides of a contradiction the claim's own clause (of two), or its sentence (of one), must name the season: the counts,
# audiences and fates of other seasons, other shows and other days of the story stand close by.
NAMED_ON: Final = {"episodes.count": 2, "viewership.viewers": 1, "viewership.views": 1, "character.fate": 1}
Told: TypeAlias = Mapping[int, Sequence[Claim]]  # the claims that contradict, by the place of their value


def claims_at(groups: Sequence[Group], named: Mapping[int, Collection[str]]) -> dict[int, list[Claim]]:
    """The claims of the ids `named`, by the place of their value among the groups."""
    return {place: [claim for claim in groups[place].claims if claim.id in ids] for place, ids in named.items()}


def weigh_parts(told: Told, *, recast: bool, known: Set[str] = frozenset()) -> Weigh:
    """What two performers of a part are to each other, by their places.

    Who is only said to play it may not have got it; whom one article alone names, and the profile doesn't, may have had it on a stage or
    as a child; of a part that was `recast`, or of which they are told for other seasons, one came after the other; and of whom no season is
    told may have had it before.
    """
    hedged = {place for place, claims in told.items() if are_hedged(claims)}
    strangers = _strangers(told, known)
    seasons = {place: {claim.season for claim in claims} for place, claims in told.items()}

    def weigh(one: int, other: int) -> Verdict:
        if hedged & {one, other}:
            return Verdict.DIFFERS
        if recast:
            return Verdict.CHANGED
        if seasons[one] & seasons[other] - {None}:
            return Verdict.CONTRADICTS
        if strangers & {one, other}:
            return Verdict.DIFFERS
        if None not in seasons[one] | seasons[other]:
            return Verdict.CHANGED
        both = None in seasons[one] & seasons[other]
        alike = not _are_years_apart(told[one], told[other]) if both else _are_of_one_time(told[one], told[other])
        return Verdict.CONTRADICTS if alike else Verdict.DIFFERS

    return weigh


def _strangers(told: Told, known: Set[str]) -> set[int]:
    """The places of performers whom one article alone names, and the profile doesn't, where another stands beside them who is no such."""
    found = {place for place, claims in told.items() if independent(claims) == 1 and all(claim.subject.id not in known for claim in claims)}
    return found if known and found != told.keys() else set()


LONG = timedelta(days=550)  # in which a part may have passed to another performer without a word of it


def _are_years_apart(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether all that is told on one side was written long before or after all that is told on the other."""
    early, late = sorted((_written(one), _written(other)))
    return bool(early and late) and late[0] - early[-1] > LONG


SHORT = timedelta(days=180)  # between two articles that speak of one season's cast


def _are_of_one_time(one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Whether any two that tell of either side were written within half a year."""
    ours, theirs = _written(one), _written(other)
    return any(abs(day - another) <= SHORT for day in ours for another in theirs)


def _written(claims: Sequence[Claim]) -> list[date]:
    """The days on which claims were written, as far as they are known, in their order."""
    return sorted(day for claim in claims for day in (claim.asserted.earliest, claim.asserted.latest) if day is not None)


def weigh_values(key: str, season: int | None, told: Told) -> Weigh | None:
    """Whether a contradiction of two values is doubted, by their places; None where none is.

    A value whose season only the article's day gave may be an earlier season's; one whose season no words of its clause name, against one
    whose clause does or against what several articles tell, may be another season's; counts, audiences and fates are believed where enough
    of the two name it (`NAMED_ON`); and who drew the source need not have written it.
    """
    weak = {place for place, claims in told.items() if _is_of_guessed_season(season, claims) or all(map(_is_drawn, claims))}
    several = {place for place, claims in told.items() if key in DOUBTFUL and independent(claims) > 1}
    alone = {place for place in told.keys() - several if all(claim.season_by not in SURE for claim in told[place])}
    steps = () if key not in DOUBTFUL else ("time",) if key.startswith("production.filming") else VAGUE
    vague = {place for place, claims in told.items() if all(claim.season_by in steps for claim in claims)}
    named = {place for place, claims in told.items() if any(claim.season_by == "clause" for claim in claims)}
    sure = {place for place, claims in told.items() if any(claim.season_by in SURE for claim in claims)}
    wanted = NAMED_ON.get(key, 0) if season is not None else 0
    if not weak and not (alone and several) and not (vague and named) and not wanted:
        return None

    def weigh(one: int, other: int) -> Verdict:
        pairs = ((one, other), (other, one))
        doubted = any((a in alone and b in several) or (a in vague and b in named) for a, b in pairs)
        doubted |= (wanted == 2 and not {one, other} <= named) or (wanted == 1 and not {one, other} & sure)
        return Verdict.DIFFERS if doubted or weak & {one, other} else Verdict.CONTRADICTS

    return weigh


def is_doubted(claim: Claim, against: Sequence[Claim]) -> bool:
    """Whether it is doubted of every value which excludes a claim's that the two contradict each other."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for other in against:
        told[value_key(other.value)].append(other)
    weighed = (weigh_values(claim.key, claim.season, {0: [claim], 1: others}) for others in told.values())
    return all(weigh is not None and weigh(0, 1) is not Verdict.CONTRADICTS for weigh in weighed)


_DRAWN_RE: Final = pattern(r"(?i)\b{drawing}\b")


def _is_drawn(claim: Claim) -> bool:
    """`X, who drew the comic`"""
    return claim.key == AUTHOR and _DRAWN_RE.search(claim.source.quote) is not None


def _is_of_guessed_season(season: int | None, claims: Collection[Claim]) -> bool:
    """`The first episode drew 9.1 million`, in a history of the show that was written after its third season."""
    return season is not None and season > 1 and all(claim.season_by == "time" for claim in claims)


_ANCHORED_RE: Final = pattern(r"(?i)\b{anchored}\b")


def is_of_open_year(claim: Claim) -> bool:
    """Whether a date is told as past without its year, and so may be of an earlier one: `series two wrapped in July`."""
    return isinstance(claim.value, DateValue) and has_happened(claim) and _ANCHORED_RE.search(claim.value.text) is None


def is_of_vague_season(claim: Claim) -> bool:
    """Whether neither a claim's sentence nor a heading over it names its season."""
    return claim.season_by in VAGUE


REACH: Final = 160  # code points on either side of the words in which the change may be told
CHANGE_RE: Final = pattern(r"(?i)\b{recast}")


def tells_of_a_change(claim: Claim, articles: Iterable[Article]) -> bool:
    """Whether the words around a claim tell that a part passed from one performer to another: `X, who replaced Y as Z`. The sentence
    that does names one of the two whom the claim is about: not "The streamer has replaced its boss"."""
    text = next((article.text for article in articles if article.document == claim.source.document), None)
    names = {name.rpartition(" ")[2] for name in (claim.subject.name, getattr(claim.value, "name", "")) if name}
    names |= {" role", " part", "She ", "He ", "They "}
    return any(any(name in _sentence(change) for name in names) for change in _changes(claim, text))


def _changes(claim: Claim, text: str | None) -> Iterator[re.Match[str]]:
    """The words around a claim, or in its quote where its article isn't at hand, that tell of a recast."""
    source = claim.source
    return CHANGE_RE.finditer(source.quote) if text is None else CHANGE_RE.finditer(text, max(0, source.start - REACH), source.end + REACH)


def _sentence(change: re.Match[str]) -> str:
    """The words around a match that no full stop cuts off."""
    text = change.string
    start = max(text.rfind(stop, 0, change.start()) for stop in (". ", "\n"))
    return text[start + 1 : min(end for end in (*(text.find(stop, change.end()) for stop in (". ", "\n")), len(text)) if end >= 0)]


def is_recast(part: Fact, texts: Mapping[str, str]) -> bool:
    """Whether any article that tells who plays a part tells that it passed from one performer to another."""
    claims = (telling.claim for telling in part.tellings)
    return any(any(_changes(claim, texts.get(claim.source.document))) for claim in claims)


def are_hedged(claims: Sequence[Claim]) -> bool:
    """Whether none of the claims is told for certain."""
    return all(claim.certainty is not Certainty.CERTAIN for claim in claims)
