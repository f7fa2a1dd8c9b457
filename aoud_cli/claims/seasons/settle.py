"""Whose season a claim is of, where its words leave that open.

Time is the article's own: what it tells as past is of the last season out on its day, what is to come of the one after.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from aoud_cli.claims.context import SEASON_LABEL_RE
from aoud_cli.claims.events.words import RENEWAL
from aoud_cli.claims.seasons.by_time import ON_AIR, REST, Time, by_time, is_of_later_part
from aoud_cli.claims.seasons.calendar import APART, DAY, NEXT_YEAR, PREMIERE, SEQUEL, ZONE, Calendar, is_before, is_from
from aoud_cli.claims.seasons.known_days import WEEKS, in_known_year, with_known_day
from aoud_cli.claims.seasons.named import COMES_BACK_RE, Step, Whose, is_open
from aoud_cli.claims.seasons.out import SHOWN, STORY, day_told, is_to_come, premiere_day, recapped, seasons_out
from aoud_cli.claims.seasons.settled import PAST_RE, as_debuted, as_shot_now
from aoud_cli.claims.statement import Statement, placed
from aoud_cli.english import numbers, pattern
from aoud_cli.model import Asserted, DateRange
from aoud_cli.spans.dates.find import FoundDate
from aoud_cli.spans.seasons import ANOTHER, FINAL, NEXT, PREVIOUS, Season

SOME = 3  # episodes
ORDERED = 3  # seasons at once
YEAR = timedelta(days=365)
JUST_OUT = timedelta(days=60)  # of a season that came out within, articles are about that one
SEASONLESS = ("cast.plays", "release.platform")
OF_FIRST = ("crew.", "release.platform", "setting.place", "episodes.runtime_minutes")  # before anything is out, of the season that is made
_BOXED_RE = pattern(r"\W*(?:episode )?{box_labels}\b[^<]{0,20}[:|]")
LASTING = ("hybrid", "alive")  # fates that somebody brings into the next season


def settle(statements: Sequence[Statement], when: Asserted, calendar: Calendar, title: str = "") -> list[Statement]:
    """An article's statements with their season: the first candidate that can be, else by the days, else by time, else none."""
    out = seasons_out(statements, when, calendar, recapped(title))
    final = _final(statements) or calendar.final
    dated = [with_known_day(statement, calendar) for statement in statements]
    settled = [one for statement in dated for one in _settle(statement, Time(calendar, out, is_to_come(statement, when), when, final))]
    return list(as_shot_now(as_debuted(settled), when))


def _final(statements: Sequence[Statement]) -> int | None:
    """The one season that an article calls the last by its number: `a fourth and final season`, and below "the final season"."""
    finals = (one for one in statements if one.make.key == "renewal.final" and one.is_fact)
    firsts = (whose for one in finals for whose in one.candidates[:1] if whose.step == "clause")
    told = {whose.season for whose in firsts if isinstance(whose.season, int)}
    return next(iter(told)) if len(told) == 1 else None


def _settle(statement: Statement, time: Time) -> Iterator[Statement]:
    if statement.rule.season == "none":
        yield statement
        return
    calendar, when = time.calendar, time.written
    season, step = _season(statement, time)
    if step == "time" and season is not None and is_of_later_part(statement, calendar, season):
        statement = replace(statement, part=statement.part or 2)
    if isinstance(season, tuple) and not _can_be_of_several(statement):
        return
    for told in season if isinstance(season, tuple) else (season,):
        number = SEQUEL if told == 1 and _is_more_of_it(statement) else told
        if isinstance(number, int) and number > calendar.last + _ahead(statement) > SEQUEL:
            continue  # the profile knows of fewer: another show's
        if number == 1 and statement.make.key == "cast.status" and statement.make.term == "returning":
            continue  # to the small screen, after military service: nobody returns to a first season
        if isinstance(number, int) and (_comes_elsewhere(statement, number, when, calendar) or _is_long_over(statement, number, time)):
            continue
        yield placed(in_known_year(statement, number, calendar), number if isinstance(number, int) else None, step)
        if statement.again and isinstance(number, int) and number > 1:
            yield placed(statement, number - 1, step)


