"""The typed spans of a sentence, each standing as one token in the text that the rules match."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from aoud_cli.model import Entity
from aoud_cli.spans.lists import CHARACTERS, CLOSE, PEOPLE, PERFORMERS, find_lists
from aoud_cli.spans.names import Mention, find_mentions, is_korean, preferred
from aoud_cli.spans.quantities import Quantity, find_quantities
from aoud_cli.text import fold, lower

if TYPE_CHECKING:
    from aoud_cli.profile import Profile
    from aoud_cli.spans.dates import FoundDate
    from aoud_cli.text import Sentence

# A masked sentence holds `<a0>` for its first span, a performer: a rule's slot names kinds, never spellings. The kinds: a performer,
# c character, k crew, n somebody new, d date, h hours, z window, y countries, r rank, e episodes, m minutes, s season, t this show,
# w another work, f platform, l place, p pronoun.
_QUANTITY_KIND = {"hours": "h", "window": "z", "countries": "y", "rank": "r", "episodes": "e", "minutes": "m"}
_ROLE_KIND = {"performer": "a", "character": "c", "crew": "k"}


class Pronoun(NamedTuple):
    """A pronoun with the one performer, character, or person of any calling that it can stand for; None where nobody or several fit."""

    performer: Entity | None
    character: Entity | None
    person: Entity | None


class Span(NamedTuple):
    """A typed stretch of a sentence; offsets count from the sentence's start."""

    start: int
    end: int
    kind: str
    what: Entity | Pronoun | FoundDate | Quantity | int | str


class Masked(NamedTuple):
    """A sentence in lower case with each span as `<kind number>`, and the way back to the sentence."""

    sentence: Sentence
    text: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]  # where each token begins in `text`
    ends: tuple[int, ...]

    def span(self, token: str) -> Span:
        """The span that a token (`<a0>`) stands for."""
        return self.spans[int(token[2:-1])]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the sentence behind `text[start:end]`, whole spans where a token is cut."""
        return self._back(start, 0), self._back(end, 1)

    def _back(self, offset: int, side: int) -> int:
        index = bisect_right(self.starts, offset - side) - 1
        if index < 0:
            return offset
        if offset - side < self.ends[index]:
            return (self.spans[index].start, self.spans[index].end)[side]
        return self.spans[index].end + offset - self.ends[index]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of the sentence's spans."""
        return frozenset(span.kind for span in self.spans)

    @property
    def seasons(self) -> tuple[Span, ...]:
        """The sentence's seasons in their order."""
        return tuple(span for span in self.spans if span.kind == "s")


POSSESSIVES = ("his", "her")
MARKUP = "-"  # emphasis and the address of a link, which leave nothing in the masked sentence
_EMPHASIS_RE = re.compile(
    r"(?<=\S)\*{1,3}|\*{2,3}|\[(?:\d{1,3}|[a-z]|citation needed|note \d{1,2})\]|\*(?=\w)|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)"
    r"|\[(?=[^\[\]]{1,200}\]\(https?:)|\]\(https?:[^()\s]{1,500}\)"
)
SHORTEST_LIST = 2  # names


def mask(sentence: Sentence, spans: list[Span]) -> Masked:
    """The sentence with spans as tokens; of two spans that overlap, the one listed first wins."""
    chosen = _without_overlaps(spans)
    tokens = [_token(number, span, sentence) for number, span in enumerate(chosen)]
    masked = _assemble(sentence, chosen, tokens)
    if sum(span.kind in "ackn" for span in chosen) < SHORTEST_LIST:
        return masked
    for mark, first, last in find_lists(masked.text):
        tokens[int(first[2:-1])] = mark + first
        tokens[int(last[2:-1])] = last + CLOSE
    return _assemble(sentence, chosen, tokens)


def _token(number: int, span: Span, sentence: Sentence) -> str:
    if span.kind == MARKUP:
        return ""
    if span.start == span.end:  # a subject that is left out
        return f"<{span.kind}{number}> "
    owns = span.kind == "p" and sentence.text[span.start : span.end].lower() in POSSESSIVES
    return f"<{span.kind}{number}>" + ("'s" if owns else "")


def _assemble(sentence: Sentence, spans: list[Span], tokens: list[str]) -> Masked:
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = length = 0
    for span, token in zip(spans, tokens, strict=True):
        gap = _lower(sentence.text[at : span.start])
        starts.append(length + len(gap))
        length += len(gap) + len(token)
        ends.append(length)
        pieces += (gap, token)
        at = span.end
    pieces.append(_lower(sentence.text[at:]))
    return Masked(sentence, "".join(pieces), tuple(spans), tuple(starts), tuple(ends))


