"""Phrases that bind a date to the show, whatever else stands there: `look for season 2 in D`, `not expected until D`, `season 2: D`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from aoud_cli.claims.events.words import FINALE, PREMIERE, RENEWAL, START, Attached, Owner, is_of_no_episodes
from aoud_cli.english import pattern

OURS = r"it|the (?:show|series|season)|<[ts]\d+>"
_EXPECTED_RE = pattern(
    r"\b{expecting} (?:{shown_to} (?:[a-z]+ )?)?(?:the |a |an )?"
    r"(?:<s\d+>(?: of \"?<t\d+>\"?)?|<t\d+>|it|new episodes|the (?:show|series))(?: {expecting_between})*"
    r" (?:{expected_on} )?(?P<date><d\d+>)"
)
_PICKED_RE = pattern(r"<f\d+> (?:{grammar_have} )?(?:officially |finally )?{picks_a_day} (?P<date><d\d+>)(?! {foreign}\b)")
_ORDER_CAME_RE = pattern(r"\b{renewal_nouns} (?:for|of) (?:a |the )?<s\d+> {comes_about} (?:on |in )?(?P<date><d\d+>)")
_SLOTTED_RE = pattern(
    rf"\b{{slotted}}(?: in)? (?:(?P<date><d\d+>) (?:for|as) (?:the |its )?(?:{OURS}|{{premiere.nouns}})"
    rf"|(?:the |its )?(?:{OURS})(?: of \"?<t\d+>\"?)?(?: in)? (?:for|on) (?P<date_2><d\d+>))"
)
_ROW_RE = pattern(r"^\W*(?:\"?<t\d+>\"?,? )?<s\d+>(?: of \"?<t\d+>\"?)? ?[:,\u2014|-] ?(?P<date><d\d+>)\W*$")
_REMEMBERED_RE = pattern(r"\b{dates_to_remember} (?P<date><d\d+>)(?! {foreign}\b)")
_SINCE_RE = pattern(rf"(?:{OURS}) {{grammar_have}} been (?:{{has_been_out}}|on <f\d+>)(?: [a-z]+)?(?: on <f\d+>)? since (?P<date><d\d+>)")
_NOT_UNTIL_RE = pattern(
    rf"(?:{OURS})(?: of \"?<t\d+>\"?)? (?:(?:is|are|was) not|isn't|aren't|wasn't) (?:now )?(?:{{not_until}}|{{set_to}} to [a-z]+"
    r"(?: up| out)? (?:until|before|till))"
    r"(?: [a-z]+){0,3}? (?P<date><d\d+>)"
)
_BEFORE_IT_RE = pattern(rf"\bbe (?:at least )?(?P<date><d\d+>) before (?:we (?:get|see) |fans (?:get|see) )?(?:{OURS})")
_EARLIEST_RE = pattern(rf"(?P<date><d\d+>) {{seems_to_be}}(?: to be)? the (?:very )?earliest (?:for|that) (?:{OURS})")
_SLATE_RE = pattern(r"<f\d+>'s? (?P<date><d\d+>) {slates} [a-z]+ \"?(?:<[ts]\d+>)|\b{among_slate} <f\d+>'s? (?P<date_2><d\d+>) {slates}\b")
_WAIT_RE = pattern(
    r"\bthe (?:long )?wait\b[^.;,<]{0,40}(?:<[ts]\d+>)? (?:will (?:finally )?(?:end|be over)|(?:finally )?ends|is over)"
    r" (?:(?:in|on) )?(?P<date><d\d+>)"
)
_MARKED_RE = pattern(r"\bmark (?P<date><d\d+>) (?:in|on) (?:your|the) (?:diary|diaries|calendar|calendars)\b")
_DATED_ROW_RE = pattern(r"^\W*(?P<date><d\d+>) ?[:,\u2014|-] ?\"?(?:<t\d+>\"?[:,]? ?\(?)?<s\d+>\)?\"?\W*$")
_PART_ROW_RE = pattern(r"^\W*(?:part|volume|vol\.) (?:[1-9]|one|two|three) ?[:\u2014-] ?(?P<date><d\d+>)(?: ?\([^()]*\))?\W*$")
_ENDS = r"(?=[.,;:!?)]|$| {between_facts}\b|'s (?:{premiere.nouns}|return)\b)"
# "My money's on 2023 for season 3", "has 2023 in mind for it", "wants the third season ready for 2023", "season 3 is a 2023 affair"
_IN_MIND_RE = pattern(
    rf"\b{{has_in_mind}} (?P<date><d\d+>)(?: as well)? for (?:the |its )?(?:{OURS}){_ENDS}"
    rf"|<[fk]\d+>[^.;,<]* (?P<date_2><d\d+>) in mind for (?:the |its )?(?:{OURS}){_ENDS}"
    rf"|(?<!of )(?<!of the )(?:{OURS}) ready (?:in time )?(?:for|by) (?P<date_3><d\d+>)"
    rf"|(?:{OURS}) (?:is|looks like|looks|will be) (?:[a-z]+ ){{0,4}}?an? (?P<date_4><d\d+>) {{is_show_of}}\b(?!, with)"
)
# "Season 3 (Streamly, May 2023) will be the last"; not a heading, "Season 3 (2023)"
_OF_NOTHING = r"(?<!of )(?<!for )(?<!from )(?<!in )(?<!of the )(?<!for the )(?<!from the )(?<!in the )"
_BRACKET_RE = pattern(_OF_NOTHING + r"<s\d+>(?: of \"?<t\d+>\"?)? \((?:<[fb]\d+>[,;:]? )?(?P<date><d\d+>)\)(?=[.,;]? [a-z<])")
_OUT_RE = pattern(r"<s\d+>,? out (?:on |in )?(?P<date><d\d+>)")

# Until when a season comes out that comes at a pace: "will air weekly through July 20"; not "weekly, so no bingeing until December".
_PACED_RE = pattern(
    r"\b(?:{paced}|each {weekday_names}|every {weekday_names})\b(?:(?!\bno\b|\bn't\b|\b{shoot}\b)[^.;]){0,60}? {until_a_day}"
    r" (?:(?:the|its|a) (?:[a-z]+ )?{finale.nouns} on )?(?P<date><d\d+>)"
)
_FINALE_DUE_RE = pattern(r"\b{finale.nouns}(?:\)? ?[:\u2014-])?(?: (?:is|was|will be|being))?(?: {finale_due}){0,2} (?P<date><d\d+>)")
# "Season 2 averaged 690,000 viewers and closed on June 23", "it went out over six weekends, wrapping up on April 14"
_CLOSED_RE = pattern(
    rf"(?:^|[.,;:] )(?:{OURS}) (?:(?!\b(?:{{shoot}}|{{filming_words}})\b|<[dw])[^.;]){{0,90}}?(?:,? and (?:{{closed_on}})|, {{closing_on}})"
    r" (?:on |in )?(?P<date><d\d+>)"
)
# "When <title> wrapped up its second season in March 2021": a show does that, and who makes it ends a shoot
_ENDED_ITS_RE = pattern(
    r"(?:<t\d+>|\bthe {show_kinds}) (?:has |had )?(?:[a-z]+ly )?{ended_its} its <s\d+>(?: run)?,? (?:on |in |back in )?(?P<date><d\d+>)"
)
# "Season 1 premiered in September 2022, and the second in April 2024", "with season 2 following on 28 September": the verb stands once.
_COME_OUT = r"(?:{premiere.past}|{premiere.present}|{premiere.base}|ran)\b(?! (?:{shoot_articles} )?(?:{shoot}|{filming_words})\b)"
_GAPPED_RE = pattern(
    _COME_OUT + r"[^;]{0,80}?<d\d+>[^<;]{0,12}"
    r"(?:,? and|,? while|,? with|;) (?:the )?<s\d+>,? (?:{follows} )?(?:in |on )?(?P<date><d\d+>)"
)
_RAN = r"(?:ran|runs|(?:will|is to|is set to|is due to) (?:run|air)|(?:was|were) on (?:the )?air)"
_RAN_RE = pattern(
    rf"(?:^|[.;,] |\band )(?:the )?(?:{OURS})(?: <s\d+>| of \"?<t\d+>\"?)?(?:,(?: [a-z'-]+| <[fbd]\d+>){{1,6}},)?"
    rf" {_RAN} (?:on <[fb]\d+> )?(?:from |between )?(?P<date><d\d+>)"
)
# "ITV: starts Monday, 10 January, 9pm", "ABC and iview, from Sunday 23 March": a line of a listing.
_LISTING_RE = pattern(
    r"^\W*<[fb]\d+>(?:,? (?:and|&) <[fb]\d+>)*[,:]? (?:{premiere.present}|from) (?P<date><d\d+>)(?=,? (?:at )?[0-9]|\W*$)"
)


# "The ten episodes were shown on Sundays, the first of them on 10 September 2023 and the last on 19 November"
_SHOWN = r"(?:<e\d+>|\bepisodes\b)(?:(?!\b{foreign}\b|\b{shoot}\b|\b{shown_again}\b)[^.;]){0,40}? {were_shown}\b[^.;]{0,40}?"
_FIRST_OF_RE = pattern(_SHOWN + r", (?:with )?{first_of_them} (?:on )?(?P<date><d\d+>)")
_LAST_OF_RE = pattern(_SHOWN + r", (?:with )?{first_of_them} (?:on )?<d\d+>,? and {last_of_them} (?:on )?(?P<date><d\d+>)")


# "The drama, which landed its third-season order in February": the order did.
_LANDED_RE = pattern(
    r"\b{lands_orders} (?:its|a|an|another) <s\d+>(?:[- ]| of [^.;<]*<t\d+> ?)?{renewal_nouns} (?:back )?(?:on |in )?(?P<date><d\d+>)"
)


class _Phrase(NamedTuple):
    """Words that hold a date, and the event that it is of."""

    words: re.Pattern[str]
    owner: Owner
    ahead: bool = False  # they tell of what is to come
    needs: str = ""  # what must stand in a sentence for a slow expression to be tried


_PHRASES = (
    _Phrase(_PICKED_RE, PREMIERE, ahead=True),
    _Phrase(_RAN_RE, PREMIERE),
    _Phrase(_LISTING_RE, PREMIERE, ahead=True),
    _Phrase(_ORDER_CAME_RE, RENEWAL),
    _Phrase(_LANDED_RE, RENEWAL, needs="<s"),
    _Phrase(_EXPECTED_RE, PREMIERE, ahead=True),
    _Phrase(_SLOTTED_RE, PREMIERE, ahead=True),
    _Phrase(_ROW_RE, PREMIERE),
    _Phrase(_REMEMBERED_RE, PREMIERE, ahead=True),
    _Phrase(_SINCE_RE, PREMIERE),
    _Phrase(_NOT_UNTIL_RE, PREMIERE, ahead=True),
    _Phrase(_BEFORE_IT_RE, PREMIERE, ahead=True),
    _Phrase(_EARLIEST_RE, PREMIERE, ahead=True),
    _Phrase(_SLATE_RE, PREMIERE, ahead=True),
    _Phrase(_WAIT_RE, PREMIERE, ahead=True, needs=" wait"),
    _Phrase(_PACED_RE, FINALE),
    _Phrase(_FINALE_DUE_RE, FINALE),
    _Phrase(_CLOSED_RE, FINALE),
    _Phrase(_ENDED_ITS_RE, FINALE, needs=" its <s"),
    _Phrase(_FIRST_OF_RE, PREMIERE, needs="the first"),
    _Phrase(_LAST_OF_RE, FINALE, needs="the last"),
    _Phrase(_GAPPED_RE, PREMIERE, needs="<s"),
    _Phrase(_MARKED_RE, PREMIERE, ahead=True, needs="mark "),
    _Phrase(_DATED_ROW_RE, PREMIERE, needs="<s"),
    _Phrase(_PART_ROW_RE, PREMIERE),
    _Phrase(_OUT_RE, PREMIERE, ahead=True, needs=" out "),
    _Phrase(_IN_MIND_RE, PREMIERE, ahead=True),
    _Phrase(_BRACKET_RE, PREMIERE, needs="> ("),
)


_SHOOT_OF_RE = pattern(r"\b{shoot} (?:for|of|on) (?:the )?(?:\"?<t\d+>\"? )?$")  # "filming for season 3 isn't due to start until August"


def read_phrases(text: str) -> Iterator[Attached]:
    """`don't expect season 2 before D`, `look for the second season in D`, `<platform> has picked D`, `the order for it came on D`."""
    for phrase in (phrase for phrase in _PHRASES if phrase.needs in text):
        for match in phrase.words.finditer(text):
            if phrase.owner == FINALE and is_of_no_episodes(text, match.start()):
                continue
            token = next(filter(None, (match[name] for name in match.re.groupindex)))  # of two places for it one is filled
            if phrase.owner == PREMIERE and _SHOOT_OF_RE.search(text, 0, match.start()):
                yield Attached(token, START, match.start(), match.end(), "", ahead=phrase.ahead)
                continue
            subject = match.group() if phrase.words is _PART_ROW_RE else ""
            yield Attached(token, phrase.owner, match.start(), match.end(), subject, ahead=phrase.ahead)
