"""Fixtures of the tests of a check."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from harbour import PROFILE, SPRING, WINTER

from aoud_cli.analysis.drafts import Check, check_drafts


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a profile, a corpus, and no draft yet."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "profile.yaml").write_text(PROFILE, encoding="utf-8")
    (tmp_path / "corpus" / "spring.txt").write_text(SPRING, encoding="utf-8")
    (tmp_path / "corpus" / "winter.txt").write_text(WINTER, encoding="utf-8")
    return tmp_path


@pytest.fixture
def check(place: Path) -> Callable[..., Check]:
    """Checks a text as draft.md."""

    def run(text: str, *more: str) -> Check:
        (place / "draft.md").write_text(text, encoding="utf-8")
        return check_drafts([str(place / "draft.md"), *more], [str(place / "corpus")], profile=str(place / "profile.yaml"))

    return run
