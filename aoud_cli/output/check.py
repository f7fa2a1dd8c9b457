"""A checked draft as JSON, as a table, and as text: blocks on a terminal, `path:line:column: severity: message` when piped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from aoud_cli.analysis.check import Checked
from aoud_cli.analysis.outcomes import FAULTS, Outcome
from aoud_cli.articles.read import STDIN
from aoud_cli.ground.safe import visible
from aoud_cli.model import Severity, Side, Verdict
from aoud_cli.output.columns import table, text_width, wrap
from aoud_cli.output.marks import MARKS
from aoud_cli.output.records import Record, article_record, claim_record, envelope, json_text, jsonl_text, side_record, skipped_record
from aoud_cli.output.style import Style
from aoud_cli.output.words import (
    Labels,
    asserted_words,
    count_words,
    document_labels,
    fact_words,
    hedged_words,
    join_words,
    labelled,
    side_words,
    subject_words,
    value_words,
)
from aoud_cli.predicates import LABELS

if TYPE_CHECKING:
    from aoud_cli.analysis.drafts import Check
    from aoud_cli.model import Claim

COLUMNS = ("outcome", "severity", "fact", "said", "place", "quote", "documents", "independent", "against", "now", "reason", "id")
NAMED = 4  # articles that a row names
SHOWN = 3  # sides against a claim that a terminal lists; the rest is in the JSON


def checked_record(item: Checked, check: Check) -> Record:
    """One claim of a draft, and how the corpus stands to it."""
    return {
        "outcome": item.outcome.value,
        "severity": item.severity.value,
        "verdict": None if item.verdict is None else item.verdict.value,
        "reason": item.reason,
        "claim": claim_record(item.claim),
        "documents": list(item.documents),
        "independent": item.independent,
        "support": [side_record(side) for side in item.support],
        "against": [side_record(side) for side in item.against],
        "now": [side_record(side) for side in item.now],
        "spellings": [{"written": written, "printed": printed} for written, printed in check.spellings.get(item.claim.id, ())],
    }


def render_json(items: Sequence[Checked], check: Check) -> str:
    """Everything as one indented JSON object; `articles` are the corpus, `drafts` what was checked."""
    counts = {
        draft.document: sum(item.claim.source.document == draft.document for item in check.checked) for draft in check.drafts.articles
    }
    told = {
        **envelope("check", (), check.analysis, (*check.drafts.notes, *check.notes)),
        "drafts": [
            article_record(draft, counts[draft.document], check.analysis, check.passed.get(draft.document))
            for draft in check.drafts.articles
        ],
        "check": [checked_record(item, check) for item in items],
    }
    told["skipped"] += [skipped_record(skip) for skip in check.drafts.skipped]
    return json_text(told)


def render_jsonl(items: Sequence[Checked], check: Check) -> str:
    """One claim of a draft a line."""
    return jsonl_text("check", (checked_record(item, check) for item in items))


def table_of(items: Sequence[Checked], check: Check) -> tuple[Sequence[str], list[list[str]]]:
    """A row a claim."""
    return COLUMNS, [_row(item, check) for item in items]


def _row(item: Checked, check: Check) -> list[str]:
    claim = item.claim
    against, now = ("; ".join(_said(side, item) for side in sides) for sides in (item.against, item.now))
    return [
        item.outcome.value,
        item.severity.value,
        _fact(claim),
        side_words(claim, claim.subject),
        claim.source.place,
        claim.source.quote,
        ",".join(item.documents),
        str(item.independent),
        against,
        now,
        item.reason + spelt(item, check),
        claim.id,
    ]


def message_of(item: Checked, check: Check) -> str:
    """One line: the outcome, what the draft says, and what the corpus says, with its words where they stand against it."""
    claim = item.claim
    quotes = [side.first.source for side in item.against[:1]]
    words = "".join(f" [{source.path}:{source.line} “{source.quote}”]" for source in quotes)
    return f"{item.outcome.value}: {_fact(claim)}: {side_words(claim, claim.subject)}: {item.reason}{spelt(item, check)}{words}"


def spelt(item: Checked, check: Check) -> str:
    """`; 'Moon Haeun' is spelt Moon Ha-eun elsewhere`, or nothing."""
    return "".join(f"; '{written}' is spelt {printed} elsewhere" for written, printed in check.spellings.get(item.claim.id, ()))


def render_text(items: Sequence[Checked], check: Check, style: Style) -> str:
    """Blocks under each draft on a terminal; elsewhere a line a claim that editors jump to."""
    if style.terminal:
        lines = _layout(items, check, style)
    else:
        lines = (f"{visible(item.claim.source.place)}: {item.severity.value}: {visible(message_of(item, check))}" for item in items)
    return "".join(f"{line}\n" for line in lines)


def tally(items: Sequence[Checked]) -> str:
    """The closing line: how many claims came out how."""
    counts = [(outcome, sum(item.outcome is outcome for item in items)) for outcome in Outcome]
    return ", ".join(f"{count} {outcome.value}" for outcome, count in counts if count) or "no claims in the draft"


def _fact(claim: Claim) -> str:
    return fact_words(claim)


def _said(side: Side, item: Checked) -> str:
    return _said_by(side.first, item.claim)


def _said_by(told: Claim, claim: Claim) -> str:
    """What a claim of the corpus says in answer to the draft's: of a part's other performers who, of another fact which."""
    is_part = told.predicate == claim.predicate == "plays" and told.subject.id != claim.subject.id
    said = hedged_words(told, subject_words(told.subject) if is_part else value_words(told.value))
    if told.key == claim.key:
        return said
    return f"{LABELS.get(told.key, told.predicate)}: {said}"


# Laid out --------------------------------------------------------------------------------------------------------------


def _layout(items: Sequence[Checked], check: Check, style: Style) -> Iterator[str]:
    """Each draft: what needs a look in blocks, then what is new and what is supported a line each."""
    labels = document_labels([article.document for article in check.analysis.articles])
    for path, group in groupby(items, key=lambda item: item.claim.source.path):
        found = list(group)
        yield style.paint("standard input" if path == STDIN else visible(path), "bold")
        for item in found:
            if _needs_a_look(item):
                yield from _block(item, check, labels, style)
                yield ""
        for outcome in (Outcome.NEW, Outcome.SUPPORTED):
            rows = [_line(item, check, labels) for item in found if item.outcome is outcome and not _needs_a_look(item)]
            if rows:
                yield from [style.paint(outcome.value, "bold"), *table(rows, style.width, "  "), ""]


def _needs_a_look(item: Checked) -> bool:
    return item.severity is not Severity.NOTE


def _line(item: Checked, check: Check, labels: Labels) -> list[str]:
    """The line, the fact, what is said, and who says so: of a new claim, what the corpus says instead."""
    claim = item.claim
    who = f"{count_words(item.independent, 'source')}: {', '.join(labels.get(name, name) for name in item.documents)}"
    rest = who if item.support else labelled(item.reason, labels)
    cells = [str(claim.source.line), _fact(claim), side_words(claim, claim.subject), rest + spelt(item, check)]
    return [visible(cell) for cell in cells]


def _block(item: Checked, check: Check, labels: Labels, style: Style) -> Iterator[str]:
    """The place and the outcome; the draft's words; who says what beside them; and what the rows don't tell."""
    mark, color = MARKS[item.severity]
    claim = item.claim
    head = f"{claim.source.line}:{claim.source.column}  {visible(_fact(claim))}"
    gap = max(2, style.width - 2 - text_width(head) - len(item.outcome.value))
    yield f"{style.paint(mark, color)} {head}{' ' * gap}{style.paint(item.outcome.value, color)}"
    sides = [*item.support, *item.against]
    rows = [["draft", "", side_words(claim, claim.subject)], ["", "", f"“{claim.source.quote}”"]]
    rows += [row for side in sides[:SHOWN] for row in _side_rows(side, item, labels)]
    yield from table([[visible(cell) for cell in row] for row in rows], style.width, "    ")
    for sentence in _rest(item, check, labels, len(sides) - SHOWN):
        yield from (f"  {line}" for line in wrap(visible(sentence), style.width - 2))


def _side_rows(side: Side, item: Checked, labels: Labels) -> Iterator[list[str]]:
    """Who says it, when the last of them wrote, what, and in which words."""
    last = side.claims[-1]
    names = join_words([labels.get(name, name) for name in side.documents], NAMED)
    yield [names, asserted_words(last.asserted), _said_by(last, item.claim)]
    yield ["", "", f"“{last.source.quote}”"]


def _rest(item: Checked, check: Check, labels: Labels, left_out: int) -> Iterator[str]:
    """What the rows don't tell: which rule of time is broken, what stands now, how a name is spelt."""
    if item.verdict in (Verdict.ORDER, Verdict.ARITHMETIC):
        yield labelled(item.reason, labels)
    if left_out > 0:
        yield f"and {count_words(left_out, 'more value')} (--json has all)"
    if item.outcome in FAULTS and item.now and item.now[0] not in item.against[:SHOWN]:
        now = item.now[0]
        yield f"the corpus now: {_said(now, item)} ({', '.join(labels.get(name, name) for name in now.documents)})"
    if spelt(item, check):
        yield spelt(item, check).removeprefix("; ")
