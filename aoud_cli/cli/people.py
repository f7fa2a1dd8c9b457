"""The report of `aoud names`."""

from __future__ import annotations

from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import TABULAR, analyse, reading, style_of, tabular
from aoud_cli.model import AoudError


def names_report(options: Options, name: str | None) -> Report:
    """Everybody whom the articles name, or those whom one spelling names."""
    from aoud_cli.output import names as output
    from aoud_cli.people.directory import find_people, nearest

    if name is not None and not name.strip():
        raise AoudError("names needs a name, or none at all; this one is empty")
    analysis = analyse(options)
    directory = find_people(analysis.articles, analysis.profile)
    shown = list(directory.people) if name is None else directory.find(name)
    notes, status = reading(analysis, options)
    if name is not None and not shown:
        near = nearest(name, directory)
        question = f"; did you mean {' or '.join(repr(one) for one in near)}?" if near else ""
        notes = (*notes, f"aoud: nobody is called '{name}'{question}")
    if options.output == "json":
        return Report(output.render_json(shown, directory, analysis, notes[len(reading(analysis, options)[0]) :]), notes, status=status)
    if options.output == "jsonl":
        return Report(output.render_jsonl(shown, directory), notes, status=status)
    if options.output in TABULAR:
        return Report(tabular(*output.table_of(shown), options), notes, status=status)
    style = style_of(options)
    text = output.render_text(shown, directory, analysis, style)
    return Report(text, notes, (output.tally(shown, directory),), status)
