"""What several articles tell alike, and what one alone tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from aoud_cli.findings.build import finding_key, make_finding, make_side, value_key
from aoud_cli.findings.facts import STATUS, Fact, group_facts
from aoud_cli.findings.figures import AUDIENCE, Relation
from aoud_cli.findings.groups import Group, can_contain, classes_of_equals, group_values, relate_groups
from aoud_cli.findings.moments import is_before
from aoud_cli.findings.voices import independent
from aoud_cli.findings.words import say_claim, say_count, say_fact, say_told
from aoud_cli.model import AGREEMENTS, Asserted, Certainty, Claim, Finding, Reason, TermValue, Verdict
from aoud_cli.predicates import PREDICATES


def find_support(fact: Fact, groups: Sequence[Group]) -> Iterator[Finding]:
    """What two articles say alike, and what one says more exactly; a part's performers repeat what its performer's fact says."""
    if fact.mirrored or len(fact.documents) < 2:
        return
    classes = classes_of_equals(fact.key, groups)
    wide = [group for group in groups if fact.key not in AUDIENCE and can_contain(group.head.value)]
    for same in classes:
        yield from _support(fact, Verdict.AGREES, same)
        if wide and can_contain(same[0].head.value) and not any(_is_within(fact.key, same[0], other) for other in wide):
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


# Facts that articles tell in lists, with the fewest names that make one: who leads and who writes are two names often enough.
# Who plays whom is no such fact: a later article has no reason to list the dead.
LEAST: Final[Mapping[str, int]] = {key: row.names for key, row in PREDICATES.items() if row.names}
NO_LISTS: Final = frozenset({"uncertain", "out"})  # nobody lists all who are not there

_Kind = tuple[str, "int | None", str]


class _List(NamedTuple):
    """What an article lists of one kind (who returns in season 2): the members' ids, and when it says so."""

    document: str
    members: frozenset[str]
    asserted: Asserted


def find_single(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Finding]:
    """One finding (`agrees`, of one side and one voice) a value that one article tells and `findings` hold no support of.

    `uncorroborated` names the later articles whose lists leave it out: no contradiction, but it says something.
    """
    supported = {claim.id for finding in findings if finding.verdict in AGREEMENTS for side in finding.sides for claim in side.claims}
    facts = [fact for fact in group_facts(claims) if not fact.mirrored]
    lists = _lists(facts)
    found = []
    for fact in facts:
        for group in group_values(fact):
            if independent(group.claims) == 1 and not any(claim.id in supported for claim in group.claims):
                found.append(_lone(fact, group, lists))
    return sorted(found, key=finding_key)


def _lone(fact: Fact, group: Group, lists: Mapping[_Kind, Sequence[_List]]) -> Finding:
    side = make_side(group.claims)
    first = side.first
    later = tuple(_omitted_by(fact, first, lists))
    omitted = f"; uncorroborated: the later lists of {', '.join(later)} leave it out" if later else ""
    because = Reason.of("agrees.single", document=side.documents[0], value=say_claim(first), omitted=omitted)
    found = make_finding(Verdict.AGREES, first.key, first.subject, first.season, first.part, because, [side])
    return found._replace(uncorroborated=later)


def _omitted_by(fact: Fact, claim: Claim, lists: Mapping[_Kind, Sequence[_List]]) -> Iterator[str]:
    """The articles with a later list of the claim's kind; the claim is in none of them, or it would be supported."""
    if fact.key in LEAST and claim.polarity == "positive" and _kind(fact, claim)[2] not in NO_LISTS:
        member = _member(fact, claim)
        for each in lists.get(_kind(fact, claim), ()):
            if is_before(claim.asserted, each.asserted) and member not in each.members:
                yield each.document


def _lists(facts: Sequence[Fact]) -> dict[_Kind, list[_List]]:
    """The lists of every kind, by the names of their articles."""
    told: defaultdict[_Kind, defaultdict[str, dict[str, Claim]]] = defaultdict(lambda: defaultdict(dict))
    for fact in (fact for fact in facts if fact.key in LEAST):
        for claim in (telling.claim for telling in fact.tellings):
            if claim.certainty is not Certainty.POSSIBLE and claim.polarity == "positive":
                told[_kind(fact, claim)][claim.source.document].setdefault(_member(fact, claim), claim)
    return {
        kind: [
            _List(document, frozenset(members), next(iter(members.values())).asserted)
            for document, members in sorted(by_document.items())
            if len(members) >= LEAST[kind[0]]
        ]
        for kind, by_document in told.items()
    }


def _kind(fact: Fact, claim: Claim) -> _Kind:
    """Who returns is one list, who is new another."""
    return fact.key, claim.season, claim.value.term if isinstance(claim.value, TermValue) else ""


def _member(fact: Fact, claim: Claim) -> str:
    return fact.subject.id if fact.key == STATUS else value_key(claim.value)
