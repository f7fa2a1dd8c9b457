"""Screens of what is told of the show: its days, its figures, where it is shot and set, what it is made from."""

from __future__ import annotations

import re

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.screens.said import FOR_SEASON_RE, VERB_REACH, Said
from aoud_cli.english import ordinary_words, pattern
from aoud_cli.spans.dates.find import FoundDate

_OWNED_FIGURE_RE = pattern(r"<w\d+>'s? (?:[a-z-]+ ){0,2}$|<w\d+>,? (?:which|that) [^,;.]*$")
_OF_THE_SOURCE_RE = pattern(r"\b{source_works}s?(?: of the same name| by [^,;.]{3,60})?,? (?:which|that) [^;.]*$")


def is_anothers_figure(said: Said) -> bool:
    """`behind only <another>'s 1.65 billion hours`, `the webtoon, which netted over 2 billion views`."""
    text = said.line.masked.text
    at = max(0, said.value_in_line())
    if _REACH_RE.search(text, 0, at + len(said.value_at)) and _EACH_TIME_RE.match(text, at + len(said.value_at)):
        return True  # "<platform> reaches 38 million viewers a month"
    if at and _ANOTHER_WHICH_RE.search(said.line.masked.cased, 0, at):
        return True  # "trails Money Heist, which logged 792 million hours"
    return at > 0 and (_OWNED_FIGURE_RE.search(text, 0, at) or _OF_THE_SOURCE_RE.search(text, 0, at)) is not None


_REACH_RE = pattern(r"(?:^|[;,.] )\W?(?:<[fb]\d+>|the {carriers})(?: [a-z]+ly| now)? {reaches_people}\b[^.;<]*<[a-z]\d+>$")
_EACH_TIME_RE = pattern(r" (?:a|per|every|each) (?:day|week|month|year)\b| across (?:its|the)\b| (?:worldwide|globally|in total)\b")
# "the crew will return in November": to work, and not to screens
_THE_MAKERS = r"\b(?:the|its|our) (?:[a-z]+ )?{makers}(?: and (?:the )?{makers})?"
_MAKERS_RE = pattern(rf"{_THE_MAKERS}(?: [a-z]+ly)?(?: {{future}}| {{grammar_be}})* (?:back|returns?|returned)\b")


def is_the_makers_return(said: Said) -> bool:
    """Whether it is who makes the show that comes back on a day."""
    return said.overlaps(_MAKERS_RE)


_ANOTHER_WHICH_RE = re.compile(r"[a-z,] (?:the )?[A-Z][\w'\u2019]+(?: [A-Z][\w'\u2019]+)*, which [^,;.<]*$")
_CONDITION_RE = pattern(r"\b{not_yet_links} [^,.;]{0,60}$")
_TO_COME_RE = pattern(r"\b{condition_outcomes}\b")
_HOPED_RE = pattern(r"\b{hopes_for}\b[^.;]*$")  # "is hopeful that the streamer will order a third season"
# "had the show been cancelled, we would"
_INVERTED_RE = pattern(r"\W*(?:had|were|should) (?:<[tsfackn]\d+>|the [a-z]+|it|they)[ ,][^.;?]*,")


def is_condition(said: Said) -> bool:
    """`when the episodes are in the can, the team will rest`: not so yet."""
    text = said.line.masked.text
    if said.make.key.startswith(("character.", "cast.")):
        return _INVERTED_RE.match(text) is not None
    if _INVERTED_RE.match(text) or (said.make.key == "renewal.announced" and _HOPED_RE.search(text, 0, said.match.start())):
        return True
    return _CONDITION_RE.search(text, 0, said.match.start()) is not None and _TO_COME_RE.search(text, said.match.end()) is not None


_NO_TRAILER_RE = pattern(
    r"\b{made_up_trailers} (?:[a-z-]+ )?{trailers_and_teasers}\b|\b{trailers_and_teasers}\b[^.;]{0,80}\bhas(?: not|n't) been\b"
)
_GIVEN_UP_RE = pattern(r"\b{gives_up} (?:the|its|their) (?:[a-z-]+ )?$")


