"""What must not be a claim although its words are read: each screen is a question, asked of the words or of what is made of them.

Each has cases that fail when it is taken out (`tests/claims/test_screens.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, Optional

from aoud_cli.claims import certainty as cues, other_works as works
from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.english import pattern
from aoud_cli.spans.mask import Masked

_NO_LONGER_RE = pattern(r"\b(?:after|following|end(?:s|ed|ing)) (?:[a-z]+ ){0,4}$")  # "after months without a date"
_WERE_NEW_RE = pattern(
    r"\b(?:were|was|had been) (?:{mostly} )*(?:newcomers?|new|unknowns?|rookies)\b|\b(?:newcomers?"
    r"|rookies) (?:then|at the time)\b|\bbest new\b|\brelative newcomers?\b"
)


class Said(NamedTuple):
    """What a screen looks at: the words that a rule matched in a sentence, and what it makes of them.

    `doubtful`: another title nearby would put it in doubt; `value_at` is the token of the value.
    """

    line: Line
    rule: Rule
    match: re.Match[str]
    make: Make
    doubtful: bool = False
    value_at: str = ""


class Screen(NamedTuple):
    """A question by its name: of which claims it is asked, and whether the answer refuses this one."""

    name: str
    asks: Callable[[Make, Rule], bool]
    refuses: Callable[[Said], bool]


def is_question(line: Line) -> bool:
    """Whether a sentence ends with a question mark."""
    return line.masked.sentence.text.rstrip("\"')").endswith("?")


def _always(make: Make, rule: Rule) -> bool:
    return True


def _of(*keys: str) -> Callable[[Make, Rule], bool]:
    """For claims of these predicates, or of a topic (`crew.`)."""
    return lambda make, rule: make.key.startswith(keys)


def _is_retracted(said: Said) -> bool:
    return cues.is_retracted(said.line.masked.text, *said.match.span())


def _is_asked(said: Said) -> bool:
    return cues.is_asked(said.line.masked.text, said.match.start())


def _is_over(said: Said) -> bool:
    """`after months without a date`."""
    return _NO_LONGER_RE.search(said.line.masked.text, 0, said.match.start()) is not None


def _were_new(said: Said) -> bool:
    """`most of its actors were newcomers`: to acting, and long ago."""
    return _WERE_NEW_RE.search(said.line.masked.text, max(0, said.match.start() - _VERB), said.match.end()) is not None


_VERB = 16  # code points before the words in which "were" stands


# "the young Ahn Seo-rin", "the voice of": no second performer of the part.
_SELF_RE = pattern(r"\b{younger_selves}(?: version of)? $|\b(?:voice|double|stunt double|stand-in) (?:of|for) $")


def _is_another_self(said: Said) -> bool:
    return is_another_self(said.line.masked, said.value_at)


def is_another_self(masked: Masked, token: str) -> bool:
    """Whether somebody plays a part only as another self of it: `the young X`, `the voice of X`."""
    at = masked.text.find(token) if token.startswith("<") else -1
    return at >= 0 and _SELF_RE.search(masked.text, 0, at) is not None


_OWNED_FIGURE_RE = pattern(r"<w\d+>'s? (?:[a-z-]+ ){0,2}$")
_CONDITION_RE = pattern(r"\b{not_yet_links} [^,.;]{0,60}$")
_TO_COME_RE = pattern(r"\b{condition_outcomes}\b")
_QUOTED_RE = pattern(r"[,.?!][\"\u201d'\u2019] ?(?:<[knap]\d+>)? ?$")


def _is_anothers_figure(said: Said) -> bool:
    """`behind only <another>'s 1.65 billion hours`."""
    text = said.line.masked.text
    return said.value_at.startswith("<") and _OWNED_FIGURE_RE.search(text, 0, max(0, text.find(said.value_at))) is not None


def _is_condition(said: Said) -> bool:
    """`when the episodes are in the can, the team will rest`: not so yet."""
    text = said.line.masked.text
    if _INVERTED_RE.match(text) or (said.make.key == "renewal.announced" and _HOPED_RE.search(text, 0, said.match.start())):
        return True
    return _CONDITION_RE.search(text, 0, said.match.start()) is not None and _TO_COME_RE.search(text, said.match.end()) is not None


_HOPED_RE = pattern(r"\b{hopes_for}\b[^.;]*$")  # "is hopeful that the streamer will order a third season"
_INVERTED_RE = pattern(r"\W*(?:had|were|should) (?:<[tsf]\d+>|the [a-z]+|it|they)\b[^.;?]*,")  # "had the show been cancelled, we would"


_WROTE_RE = pattern(r"\b(?:wrote|writes|writing|written) (?:{writes_on}|that\b)")


def _is_speech(said: Said) -> bool:
    """`"...," X wrote`: words of theirs, no script."""
    text, (start, end) = said.line.masked.text, said.match.span()
    return _QUOTED_RE.search(text, 0, start) is not None or _WROTE_RE.search(text, start, end + 2 * _VERB) is not None


_CALLING_RE = pattern(r"(?:\b(?P<director>{director_words})|\b(?P<writer>{writer_words})|\b{other_callings}) $")


def _has_another_calling(said: Said) -> bool:
    """`director X and writer Y`: Y is no director."""
    text = said.line.masked.text
    calling = _CALLING_RE.search(text, 0, max(0, text.find(said.value_at))) if said.value_at.startswith("<") else None
    own = said.make.key.partition(".")[2]
    return calling is not None and not (own in ("director", "writer") and calling[own]) and own not in ("creator", "showrunner")


_ELSEWHERE_RE = pattern(r"(?: again)? (?:home\b|{elsewhere_links} (?:(?:his|her|their|the) )?(?:<l\d+>|{whereabouts}\b))")


_FOR_SEASON_RE = pattern(r"\b(?:for|in|of|to)(?: the)? <s\d+>")


def _is_back_elsewhere(said: Said) -> bool:
    """`X is back in Seoul`, `the season 2 finale sees X return to London`: a traveller, unless it is said in or for which season."""
    text = said.line.masked.text
    comma = text.find(",", said.match.end())
    if _FOR_SEASON_RE.search(text, 0, len(text) if comma < 0 else comma) is not None:
        return False
    return _ELSEWHERE_RE.match(text, said.match.end()) is not None or _is_to_a_name(said)


_TO_NAME_RE, _TO_WORD_RE = pattern(r" to [A-Z][a-z]"), pattern(r" to [a-z]")


def _is_to_a_name(said: Said) -> bool:
    """Whether what somebody returns to is written as a name that nothing knows: a place, as a rule."""
    masked = said.line.masked
    _, end = masked.origin(*said.match.span())
    return _TO_WORD_RE.match(masked.text, said.match.end()) is not None and _TO_NAME_RE.match(masked.sentence.text, end) is not None


_OTHER_LIVES = (
    r"\b{joins_or_leaves}(?: [a-z-]+){0,3}? {other_lives}\b(?!'s|(?: [a-z-]+)? {show_nouns}\b)",
    r"\b{debuts}(?:,? (?:back )?in <d\d+>| as an? {other_callings_of_stars}\b)",
    r"\b{other_debuts}\b",
    r"(?: <[a-z]\d+>)? as (?:the |an? )?(?:[a-z-]+ ){0,2}{other_posts} {of_posts}\b",
    r"\bout (?:on|about)\b",
    r"(?: on)? as (?:the |an? |its )?(?:[a-z-]+,? (?:and )?){0,3}{crew_nouns}s?\b(?![^.;]*<c)",
)
_OTHER_LIFE_RE = pattern("|".join(_OTHER_LIVES))


def _is_another_life(said: Said) -> bool:
    """`X joined the army`, `X left her agency`, `X made her debut in 2009`."""
    start, end = said.match.span()
    return any(found.start() <= end <= found.end() for found in _OTHER_LIFE_RE.finditer(said.line.masked.text, start))


# "Cold Harbour (ITV1) 9pm-10pm" over a figure in the ratings of an evening.
_SLOT_RE = pattern(r"^(?![^|]*<[ts]\d)[^|(]*[a-z>] \((?:<[fb]\d+>)\)[^|(]{0,30}(?=\||$)")


def _is_anothers_slot(said: Said) -> bool:
    return _SLOT_RE.match(said.line.over) is not None


_LISTED_RE = pattern(r"(?P<others><[akn]\d+>(?:, <[akn]\d+>)+),? and (?:[a-z-]+ ){0,2}<[akn]\d+>\W{1,3}who\b")


def _is_of_the_last(said: Said) -> bool:
    """Of `X, Y and Z, who directed the pilot`: told of Z alone."""
    listed = _LISTED_RE.search(said.line.masked.text, *said.match.span())
    return listed is not None and said.value_at in listed["others"]


_SOURCES_WRITER_RE = pattern(r"\b{source_works}s?(?: of the same name)?,? (?:by|from|written by|created by) (?:[a-z]+ ){0,2}$")


def _is_the_sources(said: Said) -> bool:
    """`the webtoon of the same name by writer X`: who wrote the source, not the show."""
    at = _value_place(said)
    return at >= 0 and _SOURCES_WRITER_RE.search(said.line.masked.text, 0, at) is not None


def _value_place(said: Said) -> int:
    """Where the value's token stands in the words that a rule matched; -1 where the value is no token."""
    return said.line.masked.text.find(said.value_at, said.match.start()) if said.value_at.startswith("<") else -1


