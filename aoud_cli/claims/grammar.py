"""The small language in which rules are written: slots, lists and gaps, compiled to a regular expression over a masked sentence.

`{performer}` is one span of that kind, `{performers}` a list of them, `{character.2}` a second one; ` ... ` is whatever stands between,
within one clause; `{word}` is a word class of english/, `{:season}` a span that is present and not captured. All else is a regular
expression in lower case.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from aoud_cli.english import alternatives, classes, fill, pattern
from aoud_cli.ground.patterns import compiled
from aoud_cli.spans.kinds import SLOTS, spell
from aoud_cli.spans.lists import ASIDE, CHARACTERS, CLOSE, MARKS, PEOPLE, PERFORMERS, names_in

OPENING = PERFORMERS + CHARACTERS + PEOPLE
LISTS = {"performers": "performer", "characters": "character", "persons": "person", "names": "name"}
# A word that does not end a noun phrase, or a span that can stand in one (an institution's name, a length).
_PLAIN_WORD = r"(?:(?!{phrase_ends}\b)[a-z0-9'-]+|<[lfwzm]\d+>)"
_PHRASES = {
    # A stretch of time.
    "duration": r"(?:<z\d+>|(?:[a-z-]+|[0-9]+) {stretches}(?: and (?:change|a half|[a-z]+ months?))?|[a-z]+-(?:year|month))",
    # A noun phrase without an article: what somebody is, or how long something takes.
    "phrase": rf"{_PLAIN_WORD}(?: (?:{_PLAIN_WORD}|\([a-z]{{2,6}}\))){{0,7}}",
    # A calling before a name: a noun and what makes it closer.
    "job": r"(?:(?!{no_modifiers}\b)(?:[a-z'-]+|<[lf]\d+>) ){0,4}?{job_noun}",
    "study": r"(?:(?:college|university)(?: (?:student|freshman|undergraduate))?"
    r"|(?:freshman|student|undergraduate) at (?:an? )?(?:[a-z]+ )?(?:college|university))",
    # What somebody is to somebody.
    "relation": r"(?:{closeness} )?{relation_noun}",
    # A count, or a figure in millions, whose unit the words around it have given.
    "number": "{small_counts}",
    "millions": r"[0-9]{1,3}(?:\.[0-9]{1,3})?(?: ?m(?:illio)?n?\b)",
}  # fmt: skip
# The marks that open a list which can fill each list slot: a list of new names alone counts as performers.
_OPENS = {
    "performers": PERFORMERS + PEOPLE,
    "characters": CHARACTERS,
    "persons": PERFORMERS + PEOPLE,
    "names": PERFORMERS + CHARACTERS + PEOPLE,
}
_GAP_STOP = "(?! {gap_stops} )(?![.!?;] )"
GAP_CHARS = 90  # a longer stretch ties together what the sentence does not; found on the shipped articles
_TOKEN_RE = pattern(r"\{([a-z_]+)(?:\.([0-9]))?\}| \.\.\. ")
_WORD_EDGE = r"(?<![\w<'-])"


class GrammarError(ValueError):
    """A pattern that can't be compiled; the message says what is wrong in it."""


class Pattern(NamedTuple):
    """A compiled pattern and the slots that it fills, in the order of their first place."""

    regex: re.Pattern[str]
    slots: tuple[str, ...]


def is_phrase(slot: str) -> bool:
    """Whether a slot holds words, not spans."""
    return slot.split(".", maxsplit=1)[0] in _PHRASES


def slots_of(pattern: str) -> tuple[str, ...]:
    """The names of a pattern's slots (`character`, `character.2`), each once."""
    names = (".".join(p for p in m.groups() if p) for m in _TOKEN_RE.finditer(pattern) if m.group(1))
    return tuple(dict.fromkeys(n for n in names if n.split(".")[0] in {*SLOTS, *LISTS, *_PHRASES}))


