"""Every rule's own examples, and what the loader refuses."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import pytest
from gold_claims import EXAMPLE_PROFILE as PROFILE, pair, subject_of

from aoud_cli.claims import extract as extraction, match as drafting
from aoud_cli.claims.corpus import reader
from aoud_cli.claims.rules import Example, Rule, check_rules, load_rules, parse_rules
from aoud_cli.model import AoudError, Article, Asserted, Claim

EXAMPLES = [(rule, example) for rule in load_rules(examples=True) for example in rule.examples]
GOOD = """rules:
  - id: a.b
    on: [sings]
    pattern: '{performer} sings'
    makes: ['cast.status: performer = new']
    examples:
      - {text: 'Moon Ha-eun sings.', finds: [[Moon Ha-eun, new]]}
      - {text: 'Moon Ha-eun rests.', finds: []}
"""


def claims_of(rule: Rule, text: str, monkeypatch: pytest.MonkeyPatch) -> list[Claim]:
    monkeypatch.setattr(reader, "load_rules", lambda: (replace(rule, weak=False),))
    monkeypatch.setattr(drafting, "attach", lambda text: [])  # the rule alone
    monkeypatch.setattr(drafting, "read", lambda text: ())
    monkeypatch.setattr(drafting, "read_row", lambda text, over: ())
    article = Article("a", "a.txt", text, "0", "", Asserted())
    return extraction.extract([article], PROFILE, any_subject=True)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.id}:{e.line}" for r, e in EXAMPLES])
def test_example(rule: Rule, example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [pair(c) for c in claims_of(rule, example.text, monkeypatch) if c.polarity == "positive"]
    assert sorted(found) == sorted((subject_of(subject), value) for subject, value in example.finds)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=[f"{r.id}:{e.line}" for r, e in EXAMPLES])
def test_triggers_lose_nothing(rule: Rule, example: Example, monkeypatch: pytest.MonkeyPatch) -> None:
    gated = claims_of(rule, example.text, monkeypatch)
    ungated = claims_of(replace(rule, on=("",)), example.text, monkeypatch)
    assert gated == ungated


def test_a_run_reads_the_same_rules_without_their_examples() -> None:
    assert load_rules() == tuple(replace(rule, examples=()) for rule in load_rules(examples=True))


def test_every_rule_compiles_and_needs_words() -> None:
    check_rules()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("pattern:", "patern:"), "unknown key 'patern' (did you mean 'pattern'?)"),
        (("cast.status", "cast.state"), "is not PREDICATE"),
        (("= new", "-> character"), "has no slot {character}"),
        (("[sings]", "[Sings]"), "lower case"),
        (("      - {text: 'Moon Ha-eun rests.', finds: []}\n", ""), "needs an example that it finds and one that it doesn't"),
    ],
)
def test_loader_refuses(change: tuple[str, str], message: str) -> None:
    parse_rules(GOOD, "rules/x.yaml")
    with pytest.raises(AoudError, match=r"^rules/x.yaml:[0-9]+: ") as error:
        parse_rules(GOOD.replace(*change), "rules/x.yaml")
    assert message in str(error.value)


# Words that patterns repeat, over and over: a pattern that can read them in more than one way takes time that doubles with each.
REPEATED = (
    "is ", "the role of ", "<c0>, ", "<a0> ", "aaaa ", "a-a-a ", "and ", "(a) ", "'s ", "reportedly ", "| ", "<d0> ", "as a ", "new ",
    "season ", "film ", "release date ", "on ", "released on ", "the webtoon by ", "died ", "back ", " ,", "who is ",
)  # fmt: skip


@pytest.mark.parametrize("words", REPEATED)
def test_no_rule_runs_away(words: str) -> None:
    text = (words * 1000)[:1000]
    for rule in load_rules():
        assert sum(1 for _ in islice(rule.compiled.regex.finditer(text), 20)) <= 20
