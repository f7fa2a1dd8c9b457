"""Works that nothing knows but by their capitals: `Broadchurch was filmed in Dorset`, `Line of Duty's finale had 12.8 million viewers`."""

from __future__ import annotations

import re

from aoud_cli.claims.screens.said import Said
from aoud_cli.english import ordinary_words, pattern, words
from aoud_cli.spans.mask import Masked

_NAME = r"(?P<name>[A-Z][\w-]*(?: (?:{inside_titles} )?[A-Z][\w-]*){0,4}(?:: [A-Z]\w*(?: [A-Z]\w*){0,3})?)"
_DOES = r"['\u2019]s (?:{parts_of_series})\b| (?:{were_forms}|will be) (?:{done_to_series})\b| (?:{series_do})\b"
_SUBJECT_RE = pattern(rf"\W*{_NAME}(?:{_DOES})")
_BEGAN_RE = pattern(rf"\b(?:{{opens_a_time}}) {_NAME} $")
_ITS_SEASON_RE = pattern(r"\b(?:its|{their}) (?:[a-z]+ ){0,2}<s\d+>")
_GENERIC = frozenset(words("generic_title_words"))


def is_of_an_unknown_show(said: Said) -> bool:
    """Whether a sentence that names neither the show nor a season has another name as what it tells of, or that name right before the
    words: `has changed a lot since Z-Cars began in 1962`."""
    masked = said.line.masked
    ours = "t" in masked.kinds or ("s" in masked.kinds and _ITS_SEASON_RE.search(masked.text) is None)
    if ours or not masked.sentence.text.rstrip("\"'\u201d)").endswith((".", "!", "?")):
        return False  # a headline writes all with capitals
    cased = masked.cased
    begins = _SUBJECT_RE.match(cased)
    began = _BEGAN_RE.search(cased, 0, said.match.start()) if said.make.key.startswith("release.") else None  # not "after CBS cancelled it"
    return any(found is not None and _is_a_title(found["name"]) for found in (begins, began))


def _is_a_title(name: str) -> bool:
    told = [word.lower() for word in name.partition(":")[0].replace("-", " ").split()]
    if not _GENERIC.isdisjoint(told):
        return False  # "Principal Photography was completed", "Season Finale"
    return len(told) > 1 or not ordinary_words().issuperset(told)


# "Thirteen Bells, season 2, is back": a show that no profile knows. "In South Korea, season 2, ..." is none.
_UNKNOWN_SHOW_RE = pattern(r"(?<!\b[a-z]{2} )(?<!\bfrom )(?<!\bfor )\b(?:[A-Z][\w'\u2019-]+ ){1,4}[A-Z][\w'\u2019-]+,? \(?<s\d+>(?=[,)]|$)")
# "the second season of Apple's Ledger Men": of a show that nothing knows but by its name.
_OWNED = r"\W?(?:the (?:[a-z-]+ ){0,2})?(?:(?:<[fb]\d+>|[A-Z]\w+)'s )?\W?"
_SEASON_OF_RE = pattern(
    rf"<s\d+> (?:of {_OWNED}|for the [a-z-]+ \W?)(?!{{Season_pieces}}\b|{{Any_month}}\b)"
    r"(?:[A-Z][\w'-]+(?: (?:{title_links} ){0,2}[A-Z][\w'-]+)+|[A-Z][a-z]{3,}(?! [A-Z]))(?=[,.;:)\"]| \(|$| {works_do}\b)"
)
# "Night Ferry (also from a comic) is set to premiere its fourth season"
_ITS_OWN_SEASON_RE = pattern(r"^\W*(?P<name>[A-Z][a-z]{3,}(?: [A-Z][a-z]+)*)(?: \([^()]*\))?,? {shows_verbs} [^.;]*\bits <s\d+>")
_WHOSE_SEASON_RE = pattern(r"(?<!^)\b[A-Z][\w'-]+, whose <s\d+>")  # "the comedy Understudies, whose third series begins shooting"


def is_of_an_unknown_season(masked: Masked, match: re.Match[str]) -> bool:
    """Whether the season that a sentence speaks of is one that such a name owns, stands before or is told to have."""
    cased = masked.cased
    own = _ITS_OWN_SEASON_RE.match(cased)
    if own is not None and ordinary_words().isdisjoint(own["name"].lower().split()):
        return True
    if "s" not in masked.kinds:
        return False
    of_another = _SEASON_OF_RE.search(cased)
    named = (_UNKNOWN_SHOW_RE, _WHOSE_SEASON_RE)
    return (of_another is not None and of_another.start() < match.end()) or any(show.search(cased, 0, match.end()) for show in named)


# "from Slow Water creator X"; not "British creator X", "from Emmy-winning creator X", "speaking in Malta, Welsh creator X"
_WORD = r"(?!\w+{peoples_end} |[\w'\u2019]+-(?:{honoured})\b|(?:{peoples_too}) )[A-Z][\w'\u2019-]+ "
_MAKERS_RE = pattern(rf"\b(?:{{from_makers}}) (?:the )?(?:{_WORD}){{1,4}}(?:creator|showrunner) $")
_WHICH_RE = pattern(r"\b(?:{likened_to}) (?:[A-Z][\w'\u2019-]+ ){0,3}[A-Z][\w'\u2019-]+, which $")


def is_credit_of_an_unknown_work(said: Said) -> bool:
    """`from Slow Water creator X`, `owes much to Zodiac, which X directed`: works that nothing knows but by their names."""
    cased, at = said.line.masked.cased, said.value_place()
    if at <= 0:
        return False
    return _MAKERS_RE.search(cased, 0, at) is not None or _WHICH_RE.search(cased, 0, at) is not None
