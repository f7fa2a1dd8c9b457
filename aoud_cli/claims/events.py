"""Dates attached to events: to which event each date of a sentence belongs, the show's own or another one.

A date goes to what stands closest to it by construction: the noun behind it ("its 2022 debut"), else the event before it ("premiered
on D"), else, where it opens its clause, the first one behind it. Other events compete for it: one that is not the show's (a trailer, a
special, an episode, what somebody said) makes no claim, and forbids every rule to make one of that date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from aoud_cli.english import numbers, pattern

REACH = 120  # code points between an event and its date
FAR = 600  # code points from a date to what may bound its clause
FORMS = ("nouns", "due", "past", "going", "present", "base")  # in the order in which they are tried

Owner = Literal[
    "release.premiere",
    "release.finale",
    "production.filming_start",
    "production.filming_end",
    "renewal.announced",
    "elsewhere",
    "another",
]
RENEWAL: Final = "renewal.announced"
PREMIERE: Final = "release.premiere"
FINALE: Final = "release.finale"
START: Final = "production.filming_start"
END: Final = "production.filming_end"


_Whose = Literal["ours", "foreign", "shoot", "none"]


class Attached(NamedTuple):
    """A date's token and the event that it belongs to; `start` and `end` bound both in the masked text.

    `subject` is what is said to happen.
    """

    token: str
    owner: Owner
    start: int
    end: int
    subject: str
    ahead: bool = False  # in a form that tells what is to come
    part: int | None = None  # the part of a season whose date it is, where its place among the dates tells it


class _Head(NamedTuple):
    """An event's words in the masked text: what event, in which form, and where."""

    kind: str
    form: str
    start: int
    end: int


_HEADS = "|".join((
    r"(?P<shoot>\b{shoot}\b)",
    *(rf"(?P<premiere_{form}>(?<![\w-]){{premiere.{form}}}\b(?![-\w]))" for form in FORMS),
    r"(?P<finale_nouns>\b(?:season |series )?{finale.nouns}\b)",
    r"(?P<renewal>\b{renewal}\b(?! {renewed_things}))",
    r"(?P<elsewhere>\b{elsewhere}\b)",
))  # fmt: skip
_FINALE_VERB = r"\b{finale.verbs}\b"
_BREAK_RE = pattern(r"[;!?|]|\. |: (?!(?:on |in |it is )?<d)| — |—|\b{contrasts}\b")
_DATE_RE = pattern(r"<d\d+>")
_SPAN = r"<[a-z]\d+>"
# What may stand between a shoot and the verb of its beginning or end.
_SHOOT_VERB = r"(?P<shot>\b{shoot}\b)(?P<of>(?:,? (?!and\b)(?:[a-z'-]+|<[tsdfl]\d+>'?s?)){0,9}?),? (?:(?P<begin>{begin})|(?P<end>{end}))\b"
_VERB_SHOOT = r"\b(?:(?P<begin>{shoot_enters})|(?P<end>{end}))(?: {shoot_articles})* {shoot}\b(?: on| for| of)?"
_NOUN_SHOOT = (
    r"\b(?:(?P<begin>start|beginning|commencement|first day)|(?P<end>{shoot_end_nouns}))(?: of| on| for"
    r"| to)(?: the| its| their| principal)* {shoot}\b|\b{shoot} (?:(?P<begin_>start|kick-off)|(?P<end_>wrap"
    r"|end))(?: date)?\b"
)
_BEFORE_CAMERAS = r"\b{goes} (?:before|in front of) (?:the )?cameras?\b|\bon floors\b"
_PART_RE = pattern(
    r"\b{part_nouns} (?P<n>[1-9]|one|two|three|four)\b|\b(?P<nth>{part_ordinals}) (?:[a-z]+ )?(?P<noun>"
    r"{part_counted})\b(?! (?:of|in) (?:the )?{part_of_time})"
)
_NUMBERS = {**numbers("one_to_ten"), **numbers("part_ordinals")}
_EPISODE_RE = pattern(r"\b(?:episodes? {episode_numbers}|{episode_ordinals} episode|{one_episode} episode|s\d+e\d+)\b")


