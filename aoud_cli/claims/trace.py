"""How a claim came about, as data: what read it, how each of its words was resolved, which cue hedged it, which screens it passed.

Extraction makes a trace of what it did, where it is asked to; nothing here decides anything, and nobody works it out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from aoud_cli.claims.certainty import Cue
from aoud_cli.claims.context import View
from aoud_cli.claims.screens.ask import passed
from aoud_cli.claims.statement import Statement
from aoud_cli.model import Article, Claim, DateRange, Entity
from aoud_cli.names.profile import Person, Profile, how_matched
from aoud_cli.names.sameness import compare_names
from aoud_cli.names.spelling import words_of
from aoud_cli.spans.dates.find import FoundDate, parse_date
from aoud_cli.spans.kinds import LETTERS, TOLD
from aoud_cli.spans.mask import Pronoun, Span
from aoud_cli.spans.quantities import Quantity

NEARBY = 4  # other people that a name may be: more is a wall
How = Literal[
    "exact", "alias", "key", "given name", "family name", "misspelt", "new",  # of a name (see `names.profile`)
    "pronoun", "left out",  # of one that is not there
    "own words", "article's day", "dates around", "no day", "two ways",  # of a date
    "figure", "season", "listed", "looks like a title",
]  # fmt: skip


class Slot(NamedTuple):
    """Words of a claim that were taken for something: `text` is the article's `[start:end]`; `others`, what else they could have been.

    `read_as` is a name, a figure or `season 2`; of a date its `when`.
    """

    kind: str
    text: str
    start: int
    end: int
    how: How
    read_as: str = ""
    when: DateRange | None = None
    others: tuple[str, ...] = ()


class Trace(NamedTuple):
    """How one claim came about.

    A `rule` read it by its pattern, or a `construction` by the dates that stand with an event; `word` is what let it be tried. `sentence`
    is where the sentence stands in the article. `season_words` name the season, where the sentence itself does. `cue` made the claim less
    than certain (of a kind of english/cues.yaml, or `condition`, `rule`, `bare`, `disclaimer`), `denial` denied it; `screens` are the
    questions that it was asked. `surface` are the words of its subject and value, by which its id tells it from others of the same quote.
    """

    claim: Claim
    by: Literal["rule", "construction"]
    name: str
    word: str
    where: str
    pattern: str
    sentence: tuple[int, int]
    slots: tuple[Slot, ...]
    season_words: str
    cue: Cue | None
    denial: Cue | None
    screens: tuple[str, ...]
    surface: str


def make_trace(claim: Claim, seen: View, statement: Statement, cue: Cue | None, denial: Cue | None, profile: Profile) -> Trace:
    """The trace of a claim that a statement of an article came to."""
    rule, masked = statement.rule, statement.line.masked
    return Trace(
        claim,
        "rule" if rule.pattern else "construction",
        rule.id,
        next((word.strip() for word in rule.on if word in masked.text), "") if rule.pattern else "".join(rule.on[:1]),
        rule.where,
        rule.pattern,
        seen.place(masked.sentence),
        tuple(_slots(claim, seen, statement, profile)),
        next((whose.words for whose in statement.candidates if whose.step == statement.step), ""),
        cue,
        denial,
        passed(statement.make, rule),
        statement.surface,
    )


def _slots(claim: Claim, seen: View, statement: Statement, profile: Profile) -> Iterator[Slot]:
    """Every name, date, figure, season, title and place in the claim's words, in their order."""
    masked = statement.line.masked
    for span in masked.spans:
        start, end = seen.place(masked.sentence, span.start, span.end)
        if claim.source.start < max(end, start + 1) and start < claim.source.end and span.kind in TOLD:
            slot = _slot(span, seen.article, start, end, profile)
            if slot is not None:
                yield slot


def _slot(span: Span, article: Article, start: int, end: int, profile: Profile) -> Slot | None:
    kind, what, text = TOLD[span.kind], span.what, article.text[start:end]
    if isinstance(what, Entity):
        return Slot(kind, text, start, end, _how_named(text, what, profile), what.name, None, tuple(_namesakes(text, what, profile)))
    if isinstance(what, Pronoun):
        meant = [entity.name for entity in dict.fromkeys((what.performer, what.character, what.person)) if entity is not None]
        return Slot(kind, text, start, end, "pronoun" if text else "left out", meant[0], None, tuple(meant[1:])) if meant else None
    if isinstance(what, FoundDate):
        return _date_slot(text, start, end, what, article)
    if isinstance(what, Quantity):
        bound = "" if what.bound == "exactly" else f"{what.bound.replace('_', ' ')} "
        return Slot(kind, text, start, end, "figure", f"{bound}{what.number:,}")
    if span.kind == LETTERS["season"]:
        return Slot(kind, text, start, end, "season", f"season {what}")
    return Slot(kind, text, start, end, "looks like a title" if span.kind == LETTERS["other"] else "listed", text)


def _date_slot(text: str, start: int, end: int, found: FoundDate, article: Article) -> Slot:
    """A date, with what its words say by themselves where the article's day, or dates around them, lent them something."""
    known = article.asserted.known_day is not None
    if found.unresolved or found.when == DateRange(None, None):
        return Slot("date", text, start, end, "two ways" if known else "no day", when=DateRange(None, None))
    alone = parse_date(text)
    if alone is not None and alone.when == found.when:
        return Slot("date", text, start, end, "own words", when=found.when)
    other = () if alone is None or alone.when == DateRange(None, None) else (str(alone.earliest), str(alone.latest))
    return Slot("date", text, start, end, "article's day" if known else "dates around", when=found.when, others=other)


def _how_named(text: str, entity: Entity, profile: Profile) -> How:
    person = next((one for one in profile.people if one.entity.id == entity.id), None)
    return "new" if person is None else how_matched(text, person)


def _namesakes(text: str, entity: Entity, profile: Profile) -> Iterator[str]:
    """People of the profile whom the spelling could name as well."""
    others = (person for person in profile.people if person.entity.id != entity.id and _could_be(text, person, profile))
    for person, _ in zip(others, range(NEARBY), strict=False):
        yield f"{person.name} ({person.role})"


def _could_be(text: str, person: Person, profile: Profile) -> bool:
    said, name = set(words_of(text)), set(words_of(person.name))
    if len(said) == 1 and said < name:
        return True
    return len(said) > 1 and compare_names(text, person.name, profile) == "possible"
