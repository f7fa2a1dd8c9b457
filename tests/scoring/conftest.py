"""Gold written by the tests of the score."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_scores import Write


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes the gold of an article, a dict or a text a line, and gives the folder."""

    def write_gold(document: str, *rows: dict[str, Any] | str) -> Path:
        folder = tmp_path / "gold"
        folder.mkdir(exist_ok=True)
        lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
        (folder / f"{document}.jsonl").write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return folder

    return write_gold
