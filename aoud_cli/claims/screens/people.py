"""Screens of what is told of people: of performers and their parts, of the crew, of who lives and dies in the story."""

from __future__ import annotations

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import FOR_SEASON_RE, VERB_REACH, Said
from aoud_cli.english import pattern
from aoud_cli.spans.dates.find import FoundDate

_ONCE_CAST = r"\bwhen (?:s?he|they|<[anp]\d+>) (?:was|were) (?:first )?cast\b"
_WERE_NEW_RE = pattern(
    r"\b(?:were|was|had been) (?:{mostly} )*(?:newcomers?|new|unknowns?|rookies)\b|\b(?:newcomers?"
    r"|rookies) (?:then|at the time)\b|\bbest new\b|\brelative newcomers?\b"
    f"|{_ONCE_CAST}"
)


def were_new(said: Said) -> bool:
    """`most of its actors were newcomers`: to acting, and long ago; `18 when she was cast`."""
    return _WERE_NEW_RE.search(said.line.masked.text, max(0, said.match.start() - VERB_REACH), said.match.end()) is not None


# "the young Ahn Seo-rin", "the voice of": no second performer of the part.
_SELF_RE = pattern(
    r"\b{younger_selves}(?: version of)? $|\b(?:voice|double|stunt double|stand-in) (?:of|for) (?:{titles_before_parts}\.? )?$"
)


# "X plays Y at 16", "X is Y at twenty", "X as Y, aged 19"; "16-year-old Y (X)" in scenes of another time.
_IN_ANOTHER_TIME = r",? in (?:the |a )?(?:{flashbacks}|<d\d+> scenes)\b|,? in the {decades}(?=[.,;)]|$| and )"
_AT_AN_AGE_RE = pattern(
    r",? \W?(?:at|aged|as an?) (?:[0-9]{1,2}|{tens}|{counts})(?:-year-old)?\b(?! ?(?:a\.?m|p\.?m|o'clock|:))|,? as an? {childhoods}\b"
    rf"|{_IN_ANOTHER_TIME}"
)
_IN_A_YEAR_RE = pattern(r",? in (?:the )?(?P<year><d\d+>)(?=[.,;)]|$| and )")
_LONG_AGO = 2000  # "X as Y in 1974" is of the story's time; of a show of that time it is no loss to read nothing
_AGED_RE, _THEN_RE = pattern(r"-year-old $"), pattern(r"\b(?:{flashbacks}|younger)\b")


def is_another_self(said: Said) -> bool:
    """Whether somebody plays a part only as another self of it: `the young X`, `the voice of X`."""
    text = said.line.masked.text
    at = said.value_in_line()
    if at < 0:
        return False
    end = at + len(said.value_at)
    of_age = _AGED_RE.search(text, 0, at) is not None and _THEN_RE.search(text) is not None
    year = _IN_A_YEAR_RE.match(text, end)
    what = said.line.masked.span(year["year"]).what if year is not None else None
    of_age = of_age or (isinstance(what, FoundDate) and what.latest is not None and what.latest.year < _LONG_AGO)
    return of_age or _SELF_RE.search(text, 0, at) is not None or _AT_AN_AGE_RE.match(text, end) is not None


# "X played <n> at the Playhouse in <d>", "X left for the stage, playing <n>", "known to theatregoers as <n>"
_AT_A_THEATRE_RE = pattern(r"[^.;,<]{0,30}?(?:<l\d+>[^.;,<]{0,12}?)?\b{on_a_stage}\b")
_FROM_A_STAGE_RE = pattern(r"\b{from_a_stage},? (?:[a-z]+ ){0,2}(?:<n\d+> (?:in|at) (?:the )?)?$")
_NAMES_A_THEATRE_RE = pattern(r" {on_a_stage}\b")


def is_on_a_stage(said: Said) -> bool:
    """Whether a part that nobody knows, or where it is played, is told of a theatre."""
    text, at = said.line.masked.text, said.value_in_line()
    if at < 0 or said.value_at.startswith("<c"):
        return False
    behind = _NAMES_A_THEATRE_RE if said.value_at.startswith("<l") else _AT_A_THEATRE_RE
    return behind.match(text, at + len(said.value_at)) is not None or _FROM_A_STAGE_RE.search(text, 0, at) is not None


