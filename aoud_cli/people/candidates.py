"""Who may be named where no profile knows: capitalised words that the text never writes small, in the shape of a full name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from aoud_cli.articles.dateline import metadata_spans
from aoud_cli.english import pattern, words as class_words
from aoud_cli.ground.text import fold
from aoud_cli.model import Article
from aoud_cli.names.hangul import given_keys
from aoud_cli.names.misspelt import find_misspelt
from aoud_cli.names.profile import Profile
from aoud_cli.names.spelling import FAMILIES, find_capitalised, is_korean, short_forms, squash
from aoud_cli.people.show import find_platforms
from aoud_cli.spans.sentences import sentences

LEAST_SINGLE = 2  # mentions of a name of one word: one alone is as likely a brand
_WORD_RE = pattern(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_NO_NAME = frozenset(class_words("no_name"))
_NO_PERSON = frozenset(class_words("no_stranger")) - FAMILIES
_ATTRIBUTE_RE = pattern(r"\w+-{attribute_ends}")


@dataclass(frozen=True)
class Guess(Profile):
    """A profile that also takes the `candidates` (squashed) for names, of whom it doesn't know who is performer and who is a part."""

    candidates: frozenset[str] = field(default=frozenset())

    def is_known(self, name: str) -> bool:
        """Whether the words name somebody, known or new."""
        return super().is_known(name) or (not name.islower() and squash(name) in self.candidates)


def guess(show: Profile, articles: Sequence[Article]) -> Guess:
    """The profile with everybody who may be named in the articles besides."""
    found = frozenset(squash(name) for name in find_candidates(articles, show))
    return Guess(**{known.name: getattr(show, known.name) for known in fields(Profile)}, candidates=found)


def find_candidates(articles: Sequence[Article], show: Profile) -> list[str]:
    """Names of two to four words, and names of one word that are no part of a longer one; those that the show already has are left out."""
    small, runs = _words_and_runs(articles)
    known = (*show.all_titles, *show.places, *show.works, show.platform)
    taken = list(filter(None, map(squash, known)))
    counts = Counter(name for run in runs if (name := _trimmed(run, small)) and not _is_taken(name, show, taken))
    full = _without_short([name for name in counts if 2 <= len(name.split()) <= 4])
    parts = _parts((*full, *(person.name for person in show.people), *known))
    parts |= FAMILIES | {squash(one.name) for one in find_platforms(articles, ())}
    single = [name for name, count in counts.items() if " " not in name and count >= LEAST_SINGLE and squash(name) not in parts]
    return sorted((*full, *_without_short(single, full)))


def _parts(names: Iterable[str]) -> set[str]:
    """The words of names."""
    return {squash(word) for name in names for word in name.split()}


def _is_taken(name: str, show: Profile, taken: Sequence[str]) -> bool:
    """Whether the show knows the name, alone or behind a word of praise, or it is a piece of a title, a place or the platform."""
    known = show.is_known(name) or (" " in name and show.is_known(name.partition(" ")[2]))
    if not known and find_misspelt(name, show):
        return True
    return known or any(squash(name) in one for one in taken) or (show.platform != "" and show.platform in name)


def _without_short(names: Sequence[str], longer: Sequence[str] = ()) -> list[str]:
    """The names without those that are the given name of another, in any spelling (`Ha Eun` beside `Moon Ha-eun`)."""
    given = {key for name in (*names, *longer) if is_korean(name) for form in short_forms(name) for key in _keys_of(form)}
    return [name for name in names if given.isdisjoint(_keys_of(name))]


def _keys_of(given: str) -> tuple[str, ...]:
    return (squash(given), *given_keys(given.lower()))


def _words_and_runs(articles: Iterable[Article]) -> tuple[Counter[str], list[str]]:
    """How often each word is written small; and the capitalised runs, without those of headings that write every word large."""
    small: Counter[str] = Counter()
    runs: list[str] = []
    for article in articles:
        folded, about = fold(article.text), metadata_spans(article.text)
        for sentence in sentences(folded.text):
            if _lies_in(about, *folded.raw_span(sentence.start, sentence.end)):
                continue
            words = _WORD_RE.findall(sentence.text)
            small.update(word for word in words if word.islower())
            if not (sentence.is_heading and _is_title_case(words)):
                runs += [mention.text for mention in find_capitalised(sentence.text)]
    return small, runs


def _lies_in(stretches: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in stretches)


def _is_title_case(words: Sequence[str]) -> bool:
    """Whether nearly all longer words of a heading are capitalised: then capitals say nothing."""
    long = [word for word in words if len(word) > 3]
    return len(long) > 4 and sum(word[0].isupper() for word in long) > 0.8 * len(long)


def _trimmed(run: str, small: Counter[str]) -> str:
    """The run without words at its ends that are ordinary ones; '' where none is left, or one stands within."""
    words = run.split(" ")
    while _may_be_longer(words) and (_opens_no_name(words, small) or _ATTRIBUTE_RE.fullmatch(words[0].lower())):
        words = words[1:]  # "Leeds-born Emma Ward"
    while _may_be_longer(words) and _is_ordinary(words[-1], small):
        words = words[:-1]
    name = " ".join(words)
    if len(words) == 1 and _is_ordinary(name, small):
        return ""
    shouted = any(word.isupper() and len(word) > 3 for word in words)
    if len(words) > 1 and not _NO_PERSON.isdisjoint(name.lower().split(" ")):
        return ""
    return "" if shouted or (_NO_NAME.intersection(name.lower().split(" ")) and not is_korean(name)) else name


def _may_be_longer(words: Sequence[str]) -> bool:
    """Whether a run may be longer than the name in it: a Korean full name is whole."""
    return len(words) > 0 and not is_korean(" ".join(words))


def _opens_no_name(words: Sequence[str], small: Counter[str]) -> bool:
    return words[0].lower() in _NO_NAME or (len(words) > 2 and small[words[0].lower()] > 0)


def _is_ordinary(word: str, small: Counter[str]) -> bool:
    """Whether the text also writes the word small; a hyphenated name is never ordinary."""
    return word.lower() in _NO_NAME or ("-" not in word and small[word.lower()] > 1)