def compile_pattern(pattern: str) -> Pattern:
    """The pattern with its slots, lists, gaps and word classes as a regular expression. Raises GrammarError."""
    try:
        return Pattern(compiled(pattern, write=as_expression), slots_of(pattern))
    except re.error as error:
        raise GrammarError(str(error)) from None


def as_expression(pattern: str) -> str:
    """A rule's pattern written out as a regular expression. Raises GrammarError."""
    bound = "".join(sorted({kind for slot in slots_of(pattern) for kind in kinds_of(slot)}))
    gap = rf" (?:(?:{_GAP_STOP}{f'(?!{MARKS}?<[{bound}])' if bound else ''}[^;|]){{0,{GAP_CHARS}}}? )?"
    used: Counter[str] = Counter()

    def expand(match: re.Match[str]) -> str:
        name, number = match.groups()
        if name is None:
            return gap
        if name in classes():
            return f"(?:{_TOKEN_RE.sub(expand, alternatives(name))})"
        body = _TOKEN_RE.sub(expand, _slot(name)) if name in _PHRASES else _slot(name)
        group = f"{name}_{number}" if number else name
        used[group] += 1
        return f"(?P<{group}{'_' * (used[group] - 1)}>{body})"

    if re.search(r"\S\.\.\.|\.\.\.\S", pattern):
        raise GrammarError("a gap (...) needs a blank on both sides")
    source = _TOKEN_RE.sub(expand, spell(pattern))
    return f"{_start(pattern)}(?:{fill(source)}){_end(pattern)}"


def _start(pattern: str) -> str:
    """A pattern that begins with a word or a word class begins where a word does; a slot can stand behind anything."""
    return _WORD_EDGE if re.match(r"[a-z(]", pattern) or _is_class(re.match(r"\{([a-z_]+)\}", pattern)) else ""


def _end(pattern: str) -> str:
    return r"(?![\w-])" if re.search(r"[a-z)?]$", pattern) or _is_class(re.search(r"\{([a-z_]+)\}$", pattern)) else ""


def _is_class(match: re.Match[str] | None) -> bool:
    return match is not None and match[1] in classes()


def kinds_of(slot: str) -> str:
    """The kinds of span that can fill a slot; '' where it holds words."""
    name = slot.split(".", maxsplit=1)[0]
    return SLOTS.get(LISTS.get(name, name), "")


def _slot(name: str) -> str:
    if name in _PHRASES:
        return _PHRASES[name]
    if name in LISTS:
        return rf"(?:[{_OPENS[name]}][^{CLOSE}]*{CLOSE}|<[{SLOTS[LISTS[name]]}]\d+>){ASIDE}"
    if name not in SLOTS:
        raise GrammarError(f"no slot and no word class is called '{name}'")
    if name == "solo":  # a performer who doesn't end a list
        return rf"<[{SLOTS[name]}]\d+>(?!{CLOSE})"
    if name == "date":  # not the day on which somebody said it
        return r"(?<!said )(?<!said on )(?<!says )(?<!told reporters )<d\d+>"
    return rf"{MARKS}?<[{SLOTS[name]}]\d+>{CLOSE}?" if name in LISTS.values() else rf"<[{SLOTS[name]}]\d+>"


def span_of(match: re.Match[str], slot: str) -> tuple[int, int]:
    """Where a slot was filled, in whichever of its places; (-1, -1) where in none."""
    group = slot.replace(".", "_")
    while group in match.re.groupindex:
        if match.start(group) >= 0:
            return match.span(group)
        group += "_"
    return -1, -1


def filled(match: re.Match[str], slot: str) -> str:
    """What fills a slot; '' where nothing does."""
    start, end = span_of(match, slot)
    return match.string[start:end] if start >= 0 else ""


def items(slot: str, captured: str) -> list[str]:
    """The tokens that fill a slot: of a list each name of its own."""
    kinds = kinds_of(slot)
    if not kinds or not captured:
        return [captured] if captured else []
    return [t for t in names_in(captured) if t[1] in kinds] if captured[0] in OPENING else re.findall(rf"<[{kinds}]\d+>", captured)[:1]
