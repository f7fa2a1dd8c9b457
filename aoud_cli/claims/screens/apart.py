"""Lines that an article holds beside its story: references, categories, captions, links, and the shows that a list puts beside this one."""

from __future__ import annotations

from aoud_cli.claims.context import Line
from aoud_cli.english import pattern

# Over a list of what others wrote: "References", "Most read". What stands under it tells of no show.
_OF_PAGES_RE = pattern(r"^\W*{lists_of_pages}\W*(?:\||$)")
# "Categories: 2023 television series debuts", "Contents: 1 Plot", "Photo: ..."
_OF_THE_PAGE_RE = pattern(r"\W*{page_lines}(?: ?[:|]| [/\u00b7]| by\b)")
# "3. Low Season (Viki)": an item of a list of shows, and all that is told under it.
_LISTED_RE = pattern(r"^<w\d+> \(<[fb]\d+>|^\W*[0-9]{1,2}[.):] +(?:<w\d+>|[^<|:]{2,60} \((?:<[fbd]\d+>))")
# "<another>: Thursday, on Acorn TV. Four episodes."
_OPENED_RE = pattern(r"\| \W{0,2}<w\d+>\W{0,2}:$")
# Something else, unless it is another season of the show: "for comparison, season 1 drew 31 million viewers".
_COMPARED_RE = pattern(r"\W*{compares}\b(?!(?!.*<w\d+>).*<s\d+>)")
_TITLE_RE = pattern(r"<t\d+>")


def is_apart(line: Line) -> bool:
    """Whether a line tells nothing of the show, whatever its words would tell elsewhere."""
    text = line.masked.text
    if _OF_PAGES_RE.match(line.over) or _OF_THE_PAGE_RE.match(text):
        return True
    if _TITLE_RE.search(text):
        return False
    return (_LISTED_RE.match(line.over) or _OPENED_RE.search(line.over) or _COMPARED_RE.match(text)) is not None
