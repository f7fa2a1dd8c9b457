"""Counts beside the list that they count: "four newcomers" and three names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from aoud_cli.english import numbers, pattern
from aoud_cli.findings.build import make_finding, make_side, value_key
from aoud_cli.findings.moments import origin_of
from aoud_cli.model import Article, Certainty, Claim, Entity, Finding, Reason, Verdict

NUMBERS: Final = {word: number for word, number in numbers("cardinals").items() if number > 1}
_NAME: Final = r"(?:[A-Z][\w’'-]*(?:[ -][A-Z][\w’'-]*){0,3})(?: \([^()\n]{1,60}\))?"
# A list that goes on in other words ("as well as X") has more names than it shows.
_GOES_ON: Final = r"(?![\w’'-]|[ -][A-Z]|,? {list_goes_on}\b)"
_LIST: Final = rf"{_NAME}(?:, {_NAME}){{0,12}},? and {_NAME}{_GOES_ON}"
_NOUN: Final = r"(?!{uncounted}\b)[a-z][a-z-]*s"
_PEOPLE: Final = rf"(?:[a-z-]+ ){{0,2}}{_NOUN}"
_CAPITAL: Final = "|".join(word.capitalize() for word in NUMBERS)
_NUMBER: Final = rf"(?:{'|'.join(NUMBERS)}|[2-9]|1[0-2])"
# Nothing but the kind of people stands between the count and the first name: "including", "led by" and "like" leave some out.
_NO_PART: Final = r"(?<![Ss]eason )(?<![Pp]art )(?<!of )(?<!of the )(?<!of its )(?<!of their )"
_AT_ONCE: Final = r"(?: {counted_links} the [a-z]+)?(?: ?[:(] ?| ?[—–-] | - |, | )"
_LED_IN: Final = r"(?: (?:[a-z][\w'’-]*|[Ss]eason \d+|\d+)){1,8}?(?: ?: ?| ?[—–] ?|, namely )"
_COUNT_BEFORE: Final = rf"{_NO_PART}\b(?P<before>{_NUMBER}|{_CAPITAL}) {_PEOPLE}(?:{_AT_ONCE}|{_LED_IN})(?P<list>{_LIST})"
_COUNT_BEHIND: Final = rf"\b(?P<first>{_LIST}),? {{counted_verbs}} (?:the |its |all )?(?P<after>{_NUMBER}) {_PEOPLE}"
COUNTED_RE: Final = pattern(f"{_COUNT_BEFORE}|{_COUNT_BEHIND}")
_NAME_RE: Final = pattern(_NAME)


class _Counted(NamedTuple):
    """A count in an article's words, the names in the list beside it, and where the list stands."""

    number: int
    names: int
    words: str
    start: int
    end: int


def find_miscounts(claims: Sequence[Claim], articles: Sequence[Article]) -> list[Finding]:
    """One finding a list of which every name is a claim, and that has another number of names than its own words count."""
    by_document: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_document[claim.source.document].append(claim)
    found: dict[str, Finding] = {}
    for article in sorted(articles, key=lambda article: article.document):
        for counted in _counts(article.text):
            for told in _lists(by_document[article.document], counted):
                finding = _miscount(counted, told)
                same = found.get(finding.id)
                found[finding.id] = finding if same is None else _miscount(counted, [*same.sides[0].claims, *told])
    return list(found.values())


def _counts(text: str) -> Iterator[_Counted]:
    """The counts that their list doesn't bear out."""
    for match in COUNTED_RE.finditer(text):
        group = "list" if match["list"] else "first"
        said = match["before"] or match["after"]
        number, names = NUMBERS.get(said.lower()) or int(said), len(_NAME_RE.findall(match[group]))
        if number != names:
            yield _Counted(number, names, match.group(), *match.span(group))


def _lists(claims: Sequence[Claim], counted: _Counted) -> Iterator[list[Claim]]:
    """The claims that a list makes of all its names alike; nothing where one of them was not read."""
    groups: defaultdict[tuple[str, str, str], dict[str, Claim]] = defaultdict(dict)
    for claim in claims:
        if claim.source.start < counted.end and counted.start < claim.source.end and claim.certainty is Certainty.CERTAIN:
            groups[claim.key, value_key(claim.value), claim.polarity].setdefault(claim.subject.id, claim)
    for place in sorted(groups):
        if len(groups[place]) == counted.names:
            yield list(groups[place].values())


def _miscount(counted: _Counted, claims: Sequence[Claim]) -> Finding:
    first = claims[0]
    season = first.season
    subject = Entity("show", "show", "show") if season is None else Entity.season(season)
    documents = sorted({origin_of(claim) for claim in claims})
    told = {"words": counted.words, "documents": ", ".join(documents), "number": str(counted.number), "names": str(counted.names)}
    return make_finding(Verdict.ARITHMETIC, first.key, subject, season, None, Reason.of("arithmetic.count", **told), [make_side(claims)])
