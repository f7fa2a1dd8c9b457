"""What is said to happen: whose premiere, whose end, the show's own or another thing's."""

from __future__ import annotations

import re
from typing import Literal

from aoud_cli.claims.events.words import REACH, SPAN, Head
from aoud_cli.english import pattern

SHORT = 24  # code points before a noun that say which one it is
Whose = Literal["ours", "foreign", "shoot", "none"]

_NAMING = "|".join(
    (
        r"<t\d+> <s\d+>|<[a-z]\d+>",
        r"\b(?:episode(?: (?:\d+|[a-z]+))?|s\d+e\d+)\b(?! (?:of|from) <)",
        r"\b(?:{foreign})\b|\b(?:{ours})\b|\b(?:part|volume|half|batch)\b",
        r"\b{shoot}\b|\b(?:{finale.nouns})\b|\b(?:{premiere.nouns})\b(?= {noun_verbs})",
    )
)
_EPISODE_RE = pattern(r"\b(?:episodes? {episode_numbers}|{episode_ordinals} episode|{one_episode} episode|s\d+e\d+)\b")
_GOVERNED_RE = pattern(r"\b{governing}(?: {governed_articles})*(?: <[akn]\d+>'s?)?(?: (?:[a-z'-]+|<e\d+>)){0,2} ?$")
_MADE_FROM_RE = pattern(r"\b{made_from} (?:<[akn]\d+>'s? )?(?:[a-z'-]+ ){0,3}$")  # "season 1, based on X's comic and released in D"

_ONE_OF_THEM_RE = pattern(r"\b{one_of_them} $")


def subject_of(text: str, head: Head, left: int) -> tuple[str, Whose]:
    """What is said to happen: the noun nearest before the verb that no preposition governs; of a noun what owns it or stands behind it."""
    clause = text[left : head.start]
    if head.form == "nouns":
        return _owner_of_noun(text, head, clause)
    if _ONE_OF_THEM_RE.search(text, left, head.start):
        return "", "none"  # "showrunner for all four seasons, she leaves when this one ends": which one, the words don't tell
    told = _object(text, head) or _planned(text, head, left)
    if told is not None:
        return told
    names = _names_before(text, left, head.start)
    for index in range(len(names) - 1, -1, -1):
        if names[index].group().startswith("<e") and _is_all_of_it(text, names[index], left, head.start):
            said = text[max(left, names[index].start() - SHORT) : head.start]
            return said, "ours"  # "all nine chapters dropped", "with two episodes available from"
        found = None if _NO_DOER_RE.match(names[index].group()) else _named_subject(text, names, index, head.start, left)
        if found is not None:
            return found
    lead = pattern(r"\W*(?:{lead_words} ?)*").fullmatch(clause)
    return "", "ours" if lead and left == 0 else "none"


def _is_all_of_it(text: str, episodes: re.Match[str], left: int, verb: int) -> bool:
    """Whether counted episodes are the season's, or its first: `all nine chapters dropped`, `the eight episodes will arrive`."""
    if _ALL_OF_RE.search(text, left, episodes.start()):
        return True
    return _ITS_OWN_RE.search(text, left, episodes.start()) is not None and _THEY_DO_RE.fullmatch(text, episodes.end(), verb) is not None


def _planned(text: str, head: Head, left: int) -> tuple[str, Whose] | None:
    """The premiere that is said to be due: `with a premiere planned for D`, `a return to <platform> eyed for D`."""
    premiere = _PREMIERE_RE.search(text, left, head.start) if head.form == "due" else None
    if premiere is None:
        return None
    return text[max(left, premiere.start() - SHORT) : head.start], _whose("premiere", text, premiere)


