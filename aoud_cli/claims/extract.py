"""From articles to claims: what the rules read in each sentence becomes claims, each with its words and how sure they are."""

from __future__ import annotations

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import chain
from typing import NamedTuple, TypeVar

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.cache import Extracted
from aoud_cli.claims.certainty import Cue, Modality
from aoud_cli.claims.context import View, view
from aoud_cli.claims.match import statements_of
from aoud_cli.claims.premieres import settle
from aoud_cli.claims.retracted import content_of, disclaimed, refuted, withdrawn
from aoud_cli.claims.roles import confirmed, content_key, learn_roles, new_names
from aoud_cli.claims.rules import Index, load_rules
from aoud_cli.claims.statement import Lost, Statement
from aoud_cli.claims.subject import find_subject
from aoud_cli.claims.trace import Trace, make_trace
from aoud_cli.ground.text import Lines
from aoud_cli.model import AoudError, Article, Certainty, Claim, DateRange, DateValue, PassedOver, Source, TermValue, Value
from aoud_cli.names.profile import Profile
from aoud_cli.names.spelling import squash
from aoud_cli.spans.mask import Masked
from aoud_cli.spans.tag import Tagger

_T = TypeVar("_T")


class _Read(NamedTuple):
    """One article as it was read: what the rules see of it, what they made of it, and why it was passed over."""

    seen: View
    statements: list[Statement]
    passed: PassedOver | None
    lost: list[Lost]


class Reading(NamedTuple):
    """One article as it was read: what the rules see of it, what they stated, what became of that, and what was nearly stated."""

    seen: View
    statements: Sequence[Statement]
    claims: Sequence[Claim]
    lost: Sequence[Lost]
    passed: PassedOver | None


class _Told(NamedTuple):
    """A claim, the statement that it was, and the cues that hedged and denied it."""

    claim: Claim
    statement: Statement
    cue: Cue | None
    denial: Cue | None


class _Whole(NamedTuple):
    """All articles that could be read, and what was told in each; see `extract_all`."""

    read: Mapping[str, _Read]
    told: Mapping[str, list[_Told]]
    faults: Mapping[str, str]


