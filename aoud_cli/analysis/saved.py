"""Claims as `aoud claims --json` printed them, read back from a file that anybody may have written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, Optional, TypedDict

from aoud_cli.claims.codec import LATER_KEYS, AssertedRecord, ClaimRecord, asserted_of, claim_of, day_of
from aoud_cli.ground import files
from aoud_cli.ground.shapes import fits
from aoud_cli.model import AoudError, Article, Claim, Corpus, Skipped

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

MAX_BYTES = 200 << 20  # a claim takes about 1 kB: the claims of some thousand articles


class _Article(TypedDict):
    document: str
    path: str
    sha256: str
    title: str
    asserted: AssertedRecord


class _Skipped(TypedDict):
    path: str
    reason: str


class _Claims(TypedDict):
    schema: Literal["aoud.claims/1"]
    profile: str
    as_of: Optional[str]
    articles: list[_Article]
    skipped: list[_Skipped]
    claims: list[ClaimRecord]


class Saved(NamedTuple):
    """What a file of claims holds; its articles have no text."""

    profile: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    claims: tuple[Claim, ...]
    copies: Mapping[str, str]
    as_of: date | None


def analyse_saved(path: str, profile: str | None = None) -> Analysis:
    """A file of claims as an analysis: compared anew, dated as they were. The profile is the one that they were read with, where it
    ships with aoud, unless another is named. Raises AoudError where the file or the profile can't be used.
    """
    from aoud_cli.analysis.pipeline import Analysis
    from aoud_cli.names.profile_file import load_profile
    from aoud_cli.verdicts.find import find

    saved = read_saved(path)
    show = load_profile(profile or saved.profile)
    findings = tuple(find(saved.claims, (), show.order, show.performers))
    return Analysis(Corpus(saved.articles, saved.skipped), saved.articles, saved.claims, findings, show, saved.copies, saved.as_of)


def read_saved(path: str) -> Saved:
    """The claims in a file. Raises AoudError where it can't be read or holds anything else."""
    try:
        told = json.loads(files.read_text(path, MAX_BYTES))
        claims = [{**LATER_KEYS, **row} for row in told["claims"]]
        if not fits({**told, "claims": claims}, _Claims):
            raise ValueError
        return _saved(told, claims)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise AoudError(f"{files.shown(path)}: not what `aoud claims --json` prints") from None


def _saved(told: Any, claims: Iterable[Any]) -> Saved:
    articles = tuple(
        Article(row["document"], row["path"], "", row["sha256"], row["title"], asserted_of(row["asserted"])) for row in told["articles"]
    )
    skipped = tuple(Skipped(row["path"], row["reason"]) for row in told["skipped"])
    copies = {row["document"]: str(row["copy_of"]) for row in told["articles"] if row.get("copy_of") is not None}
    origins = _origins(articles)
    told_claims = map(claim_of, claims)
    found = tuple(claim._replace(origin=origins.get(claim.source.document, "")) for claim in told_claims)
    return Saved(told["profile"], articles, skipped, found, copies, day_of(told["as_of"]))


def _origins(articles: Iterable[Article]) -> dict[str, str]:
    """Document -> the first of those that are the same file, where it is another."""
    first: dict[str, str] = {}
    found = {}
    for article in sorted(articles, key=lambda article: article.document):
        home = first.setdefault(article.sha256, article.document)
        if home != article.document:
            found[article.document] = home
    return found
