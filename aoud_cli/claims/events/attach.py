"""Dates attached to events: to which event each date of a sentence belongs, the show's own or another one.

A date goes to what stands closest to it by construction: the noun behind it ("its 2022 debut"), else the event before it ("premiered
on D"), else, where it opens its clause, the first one behind it. Other events compete for it: one that is not the show's (a trailer, a
special, an episode, what somebody said) makes no claim, and forbids every rule to make one of that date.
"""

from __future__ import annotations

import re

from aoud_cli.claims.events.ledes import told_behind, told_last, verb_behind
from aoud_cli.claims.events.moved import read_moved
from aoud_cli.claims.events.phrases import OURS, read_phrases
from aoud_cli.claims.events.shoots import find_shoot, read_shoot, shot
from aoud_cli.claims.events.subject import Whose, subject_of
from aoud_cli.claims.events.words import (
    DATE_RE,
    END,
    FAR,
    FINALE,
    PREMIERE,
    REACH,
    RENEWAL,
    START,
    Attached,
    Head,
    Owner,
    find_heads,
    is_cut,
    part_in,
)
from aoud_cli.english import pattern

_BREAK_RE = pattern(r"[;!?|]|(?<!\.[a-z])\. |: (?!(?:on |in |it is )?<d)| — |—|\b{contrasts}\b")


def attach(text: str) -> list[Attached]:
    """Whose each date in a masked sentence is, as far as the words tell."""
    found = [*read_moved(text), *read_phrases(text)]
    taken = {one.token for one in found}
    for date in DATE_RE.finditer(text):
        owner = None if date.group() in taken else _owner(text, date)
        if owner is not None:
            found.append(owner)
    return _in_parts(text, found)


_DATES = r"(?P<dates><d\d+>(?:,? (?:and )?(?:the {later_parts} )?(?:(?:(?:coming|due) )?(?:on|in) )?<d\d+>)+)"
_BATCHES_RE = pattern(r"\b(?:two|three|2|3) (?:[a-z]+ )?{batches}\b[^.;<]{0,30}" + _DATES)
_OPENING_RE = pattern(r"\b(?:first|opening) (?:[a-z]+ )?(?:<e\d+>|episodes)")


def _in_parts(text: str, found: list[Attached]) -> list[Attached]:
    """`released in two batches, on D and E`: a part for each date, in their order; `the first five on D, the remaining five on E`."""
    if any(one.owner == PREMIERE and (part_in(one.subject) or 1) > 1 for one in found):
        found = [one._replace(part=1) if one.owner == PREMIERE and _OPENING_RE.search(one.subject) else one for one in found]
    match = _BATCHES_RE.search(text)
    tokens = DATE_RE.findall(match["dates"]) if match else []
    place = {token: number for number, token in enumerate(tokens, 1)}
    return [one._replace(part=place[one.token], owner=PREMIERE) if one.token in place and one.owner == PREMIERE else one for one in found]


_ROW_RE = pattern(r"[^a-z0-9<]*")


def _bounds(text: str, date: re.Match[str]) -> tuple[int, int]:
    """The stretch around a date that no strong break cuts, as far as its words can tell of it."""
    left, right = max(0, date.start() - FAR), min(len(text), date.end() + FAR)
    for match in _BREAK_RE.finditer(text, left, right):
        if match.start() == date.end() and match.group() == ": " and _ROW_RE.fullmatch(text, 0, date.start()):
            continue  # "- May 31, 2022: <title> is renewed for season 3"
        if match.end() <= date.start():
            left = match.end()
        elif match.start() >= date.end():
            return left, match.start()
    return left, right


