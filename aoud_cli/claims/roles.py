"""What one article's words owe to the others: who plays and who is played, and what is told elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import View
from aoud_cli.claims.corpus.footprint import Stated, Taught
from aoud_cli.claims.seasons.calendar import names_second, premiere_told
from aoud_cli.claims.statement import Statement
from aoud_cli.model import Entity, EntityValue, RelationValue, Value
from aoud_cli.spans.kinds import Role


def new_names(seen: View) -> frozenset[str]:
    """The ids of the names in an article whose part the profile doesn't know, and of what may be such a name."""
    spans = (span for line in seen.lines for span in line.masked.spans)
    return seen.possible | {span.what.id for span in spans if span.kind == "n" and isinstance(span.what, Entity)}


class RoleTold(NamedTuple):
    """That somebody performs, is a part, or makes the show, and by what kind of statement."""

    id: str
    name: str
    role: Role
    by: Literal["plays", "credit", "status", "story"]


def roles_told(key: str, subject: Entity, value: Value) -> Iterator[RoleTold]:
    """What one statement tells of the roles of those whom it names."""
    if key == "cast.plays":
        yield RoleTold(subject.id, subject.name, "performer", "plays")
        if isinstance(value, EntityValue):
            yield RoleTold(value.id, value.name, "character", "plays")
    elif key in _CREDITS and isinstance(value, EntityValue):
        yield RoleTold(value.id, value.name, "crew", "credit")
    elif subject.kind not in ("person", "character"):
        return
    elif key == "cast.status":
        yield RoleTold(subject.id, subject.name, "performer" if subject.kind == "person" else "character", "status")
    elif key.startswith("character."):
        yield RoleTold(subject.id, subject.name, "character", "story")
        if isinstance(value, RelationValue):
            yield RoleTold(value.to.id, value.to.name, "character", "story")


_CREDITS = frozenset({"crew.director", "crew.writer", "source.author"})


def teach(seen: View, statements: Iterable[Statement]) -> Taught:
    """What a first reading of an article teaches: its new names, and the roles that rules which leave no doubt give to any."""
    told = (
        one
        for statement in statements
        if statement.make.key.startswith("cast.") and not statement.rule.weak
        if not (statement.ambiguous and statement.make.key == "cast.plays")
        for one in roles_told(statement.make.key, statement.subject, statement.value)
    )
    roles = ((one.id, one.role) for one in told if one.by == "plays" or one.role == "performer")
    return Taught(new_names(seen), tuple(dict.fromkeys(roles)))


def state(statements: Iterable[Statement]) -> Stated:
    """What an article's statements give to the others'."""
    told = [(statement, fact_of(statement) if statement.rule.weak else None) for statement in statements]
    plain = [statement for statement, weak in told if weak is None and not is_denied(statement)]
    premieres = (premiere_told(statement, weak) for statement, weak in told if not statement.rule.hint)
    second = tuple(weak for statement, weak in told if names_second(statement) and not statement.rule.hint)
    facts = frozenset(fact_of(statement) for statement in plain) | {comeback_of(d.subject) for d in plain if is_in_cast(d)}
    return Stated(facts, frozenset(weak for _, weak in told if weak is not None), tuple(filter(None, premieres)), second)


def confirmed(statements: Iterable[Statement], plain: Collection[str]) -> list[Statement]:
    """An article's statements without those of weak rules that no plain rule confirms anywhere."""
    return [statement for statement in statements if not statement.rule.weak or fact_of(statement) in plain]


def is_in_cast(statement: Statement) -> bool:
    """Whether a statement has somebody in the cast."""
    return statement.make.key == "cast.plays" or (statement.make.key == "cast.status" and statement.make.term in ("new", "returning"))


def comeback_of(who: Entity, term: str = "returning") -> str:
    """What it would be to state that somebody is back, or is new."""
    return f"cast.status {who.id} {term}"


def is_denied(statement: Statement) -> bool:
    """Whether words deny what they tell: "will not return" confirms no return."""
    text = statement.line.masked.text
    return statement.rule.negation and cues.read_bare(text, statement.start, statement.end).negative


def fact_of(statement: Statement) -> str:
    """What a statement states, whatever season and words: a weak rule's statement counts where a plain one states the same."""
    about_somebody = statement.subject.kind in ("person", "character")
    return f"{statement.make.key} {statement.subject.id if about_somebody else ''} {content_key(statement.value)}"


def content_key(value: Value) -> object:
    """What a value says, whatever words it was read from."""
    if isinstance(value, RelationValue):
        return value.relation, value.to.id
    return (
        getattr(value, "id", None)
        or getattr(value, "term", None)
        or getattr(value, "when", None)
        or getattr(value, "number", None)
        or value.text
    )
