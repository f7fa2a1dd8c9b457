"""Whether an audience is no audience of the show: of another show that is named beside it, of a service, a person or a night of repeats."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import Said
from aoud_cli.english import pattern

# "1.5 million people tuned in to <another>", "the 9 million viewers who watched Broadchurch"; not "who watched Sunday's finale"
_WATCHED_RE = pattern(r"(?: who)?(?: {they_watched})*(?: in)?(?: to| for| of)? (?:\W?<w\d+>|<[acnk]\d+>'s)")
_WATCHED_NAME_RE = pattern(r" who (?:watched|saw|tuned in (?:to|for)) (?!<)(?!(?:It|The)\b|{Season_pieces}\b|{Any_weekday}\b)[A-Z]")
_AMOUNT = r"(?:{before_amounts} )*$"
_BEFORE = (
    r"\bthat (?:show|series|drama)(?:'s)?\b[^.;]*",  # "is no <another>: that show's second season drew"
    rf"(?<![cs]\d>'s )\b{{other_watched}}(?: {{links_of_events}} [^,.;]{{1,30}})? {{drew_audiences}} {_AMOUNT}",
    r"\b(?:{was_or_were}|been) {repeated_runs} (?:on|at) [^.;]*",  # "was repeated on <another>, where it pulled in"
    rf"\b{{repeated_runs}}(?: of [^,.;]{{1,30}})? {{drew_audiences}} {_AMOUNT}",
    rf"(?<!\bthe )\b{{promised_audiences}} {_AMOUNT}",  # "advertisers were promised 4 million viewers"
)
_BEFORE_RE = pattern("(?:" + "|".join(part if part.endswith("$") else f"{part}$" for part in _BEFORE) + ")")
_GAINED_RE = pattern(rf"(?:^|[;,] )\W?<[fb]\d+>(?: has| have| had)? {{gained_or_lost}} {_AMOUNT}")  # "the service lost 2 million viewers"
_SPENT_RE = pattern(r"(?: [a-z]+)? on <[fb]\d+>(?![^.;,]*<[st]\d+>)")  # "viewers spent 1 billion hours on <platform>"
_FOR_SHOW_RE = pattern(r"[^.;,]{0,40} (?:for|with) [^.;,]*<[st]\d+>")  # "<platform> gained 4.2 million viewers for the second season"


def is_of_another(said: Said) -> bool:
    """Whether the words around a figure give it to something else than the show."""
    text, cased = said.line.masked.text, said.line.masked.cased
    at = said.value_in_line()
    if at < 0:
        return False
    end = at + len(said.value_at)
    left, _ = cues.clause(text, *said.match.span())
    if _WATCHED_RE.match(text, end) or _WATCHED_NAME_RE.match(cased, end):
        return True
    if said.make.key == "viewership.hours" and _SPENT_RE.match(text, end) and "spen" in text[left:at]:
        return True
    gained = _GAINED_RE.search(text, left, at) is not None and _FOR_SHOW_RE.match(text, end) is None
    return gained or _BEFORE_RE.search(text, left, at) is not None


_HAS_VIEWERS_RE = pattern(r"(?:^|[,;:] |\b(?:and|that|when) )\W?<[akn]\d+>,? (?:has |have |had )?{draws_viewers} (?:[a-z]+ ){0,3}$")

_SHOWN_RE = pattern(r"<[st]\d+>|\b(?:{premiere_words}|{finale_words})\b")


def has_own_viewers(said: Said) -> bool:
    """`X had 2.4 million viewers for her dance-off`: somebody's own audience."""
    text, at = said.line.masked.text, said.value_in_line()
    return at > 0 and _HAS_VIEWERS_RE.search(text, 0, at) is not None and _SHOWN_RE.search(text) is None