def _is_long_over(statement: Statement, season: int, time: Time) -> bool:
    """Whether a shoot is told of at days before the newest season came out: `was halted in March 2020` tells nothing of the next one's."""
    newest = time.calendar.day(time.out or 0)
    if statement.make.key != "production.status" or newest is None or season <= (time.out or 0):
        return False
    days = [span.what.latest for span in statement.line.masked.spans if isinstance(span.what, FoundDate)]
    return bool(days) and all(day is not None and day < newest for day in days)


_RENEWED_RE = pattern(r"\b{orders_more_of_it}\b")


def _is_more_of_it(statement: Statement) -> bool:
    """Whether more is ordered, which no first season is: `it was renewed on 1 March 2022`."""
    words = (statement.line.masked.text, statement.start, statement.end)
    return statement.make.key == RENEWAL and _RENEWED_RE.search(*words) is not None


LONG_OUT = 2 * APART  # behind a season's first day nobody expects it any more


def _comes_elsewhere(statement: Statement, season: int, when: Asserted, calendar: Calendar) -> bool:
    """Whether a season that has long been out is still to come: `Season 1 will be available on <another> from October 1`."""
    day, told = calendar.day(season), day_told(statement)
    if day is None or told is None or statement.make.key != PREMIERE or (statement.part or 1) != 1:
        return False
    was_out = when.earliest is not None and when.earliest >= day + LONG_OUT
    return was_out and is_from(told, day + LONG_OUT) and is_to_come(statement, when)


_OURS_RE = pattern(r"<t\d+>|\bthe {show_kinds}\b|\bit\b")


def _ahead(statement: Statement) -> int:
    """How far a season can lie behind those that the profile knows: several are ordered at once, where it is said of what."""
    is_order = statement.make.key.startswith("renewal.")
    return ORDERED if is_order and _OURS_RE.search(f"{statement.line.over} | {statement.line.masked.text}") else 1


_ED_RE = pattern(r"(?<!\bis )(?<!\bare )(?<!\bbe )\b[a-z]+ed\b")


def _is_told_as_past(statement: Statement) -> bool:
    """Whether its own words tell what was done: `directed`, not `is directed`."""
    return _ED_RE.search(statement.line.masked.text, statement.start, statement.end) is not None


_EACH_RE, _ALL_RE = pattern(r"\b{each_of_seasons}\b"), pattern(r"\ball (?:of )?(?:the |its )?<e\d+>")


def _can_be_of_several(statement: Statement) -> bool:
    """Whether one value can be that of several seasons. On one day they come to another service, and do not premiere."""
    if statement.make.key in (PREMIERE, "release.finale"):
        return False
    return statement.make.key != "episodes.count" or _is_of_each(statement)


def _is_of_each(statement: Statement) -> bool:
    """Whether a count told of several seasons is that of each: `both had eight episodes`, not `all 18 episodes of seasons 1 and 2`."""
    masked = statement.line.masked
    return _EACH_RE.search(masked.sentence.lower) is not None and _ALL_RE.search(masked.text) is None


def _season(statement: Statement, time: Time) -> tuple[Season | None, Step]:
    together = _ordered_together(statement, time)
    original = statement.make.key == "episodes.count" and _ORIGINAL_RE.search(statement.line.masked.text, 0, statement.start) is not None
    if together or original:
        return (together, "time") if together else (1, "clause")
    day = premiere_day(statement) or _opened(statement)
    known = time.calendar.season_of(day) if day else None
    if known is None and day and statement.make.key.startswith("viewership."):
        known = time.calendar.only_within(day, NEXT_YEAR)  # "when it opened in the fall of 2022, it drew 8.9 million"
    for whose in statement.candidates:
        found = _candidate(whose, statement, time, known)
        if found is not None:
            return found
    if known is None and day and statement.make.key == PREMIERE and not statement.candidates:
        known = time.calendar.only_within(_weeks_around(day))  # "the show premiered on October 21", a week beside the day that is known
    if known is not None:
        return known, "date"
    if any(whose.season == PREVIOUS for whose in statement.candidates):
        return None, ""
    if _is_of_the_whole_show(statement):
        return (1, "time") if time.out == 0 and statement.make.key.startswith(OF_FIRST) else (None, "")
    return (1, "debut") if _is_first(statement, time) else by_time(statement, time)


