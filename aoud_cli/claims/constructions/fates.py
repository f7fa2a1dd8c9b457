"""What becomes of a character: what happens to them, what is done to them, what they are then."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from aoud_cli.claims.clauses import Clause, identified
from aoud_cli.claims.constructions.conditions import NEARLY, ends_there, raised_to, read_condition
from aoud_cli.claims.constructions.verbs import FINITE, PARTICIPLES, UNREAL, Reading, before_comma, subject, verb_group
from aoud_cli.claims.groups import group_at, group_before, leading_group, owns
from aoud_cli.claims.tokens import BE, DENIERS, PREPOSITIONS, Hit, Token, hits_at, is_verb
from aoud_cli.english import words

FATE = "character.fate"
_WHO = frozenset("cnp")
_TITLES = frozenset(words("titles_before_parts"))
_UNSURE, _HAS_TO = (frozenset(words(name)) for name in ("unsure_fates", "has_to"))
_THEIR, _WAS, _NOMINATIVE = (frozenset(words(name)) for name in ("their", "was_or_were", "nominative_pronouns"))
_TO_BE_SEEN = frozenset(words("to_be_seen"))
_KIN = frozenset(words("kin"))
_NEVER, _YET_TO, _ANOTHER_MATTER = (frozenset(words(name)) for name in ("never_words", "yet_to", "another_matter"))
_TAKERS = frozenset(words("life_takers"))
_DEED_LINKS, _DEED_DENIED, _OBJECT_ENDS = (frozenset(words(name)) for name in ("deed_links", "deed_denied", "object_ends"))
_FEW, _KNOWN, _SHOWN = (frozenset(words(name)) for name in ("few_of", "knowing", "showing"))
_BARE, _BODY = frozenset(words("bare_fates")), frozenset(words("body_parts"))
_DASHES = ("-", "\u2014", "\u2013")
_STILL_ASKED = ("if", "what happens to", "what becomes of", "what will become of")  # not whether something is known of it
_OPEN_ENDS = ("of", "on", "about")
_UNTRUE = frozenset(words("untrue_ends"))
_IF = frozenset(words("conditional_openers"))
_COMES = frozenset(words("end_comes"))
_IN_BRACKETS = ("conditions", "people", "inflicted")
_LIVES = ("life", "lives")  # which somebody takes or claims
_LIVED_ON, _DREAMS, _NO_CORPSE = (frozenset(words(name)) for name in ("lived_on", "dreams_of_ends", "no_corpse"))
_BEHIND_BODIES = PREPOSITIONS | BE | frozenset(words("behind_bodies"))
_BODY_FOUND = frozenset(words("body_found"))
_WEAK_ENDS = ("end", "body", "grave", "final hour")  # words of an end that don't tell by themselves that it has come
_REACH = 4  # tokens from a verb to its object
_BACK = 6  # tokens from a noun to what says that it is open


def read_fates(cut: Sequence[tuple[Clause, Sequence[tuple[int, Hit]]]]) -> Iterator[Reading]:
    """What the clauses of a sentence tell of the lives of those in the story."""
    for clause, hits in cut:
        if clause.opener in _IF:
            continue  # "if X dies"
        within = {(hit.end, j) for at, hit in hits if hit.entry.key == FATE for j in range(at + 1, hit.end)}  # "make it" in "not make it"
        for i, hit in hits:
            find = _OF.get(hit.entry.kind) if (hit.end, i) not in within else None
            if find is not None:
                told = (one for who in find(clause, i, hit) if who.kind in _WHO for one in _neither(clause.tokens, who))
                yield from (_reading(hit, who, clause, i) for who in told)


def read_asides(tokens: Sequence[Token], found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """`X (dead)`, `the survivors (X, Y and Z)`, `whether X got out is anybody's guess`."""
    for i in range(1, len(tokens) - 1):
        if tokens[i].text == "(":
            yield from _in_brackets(tokens, i)
    for i, hit in found:
        if hit.entry.kind == "asks" and hit.end < len(tokens) and tokens[hit.end].kind in _WHO:
            yield from _asked(tokens, i, hit, found)


def is_about_whom(hit: Hit) -> bool:
    """Whether it is open what is told of whoever stands behind the words: `no word yet on X`, `no sign of X`."""
    return hit.entry.word.split()[-1] in _OPEN_ENDS


def _asked(tokens: Sequence[Token], i: int, hit: Hit, found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """`whether X got out is open`, `it is unclear if X survived`, `nobody knows what happened to X`."""
    who = tokens[hit.end]
    if is_about_whom(hit) and hit.entry.word.split()[0] != "what":
        yield Reading(hit.entry, who, "asks", tokens[i].start, who.end)  # "there's no sign of X"
        return
    seen = {token.text for token in tokens[hit.end :]} >= _TO_BE_SEEN
    unsure = _UNSURE | _TO_BE_SEEN if seen else _UNSURE
    behind = next((j for j in range(hit.end + 1, len(tokens)) if tokens[j].text in unsure), None)
    if behind is not None and hit.entry.word not in _STILL_ASKED:
        yield Reading(hit.entry, who, "asks", tokens[i].start, tokens[behind].end)
        return
    before = tokens[max(0, i - _BACK) : i]
    fate = next((other.end for j, other in found if hit.end < j < hit.end + _BACK and other.entry.key == FATE), hit.end + 1)
    if is_unknown(before, _KNOWN | _SHOWN) and (fate > hit.end + 1 or hit.end > i + 1):
        yield Reading(hit.entry, who, "asks", before[0].start, tokens[fate - 1].end)


def is_unknown(tokens: Sequence[Token], known: frozenset[str] = _KNOWN) -> bool:
    """Whether words say that nobody knows: `it is unclear`, `the finale doesn't say`, `nobody knows`; `known` are words of knowing."""
    said = {token.text for token in tokens}
    if said >= _TO_BE_SEEN or not said.isdisjoint(_UNSURE):
        return True
    never = not said.isdisjoint(_NEVER) or said >= _YET_TO or "before" in said  # "has yet to say whether", "before we learn if"
    return never and not said.isdisjoint(known)


def is_left_open(tokens: Sequence[Token]) -> bool:
    """Whether the words behind what is asked say that nobody knows: `whether X survived is unclear`, `remains to be seen`."""
    said = {token.text for token in tokens}
    return said >= _TO_BE_SEEN or said >= _ANOTHER_MATTER or not said.isdisjoint(_UNSURE)


def _in_brackets(tokens: Sequence[Token], i: int) -> Iterator[Reading]:
    end = next((j for j in range(i + 1, len(tokens)) if tokens[j].text == ")"), len(tokens))
    in_row = i > 2 and tokens[i - 2].text in _DASHES and tokens[i - 3].kind == "c"
    who = tokens[i - 3] if in_row else tokens[i - 1]  # "X - returning (half-zombie)"
    if who.kind == "c":
        hits = (hit for j in range(i + 1, min(end, i + 4)) for hit in hits_at(tokens, j))
        told = next((hit for hit in hits if hit.entry.key == FATE and hit.entry.kind in _IN_BRACKETS), None)
        if told is not None and not _is_active(told):
            yield Reading(told.entry, who, "brackets", who.start, tokens[told.end - 1].end)
    for hit in hits_at(tokens, i - 1):
        if hit.entry.key == FATE and hit.entry.kind == "people":
            listed = (who for who in group_at(tokens, i + 1)[0] if who.kind in _WHO)
            yield from (Reading(hit.entry, who, "brackets", tokens[i - 1].start, who.end) for who in listed)


def _is_active(hit: Hit) -> bool:
    return hit.entry.kind == "inflicted" and hit.entry.form not in PARTICIPLES


def _reading(hit: Hit, who: Token, clause: Clause, i: int) -> Reading:
    last = clause.tokens[hit.end - 1]
    start = min(who.start, clause.tokens[i].start, _denier_before(clause.tokens, who))
    return Reading(hit.entry, who, hit.entry.kind, start, max(who.end, last.end))


def _neither(tokens: Sequence[Token], who: Token) -> tuple[Token, ...]:
    """Both of `neither X nor Y survives`, where Y is found to."""
    at = _index(tokens, who)
    return (tokens[at - 2], who) if at > 1 and tokens[at - 1].text == "nor" and tokens[at - 2].kind in _WHO else (who,)


def _denier_before(tokens: Sequence[Token], who: Token) -> int:
    """Where the words begin that deny of somebody what stands behind the name: `neither X nor Y survives`, `not even X survives`."""
    at = _index(tokens, who)
    before = [token.text for token in tokens[max(0, at - 2) : at]]
    cleft = before[-1:] == ["not"] and [token.text for token in tokens[at + 1 : at + 2]] == ["who"]  # "it's not X who is dead"
    denied = 1 if cleft or before[-1:] in (["nor"], ["neither"]) else 2 if before == ["not", "even"] else 0
    return tokens[at - denied].start if denied else who.start


def _index(tokens: Sequence[Token], who: Token) -> int:
    return bisect_left(tokens, who.start, key=lambda token: token.start)


def _befalls(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X dies`, `X and Y have survived`; not "tries to die", "would have died"."""
    tokens = clause.tokens
    start, small = verb_group(tokens, i)
    if any(token.text in NEARLY for token in tokens[i + 1 : hit.end]):
        return ()  # "turns up half dead"
    if "to" in small and (start == 0 or tokens[start - 1].kind not in _WHO):
        raised = raised_to(clause, start, small)
        if raised:
            return raised
    who = _row_head(tokens, start) or subject(clause, start)
    if {"to", "have"} <= small and small & BE and not small & DENIERS:
        is_aside = start <= 0 and not small.isdisjoint(_WAS)
        return () if is_aside else who  # "X is believed to have died", not "Y, who was thought to have perished"
    if not who and small.isdisjoint(DENIERS):
        return _listed(tokens, hit.end)
    return who if _is_told(tokens, start, hit, small, len(who)) else ()


