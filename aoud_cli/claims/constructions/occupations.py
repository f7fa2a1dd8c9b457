"""What a character is by calling: `X, a nurse,`, `the nurse X`, `X works as a nurse`, `X: nurse`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aoud_cli.claims.constructions.verbs import Reading, built_in, is_show
from aoud_cli.claims.groups import owns
from aoud_cli.claims.lexicon import CREDIT
from aoud_cli.claims.tokens import ADVERBS, BE, DENIERS, Token, is_verb
from aoud_cli.english import pattern, words

OCCUPATION = "character.occupation"
_ENTRY = built_in(OCCUPATION, CREDIT, "states", "calling", "occupations.py")
_JOB_RE, _TWO_WORDS_RE = pattern(r"(?:{job_noun})"), pattern(r"{two_word_jobs}")
_ARTICLES, _BEFORE_NAMES = frozenset(words("articles")), frozenset(words("before_callings"))
_NO_MODIFIER, _PLAIN = frozenset(words("no_modifiers")), frozenset(words("plain_modifiers"))
_PLAIN_ENDS = words("plain_modifier_ends")
_WORKS, _BECOMES, _NAMED = (frozenset(words(name)) for name in ("works_as", "becomes", "called_by_name"))
_ENDS, _BOUND = frozenset(words("calling_ends")), frozenset(words("bound_callings"))
_LONGEST, _WIDEST = 8, 6  # tokens of a calling, and of what it is bound to: "head of the student council"
_TITLES = frozenset(words("calling_titles"))
_RELATIONAL, _THEIR = frozenset(words("relational_callings")), frozenset(words("their"))
_LINKS = frozenset(words("bound_links"))
_TAKES, _ONCE = (frozenset(words(name)) for name in ("takes_forms", "once_or_now"))
_NAMES, _PEOPLE, _OWNERS = frozenset("ackn"), frozenset("acknp"), frozenset("cl")
_AS, _SERVES, _SERVED = (frozenset(words(name)) for name in ("before_parts_played", "serves_whom", "who_is_served"))
_FIGURATIVE, _WITH, _WHAT_ONE_IS = (frozenset(words(name)) for name in ("figurative_callings", "behind_openings", "what_one_is"))
_QUALIFIERS, _NO_HEADS, _NO_FIRSTS = (
    frozenset(words(name)) for name in ("qualifies_titles", "no_heads_of_callings", "no_firsts_of_callings")
)
_PROMOTED, _ELECTED = frozenset(words("promoted")), frozenset(words("elected"))
_RANKS = frozenset(words("ranks_of_parts"))
_BECAME = frozenset(words("becomes_then"))
TITLE = "title of a part"  # what stands with capitals before a name is so, whatever the sentence denies or doubts
_AS_A = 2  # tokens of "as a" at the head of a sentence
_REACH = 8  # tokens between a name and `as a nurse`


def read_occupations(tokens: Sequence[Token], cased: str) -> Iterator[Reading]:
    """The callings of the characters that a masked sentence names; `cased` is the sentence with its capitals."""
    for i, token in enumerate(tokens):
        if token.kind == "n" and i > 0 and tokens[i - 1].text in _RANKS:
            titled = _title(tokens, (max(0, i - _LONGEST), i), cased)  # "Constable X": nobody but a part is called so
            yield from (_reading(tokens, token, TITLE, place) for place in (titled,) if place)
        if token.kind in ("c", "p"):
            before = _before(tokens, i)
            titled = _title(tokens, before or (max(1, i - _LONGEST), i), cased) if token.kind == "c" else None
            found = titled or before or _made(tokens, i) or _behind(tokens, i) or _opening(tokens, i)
            if found:
                yield _reading(tokens, token, TITLE if titled else "calling", found)


def _reading(tokens: Sequence[Token], who: Token, name: str, place: tuple[int, int]) -> Reading:
    start, end = place
    what = Token("calling", "", tokens[start].start, tokens[end - 1].end)
    return Reading(_ENTRY, who, name, min(who.start, what.start), max(who.end, what.end), what)


def _calling(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Where the calling lies that begins at a token, with what it is bound to; plain adjectives are no part of it."""
    last = None
    for j in range(start, min(len(tokens), start + _LONGEST)):
        joins = tokens[j].text == "and" and j > start and last is None  # "a bright and seasoned student"
        owns = tokens[j].text == "'s" and j > start and not tokens[j - 1].kind  # "the ship's engineer"
        if not (joins or owns or _is_word(tokens[j]) or _is_short_form(tokens, j)):
            break
        if _is_job(tokens, j):
            last = j
    if last is None:
        return None
    joined = max((j + 1 for j in range(start, last) if tokens[j].text == "and"), default=start)
    first = next(j for j in range(joined, last + 1) if j == last or not _is_plain(tokens[j]))
    end = _bound(tokens, last + 1)
    return None if any(map(is_show, tokens[last + 1 : end])) else (first, end)  # "the villain of the show" is no calling


