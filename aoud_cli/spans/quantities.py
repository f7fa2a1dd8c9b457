"""Figures with what they count, and lengths of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, cast

from aoud_cli.english import numbers, pattern, values, words
from aoud_cli.model import Bound

What = Literal["hours", "views", "viewers", "households", "window", "countries", "rank", "episodes", "minutes"]

_WORDS = numbers("counts")
_ORDINALS = numbers("first_to_tenth")
_SCALES = numbers("scales")
_BOUNDS = cast("dict[str, Bound]", values("bounds"))

# Groups of three only: 560,00,000 and 560.000.000 are read as nothing, never guessed; at most 15 digits.
_DIGITS = r"(?<![\d.,])(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,3})?|[0-9]{1,15}(?:\.[0-9]{1,3})?)(?![\d]|[.,]\d)"
_NUMBER = rf"(?P<number>{_DIGITS}|(?<![\w-])(?:{{tens}}-{{one_to_ten}}|{{counts}})\b)"
_SCALE = "(?:[ -]?(?P<scale>{scale_words}))?"
_BOUND = r"(?:\b(?P<bound>{bounds}) (?:an? (?:[a-z]+ ){1,2})?(?:the )?)?"
_COUNT_BOUND = r"(?:\b(?P<bound>{bounds}) )?"  # "two fewer than the eight-part debut" bounds nothing
_PLUS = r"(?P<plus>\+| ?plus\b)?"
_LAUNCH = "(?: {launch_links} (?:its |the )?{launch_nouns}(?! (?:on|in|of) {month_or_digit})| in(?=[,.;)]|$))?"
_PEOPLE_COUNTED: tuple[tuple[What, str], ...] = (
    ("views", "(?:views?(?! of)|streams(?! of)|times)"),
    ("viewers", "(?:viewers?|{who_watched}(?= {they_watched}))"),
    ("households", "(?:member )?(?:households?|homes)"),
)
# The figure behind the words that an audience is told with.
_LED = rf"(?:\b(?P<bound_told>{{bounds}}) )?(?P<told>{_DIGITS})(?: ?(?P<scale_told>m|mn|million)|(?<=,[0-9]{{3}}))"
_MILLIONS = "(?: ?(?P<scale_share>m|mn|million)|(?<=,[0-9]{3}))"
_HEADED = r" ?[-\u2013\u2014:] (?:the )?{rating_heads}\b"  # "5.2m - audience on launch night"
# "drew 5.1m (27.3%)": an audience by the words before or behind it, where the sentence speaks of broadcasts.
_TOLD_VIEWERS = (
    rf"\b(?P<lead>{{viewer_leads}}(?: [a-z'-]+){{0,2}}? ){_LED}(?![\w-])(?! {{no_viewers}})(?!(?: ?\([^()]*\))? slot)"
    rf"|(?P<share>{_DIGITS}){_MILLIONS}(?= ?\([0-9]{{1,2}}(?:\.[0-9]+)?%\)(?! slot)| {{viewers_behind}}\b|{_HEADED})"
)
# "opened with 612,000 in the five cities": by words that only ratings stand behind, and by what follows.
_RATED = (
    rf"\b(?P<lead>{{rating_leads}} |viewers \(){_LED}"
    r"(?=[.,;:)\u2013\u2014]|$| (?:{behind_ratings}|\u2013|\u2014|-)(?![\w]))"
    rf"|(?:^|(?<=\n))\W*(?P<share>{_DIGITS}){_MILLIONS}(?={_HEADED})"
)
_EPISODES = (
    "(?:(?= {sized_episodes} {episode_nouns}\\b)"
    "|[ -](?:(?!{no_episode_kinds}\\b)[a-z-]+ ){0,2}{episode_nouns}\\b| eps\\b"
    "|-{parted_nouns}\\b(?! {parted_wholes}\\b)| parts(?= in (?:total|all)))"
)
_LENGTHS = {"half": 30, "three_quarters": 45, "and_a_quarter": 75, "and_a_half": 90, "hour": 60}  # minutes
_AN_HOUR = "(?:" + "|".join(f"{{hour_lengths.{name}}}" for name in _LENGTHS) + rf")(?! (?:{{no_hour_long}}|{_DIGITS}))"
_LENGTH_RES = tuple((pattern(f"{{hour_lengths.{name}}}"), minutes) for name, minutes in _LENGTHS.items())
_NTH = r"(?:{first_to_tenth}|[0-9]{1,2}(?:st|nd|rd|th))"
_TOP = r"(?:top(?:ped|s|ping)|atop|(?:the )?top (?:spot|slot|place|position)|summit)\b(?=[^.;]{0,40}\b{chart_nouns})"
_HELD = r"top (?:spot|slot|position)(?= for (?:a|an|the) (?:[a-z]+ ){1,2}week)"  # "held on to the top spot for a third week"
_RANKS = (
    rf"\b(?P<top>{_TOP}|{_HELD}|(?<!in the )first(?= (?:on|in) the |[ -]place))",
    r"\b(?<!in the )(?P<place>{rank_places})(?= (?:on|in) the [a-z' -]{0,30}(?:list|chart|ranking)| place)",
    rf"\b(?:{{rank_verbs}}|{{ranks_it}}(?: (?:up )?(?:in|at))?) (?:in |at |as )?(?:the )?(?P<stood>{_NTH})(?![\w-])(?! (?:{{no_ranked}}))",
    r"\b{leads_chart} (?P<led>(?=(?:the |its |{chart_owners}'s )?[^.;]{0,40}\b{chart_nouns}))",
    rf"\b(?<!in the )(?P<first_place>{_NTH}) (?:place|spot|position|rung)(?= {{rank_links}}\b)",
    rf"\b{{being}} (?:now |still |currently )?(?P<among>{_NTH})(?= among\b)",
    r"(?:\b(?:number|no\.|no(?= ?[0-9]))|(?<![\w#&])#) ?(?P<number>{rank_numbers})\b",  # and no "no one"
    rf"\b(?P<nth>{_NTH})[ -]most[ -](?:popular|watched|streamed|viewed)\b",
)
# "Hours viewed: 58,200,000"
_HOURS_FIELD = rf"\bhours (?:viewed|watched|streamed)(?: \([^()]{{0,20}}\))? ?[:|] ?{_NUMBER.replace('number', 'field')}"
_SOURCES: dict[What, str] = {
    "hours": (
        rf"{_HOURS_FIELD}|{_BOUND}{_NUMBER}\+?{_SCALE}{_PLUS}[ -](?:{{hours_kinds}} ){{0,2}}hours?\b(?: (?:viewed|watched|streamed"
        rf"|of (?:viewing|watch time|viewership|streaming)))?"
    ),
    **{what: rf"{_BOUND}{_NUMBER}\+?{_SCALE}{_PLUS}(?:[ -]{{audience_kinds}}){{0,2}}[ -]{nouns}\b" for what, nouns in _PEOPLE_COUNTED},
    "window": (
        rf"\b(?:(?P<prep>{{window_links}}) )?(?:{{window_just}} )?(?:{{window_articles}} )?(?:very )?(?P<first>"
        rf"{{window_firsts}})?(?: full)?[ -]?{_NUMBER}?[ -]?(?P<unit>day|week|month|fortnight)s?\b(?: (?:window|period"
        rf"|stretch))?(?! of (?:the )?{{shoot}}\b)(?P<launch>{_LAUNCH})"
    ),
    "countries": rf"{_BOUND}{_NUMBER}{_PLUS} (?:{{countries_kinds}} ?)?(?:of (?:the|its) [0-9]{{1,3}} )?{{country_nouns}}\b",
    "rank": "|".join(_RANKS),
    "episodes": rf"(?<!season )(?<!part ){_COUNT_BOUND}{_NUMBER}{_PLUS}{_EPISODES}",
    "minutes": (
        rf"{_BOUND}(?:(?:\b(?P<hours_told>an|one|two|1|2)[ -](?:hours?|hrs?)(?:,? and)? )?{_NUMBER}{_PLUS}[ -](?:minutes?|mins?)\b"
        rf"|(?P<hour>{_AN_HOUR})\b)"
    ),
}
_BROADCAST = words("broadcast_cues")
_RATING_CUES = words("rating_cues")
_CUES = {what: words(f"figure_cue.{what}") for what in _SOURCES}  # of which one must occur
_HOUR = 60  # minutes
SMALLEST_HOURS = 100_000  # fewer hours than this are a running time or a deadline, no viewing total
AUDIENCE = ("hours", "views", "viewers", "households")
LARGEST_COUNT = 1_000  # countries, ranks, episodes, minutes
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "month": 30}


class Quantity(NamedTuple):
    """A figure in folded text: a window's `number` is in days; `counted` are words elsewhere, in lower case, of how it was counted."""

    start: int
    end: int
    what: What
    number: int
    bound: Bound
    counted: str = ""


