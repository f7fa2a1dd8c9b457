"""The words of events in a masked sentence, the form of each, and what a date's event is told by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from aoud_cli.english import numbers, pattern, words

FAR = 600  # code points from a date to what may bound its clause
REACH = 120  # code points between an event and its date
SPAN = r"<[a-z]\d+>"
DATE_RE = pattern(r"<d\d+>")
OTHERS_RE = pattern(r"\b(?:{foreign}|{shoot}|{finale.nouns})\b")  # what a question asks after that is no premiere

Owner = Literal[
    "release.premiere",
    "release.finale",
    "production.filming_start",
    "production.filming_end",
    "renewal.announced",
    "elsewhere",
    "another",
]
RENEWAL: Final = "renewal.announced"
PREMIERE: Final = "release.premiere"
FINALE: Final = "release.finale"
START: Final = "production.filming_start"
END: Final = "production.filming_end"


class Attached(NamedTuple):
    """A date's token and the event that it belongs to; `start` and `end` bound both in the masked text.

    `subject` is what is said to happen.
    """

    token: str
    owner: Owner
    start: int
    end: int
    subject: str
    ahead: bool = False  # in a form that tells what is to come
    part: int | None = None  # the part of a season whose date it is, where its place among the dates tells it
    network: str = ""  # that the head of its column names, as the list of networks writes it
    country: str = ""  # that the head names instead


_OF_WHAT = r"(?! in (?:the )?{part_of_time})(?! of (?!(?:{its_articles} )?(?:<[tse]\d+>|{ours}\b|new |[a-z]+ season)))"
_PART_RE = pattern(
    r"\b{part_nouns} (?P<n>[1-9]|one|two|three|four)\b"
    r"|\b(?P<nth>{part_ordinals}) (?:[a-z]+ )?(?P<noun>{part_counted})(?![\w-])" + _OF_WHAT + "|"
    r"\bthe (?P<rest>remaining|other|(?:last|final)(?! (?:one|two)\b)) {one_to_ten}(?= <d|$| {rest_comes}\b)"
    r"|\b(?P<behind>(?!one\b){one_to_ten} {last_ones} {episode_nouns})(?= of (?:the )?<[st]\d+>)"
)
_NUMBERS = {**numbers("one_to_ten"), **numbers("part_ordinals")}


NEWS_TOLD = r"(?:<[bfakt]\d+>|the {lede_subjects}) {news_told} (?:the|that) {news_nouns}"  # "the streamer announced the news"


def part_in(words: str) -> int | None:
    """The part of a season that masked words name ("the second half"); the last of a number that they don't tell is the second."""
    found = next(reversed(list(_PART_RE.finditer(words))), None)
    if found is None or (found["nth"] in ("first", "opening") and "e" in found["noun"][:2]):
        return None  # "the first two episodes" of a season that is told week by week
    if found["behind"]:
        return 2  # "the four final episodes of season 2"
    return int(found["n"]) if found["n"] and found["n"].isdigit() else _NUMBERS[found["n"] or found["nth"] or found["rest"]]


_CUT_RE = pattern(
    r", (?:the )?<s\d+> with\b|, (?:[a-z'-]+ ){2,6}?(?:is|are|was|were) |, {comma_cuts}\b"
    r"|\b{cut_links} (?!(?:the |its )?<d)|\bthan\b|(?<!%)\) "
)


def is_cut(between: str) -> bool:
    """Whether a new clause or another date's words stand between an event and a date."""
    clause = _CUT_RE.search(between)
    if clause and not re.fullmatch(r"[^a-z<]*(?:on|in|at) <[fb]\d+>(?!.*, (?:each|with)\b).*", between):
        return True
    return re.search(r"<[acknw]\d+>", between) is not None and not re.search(r"<[fb]\d+>[^<]*$", between)


FORMS = ("nouns", "due", "past", "going", "present", "base")  # in the order in which they are tried


class Head(NamedTuple):
    """An event's words in the masked text: what event, in which form, and where."""

    kind: str
    form: str
    start: int
    end: int


_HEADS = "|".join((
    r"(?P<shoot>\b{shoot}\b)",
    *(rf"(?P<premiere_{form}>(?<![\w-]){{premiere.{form}}}\b(?![-\w]))" for form in FORMS),
    r"(?P<finale_nouns>\b(?:season |series )?{finale.nouns}\b)",
    r"(?P<renewal>\b{renewal}\b(?! {renewed_things}))",
    r"(?P<elsewhere>\b{elsewhere}\b)",
))  # fmt: skip
_GATHERING_RE = pattern(r" {gatherings}\b")
_FINALE_VERB = r"\b{finale.verbs}\b(?! (?:{shoot_articles} )?{shoot}\b)"


def find_heads(text: str, start: int, end: int) -> list[Head]:
    """The events that the words of a stretch name, in their order."""
    return sorted(_heads(text, start, end), key=lambda head: head.start)