_QUOTED_RE = pattern(r"[,.?!][\"\u201d'\u2019] ?(?:<[knap]\d+>)? ?$")
_WROTE_RE = pattern(r"\b(?:wrote|writes|writing|written)(?: (?:{writes_on}|that\b)|: ?)|\b{reviews} (?:for|in|of)\b")


def is_speech(said: Said) -> bool:
    """`"...," X wrote`, `in a review for the paper, X wrote:`: words of theirs, no script."""
    text, (start, end) = said.line.masked.text, said.match.span()
    return (
        _QUOTED_RE.search(text, 0, start) is not None
        or _WROTE_RE.search(text, max(0, start - VERB_REACH), end + 2 * VERB_REACH) is not None
    )


_CALLING_RE = pattern(r"(?:\b(?P<director>{director_words})|\b(?P<writer>{writer_words})|\b{other_callings}) $")


def has_another_calling(said: Said) -> bool:
    """`director X and writer Y`: Y is no director."""
    calling = _CALLING_RE.search(said.line.masked.text, 0, max(0, said.value_in_line()))
    own = said.make.key.partition(".")[2]
    return calling is not None and not (own in ("director", "writer") and calling[own]) and own not in ("creator", "showrunner")


_ELSEWHERE_RE = pattern(r"(?: again)? (?:home\b|{elsewhere_links} (?:(?:his|her|their|the) )?(?:<l\d+>|{whereabouts}\b))")


def is_back_elsewhere(said: Said) -> bool:
    """`X is back in Seoul`, `the season 2 finale sees X return to London`: a traveller, unless it is said in or for which season."""
    text = said.line.masked.text
    comma = text.find(",", said.match.end())
    if FOR_SEASON_RE.search(text, 0, len(text) if comma < 0 else comma) is not None:
        return False
    return _ELSEWHERE_RE.match(text, said.match.end()) is not None or _is_to_a_name(said)


_TO_NAME_RE, _TO_WORD_RE = pattern(r" to [A-Z][a-z]"), pattern(r" to [a-z]")


def _is_to_a_name(said: Said) -> bool:
    """Whether what somebody returns to is written as a name that nothing knows: a place, as a rule."""
    masked = said.line.masked
    _, end = masked.origin(*said.match.span())
    return _TO_WORD_RE.match(masked.text, said.match.end()) is not None and _TO_NAME_RE.match(masked.sentence.text, end) is not None


_OTHER_LIVES = (
    r"\b{joins_or_leaves}(?: (?!to\b|cast\b|as\b)[a-z-]+){0,3}? {other_lives}\b(?!'s|(?: [a-z-]+)? {show_nouns}\b)",
    r"\b{debuts}(?:,? (?:back )?in <d\d+>| as an? {other_callings_of_stars}\b)",
    r"\b{other_debuts}\b",
    r"(?: <[a-z]\d+>)? as (?:the |an? )?(?:[a-z-]+ ){0,2}{other_posts} {of_posts}\b",
    r"\bout (?:on|about|of the running(?! for <[st]))\b|\breturn(?:s|ed|ing)? (?:{their} |{returned_things}\b)",
    r"\bonce turned down\b",
    r"\b(?:on board|aboard|board(?:s|ed|ing)?) (?:the|an?|{their}|that) (?!(?:[a-z-]+ ){0,2}{new_to})[a-z]",
    r"(?: on)?(?: (?:[a-z]+ )?<[akn]\d+>)? as (?:the |an? |its )?(?:[a-z-]+,? (?:and )?){0,3}{crew_nouns}s?\b(?![^.;]*<c)",
    r"(?: on)?(?: (?:[a-z]+ )?<[akn]\d+>)? to (?:co-)?{crew_deeds}\b"  # "has tapped X to direct", not "is back to run the ward"
    r"(?= (?:<[set]|it\b|(?:the|its|an?) (?:[a-z]+ )?{show_nouns}\b|episodes?\b)|[.,;]|$)",
)
_OTHER_LIFE_RE = pattern("|".join(_OTHER_LIVES))


_OF_CREW_RE = pattern(r"(?<!and )\b{crew_nouns} $")


