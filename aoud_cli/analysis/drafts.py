"""Drafts held against a corpus: read, taken out of the corpus where they lie in it, and checked claim by claim."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from aoud_cli.analysis.pipeline import Analysis, Watch, analyse_corpus, unwatched, without_faults
from aoud_cli.articles.read import ALL, STDIN, Intake, read_corpus
from aoud_cli.claims.corpus.cache import extract_kept
from aoud_cli.claims.corpus.steps import Beside
from aoud_cli.findings.facts import ids_of
from aoud_cli.model import AoudError, Article, Asserted, Claim, Corpus, PassedOver, told_plainly
from aoud_cli.names.profile import Person, Profile
from aoud_cli.names.profile_file import load_profile

if TYPE_CHECKING:
    from aoud_cli.analysis.check import Checked
    from aoud_cli.analysis.unchecked import Unchecked


@dataclass(frozen=True)
class Check:
    """Drafts, what the corpus without them holds, and how each claim of the drafts stands to it.

    `spellings`: claim id -> (a name as the draft alone writes it, as it is printed).
    """

    analysis: Analysis
    drafts: Corpus
    checked: tuple[Checked, ...]
    spellings: Mapping[str, tuple[tuple[str, str], ...]]
    notes: tuple[str, ...] = ()
    passed: Mapping[str, PassedOver] = field(default_factory=dict)  # draft -> why nothing of it is checked
    unchecked: tuple[Unchecked, ...] = ()


def check_drafts(
    drafts: Sequence[str],
    paths: Sequence[str] | None = None,
    *,
    dated: Mapping[str, date] | None = None,
    profile: str | None = None,
    as_of: date | None = None,
    watch: Watch = unwatched,
    intake: Intake = ALL,
    jobs: int | None = 1,
) -> Check:
    """Read drafts (`-`: standard input) and a corpus (None: the shipped articles), and check the drafts' claims.

    `dated` gives days to articles and drafts by name; `as_of`, `watch`, `intake` and `jobs` as in `pipeline.analyse`. Raises AoudError
    where a path or the profile can't be used, or where nothing is left to check against.
    """
    if STDIN in drafts and STDIN in (paths or ()):
        raise AoudError("standard input can't be both the draft and the corpus")
    show = load_profile(profile)
    written, days = read_corpus(drafts, intake=Intake(encoding=intake.encoding)), dated or {}
    others = days.keys() - {draft.document for draft in written.articles}
    corpus, notes = _without(read_corpus(paths, dated={name: days[name] for name in others}, intake=intake), written.articles)
    taken = {article.document for article in corpus.articles}
    own = [_named(draft, days, taken) for draft in written.articles]
    analysis = analyse_corpus(corpus, show, as_of=as_of, watch=watch, jobs=jobs)
    known = _taught(show, analysis.claims)
    checked, faults, passed = _check_each(own, known, analysis)
    checked, unchecked, ignored = _asked_for(own, checked, known, faults.keys() | passed.keys())
    notes += ignored
    notes += tuple(f"{draft.path}: nothing is checked: {passed[draft.document].words}" for draft in own if draft.document in passed)
    spellings = _spellings([item.claim for item in checked], known, corpus.articles)
    drafted = without_faults(Corpus(tuple(own), written.skipped, written.notes), faults)
    return Check(analysis, drafted, tuple(checked), spellings, notes, passed, unchecked)


def _asked_for(
    drafts: Iterable[Article], checked: Sequence[Checked], known: Profile, left_out: Collection[str]
) -> tuple[list[Checked], tuple[Unchecked, ...], tuple[str, ...]]:
    """The claims but for those on lines that a draft's author asks to ignore; the sentences that were not checked; what to say of both."""
    from aoud_cli.analysis.unchecked import find_unchecked, ignored_lines

    kept: list[Checked] = []
    unchecked: list[Unchecked] = []
    notes = []
    for draft in drafts:
        own = [item for item in checked if item.claim.source.document == draft.document]
        lines = ignored_lines(draft.text)
        asked = [item for item in own if item.claim.source.line not in lines]
        kept += asked
        if len(asked) < len(own):
            notes.append(f"{draft.path}: {len(own) - len(asked)} of its claims left out, as it says (aoud: ignore)")
        if draft.document not in left_out:
            unchecked += find_unchecked(draft, [item.claim for item in own], known, lines)
    return kept, tuple(unchecked), tuple(notes)


