"""Whose each date of a sentence is: the event's of the show, another's, or nobody's."""

from __future__ import annotations

import pytest

from aoud_cli.claims.events.attach import attach
from aoud_cli.claims.events.words import part_in

PREMIERE, FINALE = "release.premiere", "release.finale"
START, END, RENEWAL = "production.filming_start", "production.filming_end", "renewal.announced"
# A masked sentence: <t>itle, <s>eason, <d>ate, <w> another work, <f> platform, <a> performer, <l> place.
SENTENCES: list[tuple[str, dict[str, str]]] = [
    # by the noun behind it, the verb before it, the verb behind it
    ("after its <d0> debut, the show topped the charts.", {"<d0>": PREMIERE}),
    ("<s0> premiered on <d1>.", {"<d1>": PREMIERE}),
    ("on <d0>, the series premiered.", {"<d0>": PREMIERE}),
    ("<f0> has set a <d1> premiere date for <s2>.", {"<d1>": PREMIERE}),
    ("<s0> is due in <d1>.", {"<d1>": PREMIERE}),
    ("the finale airs on <d0>.", {"<d0>": FINALE}),
    # two events, each with its own
    ("<t0>, which premiered in <d1>, wrapped production on its <s2> in <d3>.", {"<d1>": PREMIERE, "<d3>": END}),
    ("filming began in <d0> and wrapped in <d1>.", {"<d0>": START, "<d1>": END}),
    ("the show was renewed in <d0>, and filming began in <d1>.", {"<d0>": RENEWAL, "<d1>": START}),
    # what comes out, runs or is said beside the show
    ("the trailer for <s0> was released on <d1>.", {"<d1>": "elsewhere"}),
    ("a special about <t0> premieres on <d1>.", {"<d1>": "elsewhere"}),
    ("a fan event for <s0> starts on <d1>.", {"<d1>": "elsewhere"}),
    ("episode 4 premiered on <d0>.", {"<d0>": "elsewhere"}),
    ("the sixth episode, which aired on <d0>, is the best.", {"<d0>": "elsewhere"}),
    ("<w0> was renewed for <s1> on <d2>.", {"<d2>": "another"}),
    ("<s0> of our show starts in <d1>.", {"<d1>": "elsewhere"}),
    ("production has begun on <s0>, <f1> said <d2>.", {"<d2>": "elsewhere"}),
    ("it opened on <d0>, a <d1>.", {"<d0>": PREMIERE, "<d1>": "elsewhere"}),
    ("after ten weeks in <l0>, filming began in <l1> on <d2>.", {"<d2>": "elsewhere"}),
    ("second-unit filming began on <d0>.", {"<d0>": "elsewhere"}),
    ("<f0> unveiled its releases for <d1> on <d2>.", {"<d1>": "elsewhere", "<d2>": "elsewhere"}),
    # a date that no longer holds
    ("<s0> has been pushed back from <d1> to <d2>.", {"<d1>": "elsewhere", "<d2>": PREMIERE}),
    # nothing says whose it is
    ("<a0> was born in <d1> and likes tea.", {"<d1>": "elsewhere"}),
    ("<d0> was a good year.", {}),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_whose_each_date_is(text: str, wanted: dict[str, str]) -> None:
    assert {one.token: one.owner for one in attach(text)} == wanted


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("part 2 of the season", 2),
        ("the second half", 2),
        ("the last batch", 2),
        ("volume one", 1),
        ("the second half of the year", None),
        ("the second half of <d0>", None),
        ("the second season", None),
    ],
)
def test_the_part_of_a_season(words: str, part: int | None) -> None:
    assert part_in(words) == part


def test_dates_of_batches_are_of_their_parts() -> None:
    told = attach("<s0> will be released in two parts, on <d1> and <d2>.")
    assert [(one.token, one.part) for one in sorted(told)] == [("<d1>", 1), ("<d2>", 2)]


@pytest.mark.parametrize(
    "unit", ["which ", ", ", "premiered on <d0> ", "filming of the ", "(", "a ", "<s0>'s ", "pushed back from <d0> to "]
)
def test_a_long_sentence_is_read_in_no_long_time(unit: str) -> None:
    """What no one writes must end: the work grows with the length of the sentence times its dates at most."""
    assert isinstance(attach(unit * 2000), list)
