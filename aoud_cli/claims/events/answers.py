"""A date that belongs to what stands before its sentence: to a question (`When does it start?`, `Sunday, 9 October`), to the news."""

from __future__ import annotations

from collections.abc import Iterator

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.events.words import DATE_RE, END, NEWS_TOLD, OTHERS_RE, PREMIERE, REACH, RENEWAL, START, Attached, find_heads
from aoud_cli.english import pattern
from aoud_cli.spans.toponyms import asks_where

_ENDS = r"[^|?]*\? ?\|? ?$"  # of a question, which may head a paragraph
_WHEN = r"\bwhen(?:'s| {when_verbs}| {were_forms})\b[^|?]*?"
_GUESSED = r"\b{guessed_at} for (?:the |its )?(?:{premiere.nouns}|return)\b"
_ASKED_WHEN = r"\bwhen(?:'s| {when_verbs}|,)[^|?]*?(?:\b(?:{premiere.base}|{premiere.nouns}|{out_or_back})\b|(?<=when, though))"
# "Is there a release date for season 3? Yes: May 2023."
_ASKED_DATE = r"\b{there_be_or_have}\b[^|?]*\b(?:{dates_of_premieres})\b"
_ASKED_RE = pattern(f"(?:{_GUESSED}|{_ASKED_WHEN}|{_ASKED_DATE}){_ENDS}")
# What a guess is told with, right before its date.
_GUESS_RE = pattern(r"\b{guesses}(?: {guess_links})* $")
_NEAR = 60  # code points from the word of a guess to its date
# What may stand before the date that answers.
_OPENS_RE = pattern(r"[^a-z<]*(?:(?:<[abfkn]\d+> (?:{answers_tell}) ?)?(?:{answer_openers}[,:]? ?)*)")
# How it is asked when a show was filmed ("So when did the cameras roll?"), and when that began or ended.
_SHOOT = r"\b(?:{shoot}|{filming_words})\b"
_SHOOT_ASKED_RE = pattern(f"{_WHEN}{_SHOOT}{_ENDS}")
_SHOOT_ENDS_RE = pattern(
    rf"{_WHEN}(?:{_SHOOT}[^|?]*?\b(?:(?P<begin>{{begin}})|(?P<end>{{end}}))\b|\b(?:(?P<begin_>{{begin}})|(?P<end_>{{end}}))\b[^|?]*?{_SHOOT})"
    + _ENDS
)
_OF_ELSE_RE = pattern(r" (?:on|of|for) (?!(?:{its_articles} |new )*(?:<[tse]\d+>|{ours}\b))")  # "filming of the fight"


def answers(line: Line) -> Iterator[Attached]:
    """The date that a sentence opens with right behind a question or a heading that asks when the show comes out, or when its shoot began
    or ended."""
    text = line.masked.text
    opens = _is_asked(line.before or line.over)
    for date in DATE_RE.finditer(text) if opens or _is_asked(line.over) else ():
        guessed = _GUESS_RE.search(text, max(0, date.start() - _NEAR), date.start())
        if guessed or (opens and _OPENS_RE.fullmatch(text, 0, date.start())):
            yield Attached(date.group(), PREMIERE, guessed.start() if guessed else date.start(), date.end(), "", ahead=True)
            return
    if not opens:
        yield from _day_of_shoot(line)


def _day_of_shoot(line: Line) -> Iterator[Attached]:
    """The day that answers when a shoot began, or ended: `When did season 3 finish filming? May 2022`."""
    asked = _SHOOT_ENDS_RE.search(line.before or line.over)
    date = DATE_RE.search(line.masked.text) if asked is not None and not _OF_ELSE_RE.search(asked.group()) else None
    if asked is not None and date is not None and _OPENS_RE.fullmatch(line.masked.text, 0, date.start()):
        yield Attached(date.group(), START if asked["begin"] or asked["begin_"] else END, date.start(), date.end(), "")


_RANGE_RE, _TO_RE = pattern(r"(?:from|between) "), pattern(r" (?:to|through|until) | ?[-\u2013\u2014] ?")

