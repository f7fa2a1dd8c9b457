"""The text of a score: its rows, and its tables on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from aoud_cli.ground.safe import visible
from aoud_cli.output.columns import table, wrap
from aoud_cli.output.style import Style
from aoud_cli.output.words import document_labels, number_words
from aoud_cli.scoring.against import Change
from aoud_cli.scoring.tally import Judgement, RuleTally, Score, Tally
from aoud_cli.scoring.why import Stage

if TYPE_CHECKING:
    from aoud_cli.views.score import ScoreView

MOST_BUT_NOT_ALL = 0.99
RULE_LEGEND = "right: in core gold · doubt: in gold on which readers differ · other: not judged (a denial, or nothing that gold covers)"
_HEAD = ("predicate", "core", "recall", "found", "prec.", "cert.", "seas.")
TALLY_COLUMNS = ("predicate", "core", "recall", "found", "precision", "certainty", "season")
RULE_COLUMNS = ("rule", "precision", "right", "doubt", "wrong", "other")
WHY_COLUMNS = ("stage", "detail", "count", "predicates")
JUDGEMENT_COLUMNS = ("outcome", "predicate", "subject", "value", "certainty", "document", "place", "rules", "evidence")
_RULE_HEAD = ("prec.", "right", "doubt", "wrong", "other")


def value_words(value: Any) -> str:
    """A value in gold's notation, short: '2022-01-28', '2026..', '560 million in 28 days', 'father of Ahab'."""
    if not isinstance(value, dict):
        return str(value)
    if "hours" in value:
        window = value.get("window_days")
        return number_words(value["hours"]) + ("" if window is None else f" in {window} days")
    if "number" in value:
        window = value.get("window_days")
        return f"{number_words(value['number'])} {value['unit']}s" + ("" if window is None else f" in {window} days")
    if "to" in value:
        return f"{value['kind']} of {value['to']}"
    first, last = (value.get(name) or "" for name in ("earliest", "latest"))
    return first if first == last else f"{first}..{last}"


# One line a record -----------------------------------------------------------------------------------------------------


def rows_of(view: ScoreView) -> Iterator[list[str]]:
    score = view.score
    if view.rules:
        yield from (rule_row(rule) for rule in score.rules)
        yield from (judgement_row("wrong", item) for item in score.judgements if item.outcome == "wrong")
    else:
        yield from (tally_row(key, row) for key, row in score.by_predicate.items())
    yield tally_row("all", score.total)
    yield from (why_row(*lost) for lost in view.why or ())
    yield from _missed_rows(view) if view.misses else ()
    yield from ([change.word, change.what, *judgement_row(change.judgement.outcome, change.judgement)] for change in view.changes)


def _missed_rows(view: ScoreView) -> Iterator[list[str]]:
    wanted = ("missed",) if view.rules else ("missed", "wrong")
    return (judgement_row(outcome, item) for outcome in wanted for item in view.score.judgements if item.outcome == outcome)


def tally_row(key: str, row: Tally) -> list[str]:
    counts = f"{row.certainty_right}/{row.certainty_judged}", f"{row.season_right}/{row.season_judged}"
    return ["score", key, str(row.core), _share(row.recall), str(row.found), _share(row.precision), *counts]


def rule_row(rule: RuleTally) -> list[str]:
    return ["rule", rule.rule, _share(rule.precision), *map(str, (rule.right, rule.doubtful, rule.wrong, rule.unjudged))]


def judgement_row(name: str, item: Judgement) -> list[str]:
    place = item.path if item.line is None else f"{item.path}:{item.line}"
    said = [item.key, item.subject, value_words(item.value), item.certainty]
    return [name, *said, item.document, place, ",".join(item.rules), item.evidence]


def why_row(stage: Stage, detail: str, keys: Counter[str]) -> list[str]:
    """`why`, the stage, what more is known of it, how many, and of which predicates."""
    return ["why", stage, detail, str(keys.total()), _keys_words(keys)]


def _keys_words(keys: Counter[str]) -> str:
    return ", ".join(f"{key} {count}" for key, count in keys.most_common())


def _share(share: float | None) -> str:
    return "" if share is None else f"{share:.4f}"


# Laid out --------------------------------------------------------------------------------------------------------------


def layout_score(view: ScoreView, style: Style) -> Iterator[str]:
    score = view.score
    labels = document_labels(sorted({item.document for item in score.judgements}))
    if view.misses:
        yield from _judgement_table("missed", [item for item in score.judgements if item.outcome == "missed"], labels, style)
    if view.rules:
        yield from _rules(score, labels, style)
    else:
        if view.misses:
            yield from _judgement_table("wrong", [item for item in score.judgements if item.outcome == "wrong"], labels, style)
        yield from _figures(score, style)
    if view.why is not None:
        yield from _why(view.why, style)
    if view.earlier is not None:
        yield from _changes(view, labels, style)


