"""What a sentence tells that the one before it, or its heading, asks for: `Is X dead? Nobody knows.`, `Who is back? X and Y.`"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from aoud_cli.claims.clauses import Clause, without_brackets
from aoud_cli.claims.constructions.fates import FATE, is_unknown
from aoud_cli.claims.constructions.verbs import PARTICIPLES, UNREAL, Reading, built_in
from aoud_cli.claims.groups import group_at
from aoud_cli.claims.lexicon import CREDIT, Entry
from aoud_cli.claims.tokens import ADVERBS, AUXILIARIES, BE, DENIERS, HAVE, PEOPLE, Hit, Token, all_hits, hits_at, is_verb, tokenise
from aoud_cli.english import pattern, words

STATUS = "cast.status"
_WHO = {FATE: frozenset("cnp"), STATUS: frozenset("anp")}
# That nobody knows it.
OPEN = {key: built_in(key, "uncertain", "asks", "answer", "answers.py") for key in _WHO}
_CALLED = ("befalls", "inflicted", "conditions", "does", "states")  # what a question calls it with
ASKS_WHOM = frozenset(words("asks_whom"))
_YES_RE = pattern(r"\W*(?:<p\d+>\W*)?(?:[a-z']+ ){0,4}?{told_yes}\b(?![^.!]*\bbut\b)(?= ?[.!,;:]|$)")
_NO_RE = pattern(r"\W*(?:<p\d+>\W*)?(?:[a-z']+ ){0,4}?{told_no}\b(?![^.!]*\b(?:but|one|body)\b)(?= ?[.!,;:]|$)")
_SAME = frozenset(words("same_openers"))
_BEHIND_THEM = frozenset(words("behind_the_same"))
_SMALL = BE | HAVE | AUXILIARIES | DENIERS | ADVERBS
_ENDS = frozenset(".!,;:")
_SHORT = 30  # tokens of an answer
_LISTOPENS = 10  # tokens before the list in an answer: "Six students, in the end: X and Y"


def question_in(asked: str) -> str:
    """The sentence nearest above an answer, of a heading and the lead-in under it."""
    return asked.rstrip(" |").rpartition(" | ")[2]


def read_told(text: str, asked: str) -> Iterator[Reading]:
    """What a sentence answers to the question before it, or over it."""
    question, told = question_in(asked), tokenise(text)
    if not question.endswith("?") or not told or len(told) > _SHORT:
        return
    tokens = tokenise(question)
    entry = called(tokens, lambda one: one.kind in _CALLED)
    if any(token.kind in PEOPLE for token in tokens):
        yield from _of_one(told, text, entry, tokens)
    elif entry is not None and tokens[0].text in ASKS_WHOM:
        yield from _of_those(without_brackets(told), entry)


def read_same(text: str, before: str) -> Iterator[Reading]:
    """What is told of somebody by the sentence before: `So does X.`, `Nor will Y.`, `Z won't.`"""
    told = [token for token in tokenise(text) if token.text not in ("and", "but")]
    inverted = len(told) > 2 and told[0].text in _SAME and told[1].text in _SMALL
    refused = [] if inverted else _who_does_not(told)
    found = [hit.entry for _, hit in all_hits(tokenise(before)) if hit.entry.key in _WHO] if inverted or refused else []
    if len({entry.term for entry in found}) != 1 or (refused and not DENIERS.isdisjoint(token.text for token in tokenise(before))):
        return
    entry = found[0] if told[0].text == "so" else denied(found[0])
    for who in refused or group_at(told, 2)[0]:
        if entry is not None and who.kind in _WHO[entry.key]:
            yield Reading(entry, who, "answer", 0, who.end)


def _who_does_not(told: Sequence[Token]) -> Sequence[Token]:
    """Who opens a sentence that says only that they don't: `Y won't.`, `Y will not: his character died.`"""
    group, end = group_at(told, 0)
    small = [token for token in told[end : end + 3] if token.text in _SMALL - ADVERBS]
    behind = told[end + len(small)].text if end + len(small) < len(told) else "."
    return group if behind in _ENDS and not DENIERS.isdisjoint(token.text for token in small) else ()


def read_elided(cut: Sequence[tuple[Clause, Sequence[tuple[int, Hit]]]]) -> Iterator[Reading]:
    """What a clause without a verb of its own takes from the one before it: `X survived, Y didn't`, `X is back, as is Y`."""
    last: Entry | None = None
    for clause, hits in cut:
        told = [hit.entry for _, hit in hits if hit.entry.key in _WHO and hit.entry.kind in _CALLED and hit.entry.kind != "inflicted"]
        if told:
            last = told[0] if DENIERS.isdisjoint(token.text for token in clause.tokens) else denied(told[0])
        elif last is not None:
            yield from _taken_over(clause.tokens, last)


