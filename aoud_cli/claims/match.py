"""From a sentence to statements: each rule that can match is tried, and its slots become a subject, a season and a value."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Literal, NamedTuple

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.constructions import Reading, read, read_answer
from aoud_cli.claims.constructions.figures import Figure, read_figures
from aoud_cli.claims.constructions.places import LOCATION, SETTING
from aoud_cli.claims.constructions.platforms import NEAR_THE_SHOW
from aoud_cli.claims.constructions.relations import KIN, RELATION
from aoud_cli.claims.constructions.rows import (
    read_credits,
    read_crew_cells,
    read_fate_cell,
    read_guide,
    read_introduced,
    read_left,
    read_new_in_guide,
    read_row,
    read_season_row,
)
from aoud_cli.claims.context import Line
from aoud_cli.claims.events.answers import answers, news_of_order, shot_from
from aoud_cli.claims.events.attach import attach
from aoud_cli.claims.events.ends import ends, is_of_halves, lettered
from aoud_cli.claims.events.shoots import ends_a_shoot, takes_up_a_shoot
from aoud_cli.claims.events.tables import dates_in_row, part_of_row
from aoud_cli.claims.events.words import END, FINALE, PREMIERE, START, Attached, Owner, part_in
from aoud_cli.claims.forms import DATED, FIGURED, SCHEDULE, constructed_rule
from aoud_cli.claims.grammar import filled, items
from aoud_cli.claims.hints import read_hints
from aoud_cli.claims.roles import content_key
from aoud_cli.claims.rules import CONTEXT, Index, Make, Rule
from aoud_cli.claims.screens.apart import is_apart
from aoud_cli.claims.screens.ask import OF_CLAIMS, OF_WORDS, Screen, refused
from aoud_cli.claims.screens.said import Said
from aoud_cli.claims.seasons.named import Whose, candidates, is_ahead, is_done_again
from aoud_cli.claims.statement import SHOW, Lost, Statement
from aoud_cli.claims.tokens import has_words
from aoud_cli.claims.values import counted_days, plain_kin, relation_of, source_text, value_of
from aoud_cli.claims.where import of_country, of_network
from aoud_cli.claims.whom import is_ambiguous, is_of_the_show, subject_of, surface_of
from aoud_cli.english import pattern
from aoud_cli.model import Certainty, DateValue, Entity, QuantityValue, RelationValue, TermValue, TextValue, Value
from aoud_cli.names.profile import Profile
from aoud_cli.predicates import PARTED

_MOST_MATCHES = 20  # of one rule in one sentence; ten thousand names in a line can't pair without end


class _Reader(NamedTuple):
    """What reading a sentence needs; `lost` takes what nearly was a claim, where somebody wants to know."""

    line: Line
    profile: Profile
    lost: list[Lost] | None

    def lose(self, stage: Literal["screen", "attachment", "value"], detail: str, *makes: Make) -> None:
        if self.lost is not None:
            self.lost.extend(Lost(self.line.place, make.key, stage, detail) for make in makes)

    def screened(self, screens: tuple[Screen, ...], said: Said) -> bool:
        """Whether a screen refuses it; which is kept with what was lost."""
        screen = refused(screens, said)
        if screen is not None:
            self.lose("screen", screen.name, *(said.rule.makes if screens is OF_WORDS else (said.make,)))
        return screen is not None

    def refuses(self, said: Said) -> bool:
        """Whether a screen of words or of claims refuses what a construction makes."""
        return self.screened(OF_WORDS, said) or self.screened(OF_CLAIMS, said)

    def stated(self, rule: Rule, match: re.Match[str], subject: Entity, value: Value, token: str, surface: str) -> Statement:
        """What the words tell, before its season and its certainty are known."""
        make, line = rule.makes[0], self.line
        return Statement(
            rule, make, line, *match.span(), subject, value, token, surface, False,
            candidates(rule, make, line, match), is_ahead(rule, line, match), _is_fact(rule, line, match),
        )  # fmt: skip


def statements_of(line: Line, rules: Index, profile: Profile, lost: list[Lost] | None = None) -> Iterator[Statement]:
    """What the rules read in one sentence, in the order of the rules; `lost` takes what nearly was read."""
    if is_apart(line):
        return
    reader = _Reader(line, profile, lost)
    attached = _attached(line)
    plain = list(_plain(reader, rules, attached))
    yield from plain
    yield from _hinted(reader, plain, attached)


def _attached(line: Line) -> dict[str, Attached]:
    """The token of each date of a sentence that is given to something -> what it is given to."""
    if "d" not in line.masked.kinds:
        return {}
    found: dict[str, Attached] = {}
    for one in (*attach(line.masked.text), *answers(line), *shot_from(line), *news_of_order(line), *dates_in_row(line)):
        if one.token not in found or found[one.token].owner != one.owner:  # of two that say the same the first has more of the words
            found[one.token] = one
    return found


def _plain(reader: _Reader, rules: Index, attached: Mapping[str, Attached]) -> Iterator[Statement]:
    """What a sentence says by itself, with what its dates are given to."""
    line = reader.line
    for one in attached.values():
        yield from _dated(reader, one)
    constructed = list(_constructed(reader))
    told = {(one.make.key, one.subject.id) for one in constructed if one.make.key in GOVERNED or one.rule.id.startswith("credits.")}
    ruled = list(_by_rules(reader, rules))
    filmed = {one.token for one in constructed if one.make.key == LOCATION}  # no place of the story in the same words
    is_of_shoot = any(one.make.key == LOCATION for one in (*constructed, *ruled))
    taken: set[str] = set()
    for statement in ruled:
        elsewhere = statement.make.key == SETTING and (statement.token in filmed or (is_of_shoot and statement.rule.id in _LOOSE_SETTINGS))
        if elsewhere or (statement.make.key, statement.subject.id) in told:
            continue  # a construction has seen the clause; a pattern only the words
        taken.add(statement.token)
        owner = attached.get(statement.token)
        if statement.make.key == PREMIERE and owner is not None and is_of_halves(line, owner.token):
            continue
        if owner is None or _may_have(statement.make.key, owner.owner):
            yield statement
        else:
            reader.lose("attachment", owner.owner, statement.make)
    yield from constructed
    yield from _of_kin(reader)
    figures = (one for one in read_figures(line.masked.text, line.before) if one.token not in taken)
    yield from (statement for one in figures for statement in _figured(reader, one))


def _hinted(reader: _Reader, plain: Iterable[Statement], attached: Container[str]) -> Iterator[Statement]:
    """What a sentence hints at beside what it says, but for dates that it gives to something."""
    line = reader.line
    told = {(one.make.key, one.subject.id if one.make.term else content_key(one.value)) for one in plain}
    for hint in islice(read_hints(line.masked.text, line.masked.kinds, line.over), _MOST_MATCHES):
        make, match = hint.rule.makes[0], _WHOLE_RE.fullmatch(line.masked.text, hint.start, hint.end)
        value = None if match is None or hint.token in attached else value_of(make, line.masked, match, hint.token, reader.profile)
        subject = SHOW if make.slot else subject_of(make, line, hint.token)
        if match is None or value is None or subject is None or not _is_precise(value):
            continue
        fact = (make.key, content_key(value) if make.slot else subject.id)
        if fact in told:
            continue
        told.add(fact)
        said = Said(line, hint.rule, match, make, is_of_the_show(make, subject), hint.token)
        if _is_fact(hint.rule, line, match) and not reader.refuses(said):
            yield reader.stated(hint.rule, match, subject, value, hint.token, surface_of("", hint.token, line.masked))


def _is_precise(value: Value) -> bool:
    """Whether a value is of few things: a date of one day, no month."""
    return not isinstance(value, DateValue) or (value.when.earliest is not None and value.when.earliest == value.when.latest)


_LOOSE_SETTINGS = ("setting.place.around", "setting.place.school")  # a town or its people, near words that stories have, too
GOVERNED = ("cast.plays", "cast.status")  # where constructions read somebody's part or place in the cast, patterns don't


def _may_have(key: str, owner: Owner) -> bool:
    """Whether a rule may make its claim of a date that belongs to an event."""
    if key == "renewal.announced":
        return owner in (key, "elsewhere")  # who announces something on a day may announce that
    return key == owner or not key.startswith(("release.", "production.filming"))


_WHOLE_RE = pattern(".+", re.DOTALL)


def _dated(reader: _Reader, one: Attached) -> Iterator[Statement]:
    """The event that a date belongs to by construction; of a shoot that has its range of dates its start and its end."""
    line, profile = reader.line, reader.profile
    match = _WHOLE_RE.fullmatch(line.masked.text, one.start, one.end)
    if match is not None and one.owner in (PREMIERE, FINALE) and ends_a_shoot(line.before, line.masked.text, match.end()):
        one = one._replace(owner=END, subject="")
    elif match is not None and one.owner == PREMIERE and takes_up_a_shoot(line.before, line.masked.text, match.end()):
        one = one._replace(owner=START, subject="")
    if match is None or one.owner in ("elsewhere", "another"):
        return
    rule = DATED[one.owner]
    said = Said(line, rule, match, rule.makes[0], doubtful=True, value_at=one.token)
    if reader.refuses(said):
        return
    value = value_of(said.make, line.masked, match, one.token, profile)
    if value is None:
        reader.lose("value", "", said.make)
        return
    where = of_network(one.network, profile) if one.network else of_country(one.country, profile)
    if where is not None and isinstance(value, DateValue):
        value = value._replace(where=where)
    part = one.part or part_in(one.subject) or lettered(line.masked)
    made = ends(line, said.make.key, match, one, profile, part) or [(said.make.key, value, part)]
    if said.make.key == PREMIERE and (part or 1) > 1:
        made.append((SCHEDULE, TermValue("in_parts", source_text(line.masked, one.start, one.end)), None))
    for key, found, of in made:
        stated = reader.stated(DATED[key], match, SHOW, found, one.token, one.token)
        yield replace(stated, ahead=one.ahead or stated.ahead, part=of)


_STORY = "cnp"  # who can be in the story
_KINDS_OF = {"person": "knp", "platform": "fb", "place": "l"}  # slot of a credit -> who can fill it; else who can be told of


def _read_words(line: Line) -> Iterator[Reading]:
    """What the constructions read in a sentence, and of a line in a list; most sentences have no word of the lexicon."""
    text, kinds = line.masked.text, line.masked.kinds
    pairs = not kinds.isdisjoint("an") and not kinds.isdisjoint("cn")
    found = list(read(line.masked)) if not kinds.isdisjoint("sfb") or pairs or {"c", "l"} <= kinds or has_words(text) else []
    yield from found
    yield from read_guide(text, line.above)
    yield from read_new_in_guide(text)
    yield from read_answer(line.masked, line.before or line.over)
    if not kinds.isdisjoint("kna"):
        yield from read_credits(text)
    if line.columns:
        yield from read_crew_cells(text, line.columns) if line.episode else read_season_row(text)
    if pairs and line.before and has_words(line.before):
        yield from read_introduced(text, line.before, [one.who for one in found if one.what is not None and one.who is not None])
    if not kinds.isdisjoint("acknp") and has_words(line.over):
        yield from read_row(text, line.over)
    if "c" in kinds:
        yield from read_left(text, line.over)
        yield from read_fate_cell(text)


def _constructed(reader: _Reader) -> Iterator[Statement]:
    """What the constructions read of the words of the lexicon."""
    line = reader.line
    for reading in _read_words(line):
        rule = constructed_rule(reading.construction, reading.entry)
        make, match = rule.makes[0], _WHOLE_RE.fullmatch(line.masked.text, reading.start, reading.end)
        who = reading.who.text if reading.who is not None else ""
        told = who if reading.what is None else reading.what.text
        subject = _told_of(reading, make, line)
        value = None if match is None else _value(reading, make, reader, match, told)
        if match is None or subject is None or value is None:
            continue
        doubtful = (is_of_the_show(make, subject) and reading.construction not in NEAR_THE_SHOW) or told.startswith("<n")
        said = Said(line, rule, match, make, doubtful, told)
        if not reader.refuses(said):
            surface = surface_of(who, told if told != who else "", line.masked)
            stated = reader.stated(rule, match, subject, value, told if make.key == LOCATION else "", surface)
            yield replace(stated, part=_part(make, line, match)) if line.columns else stated


def _value(reading: Reading, make: Make, reader: _Reader, match: re.Match[str], told: str) -> Value | None:
    """What a construction tells: of a calling its words, else what a span or a term says."""
    what = reading.what
    if what is not None and make.key == RELATION:
        return relation_of(reading.words, reader.line.masked, what.text, match)
    if what is not None and not what.kind:
        return TextValue(source_text(reader.line.masked, what.start, what.end))
    return value_of(make, reader.line.masked, match, told, reader.profile)


def _told_of(reading: Reading, make: Make, line: Line) -> Entity | None:
    """Of whom or what a construction tells: the show, or the person, where the kind of span can be that."""
    if reading.who is None:
        return SHOW
    kinds = _KINDS_OF.get(make.slot or "", _STORY if make.subject == "character" else "anp")
    return subject_of(make, line, reading.who.text) if reading.who.kind in kinds else None


def _of_kin(reader: _Reader) -> Iterator[Statement]:
    """Whose kin somebody is whom a guide calls only so: `Y's brother stayed behind`, under `X as Z`."""
    line = reader.line
    if line.kin is None:
        return
    called = next(span for span in line.masked.spans if span.start == line.kin.start and span.kind == "c")
    rule, match = constructed_rule("kin", KIN), _WHOLE_RE.fullmatch(line.masked.text, *line.masked.place(called))
    token = "" if match is None else match.group()
    if match is not None and not reader.refuses(Said(line, rule, match, rule.makes[0], value_at=token)):
        for owner in line.kin.owners:  # whatever season the sentence tells of, they are kin in all that the guide is about
            value = RelationValue(plain_kin(line.kin.word), owner, source_text(line.masked, *match.span()))
            stated = reader.stated(rule, match, line.kin.who, value, "", surface_of(token, "", line.masked))
            yield replace(stated, candidates=(Whose(line.over_season, "heading"),) if line.over_season is not None else ())


def _figured(reader: _Reader, one: Figure) -> Iterator[Statement]:
    """What a figure that is the show's says of it."""
    line, rule = reader.line, FIGURED[one.key]
    make, match = rule.makes[0], _WHOLE_RE.fullmatch(line.masked.text, one.start, one.end)
    value = None if match is None else value_of(make, line.masked, match, one.token, reader.profile)
    if match is None or value is None:
        return
    if line.episode and isinstance(value, QuantityValue):
        value = value._replace(
            per="premiere" if line.episode == "first" else "finale", window_days=counted_days(line.note, value.window_days)
        )
    if not reader.refuses(Said(line, rule, match, make, True, one.token)):
        yield replace(reader.stated(rule, match, SHOW, value, one.token, one.token), part=_part(make, line, match))