def _is_job(tokens: Sequence[Token], j: int) -> bool:
    """Whether a word calls somebody something, or its last part does (`lock-keeper`), or it and the one before it (`errand boy`)."""
    token = tokens[j]
    first, hyphen, last = token.text.rpartition("-")
    alone = not token.kind and _JOB_RE.fullmatch(last) is not None and not (hyphen and last in _NO_HEADS) and first not in _NO_FIRSTS
    return alone or (j > 0 and _TWO_WORDS_RE.fullmatch(f"{tokens[j - 1].text} {token.text}") is not None)


def _title(tokens: Sequence[Token], within: tuple[int, int], cased: str) -> tuple[int, int] | None:
    """The title with capitals that ends right before a name, as far as it goes, with what qualifies it: `comes Detective Sergeant X`,
    `FBI Special Agent X`, `former Sheriff X`."""
    first, end = within
    if end <= first or not _is_job(tokens, end - 1) or not _is_capital(tokens[end - 1], cased):
        return None
    start = end - 1
    while start > first and _is_capital(tokens[start - 1], cased):
        start -= 1
    return (start - 1 if start > first and tokens[start - 1].text in _QUALIFIERS else start), end


def _is_capital(token: Token, cased: str) -> bool:
    """Whether a word that can stand in a calling has a capital."""
    return cased[token.start : token.start + 1].isupper() and _is_word(token)