def _listed(tokens: Sequence[Token], end: int) -> tuple[Token, ...]:
    """Of whom a verb without a subject tells: `made it to the camp: X, Y and Z`."""
    at = next((j for j in range(end, min(len(tokens), end + _BACK)) if tokens[j].text == ":"), None)
    return group_at(tokens, at + 1)[0] if at is not None else ()


def _is_told(tokens: Sequence[Token], start: int, hit: Hit, small: frozenset[str], people: int) -> bool:
    """Whether a verb tells what becomes of its subject: not what may come, nor one thing of many, nor "lives in Seoul"."""
    if hit.entry.term == "uncertain" and hit.entry.form == "gerund":
        return True  # "is fighting for his life", "who was left fighting for his life"
    if small & BE or _is_for_now(tokens, hit, small) or (hit.entry.word in _BARE and not ends_there(tokens, hit.end)):
        return False
    is_plural = hit.entry.form == "base" and not small and people > 1
    return is_plural or _has_happened(tokens, start, hit, small)


def _is_for_now(tokens: Sequence[Token], hit: Hit, small: frozenset[str]) -> bool:
    """Whether somebody lives through one thing of many, or on something: `had survived being thrown off a roof`, `survives on noodles`."""
    behind = tokens[hit.end].text if hit.end < len(tokens) else ""
    return hit.entry.term == "alive" and ("had" in small or behind == "being" or _lives_on(tokens, hit))


