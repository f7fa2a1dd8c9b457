"""Whether words tell of another work than the show: its title, its channel, or `in a drama` stands by them."""

from __future__ import annotations

import re

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.screens.unnamed import is_of_an_unknown_season
from aoud_cli.english import pattern
from aoud_cli.spans.mask import Masked

_ANOTHER_RE = pattern(r"<w\d+>|\b{another_links} (?:an?|another|one) (?:[a-z-]+ ){0,3}{another_kinds}\b")
_TITLE_RE = pattern(r"<w\d+>")
_DATE_RE = pattern(r"<d\d+>")
_SUBJECT_RE = pattern(r"^[^a-z<]*(?:{speaks_of} )?(?:the |the (?:[a-z-]+ ){0,2}{it_kinds} )?<w\d+>(?!'s? )")
# A work beside the show, as the subject of its sentence.
_OFFSHOOT_RE = pattern(r"^{offshoot_articles} (?:[a-z-]+ ){0,3}?{offshoots}s?\b|<w\d+>")
_ANY_TITLE_RE = pattern(r"<([tsw])\d+>")
# A season that no other work has: not in "season 2 of <another>", "<another>'s second season".
_OUR_SEASON = r"(?<!whose )(?<!<w\d>'s )<s\d+>(?! of (?:the )?\W{0,2}<w\d)"
_NAMED_SEASON = rf"(?<!\bits )(?<!\bits own ){_OUR_SEASON}"  # whose "its second season" is, the subject says
_THIS_RE = pattern(rf"<t\d+>|{_NAMED_SEASON}")
_THE_SHOW = r"<t\d+>|\bthe (?:<e\d+>[ -])?{meant_kinds}\b"
_MEANT_BESIDE_IT_RE, _MEANT_RE = pattern(rf"{_THE_SHOW}|{_NAMED_SEASON}"), pattern(rf"{_THE_SHOW}|{_OUR_SEASON}|\bits?\b")
# Who airs other works; the show's own platform is a span by now.
_NETWORK_RE = pattern(r"(?:<b\d+>|\b{network_names}(?!\w))(?! {reports_of_networks}\b)")
_IT_RE = pattern(
    r"(?:[-*\u2022] ?)?(?:(?:[a-z]+ing|with|over|across) [^,]{0,30}, )?(?:it|its|the (?:reality |new "
    r"|animated )?{it_kinds})\b"
)
# Under news of another work: "A premiere date is not yet known."
_ITS_DATE_RE = pattern(r"(?:[-*\u2022] ?)?(?:an?|the|no) (?:[a-z]+ )?{dates_of_works}\b")
_ANOTHERS_RE = pattern(r"\W*(?:<b\d+>|{network_names})'s (?:[a-z-]+ ){0,3}\W*<w\d+>")  # "BBC One's The Fell finished its third series"
# "A second season was ordered in January", "All six episodes of season 1, which arrived on January 18, are streaming now"
_A_SEASON_RE = pattern(r"(?:an? (?:[a-z-]+ ){0,2}|(?:all |the )?<e\d+> (?:of|from) (?:the )?)<s\d+>[ ,]")
_PARENTHESIS_RE = pattern(r"\([^()]*\)")
# What comes out beside the show itself: "a teaser for season 2 was released" tells of no premiere.
_BESIDE_RE = pattern(
    r"(?<!on the )(?<!on a )\b{by_products}s?(?: (?:for|of|from) (?:the )?(?:(?:<[ts]\d+>|series|show|drama"
    r"|season) ?){1,3})?(?: {by_product_verbs})* {comes_out_stems}"
)
# "Figures that <platform> released on 16 February": the figures came out.
_RELEASED_RE = pattern(
    r"\b(?:{released_things}|{by_products})s?,? (?:(?:that|which) )?{owners_of_releases} (?:has |had |have )?{comes_out_stems}"
)
# "released a brief teaser clip of season 2 in September"
_RELEASES_RE = pattern(r"\b{comes_out_stems}[a-z]* {released_articles} (?:[a-z-]+ ){0,3}?{by_products}s?\b")
# "Is there a trailer? You can watch it: it landed on 12 September."
_IT_CAME_RE = pattern(r"^[^a-z<]*(?:[a-z']+ ){0,2}?(?:it|one|this|that)\b")
_ASKED_BESIDE_RE = pattern(r"\b{by_products}s?\b")
_ASKED_OVER_RE = pattern(r"\b{by_products}s?\b[^|?]*\?(?: \| )?$")
# Where the show comes out a second time.
_AGAIN_OUT_RE = pattern(r"\b(?:on|in) {discs}\b")
# What somebody is known from: `"<another>" star X`, `X, best known for <another>,`, `X, of <another> fame,`.
_CREDITS = (
    r"<w\d+>'?s? (?:(?:and|&|,) <w\d+> )*{known_as}\b",
    r"\b(?:known|seen|famous|remembered)(?: [a-z]+)? (?:for|from|in|to) (?:[a-z'-]+ ){0,6}?<w\d+>(?:,? and <w\d+>)*",
    r"\b(?:of|from) <w\d+>(?:,? and <w\d+>)* fame",
    r"\bwhose <w\d+>(?: [a-z]+){1,5},",
    # "X, whose last film, <another>, won a prize, is directing", "X, the maker of <another>, will direct"
    r"(?<=>), (?:whose|who [^;.]{0,60}?\b{made_or_was_in}\b) [^;.]{0,80}?<w\d+>[^;.]{0,80}?,(?= {aside_ends}\b)",
    r"(?<=>), (?:the |an? )?(?:[a-z-]+ ){0,4}{makers_of_works} (?:of|behind|on) [^;.,]{0,40}<w\d+>,(?= {aside_ends}\b)",
    r"\b(?:late|fresh|straight|hot) (?:of|off|from|out of) (?:[a-z'-]+ |<[fb]\d+>'s ){0,3}<w\d+>",
)
_CREDIT_RE = pattern("|".join(_CREDITS))
_WHICH_RE = pattern(r"(?<![a-z'-])([a-z'-]+|<w\d+>),? which ")
# What is told "in the webtoon" of the characters is not told of the show.
_SOURCE_RE = pattern(
    r"\bin (?:the |[a-z<>0-9-]+'s )?(?:[a-z]+ )?{source_works}s?\b|^\W*in <w\d+>,"
    r"|^\W*(?:the |[a-z<>0-9-]+'s )(?:[a-z]+ )?{source_works}s?(?:, [^,;.]{2,40},)? [a-z]+s\b"  # "The book, oddly enough, kills off X"
)
_OF_A_FILM_RE = pattern(r" (?:of|behind) (?:the |a |an )?(?:<d\d+> |(?!{meant_kinds}\b)[a-z-]+ ){0,4}?\W?(?:<w\d+>|films?\b|movies?\b)")
_BY_PRODUCT_RE = pattern(r"\b{made_about}\b[^.;,]{0,40}$")
# "returns to the small screen with <another work>": behind the words, and nothing of this show before it.
_WITH_ANOTHER_RE = pattern(r"(?:(?!{no_other_behind})[^.;,]){0,60}?\b{other_work_links} (?:[a-z0-9]+ ){0,3}?(?:<s\d+> of )?<w\d+>")
_IN_A_WORK_RE = pattern(r" (?:in|for|to|of) (?:a|an|another|(?:the|{their}) (?:next|new|latest)) (?:[\w'-]+ ){0,3}?{works_elsewhere}\b")
# "X has joined <another>", "<another>: X joins", "cast opposite Y in the second season of <another>"
_JOINS_ANOTHER_RE = pattern(
    r" [\"'*]?<w\d+>(?!'s <|'s? [a-z-]+ <[acnk])"
    r"|(?: as an? (?:[a-z-]+ ){1,3})?(?: (?:opposite|alongside|with) <[acn]\d+>)+ in (?:the <s\d+> of )?\W?<w\d+>"
)
_HEADED_RE = pattern(r"\W*<w\d+>\W{0,2}: ")
_AS_IN_RE = pattern(r"(?: as [A-Z][\w ]{2,20})? in (?!<|{Season_pieces}\b|{Any_month}\b)[A-Z][a-z]+(?: [A-Z][a-z]+)* at the ")
_OTHER_PROJECT_RE = pattern(
    r"(?:'s|\b{their}) {projects_of_others} {other_projects}\b|\bnot <t\d+>|\b(?:the|an?|its) {rivals} (?:[a-z-]+ ){0,2}?{show_kinds}\b"
    r"|\b{other_seasons} season\b"
)
_IN_TITLE_RE = pattern(r",? (?:(?:in|of|for|on) )?(?:the (?:(?:[a-z]+|<[fb]\d+>) )?{title_kinds} )?(?:<s\d+> of )?\W{0,2}<w\d+>")