def is_another_life(said: Said) -> bool:
    """`X joined the army`, `X left her agency`, `X made her debut in 2009`; `screenwriter X, who returns`."""
    start, end = said.match.span()
    text = said.line.masked.text
    of_crew = _OF_CREW_RE.search(text, 0, start) is not None and not text.startswith("<a", start) and "<c" not in text[start:]
    return of_crew or any(found.start() <= end <= found.end() for found in _OTHER_LIFE_RE.finditer(text, start))


_LISTED_RE = pattern(r"(?P<others><[akn]\d+>(?:, <[akn]\d+>)+),? and (?:[a-z-]+ ){0,2}<[akn]\d+>\W{1,3}who\b")


def is_of_the_last(said: Said) -> bool:
    """Of `X, Y and Z, who directed the pilot`: told of Z alone."""
    listed = _LISTED_RE.search(said.line.masked.text, *said.match.span())
    return listed is not None and said.value_at in listed["others"]


_WAS_MADE = r",?(?: which| that)?(?: {was_or_were}(?: {first_adverbs})?)?"
_SOURCES_WRITER_RE = pattern(
    r"(?<!of the )(?<!of a )\b{source_works}s?(?: of the same name)?"
    rf"{_WAS_MADE} {{source_writer_links}} (?:<[akn]\d+>(?:,| and|, and) )*(?:(?!{{made_verbs}}\b)[a-z]+ ){{0,2}}$"
)


def is_the_sources(said: Said) -> bool:
    """`the webtoon of the same name by writer X`: who wrote the source, not the show."""
    at = said.value_place()
    return at >= 0 and _SOURCES_WRITER_RE.search(said.line.masked.text, 0, at) is not None


_SUCCEEDED_RE = pattern(r"\b{succeeding}(?: (?:[a-z-]+ ){0,2}?{crew_titles})? $")


_FORMERLY_RE = pattern(r"\b(?:{former_posts} (?:the |an? )?|ex-)(?:[a-z-]+ )?{crew_titles}")

_NOW_RE = pattern(r"[^.;,]*, (?:will )?{crew_verbs}(?:s|ed)? ")  # "X, formerly the director of <another>, directs season 3"


def is_predecessor(said: Said) -> bool:
    """`who will succeed X as showrunner`: told of whoever comes; `X, latterly head writer of <another>`: of what they did before."""
    at, text = said.value_place(), said.line.masked.text
    former = _FORMERLY_RE.search(text, said.match.start(), said.match.end() + VERB_REACH)
    if former is not None and _NOW_RE.match(text, former.end()) is None:
        return True
    return at >= 0 and _SUCCEEDED_RE.search(text, 0, at) is not None


_OWN_BOOK_RE = pattern(r"\b{writes_books} (?:{articles_of_books}|the) (?:[a-z-]+ ){0,3}?(?:{source_works}|{other_writings})s?\b")
_BOOK = 30  # code points about the words in which a book may stand


def is_own_book(said: Said) -> bool:
    """`X wrote her first novel in 2014`: of the source, if of anything."""
    start, end = said.match.span()
    return _OWN_BOOK_RE.search(said.line.masked.text, max(0, start - _BOOK), end + _BOOK) is not None


_SHOWS_RETURN_RE = pattern(r"(?:<[ts]\d+>|\b{show_nouns}),? (?:which|that) [^.;]*<[anc]\d+>[^.;]*, (?:is|will|has|returns?)\b")


def is_the_shows_return(said: Said) -> bool:
    """`The show, which starred X and ended in 2021, will return`: nothing is told of X."""
    text, (start, end) = said.line.masked.text, said.match.span()
    return any(found.start() < start < found.end() <= end for found in _SHOWS_RETURN_RE.finditer(text))


_OWN_PART_RE = pattern(r"<[an]\d+>[^.;]{0,80}\b{of_own_parts}\b[^.;,]*$")
_WITHIN = 120  # code points before a part in which its performer may stand


def is_the_performers(said: Said) -> bool:
    """`X, who joined as Officer Y, will return`: X comes back, not Y."""
    text, start = said.line.masked.text, said.match.start()
    return _OWN_PART_RE.search(text, max(0, start - _WITHIN), start) is not None


_UNREAL_RE = pattern(r"\b{unreal_stories}\b")


def is_unreal(said: Said) -> bool:
    """`Kate dreams that Sam drowns`, `in the alternative ending, Sam dies`: nothing of the story itself."""
    return _UNREAL_RE.search(said.line.masked.text, 0, said.match.end()) is not None


