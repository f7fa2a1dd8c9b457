"""The floors in their order: read, extract, date, compare. Every command starts here, so that no two can disagree."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from aoud_cli.articles.read import ALL, Intake, read_corpus
from aoud_cli.claims.corpus.cache import extract_kept
from aoud_cli.claims.corpus.footprint import Kept
from aoud_cli.findings.dates import say_asserted
from aoud_cli.model import Article, Asserted, Claim, Corpus, Finding, PassedOver, Skipped
from aoud_cli.names.profile import Profile
from aoud_cli.names.profile_file import load_profile


class Analysis(NamedTuple):
    """What aoud makes of a corpus; the articles carry the dates that were inferred for them."""

    corpus: Corpus
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    findings: Sequence[Finding]  # looked for at their first use
    profile: Profile
    copies: Mapping[str, str]  # document -> the first article of nearly the same words, if another
    as_of: date | None = None
    left_out: tuple[Article, ...] = ()  # those written after `as_of`
    passed: Mapping[str, PassedOver] = {}  # document -> why it makes no claim
    kept: Mapping[str, Kept] = {}  # document -> what it gives to the reading of others


Watch = Callable[[Sequence[Article]], Sequence[Article]]


def unwatched(articles: Sequence[Article]) -> Sequence[Article]:
    """The articles as they are."""
    return articles


def analyse(
    paths: Sequence[str] | None = None,
    *,
    dated: Mapping[str, date] | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    watch: Watch = unwatched,
    intake: Intake = ALL,
    jobs: int | None = 1,
) -> Analysis:
    """Read a corpus (None: the shipped articles), extract its claims, date its articles and compare the claims.

    `intake` says which files are read (`read_corpus`); `as_of`, `watch` and `jobs` are those of `analyse_corpus`. Raises AoudError where
    the corpus or the profile can't be used.
    """
    show = load_profile(profile)
    return analyse_corpus(read_corpus(paths, dated=dated, intake=intake), show, as_of=as_of, watch=watch, jobs=jobs)


def analyse_corpus(corpus: Corpus, show: Profile, *, as_of: date | None = None, watch: Watch = unwatched, jobs: int | None = 1) -> Analysis:
    """The claims of articles that were read, the articles dated and the claims compared.

    With `as_of`, only what could be known on that day: an article whose earliest possible day is later is left out. When an article
    was written is told by the whole corpus, what it claims is read without those left out. `watch` is handed the articles and gives
    them back, in a sequence that may count how many were taken from it. The articles are read by `jobs` processes (None: as many as pay).
    """
    read = extract_kept(corpus.articles, show, watch(corpus.articles), jobs)
    corpus, claims = without_faults(corpus, read.faults), read.claims
    if as_of is None:
        return compare(corpus, claims, show)._replace(passed=read.passed, kept=read.kept)
    from aoud_cli.findings.dating import date_articles
    from aoud_cli.findings.voices import find_echoes

    datings = date_articles(corpus.articles, claims, find_echoes(corpus.articles).near)
    later = {article.document: article for article in written_later(corpus.articles, datings, as_of)}
    notes = (*corpus.notes, *remarks(corpus.articles, datings, as_of))
    kept = tuple(article for article in corpus.articles if article.document not in later)
    early, gives = Corpus(kept, corpus.skipped, notes), read.kept
    if later:
        again = extract_kept(kept, show, jobs=jobs)
        claims, gives, early = again.claims, again.kept, without_faults(early, again.faults)
    found = compare(early, claims, show, datings)
    return found._replace(as_of=as_of, left_out=tuple(later.values()), passed=read.passed, kept=gives)


def without_faults(corpus: Corpus, faults: Mapping[str, str]) -> Corpus:
    """The corpus with the articles that could not be read through among the skipped files."""
    if not faults:
        return corpus
    broken = tuple(Skipped(article.path, faults[article.document]) for article in corpus.articles if article.document in faults)
    whole = tuple(article for article in corpus.articles if article.document not in faults)
    return Corpus(whole, (*corpus.skipped, *broken), corpus.notes)


def compare(corpus: Corpus, claims: Sequence[Claim], show: Profile, datings: Mapping[str, Asserted] | None = None) -> Analysis:
    """Date the articles by what they claim (or as `datings` has it), and find how the claims stand to each other."""
    from aoud_cli.findings.dating import date_articles, redate
    from aoud_cli.findings.later import Later
    from aoud_cli.findings.voices import find_echoes, first_of_copies, give_voices
    from aoud_cli.findings.years import with_years

    def findings() -> list[Finding]:
        from aoud_cli.verdicts.find import find

        return find(told, articles, show.order, show.performers)

    echoes = find_echoes(corpus.articles)
    when = date_articles(corpus.articles, claims, echoes.near) if datings is None else datings
    articles = tuple(a._replace(asserted=when[a.document]) for a in corpus.articles)
    told = tuple(give_voices(with_years(redate(claims, when)), articles, echoes))
    return Analysis(corpus, articles, told, Later(findings), show, first_of_copies(echoes, articles))


NAMED = 6  # articles in a remark: more is a wall


def written_later(articles: Sequence[Article], datings: Mapping[str, Asserted], day: date) -> list[Article]:
    """The articles whose earliest possible day is after `day`, with that dating."""
    dated = [_dated(article, datings) for article in articles]
    return [article for article in dated if article.asserted.earliest is not None and article.asserted.earliest > day]


def remarks(articles: Sequence[Article], datings: Mapping[str, Asserted], day: date) -> tuple[str, ...]:
    """What to say of the articles left out, and of those kept that may be later all the same."""
    later = written_later(articles, datings, day)
    gone = {article.document for article in later}
    kept = [_dated(article, datings) for article in articles if article.document not in gone]
    unsure = [article for article in kept if article.asserted.latest is None or article.asserted.latest > day]
    said = []
    if later:
        said.append(f"aoud: as of {day}, left out as written later: {_listed(later)}")
    if unsure:
        said.append(f"aoud: as of {day}, kept though perhaps written later: {_listed(unsure)}")
    return tuple(said)


def _dated(article: Article, datings: Mapping[str, Asserted]) -> Article:
    return article._replace(asserted=datings[article.document])


def _listed(articles: Sequence[Article]) -> str:
    shown = ", ".join(f"{article.document} ({say_asserted(article.asserted)})" for article in articles[:NAMED])
    return shown + (f" and {len(articles) - NAMED:,} more" if len(articles) > NAMED else "")
