"""An article as the rules see it: its sentences masked, each with the season it speaks of and the line that stands over it."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from aoud_cli.articles.dateline import metadata_spans
from aoud_cli.claims.events.words import NEWS_TOLD
from aoud_cli.claims.guides import Kin, called_by_kin, goes_on_with, is_elliptic, is_part_row, named_above, named_by_guide, owner_above
from aoud_cli.claims.seasons.spoken import season_of_token, spoken_in
from aoud_cli.claims.state import State
from aoud_cli.claims.tense import dates_ahead, settle_date, without_titles
from aoud_cli.english import pattern, words
from aoud_cli.ground.text import Folded, fold, lower
from aoud_cli.model import Article, DateRange, Entity
from aoud_cli.names.spelling import FAMILIES
from aoud_cli.spans.dates.find import FoundDate, find_in_folded
from aoud_cli.spans.mask import MARKUP, Masked, Pronoun, Span, mask
from aoud_cli.spans.quantities import Quantity
from aoud_cli.spans.ratings import audiences_in
from aoud_cli.spans.seasons import FINAL, Season, find_nounless, names_others
from aoud_cli.spans.sentences import Sentence, sentences
from aoud_cli.spans.tables import Cell, Place, by_column, by_season, counts_in
from aoud_cli.spans.tag import Tagger, surname_of
from aoud_cli.spans.titles import long_words
from aoud_cli.spans.toponyms import asks_where

# A line of a cast list has no stop and is no heading: a performer and a part.
_ITEM_RE = pattern(r"<[acn]\d+>.{1,30}<[acn]\d+>|^[-*\u2022] ")
REACH = 2  # sentences without a name that a pronoun can look back over
SHORT_LINE = 40  # code points: a lead-in such as "Not coming:" or "Fresh meat!" carries what follows it
_WORD_FAMILIES = frozenset(words("word_families"))


@dataclass(frozen=True)
class Line:
    """A masked sentence in its place: what stands over it and before it, and the season that its surroundings speak of."""

    masked: Masked
    over: str  # the heading and the lead-in, masked
    before: str  # the sentence before it, masked; '' where a heading stands between them
    about: str  # the last sentence before it in its paragraph that names a work, else the first, masked; '' of the first itself
    before_season: Season | None  # the last that the sentences before it in its paragraph speak of
    over_season: Season | None  # the one of the heading, else of the title
    columns: tuple[str, ...] = ()  # the heads of the columns, of a row in an overview of seasons or in a table of episodes
    episode: Place = ""  # of a row in a table of episodes: where it stands in its season's
    note: str = ""  # what the article says of all its viewing figures, of such a row
    kin: Kin | None = None  # who the line is told of, where it begins with whose kin they are
    in_season_column: bool = False  # whether it is a cell of a table whose columns are seasons
    above: int = 0  # how many names of the line above stand at its beginning, where it is a line of names that is told of them

    @property
    def place(self) -> int:
        """Where the sentence begins, in code points of the folded text."""
        return self.masked.sentence.start


@dataclass(frozen=True)
class View:
    """An article folded, cut and tagged."""

    article: Article
    folded: Folded
    lines: tuple[Line, ...]
    misspelt: frozenset[str] = frozenset()  # squashed spellings of known names that are none of theirs
    possible: frozenset[str] = frozenset()  # ids of what may be names of people whom nobody knows
    is_titled: bool = False  # whether its title, which need not stand in its lines, names the show
    dates: tuple[FoundDate, ...] | None = None  # all that its text holds, in their order

    def place(self, sentence: Sentence, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """The code points of the article behind `sentence.text[start:end]`; without an end behind all of it."""
        return self.folded.raw_span(sentence.start + start, sentence.end if end is None else sentence.start + end)


def view(article: Article, tagger: Tagger, before: View | None = None) -> View:
    """The article as the rules see it, without what is not prose (a date header).

    `before` is a view of it by another tagger, or one without lines: what no name changes is taken from there.
    """
    folded = fold(article.text) if before is None else before.folded
    tagger = tagger.for_article(folded.text)
    asserted = article.asserted
    reference = DateRange(asserted.earliest, asserted.latest) if asserted.earliest and asserted.latest else None
    dates = before.dates if before is not None else None
    if dates is None:
        dates = tuple(sorted(find_in_folded(folded.text, reference), key=lambda found: found.start))
    ahead = deque(dates)
    state = State()
    stretches = [(folded.index_of(start), folded.index_of(end)) for start, end in metadata_spans(article.text)]
    prose = (_without(stretches, sentence) for sentence in sentences(folded.text) if not _is_furniture(sentence, tagger))
    title = next(sentences(fold(article.title).text), None)
    state.title_season = _title_season(title, tagger)
    note = _NOTE_RE.search(lower(folded.text))
    state.note = note.group() if note else ""
    cells = by_season(by_column((sentence for sentence in prose if sentence.text), tagger.profile.all_titles))
    lines = tuple(_line(cell, ahead, reference, tagger, state) for cell in cells)
    titled = title is not None and tagger.names_show(title)
    return View(article, folded, lines, frozenset(tagger.misspelt), tagger.possible, titled, dates)


# "→ Night Ferry Will Return for Season 4": a link to another page; "AP writer Ola Brandt contributed to this report".
_LINK_RE = pattern(r"\s*[\u2192\u25b6\u25b8\u25ba\u00bb\u203a] ?[A-Z0-9]")
_OWN_PAGES_RE = pattern(r"\bour (?:[a-z]+ ){0,2}{own_pages}\b[^.]*$")  # "visit our Streaming Guide"
_CREDITED_RE = pattern(r"\b{report_credits}\W*$")


def _is_furniture(sentence: Sentence, tagger: Tagger) -> bool:
    """Whether a sentence is a link to another show's page, or names who else worked on the article."""
    if _LINK_RE.match(sentence.text):
        return _is_headline(sentence.text) and not tagger.names_show(sentence)
    if "our " in sentence.text and _OWN_PAGES_RE.search(sentence.lower):
        return not tagger.names_show(sentence)
    return bool("contribut" in sentence.text and _CREDITED_RE.search(sentence.lower))