def _by_rules(reader: _Reader, rules: Index) -> Iterator[Statement]:
    line, masked = reader.line, reader.line.masked
    for rule in rules.rules_for(masked.text, masked.kinds):
        if rule.stands_right(line.over, line.before, masked.text):
            for match in islice(rule.compiled.regex.finditer(masked.text), _MOST_MATCHES):
                if not reader.screened(OF_WORDS, Said(line, rule, match, rule.makes[0])):
                    yield from _read_match(reader, rule, match)


def _read_match(reader: _Reader, rule: Rule, match: re.Match[str]) -> Iterator[Statement]:
    """What a rule makes of words that it matched: each of its claims, of each pair of subject and value."""
    line, profile = reader.line, reader.profile
    for make in rule.makes:
        for subject_at, value_at in _pairs(make, match):
            subject = subject_of(make, line, subject_at)
            of_words = make.key == "cast.plays" and not value_at.startswith("<")  # "starring X as a customs officer"
            doubtful = is_of_the_show(make, subject) or subject_at.startswith("<n") or value_at.startswith("<n") or of_words
            if subject is None:
                reader.lose("value", "subject", make)
                continue
            if reader.screened(OF_CLAIMS, Said(line, rule, match, make, doubtful, value_at)):
                continue
            value = value_of(make, line.masked, match, value_at, profile)
            if value is None:
                reader.lose("value", "", make)
            else:
                yield Statement(
                    rule, make, line, *match.span(), subject, value, value_at, surface_of(subject_at, value_at, line.masked),
                    is_ambiguous(line.masked, subject_at, value_at), candidates(rule, make, line, match), is_ahead(rule, line, match),
                    _is_fact(rule, line, match), part=_part(make, line, match),
                    again=make.subject == "work" and make.key != SETTING and not rule.weak and is_done_again(line),
                )  # fmt: skip