def _why(lost: Sequence[tuple[Stage, str, Counter[str]]], style: Style) -> Iterator[str]:
    """Each stage with how many claims were lost there, and of which predicates."""
    rows = [[str(keys.total()), f"{stage}: {detail}" if detail else stage, _keys_words(keys)] for stage, detail, keys in lost]
    yield ""
    yield style.paint(f"lost: {sum(keys.total() for _, _, keys in lost)}", "bold")
    yield from table(rows, style.width, "  ")
    yield ""


def _figures(score: Score, style: Style) -> Iterator[str]:
    yield style.paint(_figure_line(*_HEAD), "bold")
    for key, row in [*score.by_predicate.items(), ("all", score.total)]:
        shares = (_two(share) for share in (row.precision, row.certainty, row.season))
        yield _figure_line(key, str(row.core), _two(row.recall), str(row.found), *shares)


def _figure_line(key: str, *cells: str) -> str:
    """60 columns: the longest predicate has 24 letters."""
    return f"{key:24}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, (5, 7, 6, 6, 6, 6), strict=True))


def _two(share: float | None) -> str:
    """Two digits behind the stop; 1.00 is all of them, and not nearly all."""
    return "-" if share is None else f"{share if share == 1 else min(share, MOST_BUT_NOT_ALL):.2f}"


def _rules(score: Score, labels: dict[str, str], style: Style) -> Iterator[str]:
    yield style.paint("".join(f"{name:>6}" for name in _RULE_HEAD) + "  rule", "bold")
    idle = [rule.rule for rule in score.rules if rule.precision is None]
    for rule in score.rules[: len(score.rules) - len(idle)]:
        cells = (_two(rule.precision), *map(str, (rule.right, rule.doubtful, rule.wrong, rule.unjudged)))
        start = "".join(f"{cell:>6}" for cell in cells) + "  "
        for place, line in enumerate(wrap(rule.rule, style.width - len(start))):
            yield (" " * len(start) if place else start) + line
        yield from table([_cells(item, labels) for item in _wrong_of(rule, score)], style.width, " " * 6)
    yield ""
    if idle:
        yield from wrap(f"nothing to judge of {len(idle)} rules: {', '.join(idle)}", style.width)
    yield from (style.paint(line, "dim") for line in wrap(RULE_LEGEND, style.width))


def _wrong_of(rule: RuleTally, score: Score) -> list[Judgement]:
    return [item for item in score.judgements if item.outcome == "wrong" and rule.rule in item.rules]


def _judgement_table(heading: str, items: Sequence[Judgement], labels: dict[str, str], style: Style) -> Iterator[str]:
    if items:
        yield style.paint(f"{heading}: {len(items)}", "bold")
        yield from table([[item.key, *_cells(item, labels)] for item in items], style.width, "  ")
        yield ""


def _cells(item: Judgement, labels: dict[str, str]) -> list[str]:
    """What is said, where, and the words."""
    place = labels.get(item.document, item.document) + ("" if item.line is None else f":{item.line}")
    said = f"{item.subject} → {value_words(item.value)} ({item.certainty})"
    return [visible(cell) for cell in (said, place, f"“{item.evidence}”")]


def _changes(view: ScoreView, labels: dict[str, str], style: Style) -> Iterator[str]:
    yield ""
    for name, old, new in _shifts(view):
        yield f"{name:10} {old} -> {new}"
    for change in view.changes:
        mark = style.paint("+", "green") if change.gain else style.paint("-", "red")
        item = change.judgement
        said = f"{_change_words(change)} {item.key}: {'  '.join(_cells(item, labels))}"
        yield from ((f"{mark} " if place == 0 else "  ") + line for place, line in enumerate(wrap(said, style.width - 2)))
    yield ""


def _change_words(change: Change) -> str:
    if change.what == "claim":
        return "found" if change.gain else "lost"
    if change.what == "precision":
        return "no longer wrong" if change.gain else "wrong"
    return f"{change.what} right" if change.gain else f"{change.what} wrong"


def _shifts(view: ScoreView) -> Iterable[tuple[str, str, str]]:
    """The figures of all predicates that moved: name, before, after."""
    now = view.figures()
    for name in ("recall", "precision", "certainty", "season"):
        before = view.earlier.figures.get(name) if view.earlier else None
        old, new = (f"{share:.4f}" if isinstance(share, (int, float)) else "-" for share in (before, now[name]))
        if old != new:
            yield name, old, new


def summary(score: Score) -> str:
    """All predicates in one sentence."""
    total = score.total
    return (
        f"recall {total.recalled}/{total.core}, precision {total.right}/{total.found}, F1 {total.f1:.3f}, "
        f"certainty right {total.certainty_right}/{total.certainty_judged}, season right {total.season_right}/{total.season_judged}, "
        f"with season and part recall {total.strict_recall:.3f}, precision {total.strict_precision:.3f}, "
        f"quotes not at their place {score.bad_quotes}"
    )