_MAKER_RE = pattern(
    r"\b{production_jobs},? (?P<behind><n\d+>)|(?P<before><n\d+>),? (?:who (?:was|is) )?(?:the |an? )?(?:[a-z]+'s )?{production_jobs}\b"
)

_VIOLENT_RE = pattern(r"\b{violent_ends}\b")


def is_of_the_makers(said: Said) -> bool:
    """`Props master X, who died in March`: nobody of the story."""
    if "<n" not in said.match.group() or _VIOLENT_RE.search(said.match.group()):
        return False  # "TV producer X is murdered" in the story
    makers = _MAKER_RE.finditer(said.line.masked.text, 0, said.match.end())
    return any((maker["behind"] or maker["before"]) in said.match.group() for maker in makers)


_AS_A_CHILD_RE = pattern(r"[^.;,]{0,40} as an? (?:[a-z]+ )?{childhoods}(?=[.,;)]|$| and )")


def is_long_ago(said: Said) -> bool:
    """`Y, a pilot who died on the ferry as a boy`: what befell somebody before the story."""
    return _AS_A_CHILD_RE.match(said.line.masked.text, said.match.end()) is not None


_NOR_RE = pattern(r"(?:^|[,;] )\W*(?:nor|neither|never|no longer) {modals} (?:<[akn]\d+>'s )?$")  # "Nor will X's Y be revived."
_NOT_THOUGHT_RE = pattern(r"\b{not_thought}\b[^.;:,]*$")


def is_not_thought(said: Said) -> bool:
    """`I do not think X is alive`: the opposite is meant, and not as a fact."""
    text, start = said.line.masked.text, said.match.start()
    return _NOT_THOUGHT_RE.search(text, 0, start) is not None or _NOR_RE.search(text, 0, start) is not None


# What somebody comes back to, joins or leaves, or makes, as a name that nothing knows: `dropped out of Night Ferry`, `directed Iron Hill`.
_NAME = r"(?:the )?(?!{Season_pieces}\b|{Any_weekday}\b|{Any_month}\b|{no_work_names}\b)[A-Z][a-z]+(?: [A-Z0-9][\w']*)*"
_NAMED_BEHIND_RE = pattern(rf"(?: as [A-Z][\w-]+)?(?: [a-z'-]+){{0,5}}? {{before_named_things}} {_NAME}")
_NAMED_OBJECT_RE = pattern(rf" {_NAME}(?! [a-z]+(?:ed|s)\b)")


def is_of_a_named_thing(said: Said) -> bool:
    """Whether a name stands behind the words that neither the profile nor the article knows, and nothing of the show beside it."""
    masked, (start, end) = said.line.masked, said.match.span()
    left, right = cues.clause(masked.text, start, end)
    if _OWN_RE.search(masked.text, left, right) or FOR_SEASON_RE.search(masked.text, left, right):
        return False
    shape = _NAMED_OBJECT_RE if said.make.key.startswith("crew.") else _NAMED_BEHIND_RE
    return shape.match(masked.cased, end, right) is not None


_OWN_RE = pattern(r"<[stc]\d+>|\bthe {show_kinds}\b")
_TALKED_RE = pattern(r"\b{talks_of} {talked_of}\b")
_STARRED_RE = pattern(r"\b{starring_words} (?:<[akn]\d+>(?:,? and|,) )*$")


def is_talked_of(said: Said) -> bool:
    """`X has been coy about coming back`: not said; `the trailer for the show, starring X, is back online`: not said of X."""
    if said.make.term == "returning" and _STARRED_RE.search(said.line.masked.text, 0, said.match.start()):
        return True
    return _TALKED_RE.search(said.line.masked.text, said.match.start(), said.match.end() + VERB_REACH) is not None


_WALKS_RE = pattern(r"(?: back)? {walks_to} {walked_articles} (?!(?:[a-z]+ ){0,2}(?:{ours}|{no_walks})\b)[a-z]")


def is_a_walk(said: Said) -> bool:
    """`Kate returns to the lighthouse at dawn`: somebody in the story who walks about."""
    return (
        "<c" in said.match.group()
        and "<a" not in said.match.group()
        and _WALKS_RE.match(said.line.masked.text, said.match.end()) is not None
    )
