"""What somebody of the crew is called between commas: `X, the creator and showrunner, is`, `said X, its co-showrunner and writer`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.constructions.verbs import Reading, is_show
from aoud_cli.claims.lexicon import Entry
from aoud_cli.claims.tokens import Token, hits_at
from aoud_cli.english import words

_WHO = frozenset("kanp")
_OPENERS = frozenset(words("post_openers"))
_BESIDE = frozenset(words("beside_posts"))
_ENDS = frozenset({".", ";", ")", "who"})


def read_posts(tokens: Sequence[Token]) -> Iterator[Reading]:
    """The posts that the appositions of a masked sentence name."""
    for i, token in enumerate(tokens[:-2]):
        if token.kind in _WHO and tokens[i + 1].text == ",":
            posts, end = _posts(tokens, i + 2 + (tokens[i + 2].text in _OPENERS))
            closes = end >= len(tokens) or tokens[end].text in _ENDS or tokens[end - 1].text == ","
            yield from (Reading(post, token, "post", token.start, tokens[end - 1].end) for post in posts if closes)


def _posts(tokens: Sequence[Token], at: int) -> tuple[list[Entry], int]:
    """The posts that are named from a token on, with nothing between but other callings and whose they are, and the index behind them."""
    found: list[Entry] = []
    while at < len(tokens):
        hit = next((hit for hit in hits_at(tokens, at) if hit.entry.kind == "people" and hit.entry.key.startswith("crew.")), None)
        if hit is not None:
            found.append(hit.entry)
        elif tokens[at].text not in _BESIDE and not is_show(tokens[at]):
            break
        at = hit.end if hit is not None else at + 1
    return found, at
