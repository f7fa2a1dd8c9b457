"""Gold: what careful readers found in an article, one JSON Lines file an article, each line checked as strictly as a profile."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NoReturn, Union

from aoud_cli.ground import files
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Certainty, DateRange
from aoud_cli.predicates import FACTS

SUFFIX = ".jsonl"
ALIASES, ALIASES_ABOVE = "aliases.json", 2  # folders above that of the gold in which it is looked for
MOST = 1e15  # no figure of a series is larger; a longer one can't be compared
ANY = "any"  # readers differ on how sure the article is
UNRESOLVED = "unresolved"  # a date that the article does not settle
COUNTED = frozenset({"viewership.countries", "viewership.rank", "episodes.count", "episodes.runtime_minutes"})
_NEEDED = ("topic", "predicate", "subject", "value", "certainty", "core", "evidence")
_CERTAINTIES = (*(level.value for level in Certainty), ANY)


@dataclass(frozen=True)
class Hours:
    """Hours viewed, in how many days where gold says so."""

    number: float
    window_days: float | None


@dataclass(frozen=True)
class Relation:
    """`subject` is the `kind` of `to`."""

    kind: str
    to: str


@dataclass(frozen=True)
class Figure:
    """A count of views, households or viewers, with its unit, and in how many days where gold says so."""

    number: float
    unit: str
    window_days: float | None


GoldValue = Union[str, float, DateRange, Hours, Figure, Relation]


@dataclass(frozen=True)
class GoldClaim:
    """One line of gold: `stated` is its value as written, `value` what that means, `core` whether any careful reader would list it."""

    document: str
    place: str  # file:line
    topic: str
    predicate: str
    subject: str
    stated: Any
    value: GoldValue
    season: int | None
    part: int | None
    certainty: str  # certain, probable, possible or any
    core: bool
    evidence: str

    @property
    def key(self) -> str:
        """The predicate with its topic: `cast.plays`."""
        return f"{self.topic}.{self.predicate}"


def read_gold(path: str) -> dict[str, tuple[GoldClaim, ...]]:
    """Document -> its gold, of a folder of `<document>.jsonl` files or of one such file; sorted by document.

    Raises AoudError: nothing there, a file that can't be read, a line that is no gold (`file:line: why`).
    """
    names = _files_of(path) if os.path.isdir(path) else [path]
    if not names:
        raise AoudError(f"no gold in {files.shown(path)}: one {SUFFIX} file an article is read")
    return dict(sorted((os.path.basename(name).removesuffix(SUFFIX), _read_file(name)) for name in names))


def _files_of(folder: str) -> list[str]:
    try:
        return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if name.endswith(SUFFIX)]
    except OSError as error:
        raise AoudError(f"{files.shown(folder)}: {files.why(error)}") from None


def read_aliases(paths: Iterable[str]) -> list[list[str]]:
    """Groups of spellings of one name, from files that hold a JSON list of lists. Raises AoudError."""
    groups: list[list[str]] = []
    for path in paths:
        told = _parse(files.read_text(path), files.shown(path))
        if not isinstance(told, list) or not all(_is_group(group) for group in told):
            raise AoudError(f'{files.shown(path)}: not a list of lists of names ([["Lee Su", "Yi Su"], ...])')
        groups += told
    return groups


def find_aliases(gold: str) -> list[str]:
    """The nearest `aliases.json` in the folder of gold or in the two above it, where sets of gold share one; [] without any."""
    folder = os.path.abspath(gold)
    for _ in range(ALIASES_ABOVE + 1):
        path = os.path.join(folder, ALIASES)
        if os.path.isfile(path):
            return [path]
        folder = os.path.dirname(folder)
    return []


def _is_group(group: object) -> bool:
    return isinstance(group, list) and bool(group) and all(isinstance(name, str) for name in group)


def _parse(text: str, where: str) -> Any:
    try:
        return json.loads(text, parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise AoudError(f"{where}: not JSON ({error.msg} at column {error.colno})") from None
    except (ValueError, RecursionError):
        raise AoudError(f"{where}: not JSON that can be read") from None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


def _finite(digits: str) -> float:
    number = float(digits)
    return number if abs(number) < MOST else _refuse(digits)


def _read_file(path: str) -> tuple[GoldClaim, ...]:
    document = os.path.basename(path).removesuffix(SUFFIX)
    lines = enumerate(files.read_text(path).replace("\r\n", "\n").split("\n"), 1)
    return tuple(_claim(line, document, f"{files.shown(path)}:{number}") for number, line in lines if line.strip())


def _claim(line: str, document: str, place: str) -> GoldClaim:
    row = _parse(line, place)
    if not isinstance(row, dict):
        _fail(place, "a line of gold is one JSON object")
    missing = [name for name in _NEEDED if name not in row]
    if missing:
        _fail(place, f"'{missing[0]}' is missing")
    for name in ("topic", "predicate", "subject", "evidence"):
        _check(row, name, place, lambda value: isinstance(value, str) and bool(value.strip()), "text")
    key = f"{row['topic']}.{row['predicate']}"
    if key not in FACTS:
        _fail(place, f"no predicate is called '{key}'")
    if row.get("doc", document) != document:
        _fail(place, f"it speaks of '{row['doc']}', the file of '{document}'")
    _check(row, "certainty", place, lambda value: value in _CERTAINTIES, f"one of {', '.join(_CERTAINTIES)}")
    _check(row, "core", place, lambda value: isinstance(value, bool), "true or false")
    for name in ("season", "part"):
        _check(row, name, place, lambda value: value is None or (type(value) is int and value >= 1), "a number or null")
    return GoldClaim(
        document, place, row["topic"], row["predicate"], row["subject"], row["value"], _value(key, row["value"], place),
        row.get("season"), row.get("part"), row["certainty"], row["core"], row["evidence"],
    )  # fmt: skip


def _check(row: Mapping[str, Any], name: str, place: str, is_right: Callable[[Any], bool], wanted: str) -> None:
    if not is_right(row.get(name)):
        _fail(place, f"{name} must be {wanted}, not {_brief(row.get(name))}")


def _fail(place: str, message: str) -> NoReturn:
    raise AoudError(f"{place}: {visible(message)}")


def _brief(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < MOST


def _value(key: str, stated: Any, place: str) -> GoldValue:
    """What a stated value means, as its predicate has it."""
    if key == "viewership.hours":
        return _hours(stated, place)
    if key == "character.relation":
        return _relation(stated, place)
    if isinstance(stated, dict):
        return _figure(stated, place) if "number" in stated else _dates(stated, place)
    if stated == UNRESOLVED:
        return DateRange(None, None)
    if _is_number(stated):
        return float(stated)
    if not isinstance(stated, str) or not stated.strip():
        _fail(place, f"value must be text, a number or a date, not {_brief(stated)}")
    return _number(stated) if key in COUNTED else stated


def _number(stated: str) -> float | str:
    """A number that is written as text; other words ("Top 10") stay as they are, and no figure equals them."""
    try:
        number = float(stated)
    except ValueError:
        return stated
    return number if abs(number) < MOST else stated


def _hours(stated: Any, place: str) -> Hours:
    if not isinstance(stated, dict) or not _is_number(stated.get("hours")):
        _fail(place, f'value must be {{"hours": number, "window_days": number or null}}, not {_brief(stated)}')
    window = stated.get("window_days")
    if window is not None and not _is_number(window):
        _fail(place, f"window_days must be a number or null, not {_brief(window)}")
    return Hours(stated["hours"], window)


def _figure(stated: Mapping[str, Any], place: str) -> Figure:
    number, unit, window = stated["number"], stated.get("unit"), stated.get("window_days")
    if not _is_number(number) or not isinstance(unit, str) or not (window is None or _is_number(window)):
        _fail(place, f'value must be {{"number": number, "unit": "viewer", "window_days": number or null}}, not {_brief(stated)}')
    return Figure(number, unit, window)


def _relation(stated: Any, place: str) -> Relation:
    parts: Sequence[Any] = [stated.get("kind"), stated.get("to")] if isinstance(stated, dict) else []
    if len(parts) != 2 or not all(isinstance(part, str) and part for part in parts):
        _fail(place, f'value must be {{"kind": "father", "to": a name}}, not {_brief(stated)}')
    return Relation(*parts)


def _dates(stated: Mapping[str, Any], place: str) -> DateRange:
    if not stated or set(stated) - {"earliest", "latest"}:
        _fail(place, f'value must be {{"earliest": day or null, "latest": day or null}}, not {_brief(stated)}')
    return DateRange(_day(stated.get("earliest"), place), _day(stated.get("latest"), place))


def _day(text: Any, place: str) -> date | None:
    if text is None:
        return None
    try:
        if not isinstance(text, str) or len(text) != len("2025-07-23"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        _fail(place, f"{_brief(text)} is no day of the calendar; write it as 2025-07-23")
