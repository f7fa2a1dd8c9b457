"""What one article alone says (or one and its copies): values that no other repeats, contains or makes more exact."""

from __future__ import annotations

from collections.abc import Sequence

from aoud_cli.findings.build import finding_key, make_finding, make_side
from aoud_cli.findings.facts import group_facts
from aoud_cli.findings.groups import group_values
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_claim
from aoud_cli.model import Claim, Finding, Verdict

SUPPORTED = frozenset({Verdict.AGREES, Verdict.REFINES})


def find_single(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Finding]:
    """One finding (`agrees`, of one side and one voice) a value that one article tells and `findings` hold no support of."""
    supported = {claim.id for finding in findings if finding.verdict in SUPPORTED for side in finding.sides for claim in side.claims}
    found = []
    for fact in group_facts(claims):
        for group in () if fact.mirrored else group_values(fact):
            side = make_side(group.claims)
            if independent(side.claims) == 1 and not any(claim.id in supported for claim in side.claims):
                first = side.first
                reason = f"only {side.documents[0]} says {say_claim(first)}"
                found.append(make_finding(Verdict.AGREES, first.topic, first.predicate, first.subject, first.season, reason, [side]))
    return sorted(found, key=finding_key)
