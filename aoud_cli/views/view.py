"""A view is what a command shows; here any view becomes text in any format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from aoud_cli.ground.safe import visible
from aoud_cli.ground.shapes import name_of
from aoud_cli.output.records import envelope, json_text, jsonl_text
from aoud_cli.output.style import Style
from aoud_cli.output.words import Labels, article_labels, count_words

if TYPE_CHECKING:
    from aoud_cli.analysis.pipeline import Analysis

Row = list[str]


class View:
    """What a command found, and how it is shown; each form is made only where it is asked for.

    `kind` names the output (`claims`), `output` is the shape of `--json`, `line` that of a line of JSON Lines, `columns` are the heads of
    the table. `formats` are those that this view alone has.
    """

    kind: ClassVar[str]
    output: ClassVar[type]
    line: ClassVar[Any]
    line_name: ClassVar[str] = ""  # where its shape has no name: it is one of several
    columns: tuple[str, ...] = ()
    formats: ClassVar[Mapping[str, Callable[[Any], str]]] = {}
    empty: ClassVar[str] = "nothing to show"  # and, where that is no surprise, which command shows it

    def __init__(self, analysis: Analysis, items: Sequence[Any], notes: Sequence[str] = ()) -> None:
        self.analysis = analysis
        self.items = items  # what is shown
        self.notes = tuple(notes)  # what is to say of the question, beside what is said of the reading

    def records(self) -> Iterable[Mapping[str, Any]]:
        """A JSON object for each thing that is shown."""
        raise NotImplementedError

    def told(self) -> dict[str, Any]:
        """The one object of `--json`."""
        return {**envelope(self.kind, self.analysis, self.notes), self.kind: list(self.records())}

    def rows(self) -> Iterable[Row]:
        """The cells under `columns`, as they are: whoever prints them makes them safe."""
        return ()

    def lines(self, style: Style) -> Iterable[str]:
        """Lines for a pipe, the same on every machine."""
        return ("\t".join(map(visible, row)) for row in self.rows())

    def layout(self, style: Style) -> Iterator[str]:
        """Lines for a terminal of the style's width."""
        raise NotImplementedError

    def tally(self) -> str:
        """How many of what there are, and what else could be asked; the last line."""
        return ""

    def counts(self) -> str:
        """A line for standard error: what was read, and that nothing is shown where no other line says so."""
        return self.reading() + ("" if self.items or self.tally() else f"; {self.empty}")

    def reading(self) -> str:
        """`read 5 articles, 0 skipped: 236 claims`."""
        read, skipped = count_words(len(self.analysis.articles), "article"), len(self.analysis.corpus.skipped)
        return f"read {read}, {skipped} skipped: {count_words(len(self.analysis.claims), 'claim')}"

    @property
    def labels(self) -> Labels:
        """Document -> the short name that text calls it by."""
        return article_labels(self.analysis.articles)


def line_schema(view: type[View]) -> str:
    """What one line of a view's JSON Lines is called: `aoud.claim/1`."""
    return f"aoud.{view.line_name or name_of(view.line)}/1"


def render(view: View, form: str, style: Style, columns: Sequence[str] | None = None, *, raw: bool = False) -> str:
    """The view in one of the formats; `columns` and `raw` are for tables. Raises AoudError for a column that isn't there."""
    if form == "text":
        lines = view.layout(style) if style.terminal else view.lines(style)
        return "".join(f"{line}\n" for line in lines)
    if form == "json":
        return json_text(view.told())
    if form == "jsonl":
        return jsonl_text(line_schema(type(view)), view.records())
    if form in view.formats:
        return view.formats[form](view)
    from aoud_cli.output.tables import Table, to_csv, to_markdown

    table = Table(view.columns, list(view.rows())).only(columns)
    return to_csv(table, raw=raw) if form == "csv" else to_markdown(table)