# "the six episodes of season 2's first part"
_OF_A_PART_RE = pattern(r" (?:of|in) (?:<s\d+>'s? )?(?:the |its )?{part_ordinals} {part_counted}\b")


_PART_WHICH_RE = pattern(r"\b{part_nouns} [1-9], which (?:(?:<[fb]\d+>|the [a-z]+) )?(?:has |have |had )?$")  # "Part 2, which arrived"


def _part(make: Make, line: Line, match: re.Match[str]) -> int | None:
    """The part of a season that the clause names up to the end of the words."""
    if make.key not in PARTED:
        return None
    of_row = part_of_row(line)
    if of_row is not None:
        return of_row
    left, _ = cues.clause(line.masked.text, *match.span())
    which = _PART_WHICH_RE.search(line.masked.text, 0, match.start())
    left = left if which is None else min(left, which.start())
    behind = _OF_A_PART_RE.match(line.masked.text, match.end())
    part = part_in(line.masked.text[left : behind.end() if behind else match.end()])
    return part_in(line.masked.text[: match.end()]) if part is None and make.key == "episodes.count" else part


def _is_fact(rule: Rule, line: Line, match: re.Match[str]) -> bool:
    """Whether the words tell it as certain and don't deny it."""
    if rule.certainty is not None:
        return rule.certainty is Certainty.CERTAIN
    where = (line.masked.text, *match.span())
    return cues.is_fact(*where) if rule.hedge else not cues.read_bare(*where).negative


def _pairs(make: Make, match: re.Match[str]) -> Iterator[tuple[str, str]]:
    """Subject and value tokens: two lists of one length go pair by pair ("respectively"), a single one goes with each."""
    subjects = _tokens(make.subject, match) if make.subject not in CONTEXT else [""]
    values = _tokens(make.slot, match) if make.slot else [""]
    if len(subjects) == len(values):
        yield from zip(subjects, values, strict=True)
    elif make.key == "cast.plays" and values and values[0].startswith("<"):
        if len(values) == 1:  # one part has one performer: the nearest
            yield subjects[-1], values[0]
    elif len(values) == 1 or len(subjects) == 1:
        yield from ((s, v) for s in subjects for v in values)


def _tokens(slot: str, match: re.Match[str]) -> list[str]:
    return items(slot, filled(match, slot))
