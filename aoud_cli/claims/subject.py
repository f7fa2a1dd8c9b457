"""What an article is about: the show, something else, or nothing that can be read for being in another language.

An article is about the show that names it, or people of it as what they are in it; one that names it only in passing, or as one of
many beside another title of its own, claims something of it only where it names it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aoud_cli.claims.context import Line, View
from aoud_cli.english import classes, pattern
from aoud_cli.model import Article, Entity, PassedOver
from aoud_cli.names.profile import Profile
from aoud_cli.spans.titles import EpisodeTitle

LEAST_WORDS = 25  # of a text whose language can be told
FOREIGN = 0.5  # of the letters beyond the Latin ones
SMALL_SHARE = 0.12  # of an English text's words that are its commonest; names and tables have fewer
LEAD = 4  # sentences at the front of an article that say what it is about
FRONT = 5  # of a long article the first fifth is its front, where it names the show as more than what somebody is known from
PEOPLE_OF_IT = 3  # named in full
PASSING = 2  # sentences that name the show in an article about another
_SCRIPTS = (("ko", "\uac00", "\ud7a3"), ("ja", "\u3040", "\u30ff"), ("zh", "\u4e00", "\u9fff"), ("ru", "\u0400", "\u04ff"),
            ("th", "\u0e00", "\u0e7f"), ("ar", "\u0600", "\u06ff"), ("hi", "\u0900", "\u097f"),
            ("el", "\u0370", "\u03ff"), ("he", "\u0590", "\u05ff"))  # fmt: skip
_WORD_RE = pattern(r"[^\W\d_]+")
# Words that say that somebody is meant as one who plays in a show, or is played.
_CALLING_RE = pattern(r"\b{callings}(?!\w)")
# A performer in a part: nobody of another calling is "back as On-jo".
_IN_PART_RE = pattern(r"<a\d+> (?:[a-z-]+ ){0,4}?(?:as|plays|playing|played) <c\d+>")


# "Some may know him from one scene in the show", "the show's director"
_CREDITED_RE = pattern(r"\b{credited_with}\b[^.;<]{0,40}<t\d+>|<t\d+>'?s? {known_as}\b")


class Subject(NamedTuple):
    """Why the article is passed over, if it is; else the sentences that speak of the show."""

    passed: PassedOver | None
    lines: tuple[Line, ...]


def find_subject(seen: View, profile: Profile) -> Subject:
    """What an article is about, and its sentences that can claim something of the show."""
    language = other_language(seen.article)
    if language is not None:
        return Subject(_of_language(language), ())
    named = [place for place, line in enumerate(seen.lines) if "t" in line.masked.kinds]
    if seen.is_titled and named[:1] != [0]:
        named = [0, *named]
    if not named:
        return Subject(_nobody_of_it(seen, profile), seen.lines)
    return Subject(None, seen.lines if _is_main(seen, named, profile) else tuple(seen.lines[place] for place in named))


def passed_unread(article: Article, profile: Profile) -> PassedOver:
    """Why an article is passed over whose words alone show that it names neither the show nor anybody of it."""
    language = other_language(article)
    return _names_nobody(profile) if language is None else _of_language(language)


def _of_language(code: str) -> PassedOver:
    return PassedOver("other_language", code)


def _names_nobody(profile: Profile) -> PassedOver:
    return PassedOver("other_subject", f"it names neither {profile.title} nor anybody of it")


def other_language(article: Article) -> str | None:
    """The code of the language that most of an article is in, where that isn't English, as far as it can be told."""
    script = None if article.text.isascii() else _script(article.text)
    if script is not None:
        return script
    words = Counter(_WORD_RE.findall(article.text.lower()))
    total = sum(words.values())
    if total < LEAST_WORDS:
        return None
    shares = {code: sum(words[word] for word in small) / total for code, small in _small_words().items()}
    best = max(sorted(shares), key=lambda code: shares[code])
    return best if best != "en" and shares["en"] < SMALL_SHARE and shares[best] > 2 * shares["en"] else None


def _script(text: str) -> str | None:
    """The language whose letters more than half of a text's are; Chinese characters among Japanese or Korean ones are theirs."""
    others = [char for char in text if not char.isascii()]
    counts = {code: sum(first <= char <= last for char in others) for code, first, last in _SCRIPTS}
    if counts["ja"] or counts["ko"]:
        counts["ja" if counts["ja"] > counts["ko"] else "ko"] += counts.pop("zh")
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] > FOREIGN * sum(map(str.isalpha, text)) else None


def _small_words() -> dict[str, tuple[str, ...]]:
    return {name.partition(".")[2]: found.words for name, found in classes().items() if name.startswith("language.")}


def _nobody_of_it(seen: View, profile: Profile) -> PassedOver | None:
    """Why an article that never names the show isn't about it; None where it names enough people of it as what they are in it."""
    people = set(_people(seen.lines, profile))
    called = set(_people((line for line in seen.lines if _CALLING_RE.search(line.masked.text)), profile))
    kinds = Counter(kind for _, kind in called)
    if profile.title_is_word and len(people) > PEOPLE_OF_IT:
        return None  # "It's Winter in Ashford": where so many of it are named, the word is its title, though nothing marks it
    if len(people) > PEOPLE_OF_IT and any(kind == "c" for _, kind in people) and not _names_others(seen):
        return None  # a fans' mailbag that names four of its people, one of them a part, need not name it
    if any(_IN_PART_RE.search(line.masked.text) for line in seen.lines):
        return None
    if (kinds["c"] and kinds["a"]) or kinds["c"] > 1 or len(called) > PASSING:
        return None
    if not people:
        return _names_nobody(profile)
    return PassedOver("other_subject", f"it never names {profile.title}, and nobody in it is seen to be of it")


def _names_others(seen: View) -> bool:
    """Whether the front of an article names a title of another work: its people may be there for that."""
    works = (span.what for line in seen.lines[:LEAD] for span in line.masked.spans if span.kind == "w")
    return any(not isinstance(work, EpisodeTitle) for work in works)


def _people(lines: Iterable[Line], profile: Profile) -> Iterable[tuple[Entity, str]]:
    """The people of the profile whom an article names in full; a single name is a word like any other."""
    known = {person.entity.id for person in profile.people if " " in person.name}
    for line in lines:
        for span in line.masked.spans:
            if (
                span.kind in "ac"
                and isinstance(span.what, Entity)
                and span.what.id in known
                and " " in line.masked.sentence.text[span.start : span.end]
            ):
                yield span.what, span.kind


def _is_main(seen: View, named: Sequence[int], profile: Profile) -> bool:
    """Whether the show is what an article is about: its title or its front says so, or it comes back to it again and again."""
    others = Counter(str(span.what).lower() for line in seen.lines for span in line.masked.spans if span.kind == "w")
    most = max(others.values(), default=0)
    if len({name.id for name, _ in _people(seen.lines, profile)}) > PASSING:
        return True
    in_front = named[0] < LEAD or (named[0] < len(seen.lines) // FRONT and not _CREDITED_RE.search(seen.lines[named[0]].masked.text))
    if len(named) > PASSING:
        return in_front or len(named) >= most
    foreign_front = any("w" in line.masked.kinds for line in seen.lines[:1])
    return in_front and not (foreign_front and named[0] > 0 and most > len(named))
