"""How many seasons were out when an article was written, by its day or by what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from aoud_cli.claims.seasons.calendar import APART, PREMIERE, SEQUEL, Calendar, premiere_of
from aoud_cli.claims.seasons.named import Step, is_open
from aoud_cli.claims.statement import Statement
from aoud_cli.english import pattern
from aoud_cli.model import Asserted, DateRange, DateValue
from aoud_cli.spans.dates.find import FoundDate, parse_date
from aoud_cli.spans.seasons import PREVIOUS, find_seasons

# Always of the season to come: nobody renews, casts or shoots what is out.
MAKING = ("renewal", "production", "trailer")
MAKING_KEYS = ("cast.status",)
# Told as past, these are of a season that is out.
SHOWN = ("viewership", "release", "episodes")
STORY = ("character.fate", "character.occupation")  # told of the story so far, however hedged


def seasons_out(statements: Sequence[Statement], when: Asserted, calendar: Calendar, told_of: int | None = None) -> int | None:
    """How many seasons were out when the article was written: by its day, or by what it names as made or to come.

    `told_of` is the season that its headline recaps.
    """
    by_day = calendar.out(when)
    watched = _seasons_of(filter(_is_watched, statements))
    if by_day is not None:
        if by_day not in watched and any(_comes_later_here(d, when, by_day) for d in statements):
            return by_day - 1
        later = by_day if calendar.day(by_day + 1) else max(by_day, *watched, _told_ahead(statements, when, by_day) or 0, told_of or 0)
        return later if _can_be_out(later, by_day, when, calendar) else by_day
    if calendar.is_early(when):
        return 0
    past = watched + _seasons_of(d for d in statements if _shows_out(d, when)) + [1] * any(map(_returns, statements))
    past += [] if told_of is None else [told_of]
    past = [season for season in past if season <= max(calendar.last, SEQUEL)]  # "the eighth series of" another show
    arriving = list(filter(None, (_arriving(d, calendar) for d in statements)))
    if arriving and not past:
        return min(arriving) - 1
    out = max([*past, *[1] * any(_is_debut(d, calendar) for d in statements)], default=None)
    told = _told_ahead(statements, when, out or 0)
    if out is None and told is None and calendar.day(1) and _tells_of_the_only_one(statements):
        return 1
    return out if told is None else told


_RECAP_RE = pattern(r"['\"]?[,:|\u2014-]? ?(?:(?:e|ep\.?|episode) ?[0-9]{1,2}:? )?(?:finale )?(?:{recaps})\b")  # right behind the season
_REVIEW_OF_RE = pattern(r"^\W*(?:recap|review|ending explained)(?: of)?[:|]? [^:|]{0,40}$")
_AHEAD_RE = pattern(r"\b{headlines_ahead}\b")


def recapped(title: str) -> int | None:
    """The season that a headline recaps, and that was out: `Season 2, Episode 13`, `Season 2 ending explained`; None of another."""
    low = title.lower()
    if _AHEAD_RE.search(low) is not None:
        return None  # "Season 3: the title of episode 1 has been revealed"
    named = ((start, end, season) for start, end, season in find_seasons(low, ()) if isinstance(season, int))
    return min((season for start, end, season in named if _RECAP_RE.match(low, end) or _REVIEW_OF_RE.search(low, 0, start)), default=None)


def _tells_of_the_only_one(statements: Sequence[Statement]) -> bool:
    """Whether an article tells what was seen and never numbers a season, as nobody does who knows of several."""
    seen = any(_is_watched(statement) or (statement.make.key == "character.fate" and statement.is_fact) for statement in statements)
    # "Last season drew 3 million", "Next season begins in March"
    told = ((statement, whose.season) for statement in statements for whose in statement.candidates)
    beside = any(season == PREVIOUS or (one.make.key == PREMIERE and one.is_fact and is_open(season)) for one, season in told)
    return seen and not beside and not any(_named(statement) for statement in statements)


def _can_be_out(season: int, known: int, when: Asserted, calendar: Calendar) -> bool:
    """Whether there was time for that season since the last one whose day is known: a week after the first "season 4" is another show's."""
    day = calendar.day(known)
    return day is None or when.latest is None or when.latest >= day + APART * (season - known)


def _comes_later_here(statement: Statement, when: Asserted, season: int) -> bool:
    """Whether the newest season is told as still to come: it has been shown in another country, not where the article's readers are."""
    day = premiere_day(statement)
    ahead = day is not None and day.earliest is not None and when.latest is not None and day.earliest > when.latest
    # "in the US, where series three will be shown"
    # Of several seasons at once none comes out: a library moves.
    here = any(whose.step == "clause" and whose.season == season for whose in statement.candidates)
    return ahead and here and not statement.is_abroad and statement.part is None


