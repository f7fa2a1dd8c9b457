"""What the show is made from, and by whom that was written: `adapted from X's 2016 novel`, `the comic by X and Y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from aoud_cli.claims.constructions.verbs import Reading, built_in, is_show
from aoud_cli.claims.groups import group_at, group_before
from aoud_cli.claims.lexicon import CREDIT
from aoud_cli.claims.tokens import BE, DEFINITE, DENIERS, PEOPLE, Hit, Token
from aoud_cli.english import words

BASED_ON, AUTHOR = "source.based_on", "source.author"
_CUES, _ADAPTED, _BEHIND, _DONE = (frozenset(words(name)) for name in ("source_cues", "source_adapted", "source_behind", "source_done"))
_ENDS = frozenset(words("source_ends")) | frozenset(",;.|")
_MAKERS, _OF = frozenset(words("source_makers")), frozenset({"of", *words("source_makers")})
_MAKES = frozenset(words("makes_shows"))
_NO_SOURCES = frozenset(words("no_sources"))
_FROM = frozenset({"on", "by", "from", "upon"})
_FILMED_TOO = frozenset(words("other_makings"))
_LINKS_FROM, _CONTRASTS = frozenset(words("source_links_from")), frozenset(words("source_contrasts"))
_LINKS, _SUBJECT = frozenset(words("source_links")), 4  # tokens before a verb in which its subject stands
_TO_AUTHOR = 3  # tokens: "'s author is"
_BACK, _AHEAD, _NEAR = 14, 8, 5  # tokens around the noun
_AUTHOR = built_in(AUTHOR, CREDIT, "works", "by", "sources.py")


def read_sources(tokens: Sequence[Token], found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """The works that a masked sentence says the show is made from, and their authors."""
    end = 0
    for i, hit in found:
        if hit.entry.kind != "works" or i < end:
            continue
        end = hit.end  # "an online comic" is no comic besides
        if _is_source(tokens, i, hit):
            first, last = tokens[i].start, tokens[hit.end - 1].end
            yield Reading(hit.entry, None, "works", first, last)
            yield from (Reading(_AUTHOR, who, "author", min(first, who.start), max(last, who.end)) for who in _authors(tokens, i, hit))


def _is_source(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether a book is what the show is made from: words of adapting stand by it; nobody's other book, and no film of it."""
    first = max((j + 1 for j in range(max(0, i - _BACK), i) if tokens[j].text in (";", "|")), default=max(0, i - _BACK))
    before, behind = tokens[first:i], tokens[hit.end : hit.end + _AHEAD]
    named = next((j for j in range(i - 1, max(first, i - 3) - 1, -1) if tokens[j].kind == "w"), None)
    owner = _owner(tokens, i)
    filmed = owner is not None and owner > 1 and tokens[owner - 1].text == "of" and tokens[owner - 2].text in _FILMED_TOO
    if filmed or (named is not None and not any(token.text in _CUES for token in tokens[max(first, named - 3) : named])):
        return False  # "a film of X's stage play", "<another> novel"; of "based on the <w> books" the title is the source's
    if _is_the_source(tokens, i, hit) or _is_authored(tokens, hit) or (owner is not None and tokens[owner].kind == "k"):
        return True  # "X's novel", of one who has to do with the show
    if (
        _is_of_another(behind)
        or _is_another_version(before)
        or any(token.text in _NO_SOURCES for token in tokens[max(first, i - _NEAR) : i])
    ):
        return False  # "with no book or comic behind it", "a tie-in novel", "the film adaptation of her novel"
    if tokens[i].text.startswith("game") and not _is_close(tokens, max(first, i - _NEAR), i, behind):
        return False  # "began in January and took a week off for the big game"
    adapted = _is_made_out_of(before) or _is_adapted(before) or any(token.text in _ADAPTED for token in behind[:2])
    ours = any(is_show(token) or token.text == "it" for token in (*before, *behind))  # "the novels by X on which it is based"
    in_brackets = [token.text for token in before if token.text != "the"][-2:] == ["(", "from"]  # "<title> (from the novel by X)"
    return adapted or in_brackets or (any(token.text in _BEHIND for token in behind) and ours)


