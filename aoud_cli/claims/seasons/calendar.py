"""When each season came out, as the profile and the corpus tell it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from aoud_cli.claims.corpus.footprint import Premiere, Stated
from aoud_cli.english import pattern
from aoud_cli.model import Asserted, DateRange, DateValue
from aoud_cli.names.profile import Profile
from aoud_cli.spans.seasons import FINAL, NEXT

if TYPE_CHECKING:
    from aoud_cli.claims.statement import Statement

PREMIERE = "release.premiere"
APART = timedelta(days=150)  # two premieres that are nearer are of one season, or one is misread
SEQUEL = 2  # the first season that is made when another may be out
PRECISE = timedelta(days=31)  # a premiere told to its year decides no order
DAY = timedelta(days=1)
APART_PARTS = timedelta(days=14)  # two parts of a season are
NEXT_YEAR = timedelta(days=400)
MORE_THAN_ONCE = 2
OF_THE_LAST = 0  # stands for the number of "the final season", which only the profile gives
ZONE = DAY  # a premiere's day here and on the other side of the world

# Season and days of a premiere -> the articles that tell it.
_Told = defaultdict[tuple[int, tuple[date, date]], set[str]]


class Calendar(NamedTuple):
    """The first days of the seasons whose premiere is known, by number; `last` is the highest season that the profile knows.

    `episodes` are the seasons whose number of episodes the profile tells, and that. `second` is the first day on which a dated article
    speaks of season 2: what was written before is of the first. `split` are the seasons that the profile says came in two parts,
    `final` is the one that it calls the last.
    """

    premieres: tuple[tuple[int, date], ...]
    last: int
    episodes: tuple[tuple[int, int], ...] = ()
    second: date | None = None
    split: tuple[int, ...] = ()
    final: int | None = None

    def second_half_of(self, when: DateRange) -> int | None:
        """The season in parts of which a later one can come on these days: in the year after its first, before the next season."""
        near = [number for number, day in self.premieres if number in self.split and is_from(when, day + APART_PARTS)]
        last = near[-1] if near else None
        after = self.day(last + 1) if last else None
        is_near = last is not None and is_before(when, (self.day(last) or date.max) + NEXT_YEAR)
        return last if is_near and (after is None or is_before(when, after)) else None

    def is_early(self, when: Asserted) -> bool:
        """Whether an article was written before any spoke of season 2."""
        return self.second is not None and when.latest is not None and when.latest < self.second

    def day(self, season: int) -> date | None:
        """The first day of a season."""
        return dict(self.premieres).get(season)

    def is_within(self, season: int, when: Asserted, span: timedelta) -> bool:
        """Whether an article was written within a span behind the first day of a season, or before it."""
        day = self.day(season)
        return day is not None and when.latest is not None and when.latest < day + span

    def out(self, when: Asserted) -> int | None:
        """How many seasons were out when an article was written; None where that is open, or no premiere is known."""
        if not self.premieres or when.earliest is None or when.latest is None:
            return None
        first, last = (max((number for number, day in self.premieres if day <= at), default=0) for at in (when.earliest, when.latest))
        if first == 0 and self.premieres[0][0] != 1:
            return None
        return first if first == last else None

    def made_on(self, day: date) -> int | None:
        """The season that was being made on a day: the one after those that were out."""
        before = max((number for number, first in self.premieres if first <= day), default=0)
        return before + 1 if self.premieres[0][0] == 1 or before else None

    def season_of(self, when: DateRange) -> int | None:
        """The season whose premiere a date tells: its day, or the one day in its month."""
        if when.earliest is None or when.latest is None or when.latest - when.earliest > PRECISE:
            return None
        near = [number for number, day in self.premieres if when.earliest - ZONE <= day <= when.latest + ZONE]
        return near[0] if len(near) == 1 else None

    def only_within(self, when: DateRange, most: timedelta = timedelta.max) -> int | None:
        """The one season that came out within a stretch of days that is no longer than `most`."""
        if when.earliest is None or when.latest is None or when.latest - when.earliest > most:
            return None
        within = [number for number, day in self.premieres if when.earliest <= day <= when.latest]
        return within[0] if len(within) == 1 else None

    def is_behind_all(self, when: DateRange) -> bool:
        """Whether days lie far behind all seasons that are known to have come out; not where none is."""
        return bool(self.premieres) and all(is_from(when, day + APART) for _, day in self.premieres)

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
            return is_from(when, own and own + DAY) or (season == SEQUEL and is_before(when, before))
        if key in (PREMIERE, "release.finale"):
            return is_before(when, before and before + APART) or is_from(when, after)
        return False


def is_from(when: DateRange, day: date | None) -> bool:
    """Whether all of a date lies on a known day or behind it."""
    return day is not None and when.earliest is not None and when.earliest >= day


def is_before(when: DateRange, day: date | None) -> bool:
    """Whether all of a date lies before a known day."""
    return day is not None and when.latest is not None and when.latest < day


def make_calendar(stated: Mapping[str, Stated], plain: Collection[str], days: Mapping[str, date | None], profile: Profile) -> Calendar:
    """The premieres that the profile knows, and those that the articles tell as fact; without a first one, a debut without a number.

    `stated` is what each article gives, by document, `plain` the facts that bear out what weak rules read, `days` the first day on
    which each article can have been written.
    """
    known = {season.number: season.premiered for season in profile.dated if season.premiered}
    episodes = tuple((season.number, season.episodes) for season in profile.dated if season.episodes)
    told: defaultdict[str, _Told] = defaultdict(lambda: defaultdict(set))
    for document, one in stated.items():
        for premiere in one.premieres:
            if premiere.weak is None or premiere.weak in plain:
                told[premiere.kind][premiere.season, (premiere.first, premiere.last)].add(document)
    debuts = told["debut"]
    for debut in debuts:
        debuts[debut] |= told["plan"][debut]  # what was foretold for that day bears it out
    _sharpen(told["told"], (*debuts.items(), *told["plan"].items()))
    split = tuple(season.number for season in profile.dated if season.parts == 2)
    final = next((season.number for season in profile.dated if season.final), None)
    last = defaultdict(set, {(final or profile.seasons, days): names for (_, days), names in told["final"].items()})
    calendar = Calendar(tuple(sorted(known.items())), profile.seasons, episodes, _second(stated, plain, days), split, final)
    headed = _behind_another(told["headed"], (*told["told"], *debuts, *told["headed"]))
    witnesses = _witnesses(told.values())
    for found in (told["told"], last, headed, debuts, told["abroad"]):  # abroad it came out later
        calendar = calendar if found is debuts and calendar.day(1) else _with(calendar, found, witnesses)
    if calendar.day(1) is None:
        calendar = _with(calendar, _foretold(told["plan"], days, calendar.second), witnesses)
    return _with(calendar, _later(calendar, (*debuts.items(), *told["plan"].items())), witnesses)


def _witnesses(kinds: Iterable[_Told]) -> Mapping[tuple[date, date], set[str]]:
    """The articles that tell each first day, of whatever season: what one alone reads otherwise is doubted first."""
    witnesses = defaultdict[tuple[date, date], set[str]](set)
    for told in kinds:
        for (_, days), names in told.items():
            witnesses[days] |= names
    return witnesses


def _behind_another(headed: _Told, others: Collection[tuple[int, tuple[date, date]]]) -> _Told:
    """The first days that only a heading gives to a season, where those of a season before it are told: `Show renewed for season 2` may
    tell those of the first."""
    return defaultdict(
        set,
        {
            (season, days): names
            for (season, days), names in headed.items()
            if season == 1 or any(other < season and last + APART < days[0] for other, (_, last) in others)
        },
    )


def _later(calendar: Calendar, debuts: Iterable[tuple[tuple[int, tuple[date, date]], set[str]]]) -> _Told:
    """First days without a number that lie far behind all that are known and that several articles tell, as those of the next season: `the
    show returns on March 5`."""
    behind = [(day, names) for (_, (day, last)), names in debuts if day == last and calendar.is_behind_all(DateRange(day, day))]
    season = max((number for number, _ in calendar.premieres), default=calendar.last) + 1
    sure = [(day, names) for day, names in behind if len(names) >= MORE_THAN_ONCE and season <= calendar.last]
    return defaultdict(set, {(season, (day, day)): names for day, names in sure})


def _foretold(plans: _Told, days: Mapping[str, date | None], second: date | None) -> _Told:
    """The first day that the last article to foretell one gives, where it was written before any spoke of season 2: it may have slipped."""
    early = {key: {name for name in names if (day := days.get(name)) and (second is None or day < second)} for key, names in plans.items()}
    exact = [(max(filter(None, map(days.get, names))), key) for key, names in early.items() if names and key[1][0] == key[1][1]]
    return defaultdict(set, {key: early[key] for _, key in [max(exact)]} if exact else {})


def _sharpen(told: _Told, debuts: Iterable[tuple[tuple[int, tuple[date, date]], set[str]]]) -> None:
    """Add the day of a debut that lies in the month which others tell of a season: `bowed in April`, `the April 16 debut`."""
    months = [(season, days) for season, days in told if days[0] != days[1]]
    for (_, (day, last)), documents in debuts:
        for season, (first, end) in months:
            if day == last and first <= day <= end:
                told[season, (day, day)] |= documents | told[season, (first, end)]


def _second(stated: Mapping[str, Stated], plain: Collection[str], days: Mapping[str, date | None]) -> date | None:
    """The first day on which a dated article speaks of season 2, more than in passing."""
    named = (name for name, one in stated.items() if sum(weak is None or weak in plain for weak in one.second) >= MORE_THAN_ONCE)
    return min((day for day in map(days.get, named) if day is not None), default=None)


def names_second(statement: Statement) -> bool:
    """Whether the words around a statement name season 2."""
    return any(SEQUEL in (whose.season if isinstance(whose.season, tuple) else (whose.season,)) for whose in statement.candidates)


# "Season 2", and below it "Premiered: May 11, 2023"; not "The show is renewed for season 2"
_HEADED_RE = pattern(r"^\W*(?:<t\d+>\W*)?<s\d+>\W*(?:<d\d+>\W*)?\|")


def premiere_told(statement: Statement, weak: str | None) -> Premiere | None:
    """The premiere that a statement gives to the calendar, if any."""
    when = premiere_of(statement)
    named = next((whose for whose in statement.candidates if whose.step != "debut"), None)
    if when is not None and named is not None and named.season == FINAL and named.step == "clause":
        return Premiere("final", OF_THE_LAST, *when, weak)
    if named is not None and named.season == NEXT:  # "The new season starts on 15 January", under a headline of season 2
        named = next((whose for whose in statement.candidates if whose.step == "heading"), named)
    if when is None or (named is not None and not (isinstance(named.season, int) and named.step in ("clause", "heading"))):
        return None
    if named is None or not isinstance(named.season, int):
        return Premiere("plan" if statement.ahead else "debut", 1, *when, weak)
    if named.step == "heading" and not statement.ahead and not _HEADED_RE.search(statement.line.over):
        return Premiere("headed", named.season, *when, weak)  # what is to come is of the season in the headline
    return Premiere("abroad" if statement.is_abroad else "told", named.season, *when, weak)


def _with(calendar: Calendar, told: _Told, witnesses: Mapping[tuple[date, date], set[str]]) -> Calendar:
    """The calendar with the premieres that are told to the day, then by most articles, as far as they keep the order of the seasons."""
    for season, (day, _) in sorted(told, key=lambda key: (key[1][0] != key[1][1], -len(told[key]), -len(witnesses[key[1]]), key)):
        fits = all((other < season and at + APART <= day) or (other > season and day + APART <= at) for other, at in calendar.premieres)
        if fits and calendar.day(season) is None:
            calendar = calendar._replace(premieres=tuple(sorted((*calendar.premieres, (season, day)))))
    return calendar


def premiere_of(statement: Statement) -> tuple[date, date] | None:
    """The days of a premiere that is told as fact, to its month at least, and of no later part."""
    if statement.make.key != PREMIERE or not isinstance(statement.value, DateValue) or (statement.part or 1) != 1 or not statement.is_fact:
        return None
    first, last = statement.value.when
    return (first, last) if first is not None and last is not None and last - first <= PRECISE else None
