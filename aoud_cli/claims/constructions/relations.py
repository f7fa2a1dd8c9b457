"""Who is what to whom: `X's brother Y`, `Y, the brother of X`, `X and her brother Y`, `X, whose brother is Y`, `siblings X and Y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.constructions.verbs import Reading, before_comma, built_in, verb_group
from aoud_cli.claims.groups import group_at, group_before, owns
from aoud_cli.claims.lexicon import CREDIT
from aoud_cli.claims.tokens import AUXILIARIES, BE, DENIERS, HAVE, Token, is_verb
from aoud_cli.english import pattern, values, words

RELATION = "character.relation"
KIN = built_in(RELATION, CREDIT, "people", "kin", "relations.py")
_KIN_RE, _KIN_PLURAL_RE = pattern(r"(?:{relation_noun})"), pattern(r"(?:{relation_noun})s")
_CLOSER_RE = pattern(r"(?:{closeness})")
_THEIR, _LINKS, _HAS = (frozenset(words(name)) for name in ("their", "kin_links", "kin_has"))
_HAS |= {",", "("}
_BONDS = values("bonds")
_STORY = ("c", "n", "p")
_AS_IF, _WISHES = frozenset(words("as_if_kin")), frozenset(words("wishes"))
_PROVES = frozenset(words("proves_to_be"))  # "turns out to be X's son"
_RELATIVES = frozenset(words("relative_words"))
_AGED = words("aged")  # "X's 14-year-old son"
_COUPLE, _ENDS_OF_TWO = frozenset(words("couple_words")), frozenset({",", ".", ";", ")", *words("ends_of_two")})
_BOTH_SEXES = frozenset(words("siblings_of_both"))
_NEAR = 4  # words between a relation and whom it is of: "her brother, the ruthless councillor Y"
_BACK = 14  # tokens from `her brother` to her


def read_relations(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The relations that a masked sentence tells between those in the story."""
    if sum(token.kind in _STORY for token in tokens) < 2:  # one alone is nobody's
        return
    if any(token.text in _WISHES for token in tokens):
        return  # "fans wish that they were married"
    told: Reading | None = None  # the kin of one owner that was told last
    for k, token in enumerate(tokens):
        if token.kind or not token.text[0].isalpha() or any(one.text in _AS_IF for one in tokens[max(0, k - 2) : k]):
            continue  # "is like a sister to", "are practically siblings"
        if token.text in _BONDS:
            yield from _bound(tokens, k)
        elif _KIN_PLURAL_RE.fullmatch(token.text):
            yield from _are(tokens, k, token.text.removesuffix("s")) or _pair(tokens, k)
        elif _KIN_RE.fullmatch(token.text):
            found = _are_both(tokens, k) or _respective(tokens, k) or _of_two(tokens, list(_told(tokens, k, told)))
            told = found[-1] if found else told
            yield from found


def _told(tokens: Sequence[Token], k: int, last: Reading | None) -> Iterator[Reading]:
    """What a word of kin tells: of whom it is said, and to whom they are that; `X is mother to Y and stepmother to Z` goes on with X."""
    first = k
    while first and _CLOSER_RE.fullmatch(tokens[first - 1].text):
        first -= 1
    owner, at = _owner(tokens, first, k)
    if owner is None:
        return
    goes_on = last is not None and first > 1 and tokens[first - 1].text == "and" and tokens[first - 2] == last.what
    of_two = at > 2 and tokens[at - 1].text == "and" and tokens[at - 2].kind == "c" and owns(tokens, at)  # "Y is X and Z's 14-year-old son"
    who = _behind(tokens, k, owner) or (last.who if last is not None and goes_on else _before(tokens, at - 2 * of_two, owner))
    if who is not None:
        kin = Token(" ".join(token.text for token in tokens[first : k + 1]), "kin", tokens[first].start, tokens[k].end)
        ends = [owner.start, owner.end, who.start, who.end, kin.start, kin.end]
        yield Reading(KIN, who, "kin", min(ends), max(ends), owner, kin.text)


def _are_both(tokens: Sequence[Token], k: int) -> list[Reading]:
    """`X and Y are brother and sister`, `are father and son`: of the first what it is to the second."""
    other = tokens[k + 2].text if len(tokens) > k + 2 and tokens[k + 1].text == "and" else ""
    if not _KIN_RE.fullmatch(other):
        return []
    both = {tokens[k].text, other}
    kin = _SIBLING if both == _BOTH_SEXES else _SPOUSE if both == _COUPLE else tokens[k].text
    return [one._replace(end=tokens[k + 2].end) for one in _are(tokens, k, kin)]


_SIBLING, _SPOUSE = "sibling", "spouse"