# "they were elsewhere in January 2022, when it arrived".
_WHEN_RE = pattern(
    rf",? when (?P<what>{OURS})"
    r"(?: [a-z]+ly| first)? {premiere.past}\b(?! (?:{foreign}|{shoot})\b)"
)
_CHART_RE = pattern(r"\b{charts_of_days}(?: in [^,.;<]{1,24})? (?:for|of) (?:the )?$")
_AT_THE_END_RE = pattern(
    r",? (?:at|by|with|before) the (?:very )?{ends_of_runs} of\b"
)  # "Last night, at the end of the third series, X died"
# "announced the premiere date on D", "6.4 million in four days, from D to E"
_OTHERS_DAY_RE = pattern(
    r"\b{announce_stems}[a-z]* {released_articles} (?:official )?{dates_of_works}(?: for (?:the )?<s\d+>)? (?:on |in |last )*$"
    r"|<z\d+>, (?:from |between )?$"
)
_IN_STORY_RE = pattern(r"\bset (?:back )?in (?:the )?$")  # "season 2, set in 1998, premiered on D"
_ATTRIBUTE_RE = pattern(r" (?!{behind_days}\b)[a-z]")
_APPOSITION_RE = pattern(r"<d\d+>, (?:which (?:is|was|will be) )?(?:an? |the )$")


def _is_no_event(text: str, date: re.Match[str], left: int) -> bool:
    """Whether nothing comes out, is shot or is ordered on a date: it is another's, the story's, or explains the one before it."""
    if _APPOSITION_RE.search(text, left, date.start()) or _CHART_RE.search(text, left, date.start()):
        return True  # "on 28 January, a Friday", "opened at the top of the chart for the week of D"
    if _AT_THE_END_RE.match(text, date.end()) or _OTHERS_DAY_RE.search(text, left, date.start()):
        return True
    return _IN_STORY_RE.search(text, left, date.start()) is not None


def _is_of_a_name(text: str, date: re.Match[str], left: int) -> bool:
    """Whether a date only says which one something is: `the 1913 Great Lakes storm`."""
    return text.endswith("the ", left, date.start()) and _ATTRIBUTE_RE.match(text, date.end()) is not None


def _owner(text: str, date: re.Match[str]) -> Attached | None:
    left, right = _bounds(text, date)
    noun = _noun_behind(text, date, left)
    if _is_no_event(text, date, left) or (noun is None and _is_of_a_name(text, date, left)):
        return Attached(date.group(), "elsewhere", date.start(), date.end(), "")
    behind = noun or _news_behind(text, date, left) or told_last(text, left, date)
    if behind is not None:
        return behind
    ahead = _event_behind(text, date, min(right, date.end() + REACH)) if _is_fronted(text, date, left) else None
    before = ahead or _event_before(text, date, max(left, date.start() - REACH))
    if before is not None:
        return before
    when = _WHEN_RE.match(text, date.end())
    if when is not None:
        return Attached(date.group(), PREMIERE, date.start(), when.end(), when["what"])
    opens = pattern(r"\W*(?:{date_openers} ?)*").fullmatch(text[left : date.start()])
    return _event_behind(text, date, min(right, date.end() + REACH)) if opens else None


_FRONTED_RE, _CLEFT_RE = (
    pattern(r", (?:and|but|then) (?:on|in) $"),
    pattern(r"(?:^|[,;] )(?:and |but |so )?it {were_forms}(?:n't| not)? (?:only |just )?(?:on |in |until |till )?$"),
)
_CLEFT_THAT_RE = pattern(r",? (?:that|when|before)\b")


def _is_fronted(text: str, date: re.Match[str], left: int) -> bool:
    """Whether a date stands before what happened on it: `the vans came on Friday, and on D, the crew began filming`, `and it was D before
    the streamer ordered a third season`."""
    if _FRONTED_RE.search(text, left, date.start()):
        return text.startswith(", ", date.end())
    return _CLEFT_RE.search(text, left, date.start()) is not None and _CLEFT_THAT_RE.match(text, date.end()) is not None


def _news_behind(text: str, date: re.Match[str], left: int) -> Attached | None:
    """What a lede says was done on its day: `announced today that it has picked up ...`, `the channel on Tuesday renewed the show`."""
    verb = verb_behind(text, date)
    return told_behind(text, date, verb) or (_of_head(text, verb, date, left) if verb is not None else None)


