"""The year of a date that tells none, by what stands before it and by the verb that it goes with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from aoud_cli.english import pattern
from aoud_cli.model import DateRange
from aoud_cli.spans.dates.find import FoundDate, parse_date, settle
from aoud_cli.spans.sentences import Sentence

VERB_REACH = 60  # code points behind a date in which its verb may stand

_TO_COME_RE = pattern(r"\b{to_come}\b")
_FOLLOWING_RE = pattern(r"\bthe following $")
_SAME_YEAR_RE = pattern(r"\b(?:that|the) same year,? (?:on |in )?(?:the )?$|\b(?:later )?that year,? (?:on |in )?(?:the )?$")
_THAT_MONTH_RE = pattern(r"\bthat $")  # "opened in October 2022; it ordered more that December"
_THAT_YEAR_RE = pattern(r" (?:of )?(?:that|the same) year\b")
# Participles that tell nothing of what was: "is expected", "will be released", "to be announced", "are streamed".
_GOVERNED_RE = pattern(r"\b{planned}\b|\b{modals}(?: {governed_between})* [a-z]+(?:ed|en)\b")
_AFTER_RE = pattern(r"\b(?:after|following) (?:its|the|their) (?:[a-z]+ ){1,4}(?:on|in) $")
_SPAN_AFTER_RE = pattern(r"\b(?:day|week|month|year)s? after [^.;]{1,60} (?:on|in) $")
_TOLD_RE = pattern(r"\b{told_past}\b")
_SINCE_RE = pattern(r"\bsince (?:(?!is |are |has |have )[a-z'-]+ ){0,4}(?:(?:on|in|at) )?$")  # "has grown since premiering on June 23"


@dataclass
class Years:
    """The years that an article has told so far."""

    year: int = 0  # the last that was named
    told: date | None = None  # the last day of the date that named it
    of_month: dict[int, int] = field(default_factory=dict)  # month -> year of the last full date in it
    at: int = -1  # where in the text the date ends that told it


def _is_on_the_wrong_side(told: FoundDate, reference: DateRange | None, *, past: bool | None) -> bool:
    """Whether a date lies ahead of its article though it is told as past, or behind it though it is to come."""
    if reference is None or past is None:
        return False
    if past:
        return told.earliest is not None and reference.latest is not None and told.earliest > reference.latest
    return told.latest is not None and reference.earliest is not None and told.latest < reference.earliest


def without_titles(low: str, titles: Iterable[str]) -> str:
    """A sentence in small letters with titles blanked, whose words are no verbs: `The Drowned Sky is on the channel on March 5`."""
    for title in titles:
        low = low.replace(title.lower(), "_" * len(title))
    return low


_OF_A_NAME_RE = pattern(r"\bthe [12][0-9]{3} [A-Z]$")  # "a series about the 1913 Great Lakes storm" is not of that year


def settle_date(found: FoundDate, sentence: Sentence, low: str, reference: DateRange | None, years: Years) -> FoundDate:
    """A date without its year in the year just given to its month, else it and a weekday by the verb; `low` is the sentence without titles.

    "not June 7, 2022. ... on June 6" is in 2022.
    """
    found = _on_the_other_side(found, low, reference, sentence.start)
    if not found.yearless:
        at = found.start - sentence.start
        if not _OF_A_NAME_RE.search(sentence.text, max(0, at - len("the ")), found.end - sentence.start + len(" X")):
            _note_year(found, years)
        years.at = found.end
        if not found.is_recurring:
            return found
    at, end = found.start - sentence.start, found.end - sentence.start
    past = _is_since(low, at) or _is_past(low, at, end)
    if not found.is_recurring:
        last = reference.latest if reference else None
        told = _in_known_year(found, sentence.lower[:at], sentence.lower[end:], years)
        if last is not None and sentence.lower.endswith("this ", 0, at):
            told = parse_date(f"{found.text} {last.year}")  # "when it got on the air this May 5"
        elif past is not None and years.at >= sentence.start and " and " in sentence.lower[years.at - sentence.start : at]:
            told = _next_after(found, years) or told  # whatever year a sentence before gave to its month
        if told is None and years.at >= sentence.start and _SPAN_AFTER_RE.search(sentence.lower, years.at - sentence.start, at):
            told = _last_before(found, years)
        if told is not None and not _is_on_the_wrong_side(told, reference, past=past):
            return found._replace(earliest=told.earliest, latest=told.latest)
    return found if past is None else settle(found, reference, past=past)


_SEASON_RE = pattern(r"(?i)this (?:{year_seasons})")
_HALF_A_YEAR = 6  # months
LATE = timedelta(days=21)  # a season of the year ends about the 21st of the month behind those that it is told by


def _on_the_other_side(found: FoundDate, low: str, reference: DateRange | None, start: int) -> FoundDate:
    """`will air this spring`, told in August: of the half of the world where spring is still to come."""
    is_season = _SEASON_RE.fullmatch(found.text) is not None
    if not is_season or found.earliest is None or found.latest is None or reference is None or reference.earliest is None:
        return found
    ahead = _is_past(low, found.start - start, found.end - start) is False
    gone = found.latest + LATE < reference.earliest
    if not (ahead and gone):
        return found
    behind = _months_on(found.latest, _HALF_A_YEAR + 1)  # the first day behind the season
    return found._replace(earliest=_months_on(found.earliest, _HALF_A_YEAR), latest=behind - timedelta(days=1))


def _months_on(day: date, months: int) -> date:
    """The first day of the month so many months behind a day's."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _month_of(found: FoundDate) -> int:
    """The month that a date lies in, 0 where it is in several or none."""
    first, last = found.earliest, found.latest
    return first.month if first and last and (first.year, first.month) == (last.year, last.month) else 0


