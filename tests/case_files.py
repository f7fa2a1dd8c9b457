"""Cases: small texts with what aoud must read in them, and what it must not."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from places import TESTS

from aoud_cli.analysis.pipeline import Analysis, analyse_corpus
from aoud_cli.articles.read import read_corpus
from aoud_cli.names.profile import Profile
from aoud_cli.names.profile_file import load_profile

CASES = TESTS / "cases"


PROFILES = {"nh": CASES / "night-harbour.yaml", "sl": CASES / "salt-lantern.yaml", "aoud": None}


KEYS = {"kind", "profile", "text", "texts", "claims", "never", "findings", "no_findings", "attribution", "fails"}


Case = dict[str, Any]


@cache
def profile(name: str) -> Profile:
    """The profile that a case names."""
    path = PROFILES[name]
    return load_profile(str(path) if path else None)


def read(case: Case, folder: Path) -> Analysis:
    """What the program makes of the case's texts, each an article of its own."""
    for name, text in zip("abcdefgh", case.get("texts") or [case["text"]], strict=False):
        (folder / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    return analyse_corpus(read_corpus([str(folder)]), profile(case["profile"]))


def spellings(value: dict[str, Any]) -> list[str]:
    """The ways in which a case may write a value."""
    if value["kind"] == "date":
        return [f"{value['earliest'] or '-'}..{value['latest'] or '-'}"]
    if value["kind"] == "quantity":
        window = value.get("window_days")
        return [str(value["number"]), *([f"{value['number']}/{window}"] if window else [])]
    if value["kind"] == "relation":
        return [f"{value['relation']} {value['to']['name']}"]
    return [value[key] for key in ("term", "name", "text") if value.get(key)]


def told(claim: dict[str, Any]) -> set[str]:
    """The strings for one claim: with nothing behind the value, its part, its season, or its certainty."""
    subject = claim["subject"]["id" if claim["subject"]["kind"] in ("season", "show") else "name"]
    tails = ["", f" [{claim['certainty']}]"]
    tails += [f" {{part {claim['part']}}}"] if claim["part"] else []
    tails += [f" @{claim['season']}"] if claim["season"] else []
    key, denied = f"{claim['topic']}.{claim['predicate']}", "not " if claim["polarity"] == "negative" else ""
    return {f"{key} {subject} = {denied}{value}{tail}".casefold() for value in spellings(claim["value"]) for tail in tails}


def fits(pattern: str, strings: Iterable[str]) -> bool:
    """Whether one of the strings is as the pattern has it."""
    pattern = re.sub(r"([\[\]])", r"[\1]", pattern.casefold())
    pattern = f"*.{pattern}" if pattern.startswith("* ") else pattern
    return any(fnmatch.fnmatchcase(string, pattern) for string in strings)
