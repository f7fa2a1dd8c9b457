"""What must not be a claim although its words are read: each screen is a question, asked of the words or of what is made of them.

Each has cases that fail when it is taken out (`tests/claims/test_screens.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Optional

from aoud_cli.claims import certainty as cues
from aoud_cli.claims.context import Line
from aoud_cli.claims.rules import Make, Rule
from aoud_cli.claims.screens import audiences, credits, others, people, show, tales, unnamed, works
from aoud_cli.claims.screens.said import Said
from aoud_cli.claims.screens.some_episodes import is_partial
from aoud_cli.english import pattern
from aoud_cli.spans.titles import EpisodeTitle


class Screen(NamedTuple):
    """A question by its name: of which claims it is asked, and whether the answer refuses this one."""

    name: str
    asks: Callable[[Make, Rule], bool]
    refuses: Callable[[Said], bool]


def is_question(line: Line) -> bool:
    """Whether a sentence ends with a question mark."""
    return line.masked.sentence.text.rstrip("\"')").endswith("?")


def _always(make: Make, rule: Rule) -> bool:
    return True


def _of(*keys: str) -> Callable[[Make, Rule], bool]:
    """For claims of these predicates, or of a topic (`crew.`)."""
    return lambda make, rule: make.key.startswith(keys)


# What may have a relative clause of the story behind it.
_OF_STORIES = ("cast.plays", "character.relation", "character.occupation", "source.", "setting.place")


def _is_retracted(said: Said) -> bool:
    return cues.is_retracted(said.line.masked.text, *said.match.span(), in_story=said.make.key.startswith(_OF_STORIES))


def _is_asked(said: Said) -> bool:
    return cues.is_asked(said.line.masked.text, said.match.start())


_NO_LONGER_RE = pattern(r"\b(?:after|following|end(?:s|ed|ing)) (?:[a-z]+ ){0,4}$")  # "after months without a date"


def _is_over(said: Said) -> bool:
    """`after months without a date`."""
    return _NO_LONGER_RE.search(said.line.masked.text, 0, said.match.start()) is not None


def _is_of_another_work(said: Said) -> bool:
    """Whether the words belong to another work; who made an episode made it for the show."""
    if not said.doubtful or (said.make.key.startswith("crew.") and _names_episodes_alone(said.line)) or _is_another_home(said):
        return False
    return works.is_about_another(said.line, said.match)


def _is_another_home(said: Said) -> bool:
    """Whether another network shows what is called "the series", where no other title stands by: it has acquired the show, too."""
    line = said.line
    is_network = said.make.key == "release.platform" and said.value_at.startswith("<b")
    return is_network and "w" not in line.masked.kinds and "<w" not in f"{line.before} {line.over}"


def _names_episodes_alone(line: Line) -> bool:
    titles = [span.what for span in line.masked.spans if span.kind == "w"]
    return bool(titles) and all(isinstance(title, EpisodeTitle) for title in titles)


_OF_PEOPLE = ("cast.status", "character.")

# Asked of words, whatever is made of them.
OF_WORDS = (
    Screen("a question", lambda make, rule: not rule.question, lambda said: is_question(said.line)),
    Screen("no longer so", lambda make, rule: rule.makes[0].term == "unannounced", _is_over),
    Screen("retracted", _always, _is_retracted),
    Screen("an indirect question", lambda make, rule: rule.hedge and not rule.question, _is_asked),
)
# Asked of a claim that is made of them.
OF_CLAIMS = (
    Screen("another work", _always, _is_of_another_work),
    Screen(
        "an unnamed work", _of("release.", "cast.plays", "production."), lambda said: works.is_of_an_unnamed_work(said.line, said.match)
    ),
    Screen("beside the show", _of("release.premiere"), lambda said: works.is_beside(said.line, said.match)),
    Screen("no first day", _of("release.premiere"), lambda said: works.is_no_first_day(said.line, said.match)),
    Screen(
        "another title's order",
        _of("renewal.announced", "renewal.cancelled"),
        lambda said: works.is_of_another_title(said.line, said.match),
    ),
    Screen("another event's date", _of("renewal.announced"), show.is_anothers_date),
    Screen("a work beside it", _of("episodes.count"), lambda said: works.counts_a_work_beside(said.line, said.match)),
    Screen("some episodes", _of("episodes.count"), lambda said: is_partial(said.line, said.match)),
    Screen("the source", _of("character.fate", "character.relation"), lambda said: works.is_of_the_source(said.line, said.match)),
    Screen("a by-product", _of("crew."), lambda said: works.is_by_product(said.line, said.match)),
    Screen(
        "another engagement",
        lambda make, rule: make.term in ("returning", "new") and make.key not in ("character.fate", "renewal.announced"),
        lambda said: works.is_in_another(said.line, said.match),
    ),
    Screen("back elsewhere", lambda make, rule: make.key == "cast.status" and make.term == "returning", people.is_back_elsewhere),
    Screen("a named thing", _of("cast.status", "crew.director", "crew.writer"), people.is_of_a_named_thing),
    Screen("a walk", lambda make, rule: make.key == "cast.status" and make.term == "returning", people.is_a_walk),
    Screen("talked of", _of("cast.status"), people.is_talked_of),
    Screen("another denial", _of("setting.place", "source.", "cast.plays", "crew."), show.is_another_denial),
    Screen("not thought so", _of("character.fate"), people.is_not_thought),
    Screen("no story", _of("character."), people.is_unreal),
    Screen("one of the makers", _of("character."), people.is_of_the_makers),
    Screen("long ago", _of("character.fate"), people.is_long_ago),
    Screen("a performer's return", lambda make, rule: make.key == "character.fate" and make.term == "returns", people.is_the_performers),
    Screen("the show's return", _of("cast.status", "character.fate"), people.is_the_shows_return),
    Screen(
        "another life",
        lambda make, rule: make.key == "cast.status" or (make.key == "character.fate" and make.term == "returns"),
        people.is_another_life,
    ),
    Screen("another's slot", _of("viewership.", "release.", "episodes."), show.is_anothers_slot),
    Screen("another's figure", _of("viewership."), show.is_anothers_figure),
    Screen("another's shoot", _of("production."), show.is_anothers_shoot),
    Screen("somebody's day", _of("production.filming"), show.is_somebodys_day),
    Screen("a small part of it", _of("production.filming"), show.is_a_small_part_of_it),
    Screen("no trailer", _of("trailer."), show.is_no_trailer),
    Screen("a pace given up", _of("release.schedule"), show.is_given_up),
    Screen("never shown there", _of("release.platform"), show.is_not_there),
    Screen("until something else", _of("production.filming", "production.location", "release.premiere"), show.is_until_something_else),
    Screen("a pause", _of("production.filming_end"), show.is_a_pause),
    Screen("the makers' return", _of("release.premiere"), show.is_the_makers_return),
    Screen("an end", _of("release.premiere"), show.is_an_end),
    Screen("a named work's", _of("release.", "crew.director", "crew.writer"), show.is_of_a_named_work),
    Screen("an episode's", _of("release.premiere"), show.is_an_episodes),
    Screen("another channel's run", _of("release.finale"), show.is_a_channels_run),
    Screen("a condition", _of("production.status", "renewal.", "character.", "cast.status"), show.is_condition),
    Screen(
        "a thing of the show",
        _of("release.", "renewal.", "production.", "viewership.", "episodes.runtime", "setting.", "crew."),
        others.is_of_a_thing,
    ),
    Screen("a work of theirs", lambda make, rule: not make.key.startswith(_OF_PEOPLE), others.is_of_an_own_work),
    Screen("one's last", _of("renewal.final"), others.is_ones_last),
    Screen("one's renewal", _of("renewal.announced"), others.is_ones_renewal),
    Screen("taken back", _of("renewal.announced"), others.is_taken_back),
    Screen("another chart", _of("viewership.rank", "viewership.countries"), others.is_of_another_chart),
    Screen("another's audience", _of("viewership.viewers", "viewership.views", "viewership.hours"), audiences.is_of_another),
    Screen("one's viewers", _of("viewership.viewers"), audiences.has_own_viewers),
    Screen("only believed", _of("character."), tales.is_believed),
    Screen("another version", _of("cast.", "character."), tales.is_of_another_version),
    Screen("what nearly was", _of("cast."), tales.is_almost),
    Screen("how they once joined", _of("cast.status"), tales.is_background),
    Screen("behind the camera", _of("cast.status"), credits.is_behind_the_camera),
    Screen("an admirer", _of("crew."), credits.is_of_an_admirer),
    Screen("another post", _of("crew."), credits.is_another_post),
    Screen("a declined post", _of("crew."), credits.is_declined),
    Screen("another's credit", _of("crew."), credits.is_of_another),
    Screen("an unknown work's", _of("crew."), unnamed.is_credit_of_an_unknown_work),
    Screen("the work before", _of("crew."), credits.is_of_the_work_before),
    Screen("another of a list", _of("crew."), people.is_of_the_last),
    Screen("the source's writer", _of("crew.writer"), people.is_the_sources),
    Screen("a predecessor", _of("crew."), people.is_predecessor),
    Screen("another's setting", _of("setting.place"), show.is_set_otherwise),
    Screen("the crew's move", lambda make, rule: rule.id == "setting.place.moves", show.is_the_crews),
    Screen("a book", _of("crew.writer"), people.is_own_book),
    Screen("speech", _of("crew.writer"), people.is_speech),
    Screen("another calling", _of("crew."), people.has_another_calling),
    Screen("once new", lambda make, rule: make.term == "new", people.were_new),
    Screen(
        "an unknown show's",
        _of("release.", "production.", "renewal.", "viewership.", "episodes.", "setting.", "cast.plays"),
        unnamed.is_of_an_unknown_show,
    ),
    Screen(
        "the story's years",
        _of("release.premiere", "release.finale", "production.filming_start", "production.filming_end"),
        show.is_of_the_story,
    ),
    Screen("another self", _of("cast.plays"), people.is_another_self),
    Screen("a stage", _of("cast.plays", "setting.place"), people.is_on_a_stage),
)


def refused(screens: tuple[Screen, ...], said: Said) -> Screen | None:
    """The first screen that refuses it; None where it passes all."""
    return next((screen for screen in _asking(screens, said.make, said.rule) if screen.refuses(said)), None)


_Key = tuple[str, str, Optional[str], bool, bool]
_ASKING: dict[_Key, list[tuple[tuple[Screen, ...], tuple[Screen, ...]]]] = {}  # what a rule is asked is the same in every sentence


def _asking(screens: tuple[Screen, ...], make: Make, rule: Rule) -> tuple[Screen, ...]:
    """The screens that are asked of what a rule makes."""
    kept = _ASKING.setdefault((rule.id, make.key, make.term, rule.hedge, rule.question), [])
    for known, asking in kept:
        if known is screens:
            return asking
    kept.append((screens, tuple(screen for screen in screens if screen.asks(make, rule))))
    return kept[-1][1]


def passed(make: Make, rule: Rule) -> tuple[str, ...]:
    """The names of the screens that a claim of this rule was asked."""
    return tuple(screen.name for screen in (*OF_WORDS, *OF_CLAIMS) if screen.asks(make, rule))
