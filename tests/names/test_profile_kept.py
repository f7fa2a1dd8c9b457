"""A profile that was read before is kept, and is the one that its file says."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from aoud_cli.ground import strict_yaml
from aoud_cli.model import AoudError
from aoud_cli.names.profile_file import PROFILES, load_profile, parse_profile


@pytest.mark.parametrize("name", sorted(path.stem for path in PROFILES.glob("*.yaml")))
def test_what_is_kept_is_what_the_file_says(cache: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load_profile(name)
    monkeypatch.setattr(strict_yaml, "load", None)  # YAML is read no more
    again = load_profile(name)
    monkeypatch.undo()
    made = parse_profile((PROFILES / f"{name}.yaml").read_text("utf-8"), first.where)
    assert first == again == made and repr(first) == repr(again) == repr(made)


def test_another_text_or_name_is_another_profile(cache: Path, tmp_path: Path) -> None:
    for number, title in enumerate(("Salt", "Lantern")):
        (tmp_path / "p.yaml").write_text(f"title: {title}\nplaces: [Port {number}]\n", "utf-8")
        assert load_profile(str(tmp_path / "p.yaml")).title == title
    assert len(list(cache.iterdir())) == 2


def test_a_fault_is_told_each_time(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("title: Salt\nplacess: []\n", "utf-8")
    for _ in range(2):
        with pytest.raises(AoudError, match="p.yaml:2"):
            load_profile(str(tmp_path / "p.yaml"))
    assert not list(cache.glob("profile-*"))


@pytest.mark.parametrize(
    "spoil", [lambda _: b"", lambda whole: whole[:-1], lambda whole: whole.replace(b"Salt", b"Sand"), lambda _: b"null"]
)
def test_what_is_not_right_is_as_good_as_none(cache: Path, tmp_path: Path, spoil: object) -> None:
    (tmp_path / "p.yaml").write_text("title: Salt\n", "utf-8")
    made = load_profile(str(tmp_path / "p.yaml"))
    (file,) = cache.iterdir()
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    assert load_profile(str(tmp_path / "p.yaml")) == made == replace(made, title="Salt")
    assert json.loads(file.read_bytes().partition(b"\n")[2])  # and kept anew