_NOUNS = (
    r"(?P<ours>{premiere.nouns}|{returns_on_a_day}(?! (?:to|from)\b))",
    r"(?P<more>renewal|recommission|pick-?up|season order)",
    r"(?P<last>{finale.nouns})",
    r"(?P<other>{foreign})",
)
_BEHIND_RE = pattern(rf"(?:'s)?,? (?P<between>(?:[a-z-]+ |<[fs]\d+>(?:'s)? ){{0,2}}?)\b(?:{'|'.join(_NOUNS)})\b(?! of <w)")


_THEIR_DAY_RE = pattern(r"<[acknw]\d+>'s? (?:[a-z]+ )?$|\b{their} $")  # "ahead of his May 3 return from the army"
_WHEN_IT_COMES = (
    rf"when (?:the )?(?:{OURS})(?: of \"?<t\d+>\"?)? [a-z' ]{{0,20}}?{{premiere.base}}\b"
    r"|(?:the )?(?:day|date)\b[^.;]{0,50}? {comes_or_coming}\b"
)
_IS_WINDOW_RE = pattern(
    r"(?:,? (?:perhaps|or|maybe|even) <d\d+>)?,? {window_verbs}(?: like| to be)?(?: now| still)? "
    rf"(?:{{slot_articles}}(?: [a-z-]+){{0,2}} {{release_slots}}\b|{_WHEN_IT_COMES})"
    r"| {were_forms} (?:being |also |now )*{floated} (?:as|for) {slot_articles}(?: [a-z-]+| <[sf]\d+>(?:'s)?){0,2}?"
    r" (?:{release_slots}|{premiere.nouns})\b"
)


# "eyeing a September 2022 production start", "a September start is planned for its shoot"
_SHOOT_NOUN_RE = pattern(
    r" {shoot} (?:start|kick-?off)\b"
    r"|(?: start| kick-?off)(?: date)?(?: (?:is|was|has been))? (?:{set_or_due}|{floated}) for (?:the |its )?(?:<[st]\d+>(?:'s)? )?{shoot}"
)


# "Sunday, November 27 brings the third-season finale of the show"
_BRINGS_RE = pattern(
    r" (?:brings|sees|marks|is) (?:the |its )(?:(?:<s\d+>|<t\d+>'s|[a-z]+-awaited) )*(?:(?P<last>{finale.nouns})|{premiere.nouns})\b"
    r"(?= (?:of|for) (?:the )?\W?<[st]|[.,;]|$)"
)


def _named_behind(text: str, date: re.Match[str]) -> Attached | None:
    """`a September 2022 production start`, `Sunday brings the finale of season 3`."""
    shoot = _SHOOT_NOUN_RE.match(text, date.end())
    if shoot is not None:
        return Attached(date.group(), START, date.start(), shoot.end(), "", ahead=True)
    brought = _BRINGS_RE.match(text, date.end())
    if brought is None:
        return None
    return Attached(date.group(), FINALE if brought["last"] else PREMIERE, date.start(), brought.end(), brought.group(), ahead=True)


def _noun_behind(text: str, date: re.Match[str], left: int) -> Attached | None:
    """`its January 28, 2022 debut`, `a mid-2026 release window`, `the October 5 trailer`."""
    window = _IS_WINDOW_RE.match(text, date.end())
    if window is not None:
        return Attached(date.group(), PREMIERE, date.start(), window.end(), "", ahead=True)
    named = _named_behind(text, date)
    if named is not None:
        return named
    match = _BEHIND_RE.match(text, date.end())
    if match is None or pattern(r"\b{between_stops}\b|^{verbs_behind_days} (?![a-z<])").search(match["between"]):
        return None
    if match["more"]:
        return Attached(date.group(), RENEWAL, date.start(), match.end(), "")
    foreign = match["other"] or pattern(r"\b{foreign}\b").search(match["between"])
    if foreign or _THEIR_DAY_RE.search(text, left, date.start()):
        return Attached(date.group(), "elsewhere", date.start(), match.end(), "")
    owner: Owner = FINALE if match["last"] else PREMIERE
    return Attached(date.group(), owner, date.start(), match.end(), match.group(), _is_set(text, match.group(), left, date.start()))


