"""Where a show is filmed, and where its story plays: each place goes to the nearest word before it that is of one or of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aoud_cli.claims.constructions.verbs import SHOW_NOUNS, Reading, built_in, is_show
from aoud_cli.claims.lexicon import CREDIT, Entry
from aoud_cli.claims.tokens import ADVERBS, BE, DENIERS, PEOPLE, Hit, Token
from aoud_cli.english import pattern, words

LOCATION, SETTING = "production.location", "setting.place"
_BACK = 16  # tokens from a place to the word that it belongs to
_BEHIND = 7  # tokens from a place to what says that it is made up
_PREPOSITIONS, _CALLED, _STOPS = (frozenset(words(name)) for name in ("place_prepositions", "places_called", "place_stops"))
_CALLED |= frozenset((*words("age_words"), *words("before_ages")))
_NO_SCENES, _MOVES, _FAR_DEEDS = (frozenset(words(name)) for name in ("no_scenes", "moves_there", "far_deeds"))
_BEFORE_A_SHOT = frozenset(words("before_a_shot"))
_INCLUDES, _LISTED = frozenset(words("includes")), frozenset(words("shoot_places"))  # "filming locations include <place>"
_NEARBY = frozenset(words("nearby"))
_MADE = ("filmed", "film_nouns", "stands_for")
_STORY = built_in(SETTING, CREDIT, "plays_out", "in", "places.py")
_STOOD_FOR = built_in(SETTING, CREDIT, "invented", "stands for", "places.py")
_KINDS_OF_SETS = frozenset(words("kinds_of_sets"))
_JOINED = {"set": SETTING, "shot": LOCATION, "filmed": LOCATION}  # "the Galway-set drama"
_ARTICLES = frozenset(words("articles"))
_ANSWERED = {
    LOCATION: built_in(LOCATION, CREDIT, "filmed", "answer", "places.py"),
    SETTING: built_in(SETTING, CREDIT, "plays_out", "answer", "places.py"),
}
_OF_PLACES = ("filmed", "film_nouns", "plays_out", "story_nouns")


def read_places(tokens: Sequence[Token], found: Sequence[tuple[int, Hit]]) -> Iterator[Reading]:
    """The places of a masked sentence that the show is filmed or set at."""
    if not any(token.kind == "l" for token in tokens):
        return
    told: list[list[Entry]] = [[] for _ in tokens]
    for i, hit in found:
        told[i].append(hit.entry)
    entry: Entry | None = None
    is_plot = any(token.kind == "c" for token in tokens) and not any(one.kind in _MADE for entries in told for one in entries)
    for i, token in enumerate(tokens):
        if token.kind != "l":
            continue
        if _holds_the_one_before(tokens, i):
            continue
        joined = i > 1 and tokens[i - 1].text in (",", "and", "&") and tokens[i - 2].kind == "l"
        said, last = _said_of(tokens, i) or (None, token)
        entry = (
            _invented(tokens, told, i)
            or _stands_for(told, i)
            or said
            or (entry if joined and entry is not None else _nearest(tokens, told, i))
        )
        if entry is not None:
            yield Reading(entry, token, "place", token.start, last.end)
        elif is_plot and _is_where(tokens, i):
            yield Reading(_STORY, token, "plot place", token.start, token.end)


_SHOWS = r"(?:the |this |<t\d+>'?s? )*(?:<[ts]\d+>|{show_kinds}|story|action)"
_WHERE_IT_IS = rf"where (?:{{shares_of_it}} )?{_SHOWS} (?:{{where_shows_are}} )*(?:{{plays_out_words}}|(?P<shot>{{filming_words}}|made))\b"
# "X and Y were used as filming locations", "X has served as the show's base", "X provided the harbour scenes"
_SERVES = (
    r"(?:(?:,|and|, and|&) <l\d+> )*(?P<serves>"
    r"{serves_shoots} (?:{adverbs} |{articles} |{one_or_some_of} )*(?:[a-z]+ |<t\d+> |'s ){0,3}?{shoot_places}\b"
    r"|{gives_scenes} (?:[a-z]+ ){0,4}?{scenes_given}\b)"
)
_TELLS_OF_RE = pattern(
    r"{says_of_places} (?:{adverbs} |{articles} |most of |much of )*{settings_of} (?:of|for|to) "
    rf"|(?:{{says_of_places}}(?: {{adverbs}}| {{articles}})*|,) {_WHERE_IT_IS}"
    rf"|(?P<to_shoot>to (?:film|shoot)) {_SHOWS}|{_SERVES}"
)
# "the fictional <place> is in reality <place>"
_REALLY_RE = pattern(r"<l\d+>,? (?:is|was) {in_truth} (?:in )?$")


def _is_hyphened(tokens: Sequence[Token], i: int) -> bool:
    """Whether a place and a word with a hyphen are said of the show: `the Galway-set drama`; not "in a Galway-set film"."""
    close = tokens[i].end == tokens[i + 1].start and tokens[i + 1].end == tokens[i + 2].start
    said = next((token for token in tokens[i + 3 : i + 6] if token.kind in ("s", "t", "w") or token.text in SHOW_NOUNS), None)
    article = tokens[i - 1].text if i else ""
    other = any(token.kind == "w" for token in tokens[i + 3 : i + _SHORT])
    return close and said is not None and said.kind != "w" and not other and (article not in ("a", "an") or _is_ours_before(tokens, i))


def _is_ours_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether `a` introduces what the show is: `<title>, a Galway-set drama`, `is a Galway-set drama`."""
    return any(is_show(token) or token.text in BE for token in tokens[max(0, i - 4) : i])


