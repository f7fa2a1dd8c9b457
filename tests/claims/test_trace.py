"""A claim's trace tells what the engine did: the claim can be had back from it, and the explanation is nothing else."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest
from places import ROOT, TESTS

from aoud_cli.analysis.explain import explain
from aoud_cli.analysis.pipeline import Analysis, analyse
from aoud_cli.claims.constructions.verbs import BUILT_IN
from aoud_cli.claims.extract import trace_all
from aoud_cli.claims.forms import DATED, FIGURED, constructed_rule
from aoud_cli.claims.hints import KINDS, LINEUP
from aoud_cli.claims.lexicon import load_lexicon
from aoud_cli.claims.rules import Rule, load_rules
from aoud_cli.claims.screens.ask import passed
from aoud_cli.claims.trace import Slot, Trace
from aoud_cli.ground.text import fold
from aoud_cli.model import Article, Certainty, Claim, DateValue, EntityValue, RelationValue
from aoud_cli.spans.seasons import find_seasons

CORPORA = {
    "seeds": (None, None),
    "dev": ([str(TESTS / "dev" / "docs")], None),
    "own": ([str(TESTS / "own" / "docs")], None),
    "ebb": ([str(ROOT / "examples" / "the-long-ebb" / "articles")], "the-long-ebb"),
}
RULES = {rule.id: rule for rule in (*load_rules(), *DATED.values(), *FIGURED.values(), *(kind.rule for kind in KINDS), LINEUP)}
CERTAINTY = {"bare": "certain", "condition": "possible", "possible": "possible", "probable": "probable", "disclaimer": "possible"}


@cache
def read(corpus: str) -> tuple[Analysis, list[tuple[Trace, Article]]]:
    paths, profile = CORPORA[corpus]
    analysis = analyse(paths, profile=profile)
    articles = {article.document: article for article in analysis.corpus.articles}
    traces = trace_all(analysis.corpus.articles, analysis.profile)
    return analysis, [(trace, articles[trace.claim.source.document]) for trace in traces.values()]


def rule_of(trace: Trace) -> Rule:
    if trace.where.startswith("english/lexicon/"):
        entry = next(one for entries in load_lexicon().values() for one in entries if one.where == trace.where and one.word == trace.word)
        return constructed_rule(trace.name.partition(".")[0], entry)
    if trace.where.startswith("claims/constructions/"):
        built = (entry for (key, term, word), entry in BUILT_IN.items() if key == trace.claim.key and word == trace.word)
        rules = [constructed_rule(trace.name.partition(".")[0], entry) for entry in built]
        return next(rule for rule in rules if rule.makes[0].term in (None, getattr(trace.claim.value, "term", None)))
    return RULES[trace.name]


def certainty_from(trace: Trace) -> str:
    """What the trace's cue makes of the claim."""
    if trace.cue is None:
        return "certain"
    told = rule_of(trace).certainty
    return told.value if trace.cue.kind == "rule" and told is not None else CERTAINTY[trace.cue.kind]


def seasons_in(words: str, titles: tuple[str, ...]) -> set[object]:
    found = [season for _, _, season in find_seasons(words.lower(), titles)]
    return {number for season in found for number in (season if isinstance(season, tuple) else (season,))}


def names_in(claim: Claim) -> set[str]:
    """Whom and what a claim names that must have stood in its words."""
    value = claim.value
    names = {claim.subject.name} if claim.subject.kind in ("person", "character") else set()
    return names | ({value.name} if isinstance(value, EntityValue) else {value.to.name} if isinstance(value, RelationValue) else set())


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_claim_has_its_trace(corpus: str) -> None:
    analysis, traces = read(corpus)
    assert {trace.claim.id for trace, _ in traces} == {claim.id for claim in analysis.claims}