def attach(text: str) -> list[Attached]:
    """Whose each date in a masked sentence is, as far as the words tell."""
    found = list(_moved(text))
    taken = {one.token for one in found}
    for date in _DATE_RE.finditer(text):
        owner = None if date.group() in taken else _owner(text, date)
        if owner is not None:
            found.append(owner)
    return _in_parts(text, found)


_BATCHES_RE = pattern(
    r"\b(?:two|three|2|3) (?:[a-z]+ )?{batches}\b[^.;<]{0,30}(?P<dates><d\d+>(?:,? (?:and )?(?:on "
    r"|in )?<d\d+>)+)"
)


def _in_parts(text: str, found: list[Attached]) -> list[Attached]:
    """`released in two batches, on D and E`: a part for each date, in their order."""
    match = _BATCHES_RE.search(text)
    tokens = _DATE_RE.findall(match["dates"]) if match else []
    place = {token: number for number, token in enumerate(tokens, 1)}
    return [one._replace(part=place[one.token], owner=PREMIERE) if one.token in place and one.owner == PREMIERE else one for one in found]


def part_in(words: str) -> int | None:
    """The part of a season that masked words name ("the second half"); the last of a number that they don't tell is the second."""
    found = next(reversed(list(_PART_RE.finditer(words))), None)
    if found is None:
        return None
    return int(found["n"]) if found["n"] and found["n"].isdigit() else _NUMBERS[found["n"] or found["nth"]]


_MOVED_RE = pattern(
    r"\b{move_stems}[a-z]*\b(?P<what>[^.;]{0,80}?),? (?:originally |initially |first )?{moved_from}"
    r" (?P<old><d\d+>),? (?:back |forward |up |out )?(?:to|until|till|into) (?P<new><d\d+>)"
)
_PUT_OFF_RE = pattern(r"\b{put_off}(?: back)? (?:to|until|till|into) (?P<new><d\d+>)")
_ONCE_RE = pattern(r"\b{once} {once_planned}(?: {once_between}){0,6} (?P<old><d\d+>)")
_RATHER_RE = pattern(r"\b(?:instead of|rather than|and not|as opposed to|{than_date}) (?:in |on |the )?(?P<old><d\d+>)")


def _moved(text: str) -> Iterator[Attached]:
    """`pushed back from D to E`, `E instead of D`: the date that no longer holds is nobody's."""
    for match in _MOVED_RE.finditer(text):
        owner = _put_off(text[max(0, match.start() - FAR) : match.end("what")])
        yield Attached(match["old"], "elsewhere", match.start(), match.end("old"), "")
        yield Attached(match["new"], owner, match.start(), match.end("new"), match.group(), ahead=True)
    for match in _ONCE_RE.finditer(text):
        yield Attached(match["old"], "elsewhere", match.start(), match.end(), "")
    for match in _PUT_OFF_RE.finditer(text):
        owner = _put_off(text[max(0, match.start() - FAR) : match.start("new")])
        yield Attached(match["new"], owner, match.start(), match.end("new"), match.group(), ahead=True)
    for match in _RATHER_RE.finditer(text):
        yield Attached(match["old"], "elsewhere", match.start(), match.end(), "")


def _put_off(words: str) -> Owner:
    """What is put off: the nearest of a shoot, a premiere or the show before the words; nothing of the show's where none stands there."""
    named = list(pattern(r"(?P<shoot>\b{shoot}\b(?! (?:company|team|designer)))|<[ts]\d+>|\b{put_off_things}\b").finditer(words))
    return "elsewhere" if not named else START if named[-1]["shoot"] else _put_off_by(named)


def _put_off_by(named: list[re.Match[str]]) -> Owner:
    """`filming of the series has been pushed back`: what is put off is the shoot, whatever it is the shoot of."""
    governed = len(named) > 1 and named[-2]["shoot"] and re.match(r" (?:of|on|for) ", named[-1].string[named[-2].end() :])
    return START if governed else PREMIERE


def _bounds(text: str, date: re.Match[str]) -> tuple[int, int]:
    """The stretch around a date that no strong break cuts, as far as its words can tell of it."""
    left, right = max(0, date.start() - FAR), min(len(text), date.end() + FAR)
    for match in _BREAK_RE.finditer(text, left, right):
        if match.end() <= date.start():
            left = match.end()
        elif match.start() >= date.end():
            return left, match.start()
    return left, right