def _is_another_version(before: Sequence[Token]) -> bool:
    """Whether the words before a book tell of a film, a play or a broadcast of it: `the film adaptation of her novel`."""
    return any(one.text in _VERSIONS and two.text.startswith("adaptation") for one, two in pairwise(before))


def _is_the_source(tokens: Sequence[Token], i: int, hit: Hit) -> bool:
    """Whether "the novels" are told of by who wrote them, beside no other title: `X, who wrote the novels`, `the novel is by X`."""
    alone = i > 0 and tokens[i - 1].text == "the" and not any(token.kind == "w" for token in tokens)
    behind = tokens[hit.end : hit.end + 1]
    goes_on = bool(behind) and behind[0].text in _GOES_ON  # "wrote the book on acting", "in lockdown"
    authors = () if goes_on else _who_wrote(tokens, i) or _said_by(tokens, hit)
    return alone and bool(authors) and not any(one.kind == "a" for one in authors)


def _said_by(tokens: Sequence[Token], hit: Hit) -> tuple[Token, ...]:
    """Whom a work is said to be by: `the novels are by X`, `the novel, by X, ...`."""
    at = hit.end + 1
    is_by = at + 1 < len(tokens) and (tokens[at - 1].text in BE or tokens[at - 1].text == ",") and tokens[at].text == "by"
    return group_at(tokens, at + 1)[0] if is_by and tokens[at + 1].kind in ("k", "n", "a") else ()


def _is_of_another(behind: Sequence[Token]) -> bool:
    """Whether a work is another show's, or made from this one: `the manga that inspired <another>`, `a book about the show`, `a board game
    based on it`."""
    ours = any(map(is_show, behind[:_NEAR]))
    tells = [one.text for one in behind[:1]] == ["about"] or (len(behind) > 1 and behind[0].text in _ADAPTED and behind[1].text in _FROM)
    return tells if ours else any(token.kind == "w" for token in behind[:_NEAR])


def _is_adapted(before: Sequence[Token]) -> bool:
    """Whether words tell that something, and nobody, is made from what stands behind: `adapted from`, `the series draws on`; not "X began
    writing a novel", "will next star in an adaptation of"."""
    for j, token in enumerate(before):
        near = before[max(0, j - _SUBJECT) : j]
        behind = before[j + 1].text if j + 1 < len(before) else ""
        from_it = token.text in _LINKS_FROM and any(one.text == "from" for one in before[j + 1 :])
        contrasts = token.text in _CONTRASTS and behind in DEFINITE
        if (token.text in _LINKS or from_it or contrasts) and not any(one.kind in PEOPLE for one in near):
            return True
        is_active = token.text == "inspired" and behind != "by"  # "has inspired a comic"
        denied = any(one.text in DENIERS for one in near)
        if token.text in _CUES and not is_active and not denied and [one.text for one in near[-2:]] != ["in", "an"]:
            return True
    return False


def _is_close(tokens: Sequence[Token], first: int, i: int, behind: Sequence[Token]) -> bool:
    """Whether a word of adapting stands right by a word that means other things as often."""
    return any(token.text in _CUES for token in tokens[first:i]) or any(token.text in _ADAPTED for token in behind[:2])


def _is_made_out_of(before: Sequence[Token]) -> bool:
    """`created the show out of a comic book`; not "bursts out of the comic shop"."""
    out = any(one.text == "out" and two.text == "of" for one, two in pairwise(before))
    return out and any(token.text in _MAKES for token in before) and any(map(is_show, before))


def _is_authored(tokens: Sequence[Token], hit: Hit) -> bool:
    """Whether `the webtoon's author is X` stands there."""
    behind = [token.text for token in tokens[hit.end : hit.end + _TO_AUTHOR]]
    return len(behind) == _TO_AUTHOR and behind[0] == "'s" and behind[1] in _MAKERS and behind[2] in BE


def _owner(tokens: Sequence[Token], i: int) -> int | None:
    """The index of who stands before a work as its author: `X's 2016 novel`, `a X novel`."""
    if i and tokens[i - 1].kind == "k":
        return i - 1
    for j in range(i - 1, max(0, i - _NEAR), -1):
        if tokens[j].text == "'s" and tokens[j - 1].kind:
            return j - 1 if tokens[j - 1].kind in "knap" else None
        if tokens[j].kind and tokens[j].kind != "d":
            return None
    return None


