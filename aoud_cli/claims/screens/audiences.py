"""Whether an audience is no audience of the show: of another show that is named beside it, of a service, a person or a night of repeats."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import Said
from aoud_cli.english import pattern

# "1.5 million people tuned in to <another>", "the 9 million viewers who watched Broadchurch"
_WATCHED_RE = pattern(r"(?: who)?(?: {they_watched})*(?: in)?(?: to| for| of)? \W?<w\d+>")
_WATCHED_NAME_RE = pattern(r" who (?:watched|saw|tuned in (?:to|for)) (?!<)(?!(?:It|The) )[A-Z]")
_BEFORE = (
    r"\bthat (?:show|series|drama)(?:'s)?\b[^.;]*",  # "is no <another>: that show's second season drew"
    r"\b{other_watched}\b(?![^.;]*<[ts]\d+>)[^.;]*",  # "the interview was watched by", "her appearance on Strictly pulled in"
    r"\b{repeated_runs}\b[^.;]*",  # "was repeated on <another>, where it pulled in"
    r"(?:^|[;,] )\W?<[fb]\d+>(?: has| have| had)? {gained_or_lost} (?:[a-z]+ ){0,2}",  # "the service lost 2 million viewers"
    r"\b{promised_audiences} (?:[a-z]+ ){0,2}",  # "advertisers were promised 4 million viewers"
)
_BEFORE_RE = pattern("(?:" + "|".join(_BEFORE) + ")$")
_SPENT_RE = pattern(r"(?: [a-z]+)? on <[fb]\d+>")  # "viewers spent 1 billion hours on <platform>"


def is_of_another(said: Said) -> bool:
    """Whether the words around a figure give it to something else than the show."""
    text, cased = said.line.masked.text, said.line.masked.cased
    at = text.find(said.value_at) if said.value_at.startswith("<") else -1
    if at < 0:
        return False
    end = at + len(said.value_at)
    left, _ = cues.clause(text, *said.match.span())
    if _WATCHED_RE.match(text, end) or _WATCHED_NAME_RE.match(cased, end):
        return True
    if said.make.key == "viewership.hours" and _SPENT_RE.match(text, end) and "spen" in text[left:at]:
        return True
    return _BEFORE_RE.search(text, left, at) is not None