_PREMIERE_RE = pattern(r"\b(?:{premiere.nouns}|(?:a|its|the) return(?: to (?:<[fb]\d+>|(?:our )?screens|tv|air))?) $")
_ALL_OF_RE = pattern(
    r"\b(?:all(?: of)?(?: (?:the|its))?|(?:the|its|and|with) (?:the )?(?:{part_ordinals})|with(?: the| its)?(?: first| opening)?) $"
)
# "the eight episodes arrive on <d>", "its eight episodes of <s> will drop"; not "eight episodes", which may be some of them
_ITS_OWN_RE = pattern(r"(?:^|[.,;:] |\b{its_own_links} )(?:the|its|their|these) $")
_THEY_DO_RE = pattern(r"(?: (?:of|from) (?:the )?(?:<s\d+>|{show_kinds}))?,? (?:(?:{small_verbs}|all|will|now) )*")
_NO_DOER_RE = pattern(r"<[dlfbzhyrmeuvo]")


def _named_subject(text: str, names: list[re.Match[str]], index: int, verb: int, left: int) -> tuple[str, Whose] | None:
    """The name as what happens; None where a preposition governs it, and one before it may be meant."""
    name = names[index]
    word, before = name.group(), text[left : name.start()]
    if (word == "series" and _SERIES_OF_RE.match(text, name.end())) or _SOMEBODY_OF_RE.search(before):
        return before, "foreign"  # "a series of 3 talks", "the creator of <title> launched a company"
    if index and _ENTERED_RE.search(before):
        return None  # what is entered or begun does nothing itself: "the series, a six-parter, goes into production and is out in March"
    if word.startswith("<w") and _BESIDE_RE.fullmatch(text, name.end(), verb):
        return "", "foreign"  # "the drama <another>, arriving in March"
    if not index and _of_no_name(before):
        return before, "foreign"
    is_pronoun = re.match(r"which|that|it|they", word) is not None or before.endswith("that ")
    if index and not is_pronoun and _GOVERNED_RE.search(before) and _governs(text, names, index):
        return None
    reach = 0 if word in ("which", "that") else left  # "the finale, which aired on"
    return text[max(reach, name.start() - SHORT) : verb], _whose(word, text, name)


_SOMEBODY_OF_RE = pattern(r"\b(?:{makers_and_fans}) {made_of} (?:the )?$")
_SERIES_OF_RE = pattern(r" of (?:{small_counts}|[1-9][0-9]?|[a-z]+)(?: [a-z-]+)? (?!episodes|films)[a-z]+s\b")  # "a series of 3 talks"
_ENTERED_RE = pattern(r"\b(?:{shoot_enters}|{end})(?: {shoot_articles})* $")
_BESIDE_RE = pattern(r",? (?:[a-z]+ly )?")
_APPOSED_RE = pattern(r"<w\d+>, an? [^,.;]{0,40}$")
_OCCASION_RE = pattern(
    r"\b(?:an|a|another) (?P<what>(?:[a-z-]+ ){1,4}){occasion_links} (?:the )?$"
    r"|^\W*(?:(?:the|its|their) )?(?P<work>(?:(?!{no_work}\b)[a-z'-]+ ){1,3}){work_links} (?:{governed_articles} )?$"  # "casting for"
)


def _of_no_name(before: str) -> bool:
    """Whether the season or show behind these words is one that something hangs on: `a fan event for season 2`, `ticket sales for`."""
    occasion = _OCCASION_RE.search(before)
    return occasion is not None and not pattern(r"\b(?:{part_of_ours}|{shoot})\b").search(occasion["what"] or occasion["work"])


_SMALL_VERBS_RE = pattern(r" (?:(?:{small_verbs}) ?)+$")  # "X, who is the priest on the show, is due next week"


_WITH_ASIDE_RE = pattern(
    r", with [^,;]*, (?:and|but|before) (?:[a-z]+ly )?$"
)  # "series 2 began on <d>, with 6.1 million viewers, and closed on"