def _authors(tokens: Sequence[Token], i: int, hit: Hit) -> tuple[Token, ...]:
    """`X's novel`, `the novel by X and Y`, `the web novel of author X`, `a comic that X wrote and Y drew`."""
    if _is_authored(tokens, hit):
        return group_at(tokens, hit.end + _TO_AUTHOR)[0]
    wrote = _on_whose(tokens, i) or _who_wrote(tokens, i) or _who_is_author(tokens, i) or _said_by(tokens, hit)
    if wrote:
        return wrote
    owner = _owner(tokens, i)
    if owner is not None:
        joined = owner > 1 and tokens[owner - 1].text in ("and", "&")  # not "Low Water, X's novel"
        return (group_before(tokens, owner + 1) if joined else ()) or (tokens[owner],)
    at = hit.end
    while at < len(tokens) and at - hit.end < _AHEAD and (tokens[at].kind in "wdt" if tokens[at].kind else tokens[at].text not in _ENDS):
        at += 1
    if at + 2 < len(tokens) and tokens[at].text in ("in", "of") and tokens[at + 1].kind in "kn" and tokens[at + 2].text == "'s":
        return (tokens[at + 1],)  # "the third novel in X's series"
    if at < len(tokens) and tokens[at].text in ("by", "from"):
        kinds = ("k", "n", "a") if tokens[at].text == "by" else ("k", "a")  # "the game from Iron Light" names a maker of games as often
        at += 1
        while at < len(tokens) and not tokens[at].kind and tokens[at].text.isalpha() and tokens[at].text not in _CUES:
            at += 1
        return group_at(tokens, at)[0] if at < len(tokens) and tokens[at].kind in kinds else ()
    return _author_behind(tokens, at, hit)


_VERSIONS = frozenset(words("versions_of_books"))
_GOES_ON = frozenset(words("book_goes_on"))


def _who_wrote(tokens: Sequence[Token], i: int) -> tuple[Token, ...]:
    """`X, who wrote the book on which the show is based`."""
    at = next((j for j in range(i - 1, max(0, i - _NEAR), -1) if tokens[j].text in _DONE), None)
    if at is None or tokens[at - 1].text != "who" or at < _TO_AUTHOR:
        return ()
    return group_before(tokens, at - 1 - (tokens[at - 2].text == ","))


def _on_whose(tokens: Sequence[Token], i: int) -> tuple[Token, ...]:
    """`X, on whose novels the show is based`."""
    before = [token.text for token in tokens[max(0, i - 3) : i]]
    if before[-1:] != ["whose"] or before[:-1] not in ([",", "on"], [",", "from"], [",", "upon"]):
        return ()
    return group_before(tokens, i - 3)


def _who_is_author(tokens: Sequence[Token], i: int) -> tuple[Token, ...]:
    """`X, author of the novel behind the show`."""
    at = next((j for j in range(i - 1, max(0, i - _NEAR), -1) if tokens[j].text == "of" and tokens[j - 1].text in _MAKERS), None)
    return group_before(tokens, at - 2) if at is not None and at > _TO_AUTHOR - 1 and tokens[at - 2].text == "," else ()


def _author_behind(tokens: Sequence[Token], at: int, hit: Hit) -> tuple[Token, ...]:
    """Who is named behind a work without `by`: `the novels of X`, `a comic that X wrote and Y drew`."""
    if at < len(tokens) and at > hit.end and tokens[at].kind in ("k", "n") and tokens[at - 1].text in _OF:
        return group_at(tokens, at)[0]
    if at < len(tokens) and tokens[at].text in ("that", "which") or (at < len(tokens) and tokens[at].kind in ("k", "n")):
        pairs = zip(tokens[at : at + _AHEAD], tokens[at + 1 : at + _AHEAD + 1], strict=False)
        return tuple(token for token, behind in pairs if token.kind in ("k", "n") and behind.text in _DONE)
    return ()