_HARMLESS = str.maketrans("<>" + PERFORMERS + CHARACTERS + PEOPLE + CLOSE, "()    ")


def _lower(text: str) -> str:
    """Lower case of the same length; the signs that tokens and marks are made of become harmless."""
    return lower(text).translate(_HARMLESS)


def _without_overlaps(spans: list[Span]) -> list[Span]:
    chosen: list[Span] = []
    taken = bytearray(max((s.end for s in spans), default=0))
    for span in spans:
        if not any(taken[span.start : span.end]):
            taken[span.start : span.end] = b"\1" * (span.end - span.start)
            chosen.append(span)
    return sorted(chosen, key=lambda s: (s.start, s.end))


class Tagger(NamedTuple):
    """What a profile, and the roles learned from the corpus, make of a sentence's words."""

    profile: Profile
    learned: Mapping[str, str]  # id of a new name -> 'performer' or 'character'

    def spans(self, sentence: Sentence, dates: list[FoundDate], surnames: Mapping[str, Entity], pronoun: Pronoun) -> list[Span]:
        """All spans of a sentence, the kinds that win an overlap first; `surnames` are family names whose owner is known here,
        `pronoun` is whom a pronoun without an antecedent in the sentence stands for."""
        text, low = sentence.text, sentence.lower
        found = list(self._titles(text, low))
        found += [Span(d.start - sentence.start, d.end - sentence.start, "d", d) for d in dates]
        found += [Span(q.start, q.end, _QUANTITY_KIND[q.what], q) for q in _widest_first(find_quantities(low))]
        found += self._seasons(low)
        found += self._people(text)
        found += self._places(text, low)
        found += self._surnames(text, surnames)
        found += [Span(m.start(), m.end(), MARKUP, "") for m in _EMPHASIS_RE.finditer(text)]
        found += _pronouns(text, pronoun, min((s.start for s in found if s.kind in "acnk"), default=len(text)))
        return found

    def entity(self, mention: Mention) -> tuple[str, Entity]:
        """The kind letter and the entity of a mention."""
        person = self.profile.resolve(mention.text)
        if person is not None:
            return _ROLE_KIND[person.role], person.entity
        name = preferred(mention.text)
        from aoud_cli.profile import slug

        ident = slug(name)
        role = self.learned.get(ident, "")
        return _ROLE_KIND.get(role, "n"), Entity(ident, name, "character" if role == "character" else "person")

    def season_of(self, text: str) -> int | None:
        """The first season that a text names."""
        return next((s.what for s in self._seasons(lower(fold(text).text)) if isinstance(s.what, int)), None)

    def _people(self, text: str) -> Iterator[Span]:
        for mention in find_mentions(text, self.profile.is_known):
            kind, entity = self.entity(mention)
            start, end = _with_quotes(text, mention.start, mention.end)
            kin = _KIN_RE.match(text, end) if kind == "c" and not _is_apposed(text, start, end) else None
            if kin is not None:
                end, entity = kin.end(), self._kin(entity, kin.group("kin").lower())
            yield Span(start, end, kind, entity)

    def _kin(self, of: Entity, kin: str) -> Entity:
        """Somebody without a name of their own: `Ahn Seo-rin's son`, or whoever the profile knows by that description."""
        from aoud_cli.profile import slug

        name = f"{of.name}'s {_PLAIN_KIN.get(kin, kin)}"
        known = self.profile.resolve(name)
        return known.entity if known is not None else Entity(slug(name), name, "character")

    def _surnames(self, text: str, surnames: Mapping[str, Entity]) -> Iterator[Span]:
        if not surnames:
            return
        for match in _CAPITALISED_RE.finditer(text):
            entity = surnames.get(match.group().lower())
            if entity is not None:
                person = self.profile.resolve(entity.name)
                kind = _ROLE_KIND[person.role] if person else _ROLE_KIND.get(self.learned.get(entity.id, ""), "n")
                yield Span(match.start(), match.end(), kind, entity)

    def _titles(self, text: str, low: str) -> Iterator[Span]:
        for start, end in _find_words(self.profile.all_titles, low):
            yield Span(*_with_quotes(text, start, end), "t", text[start:end])
        for start, end in _find_words(self.profile.works, low):
            first, last = _with_quotes(text, start, _with_season(text, end))
            yield Span(first, last, "w", text[first:last])
        yield from (span for span in _foreign_titles(text) if not self.profile.is_known(str(span.what)))

    def _places(self, text: str, low: str) -> Iterator[Span]:
        for start, end in _find_words(self.profile.places, low):
            yield Span(start, end, "l", text[start:end])
        for match in _PLACE_RE.finditer(text):
            yield Span(match.start(), match.end(), "l", match.group())
        if self.profile.platform:
            for start, end in _find_words((self.profile.platform,), low):
                yield Span(start, end, "f", self.profile.platform)

    def _seasons(self, low: str) -> Iterator[Span]:
        for match in _SEASON_RE.finditer(low):
            number = _season_number(match, self.profile.upcoming)
            if number is not None and 1 <= number <= MOST_SEASONS:
                yield Span(match.start(), match.end(), "s", number)
        for match in _sequel_re(self.profile.all_titles).finditer(low):
            yield Span(match.start(1), match.end(1), "s", int(match.group(1)))