def _heads(text: str, start: int, end: int) -> Iterator[Head]:
    for match in pattern(_HEADS).finditer(text, start, end):
        kind, _, form = str(match.lastgroup).partition("_")
        if kind == "premiere":
            form = _form(text, match, form)
        if form == "plural" or (form in ("noun", "nouns") and _GATHERING_RE.match(text, match.end())):
            yield Head("elsewhere", "noun", *match.span())  # "its releases for spring 2024", "the premiere party on May 1"
        elif form != "other" and not is_of_no_episodes(text, match.start()):
            yield Head(kind, form or "noun", *match.span())
    for match in pattern(_FINALE_VERB).finditer(text, start, end):
        yield Head("finale", "verbs", *match.span())
    coming = _COMING_RE.search(text, max(start, end - _COMING), end)
    if coming is not None and DATE_RE.match(text, end):
        yield Head("premiere", "going", *coming.span("coming"))  # "season 3 is coming <d>"


_ONES_RE, _EPISODES_RE = pattern(r"last (?:one|two)\b"), pattern(r"<e\d+>|\b(?:episodes|chapters|instal?lments)\b")


def is_of_no_episodes(text: str, at: int) -> bool:
    """Whether "the last one" stands there, and follows no episodes that it could be one of."""
    return _ONES_RE.match(text, at) is not None and _EPISODES_RE.search(text, 0, at) is None


_COMING_RE, _COMING = pattern(r"\b(?:is|are|now|also) (?P<coming>coming) $"), 16  # code points


# What makes the word behind it a noun, and what a verb: "its premiere", "to premiere".
_NOUN_BEFORE_RE = pattern(r"(?:\b{before_nouns}|'s|-|<[dtsf]\d+>'?) $")
_VERB_BEFORE_RE = pattern(r"(?:\b{before_verbs}|ly) $")


_EPISODES_BEFORE_RE = pattern(
    r"(?:<e\d+>|\b(?:episodes|chapters|instal?lments)) (?:of|from) (?:the )?(?:<[ts]\d+> ?)+$"
)  # "five episodes of season 2 arrive"
_GIVEN_UP_RE = pattern(r"(?:<t\d+>|\b(?:show|series|drama|it))(?:, [^,;.]{1,60},)? {was_forms}(?: [a-z]+ly)? $")
_ON_PLATFORM_RE = pattern(r" {dropped_links} (?:<[fb]\d+>|its entirety|full|one)")
_A_HIT_RE = pattern(r"\b{before_a_hit} (?:[a-z-]+ ){0,3}$")
_SEASON_HIT_RE = pattern(r"<s\d+> (?:was|became) an? (?:[a-z-]+ ){0,3}$")  # "the first season was a monster hit in 2022"
_BEGINNINGS = frozenset(words("beginnings"))
_LOOSE = frozenset(words("loose_arrivals"))
_OURS_BEFORE_RE = pattern(r"(?:<[ste]\d+>|\b{ours})\W{0,2} (?:(?:{small_verbs}|{modals_of_dates}|[a-z]+n't|[a-z]+ly) )+$")
_NO_NOUNS = frozenset(words("only_verbs"))  # "the new episodes arrive on <d>"
_DEED_BEHIND_RE = pattern(r" {deeds_begun}\b")
_PLURAL_BEFORE_RE = pattern(r"\b{before_plurals} $")


def _form(text: str, match: re.Match[str], form: str) -> str:
    """Noun or verb, by the word before it; `other` where it is neither of an event."""
    before, word = text[max(0, match.start() - 14) : match.start()], match.group()
    if form == "nouns":
        return _noun_or_verb(before, word)
    if _means_something_else(text, match, word):
        return "other"
    if form == "present" and _PLURAL_BEFORE_RE.search(before):
        return "plural"
    if form == "base" and not word.startswith("be ") and word not in _NO_NOUNS and (_NOUN_BEFORE_RE.search(before) or not before.strip()):
        return "base" if _EPISODES_BEFORE_RE.search(text, 0, match.start()) else "other"
    return form


def _means_something_else(text: str, match: re.Match[str], word: str) -> bool:
    """Whether nothing comes out, in words that tell of that elsewhere."""
    if word == "dropped":  # "the show was dropped last July and rescued by <platform>", not "season 1 was dropped on January 29"
        return _GIVEN_UP_RE.search(text, 0, match.start()) is not None and not _ON_PLATFORM_RE.match(text, match.end())
    if word in _LOOSE and _OURS_BEFORE_RE.search(text, 0, match.start()) is None:
        return True  # "season 3 details will surface in May"
    if word in ("hit", "hits"):  # "was an unexpected export hit last year"
        return _A_HIT_RE.search(text, 0, match.start()) is not None and not _SEASON_HIT_RE.search(text, 0, match.start())
    # "a podium that no series has managed since we began counting in 2021"
    return word in _BEGINNINGS and _DEED_BEHIND_RE.match(text, match.end()) is not None


def _noun_or_verb(before: str, word: str) -> str:
    """What a word is that is in the list of nouns, and may be a verb, too."""
    if pattern("{premiere.present}").fullmatch(word):
        if _PLURAL_BEFORE_RE.search(before):
            return "plural"
        behind_noun = re.search(r"(?:<[tsf]\d+>|[a-z0-9]) $", before) and not pattern(r"\b{plural_articles} $").search(before)
        return "present" if behind_noun else "nouns"
    if not pattern("{premiere.base}").fullmatch(word):
        return "nouns"
    return "base" if _VERB_BEFORE_RE.search(before) and not re.search(r"\bfirst $", before) else "nouns"
