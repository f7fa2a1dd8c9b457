"""A profile proposed from articles: what was learned of the show and of everybody in it, each with the words that it was read from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from aoud_cli.english import pattern
from aoud_cli.ground.safe import visible
from aoud_cli.model import AoudError, Article, Claim
from aoud_cli.names.profile import ROLES, Profile, Work, slug
from aoud_cli.names.profile_file import parse_profile
from aoud_cli.names.spelling import squash
from aoud_cli.people.candidates import find_candidates
from aoud_cli.people.learn import Learned, learn
from aoud_cli.people.show import Seen, find_places, find_platforms, find_seasons, find_titles, is_word_of
from aoud_cli.people.suggest import suggest
from aoud_cli.predicates import MILESTONES
from aoud_cli.spans.kinds import Role

ORDER = f"[{', '.join(MILESTONES)}]"
MOST_PLACES = 20
QUOTE_CHARS = 90
_PLAIN_RE = pattern(r"[^\W\d_][\w .'-]*\Z")


def propose(name: str, articles: Sequence[Article]) -> str:
    """A profile of that name as YAML, with the evidence as comments. Raises AoudError where no title is seen, or the name can't be one."""
    if not name or slug(name) != name:
        raise AoudError(f"a profile's name is small letters, digits and hyphens; '{slug(name) or 'my-show'}' would do")
    titles = find_titles(articles)
    if not titles:
        raise AoudError("no title is seen in these articles: none stands in quotation marks or before a season's number")
    show = _show(name, articles, titles)
    people = learn(articles, show)
    places = find_places(articles, (*show.all_titles, *(one.name for one in people)))
    text = "".join(f"{line}\n" for line in _lines(show, titles[0], people, places[:MOST_PLACES], articles))
    parse_profile(text, f"{name}.yaml")  # what is proposed can be used as it stands
    return text


def _show(name: str, articles: Sequence[Article], titles: Sequence[Seen]) -> Profile:
    title = titles[0].name
    platforms = find_platforms(articles, [one.name for one in titles])
    platform = platforms[0].name if platforms else ""
    works = [one.name for one in titles[1:] if _is_work(one.name, title) and not (platform and platform in one.name)]
    places = [one.name for one in find_places(articles, (title, *works))][:MOST_PLACES]
    last = max(find_seasons(articles, title), default=1)
    return Profile(
        name,
        title,
        title_is_word=is_word_of(articles, title),
        seasons=last,
        platform=platform,
        places=tuple(places),
        others=tuple(map(Work, works)),
    )


def _is_work(name: str, title: str) -> bool:
    """Whether it can be another work's title: not a piece of the show's, nor a heading that holds it."""
    one, other = squash(name), squash(title)
    return " " in name and one not in other and other not in one and not name[0].isdigit() and _PLAIN_RE.match(name) is not None


def _lines(show: Profile, title: Seen, people: Sequence[Learned], places: Sequence[Seen], articles: Sequence[Article]) -> Iterator[str]:
    yield f"# Proposed from {_count(len(articles), 'article')}; each line says what it was read from. Read it through:"
    yield "# a person in the wrong list makes wrong claims. Spellings that no rule derives are aliases: {name: Moon Ha-eun, aliases: [HE]}."
    yield f"profile: {show.id}"
    yield f"title: {_scalar(show.title)}  # {_seen(title)}"
    if show.title_is_word:
        yield "title_is_word: yes  # a word of the language, too: it counts in quotes, by a season and in words of coverage"
    yield f"seasons: {show.seasons}"
    if show.platform:
        yield f"platform: {_scalar(show.platform)}"
    yield from entries([(one.name, one.role, one.evidence) for one in people])
    yield from _section("places", [(one.name, _seen(one)) for one in places])
    yield from _section("works", [(work, "another title") for work in show.works])
    yield f"order: {ORDER}"
    yield from _left(show, people, articles)


def entries(people: Sequence[tuple[str, Role, Sequence[Claim]]]) -> Iterator[str]:
    """The lists of a profile for these names, each entry with what its role was read from."""
    for key, role in ROLES:
        yield from _section(key, [(name, _told(claims)) for name, one, claims in people if one == role])


def _section(key: str, entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    if entries:
        yield f"{key}:"
        yield from (f"  - {_scalar(name)}  # {why}" for name, why in entries)


def _left(show: Profile, people: Iterable[Learned], articles: Sequence[Article]) -> Iterator[str]:
    """Who may be somebody, but of whom nothing was read that tells in which part."""
    known = Profile(show.id, show.title, people=tuple(one.person for one in people), places=show.places, others=show.others)
    left = [name for name in find_candidates(articles, known) if " " in name]
    if left:
        yield "# Named in the articles, but no rule read as whom; add those that belong to the show:"
        for one in suggest(left, articles):
            yield f"#  - {_scalar(one.name)}  # {f'{one.role}? ' if one.role else ''}{visible(one.document)} {_quoted(one.words)}"


def _told(claims: Sequence[Claim]) -> str:
    """How many claims of how many articles, and the first one's words."""
    first, articles = claims[0], len({claim.source.document for claim in claims})
    where = f"{first.source.document}:{first.source.line}"
    return f"{_count(len(claims), 'claim')} in {_count(articles, 'article')}; {where} {_quoted(first.source.quote)}"


def _seen(one: Seen) -> str:
    return f"in {_count(one.articles, 'article')}; {visible(one.document)}:{one.line} {_quoted(one.words)}"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"


def _quoted(words: str) -> str:
    """Words of an article on one line, where nothing in them can end the comment."""
    short = words if len(words) <= QUOTE_CHARS else f"{words[: QUOTE_CHARS - 1]}…"
    return f"“{visible(short)}”"


def _scalar(text: str) -> str:
    """A name as YAML: as it stands where that is one plain word after another, else in quotes."""
    if _PLAIN_RE.match(text) and text == text.strip():
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{visible(escaped)}"'
