"""The report of a command that makes a page for the browser."""

from __future__ import annotations

from aoud_cli.cli.options import Options
from aoud_cli.cli.outfile import check_target, write_whole
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import analyse, reading
from aoud_cli.files import human, shown
from aoud_cli.model import AoudError


def page_report(options: Options, file: str, force: bool) -> Report:
    """Write the page of the corpus to a file; nothing is printed but what was written."""
    if options.output != "text":
        raise AoudError("a report is a page; for JSON use aoud conflicts --json and the like")
    check_target(file, options.paths, force)
    analysis = analyse(options)
    from aoud_cli.output.page.build import render_page
    from aoud_cli.output.words import count_words

    page = render_page(analysis)
    write_whole(file, page)
    notes, status = reading(analysis, options)
    size = human(len(page.encode("utf-8")))
    return Report(notes=notes, closing=(f"wrote {shown(file)}: {count_words(len(analysis.articles), 'article')}, {size}",), status=status)
