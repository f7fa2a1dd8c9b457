"""People whom no profile knows and whose names have no Korean shape: capitalised words, taken for a name where somebody is expected.

`actress Bryony Maddox`, `played by Meera Sandhu`, `Owen Hale, 34,`, `Naledi Brooks as Nora Kessel`. What one place of an article shows
to be somebody's name is one in all of it, and so are its neighbours in a list of people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, Optional

from aoud_cli.english import pattern, words
from aoud_cli.names.spelling import find_capitalised, is_korean, squash

_NO_NAME = frozenset(words("no_name")) | frozenset(words("no_stranger"))
_CALLED = frozenset(words("titles_before_names")) | frozenset(words("story_titles"))
_MONTHS_TOO = frozenset(words("months_and_names"))
_INTRODUCERS = (
    r"{before_strangers}",
    r"{verbs_before_as}(?: [a-z0-9,-]+){0,6}? as (?:[a-z'-]+ ){0,3}(?:[a-z'-]+)?",
    r"{arrivals_before_is} (?:is|are|include|includes)",
    r"joining (?:[\w',&-]+ ){1,8}(?:is|are)",
    r"{by_strangers} by",
    r"{works_by_strangers}(?:(?: of the same name| series)?(?:,| is| are| was| were)? by| of)",
    r"{callings_of_strangers}(?:,| is| was)?",
    r"{writes_with}(?: [a-z]+){0,3} with",
    r"(?:'s|{their}) (?:[a-z]+ ){0,2}{kin},?",
    r"(?-i:[A-Z])[\w'-]+\"?\)? as (?:the |an? )?(?:[a-z'-]+ ){0,2}[a-z'-]+(?: (?:called|named))?",
)
_BEFORE_RE = pattern(rf"\b(?:{'|'.join(_INTRODUCERS)}) \"?(?:{{titles_before_names}}\.? )?$", re.IGNORECASE)
_ASIDES = r"(?: \((?:[^()]{1,80})\))?(?:,? (?:of|from) \"[^\"\n]{2,40}\"(?: fame)?,?)?(?:, {aside_openers} [^,;.\n]{2,80},)?"
_TOLD = (
    r"'s (?:[\w-]+ ){0,5}?{written_by_strangers}\b|,? (?:who )?{behind_strangers}\b|, (?:[1-9][0-9])[,.)]|, (?:who(?:'ll|'s|'d)?|whose) "
)
_CALLED_SO = r", {creators_called}(?:[,.]| (?:of|behind) )|, (?:the )?(?:[\w' -]{3,40}'s )?{newest_ones}[,.]"
_BEHIND_RE = pattern(f"{_ASIDES}(?:{_TOLD}|{_CALLED_SO})")
_ROW_RE = pattern(r"(?:^|(?<=\n))[-*\u2022|\s]*$")
_ROW_END_RE = pattern(r"(?: \([^()\n]{1,80}\))? (?:\u2014|-|as|\|) (?=[A-Z])")
_ROW_VALUE_RE = pattern(r"(?:^|\n)[-*\u2022\s]*[A-Z][^\n.]{2,80} (?:\u2014|-|as) (?:[a-z]+ ){0,2}$")
_TITLES_RE = pattern(r"(?:\b{honorifics}\.? )*$", re.IGNORECASE)
_SINGLE_RE = pattern(r"\b{before_single_strangers} (?:{their} (?:[a-z-]+ ){0,2}{kin},? )?$")
_SINGLE_END_RE = pattern(r"[,.;)\n]|$| and ")
_BRACKET = r"(?: \([^()\n]{1,120}\))?"  # what somebody plays, or was in before
_JOIN_RE = pattern(rf"{_BRACKET},? (?:and |& |plus |along with |alongside )?|{_BRACKET}, ")
_BETWEEN_PAIRS_RE = pattern(r",? (?:and |& )?")
_IN_BRACKETS_RE = pattern(r"\([^()\n]{1,120}\)")
_SIDE_BY_SIDE_RE = pattern(rf"{_BRACKET}(?:,|,? (?:and|&)) ")
_CASTING_RE, _OTHER_WORKS_RE = (
    pattern(r"\b{tells_of_a_cast}\b", re.IGNORECASE),
    pattern(r"\b{tells_of_works}\b[^.;()]{0,60}$", re.IGNORECASE),
)
_SENTENCE, _LONGEST_JOIN = 300, 130  # code points
_CREW_TABLE_RE = pattern(r"\| ?(?:{director_columns}|{writer_columns}) ?\|", re.IGNORECASE)
_CELL_START_RE, _CELL_END_RE = pattern(r"\| ?$"), pattern(r" ?(?:\||\n|$)")
_NO_NAMES_BEHIND, _GOES_ON_RE = (" a ", " an ", "'s "), re.compile(r" [a-z]|, [a-z]+s\b")
_CREDITS_RE = pattern(r"\W*{credit_rows} ?[:|] ?(?:[^.\n]{2,120}[;,|] ?(?:and )?)?", re.IGNORECASE)
_ROW = 160  # code points of a row of credits before a name
_LONGEST, _REACH, _BEFORE = 3, 40, 64
# "Maddox is Sam Ostby, a rookie deputy": whoever a known performer is.
_IS_RE = pattern(r"(?P<who>[A-Z][\w'\u2019-]+) (?:is|will be) $")
_CALLED_RE = pattern(r", (?:an?|the) [a-z]")


_BRACKETS_RE = pattern(r" \(\"?([^(),;:\"\n]{3,40})\"?(?:[,;:][^()\n]{1,60})?\)")
_CONVENTION = 2  # pairs of an article that show what its brackets hold
Role = Literal["performer", "character"]


class _Run(NamedTuple):
    start: int
    end: int
    name: str


class Strangers(NamedTuple):
    """Whom folded text names that nobody knows: squashed spelling -> name of those who are surely people, and all that may be names."""

    spellings: Mapping[str, str]
    possible: frozenset[str]


def find_strangers(
    text: str, is_known: Callable[[str], bool], no_names: frozenset[str], is_taught: Callable[[str], bool] = lambda name: False
) -> Strangers:
    """Everybody in folded text who is named in full somewhere; a last name alone where one person has it.

    `no_names` are squashed titles, places and networks, `is_taught` says whether other articles tell what part a name has. Linear in
    the text.
    """
    runs = list(_runs(text, is_known, no_names))
    taught = {run.name for run in runs if is_taught(run.name)}
    named = taught | {run.name for run in runs if " " not in run.name or _is_expected(text, run) or _is_played(text, run, is_known)}
    named |= _in_crew_table(text, runs)
    named |= _listed(text, runs)
    named |= _beside(text, runs, named, is_known) if named or runs else set()
    return Strangers(_spellings(named, is_known), frozenset(run.name for run in runs if " " in run.name))


def find_bracketed(text: str, role_of: Callable[[str], str | None]) -> dict[str, Role]:
    """Name -> role of those whom nobody knows in `Part (Performer)`, where the article writes people whom everybody knows so, and in a
    list of `Performer (Part)` with somebody whom everybody knows: alone, brackets hold works as often as parts.

    `role_of` gives the role of a known name, None of another.
    """
    pairs = [_Pair(m.text, inner[1], m.start, inner.end()) for m in find_capitalised(text) if (inner := _BRACKETS_RE.match(text, m.end))]
    roles = [(role_of(pair.one), role_of(pair.other)) for pair in pairs]
    found: dict[str, Role] = {
        pair.one: "performer" for pair, of in zip(pairs, roles, strict=True) if of == (None, "character") and _is_full_name(pair.one)
    }  # "Peggy Marchetti (Dot Halloran)": no work is called as a part that is known
    if roles.count(("character", "performer")) >= _CONVENTION:
        found |= _paired(pairs, roles, ("character", "performer"))
    for group in _lists(text, pairs):
        known = [roles[at] for at in group]
        if len(group) > 1 and ("performer", "character") in known:
            found |= _paired([pairs[at] for at in group], known, ("performer", "character"))
    return found


class _Pair(NamedTuple):
    """A name and what stands in brackets behind it."""

    one: str
    other: str
    start: int
    end: int


_Roles = tuple[Optional[str], Optional[str]]


def _lists(text: str, pairs: list[_Pair]) -> Iterator[list[int]]:
    """The pairs, by their places, that stand side by side: `X ("Omi"), Y ("Kiri") and Z ("Gin")`."""
    group: list[int] = []
    for at, pair in enumerate(pairs):
        if group and not _BETWEEN_PAIRS_RE.fullmatch(text, pairs[at - 1].end, pair.start):
            yield group
            group = []
        group.append(at)
    yield group


def _paired(pairs: list[_Pair], roles: list[_Roles], wanted: tuple[Role, Role]) -> dict[str, Role]:
    """Whom nobody knows in pairs of the wanted roles, by their place."""
    found: dict[str, Role] = {}
    for pair, (first, second) in zip(pairs, roles, strict=True):
        performer = pair.one if wanted[0] == "performer" else pair.other
        fits = first in (None, wanted[0]) and second in (None, wanted[1])
        if fits and is_name(pair.one) and is_name(pair.other) and " " in performer:
            found |= {pair.one: wanted[0]} if first is None else {}
            found |= {pair.other: wanted[1]} if second is None else {}
    return found


def _is_full_name(words: str) -> bool:
    return " " in words and is_name(words)


def is_name(words: str) -> bool:
    """Whether words may be somebody's name."""
    parts = words.split(" ")
    return len(parts) <= _LONGEST and all(part[:1].isupper() for part in parts) and _may_be_name(words, parts)