_DATE_NOUN_RE, _WAS_SET_RE = pattern(r"\b{dates_of_premieres}$"), pattern(r"\b{once_set}\b")


def _is_set(text: str, noun: str, left: int, at: int) -> bool:
    """Whether a premiere's date is told as one, which is to come: `has been given an October 12 premiere date`; not "its premiere date
    was May 3", "the original release date"."""
    return _DATE_NOUN_RE.search(noun) is not None and _WAS_SET_RE.search(text, left, at) is None


def _event_before(text: str, date: re.Match[str], left: int) -> Attached | None:
    """The event that stands nearest before a date, with nothing between them that could take it."""
    shoot = read_shoot(text, left, date)
    heads = [head for head in find_heads(text, left, date.start()) if head.kind != "shoot"]
    if not heads:
        return shoot or _bare_part(text, date, left)
    head = heads[-1]
    if shoot is not None and (head.end <= shoot.end or head.start <= shoot.start):
        return shoot
    if _AIMED_RE.search(text, head.end, date.start()):
        return None  # "said that the streamer is eyeing D": what for, nothing here tells
    return _bare_part(text, date, left) if is_cut(text[head.end : date.start()]) else _of_head(text, head, date, left)


def _of_head(text: str, head: Head, date: re.Match[str], left: int) -> Attached | None:
    """The date as that of the event which these words name."""
    if head.kind == "renewal" or (head.kind == "elsewhere" and _is_of_season(text, head)):
        return _renewed(text, head, date, left)
    if head.kind == "elsewhere" or _WATCHED_RE.search(text, left, head.start):
        return Attached(date.group(), "elsewhere", head.start, date.end(), "")
    bare = _bare_part(text, date, head.end)
    return bare if bare is not None and head.kind == "premiere" else _judge(text, head, date, left)


# "I finished the last episode on Tuesday"
_WATCHED_RE = pattern(r"\b{nominatives}(?:'d|'ve)? (?:[a-z]+ly )?{finishes_it} (?:the |that |its )?$")
_AIMED_RE = pattern(r"\b{aims}\b")


def _is_of_season(text: str, head: Head) -> bool:
    """Whether it is a season that somebody announces or confirms: `season 2 was announced`, `announced a second season`."""
    if not pattern("{announce_stems}").match(text[head.start : head.end]):
        return False
    passive = pattern(
        r"(?:<s\d+>(?: of \"?<t\d+>\"?)?|\b(?:renewal|recommission|pick-?up)\b(?: (?:of|for) [^.;,]{1,30})?),?"
        r" {was_forms}(?: [a-z]+ly| first)* $"
    ).search(text[: head.start])
    active = pattern(
        r" (?:(?:on )?<d\d+> )?(?:{ordering_articles} )?(?:(?:renewal|return) (?:of|for) )?(?:the )?(?:<t\d+>(?:'s)? )?"
        r"(?:for )?(?:a |an |the )?<s\d+>(?! {no_season_order})"
    ).match(text[head.end :])
    return bool(passive or active or _ITS_RETURN_RE.match(text, head.end))


_ITS_RETURN_RE = pattern(r" (?:the |its )?(?:<t\d+>'s?|(?:show|drama)'s|series') (?:renewal|return)\b")


_ORDERED_RE = pattern(r"\b(?:the|its|their) (?:[a-z-]+ )?{renewed_shows}\b|\b(?:it|which) (?:was|has been)\b|<[ts]\d+>")
# "ordered a fourth season of <another>"
_OTHERS_SEASON_RE = pattern(r"[^<;.,]{0,40}(?:<s\d+> (?:of|for) )?\W?<w\d+>(?! (?:[a-z-]+ ){0,3}\W?<t)")


