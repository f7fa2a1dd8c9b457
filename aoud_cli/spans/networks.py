"""Networks and streaming services in a sentence: the show's platform, and those that a list, a spelling or an article's words tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from aoud_cli.english import pattern, values, words
from aoud_cli.spans.mask import Span
from aoud_cli.spans.titles import find_words

_NETWORKS = values("place.networks")
_WORDY = frozenset(words("wordy_networks"))
_NO_SERVICES = frozenset(words("no_services"))
MOST_NETWORKS = 8  # that one article calls so
TO_NETWORK = 12  # code points before a network

_NETWORK_RE = pattern(r"(?<![\w-]){place.networks}(?![\w+-])")
_NETWORKS_ROW_RE = pattern(r"\W*(?:the )?{platform_labels} ?[:|]", re.IGNORECASE)
_LED_RE = pattern(r"\b{on_networks}(?: the)? $")
_NO_NETWORK_BEFORE_RE = pattern(r"\b{no_networks_before} (?:on|at|in) $")  # "shot on Apollo"
# A service that no list names, by how it is spelt: "on BritVault", "the streamer NorthStar".
_NEW_SERVICE_RE = pattern(
    r"\b(?:{carried_there}\b[^.;:,]{0,30} on|{carriers}) (?P<name>[A-Z][a-z]+[A-Z][a-z]+|[A-Z][a-z]{2,}\+)(?![\w'\u2019-]| [A-Z])"
)
# A network that no list names, by what an article calls it: "US cable network Copperline".
_CALLED_NETWORK_RE = pattern(r"\b{network_callings} (?P<name>[A-Z][a-z]{3,}\+?)(?=,? (?:{behind_networks})\b|[,.;)]|$)")


def called_networks(text: str, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The names that folded text calls networks, and nobody knows, each once, `MOST_NETWORKS` at most."""
    names = dict.fromkeys(match["name"] for match in _CALLED_NETWORK_RE.finditer(text))
    return tuple(islice((name for name in names if _is_unlisted(name) and not is_known(name)), MOST_NETWORKS))


def places_of(name: str, text: str) -> Iterator[int]:
    """Where a name stands that an article gives to a network or a work: not in a longer one, nor where something is shot."""
    at = text.find(name)
    while at >= 0:
        end = at + len(name)
        whole = not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum() or text[end + 1 : end + 2].isupper() and text[end] == " ")
        if whole and _NO_NETWORK_BEFORE_RE.search(text, max(0, at - TO_NETWORK), at) is None:
            yield at
        at = text.find(name, end)


def find_networks(text: str, low: str, platform: str | None, called: Sequence[str], elsewhere: Sequence[str]) -> Iterator[Span]:
    """The show's platform in any of its names, as `f`, and other networks, as `b`; `called` are those of `called_networks`, `elsewhere`
    those that the profile names. A name that is a word, too, counts only behind `on` or `to`."""
    own = platform or "\0"
    named = list(_NETWORK_RE.finditer(text))
    services = [*pattern(rf"(?<!\w){re.escape(own)} {{service_names}}(?![\w-])").finditer(text)] if own in text else []
    yield from (Span(*match.span(), "f", match.group()) for match in services)
    longer = [match.span() for match in (*named, *services) if len(match.group()) > len(own)]  # "HBO Max" is not HBO
    for start, end in find_words((own,), low) if platform else ():
        if not any(first <= start and end <= last for first, last in longer):
            yield Span(start, end, "f", own)
    for match in _NEW_SERVICE_RE.finditer(text):
        if _is_unlisted(match["name"]):
            yield Span(*match.span("name"), "b", match["name"])
    for name in called if platform else ():
        yield from (Span(start, start + len(name), "b", name) for start in places_of(name, text))
    yield from _listed(text, named, own)
    for network in elsewhere:
        if network not in _NETWORKS:
            yield from (Span(start, end, "b", network) for start, end in find_words((network,), low))


def _listed(text: str, named: Sequence[re.Match[str]], own: str) -> Iterator[Span]:
    """The networks that the list names."""
    home = _NETWORKS.get(own, own)
    is_row = bool(named) and _NETWORKS_ROW_RE.match(text) is not None
    for match in named:
        name = _NETWORKS[match.group()]
        if match.group() not in _WORDY or is_row or _LED_RE.search(text, max(0, match.start() - TO_NETWORK), match.start()):
            yield Span(*match.span(), "f", own) if name == home else Span(*match.span(), "b", name)


def _is_unlisted(name: str) -> bool:
    return name not in _NETWORKS and name not in _NO_SERVICES