def _spellings(named: set[str], is_known: Callable[[str], bool]) -> dict[str, str]:
    found: dict[str, str] = {squash(name): name for name in sorted(named)}
    last: dict[str, list[str]] = {}
    for name in sorted(named):
        last.setdefault(squash(name.split()[-1]), []).append(name)
    return {key: names[0] for key, names in last.items() if len(names) == 1 and not is_known(names[0].split()[-1])} | found


def _runs(text: str, is_known: Callable[[str], bool], no_names: frozenset[str]) -> Iterator[_Run]:
    """The capitalised runs of two or three words that may be a full name; the words before it in a run of its own are cut off."""
    for mention in find_capitalised(text):
        parts, start = mention.text.split(" "), mention.start
        while len(parts) > 2 and parts[0].lower() in _NO_NAME:
            start += len(parts.pop(0)) + 1
        name = " ".join(parts)
        if len(parts) == 1 and not _is_single(text, start, mention.end):
            continue
        if len(parts) <= _LONGEST and _may_be_name(name, parts) and squash(name) not in no_names and not is_korean(name):
            own = parts[:-1] if _is_relative(parts) else parts  # "June Sorensen", where Abby Sorensen is known
            cuts = ((first, last) for first in range(len(own)) for last in range(first + 1, len(parts) + 1))
            known = [cut for cut in cuts if is_known(" ".join(parts[slice(*cut)]))]
            if any(last - first > 1 or last == len(parts) for first, last in known):
                continue
            if known and not _is_expected(text, _Run(start, start + len(name), name)):
                continue  # "Captain Charles Cunningham", whom somebody plays, where Charles Vand is known
            yield _Run(start, start + len(name), name)


