"""Dates in words: in a sentence, in a column, for scripts."""

from __future__ import annotations

import pytest
from gold_claims import when

from aoud_cli.findings.dates import asserted_span, asserted_words, range_words, say_asserted, say_range, stands_words, when_words
from aoud_cli.model import Asserted

# A stretch of days: in a sentence, in EDTF, in a column.
RANGES = [
    ("2022-01-28", "2022-01-28", "2022-01-28", "2022-01-28"),
    ("2025-07-01..2025-07-31", "2025-07", "2025-07", "2025-07"),
    ("2024-02-01..2024-02-29", "2024-02", "2024-02", "2024-02"),
    ("2025-02-01..2025-02-27", "2025-02-01 to 2025-02-27", "2025-02-01/2025-02-27", "2025-02-01/2025-02-27"),
    ("2025-07-02..2025-08-01", "2025-07-02 to 2025-08-01", "2025-07-02/2025-08-01", "2025-07-02/2025-08-01"),
    ("2025-07-01..2025-08-31", "2025-07-01 to 2025-08-31", "2025-07/2025-08", "2025-07/2025-08"),
    ("2025-01-01..2025-12-31", "2025", "2025", "2025"),
    ("2025-01-01..2026-12-31", "2025-01-01 to 2026-12-31", "2025/2026", "2025/2026"),
    ("..2026-02-20", "until 2026-02-20", "../2026-02-20", "by 2026-02-20"),
    ("2027-01-01..", "from 2027-01-01", "2027-01/..", "from 2027-01-01"),
    ("..", "no day", "", ""),
]


@pytest.mark.parametrize(("text", "said", "span", "words"), RANGES)
def test_ranges(text: str, said: str, span: str, words: str) -> None:
    assert (say_range(when(text)), range_words(when(text)), when_words(when(text))) == (said, span, words)


# When an article was written: in a sentence, in a column, for scripts.
DATINGS = [
    ("2025-07-23", "on 2025-07-23", "2025-07-23", "2025-07-23"),
    ("2022-06-06..2023-12-31", "between 2022-06-06 and 2023-12-31", "2022-06 … 2023-12", "2022-06-06/2023-12-31"),
    ("..2023-12-31", "by 2023-12-31", "before 2023-12", "../2023-12-31"),
    ("2022-06-06..", "on 2022-06-06 or later", "after 2022-06", "2022-06-06/.."),
    ("..", "at an unknown time", "undated", ""),
]


@pytest.mark.parametrize(("text", "said", "words", "span"), DATINGS)
def test_datings(text: str, said: str, words: str, span: str) -> None:
    asserted = Asserted(*when(text))
    assert (say_asserted(asserted), asserted_words(asserted), asserted_span(asserted)) == (said, words, span)


STANDINGS = [
    ("2024-01-01..2024-12-31", "2024-05-01..2024-08-31", "less exactly"),
    ("2024-05-01..2024-12-31", "2024-05-01..2024-08-31", "less exactly"),
    ("2024-01-01..2024-08-31", "2024-05-01..2024-08-31", "less exactly"),
    ("..2024-12-31", "2024-05-01..2024-08-31", "less exactly"),
    ("2024-01-01..", "2024-05-01..2024-08-31", "less exactly"),
    ("2024-06-01", "2024-05-01..2024-08-31", "more exactly"),
    ("2024-05-01..2024-06-30", "2024-05-01..2024-08-31", "more exactly"),
    ("2024-06-01..2024-08-31", "2024-05-01..2024-08-31", "more exactly"),
    ("2024-06-01", "..2024-08-31", "more exactly"),
    ("2024-06-01", "2024-05-01..", "more exactly"),
    ("2024-06-01..2024-12-31", "2024-05-01..2024-08-31", "or"),
    ("2024-08-31..2024-12-31", "2024-05-01..2024-08-31", "or"),
    ("2024-01-01..2024-05-01", "2024-05-01..2024-08-31", "or"),
    ("2024-09-01", "2024-05-01..2024-08-31", "otherwise"),
    ("2024-04-30", "2024-05-01..2024-08-31", "otherwise"),
]


@pytest.mark.parametrize(("other", "best", "wanted"), STANDINGS)
def test_how_a_date_stands_to_the_best_one(other: str, best: str, wanted: str) -> None:
    assert stands_words(when(other), when(best)) == wanted
