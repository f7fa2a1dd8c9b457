"""What a lead-in, a heading or the sentence before says of the people who are named under it, one a line or one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from aoud_cli.claims.constructions.answers import ASKS_WHOM, STATUS, called
from aoud_cli.claims.constructions.fates import FATE
from aoud_cli.claims.constructions.platforms import PLATFORM_ROW, SEEN
from aoud_cli.claims.constructions.verbs import Reading, built_in
from aoud_cli.claims.groups import group_at
from aoud_cli.claims.lexicon import CREDIT, Entry
from aoud_cli.claims.tokens import PEOPLE, Token, hits_at, is_verb, tokenise
from aoud_cli.english import pattern
from aoud_cli.spans.tables import row_cells

_PART_ROW_RE = pattern(r"\W*<[an]\d+>(?: \([^()]*\))? as (?:[a-z]+\.? ){0,3}<[cn]\d+>\.")  # "X as Y."
_NEW_IN_GUIDE_RE = pattern(r"<p\d+> (?P<new>{new_in_guide})(?:[,.!]|$)")
_PARTED = frozenset(":(-\u2014/|")
_STORY, _CAST = frozenset("cn"), frozenset("anp")
_COUNT = built_in("episodes.count", CREDIT, "things", "episodes", "rows.py")
_NEW = built_in(STATUS, "new", "states", "new", "rows.py")
_DIRECTED = built_in("crew.director", CREDIT, "people", "directed by", "rows.py")
_GUIDE = built_in("cast.plays", CREDIT, "plays", "guide", "rows.py")
_SHOT = built_in("production.location", CREDIT, "filmed", "locations", "rows.py")
_WRITTEN = built_in("crew.writer", CREDIT, "people", "written by", "rows.py")
_DIRECTOR_RE, _WRITER_RE = pattern(r"\W*{director_columns}\b"), pattern(r"\W*{writer_columns}\b")
_CREDITS_RE = pattern(
    r"{item}(?:(?P<directed>directors?|directed by)|(?:head |screen)?writers?|written by|screenplay(?: by)?|scripts?)"
    r"(?:,? (?:old and new|season [a-z0-9]+|<s\d+>))?{cell}(?=[\ue000-\ue003]*<)"
)
_WITH_SEASON = r"(?: \([^()<]{0,20}<s\d+>[^()]{0,20}\))?"
_CREDITED_RE, _CARRIER_RE = pattern(r"(?P<what><[kna]\d+>)" + _WITH_SEASON), pattern(r"(?P<what><[fb]\d+>)" + _WITH_SEASON)
_PLATFORMS_RE = pattern(r"{item}(?:the )?{platform_labels}{cell}(?=[\ue000-\ue003]*<)")
_LOCATIONS_RE, _PLACED_RE = pattern(r"{item}{location_labels}{cell}(?=[^<]{0,20}<l)"), pattern(r"(?P<what><l\d+>)" + _WITH_SEASON)
_HELD_RE = pattern(r"[^<]*<l\d+>, <l\d+>\W*$")  # "Andong, South Korea": where the first lies
LOCATION_ROW = "location row"
_CREDITS, _PLATFORMS = 240, 160  # code points of a row of credits, and of one of platforms
_CREW = frozenset("kna")
_LEFT = built_in(FATE, "alive", "states", "left", "rows.py")
_LEAVES_RE = pattern(r"\W*{leaves_alive}(?: (?:only|just|us with|but))?(?P<counted> {small_counts}(?: [a-z]+){0,2}?:)? ")
_LINEUP_RE, _NO_LINEUP_RE = pattern(r"\b{lineup.heads}\b"), pattern(r"(?<![\w-]){lineup.other_heads}\b")
_NEWCOMER_RE = pattern(r"[(:,\u2014\u2013-] ?{lineup.newcomers}\b")
_CAST_TOLD_RE = pattern(
    r"\b{lineup.nouns} (?:of|for|in) (?:the )?<s\d+>(?: of \"?<t\d+>\"?)?,? (?:which )?(?:also )?{lineup.lists}\b"
    r"|<s\d+>(?: of \"?<t\d+>\"?)? (?:also |again )?{lineup.stars}\b"
)
_BEFORE_LIST = 4  # tokens before the first of those who are listed
_ROW = 90  # code points of a line in a list of people


def read_row(text: str, over: str) -> Iterator[Reading]:
    """What a lead-in or a heading says of the people who stand under it, one a line: `New cast members:`, `Survivors`."""
    group = _people_in_row(text)
    entry = _over_list(over) if group else None
    if entry is not None:
        kinds = _CAST if entry.key == STATUS else _STORY if {who.kind for who in group} <= _STORY else frozenset()
        if entry.key == STATUS and _noted_apart(text, entry):
            return
        yield from (Reading(entry, who, "row", who.start, group[-1].end) for who in group if who.kind in kinds)


def _noted_apart(text: str, entry: Entry) -> bool:
    """Whether the row says of itself what it is: `X as Y (new)`, `X as Y (replacing Z)` under `Who is returning?`."""
    is_newcomer = entry.term == "returning" and _NEWCOMER_RE.search(text) is not None
    return is_newcomer or any(own.entry.term != entry.term for own in read_status_behind(text))


def read_guide(text: str, above: int) -> Iterator[Reading]:
    """Who plays whom in a line of names alone under one of the other kind: `King Y` over `X`, over `Then: X. Now: Z`.

    The first `above` names of the text are those of the line above.
    """
    people = [token for token in tokenise(text) if token.kind in _CAST | _STORY]
    for one, other in zip(people[:above], people[above:], strict=False):
        performer, part = (other, one) if one.kind == "c" else (one, other)
        yield Reading(_GUIDE, performer, "guide", min(performer.start, part.start), max(performer.end, part.end), part)


def read_new_in_guide(text: str) -> Iterator[Reading]:
    """`New this season.`, `Also new, Y is ...`: of whom a guide tells, whose place at the beginning is empty."""
    told = _NEW_IN_GUIDE_RE.match(text)
    if told is not None:
        who = tokenise(text)[0]
        yield Reading(_NEW, who, "guide", who.start, told.end("new"))


def read_lineup(text: str, over: str) -> tuple[Token, ...]:
    """Who is in the cast that a row or a sentence lists: `X as Y` under `Season 2 cast`, `the cast of season 2 includes X`."""
    if any(_LINEUP_RE.search(part) and not _NO_LINEUP_RE.search(part) for part in over.split(" | ")):
        return tuple(who for who in _people_in_row(text)[:1] if who.kind in _CAST)
    told = _CAST_TOLD_RE.search(text)
    if told is None:
        return ()
    tokens = tokenise(text[told.end() :])
    first = next((i for i, token in enumerate(tokens[:_BEFORE_LIST]) if token.kind in _CAST), None)
    group = () if first is None else group_at(tokens, first)[0]
    return tuple(who._replace(start=who.start + told.end(), end=who.end + told.end()) for who in group if who.kind in _CAST)


def read_status_behind(text: str) -> Iterator[Reading]:
    """`X — Y, new`, `X as Y (returning)`: what the end of a row says of the performer that it begins with."""
    tokens = tokenise(text) if len(text) <= _ROW and not text.endswith(".") else []
    first = next((i for i, token in enumerate(tokens) if token.kind or token.text[0].isalnum()), len(tokens))
    if first >= len(tokens) or tokens[first].kind not in _CAST:
        return
    end = len(tokens) - (tokens[-1].text in (")", "|"))
    cut = next((j for j in range(end - 1, first, -1) if tokens[j].text in _PARTED or tokens[j].text == ","), None)
    said = tokens[cut + 1 : end] if cut is not None else []
    if (
        cut is None
        or not said
        or any(map(is_verb, tokens[first:cut]))
        or not any(token.kind in ("c", "n") for token in tokens[first + 1 : cut])
    ):
        return
    entry = (
        _NEW if len(said) == 1 and said[0].text == "new" else next((hit.entry for hit in hits_at(tokens, cut + 1) if hit.end == end), None)
    )
    if entry is not None and entry.key == STATUS and (entry.kind in ("people", "states") or entry.form == "gerund"):
        yield Reading(entry, tokens[first], "row", tokens[first].start, said[-1].end)


def read_season_row(text: str) -> Iterator[Reading]:
    """The count of episodes in the row of a season: `| 2 | 10 | <date> |`."""
    yield from (Reading(_COUNT, None, "season row", token.start, token.end, token) for token in tokenise(text) if token.kind == "e")


def read_crew_cells(text: str, columns: Sequence[str]) -> Iterator[Reading]:
    """Who directed and who wrote the episode that a row of a table tells of, by the heads of its columns."""
    tokens = tokenise(text)
    for (start, end), head in zip(row_cells(text), columns, strict=False):
        entry = _DIRECTED if _DIRECTOR_RE.match(head) else _WRITTEN if _WRITER_RE.match(head) else None
        who = [token for token in tokens if start <= token.start and token.end <= end and token.kind in _CREW] if entry else []
        yield from (Reading(entry, one, "episode row", one.start, one.end) for one in who if entry)


def read_credits(text: str) -> Iterator[Reading]:
    """Who is named in a row of credits, each in the season that stands behind them: `Directed by: X; Y (season 1) and Z (season 2)`."""
    row = _labelled(text, _CREDITS_RE, _CREDITS)
    if row is not None:
        yield from _listed(text, row.end(), _CREDITED_RE, _DIRECTED if row["directed"] else _WRITTEN, "credits")


def read_platform_row(text: str) -> Iterator[Reading]:
    """All that a row names behind its label, each with its season: `Network: X (seasons 1-2); Y (season 3)`, `Where: X (US), Y`."""
    row = _labelled(text, _PLATFORMS_RE, _PLATFORMS)
    if row is not None:
        yield from _listed(text, row.end(), _CARRIER_RE, SEEN, PLATFORM_ROW)


def read_location_row(text: str) -> Iterator[Reading]:
    """All places that a row names behind its label, each with its season: `Production locations: X (season 1); Y (season 2)`."""
    row = _labelled(text, _LOCATIONS_RE, _PLATFORMS)
    if row is not None:
        told = list(_listed(text, row.end(), _PLACED_RE, _SHOT, LOCATION_ROW))
        yield from told[:1] if _HELD_RE.match(text, row.end()) else told


def _labelled(text: str, label: re.Pattern[str], longest: int) -> re.Match[str] | None:
    """The label of a row that is no sentence, and not too long for one."""
    return label.match(text) if len(text) <= longest and not text.endswith(".") else None


def _listed(text: str, start: int, item: re.Pattern[str], entry: Entry, construction: str) -> Iterator[Reading]:
    """What a row lists from a place on, each with the season behind it."""
    for one in item.finditer(text, start):
        yield Reading(entry, Token(one["what"], one["what"][1], *one.span("what")), construction, *one.span())


def read_fate_cell(text: str) -> Iterator[Reading]:
    """`| X | Y | 1x01 | Deceased |`: a cell that holds but a fate, of the part that its row names."""
    tokens = tokenise(text)
    bars = [j for j, token in enumerate(tokens) if token.text == "|"]
    who = next((token for token in tokens if token.kind == "c"), None)
    for start, end in zip([-1, *bars], [*bars, len(tokens)], strict=True) if len(bars) > 1 and who else ():
        hit = next((hit for hit in hits_at(tokens, start + 1) if hit.end == end), None) if start + 1 < end else None
        if who and hit and hit.entry.key == FATE and hit.entry.kind == "conditions":
            yield Reading(hit.entry, who, "cell", who.start, tokens[end - 1].end)


def read_left(text: str, over: str) -> Iterator[Reading]:
    """`That leaves X, Y and Z`, under a heading that asks who dies; `That leaves three: X, Y and Z` anywhere."""
    opening = _LEAVES_RE.match(text)
    tokens = tokenise(text[opening.end() :]) if opening else []
    group, _ = group_at(tokens, 0)
    counted = opening is not None and opening["counted"] is not None
    asks = any(entry.key == FATE for token in tokenise(over) for entry in token.hits)
    if opening and len(group) > 1 and (counted or asks) and {who.kind for who in group} <= _STORY:
        moved = (who._replace(start=who.start + opening.end(), end=who.end + opening.end()) for who in group)
        yield from (Reading(_LEFT, who, "left", 0, who.end) for who in moved)


def read_introduced(text: str, before: str, performers: Sequence[Token]) -> Iterator[Reading]:
    """What the sentence before says of those whose parts are told now: `There are newcomers, too. X is Y, and Z plays W.`"""
    if not performers or before.endswith("?") or any(token.kind in PEOPLE for token in tokenise(before)):
        return
    tells_itself = any(entry.key == STATUS for token in tokenise(text) for entry in token.hits)
    entry = None if tells_itself else _over_list(before)
    if entry is not None and entry.kind == "people":
        yield from (Reading(entry, who, "introduced", who.start, who.end) for who in performers)


def _people_in_row(text: str) -> tuple[Token, ...]:
    """The people that a short line without a verb begins with; it may have a bullet, and is no row of a table. One with a full stop is a
    row where it holds nothing but a list, or somebody and a part."""
    is_row = len(text) <= _ROW and not text.startswith("|")
    tokens = tokenise(text) if is_row else _first_cell(text)
    if text.endswith(".") and _PART_ROW_RE.fullmatch(text) is None:
        group, end = group_at(tokens, 0)
        return group if len(group) > 1 and end == len(tokens) - 1 else ()
    first = next((i for i, token in enumerate(tokens) if token.kind or token.text[0].isalnum()), len(tokens))
    group, end = group_at(tokens, first)
    played_by = end + 1 < len(tokens) and tokens[end].text in _PARTED and tokens[end + 1].kind in _CAST
    if len(group) == 1 and group[0].kind == "c" and played_by:
        group = (*group, tokens[end + 1])  # "X (Y)", "X: Y", a part and who plays it
    return () if any(map(is_verb, tokens[end:])) else group


def _first_cell(text: str) -> Sequence[Token]:
    """The tokens of the first cell of a row whose first two name somebody and a part: `| X (Work) | Y |`."""
    cells = row_cells(text)
    kinds = [[token.kind for token in tokenise(text[start:end]) if token.kind and token.kind != "w"] for start, end in cells[:_PAIR]]
    is_cast = len(kinds) == _PAIR and kinds[0][:1] in (["a"], ["n"]) and kinds[1][:1] in (["c"], ["n"])
    told = tokenise(text[: cells[0][1]]) if is_cast else ()
    return told[: next((i for i, token in enumerate(told) if token.text == "("), len(told))]


_PAIR = 2  # cells of a row of the cast


def _over_list(over: str) -> Entry | None:
    """What a lead-in or a heading says that those under it are; where it denies something, what the denied word says.

    A heading names many things: what it says somebody is, it says of the one that it names.
    """
    heading, _, lead_in = over.rpartition(" | ")
    above = (tokenise(part) for part in (heading, lead_in))
    found = (called(tokens, partial(_heads_a_list, above=tokens, names=i == 1)) for i, tokens in enumerate(above) if tokens)
    return next(filter(None, found), None)


def _heads_a_list(entry: Entry, above: Sequence[Token], names: bool) -> bool:
    """Whether a word over a list says what those in it are: a noun, a state, "returning", `Who is coming back?`; not "cast", which is a
    noun there."""
    asks = any(token.text in ASKS_WHOM for token in above) or above[-1].text == ":"
    if entry.key == FATE:
        of_many = not any(token.kind in PEOPLE for token in above)
        return of_many and (entry.kind in ("people", "conditions") or (asks and entry.kind in ("befalls", "inflicted")))
    if entry.kind == "states":
        return names or asks
    return entry.kind == "people" or (entry.kind == "does" and (entry.form == "gerund" or asks)) or (asks and _is_done_to(entry))


def _is_done_to(entry: Entry) -> bool:
    """Whether an entry is what the show does to those in a list, and not the noun "cast"."""
    return entry.kind == "done_to" and entry.tail + (entry.word,) != ("cast",)
