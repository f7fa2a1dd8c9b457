"""The words of dates, in tables."""

from __future__ import annotations

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items() if name != "may"} | {"sept": 9}
SHORT_WEEKDAYS = frozenset("mon tue tues wed weds thu thur thurs fri sat sun".split())
WEEKDAYS = {name: number for number, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))}
NUMBER_WORDS = {
    name: number
    for number, name in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1)
} | {"a": 1, "an": 1}
ORDINALS = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
    "last": 0, "final": 0, "latter": 0, "back": 0, "opening": 1, "closing": 0, "front": 1,
}  # fmt: skip
# First and last day, as of a `Portion`. The feasts of the moon are given as wide as they can lie from 1900 to 2100.
HOLIDAYS = {
    ("christmas", "eve"): (12, 24, 12, 24), ("christmas", "day"): (12, 25, 12, 25), ("christmas",): (12, 25, 12, 25),
    ("halloween",): (10, 31, 10, 31), ("new", "year", "'", "s", "day"): (1, 1, 1, 1), ("new", "year", "'", "s", "eve"): (12, 31, 12, 31),
    ("new", "year", "'", "s"): (1, 1, 1, 1), ("new", "year"): (1, 1, 1, 1), ("valentine", "'", "s", "day"): (2, 14, 2, 14),
    ("lunar", "new", "year"): (1, 21, 2, 20), ("chinese", "new", "year"): (1, 21, 2, 20), ("seollal",): (1, 21, 2, 20),
    ("chuseok",): (9, 7, 10, 8), ("holiday", "season"): (11, 1, 13, 6), ("holidays",): (11, 1, 13, 6),
}  # fmt: skip
LOWER_HOLIDAYS = frozenset({"holiday", "holidays"})  # the others are names
BEFORE_HOLIDAY_SEASON = frozenset("the a this next last coming upcoming past in by for until during".split())

# A season or holiday without a year is one by the word before it, and where the word behind begins something new: "in the autumn,
# when", but not "in the autumn of his life" or "in spring training".
BEFORE_SEASON = frozenset("in by until till before after come during around for since through over".split())
BEFORE_HOLIDAY = frozenset("by until till before after come during around since through over at on".split())
FUNCTION_WORDS = frozenset(
    "and or but with when while after before as at on to for from by in if because according following ahead instead rather though"
    " although since until so then is was are were will would has had may might could should can said says not".split()
)
YEAR_RUNS_OUT = (
    ("is", "out"), ("is", "over"), ("is", "done"), ("is", "through"), ("is", "up"), ("'", "s", "out"), ("'", "s", "over"), ("ends",),
    ("closes",), ("finishes",), ("concludes",), ("runs", "out"), ("comes", "to", "an", "end"), ("comes", "to", "a", "close"),
    ("draws", "to", "a", "close"),
)  # fmt: skip
FISCAL = frozenset({"fy", "fiscal", "financial"})  # a company's own year begins when it likes

# A number before one of these counts something: "2025 people", "2024 hours". After "in" only the second set does:
# "in 2024 viewers saw it" tells a year, "in 2024 hours" doesn't.
ALWAYS_UNITS = frozenset(
    "hour hours minute minutes min mins second seconds percent million billion thousand hundred dollars won euros".split()
)
UNITS = ALWAYS_UNITS | frozenset(
    "people persons viewers views fans episodes countries territories regions times copies votes points students survivors zombies"
    " days weeks months years units miles km kilometers kilometres metres meters feet pounds cents tickets seats screens pages"
    " soldiers actors actresses extras households accounts subscribers users members titles films shows rooms items".split()
)
YEAR_PREPOSITIONS = frozenset(
    "in of for since from during by until till early late mid before after through to or and between around circa sometime a the "
    "spring summer fall autumn winter beyond".split()
)
# What stands before a number that names a thing: "room 2024", "over 2000".
NOT_BEFORE_YEAR = frozenset(
    "room number no page episode chapter over than nearly almost some least most class route highway gate unit model version"
    " season part volume another just only up".split()
)
COUNTED = frozenset("season seasons episode episodes part chapter volume vol phase number no top class grade level book".split())
STRONG_BEFORE_MONTH = frozenset("in since during until till next last this early mid late through throughout".split())
WEAK_BEFORE_MONTH = frozenset("of by from to before after for between around either on".split())
POSTPONED = frozenset("moved delayed pushed postponed shifted rescheduled changed bumped slipped moving delaying pushing push move".split())
DURATIONS = frozenset("years months weeks days hours decades year month week day decade later shortly soon long minutes".split())

DAY_SUFFIXES = ("st", "nd", "rd", "th")
PEOPLE_TOO = frozenset({"april", "may", "june", "august", "march"})  # "April O'Neil", "the March on Washington"
SHIFTS = {"last": -1, "this": 0, "next": 1}
PLAIN_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
DAYTIMES = frozenset({"morning", "afternoon", "evening", "night"})
DASHES = ("-", "\u2014")