def _is_headline(text: str) -> bool:
    """Whether most words of a line have capitals."""
    long = long_words(text)
    return bool(2 * sum(word[0].isupper() for word in long) > len(long))


def _without(stretches: list[tuple[int, int]], sentence: Sentence) -> Sentence:
    """The sentence behind the last stretch that covers its beginning (`SEOUL, June 7 -- The show ...`); empty where nothing is left."""
    start = sentence.start
    for first, last in stretches:
        if first <= start < last:
            start = min(last, sentence.end)
    text = sentence.text[start - sentence.start :]
    return sentence._replace(start=sentence.end - len(text.lstrip()), text=text.lstrip())


def _line(cell: Cell, dates: deque[FoundDate], reference: DateRange | None, tagger: Tagger, state: State) -> Line:
    sentence = cell.sentence
    while dates and dates[0].end <= sentence.start:
        dates.popleft()
    near = itertools.takewhile(lambda found: found.start < sentence.end, dates)
    inside = [found for found in near if sentence.start <= found.start and found.end <= sentence.end]
    if inside:
        low = without_titles(sentence.lower, (*tagger.profile.all_titles, *tagger.profile.works))
        inside = [settle_date(found, sentence, low, reference, state.years) for found in inside]
    inside += dates_ahead(sentence, reference)
    surnames = {name: next(iter(who.values())) for name, who in state.surnames.items() if len(who) == 1}
    pronoun = Pronoun(*(_only(state.named.get(kinds, ())) for kinds in _ANTECEDENTS))
    asked = asks_where(state.before) or asks_where(state.heading)
    spans = tagger.spans(sentence, inside, surnames, pronoun, asked=asked)
    spans = [*spans, *_nounless_seasons(sentence, spans, state)]
    guides = named_above(sentence, spans, state)
    if not any(span.kind == "p" for span in spans):
        spans += owner_above(sentence, spans, state)
    spans, kin = _guided([*spans, *guides], sentence, state, pronoun, tagger)
    spans += [Span(start, end, "e", Quantity(start, end, "episodes", number, "exactly")) for start, end, number in counts_in(cell)]
    above = (state.heading, state.lead_in, state.before)
    spans += [Span(found.start, found.end, "u", found) for found in audiences_in(cell, above)]
    if cell.place:  # "Low Water" in such a row is an episode's title
        spans = [span for span in spans if span.kind not in "wt"]
    if cell.hidden is not None:
        spans.insert(0, Span(*cell.hidden, MARKUP, ""))
    masked = mask(sentence, spans)
    starts_paragraph = sentence.block != state.block
    about = "" if starts_paragraph else state.about
    over = _over(sentence, masked, state)
    seasons = _seasons(masked, state, starts_paragraph)
    before_season, over_season = (None, cell.season) if cell.season is not None or cell.hidden is not None else seasons
    line = Line(
        masked, over, state.before, about, before_season, over_season, columns=cell.columns, episode=cell.place,
        note=state.note if cell.place else "", kin=kin, in_season_column=cell.hidden is not None, above=len(guides),
    )  # fmt: skip
    _remember(masked, state)
    state.about = about if about and masked.kinds.isdisjoint("tw") else masked.text
    return line


