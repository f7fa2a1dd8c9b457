"""Findings over a corpus: every verdict is looked for here, and none anywhere else."""

from __future__ import annotations

from collections.abc import Sequence, Set

from aoud_cli.findings.build import finding_key
from aoud_cli.findings.facts import PLAYS, group_facts
from aoud_cli.findings.groups import group_values
from aoud_cli.model import Article, Claim, Finding, told_plainly
from aoud_cli.predicates import FACTS
from aoud_cli.verdicts.agree import find_support
from aoud_cli.verdicts.arithmetic import find_misspans
from aoud_cli.verdicts.clash import find_clashes, find_unit_slips
from aoud_cli.verdicts.counted import find_miscounts
from aoud_cli.verdicts.doubt import is_recast
from aoud_cli.verdicts.expired import Expired, find_expired, foretold_in_vain
from aoud_cli.verdicts.order import find_disorder


def find(
    claims: Sequence[Claim], articles: Sequence[Article] = (), order: Sequence[str] = (), known: Set[str] = frozenset()
) -> list[Finding]:
    """All findings over the claims, in a total order: by topic, predicate, subject, season, verdict.

    `order` lists the predicates of a season's events as they must come; `articles` are those that the claims were read from, and
    only claims of theirs are compared where any are given, and none that is only hinted at. `known` are the ids of the performers whom
    the profile names.
    """
    read = {article.document for article in articles}
    told = [claim for claim in told_plainly(claims) if not read or claim.source.document in read]
    texts = {article.document: article.text for article in articles}
    facts = group_facts(told)
    findings = find_expired(facts)
    covered = Expired(findings)
    findings += find_disorder(facts, order, foretold_in_vain(findings))
    findings += [*find_misspans(facts, articles), *find_miscounts(told, articles), *find_unit_slips(told)]
    for fact in (fact for fact in facts if FACTS.get(fact.key) != "interval"):
        groups = group_values(fact)
        recast = fact.mirrored and fact.key == PLAYS and len(groups) > 1 and is_recast(fact, texts)
        findings += [*find_support(fact, groups), *find_clashes(fact, groups, covered, recast=recast, known=known)]
    return sorted(findings, key=finding_key)
