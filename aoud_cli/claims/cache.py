"""The claims of a corpus that was read before, kept in the user's cache folder: reading it again takes no rules and no YAML.

What is kept is found by the code, the profile and the articles that it was read with, so that any change reads anew. A digest seals
it, every quote is held against its article, and a file that is not whole, not ours or not right is as good as none. `AOUD_CACHE`
names another folder, or is `off`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import stat
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from aoud_cli.claims.codec import ClaimRecord, claim_of, claim_record
from aoud_cli.ground import files
from aoud_cli.ground.folders import cache_folder
from aoud_cli.ground.prepared import code_state
from aoud_cli.model import Article, Claim, PassedOver
from aoud_cli.names.profile import Profile

MAX_BYTES = 200 << 20
MOST_KEPT = 40  # corpora; the oldest goes first


class Extracted(NamedTuple):
    """The claims of articles; `passed` says of those that make none for being about something else why, `faults` what broke in one."""

    claims: list[Claim]
    passed: Mapping[str, PassedOver]
    faults: Mapping[str, str]


def extract_kept(articles: Sequence[Article], profile: Profile, watched: Sequence[Article] | None = None) -> Extracted:
    """What `extract_all` makes of the articles, from the cache where that is; `watched` are the articles as they are taken."""
    folder = cache_folder()
    path = None if folder is None else os.path.join(folder, f"{_key(articles, profile)}.json")
    kept = _read(path, articles) if path else None
    if kept is not None:
        return kept
    from aoud_cli.claims.extract import extract_all

    found = extract_all(articles if watched is None else watched, profile)
    if folder and path and not found.faults:
        _write(folder, path, found)
    return found


def _key(articles: Sequence[Article], profile: Profile) -> str:
    """What the claims were read with: code, profile, articles and their days."""
    parts = [repr(profile), code_state(), *(repr((a.document, a.path, a.sha256, a.title, a.asserted)) for a in articles)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _read(path: str, articles: Sequence[Article]) -> Extracted | None:
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return None
        seal, _, rows = files.read_bytes(path, MAX_BYTES).partition(b"\n")
        if seal != _seal(rows):
            return None
        by_name = {article.document: article for article in articles}
        told = json.loads(rows)
        passed = {document: PassedOver(*why) for document, why in told["passed"].items()}
        return Extracted([_kept_claim(row, by_name) for row in told["claims"]], passed, {})
    except (OSError, files.Unreadable, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
        return None


def _write(folder: str, path: str, found: Extracted) -> None:
    """Whole or not at all; a cache that can't be written is none."""
    import tempfile

    with contextlib.suppress(OSError):
        descriptor, beside = tempfile.mkstemp(prefix=".aoud-", dir=folder)
        with os.fdopen(descriptor, "wb") as file:
            told = {"claims": [claim_record(claim) for claim in found.claims], "passed": found.passed}
            rows = json.dumps(told, separators=(",", ":")).encode("ascii")
            file.write(b"\n".join((_seal(rows), rows)))
        os.replace(beside, path)
        kept = sorted((entry.stat().st_mtime_ns, entry.path) for entry in os.scandir(folder) if entry.name.endswith(".json"))
        for _, old in kept[:-MOST_KEPT]:
            os.unlink(old)


def _seal(rows: bytes) -> bytes:
    """Rows that were lost or changed on the way are noticed by it."""
    return hashlib.sha256(rows).hexdigest().encode("ascii")


def _kept_claim(record: ClaimRecord, articles: Mapping[str, Article]) -> Claim:
    """A claim of an article that is read now. Raises one of the errors that `_read` expects where anything is not as it was written."""
    claim = claim_of(record)
    source, article = claim.source, articles[claim.source.document]
    if article.text[source.start : source.end] != source.quote:
        raise ValueError(claim.id)
    return claim
