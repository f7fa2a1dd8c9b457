"""From articles to claims: each rule is tried on each sentence, and what it catches becomes a claim with its words."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line, View, view
from aoud_cli.claims.grammar import filled, items
from aoud_cli.claims.rules import CONTEXT, Index, Make, Rule, load_rules
from aoud_cli.claims.seasons import is_done_again, season_of, season_of_work
from aoud_cli.claims.takeback import content_of, disclaimed, withdrawn
from aoud_cli.claims.values import value_of
from aoud_cli.dateline import metadata_spans
from aoud_cli.model import Article, Certainty, Claim, DateRange, DateValue, Entity, Source, TermValue, Value
from aoud_cli.profile import Profile
from aoud_cli.spans.tag import Masked, Pronoun, Tagger
from aoud_cli.text import Lines

SHOW = Entity("show", "show", "show")
_MOST_MATCHES = 20  # of one rule in one sentence; ten thousand names in a line can't pair without end


@dataclass(frozen=True)
class Draft:
    """A claim before it has its certainty and its id: offsets are in the masked sentence."""

    rule: Rule
    make: Make
    line: Line
    start: int
    end: int
    subject: Entity
    value: Value
    season: int | None
    surface: str
    ambiguous: bool


def extract(articles: Sequence[Article], profile: Profile) -> list[Claim]:
    """The claims of each article, in the articles' order and then in the text's.

    A first reading learns who plays whom from words that leave no doubt; names that it learned are read again with their role.
    """
    rules = Index(load_rules())
    tagger = Tagger(profile, {})
    drafted = {article.document: _read(article, tagger, rules, profile) for article in articles}
    new = {document: _new_names(seen) for document, (seen, _) in drafted.items()}
    learned = _learn(draft for _, drafts in drafted.values() for draft in drafts)
    learned = {ident: role for ident, role in learned.items() if any(ident in names for names in new.values())}
    if learned:
        tagger = Tagger(profile, learned)
        for article in articles:
            if not new[article.document].isdisjoint(learned):
                drafted[article.document] = _read(article, tagger, rules, profile)
    told = {_fact(draft) for _, drafts in drafted.values() for draft in drafts if not draft.rule.weak}
    first = _first_premiere(draft for _, drafts in drafted.values() for draft in drafts)
    return [
        claim
        for seen, drafts in (drafted[article.document] for article in articles)
        for claim in _claims(seen, [_in_time(draft, first, profile) for draft in drafts if not draft.rule.weak or _fact(draft) in told])
    ]


def _first_premiere(drafts: Iterator[Draft]) -> date | None:
    """The first day on which season 1 can have been out, by the corpus; None where nobody tells."""
    days = [
        draft.value.when.earliest
        for draft in drafts
        if draft.make.key == "release.premiere" and draft.season == 1 and isinstance(draft.value, DateValue) and draft.value.when.earliest
    ]
    return min(days, default=None)


def _in_time(draft: Draft, first: date | None, profile: Profile) -> Draft:
    """What was filmed before season 1 was out is season 1, what was filmed behind it is not, where no words name the season."""
    if first is None or draft.line.masked.seasons or draft.make.key not in ("production.filming_start", "production.filming_end"):
        return draft
    when = draft.value.when if isinstance(draft.value, DateValue) else DateRange(None, None)
    season = draft.season
    if when.latest is not None and when.latest < first:
        season = 1
    elif when.earliest is not None and when.earliest > first and season == 1:
        season = profile.upcoming
    return draft if season is None else replace(draft, subject=_season_entity(season), season=season)


def _fact(draft: Draft) -> tuple[str, str, object]:
    """What a draft states, whatever season and words: a weak rule's draft counts where a plain one states the same."""
    about_somebody = draft.subject.kind in ("person", "character")
    return draft.make.key, draft.subject.id if about_somebody else "", _content(draft.value)


def _new_names(seen: View) -> set[str]:
    """The ids of the names in an article whose part the profile doesn't know."""
    spans = (span for line in seen.lines for span in line.masked.spans)
    return {span.what.id for span in spans if span.kind == "n" and isinstance(span.what, Entity)}


def _read(article: Article, tagger: Tagger, rules: Index, profile: Profile) -> tuple[View, list[Draft]]:
    seen = view(article, tagger, metadata_spans(article.text))
    wrong = withdrawn(seen.lines)
    drafts = (draft for line in seen.lines for draft in _drafts(line, rules, profile))
    return seen, [draft for draft in drafts if content_of(draft.value) not in wrong]