def _check_each(
    drafts: Iterable[Article], known: Profile, analysis: Analysis
) -> tuple[list[Checked], dict[str, str], dict[str, PassedOver]]:
    """The claims of each draft checked, what broke in one, and why one makes no claim.

    A draft is read as one more article of the corpus: when the seasons came out, who is new and what is plain, the corpus tells it, too.
    No draft is evidence for another.
    """
    from aoud_cli.analysis.check import check_claims

    beside = Beside(analysis.kept, {article.document: article.asserted.earliest for article in analysis.corpus.articles})
    checked: list[Checked] = []
    faults: dict[str, str] = {}
    passed: dict[str, PassedOver] = {}
    for draft in drafts:
        told = extract_kept([draft], known, beside=beside)
        faults |= told.faults
        passed |= told.passed
        checked += check_claims(told_plainly(told.claims), analysis.claims, analysis.findings, analysis.profile.order, [draft])
    return checked, faults, passed


def _without(corpus: Corpus, drafts: Sequence[Article]) -> tuple[Corpus, tuple[str, ...]]:
    """The corpus less the articles that hold a draft's words, and which these are."""
    words = {_words(draft) for draft in drafts}
    left = [article for article in corpus.articles if _words(article) in words]
    kept = tuple(article for article in corpus.articles if article not in left)
    if not kept:
        raise AoudError("nothing to check against: the corpus holds no article but the draft")
    notes = tuple(f"{article.path} holds the words of a draft: it is no evidence" for article in left)
    return Corpus(kept, corpus.skipped, corpus.notes), notes


def _words(article: Article) -> tuple[str, ...]:
    return tuple(article.text.split()) or (article.path,)


def _named(draft: Article, days: Mapping[str, date], taken: set[str]) -> Article:
    """The draft with the day that the user gives it, and under a name that no article has."""
    day = days.get(draft.document)
    asserted = draft.asserted if day is None else Asserted(day, day, "given", f"given as {day.isoformat()}")
    name = draft.document
    while name in taken:
        name = f"draft/{name}"
    return draft._replace(document=name, asserted=asserted)


def _taught(show: Profile, claims: Iterable[Claim]) -> Profile:
    """The profile with the people whom the corpus, and not the profile, knows by one role: a draft may spell them its own way."""
    from aoud_cli.claims.corpus.footprint import only_roles
    from aoud_cli.claims.roles import roles_told
    from aoud_cli.findings.relate import is_description

    told = (one for claim in claims for one in roles_told(claim.key, claim.subject, claim.value) if one.by == "plays")
    roles = only_roles((one.name, one.role) for one in told if one.role == "performer" or not is_description(one.name))
    new = [(name, role) for name, role in sorted(roles.items()) if show.resolve(name) is None]
    return replace(show, people=(*show.people, *(Person(name, role) for name, role in new))) if new else show


def _spellings(claims: Iterable[Claim], known: Profile, articles: Sequence[Article]) -> dict[str, tuple[tuple[str, str], ...]]:
    """Names that stand in a claim's words in letters that neither the profile nor any article has, with the printed form."""
    from aoud_cli.ground.text import fold
    from aoud_cli.names.misspelt import find_misspelt
    from aoud_cli.names.spelling import find_mentions, preferred, squash

    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for claim in claims:
        slips = []
        quote = fold(claim.source.quote).text
        misspelt = find_misspelt(quote, known)
        for mention in find_mentions(quote, lambda name: known.is_known(name) or squash(name) in misspelt):  # noqa: B023  # used at once
            person = known.resolve(misspelt.get(squash(mention.text), mention.text))
            exact = known.spellings.keys() & {squash(mention.text), squash(preferred(mention.text))}
            if person is None or exact or person.entity.id not in ids_of(claim):
                continue
            if not any(mention.text in article.text for article in articles):
                slips.append((mention.text, person.name))
        if slips:
            found[claim.id] = tuple(dict.fromkeys(slips))
    return found
