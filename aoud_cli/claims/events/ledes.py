"""The day of a news lede: between a subject and its verb, or behind the verb that tells the news.

`The channel on Tuesday renewed the show`, `The streamer announced today that it has picked up the show for a second season`.
"""

from __future__ import annotations

import re

from aoud_cli.claims.events.words import DATE_RE, RENEWAL, Attached, Head, find_heads
from aoud_cli.english import pattern

_REACH = 120  # code points from the day to the verb of the clause that tells the news
_SUBJECT_RE = pattern(r"(?:<[abfknpt]\d+>|\b(?:{lede_subjects}|{network_names}))(?: has| have| had)?(?: (?:on|late|early))? $")
_VERB_RE = pattern(r" (?:{lede_adverbs} )*")
_SAID_RE = pattern(r"\b(?:{announce_stems}[a-z]*|said|says)(?: (?:on|late|early))? $")
# Who orders, or what is ordered, behind `that`, with nothing but small words before the verb.
_THAT_RE = pattern(r" that | (?:it|they) (?:has|have|had) ")  # "said Tuesday it has ordered a third season"
_OF_SEASON_RE = pattern(r"(?: (?:it|<t\d+>|the [a-z]+))?(?: up)?(?: for)?(?: (?:a|an|the|its))?(?: [a-z]+)? <s\d+>(?! of [a-z])")
_ORDERED_THING = r"(?:{lede_subjects}|(?:the|its) (?:[a-z-]+ ){0,3}?(?:[a-z]+|\"?<[tw]\d+>)|<[bfstw]\d+>)"
_ORDERER_RE = pattern(rf" (?:that )?\W?{_ORDERED_THING}\"?(?:,? (?:the|an?) [^;.]{{3,80}},)? (?:{{order_adverbs}} )*")
_COMES_BACK_RE = pattern(r" that [^,;.]{0,40}?(?:will|would) {come_back} (?:for|with) (?:a |an |the |its )?(?:[a-z]+ )?<s\d+>")
_IS_COMING_RE = pattern(r" that (?:a |an |the )?<s\d+>[^,;.<]{0,20}(?:<t\d+>[^,;.<]{0,10})? {on_the_way}\b")
_TITLE_RE = pattern(r"<([tw])\d+>")
_SHORT = 40  # code points that a subject takes


def verb_behind(text: str, date: re.Match[str]) -> Head | None:
    """The event whose verb stands right behind a day, where its subject stands right before it."""
    if _SUBJECT_RE.search(text, max(0, date.start() - _SHORT), date.start()) is None:
        return None
    verb = _VERB_RE.match(text, date.end())
    heads = find_heads(text, date.end(), min(len(text), date.end() + _SHORT)) if verb is not None else []
    return heads[0] if heads and verb is not None and heads[0].start == verb.end() else None


# "X is to return for a second series, it was announced today", "... has picked up season 2, the streamer announced Tuesday"
_SAID_LAST_RE = pattern(r",\"? (?:it was|<[abfk]\d+>|the {lede_subjects}) (?:have |has |had )?{news_said}(?: on| late| early| earlier)* $")
_ORDER_RE = pattern(
    r"(?:<[btf]\d+>|\b(?:it|the {show_kinds}|the {lede_subjects}))\"? (?:(?!{deniers}\b)[a-z-]+ ){0,4}"
    r"(?:{renewal}\b|{back_again}\b(?: to <[fb]\d+>)?)(?:(?!\bwith\b)[^.;,<]){0,30}<s\d+>[^.;,]*$"
)
_WHEN_RE = pattern(r"\b{before_clauses} $")  # "when it returns for season 4, it will be darker"


def told_last(text: str, left: int, date: re.Match[str]) -> Attached | None:
    """An order for more in the clause before `, it was announced <day>`: it was made known then."""
    said = _SAID_LAST_RE.search(text, left, date.start())
    order = _ORDER_RE.search(text, left, said.start()) if said is not None else None
    if (
        order is None
        or _WHEN_RE.search(text, left, order.start())
        or DATE_RE.search(text, left, date.start())
        or "<w" in text[left : date.start()]
    ):
        return None
    return Attached(date.group(), RENEWAL, order.start(), date.end(), "")


def told_behind(text: str, date: re.Match[str], verb: Head | None) -> Attached | None:
    """An order for more in the clause behind `said on <day> that`, `today announced that`: it was made known then.

    `verb` is the event right behind the day, as `verb_behind` finds it.
    """
    said = _SAID_RE.search(text, max(0, date.start() - _SHORT), date.start())
    start, at = (said.start(), date.end()) if said else (date.start(), verb.end) if verb and verb.kind == "elsewhere" else (0, 0)
    if not at or _THAT_RE.match(text, at) is None:
        return None
    stop = min(len(text), at + _REACH)
    order = next((head for head in find_heads(text, at, stop) if head.kind == "renewal"), None)
    back = _COMES_BACK_RE.match(text, at, stop) or _IS_COMING_RE.match(text, at, stop)
    end = order.end if order is not None and _ORDERER_RE.fullmatch(text, at, order.start) else back.end() if back is not None else None
    if end is None or "<d" in text[at:end]:
        return None
    if not text.startswith(" that ", at) and (order is None or _OF_SEASON_RE.match(text, order.end) is None):
        return None  # "said on Tuesday it has ordered a film"
    titles = _TITLE_RE.findall(text, at, end)
    return Attached(date.group(), "another" if titles[-1:] == ["w"] else RENEWAL, start, end, "")
