"""What a profile makes of a sentence: its people, titles, seasons, places, dates and figures as typed spans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from aoud_cli.english import pattern, values
from aoud_cli.ground.text import lower
from aoud_cli.model import Entity
from aoud_cli.names.cast_tables import find_tabled
from aoud_cli.names.misspelt import find_misspelt
from aoud_cli.names.spelling import Mention, find_mentions, is_korean, preferred, squash
from aoud_cli.names.strangers import find_bracketed, find_strangers
from aoud_cli.spans.kinds import LETTERS, ROLES
from aoud_cli.spans.mask import MARKUP, Pronoun, Span, find_later_pronouns, find_pronouns
from aoud_cli.spans.networks import called_networks, find_networks, places_of
from aoud_cli.spans.offshoots import Offshoot, find_offshoots, own_kinds
from aoud_cli.spans.quantities import Quantity, find_quantities
from aoud_cli.spans.seasons import find_seasons, find_series, numbers_series
from aoud_cli.spans.titles import (
    EpisodeTitle,
    episode_titles,
    find_words,
    foreign_titles,
    is_meant_as_title,
    is_written_as_title,
    short_titles,
    subtitled,
    version_of,
    with_quotes,
    with_season,
)
from aoud_cli.spans.toponyms import find_toponyms

if TYPE_CHECKING:
    from aoud_cli.names.profile import Profile
    from aoud_cli.spans.dates.find import FoundDate
    from aoud_cli.spans.sentences import Sentence

# The title of an episode is no other work's: `The finale, "Low Water," airs on Sunday`.
_EPISODE_TITLE_RE = pattern(r"\b{titled_episodes}(?: of [A-Z][\w' ]{2,40}?)?(?P<aside>(?:, \"[^\"]{2,50}\",?| \(\"[^\"]{2,50}\"\)))")
_EMPHASIS_RE = pattern(
    r"(?<=\S)\*{1,3}|\*{2,3}|\[(?:\d{1,3}|[a-z]|citation needed|note \d{1,2})\]|\*(?=\w)|(?<!\w)_{1,2}(?=\w)|(?<=\w)_{1,2}(?!\w)"
    r"|\[(?=[^\[\]]{1,200}\]\(https?:)|\]\(https?:[^()\s]{1,500}\)"
)
# Who is called by what they are to somebody; where a name follows, the words only say what its owner is.
_KIN_RE = pattern(r"'s (?:{kin_adjectives} )?(?P<kin>{kin})\b(?!-in-law)(?!,? (?:the )?(?:[a-z]+ )?[A-Z])")
_APPOSED_RE = pattern(
    r"[\w)](?:, |: | \u2014 | is | was | be )(?:the )?(?:late )?(?:(?:{titles_before_names}|Sir|Lord|Lady)\.? )?$"
    r"|, (?:an? |the )?[a-z][^,;.]{2,60} and $"
)

_MAKERS_RE = pattern(r" {company_nouns}\b")
_LATE_RE = pattern(r"\b[Ll]ate (?:(?:{titles_before_names}|{story_titles})\.? )?$")  # "the late Captain Noh's daughter"
_LISTED_RE = pattern(r" and (?!the |{kin}\b)(?=[A-Z])")  # "Z, Y's son and heir" is no list


def _is_apposed(text: str, start: int, end: int) -> bool:
    """Whether the words say of a name before them what its owner is ("Nam, Ahn's father."), and are no item of a list."""
    after = _KIN_RE.match(text, end)
    return after is not None and bool(_APPOSED_RE.search(text, 0, start)) and not _LISTED_RE.match(text, after.end())


def _with_family(text: str, end: int, entity: Entity) -> int:
    """Where a name ends that is an alias with the family name behind it: `Princess Isaude Ravelin`, of an alias `Princess Isaude`."""
    family = f" {entity.name.rpartition(' ')[2]}"
    follows = " " in entity.name and text.startswith(family, end) and not text[end + len(family) : end + len(family) + 1].isalnum()
    return end + len(family) if follows else end


_SHARED_RE = pattern(r"(?:, |: | \u2014 |\b{before_owners} )$")


def _own_together(text: str, start: int, end: int, behind: Mention) -> bool:
    """Whether a name and the one behind it own somebody together: `X as Z, A and B's mother`."""
    joined = text[end : behind.start] == " and " and _KIN_RE.match(text, behind.end) is not None
    return joined and _SHARED_RE.search(text, 0, start) is not None


_PLACE_RE = pattern(r"\b[A-Z][a-z]+(?:[ -][A-Z][a-z]+)? (?:[Pp]rovince|County|Metropolitan City|Island)\b")
_TITLED_RE = pattern(r"\b{story_titles}\.? (?P<family>[A-Z][a-z]+)\b(?![-'\u2019]?[a-z]| [A-Z])")
_CAPITALISED_RE = pattern(r"\b[A-Z][a-z]+\b(?!-)")
SHORT_TITLE = 5  # letters: a shorter word of a title may be any title
MOST_SHORT = 8  # works beside the show that one article names


class Tagger(NamedTuple):
    """What a profile, and the roles learned from the corpus, make of a sentence's words."""

    profile: Profile
    learned: Mapping[str, str]  # id of a new name -> 'performer' or 'character'
    misspelt: Mapping[str, str] = {}  # spelling (squashed) -> the known name that an article means with it
    strangers: Mapping[str, str] = {}  # spelling (squashed) -> whom an article names in full without that the profile knows them
    possible: frozenset[str] = frozenset()  # ids of what may be names of people whom nobody knows
    networks: tuple[str, ...] = ()  # what an article calls a network that no list names
    episodes: frozenset[str] = frozenset()  # what an article calls episodes, in small letters
    series: bool = False  # whether an article numbers seasons as series
    own: frozenset[str] = frozenset()  # the kinds of offshoot by which an article calls the show itself
    short: tuple[str, ...] = ()  # works beside the show that are called by what stands behind its title: "The Trial"

    def for_article(self, text: str) -> Tagger:
        """The same with those whom folded text names and nobody knows."""
        profile = self.profile
        no_names = frozenset(map(squash, (*profile.all_titles, *profile.places, *profile.works, profile.platform or "")))
        misspelt = find_misspelt(text, profile)
        found = find_strangers(
            text, lambda name: profile.is_known(name) or squash(name) in misspelt, no_names, lambda name: _slug(name) in self.learned
        )

        def role_of(name: str) -> str | None:
            return "work" if squash(name) in no_names else self._role_of(name)

        bracketed = find_bracketed(text, role_of) | find_tabled(text, role_of)
        learned = {**{_slug(name): role for name, role in bracketed.items()}, **self.learned}
        episodes = episode_titles(text).difference(map(lower, self.profile.works))
        strangers = {**found.spellings, **{squash(name): name for name in bracketed}}
        possible = frozenset(map(_slug, found.possible))
        networks = called_networks(text, lambda name: squash(name) in no_names or profile.is_known(name))
        no_works = no_names.difference(map(squash, profile.works))
        named = (one for one in short_titles(profile.all_titles, profile.works, text) if not self._is_name(one, no_works, found.spellings))
        return self._replace(
            networks=networks, episodes=episodes, misspelt=misspelt, strangers=strangers, learned=learned, possible=possible,
            series=numbers_series(text), own=own_kinds(text, profile.all_titles, profile.works),
            short=tuple(islice(named, MOST_SHORT)),
        )  # fmt: skip

    def _is_name(self, words: str, no_works: frozenset[str], strangers: Mapping[str, str]) -> bool:
        """Whether what stands behind the show's title and a colon is no work's: `Salt Lantern: Moon Ha-eun is back`."""
        at = squash(words)
        return is_korean(words) or self.profile.is_known(words) or at in strangers or at in no_works

    def _role_of(self, name: str) -> str | None:
        """The role of a known name."""
        person = self.profile.resolve(name)
        return None if person is None else person.role

    def spans(
        self, sentence: Sentence, dates: list[FoundDate], surnames: Mapping[str, Entity], pronoun: Pronoun, *, asked: bool = False
    ) -> list[Span]:
        """All spans of a sentence, the kinds that win an overlap first; `surnames` are family names whose owner is known here,
        `pronoun` is whom a pronoun without an antecedent in the sentence stands for; `asked` says that it answers where it was filmed."""
        text, low = sentence.text, sentence.lower
        found = [Span(*aside.span("aside"), MARKUP, "") for aside in _EPISODE_TITLE_RE.finditer(text)]
        found += self._titles(text, low)
        found += [Span(d.start - sentence.start, d.end - sentence.start, "d", d) for d in dates]
        found += [Span(q.start, q.end, LETTERS[q.what], q) for q in _widest_first(find_quantities(low))]
        found += self._seasons(low)
        found += self._people(text)
        found += self._places(text, low, asked=asked)
        found += self._surnames(text, surnames)
        found += self._titled(text)
        found += [Span(m.start(), m.end(), MARKUP, "") for m in _EMPHASIS_RE.finditer(text)]
        found = list(_without_commas(text, found))
        found = [*_known_from(text, found), *found]
        found += find_later_pronouns(text, _apart(span for span in found if span.kind in "acnk"))
        found += find_pronouns(text, pronoun, [span for span in found if span.kind in "acnk"])
        return found

    def entity(self, mention: Mention) -> tuple[str, Entity]:
        """The kind letter and the entity of a mention."""
        person = self.profile.resolve(self.misspelt.get(squash(mention.text), mention.text))
        if person is not None:
            return ROLES[person.role], person.entity
        name = preferred(self.strangers.get(squash(mention.text), mention.text))
        ident = _slug(name)
        role = self.learned.get(ident, "")
        return ROLES.get(role, "n"), Entity(ident, name, "character" if role == "character" else "person")

    def seasons(self, sentence: Sentence) -> list[Span]:
        """The seasons alone that a sentence names."""
        return list(self._seasons(sentence.lower))

    def names_show(self, sentence: Sentence) -> bool:
        """Whether a sentence names the show."""
        return any(span.kind == "t" for span in self._titles(sentence.text, sentence.lower))

    def is_known(self, name: str) -> bool:
        """Whether the words name somebody whom the profile or the article knows."""
        return self.profile.is_known(name) or (not name.islower() and (squash(name) in self.strangers or squash(name) in self.misspelt))

    def _people(self, text: str) -> Iterator[Span]:
        apposed = -1  # where a name begins that only says, with the one before it, whose somebody is
        mentions = list(find_mentions(text, self.is_known, self.profile.part_of))
        for mention, behind in zip_longest(mentions, mentions[1:]):
            kind, entity = self.entity(mention)
            if _MAKERS_RE.match(text, mention.end):
                continue  # "Copper Lantern Television"
            start, end = with_quotes(text, mention.start, _with_family(text, mention.end, entity))
            if kind == "c" and behind is not None and _own_together(text, start, end, behind):
                apposed = behind.start if text[:start].endswith(", ") else -1
                continue  # only said to be whose somebody is
            is_owner = kind == "c" and start != apposed and not _is_apposed(text, start, end) and not _LATE_RE.search(text, 0, start)
            kin = _KIN_RE.match(text, end) if is_owner else None
            if kin is not None:
                end, entity = kin.end(), self._kin(entity, kin.group("kin").lower())
            yield Span(start, end, kind, entity)

    def _kin(self, of: Entity, kin: str) -> Entity:
        """Somebody without a name of their own: `Ahn Seo-rin's son`, or whoever the profile knows by that description."""
        name = f"{of.name}'s {values('kin_words').get(kin, kin)}"
        known = self.profile.resolve(name)
        return known.entity if known is not None else Entity(_slug(name), name, "character")

    def kin_in(self, text: str, span: Span) -> tuple[Entity, str] | None:
        """Of whom, and what, somebody is whom a span only calls by their kin; None where it doesn't."""
        kin = _KIN_RE.search(text, span.start, span.end)
        if kin is None or kin.end() != span.end:
            return None
        kind, owner = self.entity(Mention(span.start, kin.start(), text[span.start : kin.start()]))
        return (owner, text[kin.start() + len("'s ") : kin.end()].lower()) if kind == "c" else None

    def _titled(self, text: str) -> Iterator[Span]:
        """`Principal Heo`: the one character who has that family name."""
        for match in _TITLED_RE.finditer(text):
            owners = self.profile.families.get(match["family"].lower(), ())
            if len(owners) == 1:
                yield Span(match.start("family"), match.end("family"), "c", owners[0])

    def _surnames(self, text: str, surnames: Mapping[str, Entity]) -> Iterator[Span]:
        if not surnames:
            return
        for match in _CAPITALISED_RE.finditer(text):
            entity = surnames.get(match.group().lower())
            if entity is not None:
                person = self.profile.resolve(entity.name)
                kind = ROLES[person.role] if person else ROLES.get(self.learned.get(entity.id, ""), "n")
                yield Span(match.start(), match.end(), kind, entity)

    def _titles(self, text: str, low: str) -> Iterator[Span]:
        longer = list(subtitled(self.profile.all_titles, text))
        for first, last in longer:
            yield Span(first, last, "w", text[first:last])
        persons = list(find_words(self.profile.names_with_titles, low))
        works = [place for place in find_words(self.profile.works, low) if not any(a <= place[0] and place[1] <= z for a, z in persons)]
        longer += persons
        longer += [place for place in works if any(title in low[slice(*place)] for title in self.lower_titles())]
        yield from self._own_titles(text, low, longer)
        for start, end in works:
            first, last = with_quotes(text, start, with_season(text, end))
            yield Span(first, last, "w", text[first:last])
        for name in self.short:
            yield from (Span(start, start + len(name), "w", name) for start in places_of(name, text))
        for start, end in find_offshoots(low, self.own):
            yield Span(start, end, "w", Offshoot(text[start:end]))
        for start, end in find_words(self.profile.called_by_kind, low):
            yield Span(start, end, "w", text[start:end])
        platform = (self.profile.platform or "\0").lower()
        for span in foreign_titles(text):
            if not self._is_persons(span, text) and platform not in str(span.what).lower():
                is_episode = lower(str(span.what)) in self.episodes
                title = span._replace(what=EpisodeTitle(span.what)) if is_episode else span
                yield title._replace(kind="t") if self._is_short_title(str(span.what)) else title

    def _is_persons(self, title: Span, text: str) -> bool:
        """Whether what looks like a title is somebody's name, or a part that is its performer's: `Tom Hale's Corin spent the season`."""
        owner, _, part = str(title.what).partition("'s ")
        named = owner if part and text[title.start] not in "\"'" else str(title.what)
        return self.is_known(named) or any(" " in one and self.profile.is_known(one) for one in named.split(" and "))

    def _is_short_title(self, name: str) -> bool:
        """Whether a title is some words of the show's own (`Salt` is too little for "Salt Lantern", `Lantern` will do)."""
        words_of = lower(name).strip(" ,.").split()
        long = len(words_of) > 1 or len(words_of[0]) > SHORT_TITLE if words_of else False
        titles = (lower(title).split() for title in self.profile.all_titles)
        return long and any(words_of == title[at : at + len(words_of)] for title in titles for at in range(len(title)))

    def _own_titles(self, text: str, low: str, longer: Sequence[tuple[int, int]]) -> Iterator[Span]:
        closed_up = tuple(title.replace(" ", "") for title in self.profile.all_titles if " " in title)  # r/SaltLantern, #SaltLantern
        for start, end in (*find_words(self.profile.all_titles, low), *find_words(closed_up, low)):
            if any(first <= start and end <= last for first, last in longer):
                continue  # "Salt Lantern: The Trial" is another work than "Salt Lantern"
            if not is_written_as_title(text, start, end) or (self.profile.title_is_word and not is_meant_as_title(text, start, end)):
                continue  # the words of a title in a sentence, as "he was found dead to me that night" holds "Dead to Me"
            version = version_of(text, start, end)
            first, last = with_quotes(text, start, end)
            yield Span(first, last, "t", text[start:end]) if version is None else Span(version, last, "w", text[version:last])

    def lower_titles(self) -> tuple[str, ...]:
        """The show's titles in lower case."""
        return tuple(lower(title) for title in self.profile.all_titles)

    def _places(self, text: str, low: str, *, asked: bool) -> Iterator[Span]:
        for start, end in find_words(self.profile.places, low):
            yield Span(start, end, "l", text[start:end])
        for match in _PLACE_RE.finditer(text):
            yield Span(match.start(), match.end(), "l", match.group())
        yield from find_networks(text, low, self.profile.platform, self.networks, self.profile.elsewhere)
        for start, end in find_toponyms(text, asked=asked):
            if not self.is_known(text[start:end]):
                yield Span(start, end, "l", text[start:end])

    def _seasons(self, low: str) -> Iterator[Span]:
        found = list(find_seasons(low, self.profile.all_titles))
        if self.series:
            taken = [(start, end) for start, end, _ in found]
            found += (one for one in find_series(low) if not any(start < one[1] and one[0] < end for start, end in taken))
        yield from (Span(start, end, "s", season) for start, end, season in found)