def _learn(drafts: Iterator[Draft]) -> dict[str, str]:
    """New names with one role: who plays, and who is played, by rules that leave no doubt."""
    roles: defaultdict[str, set[str]] = defaultdict(set)
    for draft in drafts:
        if draft.make.key == "cast.plays" and not draft.ambiguous:
            roles[draft.subject.id].add("performer")
            roles[getattr(draft.value, "id", "")].add("character")
        elif draft.make.key == "cast.status" and draft.subject.kind == "person":
            roles[draft.subject.id].add("performer")
    return {ident: next(iter(of_one)) for ident, of_one in roles.items() if len(of_one) == 1}


def _drafts(line: Line, rules: Index, profile: Profile) -> Iterator[Draft]:
    masked = line.masked
    for rule in rules.rules_for(masked.text, masked.kinds):
        if not rule.stands_right(line.over, line.before, masked.text):
            continue
        if masked.sentence.text.rstrip("\"')").endswith("?") and not rule.question:
            continue
        for count, match in enumerate(rule.compiled.regex.finditer(masked.text)):
            if count == _MOST_MATCHES:
                break
            yield from _make(line, rule, match, profile)


def _make(line: Line, rule: Rule, match: re.Match[str], profile: Profile) -> Iterator[Draft]:
    masked = line.masked
    if cues.is_retracted(masked.text, *match.span()) or (rule.hedge and not rule.question and cues.is_asked(masked.text, match.start())):
        return
    for make in rule.makes:
        for subject_at, value_at in _pairs(make, match):
            subject, season = _subject(make, rule, line, match, subject_at, profile)
            doubtful = _is_of_the_show(make, subject) or subject_at.startswith("<n")
            if subject is None or (doubtful and is_about_another(masked, match)):
                continue
            value = value_of(make, masked, match, value_at)
            if value is None:
                continue
            draft = Draft(
                rule,
                make,
                line,
                *match.span(),
                subject,
                value,
                season,
                _surface(subject_at, value_at, masked),
                _is_ambiguous(masked, subject_at, value_at),
            )
            yield draft
            if make.subject == "work" and season is not None and season > 1 and not rule.weak and is_done_again(line):
                yield replace(draft, subject=_season_entity(season - 1), season=season - 1)


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


def _subject(make: Make, rule: Rule, line: Line, match: re.Match[str], token: str, profile: Profile) -> tuple[Entity | None, int | None]:
    season = season_of_work(rule, make, line, match, profile) if make.subject == "work" else season_of(rule, make, line, match, profile)
    if make.subject == "show" or (make.subject == "work" and season is None):
        return SHOW, None if rule.season in ("none", "context") else season
    if make.subject in ("season", "work"):
        number = season or profile.upcoming
        return _season_entity(number), number
    what = line.masked.span(token).what if token.startswith("<") else None
    if isinstance(what, Pronoun):
        what = _antecedent(what, make.subject)
    if not isinstance(what, Entity):
        return None, season
    return Entity(what.id, what.name, "person") if make.key == "cast.plays" else what, season


def _season_entity(number: int) -> Entity:
    return Entity(f"season-{number}", f"season-{number}", "season")


def _antecedent(pronoun: Pronoun, slot: str) -> Entity | None:
    """Whom a pronoun stands for in a slot."""
    if slot.startswith("character"):
        return pronoun.character
    return pronoun.performer or pronoun.character if slot.startswith("name") else pronoun.performer


_ANOTHER_RE = re.compile(
    r"<w\d+>|\b(?:in|of|for|with|from|gave|on) (?:an?|another|one) (?:[a-z-]+ ){0,3}"
    r"(?:drama|series|show|film|movie|romance|comedy|podcast)\b"
)
_THIS_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>")
_MEANT_RE = re.compile(r"<t\d+>|(?<!whose )<s\d+>|\b(?:it|its|the (?:series|show|drama|sequel|zombie [a-z]+))\b")
# Who airs other works; the show's own platform is a span by now.
_NETWORK_RE = re.compile(
    r"\b(?:sbs|ena|tvn|jtbc|kbs2?|mbc|ocn|mnet|tv chosun|disney\+|disney plus|tving|wavve|coupang play|apple tv\+?|hbo(?: max)?|hulu|amazon"
    r"|prime video|peacock|paramount\+|amc|bbc|itv|channel 4|viki)(?!\w)(?! (?:said|reported|news))"
)
_PARENTHESIS_RE = re.compile(r"\([^()]*\)")


def _is_open_ended(value: Value) -> bool:
    """Whether a date gives only the first day that can be: the denial around it went into that."""
    return isinstance(value, DateValue) and value.when.latest is None


def _is_of_the_show(make: Make, subject: Entity | None) -> bool:
    """What another title nearby would make doubtful: a fact of a season or of the show, its source apart, which has a title of its own."""
    return subject is not None and subject.kind in ("season", "show") and not make.key.startswith("source.")


