"""Findings that somebody has looked at: a file of their ids, each with a reason and, if it is to end, a last day.

    accepted:
      - id: 3f9c2a71d0b4
        reason: the trade press counts the first month from the second week
        until: 2026-12-31

There is no clock: `until` is over when the day of `--as-of`, or else that of the newest article, is later.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from aoud_cli.english import pattern
from aoud_cli.ground import strict_yaml
from aoud_cli.ground.nearest import nearest
from aoud_cli.ground.safe import visible
from aoud_cli.model import Acceptance, Article, Finding

ID_RE: Final = pattern(r"[0-9a-f]{12}")
DAY_RE: Final = pattern(r"\d{4}-\d\d-\d\d")
HEAD: Final = """\
# Findings that somebody has looked at. With --accept and this file, `aoud conflicts` and `aoud check` mark them and don't count them.
# Write the reason of each; `until: 2026-12-31` lets it count again once an article is later than that day.
accepted:
"""
STILL_THAT: Final = 75  # of 100 letters that what a finding was and what one is must share to be taken for the same matter
FIRST_REASON: Final = "to be looked at"


class Entry(NamedTuple):
    """One finding of the file, with the line that it stands on, and the words of the comment above it (what the finding was)."""

    id: str
    acceptance: Acceptance
    line: int
    was: str = ""


def load_accepted(text: str, where: str) -> list[Entry]:
    """The entries of an accept file; `where` is the name that errors carry. Raises AoudError (`where:line: ...`)."""
    root = strict_yaml.check_keys(strict_yaml.load(text, where), where, ("accepted",), required=("accepted",))
    seen: dict[str, int] = {}
    found = []
    lines = text.split("\n")
    for node in strict_yaml.list_of(root["accepted"], where, "accepted"):
        entry = _entry(node, where)
        if entry.id in seen:
            strict_yaml.fail(entry.line, where, f"the finding {entry.id} is accepted twice (first on line {seen[entry.id]})")
        seen[entry.id] = entry.line
        above = lines[entry.line - 2].strip() if 2 <= entry.line <= len(lines) + 1 else ""
        found.append(entry._replace(was=above.lstrip("# ") if above.startswith("#") else ""))
    return found


def _entry(node: strict_yaml.Node, where: str) -> Entry:
    entry = strict_yaml.check_keys(node, where, ("until",), required=("id", "reason"))
    ident = strict_yaml.text_of(entry["id"], where, "id")
    if not ID_RE.fullmatch(ident):
        strict_yaml.fail(
            entry["id"], where, f"'{visible(ident[:40])}' is no finding's id: 12 letters and digits, as `aoud conflicts` prints it"
        )
    reason = strict_yaml.text_of(entry["reason"], where, "reason")
    return Entry(str(ident), Acceptance(str(reason), _until(entry, where)), entry.line)


def _until(entry: strict_yaml.Mapping_, where: str) -> date | None:
    node = entry.get("until")
    if node is None:
        return None
    words = strict_yaml.text_of(node, where, "until")
    try:
        if not DAY_RE.fullmatch(words):
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        strict_yaml.fail(node, where, f"'{visible(words[:40])}' is no day; write it as 2026-12-31")


def accept(
    findings: Iterable[Finding], entries: Sequence[Entry], articles: Sequence[Article], as_of: date | None, where: str
) -> tuple[list[Finding], tuple[str, ...]]:
    """The findings, those that an entry accepts marked; and what to say of entries that match nothing or are over."""
    day, standing = still_accepted(entries, articles, as_of)
    marked = [finding._replace(accepted=standing.get(finding.id)) for finding in findings]
    ids, told = {finding.id for finding in marked}, {entry.id for entry in entries}
    free = {described(finding): finding.id for finding in marked if finding.id not in told}
    said = ((entry, _useless(entry, day, free, is_found=entry.id in ids, stands=entry.id in standing)) for entry in entries)
    return marked, tuple(f"aoud: {where}:{entry.line}: {words}" for entry, words in said if words)


def still_accepted(entries: Iterable[Entry], articles: Iterable[Article], as_of: date | None) -> tuple[date, dict[str, Acceptance]]:
    """The day on which entries are judged, and those that count then, by their ids."""
    day = as_of or max((article.asserted.earliest or date.min for article in articles), default=date.min)
    return day, {entry.id: entry.acceptance for entry in entries if (entry.acceptance.until or date.max) >= day}


def _useless(entry: Entry, day: date, free: Mapping[str, str], *, is_found: bool, stands: bool) -> str:
    """What to say of an entry that matches nothing or is over; nothing of one that counts. `free` are the findings that none accepts."""
    if not is_found:
        near = nearest(entry.was, free, alike=STILL_THAT, most=1) if entry.was else []
        nearer = f"the nearest is {free[near[0]]} ({near[0]}): change the id, or let the entry go" if near else "the entry can go"
        return f"{entry.id} is no finding any more; {nearer}"
    return "" if stands else f"{entry.id} was accepted until {entry.acceptance.until}, and it is {day}: it counts again"


def described(finding: Finding) -> str:
    """What the comment above a finding's entry says of it."""
    return f"{finding.verdict.value} ({finding.severity.value}): {visible(finding.reason)}"


def dump_accepted(found: Iterable[tuple[str, str]]) -> str:
    """An accept file for findings: their ids, each under a comment of what it is."""
    body = [f"  # {words}\n  - id: {ident}\n    reason: {FIRST_REASON}\n" for ident, words in found]
    return HEAD.replace("accepted:", "accepted: []") if not body else HEAD + "".join(body)