def _widest_first(found: Iterator[Quantity]) -> list[Quantity]:
    return sorted(found, key=lambda q: (q.start - q.end, q.start))


_PRONOUN_RE = re.compile(
    r"(?P<played>\b(?:play|plays|played|portrays|portrayed) )?(?P<beside>\b(?:with|alongside) )?\b(?P<word>he|she|his|her|him)\b"
    r"(?P<plays> (?:plays|played|portrays|portrayed)\b)?",
    re.I,
)


def _pronouns(text: str, pronoun: Pronoun, first_name: int) -> Iterator[Span]:
    """The first pronoun that comes before any name; behind a name only one that its verb explains: `who played him`, `the boy she plays`,
    `directed with him`."""
    if pronoun == Pronoun(None, None, None):
        return
    is_open = True
    for match in _PRONOUN_RE.finditer(text):
        if match.group("played") and pronoun.character is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(None, pronoun.character, None))
        elif match.group("plays") and pronoun.performer is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(pronoun.performer, None, None))
        elif match.group("beside") and pronoun.person is not None:
            yield Span(match.start("word"), match.end("word"), "p", Pronoun(None, None, pronoun.person))
        elif is_open and match.start() < first_name:
            yield Span(match.start("word"), match.end("word"), "p", pronoun)
            is_open = False


# Who is called by what they are to somebody; where a name follows, the words only say what its owner is.
_KIN_RE = re.compile(
    r"'s (?:late |own |bullied |infected |young |younger |older |elder |little |big |dead )?"
    r"(?P<kin>father|dad|mother|mum|mom|son|daughter|wife|husband|brother|sister)\b(?!,? (?:the )?(?:[a-z]+ )?[A-Z])"
)
_APPOSED_RE = re.compile(r"[\w)](?:, |: | \u2014 | is | was )$")


def _is_apposed(text: str, start: int, end: int) -> bool:
    """Whether the words say of a name before them what its owner is ("Nam, Ahn's father."), and are no item of a list."""
    after = _KIN_RE.match(text, end)
    return after is not None and bool(_APPOSED_RE.search(text, 0, start)) and not text.startswith(" and ", after.end())


_PLAIN_KIN = {"dad": "father", "mum": "mother", "mom": "mother"}
_PLACE_RE = re.compile(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)? (?:[Pp]rovince|County|Metropolitan City|Island)\b")
_CAPITALISED_RE = re.compile(r"\b[A-Z][a-z]+\b(?!-)")


def _find_words(words: tuple[str, ...], low: str) -> Iterator[tuple[int, int]]:
    """Where one of the words stands in text in lower case."""
    return (match.span() for match in _words_re(words).finditer(low)) if words else iter(())


# Text in lower case and no `re.IGNORECASE`: patterns take half the time to match, and three quarters of it to compile.
@lru_cache(maxsize=64)
def _words_re(words: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted(map(lower, words), key=lambda w: (-len(w), w))
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(w).replace(r"\ ", "[ :]{1,2}") for w in ordered) + r")(?![\w])")


@lru_cache(maxsize=8)
def _sequel_re(titles: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(re.escape(lower(t)) for t in titles) + r")[\"']? ([2-9])\b(?! (?:days|weeks|hours))")


def _with_quotes(text: str, start: int, end: int) -> tuple[int, int]:
    """The title with the quotation marks round it, and a comma inside them."""
    after = re.compile(r"[,.]?[\"']").match(text, end)
    if start and text[start - 1] in "\"'" and after:
        return start - 1, after.end()
    return start, end


def _with_season(text: str, end: int) -> int:
    match = re.compile(
        r"[\"']?,? (?:season|part|class|volume) (?:[0-9]|one|two|three|four)\b|'s (?:(?:first|second|third|latest) season)", re.I
    ).match(text, end)
    return match.end() if match else end