def _note_year(found: FoundDate, years: Years) -> None:
    """Keep the year that a date tells, for those behind it that tell none."""
    first, last = found.earliest, found.latest
    if first and last and first.year == last.year:
        years.year, years.told = first.year, last
        if _month_of(found):
            years.of_month[first.month] = first.year


def _in_known_year(found: FoundDate, before: str, behind: str, years: Years) -> FoundDate | None:
    """A date without its year in the one that its month had, that stands before it, or that words name: "in June of the same year"."""
    month = _month_of(found)
    if years.told and _FOLLOWING_RE.search(before):
        years.of_month[month] = years.told.year + (month <= years.told.month)
    elif years.told and month and _THAT_MONTH_RE.search(before):
        years.of_month[month] = years.told.year + (month < years.told.month)
    if years.year and (_THAT_YEAR_RE.match(behind) or _SAME_YEAR_RE.search(before)):
        years.of_month[month] = years.year
    told = parse_date(f"{found.text} {years.of_month[month]}") if month in years.of_month else None
    return None if told is None or told.yearless else told


def _next_after(found: FoundDate, years: Years) -> FoundDate | None:
    """The first day behind the one told before it in its sentence: `it opened on March 12, 2023, and was renewed on April 20`."""
    read = _in_either_year(found, years, 1)
    return next((told for told in read if told.earliest and years.told and told.earliest >= years.told), None)


def _last_before(found: FoundDate, years: Years) -> FoundDate | None:
    """The last day before the one told in its sentence: `renewed in November 2022, six weeks after it debuted on October 14`."""
    read = _in_either_year(found, years, -1)
    return next((told for told in read if told.latest and years.told and told.latest <= years.told), None)


def _in_either_year(found: FoundDate, years: Years, step: int) -> Iterator[FoundDate]:
    """A date without its year in the year of the one told before it, and in the one a step on."""
    for year in (years.told.year, years.told.year + step) if years.told else ():
        told = parse_date(f"{found.text} {year}")
        if told is not None and not told.yearless:
            yield told


def _is_past(low: str, start: int, end: int) -> bool | None:
    """Whether the verb that a date goes with tells of what was.

    It is the last one before it in its clause, else the first behind it, else one before its clause.
    """
    if _BEING_SET_RE.search(low, 0, start) or (_HAS_RE.search(low, 0, start) and _DAY_SET_RE.search(low, 0, start)):
        return False
    after = _AFTER_RE.search(low, 0, start)
    if after is not None:
        low, start = low[: after.start()], after.start()  # "added it on May 21, some eleven weeks after its bow on March 3"
    clause = re.split(r"[;:\u2014]|, (?!(?:on|in|at)\b)| (?:but|while|which) ", low[:start])[-1]
    told, to_come = _tenses(clause)
    if told or to_come:
        return max(told, default=0) > max(to_come, default=0)
    told, to_come = _tenses(re.split(r"[.;:\u2014]", low[end : end + VERB_REACH])[0])
    if told or to_come:
        return min(told, default=VERB_REACH + 1) < min(to_come, default=VERB_REACH + 1)
    # "Volume 1 will be released on October 11, Volume 2 on November 22": the verb of the clause before.
    told, to_come = _tenses(low[:start])
    return max(told, default=0) > max(to_come, default=0) if told or to_come else None


_BEING_SET_RE = pattern(r"\b(?:has|have|is|are)\b[^.;:]{0,40}\b{sets_days}\b[^.;:]{0,40}? (?:an?|for) $")
# "season 3 has a release date of October 12", "has finally got its premiere date: October 12"; not "its premiere date was"
_HAS_RE, _DAY_SET_RE = pattern(r"\b{gets_days}\b[^.;]*$"), pattern(r"\b{days_set}(?:,|:| of| for| is)? $")


def _is_since(low: str, at: int) -> bool:
    """Whether something has been so since a date."""
    since = _SINCE_RE.search(low, 0, at)
    return since is not None and _TO_COME_RE.search(low, since.start(), at) is None


def _tenses(clause: str) -> tuple[list[int], list[int]]:
    """Where the verbs of what was, and of what is to come, end in a clause; "will be released" is of the second kind alone."""
    to_come = [match.end() for match in _TO_COME_RE.finditer(clause)]
    plain = _GOVERNED_RE.sub(lambda match: "_" * len(match.group()), clause)
    return [match.end() for match in _TOLD_RE.finditer(plain)], to_come


# "will be released in two weeks": that week; of a figure ("drew 5 million views in two weeks") it is a window.
_IN_UNITS_RE = pattern(
    r"\bin (?:{roughly} )?(?P<span>{a_or_number} (?:day|week|month|year)s?)\b(?! {no_span_before} )(?!' time"
    r"|'s time)"
)
_FIGURE_RE = pattern(r"\b{figure_words}\b")


def dates_ahead(sentence: Sentence, reference: DateRange | None) -> Iterator[FoundDate]:
    """Spans of time from now on that stand where a date does: behind a verb of what is to come."""
    low = sentence.lower
    for match in _IN_UNITS_RE.finditer(low) if "in " in low else ():
        opens = low[: match.start()].strip(" \"'([*-") == ""
        clause = (
            re.split(r"[;:\u2014]", low[match.end() :])[0]
            if opens
            else re.split(r"[,;:\u2014]| (?:and|but|while|which) ", low[: match.start()])[-1]
        )
        told, to_come = _tenses(clause)
        if told or not to_come or _FIGURE_RE.search(clause):
            continue
        day = reference.earliest if reference and reference.earliest == reference.latest else None
        found = parse_date(f"in {match['span']}' time", day)
        if found is not None:
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield found._replace(start=start, end=end, text=sentence.text[match.start() : match.end()])
