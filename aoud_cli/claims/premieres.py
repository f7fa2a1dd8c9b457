"""When each season came out, as the profile and the corpus tell it, and whose season a claim is of where its words leave that open.

Time is the article's own: what it tells as past is of the last season out on its day, what is to come of the one after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from aoud_cli.claims.match import SHOW, Statement
from aoud_cli.claims.seasons import Step, is_open
from aoud_cli.model import Article, Asserted, DateRange, DateValue, Entity
from aoud_cli.names.profile import Profile
from aoud_cli.spans.seasons import ANOTHER, Season

PREMIERE = "release.premiere"
APART = timedelta(days=150)  # two premieres that are nearer are of one season, or one is misread
SEQUEL = 2  # the first season that is made when another may be out
PRECISE = timedelta(days=31)  # a premiere told to its year decides no order
SOME = 3  # episodes
ZONE = timedelta(days=1)  # a premiere's day here and on the other side of the world
# Always of the season to come: nobody renews, casts or shoots what is out.
MAKING = ("renewal", "production", "trailer")
MAKING_KEYS = ("cast.status",)
# Told as past, these are of a season that is out.
SHOWN = ("viewership", "release", "episodes")
SEASONLESS = ("cast.plays", "release.platform")
LASTING = ("hybrid", "alive")  # fates that somebody brings into the next season
STORY = ("character.fate", "character.occupation")  # told of the story so far, however hedged


# Season and days of a premiere -> the articles that tell it.
_Told = defaultdict[tuple[int, tuple[date, date]], set[str]]


class Calendar(NamedTuple):
    """The first days of the seasons whose premiere is known, by number; `last` is the highest season that the profile knows.

    `episodes` are the seasons whose number of episodes the profile tells, and that.
    """

    premieres: tuple[tuple[int, date], ...]
    last: int
    episodes: tuple[tuple[int, int], ...] = ()

    def day(self, season: int) -> date | None:
        """The first day of a season."""
        return dict(self.premieres).get(season)

    def out(self, when: Asserted) -> int | None:
        """How many seasons were out when an article was written; None where that is open, or no premiere is known."""
        if not self.premieres or when.earliest is None or when.latest is None:
            return None
        first, last = (max((number for number, day in self.premieres if day <= at), default=0) for at in (when.earliest, when.latest))
        if first == 0 and self.premieres[0][0] != 1:
            return None
        return first if first == last else None

    def season_of(self, when: DateRange) -> int | None:
        """The season whose premiere a date tells: its day, or the one day in its month."""
        if when.earliest is None or when.latest is None or when.latest - when.earliest > PRECISE:
            return None
        near = [number for number, day in self.premieres if when.earliest - ZONE <= day <= when.latest + ZONE]
        return near[0] if len(near) == 1 else None

    def season_with(self, statement: Statement) -> int | None:
        """The one season that has as many episodes as a count tells, as far as the profile knows."""
        number = getattr(statement.value, "number", 0) if statement.make.key == "episodes.count" else 0
        fits = [season for season, count in self.episodes if count == number]
        return fits[0] if len(fits) == 1 else None

    def breaks(self, key: str, when: DateRange, season: int) -> bool:
        """Whether an event of that season can't lie there: made after it came out, out before the season before it.

        What is made before anything is out is taken for the first season's; two seasons may be shot in one go, but then words say so.
        """
        own, before, after = (self.day(number) for number in (season, season - 1, season + 1))
        if key.startswith(("production.filming", "renewal.announced")):
            late = own is not None and when.earliest is not None and when.earliest > own
            return late or (season == SEQUEL and before is not None and when.latest is not None and when.latest < before)
        if key in (PREMIERE, "release.finale"):
            early = before is not None and when.latest is not None and when.latest < before + APART
            late = after is not None and when.earliest is not None and when.earliest >= after
            return early or late
        return False


def settle(stated: Sequence[Sequence[Statement]], articles: Sequence[Article], profile: Profile) -> list[list[Statement]]:
    """Each article's statements with their season: the first candidate that can be, else by the days, else by time, else none."""
    calendar = _calendar(stated, articles, profile)
    settled = [
        [
            one
            for out in [_out(statements, article.asserted, calendar)]
            for statement in statements
            for one in _settle(statement, article.asserted, calendar, out)
        ]
        for statements, article in zip(stated, articles, strict=True)
    ]
    newcomers = _newcomers(statement for statements in settled for statement in statements)
    return [[_with_newcomer(statement, newcomers) for statement in _with_shoots(statements)] for statements in settled]


