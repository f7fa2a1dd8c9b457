"""What several articles say alike (`agrees`), and what one of them says more exactly (`refines`)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.findings.build import make_finding, make_side
from aoud_cli.findings.facts import Fact
from aoud_cli.findings.figures import Relation
from aoud_cli.findings.groups import Group, classes_of_equals, relate_groups
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_claim, say_count, say_fact, say_told
from aoud_cli.model import Finding, Reason, Verdict


def find_support(fact: Fact, groups: Sequence[Group]) -> Iterator[Finding]:
    """What two articles say alike, and what one says more exactly; a part's performers repeat what its performer's fact says."""
    if fact.mirrored or len(fact.documents) < 2:
        return
    classes = classes_of_equals(fact.key, groups)
    for same in classes:
        yield from _support(fact, Verdict.AGREES, same)
        if not any(_is_within(fact.key, same[0], other) for other in groups):
            inside = [group for other in classes if _is_within(fact.key, other[0], same[0]) for group in other]
            if inside:
                yield from _support(fact, Verdict.REFINES, same, inside)


def _is_within(key: str, a: Group, b: Group) -> bool:
    same = a.head.claim.polarity == b.head.claim.polarity == "positive"
    return same and a is not b and relate_groups(key, a, b) is Relation.WITHIN


def _support(fact: Fact, verdict: Verdict, same: Sequence[Group], inside: Sequence[Group] = ()) -> Iterator[Finding]:
    """The finding on values that mean the same, and on those inside them, where two articles in it speak for themselves."""
    sides = [make_side(group.claims) for group in (*same, *inside)]
    told = [claim for side in sides for claim in side.claims]
    if independent(told) > 1:
        head = same[0].head
        value = say_told(head.claim, head.value)
        exact = ", ".join(say_claim(side.first) for side in sides[len(same) :])
        because = Reason.of(verdict.value, fact=say_fact(fact), value=value, exact=exact, count=say_count(told))
        yield make_finding(verdict, fact.key, fact.subject, fact.season, fact.part, because, sides)