def _guided(spans: list[Span], sentence: Sentence, state: State, pronoun: Pronoun, tagger: Tagger) -> tuple[list[Span], Kin | None]:
    """The spans, with one for whom a guide or a question tells of where the sentence leaves them out, or calls them by their kin."""
    kin = called_by_kin(sentence, spans, state, pronoun.character, tagger)
    if kin is not None:
        return named_by_guide(spans, kin), kin
    if is_elliptic(sentence, spans, state, pronoun.character):
        return [*spans, Span(0, 0, "p", pronoun)], None  # "Her brother? Also back": the subject stands in the lead-in
    return spans, None


def _nounless_seasons(sentence: Sentence, spans: list[Span], state: State) -> Iterator[Span]:
    """The ordinals that stand for seasons since one was named before them in the paragraph: `The second ran from April to June.`"""
    spoken = sentence.block == state.block and state.season is not None and not state.is_of_another and not names_others(state.before)
    after = 0 if spoken else min((span.end for span in spans if span.kind == "s"), default=len(sentence.lower))
    taken = {span.end for span in spans if span.kind == "s"}
    yield from (Span(start, end, "s", season) for start, end, season in find_nounless(sentence.lower, after) if end not in taken)


_ANTECEDENTS = ("an", "c", "kan")  # whom a pronoun can stand for as a performer, as a character, as one of the crew

_NOTE_RE = pattern(r"\b(?:figures|ratings|viewership|viewers)\b[^.\n|<]{0,60}\b(?:are|is|include|includes)\b[^.\n|<]{0,80}")
_PASSING = 16  # code points of a sentence between a question and its answer
LEAD_IN = 160  # code points of a line before a list
_NAME_LINE_RE = pattern(r"<[acnk]\d+>(?: as <c\d+>| \(.*\))?,?$")


# "3. Low Season (Viki)": a show of a list heads what is told under it.
_LISTED_SHOW_RE = pattern(
    r"<[tw]\d+> \(<[fb]\d+>[^()]*\)$|\(?[0-9]{1,2}[.)] (?:<[tw]\d+>(?: \([^()]*\))?|[^<|:]{2,60} \(<[fbd]\d+>[^()]*\))$"
)

_OPENS_RE = pattern(r"\W{0,2}<w\d+>\W{0,2}:(?= [a-z<])")


def _over(sentence: Sentence, masked: Masked, state: State) -> str:
    """The heading over the sentence and the short line before it, masked."""
    over = f"{state.heading} | {state.lead_in}"
    if _LISTED_SHOW_RE.match(masked.text):
        state.heading, state.lead_in = masked.text, ""
    elif sentence.is_heading and not _ITEM_RE.search(masked.text) and not _is_listed(masked, state):
        # "Who is in the cast?", and below it "Here are the names so far:"; the title of the page heads nothing that closely
        heads = state.is_below_heading and (not state.is_head or state.heading.endswith("?"))
        if heads and masked.text.endswith(":"):
            state.lead_in = masked.text
        else:
            state.heading, state.lead_in = masked.text, ""
        state.is_below_heading = True
        state.block = sentence.block
        return over
    elif sentence.text.startswith("|"):
        state.lead_in = state.lead_in if state.lead_in.startswith("|") else masked.text  # the first row says what the columns hold
    elif _leads_in(sentence):
        state.lead_in = masked.text
    elif sentence.block != state.block and (opened := _OPENS_RE.match(masked.text)) is not None:
        state.lead_in = opened.group()  # "<another>: Thursday, on Acorn TV. Four episodes.": all of that paragraph is the other's
    elif sentence.block != state.block:
        state.lead_in = state.lead_in if _is_item(masked) and not sentence.text.startswith("|") else ""
    state.block, state.is_below_heading = sentence.block, False
    return over