def _names_before(text: str, left: int, end: int) -> list[re.Match[str]]:
    """What stands before a verb; an aside between commas ("the series, directed by Quill, premiered") holds no subject of it."""
    names = list(pattern(_NAMING).finditer(text, left, end))
    beside = _WITH_ASIDE_RE.search(text, left, end)
    if beside is not None:
        names = [name for name in names if name.end() <= beside.start()] or names
    comma = text.find(",", names[0].end() if names else left, end)
    if _SMALL_VERBS_RE.sub("", text[left:end]).rstrip().endswith(",") and 0 <= comma < len(text[:end].rstrip()) - 1:
        names = [name for name in names if name.end() <= comma] or names
    return names


def _governs(text: str, names: list[re.Match[str]], index: int) -> bool:
    """Whether the name before is what the preposition hangs on: `a special about the show`, `the trailer for season 2`."""
    if _MADE_FROM_RE.search(text, 0, names[index].start()):
        return True
    word = names[index - 1].group()
    near = text[names[index - 1].end() : names[index].start()]
    return len(near) < 40 and "," not in near and not (word[0] == "<" and word[1] in "acknd")


_SOURCE_RE = pattern(r"\b(?:{source_works}|trilogy|saga of novels)s?\b[^.;<]*(?:<[kn]\d+>[^.;<]*)?, whose (?:[a-z]+ )?$")
_OF_OURS_RE = pattern(r" of \W{0,2}{of_persons}\b")
_OF_ANOTHER_RE = pattern(r" of (?:[a-z-]+ ){0,4}?\W{0,2}<w\d+>")  # "the second season of the dating show <another>"


def _is_an_episode(word: str, text: str, at: re.Match[str]) -> bool:
    """Whether one episode is named; with the first of a season that premieres."""
    if _FIRST_RE.search(text, 0, at.start()) and _OF_SEASON_RE.match(text, at.end()):
        return False
    if _VERY_FIRST_RE.search(text, 0, at.start()) or _NUMBER_ONE_RE.match(text, at.start()):
        return False  # "the very first episode went out on D": of the show; "episode one of season 2", "season 3's first episode"
    near = _EPISODE_RE.search(text, max(0, at.start() - 14), at.end() + 8) is not None and "episodes" not in word
    return near or re.match(r"episode\b|s\d+e", word) is not None


_VERY_FIRST_RE = pattern(r"(?:\bvery first|<s\d+>'s? {opening_episodes}) (?:episode )?$")
_NUMBER_ONE_RE = pattern(r"episode (?:1|one) of (?:the )?<s\d+>")
_FIRST_RE, _OF_SEASON_RE = (
    pattern(r"\b{opening_episodes} $"),
    pattern(r" (?:of )?(?:the )?<s\d+> (?:{lead_words} ){0,2}?{airs_words}\b"),
)


def _whose(word: str, text: str, at: re.Match[str]) -> Whose:
    if word[0] == "<":
        if _OF_OURS_RE.match(text, at.end()) or (word[1] == "s" and _OF_ANOTHER_RE.match(text, at.end())):
            return "foreign"  # "season 3 of our show", says a podcast
        is_somebody = word[1] in "acknwfb" or (word[1] == "p" and not text.startswith("'s", at.end()))  # "he'll be out in May 2025"
        return "ours" if word[1] in "ts" else "foreign" if is_somebody else "none"
    others = _OTHERS_PREMIERE_RE.search(text, 0, at.end()) is not None  # "the trailer premiere is set for <d>"
    if others or _is_an_episode(word, text, at) or pattern(r"{foreign}").fullmatch(word):
        return "foreign"
    if word in ("which", "that"):
        return _antecedent(text, at)
    if word in ("part", "volume") and _SOURCE_RE.search(text, 0, at.start()):
        return "foreign"  # "the trilogy, whose first volume came out in 2009"
    return "shoot" if pattern(r"{shoot}").fullmatch(word) else "ours"