def _lives_on(tokens: Sequence[Token], hit: Hit) -> bool:
    """`survives on noodles`, `on her wits`; not `survives on sheer luck when`, `on a desert island`."""
    behind = [token.text for token in tokens[hit.end : hit.end + 4]]
    return hit.entry.word == "survive" and behind[:1] == ["on"] and not _LIVED_ON.isdisjoint(behind)


def _row_head(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """Of whom a row tells: `X: died on the bus`."""
    return (tokens[start - 2],) if start > 1 and tokens[start - 1].text == ":" and tokens[start - 2].kind == "c" else ()


def _has_happened(tokens: Sequence[Token], start: int, hit: Hit, small: frozenset[str]) -> bool:
    """Whether a verb tells what has come about, or is denied: finite, or a form behind `has`, `did` or `has to`."""
    if small & UNREAL and not (small & _HAS_TO and "to" in small):
        return False
    return hit.entry.form in FINITE or bool(small)


def _inflicted(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`Y kills X`, `killing X`, `X is bitten by Y`, `X, murdered by Y`."""
    start, small = verb_group(clause.tokens, i)
    if small & BE and hit.entry.form != "gerund":
        return _suffered(clause, start, small, hit)
    if hit.entry.term == "alive":
        return ()  # who saves somebody says nothing of how it ends
    inner = tuple(token for token in clause.tokens[i + 1 : hit.end] if token.kind in _WHO)
    behind = inner or (() if _does_something(clause.tokens, hit) else _object(clause.tokens, hit.end))
    if behind:
        gerund = hit.entry.form == "gerund" and not (i and clause.tokens[i - 1].text in _DEED_DENIED)
        return behind if gerund or _has_happened(clause.tokens, start, hit, small) else ()
    return _participle(clause, start, small, hit) if hit.entry.form in PARTICIPLES else ()


def _suffered(clause: Clause, start: int, small: frozenset[str], hit: Hit) -> tuple[Token, ...]:
    """`X is bitten by Y`, `X is the first student to be infected`."""
    if hit.entry.form not in PARTICIPLES:
        return ()
    if {"to", "be"} <= small:
        return identified(clause.tokens[:start])
    return () if small & UNREAL else subject(clause, start)


def _participle(clause: Clause, start: int, small: frozenset[str], hit: Hit) -> tuple[Token, ...]:
    """`X: killed by Y`, `X was the first human infected`, `X is caught and killed`, `X, murdered by Y`."""
    tokens = clause.tokens
    head = _row_head(tokens, start)
    if head or small:
        return head
    if any(token.text in _FEW for token in tokens[max(0, start - 3) : start]):
        return identified(tokens[:start]) or clause.subject
    if start > 1 and tokens[start - 1].text in ("and", "or") and any(token.text in BE for token in tokens[: start - 1]):
        return leading_group(tokens) or clause.subject
    by = start > 0 and hit.end < len(tokens) and tokens[hit.end].text in _DEED_LINKS
    return group_before(tokens, before_comma(tokens, start)) if by else ()


def _does_something(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether somebody comes to an end doing something: `she drowns freeing Y`; not `kills visiting Y`."""
    follows = tokens[hit.end : hit.end + 1]
    return hit.entry.word in _DIES_DOING and bool(follows) and not follows[0].kind and follows[0].text.endswith("ing")


_DIES_DOING = frozenset(words("dies_doing"))


def _object(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """Who stands right behind a verb, but for what they are called."""
    for j in range(start, min(len(tokens), start + _REACH)):
        if tokens[j].text in _NOMINATIVE:
            return ()  # "in the very last shot she packs"
        if tokens[j].kind in _WHO:
            owned = owns(tokens, j)
            body = owned and any(token.text in _BODY for token in tokens[j + 2 : j + 4])  # "bites X's arm"
            return (tokens[j],) if body else _owned(tokens, j + 2) if owned else tuple(token for token in group_at(tokens, j)[0])
        if tokens[j].kind or not tokens[j].text[0].isalnum() or is_verb(tokens[j]) or tokens[j].text in _OBJECT_ENDS:
            return ()
    return ()


def _owned(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """Who is named behind whose somebody they are: `killed Y's younger son X`."""
    at = next((j for j in range(start, min(len(tokens), start + _REACH)) if tokens[j].kind), len(tokens))
    is_kin = start < at < len(tokens) and tokens[at].kind == "c" and tokens[at - 1].text in _KIN
    return (tokens[at],) if is_kin and not owns(tokens, at) else ()


def _ends(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`X's death`, `the death of X`; `X's fate` where it is said to be open."""
    tokens = clause.tokens
    if not _comes_to_an_end(tokens, i, hit):
        return ()
    if i > 1 and tokens[i - 1].text == "'s" and tokens[i - 2].kind in _WHO:
        return (tokens[i - 2],)
    if [token.text for token in tokens[hit.end : hit.end + 3]] in (["is", "that", "of"], ["was", "that", "of"]):
        return _object(tokens, hit.end + 3)
    if hit.end + 1 < len(tokens) and tokens[hit.end].text == "of":
        who = _object(tokens, hit.end + 1) or _kin_named(tokens, hit.end + 1)
        return who if any(token.text in ("and", "&") for token in tokens[hit.end :]) else who[:1]  # "after the death of X, Y takes a job"
    return tokens[:1] if i > 1 and tokens[1].text == "whose" and i < 4 else ()


_CLOSES = frozenset(",.")


def _kin_named(tokens: Sequence[Token], start: int) -> tuple[Token, ...]:
    """`his father, Y`, `her best friend, Y`."""
    comma = next((j for j in range(start, min(len(tokens) - 1, start + _BACK)) if tokens[j].text == ","), 0)
    inner = tokens[start:comma]
    is_one = bool(inner) and inner[0].text in _THEIR and not any(token.kind or is_verb(token) for token in inner)
    closes = all(token.text in _CLOSES for token in tokens[comma + 2 : comma + 3])  # not "after the death of her husband, Y takes over"
    return (tokens[comma + 1],) if is_one and closes and tokens[comma + 1].kind in _WHO else ()


def _comes_to_an_end(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether what stands around the noun bears out what it says of somebody."""
    before, around = tokens[max(0, i - _BACK) : i], tokens[max(0, i - _BACK) : hit.end + _BACK]
    behind = tokens[hit.end : hit.end + 2 * _BACK]
    if hit.entry.term == "dead" and (any(token.text in _UNTRUE for token in (*around, *behind)) or _is_dreamt(behind)):
        return False  # "reports of X's death were greatly exaggerated", "was nothing but a nightmare"
    if hit.entry.term == "uncertain":
        return any(token.text in (_NEVER if hit.entry.word == "body" else _UNSURE) for token in around)
    if hit.entry.word in _LIVES and not any(token.text in _TAKERS for token in before):
        return False
    if hit.entry.word == "end" and any(token.text in _COMES for token in tokens[hit.end : hit.end + 1]):
        return True
    unreal = any(token.text in UNREAL for token in tokens[max(0, i - 3) : i])
    found = hit.entry.word == "body" and _is_found(before, tokens[hit.end : hit.end + 3])
    return hit.entry.term != "dead" or found or not (hit.entry.word in _WEAK_ENDS or unreal)


def _is_dreamt(behind: Sequence[Token]) -> bool:
    """Whether a death is said to be none: `was nothing but a nightmare`; not "is a nightmare for X", "haunts her dreams", "is no dream"."""
    at = next((j for j, token in enumerate(behind) if token.text in _DREAMS), 0)
    told = {token.text for token in behind[:at]}
    return bool(told & BE) and not told & DENIERS and [token.text for token in behind[at + 1 : at + 2]] != ["for"]


def _is_found(before: Sequence[Token], behind: Sequence[Token]) -> bool:
    """Whether words around a body tell that it is found: not "was never recovered", "finds X's body language odd"."""
    said = {token.text for token in (*before, *behind)}
    first = next((token.text for token in behind), ".")
    finds = not _BODY_FOUND.isdisjoint(token.text for token in before)
    is_body = first not in _NO_CORPSE and not (finds and first[0].isalpha() and first not in _BEHIND_BODIES)
    return is_body and not said.isdisjoint(_BODY_FOUND) and said.isdisjoint(_NEVER)


def _called(clause: Clause, i: int, hit: Hit) -> tuple[Token, ...]:
    """`the late X`, `the drowned X`, `the late Captain X`."""
    tokens = clause.tokens
    ours = i == 0 or tokens[i - 1].text in ("the", "her", "his", "their")
    at = hit.end + (hit.end < len(tokens) and tokens[hit.end].text == ",")  # "Rest in peace, X"
    at += at < len(tokens) and tokens[at].text in _TITLES
    behind = tokens[at] if at < len(tokens) else None
    return (behind,) if ours and behind is not None and behind.kind in ("c", "n") else ()


_OF: dict[str, Callable[[Clause, int, Hit], tuple[Token, ...]]] = {
    "befalls": _befalls, "inflicted": _inflicted, "conditions": read_condition, "ends": _ends, "called": _called,
}  # fmt: skip