def is_about_another(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the words belong to another work: its title stands before them, and behind it or in their clause nothing means this show."""
    left, right = cues.clause(masked.text, *match.span())
    if _NETWORK_RE.search(masked.text[left:right]) and not _THIS_RE.search(masked.text[left:right]):
        return True
    before = masked.text[masked.text.rfind("; ", 0, match.start()) + 1 : match.end()]
    titles = list(_ANOTHER_RE.finditer(_PARENTHESIS_RE.sub(lambda aside: " " * len(aside.group()), before)))
    if not titles or _THIS_RE.search(masked.text[left : match.end()]):
        return False
    return not _MEANT_RE.search(before[titles[-1].end() :])


def _surface(subject: str, value: str, masked: Masked) -> str:
    words = (masked.span(t) for t in (subject, value) if t.startswith("<"))
    return "\0".join(masked.sentence.text[s.start : s.end] for s in words)


def _is_ambiguous(masked: Masked, subject: str, value: str) -> bool:
    """Two new names side by side in a rule that either order fits, such as a parenthesis."""
    return (
        all(t.startswith("<n") for t in (subject, value))
        and re.search(re.escape(f"{value} ({subject})") + "|" + re.escape(f"{subject} ({value})"), masked.text) is not None
    )


def _claims(seen: View, drafts: list[Draft]) -> Iterator[Claim]:
    """The drafts as claims, in the order of the text; a statement that two rules read in one sentence counts once."""
    places = Lines(seen.article.text)
    doubted = disclaimed(seen.lines)
    counted: Counter[str] = Counter()
    told: defaultdict[tuple[int, str, object], list[Draft]] = defaultdict(list)
    for draft in drafts:  # in the order of the rules: the first that fits is the one that says most
        same = told[draft.line.masked.sentence.start, draft.make.key, _content(draft.value)]
        if not draft.ambiguous and not any(_says_the_same(draft, other) for other in same):
            same.append(draft)
    for draft in sorted(chain.from_iterable(told.values()), key=lambda d: (d.line.masked.sentence.start, d.start)):
        claim = _claim(seen, draft, places, counted)
        doubtful = draft.line.masked.sentence.start in doubted and draft.rule.hedge and claim.certainty.rank > Certainty.POSSIBLE.rank
        yield claim._replace(certainty=Certainty.POSSIBLE) if doubtful else claim


def _says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether two drafts with one value in one sentence have one subject, or only another season read out of the same words."""
    if draft.subject == other.subject:
        return True
    both_of_show = {draft.subject.kind, other.subject.kind} <= {"season", "show"}
    return both_of_show and draft.rule is not other.rule and draft.start < other.end and other.start < draft.end


def _content(value: Value) -> object:
    return (
        getattr(value, "id", None)
        or getattr(value, "term", None)
        or getattr(value, "when", None)
        or getattr(value, "number", None)
        or value.text
    )


def _claim(seen: View, draft: Draft, places: Lines, counted: Counter[str]) -> Claim:
    masked = draft.line.masked
    start, end = _raw(seen, masked, draft.start, draft.end)
    quote = seen.article.text[start:end]
    narrow = draft.make.key == "character.fate"
    reading = (
        cues.read(masked.text, draft.start, draft.end, narrow=narrow)
        if draft.rule.hedge
        else cues.Reading(Certainty.CERTAIN, False, None, None)
    )
    identity = "\0".join((seen.article.document, draft.make.key, str(draft.season), quote, draft.surface))
    counted[identity] += 1
    topic, _, predicate = draft.make.key.partition(".")
    negative = reading.negative and draft.rule.negation and not _is_open_ended(draft.value)
    value = draft.value
    if negative and draft.rule.denied and isinstance(value, TermValue):
        is_open = cues.is_open(masked.text[draft.start : draft.end]) and draft.rule.denied == "out"
        value, negative = TermValue("uncertain" if is_open else draft.rule.denied, value.text), False
    line, column = places.place(start)
    return Claim(
        id=hashlib.sha256(f"{identity}\0{counted[identity]}".encode()).hexdigest()[:12],
        topic=topic, predicate=predicate, subject=draft.subject, value=value,
        season=draft.season, certainty=draft.rule.certainty or reading.certainty, polarity="negative" if negative else "positive",
        condition=_words(seen, masked, reading.condition), attribution=_words(seen, masked, reading.attribution),
        asserted=seen.article.asserted,
        source=Source(seen.article.document, seen.article.path, line, column, start, end, quote), rule=draft.rule.id,
    )  # fmt: skip


def _raw(seen: View, masked: Masked, start: int, end: int) -> tuple[int, int]:
    """The stretch of the article behind a stretch of the masked sentence."""
    first, last = masked.origin(start, end)
    return seen.folded.raw_span(masked.sentence.start + first, masked.sentence.start + last)


def _words(seen: View, masked: Masked, span: tuple[int, int] | None) -> str | None:
    if span is None:
        return None
    start, end = _raw(seen, masked, *span)
    return seen.article.text[start:end].strip() or None
