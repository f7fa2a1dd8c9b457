"""When articles were written, as their text says: worked out once for each text, and kept for the next run over the same folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from aoud_cli.articles.dateline import article_date
from aoud_cli.ground import kept
from aoud_cli.model import Asserted

KIND: Final = "days"
MOST_KEPT: Final = 40  # folders; the oldest goes first


class Days:
    """The days of the articles of some files, by what these hold."""

    def __init__(self, files: Sequence[str]) -> None:
        try:
            place = os.path.commonpath(files)
        except ValueError:  # no file, or paths of two kinds
            place = ""
        self._key = kept.key_of(place)
        self._before = kept.recall(KIND, self._key, dict) or {}
        self._now: dict[str, Any] = {}

    def of(self, text: str) -> Asserted:
        """When an article of that text was written."""
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if name not in self._now:
            known = _built(self._before.get(name))
            self._now[name] = _plain(article_date(text)) if known is None else self._before[name]
        return _built(self._now[name]) or Asserted()

    def keep(self) -> None:
        """Keep what was worked out, if anything was."""
        if self._now.keys() - self._before.keys():
            kept.keep(KIND, self._key, {**self._now, **dict(list(self._before.items())[: len(self._now)])}, MOST_KEPT)


def _plain(when: Asserted) -> list[Any]:
    return [when.earliest and when.earliest.isoformat(), when.latest and when.latest.isoformat(), when.basis, when.reason]


def _built(row: Any) -> Asserted | None:
    """What `_plain` made such a row of; None for any other."""
    try:
        first, last, basis, reason = row
        earliest, latest = (day and date.fromisoformat(day) for day in (first, last))
    except (TypeError, ValueError):
        return None
    return Asserted(earliest, latest, basis, reason) if basis in ("stated", "unknown") and isinstance(reason, str) else None