_ORIGINAL_RE = pattern(r"\bthe original (?:run of )?$")  # "the original eight-parter", in an article about the third season


def _weeks_around(day: DateRange) -> DateRange:
    """The weeks around a day; none around what is no day."""
    if day.earliest is None or day.earliest != day.latest:
        return DateRange(None, None)
    return DateRange(day.earliest - WEEKS, day.earliest + WEEKS)


def _is_of_the_whole_show(statement: Statement) -> bool:
    """Whether something is told of no season where none is named: crew, platforms, `Running time | 44-63 minutes`."""
    is_box = statement.make.key == "episodes.runtime_minutes" and _BOXED_RE.match(statement.line.masked.text) is not None
    return is_box or statement.make.subject == "work" or statement.make.key in SEASONLESS


_TOGETHER_RE = pattern(
    r"\b(?P<count>{numbers_of_seasons}) {more_of_seasons} seasons\b|\b(?P<of>{numbers_of_seasons})-season {orders_of_seasons}\b"
)


def _ordered_together(statement: Statement, time: Time) -> Season | None:
    """The seasons behind those that are out which are ordered at once: `renewed for two more seasons`, `a two-season renewal`."""
    if statement.make.key != RENEWAL or not time.out:
        return None
    told = _TOGETHER_RE.search(statement.line.masked.sentence.lower)
    count = numbers("numbers_of_seasons")[told["count"] or told["of"]] if told else 0
    day = day_told(statement)
    first = (day and day.latest and time.calendar.premieres and time.calendar.made_on(day.latest)) or time.out + 1
    return tuple(first + at for at in range(count)) or None


def _opened(statement: Statement) -> DateRange | None:
    """The one date beside a figure: `it bowed in March 2023 to 88.4 million hours` is of the season that came out then."""
    if not statement.make.key.startswith("viewership."):
        return None
    dates = [span.what for span in statement.line.masked.spans if isinstance(span.what, FoundDate)]
    return dates[0].when if len(dates) == 1 else None


def _candidate(whose: Whose, statement: Statement, time: Time, known: int | None) -> tuple[Season, Step] | None:
    """The season that a candidate gives, if it can be; `known` is the one whose premiere the statement's own day is."""
    season = _numbered(whose.season, statement, time)
    if whose.step == "before" and statement.make.key == PREMIERE and isinstance(season, int) and _is_too_late(season, statement, time):
        return None
    is_watched = statement.make.key.startswith("viewership.")  # "renewed for seasons 2 and 3", and what was watched is the first
    told = min(season) if isinstance(season, tuple) and is_watched else season
    if season is None or (_is_open_to_doubt(whose, statement, time) and isinstance(told, int) and _is_doubtful(statement, told, time)):
        return None
    counted = time.calendar.season_with(statement)
    if counted is not None and whose.step == "heading" and season != counted and _has_not(season, statement, time):
        return counted, "date"
    by_day = whose.step != "clause" or is_open(whose.season)
    other = known is not None and by_day and season != known
    return (known, "date") if other and known is not None else (season, whose.step)


def _is_too_late(season: int, statement: Statement, time: Time) -> bool:
    """Whether a season after the next was only talked of, under a heading of the next: `A third may follow. No date has been set.`"""
    headed = any(whose.step == "heading" and whose.season == season - 1 for whose in statement.candidates)
    return headed and time.out is not None and season == time.out + 2


def _has_not(season: Season, statement: Statement, time: Time) -> bool:
    """Whether the season of a heading is known to have other episodes, or a count is told as past: the next may have as many."""
    return season in dict(time.calendar.episodes) or PAST_RE.search(statement.line.masked.text) is not None