@pytest.mark.parametrize("corpus", CORPORA)
def test_a_claim_follows_from_its_trace(corpus: str) -> None:
    analysis, traces = read(corpus)
    for trace, article in traces:
        claim, rule = trace.claim, rule_of(trace)
        start, end = trace.sentence
        sentence = article.text[start:end]
        assert start <= claim.source.start < claim.source.end <= end
        assert claim.rule == rule.id and (trace.where, trace.pattern) == (rule.where, rule.pattern)
        assert trace.by == ("rule" if rule.pattern else "construction")
        assert claim.key in {make.key for make in rule.makes}
        assert any(trace.screens == passed(make, rule) for make in rule.makes if make.key == claim.key)
        assert claim.certainty.value == certainty_from(trace), trace
        if trace.cue is not None and trace.cue.kind in ("possible", "probable"):
            assert trace.cue.words in fold(sentence).text.lower(), trace
        if trace.cue is not None and trace.cue.kind == "condition":
            assert claim.condition and claim.condition in sentence
        if claim.polarity == "negative":
            assert trace.denial is not None and rule.negation
        if claim.season_by in ("clause", "sentence") and trace.season_words:
            named = seasons_in(trace.season_words, analysis.profile.all_titles)
            assert not named or named & {claim.season, "next", "final", "another"} or claim.season is None or claim.season + 1 in named
        assert all(article.text[slot.start : slot.end] == slot.text for slot in trace.slots)


@pytest.mark.parametrize("corpus", CORPORA)
def test_whom_a_claim_names_stands_in_its_slots(corpus: str) -> None:
    _, traces = read(corpus)
    for trace, _ in traces:
        told = {name for slot in trace.slots for name in (slot.read_as, *(slot.others if slot.how in ("pronoun", "left out") else ()))}
        missing = {name for name in names_in(trace.claim) if not any(name in one or one in name for one in told)}
        assert not missing or trace.claim.key == "release.platform", trace


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_id_follows_from_the_trace(corpus: str) -> None:
    _, traces = read(corpus)
    for trace, _ in traces:
        claim = trace.claim
        parts = (claim.source.document, claim.key, str(claim.season), claim.source.quote, trace.surface)
        assert claim.id in {hashlib.sha256("\0".join((*parts, str(count))).encode()).hexdigest()[:12] for count in range(1, 9)}


@pytest.mark.parametrize("corpus", CORPORA)
def test_a_dated_claim_has_its_date_in_a_slot(corpus: str) -> None:
    _, traces = read(corpus)
    for trace, _ in traces:
        value = trace.claim.value
        if isinstance(value, DateValue):
            assert any(slot.kind == "date" and (slot.text in value.text or value.text in slot.text) for slot in trace.slots), trace


@pytest.mark.parametrize("corpus", CORPORA)
def test_the_explanation_says_what_the_trace_says(corpus: str) -> None:
    analysis, traces = read(corpus)
    by_id = {trace.claim.id: trace for trace, _ in traces}
    for item in explain(analysis, [claim.id for claim in analysis.claims]):
        claim, trace = item.claim, by_id[item.claim.id]  # type: ignore[union-attr]
        assert item.trace == trace  # type: ignore[union-attr]
        assert item.certainty.startswith(f"{claim.certainty.value}: ")  # type: ignore[union-attr]
        if trace.cue is not None and trace.cue.kind in ("possible", "probable"):
            assert f"“{trace.cue.words}”" in item.certainty  # type: ignore[union-attr]
        if trace.cue is None:
            assert claim.certainty is Certainty.CERTAIN
        if trace.season_words:
            assert f"“{trace.season_words}”" in item.season or claim.season is None  # type: ignore[union-attr]


def test_how_words_were_resolved() -> None:
    _, traces = read("dev")
    slots: list[Slot] = [slot for trace, _ in traces for slot in trace.slots]
    assert {slot.how for slot in slots} >= {"exact", "alias", "key", "pronoun", "own words", "article's day", "figure", "season", "listed"}
    assert all((slot.when is not None) == (slot.kind == "date") for slot in slots)