_NAMED_RE = pattern(r"\b[a-z]+ \W?[A-Z][\w'&-]+(?: [\w'&-]+){0,3}\W? for (?:an? |its |another )?<s\d+>")  # "has renewed *Ward Nine* for"
_ITS_OTHER_RE = pattern(r" (?:its|their|the) (?:(?!and |alongside |with )[a-z-]+ ){1,3}\W?<w\d+>")


def is_of_another_title(line: Line, match: re.Match[str]) -> bool:
    """Whether the title nearest before an order for more is another show's, or what is ordered: `<another> was renewed for a second
    season`, `on Friday renewed its hospital serial <another>`."""
    left, _ = cues.clause(line.masked.text, *match.span())
    if _ITS_OTHER_RE.match(line.masked.text, match.end()) or _NAMED_RE.search(line.masked.cased, *match.span()):
        return True
    named = _ANY_TITLE_RE.findall(line.masked.text, left, match.start())
    return bool(named) and named[-1] == "w"


# Of no season's first day: "come back on March 20 for the remainder", "both parts are out, the second since July 21", "launched in
# 2018, <platform> reaches".
_THE_REMAINDER_RE = pattern(r" for (?:the|its) (?:[a-z]+ )?(?:remainder|rest|conclusion|other half)\b")
_THE_SECOND_RE = pattern(r", the (?:second|third|latter|other) (?:since|from|on|in) <d\d+>$")
_WRAP_RE = pattern(r"\b(?:wrap|{shoot}) (?:in|on|by|around) (?P<date><d\d+>)")  # "a wrap in January is likely"
# "returned from its winter break on January 6", "comes back on February 24 with the 15th episode"
_AFTER_A_BREAK_RE = pattern(
    r"\b(?:from|after) (?:its|a|the) (?:[a-z-]+ )?(?:break|hiatus|pause)\b|<d\d+> with (?:the|its) \w+(?:th|st|nd|rd) episode\b"
)
_BREAK = 40  # code points behind a date
_LAUNCHED_RE = pattern(r"\W*(?:launched|founded|established|started) (?:in|on) <d\d+>, (?:the )?(?:[a-z]+ ){0,2}<[fb]\d+>")
_AT_A_FESTIVAL = r"at (?:the |a )?(?:[a-z<>0-9-]+ ){0,4}?{festivals}"
_NO_DEBUT_RES = (
    pattern(r"\bopen(?:s|ed)? to (?:the )?{visitors}\b"),  # the set of a shoot, to which people come
    pattern(r"\breturn(?:s|ed|ing)? to (?:the |a |its )?{no_screens}\b|\bfor reshoots\b"),  # "returned to the headlines in May"
    pattern(rf"\b{_AT_A_FESTIVAL} (?:in|on) "),
    # "the premiere of season 2 was held in London", "for invited guests"
    pattern(r"\b{was_or_were} held (?:in|at)\b|\b(?:for|by) (?:<[a-z]\d+> |[a-z0-9]+ )?guests\b"),
    pattern(r"\b{was_or_were} set in <d\d+>$"),  # the story: "season two was set in 1938"
    pattern(r"\bfor {filming_words} (?:in |on )?<d\d+>$"),  # "it returns to Andong for filming next year"
    # "it returns with a Christmas special on 22 December"
    pattern(r"\bwith (?:an?|its) (?:[a-z-]+ ){0,2}{specials}(?= (?:on|in|this|next) |,| <)"),
    # "appeared in the Top 10 this week"
    pattern(r"\b(?:in|into|on) (?:the |<f\d+>'s )(?:[a-z-]+ ){0,3}{charts_of_debuts}(?= {behind_charts}\b|,| <)"),
    pattern(r"\band (?:[a-z]+ly |then )?{ended_words}(?: up)? (?:[a-z]+ ){0,2}<d\d+>$"),  # "premiered in January and wrapped this week"
    # "released in two parts, it will count the views until January 8"
    pattern(r", <[fb]\d+> will (?!{comes_out_stems})[a-z]+ [^,;]*<d\d+>$"),
)
_SHOWN_THERE_RE = pattern(rf"(?:,? <d\d+>)? (?:{_AT_A_FESTIVAL}\b|in (?:cinemas|theat(?:er|re)s)\b)")
_LAST_TIME_RE = pattern(r"\blast time \W?<t\d+>[^.;]*$")
# A channel that gave it up: "ANB dropped the show in June"; not "the streamer dropped the series on <d>"
_DROPPED_RE = pattern(
    r"(?:\b[A-Z]{2,5}|<b\d+>|\b(?:[Tt]he|[Aa]|[Aa]nother) (?:network|channel|broadcaster)) dropped the {show_kinds}\b(?!'s)"
)
# "the thriller <another> will have a second season in the summer of 2027"
_THEIRS_RE = pattern(r"<w\d+>\"? (?:will |would |is to |to )?(?:have|get|gets|has) (?:an? |its )?<s\d+> (?:in |on )?(?:the )?<d\d+>$")


