"""Statements as claims: each with its words, its place and how sure it is."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import chain
from typing import NamedTuple

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.certainty import Cue, Modality
from aoud_cli.claims.constructions.answers import STATUS
from aoud_cli.claims.constructions.roles import PLAYS
from aoud_cli.claims.context import View
from aoud_cli.claims.retracted import disclaimed
from aoud_cli.claims.roles import content_key
from aoud_cli.claims.statement import Statement
from aoud_cli.english import pattern
from aoud_cli.ground.text import Lines
from aoud_cli.model import Certainty, Claim, DateRange, DateValue, Source, TermValue, Value
from aoud_cli.names.spelling import squash
from aoud_cli.spans.mask import Masked


class Told(NamedTuple):
    """A claim, the statement that it was, and the cues that hedged and denied it."""

    claim: Claim
    statement: Statement
    cue: Cue | None
    denial: Cue | None


def tell(seen: View, statements: list[Statement]) -> Iterator[Told]:
    """The statements as claims, in the order of the text; one that two rules read in one sentence counts once."""
    places = Lines(seen.article.text)
    doubted = disclaimed(seen.lines)
    counted: Counter[str] = Counter()
    dated = {(one.line.place, one.make.key) for one in statements if isinstance(one.value, DateValue)}
    for statement in sorted(_told_once(statements), key=lambda one: (one.line.place, one.start)):
        if statement.make.term != "announced" or (statement.line.place, statement.make.key) not in dated:  # the day of it says more
            told = _claim(seen, statement, places, counted)
            disclaimer = doubted.get(statement.line.place) if statement.rule.hedge else None
            yield _doubted(told, disclaimer) if disclaimer is not None else told


def _told_once(statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements, in the order of the rules: of those with one value in one sentence the first says most."""
    told: defaultdict[tuple[int, str, object], list[Statement]] = defaultdict(list)
    for statement in statements:
        same = told[statement.line.place, statement.make.key, content_key(statement.value)]
        vaguer = next((other for other in same if _names_it_better(statement, other)), None)
        if vaguer is not None:
            same[same.index(vaguer)] = statement  # "helmer X, who directed all of season 1", under a heading of season 2
        elif not statement.ambiguous and not any(_says_the_same(statement, other) for other in same):
            same.append(statement)
    return chain.from_iterable(told.values())


def _names_it_better(statement: Statement, other: Statement) -> bool:
    """Whether a statement's clause names the season that only what stands around gives to another which says the same."""
    return statement.step == "clause" and other.step in ("heading", "time", "before") and _says_the_same(statement, other)


def _says_the_same(statement: Statement, other: Statement) -> bool:
    """Whether two statements with one value in one sentence have one subject, or only another season read out of the same words."""
    if statement.subject == other.subject:
        return True
    both_of_show = {statement.subject.kind, other.subject.kind} <= {"season", "show"}
    return both_of_show and statement.rule is not other.rule and statement.start < other.end and other.start < statement.end


def _doubted(told: Told, disclaimer: str) -> Told:
    """A claim of a sentence that the next one says is not to be relied on."""
    if told.claim.certainty is Certainty.POSSIBLE:
        return told
    return told._replace(claim=told.claim._replace(certainty=Certainty.POSSIBLE), cue=Cue("disclaimer", disclaimer))


def _claim(seen: View, statement: Statement, places: Lines, counted: Counter[str]) -> Told:
    masked, rule = statement.line.masked, statement.rule
    start, end = _raw(seen, masked, statement.start, statement.end)
    quote = seen.article.text[start:end]
    modality = _modality(statement)
    identity = "\0".join((seen.article.document, statement.make.key, str(statement.season), quote, statement.surface))
    counted[identity] += 1
    topic, _, predicate = statement.make.key.partition(".")
    value, negative = _denied(statement, modality)
    line, column = places.place(start)
    claim = Claim(
        id=hashlib.sha256(f"{identity}\0{counted[identity]}".encode()).hexdigest()[:12],
        topic=topic, predicate=predicate, subject=statement.subject, value=value,
        season=statement.season, part=statement.part, certainty=rule.certainty or _certainty(statement, modality),
        polarity="negative" if negative else "positive", condition=_words(seen, masked, modality.condition),
        attribution=_words(seen, masked, modality.attribution), asserted=seen.article.asserted,
        source=Source(seen.article.document, seen.article.path, line, column, start, end, quote), rule=rule.id, season_by=statement.step,
        spelling="misspelt" if any(squash(written) in seen.misspelt for written in statement.surface.split("\0")) else "",
    )  # fmt: skip
    return Told(claim, statement, Cue("rule", "") if rule.certainty else modality.hedge, modality.denial)


