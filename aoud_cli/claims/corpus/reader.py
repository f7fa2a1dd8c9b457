"""The articles of a corpus read step by step: after each step it is known what the corpus gives to every article for the next.

An article that is kept from an earlier run stays kept as long as it is given what it was given then; else it is read from there on.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from aoud_cli.claims.context import Line, View, view
from aoud_cli.claims.corpus.beside import finish, settled_of
from aoud_cli.claims.corpus.footprint import Corpus, Kept, Settled, Stated, Taught
from aoud_cli.claims.gate import Gate
from aoud_cli.claims.match import statements_of
from aoud_cli.claims.retracted import content_of, refuted, withdrawn
from aoud_cli.claims.roles import confirmed, state, teach
from aoud_cli.claims.rules import Index, load_rules
from aoud_cli.claims.seasons.calendar import Calendar
from aoud_cli.claims.seasons.settle import settle
from aoud_cli.claims.statement import Lost, Statement
from aoud_cli.claims.subject import find_subject, passed_unread
from aoud_cli.claims.tell import Told, tell
from aoud_cli.claims.windows import with_windows
from aoud_cli.ground.text import fold
from aoud_cli.model import AoudError, Article, PassedOver
from aoud_cli.names.profile import Profile
from aoud_cli.spans.kinds import Role
from aoud_cli.spans.tag import Tagger

_T = TypeVar("_T")


class Read(NamedTuple):
    """One article as it was read: what the rules see of it, what they made of it, and why it was passed over.

    `of_lines` is what they made of each line.
    """

    seen: View
    statements: list[Statement]
    passed: PassedOver | None
    lost: list[Lost]
    of_lines: Sequence[tuple[Line, list[Statement]]] = ()


class Reader:
    """Articles on their way to claims. `faults` says of each that broke what broke; it is left out from there on.

    With `any_subject` an article is read even if it is about something else.
    """

    def __init__(self, profile: Profile, kept: Mapping[str, Kept], *, any_subject: bool = False, wants_lost: bool = False) -> None:
        self.profile, self.any_subject, self.wants_lost = profile, any_subject, wants_lost
        self.kept = dict(kept)
        self.articles: dict[str, Article] = {}
        self.read: dict[str, Read] = {}
        self.told: dict[str, list[Told]] = {}
        self.faults: dict[str, str] = {}
        self._rules, self._gate = Index(load_rules()), Gate(profile)
        self._taggers: dict[str, Tagger] = {}
        self._taught: dict[str, Taught] = {}
        self._learned: Mapping[str, Role] = {}
        self._stated: dict[str, Stated] = {}
        self._plain: frozenset[str] = frozenset()
        self._calendar = Calendar((), 0)
        self._settled: dict[str, Settled] = {}
        self._statements: dict[str, list[Statement]] = {}

    def teach(self, articles: Iterable[Article]) -> dict[str, Taught]:
        """Read the articles that are not kept, and say what each teaches."""
        for article in articles:
            self.articles[article.document] = article
            self._keep(self._taught, article.document, self._teach)
        return self._taught

    def state(self, learned: Mapping[str, Role]) -> dict[str, Stated]:
        """Read those anew that hold a name whose role was learned, and say what each states."""
        self._learned = learned
        self._each(self._stated, self._state)
        return self._stated

    def settle(self, plain: frozenset[str], calendar: Calendar) -> dict[str, Settled]:
        """Settle the seasons, and say what each article tells of which."""
        self._plain, self._calendar = plain, calendar
        self._each(self._settled, self._settle)
        return self._settled

    def tell(self, corpus: Corpus) -> dict[str, Kept]:
        """The claims of each article, in the order of its text, with all that is to be kept of it."""
        found: dict[str, Kept] = {}
        self._each(found, lambda article: self._tell(article, corpus))
        return found

    def _each(self, found: dict[str, _T], step: Callable[[Article], _T]) -> None:
        for article in self.articles.values():
            if article.document not in self.faults:
                self._keep(found, article.document, step)

    def _keep(self, found: dict[str, _T], document: str, step: Callable[[Article], _T]) -> None:
        """Note what a step makes of an article; one in which it breaks is left out, and named among the faults."""
        try:
            found[document] = step(self.articles[document])
        except (AoudError, MemoryError):
            raise  # the program's own data, or the machine's: no fault of the article
        except Exception as error:  # whatever it is, the other articles are read
            if os.environ.get("AOUD_DEBUG"):
                raise
            self.faults[document] = f"internal error while it was read ({type(error).__name__}: {error})"

    def _old(self, article: Article, given: str, before: Callable[[Kept], str]) -> Kept | None:
        """What is kept of an article, as long as it is given now what it was given before."""
        old = self.kept.get(article.document)
        if old is not None and before(old) != given:
            del self.kept[article.document]
            return None
        return old

    def _teach(self, article: Article) -> Taught:
        old = self.kept.get(article.document)
        if old is not None:
            return old.taught
        read = self.read[article.document] = self._read(article, {})
        return teach(read.seen, read.statements) if read.passed is None else Taught(frozenset(), ())

    def _state(self, article: Article) -> Stated:
        taught = self._taught[article.document]
        old = self._old(article, taught.given(self._learned), lambda kept: kept.roles)
        if old is not None:
            return old.stated
        before = self.read.get(article.document)
        if before is not None and self._has_learned(taught):
            self.read[article.document] = self._read(article, self._learned, before)
        return state(self._now(article).statements)

    def _has_learned(self, taught: Taught) -> bool:
        return not taught.names.isdisjoint(self._learned)

    def _settle(self, article: Article) -> Settled:
        given = self._stated[article.document].given(self._plain, self._calendar)
        old = self._old(article, given, lambda kept: kept.times)
        return old.settled if old is not None else settled_of(self._now_settled(article), article.asserted, self._calendar)

    def _tell(self, article: Article, corpus: Corpus) -> Kept:
        document = article.document
        taught, stated, settled = self._taught[document], self._stated[document], self._settled[document]
        given = settled.given(corpus)
        old = self._old(article, given, lambda kept: kept.corpus)
        if old is not None:
            return old
        read, statements = self._now(article), finish(self._now_settled(article), corpus, article.asserted)
        # Where a letter was lost in reading the file, nobody can hold the words against it.
        told = self.told[document] = [one for one in tell(read.seen, statements) if "\ufffd" not in one.claim.source.quote]
        roles, times = taught.given(self._learned), stated.given(self._plain, self._calendar)
        return Kept(taught, roles, stated, times, settled, given, tuple(one.claim for one in told), read.passed)

    def _now(self, article: Article) -> Read:
        """The reading of an article with the roles that were learned."""
        if article.document not in self.read:
            learned = self._learned if self._has_learned(self._taught[article.document]) else {}
            self.read[article.document] = self._read(article, learned)
        return self.read[article.document]

    def _now_settled(self, article: Article) -> list[Statement]:
        if article.document not in self._statements:
            statements = confirmed(self._now(article).statements, self._plain)
            self._statements[article.document] = settle(statements, article.asserted, self._calendar, article.title)
        return self._statements[article.document]

    def _read(self, article: Article, learned: Mapping[str, Role], before: Read | None = None) -> Read:
        """An article read; `before` is how it was read before anything was learned: most of its lines are the same now."""
        bare = before.seen if before is not None else View(article, fold(article.text), ())
        if not self.any_subject and not self.wants_lost and not self._gate.may_concern(bare.folded.text):
            return Read(bare, [], passed_unread(article, self.profile), [])
        seen = view(article, self._tagger(learned), bare)
        subject = find_subject(seen, self.profile)
        if subject.passed is not None and not self.any_subject:
            return Read(seen, [], subject.passed, [])
        wrong, untrue = withdrawn(seen.lines), refuted(seen.lines)
        lines = [line for line in (seen.lines if self.any_subject else subject.lines) if line.place not in untrue]
        lost: list[Lost] = []
        of_lines = self._of_lines(lines, lost if self.wants_lost else None, before)
        statements = [one for _, made in of_lines for one in made if content_of(one.value) not in wrong]
        statements = with_windows(statements, lines)
        return Read(seen, statements, None, lost, of_lines)

    def _of_lines(self, lines: Iterable[Line], lost: list[Lost] | None, before: Read | None) -> list[tuple[Line, list[Statement]]]:
        """What the rules make of each line; of one that stood so when the article was read `before`, what they made of it then."""
        known = {line.place: (line, made) for line, made in before.of_lines} if before is not None and lost is None else {}
        found = []
        for line in lines:
            old, made = known.get(line.place, (None, []))
            found.append((line, made if old == line else list(statements_of(line, self._rules, self.profile, lost))))
        return found

    def _tagger(self, learned: Mapping[str, Role]) -> Tagger:
        which = "learned" if learned else "profile"
        if which not in self._taggers:
            self._taggers[which] = Tagger(self.profile, learned)
        return self._taggers[which]