_CREW_MOVES_RE = pattern(r"\b{crews_at_work}\b[^.;|]*$")


def _is_the_crews(said: Said) -> bool:
    """`the crew will be in <place> before moving on to <another>`: where it is shot, not where it takes place."""
    left, _ = cues.clause(said.line.masked.text, *said.match.span())
    return _CREW_MOVES_RE.search(said.line.masked.text, left, said.match.start()) is not None


_OWN_BOOK_RE = pattern(r"\b{writes_books} (?:{articles_of_books}|the) (?:[a-z-]+ ){0,3}?{source_works}s?\b")
_BOOK = 30  # code points about the words in which a book may stand


def _is_own_book(said: Said) -> bool:
    """`X wrote her first novel in 2014`: of the source, if of anything."""
    start, end = said.match.span()
    return _OWN_BOOK_RE.search(said.line.masked.text, max(0, start - _BOOK), end + _BOOK) is not None


_SHOWS_RETURN_RE = pattern(r"(?:<[ts]\d+>|\b{show_nouns}),? (?:which|that) [^.;]*<[anc]\d+>[^.;]*, (?:is|will|has|returns?)\b")


def _is_the_shows_return(said: Said) -> bool:
    """`The show, which starred X and ended in 2021, will return`: nothing is told of X."""
    text, (start, end) = said.line.masked.text, said.match.span()
    return any(found.start() < start < found.end() <= end for found in _SHOWS_RETURN_RE.finditer(text))