def _told_ahead(statements: Sequence[Statement], when: Asserted, out: int) -> int | None:
    """How many seasons were out as far as the next one tells that is still to come; None where none is told of."""
    ahead = [d for d in statements if _shows_ahead(d, when)]
    surer = [d for d in ahead if d.make.key != "cast.status"]  # "the season 4 finale sees Joe return" tells of no season to come
    season = _next_ahead(surer, out) or _next_ahead(ahead, out)
    if season is not None and season > out + 1 and _is_headed(statements, out + 1):
        return out  # "... for season 3", and below: "The network ordered a fourth season in November"
    return None if season is None else season - 1


def _is_headed(statements: Iterable[Statement], season: int) -> bool:
    """Whether a season stands over what the article tells."""
    return any(whose.step == "heading" and whose.season == season for statement in statements for whose in statement.candidates)


def _next_ahead(statements: Iterable[Statement], out: int) -> int | None:
    """The lowest season behind those that are out which these statements name."""
    named = (season for statement in statements for season in _named(statement, *_STEPS.get(statement.make.key, ())))
    return min((season for season in named if season > out), default=None)


_STEPS: dict[str, tuple[Step, ...]] = {"production.status": ("clause", "sentence", "before")}  # "Season 5 is coming. Filming has begun."


def _returns(statement: Statement) -> bool:
    """Whether somebody comes back, or doesn't: then a season was out."""
    return statement.make.key == "cast.status" and statement.make.term in ("returning", "out")


def _is_watched(statement: Statement) -> bool:
    return statement.is_fact and statement.make.key.startswith("viewership.") and "w" not in statement.line.masked.kinds


def _seasons_of(statements: Iterable[Statement]) -> list[int]:
    """The seasons that the clauses of these statements name."""
    return [season for statement in statements for season in _named(statement, "clause")]


def _arriving(statement: Statement, calendar: Calendar) -> int | None:
    """The season whose premiere is told as still to come, by its day alone."""
    when = premiere_day(statement)
    return calendar.season_of(when) if when and statement.ahead and not _named(statement) else None


def _is_debut(statement: Statement, calendar: Calendar) -> bool:
    """Whether a premiere is told as past, and of no season, if need be by the day of the first one alone: `its release on Feb. 17`."""
    if statement.ahead or _named(statement, "clause", "sentence", "before"):
        return False
    first = calendar.day(1)
    is_first = first is not None and premiere_day(statement) == DateRange(None, None) and day_of(statement.value.text, first.year) == first
    return is_first or premiere_of(statement) is not None


def _shows_out(statement: Statement, when: Asserted) -> bool:
    """Whether a statement shows that the season which it names was out."""
    return premiere_day(statement) is not None and statement.is_fact and not is_to_come(statement, when)


def _shows_ahead(statement: Statement, when: Asserted) -> bool:
    """Whether a statement shows that the season which it names was still to come."""
    if statement.make.key in ("renewal.announced", "cast.status", "production.status"):
        return True
    return statement.make.key.split(".")[0] in ("release", "production", "trailer") and statement.ahead and is_to_come(statement, when)


def _named(statement: Statement, *steps: Step) -> list[int]:
    """The numbers of the seasons that a statement's clause, or what the steps say, names."""
    seasons = [whose.season for whose in statement.candidates if whose.step in (steps or ("clause", "sentence"))]
    return [number for season in seasons for number in (season if isinstance(season, tuple) else (season,)) if isinstance(number, int)]


def is_to_come(statement: Statement, when: Asserted) -> bool:
    """Whether what a statement tells is still to come, or is made for what is; a date decides it where the article's day is known."""
    topic = statement.make.key.split(".")[0]
    if statement.make.key in STORY:
        return statement.make.term == "returns"
    if topic in MAKING or statement.make.key in MAKING_KEYS:
        return True
    if topic == "viewership":
        return False  # what was watched is out, whatever is to come of it
    if isinstance(statement.value, DateValue) and topic in SHOWN:
        first, last = statement.value.when
        if last is not None and when.earliest is not None and last < when.earliest:
            return False
        if first is not None and when.latest is not None and first > when.latest:
            return True
    return statement.ahead or (topic in SHOWN and _is_dated_ahead(statement, when))


def _is_dated_ahead(statement: Statement, when: Asserted) -> bool:
    """Whether all days of a sentence lie behind its article: `Part 1 drops in one go on June 12`."""
    days = [span.what.earliest for span in statement.line.masked.spans if isinstance(span.what, FoundDate)]
    return bool(days) and when.latest is not None and all(day is not None and day > when.latest for day in days)


def day_of(words: str, year: int) -> date | None:
    """The day of that year which words without a year name."""
    found = parse_date(f"{words} {year}")
    return found.earliest if found is not None and found.earliest == found.latest else None


def premiere_day(statement: Statement) -> DateRange | None:
    """The date of a premiere."""
    return day_told(statement) if statement.make.key == PREMIERE else None


def day_told(statement: Statement) -> DateRange | None:
    return statement.value.when if isinstance(statement.value, DateValue) else None