def _modality(statement: Statement) -> Modality:
    """How the words around a statement tell it; `bare` is the cue of a rule that asks nothing of them."""
    text = statement.line.masked.text
    if not statement.rule.hedge:
        return cues.read_bare(text, statement.start, statement.end)
    narrow = statement.make.key in ("character.fate", "cast.plays")
    return cues.read(text, statement.start, statement.end, narrow=narrow, original=statement.line.masked.cased)


def _is_open_whether(statement: Statement, modality: Modality) -> bool:
    """Whether it is told, and certain, that nobody knows yet whether somebody is in the cast."""
    return statement.make.key == STATUS and modality.hedge is not None and modality.hedge.kind == cues.UNBORNE


_ITS_RE = pattern(r"<s\d+>'s $")
_ORDERED_RE = pattern(r"\b{counts_planned}\b")


def _certainty(statement: Statement, modality: Modality) -> Certainty:
    """How sure the words are; what was ordered of episodes is a plan, which may be raised or cut."""
    if _is_open_whether(statement, modality):
        return Certainty.CERTAIN
    if statement.make.key != "episodes.count":
        return modality.certainty
    if _ITS_RE.search(statement.line.masked.text, 0, statement.start):
        return Certainty.CERTAIN  # "season 2's eight episodes could have been five"
    if modality.certainty is not Certainty.CERTAIN:
        return modality.certainty
    clause = statement.line.masked.text[slice(*cues.clause(statement.line.masked.text, statement.start, statement.end))]
    return Certainty.PROBABLE if _ORDERED_RE.search(clause) else Certainty.CERTAIN


_KEPT_RE = pattern(r"\b{part_kept}\b")


_WAS_NOT_RE = pattern(r"\b{was_or_were} ?(?:n't|not)\b")


def _denied(statement: Statement, modality: Modality) -> tuple[Value, bool]:
    """The value, and whether it is denied; where the rule has a term for the denial ("will not return": out), that in its place.

    Of a date that gives only the first day that can be the denial around it went into that.
    """
    value, rule = _beyond(statement.value) if modality.negative else statement.value, statement.rule
    open_ended = isinstance(value, DateValue) and value.when.latest is None
    if modality.negative and statement.make.key == PLAYS and _KEPT_RE.search(statement.line.masked.text, statement.start, statement.end):
        return value, False  # "X won't be back as Y" denies no part
    if _is_open_whether(statement, modality) and isinstance(value, TermValue):
        return TermValue("uncertain", value.text), False  # "nobody has confirmed that X will return", "no sign that X is leaving"
    if not modality.negative or not rule.negation or open_ended:
        return value, False
    words = statement.line.masked.text[statement.start : statement.end]
    was_not = statement.make.key == "production.status" and _WAS_NOT_RE.search(words) is not None  # "wasn't complete" then: today it may be
    if not rule.denied or not isinstance(value, TermValue) or was_not:
        return value, True
    is_open = rule.denied == "out" and cues.is_open(words)
    return TermValue("uncertain" if is_open else rule.denied, value.text), False


def _beyond(value: Value) -> Value:
    """What a denial of a date that only has an end tells: "don't expect it before 2027" is from 2027 on."""
    if not isinstance(value, DateValue) or value.when.earliest is not None or value.when.latest is None:
        return value
    return value._replace(when=DateRange(value.when.latest + timedelta(days=1), None))


def _raw(seen: View, masked: Masked, start: int, end: int) -> tuple[int, int]:
    """The stretch of the article behind a stretch of the masked sentence."""
    return seen.place(masked.sentence, *masked.origin(start, end))


def _words(seen: View, masked: Masked, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    start, end = _raw(seen, masked, *span)
    return seen.article.text[start:end].strip() or None
