"""Sentences: where they end, and that no shape of line takes more than its length to cut."""

from __future__ import annotations

import pytest
from growth import growth

from aoud_cli.spans.sentences import sentences

CUTS = {
    "It ends... Then it begins.": ["It ends...", "Then it begins."],
    "Really?! Yes.": ["Really?!", "Yes."],
    "Back...? and gone.": ["Back...?", "and gone."],
    "No stop... but more.": ["No stop... but more."],
    'He said "yes." Then no.': ['He said "yes."', "Then no."],
    "Told.[3] Again.": ["Told.[3]", "Again."],
    "At 9 p.m. ET/PT on HBO. Then no.": ["At 9 p.m. ET/PT on HBO.", "Then no."],
    "It ended at 10 p.m. Viewers left.": ["It ended at 10 p.m.", "Viewers left."],
    "all small... and on! yes": ["all small...", "and on!", "yes"],
}


@pytest.mark.parametrize("line", CUTS)
def test_where_a_sentence_ends(line: str) -> None:
    assert [sentence.text for sentence in sentences(line)] == CUTS[line]


@pytest.mark.parametrize("shape", [".", "!", "?", "\u2026", "?!", '."', ".[1]", ". ", "!) ", "(1) ", "A. "])
def test_a_line_of_one_shape_takes_no_more_than_its_length(shape: str) -> None:
    """A line of dots took the square, 73 seconds for 80 kB."""
    assert growth(lambda size: list(sentences("It is On. " + shape * (size // len(shape)))), 20_000, times=8) < 24
