"""What an article's settled statements give to those of other articles, and take from them and from one another.

Who is in a cast is back in the line-up of a later season; what is only hinted at is told where others tell it plainly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from aoud_cli.claims.corpus.footprint import Corpus, Settled
from aoud_cli.claims.roles import comeback_of, fact_of, is_denied, is_in_cast
from aoud_cli.claims.seasons.calendar import PREMIERE, Calendar
from aoud_cli.claims.seasons.out import day_told
from aoud_cli.claims.seasons.settle import JUST_OUT
from aoud_cli.claims.statement import Statement, placed
from aoud_cli.english import pattern
from aoud_cli.model import Asserted, TermValue
from aoud_cli.predicates import FACTS, MADE_AND_OUT, SEASONAL

LONG_SHOOT = timedelta(days=365)
DISTINCT = 3  # digits of a figure that no two seasons share by chance


def settled_of(statements: Sequence[Statement], when: Asserted, calendar: Calendar) -> Settled:
    """What an article's settled statements tell of who is new, who plays whom, whose callings, and what of which season."""
    plain = [statement for statement in statements if not statement.rule.hint]
    new = [(d.subject.id, d.season) for d in plain if d.make.key == "cast.status" and d.make.term == "new"]
    written = _season_written_of(when, calendar)
    plays = tuple((d.subject.id, getattr(d.value, "id", ""), written) for d in plain if d.make.key == "cast.plays")
    callings = frozenset(d.subject.id for d in plain if d.make.key == "character.occupation")
    facts = [d for d in plain if not is_denied(d)]
    told = dict.fromkeys([*((fact_of(d), d.season) for d in facts if not _is_of_no_named_season(d)), *_comebacks(facts, when, calendar)])
    hints = [statement for statement in statements if statement.rule.hint]
    hinted = {fact_of(d) for d in statements if d.rule.hint or _is_of_no_named_season(d)}
    hinted |= {comeback_of(d.subject, "new") for d in hints if d.make.term == "returning"}
    hinted |= {comeback_of(d.subject) for d in plain if _is_aboard(d)}
    return Settled(tuple((who, season) for who, season in new if season is not None), plays, callings, tuple(told), frozenset(hinted))


def _is_of_no_named_season(statement: Statement) -> bool:
    """Whether only the article's day gives a figure its season: `It drew 252.1 million views in 91 days`, which others tell of one."""
    if not statement.make.key.startswith("viewership.") or statement.step != "time":
        return False
    significant = str(getattr(statement.value, "number", 0)).rstrip("0")
    return len(significant) >= DISTINCT


def _comebacks(facts: Sequence[Statement], when: Asserted, calendar: Calendar) -> Iterator[tuple[str, int]]:
    """Of whom a line-up of which season would say that they are back: they are in the cast of an earlier one."""
    written = _season_written_of(when, calendar)
    for statement in facts:
        first = written if statement.make.key == "cast.plays" else statement.season
        if is_in_cast(statement) and first is not None:
            yield from ((comeback_of(statement.subject), season) for season in range(first + 1, calendar.last + 2))


def _season_written_of(when: Asserted, calendar: Calendar) -> int | None:
    """The last season that an article can be about: the one to come, or the one that has just come out."""
    out = calendar.out(when)
    if out is None:
        return None
    return out if calendar.is_within(out, when, JUST_OUT) else out + 1


def finish(statements: Sequence[Statement], corpus: Corpus, when: Asserted) -> list[Statement]:
    """An article's settled statements as they stand beside one another, with the season in which a new part comes, and of those that are
    only hinted at those of which plain ones tell the season."""
    told = [_as_back(one, corpus.seasons) for one in filter(None, (_as_told(d, corpus.seasons) for d in statements))]
    return [_with_newcomer(statement, corpus.newcomers) for statement in _as_beside(_without_shot(_without_joined(told), when))]


def _as_told(statement: Statement, seasons: Mapping[str, Sequence[int | None]]) -> Statement | None:
    """What is only hinted at: of a season that plain statements tell, if need be the only one; of any where one season is as good."""
    told = seasons.get(fact_of(statement), ())
    if not statement.rule.hint:
        is_open = _is_of_no_named_season(statement) and len(told) == 1 and told[0] is not None
        return placed(statement, told[0], "date") if is_open else statement
    if statement.make.term and not _is_lineup_of_later(statement, seasons):
        return None
    if statement.season in told or (FACTS[statement.make.key] == "many" and statement.make.key not in SEASONAL):
        return statement
    is_open = statement.make.slot is not None and statement.step != "clause"
    return placed(statement, told[0], "date") if len(told) == 1 and is_open else None


_ABOARD_RE = pattern(r"\b{is_aboard}\b")


