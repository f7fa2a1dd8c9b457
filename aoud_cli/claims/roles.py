"""What one article's words owe to the others: who plays and who is played, and what is told elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from aoud_cli.claims.context import View
from aoud_cli.claims.match import Draft
from aoud_cli.model import Entity, Value


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


def confirmed(drafted: Iterable[list[Draft]]) -> list[list[Draft]]:
    """Each article's drafts without those of weak rules that no plain rule confirms anywhere."""
    of_each = list(drafted)
    told = {_fact(draft) for drafts in of_each for draft in drafts if not draft.rule.weak}
    return [[draft for draft in drafts if not draft.rule.weak or _fact(draft) in told] for drafts in of_each]


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