_APPOSITION_RE = pattern(r"<d\d+>, (?:which (?:is|was|will be) )?(?:an? |the )$")


def _owner(text: str, date: re.Match[str]) -> Attached | None:
    left, right = _bounds(text, date)
    if _APPOSITION_RE.search(text, left, date.start()):
        return Attached(date.group(), "elsewhere", date.start(), date.end(), "")  # "on 28 January, a Friday"
    behind = _noun_behind(text, date, left)
    if behind is not None:
        return behind
    before = _event_before(text, date, max(left, date.start() - REACH))
    if before is not None:
        return before
    opens = pattern(r"\W*(?:{date_openers} ?)*").fullmatch(text[left : date.start()])
    return _event_behind(text, date, min(right, date.end() + REACH)) if opens else None


def _noun_behind(text: str, date: re.Match[str], left: int) -> Attached | None:
    """`its January 28, 2022 debut`, `a mid-2026 release window`, `the October 5 trailer`."""
    match = pattern(
        r"(?:'s)?,? (?P<between>(?:[a-z-]+ |<[fs]\d+>(?:'s)? ){0,2}?)"
        r"(?:(?P<ours>(?:\b{premiere.nouns}\b))|(?P<more>\b(?:renewal|recommission|pick-?up|season order)\b)|(?P<last>\b{finale.nouns}\b)"
        r"|(?P<other>\b{foreign}\b))(?! of <w)"
    ).match(text, date.end())
    if match is None or pattern(r"\b{between_stops}\b").search(match["between"]):
        return None
    if match["more"]:
        return Attached(date.group(), RENEWAL, date.start(), match.end(), "")
    if (
        match["other"]
        or pattern(r"\b{foreign}\b").search(match["between"])
        or re.search(r"<[acknw]\d+>'s? (?:[a-z]+ )?$", text[left : date.start()])
    ):
        return Attached(date.group(), "elsewhere", date.start(), match.end(), "")
    return Attached(date.group(), FINALE if match["last"] else PREMIERE, date.start(), match.end(), match.group())


def _event_before(text: str, date: re.Match[str], left: int) -> Attached | None:
    """The event that stands nearest before a date, with nothing between them that could take it."""
    shoot = _shoot(text, left, date)
    heads = [head for head in _heads(text, left, date.start()) if head.kind != "shoot"]
    head = heads[-1] if heads else None
    if shoot is not None and (head is None or head.end <= shoot.end or head.start <= shoot.start):
        return shoot
    if head is not None and _AIMED_RE.search(text, head.end, date.start()):
        return None  # "said that the streamer is eyeing D": what for, nothing here tells
    if head is None or _is_cut(text[head.end : date.start()]):
        return _bare_part(text, date, left)
    if head.kind == "renewal":
        return _renewed(text, head, date, left)
    if head.kind == "elsewhere":
        return (
            _renewed(text, head, date, left)
            if _is_of_season(text, head)
            else Attached(date.group(), "elsewhere", head.start, date.end(), "")
        )
    bare = _bare_part(text, date, head.end)
    return bare if bare is not None and head.kind == "premiere" else _judge(text, head, date, left)


_AIMED_RE = pattern(r"\b{aims}\b")


def _is_of_season(text: str, head: _Head) -> bool:
    """Whether it is a season that somebody announces or confirms: `season 2 was announced`, `announced a second season`."""
    if not pattern("{announce_stems}").match(text[head.start : head.end]):
        return False
    passive = pattern(r"<s\d+>(?: of \"?<t\d+>\"?)?,? {was_forms}(?: [a-z]+ly| first)* $").search(text[: head.start])
    active = pattern(
        r" (?:the |a |an |its )?(?:(?:renewal|return) (?:of|for) )?(?:the )?(?:<t\d+>(?:'s)? )?(?:for )?(?:a |an "
        r"|the )?<s\d+>(?! {no_season_order})"
    ).match(
        text[head.end :],
    )
    return bool(passive or active)