def _with_shoots(statements: Sequence[Statement]) -> Iterator[Statement]:
    """A place without a season is of the shoot whose days stand in its sentence: `from July 2025 to February 2026 in Daejeon`."""
    shoots = {id(statement.line): statement.season for statement in statements if statement.make.key.startswith("production.filming")}
    for statement in statements:
        season = shoots.get(id(statement.line)) if statement.make.key == "production.location" and statement.season is None else None
        yield statement if season is None else _placed(statement, season, "time")


def _newcomers(statements: Iterable[Statement]) -> dict[str, int]:
    """The id of each part -> the season that its performer is new in."""
    told = list(statements)
    new = {d.subject.id: d.season for d in told if d.make.key == "cast.status" and d.make.term == "new" and d.season is not None}
    parts = ((d.subject.id, getattr(d.value, "id", "")) for d in told if d.make.key == "cast.plays")
    return {part: season for performer, part in parts for season in [new.get(performer)] if season is not None}


def _with_newcomer(statement: Statement, newcomers: dict[str, int]) -> Statement:
    """What a new part is, it is in the season that it comes with."""
    season = newcomers.get(statement.subject.id) if statement.make.key == "character.occupation" else None
    return statement if season is None or statement.step == "clause" else replace(statement, season=season, step="time")


def _calendar(stated: Iterable[Sequence[Statement]], articles: Sequence[Article], profile: Profile) -> Calendar:
    known = {season.number: season.premiered for season in profile.dated if season.premiered}
    episodes = tuple((season.number, season.episodes) for season in profile.dated if season.episodes)
    calendar = Calendar(tuple(sorted(known.items())), profile.seasons, episodes)
    told: _Told = defaultdict(set)
    debuts: _Told = defaultdict(set)
    for statements, article in zip(stated, articles, strict=True):
        for statement in statements:
            when = _premiere(statement)
            if when is None:
                continue
            named = next((whose for whose in statement.candidates if whose.step != "heading"), None)
            if named is not None and isinstance(named.season, int) and named.step == "clause":
                told[named.season, when].add(article.document)
            elif named is None and not statement.ahead:
                debuts[1, when].add(article.document)
    calendar = _with(calendar, told)
    return calendar if calendar.day(1) else _with(calendar, debuts)


def _with(calendar: Calendar, told: _Told) -> Calendar:
    """The calendar with the premieres that are told to the day, then by most articles, as far as they keep the order of the seasons."""
    for (season, (day, _)), _ in sorted(told.items(), key=lambda item: (item[0][1][0] != item[0][1][1], -len(item[1]), item[0])):
        fits = all((other < season and at + APART <= day) or (other > season and day + APART <= at) for other, at in calendar.premieres)
        if fits and calendar.day(season) is None:
            calendar = calendar._replace(premieres=tuple(sorted((*calendar.premieres, (season, day)))))
    return calendar


def _premiere(statement: Statement) -> tuple[date, date] | None:
    """The days of a premiere that is told as fact, to its month at least, and of no later part."""
    if statement.make.key != PREMIERE or not isinstance(statement.value, DateValue) or (statement.part or 1) != 1 or not statement.is_fact:
        return None
    first, last = statement.value.when
    return (first, last) if first is not None and last is not None and last - first <= PRECISE else None