_OWN_PART_RE = pattern(r"<[an]\d+>[^.;]{0,80}\b{of_own_parts}\b[^.;,]*$")
_WITHIN = 120  # code points before a part in which its performer may stand


def _is_the_performers(said: Said) -> bool:
    """`X, who joined as Officer Y, will return`: X comes back, not Y."""
    text, start = said.line.masked.text, said.match.start()
    return _OWN_PART_RE.search(text, max(0, start - _WITHIN), start) is not None


# "X filmed a perfume ad in Cork": what is shot is not the show.
_OWN_SHOOT_RE = pattern(
    r"<[ak]\d+>(?: {grammar_have}| {grammar_be})? {filming_words} {own_shoots}"
    r" (?!(?:[a-z]+ ){0,2}{pieces_of_shows}\b)[a-z]"
)
_ENGAGED_RE = pattern(r"<[akn]\d+>,? who(?: {engaged})*(?: {filming_words}(?: <s\d+>)?(?: in| at)?)? ?$")


def _is_anothers_shoot(said: Said) -> bool:
    """`X, who is filming in Vancouver, sent a message`: at other work, unless the season is named."""
    text, start = said.line.masked.text, said.match.start()
    if _OWN_SHOOT_RE.search(text, 0, said.match.end() + _VERB) is not None and "<s" not in text:
        return True
    return _ENGAGED_RE.search(text, 0, start) is not None and _FOR_SEASON_RE.search(text, start) is None


_UNTIL_RE = pattern(r"\b{paced}\b.*\b{until_words}(?: at least)? $|\bno [a-z]+ing {until_words} $")


def _is_an_end(said: Said) -> bool:
    """`will drop weekly until December`, `drops weekly, so no bingeing until December`: no day on which a season comes out."""
    at = _value_place(said)
    return at >= 0 and _UNTIL_RE.search(said.line.masked.text, said.match.start(), at) is not None


