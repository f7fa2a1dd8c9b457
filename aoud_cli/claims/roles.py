"""What one article's words owe to the others: who plays and who is played, and what is told elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from aoud_cli.claims.context import View
from aoud_cli.claims.match import Statement
from aoud_cli.model import Entity, Value


def new_names(seen: View) -> set[str]:
    """The ids of the names in an article whose part the profile doesn't know."""
    spans = (span for line in seen.lines for span in line.masked.spans)
    return {span.what.id for span in spans if span.kind == "n" and isinstance(span.what, Entity)}


def learn_roles(statements: Iterable[Statement]) -> dict[str, str]:
    """New names with one role: who plays, and who is played, by rules that leave no doubt."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if statement.make.key == "cast.plays" and not statement.ambiguous:
            roles[statement.subject.id].add("performer")
            roles[getattr(statement.value, "id", "")].add("character")
        elif statement.make.key == "cast.status" and statement.subject.kind == "person":
            roles[statement.subject.id].add("performer")
    return {ident: next(iter(of_one)) for ident, of_one in roles.items() if len(of_one) == 1}


def confirmed(stated: Iterable[list[Statement]]) -> list[list[Statement]]:
    """Each article's statements without those of weak rules that no plain rule confirms anywhere."""
    of_each = list(stated)
    told = {_fact(statement) for statements in of_each for statement in statements if not statement.rule.weak}
    return [[statement for statement in statements if not statement.rule.weak or _fact(statement) in told] for statements in of_each]


def _fact(statement: Statement) -> tuple[str, str, object]:
    """What a statement states, whatever season and words: a weak rule's statement counts where a plain one states the same."""
    about_somebody = statement.subject.kind in ("person", "character")
    return statement.make.key, statement.subject.id if about_somebody else "", content_key(statement.value)


def content_key(value: Value) -> object:
    """What a value says, whatever words it was read from."""
    return (
        getattr(value, "id", None)
        or getattr(value, "term", None)
        or getattr(value, "when", None)
        or getattr(value, "number", None)
        or value.text
    )