_OTHERS_PREMIERE_RE = pattern(r"(?:<[wacknb]\d+>(?:'s?)?|\b{foreign}) (?:[a-z]+ )?{premiere.nouns} ?$")
_ITS_EPISODES_RE = pattern(r"\b(?:the|its|all) <e\d+>,? $")  # "the four episodes, which premiered on Thursday"


_MADE_BY_RE = pattern(r" {done_to_shows} by (?:<[aknc]\d+>(?:,? and |, )?)+(?: for <[fb]\d+>)?,? $")


def _antecedent(text: str, which: re.Match[str]) -> Whose:
    """Whose the thing is that `which` or `that` stands for."""
    made = _MADE_BY_RE.search(text, max(0, which.start() - REACH), which.start())  # "a drama series created by X that premiered"
    end = made.start() + 1 if made else which.start()
    before = re.search(rf"({SPAN}|[a-z'-]+)(?: \([^()]*\))?,? $", text[max(0, which.start() - REACH) : end])
    antecedent = before.group(1) if before else ""
    if antecedent[:1] == "<":
        return "ours" if antecedent[1] in "ts" or _ITS_EPISODES_RE.search(text, 0, which.start()) else "foreign"
    if _APPOSED_RE.search(text, max(0, which.start() - REACH), which.start()) or pattern(r"{foreign}|episode").fullmatch(antecedent):
        return "foreign"  # "<another>, a ten-episode series that arrives in March"
    return "ours" if pattern(r"{ours}|{finale.nouns}").fullmatch(antecedent) else "none"


_BEFORE_NOUN_RE = pattern(r" (?!{behind_released}\b|(?:from|starting|beginning) (?:on )?<d)[a-z]")


def _object(text: str, head: Head) -> tuple[str, Whose] | None:
    """What a platform releases, behind the verb: `will release the second half`, `released its slate`.

    None where the verb has no object.
    """
    if not pattern("{release_stems}").match(text[head.start : head.end]):
        return None
    passive = pattern(r"\b{passive_forms}(?: [a-z]+ly| also| first| finally)* $").search(text[max(0, head.start - 40) : head.start])
    if passive:
        return None
    match = pattern(f" (?:all |{{object_adjectives}} )*(?P<object>{_NAMING})").match(text, head.end)
    if match is None or re.match(r"<[dfblzhyrme]|which|that\b", match["object"]):
        return None
    found = match["object"]
    if found[0] == "<":  # "opens a season 2 exhibit", "begins season 4 rehearsals", "drops season 2 from its schedule"
        other = found[1] == "s" and _BEFORE_NOUN_RE.match(text, match.end())
        return match.group(), "ours" if found[1] in "ts" and not other else "foreign"
    if _EPISODE_RE.search(match.group()):
        return match.group(), "foreign"
    is_ours = pattern(r"{ours}|part|volume|half|batch").fullmatch(found) is not None
    return match.group(), "ours" if is_ours else "foreign"


def _owner_of_noun(text: str, head: Head, clause: str) -> tuple[str, Whose]:
    """Whose premiere a noun tells of: `season 2's`, `its`, `the ... of the show`, `a trailer's`."""
    behind = re.match(rf"(?: date| window)? (?:of|for) (?:the )?(?:[a-z-]+ )*?({SPAN}|[a-z-]+)", text[head.end :])
    before = pattern(f"({SPAN}|[a-z-]+)(?:'s?|s')? (?:{{premiere_adjectives}} )*$").search(clause)
    said = clause[-60:] + text[head.start : head.end + 40]
    for words in (match.group(1) for match in (behind, before) if match):
        if words[0] == "<" and words[1] not in "dfb":
            return said, "ours" if words[1] in "ts" else "foreign"
        if words == "episode" or pattern(r"{foreign}").fullmatch(words):
            return clause[-60:], "foreign"
    if re.search(r"<[ackn]\d+>'s? $|\b(?:his|her|my) (?:[a-z]+ )?$", clause):
        return "", "foreign"
    return said, "ours"