def _without_commas(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """The spans, of a title in quotes without the comma inside them, which is the sentence's: `X, known for "Night Ferry," directed`."""
    for span in found:
        if span.kind in "tw" and text[span.end - 2 : span.end] in (',"', ",'") and span.end - span.start > len(',"'):
            yield span._replace(end=span.end - 2)
            yield Span(span.end - 1, span.end, MARKUP, "")
        else:
            yield span


_FROM_RE = pattern(r"(?P<comma>,)? (?:of|from) (?:the )?(?:{kinds_before_titles} )?$")
_FROM_REACH = 40  # code points


def _known_from(text: str, found: Iterable[Span]) -> Iterator[Span]:
    """Where it is only said which other work somebody is known from: `X of "Night Ferry" joins`, `X, from Night Ferry, and Y`."""
    ends = {span.end for span in found if span.kind in "akn" and not text[: span.start].endswith("adapted by ")}  # "... from the novel"
    for span in found if ends else ():
        before = _FROM_RE.search(text, max(0, span.start - _FROM_REACH), span.start) if span.kind == "w" else None
        if before is None or before.start() not in ends:
            continue
        end = span.end + len(" fame") * text.startswith(" fame", span.end)
        closes = before["comma"] is not None and text[end : end + 2] == ", " and text[end + 2 : end + 6] != "and "
        yield Span(before.start(), end + closes, MARKUP, "")


def _apart(people: Iterable[Span]) -> list[Span]:
    """The people in their order, without a family name's owner within another's full name."""
    kept: list[Span] = []
    for span in sorted(people, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _slug(name: str) -> str:
    from aoud_cli.names.profile import slug

    return slug(name)


def _widest_first(found: Iterator[Quantity]) -> list[Quantity]:
    return sorted(found, key=lambda q: (q.start - q.end, q.start))


def surname_of(entity: Entity) -> str:
    """The family name of a full name in the project's printed form, in lower case; '' for a single word."""
    words = entity.name.split()
    return words[0].lower() if len(words) > 1 else ""