def is_no_first_day(line: Line, match: re.Match[str]) -> bool:
    """Whether a day is that of a later part, of a return after a break, of the end of a shoot, or the platform's own first."""
    text = line.masked.text
    if _SHOWN_THERE_RE.match(text, match.end()) or _LAST_TIME_RE.search(text, 0, match.end()):
        return True
    if any(words.search(text, match.start(), match.end()) for words in _NO_DEBUT_RES) or _THEIRS_RE.search(text, 0, match.end()):
        return True
    if (dropped := _DROPPED_RE.search(line.masked.cased, 0, match.end())) is not None and dropped.end() > match.start():
        return True
    shot = next(reversed([*_WRAP_RE.finditer(text, 0, match.end())]), None)
    if shot is not None and shot.end() > match.start():
        return shot["date"] == text[match.start() : shot.end()]
    later_part = (
        _THE_REMAINDER_RE.match(text, match.end())
        or _AFTER_A_BREAK_RE.search(text, match.start(), match.end() + _BREAK)
        or _THE_SECOND_RE.search(text, 0, match.end())
    )
    return (later_part or _LAUNCHED_RE.match(text)) is not None


def is_beside(line: Line, match: re.Match[str]) -> bool:
    """Whether what is said to come out is a trailer, a song, a disc or the source, or whatever a name before `which` stands for."""
    masked = line.masked
    left, right = cues.clause(masked.text, *match.span())
    beside = _BESIDE_RE.search(masked.text, left, match.end())
    if (beside is not None and beside.end() > match.start()) or _AGAIN_OUT_RE.search(masked.text, left, right):
        return True
    released = _RELEASED_RE.search(masked.text, left, match.end()) or _RELEASES_RE.search(masked.text, match.start(), match.end())
    if released is not None and released.end() > match.start():
        return True
    if _IT_CAME_RE.match(masked.text) and (_ASKED_BESIDE_RE.search(line.before) or _ASKED_OVER_RE.search(line.over)):
        return True
    which = next(reversed([*_WHICH_RE.finditer(masked.text, 0, match.start() + len("which "))]), None)
    if which is None or _DATE_RE.search(masked.text, which.end(), match.start()):
        return False
    first, _ = masked.origin(*which.span(1))
    return masked.sentence.text[first].isupper()


