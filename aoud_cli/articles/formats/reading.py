"""What a reader of one kind of file makes of its bytes."""

from __future__ import annotations

from typing import NamedTuple

from aoud_cli.model import Asserted


class Reading(NamedTuple):
    """One article of a file: its text, as it is shown and quoted, and what the file says of it besides.

    `asserted` is None where only the text can tell the day, `title` is '' where it does; `label` tells it from others in its file.
    """

    text: str
    title: str = ""
    asserted: Asserted | None = None
    outlet: str = ""
    url: str = ""
    label: str = ""


class NoArticle(Exception):
    """Why a file of this kind holds no article, as one short clause."""