def find_quantities(low: str) -> Iterator[Quantity]:
    """Every figure with a unit in text in lower case; a number that can't be read without guessing is left alone."""
    found = dict[int, Quantity]()  # by where they begin: both shapes find some
    if any(map(low.__contains__, _RATING_CUES)):
        found |= {one.start: one for one in _told_viewers(low, _RATED)}
    if "%" in low or any(map(low.__contains__, _BROADCAST)):
        found |= {one.start: one for one in _told_viewers(low, _TOLD_VIEWERS)}
    yield from found.values()
    if "\u00d7" in low or " x " in low:
        yield from _by_length(low)
    for what, source in _SOURCES.items():
        if not any(map(low.__contains__, _CUES[what])):
            continue
        for match in pattern(source).finditer(low):
            if (number := _number(what, match)) is not None:
                yield from _found(low, what, match, number)


# "6 x 60'": so many episodes of so many minutes
_BY_LENGTH_RE = pattern(r"\b[0-9]{1,2} ?[x\u00d7] ?(?P<minutes>[0-9]{2,3})(?='|\u2032| ?mins?\b| ?minutes\b)")


def _by_length(low: str) -> Iterator[Quantity]:
    for match in _BY_LENGTH_RE.finditer(low):
        if _is_likely("minutes", int(match["minutes"])):
            yield Quantity(*match.span("minutes"), "minutes", int(match["minutes"]), "exactly")