def _renewed(text: str, head: _Head, date: re.Match[str], left: int) -> Attached | None:
    """A date of an order for more, where the words name what is ordered: the show, a season, or nothing but the order itself."""
    start, end = min(head.start, date.start()), max(head.end, date.end())
    around = text[max(0, start - REACH) : end + REACH]
    is_noun = pattern(r"renewal|recommission|re-order").fullmatch(text[head.start : head.end])
    named = re.findall(r"<([tsw])\d+>", text[left : head.start])
    if ("<w" in text[left:end] and not re.search(r"<[ts]\d+>", text[left:end])) or (named and named[-1] == "w"):
        return Attached(date.group(), "another", start, end, "")
    if (
        is_noun
        or re.search(r"<[ts]\d+>", around)
        or pattern(r"\b(?:the|its|their) (?:[a-z-]+ )?{renewed_shows}\b|\b(?:it|which) (?:was|has been)\b").search(around)
    ):
        return Attached(date.group(), RENEWAL, start, end, "")
    return Attached(date.group(), "elsewhere", start, end, "")


def _is_cut(between: str) -> bool:
    """Whether a new clause or another date's words stand between an event and a date."""
    return bool(
        pattern(r", {comma_cuts}\b|\b{cut_links} (?!(?:the |its )?<d)|\bthan\b|\) ").search(
            between,
        )
        and not re.fullmatch(r"[^a-z<]*(?:on|in|at) <f\d+>.*", between)
    ) or bool(re.search(r"<[acknw]\d+>", between) and not re.search(r"<f\d+>[^<]*$", between))


def _bare_part(text: str, date: re.Match[str], left: int) -> Attached | None:
    """`..., with Part 2 on December 7`: a part and its date, of the event that was told before."""
    match = pattern(
        "(?P<part>(?:part|volume) (?:[1-9]|one|two|three|four)|(?:the )?{later_parts}(?: {later_part_nouns}"
        ")?)(?: (?:coming|due|following|set))?(?: to follow)?,? (?:on|in|for|:)? ?$"
    ).search(
        text[left : date.start()],
    )
    if match is None or not pattern(r"\b(?:{premiere.present}|{premiere.past}|{premiere.base}|{premiere.going}|part|half|volume)\b").search(
        text[: left + match.start()]
    ):
        return None
    is_last = (
        re.match(r"(?:the )?(?:last|final)\b", match["part"]) and "episode" in text[: left + match.start()] and not part_in(match["part"])
    )
    return Attached(date.group(), FINALE if is_last else PREMIERE, left + match.start(), date.end(), match["part"])


def _event_behind(text: str, date: re.Match[str], right: int) -> Attached | None:
    """`On January 28, 2022, the show premiered`: the first event behind a date that opens its clause."""
    begin = pattern(_SHOOT_VERB).search(text, date.end(), right)
    heads = [head for head in _heads(text, date.end(), right) if head.kind != "shoot" and head.form != "due"]
    head = heads[0] if heads else None
    if begin is not None and (head is None or begin.start() <= head.start) and not _DATE_RE.search(text, date.end(), begin.end()):
        return _shot(text, begin, date)
    if head is None or _DATE_RE.search(text, date.end(), head.end):
        return None
    if head.kind == "renewal":
        return _renewed(text, head, date, date.end())
    if head.kind == "elsewhere":
        return Attached(date.group(), "elsewhere", date.start(), head.end, "")
    return _judge(text, head, date, date.end()) if head.form in ("past", "present", "base") else None


def _heads(text: str, start: int, end: int) -> Iterator[_Head]:
    for match in pattern(_HEADS).finditer(text, start, end):
        kind, _, form = str(match.lastgroup).partition("_")
        if kind == "premiere":
            form = _form(text, match, form)
        if form == "plural":
            yield _Head("elsewhere", "noun", *match.span())  # "its releases for spring 2024"
        elif form != "other":
            yield _Head(kind, form or "noun", *match.span())
    for match in pattern(_FINALE_VERB).finditer(text, start, end):
        yield _Head("finale", "verbs", *match.span())


# What makes the word behind it a noun, and what a verb: "its premiere", "to premiere".
_NOUN_BEFORE_RE = pattern(r"(?:\b{before_nouns}|'s|-|<[dtsf]\d+>'?) $")
_VERB_BEFORE_RE = pattern(r"(?:\b{before_verbs}|ly) $")


_PLURAL_BEFORE_RE = pattern(r"\b{before_plurals} $")


