"""What one score has gained and lost against an earlier one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Literal, get_args

from aoud_cli.ground import files
from aoud_cli.model import AoudError
from aoud_cli.scoring.tally import Judgement, Result

SCHEMA = "aoud.score/1"
What = Literal["claim", "certainty", "season", "precision"]
_Key = tuple[object, ...]


@dataclass(frozen=True)
class Change:
    """`gain` or loss: of a gold claim that is found (or no longer), of its certainty or season, or of a wrong statement that is
    gone (or new)."""

    gain: bool
    what: What
    judgement: Judgement

    @property
    def word(self) -> str:
        """`gain` or `loss`."""
        return "gain" if self.gain else "loss"


@dataclass(frozen=True)
class Earlier:
    """A score as `aoud score --json` printed it: its figures and its judgements."""

    figures: dict[str, Any]
    judgements: tuple[Judgement, ...]


def read_earlier(path: str) -> Earlier:
    """A file with the output of `aoud score --json`. Raises AoudError where it is something else."""
    try:
        told = json.loads(files.read_text(path))
        if told["schema"] != SCHEMA:
            raise KeyError(told["schema"])
        return Earlier(dict(told["score"]), tuple(_judgement(row) for row in told["judgements"]))
    except (ValueError, KeyError, TypeError, RecursionError):
        raise AoudError(f"{files.shown(path)}: not what `aoud score --json` prints") from None


def _judgement(row: dict[str, Any]) -> Judgement:
    """One judgement as it was printed; raises KeyError or ValueError where it is something else."""
    told: dict[str, Any] = {item.name: row[item.name] for item in fields(Judgement) if item.name != "part"}
    judgement = Judgement(**told, part=row.get("part"))
    texts = (judgement.document, judgement.topic, judgement.predicate, judgement.subject, judgement.certainty, judgement.evidence)
    places = (judgement.line,) if judgement.line is not None else ()
    if not all(isinstance(text, str) for text in texts) or not all(isinstance(place, int) for place in places):
        raise ValueError(judgement)
    if judgement.outcome not in get_args(Result):
        raise ValueError(judgement.outcome)
    return replace(judgement, claims=tuple(judgement.claims), rules=tuple(map(str, judgement.rules)))


def changes(before: Sequence[Judgement], after: Sequence[Judgement]) -> list[Change]:
    """What changed on the gold claims that both scores judged, and on wrong statements of articles that both read: losses first."""
    was, now = _by_key(before), _by_key(after)
    articles = {j.document for j in before} & {j.document for j in after}
    found = [change for key, judgement in now.items() if key in was for change in _compare(was[key], judgement)]
    found += [Change(False, "precision", j) for key, j in now.items() if _is_wrong(j, articles) and key not in was]
    found += [Change(True, "precision", j) for key, j in was.items() if _is_wrong(j, articles) and key not in now]
    return sorted(found, key=lambda c: (c.gain, ("claim", "precision", "certainty", "season").index(c.what), c.judgement.document))


def _compare(before: Judgement, after: Judgement) -> Iterable[Change]:
    if before.outcome != after.outcome:
        yield Change(after.outcome == "found", "claim", after)
        return
    if None not in (before.certainty_right, after.certainty_right) and before.certainty_right != after.certainty_right:
        yield Change(bool(after.certainty_right), "certainty", after)
    if None not in (before.season_right, after.season_right) and before.season_right != after.season_right:
        yield Change(bool(after.season_right), "season", after)


def _is_wrong(judgement: Judgement, articles: set[str]) -> bool:
    return judgement.outcome == "wrong" and judgement.document in articles


def _by_key(judgements: Iterable[Judgement]) -> dict[_Key, Judgement]:
    """Judgements by what they are about, gold by its evidence too; the same twice is told apart by its number."""
    counted: Counter[_Key] = Counter()
    found: dict[_Key, Judgement] = {}
    for judgement in judgements:
        is_gold = judgement.outcome != "wrong"
        value = json.dumps(judgement.value, sort_keys=True)
        key: _Key = (judgement.document, judgement.key, judgement.subject, value, judgement.evidence if is_gold else None)
        counted[key] += 1
        found[key + (counted[key],)] = judgement
    return found
