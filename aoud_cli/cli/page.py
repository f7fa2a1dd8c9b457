"""The report of a command that makes a page for the browser."""

from __future__ import annotations

from aoud_cli.cli.into import STDOUT
from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import analyse, reading
from aoud_cli.files import human, shown
from aoud_cli.model import AoudError


def page_report(options: Options) -> Report:
    """The page of the corpus, for the file that -o names; nothing is printed but what was written."""
    if options.output != "text":
        raise AoudError("a report is a page; for JSON use aoud conflicts --json and the like")
    if options.into is None or options.into == STDOUT:
        raise AoudError("-o names the file to write: -o report.html")
    analysis = analyse(options)
    from aoud_cli.output.page.build import render_page
    from aoud_cli.output.words import count_words

    page = render_page(analysis)
    notes, status = reading(analysis, options)
    size = human(len(page.encode("utf-8")))
    closing = f"wrote {shown(options.into)}: {count_words(len(analysis.articles), 'article')}, {size}"
    return Report(page, notes, (closing,), status)
