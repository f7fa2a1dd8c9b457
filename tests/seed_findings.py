"""The gold findings of the sample articles, and what aoud finds there."""

from __future__ import annotations

from gold_claims import (
    GOLD,
    ORDER,
    gold_articles,
    gold_claims,
    read_rows,
)

from aoud_cli.findings.dating import date_articles, redate
from aoud_cli.model import Article, Claim, Verdict
from aoud_cli.verdicts.find import find

DATED = read_rows(GOLD / "findings" / "seeds-dates.jsonl")


ROWS = read_rows(GOLD / "findings" / "seeds.jsonl")


SUPPORT = {Verdict.AGREES, Verdict.REFINES}


def corpus() -> tuple[list[Claim], list[Article]]:
    articles = gold_articles(DATED)
    claims = gold_claims(GOLD / "seeds", articles)
    datings = date_articles(articles, claims)
    return redate(claims, datings), [article._replace(asserted=datings[article.document]) for article in articles]


CLAIMS, ARTICLES = corpus()


FOUND = find(CLAIMS, ARTICLES, ORDER)
