"""Articles that were read before, kept in the user's cache folder: reading them again takes no rules and no YAML.

Each article is kept by itself, with what the rest of the corpus gave to its reading (`footprint`), in one file for the folder that
holds the articles, the profile and the code: one more article takes the reading of one article. Every quote is held against its
article, and a row that is not right is as good as none. `AOUD_CACHE` names another folder, or is `off`.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from aoud_cli.claims.codec import claim_of, claim_record
from aoud_cli.claims.corpus.footprint import Corpus, Kept, Premiere, Settled, Stated, Taught
from aoud_cli.claims.corpus.steps import ALONE, Beside, through
from aoud_cli.ground import kept as kept_files
from aoud_cli.ground.folders import cache_folder
from aoud_cli.model import Article, Claim, PassedOver
from aoud_cli.names.profile import Profile
from aoud_cli.spans.kinds import Role

if TYPE_CHECKING:
    from aoud_cli.claims.seasons.calendar import Calendar

KIND = "claims"
MOST_OTHERS = 100  # articles of a folder beside those that are read now, or as many as these: a later call may name them


class Extracted(NamedTuple):
    """The claims of articles; `passed` says of those that make none for being about something else why, `faults` what broke in one.

    `kept` is what to keep of each article, by document.
    """

    claims: list[Claim]
    passed: Mapping[str, PassedOver]
    faults: Mapping[str, str]
    kept: Mapping[str, Kept] = {}

    @classmethod
    def of(cls, told: Mapping[str, Kept], faults: Mapping[str, str]) -> Extracted:
        """What articles that went through all steps come to."""
        passed = {document: one.passed for document, one in told.items() if one.passed is not None}
        return cls([claim for one in told.values() for claim in one.claims], passed, faults, told)


def extract_kept(
    articles: Sequence[Article],
    profile: Profile,
    watched: Sequence[Article] | None = None,
    jobs: int | None = 1,
    beside: Beside = ALONE,
) -> Extracted:
    """What `extract_all` makes of the articles, from the cache where that is; `watched` are the articles as they are taken."""
    name = kept_files.key_of(repr(profile), kept_files.place_of(article.path for article in articles))
    rows = kept_files.recall(KIND, name, dict) or {}
    keys = {article.document: _key(article) for article in articles}
    kept = {a.document: one for a in articles if keys[a.document] in rows for one in [_kept_of(rows[keys[a.document]], a)] if one}
    if len(kept) == len(articles):
        with contextlib.suppress(_Changed):
            return Extracted.of(through(_AsKept(kept), articles, profile, beside), {})
    from aoud_cli.claims.extract import extract_all

    found = extract_all(articles if watched is None else watched, profile, kept=kept, jobs=jobs, beside=beside)
    if cache_folder() is not None:
        now = {
            key: rows[key] if kept.get(name) is found.kept[name] else _row(found.kept[name])
            for name, key in keys.items()
            if name in found.kept
        }
        others = {key: row for key, row in rows.items() if key not in now}
        kept_files.keep(KIND, name, {**dict(list(others.items())[-max(MOST_OTHERS, len(now)) :]), **now})
    return found


class _Changed(Exception):
    """The corpus gives something else to an article than it gave before."""


class _AsKept:
    """Articles as they are kept, taken through the steps; raises _Changed where one would have to be read."""

    def __init__(self, kept: dict[str, Kept]) -> None:
        self._kept = kept

    def teach(self, _: Sequence[Article]) -> Mapping[str, Taught]:
        return {document: one.taught for document, one in self._kept.items()}

    def state(self, learned: Mapping[str, Role]) -> Mapping[str, Stated]:
        self._check(one.taught.given(learned) == one.roles for one in self._kept.values())
        return {document: one.stated for document, one in self._kept.items()}

    def settle(self, plain: frozenset[str], calendar: Calendar) -> Mapping[str, Settled]:
        self._check(one.stated.given(plain, calendar) == one.times for one in self._kept.values())
        return {document: one.settled for document, one in self._kept.items()}

    def tell(self, corpus: Corpus) -> dict[str, Kept]:
        self._check(one.settled.given(corpus) == one.corpus for one in self._kept.values())
        return self._kept

    @staticmethod
    def _check(fits: Iterable[bool]) -> None:
        if not all(fits):
            raise _Changed


def _key(article: Article) -> str:
    """What an article was read with: its words, its name, its day. One file has other words in another encoding, or by another reader."""
    words = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    told = repr((article.document, article.path, article.sha256, words, article.title, article.asserted))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _row(kept: Kept) -> list[Any]:
    """What is kept of an article as JSON."""
    taught, stated, settled = kept.taught, kept.stated, kept.settled
    premieres = [[one.kind, one.season, one.first.isoformat(), one.last.isoformat(), one.weak] for one in stated.premieres]
    return [
        [sorted(taught.names), taught.roles, kept.roles],
        [sorted(stated.plain), sorted(stated.weak), premieres, stated.second, kept.times],
        [settled.new, settled.plays, sorted(settled.callings), settled.told, sorted(settled.hinted), kept.corpus],
        [claim_record(claim) for claim in kept.claims],
        kept.passed,
    ]


def _kept_of(row: Any, article: Article) -> Kept | None:
    """An article as `_row` wrote it; None where anything is not as it was written."""
    try:
        (names, roles, given), (plain, weak, premieres, second, times), (new, plays, callings, seasons, hinted, corpus), claims, passed = (
            row
        )
        taught = Taught(frozenset(names), tuple((ident, role) for ident, role in roles))
        told = [
            Premiere(kind, season, date.fromisoformat(first), date.fromisoformat(last), fact)
            for kind, season, first, last, fact in premieres
        ]
        stated = Stated(frozenset(plain), frozenset(weak), tuple(told), tuple(second))
        settled = Settled(
            tuple((who, season) for who, season in new), tuple((who, part, written) for who, part, written in plays), frozenset(callings),
            tuple((fact, season) for fact, season in seasons), frozenset(hinted),
        )  # fmt: skip
        read = tuple(_claim(record, article) for record in claims)
        return Kept(taught, given, stated, times, settled, corpus, read, None if passed is None else PassedOver(*passed))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def _claim(record: Any, article: Article) -> Claim:
    """A claim of an article that is read now. Raises one of the errors that `_kept_of` expects where anything is not as it was written."""
    claim = claim_of(record)
    source = claim.source
    if source.document != article.document or article.text[source.start : source.end] != source.quote:
        raise ValueError(claim.id)
    return claim