def _out(statements: Sequence[Statement], when: Asserted, calendar: Calendar) -> int | None:
    """How many seasons were out when the article was written: by its day, or by what it names as made or to come."""
    by_day = calendar.out(when)
    watched = [
        season
        for statement in statements
        if statement.is_fact and statement.make.key.startswith("viewership.")
        for season in _named(statement, "clause")
    ]
    if by_day is not None:
        return by_day if calendar.day(by_day + 1) else max(by_day, *watched, 0)
    past = watched + [season for statement in statements if _shows_out(statement, when) for season in _named(statement, "clause")]
    past += [1 for statement in statements if statement.make.key == "cast.status" and statement.make.term in ("returning", "out")]
    arriving = [
        calendar.season_of(d.value.when)
        for d in statements
        if d.make.key == PREMIERE and isinstance(d.value, DateValue) and d.ahead and not _named(d)
    ]
    if any(arriving) and not past:
        return min(number for number in arriving if number) - 1
    past += [
        1
        for statement in statements
        if _premiere(statement) and not statement.ahead and not _named(statement, "clause", "sentence", "before")
    ]
    ahead = [
        season for statement in statements if _shows_ahead(statement, when) for season in _named(statement) if season > max(past, default=0)
    ]
    return min(ahead) - 1 if ahead else max(past) if past else None


def _shows_out(statement: Statement, when: Asserted) -> bool:
    """Whether a statement shows that the season which it names was out."""
    return (
        statement.make.key == PREMIERE and isinstance(statement.value, DateValue) and statement.is_fact and not _is_to_come(statement, when)
    )


def _shows_ahead(statement: Statement, when: Asserted) -> bool:
    """Whether a statement shows that the season which it names was still to come."""
    if statement.make.key in ("renewal.announced", "cast.status", "production.status"):
        return True
    return statement.make.key.split(".")[0] in ("release", "production", "trailer") and statement.ahead and _is_to_come(statement, when)


def _named(statement: Statement, *steps: Step) -> list[int]:
    """The numbers of the seasons that a statement's clause, or what the steps say, names."""
    seasons = [whose.season for whose in statement.candidates if whose.step in (steps or ("clause", "sentence"))]
    return [number for season in seasons for number in (season if isinstance(season, tuple) else (season,)) if isinstance(number, int)]


def _is_to_come(statement: Statement, when: Asserted) -> bool:
    """Whether what a statement tells is still to come, or is made for what is; a date decides it where the article's day is known."""
    topic = statement.make.key.split(".")[0]
    if statement.make.key in STORY:
        return statement.make.term == "returns"
    if topic in MAKING or statement.make.key in MAKING_KEYS:
        return True
    if isinstance(statement.value, DateValue) and topic in SHOWN:
        first, last = statement.value.when
        if last is not None and when.earliest is not None and last < when.earliest:
            return False
        if first is not None and when.latest is not None and first > when.latest:
            return True
    return statement.ahead


def _settle(statement: Statement, when: Asserted, calendar: Calendar, out: int | None) -> Iterator[Statement]:
    if statement.rule.season == "none":
        yield statement
        return
    season, step = _season(statement, when, calendar, out)
    for number in season if isinstance(season, tuple) else (season,):
        if isinstance(number, int) and number > calendar.last + 1 > SEQUEL:
            continue  # the profile knows of fewer: another show's
        yield _placed(statement, number if isinstance(number, int) else None, step)
        if statement.again and isinstance(number, int) and number > 1:
            yield _placed(statement, number - 1, step)


def _placed(statement: Statement, season: int | None, step: Step) -> Statement:
    """The statement with its season, as its subject where it tells of a season."""
    if statement.make.subject in ("season", "work"):
        return replace(statement, season=season, step=step, subject=SHOW if season is None else Entity.season(season))
    return replace(statement, season=season, step=step)


