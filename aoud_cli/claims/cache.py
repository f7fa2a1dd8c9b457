"""Articles that were read before, kept in the user's cache folder: reading them again takes no rules and no YAML.

Each article is kept by itself, with what the rest of the corpus gave to its reading (`footprint`), in one file for the folder that
holds the articles, the profile and the code: one more article takes the reading of one article. Every quote is held against its
article, and a row that is not right is as good as none. `AOUD_CACHE` names another folder, or is `off`.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from aoud_cli.claims.codec import claim_of, claim_record
from aoud_cli.claims.footprint import Cast, Kept, Premiere, Stated, Taught, borne_out, digest, learned_roles, newcomers, restricted
from aoud_cli.ground import kept as kept_files
from aoud_cli.ground.folders import cache_folder
from aoud_cli.model import Article, Claim, PassedOver
from aoud_cli.names.profile import Profile

KIND = "claims"
MOST_KEPT = 40  # folders; the oldest goes first
MOST_OTHERS = 100  # articles of a folder beside those that are read now, or as many as these: a later call may name them


class Extracted(NamedTuple):
    """The claims of articles; `passed` says of those that make none for being about something else why, `faults` what broke in one.

    `kept` is what to keep of each article, by document.
    """

    claims: list[Claim]
    passed: Mapping[str, PassedOver]
    faults: Mapping[str, str]
    kept: Mapping[str, Kept] = {}


def extract_kept(
    articles: Sequence[Article], profile: Profile, watched: Sequence[Article] | None = None, jobs: int | None = 1
) -> Extracted:
    """What `extract_all` makes of the articles, from the cache where that is; `watched` are the articles as they are taken."""
    name = _name(articles, profile)
    rows = kept_files.recall(KIND, name, dict) or {}
    keys = {article.document: _key(article) for article in articles}
    kept = {a.document: one for a in articles if keys[a.document] in rows for one in [_kept_of(rows[keys[a.document]], a)] if one}
    if len(kept) == len(articles) and _all_fit(kept, articles, profile):
        return _extracted(kept)
    from aoud_cli.claims.extract import extract_all

    found = extract_all(articles if watched is None else watched, profile, kept=kept, jobs=jobs)
    if cache_folder() is not None:
        now = {
            key: rows[key] if kept.get(name) is found.kept[name] else _row(found.kept[name])
            for name, key in keys.items()
            if name in found.kept
        }
        others = {key: row for key, row in rows.items() if key not in now}
        kept_files.keep(KIND, name, {**dict(list(others.items())[-max(MOST_OTHERS, len(now)) :]), **now}, MOST_KEPT)
    return found


def _extracted(kept: Mapping[str, Kept]) -> Extracted:
    passed = {document: one.passed for document, one in kept.items() if one.passed is not None}
    return Extracted([claim for one in kept.values() for claim in one.claims], passed, {}, kept)


def _all_fit(kept: Mapping[str, Kept], articles: Sequence[Article], profile: Profile) -> bool:
    """Whether the corpus gives to every article what it gave to it before; the steps are those of `extract`."""
    from aoud_cli.claims.calendar import make_calendar

    learned = learned_roles([one.taught for one in kept.values()])
    if any(digest(restricted(learned, one.taught.names)) != one.roles for one in kept.values()):
        return False
    stated = {document: one.stated for document, one in kept.items()}
    plain = borne_out(stated.values())
    calendar = make_calendar(stated, plain, {article.document: article.asserted.earliest for article in articles}, profile)
    if any(digest(sorted(one.stated.weak & plain), calendar) != one.times for one in kept.values()):
        return False
    new = newcomers([one.cast for one in kept.values()])
    return all(digest(restricted(new, one.cast.callings)) == one.newcomers for one in kept.values())


def _name(articles: Sequence[Article], profile: Profile) -> str:
    """The file of a corpus: by the code, the profile, and the folder that holds all articles."""
    try:
        place = os.path.commonpath([article.path for article in articles])
    except ValueError:  # no article, or paths of two kinds
        place = ""
    return kept_files.key_of(repr(profile), place)


def _key(article: Article) -> str:
    """What an article was read with: its words, its name, its day. One file has other words in another encoding, or by another reader."""
    words = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()
    told = repr((article.document, article.path, article.sha256, words, article.title, article.asserted))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _row(kept: Kept) -> list[Any]:
    """What is kept of an article as JSON."""
    taught, stated, cast = kept.taught, kept.stated, kept.cast
    premieres = [[one.kind, one.season, one.first.isoformat(), one.last.isoformat(), one.weak] for one in stated.premieres]
    return [
        [sorted(taught.names), taught.roles, kept.roles],
        [sorted(stated.plain), sorted(stated.weak), premieres, stated.second, kept.times],
        [cast.new, cast.plays, sorted(cast.callings), kept.newcomers],
        [claim_record(claim) for claim in kept.claims],
        kept.passed,
    ]


def _kept_of(row: Any, article: Article) -> Kept | None:
    """An article as `_row` wrote it; None where anything is not as it was written."""
    try:
        (names, roles, given), (plain, weak, premieres, second, times), (new, plays, callings, newcomer), claims, passed = row
        taught = Taught(frozenset(names), tuple((ident, role) for ident, role in roles))
        told = [
            Premiere(kind, season, date.fromisoformat(first), date.fromisoformat(last), fact)
            for kind, season, first, last, fact in premieres
        ]
        stated = Stated(frozenset(plain), frozenset(weak), tuple(told), tuple(second))
        cast = Cast(tuple((who, season) for who, season in new), tuple((who, part) for who, part in plays), frozenset(callings))
        read = tuple(_claim(record, article) for record in claims)
        return Kept(taught, given, stated, times, cast, newcomer, read, None if passed is None else PassedOver(*passed))
    except (ValueError, TypeError, KeyError, IndexError, AttributeError):
        return None


def _claim(record: Any, article: Article) -> Claim:
    """A claim of an article that is read now. Raises one of the errors that `_kept_of` expects where anything is not as it was written."""
    claim = claim_of(record)
    source = claim.source
    if source.document != article.document or article.text[source.start : source.end] != source.quote:
        raise ValueError(claim.id)
    return claim