def is_no_trailer(said: Said) -> bool:
    """`a fake trailer has fooled fans`, `a trailer was expected but has not been released`."""
    return said.make.term == "yes" and _NO_TRAILER_RE.search(said.line.masked.text) is not None


def is_given_up(said: Said) -> bool:
    """`is ditching the weekly release`: it came so before."""
    return _GIVEN_UP_RE.search(said.line.masked.text, 0, said.match.start()) is not None


_PASSED_RE = pattern(r" (?:had |have |has )?(?:{passes_on_shows})\b")
_FOR_ANOTHER_RE = pattern(r"\b{not_shown_there} (?:the )?$")


def is_not_there(said: Said) -> bool:
    """`<platform> rejected the show`, `was developed for <platform>`, `better than anything on <platform>`: it never came there."""
    text, at = said.line.masked.text, said.value_place()
    behind = at + len(said.value_at)
    return at >= 0 and (_PASSED_RE.match(text, behind) or _FOR_ANOTHER_RE.search(text, 0, at)) is not None


_SLOT_RE = pattern(r"^(?![^|]*<[ts]\d)[^|(]*[a-z>] \((?:<[fb]\d+>)\)[^|(]{0,30}(?=\||$)")


def is_anothers_slot(said: Said) -> bool:
    """`Cold Harbour (ITV1) 9pm-10pm` over a figure, in the ratings of an evening."""
    return _SLOT_RE.match(said.line.over) is not None


_CREW_MOVES_RE = pattern(r"\b{crews_at_work}\b[^.;|]*$")


def is_the_crews(said: Said) -> bool:
    """`the crew will be in <place> before moving on to <another>`: where it is shot, not where it takes place."""
    left, _ = cues.clause(said.line.masked.text, *said.match.span())
    return _CREW_MOVES_RE.search(said.line.masked.text, left, said.match.start()) is not None


# "X filmed a perfume ad in Cork": what is shot is not the show.
_OWN_SHOOT_RE = pattern(
    r"<[ak]\d+>(?: {grammar_have}| {grammar_be})? {filming_words} {own_shoots}"
    r" (?!(?:[a-z]+ ){0,2}{pieces_of_shows}\b)[a-z]"
)
# "begins shooting her second feature", "has finished filming his scenes"
_THEIR_FILM_RE = pattern(
    r"\b{filming_words} (?:on |for )?(?:{their} (?:[a-z-]+ )?{own_scenes}\b"
    r"|(?:{their}|an?|another) (?:[a-z-]+ ){0,3}?{works_of_people}\b(?!-|: <s|[^.;,]*<s))"
)
# "cameras began rolling on X's new romance"
_OF_ANOTHER_SHOOT_RE = pattern(
    r"(?: (?:on|in|at) <[dl]\d+>)* (?:on|of|for) (?:\W?<w\d+>|(?:<[akn]\d+>'s|another) (?:[a-z-]+ ){0,3}{works_of_others}\b)"
)
_ENGAGED_RE = pattern(r"<[akn]\d+>,? who(?: {engaged})*(?: {filming_words}(?: <s\d+>)?(?: in| at)?)? ?$")


def is_anothers_shoot(said: Said) -> bool:
    """`X, who is filming in Vancouver, sent a message`: at other work, unless the season is named."""
    text, start = said.line.masked.text, said.match.start()
    if _OF_ANOTHER_SHOOT_RE.match(text, said.match.end()) or _OF_ANOTHER_SHOOT_RE.search(text, start, said.match.end()):
        return True
    left, right = cues.clause(text, *said.match.span())
    if _THEIR_FILM_RE.search(text, left, right):
        return True
    if _OWN_SHOOT_RE.search(text, 0, said.match.end() + VERB_REACH) is not None and "<s" not in text:
        return True
    return _ENGAGED_RE.search(text, 0, start) is not None and FOR_SEASON_RE.search(text, start) is None