def _season(statement: Statement, when: Asserted, calendar: Calendar, out: int | None) -> tuple[Season | None, Step]:
    to_come = _is_to_come(statement, when)
    known = calendar.season_of(statement.value.when) if statement.make.key == PREMIERE and isinstance(statement.value, DateValue) else None
    for whose in statement.candidates:
        season = _numbered(whose.season, statement, out, calendar, to_come)
        # A season's episodes are planned as often as shown; two or three are some of them.
        near = (
            statement.make.key == "episodes.count" and whose.step in ("sentence", "before") and getattr(statement.value, "number", 0) > SOME
        )
        doubted = (whose.step != "clause" and not near) or statement.make.key.startswith("viewership.")
        if season is None or (doubted and isinstance(season, int) and _is_doubtful(statement, season, calendar, out, to_come)):
            continue
        counted = calendar.season_with(statement)
        if counted is not None and whose.step == "heading" and season != counted:
            return counted, "date"
        other = known is not None and whose.step != "clause" and season != known
        return (known, "date") if other else (season, whose.step)
    if known is not None:
        return known, "date"
    if statement.make.subject == "work" or statement.make.key in SEASONLESS:
        return None, ""
    if (
        statement.make.key == PREMIERE
        and not _comes_after(statement, calendar)
        and (not to_come or not calendar.premieres)
        and out in (None, 0, 1)
    ):
        return 1, "debut"
    return _by_time(statement, calendar, out, to_come)


def _comes_after(statement: Statement, calendar: Calendar) -> bool:
    """Whether a premiere's days lie behind a season that is known to have come out before."""
    when, first = statement.value.when if isinstance(statement.value, DateValue) else None, calendar.day(1)
    if when is None:
        return True
    return first is not None and when.earliest is not None and when.earliest > first + ZONE


def _by_time(statement: Statement, calendar: Calendar, out: int | None, to_come: bool) -> tuple[Season | None, Step]:
    when = statement.value.when if isinstance(statement.value, DateValue) else None
    if when is not None and when.latest is not None and statement.make.key.startswith("production.filming") and calendar.premieres:
        before = max((number for number, day in calendar.premieres if day <= when.latest), default=0)
        number = before + 1 if calendar.premieres[0][0] == 1 or before else None
    elif statement.make.key == "production.location" and not statement.ahead:
        number = None  # "was filmed in Busan": which of the shoots, nobody says
    elif out is None:
        number = calendar.premieres[0][0] if len(calendar.premieres) == 1 and not to_come else None
    else:
        number = out + 1 if to_come or out == 0 else out
    if number is not None and statement.make.key == PREMIERE and when is not None and _is_later(when, calendar.day(number)):
        number += 1
    if (
        number is not None
        and out
        and statement.make.key == "episodes.count"
        and dict(calendar.episodes).get(number, told := getattr(statement.value, "number", 0)) != told
    ):
        number += 1  # not as many as that season has
    if number is None and statement.make.key == "episodes.count":
        return (counted, "date") if (counted := calendar.season_with(statement)) else (None, "")
    if number == SEQUEL and when and statement.make.key == "renewal.announced" and calendar.breaks(statement.make.key, when, number):
        number = 1  # "commissioned the drama in April 2019"
    if number is None or number > calendar.last or (when and calendar.breaks(statement.make.key, when, number)):
        return None, ""
    return number, "time"


def _is_later(when: DateRange, day: date | None) -> bool:
    return day is not None and when.earliest is not None and when.earliest >= day + APART


def _numbered(season: Season, statement: Statement, out: int | None, calendar: Calendar, to_come: bool) -> Season | None:
    """The number of a season that only its surroundings give: the one to come, or the newest where it is told as past."""
    if not is_open(season):
        return season
    if out is not None and out > 0:
        shown = statement.make.key.split(".")[0] in SHOWN and not to_come
        number = out if shown and season != ANOTHER else out + 1
        return number if number <= max(calendar.last, 2) else None
    others = [whose.season for whose in statement.candidates if isinstance(whose.season, int)]
    return max(others[0], 2) if others else None


def _is_doubtful(statement: Statement, season: int, calendar: Calendar, out: int | None, to_come: bool) -> bool:
    """Whether a season that stands near the words can't be theirs: what is past is of one that is out, and events keep their order."""
    shown = statement.make.key.split(".")[0] in SHOWN or (statement.make.key in STORY and statement.make.term not in LASTING)
    if out == 0 and season > 1:
        return True
    if (
        out is not None
        and statement.make.key != "release.platform"
        and ((shown and not to_come and season > out) or (to_come and season <= out))
    ):
        return True
    return isinstance(statement.value, DateValue) and calendar.breaks(statement.make.key, statement.value.when, season)