def _is_open_to_doubt(whose: Whose, statement: Statement, time: Time) -> bool:
    """Whether a candidate may be another statement's season. A season's episodes are planned as often as shown; two or three are some."""
    some = getattr(statement.value, "number", 0) <= SOME
    is_count = statement.make.key == "episodes.count" and not some
    headed = whose.step == "heading" and not PAST_RE.search(statement.line.masked.text)
    near = is_count and ((whose.step in ("sentence", "before") and not statement.ahead) or headed)
    if statement.make.key == "cast.status" and _is_of_the_season_told(whose, statement, time):
        return False
    return (whose.step != "clause" and not near) or statement.make.key.startswith("viewership.")


_EARLY_RE = pattern(r"\b{before_it} (?:the )?<s\d+>")  # "ordered it on June 5, ten days before season 2 premiered"
_FRAME_RE = pattern(r"\W*(?:in|for) (?:the )?<s\d+>, [^.;]*?<[an]\d+> (?:[a-z]+ly )?{is_cast}\b")
_NEWS_RE = pattern(r"\b(?:{future}|{casting_news})\b")


def _is_of_the_season_told(whose: Whose, statement: Statement, time: Time) -> bool:
    """Whether who is in a cast is told of a season that is out: under its title while it is on air, or behind a sentence that opens with
    it, which holds on: `In season 4, X is back. Y reprises her role.` News of the cast is of the season to come."""
    if _NEWS_RE.search(statement.line.masked.text) is not None:
        return False
    if whose.step == "heading":
        return whose.season == time.out and time.is_within(ON_AIR)
    return whose.step == "before" and _FRAME_RE.match(statement.line.before) is not None


def _is_first(statement: Statement, time: Time) -> bool:
    """Whether a premiere that nothing numbers is the first season's."""
    if statement.make.key != PREMIERE or _comes_after(statement, time.calendar) or _comes_back(statement):
        return False
    if any(is_open(whose.season) for whose in statement.candidates):
        return False  # "the final season premieres on"
    if _is_long_past(statement, time):
        return True
    return (not time.to_come or not time.calendar.premieres) and time.out in (None, 0, 1)


def _comes_back(statement: Statement) -> bool:
    """Whether it is told of a show that has been out before: `the series is back on October 4`."""
    return COMES_BACK_RE.search(statement.line.masked.text, statement.start, statement.end) is not None


def _is_long_past(statement: Statement, time: Time) -> bool:
    """Whether a show came out more than a year before the article, and none of its seasons is known to have come out earlier."""
    when, written = day_told(statement), time.written.earliest
    if when is None or when.latest is None or written is None or any(whose.step != "heading" for whose in statement.candidates):
        return False
    return when.latest + YEAR < written and all(day > when.latest for _, day in time.calendar.premieres)


def _comes_after(statement: Statement, calendar: Calendar) -> bool:
    """Whether a premiere's days lie behind a season that is known to have come out before."""
    when, first = day_told(statement), calendar.day(1)
    return when is None or is_from(when, first and first + ZONE + DAY)


def _numbered(season: Season, statement: Statement, time: Time) -> Season | None:
    """The number of a season that only its surroundings give: the last one, the one to come, or the newest where it is told as past."""
    if not is_open(season):
        return season
    if season == PREVIOUS:
        return _previous(time)
    if season == FINAL:
        last = _last(statement, time)
        return _numbered(NEXT, statement, time) if last is None else last
    if time.out is not None and time.out > 0:
        return _of_the_newest_or_next(season, statement, time)
    others = [whose.season for whose in statement.candidates if isinstance(whose.season, int)]
    return max(others[0], 2) if others else None


def _last(statement: Statement, time: Time) -> int | None:
    """The number of the final season: the article's own, that of the heading, or the last that the profile knows, where that may be out."""
    labelled = SEASON_LABEL_RE.fullmatch(statement.line.before) is not None  # "Series 4. The final series was ordered on 3 March 2025."
    steps = ("heading", "before") if labelled else ("heading",)
    headed = (whose.season for whose in statement.candidates if whose.step in steps and isinstance(whose.season, int))
    last = time.final or max((one for one in headed if (time.out or 0) < one <= time.calendar.last), default=None)
    may_be_out = time.out == time.calendar.last or time.written.latest is None
    return time.calendar.last if last is None and may_be_out else last