def _form(text: str, match: re.Match[str], form: str) -> str:
    """Noun or verb, by the word before it; `other` where it is neither of an event."""
    before, word = text[max(0, match.start() - 14) : match.start()], match.group()
    as_verb = next((name for name in ("present", "base") if pattern(rf"{{premiere.{name}}}").fullmatch(word)), "")
    if form == "nouns" and as_verb:
        if as_verb == "present":
            if _PLURAL_BEFORE_RE.search(before):
                return "plural"
            return (
                "present"
                if re.search(r"(?:<[tsf]\d+>|[a-z0-9]) $", before) and not pattern(r"\b{plural_articles} $").search(before)
                else "nouns"
            )
        return "base" if _VERB_BEFORE_RE.search(before) and not re.search(r"\bfirst $", before) else "nouns"
    if form == "present" and _PLURAL_BEFORE_RE.search(before):
        return "plural"
    if form == "base" and (_NOUN_BEFORE_RE.search(before) or not before.strip()):
        return "other"
    return form


_SAID_RE = pattern(r", (?:<[a-z]\d+>|[a-z-]+)(?: [a-z-]+){0,3} {says_briefly}(?: [a-z]+)? (?:on )?$")


def _shoot(text: str, left: int, date: re.Match[str]) -> Attached | None:
    """`filming began on D`, `wrapped production in D`, `the end of filming is due in D`: the last of them before the date."""
    found: Attached | None = _elided_wrap(text, left, date)
    for words in (_SHOOT_VERB, _VERB_SHOOT, _NOUN_SHOOT):
        for match in pattern(words).finditer(text, left, date.start()):
            between = text[match.end() : date.start()]
            told = None if _is_cut(between) or _DATE_RE.search(between) or _SAID_RE.search(between) else _shot(text, match, date)
            if told is not None and (found is None or told.end - told.start < found.end - found.start or found.owner == "elsewhere"):
                found = told
    floors = [*pattern(_BEFORE_CAMERAS).finditer(text, left, date.start())]
    if found is None and floors and not _DATE_RE.search(text, floors[-1].end(), date.start()):
        return Attached(date.group(), START, floors[-1].start(), date.end(), "")
    return found


_ELIDED_RE = r"\b{shoot}\b[^.;]*?(?:,? and|,? then|, before)(?: {elided_between})* (?P<end>{end})\b(?: up| on)?"


def _elided_wrap(text: str, left: int, date: re.Match[str]) -> Attached | None:
    """`filming began in Galway in May and wrapped in July`: the end of the shoot whose name stands before its beginning."""
    found = None
    for match in pattern(_ELIDED_RE).finditer(text, left, date.start()):
        between = text[match.end() : date.start()]
        if not _DATE_RE.search(between) and not _is_cut(between):
            found = Attached(date.group(), END, match.start("end"), date.end(), "")
    return found


def _shot(text: str, match: re.Match[str], date: re.Match[str]) -> Attached | None:
    groups = match.groupdict()
    of = groups.get("of") or ""
    owner: Owner = START if groups.get("begin") or groups.get("begin_") else END
    again = re.match(r" (?:again|anew|once more|over)\b", text[match.end() :])
    leg = again or pattern(r"\b(?:in|at|on location) (?:[a-z]+ ){0,3}?<l\d+>|\b{shoot_pieces}\b").search(of)
    before = text[max(0, match.start() - 40) : match.start()]
    other = (
        "<w" in of
        or re.search(r"\b(?:second|third) unit\b|(?:\bafter (?:[a-z]+ ){1,4}|^<z\d+> )in <l\d+>", text[: match.start()])
        or pattern(r"\b{shoot_pieces_before} $").search(before)
    )
    if leg or other or pattern(r"\b{foreign}\b").search(of):
        owner = "elsewhere"
    return Attached(date.group(), owner, min(match.start(), date.start()), max(match.end(), date.end()), of)