def _is_aboard(statement: Statement) -> bool:
    """Whether somebody is taken for new because they are aboard, which those are too who were."""
    is_new = statement.make.key == "cast.status" and statement.make.term == "new"
    start = 0 if statement.rule.id.startswith("answer.") else statement.start  # "X is on board, as are Y and Z"
    return is_new and _ABOARD_RE.search(statement.line.masked.text, start, statement.end) is not None


def _as_back(statement: Statement, seasons: Mapping[str, Sequence[int | None]]) -> Statement:
    """Who is only said to be aboard a season is back in it where others say that they were in one before: `X is on board, too`."""
    was_there = statement.season is not None and statement.season in seasons.get(comeback_of(statement.subject), ())
    if not (was_there and _is_aboard(statement)):
        return statement
    return replace(statement, make=statement.make._replace(term="returning"), value=TermValue("returning", statement.value.text))


def _is_lineup_of_later(statement: Statement, seasons: Mapping[str, Sequence[int | None]]) -> bool:
    """Whether a line-up is of a season that words name, and not of the one that somebody in it is new in."""
    is_named = statement.step not in ("", "time", "date")
    return is_named and statement.season not in seasons.get(comeback_of(statement.subject, "new"), ())


def _without_joined(statements: Sequence[Statement]) -> list[Statement]:
    """Without those who are new where their sentence has them back: `joining them is X, who continues as Y`."""
    back = {(id(d.line), d.subject.id) for d in statements if d.make.key == "cast.status" and d.make.term == "returning"}
    return [d for d in statements if d.make.term != "new" or d.step == "clause" or (id(d.line), d.subject.id) not in back]


_BEGAN_RE = pattern(r"\b{shoot_began}\b")


def _without_shot(statements: Sequence[Statement], when: Asserted) -> list[Statement]:
    """Without a shoot that is underway because it began, where the article tells its end, or it began long ago: `began in March and
    finished in June`."""
    over = {d.season for d in statements if d.make.key == "production.filming_end" and d.is_fact and not d.ahead}
    began = {id(d.line): told.latest for d in statements if d.make.key == "production.filming_start" for told in [day_told(d)] if told}

    def is_over(d: Statement) -> bool:
        first = began.get(id(d.line))
        long_ago = first is not None and when.earliest is not None and first + LONG_SHOOT < when.earliest
        return d.season in over or long_ago

    def has_begun(d: Statement) -> bool:
        return d.make.term == "underway" and _BEGAN_RE.search(d.line.masked.text, d.start, d.end) is not None

    return [d for d in statements if not (has_begun(d) and is_over(d))]


_WHOLE_SHOW_RE = pattern(r"<t\d+>|\bthe {show_kinds}\b")


def _as_beside(statements: Sequence[Statement]) -> Iterator[Statement]:
    """What names no season is of the one that its sentence tells of: a place of the shoot whose days stand beside it, a calling of the
    season in which somebody comes back with it (`from July 2025 to February 2026 in Daejeon`; `X returns as Officer Y`)."""
    shoots = {id(statement.line): statement.season for statement in statements if statement.make.key.startswith("production.filming")}
    debuts = {id(d.line): d.season for d in statements if d.make.key == PREMIERE and day_told(d) is not None}
    castings = {id(d.line): d.season for d in statements if d.make.key == "cast.status" and d.make.term in ("returning", "new")}
    shown = {id(d.line): d.season for d in statements if d.make.key in (PREMIERE, "release.finale") and d.is_fact and not d.ahead}
    told = {id(d.line): d.season for d in statements if d.make.key in MADE_AND_OUT and day_told(d) is not None}
    named = {
        "episodes.count": shown, "production.location": shoots, "character.occupation": castings, "release.platform": debuts,
        "crew.director": told, "crew.writer": told,  # "directed by X, with the finale on February 8"
    }  # fmt: skip
    for statement in statements:
        beside = named.get(statement.make.key, {})
        is_open_yet = statement.step in ("", "time") or (statement.step == "heading" and beside is debuts)
        season = beside.get(id(statement.line)) if is_open_yet else None
        if season is not None and beside is told and _WHOLE_SHOW_RE.search(statement.line.masked.text) is not None:
            season = None  # who directs the show
        yield statement if season is None else placed(statement, season, "time")


def _with_newcomer(statement: Statement, newcomers: Mapping[str, int]) -> Statement:
    """What a new part is, it is in the season that it comes with."""
    season = newcomers.get(statement.subject.id) if statement.make.key == "character.occupation" else None
    is_later = statement.season is not None and season is not None and statement.season > season and statement.step != "time"
    return statement if season is None or is_later or statement.step == "clause" else replace(statement, season=season, step="time")