def _taken_over(tokens: Sequence[Token], last: Entry) -> Iterator[Reading]:
    start = 1 if tokens and tokens[0].text in ("and", "but") else 0
    opener = tokens[start].text if start < len(tokens) else ""
    inverted = opener in _SAME or opener == "as"
    small_at = start + 1 if inverted else group_at(tokens, start)[1]
    small = [token for token in tokens[small_at : small_at + 3] if token.text in _SMALL - ADVERBS]
    group, end = group_at(tokens, small_at + len(small)) if inverted else (group_at(tokens, start)[0], small_at + len(small))
    if not (small and group) or (
        end < len(tokens) and (tokens[end].kind or tokens[end].text[0].isalnum()) and not (inverted and tokens[end].text in _BEHIND_THEM)
    ):
        return
    # "X won't return, nor will Y": the denial is in what is taken over
    entry = denied(last) if any(token.text in DENIERS for token in small) else last
    for who in group if entry is not None else ():
        if entry is not None and who.kind in _WHO[entry.key]:
            yield Reading(entry, who, "answer", tokens[start].start, max(who.end, small[-1].end))


def called(tokens: Sequence[Token], is_one: Callable[[Entry], bool]) -> Entry | None:
    """The first fate or state of this sort that a question or a heading calls; where it is denied, what the denied word says."""
    entries = (hit.entry for _, hit in all_hits(tokens) if hit.entry.key in _WHO and hit.entry.term != CREDIT)
    entry, said = next(filter(is_one, entries), None), {token.text for token in tokens}
    if entry is None or not said & DENIERS or not DENIERS.isdisjoint(entry.word.split()):
        may_be_so = entry is None or entry.key == STATUS or said.isdisjoint(UNREAL)
        return entry if may_be_so else None
    return denied(entry)


def denied(entry: Entry) -> Entry | None:
    """What a word says where it is denied; None where it says nothing then."""
    return None if entry.denied is None else entry._replace(term=entry.denied, denied=entry.term)


def _of_one(told: Sequence[Token], text: str, entry: Entry | None, question: Sequence[Token]) -> Iterator[Reading]:
    """`Is X dead? Nobody knows.`, `Did X survive? Yes.`, `What happened to X? The show does not say.`"""
    asks = any(entry.kind == "asks" and entry.key == FATE for token in question for entry in token.hits)
    key = entry.key if entry is not None else FATE if asks or not any(map(is_verb, question)) else ""
    who = next((token for token in told if token.kind in PEOPLE), None)
    if not key or who is None or who.kind not in _WHO[key]:
        return
    if is_unknown(told):
        yield Reading(OPEN[key], who, "answer", 0, len(text))
        return
    answer = _yes_or_no(told, text) if entry is not None and question[0].text not in ASKS_WHOM else None  # "Who killed X? Y did."
    if entry is not None and answer is not None:
        said = entry if answer[0] else denied(entry)
        if said is not None:
            yield Reading(said, who, "answer", 0, answer[1])
    elif not any(map(is_verb, question)) and len(told) > 1:
        yield from _named_only(told, who)


def _yes_or_no(told: Sequence[Token], text: str) -> tuple[bool, int] | None:
    """Whether an answer is a yes, and where it ends: `Sadly, yes.`, `He is not.`; nothing where it is neither."""
    for regex, is_so in ((_YES_RE, True), (_NO_RE, False)):
        found = regex.match(text)
        if found:
            return is_so, found.end()
    for i, token in enumerate(told[:-1]):
        if token.kind in ("c", "p", "a") and token.end > token.start:
            small = [one for one in told[i + 1 : i + 4] if one.text in _SMALL]
            end = i + 1 + len(small)
            if small and (end == len(told) or told[end].text in _ENDS):
                return not any(one.text in DENIERS for one in small), small[-1].end
    return None


def _named_only(told: Sequence[Token], who: Token) -> Iterator[Reading]:
    """`X? Dead.`, `And Y? Eaten by a shark.`"""
    first = 1 if told[0] == who else 0
    for i in range(first, min(len(told), first + 2)):
        hit = next((hit for hit in hits_at(told, i) if hit.entry.key == FATE), None)
        if hit is not None and (hit.entry.kind == "conditions" or (hit.entry.kind == "inflicted" and hit.entry.form in PARTICIPLES)):
            yield Reading(hit.entry, who, "answer", 0, told[hit.end - 1].end)
            return


def _of_those(told: Sequence[Token], entry: Entry) -> Iterator[Reading]:
    """`Who survives? X and Y, for a start.`, `Who is back? Most of them: X and Y.`"""
    first = next((i for i, token in enumerate(told) if token.kind in PEOPLE), len(told))
    before = told[:first]
    listed = not before or before[-1].text == ":" or not any(token.text[0].isalnum() for token in before)
    if first > _LISTOPENS or not listed or any(map(is_verb, before)):
        return
    group, end = group_at(told, first)
    behind = {token.text for token in told[end:]}
    others = {found.entry.term for _, found in all_hits(told) if found.entry.key == entry.key} - {entry.term}
    tells_more = len(group) == 1 and end < len(told) and told[end].text[0].isalpha()
    if not (behind & DENIERS or others or tells_more):
        yield from (Reading(entry, who, "answer", who.start, group[-1].end) for who in group if who.kind in _WHO[entry.key])