def _found(low: str, what: What, match: re.Match[str], number: int) -> Iterator[Quantity]:
    """A figure, with those that only its words tell of: the lower end of a range, what an order came to, what it is set beside."""
    if what == "minutes":
        if not match["hours_told"] and _BEHIND_HOURS_RE.search(low, max(0, match.start() - _HOURS), match.start()):
            return  # "seven hours and five minutes" in all
        yield from _lower_end(low, match.start())
    elif what == "episodes":
        yield from _raised_to(low, match)
    start = match.start() + (len(match.group()) - len(match.group().lstrip(" -")))
    yield Quantity(start, match.end(), what, number, _bound(match))
    if what in _WITHOUT_CUES:
        yield from _beside(low, match.end(), what)


_WATCHED_RE, _WATCHED = pattern(r"\b{watched_times} (?:[a-z]+ ){0,3}$"), 60  # code points: "season 1 was watched 16.8 million times"
_SOME = 3  # episodes: a season's order is raised from more
_FROM_RE, _FROM = (
    pattern(r"\b(?:{counted_orders}|{recounted})\b(?![^.;]*\b{roles_of_some}\b)[^.;]{0,50}\bfrom (?:just |only )?$"),
    90,
)  # code points
_TO_RE = pattern(rf" to {_NUMBER}(?=[.,;:)]|$| (?:{{behind_orders}})\b)")


def _raised_to(low: str, counted: re.Match[str]) -> Iterator[Quantity]:
    """The count that an order came to: `raised from eight episodes to ten`."""
    told = _TO_RE.match(low, counted.end()) if _FROM_RE.search(low, max(0, counted.start() - _FROM), counted.start()) else None
    number = read_number(told["number"], None) if told else None
    before = read_number(counted["number"], None) or 0
    if told and number is not None and before > _SOME and _is_likely("episodes", number):
        yield Quantity(*told.span("number"), "episodes", number, "exactly")


_WITHOUT_CUES = ("hours", "views", "households")  # what ratings tell of viewers is found by their own words
_BESIDE_RE = pattern(
    rf"[^.;<0-9]{{0,40}}?\b{{counted_alike}} (?:about |around |the )?{_NUMBER}{_SCALE}(?= {{of_other_seasons}}\b|[.,;)]|$)"
)


def _beside(low: str, end: int, what: What) -> Iterator[Quantity]:
    """The figure that is set beside one, without its unit: `8 million views in four days, against 6 million for the first`."""
    match = _BESIDE_RE.match(low, end)
    number = read_number(match["number"], match["scale"]) if match and match["scale"] else None
    if match is not None and number is not None and _is_likely(what, number):
        yield Quantity(match.start("number"), match.end(), what, number, "exactly")