# "inspired a sitcom that aired for two seasons", "and a 1992 movie with X as Y"; not "it is a series that", "<t>, a drama that".
_UNNAMED_RE = pattern(
    r"(?<!\bis )(?<!\bwas )(?<!\bbe )(?<!'s )(?<!\bbecame )(?<!\bbecome )(?<!, )"
    r"\ban? (?:[a-z-]+ |<d\d+> ){0,4}?{works_unnamed},? {unnamed_links}\b"
)


# "leaves for Apple's The Cartographer, a ten-episode thriller that begins filming next month"
_APPOSED_WORK_RE = pattern(
    r"(?<!<)\b(?:[A-Z][\w'-]+ ){0,4}[A-Z][\w'-]+, an? (?:[a-z-]+ |<[ed]\d+>[ -]?){0,4}?{it_kinds},? (?:that|which)\b"
)


def _said_of_ours(line: Line, match: re.Match[str]) -> bool:
    """Whether a known performer's part, or what the show's own platform carries, is told: then it is the show, whatever it is called."""
    text = line.masked.text
    return bool(_OUR_PART_RE.search(text, *match.span()) or _OUR_PLATFORM_RE.search(text, *cues.clause(text, *match.span())))


_OUR_PART_RE, _OUR_PLATFORM_RE = pattern(r"<a\d+>.*<c\d+>"), pattern(r"<f\d+>")


