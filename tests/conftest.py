"""What holds for all tests: nothing is kept from one run to the next."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ["AOUD_CACHE"] = "off"


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder for one test, which is made when something is kept."""
    monkeypatch.setenv("AOUD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"
