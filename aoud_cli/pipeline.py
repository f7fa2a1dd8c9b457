"""The floors in their order: read, extract, date, compare. Every command starts here, so that no two can disagree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from aoud_cli.articles import read_corpus
from aoud_cli.claims.extract import extract
from aoud_cli.model import Article, Claim, Corpus, Finding
from aoud_cli.profile import Profile, load_profile


class Analysis(NamedTuple):
    """What aoud makes of a corpus; the articles carry the dates that were inferred for them."""

    corpus: Corpus
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    profile: Profile


def analyse(paths: Sequence[str] | None = None, *, dated: Mapping[str, date] | None = None, profile: str | None = None) -> Analysis:
    """Read a corpus (None: the shipped articles), extract its claims, date its articles and compare the claims.

    Raises AoudError where the corpus or the profile can't be used.
    """
    show = load_profile(profile)
    corpus = read_corpus(paths, dated=dated)
    claims = extract(corpus.articles, show)
    return compare(corpus, claims, show)


def compare(corpus: Corpus, claims: Sequence[Claim], show: Profile) -> Analysis:
    """Date the articles by what they claim, and find how the claims stand to each other."""
    from aoud_cli.findings.dating import date_articles, redate
    from aoud_cli.findings.verdicts import find
    from aoud_cli.findings.voices import find_echoes, give_voices

    echoes = find_echoes(corpus.articles)
    datings = date_articles(corpus.articles, claims, echoes.near)
    articles = tuple(a._replace(asserted=datings[a.document]) for a in corpus.articles)
    told = tuple(give_voices(redate(claims, datings), articles, echoes))
    return Analysis(corpus, articles, told, tuple(find(told, articles, show.order)), show)
