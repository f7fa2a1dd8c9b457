"""What holds for all tests: what the program keeps it keeps in a folder of their own, and nothing from one run of them to the next."""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import pytest

os.environ["AOUD_CACHE"] = KEPT = tempfile.mkdtemp(prefix="aoud-tests-")  # the articles of the samples are read once, not a thousand times
atexit.register(shutil.rmtree, KEPT, ignore_errors=True)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's cache folder for one test, which is made when something is kept."""
    monkeypatch.setenv("AOUD_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"
