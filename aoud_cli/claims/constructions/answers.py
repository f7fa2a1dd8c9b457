"""What a sentence tells that the one before it, or its heading, asks for: `Is X dead? Nobody knows.`, `Who is back? X and Y.`"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aoud_cli.claims.clauses import DENIERS, PEOPLE, Token, all_hits, group_at, is_verb, tokenise
from aoud_cli.claims.constructions.fates import FATE, is_unknown
from aoud_cli.claims.constructions.verbs import UNREAL, Reading, built_in
from aoud_cli.claims.lexicon import CREDIT, Entry
from aoud_cli.english import pattern, words

STATUS = "cast.status"
_WHO = {FATE: frozenset("cnp"), STATUS: frozenset("anp")}
_OPEN = {key: built_in(key, "uncertain", "asks", "answer", "answers.py") for key in _WHO}
_CALLED = ("befalls", "inflicted", "conditions", "does", "done_to", "states")  # what a question calls it with
_OF_WHOM = frozenset(words("asks_whom"))
_YES_RE = pattern(r"\W*(?:<p\d+>\W*)?(?:{told_yes}\b(?![^.!]*\bbut\b)|{told_so}\b ?(?=[.!,]|$))")
_SHORT = 30  # tokens of an answer
_LIST_OPENS = 10  # tokens before the list in an answer: "Six students, in the end: X and Y"


def read_told(text: str, asked: str) -> Iterator[Reading]:
    """What a sentence answers to the question before it, or over it."""
    question, told = asked.rstrip(" |").rpartition(" | ")[2], tokenise(text)
    if not question.endswith("?") or not told or len(told) > _SHORT:
        return
    tokens = tokenise(question)
    entry = called(tokens, lambda one: one.kind in _CALLED)
    if any(token.kind in PEOPLE for token in tokens):
        yield from _of_one(told, text, entry, tokens)
    elif entry is not None and tokens[0].text in _OF_WHOM:
        yield from _of_those(told, entry)


def called(tokens: Sequence[Token], is_one: Callable[[Entry], bool]) -> Entry | None:
    """The first fate or state of this sort that a question or a heading calls; where it is denied, what the denied word says."""
    entries = (hit.entry for _, hit in all_hits(tokens) if hit.entry.key in _WHO and hit.entry.term != CREDIT)
    entry, said = next(filter(is_one, entries), None), {token.text for token in tokens}
    if entry is None or not said & DENIERS or not DENIERS.isdisjoint(entry.word.split()):
        may_be_so = entry is None or entry.key == STATUS or said.isdisjoint(UNREAL)
        return entry if may_be_so else None
    return None if entry.denied is None else entry._replace(term=entry.denied, denied=entry.term)


def _of_one(told: Sequence[Token], text: str, entry: Entry | None, question: Sequence[Token]) -> Iterator[Reading]:
    """`Is X dead? Nobody knows.`, `Did X survive? Yes.`, `What happened to X? The show does not say.`"""
    asks = any(entry.kind == "asks" and entry.key == FATE for token in question for entry in token.hits)
    key = entry.key if entry is not None else FATE if asks or not any(map(is_verb, question)) else ""
    who = next((token for token in told if token.kind in PEOPLE), None)
    if not key or who is None or who.kind not in _WHO[key]:
        return
    if is_unknown(told):
        yield Reading(_OPEN[key], who, "answer", 0, len(text))
    elif entry is not None and _YES_RE.match(text):
        yield Reading(entry, who, "answer", 0, len(text))


def _of_those(told: Sequence[Token], entry: Entry) -> Iterator[Reading]:
    """`Who survives? X and Y, for a start.`, `Who is back? Most of them: X and Y.`"""
    first = next((i for i, token in enumerate(told) if token.kind in PEOPLE), len(told))
    before = told[:first]
    listed = not before or before[-1].text == ":" or not any(token.text[0].isalnum() for token in before)
    if first > _LIST_OPENS or not listed or any(map(is_verb, before)):
        return
    group, end = group_at(told, first)
    behind = {token.text for token in told[end:]}
    others = {found.entry.term for _, found in all_hits(told) if found.entry.key == entry.key} - {entry.term}
    tells_more = len(group) == 1 and any(map(is_verb, told[end:]))
    if not (behind & DENIERS or others or tells_more):
        yield from (Reading(entry, who, "answer", who.start, group[-1].end) for who in group if who.kind in _WHO[entry.key])