_FOLLOWING_RE = pattern(r"\bthe following\b|\bas follows\b|^\W*following\b")


def _leads_in(sentence: Sentence) -> bool:
    """Whether a line announces what stands under it: `Not coming:`, `Fresh meat!`, `The following are back for season 2.`"""
    last = sentence.text[-1]
    if last == "." and _FOLLOWING_RE.search(sentence.lower):
        last = ":"
    return len(sentence.text) <= (LEAD_IN if last == ":" else SHORT_LINE) and last in "!:?"


def _is_listed(masked: Masked, state: State) -> bool:
    """Whether a name that stands alone in a line is one of a list that a line with a colon opened, and no heading."""
    return (state.lead_in or state.heading).endswith(":") and _NAME_LINE_RE.match(masked.text) is not None


def _is_item(masked: Masked) -> bool:
    """Whether a line is an item of a list: behind a bullet, in a row, or a name that stands alone in it."""
    return masked.sentence.text.lstrip()[:1] in "-*\u2022\u2014|" or _NAME_LINE_RE.match(masked.text) is not None


def _title_season(title: Sentence | None, tagger: Tagger) -> Season | None:
    """The season that the title names."""
    if title is None or _IS_OPEN_RE.search(lower(title.text)) is not None:
        return None
    return next(iter(_seasons_of(mask(title, tagger.seasons(title)))), None)


# "Will there be a season 3?", "can the channel afford not to make a fourth series?": there is none yet
_IS_OPEN_RE = pattern(r"(?:^|[:,.;\u2013\u2014-] ?)(?:[a-z' ]{0,20}\b)?{asks_for_more}\b(?=[^:?]*(?:\b{more_of_it}\b|<s\d+>))[^:?]*\?")


def _seasons_of(masked: Masked) -> tuple[Season, ...]:
    return tuple(season_of_token(masked, token) for token in spoken_in(masked))


# "Copper Coast was renewed for a fourth season": a next sentence that names the show is not of that one.
_OF_ANOTHER_RE = pattern(r"[^a-z<]*(?:the )?<w\d+>(?!'s? )(?:(?!<t\d)[^;])*$")


_THIS_ONE_RE = pattern(r"\bthis one (?:{seasons_do})\b")
_ASIDE_RE = pattern(r"\([^()]*\W*\)\W*$")
# What an article is about stands in the first sentence that names the show or a season: "The story below contains spoilers" does not count.
_LEADS_RE = pattern(r"^(?!.*\bspoilers?\b).*<[ts]\d")
SEASON_LABEL_RE = pattern(r"\W*<s\d+>\W*")  # "Series 4. The final series was ordered in March. It had five episodes."
# "The ten-episode season stars X": the one that was spoken of, some paragraphs ago.
_THE_SEASON_RE = pattern(r"\b(?:the|this) (?:<e\d+>[ -])?season\b(?! (?:{no_season_itself})\b)")
# "Netflix announced the news today", "The announcement came on Tuesday": of the order that was told before.
_THE_NEWS_RE = pattern(rf"\W*(?:(?:the |that )?{{news_nouns}} |{NEWS_TOLD}\b)")