def _said_of(tokens: Sequence[Token], i: int) -> tuple[Entry, Token] | None:
    """What a clause says of a place, and its last token: `X is the setting of season 4`, `in X, where season 3 was filmed`."""
    joined = [token.text for token in tokens[i + 1 : i + 3]]
    if len(joined) > 1 and joined[0] == "-" and joined[1] in _JOINED and _is_hyphened(tokens, i):
        return _ANSWERED[_JOINED[joined[1]]], tokens[i + 2]
    if joined[:1] == ["shoot"] and i and tokens[i - 1].text in _ARTICLES:
        return _ANSWERED[LOCATION], tokens[i + 1]  # "the <place> shoot lasted five months"
    if _REALLY_RE.search(" ".join(token.text for token in tokens[max(0, i - _BEHIND) : i]) + " "):
        return _ANSWERED[LOCATION], tokens[i]
    told = _TELLS_OF_RE.match(" ".join(token.text for token in tokens[i + 1 : i + _SHORT]))
    if told is None:
        return None
    is_shot = told["shot"] or told["to_shoot"] or told["serves"]
    return _ANSWERED[LOCATION if is_shot else SETTING], tokens[i + len(told.group().split())]


def _holds_the_one_before(tokens: Sequence[Token], i: int) -> bool:
    """Whether a place only says where the one before it lies: `in Calgary, Alberta`, and no list goes on."""
    if i > 1 and tokens[i - 1].text in _NEARBY and tokens[i - 2].kind == "l":
        return True  # "at the studios outside London"
    pair = i > 1 and tokens[i - 1].text == "," and tokens[i - 2].kind == "l"
    if not pair or (i > 3 and tokens[i - 3].text in (",", "and") and tokens[i - 4].kind == "l"):
        return False
    return not any(one.kind == "l" for one in tokens[i + 1 : i + 4])


_WHERE_RE = pattern(r"\bwhere(?:'s|d| {where_verbs})\b[^|?]*\? ?\|? ?$")
_FILMED_RE, _SET_RE = pattern(r"\b{filming_words}\b"), pattern(r"\b{plays_out_words}\b")
_SHORT = 30  # tokens of an answer


_NO_ANSWERS = DENIERS | frozenset(words("no_places_answered"))


def read_where(tokens: Sequence[Token], asked: str) -> Iterator[Reading]:
    """`Where was it filmed? Mostly in Busan.`"""
    if len(tokens) > _SHORT or _WHERE_RE.search(asked) is None:
        return
    key = LOCATION if _FILMED_RE.search(asked) else SETTING if _SET_RE.search(asked) else ""
    for i, token in enumerate(tokens if key else ()):
        opens = all(one.kind in ("", "l") and one.text not in _NO_ANSWERS for one in tokens[:i])
        if token.kind == "l" and opens and not _holds_the_one_before(tokens, i):
            yield Reading(_ANSWERED[key], token, "answer", token.start, token.end)


def _is_where(tokens: Sequence[Token], i: int) -> bool:
    """Whether a place stands where a character is or does something: behind a preposition, with nobody's name between."""
    at = _preposition(tokens, i)
    return (
        at is not None and tokens[at].text not in _NO_SCENES and not any(token.text in _FAR_DEEDS for token in tokens[max(0, at - 2) : at])
    )


def _preposition(tokens: Sequence[Token], i: int) -> int | None:
    """The index of the preposition before a place and what it is called; None where none stands there."""
    at = i - 1
    while at >= 0 and (tokens[at].kind == "d" or tokens[at].text[0].isdigit() or tokens[at].text in _CALLED):
        at -= 1  # "in the town of <place>", "in 1980s <place>"
    is_list = at > 0 and tokens[at].text in _INCLUDES and any(token.text in _LISTED for token in tokens[max(0, at - 2) : at])
    return at if is_list or (at >= 0 and tokens[at].text in _PREPOSITIONS) else None


