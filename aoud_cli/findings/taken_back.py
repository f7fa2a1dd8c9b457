"""Values that an article takes back: "12 episodes, not 10", said below "all 10 episodes", leaves it with one claim."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from aoud_cli.findings.build import value_key
from aoud_cli.findings.facts import key_of
from aoud_cli.findings.moments import asserted_key
from aoud_cli.model import Article, Claim, QuantityValue, Value
from aoud_cli.topics import FACTS

REACH: Final = 60  # code points behind a claim's words in which it can deny another value, within its sentence
DENIED: Final = r"(?:not|rather than|instead of|and not|in place of)"
SENTENCE_END_RE: Final = re.compile(r"[.!?](?:\s|$)|\n")
NUMBER_WORDS: Final = dict(
    enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())
)


def without_taken_back(claims: Iterable[Claim], articles: Sequence[Article] = ()) -> list[Claim]:
    """The claims without those whose value another claim of the same article and fact denies in its own sentence.

    Only facts that have one value are meant; `articles` give the words around the claims, which else are the quotes alone.
    """
    told = list(claims)
    texts = {article.document: article.text for article in articles}
    facts: defaultdict[tuple[str, str, str, int | None], list[Claim]] = defaultdict(list)
    for claim in told:
        if FACTS.get(key_of(claim)) in ("fixed", "total", "plan"):
            facts[claim.source.document, key_of(claim), claim.subject.id, claim.season].append(claim)
    gone = {claim.id for group in facts.values() for claim in group if _is_taken_back(claim, group, texts)}
    return [claim for claim in told if claim.id not in gone]


def _is_taken_back(claim: Claim, group: Sequence[Claim], texts: dict[str, str]) -> bool:
    others = (other for other in sorted(group, key=asserted_key) if value_key(other.value) != value_key(claim.value))
    return any(_denies(other, claim.value, texts.get(other.source.document, "")) for other in others)


def _denies(claim: Claim, value: Value, text: str) -> bool:
    """Whether the claim's sentence sets its own value against the other: `12, not 10`."""
    behind = text[claim.source.end : claim.source.end + REACH]
    stop = SENTENCE_END_RE.search(behind)
    words = claim.source.quote + (behind[: stop.start()] if stop else behind)
    forms = "|".join(re.escape(form) for form in _forms(value))
    return re.search(rf"(?i)\b{DENIED}(?: (?:the|a|an|on|in|just|only))*,? (?:{forms})(?!\w|[.,]\d)", words) is not None


def _forms(value: Value) -> list[str]:
    """The words that can name a value again: its own, and a small number in digits and letters."""
    if isinstance(value, QuantityValue):
        return [str(value.number), f"{value.number:,}", *([NUMBER_WORDS[value.number]] if value.number in NUMBER_WORDS else [])]
    return [value.text] if value.text else [" "]
