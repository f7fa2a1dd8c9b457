"""Each floor knows only those below it, and no code knows the shipped show."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from places import ROOT

from aoud_cli.names.profile_file import PROFILES, load_profile

PACKAGE = ROOT / "aoud_cli"
# From the ground up, as the package itself says it; the ground is open to all, and so is the table of kinds of span.
GROUND = ("model", "predicates", "ground", "spans.kinds", "english")
FLOORS = ("names", "spans", "articles", "claims", "findings", "verdicts", "people", "analysis", "scoring", "output", "views", "cli")


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
        elif isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
    return names


@pytest.mark.parametrize("floor", FLOORS)
def test_a_floor_reaches_only_down(floor: str) -> None:
    above = tuple(f"aoud_cli.{name}" for name in FLOORS[FLOORS.index(floor) + 1 :])
    files = (PACKAGE / floor).rglob("*.py")
    wrong = {f"{path.name} -> {name}" for path in files for name in imports_of(path) if above and name.startswith(above)}
    assert not {one for one in wrong if not one.endswith(GROUND)}


@pytest.mark.parametrize("module", GROUND)
def test_the_ground_rests_on_no_floor(module: str) -> None:
    above = (*GROUND[GROUND.index(module) + 1 :], *FLOORS)
    place = PACKAGE / module.replace(".", "/")
    files = [place.with_suffix(".py")] if place.with_suffix(".py").is_file() else list(place.rglob("*.py"))
    wrong = [name for path in files for name in imports_of(path) if name.startswith(tuple(f"aoud_cli.{one}" for one in above))]
    assert files and not [name for name in wrong if not name.endswith(GROUND[: GROUND.index(module)])]


def test_no_clock_and_no_network() -> None:
    banned = {"socket", "urllib.request", "http.client", "subprocess", "pickle", "time"}
    for path in PACKAGE.rglob("*.py"):
        assert not imports_of(path) & banned, path
        text = path.read_text("utf-8")
        assert not re.search(r"\b(?:date|datetime)\.(?:today|now|utcnow)\(", text), path
        assert ".splitlines(" not in text, path


@pytest.mark.parametrize("show", sorted(path.stem for path in PROFILES.glob("*.yaml")))
def test_a_show_stands_in_its_profile_alone(show: str) -> None:
    profile = load_profile(show)
    names = [profile.title, *(person.name for person in profile.people)]
    for path in PACKAGE.rglob("*"):
        if path.suffix in (".py", ".yaml", ".json", ".css", ".js") and path.parent not in (PROFILES, PACKAGE / "__pycache__"):
            text = path.read_text("utf-8").lower()
            assert not [name for name in names if name.lower() in text], path