def _judge(text: str, head: _Head, date: re.Match[str], left: int) -> Attached | None:
    """The event if its subject is the show's, `elsewhere` if it is another thing's, nothing where no subject is seen."""
    start, end = min(head.start, date.start()), max(head.end, date.end())
    subject, whose = _subject(text, head, left)
    if whose == "foreign":
        return Attached(date.group(), "elsewhere", start, end, subject)
    if whose == "shoot":
        begins = pattern(r"{begin}").search(text, head.start, date.start()) if head.start < date.start() else None
        return Attached(date.group(), START if begins else "elsewhere", start, end, subject)
    if head.kind == "finale" and head.form == "verbs" and not pattern(r"<s\d+>|\b{finale_subjects}\b").search(subject):
        return None
    if head.form == "due" and not _is_due(text, head, date):
        return None
    if whose == "none" or (text[head.start : head.end].startswith("follow") and part_in(subject) is None):
        return None
    last = head.kind == "finale" or pattern(r"\b{finale.nouns}\b").search(subject)
    return Attached(
        date.group(),
        FINALE if last else PREMIERE,
        _with_subject(text, subject, start),
        end,
        subject,
        head.form in ("present", "base", "going", "due"),
    )


def _with_subject(text: str, subject: str, start: int) -> int:
    """Where the words begin with the season, title or part that is their subject, where it stands right before the verb."""
    at = re.search(r"(?:<s\d+>(?: of \"?<t\d+>\"?)?|<t\d+>(?: <s\d+>)?) (?:[a-z']+ ){0,4}$", text[:start])
    return at.start() if at and subject else start


def _is_due(text: str, head: _Head, date: re.Match[str]) -> bool:
    """Whether nothing but small words stands between "due" and the date."""
    small = "(?: {due_between})* ?"
    return pattern(small).fullmatch(text[head.end : date.start()]) is not None


_NAMING = (
    r"<t\d+> <s\d+>|<[a-z]\d+>|\b(?:episode(?: (?:\d+|[a-z]+))?|s\d+e\d+)\b(?! (?:of|from) <)|\b(?:{foreign})\b"
    r"|\b(?:{ours})\b|\b(?:part|volume|half|batch)\b|\b{shoot}\b|\b(?:{finale.nouns})\b"
    r"|\b(?:{premiere.nouns})\b(?= {noun_verbs})"
)
_GOVERNED_RE = pattern(r"\b{governing}(?: {governed_articles})*(?: [a-z'-]+){0,2} ?$")


def _subject(text: str, head: _Head, left: int) -> tuple[str, _Whose]:
    """What is said to happen: the noun nearest before the verb that no preposition governs; of a noun what owns it or stands behind it."""
    clause = text[left : head.start]
    if head.form == "nouns":
        return _owner_of_noun(text, head, clause)
    object_ = _object(text, head)
    if object_ is not None:
        return object_
    names = _names_before(text, left, head.start)
    for index in range(len(names) - 1, -1, -1):
        word, before = names[index].group(), text[left : names[index].start()]
        if word[0] == "<" and word[1] in "dlfzhyrme":
            continue
        if word.startswith("<w") and _BESIDE_RE.fullmatch(text, names[index].end(), head.start):
            return "", "foreign"  # "the drama <another>, arriving in March"
        if not index and _of_no_name(before):
            return before, "foreign"
        if _GOVERNED_RE.search(before) and index and not re.match(r"which|that|it|they", word) and _governs(text, names, index):
            continue
        return text[max(left, names[index].start() - 24) : head.start], _whose(word, text, names[index])
    lead = pattern(r"\W*(?:{lead_words} ?)*").fullmatch(clause)
    return "", "ours" if lead and left == 0 else "none"


_BESIDE_RE = pattern(r",? (?:[a-z]+ly )?")
_APPOSED_RE = pattern(r"<w\d+>, an? [^,.;]{0,40}$")
_OCCASION_RE = pattern(r"\b(?:an|a|another) (?P<what>(?:[a-z-]+ ){1,4}){occasion_links} (?:the )?$")


def _of_no_name(before: str) -> bool:
    """Whether the season or show behind these words is one that something hangs on: `a fan event for season 2`."""
    occasion = _OCCASION_RE.search(before)
    return occasion is not None and not pattern(r"\b{part_of_ours}\b").search(occasion["what"])


def _names_before(text: str, left: int, end: int) -> list[re.Match[str]]:
    """What stands before a verb; an aside between commas ("the series, directed by Quill, premiered") holds no subject of it."""
    names = list(pattern(_NAMING).finditer(text, left, end))
    comma = text.find(",", names[0].end() if names else left, end)
    if text[left:end].rstrip().endswith(",") and 0 <= comma < len(text[:end].rstrip()) - 1:
        names = [name for name in names if name.end() <= comma] or names
    return names


