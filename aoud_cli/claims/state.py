"""What an article has told so far: what a sentence leaves out stands before it or over it."""

from __future__ import annotations

from dataclasses import dataclass, field

from aoud_cli.claims.tense import Years
from aoud_cli.model import Entity
from aoud_cli.spans.mask import Span
from aoud_cli.spans.seasons import Season


@dataclass
class State:
    """What an article has told so far."""

    heading: str = ""
    lead_in: str = ""
    is_below_heading: bool = False  # whether the line before was a heading
    before: str = ""
    about: str = ""  # the last sentence of the paragraph that named a work, or began it
    row: str = ""  # the sentence before, where it is a line without a full stop
    alone: tuple[Span, ...] = ()  # the parts or the performers that the line before holds, where it holds nothing else
    alone_lines: int = 0  # how many such lines stand in a row: more than one are a list of names
    alone_block: int = -2  # the line that was read under them, none yet
    season: Season | None = None  # the last that the paragraph speaks of
    heading_season: Season | None = None
    title_season: Season | None = None
    block: int = -1
    owner: tuple[str, Entity] | None = None  # whose kin the line before was, and by which pronoun
    surnames: dict[str, dict[str, Entity]] = field(default_factory=dict)
    named: dict[str, tuple[Entity, ...]] = field(default_factory=dict)  # kinds -> whom the last sentence that named any of them named
    silence: dict[str, int] = field(default_factory=dict)  # kinds -> sentences since
    note: str = ""  # "Viewing figures are consolidated seven-day data."
    spoken: Season | None = None  # in the last sentence that spoke of any, in whatever paragraph
    is_of_another: bool = False  # whether the season that is spoken of is another work's
    lead: int = 4  # sentences in which it may still be told what the article is about; headings end them
    is_head: bool = True  # whether nothing but headings has been read
    years: Years = field(default_factory=Years)