def _is_relative(parts: list[str]) -> bool:
    """Whether a name may be of somebody who shares a known one's last name: a given name and that, no title and that."""
    return len(parts) == 2 and parts[0].lower().rstrip(".") not in _CALLED


def _is_single(text: str, start: int, end: int) -> bool:
    """Whether one capitalised word alone is a part's name: `plays Wren,`."""
    start = _TITLES_RE.search(text, max(0, start - _REACH), start).start()  # type: ignore[union-attr]  # it matches nothing, too
    return _SINGLE_RE.search(text, max(0, start - _REACH), start) is not None and _SINGLE_END_RE.match(text, end) is not None


def _may_be_name(name: str, parts: list[str]) -> bool:
    given = len(parts) > 1 and parts[0].lower() in _MONTHS_TOO  # "June Sorensen"
    return not any(part.lower() in _NO_NAME or (part.isupper() and len(part) > 2) for part in parts[given:]) and not name.isupper()


_WORK_BEFORE_RE = pattern(r"\b{kinds_before_titles} $")


def _is_expected(text: str, run: _Run) -> bool:
    """Whether somebody is expected where a run stands."""
    start = _TITLES_RE.search(text, max(0, run.start - _REACH), run.start).start()  # type: ignore[union-attr]  # it matches nothing, too
    if _WORK_BEFORE_RE.search(text, max(0, run.start - _REACH), run.start):
        return False  # "who made the film Intimate Strangers, directed the series"
    if text.endswith(_NO_NAMES_BEHIND, 0, run.start) and _GOES_ON_RE.match(text, run.end):
        return False  # "as a Red Cross doctor", "for X's Salt Harvest, stars as"
    befores = (
        _BEFORE_RE.search(text, max(0, at - _BEFORE), at) for at in {start, run.start}
    )  # "director" may be before a name, or a title
    if any(befores) or _BEHIND_RE.match(text, run.end) or _is_credited(text, run):
        return True
    begins = _ROW_RE.search(text, max(0, run.start - 6), run.start) is not None and _ROW_END_RE.match(text, run.end) is not None
    ends = text[run.end : run.end + 1] in "\n,("
    return begins or (ends and _ROW_VALUE_RE.search(text, max(0, run.start - 2 * _REACH), run.start) is not None)


