"""From articles to claims: what the rules read in each sentence becomes claims, each with its words and how sure they are."""

from __future__ import annotations

import hashlib
import os
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, TypeVar

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import View, view
from aoud_cli.claims.match import Statement, statements_of
from aoud_cli.claims.premieres import settle
from aoud_cli.claims.retracted import content_of, disclaimed, refuted, withdrawn
from aoud_cli.claims.roles import confirmed, content_key, learn_roles, new_names
from aoud_cli.claims.rules import Index, load_rules
from aoud_cli.claims.subject import find_subject
from aoud_cli.ground.text import Lines
from aoud_cli.model import AoudError, Article, Certainty, Claim, DateValue, Extracted, PassedOver, Source, TermValue, Value
from aoud_cli.names.profile import Profile
from aoud_cli.spans.mask import Masked
from aoud_cli.spans.tag import Tagger

_T = TypeVar("_T")


class _Read(NamedTuple):
    """One article as it was read: what the rules see of it, what they made of it, and why it was passed over."""

    seen: View
    statements: list[Statement]
    passed: PassedOver | None


def extract(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> list[Claim]:
    """The claims of each article, in the articles' order and then in the text's; see `extract_all`."""
    return extract_all(articles, profile, any_subject=any_subject).claims


def extract_all(articles: Sequence[Article], profile: Profile, *, any_subject: bool = False) -> Extracted:
    """The claims of each article, in the articles' order and then in the text's, and of which articles there are none, and why.

    A first reading learns who plays whom from words that leave no doubt; names that it learned are read again with their role. With
    `any_subject` an article is read even if it is about something else. What breaks in one article is that article's fault alone.
    """
    rules = Index(load_rules())
    faults: dict[str, str] = {}
    read = dict(_read_each(articles, lambda article: _read(article, Tagger(profile, {}), rules, profile, any_subject), faults))
    new = {document: new_names(one.seen) for document, one in read.items() if one.passed is None}
    learned = learn_roles(statement for one in read.values() for statement in one.statements if not statement.rule.weak)
    learned = {ident: role for ident, role in learned.items() if any(ident in names for names in new.values())}
    if learned:
        again = [article for article in articles if not new.get(article.document, set()).isdisjoint(learned)]
        read |= dict(_read_each(again, lambda article: _read(article, Tagger(profile, learned), rules, profile, any_subject), faults))
    whole = [article for article in articles if article.document in read and article.document not in faults]
    kept = settle(confirmed(read[article.document].statements for article in whole), whole, profile)
    stated = {article.document: statements for article, statements in zip(whole, kept, strict=True)}
    told = dict(_read_each(whole, lambda article: list(_claims(read[article.document].seen, stated[article.document])), faults))
    passed = {document: one.passed for document, one in read.items() if one.passed is not None and document not in faults}
    return Extracted([claim for article in whole for claim in told.get(article.document, [])], passed, faults)


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


def _read(article: Article, tagger: Tagger, rules: Index, profile: Profile, any_subject: bool) -> _Read:
    seen = view(article, tagger)
    subject = find_subject(seen, profile)
    if subject.passed is not None and not any_subject:
        return _Read(seen, [], subject.passed)
    wrong = withdrawn(seen.lines)
    untrue = refuted(seen.lines)
    lines = seen.lines if any_subject else subject.lines
    statements = (
        statement for line in lines if line.masked.sentence.start not in untrue for statement in statements_of(line, rules, profile)
    )
    return _Read(seen, [statement for statement in statements if content_of(statement.value) not in wrong], None)


def _claims(seen: View, statements: list[Statement]) -> Iterator[Claim]:
    """The statements as claims, in the order of the text; a statement that two rules read in one sentence counts once."""
    places = Lines(seen.article.text)
    doubted = disclaimed(seen.lines)
    counted: Counter[str] = Counter()
    told: defaultdict[tuple[int, str, object], list[Statement]] = defaultdict(list)
    for statement in statements:  # in the order of the rules: the first that fits is the one that says most
        same = told[statement.line.masked.sentence.start, statement.make.key, content_key(statement.value)]
        if not statement.ambiguous and not any(_says_the_same(statement, other) for other in same):
            same.append(statement)
    dated = {
        (statement.line.masked.sentence.start, statement.make.key) for statement in statements if isinstance(statement.value, DateValue)
    }
    for statement in sorted(chain.from_iterable(told.values()), key=lambda d: (d.line.masked.sentence.start, d.start)):
        if statement.make.term == "announced" and (statement.line.masked.sentence.start, statement.make.key) in dated:
            continue  # the day of it says that, and more
        claim = _claim(seen, statement, places, counted)
        doubtful = (
            statement.line.masked.sentence.start in doubted and statement.rule.hedge and claim.certainty.rank > Certainty.POSSIBLE.rank
        )
        yield claim._replace(certainty=Certainty.POSSIBLE) if doubtful else claim


def _says_the_same(statement: Statement, other: Statement) -> bool:
    """Whether two statements with one value in one sentence have one subject, or only another season read out of the same words."""
    if statement.subject == other.subject:
        return True
    both_of_show = {statement.subject.kind, other.subject.kind} <= {"season", "show"}
    return both_of_show and statement.rule is not other.rule and statement.start < other.end and other.start < statement.end


def _is_open_ended(value: Value) -> bool:
    """Whether a date gives only the first day that can be: the denial around it went into that."""
    return isinstance(value, DateValue) and value.when.latest is None


def _claim(seen: View, statement: Statement, places: Lines, counted: Counter[str]) -> Claim:
    masked = statement.line.masked
    start, end = _raw(seen, masked, statement.start, statement.end)
    quote = seen.article.text[start:end]
    narrow = statement.make.key in ("character.fate", "cast.plays")
    modality = (
        cues.read(masked.text, statement.start, statement.end, narrow=narrow, original=masked.cased)
        if statement.rule.hedge
        else cues.read_bare(masked.text, statement.start, statement.end)
    )
    identity = "\0".join((seen.article.document, statement.make.key, str(statement.season), quote, statement.surface))
    counted[identity] += 1
    topic, _, predicate = statement.make.key.partition(".")
    negative = modality.negative and statement.rule.negation and not _is_open_ended(statement.value)
    value = statement.value
    if negative and statement.rule.denied and isinstance(value, TermValue):
        is_open = cues.is_open(masked.text[statement.start : statement.end]) and statement.rule.denied == "out"
        value, negative = TermValue("uncertain" if is_open else statement.rule.denied, value.text), False
    line, column = places.place(start)
    return Claim(
        id=hashlib.sha256(f"{identity}\0{counted[identity]}".encode()).hexdigest()[:12],
        topic=topic, predicate=predicate, subject=statement.subject, value=value,
        season=statement.season, part=statement.part, certainty=statement.rule.certainty or modality.certainty,
        polarity="negative" if negative else "positive", condition=_words(seen, masked, modality.condition),
        attribution=_words(seen, masked, modality.attribution), asserted=seen.article.asserted,
        source=Source(seen.article.document, seen.article.path, line, column, start, end, quote), rule=statement.rule.id, season_by=statement.step,
    )  # fmt: skip


def _raw(seen: View, masked: Masked, start: int, end: int) -> tuple[int, int]:
    """The stretch of the article behind a stretch of the masked sentence."""
    return seen.place(masked.sentence, *masked.origin(start, end))


def _words(seen: View, masked: Masked, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    start, end = _raw(seen, masked, *span)
    return seen.article.text[start:end].strip() or None
