"""How the words of a claim were read: each name, date, figure and season in them, and what else it could have been."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from aoud_cli.claims.context import Line, View
from aoud_cli.findings.words import say_range
from aoud_cli.model import Claim, Entity
from aoud_cli.names.profile import Person, Profile, slug
from aoud_cli.names.sameness import compare_names
from aoud_cli.names.spelling import squash, words_of
from aoud_cli.spans.dates.find import FoundDate, parse_date
from aoud_cli.spans.kinds import TOLD
from aoud_cli.spans.mask import Pronoun, Span
from aoud_cli.spans.quantities import Quantity

NEARBY = 4  # other people that a name may be: more is a wall


class Reading(NamedTuple):
    """Some words of an article, what they were taken for and why; `others` are what else they could have been."""

    kind: str
    text: str
    read_as: str
    how: str
    others: tuple[str, ...] = ()


def readings(claim: Claim, seen: View, line: Line, profile: Profile) -> list[Reading]:
    """Every name, date, figure, season, title and place in the claim's words, in their order."""
    sentence = line.masked.sentence
    found: list[Reading] = []
    for span in line.masked.spans:
        start, end = seen.place(sentence, span.start, span.end)
        if claim.source.start < end and start < claim.source.end and span.kind in TOLD:
            found += _read(span, seen.article.text[start:end], claim, profile)
    return found


def _read(span: Span, text: str, claim: Claim, profile: Profile) -> Iterator[Reading]:
    kind, what = TOLD[span.kind], span.what
    if isinstance(what, Entity):
        yield Reading(kind, text, what.name, _how_named(text, what, profile), tuple(_namesakes(text, what, profile)))
    elif isinstance(what, Pronoun):
        meant = [entity.name for entity in dict.fromkeys((what.performer, what.character, what.person)) if entity is not None]
        if meant:
            yield Reading(kind, text, meant[0], "the only one of that part whom the sentences before it name", tuple(meant[1:]))
    elif isinstance(what, FoundDate):
        yield _dated(text, what, claim)
    elif isinstance(what, Quantity):
        bound = "" if what.bound == "exactly" else f"{what.bound.replace('_', ' ')} "
        yield Reading(kind, text, f"{bound}{what.number:,}", "the figure and the unit beside it")
    elif isinstance(what, int):
        yield Reading(kind, text, f"season {what}", "a word for a season")
    else:
        yield Reading(kind, text, text, "a name that the profile lists" if kind != "other work" else "the title of another work")


def _dated(text: str, found: FoundDate, claim: Claim) -> Reading:
    """A date, with the reading that it has by itself where the article's day lent it something."""
    alone = parse_date(text)
    read_as = say_range(found.when)
    day = claim.asserted.known_day
    if found.unresolved or found.earliest is found.latest is None:
        how = "it needs the article's own day, which isn't known" if day is None else "it can be read in two ways"
        return Reading("date", text, "no day", how)
    if alone is None or alone.when != found.when:
        how = f"read from the article's own day, {day}" if day else "read from the dates around it"
        others = () if alone is None or alone.earliest is alone.latest is None else (say_range(alone.when),)
        return Reading("date", text, read_as, how, others)
    return Reading("date", text, read_as, "all days that the words admit")


def _how_named(text: str, entity: Entity, profile: Profile) -> str:
    person = next((one for one in profile.people if one.entity.id == entity.id), None)
    if person is None:
        return "a name that the profile doesn't list, in the form that all spellings of it share"
    words, name = words_of(text), words_of(person.name)
    ways = (
        (squash(text) == squash(person.name), "as the profile has it"),
        (squash(text) in {squash(alias) for alias in person.aliases}, "an alias in the profile"),
        (words == name[:1], "a family name, of the one person of that name before it"),
        (set(words) < set(name), "a part of a name that one person alone has"),
        (sorted(words) == sorted(name), "the same words in another order"),
        (compare_names(text, person.name) == "same", "another romanisation of the same name"),
    )
    return next((how for fits, how in ways if fits), "by the profile's spellings")


def _namesakes(text: str, entity: Entity, profile: Profile) -> Iterator[str]:
    """People of the profile whom the spelling could name as well."""
    found = 0
    for person in profile.people:
        if found < NEARBY and person.entity.id != entity.id and _could_be(text, person, profile):
            found += 1
            yield f"{person.name} ({person.role})"


def _could_be(text: str, person: Person, profile: Profile) -> bool:
    words, name = set(words_of(text)), set(words_of(person.name))
    if slug(text) and len(words) == 1 and words < name:
        return True
    return len(words) > 1 and compare_names(text, person.name, profile) == "possible"