def _of_two(tokens: Sequence[Token], found: list[Reading]) -> list[Reading]:
    """`Y is the son of X and Z`, `Y is X and Z's son`: of both, whom the words told of name at their end or before their owner."""
    if len(found) != 1 or found[0].what is None or found[0].who is None:
        return found
    one, who, owner = found[0], found[0].who, found[0].what
    at = next(j for j, token in enumerate(tokens) if token == owner)
    behind, before = tokens[at + 1 : at + 4], tokens[max(0, at - 3) : at]
    ends = all(one.text in _ENDS_OF_TWO for one in behind[2:3])  # not "is the son of X and Z suspects him"
    joins = [token.text for token in behind[:1]] == ["and"] and ends
    if joins and [token.kind for token in behind[1:2]] == ["c"] and tokens[at - 1].text == "of" and who.start < owner.start:
        return [one, one._replace(end=behind[1].end, what=behind[1])]
    opens = len(before) == 2 or (len(before) > 2 and (before[0].text in BE or before[0].text == ","))
    if opens and before[-1].text == "and" and before[-2].kind == "c" and owns(tokens, at) and before[-2] != who:
        return [one, one._replace(start=min(one.start, before[-2].start), what=before[-2])]
    return found


def _respective(tokens: Sequence[Token], k: int) -> list[Reading]:
    """`Y and W, Z's mother and father`, each what stands in their place; Z is a mother of nobody."""
    second = k + 2 if tokens[k + 1 : k + 2] and tokens[k + 1].text in ("and", "&") else k
    first = k - 2 if k > 1 and tokens[k - 1].text in ("and", "&") else k
    if first == second or not all(j < len(tokens) and _KIN_RE.fullmatch(tokens[j].text) for j in (first, second)):
        return []
    owner, at = _owner(tokens, first, first)
    before = tokens[at - 4 : at] if at > 3 else ()
    if owner is None or len(before) != 4:
        return []
    one, joiner, other, comma = before
    if (joiner.text, comma.text) != ("and", ",") or {one.kind, other.kind} != {"c"}:
        return []
    return [Reading(KIN, other if k == second else one, "kin", one.start, tokens[second].end, owner, tokens[k].text)]


def _owner(tokens: Sequence[Token], first: int, k: int) -> tuple[Token | None, int]:
    """To whom somebody is kin, and the index where the words of it begin: `X's brother`, `the brother of X`, `her brother`, `whose`."""
    at = first - 1
    while at > 0 and not tokens[at].kind and tokens[at].text not in _THEIR and tokens[at].text != "'s" and first - at < _NEAR:
        word = tokens[at].text
        if not (word[0].isalpha() or word.endswith(_AGED)) or is_verb(tokens[at]) or word in ("of", "the", "a", "and"):
            break
        at -= 1  # "Constance's hot-headed brother"
    if at > 0 and tokens[at].text == "'s" and tokens[at - 1].kind in ("c", "p"):
        return tokens[at - 1], at - 1
    if at >= 0 and tokens[at].text in _THEIR:
        return _subject_before(tokens, at), at
    if at > 1 and tokens[at].text in ("a", "an", "one", "two") and tokens[at - 1].text in HAVE:
        return _subject_before(tokens, at - 1), at - 1  # "X has a brother, Y"
    if k + 2 < len(tokens) and tokens[k + 1].text in ("of", "to"):
        named = next((j for j in range(k + 2, min(len(tokens), k + 4 + _NEAR)) if tokens[j].kind or tokens[j].text == ","), len(tokens))
        if any(token.text in _RELATIVES for token in tokens[k + 2 : named]):
            return None, 0  # "the brother of the woman who married Y"
        if tokens[named : named + 1] and tokens[named].kind == "a" and tokens[named + 1 : named + 2] and tokens[named + 1].text == "'s":
            named += 2  # "the daughter of X's Y": of the part, not of its performer
        if named < len(tokens) and tokens[named].kind in ("c", "p"):
            return tokens[named], first - (first > 0 and tokens[first - 1].text in ("the", "a"))
    return None, 0


def _subject_before(tokens: Sequence[Token], at: int) -> Token | None:
    """Whom `her` or `whose` stands for: the one character named before it in its sentence, or the last where `whose` follows a name."""
    if tokens[at].text == "whose":
        return next((token for token in reversed(tokens[:at]) if token.kind in ("c", "p")), None)
    apposed = at > 1 and tokens[at - 1].text == ","  # "looks for Y, her brother"
    is_said = at > 1 and tokens[at - 1].text in BE and tokens[at - 2].kind == "c"  # "learns that Y is her father"
    end = at - 2 if is_said else at - apposed - (apposed and tokens[at - 2].kind == "c")
    before = [token for token in tokens[max(0, at - _BACK) : end] if token.kind in ("c", "p")]
    return before[0] if len({token.text for token in before}) == 1 else None