_IN_WHICH_RE = pattern(
    r"\b(?:the|an?|its) (?:[a-z0-9-]+ |<d\d+> )?{other_media},? (?:in|for) which [^.;,]*$"
    r"|<w\d+>,?\W{0,2} an? (?:[a-z-]+ |<[a-z]\d+> ){0,4}?{it_kinds} in which [^.;,]*$"  # "<another>, a film in which she plays a spy"
)


def is_of_an_unnamed_work(line: Line, match: re.Match[str]) -> bool:
    """Whether the words tell of a work that is told of for the first time, without its name: `a sitcom that aired from 1965`."""
    text = line.masked.text
    left, _ = cues.clause(text, *match.span())
    if _IN_WHICH_RE.search(text, 0, match.start()):
        return True  # "the audio drama, in which X plays Y"
    told = [*_UNNAMED_RE.finditer(text, left, match.end()), *_APPOSED_WORK_RE.finditer(line.masked.cased, 0, match.end())]
    unnamed = max(told, key=lambda one: one.end(), default=None)
    return unnamed is not None and _THIS_RE.search(text, unnamed.end(), match.end()) is None and not _said_of_ours(line, match)


_SHORT = 40  # code points between a verb and what it takes
_ORDER_BESIDE_RE, _KIND_RE = pattern(r"\b{beside_works} an? $"), pattern(r" (?:[a-z-]+ ){0,3}{it_kinds}\b(?! season)")


def counts_a_work_beside(line: Line, match: re.Match[str]) -> bool:
    """Whether a count is of a work that an order comes beside: `The order follows an eight-episode limited series about a storm`."""
    text = line.masked.text
    left = max(0, match.start() - _SHORT)
    return _ORDER_BESIDE_RE.search(text, left, match.start()) is not None and _KIND_RE.match(text, match.end()) is not None


def is_by_product(line: Line, match: re.Match[str]) -> bool:
    """Whether somebody directed or wrote what was made about the show (`a documentary of the show, directed by`)."""
    left, _ = cues.clause(line.masked.text, *match.span())
    if not match.group().endswith(">") and _OF_A_FILM_RE.match(line.masked.text, match.end()):  # "X, the director of the 1989 film"
        return True
    return _BY_PRODUCT_RE.search(line.masked.text[left : match.start()]) is not None