def _renewed(text: str, head: Head, date: re.Match[str], left: int) -> Attached:
    """A date of an order for more, where the words name what is ordered: the show, a season, or nothing but the order itself."""
    start, end = min(head.start, date.start()), max(head.end, date.end())
    named = re.findall(r"<([tsw])\d+>", text[left : head.start])
    others = named[-1:] == ["w"] or _OTHERS_SEASON_RE.match(text, head.end) is not None
    if others or ("<w" in text[left:end] and not re.search(r"<[ts]\d+>", text[left:end])):
        return Attached(date.group(), "another", start, end, "")
    alone = re.search(r"(?:^|[:|] )(?:\* )?$", text[: head.start]) and not re.search(r"<[stw]\d+>", text)  # "Status: renewed in March"
    has_its_day = head.end <= date.start() and re.match(r" (?:on |in )?<d\d+>", text[head.end : date.start()]) is not None
    if has_its_day:
        return Attached(date.group(), "elsewhere", start, end, "")  # "ordered on D and declared the last on E"
    is_noun = alone or pattern(r"renewal|recommission|re-order|{orders_came}").fullmatch(text[head.start : head.end])
    ours = is_noun or _ORDERED_RE.search(text[max(0, start - REACH) : end + REACH])
    return Attached(date.group(), RENEWAL if ours else "elsewhere", start, end, "")


_LATER_PART = "(?:part|volume) (?:[1-9]|one|two|three|four)|(?:the )?{later_parts}(?: {later_part_nouns})?|the rest"
_FIRST_PART = r"the {first_parts} (?:<e\d+>|{later_part_nouns})"
_PART_DUE = "(?: (?:coming|due|following|set))?(?: to follow)?,? (?:on|in|for|:)? ?"


def _bare_part(text: str, date: re.Match[str], left: int) -> Attached | None:
    """`..., with Part 2 on December 7`, `in two parts: the first four episodes on July 6`: a part and its date, of the event before."""
    match = pattern(rf"(?P<part>{_LATER_PART}|{_FIRST_PART}){_PART_DUE}$").search(text[left : date.start()])
    if match is None or not pattern(r"\b(?:{premiere.present}|{premiere.past}|{premiere.base}|{premiere.going}|{parts_told})\b").search(
        text[: left + match.start()]
    ):
        return None
    is_last = (
        re.match(r"(?:the )?(?:last|final)\b", match["part"]) and "episode" in text[: left + match.start()] and not part_in(match["part"])
    )
    return Attached(date.group(), FINALE if is_last else PREMIERE, left + match.start(), date.end(), match["part"])


_NOUN_FORMS = ("nouns", "noun")


def _event_behind(text: str, date: re.Match[str], right: int) -> Attached | None:
    """`On January 28, 2022, the show premiered`: the first event behind a date that opens its clause."""
    begin = find_shoot(text, date.end(), right)
    heads = [head for head in find_heads(text, date.end(), right) if head.kind != "shoot" and head.form != "due"]
    if len(heads) > 1 and heads[1].kind == "renewal" and pattern("{announce_stems}").match(text, heads[0].start):
        heads = heads[1:]  # "on D the channel confirmed that the show has been recommissioned"
    if len(heads) > 1 and heads[0].form in _NOUN_FORMS and heads[1].form == "past" and "," not in text[heads[0].end : heads[1].start]:
        heads = heads[1:]  # "it was D that the season 2 finale was let out"
    head = heads[0] if heads else None
    if begin is not None and (head is None or begin.start() <= head.start) and not DATE_RE.search(text, date.end(), begin.end()):
        return shot(text, begin, date)
    return None if head is None or DATE_RE.search(text, date.end(), head.end) else _of_head_behind(text, head, date)


def _of_head_behind(text: str, head: Head, date: re.Match[str]) -> Attached | None:
    if head.kind == "renewal":
        return _renewed(text, head, date, date.end())
    if head.kind == "elsewhere":
        return Attached(date.group(), "elsewhere", date.start(), head.end, "")
    return _judge(text, head, date, date.end()) if head.form in ("past", "present", "base", "verbs") else None