def _behind(tokens: Sequence[Token], k: int, owner: Token) -> Token | None:
    """Who stands behind the word of kin: `brother Y`, `brother, Y`, `brother is Y`, `brother, a nurse called Y`."""
    if (tokens[k + 1 : k + 2] and tokens[k + 1].text in ("of", "to", "'s")) or _is_aside(tokens, k):
        return None
    for j in range(k + 1, min(len(tokens), k + 2 + _NEAR)):
        if tokens[j].kind in ("c", "n"):
            return None if tokens[j] == owner or tokens[j + 1 : j + 2] and tokens[j + 1].text == "'s" else tokens[j]
        if tokens[j].kind or tokens[j].text in DENIERS or not (tokens[j].text[0].isalpha() or tokens[j].text == ","):
            return None
        if _KIN_RE.fullmatch(tokens[j].text) or tokens[j].text in _BONDS:
            return None  # "X's second wife is mother to Y": another tells of Y; "X's ex-husband marries Y"
        if is_verb(tokens[j]) and tokens[j].text not in BE or tokens[j].text in _LINKS:
            return None
    return None


def _is_aside(tokens: Sequence[Token], k: int) -> bool:
    """Whether a word of kin stands with its owner between commas, before what the sentence tells: `Y, her brother, is the Provost`."""
    their = next((j for j in range(k - 1, max(-1, k - _NEAR), -1) if tokens[j].text in _THEIR), 0)
    closes = len(tokens) > k + 2 and tokens[k + 1].text == "," and tokens[k + 2].text in BE
    return closes and their > 1 and tokens[their - 1].text == ","


def _before(tokens: Sequence[Token], at: int, owner: Token) -> Token | None:
    """Who stands before it: `Y is X's brother`, `Y, X's brother`, `Y (X's brother)`, `looks for Y, her brother`."""
    last = max(-1, at - 2 - 2 * _NEAR)
    for j in (j for j in range(at - 1, last, -1) if not _is_credit(tokens, j)):
        if tokens[j].kind in _STORY:
            behind = tokens[j + 1].text if j + 1 < at else ""
            return tokens[j] if tokens[j] != owner and (behind in _HAS or behind in _PROVES) else None
        if tokens[j].kind or tokens[j].text in DENIERS or not (tokens[j].text[0].isalpha() or tokens[j].text in _HAS):
            return None
        if _KIN_RE.fullmatch(tokens[j].text):
            return None
        if is_verb(tokens[j]) and tokens[j].text not in BE and tokens[j].text not in _PROVES:
            return None
    return None


def _is_credit(tokens: Sequence[Token], j: int) -> bool:
    """Whether a token is of a performer's name in brackets behind a part: `Y (X), the son of Z`."""
    return any(
        1 < k <= len(tokens) - 2 and tokens[k].kind in ("a", "n") and tokens[k - 1].text == "(" and tokens[k + 1].text == ")"
        and tokens[k - 2].kind == "c" for k in (j - 1, j, j + 1)
    )  # fmt: skip


def _are(tokens: Sequence[Token], k: int, kin: str) -> list[Reading]:
    """`X and Y are siblings`, `X and Y are married`."""
    start, small = verb_group(tokens, k)
    while start and _CLOSER_RE.fullmatch(tokens[start - 1].text):
        start, small = verb_group(tokens, start - 1)
    group = group_before(tokens, start)
    if len(group) != 2 or {who.kind for who in group} != {"c"} or not small & BE or small & (DENIERS | AUXILIARIES):
        return []
    return [Reading(KIN, group[0], "kin", group[0].start, tokens[k].end, group[1], kin)]


def _bound(tokens: Sequence[Token], k: int) -> list[Reading]:
    """`X is married to Y`, `X has married Y`, `X and Y are engaged`; not who is to marry, or won't."""
    start, small = verb_group(tokens, k)
    at = k + (2 if [token.text for token in tokens[k + 1 : k + 2]] == ["to"] else 1)
    other = next((token for token in tokens[at : at + 1] if token.kind == "c" and not owns(tokens, at)), None)
    if other is None:
        return _are(tokens, k, _BONDS[tokens[k].text])
    group = group_before(tokens, before_comma(tokens, start))
    is_one = len(group) == 1 and group[0].kind == "c" and (at > k + 1) == bool(small & BE) and not small & (DENIERS | AUXILIARIES)
    return [Reading(KIN, group[0], "kin", group[0].start, other.end, other, _BONDS[tokens[k].text])] if is_one else []


def _pair(tokens: Sequence[Token], k: int) -> Iterator[Reading]:
    """`siblings X and Y`."""
    inner = [j for j, token in enumerate(tokens) if token.text == "("]
    closed = [next((j for j in range(at, len(tokens)) if tokens[j].text == ")"), len(tokens)) for at in inner]
    plain = [token for j, token in enumerate(tokens) if j > k and not any(a <= j <= b for a, b in zip(inner, closed, strict=True))]
    group, end = group_at(plain, 0)
    if len(group) == 2 and {who.kind for who in group} == {"c"}:
        kin = tokens[k].text.removesuffix("s")
        yield Reading(KIN, group[0], "kin", tokens[k].start, plain[end - 1].end, group[1], kin)
