"""The report of a command that makes a page for the browser."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from aoud_cli.cli.into import STDOUT
from aoud_cli.cli.options import Options
from aoud_cli.cli.report import Report
from aoud_cli.cli.run import analyse, reading
from aoud_cli.ground.files import human, shown
from aoud_cli.model import AoudError


@dataclass(frozen=True)
class PageOptions(Options):
    """What `aoud report` can be told: a page has no other format, and no colours of a terminal."""

    unused: ClassVar[frozenset[str]] = frozenset({"format", "json", "fields", "csv_raw", "color"})


def page_report(options: PageOptions) -> Report:
    """The page of the corpus, for the file that -o names; nothing is printed but what was written."""
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
