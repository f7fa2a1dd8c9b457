"""In how many days an audience was counted: the words nearest to its figure say so."""

from __future__ import annotations

from datetime import date

import pytest
from gold_claims import EXAMPLE_PROFILE

from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Asserted, QuantityValue

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The finale pulled in 5.2 million viewers overnight and 7.4 million with seven days of catch-up.", {5.2: 0, 7.4: 7}),
        ("Season 2 launched to 4.1 million overnight viewers and 6.3 million in the seven-day consolidated data.", {4.1: 0, 6.3: 7}),
        ("The finale was seen by 4.4 million viewers overnight and 6.0 million after seven days.", {4.4: 0, 6.0: 7}),
        ("It had an overnight audience of 4.6 million viewers.", {4.6: 0}),
        ("The opener drew 4.7 million viewers on the night and consolidated to 6.9 million after a week.", {4.7: 0, 6.9: 7}),
        ("The opener had 3.8 million viewers.", {3.8: None}),
        ("With a week of DVR and on-demand viewing counted, the opener reached 9.6 million viewers.", {9.6: 7}),
    ],
)
def test_an_audience_is_counted_in_the_days_told_beside_it(text: str, counted: dict[float, int | None]) -> None:
    article = Article("a", "a.txt", f"{EXAMPLE_PROFILE.title}\n\n{text}", "0", "", Asserted(DAY, DAY))
    told = [claim.value for claim in extract([article], EXAMPLE_PROFILE, any_subject=True) if claim.key == "viewership.viewers"]
    assert {value.number / 1e6: value.window_days for value in told if isinstance(value, QuantityValue)} == counted
