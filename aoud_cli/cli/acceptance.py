"""`--accept` and `--write-accept`: findings that somebody has looked at, read from a file and written to a new one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from aoud_cli.cli.into import aim, write_whole
from aoud_cli.ground.files import shown
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Finding

if TYPE_CHECKING:
    from aoud_cli.analysis.accept import Entry
    from aoud_cli.analysis.drafts import Check
    from aoud_cli.analysis.select import Question


OPTION = "--write-accept"


def read_accepted(path: str | None) -> Sequence[Entry]:
    """The entries of an accept file; none without one. Raises AoudError where it can't be used."""
    if path is None:
        return ()
    from aoud_cli.analysis.accept import load_accepted
    from aoud_cli.ground import strict_yaml

    return load_accepted(strict_yaml.read(path, shown(path)), shown(path))


def accepted(question: Question, entries: Sequence[Entry], path: str | None) -> Question:
    """The question with the findings that the file accepts marked, and what is to say of its entries."""
    if path is None:
        return question
    from aoud_cli.analysis.accept import accept

    analysis = question.analysis
    marked, said = accept(analysis.findings, entries, analysis.articles, analysis.as_of, path)
    return question._replace(analysis=analysis._replace(findings=tuple(marked)), notes=(*question.notes, *said))


def check_new(path: str | None, kept: Sequence[str] | None) -> None:
    """Refuse a file that is there already, or may not be written, before anything is read; `kept` is what the corpus is."""
    if path is None:
        return
    if "\0" not in path and os.path.lexists(path):
        raise AoudError(f"{path}: is there already, and --write-accept writes new files only; add to it by hand, or name another")

    if aim(path, kept, force=False, option=OPTION) is None:
        raise AoudError(f"{OPTION} names a file; - is none")


def write_accepted(findings: Sequence[Finding], path: str | None) -> tuple[str, ...]:
    """Write a new accept file for the findings that nobody has accepted yet; what to say of it."""
    from aoud_cli.analysis.accept import described

    return _write([(finding.id, described(finding)) for finding in findings if finding.accepted is None], path)


def write_faults(check: Check, path: str | None) -> tuple[str, ...]:
    """Write a new accept file for the faults of drafts that nobody has accepted yet; what to say of it."""
    from aoud_cli.analysis.outcomes import FAULTS

    items = [item for item in check.checked if item.outcome in FAULTS and item.accepted is None]
    return _write(
        [(item.claim.id, f"{item.outcome.value}: {visible(item.claim.source.quote)}: {visible(item.reason)}") for item in items], path
    )


def accepted_faults(check: Check, entries: Sequence[Entry]) -> Check:
    """The check with the claims of the drafts that the file accepts marked. Its other entries may be findings of `conflicts`."""
    from aoud_cli.analysis.accept import still_accepted

    analysis = check.analysis
    _, standing = still_accepted(entries, (*analysis.articles, *check.drafts.articles), analysis.as_of)
    return (
        replace(check, checked=tuple(replace(item, accepted=standing.get(item.claim.id)) for item in check.checked)) if standing else check
    )


def _write(found: Sequence[tuple[str, str]], path: str | None) -> tuple[str, ...]:
    if path is None:
        return ()
    from aoud_cli.analysis.accept import dump_accepted

    try:
        write_whole(os.path.realpath(path), dump_accepted(found), force=False)
    except OSError as error:
        raise AoudError(f"{path}: cannot be written: {error.strerror or error}") from None
    return (f"aoud: wrote {path} with {len(found):,} finding{'s' if len(found) != 1 else ''}; give each its reason",)
