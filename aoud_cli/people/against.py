"""What in a profile doesn't fit the articles that it is meant for: seasons and words of the language, people of whom nothing is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from aoud_cli.claims.extract import extract
from aoud_cli.english import pattern
from aoud_cli.findings.facts import ids_of
from aoud_cli.ground import strict_yaml
from aoud_cli.ground.text import fold
from aoud_cli.model import Article
from aoud_cli.names.profile import Person, Profile
from aoud_cli.names.profile_file import parse_profile
from aoud_cli.people.check import Problem, lines_of_names
from aoud_cli.people.learn import STRONG, learn
from aoud_cli.people.show import find_seasons, is_word_of


def check_against(text: str, where: str, articles: Sequence[Article]) -> list[Problem]:
    """Remarks on a profile (its YAML text, which must be one that can be used) beside articles, by line. Raises AoudError."""
    show = parse_profile(text, where)
    root = strict_yaml.mapping_of(strict_yaml.load(text, where), where)
    lines = lines_of_names(root)
    found = [Problem(where, root.key_lines.get(key, root.line), "remark", message) for key, message in _of_show(show, articles)]
    found += [Problem(where, lines.get(person.name, root.line), "remark", message) for person, message in _of_people(show, articles)]
    return sorted(found, key=lambda problem: (problem.line, problem.message))


def _of_show(show: Profile, articles: Sequence[Article]) -> Iterator[tuple[str, str]]:
    """A key, and what the articles tell beside it."""
    last = max(find_seasons(articles, show.title), default=0)
    if last > show.seasons:
        yield "seasons", f"the articles name season {last}, the profile has {show.seasons}"
    if not show.title_is_word and is_word_of(articles, show.title):
        yield (
            "title",
            f"'{show.title}' is a word of these articles besides: title_is_word: yes lets it count only where it is meant as a title",
        )


def _of_people(show: Profile, articles: Sequence[Article]) -> Iterator[tuple[Person, str]]:
    told = {ident for claim in extract(articles, show) for ident in ids_of(claim)}
    texts = [fold(article.text).text for article in articles]
    learned = {one.name: one for one in learn(articles, replace(show, people=()))}
    for person in show.people:
        one = learned.get(person.name)
        if one is not None and one.role != person.role and one.weight >= STRONG and "crew" not in (one.role, person.role):
            where = f"{one.evidence[0].source.document}:{one.evidence[0].source.line}"
            yield person, f"{person.name} stands under {person.role}s, and {where} tells of a {one.role}"
        elif person.entity.id not in told:
            yield person, f"no claim of these articles is about {person.name}"
        for word in filter(_is_plain, (person.name, *person.aliases)):
            if any(re.search(rf"(?<![\w'-]){re.escape(word.lower())}(?![\w'-])", text) for text in texts):
                yield person, f"'{word}' is a word of these articles besides: a longer alias is safer"


_PLAIN_RE = pattern(r"[A-Z][a-z]+")


def _is_plain(name: str) -> bool:
    return _PLAIN_RE.fullmatch(name) is not None