def _judge(text: str, head: Head, date: re.Match[str], left: int) -> Attached | None:
    """The event if its subject is the show's, `elsewhere` if it is another thing's, nothing where no subject is seen."""
    start, end = min(head.start, date.start()), max(head.end, date.end())
    subject, whose = subject_of(text, head, left)
    if whose == "foreign":
        return Attached(date.group(), "elsewhere", start, end, subject)
    if head.kind == "finale" and _SHOOT_OF_RE.search(text, left, head.start):
        return Attached(date.group(), END, start, end, subject)
    if whose == "shoot":
        begins = pattern(r"{begin}").search(text, head.start, date.start()) if head.start < date.start() else None
        is_due = head.form == "due" and _is_due(text, head, date)  # "filming is pencilled in for August"
        whole = _PIECE_RE.search(subject) is None  # "the first day of the shoot was D, and I waited until my own block began in E"
        return Attached(date.group(), START if (begins or is_due) and whole else "elsewhere", start, end, subject)
    if not _is_told(text, head, date, subject, whose):
        return None
    if head.form == "verbs" and _SHOT_RE.search(text, left, head.start):
        return Attached(date.group(), END, start, end, subject)
    last = head.kind == "finale" or pattern(r"\b{finale.nouns}\b").search(subject) or _LAST_BEHIND_RE.match(text, head.end)
    ahead = head.form in ("present", "base", "going", "due") or _ENDS_RE.match(text, head.start) is not None
    ahead = ahead or (head.form == "nouns" and _is_set(text, text[head.start : head.end], left, date.start()))
    return Attached(date.group(), FINALE if last else PREMIERE, _with_subject(text, subject, start), end, subject, ahead)


_LAST_BEHIND_RE = pattern(r" (?:the |its )?{finale.nouns}\b(?= (?:of|on|in|to) )")  # "aired the concluding part of its third series"
_ENDS_RE = pattern(r"{finale_ahead}\b")  # "it runs through November 21"


# "Filming on the second season began on D, was suspended on E and ended on F": the shoot did.
_SHOT_RE = pattern(r"^\W*(?:(?:the )?{shoot}\b[^.;]*<d\d+>|<s\d+> (?:was|were) {filming_words}\b)[^.;]* and(?: [a-z]+)? $")
_SHOOT_OF_RE = pattern(r"\b{shoot} (?:on|of|for) [^.;,]*$")  # "shooting on the second season of <t> came to a close on D"


def _is_told(text: str, head: Head, date: re.Match[str], subject: str, whose: Whose) -> bool:
    """Whether an event of the show is told: its verb has a subject that can do that."""
    of_season = f"{subject} {text[head.start : head.end]}"  # "brought its second series to a close"
    if head.kind == "finale" and head.form == "verbs" and not pattern(r"<s\d+>|\b{finale_subjects}\b").search(of_season):
        return False
    if head.form == "due" and not _is_due(text, head, date):
        return False
    if _THEY_BEGIN_RE.search(of_season) and not _EPISODES_RE.search(text, 0, head.start):
        return False  # "if they begin in the spring, as the trade press thinks": those who make it
    follows = text[head.start : head.end].startswith("follow")
    return whose != "none" and not (follows and part_in(subject) is None)


_EPISODES_RE = pattern(r"(?:<[se]\d+>|\bepisodes)[:,;]?(?: [a-z]+){0,4} they\b")  # "the new episodes: they will begin on D"
_PIECE_RE = pattern(r"\b{shoot_pieces} (?:[a-z]+ )?$")
_THEY_BEGIN_RE = pattern(r"\bthey (?:[a-z']+ ){0,2} ?{beginnings}$")


def _with_subject(text: str, subject: str, start: int) -> int:
    """Where the words begin with the season, title or part that is their subject, where it stands right before the verb."""
    at = re.search(r"(?:<s\d+>(?: of \"?<t\d+>\"?)?|<t\d+>(?: <s\d+>)?) (?:[a-z']+ ){0,4}$", text[:start])
    return at.start() if at and subject else start


def _is_due(text: str, head: Head, date: re.Match[str]) -> bool:
    """Whether nothing but small words stands between "due" and the date."""
    small = "(?: {due_between})* ?"
    return pattern(small).fullmatch(text[head.end : date.start()]) is not None
