"""Subtitles (`.srt`, `.vtt`): what is said, without numbers, times and marks; a pause of some seconds begins a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aoud_cli.articles.formats.reading import NoArticle, Reading
from aoud_cli.ground.files import decode
from aoud_cli.ground.text import LINE_END_RE

PAUSE = 2.5  # seconds
_TIME = r"(?:([0-9]{1,3}):)?([0-9]{1,2}):([0-9]{1,2})[.,]([0-9]{1,3})"
_CUE_RE = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_MARK_RE = re.compile(r"<[^<>]{0,80}>|\{\\[^{}]{0,80}\}")
_NOTE_RE = re.compile(r"\s*(?:WEBVTT|NOTE|STYLE|REGION)\b")


def read(data: bytes, encoding: str | None, max_bytes: int) -> list[Reading]:
    """One article: the words of all cues."""
    paragraphs: list[list[str]] = []
    last = None
    for start, end, said in _cues(decode(data, encoding)):
        if last is None or start - last > PAUSE:
            paragraphs.append([])
        paragraphs[-1].append(said)
        last = end
    if not paragraphs:
        raise NoArticle("no subtitles are in it")
    return [Reading("\n\n".join(" ".join(part) for part in paragraphs) + "\n")]


def _cues(text: str) -> Iterator[tuple[float, float, str]]:
    """When each cue begins and ends, in seconds, and what is said in it."""
    times: tuple[float, float] | None = None
    said: list[str] = []
    for line in [*LINE_END_RE.split(text), ""]:
        cue = _CUE_RE.match(line)
        if cue is not None or not line.strip():
            if times is not None and said:
                yield (*times, " ".join(said))
            times, said = (_seconds(cue.groups()[:4]), _seconds(cue.groups()[4:8])) if cue is not None else None, []
        elif times is not None and not _NOTE_RE.match(line):
            words = " ".join(_MARK_RE.sub("", line).split())
            said += [words] if words else []


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + rest / 1000