def _governs(text: str, names: list[re.Match[str]], index: int) -> bool:
    """Whether the name before is what the preposition hangs on: `a special about the show`, `the trailer for season 2`."""
    word = names[index - 1].group()
    near = text[names[index - 1].end() : names[index].start()]
    return len(near) < 40 and "," not in near and not (word[0] == "<" and word[1] in "acknd")


_OF_OURS_RE = pattern(r" of \W{0,2}{of_persons}\b")


def _whose(word: str, text: str, at: re.Match[str]) -> _Whose:
    if word[0] == "<":
        if _OF_OURS_RE.match(text, at.end()):
            return "foreign"  # "season 3 of our show", says a podcast
        return "ours" if word[1] in "ts" else "foreign" if word[1] in "acknwf" else "none"
    is_episode = _EPISODE_RE.search(text, max(0, at.start() - 14), at.end() + 8) and "episodes" not in word
    if is_episode or pattern(r"{foreign}").fullmatch(word) or re.match(r"episode\b|s\d+e", word):
        return "foreign"
    if word in ("which", "that"):
        return _antecedent(text, at)
    return "shoot" if pattern(r"{shoot}").fullmatch(word) else "ours"


def _antecedent(text: str, which: re.Match[str]) -> _Whose:
    """Whose the thing is that `which` or `that` stands for."""
    before = re.search(rf"({_SPAN}|[a-z'-]+)(?: \([^()]*\))?,? $", text[max(0, which.start() - REACH) : which.start()])
    antecedent = before.group(1) if before else ""
    if antecedent[:1] == "<":
        return "ours" if antecedent[1] in "ts" else "foreign"
    if _APPOSED_RE.search(text, max(0, which.start() - REACH), which.start()) or pattern(r"{foreign}|episode").fullmatch(antecedent):
        return "foreign"  # "<another>, a ten-episode series that arrives in March"
    return "ours" if pattern(r"{ours}").fullmatch(antecedent) else "none"


def _object(text: str, head: _Head) -> tuple[str, _Whose] | None:
    """What a platform releases, behind the verb: `will release the second half`, `released its slate`.

    None where the verb has no object.
    """
    if not pattern("{release_stems}").match(text[head.start : head.end]):
        return None
    passive = pattern(r"\b{passive_forms}(?: [a-z]+ly| also| first| finally)* $").search(text[max(0, head.start - 40) : head.start])
    if passive:
        return None
    match = pattern(f" (?:all |{{object_adjectives}} )*(?P<object>{_NAMING})").match(text, head.end)
    if match is None or re.match(r"<[dflzhyrme]|which|that\b", match["object"]):
        return None
    found = match["object"]
    if found[0] == "<":
        return match.group(), "ours" if found[1] in "ts" else "foreign"
    if _EPISODE_RE.search(match.group()):
        return match.group(), "foreign"
    is_ours = pattern(r"{ours}|part|volume|half|batch").fullmatch(found) is not None
    return match.group(), "ours" if is_ours else "foreign"


def _owner_of_noun(text: str, head: _Head, clause: str) -> tuple[str, _Whose]:
    """Whose premiere a noun tells of: `season 2's`, `its`, `the ... of the show`, `a trailer's`."""
    behind = re.match(rf"(?: date| window)? (?:of|for) (?:the )?(?:[a-z-]+ )*?({_SPAN}|[a-z-]+)", text[head.end :])
    before = pattern(f"({_SPAN}|[a-z-]+)(?:'s?|s')? (?:{{premiere_adjectives}} )*$").search(
        clause,
    )
    for words in (behind.group(1) if behind else "", before.group(1) if before else ""):
        if words[:1] == "<" and words[1] not in "df":
            return clause[-60:] + text[head.start : head.end + 40], "ours" if words[1] in "ts" else "foreign"
        if words and pattern(r"{foreign}").fullmatch(words):
            return clause[-60:], "foreign"
        if words == "episode":
            return clause[-60:], "foreign"
    if re.search(r"<[ackn]\d+>'s? $|\b(?:his|her|my) (?:[a-z]+ )?$", clause):
        return "", "foreign"
    return clause[-60:] + text[head.start : head.end + 40], "ours"
