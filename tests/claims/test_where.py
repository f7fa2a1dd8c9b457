"""Where something comes out or is counted, and what that keeps apart."""

from __future__ import annotations

import pytest
from gold_claims import dates, hours, make_article, make_claim, name

from aoud_cli.claims.where import chart_of, of_network, where_of
from aoud_cli.model import Article, Claim, QuantityValue, Verdict
from aoud_cli.names.profile_file import load_profile, parse_profile
from aoud_cli.verdicts.find import find

PROFILE = load_profile()
PLACES = [
    ("It arrives on BBC One on July 3.", "BBC One"),
    ("It arrives on BBC1 on July 3.", "BBC One"),
    ("It premieres in Japan on July 3.", "Japan"),
    ("It comes out at midnight KST on July 3.", "KST"),
    ("It premieres on Netflix on July 3.", None),  # the show's own platform
    ("It premieres on July 3.", None),
    ("In Japan, season 2 premieres on July 3.", "Japan"),
    ("BBC One begins season 2 on July 3.", "BBC One"),
    ("Netflix begins season 2 on July 3.", None),
]


@pytest.mark.parametrize(("sentence", "where"), PLACES)
def test_the_place_of_a_date(sentence: str, where: str | None) -> None:
    start = sentence.index("July 3")
    assert where_of(sentence, start, start + len("July 3"), PROFILE) == where


ABROAD = parse_profile("title: Night Harbour\nplatform: Netflix\nplatforms: {United Kingdom: BBC One}\n", "p.yaml")


@pytest.mark.parametrize(
    ("written", "where"), [("Netflix", None), ("BBC One", "United Kingdom"), ("BBC1", "United Kingdom"), ("HBO", "HBO")]
)
def test_what_a_network_stands_for(written: str, where: str | None) -> None:
    """In prose and at the head of a column alike: its country in the profile, else itself."""
    assert of_network(written, ABROAD) == where


CHARTS = [
    ("It was No. 1 on the global Top 10 for the week of May 2-8.", ("global", None, "weekly")),
    ("It ranked third among Korean titles.", ("South Korea", None, None)),
    ("It led the non-English TV list worldwide.", ("global", "non-English TV", None)),
    ("It is the fourth most popular of all time.", (None, None, "all time")),
    ("It came first.", (None, None, None)),
]


@pytest.mark.parametrize(("sentence", "chart"), CHARTS)
def test_the_chart_of_a_rank(sentence: str, chart: tuple[str | None, ...]) -> None:
    assert tuple(chart_of(sentence.lower(), sentence)) == chart


def premiere(document: str, day: str, where: str | None = None) -> Claim:
    return make_claim(document, "release.premiere", "season-2", dates(day)._replace(where=where), asserted="2026-05-01")


def verdicts(*claims: Claim, articles: list[Article] | None = None) -> list[str]:
    told = {Verdict.CONTRADICTS, Verdict.DIFFERS, Verdict.CHANGED}
    return [finding.verdict.value for finding in find(claims, articles or ()) if finding.verdict in told]


def test_two_places_have_two_premieres() -> None:
    assert verdicts(premiere("a", "2026-03-05"), premiere("b", "2026-04-09")) == ["contradicts"]
    assert verdicts(premiere("a", "2026-03-05"), premiere("b", "2026-04-09", "Japan")) == []
    assert verdicts(premiere("a", "2026-03-05", "Japan"), premiere("b", "2026-04-09", "Japan")) == ["contradicts"]


def test_the_day_before_may_be_the_same_hour_elsewhere() -> None:
    assert verdicts(premiere("a", "2026-03-05"), premiere("b", "2026-03-06", "KST")) == ["differs"]


def test_one_number_in_two_units_differs() -> None:
    views = QuantityValue(560_000_000, "view", "exactly", "560 million views", 28)
    one = make_claim("a", "viewership.hours", "season-1", hours(560_000_000, 28, "560 million hours", "exactly"))
    (found,) = find([one, make_claim("b", "viewership.views", "season-1", views)])
    assert (found.verdict, found.reason.endswith("one number in two units, of which one is wrong")) == (Verdict.DIFFERS, True)
    assert find([one, make_claim("b", "viewership.views", "season-1", views._replace(number=70_000_000))]) == []
    assert find([one, make_claim("a", "viewership.views", "season-1", views, place=9)]) == []  # one article tells two things


def test_a_part_that_was_recast_has_changed_hands() -> None:
    old = make_claim("a", "cast.plays", "A B", name("P Q"), asserted="2023-01-01", quote="A B plays P Q")
    text = "C D plays P Q"
    new = make_claim("b", "cast.plays", "C D", name("P Q"), asserted="2024-01-01", quote=text)
    assert verdicts(old, new) == ["contradicts"]
    assert verdicts(old, make_claim("b", "cast.plays", "C D", name("P Q"), asserted="2025-01-01", quote=text)) == [
        "differs"
    ]  # seasons later
    told = make_article("b")._replace(text=f"{text}: the part was recast.")
    assert verdicts(old, new, articles=[make_article("a")._replace(text="A B plays P Q"), told]) == ["changed"]


def test_who_takes_over_as_president_takes_over_no_part() -> None:
    one = make_claim("a", "cast.plays", "A B", name("P Q"), quote="A B plays P Q")
    text = "C D plays P Q"
    told = make_article("b")._replace(text=f"{text}, who takes over as class president.")
    other = make_claim("b", "cast.plays", "C D", name("P Q"), quote=text)
    assert verdicts(one, other, articles=[make_article("a")._replace(text="A B plays P Q"), told]) == ["contradicts"]


def test_parts_come_out_one_after_the_other() -> None:
    first = premiere("a", "2026-03-12")._replace(part=1)
    second = make_claim("b", "release.premiere", "season-2", dates("2026-06-12"), part=2, asserted="2026-03-20")
    assert find([first, second]) == []
    wrap = make_claim("c", "production.filming_end", "season-2", dates("2026-05-12"), asserted="2026-06-01")
    order = ("production.filming_end", "release.premiere")
    assert [finding.verdict for finding in find([first, second, wrap], (), order)] == [Verdict.ORDER]