_UNTIL_RE = pattern(r"\b{paced}\b.*\b{until_words}(?: at least)? $|\bno [a-z]+ing {until_words} $")


def is_an_end(said: Said) -> bool:
    """`will drop weekly until December`, `drops weekly, so no bingeing until December`: no day on which a season comes out."""
    at = said.value_place()
    return at >= 0 and _UNTIL_RE.search(said.line.masked.text, said.match.start(), at) is not None


_UNTIL_ELSE_RE = pattern(r"\b(?:not|[a-z]+n't)\b[^.;,]* {until_words} (?!(?:[a-z]+ ){0,3}(?:<d\d+>)?$)[^.;,]*$")


def is_until_something_else(said: Said) -> bool:
    """`cameras will not roll until the studio is ready in November`: the day, or the place, of what has to come first."""
    at = said.value_place()
    return _UNTIL_ELSE_RE.search(said.line.masked.text, 0, at if at > 0 else said.match.end()) is not None


_SET_RE = pattern(r"(?:^|[,;:] (?:and )?)(?P<name>[A-Z][a-z]+(?: [A-Z][\w']*)*) (?:is|was|were|are) set\b")


_LIFE_RE = pattern(r"<[ak]\d+>(?: [a-z]+)? {lives_and_moves}\b[^.;]*$|\bafter (?:[a-z0-9]+ ){1,2}(?:years|months|decades) in $")
_RESIDENTS_RE = pattern(r"\b{complains_of_shoots}\b")


def is_set_otherwise(said: Said) -> bool:
    """`Night Ferry is set in Hull`: the place of a work that nothing knows but by its name; `X lives in Hull`, `returns after ten years in
    Hull`; `residents of Hull have complained about the filming`."""
    text, at = said.line.masked.text, said.value_place()
    if at > 0 and (_LIFE_RE.search(text, 0, at) or _RESIDENTS_RE.search(text)):
        return True
    left, right = cues.stretch(text, *said.match.span())
    named = (found["name"].lower() for found in _SET_RE.finditer(said.line.masked.cased, left, right))
    return any(name not in ordinary_words() for name in named)


_SMALL_PIECE_RE = pattern(r"\b{pieces_of_titles} of (?:the )?[a-z]")
_PIECE_RE = pattern(r"\b{pieces_of_titles} of (?:the )?(?!{Season_pieces}\b)[A-Z][a-z]+")


_SEASON_OF_ANOTHER_RE = pattern(r"<s\d+> of \W?<w\d+>")


def is_of_a_named_work(said: Said) -> bool:
    """`airs the third season of <another> from 4 September`, `the final episode of Night Ferry`, which nothing knows but by its name."""
    text = said.line.masked.text
    left, right = cues.clause(text, *said.match.span())
    if _SEASON_OF_ANOTHER_RE.search(text, left, right) is not None and "<t" not in text[left:right]:
        return True
    return _SMALL_PIECE_RE.search(text, left, right) is not None and _PIECE_RE.search(said.line.masked.cased, left, right) is not None


_EPISODE_RE = pattern(r"(?:^|.*\| )\W*{later_episode_heads}")


def is_an_episodes(said: Said) -> bool:
    """`Premieres Sunday, October 16` under `Episode 103: "Low Water"`: the day of a later episode."""
    line = said.line
    return line.masked.kinds.isdisjoint("st") and any(map(_EPISODE_RE.match, (line.before, line.over)))


_OWNERS_DAY_RE = pattern(r"<[fb]\d+>,? (?:which|who) [^,;.]*$")
_NEW_CLAUSE_RE = pattern(r": (?:the|its?|an?|and)\b|; |, (?:which|who|while|but)\b")


def is_anothers_date(said: Said) -> bool:
    """`picked it up for a third season, which has two parts: the first was released on June 12`, `<platform>, which launched in May`."""
    text, at = said.line.masked.text, said.value_place()
    if not said.value_at.startswith("<d") or at < 0:
        return False
    return (_NEW_CLAUSE_RE.search(text, said.match.start(), at) or _OWNERS_DAY_RE.search(text, 0, at)) is not None