_UNREAL_RE = pattern(r"\b{unreal_stories}\b")


def _is_unreal(said: Said) -> bool:
    """`Kate dreams that Sam drowns`, `in the alternative ending, Sam dies`: nothing of the story itself."""
    return _UNREAL_RE.search(said.line.masked.text, 0, said.match.end()) is not None


_NOR_RE = pattern(r"(?:^|[,;] )\W*(?:nor|neither|never|no longer) {modals} (?:<[akn]\d+>'s )?$")  # "Nor will X's Y be revived."
_NOT_THOUGHT_RE = pattern(r"\b{not_thought}\b[^.;:,]*$")


def _is_not_thought(said: Said) -> bool:
    """`I do not think X is alive`: the opposite is meant, and not as a fact."""
    text, start = said.line.masked.text, said.match.start()
    return _NOT_THOUGHT_RE.search(text, 0, start) is not None or _NOR_RE.search(text, 0, start) is not None


_NEW_CLAUSE_RE = pattern(r": (?:the|its?|an?|and)\b|; |, (?:which|who|while|but)\b")


def _is_anothers_date(said: Said) -> bool:
    """`picked it up for a third season, which has two parts: the first was released on June 12`: no day of an order."""
    at = _value_place(said)
    return said.value_at.startswith("<d") and at >= 0 and _NEW_CLAUSE_RE.search(said.line.masked.text, said.match.start(), at) is not None


_NO_PART_RE = pattern(r"\b(?:{part_denied}|{part_kept})\b")
_NOT_SET_RE, _NOT_MADE_RE = pattern(r"{not_set}\b"), pattern(r"\b{not_made_from}\b")


def _is_another_denial(said: Said) -> bool:
    """`the story does not end in X`, `without a novel by Y left`: what is denied is not that it is set there, or made from that."""
    if not said.rule.negation:
        return False
    text = said.line.masked.text
    left, _ = cues.clause(text, *said.match.span())
    words = text[left : said.match.end()]
    key = said.make.key
    denied = _NOT_MADE_RE if key.startswith("source.") else _NO_PART_RE if key == "cast.plays" else _NOT_SET_RE
    return denied.search(words) is None and cues.is_denied(text, *said.match.span(), narrow=key == "cast.plays")


_TALKED_RE = pattern(r"\b{talks_of} {talked_of}\b")


def _is_talked_of(said: Said) -> bool:
    """`X has been coy about coming back`: not said."""
    return _TALKED_RE.search(said.line.masked.text, said.match.start(), said.match.end() + _VERB) is not None


_WALKS_RE = pattern(r"(?: back)? {walks_to} {walked_articles} (?!(?:[a-z]+ ){0,2}(?:{ours}|{no_walks})\b)[a-z]")


def _is_a_walk(said: Said) -> bool:
    """`Kate returns to the lighthouse at dawn`: somebody in the story who walks about."""
    return (
        "<c" in said.match.group()
        and "<a" not in said.match.group()
        and _WALKS_RE.match(said.line.masked.text, said.match.end()) is not None
    )


_ANOTHER_CHANNEL_RE, _RUN_RE = pattern(r"<b\d+>"), pattern(r"<[fbst]\d+>")


def _is_a_channels_run(said: Said) -> bool:
    """`It will premiere in the US on <another network>. There will be one every week until 15 February`: there alone."""
    line = said.line
    return not line.columns and _ANOTHER_CHANNEL_RE.search(line.before) is not None and _RUN_RE.search(line.masked.text) is None


_ONES_DAY_RE = pattern(r"(?:\b{his_or_her}|<[acknp]\d+>(?:'s?)?) (?:own |very )?{first_or_last_days} (?:on|of|at)\b")


def _is_somebodys_day(said: Said) -> bool:
    """`His last day on the set was 2 November`: who has shot all scenes leaves a shoot that goes on."""
    return _ONES_DAY_RE.search(said.line.masked.text, 0, said.match.end()) is not None


