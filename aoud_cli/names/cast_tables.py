"""People whom no profile knows in tables of a cast: `| Actor | Role |`, and below it a name in each cell."""

from __future__ import annotations

import re
from collections.abc import Callable

from aoud_cli.english import pattern
from aoud_cli.names.strangers import Role, is_name

_ACTORS, _ROLES = r"[ *_]*{actor_columns}[ *_]*", r"[ *_]*{role_columns}[ *_]*"
_HEAD_RE = pattern(rf"(?:^|\n)\|(?:(?P<actor_first>{_ACTORS})\|{_ROLES}|{_ROLES}\|{_ACTORS})\|", re.IGNORECASE)
_ROW_RE = re.compile(r"\n\|(?P<one>[^|\n]*)\|(?P<other>[^|\n]*)\|[^\n]*")
_NAME_RE = re.compile(r"(?P<name>[^*_(,;:]{3,40})[*_ ]*(?:[(,;:]|$)")


def find_tabled(text: str, role_of: Callable[[str], str | None]) -> dict[str, Role]:
    """Name -> role of those whom nobody knows in the tables of folded text whose two columns are performers and their parts.

    `role_of` gives the role of a known name, None of another. Linear in the text.
    """
    found: dict[str, Role] = {}
    for head in _HEAD_RE.finditer(text):
        roles: tuple[Role, Role] = ("performer", "character") if head["actor_first"] else ("character", "performer")
        row = _ROW_RE.match(text, head.end())
        while row is not None:
            names = (_NAME_RE.match(row[cell].strip(" \t\xa0*_")) for cell in ("one", "other"))
            told = ((name["name"].strip(), role) for name, role in zip(names, roles, strict=True) if name)
            found |= {name: role for name, role in told if is_name(name) and " " in name and role_of(name) is None}
            row = _ROW_RE.match(text, row.end())
    return found
