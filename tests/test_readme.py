"""The README shows what the program prints."""

from __future__ import annotations

import re

import pytest
import readme

from aoud_cli.topics import TOPICS

BLOCKS = list(readme.blocks())


@pytest.mark.parametrize(("command", "shown"), BLOCKS, ids=[command[:60] for command, _ in BLOCKS])
def test_output_is_real(command: str, shown: str) -> None:
    if not readme.can_run(command):
        pytest.skip("jq is not installed")
    assert shown.rstrip() == readme.output_of(command).rstrip(), "out of date: python tests/readme.py --write"
    assert shown.strip()


def test_every_command_is_shown_and_checked() -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert len(BLOCKS) == text.count("```console") >= 8
    assert {command.split()[1] for command, _ in BLOCKS} >= {"articles", "claims", "conflicts", "agreements", "timeline"}
    assert sum("| jq" in command for command, _ in BLOCKS) >= 3


def test_every_topic_is_named() -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert not [topic for topic in TOPICS if not re.search(rf"\b{topic}\b", text)]
