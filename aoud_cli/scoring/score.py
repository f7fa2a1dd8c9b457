"""How well claims state what gold lists: counted by predicate and by rule, with every single judgement.

Recall counts the gold claims that any careful reader would list (core). Precision counts the distinct statements found, of the predicates
that gold covers, that some gold claim of their article lists, core or not. Certainty and season are judged on the claim whose words lie
nearest to gold's evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from aoud_cli.claims.rules import load_rules
from aoud_cli.findings.relate import WEB_COMICS
from aoud_cli.findings.words import say_some
from aoud_cli.ground.text import Lines
from aoud_cli.model import AoudError, Article, Asserted, Claim, DateValue, EntityValue, QuantityValue, RelationValue, TermValue, Value
from aoud_cli.names.profile import Profile
from aoud_cli.scoring.gold import ANY, UNRESOLVED, GoldClaim, find_aliases, read_aliases, read_gold
from aoud_cli.scoring.match import Matcher, Names, squash
from aoud_cli.scoring.tally import Column, Judgement, RuleTally, Score, Tally

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

Gold = Mapping[str, Sequence[GoldClaim]]
_NO_SEASON = "cast.plays"  # who plays whom holds for every season


def score(
    gold: str,
    corpus: Sequence[str] | None = None,
    *,
    aliases: Sequence[str] | None = None,
    dated: Mapping[str, date] | None = None,
    profile: str | None = None,
) -> Score:
    """Read a gold folder and the articles that it is about (None: the shipped ones), extract their claims and judge them.

    `aliases` are files that list spellings of one name (None: an aliases.json of the gold's folder, or of one of the two above it);
    without any, spellings that the profile takes for one person are one name.
    Raises AoudError where any of them can't be used.
    """
    from aoud_cli.analysis.pipeline import analyse

    rows, groups = read_gold(gold), read_aliases(find_aliases(gold) if aliases is None else aliases)
    return judge_analysis(analyse(corpus, dated=dated, profile=profile), rows, groups)


def judge_analysis(analysis: Analysis, gold: Gold, aliases: Sequence[Sequence[str]]) -> Score:
    """What was made of a corpus against gold; without any aliases, with the spellings that its profile knows. Raises AoudError."""
    return judge(analysis.claims, analysis.articles, gold, names_of(gold, aliases, analysis.profile))


def names_of(gold: Gold, aliases: Sequence[Sequence[str]], profile: Profile) -> Names:
    """The spellings of one name by groups of them; without any, those that the profile knows."""
    return Names.of(aliases or spellings(gold, profile))


def spellings(gold: Gold, profile: Profile) -> list[list[str]]:
    """Groups of spellings of one person, for the names that gold writes, and of what is one kind of source."""
    names = sorted({name for rows in gold.values() for row in rows for name in (row.subject, row.value) if isinstance(name, str)})
    people = ((profile.resolve(name), name) for name in names)
    return [sorted(WEB_COMICS), *([person.name, name] for person, name in people if person is not None)]


def judge(claims: Iterable[Claim], articles: Sequence[Article], gold: Gold, names: Names) -> Score:
    """Claims against gold. Raises AoudError where no article has gold, or several have the name that gold gives one."""
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.source.document].append(claim)
    pairs = {document: article_of(document, articles) for document in sorted(gold)}
    if not any(pairs.values()):
        listed = say_some([article.document for article in articles])
        raise AoudError(f"no article has gold: gold is of {say_some(list(gold))}; the articles are {listed}")
    every = [row for rows in gold.values() for row in rows]
    matcher, covered = Matcher.of(every, names), frozenset(row.key for row in every)
    parts = []
    for document, article in pairs.items():
        read = article or Article(document, "", "", "", "", Asserted())
        parts.append(_Part(gold[document], read, tuple(told.pop(read.document, ())), matcher, covered))
    left = [claim for rest in told.values() for claim in rest]
    return _sum_up(parts, left, tuple(_notes(pairs, articles, parts)))


def article_of(document: str, articles: Sequence[Article]) -> Article | None:
    """The article of that name, whatever folders stand before it. Raises AoudError where several have it."""
    found = [article for article in articles if article.document == document]
    found = found or [article for article in articles if article.document.rsplit("/", 1)[-1] == document]
    if len(found) > 1:
        raise AoudError(f"gold of '{document}' fits several articles: {say_some([article.path for article in found])}")
    return found[0] if found else None


@dataclass(frozen=True)
class _Part:
    """One article, its gold and its claims."""

    gold: Sequence[GoldClaim]
    article: Article
    claims: tuple[Claim, ...]
    matcher: Matcher
    covered: frozenset[str]

    def judgements(self) -> Iterator[Judgement]:
        """Core gold in its order, then what is wrong in the order of the text."""
        lines = Lines(self.article.text)
        for row in self.gold:
            if row.core:
                yield _judge_gold(row, [claim for claim in self.claims if self.matcher.states(claim, row)], self.article, lines)
        for group, column in self.statements():
            if column == "wrong":
                yield _judge_wrong(group)

    def statements(self) -> Iterator[tuple[list[Claim], Column]]:
        """The distinct statements, each with the claims that make it and what gold says of it."""
        for group in _distinct(self.claims):
            positive = [claim for claim in group if claim.polarity != "negative"]
            yield positive or group, self._column(positive)

    def _column(self, claims: Sequence[Claim]) -> Column:
        if not claims or claims[0].key not in self.covered:
            return "unjudged"
        listed = {row.core for row in self.gold if any(self.matcher.states(claim, row) for claim in claims)}
        return "right" if True in listed else "doubtful" if listed else "wrong"

    def is_timely(self, claims: Sequence[Claim]) -> bool:
        """Whether gold lists a statement with its season and part."""
        return any(self.matcher.states(claim, row) and self.matcher.is_timely(claim, row) for claim in claims for row in self.gold)

    def bad_quotes(self) -> int:
        """Claims whose quote does not stand in the article at its place."""
        places = (claim.source for claim in self.claims)
        return sum(not place.quote or self.article.text[place.start : place.end] != place.quote for place in places)


def _distinct(claims: Iterable[Claim]) -> list[list[Claim]]:
    """The claims of one article by what they state: the same predicate, subject, value, season and part count once."""
    groups: defaultdict[object, list[Claim]] = defaultdict(list)
    for claim in claims:
        season = None if claim.key == _NO_SEASON else claim.season
        groups[(claim.topic, claim.predicate, squash(claim.subject.name), _content(claim.value), season, claim.part)].append(claim)
    return list(groups.values())


def _content(value: Value) -> object:
    if isinstance(value, QuantityValue):
        return value
    if isinstance(value, DateValue):
        return value.when
    return (value.relation, value.to.name) if isinstance(value, RelationValue) else as_gold(value)


def as_gold(value: Value) -> Any:
    """A claim's value in the notation of gold."""
    if isinstance(value, EntityValue):
        return value.name
    if isinstance(value, DateValue):
        days = {"earliest": value.when.earliest, "latest": value.when.latest}
        return {name: day and day.isoformat() for name, day in days.items()} if any(days.values()) else UNRESOLVED
    if isinstance(value, QuantityValue):
        if value.unit in ("view", "household", "viewer"):
            return {"number": value.number, "unit": value.unit, "window_days": value.window_days}
        return {"hours": value.number, "window_days": value.window_days} if value.unit == "hour" else value.number
    if isinstance(value, RelationValue):
        return {"kind": value.relation, "to": value.to.name}
    return value.term if isinstance(value, TermValue) else value.text


def _judge_gold(row: GoldClaim, claims: Sequence[Claim], article: Article, lines: Lines) -> Judgement:
    start = article.text.find(row.evidence)
    near = _nearest(start, start + len(row.evidence), claims)
    has_season = row.season is not None and row.key != _NO_SEASON
    return Judgement(
        "found" if near else "missed", article.document, article.path, lines.place(start)[0] if start >= 0 else None,
        row.topic, row.predicate, row.subject, row.stated, row.season, row.part, row.certainty, row.evidence, row.place,
        all(row.certainty in (ANY, claim.certainty.value) for claim in near) if near else None,
        all(claim.season == row.season and row.part in (None, claim.part) for claim in near) if near and has_season else None,
        tuple(claim.id for claim in near), _rules(near),
    )  # fmt: skip


def _nearest(start: int, end: int, claims: Sequence[Claim]) -> list[Claim]:
    """The claims whose words share most of a stretch of the text, or lie nearest to it: several on a tie."""
    shared = [min(end, claim.source.end) - max(start, claim.source.start) for claim in claims]
    return [claim for claim, overlap in zip(claims, shared, strict=True) if overlap == max(shared)]


def _judge_wrong(group: Sequence[Claim]) -> Judgement:
    first = group[0]
    return Judgement(
        "wrong", first.source.document, first.source.path, first.source.line,
        first.topic, first.predicate, first.subject.name, as_gold(first.value), first.season, first.part,
        first.certainty.value, first.source.quote, None, None, None, tuple(claim.id for claim in group), _rules(group),
    )  # fmt: skip


def _rules(claims: Iterable[Claim]) -> tuple[str, ...]:
    return tuple(sorted({claim.rule for claim in claims}))


def _sum_up(parts: Sequence[_Part], left: Iterable[Claim], notes: tuple[str, ...]) -> Score:
    judgements = tuple(judgement for part in parts for judgement in part.judgements())
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for judgement in judgements:
        tallies[judgement.key] += _tally_of(judgement)
    for key, tally in (one for part in parts for one in _tallies_of(part)):
        tallies[key] += tally
    bad = sum(part.bad_quotes() for part in parts)
    rules = _rule_tallies(_columns(parts, left))
    return Score(sum(tallies.values(), Tally()), dict(sorted(tallies.items())), judgements, rules, bad, notes)


def _columns(parts: Sequence[_Part], left: Iterable[Claim]) -> Counter[tuple[str, Column]]:
    """How often each rule stated what is right, in doubt, wrong or not judged."""
    statements = (statement for part in parts for statement in part.statements())
    columns: Counter[tuple[str, Column]] = Counter((rule, column) for group, column in statements for rule in _rules(group))
    columns.update((group[0].rule, "unjudged") for group in _distinct(left))
    return columns


def _tallies_of(part: _Part) -> Iterator[tuple[str, Tally]]:
    """What one article adds to the counts of each predicate besides its judgements."""
    for row in part.gold:
        timely = row.core and any(part.matcher.states(claim, row) and part.matcher.is_timely(claim, row) for claim in part.claims)
        yield row.key, Tally(recalled_timely=int(timely))
    for group, column in part.statements():
        if column != "unjudged":
            yield group[0].key, Tally(found=1, right=int(column != "wrong"), right_timely=int(part.is_timely(group)))


def _tally_of(judgement: Judgement) -> Tally:
    if judgement.outcome == "wrong":
        return Tally()
    found, season = judgement.outcome == "found", judgement.season_right
    sure = judgement.certainty_right
    return Tally(1, int(found), 0, 0, int(sure is not None), int(sure or False), int(season is not None), int(season or False))


def _rule_tallies(columns: Mapping[tuple[str, Column], int]) -> tuple[RuleTally, ...]:
    names = {rule.id for rule in load_rules()} | {rule for rule, _ in columns}
    order: tuple[Column, ...] = ("right", "doubtful", "wrong", "unjudged")
    tallies = [RuleTally(name, *(columns.get((name, column), 0) for column in order)) for name in names]
    return tuple(sorted(tallies, key=lambda t: (t.precision is None, t.precision or 0.0, -t.wrong, t.rule)))


def _notes(pairs: Mapping[str, Article | None], articles: Sequence[Article], parts: Sequence[_Part]) -> Iterator[str]:
    """What a reader of the figures should know: gold without an article counts as missed, an article without gold not at all."""
    for document, article in pairs.items():
        if article is None:
            yield f"{document}: gold, but no such article; it counts as missed"
    named = {article.document for article in pairs.values() if article}
    without = [article.document for article in articles if article.document not in named]
    if without:
        yield f"{len(without)} not scored, having no gold: {say_some(without)}"
    for part in parts:
        for row in part.gold:
            if part.article.text and row.evidence not in part.article.text:
                yield f"{row.place}: its evidence does not stand in the article"