def _seasons(masked: Masked, state: State, starts_paragraph: bool) -> tuple[Season | None, Season | None]:
    """The season that the sentence's paragraph spoke of before it, and the one that stands over it."""
    spoken = _seasons_of(masked)
    if masked.sentence.is_heading and not masked.text.endswith(":") and not _is_listed(masked, state):  # "Also read:" opens no part
        asks = state.is_head and _IS_OPEN_RE.search(masked.text) is not None
        if state.is_head and state.title_season is None and spoken and not asks:
            state.title_season = spoken[0]  # the headline stands under the name of the paper
        state.lead = state.lead if state.is_head else 0
        state.heading_season, state.season = (spoken[0] if spoken and not asks else None), None
        return None, state.title_season
    if state.lead and _LEADS_RE.search(masked.text):
        state.title_season = _season_of_lead(masked, spoken) if state.title_season is None else state.title_season
        state.lead = 0
    state.lead, state.is_head = max(0, state.lead - 1), False
    if starts_paragraph and not _is_item(masked):
        state.season = None
    is_headed = (state.heading_season or state.title_season) is not None
    if is_headed and _THIS_ONE_RE.search(masked.text) and "episode" not in state.before:
        spoken, state.season = (), None  # "The second ended in May. This one is to be shorter": the one that the article is about
    elif _ASIDE_RE.match(masked.text):
        spoken = ()  # "(Season 2, for reference, was shot in February 2024.)"
    before = state.season if not (state.is_of_another and "t" in masked.kinds) else None
    alone = [season for season in spoken if not isinstance(season, tuple)]
    told = alone[-1] if alone else spoken[-1] if spoken else None
    # "Season 3 has eight episodes. It will be shot in Calgary, as the first two were. A date has not been announced."
    keeps = told is None or (not alone and before is not None) or (told == FINAL and SEASON_LABEL_RE.fullmatch(state.before) is not None)
    state.season = before if keeps else told
    state.is_of_another = _OF_ANOTHER_RE.match(masked.text) is not None if spoken else state.is_of_another
    if before is None and (_THE_SEASON_RE.search(masked.text) or _THE_NEWS_RE.match(masked.text)):
        before = state.spoken
    if not state.is_of_another:
        state.spoken = _told_of(masked, state.spoken)
    return before, state.heading_season if state.heading_season is not None else state.title_season


# "who had the part in the first season", "came out of the first season with shingles": told of somebody
_WHEN_RE = pattern(r"\b(?:who|{told_past})\b[^;.]* {when_or_of_what} (?:the )?$")


def _told_of(masked: Masked, before: Season | None) -> Season | None:
    """The last season that a sentence tells of, and not only when something was; else the one `before`."""
    told = [token for token in spoken_in(masked) if _WHEN_RE.search(masked.text, 0, masked.text.find(token)) is None]
    return season_of_token(masked, told[-1]) if told else before


def _season_of_lead(masked: Masked, spoken: tuple[Season, ...]) -> Season | None:
    """The one season that the first sentence speaks of, which says what the article is about; not where it speaks of another work."""
    alone = len(spoken) == 1 and not isinstance(spoken[0], tuple) and "w" not in masked.kinds
    return _told_of(masked, None) if alone else None


def _only(entities: tuple[Entity, ...]) -> Entity | None:
    return entities[0] if len(entities) == 1 else None


def _remember(masked: Masked, state: State) -> None:
    for kinds in _ANTECEDENTS:
        found = _named(masked, kinds)
        state.silence[kinds] = 0 if found else state.silence.get(kinds, 0) + 1
        if found or state.silence[kinds] > REACH:
            state.named[kinds] = found
    for entity in _named(masked, "akn"):
        name = surname_of(entity)
        if name in FAMILIES and name not in _WORD_FAMILIES:
            state.surnames.setdefault(name, {})[entity.id] = entity
    state.row = masked.text if masked.sentence.is_heading or is_part_row(masked.text) else state.row if goes_on_with(masked.text) else ""
    passing = state.before.endswith("?") and len(masked.sentence.text) < _PASSING and not _named(masked, "ackn")
    state.before = "" if masked.sentence.is_heading else state.before if passing else masked.text  # "Is X dead? Lee laughs. She won't say."


def _named(masked: Masked, kinds: str) -> tuple[Entity, ...]:
    """The people of these kinds that a sentence names, each once."""
    found = {s.what.id: s.what for s in masked.spans if s.kind in kinds and isinstance(s.what, Entity)}
    return tuple(found.values())
