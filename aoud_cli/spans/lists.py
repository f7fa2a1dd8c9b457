"""Lists of names in a masked sentence: found once, and marked, so that a rule needs only to ask for one.

A list is two names or more, joined by commas and words such as "along with"; each may carry adjectives, a parenthesis, an age, a credit, or
the part that somebody plays ("as <c1>"). It is taken whole: its first name gets a mark before it and its last one a mark behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from aoud_cli.english import pattern

# The mark that opens a list says what its names are; private-use characters, which folded text never needs.
PERFORMERS, CHARACTERS, PEOPLE, CLOSE = "\ue000", "\ue001", "\ue002", "\ue003"
MARKS = f"[{PERFORMERS}-{CLOSE}]"

# Up to three plain words before a name ("fellow newcomer", "the hunky"), none that says something of the name before it.
_NO_ADJECTIVE = "{no_adjectives}"
_ADJECTIVE = rf"(?:<w\d+>(?:'s)? |(?!(?:{_NO_ADJECTIVE})\b)[a-z'-]+ ){{0,3}}"
# What a name may carry behind it.
ASIDE = r"(?: \([^()]{0,100}\)|, [0-9]{2}\b| (?:from|of) <w\d+>(?: fame)?){0,3}"
PART = r"(?:,? (?:as|aka|a\.k\.a\.|in the (?:role|part) of) (?:[a-z-]+ |<l\d+> ){0,5}<[cn]\d+>)?"
_JOIN = (
    r"(?:,? {list_links} (?:also |by )?|, {list_asides}"
    r"\b[^,.;<]{0,40}(?:<[wf]\d+>[^,.;<]{0,20})?,? (?:along with|and|as well as|plus) |, | / )"
)
# People and characters are never items of one list: "Moon plays Ahn, Seo plays Pyo" has a comma, too.
_LIST_RES = tuple(pattern(rf"<[{kinds}]\d+>(?:{ASIDE}{PART}{_JOIN}{_ADJECTIVE}<[{kinds}]\d+>(?!'s ))+") for kinds in ("akn", "cn"))
_CARRIED_RE = pattern(r" \([^()]*\)|,? (?:as|aka|a\.k\.a\.|in the (?:role|part) of) (?:[a-z-]+ |<l\d+> ){0,5}<[cn]\d+>")
_NAME_RE = pattern(r"<[ackn]\d+>")


def names_in(listed: str) -> list[str]:
    """The tokens of a list's own names, without those that they carry in parentheses or behind `as`."""
    return _NAME_RE.findall(_CARRIED_RE.sub("", listed))


def find_lists(masked: str) -> Iterator[tuple[str, str, str]]:
    """The opening mark, the first and the last token of each list."""
    for shape in _LIST_RES:
        for match in shape.finditer(masked):
            tokens = names_in(match.group())
            if len(tokens) > 1:
                yield _mark({token[1] for token in tokens}), tokens[0], tokens[-1]


def _mark(kinds: set[str]) -> str:
    if "c" in kinds:
        return CHARACTERS
    return PEOPLE if "k" in kinds else PERFORMERS
