"""The rules: the language of coverage as data, one file a topic, read and checked as strictly as a profile."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from aoud_cli.claims.grammar import GrammarError, Pattern, compile_pattern, kinds_of, slots_of
from aoud_cli.english import pattern
from aoud_cli.ground import strict_yaml
from aoud_cli.ground.prepared import prepared
from aoud_cli.model import Certainty
from aoud_cli.predicates import FACTS
from aoud_cli.spans.kinds import is_raw

RULES = Path(__file__).parent.parent / "rules"
# Subjects that need no slot: the season told of, the show, or whichever of them the words name.
CONTEXT = ("season", "show", "work")
DATE_PARTS = ("start", "end", "first", "from")
START = 3  # letters by which triggers are filed
SeasonDefault = Literal["context", "first", "upcoming", "none"]
_KEYS = (
    "id", "on", "pattern", "under", "around", "makes", "season", "certainty", "hedge", "question", "negation", "denied", "weak", "examples",
)  # fmt: skip
_REQUIRED = ("id", "on", "pattern", "makes", "examples")
_EXAMPLES_RE = pattern(r"^    examples:\n(?:      .*\n)+", re.MULTILINE)
_MAKES_RE = pattern(r"([a-z]+\.[a-z_]+): ([a-z]+(?:\.[0-9])?)(?: (->|=) (.+))?")


class Make(NamedTuple):
    """One claim that a rule makes: of which slot (or the season, or the show), with which slot or fixed term as its value."""

    key: str
    subject: str
    slot: str | None
    term: str | None
    # Of dates the end that is meant (start, end; first: the start, or what is no range), or `from` it on; of a relation the other end.
    part: str | None = None


class Example(NamedTuple):
    """A sentence and the `subject = value` pairs that the rule must find in it; none where it must find nothing."""

    text: str
    finds: tuple[tuple[str, str], ...]
    line: int = 0


@dataclass(frozen=True)
class Rule:
    """One way in which articles say a thing."""

    id: str
    on: tuple[str, ...]
    pattern: str
    makes: tuple[Make, ...]
    under: str | None = None  # what the heading or the lead-in must hold
    around: str | None = None  # what the heading, the lead-in, the sentence before or itself must hold
    season: SeasonDefault = "context"
    certainty: Certainty | None = None  # as the rule's own words have it, whatever stands around
    hedge: bool = True  # whether cues around the words weaken the claim
    question: bool = False  # whether the words count in a question
    negation: bool = True  # whether a negation around the words denies the claim (else it is part of the pattern)
    denied: str | None = None  # the term that a denial of this rule's term comes to ("will not return": out)
    weak: bool = False  # whether it counts only where another rule finds the same in some article of the corpus
    hint: bool = False  # ... of the same season, where it is of one; and it decides nothing, but for a line-up
    examples: tuple[Example, ...] = ()
    where: str = ""

    @cached_property
    def compiled(self) -> Pattern:
        """The pattern, compiled when a trigger of the rule first occurs: compiling all rules costs more than running them."""
        return compile_pattern(self.pattern)

    def stands_right(self, over: str, before: str, text: str) -> bool:
        """Whether a sentence, what stands over it and before it hold what the rule asks for."""
        return (self.under is None or pattern(self.under).search(over) is not None) and (
            self.around is None or pattern(self.around).search(f"{over} | {before} | {text}") is not None
        )

    @cached_property
    def needs(self) -> tuple[tuple[str, ...], ...]:
        """For each claim that the rule makes, the kinds of span without which it can't be made: one of each string."""
        slots = (("" if make.subject in CONTEXT else make.subject, make.slot or "", make.part or "") for make in self.makes)
        return tuple(tuple(kinds for slot in each if (kinds := kinds_of(slot))) for each in slots)

    def has_spans(self, kinds: frozenset[str]) -> bool:
        """Whether spans of the kinds that one of the rule's claims needs are among these."""
        return any(all(not kinds.isdisjoint(need) for need in needs) for needs in self.needs)


