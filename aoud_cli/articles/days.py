"""When articles were written, as their text says: worked out once for each text, and kept for the next run over the same folder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from aoud_cli.articles.dateline import article_date
from aoud_cli.ground import kept
from aoud_cli.model import Asserted

KIND: Final = "days"


class Days:
    """The days of the articles of some files, by what these hold."""

    def __init__(self, files: Sequence[str]) -> None:
        self._key = kept.key_of(kept.place_of(files))
        self._before = kept.recall(KIND, self._key, dict) or {}
        self._now: dict[str, Any] = {}

    def of(self, text: str) -> Asserted:
        """When an article of that text was written."""
        name = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        when = _built(self._now.get(name, self._before.get(name))) or article_date(text)
        self._now[name] = _plain(when)
        return when

    def keep(self) -> None:
        """Keep what was worked out, if anything was."""
        if self._now.keys() - self._before.keys():
            kept.keep(KIND, self._key, {**self._now, **dict(list(self._before.items())[: len(self._now)])})


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