# Asked of words, whatever is made of them.
OF_WORDS = (
    Screen("a question", lambda make, rule: not rule.question, lambda said: is_question(said.line)),
    Screen("no longer so", lambda make, rule: rule.makes[0].term == "unannounced", _is_over),
    Screen("retracted", _always, _is_retracted),
    Screen("an indirect question", lambda make, rule: rule.hedge and not rule.question, _is_asked),
)
# Asked of a claim that is made of them.
OF_CLAIMS = (
    Screen("another work", _always, lambda said: said.doubtful and works.is_about_another(said.line, said.match)),
    Screen("beside the show", _of("release.premiere"), lambda said: works.is_beside(said.line, said.match)),
    Screen("no first day", _of("release.premiere"), lambda said: works.is_no_first_day(said.line, said.match)),
    Screen("another title's order", _of("renewal.announced"), lambda said: works.is_of_another_title(said.line, said.match)),
    Screen("another event's date", _of("renewal.announced"), _is_anothers_date),
    Screen("some episodes", _of("episodes.count"), lambda said: works.is_partial(said.line, said.match)),
    Screen("the source", _of("character.fate"), lambda said: works.is_of_the_source(said.line, said.match)),
    Screen("a by-product", _of("crew."), lambda said: works.is_by_product(said.line, said.match)),
    Screen(
        "another engagement",
        lambda make, rule: make.term in ("returning", "new") and make.key not in ("character.fate", "renewal.announced"),
        lambda said: works.is_in_another(said.line, said.match),
    ),
    Screen("back elsewhere", lambda make, rule: make.key == "cast.status" and make.term == "returning", _is_back_elsewhere),
    Screen("a walk", lambda make, rule: make.key == "cast.status" and make.term == "returning", _is_a_walk),
    Screen("talked of", _of("cast.status"), _is_talked_of),
    Screen("another denial", _of("setting.place", "source.", "cast.plays"), _is_another_denial),
    Screen("not thought so", _of("character.fate"), _is_not_thought),
    Screen("no story", _of("character.fate"), _is_unreal),
    Screen("a performer's return", lambda make, rule: make.key == "character.fate" and make.term == "returns", _is_the_performers),
    Screen("the show's return", _of("cast.status", "character.fate"), _is_the_shows_return),
    Screen("another life", _of("cast.status"), _is_another_life),
    Screen("another's slot", _of("viewership.", "release.", "episodes."), _is_anothers_slot),
    Screen("another's figure", _of("viewership."), _is_anothers_figure),
    Screen("another's shoot", _of("production."), _is_anothers_shoot),
    Screen("somebody's day", _of("production.filming"), _is_somebodys_day),
    Screen("an end", _of("release.premiere"), _is_an_end),
    Screen("another channel's run", _of("release.finale"), _is_a_channels_run),
    Screen("a condition", _of("production.status", "renewal."), _is_condition),
    Screen("another of a list", _of("crew."), _is_of_the_last),
    Screen("the source's writer", _of("crew.writer"), _is_the_sources),
    Screen("the crew's move", lambda make, rule: rule.id == "setting.place.moves", _is_the_crews),
    Screen("a book", _of("crew.writer"), _is_own_book),
    Screen("speech", _of("crew.writer"), _is_speech),
    Screen("another calling", _of("crew."), _has_another_calling),
    Screen("once new", lambda make, rule: make.term == "new", _were_new),
    Screen("another self", _of("cast.plays"), _is_another_self),
)


def refused(screens: tuple[Screen, ...], said: Said) -> Screen | None:
    """The first screen that refuses it; None where it passes all."""
    return next((screen for screen in _asking(screens, said.make, said.rule) if screen.refuses(said)), None)


_Key = tuple[str, str, Optional[str], bool, bool]
_ASKING: dict[_Key, list[tuple[tuple[Screen, ...], tuple[Screen, ...]]]] = {}  # what a rule is asked is the same in every sentence


def _asking(screens: tuple[Screen, ...], make: Make, rule: Rule) -> tuple[Screen, ...]:
    """The screens that are asked of what a rule makes."""
    kept = _ASKING.setdefault((rule.id, make.key, make.term, rule.hedge, rule.question), [])
    for known, asking in kept:
        if known is screens:
            return asking
    kept.append((screens, tuple(screen for screen in screens if screen.asks(make, rule))))
    return kept[-1][1]


def passed(make: Make, rule: Rule) -> tuple[str, ...]:
    """The names of the screens that a claim of this rule was asked."""
    return tuple(screen.name for screen in (*OF_WORDS, *OF_CLAIMS) if screen.asks(make, rule))