def extract(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> list[Claim]:
    """The claims of each article, in the articles' order and then in the text's; see `extract_all`."""
    return extract_all(articles, profile, any_subject=any_subject).claims


def extract_all(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> Extracted:
    """The claims of each article, in the articles' order and then in the text's, and of which articles there are none, and why.

    A first reading learns who plays whom from words that leave no doubt; names that it learned are read again with their role. With
    `any_subject` an article is read even if it is about something else. What breaks in one article is that article's fault alone.
    """
    whole = _read_all(articles, profile, any_subject)
    passed = {name: one.passed for name, one in whole.read.items() if one.passed is not None and name not in whole.faults}
    return Extracted([one.claim for told in whole.told.values() for one in told], passed, whole.faults)


def trace_all(articles: Sequence[Article], profile: Profile) -> dict[str, Trace]:
    """How each claim of `extract_all` came about, by its id."""
    whole = _read_all(articles, profile, False)
    return {
        one.claim.id: make_trace(one.claim, whole.read[document].seen, one.statement, one.cue, one.denial, profile)
        for document, told in whole.told.items()
        for one in told
    }


def read_all(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> dict[str, Reading]:
    """How each article was read, by its document, with what nearly was a claim in it; not those that broke."""
    whole = _read_all(articles, profile, any_subject, wants_lost=True)
    told = {document: [one.claim for one in whole.told.get(document, ())] for document in whole.read}
    return {name: Reading(one.seen, one.statements, told[name], one.lost, one.passed) for name, one in whole.read.items()}


def _read_all(articles: Sequence[Article], profile: Profile, any_subject: bool, *, wants_lost: bool = False) -> _Whole:
    rules = Index(load_rules())
    faults: dict[str, str] = {}

    def read_with(learned: Mapping[str, str], some: Iterable[Article]) -> dict[str, _Read]:
        tagger = Tagger(profile, learned)
        return dict(_read_each(some, lambda article: _read(article, tagger, rules, profile, any_subject, wants_lost), faults))

    read = read_with({}, articles)
    new = {document: new_names(one.seen) for document, one in read.items() if one.passed is None}
    learned = _learned(read.values(), new.values())
    if learned:
        read |= read_with(learned, [article for article in articles if not new.get(article.document, set()).isdisjoint(learned)])
    whole = [article for article in articles if article.document in read and article.document not in faults]
    settled = settle(confirmed(read[article.document].statements for article in whole), whole, profile)
    stated = {article.document: statements for article, statements in zip(whole, settled, strict=True)}
    told = dict(_read_each(whole, lambda article: list(_tell(read[article.document].seen, stated[article.document])), faults))
    return _Whole(read, told, faults)


def _learned(read: Iterable[_Read], new: Iterable[set[str]]) -> dict[str, str]:
    """The role of each new name that the first reading leaves no doubt of."""
    roles = learn_roles(statement for one in read for statement in one.statements if not statement.rule.weak)
    names = set().union(*new)
    return {ident: role for ident, role in roles.items() if ident in names}


def _read_each(articles: Iterable[Article], step: Callable[[Article], _T], faults: dict[str, str]) -> Iterator[tuple[str, _T]]:
    """What a step makes of each article; one in which it breaks is left out, and named among the faults."""
    for article in articles:
        try:
            yield article.document, step(article)
        except AoudError:
            raise  # the program's own data, no fault of the article
        except Exception as error:  # whatever it is, the other articles are read
            if os.environ.get("AOUD_DEBUG"):
                raise
            faults[article.document] = f"internal error while it was read ({type(error).__name__}: {error})"


def _read(article: Article, tagger: Tagger, rules: Index, profile: Profile, any_subject: bool, wants_lost: bool) -> _Read:
    seen = view(article, tagger)
    subject = find_subject(seen, profile)
    if subject.passed is not None and not any_subject:
        return _Read(seen, [], subject.passed, [])
    wrong, untrue = withdrawn(seen.lines), refuted(seen.lines)
    lines = [line for line in (seen.lines if any_subject else subject.lines) if line.place not in untrue]
    lost: list[Lost] = []
    statements = (statement for line in lines for statement in statements_of(line, rules, profile, lost if wants_lost else None))
    return _Read(seen, [statement for statement in statements if content_of(statement.value) not in wrong], None, lost)


def _tell(seen: View, statements: list[Statement]) -> Iterator[_Told]:
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
        if not statement.ambiguous and not any(_says_the_same(statement, other) for other in same):
            same.append(statement)
    return chain.from_iterable(told.values())


def _says_the_same(statement: Statement, other: Statement) -> bool:
    """Whether two statements with one value in one sentence have one subject, or only another season read out of the same words."""
    if statement.subject == other.subject:
        return True
    both_of_show = {statement.subject.kind, other.subject.kind} <= {"season", "show"}
    return both_of_show and statement.rule is not other.rule and statement.start < other.end and other.start < statement.end


def _doubted(told: _Told, disclaimer: str) -> _Told:
    """A claim of a sentence that the next one says is not to be relied on."""
    if told.claim.certainty is Certainty.POSSIBLE:
        return told
    return told._replace(claim=told.claim._replace(certainty=Certainty.POSSIBLE), cue=Cue("disclaimer", disclaimer))


def _claim(seen: View, statement: Statement, places: Lines, counted: Counter[str]) -> _Told:
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
        season=statement.season, part=statement.part, certainty=rule.certainty or modality.certainty,
        polarity="negative" if negative else "positive", condition=_words(seen, masked, modality.condition),
        attribution=_words(seen, masked, modality.attribution), asserted=seen.article.asserted,
        source=Source(seen.article.document, seen.article.path, line, column, start, end, quote), rule=rule.id, season_by=statement.step,
        spelling="misspelt" if any(squash(written) in seen.misspelt for written in statement.surface.split("\0")) else "",
    )  # fmt: skip
    return _Told(claim, statement, Cue("rule", "") if rule.certainty else modality.hedge, modality.denial)


def _modality(statement: Statement) -> Modality:
    """How the words around a statement tell it; `bare` is the cue of a rule that asks nothing of them."""
    text = statement.line.masked.text
    if not statement.rule.hedge:
        return cues.read_bare(text, statement.start, statement.end)
    narrow = statement.make.key in ("character.fate", "cast.plays")
    return cues.read(text, statement.start, statement.end, narrow=narrow, original=statement.line.masked.cased)


def _denied(statement: Statement, modality: Modality) -> tuple[Value, bool]:
    """The value, and whether it is denied; where the rule has a term for the denial ("will not return": out), that in its place.

    Of a date that gives only the first day that can be the denial around it went into that.
    """
    value, rule = _beyond(statement.value) if modality.negative else statement.value, statement.rule
    open_ended = isinstance(value, DateValue) and value.when.latest is None
    if not modality.negative or not rule.negation or open_ended:
        return value, False
    if not rule.denied or not isinstance(value, TermValue):
        return value, True
    is_open = rule.denied == "out" and cues.is_open(statement.line.masked.text[statement.start : statement.end])
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