def is_in_another(line: Line, match: re.Match[str]) -> bool:
    """Whether somebody returns to or joins another work: `cast in <another>`, `was cast in a Marvel film`."""
    text, end = line.masked.text, match.end()
    if _JOINS_ANOTHER_RE.match(text, end) or _HEADED_RE.match(text) or _AS_IN_RE.match(line.masked.cased, end):
        return True
    return (_WITH_ANOTHER_RE.match(text, end) or _IN_A_WORK_RE.match(text, end)) is not None


def is_of_the_source(line: Line, match: re.Match[str]) -> bool:
    """Whether what a character goes through is told of the source: `In the webtoon, she dies`."""
    return _SOURCE_RE.search(line.masked.text, 0, match.end()) is not None


# "<another> topped the list, with 64 million hours for an eight-part second season", "<another>, whose first season has four episodes, is"
_ITS_SEASON_RE = pattern(r"<w\d+>,? [^.;]*\ban? <e\d+> <s\d+>|^[^<]*<w\d+>,? [^<]*\b(?:an?|its|their|whose)(?: <e\d+>)? <s\d+>")
_WHICH_TOLD_RE = pattern(r"<w\d+>,? (?:which|that) [^,.;]*$")  # "<another>, which told the same story in six episodes"


def _is_of_another_show(masked: Masked, match: re.Match[str]) -> bool:
    """Whether a sentence that never names the show gives the words, or the season in it, to another."""
    told = _ITS_SEASON_RE.search(masked.text) or _WHICH_TOLD_RE.search(masked.text, 0, match.start())
    return told is not None or is_of_an_unknown_season(masked, match)


def is_about_another(line: Line, match: re.Match[str]) -> bool:
    """Whether the words belong to another work: its title stands before them, and behind it or in their clause nothing means this show."""
    masked = line.masked
    if _is_anothers_sentence(line, match):
        return True
    left, right = cues.clause(masked.text, *match.span())
    if _NETWORK_RE.search(_CREDIT_RE.sub("", masked.text[left:right])) and not _is_of_our_episodes(line, left, right):
        return True
    before = masked.text[_cut_before(masked.text, match.start()) : match.end()]
    for credit in (_PARENTHESIS_RE, _CREDIT_RE):
        before = credit.sub(lambda aside: " " * len(aside.group()), before)
    titles = list(_ANOTHER_RE.finditer(before))
    if not titles or _THIS_RE.search(masked.text, left, match.end()):
        return False
    ours = _MEANT_RE if _SUBJECT_RE.match(masked.text) is None else _MEANT_BESIDE_IT_RE  # "<another> has done well since it began"
    return ours.search(before, titles[-1].end()) is None


_TAKEN_UP_RE = pattern(r"; (?:it|its|they|the (?:<e\d+>[ -])?{it_kinds})\b")


def _cut_before(text: str, at: int) -> int:
    """Where the words begin that may say of what something is told: behind a semicolon, unless they go on with `it`."""
    cut = text.rfind("; ", 0, at)
    while cut >= 0 and _TAKEN_UP_RE.match(text, cut):
        cut = text.rfind("; ", 0, cut)  # "<another>, a remake, is in the works; it will shoot in May"
    return cut + 1


_CARRIES_ALL_RE = pattern(r"(?:<b\d+>|\b{network_names}) [a-z ]*\ball (?:of )?(?:the |its )?<e\d+>")


def _is_of_our_episodes(line: Line, left: int, right: int) -> bool:
    """Whether a clause means the show that another network carries, too: `season 1`, `<b> streams all six episodes`."""
    words = line.masked.text[left:right]
    return bool(_THIS_RE.search(words) or (not _TITLE_RE.search(line.before) and _CARRIES_ALL_RE.search(words)))


