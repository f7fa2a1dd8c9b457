"""How sentences are seen: spans, clauses, words of the lexicon, what constructions and rules read of them, and what came in the way."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from aoud_cli.analysis.pipeline import Analysis
from aoud_cli.claims.clauses import Clause, clauses
from aoud_cli.claims.constructions import Reading, read
from aoud_cli.claims.constructions.rows import read_guide, read_row
from aoud_cli.claims.context import Line
from aoud_cli.claims.extract import read_all
from aoud_cli.claims.lexicon import Entry
from aoud_cli.claims.statement import Lost
from aoud_cli.claims.tokens import all_hits, tokenise
from aoud_cli.model import AoudError, Article, Asserted, Claim, Corpus
from aoud_cli.names.profile import Profile

PLACE = "-"


class Seen(NamedTuple):
    """One sentence: `words` are the entries of the lexicon with the words that they were found by, `lost` what nearly was a claim."""

    line: Line
    clauses: tuple[Clause, ...]
    words: tuple[tuple[str, Entry], ...]
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    lost: tuple[Lost, ...]

    def words_of(self, masked: str) -> str:
        """Masked words with each span as the sentence has it."""
        spans = self.line.masked.spans
        for number, span in enumerate(spans):
            masked = masked.replace(f"<{span.kind}{number}>", self.line.masked.sentence.text[span.start : span.end])
        return masked


def see(text: str, profile: Profile) -> tuple[Analysis, list[Seen]]:
    """How the sentences of a text are seen, whatever it is about; and the text as a corpus of one article.

    Raises AoudError, saying what broke, where the text could not be read through.
    """
    article = Article(PLACE, PLACE, text, hashlib.sha256(text.encode()).hexdigest(), "", Asserted())
    readings, faults = read_all([article], profile, any_subject=True)
    if faults:
        raise AoudError(faults[PLACE])
    reading = readings[PLACE]
    corpus = Corpus((article,))
    seen = [_see(line, reading.claims, reading.lost, reading.seen.place(line.masked.sentence)) for line in reading.seen.lines]
    return Analysis(corpus, corpus.articles, tuple(reading.claims), (), profile, {}), seen


def _see(line: Line, claims: Sequence[Claim], lost: Sequence[Lost], place: tuple[int, int]) -> Seen:
    text = line.masked.text
    cut = tuple(clauses(tokenise(text)))
    found = [(one.tokens[i : hit.end], hit.entry) for one in cut for i, hit in all_hits(one.tokens)]
    words = tuple(dict.fromkeys((" ".join(token.text for token in tokens), entry) for tokens, entry in found))
    own = tuple(claim for claim in claims if place[0] <= claim.source.start < place[1])
    readings = tuple(dict.fromkeys((*read(line.masked), *read_row(text, line.over), *read_guide(text, line.above))))
    return Seen(line, cut, words, readings, own, tuple(dict.fromkeys(one for one in lost if one.place == line.place)))