_BEHIND_HOURS_RE, _HOURS = pattern(r"\b(?:hours?|hrs?),? (?:and )?$"), 12  # code points


_LOWER_END_RE = pattern(
    rf"(?:(?P<pair>\b{{range_openers}} )|(?<![\w.,:/-])){_NUMBER}(?: (?:minutes?|mins?\.?))?"
    r"(?P<link> ?[-\u2013\u2014] ?| to | up to | and )(?:(?:a|an) )?$"
)
_RANGE = 40  # code points before the figure that ends a range


def _lower_end(low: str, end: int) -> Iterator[Quantity]:
    """The figure that begins a range of minutes: `45-60 minutes`, `between 45 and 60 minutes`; one with a unit is found anyway."""
    begun = _LOWER_END_RE.search(low, max(0, end - _RANGE), end)
    number = read_number(begun["number"], None) if begun and (begun["pair"] or begun["link"] != " and ") else None
    if begun and number is not None and _is_likely("minutes", number) and "min" not in begun.group():
        yield Quantity(*begun.span("number"), "minutes", number, "exactly")


def _told_viewers(low: str, shape: str) -> Iterator[Quantity]:
    for match in pattern(shape).finditer(low):
        name = "told" if match["told"] else "share"
        number = read_number(match[name], match[f"scale_{name}"])
        if number is not None and number >= SMALLEST_HOURS:
            start = match.end("lead") if match["lead"] else match.start()
            yield Quantity(start, match.end(), "viewers", number, _BOUNDS[match["bound_told"]] if match["bound_told"] else "exactly")


def _number(what: What, match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if what == "window":
        return _days(match)
    if what == "rank" and (groups["top"] or groups["nth"] or groups["place"]):
        return 1 if groups["top"] else _nth(groups["nth"] or groups["place"])
    if what == "rank" and not groups["number"]:
        return 1 if groups["led"] is not None else _nth(groups["stood"] or groups["first_place"] or groups["among"])
    if what == "minutes" and groups["hour"]:
        return next(minutes for words, minutes in _LENGTH_RES if words.match(match.string, match.start("hour")))
    if (
        what == "views"
        and match.group().endswith("times")
        and not _WATCHED_RE.search(match.string, max(0, match.start() - _WATCHED), match.start())
    ):
        return None  # "the trailer was shared 2 million times"
    number = read_number(groups.get("field") or groups["number"], groups.get("scale"))
    if number is not None and groups.get("hours_told"):
        number += _HOUR * (2 if groups["hours_told"] in ("two", "2") else 1)
    return number if number is not None and _is_likely(what, number) else None


def _is_likely(what: What, number: int) -> bool:
    return number >= SMALLEST_HOURS if what in AUDIENCE else 1 <= number <= LARGEST_COUNT


def _days(match: re.Match[str]) -> int | None:
    """The days of a window; `a month` counts only behind `in` or `within`, and `two months` alone is a length."""
    first, number, unit, prep = match.group("first", "number", "unit", "prep")
    if not first and not number and not re.match(r"(?:in|within|inside) an? ", match.group()):
        return None
    if not (first or prep or "-" in match.group() or match.group("launch")):
        return None
    count = read_number(number, None) if number else 1
    return count * _DAYS[unit] if count else None  # nothing is counted over no days


def _nth(word: str) -> int:
    return _ORDINALS.get(word) or int(re.sub(r"[^0-9]", "", word))


def read_number(digits: str, scale: str | None) -> int | None:
    """The whole number that digits or a number word with a scale word, in lower case, stand for; None where it is not whole."""
    tens, _, ones = digits.partition("-")
    if ones:
        return _WORDS[tens] + _WORDS[ones]  # "forty-two"
    whole, _, part = digits.replace(",", "").partition(".")
    number, rest = divmod((_WORDS.get(digits) or int(whole + part)) * (_SCALES[scale] if scale else 1), 10 ** len(part))
    return None if rest else number


def bound_before(text: str) -> Bound:
    """The bound that the last words of a lower-case text put on the figure behind them."""
    for phrase in sorted(_BOUNDS, key=len, reverse=True):
        if text.rstrip().endswith(" " + phrase):
            return _BOUNDS[phrase]
    return "exactly"


def _bound(match: re.Match[str]) -> Bound:
    groups = match.groupdict()
    if groups.get("plus"):
        return "over"
    return _BOUNDS[groups["bound"]] if groups.get("bound") else "exactly"
