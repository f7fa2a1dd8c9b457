"""What one article's words owe to the others: who plays and who is played, what is told elsewhere, and when season 1 came out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from aoud_cli.claims.context import View
from aoud_cli.claims.drafts import Draft, season_entity
from aoud_cli.model import DateRange, DateValue, Entity, Value
from aoud_cli.profile import Profile
from aoud_cli.spans.dates import FoundDate

_DATED = ("release.premiere", "production.filming_start", "production.filming_end", "production.location")


def new_names(seen: View) -> set[str]:
    """The ids of the names in an article whose part the profile doesn't know."""
    spans = (span for line in seen.lines for span in line.masked.spans)
    return {span.what.id for span in spans if span.kind == "n" and isinstance(span.what, Entity)}


def learn_roles(drafts: Iterable[Draft]) -> dict[str, str]:
    """New names with one role: who plays, and who is played, by rules that leave no doubt."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.make.key == "cast.plays" and not draft.ambiguous:
            roles[draft.subject.id].add("performer")
            roles[getattr(draft.value, "id", "")].add("character")
        elif draft.make.key == "cast.status" and draft.subject.kind == "person":
            roles[draft.subject.id].add("performer")
    return {ident: next(iter(of_one)) for ident, of_one in roles.items() if len(of_one) == 1}


def confirmed(drafted: Iterable[list[Draft]], profile: Profile) -> list[list[Draft]]:
    """Each article's drafts without those of weak rules that no plain rule confirms anywhere, each in the season of its days."""
    of_each = list(drafted)
    told = {_fact(draft) for drafts in of_each for draft in drafts if not draft.rule.weak}
    first = _first_premiere(draft for drafts in of_each for draft in drafts)
    return [[_in_time(draft, first, profile) for draft in drafts if not draft.rule.weak or _fact(draft) in told] for drafts in of_each]


def _first_premiere(drafts: Iterable[Draft]) -> date | None:
    """The first day on which season 1 can have been out, by the corpus; None where nobody tells."""
    days = [
        draft.value.when.earliest
        for draft in drafts
        if draft.make.key == "release.premiere" and draft.season == 1 and isinstance(draft.value, DateValue) and draft.value.when.earliest
    ]
    return min(days, default=None)


def _in_time(draft: Draft, first: date | None, profile: Profile) -> Draft:
    """The draft in the season of its days, where no words name one."""
    if first is None or draft.line.masked.seasons or draft.make.key not in _DATED:
        return draft
    season = _season_of_days(draft, first, profile)
    return draft if season in (None, draft.season) else replace(draft, subject=season_entity(season), season=season)


def _season_of_days(draft: Draft, first: date, profile: Profile) -> int | None:
    """What came out by the first premiere or was filmed before it is season 1; what was filmed behind it is not."""
    when = _when(draft)
    if draft.make.key == "release.premiere":
        is_first = draft.season == profile.upcoming and when.latest is not None and when.latest <= first
        return 1 if is_first else draft.season
    if when.latest is not None and when.latest < first:
        return 1
    if when.earliest is not None and when.earliest > first and draft.season == 1:
        return profile.upcoming
    return draft.season


def _when(draft: Draft) -> DateRange:
    """The days of a draft; of a place those that stand by it."""
    if isinstance(draft.value, DateValue):
        return draft.value.when
    spans = (span.what for span in draft.line.masked.spans if draft.make.key == "production.location")
    return next((what.when for what in spans if isinstance(what, FoundDate)), DateRange(None, None))


def _fact(draft: Draft) -> tuple[str, str, object]:
    """What a draft states, whatever season and words: a weak rule's draft counts where a plain one states the same."""
    about_somebody = draft.subject.kind in ("person", "character")
    return draft.make.key, draft.subject.id if about_somebody else "", content_key(draft.value)


def content_key(value: Value) -> object:
    """What a value says, whatever words it was read from."""
    return (
        getattr(value, "id", None)
        or getattr(value, "term", None)
        or getattr(value, "when", None)
        or getattr(value, "number", None)
        or value.text
    )
