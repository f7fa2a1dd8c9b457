"""Parts that changed hands: an article that tells a second performer says that the first was replaced."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from aoud_cli.english import pattern
from aoud_cli.findings.facts import Fact

REACH: Final = 160  # code points on either side of the words in which the change may be told
CHANGE_RE: Final = pattern(r"(?i)\b{recast}")


def is_recast(part: Fact, texts: Mapping[str, str]) -> bool:
    """Whether any article that tells who plays a part tells that it passed from one performer to another."""
    for claim in (telling.claim for telling in part.tellings):
        source = claim.source
        around = texts.get(source.document, source.quote)
        start = max(0, source.start - REACH) if source.document in texts else 0
        if CHANGE_RE.search(around, start, source.end + REACH if source.document in texts else len(around)):
            return True
    return False