# Another title: in quotation marks and in title case, or title case before `season 3`.
_QUOTED_RE = re.compile(r"(?<![\w])([\"'])([A-Z0-9][\w'-]*(?:[ :,]+(?:[A-Z0-9][\w'-]*|of|the|in|at|and|a|to|for|on))*)[,.]?\1(?![a-z])")
_TITLE_SEASON_RE = re.compile(r"(?<![\w])((?:[A-Z][\w']+ )(?:(?:[A-Z][\w']+|of|the|in) ){0,4})(?:[Ss]eason|[Pp]art) [0-9]\b")


def _foreign_titles(text: str) -> Iterator[Span]:
    if '"' in text or "'" in text:
        for match in _QUOTED_RE.finditer(text):
            if not _SEASON_RE.fullmatch(lower(match.group(2))):
                yield Span(match.start(), match.end(), "w", match.group(2))
    for match in _SUBJECT_TITLE_RE.finditer(text):
        title = match.group("title")
        if title.split()[0].lower() not in _NOT_A_TITLE and not _SEASON_RE.search(title.lower()) and not is_korean(title):
            yield Span(match.start("title"), match.end("title"), "w", title)
    for match in _TITLE_SEASON_RE.finditer(text):
        words = match.group(1).split()
        if len(words) > 1 and words[-1][0].isupper() and words[0].lower() not in _NOT_A_TITLE:
            yield Span(match.start(), match.end(), "w", match.group(1))


# A title that nobody announced: capitalised words that are the subject of a verb which only a show's figures take.
_SUBJECT_TITLE_RE = re.compile(
    r"(?:^|[,;:] |\b(?:and|while|but|as|when) )(?P<title>[A-Z][\w'-]+(?: (?:[A-Z][\w'-]+|of|the|in|to|and|a)){0,5} [A-Z][\w'-]+)"
    r"(?: \([^)]*\))?(?= (?:pulled in|drew|amassed|recorded|logged|racked up|clocked|garnered|topped|premiered|debuted|ran for|managed"
    r"|notched|passed|spent) )"
)
_NOT_A_TITLE = frozenset(
    "the a an in on for of and but if when will is are watch where who about with from after before during until its see this".split()
)
MOST_SEASONS = 20
_NUMBERS = {w: i + 1 for i, w in enumerate("one two three four five six seven eight nine ten".split())}
_NUMBERS |= {w: i + 1 for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split())}
_NUMBERS |= {"sophomore": 2, "freshman": 1, "debut": 1, "initial": 1, "inaugural": 1, "maiden": 1, "original": 1, "opening": 1}
_RUN = r"(?:season|run|outing|instal?lment|chapter|series|batch|frame|cycle|edition|go-round|go-around|volume|helping|part)"
_SEASON_RE = re.compile(
    rf"\b(?:season[- ](?P<digit>[0-9]{{1,2}}|one|two|three|four|five)\b(?! (?:days|weeks|hours))|s(?P<short>[1-9])(?![\w])"
    rf"|(?P<nth>first|second|third|fourth|fifth|sophomore|freshman|debut|initial|inaugural|maiden|[1-9](?:st|nd|rd"
    rf"|th))[- ](?:[a-z-]+ ){{0,2}}?{_RUN}\b"
    r"|the (?P<bare>first|second|third)(?= (?:has|is|was|could|will|would|may|might|had|turned)\b)"
    rf"|(?P<next>(?:new|next|upcoming|forthcoming|coming|latest|awaited|anticipated|returning|another|fresh) (?:second )?(?:season|run"
    rf"|outing|instal?lment|chapter|batch|episodes))\b"
    rf"|(?P<sequel>the (?:sequel|follow-up|comeback|second one))\b|(?P<original>the original)\b(?=[.,;]| (?:had|was|ran|is|bowed"
    rf"|[a-z]+ed)\b)|(?P<one>the (?:original|first) (?:series|season|run|show|outing|one))\b)"
)


def _season_number(match: re.Match[str], upcoming: int) -> int | None:
    groups = match.groupdict()
    if groups["next"] or groups["sequel"]:
        return upcoming
    if groups["original"] or groups["one"]:
        return 1
    word = groups["digit"] or groups["short"] or groups["nth"] or groups["bare"]
    return _NUMBERS.get(word) or (int(re.sub("[^0-9]", "", word)) if re.search("[0-9]", word) else None)


def surname_of(entity: Entity) -> str:
    """The family name of a full name in the project's printed form, in lower case; '' for a single word."""
    words = entity.name.split()
    return words[0].lower() if len(words) > 1 else ""