_SMALL_SHOOT_RE = pattern(r"\b{wrap_parties}\b|\b{filming_words} (?:of|for|on) (?:the )?(?:{part_ordinals}|final|last) episode\b")


def is_a_small_part_of_it(said: Said) -> bool:
    """`filming for the final episode began on 1 October`, `returned for the wrap party in January`: no first or last day of a shoot."""
    return _SMALL_SHOOT_RE.search(said.line.masked.text, said.match.start(), said.match.end()) is not None


_HAD_STOPPED_RE = pattern(r"\bhad (?:been )?{shoot_stops} on <d")
_STOPPED_RE, _PAUSED_RE = pattern(r"\b{shoot_stops}\b"), pattern(r"\b{shoot_pauses}\b")


def is_a_pause(said: Said) -> bool:
    """`A two-week pause followed. Shooting stopped on August 9`: the shoot goes on; as it does, mostly, where it "had stopped on" a day."""
    text, where = said.line.masked.text, said.match.span()
    if _HAD_STOPPED_RE.search(text, *where) is not None:
        return True
    return _STOPPED_RE.search(text, *where) is not None and _PAUSED_RE.search(f"{said.line.before} {text}") is not None


_NO_PART_RE = pattern(r"\b(?:{part_denied}|{part_kept})\b")
_NOT_SET_RE, _NOT_MADE_RE = pattern(r"{not_set}\b"), pattern(r"\b{not_made_from}\b")
# "said that the part will not be given to another and that X, the writer, ..."
_AND_THAT_RE = pattern(r"\b(?:{never_words}|[a-z]+n't)\b[^;.]*\band that\b")


def is_another_denial(said: Said) -> bool:
    """`the story does not end in X`, `without a novel by Y left`: what is denied is not that it is set there, or made from that;
    nor, of the crew, what stands in an `and that` behind the denial."""
    if not said.rule.negation:
        return False
    text = said.line.masked.text
    left, _ = cues.clause(text, *said.match.span())
    words, key = text[left : said.match.end()], said.make.key
    if key.startswith("crew."):
        return _AND_THAT_RE.search(words) is not None and cues.is_denied(text, *said.match.span())
    denied = _NOT_MADE_RE if key.startswith("source.") else _NO_PART_RE if key == "cast.plays" else _NOT_SET_RE
    return denied.search(words) is None and cues.is_denied(text, *said.match.span(), narrow=key == "cast.plays")


_ANOTHER_CHANNEL_RE, _RUN_RE = pattern(r"<b\d+>"), pattern(r"<[fbst]\d+>")


def is_a_channels_run(said: Said) -> bool:
    """`It will premiere in the US on <another network>. There will be one every week until 15 February`: there alone."""
    line = said.line
    return not line.columns and _ANOTHER_CHANNEL_RE.search(line.before) is not None and _RUN_RE.search(line.masked.text) is None


_ONES_DAY_RE = pattern(r"(?:\b{his_or_her}|<[acknp]\d+>(?:'s?)?) (?:own |very )?{first_or_last_days} (?:on|of|at)\b")


def is_somebodys_day(said: Said) -> bool:
    """`His last day on the set was 2 November`: who has shot all scenes leaves a shoot that goes on."""
    return _ONES_DAY_RE.search(said.line.masked.text, 0, said.match.end()) is not None


_LONGEST_RUN = 1_500  # days of one season on air, or before the cameras: "the series runs from 1914 to 1918" tells of its story


def is_of_the_story(said: Said) -> bool:
    """Whether a day is one of a span of years that no season and no shoot lasts."""
    what = said.line.masked.span(said.value_at).what if said.value_at.startswith("<d") else None
    if not isinstance(what, FoundDate) or what.earliest is None or what.latest is None:
        return False
    return (what.latest - what.earliest).days > _LONGEST_RUN
