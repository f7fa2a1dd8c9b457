"""Why a finding is one, in words: each code is worded here, once."""

from __future__ import annotations

from typing import Final

from aoud_cli.model import Reason

# The sides of a clash, and then what makes it one; of all else the whole sentence tells it.
_SIDES: Final = "{fact}: {sides}: "
_EXCLUDE: Final = "they exclude each other, but "
WORDS: Final[dict[str, tuple[str, str]]] = {  # code -> what stands before the point, and the point
    "agrees": ("", "{fact}: {value} in {count}"),
    "refines": ("", "{fact}: {value} holds {exact} in {count}"),
    "contradicts": (_SIDES, "not all of it can be true"),
    "contradicts.one-window": (_SIDES, "one window can't have two totals"),
    "contradicts.smaller-later": (_SIDES, "a running total can't be smaller after {more} days than after {fewer}"),
    "changed": (_SIDES, "a later article tells it differently{again}"),
    "changed.recast": (_SIDES, "an article tells that the part was recast{again}"),
    "differs.one-article": (_SIDES, "one article tells {both}"),
    "differs.all-hedged": (_SIDES, _EXCLUDE + "{both} are hedged"),
    "differs.one-hedged": (_SIDES, _EXCLUDE + "one of them is hedged"),
    "differs.some-hedged": (_SIDES, _EXCLUDE + "some are hedged, or it is open which was told first"),
    "differs.order-open": (_SIDES, _EXCLUDE + "it is open which was told first"),
    "differs.other-event": (_SIDES, _EXCLUDE + "one may be another season's, part's or place's"),
    "differs.units": (_SIDES, "one number in two units, of which one is wrong"),
    "expired": ("", "{fact}: foretold for {forecast}, then {evidence}"),
    "order": ("", "{subject}: {early} {second} can't come before {late} {first}"),
    "arithmetic.span": ("", "“{words}” ({document}): {span} is {days}; the words admit {admitted}"),
    "arithmetic.count": ("", "“{words}” ({documents}): {number} are counted and {names} named"),
    "agrees.single": ("", "only {document} says {value}{omitted}"),
}


def say_reason(reason: Reason) -> str:
    """The reason as one sentence, without a capital and a stop. Raises KeyError for a code, or a part, that isn't there."""
    head, point = WORDS[reason.code]
    return (head + point).format(**dict(reason.parts))


def say_point(reason: Reason) -> str:
    """The reason without the sides, for who shows these beside it."""
    return WORDS[reason.code][1].format(**dict(reason.parts))