def _nearest(tokens: Sequence[Token], told: Sequence[Sequence[Entry]], i: int) -> Entry | None:
    """The word before a place, behind a preposition, that it belongs to; none across another work, somebody, or another clause."""
    at = _preposition(tokens, i)
    if at is None or tokens[at].text in ("from", "outside"):  # "stories from <place>" are not set there
        return None
    for j in range(at - (tokens[at].text == ":"), max(-1, i - _BACK), -1):
        found = next((entry for entry in told[j] if _counts(entry, tokens, j)), None)
        if found is not None:
            if found.kind == "plays_out" and tokens[at].text == "to" and found.word not in _MOVES:
                return None  # "two set to recur", with a capital in a headline
            return (found.kind == "plays_out" and _shoot_before(tokens, told, j)) or found
        if tokens[j].text == "," and tokens[j + 1].text == "and" and tokens[j + 2].text not in _PREPOSITIONS:
            return None  # "was shot at A, and old hands at B still talk of it"
        if tokens[j].kind in PEOPLE or tokens[j].kind == "w" or tokens[j].text in _STOPS or tokens[j].text in (";", ":", "|"):
            return None
    return None


def _shoot_before(tokens: Sequence[Token], told: Sequence[Sequence[Entry]], j: int) -> Entry | None:
    """The shoot that takes place, or is set to begin, where a story could: `filming took place in <place>`."""
    for k in range(j - 1, max(-1, j - _BACK), -1):
        if tokens[k].text in (",", ";", ":", "|") or tokens[k].text in _STOPS:
            return None
        shoot = next(
            (entry for entry in told[k] if entry.kind == "film_nouns" or (entry.kind == "filmed" and entry.form == "gerund")), None
        )
        if shoot is not None:
            return shoot
    return None


def _counts(entry: Entry, tokens: Sequence[Token], j: int) -> bool:
    """Whether a word is one of places here: `set` only as what was done, `shot` not as a noun."""
    if entry.kind not in _OF_PLACES or (entry.kind == "story_nouns" and tokens[j].text != entry.word):
        return False  # "the cast traded stories in <place>"
    if entry.word == "set":
        behind = next((token.text for token in tokens[j + 1 : j + 4] if token.text not in ADVERBS and not token.text.endswith("ly")), "")
        if behind == "up":
            return False  # "has a feature set up at <studio>"
        if j and (tokens[j - 1].text in _ARTICLES or tokens[j - 1].text in _KINDS_OF_SETS):
            return entry.kind == "film_nouns"  # "the shop was a set in <place>"
        opens = j == 0 or (tokens[j - 1].text == "," and not tokens[j + 1].kind)  # "Set three years later in <place>, season 2 sees"
        return (entry.kind == "plays_out") == (behind in _PREPOSITIONS or opens) and entry.form in ("past", "noun")
    if tokens[j].text == "shot" and j > 0 and tokens[j - 1].text in _BEFORE_A_SHOT:
        return False  # "the last shot returns to <place>"
    is_noun = entry.kind == "filmed" and entry.form in ("base", "present") and tokens[j].text in ("film", "films", "shoot", "shoots")
    return not is_noun or _does_so(tokens, j)


def _does_so(tokens: Sequence[Token], j: int) -> bool:
    """Whether `films` is what the show does: `the series films mostly in <place>`, `returns to <place> to shoot season 2`."""
    then = next((token for token in tokens[j + 1 :] if token.text not in ADVERBS and not token.text.endswith("ly")), None)
    return j > 0 and is_show(tokens[j - 1]) and then is not None and then.text in _PREPOSITIONS


def _invented(tokens: Sequence[Token], told: Sequence[Sequence[Entry]], i: int) -> Entry | None:
    """`the fictional town of <place>`, `<place>, a made-up kingdom`."""
    first = i - 1
    while first >= 0 and (tokens[first].text in _CALLED or tokens[first].text == "of") and i - first < _BEHIND:
        first -= 1
    before = next((entry for j in range(max(0, first), i) for entry in told[j] if entry.kind == "invented"), None)
    apposed = i + 2 < len(tokens) and tokens[i + 1].text in (",", "is") and tokens[i + 2].text in ("a", "an", "the")
    behind = range(i + 2, min(len(tokens), i + _BEHIND)) if apposed else ()
    return before or next((entry for j in behind for entry in told[j] if entry.kind == "invented"), None)


def _stands_for(told: Sequence[Sequence[Entry]], i: int) -> Entry | None:
    """Of `<place> doubles for <place>` the first is filmed at, the second is where the story plays."""
    before = any(entry.kind == "stands_for" for j in range(max(0, i - 4), i) for entry in told[j])
    if before:
        return _STOOD_FOR
    behind = (entry for j in range(i + 1, min(len(told), i + 4)) for entry in told[j])
    return next((entry for entry in behind if entry.kind == "stands_for"), None)
