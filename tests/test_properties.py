"""What holds of findings over any claims: order, mirrors, more articles, copies."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pytest
from gold_claims import ORDER, dates, hours, make_claim, name, term
from hypothesis import given, settings, strategies as st
from places import ROOT, TESTS

from aoud_cli.analysis.pipeline import Analysis, compare
from aoud_cli.analysis.timeline import events, timeline
from aoud_cli.articles.read import read_corpus
from aoud_cli.claims.corpus.footprint import Kept
from aoud_cli.claims.extract import extract_all
from aoud_cli.findings.compare import judge
from aoud_cli.findings.facts import Telling
from aoud_cli.findings.voices import independent
from aoud_cli.model import Article, Claim, Corpus, Finding, QuantityValue, TextValue, Value, Verdict
from aoud_cli.names.profile_file import load_profile
from aoud_cli.verdicts.agree import find_single
from aoud_cli.verdicts.find import find

DAYS = ("2022-06-07", "2023-06-07", "2025-07-23", "2022-06-06..2023-12-31", "2025-07-01..2026-02-20", None)
WHEN = (
    "2022-01-28",
    "2022-01-01..2022-12-31",
    "2024-05-01..2024-08-31",
    "2025-01-01..2025-12-31",
    "2026-09-01..2027-04-30",
    "..2026-02-20",
)
PEOPLE = ("A B", "C D", "E F")
PARTS = ("G H", "I J")


def counts(unit: Any, *numbers: int) -> list[Value]:
    return [QuantityValue(number, unit, bound, f"{bound} {number}") for number in numbers for bound in ("exactly", "about", "over")]


VALUES: dict[str, Sequence[Value]] = {
    "release.premiere": [*map(dates, WHEN), term("unannounced")],
    "production.filming_start": [*map(dates, WHEN)],
    "production.filming_end": [*map(dates, WHEN)],
    "production.status": [term(word) for word in ("not_started", "scheduled", "underway", "wrapped", "delayed")],
    "renewal.announced": [dates("2022-06-06"), dates("2022-01-01..2022-12-31"), term("announced")],
    "viewership.hours": [
        hours(number, window, text)
        for number, window in ((560_000_000, 28), (474_260_000, 30), (560_780_000, 30), (361_000_000, 10), (560_000_000, None))
        for text in (f"{number} hours", f"{number / 10**6:g} million hours in its first month")
    ],
    "viewership.rank": [
        QuantityValue(number, "rank", "exactly", f"{number}", None, chart) for number in (1, 3) for chart in (None, "top 10", "global")
    ],
    "episodes.count": counts("episode", 8, 10, 12),
    "character.fate": [term(word) for word in ("dead", "alive", "returns", "uncertain", "hybrid")],
    "cast.plays": [name(who) for who in (*PARTS, "university senior")],
    "cast.status": [term(word) for word in ("new", "returning", "uncertain", "out")],
    "source.author": [name(who) for who in PEOPLE],
    "crew.director": [name(who) for who in PEOPLE],
    "setting.place": [TextValue(words) for words in ("Hyosan", "Hyosan High School", "Seoul")],
    "interval.elapsed": [
        QuantityValue(1461, "day", "exactly", "nearly four years after"),
        QuantityValue(122, "day", "over", "over four months"),
    ],
}
SUBJECTS = {
    "cast.plays": PEOPLE,
    "cast.status": (*PEOPLE, *PARTS),
    "character.fate": PARTS,
    "source.author": ("show",),
    "interval.elapsed": ("show",),
}


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    key = draw(st.sampled_from(sorted(VALUES)))
    document = draw(st.integers(0, len(DAYS) - 1))  # an article has one date
    subject = draw(st.sampled_from(SUBJECTS.get(key, ("season-1", "season-2"))))
    return make_claim(
        f"d{document}",
        key,
        subject,
        draw(st.sampled_from(VALUES[key])),
        season=2 if key in ("cast.status", "cast.plays") else int(subject[7:]) if subject.startswith("season-") else None,
        kind="character" if subject in PARTS else None,
        asserted=DAYS[document],
        certainty=draw(st.sampled_from(("certain", "certain", "probable", "possible"))),
        polarity=draw(st.sampled_from(("positive", "positive", "positive", "negative"))),
        place=draw(st.integers(0, 3)),
    )


SOME = st.lists(claims(), max_size=14, unique_by=lambda claim: claim.id)


def contradicted(findings: Sequence[Finding]) -> set[frozenset[str]]:
    """The pairs of claims that a contradiction sets against each other."""
    found = set()
    for finding in (finding for finding in findings if finding.verdict is Verdict.CONTRADICTS):
        for one, other in itertools.combinations(finding.sides, 2):
            for a, b in itertools.product(one.claims, other.claims):
                key = finding.key
                values = [claim.value if claim.subject.id == finding.subject.id or key != "cast.plays" else None for claim in (a, b)]
                tellings = [Telling(c, v if v is not None else name(c.subject.name)) for c, v in zip((a, b), values, strict=True)]
                if judge(key, *tellings) is Verdict.CONTRADICTS:
                    found.add(frozenset((a.id, b.id)))
    return found


@settings(max_examples=150, deadline=None)
@given(SOME, st.randoms(use_true_random=False))
def test_order_does_not_matter(told: list[Claim], random: Any) -> None:
    shuffled = random.sample(told, len(told))
    found = find(told, (), ORDER)
    assert find(shuffled, (), ORDER) == found
    assert timeline(shuffled) == timeline(told)
    assert events(shuffled) == events(told)
    assert find_single(shuffled, found) == find_single(told, found)


@settings(max_examples=150, deadline=None)
@given(claims(), claims())
def test_verdicts_mirror(a: Claim, b: Claim) -> None:
    key = a.key
    if b.key == key:
        one, other = Telling(a, a.value), Telling(b, b.value)
        assert judge(key, one, other) is judge(key, other, one)


@settings(max_examples=300, deadline=None)
@given(SOME)
def test_one_more_article_takes_no_contradiction_away(told: list[Claim]) -> None:
    for document in sorted({claim.source.document for claim in told}):
        before = [claim for claim in told if claim.source.document != document]
        assert contradicted(find(before, (), ORDER)) <= contradicted(find(told, (), ORDER))


@settings(max_examples=150, deadline=None)
@given(SOME)
def test_every_finding_is_of_claims_and_unique(told: list[Claim]) -> None:
    found = find(told, (), ORDER)
    assert len({finding.id for finding in found}) == len(found)
    ids = {claim.id for claim in told}
    for finding in found:
        assert finding.sides and all(side.claims for side in finding.sides)
        assert {claim.id for side in finding.sides for claim in side.claims} <= ids


@settings(max_examples=150, deadline=None)
@given(SOME, st.integers(0, len(DAYS) - 1), st.booleans())
def test_a_copy_changes_no_verdict_and_no_count(told: list[Claim], document: int, first: bool) -> None:
    name, twin = f"d{document}", f"a{document}" if first else f"z{document}"
    home = min(name, twin)
    copied = [
        claim._replace(origin=home, voice="" if claim.source.document == home else home) for claim in told if claim.source.document == name
    ]
    twins = [
        claim._replace(
            id=f"{claim.id} twin",
            source=claim.source._replace(document=twin),
            voice="" if twin == home else home,
        )
        for claim in copied
    ]
    others = [claim for claim in told if claim.source.document != name]
    assert essence(find([*others, *copied, *twins], (), ORDER)) == essence(find(told, (), ORDER))


def essence(findings: Sequence[Finding]) -> list[tuple[str, str, str, int]]:
    """What was found, and how many say so for themselves."""
    return [(f.id, f.verdict.value, f.severity.value, independent(c for side in f.sides for c in side.claims)) for f in findings]


PROFILE = load_profile()
CORPORA = {"seeds": ROOT / "seeds", "dev": TESTS / "dev" / "docs"}
READ = {corpus: read_corpus([str(folder)]).articles for corpus, folder in CORPORA.items()}


@cache
def kept(corpus: str) -> Mapping[str, Kept]:
    """The articles of a corpus as they were read, so that one more takes the reading of one."""
    return extract_all(READ[corpus], PROFILE).kept


def analyse(corpus: str, *more: Article) -> Analysis:
    ordered = sorted((*READ[corpus], *more), key=lambda article: article.document)
    return compare(Corpus(tuple(ordered)), extract_all(ordered, PROFILE, kept=kept(corpus)).claims, PROFILE)


@pytest.mark.parametrize(("corpus", "place"), [("seeds", n) for n in range(5)] + [("dev", n) for n in (0, 1, 5, 11, 12)])
def test_a_copied_file_changes_nothing(corpus: str, place: int) -> None:
    whole = analyse(corpus)
    article = READ[corpus][place]
    for twin in (f"000_a_copy_of_{article.document}", f"zzz_{article.document}"):
        found = analyse(corpus, article._replace(document=twin, path=f"{twin}.txt"))
        assert essence(found.findings) == essence(whole.findings)
        assert {a.document: a.asserted[:3] for a in whole.articles}.items() <= {a.document: a.asserted[:3] for a in found.articles}.items()
        assert article.document in (*found.copies, *found.copies.values())
        single = essence(find_single(found.claims, found.findings))
        assert single == essence(find_single(whole.claims, whole.findings))