def _in_crew_table(text: str, runs: list[_Run]) -> set[str]:
    """The runs that fill a cell of a table, where a table has a column of directors or of writers."""
    if not runs or _CREW_TABLE_RE.search(text) is None:
        return set()
    return {run.name for run in runs if _CELL_START_RE.search(text, max(0, run.start - 2), run.start) and _CELL_END_RE.match(text, run.end)}


def _listed(text: str, runs: list[_Run]) -> set[str]:
    """The runs that stand side by side in a sentence that tells of a cast: `additions to the cast are X, Y and Z`."""
    found: set[str] = set()
    outside = [run for run in runs if text[run.start - 1 : run.start] not in ("(", '"')]
    for one, other in zip(outside, outside[1:], strict=False):
        if other.start - one.end > _LONGEST_JOIN or not _SIDE_BY_SIDE_RE.fullmatch(text, one.end, other.start):
            continue
        start = max(stop + 1 for stop in (text.rfind(mark, max(0, one.start - _SENTENCE), one.start) for mark in ".!?\n"))
        stops = (text.find(mark, other.end, other.end + _SENTENCE) for mark in ".!?\n")
        end = min((stop for stop in stops if stop >= 0), default=other.end + _SENTENCE)
        if _CASTING_RE.search(text, start, end) and not _OTHER_WORKS_RE.search(text, start, one.start):
            found |= {one.name, other.name}
    return found


def _is_credited(text: str, run: _Run) -> bool:
    """Whether a run stands in a row of credits: `Directed by: X; Y (season 2)`."""
    start = max(text.rfind("\n", max(0, run.start - _ROW), run.start) + 1, run.start - _ROW)
    return text[run.end : run.end + 1] in ("", "\n", ";", ",", "(", " ", "|") and _CREDITS_RE.fullmatch(text, start, run.start) is not None


def _is_played(text: str, run: _Run, is_known: Callable[[str], bool]) -> bool:
    before = _IS_RE.search(text, max(0, run.start - _REACH), run.start)
    return before is not None and is_known(before["who"]) and _CALLED_RE.match(text, run.end) is not None


def _beside(text: str, runs: list[_Run], named: set[str], is_known: Callable[[str], bool]) -> set[str]:
    """The names that stand in a list with somebody known; each pass takes the neighbours, forwards and then backwards."""
    found: set[str] = set()
    inside = {at for bracket in _IN_BRACKETS_RE.finditer(text) for at in range(*bracket.span())}
    told = [(m.start, m.end, is_known(m.text) or m.text in named) for m in find_capitalised(text)]
    people = [one for one in told if one[0] not in inside]  # of "X (Omi), Y (Kiri) and Z" X, Y and Z stand side by side
    by_end = {run.end: run for run in runs}
    for ordered, forwards in ((people, True), (people[::-1], False), (told, True), (told[::-1], False)):
        sure: dict[int, bool] = {}
        previous: tuple[int, int] | None = None
        for start, end, known in ordered:
            run = by_end.get(end)
            begin = run.start if run is not None else start
            between = "" if previous is None else text[previous[1] : begin] if forwards else text[end : previous[0]]
            joined = previous is not None and sure.get(previous[0], False) and _JOIN_RE.fullmatch(between) is not None
            is_one = known or (run is not None and (run.name in named or run.name in found or joined))
            if is_one and run is not None and not known:
                found.add(run.name)
            sure[begin] = is_one
            previous = (begin, end)
    return found - named