def _of_the_newest_or_next(season: Season, statement: Statement, time: Time) -> int | None:
    """The number of "the new season" and of "another", where some are out."""
    out = time.out or 0
    is_headed = any(whose.step == "heading" and whose.season == out + 1 for whose in statement.candidates)
    is_new = season == NEXT and _is_of_the_newest(statement, time)
    if is_new and statement.make.key.startswith("release."):
        return out
    shown = (is_new or statement.make.key.split(".")[0] in SHOWN) and not time.to_come and not is_headed
    number = out if shown and season != ANOTHER else out + 1
    if number <= max(time.calendar.last, SEQUEL):
        return number
    # "the trailer for the new season", which is on air
    return out if season == NEXT and statement.make.key == "trailer.available" and time.is_within(ON_AIR) else None


def _previous(time: Time) -> Season | None:
    """The number of "last season": the one before the season that is on air, between two the newest; None where nothing is out."""
    if time.out is None or time.calendar.day(time.out) is None:
        return None
    last = time.out - time.is_within(ON_AIR)
    return last if last > 0 else None


def _is_of_the_newest(statement: Statement, time: Time) -> bool:
    """Whether "the new season" is the one that is out: `new episodes will debut every Tuesday`, while it is on air; `she is now a nurse`,
    `directed the first two of the new episodes`, days after they came; not "has not announced a date for the new season"."""
    if statement.make.key in REST:
        return time.is_within(ON_AIR)
    is_told = statement.make.key in STORY or (statement.make.term != "unannounced" and _is_told_as_past(statement))
    return is_told and time.is_within(JUST_OUT)


TOLD_AHEAD = ("episodes.", "release.schedule")


def _is_just_before(day: date, season: int, calendar: Calendar) -> bool:
    """Whether a day of a shoot lies before a season's first day, and behind that of the season before, where it is known."""
    first, last = calendar.day(season), calendar.day(season - 1)
    return first is not None and day < first and (last is None or day > last)


_LASTS_RE = pattern(r"(?:which |that )?{lasts_now}\b")


def _is_past(statement: Statement) -> bool:
    """Whether a sentence tells what is past; not "whose episodes, which run from 58 to 74 minutes, were shot in May"."""
    text = statement.line.masked.text
    return _LASTS_RE.match(text, statement.start) is None and PAST_RE.search(text) is not None


def _is_doubtful(statement: Statement, season: int, time: Time) -> bool:
    """Whether a season that stands near the words can't be theirs: what is past is of one that is out, and events keep their order."""
    key, told = statement.make.key, day_told(statement)
    if time.out == 0 and season > 1:
        return True
    shot = told.latest if key.startswith("production.filming") and told and time.calendar.premieres else None
    if shot is not None and (time.calendar.made_on(shot) == season or _is_just_before(shot, season, time.calendar)):
        return False  # "season two took long: its cameras only stopped in February", in an article about the third
    if time.out is not None and key != "release.platform" and not statement.is_abroad:  # where it comes later, it is still to come
        shown = key.split(".")[0] in SHOWN or (key == "character.fate" and statement.make.term not in LASTING)
        if key.startswith(TOLD_AHEAD) and not _is_past(statement):
            shown = False  # "They run from 53 to 79 minutes", "the whole lot goes up at once", before they are out
        if key in (PREMIERE, "release.finale") and told and time.calendar.is_behind_all(told):
            shown = False
        on_air = key == "release.finale" and season == time.out
        if (season <= time.out and not on_air) if time.to_come else shown and season > time.out:
            return True
    when = day_told(statement)
    if when is None:
        return False
    # "It bowed in March and was renewed in April", in an article about the third season
    ordered_early = key == RENEWAL and is_before(when, time.calendar.day(season - 1)) and not _EARLY_RE.search(statement.line.masked.text)
    return ordered_early or time.calendar.breaks(key, when, season)