class Index:
    """Rules by their triggers, and the triggers by their first letters: of hundreds, a sentence is searched for the few that can occur."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._rules = rules
        self._starts: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for number, rule in enumerate(rules):
            for word in rule.on:
                self._starts[word[:START]][word].append(number)
        self._short = {start for start in self._starts if len(start) < START}
        self._fitting: dict[frozenset[str], dict[int, bool]] = {}  # sentences hold few combinations of spans

    def rules_for(self, text: str, kinds: frozenset[str]) -> list[Rule]:
        """The rules, in their order, with a trigger in the sentence and spans of the kinds that they need."""
        starts = {text[at : at + START] for at in range(len(text))} | self._short
        words = (item for start in self._starts.keys() & starts for item in self._starts[start].items())
        found = {number for word, numbers in words if word in text for number in numbers}
        fitting = self._fitting.setdefault(kinds, {})
        for number in found - fitting.keys():
            fitting[number] = self._rules[number].has_spans(kinds)
        return [self._rules[number] for number in sorted(found) if fitting[number]]


@lru_cache(maxsize=2)
def load_rules(*, examples: bool = False) -> tuple[Rule, ...]:
    """All shipped rules, by file name and then as they stand. Raises AoudError naming file and line.

    Their examples, half of their text, are read and checked only where they are asked for: by the tests.
    """
    if examples:
        return read_rules(examples=True)
    return prepared("rules", read_rules, lambda rules: list(map(_plain, rules)), lambda rows: tuple(map(_kept, rows)))


def _plain(rule: Rule) -> dict[str, Any]:
    row = {field.name: getattr(rule, field.name) for field in fields(Rule)}
    return {**row, "certainty": rule.certainty.value if rule.certainty else None, "examples": ()}


def _kept(row: dict[str, Any]) -> Rule:
    certainty = Certainty(row["certainty"]) if row["certainty"] else None
    makes = tuple(Make(*make) for make in row["makes"])
    return Rule(**{**row, "on": tuple(row["on"]), "makes": makes, "certainty": certainty, "examples": ()})


def read_rules(*, examples: bool = False) -> tuple[Rule, ...]:
    """All shipped rules from their files. Raises AoudError."""
    rules = [
        rule
        for path in sorted(RULES.glob("*.yaml"))
        for rule in parse_rules(_text_of(path, examples), f"rules/{path.name}", examples=examples)
    ]
    seen: dict[str, str] = {}
    for rule in rules:
        if rule.id in seen:
            strict_yaml.fail(
                int(rule.where.rpartition(":")[2]), rule.where.rpartition(":")[0], f"the id '{rule.id}' stands in {seen[rule.id]} too"
            )
        seen[rule.id] = rule.where
    return tuple(rules)


def _text_of(path: Path, examples: bool) -> str:
    """The text of a file of rules; lines of examples that are not asked for are left empty, so that all others keep their number."""
    text = path.read_text("utf-8")
    return text if examples else _EXAMPLES_RE.sub(lambda match: "\n" * match.group().count("\n"), text)


def parse_rules(text: str, where: str, *, examples: bool = True) -> list[Rule]:
    """The rules of one file. Raises AoudError (`where:line: ...`) for anything that is not as this page has it.

    Without their examples rules can't be tested: what their patterns hold is not checked then, either.
    """
    root = strict_yaml.check_keys(strict_yaml.load(text, where), where, ("rules",), required=("rules",))
    return [_rule(node, where, examples) for node in strict_yaml.list_of(root["rules"], where)]


def _rule(node: strict_yaml.Node, where: str, examples: bool) -> Rule:
    entry = strict_yaml.check_keys(node, where, _KEYS, required=_REQUIRED if examples else _REQUIRED[:-1])
    text = {key: str(entry[key]) for key in ("id", "under", "around", "season", "certainty", "denied") if key in entry}
    # A pattern of several expressions, one a line, is any of them.
    text["pattern"] = "|".join(map(str, _lines(entry["pattern"], where)))
    _check_texts(text, entry, where)
    rule = Rule(
        id=text["id"], on=tuple(strict_yaml.texts_of(entry["on"], where)), pattern=text["pattern"],
        under=text.get("under"), around=text.get("around"),
        makes=tuple(_parse_make(m, where) for m in strict_yaml.texts_of(entry["makes"], where)), season=text.get("season", "context"),  # type: ignore[arg-type]
        certainty=Certainty(text["certainty"]) if "certainty" in text else None, hedge=_flag(entry, "hedge", where, True),
        question=_flag(entry, "question", where, False), negation=_flag(entry, "negation", where, True), denied=text.get("denied"),
        weak=_flag(entry, "weak", where, False),
        examples=_examples(entry["examples"], where) if examples else (), where=f"{where}:{entry.line}",
    )  # fmt: skip
    if examples:
        _check(rule, entry, where)
    return rule


def _lines(node: strict_yaml.Node, where: str) -> list[strict_yaml.Scalar]:
    return strict_yaml.texts_of(node, where) if isinstance(node, strict_yaml.Sequence_) else [strict_yaml.text_of(node, where)]


def _check_texts(text: dict[str, str], entry: strict_yaml.Mapping_, where: str) -> None:
    for key in ("pattern", "under", "around"):
        if is_raw(text.get(key, "")):
            strict_yaml.fail(entry[key], where, f"the {key} spells out the letter of a kind; write {{:season}}, {{:title|season}}")
    if text.get("season", "context") not in ("context", "first", "upcoming", "none"):
        strict_yaml.fail(entry["season"], where, "season is one of context, first, upcoming, none")
    if text.get("certainty", "certain") not in [c.value for c in Certainty]:
        strict_yaml.fail(entry["certainty"], where, "certainty is one of certain, probable, possible")


def _flag(entry: strict_yaml.Mapping_, key: str, where: str, default: bool) -> bool:
    node = entry.get(key)
    if node is None:
        return default
    if node not in ("yes", "no"):
        strict_yaml.fail(node, where, f"{key} is yes or no")
    return node == "yes"


def _parse_make(node: strict_yaml.Scalar, where: str) -> Make:
    match = _MAKES_RE.fullmatch(node)
    if not match or match.group(1) not in FACTS:
        strict_yaml.fail(node, where, f"'{node}' is not PREDICATE: SUBJECT -> SLOT, or PREDICATE: SUBJECT = TERM")
    key, subject, arrow, value = match.groups()
    if arrow != "->":
        return Make(key, subject, None, value)
    slot, _, part = (value or "").partition(" ")
    if part not in ("", *DATE_PARTS) and key != "character.relation":
        strict_yaml.fail(node, where, f"'{part}' is none of {', '.join(DATE_PARTS)}")
    return Make(key, subject, slot, None, part or None)


def _examples(node: strict_yaml.Node, where: str) -> tuple[Example, ...]:
    found = []
    for item in strict_yaml.list_of(node, where):
        entry = strict_yaml.check_keys(item, where, ("text", "finds"), required=("text", "finds"))
        pairs = [tuple(str(x) for x in strict_yaml.list_of(pair, where)) for pair in strict_yaml.list_of(entry["finds"], where)]
        if any(len(pair) != 2 for pair in pairs):
            strict_yaml.fail(item, where, "finds holds [subject, value] pairs")
        found.append(Example(str(entry["text"]), tuple((a, b) for a, b in pairs), entry.line))
    return tuple(found)


def _check(rule: Rule, entry: strict_yaml.Mapping_, where: str) -> None:
    if len({bool(example.finds) for example in rule.examples}) < 2:
        strict_yaml.fail(entry["examples"], where, f"rule '{rule.id}' needs an example that it finds and one that it doesn't")
    if not rule.on or any(word != word.lower() for word in rule.on):
        strict_yaml.fail(entry["on"], where, f"rule '{rule.id}' needs trigger words in lower case")
    known = {"", *slots_of(rule.pattern), *CONTEXT, *DATE_PARTS}
    for slot in (slot for make in rule.makes for slot in (make.subject, make.slot, make.part)):
        if (slot or "") not in known:
            strict_yaml.fail(entry["makes"], where, f"the pattern of '{rule.id}' has no slot {{{slot}}}")


def check_rules() -> None:
    """Compile every rule. Raises AoudError naming the rule's file and line; for tests, which compile what a run compiles only at need."""
    for rule in load_rules(examples=True):
        try:
            pattern = rule.compiled
        except GrammarError as error:
            strict_yaml.fail(int(rule.where.rpartition(":")[2]), rule.where.rpartition(":")[0], f"rule '{rule.id}': {error}")
        if pattern.regex.match(""):
            strict_yaml.fail(int(rule.where.rpartition(":")[2]), rule.where.rpartition(":")[0], f"rule '{rule.id}' matches nothing at all")
