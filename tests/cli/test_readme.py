"""The README and the topics of `aoud help` show what the program prints."""

from __future__ import annotations

import re

import pytest
import readme

from aoud_cli.predicates import TOPICS

LONGEST = 220  # lines of a README that somebody reads
BLOCKS = list(readme.blocks())


@pytest.mark.parametrize(("command", "shown"), [block[1:] for block in BLOCKS], ids=[f"{d.stem}: {c[:60]}" for d, c, _ in BLOCKS])
def test_output_is_real(command: str, shown: str) -> None:
    if not readme.can_run(command):
        pytest.skip("jq is not installed")
    assert shown.rstrip() == readme.output_of(command).rstrip(), "out of date: python tests/readme.py --write"
    assert shown.strip()


def test_every_command_is_shown_and_checked() -> None:
    counts = {document: sum(other == document for other, _, _ in BLOCKS) for document in readme.DOCUMENTS}
    assert counts == {document: document.read_text(encoding="utf-8").count("```console") for document in readme.DOCUMENTS}
    assert all(counts.values()), "each document shows a command"
    commands = [command for document, command, _ in BLOCKS if document == readme.README]
    used = {word for command in commands for word in re.findall(r"\baoud (\w+)", command)}
    assert used >= {"cast", "claims", "conflicts", "timeline", "check"}
    assert any("| jq" in command for command in commands)
    assert len(readme.README.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_every_topic_is_named() -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert not [topic for topic in TOPICS if not re.search(rf"\b{topic}\b", text)]
