"""Which of the seasons that a sentence names it speaks of, and which it only names beside that."""

from __future__ import annotations

from typing import cast

from aoud_cli.english import pattern
from aoud_cli.spans.mask import Masked
from aoud_cli.spans.seasons import Season


def season_of_token(masked: Masked, token: str) -> Season:
    """The season that a token (`<s2>`) stands for."""
    return cast("Season", masked.span(token).what)


# Named beside the one that is spoken of: "unlike the first season", "four years after season 1".
_PASSING_RE = pattern(r"(?:\b{passing}(?: {passing_articles})?|\b{passing_its} its)(?: {passing_of})?(?: {passing_articles})? $")
_AFTER_DOING_RE = pattern(r"\bafter [a-z]+ing (?:the )?$")  # "the sole director after sharing season 2"
_AS_WELL_RE = pattern(r"<s\d+> as well\b(?! as)")
_WONT_HAVE_RE, _UNTIL_RE = pattern(r"\b{wont_have} (?:an? )?$"), pattern(r"<s\d+> (?:until|till|before)\b")
# "ordered it ahead of the season 3 release"; not "Ahead of season 5, ...", nor "a month before season 5 began filming"
_BEFORE_IT_RE, _ITS_VERB_RE = (
    pattern(r"[a-z0-9>] {before_it}(?: {passing_articles})? $"),
    pattern(r"<s\d+> {its_verbs}\b"),
)
# "down from the 1.3 million who watched the season 2 premiere"
_COMPARED_RE = pattern(r"\b(?:{compared_up}) (?:[a-z0-9.%]+ ){0,4}?from (?:the )?(?:<u\d+>|[0-9.,]+)[^.;]*$")
_REASON_RE = pattern(r"\b{gives_reason} (?:the )?(?P<season><s\d+>) {lasted}\b")


def is_passing(text: str, at: int) -> bool:
    """Whether a season is only named in passing: `unlike season 1`, `as season 2 needed 20 weeks, a wrap in January is likely`, `having
    shot season 3 as well`."""
    if _AS_WELL_RE.match(text, at) or (_WONT_HAVE_RE.search(text, 0, at) and not _UNTIL_RE.match(text, at)):
        return True
    if is_beforehand(text, at) and not _ITS_VERB_RE.match(text, at):
        return True
    passing = _PASSING_RE.search(text, 0, at) or _AFTER_DOING_RE.search(text, 0, at)
    return passing is not None or any(reason.start("season") == at for reason in _REASON_RE.finditer(text))


def compared_from(text: str, at: int) -> int | None:
    """Where the words begin that only compare something with a season: `down from the 1.3 million who watched the season 2 premiere`."""
    found = _COMPARED_RE.search(text, 0, at)
    return None if found is None else found.start()


def is_beforehand(text: str, at: int) -> bool:
    """Whether something is said to be before a season: `ordered ahead of season 3`."""
    return _BEFORE_IT_RE.search(text, 0, at) is not None


_TOKEN_RE = pattern(r"<s\d+>")
# "Y, whom nobody believed in season 1, finds the papers", "the copper played by X in the first two series"
_OF_SOMEBODY_RE = pattern(
    r"(?:<[acknp]\d+>,? (?:who|whom|whose) (?:(?:<[a-z]\d+>|[a-z]+) ){0,3}?(?!has\b){told_past}\b"
    r"|\b(?:played|portrayed) by <[akn]\d+>|<[akn]\d+> (?:played|portrayed) (?:<[cp]\d+>|him|her))[^,;.]*$"
)


# "don't expect X, as Y died in the season 2 finale", "who was an assistant when the first season was written"
_WHY_RE = pattern(
    r"\b{why_words} [^.;]*\b{story_ends}\b[^.;]{0,30}\b(?:in|at|during) (?:the )?$|\b(?:was|were) (?:an? )?[a-z]+ when (?:the )?$"
)


def _is_of_somebody(text: str, at: int) -> bool:
    """Whether a season stands in a clause about somebody beside what the sentence tells, or in the reason that it gives."""
    return (_OF_SOMEBODY_RE.search(text, 0, at) or _WHY_RE.search(text, 0, at)) is not None


def spoken_in(masked: Masked, reach: int | None = None) -> tuple[str, ...]:
    """The tokens of the seasons that a sentence, up to a place in it, speaks of itself and not in passing."""
    tokens = _TOKEN_RE.finditer(masked.text, 0, len(masked.text) if reach is None else reach)
    text = masked.text
    return tuple(token.group() for token in tokens if not _is_beside(text, token.start()))


def _is_beside(text: str, at: int) -> bool:
    """Whether a season is named in passing, for comparison, or of somebody."""
    return is_passing(text, at) or _is_of_somebody(text, at) or compared_from(text, at) is not None