def _is_anothers_sentence(line: Line, match: re.Match[str]) -> bool:
    """Whether what a sentence begins with, or what stands over it, gives the words to another work."""
    masked = line.masked
    unnamed = "t" not in masked.kinds
    if unnamed and (_is_of_another_show(masked, match) or _ANOTHERS_RE.match(masked.text)):
        return True
    if not _THIS_RE.search(masked.text) and _follows_another(line):
        return True
    if line.about and _A_SEASON_RE.match(masked.text) and _is_under_another(line):
        return True
    return (_OTHER_PROJECT_RE.search(masked.text, 0, match.end()) or _IN_TITLE_RE.match(masked.text, match.end())) is not None


def _follows_another(line: Line) -> bool:
    """Whether a sentence stands under another work's title, or says `it` of a work that the one before it began with."""
    if _names_only_another(line.over, _TITLE_RE):
        return True
    if (_ITS_DATE_RE.match(line.masked.text) or _is_of_strangers(line)) and _names_only_another(line.before, _TITLE_RE):
        return True
    if _MEDIUM_RE.match(line.before) and _IT_RE.match(line.masked.text):
        return True  # "A Japanese stage play does exist. It opened in Osaka in March 2024."
    if _introduces_another(line) and not _MEANT_BESIDE_IT_RE.search(line.masked.text):
        return True
    if _IT_RE.match(line.masked.text) is None:
        return False
    return _is_under_another(line) or ("<f" not in line.masked.text and _names_only_another(line.before, _NETWORK_RE))


_MEDIUM_RE = pattern(r"\W*an? (?:[a-z-]+ ){0,3}{other_media} {media_do}\b")
# "It has ordered <another>, a companion series to <t>."
_TOLD_OF_RE = pattern(
    r"(?:(?!<[ts]\d|\bthe {show_kinds}\b)[^.;])*"
    r"<w\d+>,? an? (?:[a-z-]+ ){0,3}(?:{offshoots}|{companion_series} {it_kinds})\b"
)


def _is_under_another(line: Line) -> bool:
    """Whether the sentence before one, or that of its paragraph which names a work, has another work as its subject."""
    if _TOLD_OF_RE.match(line.before):
        return True
    return any(_names_only_another(before, other) for before in (line.before, line.about) for other in (_SUBJECT_RE, _OFFSHOOT_RE))


# "<platform> announced a feature film, <another>, on <date>. Filming is planned for the fall."
_INTRODUCED_RE = pattern(
    r"(?:(?!<s\d)[^.;])*\b{announces_works} (?:an?|another) (?:[a-z-]+ ){0,3}{offshoots}\b"
    r"(?=[.,;:]|$| {behind_offshoots}\b)(?![^.;]*<s\d)"
)


_CALLED_RE = pattern(r"\W*(?:it|that|this|the (?:{offshoots}))(?:'s| is| will be) {called_so} \W{0,2}<w\d+>")  # "It's called <another>."


def _introduces_another(line: Line) -> bool:
    """Whether another work was announced in the sentence before, or in that which the paragraph is about."""
    return any(words.match(before) for words in (_INTRODUCED_RE, _CALLED_RE) for before in (line.before, line.about))


def _is_of_strangers(line: Line) -> bool:
    """Whether a sentence names people, and none that is known of this show."""
    return "n" in line.masked.kinds and line.masked.kinds.isdisjoint("actk")


_OUR_SUBJECT_RE = pattern(r"\W*the {show_kinds} {what_ours_do}\b")  # "The show is adapted from <another>. It was created by X."


_CREDITED_RE = pattern(r"(?<=>) \(\W?<w\d+>\W?\)")  # "X (<another>) plays Y"


def _names_only_another(text: str, other: re.Pattern[str]) -> bool:
    text = _CREDITED_RE.sub("", text)
    return bool(other.search(text)) and not _THIS_RE.search(text) and not _OUR_SUBJECT_RE.match(text)