# "Shoot dates for season 3, per the list: April 4 to August 19"
_SHOOT_DATES_RE = pattern(r"\W*(?:the )?(?:{shoot}|shoot) dates?\b[^.;|]*:")
# "filmed between D and E", "shot it in Busan from D to E", "which was in production from D to E", "made in <place> from D to E"
_SHOW = (
    r"(?:(?:<[ste]\d+>|\b(?:{shot_or_shooting}|which))\W{1,6}(?:(?:{were_forms}|[a-z]+ly|{also_all}) )*"
    r"|[,)] (?:and )?|^\W*(?:[a-z]+ly |all )*)"
)
_FILMED = r"(?P<shot>(?:filmed|shot)(?: (?:it|them|{all_of_it}|(?:the )?<[st]\d+>))?|{is_before_cameras}|made(?! {made_otherwise}\b))"
_WHERE = r"(?:,? (?:{where_shot}|<l\d+>)){0,8}?"  # not "in a hotel that closed": whatever did that is no shoot
_SHOT_RE = pattern(rf"{_SHOW}{_FILMED}{_WHERE},? $")
# "When was the trailer filmed?", "When were the reshoots filmed?"
_NOT_IT_RE = pattern(r"\b(?:{shoot_pieces}|{not_the_shoot})\b")


def shot_from(line: Line) -> Iterator[Attached]:
    """The days from and to which a show is said to have been shot, in the answer to where or when it was, or behind the words themselves:
    `Mostly in Busan, between September and December last year.`, `Season 2 was shot there from March to June 2023`."""
    text, low = line.masked.text, line.masked.sentence.lower
    dated = _SHOOT_DATES_RE.match(text) is not None
    asked = dated or any(_asks_of_the_shoot(words) for words in (line.before, line.over))
    for date in DATE_RE.finditer(text):
        span = line.masked.span(date.group())
        if _RANGE_RE.match(low, span.start) or (dated and _TO_RE.search(low, span.start, span.end)):
            shot = _SHOT_RE.search(text, max(0, date.start() - REACH), date.start())
            if shot or dated or (asked and not _tells_of_more(text, date.start())):
                yield Attached(date.group(), START, shot.start("shot") if shot else date.start(), date.end(), "")
                return


def _tells_of_more(text: str, end: int) -> bool:
    """Whether words before a date tell of what is no shoot: `It aired from February to March` answers no question about one."""
    return any(head.kind != "shoot" for head in find_heads(text, 0, end))


def _asks_of_the_shoot(words: str) -> bool:
    """Whether words ask where or when a show was shot, and not a piece of it."""
    asked = asks_where(words) or _SHOOT_ASKED_RE.search(words) is not None
    return asked and _NOT_IT_RE.search(words.rstrip(" |").rpartition(" | ")[2]) is None


# "It has been renewed for season 2." and behind it "The news was announced today.", "<platform> announced the news on Tuesday."
_CAME = r"(?:the |that )?{news_nouns} (?:was |were )?{news_came}"
_NEWS_RE = pattern(rf"\W*(?:{_CAME}|{NEWS_TOLD})(?: on| back on| late| early)* (?P<date><d\d+>)")
_ORDER_RE = pattern(r"\b(?:{renewal}|{back_again}(?: to <[fb]\d+>)? for (?:an? |its |the )?<s\d+>)")
_GOES_ON_RE = pattern(r" (?:that|with|about)\b")  # "the news was announced on D that X is leaving"


def news_of_order(line: Line) -> Iterator[Attached]:
    """The day on which the order was made known that the sentence before tells of."""
    told = _NEWS_RE.match(line.masked.text)
    is_ordered = (
        _ORDER_RE.search(line.before) is not None and "<w" not in line.before and not cues.is_denied(line.before, 0, len(line.before))
    )
    if told is not None and is_ordered and _GOES_ON_RE.match(line.masked.text, told.end()) is None:
        yield Attached(told["date"], RENEWAL, told.start("date"), told.end(), "")


def _is_asked(before: str) -> bool:
    """Whether words ask when the show comes out, and not when something else does."""
    return _ASKED_RE.search(before) is not None and OTHERS_RE.search(before.rstrip(" |").rpartition(" | ")[2]) is None