def _opening(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """`A customs officer with a limp, X lost his wife at sea`."""
    if i < 3 or tokens[i].kind != "c" or tokens[i - 1].text != "," or tokens[0].text not in _ARTICLES or owns(tokens, i):
        return None
    found = _calling(tokens, 1)
    if found is None or (i + 1 < len(tokens) and tokens[i + 1].text == "and"):
        return None
    inner, called = tokens[found[1] : i - 1], tokens[slice(*found)]
    is_bound = inner[0].text in _WITH if inner else any(token.text == "of" for token in called)
    is_list = any(one.text == "," and two.text in _ARTICLES for one, two in pairwise(inner))
    named = any(token.kind in _PEOPLE or is_verb(token) for token in inner)
    return found if is_bound and not is_list and not named and not any(one.text in _FIGURATIVE for one in called) else None


def _is_word(token: Token) -> bool:
    """Whether a token can stand in a calling: a word that ends no phrase, or an institution's name."""
    institution = token.kind in ("l", "f", "w")
    return institution or (not token.kind and token.text[0].isalpha() and token.text not in _NO_MODIFIER | _ARTICLES and not is_verb(token))


def _is_short_form(tokens: Sequence[Token], j: int) -> bool:
    """Whether a token is of a short form in brackets: `National Intelligence Service (NIS) team leader`."""
    around = [token.text for token in tokens[max(0, j - 2) : j + 3]]
    return any(around[k] == "(" and around[k + 2] == ")" for k in range(len(around) - 2))


def _is_plain(token: Token) -> bool:
    return token.text in _PLAIN or (not token.kind and token.text.endswith(_PLAIN_ENDS))


def _bound(tokens: Sequence[Token], end: int) -> int:
    """The index behind what a calling is bound to: `head of the student council`, `boss at the agency`."""
    if end >= len(tokens) or tokens[end].text not in _BOUND:
        return end
    stop = end + 1
    last = min(len(tokens), end + 1 + _WIDEST)
    while stop < last and (tokens[stop].text in _LINKS or tokens[stop].text[0].isdigit() or _is_word(tokens[stop])):
        stop += 1
    return stop if stop > end + 1 and tokens[stop - 1].text not in _ARTICLES else end


def _before(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """`the nurse X`, `Captain X`, `a nurse named X`, `a young nurse, X,`, `As a nurse, X`."""
    end = i - (i > 1 and tokens[i - 1].text.rstrip(".") in _TITLES)
    if [token.text for token in tokens[max(0, end - 3) : end]] == ["none", "other", "than"]:
        end -= 3 + (end > 3 and tokens[end - 4].text in BE)  # "the ship's captain is none other than X"
    if end and tokens[end - 1].text in _NAMED:
        end -= 1 + (end > 1 and tokens[end - 2].text in BE)
        end -= 3 if [token.text for token in tokens[max(0, end - 3) : end + 1]] == ["by", "the", "name", "of"] else 0
    comma = end > 1 and tokens[end - 1].text == ","
    last = end - 1 - comma
    if last < 0 or not _is_job(tokens, last) or _is_theirs(tokens, last):
        return None
    first = last
    while first > 0 and last - first < _LONGEST - 1 and _is_word(tokens[first - 1]) and tokens[first - 1].text not in _THEIR:
        if tokens[first - 1].text in _BEFORE_NAMES and first > 1 and tokens[first - 2].text == "to":
            break  # "to play fire captain X"
        first -= 1
    opener = tokens[first - 1] if first else None
    owner = tokens[first - 2].kind if opener is not None and opener.text == "'s" and first > 1 else ""
    is_theirs = owner != "" and owner in _PEOPLE | {"l"}  # "her night nurse, X,", "Y's loyal sergeant, X,", "<place>'s mayor, X,"
    is_called = is_theirs or (opener is not None and opener.text in ("a", "an", "the", *_THEIR))
    as_one = first == _AS_A and tokens[0].text == "as"  # "As a nurse, X knows what it means"
    if comma and not (is_called and (as_one or _closes(tokens, i + 1))):
        return None
    named = tokens[end].text in _NAMED or tokens[end].text in BE or tokens[end].text == "by"
    if not comma and end < i and named and (opener is None or (opener.text not in _ARTICLES and opener.text != "'s")):
        return None
    opens = opener is None or opener.kind or not opener.text[0].isalpha() or opener.text in _BEFORE_NAMES or opener.text == "'s"
    while not opens and first < last:
        first += 1
        opens = tokens[first - 1].text in _BEFORE_NAMES
    if not opens:
        return None
    return next(j for j in range(first, last + 1) if j == last or not _is_plain(tokens[j])), last + 1


def _is_theirs(tokens: Sequence[Token], last: int) -> bool:
    """Whether a calling says what somebody is to another: `her boss X`, `his own old boss X`."""
    before = [token.text for token in tokens[max(0, last - 3) : last]]
    return tokens[last].text in _RELATIONAL and any(word in _THEIR or word == "'s" for word in before)


def _closes(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].text in (",", ".", ";", "(")


def _made(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """`the board has appointed X harbour master`."""
    return _calling(tokens, i + 1) if i and tokens[i].kind == "c" and tokens[i - 1].text in _ELECTED else None


def _behind(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """`X is a nurse`, `X, now a nurse,`, `X, leader of the survivors,`, `X works as a nurse`, `X: nurse`, `X (a nurse)`."""
    at = i + 1
    if at < len(tokens) and tokens[at].text == "(" and tokens[i].kind == "c":
        close = next((j for j in range(at, len(tokens)) if tokens[j].text == ")"), 0)
        inner = _apposed(tokens, at + 1)
        if inner and inner[1] == close:
            return inner
        at = close + 1 if close else at
    if at >= len(tokens) - 1:
        return None
    mark = tokens[at].text
    if i == 0 and tokens[i].kind == "p" and (tokens[at + (mark in _ONCE)].text in _ARTICLES):
        return _apposed(tokens, at + (mark in _ONCE))  # the line under "X as Y", "Once a nurse, now a pilot" under "Who is Y?"
    if i == 0 and tokens[i].kind == "p" and tokens[at].kind in _OWNERS and tokens[at + 1].text == "'s":
        return _apposed(tokens, at + 2)  # "Harwick's ruler for ten years"
    if tokens[i].kind == "c" and mark in (",", ":", "-", "\u2014"):
        is_cast = _is_cast_row(tokens, i) or (i > 0 and tokens[i - 1].text in _AS)
        found = _apposed(tokens, at + 1, bare=mark != "," or is_cast)
        return found or _in_row(tokens, at + 1) or _is_one(tokens, at + 1) or _works_as(tokens, at + 1)
    return _is_one(tokens, at) or _works_as(tokens, at) or _becomes_then(tokens, at)


_WHO_DOES = ("who", "that", "which")


def _becomes_then(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`X ran away at seventeen and became a forger`: where nobody else is named before it."""
    for j in range(at, min(len(tokens) - 2, at + 2 * _REACH)):
        if tokens[j].kind in _NAMES or tokens[j].text in _SENTENCE_ENDS or (j > at and tokens[j].text in _WHO_DOES):
            return None  # "X met a man who drank and became a monk"
        if tokens[j].text == "and" and tokens[j + 1].text in _BECAME:
            return _is_one(tokens, j + 1)
    return None


_SENTENCE_ENDS = (";", ".", ":")


def _is_cast_row(tokens: Sequence[Token], i: int) -> bool:
    """Whether a part stands in a row of a cast list, `X as Y, docker`, and not in a sentence."""
    before = [token for token in tokens[:i] if token.kind or token.text[0].isalnum()]
    return (
        len(before) > 1 and before[0].kind in ("a", "n") and any(token.text == "as" for token in before) and not any(map(is_verb, tokens))
    )


def _apposed(tokens: Sequence[Token], at: int, *, bare: bool = True) -> tuple[int, int] | None:
    """A calling between commas, brackets or behind a colon."""
    while at < len(tokens) and tokens[at].text in ADVERBS:
        at += 1
    has_article = at < len(tokens) and tokens[at].text in _ARTICLES
    found = _calling(tokens, at + has_article) if at < len(tokens) else None
    found = found or (_beside_another(tokens, at + 1) if has_article else None)
    if found is None:
        return None
    start, end = found
    behind = tokens[end].text if end < len(tokens) else "."
    ends = behind in _ENDS or not behind[0].isalnum() or (has_article and behind.endswith(("ed", "ing")))
    if behind == "'s" or (end < len(tokens) and tokens[end].kind in _NAMES):
        return None  # "X, the nurse Y and Z": Y is the nurse
    is_bound = any(token.text in _BOUND for token in tokens[start:end])
    serves = behind in _SERVES and end + 1 < len(tokens) and tokens[end + 1].text in _SERVED  # not "agent under fire", "sheriff for a day"
    told = has_article or is_bound or serves or (bare and behind not in _SERVES)
    return found if ends and told else None


def _beside_another(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`a widow and the local sheriff`: the calling behind what else somebody is."""
    joined = next((j for j in range(at + 1, min(len(tokens) - 2, at + 4)) if tokens[j].text == "and"), None)
    if joined is None or tokens[joined + 1].text not in _ARTICLES or not all(one.text in _WHAT_ONE_IS for one in tokens[at:joined]):
        return None
    return _calling(tokens, joined + 2)


def _in_row(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`X - returning (now a nurse)`."""
    if at + 2 < len(tokens) and not tokens[at].kind and tokens[at + 1].text == "(":
        found = _apposed(tokens, at + 2)
        return found if found and found[1] < len(tokens) and tokens[found[1]].text == ")" else None
    return None


def _is_one(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`is now a nurse`, `has become the captain`, `used to be a nurse`, `'s a nurse`."""
    j = at
    while j < len(tokens) and (tokens[j].text in _BECOMES or tokens[j].text in ADVERBS or tokens[j].text in ("'s", "who", ",")):
        j += 1
    told = any(token.text in _BECOMES or token.text == "'s" for token in tokens[at:j])
    denied = any(token.text in DENIERS for token in tokens[at:j])
    if not told or denied or j >= len(tokens):
        return None
    if tokens[j].text not in _ARTICLES:  # "has been promoted to inspector", "has been elected mayor"
        raised = tokens[j - 1].text == "to" and any(token.text in _PROMOTED for token in tokens[at:j])
        return _calling(tokens, j) if raised or tokens[j - 1].text in _ELECTED else None
    return _calling(tokens, j + 1)


def _works_as(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """`works as a nurse`, `has a job as a nurse`, `trained as a nurse`."""
    for j in range(at, min(len(tokens) - 2, at + _REACH)):
        if tokens[j].kind in ("a", "c", "n", "k"):
            return None
        if tokens[j].text == "as" and any(token.text in _WORKS for token in tokens[at:j]):
            has_article = tokens[j + 1].text in _ARTICLES
            return _calling(tokens, j + 1 + has_article)
        if tokens[j].text == "as" and j > at + 1 and tokens[j - 1].text == "over" and tokens[j - 2].text in _TAKES:
            return _calling(tokens, j + 1)  # "takes over as principal", not "as the guards fall asleep"
    return None
